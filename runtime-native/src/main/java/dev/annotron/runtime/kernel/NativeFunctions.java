package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/** The addresses of the native library's functions; api.cpp says what each takes. */
final class NativeFunctions {
  final MemorySegment dense;
  final MemorySegment denseRows;
  final MemorySegment denseInputGradient;
  final MemorySegment denseKernelGradient;
  final MemorySegment denseRowsKernelGradient;
  final MemorySegment denseKernelStep;
  final MemorySegment denseRowsKernelStep;
  final MemorySegment sumRows;
  final MemorySegment addBias;
  final MemorySegment activation;
  final MemorySegment activationGradient;
  final MemorySegment softmax;
  final MemorySegment softmaxGradient;
  final MemorySegment add;
  final MemorySegment copyRows;
  final MemorySegment loss;
  final MemorySegment lossGradient;
  final MemorySegment select;
  final MemorySegment describe;

  /** Finds them all. */
  NativeFunctions(SymbolLookup library) {
    dense = NativeCalls.find(library, "dense");
    denseRows = NativeCalls.find(library, "dense_rows");
    denseInputGradient = NativeCalls.find(library, "dense_input_gradient");
    denseKernelGradient = NativeCalls.find(library, "dense_kernel_gradient");
    denseRowsKernelGradient = NativeCalls.find(library, "dense_rows_kernel_gradient");
    denseKernelStep = NativeCalls.find(library, "dense_kernel_step");
    denseRowsKernelStep = NativeCalls.find(library, "dense_rows_kernel_step");
    sumRows = NativeCalls.find(library, "sum_rows");
    addBias = NativeCalls.find(library, "add_bias");
    activation = NativeCalls.find(library, "activation");
    activationGradient = NativeCalls.find(library, "activation_gradient");
    softmax = NativeCalls.find(library, "softmax");
    softmaxGradient = NativeCalls.find(library, "softmax_gradient");
    add = NativeCalls.find(library, "add");
    copyRows = NativeCalls.find(library, "copy_rows");
    loss = NativeCalls.find(library, "loss");
    lossGradient = NativeCalls.find(library, "loss_gradient");
    select = NativeCalls.find(library, "select");
    describe = NativeCalls.find(library, "describe");
  }
}
