/** Numbers and messages as people read them; inside the runtime only. */
@NullMarked
package dev.annotron.runtime.text;

import org.jspecify.annotations.NullMarked;
