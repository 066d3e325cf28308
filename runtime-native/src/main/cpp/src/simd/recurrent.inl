// One step of a recurrent cell; formulas as in RecurrentCell.java. Each pass takes a vector of
// units from the operands to the results in registers. There are passes for each gate and one for
// the state, not one for all: a function of what other functions have just given keeps the core
// waiting, and a dozen arrays at once are more than a processor foresees.

namespace annotron {
namespace ANNOTRON_ISA {

static bool keeps_result(Function function) {
  switch (function) {
    case Function::kSilu:
    case Function::kGelu:
    case Function::kGeluTanh:
    case Function::kMish: return false;
    default: return true;
  }
}

/// A function's result, and what its derivative needs: that or the argument.
struct Applied {
  Floats result, kept;
};

/// A function that the compiler knows and whose derivative needs the result.
template <class F>
struct Known {
  ANNOTRON_MEMBER Applied of(Floats x) const {
    const Floats y = F::value(x, kRecurrentSlope);
    return {y, y};
  }
  ANNOTRON_MEMBER Applied kept(Floats y) const { return {y, y}; }
  ANNOTRON_MEMBER Floats through(Applied applied, Floats d) const {
    return d * F::derivative(applied.kept, kRecurrentSlope);
  }
};

/// Any other: a call for each vector, which takes it through memory.
struct Any {
  Function function;

