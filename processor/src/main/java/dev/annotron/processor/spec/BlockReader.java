package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Diagnostic;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Replaces uses of blocks by the layers that they consist of. */
final class BlockReader {
  static final String BLOCK = "Block";
  private static final int MOST_REPEATS = 1000;

  private final AnnotationKinds kinds;
  private final Report report;
  private final BlockRules rules;
  private final Map<TypeElement, BlockBody> bodies;
  private final Deque<TypeElement> open;
  private boolean foundAll = true;

  BlockReader(AnnotationKinds kinds, Report report) {
    this(kinds, report, new HashMap<>(), new ArrayDeque<>());
  }

  private BlockReader(
      AnnotationKinds kinds,
      Report report,
      Map<TypeElement, BlockBody> bodies,
      Deque<TypeElement> open) {
    this.kinds = kinds;
    this.report = report;
    this.rules = new BlockRules(kinds, report);
    this.bodies = bodies;
    this.open = open;
  }

  /** Whether every use could be expanded. */
  boolean foundAll() {
    return foundAll;
  }

  /** The layers of an interface, with the layers of blocks in place of their uses. */
  List<LayerSpec> expand(List<LayerSpec> layers) {
    List<LayerSpec> expanded = new ArrayList<>();
    for (LayerSpec layer : SharedRules.checked(layers, report)) {
      if (layer.layer().kind().equals(BLOCK)) {
        List<LayerSpec> made = use(layer);
        foundAll &= !made.isEmpty();
        expanded.addAll(made);
      } else {
        expanded.add(layer);
      }
    }
    return expanded;
  }

  /** The layers of a use; none if it cannot be expanded. */
  private List<LayerSpec> use(LayerSpec use) {
    Value<Integer> repeat = use.layer().integer("repeat");
    boolean inRange = repeat.value() >= 1 && repeat.value() <= MOST_REPEATS;
    if (!inRange) {
      report.add(
          Code.ATTRIBUTE_RANGE,
          repeat.at(),
          "%s: repeat of @Block is %d; it must be from 1 to %d"
              .formatted(use.name(), repeat.value(), MOST_REPEATS));
    }
    Optional<TypeElement> type = rules.type(use);
    if (type.isEmpty()) {
      return List.of();
    }
    if (open.contains(type.get())) {
      report.addAs(
          Code.BLOCK_RECURSION,
          use.layer().text("value").at(),
          use.name(),
          "@Block(%s.class)".formatted(type.get().getSimpleName()));
      return List.of();
    }
    BlockBody body = body(type.get());
    BlockUse.Within within = within(use, type.get());
    for (Diagnostic problem : body.problems()) {
      report.add(problem.code(), within.of(problem.at()), use.name() + "/" + problem.message());
    }
    foundAll &= body.complete();
    boolean usable = !body.layers().isEmpty() && rules.inputsFit(use, body, type.get());
    return inRange && usable ? repeated(use, body, repeat.value(), within) : List.of();
  }

  private static List<LayerSpec> repeated(
      LayerSpec use, BlockBody body, int repeat, BlockUse.Within within) {
    if (repeat == 1) {
      return new BlockUse(use.name(), use, use.inputs(), within).layers(body);
    }
    List<LayerSpec> layers = new ArrayList<>();
    List<Value<String>> inputs = new ArrayList<>(use.inputs());
    for (int i = 1; i <= repeat; i++) {
      BlockUse one = new BlockUse(use.name() + "/" + i, use, List.copyOf(inputs), within);
      layers.addAll(one.layers(body));
      inputs.set(0, new Value<>(one.name(), use.at()));
    }
    layers.add(new BlockUse(use.name(), use, inputs, within).result(inputs.getFirst()));
    return layers;
  }

  /** What is compiled already has no places to show. */
  private BlockUse.Within within(LayerSpec use, TypeElement type) {
    Position at = use.layer().at();
    return rules.isSource(type) ? inside -> inside.usedAt(at) : _ -> at;
  }

  private BlockBody body(TypeElement type) {
    BlockBody known = bodies.get(type);
    if (known != null) {
      return known;
    }
    open.push(type);
    Report inside = new Report();
    LayerReader reader = new LayerReader(kinds, inside);
    BlockReader nested = new BlockReader(kinds, inside, bodies, open);
    List<LayerSpec> layers = nested.expand(BlockRules.inside(reader.layers(type), inside));
    boolean complete = reader.foundAll() && nested.foundAll();
    BlockBody body = new BlockBody(layers, complete, inside.diagnostics());
    open.pop();
    bodies.put(type, body);
    return body;
  }
}
