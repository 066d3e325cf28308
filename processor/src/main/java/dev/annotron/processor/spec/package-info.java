/** The model as the user wrote it, each value with its place in the source. */
@NullMarked
package dev.annotron.processor.spec;

import org.jspecify.annotations.NullMarked;
