#pragma once

#include <cstdint>

#include "pool.h"
#include "scratch.h"

namespace annotron {

/// What threads read of each other where their cores are far apart, such as those of an AMD
/// processor that have no cache in common.
///
/// There, to write a line of the cache that another core has read takes 22 ns, line after line (5
/// ns near), and to read what it wrote 5. So what a thread makes for others stays its own, and they
/// read a copy that has gone past the caches: to write it takes 3 ns a line, to read it 5. For 128
/// x 784 x 50 on Zen 4, training takes 0.88 of the time; near, it would take 1.02.
namespace exchange {

constexpr int64_t kLine = 16;

/// Values up to which threads pass them on: 4 MB. Of more, little is in a cache that another thread
/// would have to take it from, and copies take room.
constexpr int64_t kMost = 1024 * 1024;

/// Whether threads pass on so many values. Only x86 has a copy past the caches here.
inline bool pays(int64_t count) {
#if defined(__x86_64__)
  constexpr bool kCan = true;
#else
  constexpr bool kCan = false;
#endif
  return kCan && count <= kMost && pool::is_far();
}

inline int64_t whole_lines(int64_t count) { return (count + kLine - 1) / kLine * kLine; }

/// Copies values past the caches to the beginning of a line, and what is left of their last line
/// becomes 0. Whoever learns later that this is done finds them there.
void pass(const float* from, float* to, int64_t count);

/// The same of rows of a matrix, which begin and end with lines.
void pass_rows(const float* from, float* to, int64_t to_stride, int rows, int columns);

/// Whether rows that far from each other begin and end with lines, as their columns do at every
/// multiple of a line.
inline bool has_whole_lines(const float* first, int64_t stride) {
  constexpr auto kBytes = static_cast<uintptr_t>(kLine) * sizeof(float);
  return reinterpret_cast<uintptr_t>(first) % kBytes == 0 && stride % kLine == 0;
}

/// An operand that the calling thread has made and all threads read.
class Shared {
 public:
  Shared(const float* values, int64_t count, int parts) : values_(values) {
    if (parts == 1 || !pays(count)) return;
    thread_local Scratch scratch;
    // Without memory they read it where it lies.
    auto* copy = scratch.of<float>(whole_lines(count));
    if (copy != nullptr) pass(values, copy, count);
    passed_ = copy;
  }

  /// The operand as the thread of a part reads it; the first is the caller's.
  const float* of(int part) const { return part == 0 || passed_ == nullptr ? values_ : passed_; }

 private:
  const float* values_;
  const float* passed_ = nullptr;
};

}  // namespace exchange
}  // namespace annotron
