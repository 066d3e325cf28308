package dev.annotron.processor.spec;

import dev.annotron.Loss;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an annotated interface: the first stage of the compiler. */
public final class ModelReader {
  private final Elements elements;
  private final AnnotationKinds kinds;
  private final DataClassRules dataClassRules;

  /**
   * @param layers the simple names of the annotations that make a method a layer
   */
  public ModelReader(Elements elements, Types types, Set<String> layers) {
    this.elements = elements;
    this.kinds = new AnnotationKinds(elements, layers);
    this.dataClassRules = new DataClassRules(elements, types);
  }

  /**
   * What the generated class is called.
   *
   * @param taken qualified names of other types of this compilation
   */
  public Names names(TypeElement network, Set<String> taken, Report report) {
    return new NameReader(elements).read(network, mirror(network), taken, report);
  }

  /** Whether the generated class gets a {@code train()} without parameters. */
  public boolean hasData(TypeElement network) {
    return kinds.on(network).stream()
        .filter(mirror -> AnnotationKinds.name(mirror).equals(AnnotationKinds.TRAIN))
        .anyMatch(mirror -> AnnotationReader.written(mirror, "data").isPresent());
  }

  /** Whether code beside the interface can use the runtime. */
  public boolean seesRuntime(TypeElement network) {
    return elements.getTypeElement(elements.getModuleOf(network), DataClassRules.DATASET) != null;
  }

  /** The model, with all mistakes of its form reported; empty if there is nothing to read. */
  public Optional<Reading> read(TypeElement network, Names names, Report report) {
    checkRuntime(network, report);
    return InterfaceRules.check(network, report)
        ? Optional.of(reading(network, names, report))
        : Optional.empty();
  }

  /** Reports a type with annotations of a network that is not marked as one. */
  public void complainOfForgotten(TypeElement type, Report report) {
    AnnotationMirror first = kinds.on(type).getFirst();
    report.addAs(
        Code.NETWORK_MISSING,
        Position.of(type, first),
        type.getSimpleName(),
        AnnotationKinds.name(first));
  }

  private Reading reading(TypeElement network, Names names, Report report) {
    TrainReader trainReader = new TrainReader(kinds, dataClassRules, report);
    Optional<TrainSpec> train = trainReader.read(network);
    AnnotationSpec optimizer = trainReader.optimizer(network, mirror(network));
    SuppressionRules.check(network, report);
    LayerReader layerReader = new LayerReader(kinds, report);
    List<LayerSpec> written = layerReader.read(network);
    BlockReader blocks = new BlockReader(kinds, report);
    List<LayerSpec> layers = blocks.expand(written);
    ModelSpec model =
        new ModelSpec(
            names.packageName(),
            names.interfaceName(),
            names.className(),
            names.isPublic(),
            Position.of(network),
            seed(network),
            train.orElse(unknownTraining()),
            optimizer,
            trainReader.besideOptimizer(network),
            layers);
    boolean complete = train.isPresent() && layerReader.foundAll() && blocks.foundAll();
    boolean outputsKnown = train.isPresent() && layerReader.foundLast(written);
    return new Reading(model, complete, outputsKnown && endsIn(layers, written));
  }

  /** Whether the last layer as written is still the last with blocks in the place of their uses. */
  private static boolean endsIn(List<LayerSpec> layers, List<LayerSpec> written) {
    return !layers.isEmpty() && layers.getLast().name().equals(written.getLast().name());
  }

  /** Stands in for a missing {@code @Train}, so that the layers can be checked all the same. */
  private static TrainSpec unknownTraining() {
    return new TrainSpec(
        new Value<>(Loss.MEAN_SQUARED_ERROR, Position.NOWHERE),
        List.of(),
        new Value<>(1, Position.NOWHERE),
        new Value<>(32, Position.NOWHERE),
        true,
        null);
  }

  private long seed(TypeElement network) {
    return AnnotationReader.written(mirror(network), "seed")
        .map(value -> (Long) value.getValue())
        .orElse(0L);
  }

  private AnnotationMirror mirror(TypeElement network) {
    return kinds.on(network).stream()
        .filter(mirror -> AnnotationKinds.name(mirror).equals(AnnotationKinds.NETWORK))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(network + " is not annotated"));
  }

  private void checkRuntime(TypeElement network, Report report) {
    if (!seesRuntime(network)) {
      boolean exists = elements.getTypeElement(DataClassRules.DATASET) != null;
      String mend =
          exists
              ? "write \"requires dev.annotron.runtime;\" in module-info.java"
              : "add the dependency dev.annotron:annotron-runtime-native";
      report.addAs(Code.RUNTIME_MISSING, Position.of(network), network.getSimpleName(), mend);
    }
  }
}
