/**
 * What a model's source imports: annotations for layers, training and optimizers, and their enums.
 *
 * <p>Every annotation has {@link java.lang.annotation.RetentionPolicy#CLASS CLASS} retention: the
 * compiler reads it, a running program does not need it.
 */
@NullMarked
package dev.annotron;

import org.jspecify.annotations.NullMarked;
