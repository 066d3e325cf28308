package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.ir.LossKind;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Every derivative against central differences, in double; and the comparison against mistakes. */
final class DerivativesTest {
  private static final int[] SIZES = {1, 2, 3, 7, 13};
  private static final int[] BATCHES = {1, 5};

  /** Central differences are exact to about 1e-10 of the projection, which may cancel to less. */
  private static final double TOLERANCE = 1e-6;

  private static final DoubleUnaryOperator ANY = x -> x;

  /** Keeps 0.1 away from 0, and from the kinks of relu6 and hard sigmoid at 6 and ±3. */
  private static final DoubleUnaryOperator AWAY_FROM_KINKS =
      x -> Math.signum(x) * (0.1 + Math.abs(x) * 1.4);

  private static final DoubleUnaryOperator PROBABILITY = x -> 0.05 + (x + 2) * 0.2;

  /** Builds an operation of a size; the worst error of its derivatives comes back. */
  @FunctionalInterface
  private interface Case {
    double error(CentralDifferences check, int size, UnaryOperator<Op> mistake);
  }

  @Test
  void everyDerivativeIsRight() {
    cases().forEach((name, one) -> assertThat(worst(one, op -> op)).as(name).isLessThan(TOLERANCE));
  }

  @Test
  void everyOperationWithADerivativeIsChecked() {
    Set<Class<?>> seen = new HashSet<>();
    cases()
        .values()
        .forEach(
            one ->
                worst(
                    one,
                    op -> {
                      seen.add(op.getClass());
                      return op;
                    }));
    assertThat(seen).contains(Op.Forward.class.getPermittedSubclasses());
    assertThat(seen).contains(Op.Backward.class.getPermittedSubclasses());
  }

  /** Wrong tables of derivatives: each must be noticed. */
  @Test
  void mistakesAreNoticed() {
    Map<String, UnaryOperator<Op>> mistakes = new LinkedHashMap<>();
    mistakes.put(
        "activate TANH", op -> is(op, Op.ActivateGradient.class, gradient(Activation.SIGMOID)));
    mistakes.put(
        "activate GELU", op -> is(op, Op.ActivateGradient.class, gradient(Activation.GELU_TANH)));
    mistakes.put("softmax", op -> is(op, Op.SoftmaxGradient.class, gradient(Activation.SIGMOID)));
    mistakes.put(
        "concat axis 0",
        op -> op instanceof Op.Slice(int axis, int _, int size) ? new Op.Slice(axis, 0, size) : op);
    mistakes.put("add", op -> is(op, Op.Add.class, gradient(Activation.TANH)));
    LossKind absolute = new LossKind(Loss.MEAN_ABSOLUTE_ERROR, false);
    mistakes.put(
        "loss MEAN_SQUARED_ERROR",
        op -> is(op, Op.LossGradient.class, new Op.LossGradient(absolute, 1)));
    mistakes.put(
        "activity penalty",
        op -> is(op, Op.ActivityGradient.class, new Op.ActivityGradient(0.3, 0.1)));
    mistakes.forEach(
        (name, mistake) ->
            assertThat(worst(cases().get(name), mistake)).as(name).isGreaterThan(1e-4));
  }

  private static Op.ActivateGradient gradient(Activation activation) {
    return new Op.ActivateGradient(Pointwise.of(activation));
  }

  private static Op is(Op op, Class<? extends Op> type, Op otherwise) {
    return type.isInstance(op) ? otherwise : op;
  }

  private static double worst(Case one, UnaryOperator<Op> mistake) {
    double worst = 0;
    for (int batch : BATCHES) {
      for (int size : SIZES) {
        CentralDifferences check = new CentralDifferences(size * 31L + batch, batch);
        worst = Math.max(worst, one.error(check, size, mistake));
      }
    }
    return worst;
  }

  private static Map<String, Case> cases() {
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put("product", DerivativesTest::product);
    cases.put(
        "bias",
        (check, n, mistake) ->
            check.worstError(
                check.add(
                    new Op.AddBias(),
                    check.operand(Shape.of(2, n), ANY),
                    check.shared(Shape.of(n))),
                mistake));
    functions().forEach(f -> cases.put("activate " + name(f), pointwise(f)));
    cases.put(
        "softmax",
        (check, n, mistake) ->
            check.worstError(
                check.add(new Op.Softmax(), check.operand(Shape.of(2, n), ANY)), mistake));
    cases.put("add", DerivativesTest::sum);
    for (int axis = 0; axis < 3; axis++) {
      cases.put("concat axis " + axis, concat(axis));
    }
    cases.put("reshape", DerivativesTest::reshape);
    for (Loss loss : Loss.values()) {
      cases.put("loss " + loss, loss(new LossKind(loss, false)));
    }
    LossKind balanced = new LossKind(Loss.BINARY_FOCAL_CROSSENTROPY, false, 1.5, 0.3);
    cases.put("balanced focal loss", loss(balanced));
    cases.put("balanced focal loss from logits", loss(balanced.ofLogits()));
    LossKind smoothed = new LossKind(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, false, 0.2, -1);
    cases.put("smoothed sparse loss", loss(smoothed));
    cases.put("smoothed sparse loss from logits", loss(smoothed.ofLogits()));
    cases.put("masked loss", DerivativesTest::maskedLoss);
    cases.put("activity penalty", DerivativesTest::penalty);
    for (Loss loss :
        List.of(
            Loss.BINARY_CROSSENTROPY,
            Loss.BINARY_FOCAL_CROSSENTROPY,
            Loss.KL_DIVERGENCE,
            Loss.CATEGORICAL_CROSSENTROPY,
            Loss.SPARSE_CATEGORICAL_CROSSENTROPY)) {
      cases.put("loss from logits " + loss, loss(new LossKind(loss, true)));
    }
    return cases;
  }

