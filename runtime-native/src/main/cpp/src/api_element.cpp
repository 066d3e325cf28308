// Kernels value by value, as Java calls them; parameters as in api.cpp.
#include "element.h"
#include "export.h"
#include "isa.h"
#include "status.h"

using annotron::Combination;
using annotron::isa;
using annotron::kOk;

namespace {

bool is_combination(int number) {
  return number >= 0 && number < static_cast<int>(Combination::kCount);
}

}  // namespace

ANNOTRON_EXPORT int annotron_combine(const float* a, const float* b, void*, float* y, int how,
                                     int count, int, int, float, float, float, float) {
  if (!is_combination(how)) return annotron::kNoSuchFunction;
  isa().element.combine(static_cast<Combination>(how), a, b, y, count);
  return kOk;
}

ANNOTRON_EXPORT int annotron_choose(const float* a, const float* b, const float* dy, float* dx,
                                    int how, int first, int count, int, float, float, float,
                                    float) {
  if (!is_combination(how)) return annotron::kNoSuchFunction;
  isa().element.choose(static_cast<Combination>(how), first != 0, a, b, dy, dx, count);
  return kOk;
}

ANNOTRON_EXPORT int annotron_affine(const float* x, const void*, void*, float* y, int count, int,
                                    int, int, float factor, float offset, float, float) {
  isa().element.affine(x, y, count, factor, offset);
  return kOk;
}

ANNOTRON_EXPORT int annotron_scale(const float* x, const float* factor, void*, float* y, int rows,
                                   int columns, int, int, float, float, float, float) {
  isa().element.scale(x, factor, y, rows, columns);
  return kOk;
}

ANNOTRON_EXPORT int annotron_scale_gradient(const float* x, const float* dy, void*, float* sum,
                                            int rows, int columns, int, int, float, float, float,
                                            float) {
  isa().element.scale_gradient(x, dy, sum, rows, columns);
  return kOk;
}

ANNOTRON_EXPORT int annotron_prelu(const float* x, const float* alpha, void*, float* y, int rows,
                                   int columns, int, int, float, float, float, float) {
  isa().element.prelu(x, alpha, y, rows, columns);
  return kOk;
}

ANNOTRON_EXPORT int annotron_prelu_gradient(const float* x, const float* alpha, const float* dy,
                                            float* dx, int rows, int columns, int, int, float,
                                            float, float, float) {
  isa().element.prelu_gradient(x, alpha, dy, dx, rows, columns);
  return kOk;
}

ANNOTRON_EXPORT int annotron_prelu_slope_gradient(const float* x, const float* dy, void*,
                                                  float* sum, int rows, int columns, int, int,
                                                  float, float, float, float) {
  isa().element.prelu_slope_gradient(x, dy, sum, rows, columns);
  return kOk;
}

ANNOTRON_EXPORT int annotron_repeat(const float* x, const void*, void*, float* y, int blocks,
                                    int times, int inner, int, float, float, float, float) {
  isa().element.repeat(x, y, blocks, times, inner);
  return kOk;
}

ANNOTRON_EXPORT int annotron_sum_repeats(const float* x, const void*, void*, float* y, int blocks,
                                         int times, int inner, int, float, float, float, float) {
  isa().element.sum_repeats(x, y, blocks, times, inner);
  return kOk;
}
