#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "status.h"
#include "subnormal.h"

namespace annotron {

/// Threads that take parts of large kernels. None is started before the first large kernel, and
/// none keeps a process from ending: they spin for some microseconds after work and then sleep.
///
/// How work is divided depends on its size and the number of threads asked for, never on which
/// threads happen to be free: results have the same bits every time.
namespace pool {

constexpr int kMostThreads = 64;

/// How many threads a kernel may use, with the one that calls; before the first kernel.
void set_threads(int threads);

/// What cores are to each other.
enum class Distance : int { kMeasured, kNear, kFar, kCount };

/// Says that threads are near each other or far apart, for tests; else it is measured.
void set_distance(Distance distance);

/// Whether the cores of this thread and of the next are so far apart that they have no cache in
/// common. The cores of a virtual machine may be so at some times and not at others, so a few jobs
/// in a thousand are looked at. Nothing but time may depend on it.
bool is_far();

/// How many parts to make of work of that many multiply-adds or the like; at least one.
int parts_for(int64_t work, int64_t least_work_of_a_part);

/// The same for work on so many units that cannot be divided, of which there may be none.
inline int parts_for(int64_t work, int64_t least_work_of_a_part, int64_t units) {
  const int parts = parts_for(work, least_work_of_a_part);
  return parts <= units ? parts : units < 1 ? 1 : static_cast<int>(units);
}

/// Calls task(part) for every part from 0 to parts - 1, on this and other threads, and returns when
/// all are done. A part is done by the same thread in every call, unless that one comes too late.
/// If the other threads work for somebody else, this one does everything. A task must not itself
/// call this. There are at most kMostThreads parts. On all threads subnormals are 0.
template <class Task>
void parallel(int parts, const Task& task);

/// The beginning of a part when so many elements are divided, in multiples of the grain.
inline int64_t part_begin(int64_t count, int64_t grain, int parts, int part) {
  const int64_t grains = (count + grain - 1) / grain;
  const int64_t begin = grains * part / parts * grain;
  return begin < count ? begin : count;
}

using PartFunction = void (*)(const void* task, int part);

/// A task of at most so many bytes is copied to where its number is: with two words more these are
/// four lines of the cache, and other threads get them at once. Each line to which they follow a
/// reference into the caller's memory takes 0.1 µs more where they do not share a cache with it, so
/// tasks of a few microseconds hold values.
constexpr size_t kMostCopied = 232;

/// Of a task of so many bytes, which is copied, or of 0.
void run(int parts, PartFunction function, const void* task, size_t size);

template <class Task>
void parallel(int parts, const Task& task) {
  const SubnormalsAreZero of_this_thread;
  if (parts <= 1) {
    task(0);
  } else {
    constexpr bool kCopied = std::is_trivially_copyable<Task>::value &&
                             sizeof(Task) <= kMostCopied && alignof(Task) <= alignof(void*);
    run(
        parts, [](const void* t, int part) { (*static_cast<const Task*>(t))(part); }, &task,
        kCopied ? sizeof(Task) : 0);
  }
}

/// How many pieces a range has whose elements have so much work each.
inline int pieces_of(int64_t count, int64_t grain, int64_t work, int64_t least_work) {
  return parts_for(count * work, least_work, (count + grain - 1) / grain);
}

/// Calls task(begin, end) for these pieces.
template <class Task>
void in_pieces(int64_t count, int64_t grain, int64_t work, int64_t least_work, const Task& task) {
  const int parts = pieces_of(count, grain, work, least_work);
  parallel(parts, [=](int part) {
    task(part_begin(count, grain, parts, part), part_begin(count, grain, parts, part + 1));
  });
}

/// The same of a task that may fail: kOk, or what one of the parts returned.
template <class Task>
Status try_parallel(int parts, const Task& task) {
  std::atomic<Status> status{kOk};
  parallel(parts, [task, &status](int part) {
    const Status mine = task(part);
    if (mine != kOk) status.store(mine, std::memory_order_relaxed);
  });
  return status.load(std::memory_order_relaxed);
}

}  // namespace pool
}  // namespace annotron
