#pragma once

#include "status.h"

namespace annotron {

/// OpenBLAS, opened at run time so that it starts no threads of its own and a failure is a status.
namespace blas {

enum class Transposed : bool { kNo, kYes };

/// Opens the library that lies beside this one; at most once.
Status open();

/// What open() found wrong, or the library's name, version and kind of processor.
const char* description();

/// c[m, n] = a . b of row-major matrices, where a is [m, k] or [k, m] in memory if transposed, and
/// b [k, n] or [n, k]; a stride is from row to row in memory. Only after open() succeeded.
void product(Transposed a_transposed, Transposed b_transposed, int m, int n, int k, const float* a,
             int a_stride, const float* b, int b_stride, float* c, int c_stride);

}  // namespace blas
}  // namespace annotron
