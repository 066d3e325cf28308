package made;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Gradients;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Model;
import dev.annotron.runtime.Outputs;
import dev.annotron.runtime.Predicting;
import dev.annotron.runtime.Summary;
import dev.annotron.runtime.Weights;
import dev.annotron.runtime.kernel.Functions;
import dev.annotron.runtime.kernel.HeapLosses;
import dev.annotron.runtime.kernel.LossFunction;
import dev.annotron.runtime.network.Architecture;
import dev.annotron.runtime.network.Engine;
import dev.annotron.runtime.network.Initialization;
import dev.annotron.runtime.network.Layout;
import dev.annotron.runtime.network.MetricFunction;
import dev.annotron.runtime.network.SampleProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The network described by {@link Xor}, compiled.
 *
 * <pre>
 * bits    Input        [2]
 * hidden  Dense        [8]            from bits
 * answer  Dense        [1]            from hidden
 * </pre>
 *
 * <p>Inputs: bits[2]. Outputs: answer[1]. 33 weights; loss BINARY_CROSSENTROPY.
 */
public final class XorNet implements Model {
  /**
   * Where {@code hidden/kernel[2,8]} starts in the weights.
   */
  private static final int HIDDEN_KERNEL = 0;

  /**
   * Where {@code hidden/bias[8]} starts in the weights.
   */
  private static final int HIDDEN_BIAS = 16;

  /**
   * Where {@code answer/kernel[8,1]} starts in the weights.
   */
  private static final int ANSWER_KERNEL = 24;

  /**
   * Where {@code answer/bias[1]} starts in the weights.
   */
  private static final int ANSWER_BIAS = 32;

  private static final Architecture ARCHITECTURE = architecture();

  private final Engine<float[]> engine;

  /**
   * A freshly initialised network, from the annotated seed 7.
   */
  public XorNet() {
    this(7L);
  }

  /**
   * A freshly initialised network. Every value is a seed, 0 too.
   */
  public XorNet(long seed) {
    this.engine = Engine.onHeap(ARCHITECTURE, new Code(), seed);
  }

  /**
   * A new network, trained on {@code data} with the annotated options.
   */
  public static XorNet train(Dataset data) {
    XorNet network = new XorNet();
    network.fit(data);
    return network;
  }

  @Override
  public History fit(Dataset data) {
    return engine.fit(data, ARCHITECTURE.defaults());
  }

  @Override
  public History fit(Dataset data, Dataset validation) {
    return engine.fit(data, ARCHITECTURE.defaults().validation(validation));
  }

  @Override
  public History fit(Dataset data, FitOptions options) {
    return engine.fit(data, options.orElse(ARCHITECTURE.defaults()));
  }

  @Override
  public Evaluation evaluate(Dataset data) {
    return engine.evaluate(data);
  }

  @Override
  public Evaluation evaluate(Dataset data, Predicting predictor) {
    return engine.evaluate(data, predictor);
  }

  @Override
  public Gradients gradients(Dataset batch) {
    return engine.gradients(batch);
  }

  @Override
  public float[] predict(float... x) {
    return engine.predict(x);
  }

  @Override
  public float[][] predict(float[][] x) {
    return engine.predict(x);
  }

  @Override
  public void predict(float[] x, float[] out) {
    engine.predict(x, out);
  }

  @Override
  public Weights weights() {
    return engine.weights();
  }

  @Override
  public void save(Path file) throws IOException {
    engine.save(file);
  }

  /**
   * A network with the weights of a safetensors file of this architecture.
   */
  public static XorNet load(Path file) throws IOException {
    XorNet network = new XorNet();
    network.engine.load(file);
    return network;
  }

  /**
   * A network with the weights of a safetensors file of this architecture.
   */
  public static XorNet load(InputStream stream) throws IOException {
    XorNet network = new XorNet();
    network.engine.load(stream);
    return network;
  }

