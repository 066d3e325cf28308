#pragma once

#include "functions.h"
#include "status.h"

namespace annotron {

/// The samples that a layer is given, as the rows of a matrix: one behind the other, or each
/// wherever a list says.
struct Samples {
  const float* first;
  const float* const* rows = nullptr;
};

/// y[rows, units] = function(x[rows, in] . kernel[in, units] + bias[units]); bias may be null.
Status dense(Samples x, const float* kernel, const float* bias, float* y, int rows, int in,
             int units, Function function, float slope);

/// dx[rows, in] = dy[rows, units] . kernel[in, units]^T
Status dense_input_gradient(const float* dy, const float* kernel, float* dx, int rows, int in,
                            int units);

/// dkernel[in, units] = x[rows, in]^T . dy[rows, units]
Status dense_kernel_gradient(Samples x, const float* dy, float* dkernel, int rows, int in,
                             int units);

/// kernel[in, units] -= rate * x[rows, in]^T . dy[rows, units], each weight rounded once. Where the
/// product cannot be added to the kernel, its memory is dkernel[in, units], of no use afterwards.
Status dense_kernel_step(Samples x, const float* dy, float* dkernel, float* kernel, int rows,
                         int in, int units, float rate);

}  // namespace annotron
