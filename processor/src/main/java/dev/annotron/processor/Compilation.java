package dev.annotron.processor;

import com.palantir.javapoet.JavaFile;
import dev.annotron.processor.emit.ModelInfo;
import org.jspecify.annotations.Nullable;

/**
 * What came of a model; nothing if there is an error.
 *
 * @param file the generated class
 * @param info what it says beside its code
 * @param stages its graphs and plans
 */
public record Compilation(
    @Nullable JavaFile file, @Nullable ModelInfo info, @Nullable Stages stages) {
  static final Compilation NONE = new Compilation(null, null, null);
}