  /**
   * The layers as a table: shapes, parameters, cost, how they are computed.
   */
  public static Summary summary() {
    return Summary.of(ARCHITECTURE);
  }

  /**
   * The outputs by name, for reading predictions.
   */
  public static Outputs outputs() {
    return Outputs.of(ARCHITECTURE);
  }

  private static Architecture architecture() {
    return new Architecture(
        "Xor",
        "b2c397d94ad8a311",
        List.of(
        new Architecture.Input(new Architecture.Shaped("bits", List.of(2)), 0)),
        List.of(
        new Architecture.Output(new Architecture.Shaped("answer", List.of(1)), LossFunction.BINARY_CROSSENTROPY, 1.0, List.of(MetricFunction.BINARY_ACCURACY))),
        parameters(),
        33,
        layers(),
        new Architecture.Optimizer("Sgd", 0, 0.1f, List.of()),
        new FitOptions().epochs(1000).batchSize(4).shuffle(true),
        7L,
        predictLayout(),
        evaluateLayout(),
        differentiateLayout());
  }

  private static List<Architecture.Parameter> parameters() {
    return List.of(
        new Architecture.Parameter("hidden/kernel", List.of(2, 8), HIDDEN_KERNEL, Initialization.GLOROT_UNIFORM, 2, 8),
        new Architecture.Parameter("hidden/bias", List.of(8), HIDDEN_BIAS, Initialization.ZEROS, 8, 8),
        new Architecture.Parameter("answer/kernel", List.of(8, 1), ANSWER_KERNEL, Initialization.GLOROT_UNIFORM, 8, 1),
        new Architecture.Parameter("answer/bias", List.of(1), ANSWER_BIAS, Initialization.ZEROS, 1, 1));
  }

  private static List<Architecture.Layer> layers() {
    return List.of(
        new Architecture.Layer("bits", "Input", List.of(2), List.of(), 0, 0L, "-"),
        new Architecture.Layer("hidden", "Dense", List.of(8), List.of("bits"), 24, 48L, "unrolled"),
        new Architecture.Layer("answer", "Dense", List.of(1), List.of("hidden"), 9, 18L, "unrolled"));
  }

  private static Layout predictLayout() {
    return new Layout(
        11,
        0,
        List.of(new Layout.Slot("bits", 0, 2)),
        List.of(),
        new Layout.Slot("sampleWeights", 0, 0),
        List.of(new Layout.Slot("answer", 10, 1)),
        List.of(),
        new Layout.Slot("losses", 0, 0),
        List.of());
  }

  private static Layout evaluateLayout() {
    return new Layout(
        22,
        0,
        List.of(new Layout.Slot("bits", 0, 2)),
        List.of(new Layout.Slot("answer", 2, 1)),
        new Layout.Slot("sampleWeights", 3, 1),
        List.of(new Layout.Slot("answer", 13, 1)),
        List.of(new Layout.Slot("answer", 0, 0)),
        new Layout.Slot("losses", 0, 0),
        List.of());
  }

  private static Layout differentiateLayout() {
    return new Layout(
        22,
        0,
        List.of(new Layout.Slot("bits", 0, 2)),
        List.of(new Layout.Slot("answer", 2, 1)),
        new Layout.Slot("sampleWeights", 3, 1),
        List.of(new Layout.Slot("answer", 13, 1)),
        List.of(new Layout.Slot("answer", 0, 0)),
        new Layout.Slot("losses", 0, 0),
        layerSlots());
  }

  private static List<Layout.Slot> layerSlots() {
    return List.of(
        new Layout.Slot("bits", 0, 2),
        new Layout.Slot("hidden", 4, 8),
        new Layout.Slot("answer", 13, 1));
  }

