package dev.annotron.processor;

import com.palantir.javapoet.JavaFile;
import org.jspecify.annotations.Nullable;

/**
 * What came of a model.
 *
 * @param file the generated class; null if there is an error
 * @param dump every stage as text, as far as they went
 */
public record Compilation(@Nullable JavaFile file, String dump) {}
