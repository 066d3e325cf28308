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
import dev.annotron.runtime.network.SampleProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The network described by {@link Residual}, compiled.
 *
 * <pre>
 * x      Input        [6]
 * extra  Input        [2,2]
 * h      Dense        [6]            from x
 * s      Add          [6]            from x, h
 * flat   Flatten      [4]            from extra
 * k      Concatenate  [10]           from s, flat
 * out    Dense        [2]            from k
 * </pre>
 *
 * <p>Inputs: x[6], extra[2,2]. Outputs: out[2]. 64 weights; loss MEAN_SQUARED_ERROR.
 */
public final class ResidualNet implements Model {
  /**
   * Where {@code h/kernel[6,6]} starts in the weights.
   */
  private static final int H_KERNEL = 0;

  /**
   * Where {@code h/bias[6]} starts in the weights.
   */
  private static final int H_BIAS = 36;

  /**
   * Where {@code out/kernel[10,2]} starts in the weights.
   */
  private static final int OUT_KERNEL = 42;

  /**
   * Where {@code out/bias[2]} starts in the weights.
   */
  private static final int OUT_BIAS = 62;

  private static final Architecture ARCHITECTURE = architecture();

  private final Engine<float[]> engine;

  /**
   * A freshly initialised network, from the annotated seed 1.
   */
  public ResidualNet() {
    this(1L);
  }

  /**
   * A freshly initialised network. Every value is a seed, 0 too.
   */
  public ResidualNet(long seed) {
    this.engine = Engine.onHeap(ARCHITECTURE, new Code(), seed);
  }

  /**
   * A new network, trained on {@code data} with the annotated options.
   */
  public static ResidualNet train(Dataset data) {
    ResidualNet network = new ResidualNet();
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
  public static ResidualNet load(Path file) throws IOException {
    ResidualNet network = new ResidualNet();
    network.engine.load(file);
    return network;
  }

  /**
   * A network with the weights of a safetensors file of this architecture.
   */
  public static ResidualNet load(InputStream stream) throws IOException {
    ResidualNet network = new ResidualNet();
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
        "Residual",
        "0cbdf1f917cd27b7",
        List.of(
        new Architecture.Input(new Architecture.Shaped("x", List.of(6)), 0),
        new Architecture.Input(new Architecture.Shaped("extra", List.of(2, 2)), 0)),
        List.of(
        new Architecture.Output(new Architecture.Shaped("out", List.of(2)), LossFunction.MEAN_SQUARED_ERROR, 1.0, List.of())),
        parameters(),
        64,
        layers(),
        new Architecture.Optimizer("Sgd", 1, 0.05f, List.of("momentum=0.9", "nesterov=true")),
        new FitOptions().epochs(1).batchSize(32).shuffle(true),
        1L,
        predictLayout(),
        evaluateLayout(),
        differentiateLayout());
  }

  private static List<Architecture.Parameter> parameters() {
    return List.of(
        new Architecture.Parameter("h/kernel", List.of(6, 6), H_KERNEL, Initialization.GLOROT_UNIFORM, 6, 6),
        new Architecture.Parameter("h/bias", List.of(6), H_BIAS, Initialization.ZEROS, 6, 6),
        new Architecture.Parameter("out/kernel", List.of(10, 2), OUT_KERNEL, Initialization.GLOROT_UNIFORM, 10, 2),
        new Architecture.Parameter("out/bias", List.of(2), OUT_BIAS, Initialization.ZEROS, 2, 2));
  }

  private static List<Architecture.Layer> layers() {
    return List.of(
        new Architecture.Layer("x", "Input", List.of(6), List.of(), 0, 0L, "-"),
        new Architecture.Layer("extra", "Input", List.of(2, 2), List.of(), 0, 0L, "-"),
        new Architecture.Layer("h", "Dense", List.of(6), List.of("x"), 42, 84L, "unrolled"),
        new Architecture.Layer("s", "Add", List.of(6), List.of("x", "h"), 0, 6L, "unrolled"),
        new Architecture.Layer("flat", "Flatten", List.of(4), List.of("extra"), 0, 0L, "-"),
        new Architecture.Layer("k", "Concatenate", List.of(10), List.of("s", "flat"), 0, 0L, "unrolled"),
        new Architecture.Layer("out", "Dense", List.of(2), List.of("k"), 22, 42L, "unrolled"));
  }

  private static Layout predictLayout() {
    return new Layout(
        26,
        0,
        List.of(new Layout.Slot("x", 0, 6), new Layout.Slot("extra", 6, 4)),
        List.of(),
        new Layout.Slot("sampleWeights", 0, 0),
        List.of(new Layout.Slot("out", 10, 2)),
        List.of(),
        new Layout.Slot("losses", 0, 0),
        List.of());
  }

