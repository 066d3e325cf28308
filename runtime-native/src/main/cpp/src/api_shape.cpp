// Kernels that move values and change none.
#include <cstdint>
#include <cstring>

#include "export.h"
#include "pool.h"
#include "status.h"

namespace {

size_t bytes(int count) { return static_cast<size_t>(count) * sizeof(float); }

/// The least floats of a part that is copied: 64 KB, some microseconds.
constexpr int64_t kLeastFloats = 16 * 1024;

/// Asks for memory of which nobody knows yet that it will be read.
void expect(const float* from, int count) {
  constexpr int kLine = 16;
  for (int i = 0; i < count; i += kLine) __builtin_prefetch(from + i, 0, 2);
}

}  // namespace

/// y[block, j, i, inner] = x[block, i, j, inner]
ANNOTRON_EXPORT int annotron_swap(const float* x, const void*, void*, float* y, int blocks, int a,
                                  int b, int inner, float, float, float, float) {
  const int64_t size = static_cast<int64_t>(a) * b * inner;
  for (int block = 0; block < blocks; block++, x += size, y += size) {
    for (int j = 0; j < b; j++) {
      for (int i = 0; i < a; i++) {
        const float* from = x + (static_cast<int64_t>(i) * b + j) * inner;
        float* to = y + (static_cast<int64_t>(j) * a + i) * inner;
        if (inner == 1) {
          *to = *from;
        } else {
          std::memcpy(to, from, bytes(inner));
        }
      }
    }
  }
  return annotron::kOk;
}

/// Each block of `width` floats with zeros before and after it.
ANNOTRON_EXPORT int annotron_pad(const float* x, const void*, void*, float* y, int blocks,
                                 int width, int before, int after, float, float, float, float) {
  for (int block = 0; block < blocks; block++, x += width) {
    std::memset(y, 0, bytes(before));
    std::memcpy(y + before, x, bytes(width));
    std::memset(y + before + width, 0, bytes(after));
    y += static_cast<int64_t>(before) + width + after;
  }
  return annotron::kOk;
}

/// y[block, i, inner] = x[block, length - 1 - i, inner]
ANNOTRON_EXPORT int annotron_reverse(const float* x, const void*, void*, float* y, int blocks,
                                     int length, int inner, int, float, float, float, float) {
  const int64_t size = static_cast<int64_t>(length) * inner;
  for (int block = 0; block < blocks; block++, x += size, y += size) {
    for (int i = 0; i < length; i++) {
      std::memcpy(y + static_cast<int64_t>(length - 1 - i) * inner,
                  x + static_cast<int64_t>(i) * inner, bytes(inner));
    }
  }
  return annotron::kOk;
}

/// y[i, count] = x[samples[i], from column on], for x[., width]
ANNOTRON_EXPORT int annotron_gather(const float* x, const int64_t* samples, void*, float* y,
                                    int rows, int width, int column, int count, float, float, float,
                                    float) {
  const int64_t size = static_cast<int64_t>(rows) * count;
  const int parts = annotron::pool::parts_for(size, kLeastFloats, rows);
  annotron::pool::parallel(parts, [&](int part) {
    const int64_t end = annotron::pool::part_begin(rows, 1, parts, part + 1);
    const auto at = [&](int64_t row) { return x + samples[row] * width + column; };
    for (int64_t row = annotron::pool::part_begin(rows, 1, parts, part); row < end; row++) {
      if (row + 1 < end) expect(at(row + 1), count);
      std::memcpy(y + row * count, at(row), bytes(count));
    }
  });
  return annotron::kOk;
}
