#pragma once

#include <cstdint>

#include "homes.h"
#include "isa.h"
#include "pool.h"
#include "scratch.h"
#include "status.h"

namespace annotron {

/// The least values of a part of what is added up: some microseconds.
constexpr int64_t kLeastSums = 8 * 1024;

/// What parts of a sum contribute to a result: that of the first in its place, the others behind
/// one another. They are added up in their order. One for each thread at a time.
class Contributions {
 public:
  Contributions(float* result, int64_t size, int parts)
      : result_(result), size_(size), parts_(parts) {
    thread_local Scratch scratch;
    others_ = parts > 1 ? scratch.of<float>(size * (parts - 1)) : result;
  }

  bool has_memory() const { return others_ != nullptr; }
  float* of(int part) const { return part == 0 ? result_ : others_ + (part - 1) * size_; }

  /// Adds up the values from begin to end.
  void add_up(int64_t begin, int64_t end) const {
    for (int part = 1; part < parts_; part++) {
      isa().add(result_ + begin, of(part) + begin, result_ + begin, end - begin);
    }
  }

  /// Calls task(part, contribution) for every part, on all threads, and adds all up.
  template <class Task>
  Status sum(const Task& task) const {
    if (!has_memory()) return kNoMemory;
    const Status status = pool::try_parallel(
        parts_, [task, self = *this](int part) { return task(part, self.of(part)); });
    if (status != kOk || parts_ == 1) return status;
    pool::in_pieces(size_, kGrain, parts_, kLeastSums,
                    [self = *this](int64_t begin, int64_t end) { self.add_up(begin, end); });
    return kOk;
  }

  /// The same of a gradient, whose parts are then at home where they were added up.
  template <class Task>
  Status sum_gradient(const Task& task) const {
    const int pieces = pool::pieces_of(size_, kGrain, parts_, kLeastSums);
    if (parts_ > 1 && pieces > 1) homes::note(result_, size_, kGrain, pieces);
    return sum(task);
  }

 private:
  static constexpr int64_t kGrain = 16;

  float* result_;
  float* others_;
  int64_t size_;
  int parts_;
};

}  // namespace annotron
