/** Training steps and predictions, measured beside other systems. */
@NullMarked
package dev.annotron.benchmarks;

import org.jspecify.annotations.NullMarked;
