package dev.annotron.runtime.network;

import java.util.List;

/**
 * Where things lie in the work memory of one method of a {@link Program}, for a call with {@code
 * rows} samples. Every index is in floats per row: a tensor at {@code at} with {@code size} floats
 * per sample takes the floats from {@code at * rows} to {@code (at + size) * rows}. Behind them
 * all, from {@code size * rows}, lie tensors that do not grow with the rows, such as a batch's
 * mean.
 *
 * <p>The outputs hold their values when the method returns. Inputs, targets and weights are left as
 * they were: what is loaded once serves several calls.
 *
 * @param size the floats of work memory per row
 * @param shared the floats behind them, however many rows there are
 * @param inputs the inputs, in the order in which a sample's row holds them
 * @param targets the targets of the outputs, in their order; none where the method has none
 * @param weights how much each sample counts, one float each; of size 0 where the method has no
 *     targets
 * @param outputs the outputs, in the order in which a prediction holds them
 * @param masks for each output the mask of its steps, 0 for those that count in no metric, when the
 *     method returns; of size 0 for an output without, and none where the method has no targets
 * @param losses of several outputs the mean loss of each, unweighted, when the method returns; else
 *     empty. It lies among the tensors that do not grow with the rows
 * @param layers results of layers that hold their values when {@link Program#differentiate} returns
 *     early, for finding where a number went wrong; empty for the other methods
 */
public record Layout(
    int size,
    int shared,
    List<Slot> inputs,
    List<Slot> targets,
    Slot weights,
    List<Slot> outputs,
    List<Slot> masks,
    Slot losses,
    List<Slot> layers) {

  /** The index of the mean loss of output {@code index}, for calls with {@code rows} samples. */
  long lossAt(int index, int rows) {
    return (long) size * rows + losses.at() + index;
  }

  /** The floats of work memory for calls with {@code rows} samples. */
  long floats(int rows) {
    return (long) size * rows + shared;
  }

  /** A tensor's name, place and size, in floats per row. */
  public record Slot(String name, int at, int size) {

    /** Whether this is another's memory. */
    boolean isAt(Slot other) {
      return at == other.at && size == other.size;
    }
  }
}
