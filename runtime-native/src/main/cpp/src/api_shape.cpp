// Kernels that move values and change none.
#include <cstdint>
#include <cstring>

#include "export.h"
#include "pool.h"
#include "status.h"

namespace {

size_t bytes(int64_t count) { return static_cast<size_t>(count) * sizeof(float); }

/// The least floats of a part that is copied: 32 KB, some microseconds.
constexpr int64_t kLeastFloats = 8 * 1024;

/// A batch whose samples times this are fewer than the numbers of one is divided by numbers.
constexpr int64_t kFewSamples = 8;

/// Asks for memory of which nobody knows yet that it will be read.
void expect(const float* from, int64_t count) {
  constexpr int kLine = 16;
  for (int64_t i = 0; i < count; i += kLine) __builtin_prefetch(from + i, 0, 2);
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
  const auto copy = [&](int64_t row, int64_t begin, int64_t end) {
    const float* from = x + samples[row] * width + column;
    if (row + 1 < rows) expect(x + samples[row + 1] * width + column + begin, end - begin);
    std::memcpy(y + row * count + begin, from + begin, bytes(end - begin));
  };
  // As dense layers divide their work: by inputs if there are few samples.
  if (static_cast<int64_t>(rows) * kFewSamples < count) {
    annotron::pool::in_pieces(count, 16, rows, kLeastFloats, [&](int64_t begin, int64_t end) {
      for (int row = 0; row < rows; row++) copy(row, begin, end);
    });
  } else {
    annotron::pool::in_pieces(rows, 1, count, kLeastFloats, [&](int64_t begin, int64_t end) {
      for (int64_t row = begin; row < end; row++) copy(row, 0, count);
    });
  }
  return annotron::kOk;
}
