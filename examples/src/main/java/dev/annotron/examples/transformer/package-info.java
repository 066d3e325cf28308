/** A language model of characters. */
@NullMarked
package dev.annotron.examples.transformer;

import org.jspecify.annotations.NullMarked;
