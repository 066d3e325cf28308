/** Every activation function and its derivative in one picture. */
@NullMarked
package dev.annotron.examples.activations;

import org.jspecify.annotations.NullMarked;
