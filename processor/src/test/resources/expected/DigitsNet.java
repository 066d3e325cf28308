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
import dev.annotron.runtime.kernel.Backend;
import dev.annotron.runtime.kernel.Function;
import dev.annotron.runtime.kernel.InputKernels;
import dev.annotron.runtime.kernel.Kernels;
import dev.annotron.runtime.kernel.LossFunction;
import dev.annotron.runtime.network.Architecture;
import dev.annotron.runtime.network.Engine;
import dev.annotron.runtime.network.Initialization;
import dev.annotron.runtime.network.Layout;
import dev.annotron.runtime.network.MetricFunction;
import dev.annotron.runtime.network.Program;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The network described by {@link Digits}, compiled.
 *
 * <pre>
 * pixels  Input        [784]
 * hidden  Dense        [50]           from pixels
 * digit   Dense        [10]           from hidden
 * </pre>
 *
 * <p>Inputs: pixels[784]. Outputs: digit[10]. 39760 weights; loss SPARSE_CATEGORICAL_CROSSENTROPY.
 */
public final class DigitsNet implements Model {
  /**
   * Where {@code hidden/kernel[784,50]} starts in the weights.
   */
  private static final int HIDDEN_KERNEL = 0;

  /**
   * Where {@code hidden/bias[50]} starts in the weights.
   */
  private static final int HIDDEN_BIAS = 39200;

  /**
   * Where {@code digit/kernel[50,10]} starts in the weights.
   */
  private static final int DIGIT_KERNEL = 39250;

  /**
   * Where {@code digit/bias[10]} starts in the weights.
   */
  private static final int DIGIT_BIAS = 39750;

  private static final Architecture ARCHITECTURE = architecture();

  private final Engine<MemorySegment> engine;

  /**
   * A freshly initialised network, from the annotated seed 1.
   */
  public DigitsNet() {
    this(1L);
  }

  /**
   * A freshly initialised network. Every value is a seed, 0 too.
   */
  public DigitsNet(long seed) {
    this.engine = Engine.offHeap(ARCHITECTURE, new Code(Backend.kernels()), Backend.kernels(), seed);
  }

  /**
   * A new network, trained on {@code data} with the annotated options.
   */
  public static DigitsNet train(Dataset data) {
    DigitsNet network = new DigitsNet();
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
  public static DigitsNet load(Path file) throws IOException {
    DigitsNet network = new DigitsNet();
    network.engine.load(file);
    return network;
  }

  /**
   * A network with the weights of a safetensors file of this architecture.
   */
  public static DigitsNet load(InputStream stream) throws IOException {
    DigitsNet network = new DigitsNet();
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
        "Digits",
        "37b5fdb5b90c2231",
        List.of(
        new Architecture.Input(new Architecture.Shaped("pixels", List.of(784)), 0)),
        List.of(
        new Architecture.Output(new Architecture.Shaped("digit", List.of(10)), LossFunction.SPARSE_CATEGORICAL_CROSSENTROPY, 1.0, List.of(MetricFunction.SPARSE_CATEGORICAL_ACCURACY))),
        parameters(),
        39760,
        layers(),
        new Architecture.Optimizer("Adam", 2, 0.001f, List.of("beta1=0.9", "beta2=0.999", "epsilon=1.0E-7")),
        new FitOptions().epochs(10).batchSize(32).shuffle(true),
        1L,
        predictLayout(),
        evaluateLayout(),
        differentiateLayout());
  }

  private static List<Architecture.Parameter> parameters() {
    return List.of(
        new Architecture.Parameter("hidden/kernel", List.of(784, 50), HIDDEN_KERNEL, Initialization.GLOROT_UNIFORM, 784, 50),
        new Architecture.Parameter("hidden/bias", List.of(50), HIDDEN_BIAS, Initialization.ZEROS, 50, 50),
        new Architecture.Parameter("digit/kernel", List.of(50, 10), DIGIT_KERNEL, Initialization.GLOROT_UNIFORM, 50, 10),
        new Architecture.Parameter("digit/bias", List.of(10), DIGIT_BIAS, Initialization.ZEROS, 10, 10));
  }

