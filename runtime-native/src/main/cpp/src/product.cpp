#include "product.h"

#include <cstring>

#include "blas.h"
#include "isa.h"

namespace annotron {
namespace {

/// From this size on in every direction OpenBLAS, which copies both operands, takes 0.94 times as
/// long as our tiles with AVX-512. Below they are ahead: of 32 x 512 x 512 by 1.8, of 256 x 4096 x
/// 4096 by 1.2, of 784 x 50 x 32 by 1.4.
constexpr int kLargeProduct = 1024;

bool is_large(const Product& p) {
  return p.m >= kLargeProduct && p.n >= kLargeProduct && p.k >= kLargeProduct;
}

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
  if (is_large(p) || !isa().has_tiles) {
    blas::product(p);
    return kOk;
  }
  return isa().product(p) ? kOk : kNoMemory;
}

bool is_written_once(const Product& p) {
  return isa().has_tiles && !is_large(p) && p.k <= isa().most_depth(p);
}

}  // namespace annotron