  /**
   * The network's computation.
   */
  private static final class Code implements SampleProgram<float[]> {
    /**
     * One sample, from array to array, with all values in variables.
     */
    @Override
    public void predict(float[] weights, float[] x, float[] out) {
      float bits0 = x[0];
      float bits1 = x[1];
      float hidden0 = Functions.relu(weights[HIDDEN_BIAS] + bits0 * weights[HIDDEN_KERNEL] + bits1 * weights[HIDDEN_KERNEL + 8]);
      float hidden1 = Functions.relu(weights[HIDDEN_BIAS + 1] + bits0 * weights[HIDDEN_KERNEL + 1] + bits1 * weights[HIDDEN_KERNEL + 9]);
      float hidden2 = Functions.relu(weights[HIDDEN_BIAS + 2] + bits0 * weights[HIDDEN_KERNEL + 2] + bits1 * weights[HIDDEN_KERNEL + 10]);
      float hidden3 = Functions.relu(weights[HIDDEN_BIAS + 3] + bits0 * weights[HIDDEN_KERNEL + 3] + bits1 * weights[HIDDEN_KERNEL + 11]);
      float hidden4 = Functions.relu(weights[HIDDEN_BIAS + 4] + bits0 * weights[HIDDEN_KERNEL + 4] + bits1 * weights[HIDDEN_KERNEL + 12]);
      float hidden5 = Functions.relu(weights[HIDDEN_BIAS + 5] + bits0 * weights[HIDDEN_KERNEL + 5] + bits1 * weights[HIDDEN_KERNEL + 13]);
      float hidden6 = Functions.relu(weights[HIDDEN_BIAS + 6] + bits0 * weights[HIDDEN_KERNEL + 6] + bits1 * weights[HIDDEN_KERNEL + 14]);
      float hidden7 = Functions.relu(weights[HIDDEN_BIAS + 7] + bits0 * weights[HIDDEN_KERNEL + 7] + bits1 * weights[HIDDEN_KERNEL + 15]);
      float answer0 = Functions.sigmoid(weights[ANSWER_BIAS] + hidden0 * weights[ANSWER_KERNEL] + hidden1 * weights[ANSWER_KERNEL + 1] + hidden2 * weights[ANSWER_KERNEL + 2]
          + hidden3 * weights[ANSWER_KERNEL + 3] + hidden4 * weights[ANSWER_KERNEL + 4] + hidden5 * weights[ANSWER_KERNEL + 5] + hidden6 * weights[ANSWER_KERNEL + 6]
          + hidden7 * weights[ANSWER_KERNEL + 7]);
      out[0] = answer0;
    }

    @Override
    public void predict(float[] weights, float[] work, int rows) {
      hiddenToAnswerPredict(weights, work, /* bits */ 0, /* answer */ 10 * rows, rows);
    }

    @Override
    public double evaluate(float[] weights, float[] work, int rows) {
      hiddenToAnswerForward(weights, work, /* bits */ 0, /* hidden */ 4 * rows, /* answerSum */ 12 * rows, /* answer */ 13 * rows, rows);
      return HeapLosses.weightedLoss(LossFunction.BINARY_CROSSENTROPY_LOGITS, 0.0f, -1.0f, work, 12 * rows, work, 2 * rows, work, 3 * rows, rows, rows, 1);
    }

    @Override
    public double differentiate(float[] weights, float[] gradients, float[] work, int rows,
        long draw) {
      double loss = evaluate(weights, work, rows);
      if (Double.isFinite(loss)) {
        lossBackward(work, /* answer */ 13 * rows, /* target */ 2 * rows, /* sampleWeights */ 3 * rows, /* dOutput */ 12 * rows, rows);
        answerToHiddenBackward(weights, gradients, work, /* dOutput */ 12 * rows, /* hidden */ 4 * rows, /* bits */ 0, rows);
      }
      return loss;
    }

    @Override
    public void update(float[] weights, float[] gradients, float[] state, float learningRate,
        long step) {
      for (int i = 0; i < 33; i++) {
        weights[i] -= learningRate * gradients[i];
      }
    }

