#include "homes.h"

#include <algorithm>
#include <functional>

namespace annotron {
namespace homes {
namespace {

constexpr int64_t kLine = 16;

struct Home {
  const float* gradient;
  int64_t size, grain;
  int parts;

  /// Of gradients that may lie in other memory.
  bool begins_within(const float* first, int64_t count) const {
    const std::less_equal<> at_most;
    return count >= 0 && at_most(first, gradient) && at_most(gradient, first + count);
  }
};

/// The last that were noted; of each gradient one.
struct Homes {
  Home known[Division::kMost];
  int count = 0, next = 0;
};

thread_local Homes homes;

}  // namespace

void note(const float* gradient, int64_t size, int64_t grain, int parts) {
  Home* const end = homes.known + homes.count;
  Home* place =
      std::find_if(homes.known, end, [=](const Home& home) { return home.gradient == gradient; });
  if (place == end) {
    place = homes.known + homes.next;
    homes.next = (homes.next + 1) % Division::kMost;
    homes.count = std::min(homes.count + 1, Division::kMost);
  }
  *place = {gradient, size, grain, parts};
}

Division::Division(const float* gradients, int64_t count, int64_t least, int parts) {
  const Home* found[kMost];
  int some = 0;
  for (int i = 0; i < homes.count; i++) {
    const Home& home = homes.known[i];
    if (home.parts == parts && home.begins_within(gradients, count - home.size)) {
      found[some++] = &home;
    }
  }
  std::sort(found, found + some,
            [](const Home* a, const Home* b) { return a->gradient < b->gradient; });
  const auto add_rest = [&](int64_t begin, int64_t end) {
    const bool is_little = some > 0 && end - begin < least;
    if (begin < end) ranges_[count_++] = {begin, end, kLine, is_little ? 1 : parts};
  };
  int64_t at = 0;
  for (int i = 0; i < some; i++) {
    const int64_t begin = found[i]->gradient - gradients;
    if (begin < at) continue;  // of a network that lay here before
    add_rest(at, begin);
    at = begin + found[i]->size;
    ranges_[count_++] = {begin, at, found[i]->grain, parts};
  }
  add_rest(at, count);
}

}  // namespace homes
}  // namespace annotron
