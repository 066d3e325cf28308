/** Reverse-mode differentiation of a graph at compile time. */
@NullMarked
package dev.annotron.processor.autodiff;

import org.jspecify.annotations.NullMarked;
