/** Handwritten digits read row by row. */
@NullMarked
package dev.annotron.examples.lstm;

import org.jspecify.annotations.NullMarked;
