// Kernels that change weights and gradients: optimizer steps, and what stands around them.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "exchange.h"
#include "export.h"
#include "homes.h"
#include "isa.h"
#include "pool.h"
#include "status.h"

using annotron::isa;

namespace {

constexpr float kNormEpsilon = 1e-7f;

/// The least weights of a part.
constexpr int kLeastWeights = 8'000;  // 3 µs of Adam; handing a part over takes about one
/// The same of rules that only read, multiply and add: 8 µs, reckoned from 1.2 for 9,000 weights on
/// one core. Each core then reads weights that another has written, which takes longer than to step
/// them. Other sizes were not compared.
constexpr int kLeastSimple = 64'000;

/// The numbers that a rule has at most.
constexpr int kNumbers = 5;

/// Plain gradient descent, and with momentum of both kinds.
constexpr int kSimpleRules = 3;

/// Divides `count` floats among threads: each takes from begin to end.
template <class Part>
void in_parts(int count, int least, const Part& part) {
  constexpr int kGrain = 16;
  const int parts = annotron::pool::parts_for(count, least);
  annotron::pool::parallel(parts, [=](int i) {
    part(annotron::pool::part_begin(count, kGrain, parts, i),
         annotron::pool::part_begin(count, kGrain, parts, i + 1));
  });
}

void blend(const float* x, float a, float* y, float b, int count) {
  in_parts(count, kLeastSimple, [=](int64_t begin, int64_t end) {
    isa().blend(x + begin, a, y + begin, b, end - begin);
  });
}

/// Weights that are stepped at a time before they are passed on: they stay in the first cache.
constexpr int64_t kPassedWeights = 2048;

/// A pointer to values as a step counts them, which begin at an index.
float* from_index(float* values, int64_t index) {
  return reinterpret_cast<float*>(reinterpret_cast<uintptr_t>(values) - index * sizeof(float));
}

/// Calls step(weights, begin, end) for weights that all threads read. Where cores are far apart,
/// they are stepped in a copy, which goes past the caches to where they lie; else each line would
/// have to be taken back from those who have read it: 784 x 50 of them take 80 µs so on two
/// threads, and 15 near.
template <class Step>
void step_and_pass(float* w, int64_t begin, int64_t end, const Step& step) {
  using annotron::exchange::kLine;
  alignas(64) float copy[kPassedWeights];
  const auto into_line =
      static_cast<int64_t>(reinterpret_cast<uintptr_t>(w + begin) / sizeof(float)) % kLine;
  // Lines at the ends may have other weights, too.
  const int64_t first = std::min(end, into_line == 0 ? begin : begin + kLine - into_line);
  const int64_t last = first + (end - first) / kLine * kLine;
  if (begin < first) step(w, begin, first);
  for (int64_t at = first; at < last; at += kPassedWeights) {
    const int64_t some = std::min(kPassedWeights, last - at);
    std::copy_n(w + at, some, copy);
    step(from_index(copy, at), at, at + some);
    annotron::exchange::pass(copy, w + at, some);
  }
  if (last < end) step(w, last, end);
}

}  // namespace

/// One step of a rule with its five numbers; slot after slot of the state.
ANNOTRON_EXPORT int annotron_step(const float* g, const float* numbers, float* state, float* w,
                                  int count, int rule, int, int, float, float, float, float) {
  if (rule < 0 || rule >= annotron::kUpdateRules) return annotron::kNoSuchFunction;
  const annotron::Step step = isa().steps[rule];
  const int least = rule < kSimpleRules ? kLeastSimple : kLeastWeights;
  std::array<float, kNumbers> copied;  // so that they go to other threads with the task
  std::copy_n(numbers, kNumbers, copied.begin());
  const auto take = [=](int64_t begin, int64_t end, annotron::homes::Readers readers) {
    const auto some = [&](float* weights, int64_t from, int64_t to) {
      step(weights, g, state, count, from, to, copied.data());
    };
    if (readers == annotron::homes::Readers::kAll && annotron::exchange::pays(end - begin)) {
      step_and_pass(w, begin, end, some);
    } else {
      some(w, begin, end);
    }
  };
  const annotron::homes::Shares shares(g, count, least);
  annotron::pool::parallel(shares.parts(), [take, &shares](int part) { shares.each(part, take); });
  return annotron::kOk;
}

/// y = a * x + b * y
ANNOTRON_EXPORT int annotron_blend(const float* x, const void*, void*, float* y, int count, int,
                                   int, int, float a, float b, float, float) {
  blend(x, a, y, b, count);
  return annotron::kOk;
}

ANNOTRON_EXPORT int annotron_clip_value(const void*, const void*, void*, float* x, int count, int,
                                        int, int, float limit, float, float, float) {
  in_parts(count, kLeastSimple,
           [=](int64_t begin, int64_t end) { isa().clip_value(x + begin, end - begin, limit); });
  return annotron::kOk;
}

/// The sum goes through one thread: its order is part of the result.
ANNOTRON_EXPORT int annotron_clip_norm(const void*, const void*, void*, float* x, int count, int,
                                       int, int, float limit, float, float, float) {
  const double norm = std::sqrt(isa().square_sum(x, count));
  if (norm > limit) blend(x, static_cast<float>(limit / norm), x, 0, count);
  return annotron::kOk;
}

/// The sum goes through one thread: its order is part of the result.
ANNOTRON_EXPORT int annotron_penalty(const float* w, const void*, void*, double* sum, int count,
                                     int, int, int, float l1, float l2, float, float) {
  *sum = isa().penalty(w, count, l1, l2);
  return annotron::kOk;
}

ANNOTRON_EXPORT int annotron_penalty_gradient(const float* w, const void*, void*, float* g,
                                              int count, int, int, int, float l1, float l2, float,
                                              float) {
  in_parts(count, kLeastSimple, [=](int64_t begin, int64_t end) {
    isa().penalty_gradient(w + begin, g + begin, end - begin, l1, l2);
  });
  return annotron::kOk;
}

/// Scales the vectors along the middle axis of x[outer, length, inner].
ANNOTRON_EXPORT int annotron_limit_norms(const void*, const void*, void*, float* x, int outer,
                                         int length, int inner, int, float limit, float, float,
                                         float) {
  const int64_t size = static_cast<int64_t>(length) * inner;
  for (int block = 0; block < outer; block++, x += size) {
    for (int i = 0; i < inner; i++) {
      double sum = 0;
      for (int64_t at = i; at < size; at += inner) sum += static_cast<double>(x[at]) * x[at];
      const double norm = std::sqrt(sum);
      const auto scale = static_cast<float>((norm < limit ? norm : limit) / (norm + kNormEpsilon));
      for (int64_t at = i; at < size; at += inner) x[at] *= scale;
    }
  }
  return annotron::kOk;
}
