/** What a model must be beyond its form: one rule per file. */
@NullMarked
package dev.annotron.processor.check;

import org.jspecify.annotations.NullMarked;
