#include "homes.h"

#include <algorithm>
#include <functional>

namespace annotron {
namespace homes {
namespace {

/// A gap of less is short: 3 µs of Adam.
constexpr int64_t kShort = 8'000;
constexpr int64_t kGrainOfGaps = 16;

/// Pointers are compared as addresses, as they may be into different memory.
constexpr std::less_equal<> kAtMost;

struct Home {
  const float* gradient;
  int64_t size, grain;
  int parts;
  Readers readers;

  const float* end() const { return gradient + size; }
  bool overlaps(const Home& other) const {
    return !kAtMost(end(), other.gradient) && !kAtMost(other.end(), gradient);
  }
  bool operator==(const Home& other) const {
    return gradient == other.gradient && size == other.size && grain == other.grain &&
           parts == other.parts && readers == other.readers;
  }
};

/// The last that were noted, the oldest first; no two overlap.
struct Memory {
  Home homes[Shares::kMost];
  int count = 0;

  Home* begin() { return homes; }
  Home* end() { return homes + count; }
};

thread_local Memory memory;

}  // namespace

void note(const float* gradient, int64_t size, int64_t grain, int parts, Readers readers) {
  const Home home{gradient, size, grain, parts, readers};
  if (std::find(memory.begin(), memory.end(), home) != memory.end()) return;
  // What overlaps with it belongs to a network that lay here before.
  Home* end = std::remove_if(memory.begin(), memory.end(),
                             [&](const Home& other) { return other.overlaps(home); });
  if (end - memory.begin() == Shares::kMost) {
    end = std::move(memory.begin() + 1, end, memory.begin());
  }
  *end = home;
  memory.count = static_cast<int>(end - memory.begin()) + 1;
}

Shares::Shares(const float* gradients, int64_t count, int64_t least)
    : parts_(pool::parts_for(count, least)) {
  const int parts_of_gaps = parts_;
  const Home* found[kMost];
  int some = 0;
  for (const Home& home : memory) {
    const bool is_within =
        kAtMost(gradients, home.gradient) && kAtMost(home.end(), gradients + count);
    if (parts_of_gaps > 1 && is_within) found[some++] = &home;
  }
  std::sort(found, found + some,
            [](const Home* a, const Home* b) { return a->gradient < b->gradient; });
  const auto add_gap = [&](int64_t begin, int64_t end) {
    const bool is_short = some > 0 && end - begin < kShort;
    if (begin < end) {
      ranges_[count_++] = {begin, end, kGrainOfGaps, is_short ? 1 : parts_of_gaps,
                           Readers::kTheThreadThatStepsThem};
    }
  };
  int64_t at = 0;
  for (int i = 0; i < some; i++) {
    const int64_t begin = found[i]->gradient - gradients;
    add_gap(at, begin);
    at = begin + found[i]->size;
    ranges_[count_++] = {begin, at, found[i]->grain, found[i]->parts, found[i]->readers};
    parts_ = std::max(parts_, found[i]->parts);
  }
  add_gap(at, count);
}

}  // namespace homes
}  // namespace annotron
