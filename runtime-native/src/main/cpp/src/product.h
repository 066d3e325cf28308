#pragma once

#include <cstdint>

#include "status.h"

namespace annotron {

enum class Transposed : bool { kNo, kYes };

/// c[m, n] = scale * a . b, or that added to c; of row-major matrices, where a is [m, k], or [k, m]
/// in memory if transposed, and b [k, n] or [n, k]. A stride is from row to row in memory.
struct Product {
  Transposed a_transposed, b_transposed;
  int m, n, k;
  const float* a;
  int64_t a_stride;
  const float* b;
  int64_t b_stride;
  float* c;
  int64_t c_stride;
  float scale = 1;
  bool add = false;
};

/// Computes it with our tiles or OpenBLAS, whichever is faster. Nothing is read of c unless it is
/// added to; the operands do not overlap with c.
Status multiply(const Product& product);

/// Whether every value of c is written once, with its whole sum, and not in pieces of the depth:
/// what is added to c is then rounded once.
bool is_written_once(const Product& product);

}  // namespace annotron
