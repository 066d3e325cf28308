/** Overfitting, and every cure. */
@NullMarked
package dev.annotron.examples.overfitting;

import org.jspecify.annotations.NullMarked;
