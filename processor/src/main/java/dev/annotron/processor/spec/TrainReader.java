package dev.annotron.processor.spec;

import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Train} and the optimizer beside it. */
final class TrainReader {
  private final AnnotationKinds kinds;
  private final DataClassRules dataClassRules;
  private final Report report;

  TrainReader(AnnotationKinds kinds, DataClassRules dataClassRules, Report report) {
    this.kinds = kinds;
    this.dataClassRules = dataClassRules;
    this.report = report;
  }

  /** The training; empty if there is none, or no loss. */
  Optional<TrainSpec> read(TypeElement network) {
    Optional<AnnotationMirror> train =
        kinds.on(network).stream()
            .filter(mirror -> AnnotationKinds.name(mirror).equals(AnnotationKinds.TRAIN))
            .findFirst();
    if (train.isEmpty()) {
      report.addAs(Code.TRAIN_MISSING, Position.of(network), network.getSimpleName());
    }
    return train.flatMap(
        mirror ->
            AnnotationReader.read(network, mirror).map(spec -> train(spec, data(network, mirror))));
  }

  private static TrainSpec train(AnnotationSpec spec, @Nullable Value<String> data) {
    return new TrainSpec(
        spec.constant("loss", Loss.class),
        spec.eachConstant("metrics", Metric.class),
        spec.integer("epochs"),
        spec.integer("batchSize"),
        spec.flag("shuffle").value(),
        data);
  }

  private @Nullable Value<String> data(TypeElement network, AnnotationMirror mirror) {
    return AnnotationReader.written(mirror, "data")
        .flatMap(value -> dataClassRules.read(network, mirror, value, report))
        .orElse(null);
  }

  /** The optimizer annotation, or else the default one. */
  AnnotationSpec optimizer(TypeElement network, AnnotationMirror networkMirror) {
    List<AnnotationMirror> found = kinds.on(network).stream().filter(kinds::isOptimizer).toList();
    if (found.size() > 1) {
      report.addAs(
          Code.OPTIMIZER_COUNT,
          Position.of(network, found.get(1)),
          network.getSimpleName(),
          AnnotationKinds.name(found.get(0)),
          AnnotationKinds.name(found.get(1)));
    }
    return found.stream()
        .findFirst()
        .flatMap(mirror -> AnnotationReader.read(network, mirror))
        .orElseGet(() -> defaultOptimizer(Position.of(network, networkMirror)));
  }

  /** What stands beside the optimizer. */
  List<AnnotationSpec> besideOptimizer(TypeElement network) {
    return kinds.on(network).stream()
        .filter(kinds::isBesideOptimizer)
        .flatMap(mirror -> AnnotationReader.read(network, mirror).stream())
        .toList();
  }

  private AnnotationSpec defaultOptimizer(Position at) {
    String name = AnnotationKinds.PACKAGE + "." + AnnotationKinds.DEFAULT_OPTIMIZER;
    TypeElement type = kinds.elements().getTypeElement(name);
    if (type == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return AnnotationReader.defaults(type, at);
  }
}
