package dev.annotron.processor.numbers;

import dev.annotron.processor.Compiler;
import dev.annotron.processor.Stages;
import dev.annotron.processor.UpdateMaker;
import dev.annotron.processor.autodiff.Autodiff;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.interpret.Interpreter;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.LossTerm;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.optimize.Passes;
import dev.annotron.processor.plan.UpdatePlan.Penalty;
import dev.annotron.processor.spec.ModelSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network as the interpreter computes it. */
final class Interpreted implements Subject {
  private final Stages stages;
  private final Stages withoutPasses;
  private final List<Penalty> penalties;
  private Map<String, double[]> weights = Map.of();

  Interpreted(Stages stages) {
    this(stages, stages, List.of());
  }

  private Interpreted(Stages stages, Stages withoutPasses, List<Penalty> penalties) {
    this.stages = stages;
    this.withoutPasses = withoutPasses;
    this.penalties = penalties;
  }

  static Interpreted of(ModelSpec model, Variant variant) {
    return new Interpreted(
        stages(model, variant),
        stages(model, variant.without(Passes.names())),
        UpdateMaker.of(model).penalties());
  }

  static Stages stages(ModelSpec model, Variant variant) {
    Report report = new Report();
    return Compiler.stages(model, variant.options(), report)
        .orElseThrow(() -> new AssertionError(report.diagnostics() + "\n" + SpecText.of(model)));
  }

  @Override
  public void set(Map<String, double[]> values) {
    weights = Map.copyOf(values);
  }

  @Override
  public double[] predict(Batch batch) {
    Graph graph = stages.predict();
    Map<Node, double[]> values = run(graph, batch);
    return beside(graph.outputs().stream().map(values::get).toList(), batch.rows());
  }

  /** The loss as evaluation computes it, where nothing is random. */
  double evaluate(Batch batch) {
    Graph graph = stages.evaluate().orElse(stages.train());
    return loss(graph, run(graph, batch));
  }

  @Override
  public Slope differentiate(Batch batch) {
    return slope(stages.train(), batch);
  }

  private Slope slope(Graph graph, Batch batch) {
    Map<Node, double[]> values = run(graph, batch);
    Map<String, double[]> gradients = new LinkedHashMap<>();
    for (Node parameter : graph.parameters()) {
      Op.Parameter op = (Op.Parameter) parameter.op();
      if (op.change() == Op.Change.TRAINED) {
        Node gradient = graph.gradients().get(parameter);
        double[] zeros = new double[parameter.shape().size()];
        gradients.put(
            op.name(), gradient == null ? zeros : penalized(op.name(), values.get(gradient)));
      }
    }
    return new Slope(loss(graph, values), gradients);
  }

  /** Matrices of as many rows, one beside another. */
  static double[] beside(List<double[]> matrices, int rows) {
    int width = matrices.stream().mapToInt(matrix -> matrix.length / rows).sum();
    double[] joined = new double[rows * width];
    int at = 0;
    for (double[] matrix : matrices) {
      int columns = matrix.length / rows;
      for (int row = 0; row < rows; row++) {
        System.arraycopy(matrix, row * columns, joined, row * width + at, columns);
      }
      at += columns;
    }
    return joined;
  }

  private double loss(Graph graph, Map<Node, double[]> values) {
    double loss = 0;
    for (LossTerm term : graph.losses()) {
      loss += term.weight() * values.get(term.value())[0];
    }
    return loss + penalty();
  }

  /** Of the weights that the loss depends on. */
  private double penalty() {
    double sum = 0;
    for (Node parameter : stages.train().gradients().keySet()) {
      String name = ((Op.Parameter) parameter.op()).name();
      for (Penalty penalty : penalties) {
        for (double w : penalty.isFor(name) ? weights.get(name) : new double[0]) {
          sum += penalty.l1() * Math.abs(w) + penalty.l2() * w * w;
        }
      }
    }
    return sum;
  }

  private double[] penalized(String name, double[] gradient) {
    double[] sum = gradient.clone();
    double[] w = weights.get(name);
    for (Penalty penalty : penalties) {
      for (int i = 0; i < (penalty.isFor(name) ? sum.length : 0); i++) {
        sum[i] += penalty.l1() * Math.signum(w[i]) + 2 * penalty.l2() * w[i];
      }
    }
    return sum;
  }

  /** What a step of training makes of parameters that no gradient changes, by name. */
  Map<String, double[]> updates(Batch batch, int step) {
    Graph graph = stages.train();
    Map<Node, double[]> values = run(graph, batch, step);
    Map<String, double[]> next = new LinkedHashMap<>();
    graph
        .updates()
        .forEach(
            (parameter, node) ->
                next.put(((Op.Parameter) parameter.op()).name(), values.get(node)));
    return next;
  }

  /** All weights after the first step of an optimizer that changes none. */
  Map<String, double[]> after(Batch batch) {
    Map<String, double[]> after = new LinkedHashMap<>(weights);
    after.putAll(updates(batch.withTargets(new double[batch.x().length]), 1));
    return after;
  }

  /** The gradients of the loss as evaluation computes it. */
  Slope differentiateEvaluation(Batch batch) {
    return slope(Autodiff.differentiate(withoutPasses.evaluate().orElseThrow()), batch);
  }

  /** The value of every node of a graph of this network, as in the first step of training. */
  Map<Node, double[]> run(Graph graph, Batch batch) {
    return run(graph, batch, 1);
  }

  private Map<Node, double[]> run(Graph graph, Batch batch, int step) {
    Map<String, double[]> sources = new HashMap<>(weights);
    sources.put(Interpreter.SAMPLE_WEIGHTS, batch.weights());
    int targetAt = 0;
    for (Node target : graph.targets()) {
      Op.Target op = (Op.Target) target.op();
      int size = op.shape().size();
      sources.put(Interpreter.TARGET + op.output(), columns(batch.y(), batch, targetAt, size));
      targetAt += size;
    }
    int at = 0;
    for (Node input : graph.inputs()) {
      sources.put(
          ((Op.Input) input.op()).name(), columns(batch.x(), batch, at, input.shape().size()));
      at += input.shape().size();
    }
    return Interpreter.run(graph, sources, batch.rows(), StepDraw.of(SEED, step));
  }

  private static double[] columns(double[] matrix, Batch batch, int from, int width) {
    double[] part = new double[batch.rows() * width];
    int all = matrix.length / batch.rows();
    for (int row = 0; row < batch.rows(); row++) {
      System.arraycopy(matrix, row * all + from, part, row * width, width);
    }
    return part;
  }
}
