package dev.annotron.processor.plan;

import dev.annotron.processor.ir.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a step does to the weights: the optimizer's rule, and what stands around it.
 *
 * @param name the optimizer as the user writes it, such as {@code AdamW}
 * @param schedule the learning rate by step; the optimizer's own where there is none
 * @param weightDecay the share of itself that a weight loses, per unit of the learning rate
 * @param average the moving average of the weights, where one is kept
 * @param accumulation the batches of a step
 * @param penalties what the loss has more for large weights
 * @param constraints what weights are made to be after a step
 */
public record UpdatePlan(
    String name,
    Optimizer optimizer,
    Optional<Schedule> schedule,
    Clipping clipping,
    double weightDecay,
    Optional<Average> average,
    int accumulation,
    List<Penalty> penalties,
    List<Constraint> constraints) {

  /** How large gradients are cut. */
  public enum Cut {
    NONE,
    VALUE,
    NORM,
    GLOBAL_NORM
  }

  /**
   * The cutting of gradients.
   *
   * @param limit the largest value or norm
   */
  public record Clipping(Cut cut, double limit) {
    public static final Clipping NONE = new Clipping(Cut.NONE, 0);
  }

  /** {@code @Ema}. */
  public record Average(double momentum, int overwriteFrequency) {}

  /**
   * {@code @L1} or {@code @L2}, or both, of a layer's weights: {@code Σ (l1 |w| + l2 w²)}.
   *
   * @param bias whether it is for the bias, and not for kernels
   */
  public record Penalty(String layer, boolean bias, double l1, double l2) {

    /** Whether it is for the parameter of this name; recurrent kernels have none, as in Keras. */
    public boolean isFor(String parameter) {
      return isOf(layer, bias, parameter);
    }
  }

  /** What weights are made to be, in this order where there are several. */
  public enum Kept {
    NON_NEGATIVE,
    MAX_NORM,
    UNIT_NORM
  }

  /**
   * {@code @MaxNorm} and its like, for a layer's weights.
   *
   * @param limit the largest norm
   * @param axes of the vectors that have norms
   * @param bias whether it is for the bias, and not for kernels
   */
  public record Constraint(
      String layer, Kept kept, double limit, List<Integer> axes, boolean bias) {

    /** Whether it is for the parameter of this name; recurrent kernels have none. */
    public boolean isFor(String parameter) {
      return isOf(layer, bias, parameter);
    }
  }

  private static boolean isOf(String layer, boolean bias, String parameter) {
    return parameter.startsWith(layer + "/")
        && (bias ? Roles.isBias(parameter) : Roles.isKernel(parameter));
  }

  /**
   * A record of the runtime's {@code Schedule}.
   *
   * @param constants what its constructor takes: numbers, flags, and lists of numbers
   */
  public record Schedule(String kind, List<Object> constants) {}

  /** The floats of memory kept for each weight. */
  public int slots() {
    return optimizer.slots() + (average.isPresent() ? 1 : 0) + (accumulation > 1 ? 1 : 0);
  }

  /** The number of the average's slot. */
  public int averageSlot() {
    return optimizer.slots();
  }

  /** The number of the slot where gradients are added up. */
  public int accumulationSlot() {
    return optimizer.slots() + (average.isPresent() ? 1 : 0);
  }

  /** The attributes, for people. */
  public List<String> settings() {
    List<String> settings = new ArrayList<>(optimizer.settings());
    if (clipping.cut() != Cut.NONE) {
      String[] names = {"", "clipValue=", "clipNorm=", "globalClipNorm="};
      settings.add(names[clipping.cut().ordinal()] + clipping.limit());
    }
    if (weightDecay > 0) {
      settings.add("weightDecay=" + weightDecay);
    }
    average.ifPresent(ema -> settings.add("ema=" + ema.momentum()));
    if (accumulation > 1) {
      settings.add("gradientAccumulation=" + accumulation);
    }
    return List.copyOf(settings);
  }
}