  private static List<Architecture.Layer> layers() {
    return List.of(
        new Architecture.Layer("pixels", "Input", List.of(784), List.of(), 0, 0L, "-"),
        new Architecture.Layer("hidden", "Dense", List.of(50), List.of("pixels"), 39250, 78500L, "native"),
        new Architecture.Layer("digit", "Dense", List.of(10), List.of("hidden"), 510, 1020L, "native"));
  }

  private static Layout predictLayout() {
    return new Layout(
        844,
        0,
        List.of(new Layout.Slot("pixels", 0, 784)),
        List.of(),
        new Layout.Slot("sampleWeights", 0, 0),
        List.of(new Layout.Slot("digit", 834, 10)),
        List.of(),
        new Layout.Slot("losses", 0, 0),
        List.of());
  }

  private static Layout evaluateLayout() {
    return new Layout(
        906,
        0,
        List.of(new Layout.Slot("pixels", 0, 784)),
        List.of(new Layout.Slot("digit", 784, 1)),
        new Layout.Slot("sampleWeights", 785, 1),
        List.of(new Layout.Slot("digit", 846, 10)),
        List.of(new Layout.Slot("digit", 0, 0)),
        new Layout.Slot("losses", 0, 0),
        List.of());
  }

  private static Layout differentiateLayout() {
    return new Layout(
        906,
        0,
        List.of(new Layout.Slot("pixels", 0, 784)),
        List.of(new Layout.Slot("digit", 784, 1)),
        new Layout.Slot("sampleWeights", 785, 1),
        List.of(new Layout.Slot("digit", 846, 10)),
        List.of(new Layout.Slot("digit", 0, 0)),
        new Layout.Slot("losses", 0, 0),
        layerSlots());
  }

  private static List<Layout.Slot> layerSlots() {
    return List.of(
        new Layout.Slot("pixels", 0, 784),
        new Layout.Slot("hidden", 786, 50),
        new Layout.Slot("digit", 846, 10));
  }

  /**
   * The network's computation.
   */
  private static final class Code implements Program<MemorySegment> {
    private final Kernels kernels;

    private final InputKernels inputKernels;

    Code(Kernels kernels) {
      this(kernels, kernels);
    }

    private Code(Kernels kernels, InputKernels inputKernels) {
      this.kernels = kernels;
      this.inputKernels = inputKernels;
    }

    @Override
    public Optional<Program<MemorySegment>> reading(InputKernels input) {
      return Optional.of(new Code(kernels, input));
    }

    @Override
    public void predict(MemorySegment weights, MemorySegment work, int rows) {
      hiddenForward(weights, work, /* pixels */ 0, /* hidden */ 784L * rows, rows);
      digitForward(weights, work, /* hidden */ 784L * rows, /* digitSum */ 834L * rows, /* digit */ 834L * rows, rows);
    }

    @Override
    public double evaluate(MemorySegment weights, MemorySegment work, int rows) {
      hiddenForward(weights, work, /* pixels */ 0, /* hidden */ 786L * rows, rows);
      digitForward(weights, work, /* hidden */ 786L * rows, /* digitSum */ 836L * rows, /* digit */ 846L * rows, rows);
      return kernels.weightedLoss(LossFunction.SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS, 0.0f, -1.0f, work, 836L * rows, work, 784L * rows, work, 785L * rows, rows, rows, 10);
    }

