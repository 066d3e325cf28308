package dev.annotron.processor.layer;

import dev.annotron.Activation;
import dev.annotron.Initializer;
import dev.annotron.MergeMode;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.ir.RecurrentOp;
import dev.annotron.processor.ir.RecurrentOp.Cell;
import dev.annotron.processor.ir.RecurrentOp.Kind;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.ir.ShapeOp;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code @SimpleRnn}, {@code @Lstm}, {@code @Gru}: one product for all inputs, then the steps. */
record RecurrentLayer(String kind, Kind cell) implements Layer {

  @Override
  public Set<String> modifiers() {
    return Set.of("Init", "Bidirectional");
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public boolean check(Composer composer) {
    Value<Integer> units = composer.annotation().integer("units");
    boolean fine = composer.check(units.value() >= 1, "units", units, "at least 1");
    fine &= isPointwise(composer, "activation");
    return cell == Kind.SIMPLE_RNN ? fine : fine & isPointwise(composer, "recurrentActivation");
  }

  private static boolean isPointwise(Composer composer, String attribute) {
    Value<Activation> activation = composer.annotation().constant(attribute, Activation.class);
    boolean fits = activation.value() != Activation.SOFTMAX;
    return composer.check(fits, attribute, activation, "a function of one value");
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Shape shape = composer.input().shape();
    if (shape.rank() != 2) {
      return composer.refuse(
          Code.SHAPE_RANK,
          composer.annotation().at(),
          "%s takes rank 2 (steps, features), found rank %d (%s); %s"
              .formatted(kind, shape.rank(), composer.path(), composer.sequenceMend(0)));
    }
    boolean backwards = composer.annotation().flag("goBackwards").value();
    Optional<AnnotationSpec> both = composer.modifier("Bidirectional");
    if (both.isEmpty()) {
      return Optional.of(direction(composer, "", backwards));
    }
    Node there = direction(composer, "forward", backwards);
    Node back = direction(composer, "backward", !backwards);
    Node turned = isSequence(composer) ? composer.add(new ShapeOp.Reverse(0), back) : back;
    MergeMode mode = both.get().constant("mergeMode", MergeMode.class).value();
    return Optional.of(merge(composer, mode, there, turned));
  }

  private static Node merge(Composer composer, MergeMode mode, Node there, Node back) {
    return switch (mode) {
      case CONCAT -> composer.add(new Op.Concat(there.shape().rank() - 1), there, back);
      case SUM -> composer.add(new Op.Add(), there, back);
      case MUL -> composer.add(new ElementOp.Combine(Combination.MULTIPLY), there, back);
      case AVE -> {
        Node sum = composer.add(new Op.Add(), there, back);
        yield composer.add(new ElementOp.Affine(0.5, 0), sum);
      }
    };
  }

  /** All steps in one direction, with weights whose names start so. */
  private Node direction(Composer composer, String prefix, boolean backwards) {
    Optional<Node> mask = composer.mask(0).map(m -> turned(composer, m, backwards));
    Cell steps = steps(composer, mask.isPresent());
    Node x = turned(composer, composer.input(), backwards);
    int in = x.shape().last();
    Node kernel =
        composer.trained(
            role(prefix, "kernel"),
            Shape.of(in, steps.gates()),
            composer.initializer("value", Initializer.GLOROT_UNIFORM),
            in,
            steps.gates());
    Node recurrentKernel =
        composer.trained(
            role(prefix, "recurrentKernel"),
            Shape.of(steps.units(), steps.gates()),
            composer.initializer("recurrent", Initializer.ORTHOGONAL),
            steps.units(),
            steps.gates());
    Node product = composer.add(new Op.MatMul(), x, kernel);
    List<Node> operands = new ArrayList<>();
    if (cell != Kind.GRU && composer.annotation().flag("useBias").value()) {
      Node bias = bias(composer, prefix, Shape.of(steps.gates()));
      operands.add(composer.add(new Op.AddBias(), product, bias));
    } else {
      operands.add(product);
    }
    operands.add(recurrentKernel);
    if (steps.hasBias()) {
      operands.add(bias(composer, prefix, Shape.of(2, steps.gates())));
    }
    mask.ifPresent(operands::add);
    Node trace = composer.add(new RecurrentOp.Recur(steps), operands);
    operands.addFirst(trace);
    return composer.add(new RecurrentOp.States(steps, !isSequence(composer)), operands);
  }

  private Cell steps(Composer composer, boolean masked) {
    AnnotationSpec annotation = composer.annotation();
    return new Cell(
        cell,
        annotation.integer("units").value(),
        function(annotation, "activation"),
        cell == Kind.SIMPLE_RNN ? Pointwise.LINEAR : function(annotation, "recurrentActivation"),
        cell == Kind.GRU && annotation.flag("useBias").value(),
        masked);
  }

  private static Pointwise function(AnnotationSpec annotation, String attribute) {
    return Pointwise.of(annotation.constant(attribute, Activation.class).value());
  }

  private Node bias(Composer composer, String prefix, Shape shape) {
    boolean forgets = cell == Kind.LSTM && composer.annotation().flag("unitForgetBias").value();
    Initializer otherwise = forgets ? Initializer.UNIT_FORGET : Initializer.ZEROS;
    Initializer written = composer.initializer("bias", Initializer.ZEROS);
    Initializer start = written == Initializer.ZEROS ? otherwise : written;
    return composer.trained(role(prefix, "bias"), shape, start, shape.last(), shape.last());
  }

  /** {@code kernel}, or {@code forwardKernel}. */
  private static String role(String prefix, String role) {
    return prefix.isEmpty()
        ? role
        : prefix + Character.toUpperCase(role.charAt(0)) + role.substring(1);
  }

  private static Node turned(Composer composer, Node x, boolean backwards) {
    return backwards ? composer.add(new ShapeOp.Reverse(0), x) : x;
  }

  private static boolean isSequence(Composer composer) {
    return composer.annotation().flag("returnSequences").value();
  }
}
