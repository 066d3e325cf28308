/** The catalogue of problems, their collection and their printing. */
@NullMarked
package dev.annotron.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