  private static Layout evaluateLayout() {
    return new Layout(
        45,
        0,
        List.of(new Layout.Slot("x", 0, 6), new Layout.Slot("extra", 6, 4)),
        List.of(new Layout.Slot("out", 10, 2)),
        new Layout.Slot("sampleWeights", 12, 1),
        List.of(new Layout.Slot("out", 19, 2)),
        List.of(new Layout.Slot("out", 0, 0)),
        new Layout.Slot("losses", 0, 0),
        List.of());
  }

  private static Layout differentiateLayout() {
    return new Layout(
        45,
        0,
        List.of(new Layout.Slot("x", 0, 6), new Layout.Slot("extra", 6, 4)),
        List.of(new Layout.Slot("out", 10, 2)),
        new Layout.Slot("sampleWeights", 12, 1),
        List.of(new Layout.Slot("out", 19, 2)),
        List.of(new Layout.Slot("out", 0, 0)),
        new Layout.Slot("losses", 0, 0),
        layerSlots());
  }

  private static List<Layout.Slot> layerSlots() {
    return List.of(
        new Layout.Slot("x", 0, 6),
        new Layout.Slot("extra", 6, 4),
        new Layout.Slot("flat", 6, 4),
        new Layout.Slot("k", 25, 10),
        new Layout.Slot("out", 19, 2));
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
      float x0 = x[0];
      float x1 = x[1];
      float x2 = x[2];
      float x3 = x[3];
      float x4 = x[4];
      float x5 = x[5];
      float extra0 = x[6];
      float extra1 = x[7];
      float extra2 = x[8];
      float extra3 = x[9];
      float h0 = Functions.gelu(weights[H_BIAS] + x0 * weights[H_KERNEL] + x1 * weights[H_KERNEL + 6] + x2 * weights[H_KERNEL + 12]
          + x3 * weights[H_KERNEL + 18] + x4 * weights[H_KERNEL + 24] + x5 * weights[H_KERNEL + 30]);
      float h1 = Functions.gelu(weights[H_BIAS + 1] + x0 * weights[H_KERNEL + 1] + x1 * weights[H_KERNEL + 7] + x2 * weights[H_KERNEL + 13]
          + x3 * weights[H_KERNEL + 19] + x4 * weights[H_KERNEL + 25] + x5 * weights[H_KERNEL + 31]);
      float h2 = Functions.gelu(weights[H_BIAS + 2] + x0 * weights[H_KERNEL + 2] + x1 * weights[H_KERNEL + 8] + x2 * weights[H_KERNEL + 14]
          + x3 * weights[H_KERNEL + 20] + x4 * weights[H_KERNEL + 26] + x5 * weights[H_KERNEL + 32]);
      float h3 = Functions.gelu(weights[H_BIAS + 3] + x0 * weights[H_KERNEL + 3] + x1 * weights[H_KERNEL + 9] + x2 * weights[H_KERNEL + 15]
          + x3 * weights[H_KERNEL + 21] + x4 * weights[H_KERNEL + 27] + x5 * weights[H_KERNEL + 33]);
      float h4 = Functions.gelu(weights[H_BIAS + 4] + x0 * weights[H_KERNEL + 4] + x1 * weights[H_KERNEL + 10] + x2 * weights[H_KERNEL + 16]
          + x3 * weights[H_KERNEL + 22] + x4 * weights[H_KERNEL + 28] + x5 * weights[H_KERNEL + 34]);
      float h5 = Functions.gelu(weights[H_BIAS + 5] + x0 * weights[H_KERNEL + 5] + x1 * weights[H_KERNEL + 11] + x2 * weights[H_KERNEL + 17]
          + x3 * weights[H_KERNEL + 23] + x4 * weights[H_KERNEL + 29] + x5 * weights[H_KERNEL + 35]);
      float s0 = x0 + h0;
      float s1 = x1 + h1;
      float s2 = x2 + h2;
      float s3 = x3 + h3;
      float s4 = x4 + h4;
      float s5 = x5 + h5;
      float out0 = weights[OUT_BIAS] + s0 * weights[OUT_KERNEL] + s1 * weights[OUT_KERNEL + 2] + s2 * weights[OUT_KERNEL + 4]
          + s3 * weights[OUT_KERNEL + 6] + s4 * weights[OUT_KERNEL + 8] + s5 * weights[OUT_KERNEL + 10] + extra0 * weights[OUT_KERNEL + 12]
          + extra1 * weights[OUT_KERNEL + 14] + extra2 * weights[OUT_KERNEL + 16] + extra3 * weights[OUT_KERNEL + 18];
      float out1 = weights[OUT_BIAS + 1] + s0 * weights[OUT_KERNEL + 1] + s1 * weights[OUT_KERNEL + 3] + s2 * weights[OUT_KERNEL + 5]
          + s3 * weights[OUT_KERNEL + 7] + s4 * weights[OUT_KERNEL + 9] + s5 * weights[OUT_KERNEL + 11] + extra0 * weights[OUT_KERNEL + 13]
          + extra1 * weights[OUT_KERNEL + 15] + extra2 * weights[OUT_KERNEL + 17] + extra3 * weights[OUT_KERNEL + 19];
      out[0] = out0;
      out[1] = out1;
    }

