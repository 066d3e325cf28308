/** Callbacks for {@link dev.annotron.runtime.FitOptions#callback}, with Keras's names. */
@NullMarked
package dev.annotron.runtime.callback;

import org.jspecify.annotations.NullMarked;
