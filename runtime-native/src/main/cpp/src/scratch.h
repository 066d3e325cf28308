#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace annotron {

/// Memory of one thread that grows to the most that was asked for, so that kernels allocate at
/// their first calls only.
class Scratch {
 public:
  Scratch() = default;
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::free(memory_); }

  /// Room for so many, aligned to a cache line, with what the last user left there; null if there
  /// is no memory.
  template <class T>
  T* of(int64_t count) {
    const size_t bytes = (static_cast<size_t>(count) * sizeof(T) + kLine) / kLine * kLine;
    if (bytes > bytes_) {
      std::free(memory_);
      memory_ = std::aligned_alloc(kLine, bytes);
      bytes_ = memory_ == nullptr ? 0 : bytes;
    }
    return static_cast<T*>(memory_);
  }

  /// So many floats of a scratch that the thread's kernels share, one after another.
  static float* of_thread(size_t count) {
    thread_local Scratch scratch;
    return scratch.of<float>(static_cast<int64_t>(count));
  }

 private:
  static constexpr size_t kLine = 64;

  void* memory_ = nullptr;
  size_t bytes_ = 0;
};

}  // namespace annotron