    @Override
    public double differentiate(MemorySegment weights, MemorySegment gradients, MemorySegment work,
        int rows, long draw) {
      double loss = evaluate(weights, work, rows);
      if (Double.isFinite(loss)) {
        lossBackward(work, /* digit */ 846L * rows, /* target */ 784L * rows, /* sampleWeights */ 785L * rows, /* dOutput */ 836L * rows, rows);
        digitBackward(weights, gradients, work, /* dOutput */ 836L * rows, /* dDigitInput */ 856L * rows, /* hidden */ 786L * rows, rows);
        hiddenBackward(gradients, work, /* hidden */ 786L * rows, /* dDigitInput */ 856L * rows, /* dHiddenSum */ 856L * rows, /* pixels */ 0, rows);
      }
      return loss;
    }

    @Override
    public void update(MemorySegment weights, MemorySegment gradients, MemorySegment state,
        float learningRate, long step) {
      float alpha = (float) (learningRate * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step)));
      kernels.adam(weights, gradients, state, 39760, alpha, 0.1f, 0.001f, 1.0E-7f);
    }

    /**
     * {@code pixels[784]}, {@code HIDDEN_KERNEL[784,50]}, {@code HIDDEN_BIAS[50]}, {@code hidden[50]}
     */
    private void hiddenForward(MemorySegment weights, MemorySegment work, long pixels, long hidden,
        int rows) {
      inputKernels.dense(work, pixels, weights, HIDDEN_KERNEL, HIDDEN_BIAS, work, hidden, rows, 784, 50, Function.SIGMOID, 0.0f);
    }

    /**
     * {@code hidden[50]}, {@code DIGIT_KERNEL[50,10]}, {@code DIGIT_BIAS[10]}, {@code digitSum[10]}, {@code digit[10]}
     */
    private void digitForward(MemorySegment weights, MemorySegment work, long hidden, long digitSum,
        long digit, int rows) {
      kernels.dense(work, hidden, weights, DIGIT_KERNEL, DIGIT_BIAS, work, digitSum, rows, 50, 10, Function.LINEAR, 0.0f);
      kernels.softmax(work, digitSum, work, digit, rows, 10);
    }

    /**
     * {@code digit[10]}, {@code target[1]}, {@code sampleWeights[1]}, {@code dOutput[10]}
     */
    private void lossBackward(MemorySegment work, long digit, long target, long sampleWeights,
        long dOutput, int rows) {
      kernels.weightedLossGradient(LossFunction.SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS, 0.0f, -1.0f, 1.0f, work, digit, work, target, work, sampleWeights, rows, work, dOutput, rows, 10);
    }

    /**
     * {@code dOutput[10]}, {@code DIGIT_BIAS[10]}, {@code DIGIT_KERNEL[50,10]}, {@code dDigitInput[50]}, {@code hidden[50]}, {@code DIGIT_KERNEL[50,10]}
     */
    private void digitBackward(MemorySegment weights, MemorySegment gradients, MemorySegment work,
        long dOutput, long dDigitInput, long hidden, int rows) {
      kernels.sumRows(work, dOutput, gradients, DIGIT_BIAS, rows, 10);
      kernels.denseInputGradient(work, dOutput, weights, DIGIT_KERNEL, work, dDigitInput, rows, 50, 10);
      kernels.denseKernelGradient(work, hidden, work, dOutput, gradients, DIGIT_KERNEL, rows, 50, 10);
    }

    /**
     * {@code hidden[50]}, {@code dDigitInput[50]}, {@code dHiddenSum[50]}, {@code HIDDEN_BIAS[50]}, {@code pixels[784]}, {@code HIDDEN_KERNEL[784,50]}
     */
    private void hiddenBackward(MemorySegment gradients, MemorySegment work, long hidden,
        long dDigitInput, long dHiddenSum, long pixels, int rows) {
      kernels.activationGradient(Function.SIGMOID, 0.0f, work, hidden, work, dDigitInput, work, dHiddenSum, rows * 50);
      kernels.sumRows(work, dHiddenSum, gradients, HIDDEN_BIAS, rows, 50);
      inputKernels.denseKernelGradient(work, pixels, work, dHiddenSum, gradients, HIDDEN_KERNEL, rows, 784, 50);
    }
  }
}
