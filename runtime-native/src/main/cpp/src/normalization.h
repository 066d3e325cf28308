#pragma once

#include <cstdint>

namespace annotron {

/// How a sample [outer, groups, inner] is normalised: each group by its own mean and deviation.
struct Groups {
  int outer, groups, inner;
  /// Gains and biases are for `scaled` neighbouring values and repeat: inner, or groups * inner.
  int scaled;
  bool centered;
  float epsilon;

  int size() const { return outer * groups * inner; }
};

/// Normalisation of batches and of groups of a sample; formulas as in NormalizationKernels.java.
struct NormalizationIsa {
  void (*batch_mean)(const float* x, float* mean, int64_t rows, int columns);
  void (*batch_variance)(const float* x, const float* mean, float* variance, int64_t rows,
                         int columns);
  void (*standardize)(const float* x, const float* mean, const float* factor, const float* bias,
                      float* y, int64_t rows, int columns);
  void (*centered_sum)(const float* x, const float* mean, const float* dy, float* sum, int64_t rows,
                       int columns);
  void (*batch_gradient)(const float* x, const float* mean, const float* factor,
                         const float* slopes, const float* dy, float* dx, int64_t rows,
                         int columns);
  void (*normalize)(const float* x, const float* gamma, const float* beta, float* y, int samples,
                    Groups groups);
  void (*normalize_gradient)(const float* x, const float* gamma, const float* dy, float* dx,
                             int samples, Groups groups);
  /// Adds to totals[scaled].
  void (*normalize_gain_gradient)(const float* x, const float* dy, double* totals, int samples,
                                  Groups groups);
};

}  // namespace annotron
