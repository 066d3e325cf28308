#pragma once

#include <cstddef>
#include <cstdlib>

namespace annotron {

/// Memory of a thread for what a kernel needs while it runs; it grows to the largest request.
class Scratch {
 public:
  ~Scratch() { std::free(floats_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  /// So many floats at a multiple of 64 bytes, with any values; null if there is no memory.
  static float* of_thread(size_t count) {
    thread_local Scratch scratch;
    return scratch.at_least(count);
  }

 private:
  static constexpr size_t kLine = 64;

  Scratch() = default;

  float* at_least(size_t count) {
    if (count > count_) {
      std::free(floats_);
      const size_t bytes = (count * sizeof(float) + kLine - 1) / kLine * kLine;
      floats_ = static_cast<float*>(std::aligned_alloc(kLine, bytes));
      count_ = floats_ == nullptr ? 0 : count;
    }
    return floats_;
  }

  float* floats_ = nullptr;
  size_t count_ = 0;
};

}  // namespace annotron
