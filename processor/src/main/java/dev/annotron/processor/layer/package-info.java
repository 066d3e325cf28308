/** The layers: each checks its attributes and composes operations; none has backward code. */
@NullMarked
package dev.annotron.processor.layer;

import org.jspecify.annotations.NullMarked;