  ANNOTRON_MEMBER Applied of(Floats x) const {
    float y[kLanes];
    store(y, x);
    activation(function, kRecurrentSlope, y, y, kLanes);
    const Floats result = load(y);
    return {result, keeps_result(function) ? result : x};
  }
  ANNOTRON_MEMBER Applied kept(Floats value) const {
    return keeps_result(function) ? Applied{value, value} : of(value);
  }
  ANNOTRON_MEMBER Floats through(Applied applied, Floats d) const {
    float value[kLanes], dy[kLanes];
    store(value, applied.kept);
    store(dy, d);
    activation_gradient(function, kRecurrentSlope, value, dy, dy, kLanes);
    return load(dy);
  }
};

/// Calls use(at, f, s) for all vectors of units, with the cell's two functions. The usual ones are
/// compiled into it; all pairs would be 256 times as much code.
template <class Use>
ANNOTRON_INLINE void in_units(Cell cell, const Use& use) {
  if (cell.activation == Function::kTanh && cell.recurrent_activation == Function::kSigmoid) {
    return in_vectors(0, cell.units, [&](auto at) { use(at, Known<Tanh>{}, Known<Sigmoid>{}); });
  }
  in_vectors(0, cell.units,
             [&](auto at) { use(at, Any{cell.activation}, Any{cell.recurrent_activation}); });
}

/// Asks for a place in so many arrays, one behind the other: those of the next sample's step, which
/// lie far from this one's.
template <class Place>
ANNOTRON_INLINE void expect(const Place& at, const float* arrays, int count, int64_t u) {
  for (int i = 0; i < count; i++) __builtin_prefetch(arrays + i * u + at.at, 1);
}

static void rnn_step(Cell cell, CellStep step) {
  const int64_t u = cell.units;
  in_units(cell, [=](auto at, auto f, auto) {
    const Applied h = f.of(at(step.z) + at(step.sums));
    at.put(step.line, h.kept);
    at.put(step.line + u, at(step.h));
    at.put(step.line + 2 * u, h.result);
    at.put(step.h, h.result);
  });
}

static void lstm_step(Cell cell, CellStep step) {
  const int64_t u = cell.units;
  const float* next_z = step.z + step.ahead * cell.gates();
  const float* next_line = step.line + step.ahead * cell.trace();
  const auto gate = [=](auto at, auto function, int i) {
    expect(at, next_z + i * u, 1, u);
    expect(at, next_line + i * u, 1, u);
    at.put(step.line + i * u, function.of(at(step.z + i * u) + at(step.sums + i * u)).kept);
  };
  in_units(cell, [=](auto at, auto, auto s) { gate(at, s, 0); });
  in_units(cell, [=](auto at, auto, auto s) { gate(at, s, 1); });
  in_units(cell, [=](auto at, auto f, auto) { gate(at, f, 2); });
  in_units(cell, [=](auto at, auto, auto s) { gate(at, s, 3); });
  in_units(cell, [=](auto at, auto f, auto s) {
    const Applied in = s.kept(at(step.line));
    const Applied forget = s.kept(at(step.line + u));
    const Applied fresh = f.kept(at(step.line + 2 * u));
    const Applied out = s.kept(at(step.line + 3 * u));
    const Floats c = forget.result * at(step.c_before) + in.result * fresh.result;
    const Floats h = f.of(c).result * out.result;
    expect(at, next_line + 4 * u, 3, u);
    at.put(step.line + 4 * u, c);
    at.put(step.line + 5 * u, at(step.h));
    at.put(step.line + 6 * u, h);
    at.put(step.h, h);
  });
}

static void gru_step(Cell cell, CellStep step) {
  const int64_t u = cell.units;
  const float* next_z = step.z + step.ahead * cell.gates();
  const float* next_line = step.line + step.ahead * cell.trace();
  const auto with_bias = [=](auto at, Floats x, int which) {
    return step.bias == nullptr ? x : x + at(step.bias + which * u);
  };
  const auto gate = [=](auto at, auto s, int i) {
    const Floats product = with_bias(at, at(step.sums + i * u), 3 + i);
    const Floats sum = with_bias(at, at(step.z + i * u) + product, i);
    expect(at, next_z + i * u, 1, u);
    expect(at, next_line + i * u, 1, u);
    at.put(step.line + i * u, s.of(sum).kept);
  };
  in_units(cell, [=](auto at, auto, auto s) { gate(at, s, 0); });
  in_units(cell, [=](auto at, auto, auto s) { gate(at, s, 1); });
  in_units(cell, [=](auto at, auto f, auto s) {
    const Applied share = s.kept(at(step.line));
    const Applied reset = s.kept(at(step.line + u));
    const Floats inner = with_bias(at, at(step.sums + 2 * u), 5);
    const Applied fresh = f.of(with_bias(at, at(step.z + 2 * u), 2) + reset.result * inner);
    const Floats before = at(step.h);
    const Floats h = share.result * before + (1 - share.result) * fresh.result;
    expect(at, next_z + 2 * u, 1, u);
    expect(at, next_line + 2 * u, 4, u);
    at.put(step.line + 2 * u, fresh.kept);
    at.put(step.line + 3 * u, inner);
    at.put(step.line + 4 * u, before);
    at.put(step.line + 5 * u, h);
    at.put(step.h, h);
  });
}

static void recurrent_step(const Cell& cell, const CellStep& step) {
  switch (cell.kind) {
    case CellKind::kSimpleRnn: return rnn_step(cell, step);
    case CellKind::kLstm: return lstm_step(cell, step);
    case CellKind::kGru: return gru_step(cell, step);
    case CellKind::kCount: return;
  }
}

/// The gradient by a step's result: what later steps and the layers above want of it.
template <class Place>
ANNOTRON_INLINE Floats by_state(const Place& at, CellGradient d) {
  return (at(d.past) + at(d.back)) + at(d.upstream);
}

static void rnn_gradient(Cell cell, CellGradient d) {
  const float* next_g = d.g + d.ahead * cell.gradients();
  const float* next_line = d.line + d.ahead * cell.trace();
  in_units(cell, [=](auto at, auto f, auto) {
    expect(at, next_g, 1, 0);
    expect(at, next_line, 1, 0);
    at.put(d.g, f.through(f.kept(at(d.line)), by_state(at, d)));
    at.put(d.past, Floats{});
  });
}

static void lstm_gradient(Cell cell, CellGradient d) {
  const int64_t u = cell.units;
  const float* next_g = d.g + d.ahead * cell.gradients();
  const float* next_line = d.line + d.ahead * cell.trace();
  in_units(cell, [=](auto at, auto f, auto s) {
    const Floats dh = by_state(at, d);
    const Applied in = s.kept(at(d.line));
    const Applied forget = s.kept(at(d.line + u));
    const Applied fresh = f.kept(at(d.line + 2 * u));
    const Applied out = s.kept(at(d.line + 3 * u));
    const Applied active = f.of(at(d.line + 4 * u));
    expect(at, next_g, 4, u);
    expect(at, next_line, 5, u);
    const Floats dc = at(d.dc) + f.through(active, dh * out.result);
    at.put(d.g, s.through(in, dc * fresh.result));
    at.put(d.g + u, s.through(forget, dc * at(d.c_before)));
    at.put(d.g + 2 * u, f.through(fresh, dc * in.result));
    at.put(d.g + 3 * u, s.through(out, dh * active.result));
    at.put(d.dc, dc * forget.result);
    at.put(d.past, Floats{});
  });
}

static void gru_gradient(Cell cell, CellGradient d) {
  const int64_t u = cell.units;
  const float* next_g = d.g + d.ahead * cell.gradients();
  const float* next_line = d.line + d.ahead * cell.trace();
  in_units(cell, [=](auto at, auto f, auto s) {
    const Floats dh = by_state(at, d);
    const Applied share = s.kept(at(d.line));
    const Applied reset = s.kept(at(d.line + u));
    const Applied fresh = f.kept(at(d.line + 2 * u));
    expect(at, next_g, 6, u);
    expect(at, next_line, 5, u);
    const Floats before = at(d.line + 4 * u);
    const Floats by_share = s.through(share, dh * (before - fresh.result));
    const Floats by_fresh = f.through(fresh, dh * (1 - share.result));
    const Floats by_reset = s.through(reset, by_fresh * at(d.line + 3 * u));
    at.put(d.g, by_share);
    at.put(d.g + u, by_reset);
    at.put(d.g + 2 * u, by_fresh);
    at.put(d.g + 3 * u, by_share);
    at.put(d.g + 4 * u, by_reset);
    at.put(d.g + 5 * u, by_fresh * reset.result);
    at.put(d.past, dh * share.result);
  });
}

static void recurrent_step_gradient(const Cell& cell, const CellGradient& gradient) {
  switch (cell.kind) {
    case CellKind::kSimpleRnn: return rnn_gradient(cell, gradient);
    case CellKind::kLstm: return lstm_gradient(cell, gradient);
    case CellKind::kGru: return gru_gradient(cell, gradient);
    case CellKind::kCount: return;
  }
}

constexpr RecurrentIsa make_recurrent_isa() {
  RecurrentIsa isa{};
  isa.step = recurrent_step;
  isa.step_gradient = recurrent_step_gradient;
  return isa;
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
