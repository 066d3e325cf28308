/** A training that is cut off, and goes on as if nothing had happened. */
@NullMarked
package dev.annotron.examples.resume;

import org.jspecify.annotations.NullMarked;
