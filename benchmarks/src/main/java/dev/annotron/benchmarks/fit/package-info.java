/** What training adds to the bare step: see {@code benchmarks/run fit}. */
@NullMarked
package dev.annotron.benchmarks.fit;

import org.jspecify.annotations.NullMarked;
