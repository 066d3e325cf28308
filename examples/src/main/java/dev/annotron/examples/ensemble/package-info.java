/** Several networks that answer as one. */
@NullMarked
package dev.annotron.examples.ensemble;

import org.jspecify.annotations.NullMarked;
