package dev.annotron.processor.spec;

import dev.annotron.Loss;
import dev.annotron.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer whose result is an output of the network: the last, and those with {@code @Output}.
 *
 * @param loss its own, or that of {@code @Train}
 * @param options the numbers of the loss, where they are written
 * @param weight the loss's share in what training makes small
 * @param metrics its own; the last layer's are those of {@code @Train} if it has none of its own
 */
public record OutputSpec(
    LayerSpec layer,
    Value<Loss> loss,
    Optional<AnnotationSpec> options,
    Value<Double> weight,
    List<Value<Metric>> metrics) {
  private static final String ANNOTATION = "Output";
  private static final String OPTIONS = "LossOptions";

  /** The outputs of some layers, in declaration order. */
  static List<OutputSpec> of(
      List<LayerSpec> layers, TrainSpec train, Optional<AnnotationSpec> options) {
    List<OutputSpec> outputs = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      boolean last = i == layers.size() - 1;
      LayerSpec layer = layers.get(i);
      Optional<AnnotationSpec> written = layer.modifier(ANNOTATION);
      if (written.isPresent()) {
        outputs.add(of(layer, written.get(), train, options, last));
      } else if (last) {
        outputs.add(
            new OutputSpec(
                layer,
                train.loss(),
                layer.modifier(OPTIONS).or(() -> options),
                new Value<>(1.0, layer.at()),
                train.metrics()));
      }
    }
    return outputs;
  }

  private static OutputSpec of(
      LayerSpec layer,
      AnnotationSpec written,
      TrainSpec train,
      Optional<AnnotationSpec> options,
      boolean last) {
    List<Value<Loss>> losses = written.eachConstant("loss", Loss.class);
    List<Value<Metric>> metrics = written.eachConstant("metrics", Metric.class);
    return new OutputSpec(
        layer,
        losses.isEmpty() ? train.loss() : losses.getFirst(),
        layer.modifier(OPTIONS).or(() -> losses.isEmpty() ? options : Optional.empty()),
        written.real("weight"),
        metrics.isEmpty() && last ? train.metrics() : metrics);
  }
}
