#pragma once

#include <cstdint>

namespace annotron {

/// Numbered as dev.annotron.runtime.kernel.Combination.
enum class Combination : int { kSubtract, kMultiply, kMaximum, kMinimum, kCount };

/// Kernels value by value; formulas as in ElementKernels.java.
struct ElementIsa {
  void (*combine)(Combination how, const float* a, const float* b, float* y, int64_t count);
  void (*choose)(Combination how, bool first, const float* a, const float* b, const float* dy,
                 float* dx, int64_t count);
  void (*affine)(const float* x, float* y, int64_t count, float factor, float offset);
  void (*scale)(const float* x, const float* factor, float* y, int64_t rows, int columns);
  void (*scale_gradient)(const float* x, const float* dy, float* sum, int64_t rows, int columns);
  void (*prelu)(const float* x, const float* alpha, float* y, int64_t rows, int columns);
  void (*prelu_gradient)(const float* x, const float* alpha, const float* dy, float* dx,
                         int64_t rows, int columns);
  void (*prelu_slope_gradient)(const float* x, const float* dy, float* sum, int64_t rows,
                               int columns);
  void (*repeat)(const float* x, float* y, int blocks, int times, int inner);
  void (*sum_repeats)(const float* x, float* y, int blocks, int times, int inner);
};

}  // namespace annotron
