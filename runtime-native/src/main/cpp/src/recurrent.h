#pragma once

#include <cstdint>

#include "functions.h"
#include "status.h"

namespace annotron {

/// Numbered as dev.annotron.runtime.kernel.RecurrentCell, which has the formulas.
enum class CellKind : int { kSimpleRnn, kLstm, kGru, kCount };

/// The slope of a leaky relu, which Keras's function of that name has.
constexpr float kRecurrentSlope = 0.2f;

struct Cell {
  CellKind kind;
  Function activation, recurrent_activation;
  int units;

  /// Floats per step: the gates' sums, the gradients, and what is kept for the backward pass.
  int gates() const { return units * (kind == CellKind::kLstm ? 4 : is_gru() ? 3 : 1); }
  int gradients() const { return is_gru() ? 2 * gates() : gates(); }
  int trace() const { return units * (kind == CellKind::kLstm ? 7 : is_gru() ? 6 : 3); }
  /// Where a step's line of the trace has the state before the step; behind it is the next one.
  int before() const { return trace() - 2 * units; }

 private:
  bool is_gru() const { return kind == CellKind::kGru; }
};

/// One step of one sample. The line of the trace is written; h is the state before the step, then
/// the one after it.
struct CellStep {
  /// The sums are h . U; c_before is an LSTM's.
  const float *z, *sums, *bias, *c_before;
  float *h, *line;
  /// The steps from here to the same one of the next sample.
  int64_t ahead;
};

/// The gradient of such a step, by its sums, is g. The one by its state is a sum of three: what
/// went past later sums, what came back through them, and that of the layers above. After it, past
/// has what goes past the sums of this step, and dc what goes to an LSTM's state before it.
struct CellGradient {
  const float *line, *c_before, *back, *upstream;
  float *past, *dc, *g;
  /// As above.
  int64_t ahead;
};

/// Compiled once per instruction set.
struct RecurrentIsa {
  void (*step)(const Cell& cell, const CellStep& step);
  void (*step_gradient)(const Cell& cell, const CellGradient& gradient);
};

Status recur(const Cell& cell, const float* z, const float* kernel, const float* bias,
             const float* mask, float* trace, int rows, int steps);

Status recur_gradient(const Cell& cell, bool last, const float* trace, const float* kernel,
                      const float* dh, const float* mask, float* g, int rows, int steps);

Status recur_kernel_gradient(const Cell& cell, const float* trace, const float* g, float* dkernel,
                             int count);

}  // namespace annotron
