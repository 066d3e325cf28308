package dev.annotron.processor.emit;

import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.plan.Optimizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the generated class says beside its code: names and settings.
 *
 * @param fingerprint the short name of the architecture
 * @param data the canonical name of the class that {@code train()} trains on, if there is one
 */
public record ModelInfo(
    String packageName,
    String interfaceName,
    String className,
    String fingerprint,
    boolean isPublic,
    long seed,
    Loss loss,
    List<Metric> metrics,
    Optimizer optimizer,
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
   * A layer, for the summary.
   *
   * @param kind the annotation's simple name
   */
  public record LayerInfo(String name, String kind, Shape shape, List<String> inputs) {}
}
