#include "dense.h"

#include <cstring>

#include "contributions.h"
#include "exchange.h"
#include "homes.h"
#include "isa.h"
#include "pool.h"
#include "product.h"
#include "scratch.h"

namespace annotron {
namespace {

/// The least work of a part: 1.3 to 3 µs, a few times what it takes to hand a part to a thread that
/// spins. Layers of 128 x 128 and 32 samples, which are divided from here on, take 0.58 of the
/// time. One sample is as fast as the memory that holds the weights: 256 KB of them, as a part has
/// then, take 2 to 5 µs. Divided, 509 x 509 take 0.65 of the time. With half as many to a part, 256
/// x 256 would take 0.9 to 1.1.
int64_t least_work(int rows) { return rows == 1 ? 64 * 1024 : 150'000; }

int64_t at(int row, int columns) { return static_cast<int64_t>(row) * columns; }

/// How a layer is divided among threads, so that each finds in its caches what it made itself: what
/// another one has written takes ten times as long to read.
///
/// Either the weights stay: a thread has some inputs with their rows of the kernel, in all three
/// products and in every step. Or the samples stay: it has some rows of the batch, in all layers.
/// What is the smaller part of the traffic goes to and fro.
bool weights_stay(int rows, int in, int units) { return at(rows, in + units) <= 2 * at(in, units); }

/// The same of a layer that reads a data set. No thread wrote that, so it goes to whoever asks, and
/// only what comes of it is counted: sums and their gradients, or weights and theirs.
bool weights_stay(const Samples& x, int rows, int in, int units) {
  return x.rows == nullptr ? weights_stay(rows, in, units) : rows <= in;
}

/// Where a value lies, in samples that lie one behind the other.
const float* strided_at(const Samples& x, int in, int row, int column) {
  return x.rows == nullptr ? x.first + at(row, in) + column : nullptr;
}

/// The list from a row on, if there is one.
const float* const* listed_at(const Samples& x, int row) {
  return x.rows == nullptr ? nullptr : x.rows + row;
}

/// The samples in one piece: where they lie, or a copy; null without memory.
const float* in_one_piece(const Samples& x, int rows, int in) {
  if (x.rows == nullptr) return x.first;
  if (rows == 1) return x.rows[0];
  thread_local Scratch scratch;
  auto* copy = scratch.of<float>(at(rows, in));
  for (int row = 0; copy != nullptr && row < rows; row++) {
    std::memcpy(copy + at(row, in), x.rows[row], static_cast<size_t>(in) * sizeof(float));
  }
  return copy;
}

/// Inputs or samples in parts.
class Division {
 public:
  Division(int count, int rows, int in, int units) : count_(count) {
    // Of several samples, some units take as long as a vector of them.
    const int computed = rows == 1 ? units : (units + kVector - 1) / kVector * kVector;
    parts_ = pool::parts_for(rows * at(in, computed), least_work(rows), count_ / kGrain);
  }

  int parts() const { return parts_; }
  /// Where the inputs or samples of a part begin; those of the last end where `parts` begins.
  int begin(int part) const {
    return static_cast<int>(pool::part_begin(count_, kGrain, parts_, part));
  }
  int size(int part) const { return begin(part + 1) - begin(part); }

  /// Notes that the gradient of a kernel is made by the threads that have these inputs.
  void note(const float* dkernel, int units) const {
    if (parts_ == 1) return;
    homes::note(dkernel, at(count_, units), at(kGrain, units), parts_,
                homes::Readers::kTheThreadThatStepsThem);
  }

  /// Whether every part may have a sum of its own. Else, as an exception, threads share results:
  /// layers that large compute for so long that what they read of each other hardly counts.
  bool may_sum(int64_t values) const { return (parts_ - 1) * values <= kMostContributions; }

 private:
  static constexpr int kGrain = 16;
  static constexpr int kVector = 16;

  int count_, parts_;
};

/// The operands of a forward pass.
struct Layer {
  Samples x;
  const float *kernel, *bias;
  float* y;
  int rows, in, units;
  Function function;
  float slope;

  /// Some of the samples.
  Status compute(int begin, int end) const {
    const Status status = multiply({Transposed::kNo, Transposed::kNo, end - begin, units, in,
                                    strided_at(x, in, begin, 0), in, kernel, units,
                                    y + at(begin, units), units, 1, false, listed_at(x, begin)});
    if (status == kOk) finish(begin, end);
    return status;
  }

  void finish(int begin, int end) const {
    isa().finish(y + at(begin, units), bias, end - begin, units, function, slope);
  }
};

Status divided_by_samples(const Layer& l, const Division& division) {
  return pool::try_parallel(division.parts(), [=](int part) {
    return l.compute(division.begin(part), division.begin(part + 1));
  });
}

/// Every part of the inputs contributes to all values.
Status divided_by_inputs(const Layer& l, const Division& division) {
  const Pieces pieces = Pieces::of_rows(l.rows, l.units);
  const Contributions sums(l.y, pieces, division.parts());
  if (!sums.has_memory()) return kNoMemory;
  const Status status = pool::try_parallel(division.parts(), [=](int part) {
    const int first = division.begin(part);
    Product product{Transposed::kNo,
                    Transposed::kNo,
                    l.rows,
                    l.units,
                    division.size(part),
                    strided_at(l.x, l.in, 0, first),
                    l.in,
                    l.kernel + at(first, l.units),
                    l.units,
                    sums.of(part),
                    l.units,
                    1,
                    false,
                    listed_at(l.x, 0),
                    first};
    product.b_is_shared = true;
    const Status done = multiply(product);
    sums.finish(part);
    return done;
  });
  if (status != kOk) return status;
  pool::parallel(pieces.number, [=](int piece) {
    sums.add_up(piece);
    l.finish(static_cast<int>(pieces.row(piece)), static_cast<int>(pieces.row(piece + 1)));
  });
  return kOk;
}

/// One sample stays with the weights too, so that each thread finds its own in its cache. With
/// the units divided, 512 x 512 took twice as long in training, as they are updated by inputs.
Status one_row(const float* x, const float* kernel, float* y, int in, int units) {
  const Division inputs(in, 1, in, units);
  const Contributions sums(y, units, inputs.parts());
  return sums.sum([=](int part, float* to) {
    const int first = inputs.begin(part);
    isa().row_product(x + first, kernel + at(first, units), to, inputs.size(part), units, units);
    return kOk;
  });
}

/// Calls task(first, inputs) for the inputs of each thread, with one sample.
template <class Task>
void in_inputs(int in, int units, const Task& task) {
  const Division inputs(in, 1, in, units);
  pool::parallel(inputs.parts(), [=](int part) { task(inputs.begin(part), inputs.size(part)); });
}

/// Calls task(first, samples) for the samples of each thread, with one unit, whose products take as
/// long as the memory of 128 KB: some microseconds.
template <class Task>
void in_samples(int rows, int in, const Task& task) {
  constexpr int64_t kLeast = 32 * 1024;
  pool::in_pieces(rows, 1, in, kLeast, [=](int64_t begin, int64_t end) {
    task(static_cast<int>(begin), static_cast<int>(end - begin));
  });
}

/// The gradient of a layer's inputs.
struct InputGradient {
  const float *dy, *kernel;
  float* dx;
  int rows, in, units;

  /// Of some of the samples.
  Status of_samples(int first, int some) const {
    return multiply({Transposed::kNo, Transposed::kYes, some, in, units, dy + at(first, units),
                     units, kernel, units, dx + at(first, in), in});
  }

  /// Of some of the inputs, with the gradient of the sums where this thread reads it.
  Status of_inputs(const float* of_sums, int first, int some, float* to, int64_t stride) const {
    return multiply({Transposed::kNo, Transposed::kYes, rows, some, units, of_sums, units,
                     kernel + at(first, units), units, to, stride});
  }

  /// The same for another thread, which reads them next and is far from this one.
  Status pass_inputs(const float* of_sums, int first, int some) const {
    thread_local Scratch scratch;
    auto* own = scratch.of<float>(at(rows, some));
    if (own == nullptr) return of_inputs(of_sums, first, some, dx + first, in);
    const Status status = of_inputs(of_sums, first, some, own, some);
    if (status == kOk) exchange::pass_rows(own, dx + first, in, rows, some);
    return status;
  }
};

/// The operands of a step of a kernel.
struct KernelStep {
  Samples x;
  const float* dy;
  float *dkernel, *kernel;
  int rows, in, units;
  float rate;

  /// Of the rows of some inputs, with the gradient of the sums where this thread reads it.
  Status take(const float* of_sums, int begin, int end) const {
    Product product{Transposed::kYes,
                    Transposed::kNo,
                    end - begin,
                    units,
                    rows,
                    strided_at(x, in, 0, begin),
                    in,
                    of_sums,
                    units,
                    kernel + at(begin, units),
                    units,
                    -rate,
                    true,
                    listed_at(x, 0),
                    begin};
    if (is_written_once(product)) return multiply(product);
    product.c = dkernel + at(begin, units);
    product.scale = 1;
    product.add = false;
    const Status status = multiply(product);
    if (status == kOk) descend(begin, end);
    return status;
  }

  /// The same with their gradients.
  void descend(int64_t begin, int64_t end) const {
    isa().blend(dkernel + begin * units, -rate, kernel + begin * units, 1, (end - begin) * units);
  }
};

}  // namespace

Status dense(Samples x, const float* kernel, const float* bias, float* y, int rows, int in,
             int units, Function function, float slope) {
  if (rows == 1 || units == 1) {
    const float* strided = in_one_piece(x, rows, in);
    if (strided == nullptr) return kNoMemory;
    if (rows == 1) {
      const Status status = one_row(strided, kernel, y, in, units);
      if (status != kOk) return status;
    } else {
      in_samples(rows, in, [=](int first, int some) {
        isa().column_product(strided + at(first, in), kernel, y + first, some, in);
      });
    }
    isa().finish(y, bias, rows, units, function, slope);
    return kOk;
  }
  const Layer layer{x, kernel, bias, y, rows, in, units, function, slope};
  const Division inputs(in, rows, in, units);
  if (weights_stay(x, rows, in, units) && inputs.parts() > 1 && inputs.may_sum(at(rows, units))) {
    return divided_by_inputs(layer, inputs);
  }
  return divided_by_samples(layer, Division(rows, rows, in, units));
}

Status dense_input_gradient(const float* dy, const float* kernel, float* dx, int rows, int in,
                            int units) {
  if (rows == 1 || units == 1) {
    if (rows == 1) {
      in_inputs(in, units, [=](int first, int some) {
        isa().column_product(kernel + at(first, units), dy, dx + first, some, units);
      });
    } else {
      in_samples(rows, in, [=](int first, int some) {
        isa().outer_product(dy + first, kernel, dx + at(first, in), some, in);
      });
    }
    return kOk;
  }
  const InputGradient gradient{dy, kernel, dx, rows, in, units};
  if (!weights_stay(rows, in, units)) {
    const Division samples(rows, rows, in, units);
    return pool::try_parallel(samples.parts(), [=](int part) {
      return gradient.of_samples(samples.begin(part), samples.size(part));
    });
  }
  const Division inputs(in, rows, in, units);
  const exchange::Shared all(dy, at(rows, units), inputs.parts());
  const bool passes = exchange::pays(at(rows, in)) && exchange::has_whole_lines(dx, in);
  return pool::try_parallel(inputs.parts(), [=](int part) {
    const int first = inputs.begin(part);
    const int some = inputs.size(part);
    // The caller goes on with all of them.
    return part > 0 && passes ? gradient.pass_inputs(all.of(part), first, some)
                              : gradient.of_inputs(all.of(part), first, some, dx + first, in);
  });
}

Status dense_kernel_gradient(Samples x, const float* dy, float* dkernel, int rows, int in,
                             int units) {
  if (rows == 1 || units == 1) {
    const float* strided = in_one_piece(x, rows, in);
    if (strided == nullptr) return kNoMemory;
    if (rows == 1) {
      Division(in, 1, in, units).note(dkernel, units);
      in_inputs(in, units, [=](int first, int some) {
        isa().outer_product(strided + first, dy, dkernel + at(first, units), some, units);
      });
    } else {
      isa().row_product(dy, strided, dkernel, rows, in, in);
    }
    return kOk;
  }
  const Division samples(rows, rows, in, units);
  if (weights_stay(x, rows, in, units) || !samples.may_sum(at(in, units))) {
    const Division inputs(in, rows, in, units);
    inputs.note(dkernel, units);
    const exchange::Shared all(dy, at(rows, units), inputs.parts());
    return pool::try_parallel(inputs.parts(), [=](int part) {
      const int first = inputs.begin(part);
      return multiply({Transposed::kYes, Transposed::kNo, inputs.size(part), units, rows,
                       strided_at(x, in, 0, first), in, all.of(part), units,
                       dkernel + at(first, units), units, 1, false, listed_at(x, 0), first});
    });
  }
  const Contributions sums(dkernel, at(in, units), samples.parts());
  return sums.sum_gradient([=](int part, float* to) {
    const int first = samples.begin(part);
    return multiply({Transposed::kYes, Transposed::kNo, in, units, samples.size(part),
                     strided_at(x, in, first, 0), in, dy + at(first, units), units, to, units, 1,
                     false, listed_at(x, first)});
  });
}

Status dense_kernel_step(Samples x, const float* dy, float* dkernel, float* kernel, int rows,
                         int in, int units, float rate) {
  const KernelStep step{x, dy, dkernel, kernel, rows, in, units, rate};
  if (units > 1 && weights_stay(x, rows, in, units)) {
    const Division inputs(in, rows, in, units);
    const exchange::Shared all(dy, at(rows, units), inputs.parts());
    return pool::try_parallel(inputs.parts(), [=](int part) {
      return step.take(all.of(part), inputs.begin(part), inputs.begin(part + 1));
    });
  }
  const Status status = dense_kernel_gradient(x, dy, dkernel, rows, in, units);
  if (status != kOk) return status;
  pool::in_pieces(in, 16, units, kLeastSums,
                  [=](int64_t begin, int64_t end) { step.descend(begin, end); });
  return kOk;
}

}  // namespace annotron
