// Recurrent layers, as Java calls them: six operands, eight whole numbers, two real ones, used or
// not; operands and sizes as in RecurrentKernels.java.
#include "export.h"
#include "recurrent.h"

using annotron::Cell;
using annotron::CellKind;
using annotron::Function;

namespace {

bool is_cell(int kind, int activation, int recurrent_activation) {
  constexpr auto kFunctions = static_cast<int>(Function::kCount);
  return kind >= 0 && kind < static_cast<int>(CellKind::kCount) && activation >= 0 &&
         activation < kFunctions && recurrent_activation >= 0 && recurrent_activation < kFunctions;
}

Cell cell(int kind, int activation, int recurrent_activation, int units) {
  return {static_cast<CellKind>(kind), static_cast<Function>(activation),
          static_cast<Function>(recurrent_activation), units};
}

}  // namespace

ANNOTRON_EXPORT int annotron_recur(const float* z, const float* kernel, const float* bias,
                                   const float* mask, float* trace, void*, int kind, int f, int s,
                                   int, int rows, int steps, int units, int, float, float) {
  if (!is_cell(kind, f, s)) return annotron::kNoSuchFunction;
  return annotron::recur(cell(kind, f, s, units), z, kernel, bias, mask, trace, rows, steps);
}

ANNOTRON_EXPORT int annotron_recur_gradient(const float* trace, const float* kernel,
                                            const float* dh, const float* mask, float* g, void*,
                                            int kind, int f, int s, int last, int rows, int steps,
                                            int units, int, float, float) {
  if (!is_cell(kind, f, s)) return annotron::kNoSuchFunction;
  return annotron::recur_gradient(cell(kind, f, s, units), last != 0, trace, kernel, dh, mask, g,
                                  rows, steps);
}

ANNOTRON_EXPORT int annotron_recur_kernel_gradient(const float* trace, const float* g, void*,
                                                   float* dkernel, int kind, int count, int units,
                                                   int, float, float, float, float) {
  if (!is_cell(kind, 0, 0)) return annotron::kNoSuchFunction;
  return annotron::recur_kernel_gradient(cell(kind, 0, 0, units), trace, g, dkernel, count);
}
