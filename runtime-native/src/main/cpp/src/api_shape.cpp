// Kernels that move values and change none.
#include <cstdint>
#include <cstring>

#include "export.h"
#include "status.h"

namespace {

size_t bytes(int count) { return static_cast<size_t>(count) * sizeof(float); }

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
