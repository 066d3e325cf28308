package dev.annotron.processor.numbers;

import static dev.annotron.processor.ir.ElementOp.Combination.MAXIMUM;
import static dev.annotron.processor.ir.ElementOp.Combination.MINIMUM;

import dev.annotron.processor.Stages;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.LossKind;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.ir.RecurrentOp;
import dev.annotron.processor.ir.RecurrentOp.Cell;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.optimize.Passes;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.spec.ModelSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * Weights and a batch for a network, all of them floats, at a place where rounding to float changes
 * little: away from kinks, and with moderate values.
 */
record RandomData(Map<String, double[]> weights, Batch batch) {
  private static final int ATTEMPTS = 200;

  private static final double LARGEST = 30;

  /**
   * How far arguments stay from kinks, of the largest of them: float rounding moves them by less.
   */
  private static final double MARGIN = 2e-5;

  /**
   * Beyond, a derivative that is computed from the result, as 1 − y², loses its digits in float.
   */
  private static final double UNSATURATED = 4;

  static RandomData of(ModelSpec model, long seed) {
    Variant plain = Variant.of(Compute.AUTO).without(Passes.names());
    Stages stages = Interpreted.stages(model, plain);
    Random random = new Random(seed);
    int rows = 1 + random.nextInt(9);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      RandomData data = draw(stages.loss(), random, rows, Math.pow(0.95, attempt));
      if (data.isCalm(stages)) {
        return data;
      }
    }
    throw new AssertionError("no calm data for seed " + seed + "\n" + SpecText.of(model));
  }

  private static RandomData draw(Graph graph, Random random, int rows, double scale) {
    Map<String, double[]> weights = new LinkedHashMap<>();
    for (Node node : graph.parameters()) {
      Op.Parameter parameter = (Op.Parameter) node.op();
      double spread =
          node.shape().rank() == 1 ? 0.3 * scale : scale / Math.sqrt(node.shape().dimension(0));
      // A moving variance is not negative.
      boolean moving = parameter.change() == Op.Change.UPDATED;
      weights.put(
          parameter.name(),
          fill(
              node.shape().size(),
              () -> moving ? 0.3 + random.nextDouble() : spread * random.nextGaussian()));
    }
    int features = graph.inputs().stream().mapToInt(input -> input.shape().size()).sum();
    double[] x = fill(rows * features, () -> scale * random.nextGaussian());
    double[] y = targets(graph, random, rows);
    return new RandomData(weights, new Batch(x, y, sampleWeights(x, rows), rows));
  }

  /** None for every other batch; in large ones the first is 0. */
  private static double[] sampleWeights(double[] x, int rows) {
    Random random = new Random(Arrays.hashCode(x));
    boolean weighted = random.nextBoolean();
    double[] weights = fill(rows, () -> weighted ? (1 + random.nextInt(4)) / 2.0 : 1);
    weights[0] = weighted && rows > 4 ? 0 : weights[0];
    return weights;
  }

  /** Floats of moderate size; a seed gives the same for ever. */
  static double[] fill(int size, long seed) {
    Random random = new Random(seed);
    return fill(size, () -> random.nextGaussian() / 2);
  }

  private static double[] fill(int size, DoubleSupplier values) {
    double[] filled = new double[size];
    Arrays.setAll(filled, _ -> values.getAsDouble());
    return Batch.rounded(filled);
  }

  private static double[] targets(Graph graph, Random random, int rows) {
    List<double[]> matrices =
        graph.outputLosses().stream().map(loss -> targets(loss, random, rows)).toList();
    return Interpreted.beside(matrices, rows);
  }

  private static double[] targets(Node loss, Random random, int rows) {
    LossKind kind = ((Op.Loss) loss.op()).kind();
    int classes = loss.input(0).shape().last();
    int size = rows * loss.inputs().get(loss.inputs().size() - 2).shape().size();
    return switch (kind.loss()) {
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER, LOG_COSH ->
          fill(size, random::nextGaussian);
      case POISSON -> fill(size, () -> random.nextInt(4));
      case HINGE -> fill(size, () -> random.nextBoolean() ? 1 : -1);
      case SQUARED_HINGE -> fill(size, () -> random.nextInt(2));
      case BINARY_CROSSENTROPY, BINARY_FOCAL_CROSSENTROPY ->
          fill(size, () -> random.nextBoolean() ? random.nextInt(2) : random.nextDouble());
      case SPARSE_CATEGORICAL_CROSSENTROPY -> fill(size, () -> random.nextInt(classes));
      case CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE -> probabilities(size, classes, random);
    };
  }

  private static double[] probabilities(int size, int classes, Random random) {
    double[] all = new double[size];
    for (int at = 0; at < size; at += classes) {
      boolean oneHot = random.nextBoolean();
      int label = random.nextInt(classes);
      double share = oneHot ? 1 : 0.7;
      for (int i = 0; i < classes; i++) {
        all[at + i] = i == label ? share : (1 - share) / (classes - 1);
      }
    }
    return Batch.rounded(all);
  }

  private boolean isCalm(Stages stages) {
    Interpreted network = new Interpreted(stages);
    network.set(weights);
    Map<Node, double[]> values = network.run(stages.loss(), batch);
    for (Node node : stages.loss().nodes()) {
      if (!isCalm(node, values)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCalm(Node node, Map<Node, double[]> values) {
    // What hides scores is large by purpose; behind it is a softmax, where it is exactly 0.
    boolean free =
        node.op() instanceof Op.Target
            || node.op() instanceof SequenceOp.Hide
            || node.op() instanceof Op.ActivityPenalty;
    if (!free && !(Close.magnitude(values.get(node)) <= LARGEST)) {
      return false;
    }
    return switch (node.op()) {
      case Op.Activate(Pointwise function) -> isCalm(function, values.get(node.input(0)));
      case SequenceOp.Mask(double value) -> away(values.get(node.input(0)), value);
      case RecurrentOp.Recur(Cell cell) -> isCalm(cell, values.get(node));
      case Op.ActivityPenalty(double l1, double _) -> l1 == 0 || away(values.get(node.input(0)), 0);
      case ElementOp.Prelu _ -> away(values.get(node.input(0)), 0);
      case ElementOp.Combine(var how) when how == MAXIMUM || how == MINIMUM ->
          away(difference(values.get(node.input(0)), values.get(node.input(1))), 0);
      case Op.Loss(LossKind kind) ->
          isCalm(kind, values.get(node.input(0)), values.get(node.input(1)));
      default -> true;
    };
  }

  /** A step's new values are kept as results, by their derivative too. */
  private static boolean isCalm(Cell cell, double[] trace) {
    int fresh = cell.kind() == RecurrentOp.Kind.SIMPLE_RNN ? 0 : 2 * cell.units();
    double saturated = Math.tanh(UNSATURATED);
    return IntStream.range(0, trace.length)
        .filter(i -> i % cell.trace() >= fresh && i % cell.trace() < fresh + cell.units())
        .allMatch(i -> Math.abs(trace[i]) < saturated);
  }

  private static boolean isCalm(Pointwise function, double[] x) {
    return switch (function.activation()) {
      case RELU, LEAKY_RELU -> away(x, 0);
      case SELU, ELU -> away(x, 0) && Arrays.stream(x).allMatch(v -> v > -UNSATURATED);
      case TANH, SIGMOID -> Close.magnitude(x) < UNSATURATED;
      case RELU6 -> away(x, 0) && away(x, 6);
      case HARD_SIGMOID -> away(x, -3) && away(x, 3);
      default -> true;
    };
  }

  /** A value exactly on a kink is computed exactly in every way. */
  private static boolean away(double[] x, double kink) {
    double margin = MARGIN * Close.magnitude(x);
    return Arrays.stream(x).allMatch(v -> v == kink || Math.abs(v - kink) > margin);
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = a.clone();
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }

  private static boolean isCalm(LossKind kind, double[] prediction, double[] target) {
    return switch (kind.loss()) {
      case MEAN_SQUARED_ERROR, LOG_COSH, SQUARED_HINGE -> true;
      case HUBER -> {
        double[] size = Arrays.stream(difference(prediction, target)).map(Math::abs).toArray();
        yield away(size, kind.shape());
      }
      case HINGE -> {
        double[] margins = prediction.clone();
        Arrays.setAll(margins, i -> prediction[i] * target[i]);
        yield away(margins, 1);
      }
      case POISSON -> Arrays.stream(prediction).allMatch(p -> p > 0.02);
      case MEAN_ABSOLUTE_ERROR -> away(difference(prediction, target), 0);
      // Without the fused loss 1 − p loses digits where p is near 1.
      case BINARY_CROSSENTROPY, BINARY_FOCAL_CROSSENTROPY ->
          Arrays.stream(prediction).allMatch(p -> p > 0.02 && p < 0.98);
      case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE ->
          Arrays.stream(prediction).allMatch(p -> p > 1e-4);
    };
  }
}
