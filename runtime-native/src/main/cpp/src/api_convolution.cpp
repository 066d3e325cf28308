// Convolutions and pools, as Java calls them: windows, operands of which the last is the result,
// the number of pictures.
#include "convolution.h"
#include "export.h"
#include "isa.h"
#include "pool.h"

using annotron::Function;
using annotron::Geometry;
using annotron::isa;

namespace {

/// Calls task(picture) for all pictures.
template <class Task>
int each_picture(const Geometry& g, int pictures, const Task& task) {
  constexpr int64_t kLeastSteps = 100'000;  // 20 µs
  const int64_t steps = static_cast<int64_t>(g.y.windows) * g.x.windows * g.taps() * g.channels;
  const int parts = annotron::pool::parts_for(steps * pictures, kLeastSteps, pictures);
  annotron::pool::parallel(parts, [&](int part) {
    const int64_t end = annotron::pool::part_begin(pictures, 1, parts, part + 1);
    for (int64_t i = annotron::pool::part_begin(pictures, 1, parts, part); i < end; i++) task(i);
  });
  return annotron::kOk;
}

}  // namespace

ANNOTRON_EXPORT int annotron_convolve(const Geometry* g, const float* x, const float* kernel,
                                      const float* bias, void*, float* y, int rows, int function,
                                      int, int, int, int, int, int, float slope, float) {
  if (function < 0 || function >= static_cast<int>(Function::kCount)) {
    return annotron::kNoSuchFunction;
  }
  return annotron::convolve(*g, x, kernel, bias, y, rows, static_cast<Function>(function), slope);
}

ANNOTRON_EXPORT int annotron_convolve_transposed(const Geometry* g, const float* y,
                                                 const float* kernel, void*, void*, float* x,
                                                 int rows, int, int, int, int, int, int, int, float,
                                                 float) {
  return annotron::convolve_transposed(*g, y, kernel, x, rows);
}

ANNOTRON_EXPORT int annotron_convolve_kernel_gradient(const Geometry* g, const float* x,
                                                      const float* dy, void*, void*, float* dkernel,
                                                      int rows, int, int, int, int, int, int, int,
                                                      float, float) {
  return annotron::convolve_kernel_gradient(*g, x, dy, dkernel, rows);
}

ANNOTRON_EXPORT int annotron_max_pool(const Geometry* g, const float* x, const void*, void*, void*,
                                      float* y, int rows, int, int, int, int, int, int, int, float,
                                      float) {
  return each_picture(*g, rows, [&](int64_t i) {
    isa().convolution.max_pool(*g, x + i * g->picture_size(), y + i * g->result_size());
  });
}

ANNOTRON_EXPORT int annotron_max_pool_gradient(const Geometry* g, const float* x, const float* y,
                                               const float* dy, void*, float* dx, int rows, int,
                                               int, int, int, int, int, int, float, float) {
  return each_picture(*g, rows, [&](int64_t i) {
    const int64_t picture = i * g->picture_size();
    const int64_t result = i * g->result_size();
    isa().convolution.max_pool_gradient(*g, x + picture, y + result, dy + result, dx + picture);
  });
}

ANNOTRON_EXPORT int annotron_sum_pool(const Geometry* g, const float* x, const void*, void*, void*,
                                      float* y, int rows, int mean, int, int, int, int, int, int,
                                      float, float) {
  return each_picture(*g, rows, [&](int64_t i) {
    isa().convolution.sum_pool(*g, mean != 0, x + i * g->picture_size(), y + i * g->result_size());
  });
}

ANNOTRON_EXPORT int annotron_spread_pool(const Geometry* g, const float* y, const void*, void*,
                                         void*, float* x, int rows, int mean, int, int, int, int,
                                         int, int, float, float) {
  return each_picture(*g, rows, [&](int64_t i) {
    isa().convolution.spread_pool(*g, mean != 0, y + i * g->result_size(),
                                  x + i * g->picture_size());
  });
}