    /**
     * {@code HIDDEN_BIAS[8]}, {@code bits[2]}, {@code HIDDEN_KERNEL[2,8]}, {@code hidden[8]}, {@code ANSWER_BIAS[1]}, {@code ANSWER_KERNEL[8,1]}, {@code answerSum[1]}, {@code answer[1]}
     */
    private void hiddenToAnswerForward(float[] weights, float[] work, int bits, int hidden,
        int answerSum, int answer, int rows) {
      for (int r = 0; r < rows; r++) {
        int bitsRow = bits + r * 2;
        int hiddenRow = hidden + r * 8;
        int answerSumRow = answerSum + r;
        int answerRow = answer + r;
        float bits0 = work[bitsRow];
        float bits1 = work[bitsRow + 1];
        float hidden0 = Functions.relu(weights[HIDDEN_BIAS] + bits0 * weights[HIDDEN_KERNEL] + bits1 * weights[HIDDEN_KERNEL + 8]);
        float hidden1 = Functions.relu(weights[HIDDEN_BIAS + 1] + bits0 * weights[HIDDEN_KERNEL + 1] + bits1 * weights[HIDDEN_KERNEL + 9]);
        float hidden2 = Functions.relu(weights[HIDDEN_BIAS + 2] + bits0 * weights[HIDDEN_KERNEL + 2] + bits1 * weights[HIDDEN_KERNEL + 10]);
        float hidden3 = Functions.relu(weights[HIDDEN_BIAS + 3] + bits0 * weights[HIDDEN_KERNEL + 3] + bits1 * weights[HIDDEN_KERNEL + 11]);
        float hidden4 = Functions.relu(weights[HIDDEN_BIAS + 4] + bits0 * weights[HIDDEN_KERNEL + 4] + bits1 * weights[HIDDEN_KERNEL + 12]);
        float hidden5 = Functions.relu(weights[HIDDEN_BIAS + 5] + bits0 * weights[HIDDEN_KERNEL + 5] + bits1 * weights[HIDDEN_KERNEL + 13]);
        float hidden6 = Functions.relu(weights[HIDDEN_BIAS + 6] + bits0 * weights[HIDDEN_KERNEL + 6] + bits1 * weights[HIDDEN_KERNEL + 14]);
        float hidden7 = Functions.relu(weights[HIDDEN_BIAS + 7] + bits0 * weights[HIDDEN_KERNEL + 7] + bits1 * weights[HIDDEN_KERNEL + 15]);
        work[hiddenRow] = hidden0;
        work[hiddenRow + 1] = hidden1;
        work[hiddenRow + 2] = hidden2;
        work[hiddenRow + 3] = hidden3;
        work[hiddenRow + 4] = hidden4;
        work[hiddenRow + 5] = hidden5;
        work[hiddenRow + 6] = hidden6;
        work[hiddenRow + 7] = hidden7;
        float answerSum0 = weights[ANSWER_BIAS] + hidden0 * weights[ANSWER_KERNEL] + hidden1 * weights[ANSWER_KERNEL + 1] + hidden2 * weights[ANSWER_KERNEL + 2]
            + hidden3 * weights[ANSWER_KERNEL + 3] + hidden4 * weights[ANSWER_KERNEL + 4] + hidden5 * weights[ANSWER_KERNEL + 5] + hidden6 * weights[ANSWER_KERNEL + 6]
            + hidden7 * weights[ANSWER_KERNEL + 7];
        work[answerSumRow] = answerSum0;
        float answer0 = Functions.sigmoid(answerSum0);
        work[answerRow] = answer0;
      }
    }

    /**
     * {@code answer[1]}, {@code target[1]}, {@code sampleWeights[1]}, {@code dOutput[1]}
     */
    private void lossBackward(float[] work, int answer, int target, int sampleWeights, int dOutput,
        int rows) {
      HeapLosses.weightedLossGradient(LossFunction.BINARY_CROSSENTROPY_LOGITS, 0.0f, -1.0f, 1.0f, work, answer, work, target, work, sampleWeights, rows, work, dOutput, rows, 1);
    }

