#include "exchange.h"

#include <algorithm>

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace annotron {
namespace exchange {
namespace {

/// The stores of a line must follow each other, so that it goes to memory as a whole. Sanitizers do
/// not watch such stores, so in their builds it is copied in the usual way.
void pass_line(const float* from, float* to) {
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  for (int i = 0; i < kLine; i += 4) _mm_stream_ps(to + i, _mm_loadu_ps(from + i));
#else
  std::copy_n(from, kLine, to);
#endif
}

void pass_lines(const float* from, float* to, int64_t count) {
  int64_t at = 0;
  for (; at + kLine <= count; at += kLine) pass_line(from + at, to + at);
  if (at < count) {
    float last[kLine] = {};
    std::copy(from + at, from + count, last);
    pass_line(last, to + at);
  }
}

/// Other stores may else be seen before these.
void finish() {
#if defined(__x86_64__)
  _mm_sfence();
#endif
}

}  // namespace

void pass(const float* from, float* to, int64_t count) {
  pass_lines(from, to, count);
  finish();
}

void pass_rows(const float* from, float* to, int64_t to_stride, int rows, int columns) {
  for (int row = 0; row < rows; row++, from += columns, to += to_stride) {
    pass_lines(from, to, columns);
  }
  finish();
}

}  // namespace exchange
}  // namespace annotron
