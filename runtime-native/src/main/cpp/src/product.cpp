#include "product.h"

#include <cstring>

#include "blas.h"
#include "isa.h"
#include "scratch.h"

namespace annotron {
namespace {

/// A sum over nothing.
void clear(const Product& p) {
  for (int row = 0; row < p.m && !p.add; row++) {
    std::memset(p.c + row * p.c_stride, 0, static_cast<size_t>(p.n) * sizeof(float));
  }
}

/// With a copy of a in one piece, as OpenBLAS wants it.
Status multiply_gathered(Product p) {
  const bool turned = p.a_transposed == Transposed::kYes;
  const int rows = turned ? p.k : p.m;
  const int columns = turned ? p.m : p.k;
  thread_local Scratch scratch;
  auto* copy = scratch.of<float>(static_cast<int64_t>(rows) * columns);
  if (copy == nullptr) return kNoMemory;
  for (int64_t row = 0; row < rows; row++) {
    std::memcpy(copy + row * columns, p.a_rows[row] + p.a_column,
                static_cast<size_t>(columns) * sizeof(float));
  }
  p.a_rows = nullptr;
  p.a = copy;
  p.a_stride = columns;
  return blas::product(p);
}

}  // namespace

int64_t packed_size(const Product& p) { return isa().has_tiles ? isa().packed_size(p) : 0; }

const float* pack(const Product& p, float* to) {
  if (!isa().has_tiles) return nullptr;
  isa().pack(p, to);
  return to;
}

Status multiply(const Product& p) {
  if (p.m == 0 || p.n == 0 || p.k == 0) {
    clear(p);
    return kOk;
  }
  if (!isa().has_tiles) return p.a_rows != nullptr ? multiply_gathered(p) : blas::product(p);
  return isa().product(p) ? kOk : kNoMemory;
}

bool is_written_once(const Product& p) { return isa().has_tiles && p.k <= isa().most_depth(p); }

}  // namespace annotron