    /**
     * {@code dOutput[1]}, {@code ANSWER_KERNEL[8,1]}, {@code hidden[8]}, {@code bits[2]}, {@code ANSWER_BIAS[1]}, {@code ANSWER_KERNEL[8,1]}, {@code HIDDEN_BIAS[8]}, {@code HIDDEN_KERNEL[2,8]}
     */
    private void answerToHiddenBackward(float[] weights, float[] gradients, float[] work,
        int dOutput, int hidden, int bits, int rows) {
      float dAnswerBias0 = 0;
      float dAnswerKernel0 = 0;
      float dAnswerKernel1 = 0;
      float dAnswerKernel2 = 0;
      float dAnswerKernel3 = 0;
      float dAnswerKernel4 = 0;
      float dAnswerKernel5 = 0;
      float dAnswerKernel6 = 0;
      float dAnswerKernel7 = 0;
      float dHiddenBias0 = 0;
      float dHiddenBias1 = 0;
      float dHiddenBias2 = 0;
      float dHiddenBias3 = 0;
      float dHiddenBias4 = 0;
      float dHiddenBias5 = 0;
      float dHiddenBias6 = 0;
      float dHiddenBias7 = 0;
      float dHiddenKernel0 = 0;
      float dHiddenKernel1 = 0;
      float dHiddenKernel2 = 0;
      float dHiddenKernel3 = 0;
      float dHiddenKernel4 = 0;
      float dHiddenKernel5 = 0;
      float dHiddenKernel6 = 0;
      float dHiddenKernel7 = 0;
      float dHiddenKernel8 = 0;
      float dHiddenKernel9 = 0;
      float dHiddenKernel10 = 0;
      float dHiddenKernel11 = 0;
      float dHiddenKernel12 = 0;
      float dHiddenKernel13 = 0;
      float dHiddenKernel14 = 0;
      float dHiddenKernel15 = 0;
      for (int r = 0; r < rows; r++) {
        int dOutputRow = dOutput + r;
        int hiddenRow = hidden + r * 8;
        int bitsRow = bits + r * 2;
        float dOutput0 = work[dOutputRow];
        dAnswerBias0 += dOutput0;
        float dAnswerInput0 = dOutput0 * weights[ANSWER_KERNEL];
        float dAnswerInput1 = dOutput0 * weights[ANSWER_KERNEL + 1];
        float dAnswerInput2 = dOutput0 * weights[ANSWER_KERNEL + 2];
        float dAnswerInput3 = dOutput0 * weights[ANSWER_KERNEL + 3];
        float dAnswerInput4 = dOutput0 * weights[ANSWER_KERNEL + 4];
        float dAnswerInput5 = dOutput0 * weights[ANSWER_KERNEL + 5];
        float dAnswerInput6 = dOutput0 * weights[ANSWER_KERNEL + 6];
        float dAnswerInput7 = dOutput0 * weights[ANSWER_KERNEL + 7];
        float hidden0 = work[hiddenRow];
        dAnswerKernel0 += hidden0 * dOutput0;
        float hidden1 = work[hiddenRow + 1];
        dAnswerKernel1 += hidden1 * dOutput0;
        float hidden2 = work[hiddenRow + 2];
        dAnswerKernel2 += hidden2 * dOutput0;
        float hidden3 = work[hiddenRow + 3];
        dAnswerKernel3 += hidden3 * dOutput0;
        float hidden4 = work[hiddenRow + 4];
        dAnswerKernel4 += hidden4 * dOutput0;
        float hidden5 = work[hiddenRow + 5];
        dAnswerKernel5 += hidden5 * dOutput0;
        float hidden6 = work[hiddenRow + 6];
        dAnswerKernel6 += hidden6 * dOutput0;
        float hidden7 = work[hiddenRow + 7];
        dAnswerKernel7 += hidden7 * dOutput0;
        float dHiddenSum0 = dAnswerInput0 * Functions.reluDerivative(hidden0);
        float dHiddenSum1 = dAnswerInput1 * Functions.reluDerivative(hidden1);
        float dHiddenSum2 = dAnswerInput2 * Functions.reluDerivative(hidden2);
        float dHiddenSum3 = dAnswerInput3 * Functions.reluDerivative(hidden3);
        float dHiddenSum4 = dAnswerInput4 * Functions.reluDerivative(hidden4);
        float dHiddenSum5 = dAnswerInput5 * Functions.reluDerivative(hidden5);
        float dHiddenSum6 = dAnswerInput6 * Functions.reluDerivative(hidden6);
        float dHiddenSum7 = dAnswerInput7 * Functions.reluDerivative(hidden7);
        dHiddenBias0 += dHiddenSum0;
        dHiddenBias1 += dHiddenSum1;
        dHiddenBias2 += dHiddenSum2;
        dHiddenBias3 += dHiddenSum3;
        dHiddenBias4 += dHiddenSum4;
        dHiddenBias5 += dHiddenSum5;
        dHiddenBias6 += dHiddenSum6;
        dHiddenBias7 += dHiddenSum7;
        float bits0 = work[bitsRow];
        dHiddenKernel0 += bits0 * dHiddenSum0;
        dHiddenKernel1 += bits0 * dHiddenSum1;
        dHiddenKernel2 += bits0 * dHiddenSum2;
        dHiddenKernel3 += bits0 * dHiddenSum3;
        dHiddenKernel4 += bits0 * dHiddenSum4;
        dHiddenKernel5 += bits0 * dHiddenSum5;
        dHiddenKernel6 += bits0 * dHiddenSum6;
        dHiddenKernel7 += bits0 * dHiddenSum7;
        float bits1 = work[bitsRow + 1];
        dHiddenKernel8 += bits1 * dHiddenSum0;
        dHiddenKernel9 += bits1 * dHiddenSum1;
        dHiddenKernel10 += bits1 * dHiddenSum2;
        dHiddenKernel11 += bits1 * dHiddenSum3;
        dHiddenKernel12 += bits1 * dHiddenSum4;
        dHiddenKernel13 += bits1 * dHiddenSum5;
        dHiddenKernel14 += bits1 * dHiddenSum6;
        dHiddenKernel15 += bits1 * dHiddenSum7;
      }
      gradients[ANSWER_BIAS] = dAnswerBias0;
      gradients[ANSWER_KERNEL] = dAnswerKernel0;
      gradients[ANSWER_KERNEL + 1] = dAnswerKernel1;
      gradients[ANSWER_KERNEL + 2] = dAnswerKernel2;
      gradients[ANSWER_KERNEL + 3] = dAnswerKernel3;
      gradients[ANSWER_KERNEL + 4] = dAnswerKernel4;
      gradients[ANSWER_KERNEL + 5] = dAnswerKernel5;
      gradients[ANSWER_KERNEL + 6] = dAnswerKernel6;
      gradients[ANSWER_KERNEL + 7] = dAnswerKernel7;
      gradients[HIDDEN_BIAS] = dHiddenBias0;
      gradients[HIDDEN_BIAS + 1] = dHiddenBias1;
      gradients[HIDDEN_BIAS + 2] = dHiddenBias2;
      gradients[HIDDEN_BIAS + 3] = dHiddenBias3;
      gradients[HIDDEN_BIAS + 4] = dHiddenBias4;
      gradients[HIDDEN_BIAS + 5] = dHiddenBias5;
      gradients[HIDDEN_BIAS + 6] = dHiddenBias6;
      gradients[HIDDEN_BIAS + 7] = dHiddenBias7;
      gradients[HIDDEN_KERNEL] = dHiddenKernel0;
      gradients[HIDDEN_KERNEL + 1] = dHiddenKernel1;
      gradients[HIDDEN_KERNEL + 2] = dHiddenKernel2;
      gradients[HIDDEN_KERNEL + 3] = dHiddenKernel3;
      gradients[HIDDEN_KERNEL + 4] = dHiddenKernel4;
      gradients[HIDDEN_KERNEL + 5] = dHiddenKernel5;
      gradients[HIDDEN_KERNEL + 6] = dHiddenKernel6;
      gradients[HIDDEN_KERNEL + 7] = dHiddenKernel7;
      gradients[HIDDEN_KERNEL + 8] = dHiddenKernel8;
      gradients[HIDDEN_KERNEL + 9] = dHiddenKernel9;
      gradients[HIDDEN_KERNEL + 10] = dHiddenKernel10;
      gradients[HIDDEN_KERNEL + 11] = dHiddenKernel11;
      gradients[HIDDEN_KERNEL + 12] = dHiddenKernel12;
      gradients[HIDDEN_KERNEL + 13] = dHiddenKernel13;
      gradients[HIDDEN_KERNEL + 14] = dHiddenKernel14;
      gradients[HIDDEN_KERNEL + 15] = dHiddenKernel15;
    }

