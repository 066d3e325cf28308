/** The seam for heavy work: kernels, native and plain Java. Called by generated code. */
@NullMarked
package dev.annotron.runtime.kernel;

import org.jspecify.annotations.NullMarked;
