#include "dense.h"

#include "blas.h"
#include "isa.h"

namespace annotron {

using blas::Transposed;

void dense(const float* x, const float* kernel, const float* bias, float* y, int rows, int in,
           int units, Function function, float slope) {
  const Isa& kernels = isa();
  if (rows == 1) {
    kernels.row_product(x, kernel, y, in, units);
  } else if (units == 1) {
    kernels.column_product(x, kernel, y, rows, in);
  } else {
    blas::product(Transposed::kNo, Transposed::kNo, rows, units, in, x, kernel, y, units);
  }
  kernels.finish(y, bias, rows, units, function, slope);
}

void dense_input_gradient(const float* dy, const float* kernel, float* dx, int rows, int in,
                          int units) {
  if (rows == 1) {
    isa().column_product(kernel, dy, dx, in, units);
  } else if (units == 1) {
    isa().outer_product(dy, kernel, dx, rows, in);
  } else {
    blas::product(Transposed::kNo, Transposed::kYes, rows, in, units, dy, kernel, dx, in);
  }
}

void dense_kernel_gradient(const float* x, const float* dy, float* dkernel, int rows, int in,
                           int units) {
  if (rows == 1) {
    isa().outer_product(x, dy, dkernel, in, units);
  } else if (units == 1) {
    isa().row_product(dy, x, dkernel, rows, in);
  } else {
    blas::product(Transposed::kYes, Transposed::kNo, in, units, rows, x, dy, dkernel, units);
  }
}

}  // namespace annotron
