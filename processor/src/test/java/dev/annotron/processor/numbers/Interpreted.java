package dev.annotron.processor.numbers;

import dev.annotron.processor.Compiler;
import dev.annotron.processor.Stages;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.interpret.Interpreter;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.LossTerm;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.spec.ModelSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network as the interpreter computes it. */
final class Interpreted implements Subject {
  private final Stages stages;
  private Map<String, double[]> weights = Map.of();

  Interpreted(Stages stages) {
    this.stages = stages;
  }

  static Interpreted of(ModelSpec model, Variant variant) {
    return new Interpreted(stages(model, variant));
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
    Graph graph = stages.train();
    Map<Node, double[]> values = run(graph, batch);
    Map<String, double[]> gradients = new LinkedHashMap<>();
    for (Node parameter : graph.parameters()) {
      Op.Parameter op = (Op.Parameter) parameter.op();
      if (op.change() == Op.Change.TRAINED) {
        Node gradient = graph.gradients().get(parameter);
        double[] zeros = new double[parameter.shape().size()];
        gradients.put(op.name(), gradient == null ? zeros : values.get(gradient));
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

  private static double loss(Graph graph, Map<Node, double[]> values) {
    double loss = 0;
    for (LossTerm term : graph.losses()) {
      loss += term.weight() * values.get(term.value())[0];
    }
    return loss;
  }

  /** The value of every node of a graph of this network. */
  Map<Node, double[]> run(Graph graph, Batch batch) {
    Map<String, double[]> sources = new HashMap<>(weights);
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
    return Interpreter.run(graph, sources, batch.rows(), FirstDraw.of(SEED));
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
