package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Position;
import java.util.List;
import java.util.Optional;

/**
 * A model as written, before anything is known of shapes.
 *
 * @param packageName empty for the default package
 * @param interfaceName the simple name of the interface
 * @param className the simple name of the class to generate
 * @param isPublic whether the generated class is public, as the interface is
 * @param optimizer the optimizer annotation; {@code Adam} with its defaults where none is written
 * @param training what stands beside the optimizer: a schedule, clipping, ...
 * @param layers in declaration order; at least one {@code @Input} and one other layer
 */
public record ModelSpec(
    String packageName,
    String interfaceName,
    String className,
    boolean isPublic,
    Position at,
    long seed,
    TrainSpec train,
    AnnotationSpec optimizer,
    List<AnnotationSpec> training,
    List<LayerSpec> layers) {

  /** The layers whose results are the network's outputs, in declaration order. */
  public List<OutputSpec> outputs() {
    return OutputSpec.of(layers, train, beside("LossOptions"));
  }

  /** The annotation of this simple name beside the optimizer, if there is one. */
  public Optional<AnnotationSpec> beside(String kind) {
    return training.stream().filter(annotation -> annotation.kind().equals(kind)).findFirst();
  }

  /** The schedules: more than one is a mistake. */
  public List<AnnotationSpec> schedules() {
    return training.stream()
        .filter(annotation -> AnnotationKinds.isSchedule(annotation.kind()))
        .toList();
  }
}
