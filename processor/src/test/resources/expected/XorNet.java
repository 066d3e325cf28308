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
      hiddenForward(weights, work, /* bits */ 0, /* hidden */ 2 * rows, rows);
      answerPredict(weights, work, /* hidden */ 2 * rows, /* answer */ 10 * rows, rows);
    }

    @Override
    public double evaluate(float[] weights, float[] work, int rows) {
      hiddenForward(weights, work, /* bits */ 0, /* hidden */ 4 * rows, rows);
      answerForward(weights, work, /* hidden */ 4 * rows, /* answerSum */ 12 * rows, /* answer */ 13 * rows, rows);
      return HeapLosses.weightedLoss(LossFunction.BINARY_CROSSENTROPY_LOGITS, 0.0f, -1.0f, work, 12 * rows, work, 2 * rows, work, 3 * rows, rows, rows, 1);
    }

    @Override
    public double differentiate(float[] weights, float[] gradients, float[] work, int rows,
        long draw) {
      double loss = evaluate(weights, work, rows);
      if (Double.isFinite(loss)) {
        lossBackward(work, /* answer */ 13 * rows, /* target */ 2 * rows, /* sampleWeights */ 3 * rows, /* dOutput */ 12 * rows, rows);
        answerBackward(weights, gradients, work, /* dOutput */ 12 * rows, /* dAnswerInput */ 14 * rows, /* hidden */ 4 * rows, rows);
        hiddenBackward(gradients, work, /* hidden */ 4 * rows, /* dAnswerInput */ 14 * rows, /* dHiddenSum */ 14 * rows, /* bits */ 0, rows);
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
     * {@code bits[2]}, {@code HIDDEN_KERNEL[2,8]}, {@code HIDDEN_BIAS[8]}, {@code hidden[8]}
     */
    private void hiddenForward(float[] weights, float[] work, int bits, int hidden, int rows) {
      for (int r = 0; r < rows; r++) {
        int bitsRow = bits + r * 2;
        int hiddenRow = hidden + r * 8;
        float x0 = work[bitsRow];
        float x1 = work[bitsRow + 1];
        work[hiddenRow] = Functions.relu(weights[HIDDEN_BIAS] + x0 * weights[HIDDEN_KERNEL] + x1 * weights[HIDDEN_KERNEL + 8]);
        work[hiddenRow + 1] = Functions.relu(weights[HIDDEN_BIAS + 1] + x0 * weights[HIDDEN_KERNEL + 1] + x1 * weights[HIDDEN_KERNEL + 9]);
        work[hiddenRow + 2] = Functions.relu(weights[HIDDEN_BIAS + 2] + x0 * weights[HIDDEN_KERNEL + 2] + x1 * weights[HIDDEN_KERNEL + 10]);
        work[hiddenRow + 3] = Functions.relu(weights[HIDDEN_BIAS + 3] + x0 * weights[HIDDEN_KERNEL + 3] + x1 * weights[HIDDEN_KERNEL + 11]);
        work[hiddenRow + 4] = Functions.relu(weights[HIDDEN_BIAS + 4] + x0 * weights[HIDDEN_KERNEL + 4] + x1 * weights[HIDDEN_KERNEL + 12]);
        work[hiddenRow + 5] = Functions.relu(weights[HIDDEN_BIAS + 5] + x0 * weights[HIDDEN_KERNEL + 5] + x1 * weights[HIDDEN_KERNEL + 13]);
        work[hiddenRow + 6] = Functions.relu(weights[HIDDEN_BIAS + 6] + x0 * weights[HIDDEN_KERNEL + 6] + x1 * weights[HIDDEN_KERNEL + 14]);
        work[hiddenRow + 7] = Functions.relu(weights[HIDDEN_BIAS + 7] + x0 * weights[HIDDEN_KERNEL + 7] + x1 * weights[HIDDEN_KERNEL + 15]);
      }
    }

    /**
     * {@code hidden[8]}, {@code ANSWER_KERNEL[8,1]}, {@code ANSWER_BIAS[1]}, {@code answerSum[1]}, {@code answer[1]}
     */
    private void answerForward(float[] weights, float[] work, int hidden, int answerSum, int answer,
        int rows) {
      for (int r = 0; r < rows; r++) {
        int hiddenRow = hidden + r * 8;
        int answerSumRow = answerSum + r;
        float x0 = work[hiddenRow];
        float x1 = work[hiddenRow + 1];
        float x2 = work[hiddenRow + 2];
        float x3 = work[hiddenRow + 3];
        float x4 = work[hiddenRow + 4];
        float x5 = work[hiddenRow + 5];
        float x6 = work[hiddenRow + 6];
        float x7 = work[hiddenRow + 7];
        work[answerSumRow] = weights[ANSWER_BIAS] + x0 * weights[ANSWER_KERNEL] + x1 * weights[ANSWER_KERNEL + 1] + x2 * weights[ANSWER_KERNEL + 2]
            + x3 * weights[ANSWER_KERNEL + 3] + x4 * weights[ANSWER_KERNEL + 4] + x5 * weights[ANSWER_KERNEL + 5] + x6 * weights[ANSWER_KERNEL + 6]
            + x7 * weights[ANSWER_KERNEL + 7];
      }
      for (int r = 0; r < rows; r++) {
        int answerSumRow = answerSum + r;
        int answerRow = answer + r;
        work[answerRow] = Functions.sigmoid(work[answerSumRow]);
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
     * {@code dOutput[1]}, {@code ANSWER_BIAS[1]}, {@code ANSWER_KERNEL[8,1]}, {@code dAnswerInput[8]}, {@code hidden[8]}, {@code ANSWER_KERNEL[8,1]}
     */
    private void answerBackward(float[] weights, float[] gradients, float[] work, int dOutput,
        int dAnswerInput, int hidden, int rows) {
      float dAnswerBias0 = 0;
      for (int r = 0; r < rows; r++) {
        dAnswerBias0 += work[dOutput + r];
      }
      gradients[ANSWER_BIAS] = dAnswerBias0;
      for (int r = 0; r < rows; r++) {
        int dOutputRow = dOutput + r;
        int dAnswerInputRow = dAnswerInput + r * 8;
        float d0 = work[dOutputRow];
        work[dAnswerInputRow] = d0 * weights[ANSWER_KERNEL];
        work[dAnswerInputRow + 1] = d0 * weights[ANSWER_KERNEL + 1];
        work[dAnswerInputRow + 2] = d0 * weights[ANSWER_KERNEL + 2];
        work[dAnswerInputRow + 3] = d0 * weights[ANSWER_KERNEL + 3];
        work[dAnswerInputRow + 4] = d0 * weights[ANSWER_KERNEL + 4];
        work[dAnswerInputRow + 5] = d0 * weights[ANSWER_KERNEL + 5];
        work[dAnswerInputRow + 6] = d0 * weights[ANSWER_KERNEL + 6];
        work[dAnswerInputRow + 7] = d0 * weights[ANSWER_KERNEL + 7];
      }
      float dAnswerKernel0 = 0;
      float dAnswerKernel1 = 0;
      float dAnswerKernel2 = 0;
      float dAnswerKernel3 = 0;
      float dAnswerKernel4 = 0;
      float dAnswerKernel5 = 0;
      float dAnswerKernel6 = 0;
      float dAnswerKernel7 = 0;
      for (int r = 0; r < rows; r++) {
        int hiddenRow = hidden + r * 8;
        int dOutputRow = dOutput + r;
        dAnswerKernel0 += work[hiddenRow] * work[dOutputRow];
        dAnswerKernel1 += work[hiddenRow + 1] * work[dOutputRow];
        dAnswerKernel2 += work[hiddenRow + 2] * work[dOutputRow];
        dAnswerKernel3 += work[hiddenRow + 3] * work[dOutputRow];
        dAnswerKernel4 += work[hiddenRow + 4] * work[dOutputRow];
        dAnswerKernel5 += work[hiddenRow + 5] * work[dOutputRow];
        dAnswerKernel6 += work[hiddenRow + 6] * work[dOutputRow];
        dAnswerKernel7 += work[hiddenRow + 7] * work[dOutputRow];
      }
      gradients[ANSWER_KERNEL] = dAnswerKernel0;
      gradients[ANSWER_KERNEL + 1] = dAnswerKernel1;
      gradients[ANSWER_KERNEL + 2] = dAnswerKernel2;
      gradients[ANSWER_KERNEL + 3] = dAnswerKernel3;
      gradients[ANSWER_KERNEL + 4] = dAnswerKernel4;
      gradients[ANSWER_KERNEL + 5] = dAnswerKernel5;
      gradients[ANSWER_KERNEL + 6] = dAnswerKernel6;
      gradients[ANSWER_KERNEL + 7] = dAnswerKernel7;
    }

    /**
     * {@code hidden[8]}, {@code dAnswerInput[8]}, {@code dHiddenSum[8]}, {@code HIDDEN_BIAS[8]}, {@code bits[2]}, {@code HIDDEN_KERNEL[2,8]}
     */
    private void hiddenBackward(float[] gradients, float[] work, int hidden, int dAnswerInput,
        int dHiddenSum, int bits, int rows) {
      for (int r = 0; r < rows; r++) {
        int hiddenRow = hidden + r * 8;
        int dAnswerInputRow = dAnswerInput + r * 8;
        int dHiddenSumRow = dHiddenSum + r * 8;
        work[dHiddenSumRow] = work[dAnswerInputRow] * Functions.reluDerivative(work[hiddenRow]);
        work[dHiddenSumRow + 1] = work[dAnswerInputRow + 1] * Functions.reluDerivative(work[hiddenRow + 1]);
        work[dHiddenSumRow + 2] = work[dAnswerInputRow + 2] * Functions.reluDerivative(work[hiddenRow + 2]);
        work[dHiddenSumRow + 3] = work[dAnswerInputRow + 3] * Functions.reluDerivative(work[hiddenRow + 3]);
        work[dHiddenSumRow + 4] = work[dAnswerInputRow + 4] * Functions.reluDerivative(work[hiddenRow + 4]);
        work[dHiddenSumRow + 5] = work[dAnswerInputRow + 5] * Functions.reluDerivative(work[hiddenRow + 5]);
        work[dHiddenSumRow + 6] = work[dAnswerInputRow + 6] * Functions.reluDerivative(work[hiddenRow + 6]);
        work[dHiddenSumRow + 7] = work[dAnswerInputRow + 7] * Functions.reluDerivative(work[hiddenRow + 7]);
      }
      float dHiddenBias0 = 0;
      float dHiddenBias1 = 0;
      float dHiddenBias2 = 0;
      float dHiddenBias3 = 0;
      float dHiddenBias4 = 0;
      float dHiddenBias5 = 0;
      float dHiddenBias6 = 0;
      float dHiddenBias7 = 0;
      for (int r = 0; r < rows; r++) {
        dHiddenBias0 += work[dHiddenSum + r * 8];
        dHiddenBias1 += work[dHiddenSum + r * 8 + 1];
        dHiddenBias2 += work[dHiddenSum + r * 8 + 2];
        dHiddenBias3 += work[dHiddenSum + r * 8 + 3];
        dHiddenBias4 += work[dHiddenSum + r * 8 + 4];
        dHiddenBias5 += work[dHiddenSum + r * 8 + 5];
        dHiddenBias6 += work[dHiddenSum + r * 8 + 6];
        dHiddenBias7 += work[dHiddenSum + r * 8 + 7];
      }
      gradients[HIDDEN_BIAS] = dHiddenBias0;
      gradients[HIDDEN_BIAS + 1] = dHiddenBias1;
      gradients[HIDDEN_BIAS + 2] = dHiddenBias2;
      gradients[HIDDEN_BIAS + 3] = dHiddenBias3;
      gradients[HIDDEN_BIAS + 4] = dHiddenBias4;
      gradients[HIDDEN_BIAS + 5] = dHiddenBias5;
      gradients[HIDDEN_BIAS + 6] = dHiddenBias6;
      gradients[HIDDEN_BIAS + 7] = dHiddenBias7;
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
        int bitsRow = bits + r * 2;
        int dHiddenSumRow = dHiddenSum + r * 8;
        dHiddenKernel0 += work[bitsRow] * work[dHiddenSumRow];
        dHiddenKernel1 += work[bitsRow] * work[dHiddenSumRow + 1];
        dHiddenKernel2 += work[bitsRow] * work[dHiddenSumRow + 2];
        dHiddenKernel3 += work[bitsRow] * work[dHiddenSumRow + 3];
        dHiddenKernel4 += work[bitsRow] * work[dHiddenSumRow + 4];
        dHiddenKernel5 += work[bitsRow] * work[dHiddenSumRow + 5];
        dHiddenKernel6 += work[bitsRow] * work[dHiddenSumRow + 6];
        dHiddenKernel7 += work[bitsRow] * work[dHiddenSumRow + 7];
        dHiddenKernel8 += work[bitsRow + 1] * work[dHiddenSumRow];
        dHiddenKernel9 += work[bitsRow + 1] * work[dHiddenSumRow + 1];
        dHiddenKernel10 += work[bitsRow + 1] * work[dHiddenSumRow + 2];
        dHiddenKernel11 += work[bitsRow + 1] * work[dHiddenSumRow + 3];
        dHiddenKernel12 += work[bitsRow + 1] * work[dHiddenSumRow + 4];
        dHiddenKernel13 += work[bitsRow + 1] * work[dHiddenSumRow + 5];
        dHiddenKernel14 += work[bitsRow + 1] * work[dHiddenSumRow + 6];
        dHiddenKernel15 += work[bitsRow + 1] * work[dHiddenSumRow + 7];
      }
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
     * {@code hidden[8]}, {@code ANSWER_KERNEL[8,1]}, {@code ANSWER_BIAS[1]}, {@code answer[1]}
     */
    private void answerPredict(float[] weights, float[] work, int hidden, int answer, int rows) {
      for (int r = 0; r < rows; r++) {
        int hiddenRow = hidden + r * 8;
        int answerRow = answer + r;
        float x0 = work[hiddenRow];
        float x1 = work[hiddenRow + 1];
        float x2 = work[hiddenRow + 2];
        float x3 = work[hiddenRow + 3];
        float x4 = work[hiddenRow + 4];
        float x5 = work[hiddenRow + 5];
        float x6 = work[hiddenRow + 6];
        float x7 = work[hiddenRow + 7];
        work[answerRow] = Functions.sigmoid(weights[ANSWER_BIAS] + x0 * weights[ANSWER_KERNEL] + x1 * weights[ANSWER_KERNEL + 1] + x2 * weights[ANSWER_KERNEL + 2]
            + x3 * weights[ANSWER_KERNEL + 3] + x4 * weights[ANSWER_KERNEL + 4] + x5 * weights[ANSWER_KERNEL + 5] + x6 * weights[ANSWER_KERNEL + 6]
            + x7 * weights[ANSWER_KERNEL + 7]);
      }
    }
  }
}