    @Override
    public void predict(float[] weights, float[] work, int rows) {
      hToOutPredict(weights, work, /* x */ 0, /* extra */ 6 * rows, /* out */ 10 * rows, rows);
    }

    @Override
    public double evaluate(float[] weights, float[] work, int rows) {
      hToOutForward(weights, work, /* x */ 0, /* hSum */ 13 * rows, /* extra */ 6 * rows, /* k_ */ 25 * rows, /* out */ 19 * rows, rows);
      return HeapLosses.weightedLoss(LossFunction.MEAN_SQUARED_ERROR, 0.0f, -1.0f, work, 19 * rows, work, 10 * rows, work, 12 * rows, rows, rows, 2);
    }

    @Override
    public double differentiate(float[] weights, float[] gradients, float[] work, int rows,
        long draw) {
      double loss = evaluate(weights, work, rows);
      if (Double.isFinite(loss)) {
        lossBackward(work, /* out */ 19 * rows, /* target */ 10 * rows, /* sampleWeights */ 12 * rows, /* dOutput */ 21 * rows, rows);
        outBackward(weights, gradients, work, /* dOutput */ 21 * rows, /* dOutInput */ 35 * rows, /* k_ */ 25 * rows, rows);
        kToHBackward(gradients, work, /* dOutInput */ 35 * rows, /* hSum */ 13 * rows, /* x */ 0, rows);
      }
      return loss;
    }

    @Override
    public void update(float[] weights, float[] gradients, float[] state, float learningRate,
        long step) {
      for (int i = 0; i < 64; i++) {
        float v = 0.9f * state[i] - learningRate * gradients[i];
        state[i] = v;
        weights[i] += 0.9f * v - learningRate * gradients[i];
      }
    }

