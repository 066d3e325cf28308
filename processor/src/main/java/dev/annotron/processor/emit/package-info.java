/** Plans written as Java source. */
@NullMarked
package dev.annotron.processor.emit;

import org.jspecify.annotations.NullMarked;
