package dev.annotron.processor.spec;

import dev.annotron.Loss;
import dev.annotron.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code @Train} as written.
 *
 * @param data the canonical name of the data class, null where none is given
 */
public record TrainSpec(
    Value<Loss> loss,
    List<Value<Metric>> metrics,
    Value<Integer> epochs,
    Value<Integer> batchSize,
    boolean shuffle,
    @Nullable Value<String> data) {}