    /**
     * {@code H_BIAS[6]}, {@code x[6]}, {@code H_KERNEL[6,6]}, {@code hSum[6]}, {@code extra[2,2]}, {@code k_[10]}, {@code OUT_BIAS[2]}, {@code OUT_KERNEL[10,2]}, {@code out[2]}
     */
    private void hToOutForward(float[] weights, float[] work, int x, int hSum, int extra, int k_,
        int out, int rows) {
      for (int r = 0; r < rows; r++) {
        int xRow = x + r * 6;
        int hSumRow = hSum + r * 6;
        int extraRow = extra + r * 4;
        int k_Row = k_ + r * 10;
        int outRow = out + r * 2;
        float x0 = work[xRow];
        float x1 = work[xRow + 1];
        float x2 = work[xRow + 2];
        float x3 = work[xRow + 3];
        float x4 = work[xRow + 4];
        float x5 = work[xRow + 5];
        float hSum0 = weights[H_BIAS] + x0 * weights[H_KERNEL] + x1 * weights[H_KERNEL + 6] + x2 * weights[H_KERNEL + 12]
            + x3 * weights[H_KERNEL + 18] + x4 * weights[H_KERNEL + 24] + x5 * weights[H_KERNEL + 30];
        float hSum1 = weights[H_BIAS + 1] + x0 * weights[H_KERNEL + 1] + x1 * weights[H_KERNEL + 7] + x2 * weights[H_KERNEL + 13]
            + x3 * weights[H_KERNEL + 19] + x4 * weights[H_KERNEL + 25] + x5 * weights[H_KERNEL + 31];
        float hSum2 = weights[H_BIAS + 2] + x0 * weights[H_KERNEL + 2] + x1 * weights[H_KERNEL + 8] + x2 * weights[H_KERNEL + 14]
            + x3 * weights[H_KERNEL + 20] + x4 * weights[H_KERNEL + 26] + x5 * weights[H_KERNEL + 32];
        float hSum3 = weights[H_BIAS + 3] + x0 * weights[H_KERNEL + 3] + x1 * weights[H_KERNEL + 9] + x2 * weights[H_KERNEL + 15]
            + x3 * weights[H_KERNEL + 21] + x4 * weights[H_KERNEL + 27] + x5 * weights[H_KERNEL + 33];
        float hSum4 = weights[H_BIAS + 4] + x0 * weights[H_KERNEL + 4] + x1 * weights[H_KERNEL + 10] + x2 * weights[H_KERNEL + 16]
            + x3 * weights[H_KERNEL + 22] + x4 * weights[H_KERNEL + 28] + x5 * weights[H_KERNEL + 34];
        float hSum5 = weights[H_BIAS + 5] + x0 * weights[H_KERNEL + 5] + x1 * weights[H_KERNEL + 11] + x2 * weights[H_KERNEL + 17]
            + x3 * weights[H_KERNEL + 23] + x4 * weights[H_KERNEL + 29] + x5 * weights[H_KERNEL + 35];
        work[hSumRow] = hSum0;
        work[hSumRow + 1] = hSum1;
        work[hSumRow + 2] = hSum2;
        work[hSumRow + 3] = hSum3;
        work[hSumRow + 4] = hSum4;
        work[hSumRow + 5] = hSum5;
        float h0 = Functions.gelu(hSum0);
        float h1 = Functions.gelu(hSum1);
        float h2 = Functions.gelu(hSum2);
        float h3 = Functions.gelu(hSum3);
        float h4 = Functions.gelu(hSum4);
        float h5 = Functions.gelu(hSum5);
        float s0 = x0 + h0;
        float s1 = x1 + h1;
        float s2 = x2 + h2;
        float s3 = x3 + h3;
        float s4 = x4 + h4;
        float s5 = x5 + h5;
        float extra0 = work[extraRow];
        float extra1 = work[extraRow + 1];
        float extra2 = work[extraRow + 2];
        float extra3 = work[extraRow + 3];
        work[k_Row] = s0;
        work[k_Row + 1] = s1;
        work[k_Row + 2] = s2;
        work[k_Row + 3] = s3;
        work[k_Row + 4] = s4;
        work[k_Row + 5] = s5;
        work[k_Row + 6] = extra0;
        work[k_Row + 7] = extra1;
        work[k_Row + 8] = extra2;
        work[k_Row + 9] = extra3;
        float out0 = weights[OUT_BIAS] + s0 * weights[OUT_KERNEL] + s1 * weights[OUT_KERNEL + 2] + s2 * weights[OUT_KERNEL + 4]
            + s3 * weights[OUT_KERNEL + 6] + s4 * weights[OUT_KERNEL + 8] + s5 * weights[OUT_KERNEL + 10] + extra0 * weights[OUT_KERNEL + 12]
            + extra1 * weights[OUT_KERNEL + 14] + extra2 * weights[OUT_KERNEL + 16] + extra3 * weights[OUT_KERNEL + 18];
        float out1 = weights[OUT_BIAS + 1] + s0 * weights[OUT_KERNEL + 1] + s1 * weights[OUT_KERNEL + 3] + s2 * weights[OUT_KERNEL + 5]
            + s3 * weights[OUT_KERNEL + 7] + s4 * weights[OUT_KERNEL + 9] + s5 * weights[OUT_KERNEL + 11] + extra0 * weights[OUT_KERNEL + 13]
            + extra1 * weights[OUT_KERNEL + 15] + extra2 * weights[OUT_KERNEL + 17] + extra3 * weights[OUT_KERNEL + 19];
        work[outRow] = out0;
        work[outRow + 1] = out1;
      }
    }

    /**
     * {@code out[2]}, {@code target[2]}, {@code sampleWeights[1]}, {@code dOutput[2]}
     */
    private void lossBackward(float[] work, int out, int target, int sampleWeights, int dOutput,
        int rows) {
      HeapLosses.weightedLossGradient(LossFunction.MEAN_SQUARED_ERROR, 0.0f, -1.0f, 1.0f, work, out, work, target, work, sampleWeights, rows, work, dOutput, rows, 2);
    }

