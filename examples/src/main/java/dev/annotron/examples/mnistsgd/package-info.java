/** Handwritten digits with plain gradient descent, its curves drawn. */
@NullMarked
package dev.annotron.examples.mnistsgd;

import org.jspecify.annotations.NullMarked;
