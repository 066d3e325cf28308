#pragma once

#include "functions.h"
#include "geometry.h"
#include "status.h"

namespace annotron {

/// Floats of a picture that lie one after another, seen from where a window begins.
struct Run {
  int64_t offset;
  int length;
};

/// Products of windows in a row with the columns of a kernel.
struct WindowProducts {
  const Run* runs;
  int run_count;
  const float* kernel;  ///< a row for each float of the runs
  int kernel_stride;    ///< from row to row; all rows are padded to whole vectors
  int columns;
  int64_t x_step;  ///< from window to window in the picture
  int64_t y_step;  ///< from window to window in the result
};

/// Sums of products over all windows of a picture.
struct GradientProducts {
  const int64_t* offsets;  ///< of each row of the kernel in the picture, from a window's begin
  int depth;               ///< rows of the kernel
  int columns;             ///< padded to whole vectors, in dy and in the sum
  int rows, windows;       ///< rows of windows, and the windows of each
  int64_t x_row_step, x_step;
};

/// Kernels of windows; those of pools as in ConvolutionKernels.java, for one picture.
struct ConvolutionIsa {
  int lanes;
  /// y[window, column] = sum over the runs of x . kernel
  void (*window_products)(const WindowProducts& products, const float* x, float* y, int windows);
  /// sum[row, column] += sum over windows of x . dy
  void (*gradient_products)(const GradientProducts& products, const float* x, const float* dy,
                            float* sum);
  /// With a group for each channel and channels as many as filters.
  void (*depthwise)(const Geometry& g, const float* x, const float* kernel, float* y);
  void (*depthwise_transposed)(const Geometry& g, const float* y, const float* kernel, float* x);
  /// Adds to dkernel.
  void (*depthwise_gradient)(const Geometry& g, const float* x, const float* dy, float* dkernel);
  void (*max_pool)(const Geometry& g, const float* x, float* y);
  void (*max_pool_gradient)(const Geometry& g, const float* x, const float* y, const float* dy,
                            float* dx);
  void (*sum_pool)(const Geometry& g, bool mean, const float* x, float* y);
  void (*spread_pool)(const Geometry& g, bool mean, const float* y, float* x);
};

/// y = function(windows of x . kernel + bias), of so many pictures; bias may be null.
Status convolve(const Geometry& g, const float* x, const float* kernel, const float* bias, float* y,
                int rows, Function function, float slope);

/// The transpose of the product: x from y.
Status convolve_transposed(const Geometry& g, const float* y, const float* kernel, float* x,
                           int rows);

Status convolve_kernel_gradient(const Geometry& g, const float* x, const float* dy, float* dkernel,
                                int rows);

}  // namespace annotron
