#pragma once

#include "functions.h"
#include "status.h"

namespace annotron {

/// y[rows, units] = function(x[rows, in] . kernel[in, units] + bias[units]); bias may be null.
Status dense(const float* x, const float* kernel, const float* bias, float* y, int rows, int in,
             int units, Function function, float slope);

/// dx[rows, in] = dy[rows, units] . kernel[in, units]^T
Status dense_input_gradient(const float* dy, const float* kernel, float* dx, int rows, int in,
                            int units);

/// dkernel[in, units] = x[rows, in]^T . dy[rows, units]
Status dense_kernel_gradient(const float* x, const float* dy, float* dkernel, int rows, int in,
                             int units);

}  // namespace annotron
