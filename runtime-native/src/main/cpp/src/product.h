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
  /// Where the rows of a lie in memory, if not one behind the other at a; what counts of them
  /// begins at a column.
  const float* const* a_rows = nullptr;
  int64_t a_column = 0;
  /// The same of b, for tiles alone, which turn products with listed rows: of one that is neither
  /// transposed nor packed and has more columns than a vector.
  const float* const* b_rows = nullptr;
  int64_t b_column = 0;
  /// b once more, as `pack` has left it, or null.
  const float* packed = nullptr;
  /// Whether before and behind the rows of b there are others, which another thread changes.
  bool b_is_shared = false;
};

/// What `pack` needs, in floats; 0 where nothing is gained by it.
int64_t packed_size(const Product& product);

/// Copies b the way that products read it, for a product to be computed often with the same b. Of a
/// product, this depends on b and its size alone. Null where nothing is gained.
const float* pack(const Product& product, float* to);

/// Computes it with our tiles, or OpenBLAS where there are none. Nothing is read of c unless it is
/// added to; the operands do not overlap with c.
Status multiply(const Product& product);

/// Whether every value of c is written once, with its whole sum, and not in pieces of the depth:
/// what is added to c is then rounded once.
bool is_written_once(const Product& product);

}  // namespace annotron
