/** Small named passes over graphs, each of which can be switched off. */
@NullMarked
package dev.annotron.processor.optimize;

import org.jspecify.annotations.NullMarked;
