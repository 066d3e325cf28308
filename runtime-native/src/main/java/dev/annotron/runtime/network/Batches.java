package dev.annotron.runtime.network;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Renewal;
import dev.annotron.runtime.kernel.RowKernels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers samples of a data set into work memory, or has their features read where they lie, if the
 * program can do that and the data set will stay where it is.
 */
final class Batches<S> {
  private final Storage<S> storage;
  private final Dataset data;
  private Storage.Source<S> features;
  private Storage.Source<float[]> targets;
  private final Slots inputs;
  private final Layout.Slot[] targetSlots;
  private final float[] batchTargets;
  private final int weightsAt;
  private final float[] batchWeights;
  private final List<Layout.Slot> inputSlots;
  private final List<Layout.Slot> layers;
  private final Program<S> program;
  private final @Nullable RowKernels inPlace;
  private Renewal.@Nullable Epochs epochs;

  /** Prepares batches of up to {@code rows} samples; allocates all that they need. */
  Batches(Parts<S> parts, Layout layout, Dataset data, int rows) {
    this.storage = parts.storage();
    this.data = data;
    RowKernels kernels = data.renewal().isEmpty() ? storage.inPlace(data, rows).orElse(null) : null;
    Program<S> reading = kernels == null ? null : parts.program().reading(kernels).orElse(null);
    this.program = reading == null ? parts.program() : reading;
    this.inPlace = reading == null ? null : kernels;
    this.features = storage.source(data, Side.FEATURES);
    this.targets = new HeapStorage().source(data, Side.TARGETS);
    this.layers = layout.layers();
    this.inputSlots = layout.inputs();
    this.inputs = new Slots(inputSlots);
    this.targetSlots = layout.targets().toArray(new Layout.Slot[0]);
    this.batchTargets = new float[rows * data.targetCount()];
    this.weightsAt = layout.weights().at();
    this.batchWeights = new float[rows];
    Arrays.fill(batchWeights, 1);
  }

  /** The samples of the data set. */
  int size() {
    return data.size();
  }

  /**
   * Goes on to an epoch, whose samples may be made anew.
   *
   * @param number counts all epochs of the network, from 0
   * @param another whether this training has one more
   * @return whether they were
   */
  boolean next(long number, boolean another) {
    Renewal renewal = data.renewal().orElse(null);
    if (renewal == null) {
      return false;
    }
    if (epochs == null) {
      epochs = renewal.start(data);
    }
    Dataset renewed = epochs.next(number, another);
    checkForm(renewed);
    features = storage.source(renewed, Side.FEATURES);
    targets = new HeapStorage().source(renewed, Side.TARGETS);
    return true;
  }

  private void checkForm(Dataset renewed) {
    boolean same =
        renewed.size() == data.size()
            && renewed.featureCount() == data.featureCount()
            && renewed.targetCount() == data.targetCount();
    if (!same) {
      throw new DataException(
          "An epoch was made of " + renewed,
          data + " as at the start",
          "Let the renewal keep the number and the form of the samples.");
    }
  }

  /**
   * Puts the samples {@code samples[first]} and the next, {@code rows} in all, into {@code work},
   * for {@link #program}.
   */
  void load(int[] samples, int first, int rows, S work) {
    if (inPlace == null) {
      inputs.load(features, samples, first, rows, work);
    } else {
      for (int i = 0; i < rows; i++) {
        inPlace.take(i, data.rowAt(samples[first + i]));
      }
    }
    int column = 0;
    for (Layout.Slot slot : targetSlots) {
      int at = column * rows;
      targets.copy(samples, first, rows, column, slot.size(), batchTargets, at);
      storage.write(batchTargets, at, work, (long) slot.at() * rows, rows * slot.size());
      column += slot.size();
    }
    for (int i = 0; data.isWeighted() && i < rows; i++) {
      batchWeights[i] = data.weight(samples[first + i]);
    }
    storage.write(batchWeights, 0, work, (long) weightsAt * rows, rows);
  }

  /** The network's program, for what was loaded last. */
  Program<S> program() {
    return program;
  }

  /**
   * The layers whose results lie in work memory when a loss is not finite: all of {@link
   * Layout#layers}, but not the inputs if they are read where they lie.
   */
  List<Layout.Slot> layers() {
    return inPlace == null
        ? layers
        : layers.stream().filter(layer -> inputSlots.stream().noneMatch(layer::isAt)).toList();
  }

  /** The targets of the batch that was loaded last: a matrix for each output, one after another. */
  float[] targets() {
    return batchTargets;
  }
}
