/** The networks that are measured. */
@NullMarked
package dev.annotron.benchmarks.networks;

import org.jspecify.annotations.NullMarked;
