#include "product.h"

#include <cstring>

#include "blas.h"
#include "isa.h"

namespace annotron {
namespace {

/// A sum over nothing.
void clear(const Product& p) {
  for (int row = 0; row < p.m && !p.add; row++) {
    std::memset(p.c + row * p.c_stride, 0, static_cast<size_t>(p.n) * sizeof(float));
  }
}

}  // namespace

Status multiply(const Product& p) {
  if (p.m == 0 || p.n == 0 || p.k == 0) {
    clear(p);
    return kOk;
  }
  if (!isa().has_tiles) return blas::product(p);
  return isa().product(p) ? kOk : kNoMemory;
}

}  // namespace annotron
