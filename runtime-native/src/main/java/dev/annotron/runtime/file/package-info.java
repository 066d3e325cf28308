/** Weights on disk, in the safetensors format. */
@NullMarked
package dev.annotron.runtime.file;

import org.jspecify.annotations.NullMarked;
