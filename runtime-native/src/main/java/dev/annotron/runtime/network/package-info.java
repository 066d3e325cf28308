/** The contract between generated code and the runtime. Users never call it. */
@NullMarked
package dev.annotron.runtime.network;

import org.jspecify.annotations.NullMarked;
