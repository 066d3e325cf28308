/** Convolution into recurrence: strokes in rows of pixels, and what follows what. */
@NullMarked
package dev.annotron.examples.convlstm;

import org.jspecify.annotations.NullMarked;
