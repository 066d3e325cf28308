#pragma once

#include <cstdint>

#include "pool.h"

namespace annotron {

/// Where parts of a gradient are at home: the thread that made one has it in its caches, and the
/// weights too. A step that takes all gradients in one pass goes by that, layer after layer. With
/// all of them divided in halves instead, a step of 8-512-512-512-1 with 32 samples took 1.4 times
/// as long on two cores that do not share a cache.
///
/// These are hints, one memory of them for each thread that calls kernels: what a step computes of
/// a weight does not depend on who does it.
namespace homes {

/// Who reads the weights of a gradient before the next step.
enum class Readers : bool { kTheThreadThatStepsThem, kAll };

/// Notes that parts of a gradient are made by the threads, in multiples of the grain.
void note(const float* gradient, int64_t size, int64_t grain, int parts, Readers readers);

/// How a step over many gradients is divided. Gaps between those that threads made together were
/// made by the first of them: it takes the short ones, and long ones are shared.
class Shares {
 public:
  /// Of parts that have at least so many weights, or more parts if gradients have.
  Shares(const float* gradients, int64_t count, int64_t least);

  int parts() const { return parts_; }

  /// Calls task(begin, end, readers) for all that belongs to a part.
  template <class Task>
  void each(int part, const Task& task) const {
    for (int i = 0; i < count_; i++) {
      const Range& range = ranges_[i];
      const int64_t size = range.end - range.begin;
      const int64_t begin = pool::part_begin(size, range.grain, range.parts, part);
      const int64_t end = pool::part_begin(size, range.grain, range.parts, part + 1);
      if (begin < end) task(range.begin + begin, range.begin + end, range.readers);
    }
  }

  static constexpr int kMost = 64;

 private:
  struct Range {
    int64_t begin, end, grain;
    int parts;
    Readers readers;
  };

  int parts_, count_ = 0;
  Range ranges_[2 * kMost + 1];
};

}  // namespace homes
}  // namespace annotron
