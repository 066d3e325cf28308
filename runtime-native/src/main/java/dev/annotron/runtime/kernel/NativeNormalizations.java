package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.address;
import static dev.annotron.runtime.kernel.NativeCalls.check;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.ref.Reference;

/**
 * {@link NormalizationKernels} of the native library; what has one value for each column alone runs
 * in Java.
 */
interface NativeNormalizations extends JavaNormalizations {

  /** The functions of api_normalization.cpp. */
  Functions normalizations();

  /** Their addresses. */
  record Functions(
      MemorySegment batchMean,
      MemorySegment batchVariance,
      MemorySegment standardize,
      MemorySegment centeredSum,
      MemorySegment batchGradient,
      MemorySegment normalize,
      MemorySegment normalizeGradient,
      MemorySegment normalizeGainGradient) {
    static Functions of(SymbolLookup library) {
      return new Functions(
          NativeCalls.find(library, "batch_mean"),
          NativeCalls.find(library, "batch_variance"),
          NativeCalls.find(library, "standardize"),
          NativeCalls.find(library, "centered_sum"),
          NativeCalls.find(library, "batch_gradient"),
          NativeCalls.find(library, "normalize"),
          NativeCalls.find(library, "normalize_gradient"),
          NativeCalls.find(library, "normalize_gain_gradient"));
    }
  }

  @Override
  default void batchMean(
      MemorySegment x, long xAt, MemorySegment mean, long meanAt, int rows, int columns) {
    int status =
        WideCalls.call(
            normalizations().batchMean(),
            address(x, xAt),
            0,
            0,
            0,
            0,
            address(mean, meanAt),
            rows,
            columns,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(mean);
    check(status);
  }

  @Override
  default void batchVariance(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment variance,
      long varianceAt,
      int rows,
      int columns) {
    int status =
        WideCalls.call(
            normalizations().batchVariance(),
            address(x, xAt),
            address(mean, meanAt),
            0,
            0,
            0,
            address(variance, varianceAt),
            rows,
            columns,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(mean);
    Reference.reachabilityFence(variance);
    check(status);
  }

  @Override
  default void standardize(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment factor,
      long factorAt,
      MemorySegment bias,
      long biasAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns) {
    int status =
        WideCalls.call(
            normalizations().standardize(),
            address(x, xAt),
            address(mean, meanAt),
            address(factor, factorAt),
            biasAt < 0 ? 0 : address(bias, biasAt),
            0,
            address(y, yAt),
            rows,
            columns,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(mean);
    Reference.reachabilityFence(factor);
    Reference.reachabilityFence(bias);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  default void centeredSum(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment sum,
      long sumAt,
      int rows,
      int columns) {
    int status =
        WideCalls.call(
            normalizations().centeredSum(),
            address(x, xAt),
            address(mean, meanAt),
            address(dy, dyAt),
            0,
            0,
            address(sum, sumAt),
            rows,
            columns,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(mean);
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(sum);
    check(status);
  }

  @Override
  default void batchGradient(
      MemorySegment x,
      long xAt,
      MemorySegment mean,
      long meanAt,
      MemorySegment factor,
      long factorAt,
      MemorySegment slopes,
      long slopesAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns) {
    int status =
        WideCalls.call(
            normalizations().batchGradient(),
            address(x, xAt),
            address(mean, meanAt),
            address(factor, factorAt),
            address(slopes, slopesAt),
            address(dy, dyAt),
            address(dx, dxAt),
            rows,
            columns,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(mean);
    Reference.reachabilityFence(factor);
    Reference.reachabilityFence(slopes);
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(dx);
    check(status);
  }

  @Override
  default void normalize(
      MemorySegment x,
      long xAt,
      MemorySegment gamma,
      long gammaAt,
      MemorySegment beta,
      long betaAt,
      MemorySegment y,
      long yAt,
      int samples,
      int outer,
      int groups,
      int inner,
      int scaled,
      boolean centered,
      float epsilon) {
    int status =
        WideCalls.call(
            normalizations().normalize(),
            address(x, xAt),
            gammaAt < 0 ? 0 : address(gamma, gammaAt),
            betaAt < 0 ? 0 : address(beta, betaAt),
            0,
            0,
            address(y, yAt),
            samples,
            outer,
            groups,
            inner,
            scaled,
            centered ? 1 : 0,
            0,
            0,
            epsilon,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(gamma);
    Reference.reachabilityFence(beta);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  default void normalizeGradient(
      MemorySegment x,
      long xAt,
      MemorySegment gamma,
      long gammaAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int samples,
      int outer,
      int groups,
      int inner,
      int scaled,
      boolean centered,
      float epsilon) {
    int status =
        WideCalls.call(
            normalizations().normalizeGradient(),
            address(x, xAt),
            gammaAt < 0 ? 0 : address(gamma, gammaAt),
            address(dy, dyAt),
            0,
            0,
            address(dx, dxAt),
            samples,
            outer,
            groups,
            inner,
            scaled,
            centered ? 1 : 0,
            0,
            0,
            epsilon,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(gamma);
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(dx);
    check(status);
  }

  @Override
  default void normalizeGainGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dGamma,
      long dGammaAt,
      int samples,
      int outer,
      int groups,
      int inner,
      int scaled,
      boolean centered,
      float epsilon) {
    int status =
        WideCalls.call(
            normalizations().normalizeGainGradient(),
            address(x, xAt),
            address(dy, dyAt),
            0,
            0,
            0,
            address(dGamma, dGammaAt),
            samples,
            outer,
            groups,
            inner,
            scaled,
            centered ? 1 : 0,
            0,
            0,
            epsilon,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(dGamma);
    check(status);
  }
}
