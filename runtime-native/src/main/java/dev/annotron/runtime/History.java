package dev.annotron.runtime;

import dev.annotron.runtime.text.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What training measured: one value per name and whole epoch. Names are Keras's: {@code "loss"},
 * {@code "accuracy"}, and with validation data {@code "val_loss"}, {@code "val_accuracy"}; of
 * several outputs also the loss of each, {@code "digit_loss"}, and its metrics, {@code
 * "digit_accuracy"}. Immutable.
 */
public final class History {
  private final Map<String, double[]> values = new LinkedHashMap<>();
  private final int epochs;
  private final boolean interrupted;
  private final @Nullable String stopped;

  /**
   * Made by {@link Model#fit}.
   *
   * @param values the values of each name, all of one length, in the order of the names
   * @param interrupted whether training ended because its thread was interrupted
   */
  public History(Map<String, double[]> values, boolean interrupted) {
    this(values, interrupted, null);
  }

  /**
   * Made by {@link Model#fit}.
   *
   * @param values as above
   * @param interrupted as above
   * @param stopped why training ended early; null if it did not
   */
  @SuppressWarnings("exports") // Of @Nullable: who requires us may do without JSpecify.
  public History(Map<String, double[]> values, boolean interrupted, @Nullable String stopped) {
    int length = 0;
    for (Map.Entry<String, double[]> entry : values.entrySet()) {
      this.values.put(entry.getKey(), entry.getValue().clone());
      length = entry.getValue().length;
    }
    this.epochs = length;
    this.interrupted = interrupted;
    this.stopped = stopped;
  }

  /** How many epochs were trained to their end. */
  public int epochs() {
    return epochs;
  }

  /** Whether training ended early because its thread was interrupted, or the process by Ctrl-C. */
  public boolean interrupted() {
    return interrupted;
  }

  /** Why training ended early, as a callback or a limit says; empty if none of them ended it. */
  public Optional<String> stopped() {
    return Optional.ofNullable(stopped);
  }

  /** The names, in order. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /**
   * The values of a name, one per epoch.
   *
   * @throws IllegalArgumentException if it was not measured; the message lists the names
   */
  public double[] values(String name) {
    return Names.get(values, name, "value").clone();
  }

  /**
   * The value of the last whole epoch.
   *
   * @throws IllegalArgumentException if it was not measured; the message lists the names
   * @throws IllegalStateException if no epoch was trained to its end
   */
  public double last(String name) {
    double[] all = Names.get(values, name, "value");
    if (all.length == 0) {
      throw new IllegalStateException(
          AnnotronException.message(
              "no epoch was trained to its end",
              "at least one",
              "Training was stopped in its first epoch: look at interrupted() first."));
    }
    return all[all.length - 1];
  }

  /** A table with one line per epoch; of very many epochs some lines only. */
  @Override
  public String toString() {
    return HistoryTable.of(values, epochs, interrupted, stopped);
  }
}
