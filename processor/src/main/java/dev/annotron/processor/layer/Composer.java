package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Numbers;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Roles;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Optional;

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
  private final LayerWeights weights;
  private boolean refusedShared;
  private boolean refusedAxes;

  Composer(
      LayerSpec spec,
      List<Node> inputs,
      GraphBuilder graph,
      Report report,
      DataPath path,
      boolean training,
      LayerWeights weights) {
    this.spec = spec;
    this.inputs = List.copyOf(inputs);
    this.graph = graph;
    this.report = report;
    this.path = path;
    this.training = training;
    this.weights = weights;
  }

  public String name() {
    return spec.name();
  }

  /** Whether this is the input of a block. */
  boolean isBound() {
    return spec.isBound();
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

  /** Whether training leaves the weights as they are; normalisation then does as in prediction. */
  public boolean frozen() {
    return spec.modifier("Frozen").isPresent();
  }

  /** Says what a training step makes of a parameter that {@link #updated} gave. */
  public void update(Node parameter, Node next) {
    weights.update(parameter, next);
  }

  /** The mask of an input: 0 for each of its steps that layers pass over, else 1. */
  public Optional<Node> mask(int input) {
    return path.mask(inputs.get(input));
  }

  /** Whether layers that read {@code result} get a mask. */
  boolean hasMask(Node result) {
    return path.mask(result).isPresent();
  }

  /** Reports that the mask of an input ends here. */
  void tellLostMask(int input) {
    report.addAs(
        Code.MASK_LOST,
        spec.layer().at(),
        name(),
        spec.layer().kind(),
        spec.inputs().get(input).value());
  }

  /** Gives the layers that read {@code result} a mask. */
  public void mask(Node result, Node mask) {
    path.mask(result, mask);
  }

  public Node add(Op op, Node... operands) {
    return graph.add(new Node.Origin(spec.name(), false), op, operands);
  }

  public Node add(Op op, List<Node> operands) {
    return graph.add(new Node.Origin(spec.name(), false), op, operands);
  }

  /** A kernel of this layer, started as {@code @Init} says, or else as {@code otherwise}. */
  public Node kernel(Shape shape, Initializer otherwise, int fanIn, int fanOut) {
    return kernel("kernel", shape, otherwise, fanIn, fanOut);
  }

  /** The same with a name of its own, in layers with several kernels. */
  public Node kernel(String role, Shape shape, Initializer otherwise, int fanIn, int fanOut) {
    return trained(role, shape, initializer("value", otherwise), fanIn, fanOut);
  }

  /** A bias of this layer, started as {@code @Init} says, or else as zeros. */
  public Node bias(int units) {
    return bias(Shape.of(units));
  }

  /** A bias of more than one axis. */
  public Node bias(Shape shape) {
    Initializer initializer = initializer("bias", Initializer.ZEROS);
    return trained("bias", shape, initializer, shape.size(), shape.size());
  }

  /** A parameter of this layer that the optimizer changes. */
  public Node trained(String role, Shape shape, Initializer initializer, int in, int out) {
    refusedAxes = refusedAxes || (Roles.isKernel(role) && !NormAxes.check(this, shape));
    return parameter(role, shape, initializer, in, out, Op.Change.TRAINED);
  }

  /** A parameter of this layer that training changes as {@link #update} says, unless frozen. */
  public Node updated(String role, Shape shape, Initializer initializer) {
    return weights.latest(parameter(role, shape, initializer, 1, 1, Op.Change.UPDATED));
  }

  private Node parameter(
      String role, Shape shape, Initializer initializer, int in, int out, Op.Change change) {
    shape.size(); // refuses, before anything is built on it, what an int cannot count
    String owner = weights.owner(spec);
    String name = owner + "/" + role;
    Optional<Node> there = weights.find(name);
    if (!owner.equals(spec.name()) && !there.map(Node::shape).equals(Optional.of(shape))) {
      refuseShared(role, shape, owner, there);
    } else if (there.isPresent()) {
      return there.get();
    }
    Op.Change actual = frozen() ? Op.Change.FROZEN : change;
    return weights.add(
        new Node.Origin(spec.name(), false),
        new Op.Parameter(name, shape, initializer, in, out, actual));
  }

  /** Reports once per layer: kernel and bias differ for one reason. */
  private void refuseShared(String role, Shape shape, String owner, Optional<Node> there) {
    if (refusedShared) {
      return;
    }
    refusedShared = true;
    String found = there.map(node -> node.shape().toString()).orElse("none");
    refuse(
        Code.SHARED_KIND,
        spec.modifier("Shared").orElseThrow().text("value").at(),
        "shared weights have one shape: this layer takes a %s%s, found %s in %s (%s); make the two"
                .formatted(role, shape, found, owner, path())
            + " layers and what they read alike, or remove @Shared");
  }

  /** The annotation of this kind beside the layer, if it stands there. */
  public Optional<AnnotationSpec> modifier(String kind) {
    return spec.modifier(kind);
  }

  /** What {@code @Init} says of a kind of weights, or else {@code otherwise}. */
  public Initializer initializer(String attribute, Initializer otherwise) {
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
          "%s of @%s is %s; it must be %s"
              .formatted(attribute, kind, Numbers.found(found.value()), expected));
    }
    return inRange;
  }

  /** Reports a mistake; {@code message} says what was found, what was expected and the mend. */
  public Optional<Node> refuse(Code code, Position at, String message) {
    report.add(code, at, spec.name() + ": " + message);
    return Optional.empty();
  }

  /** How the input with this number becomes a sequence: by its recurrent layer, if one made it. */
  public String sequenceMend(int index) {
    return path.lastState(spec, index)
        .map("set returnSequences = true in %s"::formatted)
        .orElse("put @Reshape before it");
  }

  /** How data gets to this layer, for people: {@code pixels[28,28,1] → conv[26,26,8] → digit}. */
  public String path() {
    return path.to(spec);
  }
}
