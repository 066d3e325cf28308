#pragma once

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

/// One step of one sample, compiled once per instruction set.
struct RecurrentIsa {
  /// Fills a line of the trace but for the state before the step, which it reads there. The sums
  /// are h . U; c_before is an LSTM's; scratch has 4 * units floats.
  void (*step)(const Cell& cell, const float* z, float* sums, const float* bias,
               const float* c_before, float* line, float* scratch);
  /// g from dh, which keeps what goes past the sums, and an LSTM's dc.
  void (*step_gradient)(const Cell& cell, const float* line, const float* c_before, float* dh,
                        float* dc, float* g, float* scratch);
};

Status recur(const Cell& cell, const float* z, const float* kernel, const float* bias,
             const float* mask, float* trace, int rows, int steps);

Status recur_gradient(const Cell& cell, bool last, const float* trace, const float* kernel,
                      const float* dh, const float* mask, float* g, int rows, int steps);

Status recur_kernel_gradient(const Cell& cell, const float* trace, const float* g, float* dkernel,
                             int count);

}  // namespace annotron
