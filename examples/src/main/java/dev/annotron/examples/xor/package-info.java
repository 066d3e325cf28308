/** Exclusive or: the smallest network that needs a hidden layer. */
@NullMarked
package dev.annotron.examples.xor;

import org.jspecify.annotations.NullMarked;
