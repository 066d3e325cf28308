/** A forecast of a noisy sine. */
@NullMarked
package dev.annotron.examples.gru;

import org.jspecify.annotations.NullMarked;
