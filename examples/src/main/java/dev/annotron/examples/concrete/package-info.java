/** Strength of concrete from its recipe, written in two ways that give the same bits. */
@NullMarked
package dev.annotron.examples.concrete;

import org.jspecify.annotations.NullMarked;