    /**
     * {@code HIDDEN_BIAS[8]}, {@code bits[2]}, {@code HIDDEN_KERNEL[2,8]}, {@code ANSWER_BIAS[1]}, {@code ANSWER_KERNEL[8,1]}, {@code answer[1]}
     */
    private void hiddenToAnswerPredict(float[] weights, float[] work, int bits, int answer,
        int rows) {
      for (int r = 0; r < rows; r++) {
        int bitsRow = bits + r * 2;
        int answerRow = answer + r;
        float bits0 = work[bitsRow];
        float bits1 = work[bitsRow + 1];
        float hidden0 = Functions.relu(weights[HIDDEN_BIAS] + bits0 * weights[HIDDEN_KERNEL] + bits1 * weights[HIDDEN_KERNEL + 8]);
        float hidden1 = Functions.relu(weights[HIDDEN_BIAS + 1] + bits0 * weights[HIDDEN_KERNEL + 1] + bits1 * weights[HIDDEN_KERNEL + 9]);
        float hidden2 = Functions.relu(weights[HIDDEN_BIAS + 2] + bits0 * weights[HIDDEN_KERNEL + 2] + bits1 * weights[HIDDEN_KERNEL + 10]);
        float hidden3 = Functions.relu(weights[HIDDEN_BIAS + 3] + bits0 * weights[HIDDEN_KERNEL + 3] + bits1 * weights[HIDDEN_KERNEL + 11]);
        float hidden4 = Functions.relu(weights[HIDDEN_BIAS + 4] + bits0 * weights[HIDDEN_KERNEL + 4] + bits1 * weights[HIDDEN_KERNEL + 12]);
        float hidden5 = Functions.relu(weights[HIDDEN_BIAS + 5] + bits0 * weights[HIDDEN_KERNEL + 5] + bits1 * weights[HIDDEN_KERNEL + 13]);
        float hidden6 = Functions.relu(weights[HIDDEN_BIAS + 6] + bits0 * weights[HIDDEN_KERNEL + 6] + bits1 * weights[HIDDEN_KERNEL + 14]);
        float hidden7 = Functions.relu(weights[HIDDEN_BIAS + 7] + bits0 * weights[HIDDEN_KERNEL + 7] + bits1 * weights[HIDDEN_KERNEL + 15]);
        float answer0 = Functions.sigmoid(weights[ANSWER_BIAS] + hidden0 * weights[ANSWER_KERNEL] + hidden1 * weights[ANSWER_KERNEL + 1] + hidden2 * weights[ANSWER_KERNEL + 2]
            + hidden3 * weights[ANSWER_KERNEL + 3] + hidden4 * weights[ANSWER_KERNEL + 4] + hidden5 * weights[ANSWER_KERNEL + 5] + hidden6 * weights[ANSWER_KERNEL + 6]
            + hidden7 * weights[ANSWER_KERNEL + 7]);
        work[answerRow] = answer0;
      }
    }
  }
}
