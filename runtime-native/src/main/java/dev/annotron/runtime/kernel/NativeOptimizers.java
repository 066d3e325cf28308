package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.address;
import static dev.annotron.runtime.kernel.NativeCalls.call;
import static dev.annotron.runtime.kernel.NativeCalls.check;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.ref.Reference;

/** {@link OptimizerKernels} of the native library. */
interface NativeOptimizers extends OptimizerKernels {

  /** The functions of api_optimizer.cpp. */
  Functions optimizers();

  /** Their addresses. */
  record Functions(
      MemorySegment step,
      MemorySegment blend,
      MemorySegment clipValue,
      MemorySegment clipNorm,
      MemorySegment limitNorms,
      MemorySegment penalty,
      MemorySegment penaltyGradient) {
    static Functions of(SymbolLookup library) {
      return new Functions(
          NativeCalls.find(library, "step"),
          NativeCalls.find(library, "blend"),
          NativeCalls.find(library, "clip_value"),
          NativeCalls.find(library, "clip_norm"),
          NativeCalls.find(library, "limit_norms"),
          NativeCalls.find(library, "penalty"),
          NativeCalls.find(library, "penalty_gradient"));
    }
  }

  /**
   * Where a call leaves the numbers of a rule for its thread: there are five, a call takes four.
   */
  final class Numbers extends ThreadLocal<MemorySegment> {
    private static final Numbers OF_THREAD = new Numbers();

    @Override
    protected MemorySegment initialValue() {
      return Arena.ofAuto().allocate(JAVA_FLOAT, 5);
    }
  }

  /** Where a call leaves a sum for its thread. */
  final class Sum extends ThreadLocal<MemorySegment> {
    private static final Sum OF_THREAD = new Sum();

    @Override
    protected MemorySegment initialValue() {
      return Arena.ofAuto().allocate(JAVA_DOUBLE);
    }
  }

  @Override
  default void step(
      UpdateRule rule,
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float a,
      float b,
      float c,
      float d,
      float e) {
    MemorySegment numbers = Numbers.OF_THREAD.get();
    numbers.setAtIndex(JAVA_FLOAT, 0, a);
    numbers.setAtIndex(JAVA_FLOAT, 1, b);
    numbers.setAtIndex(JAVA_FLOAT, 2, c);
    numbers.setAtIndex(JAVA_FLOAT, 3, d);
    numbers.setAtIndex(JAVA_FLOAT, 4, e);
    int status =
        call(
            optimizers().step(),
            address(gradients, 0),
            numbers.address(),
            address(state, 0),
            address(weights, 0),
            count,
            rule.ordinal(),
            0);
    Reference.reachabilityFence(numbers);
    Reference.reachabilityFence(gradients);
    Reference.reachabilityFence(state);
    Reference.reachabilityFence(weights);
    check(status);
  }

  @Override
  default void blend(
      MemorySegment x, long xAt, float a, MemorySegment y, long yAt, float b, int count) {
    int status =
        call(
            optimizers().blend(),
            address(x, xAt),
            0,
            0,
            address(y, yAt),
            count,
            0,
            0,
            0,
            a,
            b,
            0,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  default void clipValue(MemorySegment x, long xAt, int count, float limit) {
    change(optimizers().clipValue(), x, xAt, count, 0, 0, limit);
  }

  @Override
  default void clipNorm(MemorySegment x, long xAt, int count, float limit) {
    change(optimizers().clipNorm(), x, xAt, count, 0, 0, limit);
  }

  @Override
  default void limitNorms(
      MemorySegment x, long xAt, int outer, int length, int inner, float limit) {
    change(optimizers().limitNorms(), x, xAt, outer, length, inner, limit);
  }

  @Override
  default double penalty(MemorySegment weights, long at, int count, float l1, float l2) {
    MemorySegment sum = Sum.OF_THREAD.get();
    int status =
        call(
            optimizers().penalty(),
            address(weights, at),
            0,
            0,
            sum.address(),
            count,
            0,
            0,
            0,
            l1,
            l2,
            0,
            0);
    Reference.reachabilityFence(weights);
    check(status);
    return sum.get(JAVA_DOUBLE, 0);
  }

  @Override
  default void addPenaltyGradient(
      MemorySegment weights, MemorySegment gradients, long at, int count, float l1, float l2) {
    int status =
        call(
            optimizers().penaltyGradient(),
            address(weights, at),
            0,
            0,
            address(gradients, at),
            count,
            0,
            0,
            0,
            l1,
            l2,
            0,
            0);
    Reference.reachabilityFence(weights);
    Reference.reachabilityFence(gradients);
    check(status);
  }

  private static void change(
      MemorySegment function, MemorySegment x, long xAt, int i, int j, int k, float limit) {
    int status = call(function, 0, 0, 0, address(x, xAt), i, j, k, 0, limit, 0, 0, 0);
    Reference.reachabilityFence(x);
    check(status);
  }
}
