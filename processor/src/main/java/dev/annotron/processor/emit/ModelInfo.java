package dev.annotron.processor.emit;

import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.processor.ir.LossKind;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.plan.UpdatePlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the generated class says beside its code: names and settings.
 *
 * @param fingerprint the short name of the architecture
 * @param ids how many different ids an input allows, of those that are ids
 * @param data the canonical name of the class that {@code train()} trains on, if there is one
 */
public record ModelInfo(
    String packageName,
    String interfaceName,
    String className,
    String fingerprint,
    boolean isPublic,
    long seed,
    Map<String, Integer> ids,
    List<OutputInfo> outputs,
    UpdatePlan update,
    int epochs,
    int batchSize,
    boolean shuffle,
    @Nullable String data,
    List<LayerInfo> layers) {

  /** The nested class's name: {@code Code}, unless a type that is named here is called so. */
  String codeName() {
    return className.equals("Code") || "Code".equals(data) ? "Computation" : "Code";
  }

  /**
   * An output.
   *
   * @param weight the loss's share in what training makes small
   * @param kind the loss with its numbers, before it is fused
   * @param smoothing that of rows of targets; of class numbers it is the shape of the loss
   */
  public record OutputInfo(
      String name,
      Shape shape,
      double weight,
      List<Metric> metrics,
      LossKind kind,
      double smoothing) {

    /** The loss. */
    Loss loss() {
      return kind.loss();
    }

    /** Such as {@code digit[10]}. */
    String tensor() {
      return name + shape;
    }

    /** Such as {@code 0.3 * MEAN_SQUARED_ERROR}. */
    String lossText() {
      return weight == 1 ? loss().toString() : weight + " * " + loss();
    }
  }

  /**
   * A layer, for the summary.
   *
   * @param kind the annotation's simple name
   */
  public record LayerInfo(String name, String kind, Shape shape, List<String> inputs) {}
}
