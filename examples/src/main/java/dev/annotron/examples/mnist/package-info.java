/** Handwritten digits with a two-layer perceptron. */
@NullMarked
package dev.annotron.examples.mnist;

import org.jspecify.annotations.NullMarked;