  private static String name(Pointwise function) {
    return function.equals(Pointwise.of(function.activation()))
        ? function.activation().name()
        : function.toString();
  }

  private static List<Pointwise> functions() {
    List<Pointwise> functions = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      if (activation != Activation.SOFTMAX) {
        functions.add(Pointwise.of(activation));
      }
    }
    functions.add(new Pointwise(Activation.LEAKY_RELU, 0.01));
    functions.add(new Pointwise(Activation.LEAKY_RELU, 0));
    functions.add(new Pointwise(Activation.LEAKY_RELU, 1.5));
    return functions;
  }

  private static double product(CentralDifferences check, int n, UnaryOperator<Op> mistake) {
    double worst = 0;
    Node x = check.operand(Shape.of(n), ANY);
    Node hidden = check.add(new Op.MatMul(), x, check.shared(Shape.of(n, 3)));
    Node y = check.add(new Op.MatMul(), hidden, check.shared(Shape.of(3, n)));
    return Math.max(worst, check.worstError(y, mistake));
  }

  private static Case pointwise(Pointwise function) {
    return (check, n, mistake) ->
        check.worstError(
            check.add(new Op.Activate(function), check.operand(Shape.of(3, n), AWAY_FROM_KINKS)),
            mistake);
  }

  /** A sum of three, of which two are the same. */
  private static double sum(CentralDifferences check, int n, UnaryOperator<Op> mistake) {
    Node a = check.operand(Shape.of(n), ANY);
    Node b = check.operand(Shape.of(n), ANY);
    Node y = check.add(new Op.Add(), check.add(new Op.Add(), a, b), a);
    return check.worstError(y, mistake);
  }

  private static Case concat(int axis) {
    return (check, n, mistake) -> {
      Node a = check.operand(Shape.of(2, 3, n).with(axis, n), ANY);
      Node b = check.operand(Shape.of(2, 3, n).with(axis, 2), ANY);
      return check.worstError(check.add(new Op.Concat(axis), a, b, a), mistake);
    };
  }

  private static double reshape(CentralDifferences check, int n, UnaryOperator<Op> mistake) {
    Node x = check.operand(Shape.of(2, n, 3), ANY);
    Node flat = check.add(new Op.Reshape(Shape.of(6 * n)), x);
    return check.worstError(
        check.add(new Op.Activate(Pointwise.of(Activation.TANH)), flat), mistake);
  }

  private static Case loss(LossKind kind) {
    return (check, size, mistake) -> {
      int n = kind.loss().name().contains("CATEGORICAL") ? size + 1 : size;
      boolean probabilities = !kind.fromLogits() && takesProbabilities(kind.loss());
      Node x = check.operand(Shape.of(2, n), probabilities ? PROBABILITY : ANY);
      Node target = check.add(new Op.Target("y", Shape.of(2, kind.sparse() ? 1 : n)));
      Node outputs = kind.fromLogits() ? activated(check, kind, x) : x;
      Node loss =
          kind.fromLogits()
              ? check.add(new Op.Loss(kind), x, outputs, target, check.weights())
              : check.add(new Op.Loss(kind), x, target, check.weights());
      double[] targets = targets(check, kind, n);
      return check.worstErrorOfLoss(outputs, loss, targets, mistake);
    };
  }

  private static double maskedLoss(CentralDifferences check, int n, UnaryOperator<Op> mistake) {
    Node x = check.operand(Shape.of(3, n), ANY);
    Node mask = check.constant(Shape.of(3), value -> value > 1 ? 0 : 1);
    Node weights = check.add(new SequenceOp.MaskedWeights(), mask, check.weights());
    Node target = check.add(new Op.Target("y", Shape.of(3, n)));
    LossKind squared = new LossKind(Loss.MEAN_SQUARED_ERROR, false);
    Node loss = check.add(new Op.Loss(squared), x, target, weights);
    return check.worstErrorOfLoss(x, loss, check.values(check.rows() * 3 * n, ANY), mistake);
  }

  private static double penalty(CentralDifferences check, int n, UnaryOperator<Op> mistake) {
    Node x = check.operand(Shape.of(2, n), AWAY_FROM_KINKS);
    Node loss = check.add(new Op.ActivityPenalty(0.3, 0.2), x);
    return check.worstErrorOfLoss(x, loss, new double[0], mistake);
  }

  private static boolean takesProbabilities(Loss loss) {
    return loss.name().endsWith("CROSSENTROPY")
        || loss == Loss.KL_DIVERGENCE
        || loss == Loss.POISSON;
  }

  private static Node activated(CentralDifferences check, LossKind kind, Node x) {
    return kind.loss().name().startsWith("BINARY")
        ? check.add(new Op.Activate(Pointwise.of(Activation.SIGMOID)), x)
        : check.add(new Op.Softmax(), x);
  }

  private static double[] targets(CentralDifferences check, LossKind kind, int n) {
    int rows = 2 * check.rows();
    Random random = new Random(n);
    return switch (kind.loss()) {
      // Beyond the predictions: no difference is near the kink.
      case MEAN_ABSOLUTE_ERROR, HUBER -> check.values(rows * n, x -> Math.signum(x) * 3);
      case HINGE -> check.values(rows * n, x -> x < 0 ? -3 : 3);
      case SQUARED_HINGE -> check.values(rows * n, x -> x < 0 ? 0 : 1);
      case SPARSE_CATEGORICAL_CROSSENTROPY ->
          random.ints(rows, 0, n).mapToDouble(label -> label).toArray();
      default -> check.values(rows * n, x -> (x + 2) / 4);
    };
  }
}
