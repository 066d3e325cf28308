/** Handwritten digits with a convolutional network. */
@NullMarked
package dev.annotron.examples.cnn;

import org.jspecify.annotations.NullMarked;
