// One step of a recurrent cell; formulas as in RecurrentCell.java. A step's values fit the first
// cache, so functions are applied array by array, whichever they are.

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

/// The function's results; x keeps them or its arguments, as the derivative needs.
static const float* applied(Function function, float* x, float* results, int count) {
  float* to = keeps_result(function) ? x : results;
  activation(function, kRecurrentSlope, x, to, count);
  return to;
}

/// The same of what was kept.
static const float* result_of(Function function, const float* kept, float* results, int count) {
  if (keeps_result(function)) return kept;
  activation(function, kRecurrentSlope, kept, results, count);
  return results;
}

static void through(Function function, const float* kept, float* d, int count) {
  activation_gradient(function, kRecurrentSlope, kept, d, d, count);
}

static void add_to(const float* a, const float* b, float* y, int count) {
  map(a, b, y, count, [](Floats u, Floats v) { return u + v; });
}

static void lstm_step(const Cell& cell, const float* z, const float* sums, const float* c_before,
                      float* line, float* scratch) {
  const int u = cell.units;
  add_to(z, sums, line, 4 * u);
  const float* in = applied(cell.recurrent_activation, line, scratch, 2 * u);
  const float* fresh = applied(cell.activation, line + 2 * u, scratch + 2 * u, u);
  const float* out = applied(cell.recurrent_activation, line + 3 * u, scratch + 3 * u, u);
  float* c = line + 4 * u;
  map(in + u, c_before, c, u, [](Floats forget, Floats before) { return forget * before; });
  map(in, fresh, c, c, u, [](Floats i, Floats g, Floats kept) { return kept + i * g; });
  float* h = line + 6 * u;
  activation(cell.activation, kRecurrentSlope, c, h, u);
  map(h, out, h, u, [](Floats active, Floats o) { return active * o; });
}

static void gru_step(const Cell& cell, const float* z, float* sums, const float* bias, float* line,
                     float* scratch) {
  const int u = cell.units;
  const float* h = line + cell.before();
  float* inner = line + 3 * u;
  if (bias != nullptr) add_to(sums, bias + 3 * u, sums, 3 * u);
  std::memcpy(inner, sums + 2 * u, static_cast<size_t>(u) * sizeof(float));
  add_to(z, sums, line, 2 * u);
  std::memcpy(line + 2 * u, z + 2 * u, static_cast<size_t>(u) * sizeof(float));
  if (bias != nullptr) add_to(line, bias, line, 3 * u);
  const float* share = applied(cell.recurrent_activation, line, scratch, 2 * u);
  map(share + u, inner, line + 2 * u, line + 2 * u, u,
      [](Floats reset, Floats n, Floats x) { return x + reset * n; });
  const float* fresh = applied(cell.activation, line + 2 * u, scratch + 2 * u, u);
  map(share, h, fresh, line + cell.before() + u, u,
      [](Floats s, Floats old, Floats f) { return s * old + (1 - s) * f; });
}

static void recurrent_step(const Cell& cell, const float* z, float* sums, const float* bias,
                           const float* c_before, float* line, float* scratch) {
  const int u = cell.units;
  switch (cell.kind) {
    case CellKind::kSimpleRnn:
      add_to(z, sums, line, u);
      std::memcpy(line + 2 * u, applied(cell.activation, line, scratch, u),
                  static_cast<size_t>(u) * sizeof(float));
      return;
    case CellKind::kLstm: return lstm_step(cell, z, sums, c_before, line, scratch);
    case CellKind::kGru: return gru_step(cell, z, sums, bias, line, scratch);
    case CellKind::kCount: return;
  }
}

static void lstm_gradient(const Cell& cell, const float* line, const float* c_before, float* dh,
                          float* dc, float* g, float* scratch) {
  const int u = cell.units;
  const auto times = [](Floats a, Floats b) { return a * b; };
  const float* c = line + 4 * u;
  const Function f = cell.activation;
  const Function s = cell.recurrent_activation;
  float* active = scratch;
  activation(f, kRecurrentSlope, c, active, u);
  const float* out = result_of(s, line + 3 * u, scratch + u, u);
  float* do_ = g + 3 * u;
  map(dh, out, do_, u, times);
  through(f, keeps_result(f) ? active : c, do_, u);
  add_to(dc, do_, dc, u);
  map(dh, active, do_, u, times);
  through(s, line + 3 * u, do_, u);
  const float* fresh = result_of(f, line + 2 * u, scratch + u, u);
  map(dc, fresh, g, u, times);
  map(dc, c_before, g + u, u, times);
  through(s, line, g, 2 * u);
  const float* in = result_of(s, line, scratch, 2 * u);
  map(dc, in, g + 2 * u, u, times);
  through(f, line + 2 * u, g + 2 * u, u);
  map(dc, in + u, dc, u, times);
  std::memset(dh, 0, static_cast<size_t>(u) * sizeof(float));
}

static void gru_gradient(const Cell& cell, const float* line, float* dh, float* g, float* scratch) {
  const int u = cell.units;
  const Function f = cell.activation;
  const Function s = cell.recurrent_activation;
  const float* h = line + cell.before();
  const float* share = result_of(s, line, scratch, 2 * u);
  const float* fresh = result_of(f, line + 2 * u, scratch + 2 * u, u);
  const auto times = [](Floats a, Floats b) { return a * b; };
  map(h, fresh, dh, g, u, [](Floats old, Floats now, Floats d) { return d * (old - now); });
  map(dh, share, g + 2 * u, u, [](Floats d, Floats v) { return d * (1 - v); });
  through(f, line + 2 * u, g + 2 * u, u);
  map(g + 2 * u, line + 3 * u, g + u, u, times);
  through(s, line, g, 2 * u);
  std::memcpy(g + 3 * u, g, static_cast<size_t>(2 * u) * sizeof(float));
  map(g + 2 * u, share + u, g + 5 * u, u, times);
  map(dh, share, dh, u, times);
}

static void recurrent_step_gradient(const Cell& cell, const float* line, const float* c_before,
                                    float* dh, float* dc, float* g, float* scratch) {
  const size_t bytes = static_cast<size_t>(cell.units) * sizeof(float);
  switch (cell.kind) {
    case CellKind::kSimpleRnn:
      std::memcpy(g, dh, bytes);
      through(cell.activation, line, g, cell.units);
      std::memset(dh, 0, bytes);
      return;
    case CellKind::kLstm: return lstm_gradient(cell, line, c_before, dh, dc, g, scratch);
    case CellKind::kGru: return gru_gradient(cell, line, dh, g, scratch);
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
