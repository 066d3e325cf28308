/** The typed graph: few closed operations, nodes with shapes, builder, verifier, text dump. */
@NullMarked
package dev.annotron.processor.ir;

import org.jspecify.annotations.NullMarked;
