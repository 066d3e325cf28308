package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.interpret.Interpreter;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.LossKind;
import dev.annotron.processor.ir.LossTerm;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.numbers.Golden.LossCase;
import dev.annotron.processor.spec.ModelSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Losses and their gradients: in the interpreter as operations; in generated code at the end of a
 * network that turns logits into the reference's predictions, with the loss fused and not.
 */
final class GoldenLossesTest {
  /** Of the case that has it. */
  private static final double SMOOTHING = 0.1;

  private static final Node.Origin ORIGIN = new Node.Origin("loss", false);

  static Stream<Variant> variants() {
    return Variant.all().flatMap(v -> Stream.of(v, v.without(Set.of("fuse-loss"))));
  }

  @Test
  void interpreterAgrees() {
    Golden.run("losses", "interpreter", cases(), GoldenLossesTest::interpret);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void generatedCodeAgrees(Variant variant) {
    Map<String, LossCase> cases = cases();
    Map<String, ModelSpec> models = new LinkedHashMap<>();
    cases.forEach((name, one) -> models.put(name, network(one)));
    Subjects subjects = Subjects.generated(variant);
    Map<String, Subject> made = subjects.of(models);
    Golden.run(
        "losses", subjects, cases, one -> check(one, made.get(one.name()), subjects.tolerance()));
  }

  private static Map<String, LossCase> cases() {
    Map<String, LossCase> cases = Subjects.byName(Golden.losses(), LossCase::name);
    assertThat(cases).hasSize(Golden.count("losses"));
    return cases;
  }

  /** Keras takes log 2 for a float in log cosh, also in float64. */
  private static double value(LossCase one) {
    double log2 = Math.log(2);
    return one.name().equals("log_cosh") ? one.value() + (float) log2 - log2 : one.value();
  }

  private static boolean fromLogits(LossCase one) {
    return one.name().endsWith("_logits") || isSmoothed(one);
  }

  private static void interpret(LossCase one) {
    LossKind kind = new LossKind(Golden.loss(one.name()), fromLogits(one));
    int width = one.prediction().width();
    GraphBuilder builder = new GraphBuilder();
    Node prediction = builder.add(ORIGIN, new Op.Input("prediction", Shape.of(width)));
    Node expected = builder.add(ORIGIN, new Op.Target("y", Shape.of(kind.sparse() ? 1 : width)));
    Node target =
        isSmoothed(one)
            ? builder.add(ORIGIN, new ElementOp.Affine(1 - SMOOTHING, SMOOTHING / width), expected)
            : expected;
    Node weights = builder.add(ORIGIN, new Op.SampleWeights());
    Node outputs = kind.fromLogits() ? activated(builder, kind.loss(), prediction) : prediction;
    Node loss =
        kind.fromLogits()
            ? builder.add(ORIGIN, new Op.Loss(kind), prediction, outputs, target, weights)
            : builder.add(ORIGIN, new Op.Loss(kind), prediction, target, weights);
    Node gradient = builder.add(ORIGIN, new Op.LossGradient(kind, 1), outputs, target, weights);
    Graph graph =
        new Graph(
            builder.nodes(), List.of(outputs), Map.of(), List.of(new LossTerm(loss, 1)), Map.of());
    Map<String, double[]> sources =
        Map.of(
            "prediction", one.prediction().data(), Interpreter.TARGET + "y", one.target().data());
    Map<Node, double[]> values = Interpreter.run(graph, sources, one.prediction().rows());
    Close.check("loss", values.get(loss)[0], value(one), 1e-9);
    Close.check("gradient", values.get(gradient), one.grad_prediction().data(), 1e-9);
  }

  private static Node activated(GraphBuilder builder, Loss loss, Node logits) {
    Op op =
        loss == Loss.BINARY_CROSSENTROPY
            ? new Op.Activate(dev.annotron.processor.ir.Pointwise.of(Activation.SIGMOID))
            : new Op.Softmax();
    return builder.add(ORIGIN, op, logits);
  }

  private static boolean isSmoothed(LossCase one) {
    return one.name().endsWith("_smoothed");
  }

  private static ModelSpec network(LossCase one) {
    NetworkBuilder network = new NetworkBuilder("Golden");
    if (isSmoothed(one)) {
      Map<String, Object> options = new TreeMap<>(Annotations.defaults("LossOptions"));
      options.put("labelSmoothing", SMOOTHING);
      network.beside("LossOptions", options);
    }
    return network
        .input("x", one.prediction().width())
        .dense("d", one.prediction().width(), activation(one))
        .loss(Golden.loss(one.name()))
        .build();
  }

  private static Activation activation(LossCase one) {
    return switch (Golden.loss(one.name())) {
      case BINARY_CROSSENTROPY, BINARY_FOCAL_CROSSENTROPY -> Activation.SIGMOID;
      case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE ->
          Activation.SOFTMAX;
      case POISSON -> Activation.EXPONENTIAL;
      default -> Activation.LINEAR;
    };
  }

  private static void check(LossCase one, Subject subject, double tolerance) {
    int rows = one.prediction().rows();
    int width = one.prediction().width();
    subject.set(Map.of("d/kernel", GoldenLayersTest.identity(width), "d/bias", new double[width]));
    Batch batch = new Batch(logits(one), one.target().data(), rows);
    Close.check("loss", subject.differentiate(batch).loss(), value(one), tolerance);
    double[] gradient = new double[rows * width];
    for (int row = 0; row < rows; row++) {
      double[] ofRow = subject.differentiate(batch.row(row)).gradients().get("d/bias");
      for (int i = 0; i < width; i++) {
        gradient[row * width + i] = ofRow[i] / rows;
      }
    }
    Close.check("gradient", gradient, byLogits(one), tolerance);
  }

  /** What the activation makes the reference's predictions of. */
  private static double[] logits(LossCase one) {
    double[] p = one.prediction().data();
    if (fromLogits(one)) {
      return p;
    }
    return switch (activation(one)) {
      case SIGMOID -> Arrays.stream(p).map(x -> Math.log(x / (1 - x))).toArray();
      case SOFTMAX, EXPONENTIAL -> Arrays.stream(p).map(Math::log).toArray();
      default -> p;
    };
  }

  /** The reference's gradient by the logits, through the activation's derivative. */
  private static double[] byLogits(LossCase one) {
    double[] p = one.prediction().data();
    double[] g = one.grad_prediction().data().clone();
    if (fromLogits(one) || activation(one) == Activation.LINEAR) {
      return g;
    }
    int width = one.prediction().width();
    for (int row = 0; row < p.length; row += width) {
      double inner = 0;
      for (int i = row; i < row + width; i++) {
        inner += p[i] * g[i];
      }
      for (int i = row; i < row + width; i++) {
        g[i] =
            switch (activation(one)) {
              case SIGMOID -> g[i] * p[i] * (1 - p[i]);
              case EXPONENTIAL -> g[i] * p[i];
              default -> p[i] * (g[i] - inner);
            };
      }
    }
    return g;
  }
}
