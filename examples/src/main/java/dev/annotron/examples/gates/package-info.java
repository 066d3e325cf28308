/** Logic gates without a hidden layer: two that a line can tell apart, and one that it cannot. */
@NullMarked
package dev.annotron.examples.gates;

import org.jspecify.annotations.NullMarked;
