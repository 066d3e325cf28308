package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a {@link Layer} works with: its annotation, its inputs, a graph to add to, and a place for
 * complaints.
 */
public final class Composer {
  private final LayerSpec spec;
  private final List<Node> inputs;
  private final GraphBuilder graph;
  private final Report report;
  private final DataPath path;
  private final boolean training;
  private final BiConsumer<Node, Node> updates;

  Composer(
      LayerSpec spec,
      List<Node> inputs,
      GraphBuilder graph,
      Report report,
      DataPath path,
      boolean training,
      BiConsumer<Node, Node> updates) {
    this.spec = spec;
    this.inputs = List.copyOf(inputs);
    this.graph = graph;
    this.report = report;
    this.path = path;
    this.training = training;
    this.updates = updates;
  }

  public String name() {
    return spec.name();
  }

  public AnnotationSpec annotation() {
    return spec.layer();
  }

  public List<Node> inputs() {
    return inputs;
  }

  public Node input() {
    return inputs.getFirst();
  }

  /** Where the input with this number is written; for one that is not written, the layer. */
  public Position inputPosition(int index) {
    return spec.inputs().get(index).at();
  }

  /**
   * Whether the layer is composed as training computes it; else as prediction and evaluation do.
   */
  public boolean training() {
    return training;
  }

  /** Says what a training step makes of a parameter that {@link #updated} gave. */
  public void update(Node parameter, Node next) {
    updates.accept(parameter, next);
  }

  public Node add(Op op, Node... operands) {
    return graph.add(new Node.Origin(spec.name(), false), op, operands);
  }

  public Node add(Op op, List<Node> operands) {
    return graph.add(new Node.Origin(spec.name(), false), op, operands);
  }

  /** A kernel of this layer, started as {@code @Init} says, or else as {@code otherwise}. */
  public Node kernel(Shape shape, Initializer otherwise, int fanIn, int fanOut) {
    return trained("kernel", shape, initializer("value", otherwise), fanIn, fanOut);
  }

  /** A bias of this layer, started as {@code @Init} says, or else as zeros. */
  public Node bias(int units) {
    Initializer initializer = initializer("bias", Initializer.ZEROS);
    return trained("bias", Shape.of(units), initializer, units, units);
  }

  /** A parameter of this layer that the optimizer changes. */
  public Node trained(String role, Shape shape, Initializer initializer, int in, int out) {
    return parameter(role, shape, initializer, in, out, Op.Change.TRAINED);
  }

  /** A parameter of this layer that training changes as {@link #update} says. */
  public Node updated(String role, Shape shape, Initializer initializer) {
    return parameter(role, shape, initializer, 1, 1, Op.Change.UPDATED);
  }

  private Node parameter(
      String role, Shape shape, Initializer initializer, int in, int out, Op.Change change) {
    shape.size(); // refuses, before anything is built on it, what an int cannot count
    return add(new Op.Parameter(spec.name() + "/" + role, shape, initializer, in, out, change));
  }

  /** The annotation of this kind beside the layer, if it stands there. */
  public Optional<AnnotationSpec> modifier(String kind) {
    return spec.modifier(kind);
  }

  private Initializer initializer(String attribute, Initializer otherwise) {
    return spec.modifier("Init")
        .map(init -> init.constant(attribute, Initializer.class).value())
        .orElse(otherwise);
  }

  /** Reports that an attribute's value is outside its range, unless {@code inRange}. */
  public boolean check(boolean inRange, String attribute, Value<?> found, String expected) {
    if (!inRange) {
      String kind = spec.layer().kind();
      refuse(
          Code.ATTRIBUTE_RANGE,
          found.at(),
          "%s of @%s is %s; it must be %s".formatted(attribute, kind, found.value(), expected));
    }
    return inRange;
  }

  /** Reports a mistake; {@code message} says what was found, what was expected and the mend. */
  public Optional<Node> refuse(Code code, Position at, String message) {
    report.add(code, at, spec.name() + ": " + message);
    return Optional.empty();
  }

  /** How data gets to this layer, for people: {@code pixels[28,28,1] → conv[26,26,8] → digit}. */
  public String path() {
    return path.to(spec);
  }
}
