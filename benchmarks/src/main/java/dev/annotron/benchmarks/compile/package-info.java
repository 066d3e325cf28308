/** What the compiler itself costs inside javac. */
@NullMarked
package dev.annotron.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
