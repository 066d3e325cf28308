/** Handwritten digits through a bottleneck of 32 numbers, and back. */
@NullMarked
package dev.annotron.examples.autoencoder;

import org.jspecify.annotations.NullMarked;
