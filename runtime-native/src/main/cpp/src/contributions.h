#pragma once

#include <cstdint>

#include "exchange.h"
#include "homes.h"
#include "isa.h"
#include "pool.h"
#include "scratch.h"
#include "status.h"

namespace annotron {

/// The least values of a part of what is added up: some microseconds.
constexpr int64_t kLeastSums = 8 * 1024;

/// The most memory of a sum's contributions, in floats: 128 MB.
constexpr int64_t kMostContributions = 32 * 1024 * 1024;

/// How a result is divided among the threads that add it up: rows of so many values, in multiples
/// of the grain.
struct Pieces {
  int64_t rows, columns, grain;
  int number;

  /// Where a piece begins in rows; the last ends where `number` begins.
  int64_t row(int piece) const { return pool::part_begin(rows, grain, number, piece); }
  int64_t begin(int piece) const { return row(piece) * columns; }
  int64_t size() const { return rows * columns; }

  static Pieces of_rows(int64_t rows, int64_t columns) {
    return {rows, columns, 1, pool::pieces_of(rows, 1, columns, kLeastSums)};
  }
  /// Of what so many parts contribute to.
  static Pieces of_values(int64_t count, int parts) {
    return {count, 1, kGrain, pool::pieces_of(count, kGrain, parts, kLeastSums)};
  }

 private:
  static constexpr int64_t kGrain = 16;
};

/// What parts of a sum contribute to a result. They are added up in their order. One for each
/// thread at a time.
///
/// The first is in the result's place, and others behind one another. Where cores are far apart,
/// each is in a place of its own, and of what others add up of it they read what it has passed on,
/// if there is memory for that.
class Contributions {
 public:
  Contributions(float* result, const Pieces& pieces, int parts)
      : result_(result), pieces_(pieces), parts_(parts) {
    if (parts == 1) return;
    thread_local Scratch scratch;
    stride_ = exchange::whole_lines(pieces.size());
    const int64_t all = stride_ * parts;
    if (2 * all <= kMostContributions && exchange::pays(pieces.size())) {
      own_ = scratch.of<float>(2 * all);
      passed_ = own_ == nullptr ? nullptr : own_ + all;
    }
    if (passed_ == nullptr) own_ = scratch.of<float>(all - stride_);
  }
  Contributions(float* result, int64_t size, int parts)
      : Contributions(result, Pieces::of_values(size, parts), parts) {}

  bool has_memory() const { return parts_ == 1 || own_ != nullptr; }

  float* of(int part) const {
    // Where one thread adds up all, it does so where its own contribution is.
    const bool is_result = part == 0 && (passed_ == nullptr || pieces_.number == 1);
    // Where nothing is passed on, the first has no other place.
    return is_result ? result_ : own_ + (passed_ == nullptr ? part - 1 : part) * stride_;
  }

  /// To be called by a part's thread when its contribution is complete.
  void finish(int part) const {
    for (int piece = 0; passed_ != nullptr && piece < pieces_.number; piece++) {
      // From the beginning of a line, which may have the end of the piece before.
      const int64_t begin = pieces_.begin(piece) / exchange::kLine * exchange::kLine;
      const int64_t end = pieces_.begin(piece + 1);
      if (piece != part && begin < end) {
        exchange::pass(of(part) + begin, passed_ + part * stride_ + begin, end - begin);
      }
    }
  }

  /// Adds up a piece of the result.
  void add_up(int piece) const {
    const int64_t begin = pieces_.begin(piece);
    const int64_t count = pieces_.begin(piece + 1) - begin;
    for (int part = 1; part < parts_; part++) {
      const float* sum = part == 1 ? seen(0, piece) : result_;
      isa().add(sum + begin, seen(part, piece) + begin, result_ + begin, count);
    }
  }

  /// Calls task(part, contribution) for every part, on all threads, and adds all up.
  template <class Task>
  Status sum(const Task& task) const {
    if (!has_memory()) return kNoMemory;
    const Status status = pool::try_parallel(parts_, [task, self = *this](int part) {
      const Status done = task(part, self.of(part));
      self.finish(part);
      return done;
    });
    if (status != kOk || parts_ == 1) return status;
    pool::parallel(pieces_.number, [self = *this](int piece) { self.add_up(piece); });
    return kOk;
  }

  /// The same of a gradient, whose parts are then at home where they were added up. Every thread
  /// has some of the samples, and so reads all of the weights.
  template <class Task>
  Status sum_gradient(const Task& task) const {
    if (parts_ > 1 && pieces_.number > 1) {
      homes::note(result_, pieces_.size(), pieces_.grain, pieces_.number, homes::Readers::kAll);
    }
    return sum(task);
  }

 private:
  /// A contribution where the thread that adds up a piece reads it.
  const float* seen(int part, int piece) const {
    return part == piece || passed_ == nullptr ? of(part) : passed_ + part * stride_;
  }

  float* result_;
  float* own_ = nullptr;
  float* passed_ = nullptr;
  Pieces pieces_;
  int64_t stride_ = 0;
  int parts_;
};

}  // namespace annotron
