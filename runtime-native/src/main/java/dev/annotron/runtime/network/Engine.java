package dev.annotron.runtime.network;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Gradients;
import dev.annotron.runtime.History;
import dev.annotron.runtime.Predicting;
import dev.annotron.runtime.Weights;
import dev.annotron.runtime.kernel.Kernels;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A model behind its generated class: owns the memory and runs the {@link Program} over it. The
 * methods are those of {@link dev.annotron.runtime.Model}.
 *
 * @param <S> the kind of memory
 */
public final class Engine<S> {
  private final Parts<S> parts;
  private final Predictor<S> predictor;
  private final WorkspacePool<S> evaluation;
  private final Seeds seeds;
  private final ReentrantLock training = new ReentrantLock();
  private @Nullable TrainingMemory<S> memory;

  private Engine(Architecture architecture, Program<S> program, Storage<S> storage, long seed) {
    this.parts = Parts.of(architecture, program, storage);
    this.predictor = new Predictor<>(parts);
    this.evaluation = new WorkspacePool<>(storage, architecture.evaluate());
    SplittableRandom random = new SplittableRandom(seed);
    Initializers.fill(parts, random.split());
    this.seeds = Seeds.of(random);
  }

  /** A freshly initialised network over arrays. */
  public static Engine<float[]> onHeap(
      Architecture architecture, Program<float[]> program, long seed) {
    return new Engine<>(architecture, program, new HeapStorage(), seed);
  }

  /**
   * A freshly initialised network over memory outside the heap, aligned to 64 bytes. This memory,
   * and that for training, counts against the JVM's option {@code -XX:MaxDirectMemorySize}, which
   * is as much as {@code -Xmx} if it is not given.
   *
   * @param kernels those of the program, which read its data too
   * @throws AnnotronException if the JVM may not take so much, here and wherever a method of the
   *     engine needs memory for the first time
   */
  public static Engine<MemorySegment> offHeap(
      Architecture architecture, Program<MemorySegment> program, Kernels kernels, long seed) {
    return new Engine<>(architecture, program, new OffHeapStorage(kernels), seed);
  }

  /**
   * See {@link dev.annotron.runtime.Model#fit(Dataset, FitOptions)}.
   *
   * @param options complete: merged with the annotated ones
   */
  public History fit(Dataset data, FitOptions options) {
    DataCheck.check(parts.architecture(), data, "the training data");
    Dataset validation = options.validation().orElse(null);
    if (validation != null) {
      DataCheck.check(parts.architecture(), validation, "the validation data");
    } else if (options.validationSplit().isPresent()) {
      int trained = HeldBack.trained(data, options.validationSplit().getAsDouble());
      return fit(data.take(trained), data.skip(trained), options);
    }
    return fit(data, validation, options);
  }

  private History fit(Dataset samples, @Nullable Dataset validation, FitOptions options) {
    Dataset data =
        options.hasClassWeights()
            ? ClassWeights.weigh(parts.architecture(), samples, options.classWeights())
            : samples;
    TrainingMemory<S> present = beginTraining();
    try {
      present.begin(TrainedData.of(data));
      Evaluator<S> evaluator =
          validation == null ? null : new Evaluator<>(parts, evaluation, validation);
      return new Trainer<>(parts, present, evaluator, data, options).run();
    } finally {
      training.unlock();
    }
  }

  /** See {@link dev.annotron.runtime.Model#predict(float...)}. */
  public float[] predict(float... x) {
    return predictor.predict(x);
  }

  /** See {@link dev.annotron.runtime.Model#predict(float[][])}. */
  public float[][] predict(float[][] x) {
    return predictor.predict(x);
  }

  /** See {@link dev.annotron.runtime.Model#predict(float[], float[])}. */
  public void predict(float[] x, float[] out) {
    predictor.predict(x, out);
  }

  /** See {@link dev.annotron.runtime.Model#evaluate(Dataset)}. */
  public Evaluation evaluate(Dataset data) {
    DataCheck.check(parts.architecture(), data, "the data");
    return evaluation(new Evaluator<>(parts, evaluation, data).run());
  }

  /** See {@link dev.annotron.runtime.Model#evaluate(Dataset, Predicting)}. */
  public Evaluation evaluate(Dataset data, Predicting predictor) {
    DataCheck.check(parts.architecture(), data, "the data");
    return evaluation(new Judge<>(parts, data).of(predictor, evaluation));
  }

  private Evaluation evaluation(Outcome<S> outcome) {
    if (!Double.isFinite(outcome.loss())) {
      throw new AnnotronException(
          "the loss of " + parts.architecture().name() + " is " + outcome.loss(),
          "a finite number",
          "The weights or the features are too large: scale the features as for training.");
    }
    return outcome.evaluation();
  }

  /** See {@link dev.annotron.runtime.Model#weights}. */
  public Weights weights() {
    return new StoredWeights(parts);
  }

  /** See {@link dev.annotron.runtime.Model#gradients}. */
  public Gradients gradients(Dataset batch) {
    DataCheck.check(parts.architecture(), batch, "the batch");
    TrainingMemory<S> present = beginTraining();
    try {
      return Differentiation.run(parts, present, batch);
    } finally {
      training.unlock();
    }
  }

  /** See {@link dev.annotron.runtime.Model#save}. */
  public void save(Path file) throws IOException {
    SavedWeights.write(parts, file);
  }

  /**
   * Takes the weights from a file that {@link #save} wrote.
   *
   * @throws IOException if the file cannot be read, or holds another network's weights; nothing is
   *     changed then
   */
  public void load(Path file) throws IOException {
    SavedWeights.read(parts, file);
  }

  /** As {@link #load(Path)}, from a stream, which is read to its end and left open. */
  public void load(InputStream in) throws IOException {
    SavedWeights.read(parts, in);
  }

  /** The memory for training, held until {@code training} is unlocked. */
  private TrainingMemory<S> beginTraining() {
    if (training.isHeldByCurrentThread() || !training.tryLock()) {
      throw new IllegalStateException(
          AnnotronException.message(
              parts.architecture().name() + " is being trained already",
              "one training of a model at a time",
              "Wait for the other fit to return, or train another model."));
    }
    TrainingMemory<S> present = memory;
    if (present == null) {
      present = new TrainingMemory<>(parts, seeds);
      memory = present;
    }
    return present;
  }
}