    /**
     * {@code dOutput[2]}, {@code OUT_KERNEL[10,2]}, {@code dOutInput[10]}, {@code k_[10]}, {@code OUT_BIAS[2]}, {@code OUT_KERNEL[10,2]}
     */
    private void outBackward(float[] weights, float[] gradients, float[] work, int dOutput,
        int dOutInput, int k_, int rows) {
      float dOutBias0 = 0;
      float dOutBias1 = 0;
      float dOutKernel0 = 0;
      float dOutKernel1 = 0;
      float dOutKernel2 = 0;
      float dOutKernel3 = 0;
      float dOutKernel4 = 0;
      float dOutKernel5 = 0;
      float dOutKernel6 = 0;
      float dOutKernel7 = 0;
      float dOutKernel8 = 0;
      float dOutKernel9 = 0;
      float dOutKernel10 = 0;
      float dOutKernel11 = 0;
      float dOutKernel12 = 0;
      float dOutKernel13 = 0;
      float dOutKernel14 = 0;
      float dOutKernel15 = 0;
      float dOutKernel16 = 0;
      float dOutKernel17 = 0;
      float dOutKernel18 = 0;
      float dOutKernel19 = 0;
      for (int r = 0; r < rows; r++) {
        int dOutputRow = dOutput + r * 2;
        int dOutInputRow = dOutInput + r * 10;
        int k_Row = k_ + r * 10;
        float dOutput0 = work[dOutputRow];
        dOutBias0 += dOutput0;
        float dOutput1 = work[dOutputRow + 1];
        dOutBias1 += dOutput1;
        float dOutInput0 = dOutput0 * weights[OUT_KERNEL] + dOutput1 * weights[OUT_KERNEL + 1];
        float dOutInput1 = dOutput0 * weights[OUT_KERNEL + 2] + dOutput1 * weights[OUT_KERNEL + 3];
        float dOutInput2 = dOutput0 * weights[OUT_KERNEL + 4] + dOutput1 * weights[OUT_KERNEL + 5];
        float dOutInput3 = dOutput0 * weights[OUT_KERNEL + 6] + dOutput1 * weights[OUT_KERNEL + 7];
        float dOutInput4 = dOutput0 * weights[OUT_KERNEL + 8] + dOutput1 * weights[OUT_KERNEL + 9];
        float dOutInput5 = dOutput0 * weights[OUT_KERNEL + 10] + dOutput1 * weights[OUT_KERNEL + 11];
        float dOutInput6 = dOutput0 * weights[OUT_KERNEL + 12] + dOutput1 * weights[OUT_KERNEL + 13];
        float dOutInput7 = dOutput0 * weights[OUT_KERNEL + 14] + dOutput1 * weights[OUT_KERNEL + 15];
        float dOutInput8 = dOutput0 * weights[OUT_KERNEL + 16] + dOutput1 * weights[OUT_KERNEL + 17];
        float dOutInput9 = dOutput0 * weights[OUT_KERNEL + 18] + dOutput1 * weights[OUT_KERNEL + 19];
        work[dOutInputRow] = dOutInput0;
        work[dOutInputRow + 1] = dOutInput1;
        work[dOutInputRow + 2] = dOutInput2;
        work[dOutInputRow + 3] = dOutInput3;
        work[dOutInputRow + 4] = dOutInput4;
        work[dOutInputRow + 5] = dOutInput5;
        work[dOutInputRow + 6] = dOutInput6;
        work[dOutInputRow + 7] = dOutInput7;
        work[dOutInputRow + 8] = dOutInput8;
        work[dOutInputRow + 9] = dOutInput9;
        float k_0 = work[k_Row];
        dOutKernel0 += k_0 * dOutput0;
        dOutKernel1 += k_0 * dOutput1;
        float k_1 = work[k_Row + 1];
        dOutKernel2 += k_1 * dOutput0;
        dOutKernel3 += k_1 * dOutput1;
        float k_2 = work[k_Row + 2];
        dOutKernel4 += k_2 * dOutput0;
        dOutKernel5 += k_2 * dOutput1;
        float k_3 = work[k_Row + 3];
        dOutKernel6 += k_3 * dOutput0;
        dOutKernel7 += k_3 * dOutput1;
        float k_4 = work[k_Row + 4];
        dOutKernel8 += k_4 * dOutput0;
        dOutKernel9 += k_4 * dOutput1;
        float k_5 = work[k_Row + 5];
        dOutKernel10 += k_5 * dOutput0;
        dOutKernel11 += k_5 * dOutput1;
        float k_6 = work[k_Row + 6];
        dOutKernel12 += k_6 * dOutput0;
        dOutKernel13 += k_6 * dOutput1;
        float k_7 = work[k_Row + 7];
        dOutKernel14 += k_7 * dOutput0;
        dOutKernel15 += k_7 * dOutput1;
        float k_8 = work[k_Row + 8];
        dOutKernel16 += k_8 * dOutput0;
        dOutKernel17 += k_8 * dOutput1;
        float k_9 = work[k_Row + 9];
        dOutKernel18 += k_9 * dOutput0;
        dOutKernel19 += k_9 * dOutput1;
      }
      gradients[OUT_BIAS] = dOutBias0;
      gradients[OUT_BIAS + 1] = dOutBias1;
      gradients[OUT_KERNEL] = dOutKernel0;
      gradients[OUT_KERNEL + 1] = dOutKernel1;
      gradients[OUT_KERNEL + 2] = dOutKernel2;
      gradients[OUT_KERNEL + 3] = dOutKernel3;
      gradients[OUT_KERNEL + 4] = dOutKernel4;
      gradients[OUT_KERNEL + 5] = dOutKernel5;
      gradients[OUT_KERNEL + 6] = dOutKernel6;
      gradients[OUT_KERNEL + 7] = dOutKernel7;
      gradients[OUT_KERNEL + 8] = dOutKernel8;
      gradients[OUT_KERNEL + 9] = dOutKernel9;
      gradients[OUT_KERNEL + 10] = dOutKernel10;
      gradients[OUT_KERNEL + 11] = dOutKernel11;
      gradients[OUT_KERNEL + 12] = dOutKernel12;
      gradients[OUT_KERNEL + 13] = dOutKernel13;
      gradients[OUT_KERNEL + 14] = dOutKernel14;
      gradients[OUT_KERNEL + 15] = dOutKernel15;
      gradients[OUT_KERNEL + 16] = dOutKernel16;
      gradients[OUT_KERNEL + 17] = dOutKernel17;
      gradients[OUT_KERNEL + 18] = dOutKernel18;
      gradients[OUT_KERNEL + 19] = dOutKernel19;
    }

