// Embeddings, masks and what attention is made of, as Java calls them; operands and sizes as in
// SequenceKernels.java. Those with more than four operands or sizes have the wide signature.
#include <algorithm>
#include <cstdint>
#include <cstring>

#include "export.h"
#include "isa.h"
#include "pool.h"
#include "product.h"
#include "status.h"

using annotron::isa;
using annotron::kOk;
using annotron::Status;
using annotron::Transposed;

namespace {

size_t bytes(int count) { return static_cast<size_t>(count) * sizeof(float); }

/// The least work of a part, in multiply-adds; as in dense.cpp.
constexpr int64_t kLeastMultiplyAdds = 300'000;

Transposed transposed(int flag) { return flag != 0 ? Transposed::kYes : Transposed::kNo; }

}  // namespace

/// y[i, units] = table[ids[i], units]
ANNOTRON_EXPORT int annotron_embed(const float* ids, const float* table, void*, float* y, int count,
                                   int vocabulary, int units, int, float, float, float, float) {
  const auto rows = static_cast<float>(vocabulary);
  for (int i = 0; i < count; i++, y += units) {
    if (!(ids[i] >= 0 && ids[i] < rows)) return annotron::kBadLabel;
    std::memcpy(y, table + static_cast<int64_t>(ids[i]) * units, bytes(units));
  }
  return kOk;
}

/// dtable[ids[i], units] += dy[i, units], from 0
ANNOTRON_EXPORT int annotron_embed_gradient(const float* ids, const float* dy, void*, float* dtable,
                                            int count, int vocabulary, int units, int, float, float,
                                            float, float) {
  const auto rows = static_cast<float>(vocabulary);
  std::memset(dtable, 0, bytes(vocabulary) * static_cast<size_t>(units));
  for (int i = 0; i < count; i++, dy += units) {
    if (!(ids[i] >= 0 && ids[i] < rows)) return annotron::kBadLabel;
    float* row = dtable + static_cast<int64_t>(ids[i]) * units;
    isa().add(row, dy, row, units);
  }
  return kOk;
}

/// y[row] = 0 where all of x[row, columns] are value, else 1
ANNOTRON_EXPORT int annotron_mask(const float* x, const void*, void*, float* y, int rows,
                                  int columns, int, int, float value, float, float, float) {
  for (int row = 0; row < rows; row++, x += columns) {
    y[row] = std::all_of(x, x + columns, [=](float v) { return v == value; }) ? 0.0f : 1.0f;
  }
  return kOk;
}

/// y[block] = scale * a[block] . b[block]
ANNOTRON_EXPORT int annotron_products(const float* a, const float* b, float* y, void*, void*, void*,
                                      int transpose_a, int transpose_b, int blocks, int m, int n,
                                      int k, int, int, float scale, float) {
  const int64_t work = static_cast<int64_t>(blocks) * m * n * k;
  const int parts = annotron::pool::parts_for(work, kLeastMultiplyAdds, blocks);
  return annotron::pool::try_parallel(parts, [&](int part) {
    const int64_t end = annotron::pool::part_begin(blocks, 1, parts, part + 1);
    Status status = kOk;
    for (int64_t i = annotron::pool::part_begin(blocks, 1, parts, part); i < end; i++) {
      status = annotron::multiply({transposed(transpose_a), transposed(transpose_b), m, n, k,
                                   a + i * m * k, transpose_a != 0 ? m : k, b + i * k * n,
                                   transpose_b != 0 ? k : n, y + i * m * n, n, scale});
      if (status != kOk) break;
    }
    return status;
  });
}

/// y[row, head, i, j] = fill where causal and j > i, or mask[row, j] is 0; else x
ANNOTRON_EXPORT int annotron_hide(const float* x, const float* mask, float* y, void*, void*, void*,
                                  int rows, int heads, int from, int to, int causal, int, int, int,
                                  float fill, float) {
  for (int row = 0; row < rows; row++) {
    const float* kept = mask == nullptr ? nullptr : mask + static_cast<int64_t>(row) * to;
    for (int64_t line = 0; line < static_cast<int64_t>(heads) * from; line++, x += to, y += to) {
      const int step = static_cast<int>(line % from);
      const int visible = causal != 0 ? std::min(to, step + 1) : to;
      for (int j = 0; j < visible; j++) y[j] = kept == nullptr || kept[j] != 0 ? x[j] : fill;
      std::fill(y + visible, y + to, fill);
    }
  }
  return kOk;
}
