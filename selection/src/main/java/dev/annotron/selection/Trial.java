package dev.annotron.selection;

import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One training of a {@link Search}.
 *
 * @param values what varies, by name, in words
 * @param options the options of the training
 * @param model the trained network; null if training diverged
 * @param training loss and metrics on the samples that it has learned from; null likewise
 * @param validation loss and metrics on the others; null likewise
 */
@SuppressWarnings("exports") // Of @Nullable: who requires us may do without JSpecify.
public record Trial(
    Map<String, String> values,
    FitOptions options,
    @Nullable Model model,
    @Nullable Evaluation training,
    @Nullable Evaluation validation) {

  /** Keeps a copy of {@code values}, in its order. */
  public Trial {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  Trial with(Model trained, Evaluation onTraining, Evaluation onOthers) {
    return new Trial(values, options, trained, onTraining, onOthers);
  }
}
