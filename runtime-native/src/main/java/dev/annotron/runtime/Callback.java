package dev.annotron.runtime;

/**
 * Looks on while a model trains, and may step in. What keeps nothing from one epoch to the next is
 * a lambda for {@link FitOptions#onEpochEnd} or {@link FitOptions#onBatchEnd}; a callback makes an
 * observer of its own for each training, so that options can be shared among them:
 *
 * <pre>{@code
 * Callback patient = training -> {
 *   List<Double> losses = new ArrayList<>();
 *   return () -> {
 *     losses.add(training.value("loss"));
 *     if (losses.size() > 2 && losses.getLast() > losses.getFirst()) {
 *       training.stop("the loss is larger than at first");
 *     }
 *   };
 * };
 * }</pre>
 *
 * <p>All calls come from the thread that trains. What a callback throws ends training and comes out
 * of {@code fit}.
 *
 * <p>See <a href="https://keras.io/api/callbacks/">Keras: callbacks</a>.
 */
@FunctionalInterface
public interface Callback {

  /**
   * Called before the first step. Of a training that is resumed, {@link Training#history} has the
   * epochs before it, from which an observer learns what it would remember.
   */
  Observer begin(Training training);

  /** Observes one training. */
  @FunctionalInterface
  interface Observer {

    /** Called after each whole epoch, when its values are known. */
    void epochEnd();

    /** Called once after the last epoch, also if training was stopped, but not if it failed. */
    default void end() {}
  }
}
