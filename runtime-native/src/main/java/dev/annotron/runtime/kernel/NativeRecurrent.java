package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.address;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.ref.Reference;

/** {@link RecurrentKernels} of the native library. */
interface NativeRecurrent extends RecurrentKernels {

  /** The functions of api_recurrent.cpp. */
  Functions recurrent();

  /** Their addresses. */
  record Functions(MemorySegment recur, MemorySegment gradient, MemorySegment kernelGradient) {
    static Functions of(SymbolLookup library) {
      return new Functions(
          NativeCalls.find(library, "recur"),
          NativeCalls.find(library, "recur_gradient"),
          NativeCalls.find(library, "recur_kernel_gradient"));
    }
  }

  @Override
  default void recur(
      RecurrentCell cell,
      Function activation,
      Function recurrentActivation,
      MemorySegment z,
      long zAt,
      MemorySegment weights,
      long recurrentKernelAt,
      long biasAt,
      MemorySegment mask,
      long maskAt,
      MemorySegment trace,
      long traceAt,
      int rows,
      int steps,
      int units) {
    int status =
        WideCalls.call(
            recurrent().recur(),
            address(z, zAt),
            address(weights, recurrentKernelAt),
            biasAt < 0 ? 0 : address(weights, biasAt),
            maskAt < 0 ? 0 : address(mask, maskAt),
            address(trace, traceAt),
            0,
            cell.ordinal(),
            activation.ordinal(),
            recurrentActivation.ordinal(),
            0,
            rows,
            steps,
            units,
            0,
            0,
            0);
    Reference.reachabilityFence(z);
    Reference.reachabilityFence(weights);
    Reference.reachabilityFence(mask);
    Reference.reachabilityFence(trace);
    NativeCalls.check(status);
  }

  @Override
  default void recurGradient(
      RecurrentCell cell,
      Function activation,
      Function recurrentActivation,
      boolean last,
      MemorySegment trace,
      long traceAt,
      MemorySegment weights,
      long recurrentKernelAt,
      MemorySegment dh,
      long dhAt,
      MemorySegment mask,
      long maskAt,
      MemorySegment g,
      long gAt,
      int rows,
      int steps,
      int units) {
    int status =
        WideCalls.call(
            recurrent().gradient(),
            address(trace, traceAt),
            address(weights, recurrentKernelAt),
            address(dh, dhAt),
            maskAt < 0 ? 0 : address(mask, maskAt),
            address(g, gAt),
            0,
            cell.ordinal(),
            activation.ordinal(),
            recurrentActivation.ordinal(),
            last ? 1 : 0,
            rows,
            steps,
            units,
            0,
            0,
            0);
    Reference.reachabilityFence(trace);
    Reference.reachabilityFence(weights);
    Reference.reachabilityFence(dh);
    Reference.reachabilityFence(mask);
    Reference.reachabilityFence(g);
    NativeCalls.check(status);
  }

  @Override
  default void recurKernelGradient(
      RecurrentCell cell,
      MemorySegment trace,
      long traceAt,
      MemorySegment g,
      long gAt,
      MemorySegment gradients,
      long dKernelAt,
      int count,
      int units) {
    int status =
        NativeCalls.call(
            recurrent().kernelGradient(),
            address(trace, traceAt),
            address(g, gAt),
            0,
            address(gradients, dKernelAt),
            cell.ordinal(),
            count,
            units);
    Reference.reachabilityFence(trace);
    Reference.reachabilityFence(g);
    Reference.reachabilityFence(gradients);
    NativeCalls.check(status);
  }
}