    /**
     * {@code dOutInput[10]}, {@code hSum[6]}, {@code x[6]}, {@code H_BIAS[6]}, {@code H_KERNEL[6,6]}
     */
    private void kToHBackward(float[] gradients, float[] work, int dOutInput, int hSum, int x,
        int rows) {
      float dHBias0 = 0;
      float dHBias1 = 0;
      float dHBias2 = 0;
      float dHBias3 = 0;
      float dHBias4 = 0;
      float dHBias5 = 0;
      float dHKernel0 = 0;
      float dHKernel1 = 0;
      float dHKernel2 = 0;
      float dHKernel3 = 0;
      float dHKernel4 = 0;
      float dHKernel5 = 0;
      float dHKernel6 = 0;
      float dHKernel7 = 0;
      float dHKernel8 = 0;
      float dHKernel9 = 0;
      float dHKernel10 = 0;
      float dHKernel11 = 0;
      float dHKernel12 = 0;
      float dHKernel13 = 0;
      float dHKernel14 = 0;
      float dHKernel15 = 0;
      float dHKernel16 = 0;
      float dHKernel17 = 0;
      float dHKernel18 = 0;
      float dHKernel19 = 0;
      float dHKernel20 = 0;
      float dHKernel21 = 0;
      float dHKernel22 = 0;
      float dHKernel23 = 0;
      float dHKernel24 = 0;
      float dHKernel25 = 0;
      float dHKernel26 = 0;
      float dHKernel27 = 0;
      float dHKernel28 = 0;
      float dHKernel29 = 0;
      float dHKernel30 = 0;
      float dHKernel31 = 0;
      float dHKernel32 = 0;
      float dHKernel33 = 0;
      float dHKernel34 = 0;
      float dHKernel35 = 0;
      for (int r = 0; r < rows; r++) {
        int dOutInputRow = dOutInput + r * 10;
        int hSumRow = hSum + r * 6;
        int xRow = x + r * 6;
        float dOutInput0 = work[dOutInputRow];
        float dOutInput1 = work[dOutInputRow + 1];
        float dOutInput2 = work[dOutInputRow + 2];
        float dOutInput3 = work[dOutInputRow + 3];
        float dOutInput4 = work[dOutInputRow + 4];
        float dOutInput5 = work[dOutInputRow + 5];
        float hSum0 = work[hSumRow];
        float dHSum0 = dOutInput0 * Functions.geluDerivative(hSum0);
        float hSum1 = work[hSumRow + 1];
        float dHSum1 = dOutInput1 * Functions.geluDerivative(hSum1);
        float hSum2 = work[hSumRow + 2];
        float dHSum2 = dOutInput2 * Functions.geluDerivative(hSum2);
        float hSum3 = work[hSumRow + 3];
        float dHSum3 = dOutInput3 * Functions.geluDerivative(hSum3);
        float hSum4 = work[hSumRow + 4];
        float dHSum4 = dOutInput4 * Functions.geluDerivative(hSum4);
        float hSum5 = work[hSumRow + 5];
        float dHSum5 = dOutInput5 * Functions.geluDerivative(hSum5);
        dHBias0 += dHSum0;
        dHBias1 += dHSum1;
        dHBias2 += dHSum2;
        dHBias3 += dHSum3;
        dHBias4 += dHSum4;
        dHBias5 += dHSum5;
        float x0 = work[xRow];
        dHKernel0 += x0 * dHSum0;
        dHKernel1 += x0 * dHSum1;
        dHKernel2 += x0 * dHSum2;
        dHKernel3 += x0 * dHSum3;
        dHKernel4 += x0 * dHSum4;
        dHKernel5 += x0 * dHSum5;
        float x1 = work[xRow + 1];
        dHKernel6 += x1 * dHSum0;
        dHKernel7 += x1 * dHSum1;
        dHKernel8 += x1 * dHSum2;
        dHKernel9 += x1 * dHSum3;
        dHKernel10 += x1 * dHSum4;
        dHKernel11 += x1 * dHSum5;
        float x2 = work[xRow + 2];
        dHKernel12 += x2 * dHSum0;
        dHKernel13 += x2 * dHSum1;
        dHKernel14 += x2 * dHSum2;
        dHKernel15 += x2 * dHSum3;
        dHKernel16 += x2 * dHSum4;
        dHKernel17 += x2 * dHSum5;
        float x3 = work[xRow + 3];
        dHKernel18 += x3 * dHSum0;
        dHKernel19 += x3 * dHSum1;
        dHKernel20 += x3 * dHSum2;
        dHKernel21 += x3 * dHSum3;
        dHKernel22 += x3 * dHSum4;
        dHKernel23 += x3 * dHSum5;
        float x4 = work[xRow + 4];
        dHKernel24 += x4 * dHSum0;
        dHKernel25 += x4 * dHSum1;
        dHKernel26 += x4 * dHSum2;
        dHKernel27 += x4 * dHSum3;
        dHKernel28 += x4 * dHSum4;
        dHKernel29 += x4 * dHSum5;
        float x5 = work[xRow + 5];
        dHKernel30 += x5 * dHSum0;
        dHKernel31 += x5 * dHSum1;
        dHKernel32 += x5 * dHSum2;
        dHKernel33 += x5 * dHSum3;
        dHKernel34 += x5 * dHSum4;
        dHKernel35 += x5 * dHSum5;
      }
      gradients[H_BIAS] = dHBias0;
      gradients[H_BIAS + 1] = dHBias1;
      gradients[H_BIAS + 2] = dHBias2;
      gradients[H_BIAS + 3] = dHBias3;
      gradients[H_BIAS + 4] = dHBias4;
      gradients[H_BIAS + 5] = dHBias5;
      gradients[H_KERNEL] = dHKernel0;
      gradients[H_KERNEL + 1] = dHKernel1;
      gradients[H_KERNEL + 2] = dHKernel2;
      gradients[H_KERNEL + 3] = dHKernel3;
      gradients[H_KERNEL + 4] = dHKernel4;
      gradients[H_KERNEL + 5] = dHKernel5;
      gradients[H_KERNEL + 6] = dHKernel6;
      gradients[H_KERNEL + 7] = dHKernel7;
      gradients[H_KERNEL + 8] = dHKernel8;
      gradients[H_KERNEL + 9] = dHKernel9;
      gradients[H_KERNEL + 10] = dHKernel10;
      gradients[H_KERNEL + 11] = dHKernel11;
      gradients[H_KERNEL + 12] = dHKernel12;
      gradients[H_KERNEL + 13] = dHKernel13;
      gradients[H_KERNEL + 14] = dHKernel14;
      gradients[H_KERNEL + 15] = dHKernel15;
      gradients[H_KERNEL + 16] = dHKernel16;
      gradients[H_KERNEL + 17] = dHKernel17;
      gradients[H_KERNEL + 18] = dHKernel18;
      gradients[H_KERNEL + 19] = dHKernel19;
      gradients[H_KERNEL + 20] = dHKernel20;
      gradients[H_KERNEL + 21] = dHKernel21;
      gradients[H_KERNEL + 22] = dHKernel22;
      gradients[H_KERNEL + 23] = dHKernel23;
      gradients[H_KERNEL + 24] = dHKernel24;
      gradients[H_KERNEL + 25] = dHKernel25;
      gradients[H_KERNEL + 26] = dHKernel26;
      gradients[H_KERNEL + 27] = dHKernel27;
      gradients[H_KERNEL + 28] = dHKernel28;
      gradients[H_KERNEL + 29] = dHKernel29;
      gradients[H_KERNEL + 30] = dHKernel30;
      gradients[H_KERNEL + 31] = dHKernel31;
      gradients[H_KERNEL + 32] = dHKernel32;
      gradients[H_KERNEL + 33] = dHKernel33;
      gradients[H_KERNEL + 34] = dHKernel34;
      gradients[H_KERNEL + 35] = dHKernel35;
    }

