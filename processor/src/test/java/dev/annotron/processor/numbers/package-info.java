/**
 * What networks compute: the interpreter against reference numbers and central differences, and
 * every way of computing against the interpreter.
 */
@NullMarked
package dev.annotron.processor.numbers;

import org.jspecify.annotations.NullMarked;
