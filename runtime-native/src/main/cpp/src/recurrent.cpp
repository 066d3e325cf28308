#include "recurrent.h"

#include <cstdint>
#include <cstring>

#include "contributions.h"
#include "isa.h"
#include "pool.h"
#include "product.h"
#include "scratch.h"

namespace annotron {
namespace {

/// The least work of a part: about 10 µs.
constexpr int64_t kLeastMultiplyAdds = 500'000;
constexpr int64_t kGrain = 16;

size_t bytes(int count) { return static_cast<size_t>(count) * sizeof(float); }

/// The samples that one thread takes through all steps.
struct Samples {
  const Cell& cell;
  const float* kernel;
  const float* mask;
  int steps, begin, end;

  int rows() const { return end - begin; }
  bool is_masked(int row, int step) const {
    return mask != nullptr && mask[static_cast<int64_t>(row) * steps + step] == 0;
  }
  int64_t at(int row, int step) const { return static_cast<int64_t>(row) * steps + step; }
};

/// sums[rows, gates] = h[rows, units] . kernel[units, gates]
Product sums_of(const Samples& s, const float* h, float* sums) {
  const int u = s.cell.units;
  const int gates = s.cell.gates();
  return {Transposed::kNo, Transposed::kNo, s.rows(), gates, u, h, u, s.kernel, gates, sums, gates};
}

/// dh[rows, units] = g[rows, gates] . kernel transposed, with the rows of g so far apart
Product states_of(const Samples& s, const float* g, int64_t stride, float* dh) {
  const int u = s.cell.units;
  const int gates = s.cell.gates();
  return {Transposed::kNo, Transposed::kYes, s.rows(), u, gates, g, stride, s.kernel, gates, dh, u};
}

/// Rows in all steps from which a packed kernel pays: 8 samples and 2 or 3 steps took longer, 32
/// and 20 took 0.7 of the time.
constexpr int64_t kPackedRows = 64;

/// What the kernel takes if it is packed for all steps: nothing where that does not pay.
size_t packed_floats_of(const Samples& s, const Product& any_step) {
  const int64_t rows = static_cast<int64_t>(s.rows()) * (s.steps - 1);
  return s.rows() > 1 && rows >= kPackedRows ? static_cast<size_t>(packed_size(any_step)) : 0;
}

/// One of them, with the kernel packed for all steps.
Status at_step(Product product, const float* packed) {
  if (product.m > 1) {
    product.packed = packed;
    return multiply(product);
  }
  if (product.b_transposed == Transposed::kYes) {
    isa().column_product(product.b, product.a, product.c, product.n, product.k);
  } else {
    isa().row_product(product.a, product.b, product.c, product.k, product.n, product.n);
  }
  return kOk;
}

/// What a step leaves as it was.
void pass(const Cell& cell, const CellStep& step) {
  const int u = cell.units;
  std::memcpy(step.line + cell.before(), step.h, bytes(u));
  std::memcpy(step.line + cell.before() + u, step.h, bytes(u));
  if (cell.kind == CellKind::kLstm) std::memcpy(step.line + 4 * u, step.c_before, bytes(u));
}

Status forward(const Samples& s, const float* z, const float* bias, float* trace) {
  const Cell& cell = s.cell;
  const int u = cell.units;
  const int gates = cell.gates();
  const auto rows = static_cast<size_t>(s.rows());
  const Product any_step = sums_of(s, nullptr, nullptr);
  const size_t packed_floats = packed_floats_of(s, any_step);
  float* memory = Scratch::of_thread(packed_floats + rows * (gates + u) + static_cast<size_t>(u));
  if (memory == nullptr) return kNoMemory;
  const float* packed = packed_floats > 0 ? pack(any_step, memory) : nullptr;
  float* h = memory + packed_floats;
  float* sums = h + rows * u;
  float* nothing = sums + rows * gates;
  std::memset(h, 0, rows * bytes(u + gates) + bytes(u));
  for (int step = 0; step < s.steps; step++) {
    if (step > 0) {
      const Status status = at_step(sums_of(s, h, sums), packed);
      if (status != kOk) return status;
    }
    for (int row = s.begin; row < s.end; row++) {
      const int64_t own = row - s.begin;
      float* line = trace + s.at(row, step) * cell.trace();
      const float* c_before = step > 0 ? line - cell.trace() + 4 * u : nothing;
      const CellStep one{z + s.at(row, step) * gates,
                         sums + own * gates,
                         bias,
                         c_before,
                         h + own * u,
                         line,
                         s.steps};
      if (s.is_masked(row, step)) {
        pass(cell, one);
      } else {
        isa().recurrent.step(cell, one);
      }
    }
  }
  return kOk;
}

/// The same backwards: the gradient goes past the step.
void pass(const Cell& cell, const CellGradient& d) {
  isa().add(d.past, d.back, d.past, cell.units);
  isa().add(d.past, d.upstream, d.past, cell.units);
  std::memset(d.g, 0, bytes(cell.gradients()));
}

Status backward(const Samples& s, bool last, const float* trace, const float* dh, float* g) {
  const Cell& cell = s.cell;
  const int u = cell.units;
  const auto size = static_cast<size_t>(s.rows()) * u;
  const Product any_step = states_of(s, nullptr, 0, nullptr);
  const size_t packed_floats = packed_floats_of(s, any_step);
  float* memory = Scratch::of_thread(packed_floats + 3 * size + static_cast<size_t>(u));
  if (memory == nullptr) return kNoMemory;
  const float* packed = packed_floats > 0 ? pack(any_step, memory) : nullptr;
  float* past = memory + packed_floats;
  float* back = past + size;
  float* dc = back + size;
  const float* nothing = dc + size;
  std::memset(past, 0, (3 * size + u) * sizeof(float));
  for (int step = s.steps - 1; step >= 0; step--) {
    const bool has_upstream = !last || step == s.steps - 1;
    for (int row = s.begin; row < s.end; row++) {
      const int64_t own = static_cast<int64_t>(row - s.begin) * u;
      const float* line = trace + s.at(row, step) * cell.trace();
      const float* c_before = step > 0 ? line - cell.trace() + 4 * u : nothing;
      const float* upstream = has_upstream ? dh + (last ? row : s.at(row, step)) * u : nothing;
      const CellGradient one{line,
                             c_before,
                             back + own,
                             upstream,
                             past + own,
                             dc + own,
                             g + s.at(row, step) * cell.gradients(),
                             s.steps};
      if (s.is_masked(row, step)) {
        pass(cell, one);
      } else {
        isa().recurrent.step_gradient(cell, one);
      }
    }
    if (step > 0) {
      const float* of_sums =
          g + s.at(s.begin, step) * cell.gradients() + cell.gradients() - cell.gates();
      const int64_t stride = static_cast<int64_t>(s.steps) * cell.gradients();
      const Status status = at_step(states_of(s, of_sums, stride, back), packed);
      if (status != kOk) return status;
    }
  }
  return kOk;
}

/// Divides the samples among threads, the same way every time.
template <class Task>
Status divide(const Cell& cell, const float* kernel, const float* mask, int rows, int steps,
              const Task& task) {
  const int64_t work = static_cast<int64_t>(rows) * steps * cell.units * cell.gates();
  const int parts = pool::parts_for(work, kLeastMultiplyAdds, rows);
  return pool::try_parallel(parts, [=](int part) {
    const auto begin = static_cast<int>(pool::part_begin(rows, 1, parts, part));
    const auto end = static_cast<int>(pool::part_begin(rows, 1, parts, part + 1));
    return task(Samples{cell, kernel, mask, steps, begin, end});
  });
}

}  // namespace

Status recur(const Cell& cell, const float* z, const float* kernel, const float* bias,
             const float* mask, float* trace, int rows, int steps) {
  return divide(cell, kernel, mask, rows, steps,
                [=](const Samples& s) { return forward(s, z, bias, trace); });
}

Status recur_gradient(const Cell& cell, bool last, const float* trace, const float* kernel,
                      const float* dh, const float* mask, float* g, int rows, int steps) {
  return divide(cell, kernel, mask, rows, steps,
                [=](const Samples& s) { return backward(s, last, trace, dh, g); });
}

Status recur_kernel_gradient(const Cell& cell, const float* trace, const float* g, float* dkernel,
                             int count) {
  const int u = cell.units;
  const int columns = cell.gates();
  const int64_t work = static_cast<int64_t>(count) * u * columns;
  const int parts = pool::parts_for(work, kLeastMultiplyAdds, count / kGrain);
  const float* of_sums = g + cell.gradients() - columns;
  const Contributions sums(dkernel, static_cast<int64_t>(u) * columns, parts);
  // By steps of samples, which the same thread has just computed.
  return sums.sum_gradient([=](int part, float* to) {
    const int64_t begin = pool::part_begin(count, kGrain, parts, part);
    const int64_t end = pool::part_begin(count, kGrain, parts, part + 1);
    return multiply({Transposed::kYes, Transposed::kNo, u, columns, static_cast<int>(end - begin),
                     trace + begin * cell.trace() + cell.before(), cell.trace(),
                     of_sums + begin * cell.gradients(), cell.gradients(), to, columns});
  });
}

}  // namespace annotron
