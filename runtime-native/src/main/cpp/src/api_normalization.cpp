// Kernels of normalisation, as Java calls them with the wide signature: operands a to f, of which
// the last is the result; eight whole numbers; two real ones.
#include <algorithm>

#include "export.h"
#include "isa.h"
#include "normalization.h"
#include "scratch.h"
#include "status.h"

using annotron::Groups;
using annotron::isa;
using annotron::kOk;

namespace {

/// Gains are for one group's inner values, or for those of all groups.
Groups groups_of(int outer, int groups, int inner, int scaled, int centered, float epsilon) {
  return {outer, groups, inner, scaled, centered != 0, epsilon};
}

}  // namespace

ANNOTRON_EXPORT int annotron_batch_mean(const float* x, const void*, const void*, const void*,
                                        const void*, float* mean, int rows, int columns, int, int,
                                        int, int, int, int, float, float) {
  isa().normalization.batch_mean(x, mean, rows, columns);
  return kOk;
}

ANNOTRON_EXPORT int annotron_batch_variance(const float* x, const float* mean, const void*,
                                            const void*, const void*, float* variance, int rows,
                                            int columns, int, int, int, int, int, int, float,
                                            float) {
  isa().normalization.batch_variance(x, mean, variance, rows, columns);
  return kOk;
}

ANNOTRON_EXPORT int annotron_standardize(const float* x, const float* mean, const float* factor,
                                         const float* bias, const void*, float* y, int rows,
                                         int columns, int, int, int, int, int, int, float, float) {
  isa().normalization.standardize(x, mean, factor, bias, y, rows, columns);
  return kOk;
}

ANNOTRON_EXPORT int annotron_centered_sum(const float* x, const float* mean, const float* dy,
                                          const void*, const void*, float* sum, int rows,
                                          int columns, int, int, int, int, int, int, float, float) {
  isa().normalization.centered_sum(x, mean, dy, sum, rows, columns);
  return kOk;
}

ANNOTRON_EXPORT int annotron_batch_gradient(const float* x, const float* mean, const float* factor,
                                            const float* slopes, const float* dy, float* dx,
                                            int rows, int columns, int, int, int, int, int, int,
                                            float, float) {
  isa().normalization.batch_gradient(x, mean, factor, slopes, dy, dx, rows, columns);
  return kOk;
}

ANNOTRON_EXPORT int annotron_normalize(const float* x, const float* gamma, const float* beta,
                                       const void*, const void*, float* y, int samples, int outer,
                                       int groups, int inner, int scaled, int centered, int, int,
                                       float epsilon, float) {
  isa().normalization.normalize(x, gamma, beta, y, samples,
                                groups_of(outer, groups, inner, scaled, centered, epsilon));
  return kOk;
}

ANNOTRON_EXPORT int annotron_normalize_gradient(const float* x, const float* gamma, const float* dy,
                                                const void*, const void*, float* dx, int samples,
                                                int outer, int groups, int inner, int scaled,
                                                int centered, int, int, float epsilon, float) {
  isa().normalization.normalize_gradient(
      x, gamma, dy, dx, samples, groups_of(outer, groups, inner, scaled, centered, epsilon));
  return kOk;
}

ANNOTRON_EXPORT int annotron_normalize_gain_gradient(const float* x, const float* dy, const void*,
                                                     const void*, const void*, float* gain,
                                                     int samples, int outer, int groups, int inner,
                                                     int scaled, int centered, int, int,
                                                     float epsilon, float) {
  thread_local annotron::Scratch scratch;
  double* totals = scratch.of<double>(scaled);
  if (totals == nullptr) return annotron::kNoMemory;
  std::fill(totals, totals + scaled, 0);
  isa().normalization.normalize_gain_gradient(
      x, dy, totals, samples, groups_of(outer, groups, inner, scaled, centered, epsilon));
  for (int j = 0; j < scaled; j++) gain[j] = static_cast<float>(totals[j]);
  return kOk;
}