    /**
     * {@code H_BIAS[6]}, {@code x[6]}, {@code H_KERNEL[6,6]}, {@code extra[2,2]}, {@code OUT_BIAS[2]}, {@code OUT_KERNEL[10,2]}, {@code out[2]}
     */
    private void hToOutPredict(float[] weights, float[] work, int x, int extra, int out, int rows) {
      for (int r = 0; r < rows; r++) {
        int xRow = x + r * 6;
        int extraRow = extra + r * 4;
        int outRow = out + r * 2;
        float x0 = work[xRow];
        float x1 = work[xRow + 1];
        float x2 = work[xRow + 2];
        float x3 = work[xRow + 3];
        float x4 = work[xRow + 4];
        float x5 = work[xRow + 5];
        float h0 = Functions.gelu(weights[H_BIAS] + x0 * weights[H_KERNEL] + x1 * weights[H_KERNEL + 6] + x2 * weights[H_KERNEL + 12]
            + x3 * weights[H_KERNEL + 18] + x4 * weights[H_KERNEL + 24] + x5 * weights[H_KERNEL + 30]);
        float h1 = Functions.gelu(weights[H_BIAS + 1] + x0 * weights[H_KERNEL + 1] + x1 * weights[H_KERNEL + 7] + x2 * weights[H_KERNEL + 13]
            + x3 * weights[H_KERNEL + 19] + x4 * weights[H_KERNEL + 25] + x5 * weights[H_KERNEL + 31]);
        float h2 = Functions.gelu(weights[H_BIAS + 2] + x0 * weights[H_KERNEL + 2] + x1 * weights[H_KERNEL + 8] + x2 * weights[H_KERNEL + 14]
            + x3 * weights[H_KERNEL + 20] + x4 * weights[H_KERNEL + 26] + x5 * weights[H_KERNEL + 32]);
        float h3 = Functions.gelu(weights[H_BIAS + 3] + x0 * weights[H_KERNEL + 3] + x1 * weights[H_KERNEL + 9] + x2 * weights[H_KERNEL + 15]
            + x3 * weights[H_KERNEL + 21] + x4 * weights[H_KERNEL + 27] + x5 * weights[H_KERNEL + 33]);
        float h4 = Functions.gelu(weights[H_BIAS + 4] + x0 * weights[H_KERNEL + 4] + x1 * weights[H_KERNEL + 10] + x2 * weights[H_KERNEL + 16]
            + x3 * weights[H_KERNEL + 22] + x4 * weights[H_KERNEL + 28] + x5 * weights[H_KERNEL + 34]);
        float h5 = Functions.gelu(weights[H_BIAS + 5] + x0 * weights[H_KERNEL + 5] + x1 * weights[H_KERNEL + 11] + x2 * weights[H_KERNEL + 17]
            + x3 * weights[H_KERNEL + 23] + x4 * weights[H_KERNEL + 29] + x5 * weights[H_KERNEL + 35]);
        float s0 = x0 + h0;
        float s1 = x1 + h1;
        float s2 = x2 + h2;
        float s3 = x3 + h3;
        float s4 = x4 + h4;
        float s5 = x5 + h5;
        float extra0 = work[extraRow];
        float extra1 = work[extraRow + 1];
        float extra2 = work[extraRow + 2];
        float extra3 = work[extraRow + 3];
        float out0 = weights[OUT_BIAS] + s0 * weights[OUT_KERNEL] + s1 * weights[OUT_KERNEL + 2] + s2 * weights[OUT_KERNEL + 4]
            + s3 * weights[OUT_KERNEL + 6] + s4 * weights[OUT_KERNEL + 8] + s5 * weights[OUT_KERNEL + 10] + extra0 * weights[OUT_KERNEL + 12]
            + extra1 * weights[OUT_KERNEL + 14] + extra2 * weights[OUT_KERNEL + 16] + extra3 * weights[OUT_KERNEL + 18];
        float out1 = weights[OUT_BIAS + 1] + s0 * weights[OUT_KERNEL + 1] + s1 * weights[OUT_KERNEL + 3] + s2 * weights[OUT_KERNEL + 5]
            + s3 * weights[OUT_KERNEL + 7] + s4 * weights[OUT_KERNEL + 9] + s5 * weights[OUT_KERNEL + 11] + extra0 * weights[OUT_KERNEL + 13]
            + extra1 * weights[OUT_KERNEL + 15] + extra2 * weights[OUT_KERNEL + 17] + extra3 * weights[OUT_KERNEL + 19];
        work[outRow] = out0;
        work[outRow + 1] = out1;
      }
    }
  }
}
