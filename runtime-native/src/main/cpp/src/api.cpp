// What Java calls. Every function here has the same parameters, used or not: operands a to d, of
// which d is the result; four whole numbers; four real ones. A virtual machine spends about ten
// milliseconds on each further signature when it starts.
#include <cstdint>
#include <cstdio>
#include <cstring>

#include "blas.h"
#include "contributions.h"
#include "dense.h"
#include "export.h"
#include "isa.h"
#include "loss.h"
#include "pool.h"
#include "status.h"

using annotron::Function;
using annotron::isa;
using annotron::kOk;
using annotron::Loss;

namespace {

bool is_function(int number) { return number >= 0 && number < static_cast<int>(Function::kCount); }

/// The least work of a part, in values read: some microseconds, of simple sums or of functions.
constexpr int64_t kLeastValues = 64 * 1024;
constexpr int64_t kLeastFunctions = 16 * 1024;
/// Of sums over samples, which other threads may have made: to fetch them takes longer than to add
/// them up. On two threads, 512 x 64 take 0.45 of the time.
constexpr int64_t kLeastSummed = 16 * 1024;
constexpr int64_t kLeastSoftmax = 4 * 1024;  // 2 ns each

/// Calls task(begin, end) for pieces of a matrix, in rows.
template <class Task>
void in_rows(int rows, int columns, int64_t least, const Task& task) {
  annotron::pool::in_pieces(rows, 1, columns, least, task);
}

/// The same of values, by whole cache lines.
template <class Task>
void in_values(int count, int64_t least, const Task& task) {
  annotron::pool::in_pieces(count, 16, 1, least, task);
}

bool is_loss(int number) { return number >= 0 && number < static_cast<int>(Loss::kCount); }

}  // namespace

/// Says how many threads a kernel may use, before the first kernel; and for tests, whether they are
/// near each other, as pool::Distance counts.
ANNOTRON_EXPORT int annotron_set_threads(const void*, const void*, void*, void*, int threads,
                                         int distance, int, int, float, float, float, float) {
  using annotron::pool::Distance;
  if (distance < 0 || distance >= static_cast<int>(Distance::kCount)) {
    return annotron::kNoSuchFunction;
  }
  annotron::pool::set_threads(threads);
  annotron::pool::set_distance(static_cast<Distance>(distance));
  return kOk;
}

/// Chooses the instruction set: 0 the best, and for tests 1 baseline, 2 avx2, 3 avx512. If it is
/// kNeedsBlas, annotron_open_blas must be called before the first kernel.
ANNOTRON_EXPORT int annotron_select(const void*, const void*, void*, void*, int choice, int, int,
                                    int, float, float, float, float) {
  const bool known = choice >= 0 && choice < static_cast<int>(annotron::IsaChoice::kCount);
  const bool done = known && annotron::select_isa(static_cast<annotron::IsaChoice>(choice));
  return !done ? annotron::kNoSuchIsa : isa().has_tiles ? kOk : annotron::kNeedsBlas;
}

/// Opens OpenBLAS; kNoBlas if that cannot be done, also when it is called again.
ANNOTRON_EXPORT int annotron_open_blas(const void*, const void*, void*, void*, int, int, int, int,
                                       float, float, float, float) {
  return annotron::blas::open();
}

/// Writes "avx2", or "OpenBLAS 0.3.31 for Zen, baseline" where products need it, or why it could
/// not be opened, as a C string.
ANNOTRON_EXPORT int annotron_describe(const void*, const void*, void*, char* text, int capacity,
                                      int, int, int, float, float, float, float) {
  const auto size = static_cast<size_t>(capacity);
  if (isa().has_tiles) {
    std::snprintf(text, size, "%s", isa().name);
  } else if (annotron::blas::open() == kOk) {
    std::snprintf(text, size, "%s, %s", annotron::blas::description(), isa().name);
  } else {
    std::snprintf(text, size, "%s", annotron::blas::description());
  }
  return kOk;
}

ANNOTRON_EXPORT int annotron_dense(const float* x, const float* kernel, const float* bias, float* y,
                                   int rows, int in, int units, int function, float slope, float,
                                   float, float) {
  if (!is_function(function)) return annotron::kNoSuchFunction;
  return annotron::dense({x}, kernel, bias, y, rows, in, units, static_cast<Function>(function),
                         slope);
}

/// The same of rows of x that lie wherever a list says.
ANNOTRON_EXPORT int annotron_dense_rows(const float* const* x, const float* kernel,
                                        const float* bias, float* y, int rows, int in, int units,
                                        int function, float slope, float, float, float) {
  if (!is_function(function)) return annotron::kNoSuchFunction;
  return annotron::dense({nullptr, x}, kernel, bias, y, rows, in, units,
                         static_cast<Function>(function), slope);
}

ANNOTRON_EXPORT int annotron_dense_input_gradient(const float* dy, const float* kernel, void*,
                                                  float* dx, int rows, int in, int units, int,
                                                  float, float, float, float) {
  return annotron::dense_input_gradient(dy, kernel, dx, rows, in, units);
}

ANNOTRON_EXPORT int annotron_dense_kernel_gradient(const float* x, const float* dy, void*,
                                                   float* dkernel, int rows, int in, int units, int,
                                                   float, float, float, float) {
  return annotron::dense_kernel_gradient({x}, dy, dkernel, rows, in, units);
}

/// The same of rows of x that lie wherever a list says.
ANNOTRON_EXPORT int annotron_dense_rows_kernel_gradient(const float* const* x, const float* dy,
                                                        void*, float* dkernel, int rows, int in,
                                                        int units, int, float, float, float,
                                                        float) {
  return annotron::dense_kernel_gradient({nullptr, x}, dy, dkernel, rows, in, units);
}

ANNOTRON_EXPORT int annotron_dense_kernel_step(const float* x, const float* dy, float* dkernel,
                                               float* kernel, int rows, int in, int units, int,
                                               float rate, float, float, float) {
  return annotron::dense_kernel_step({x}, dy, dkernel, kernel, rows, in, units, rate);
}

/// The same of rows of x that lie wherever a list says.
ANNOTRON_EXPORT int annotron_dense_rows_kernel_step(const float* const* x, const float* dy,
                                                    float* dkernel, float* kernel, int rows, int in,
                                                    int units, int, float rate, float, float,
                                                    float) {
  return annotron::dense_kernel_step({nullptr, x}, dy, dkernel, kernel, rows, in, units, rate);
}

ANNOTRON_EXPORT int annotron_sum_rows(const float* x, const void*, void*, float* sum, int rows,
                                      int columns, int, int, float, float, float, float) {
  const int parts =
      annotron::pool::parts_for(static_cast<int64_t>(rows) * columns, kLeastSummed, rows);
  const annotron::Contributions sums(sum, columns, parts);
  return sums.sum([=](int part, float* to) {
    const int64_t begin = annotron::pool::part_begin(rows, 1, parts, part);
    const int64_t end = annotron::pool::part_begin(rows, 1, parts, part + 1);
    isa().sum_rows(x + begin * columns, to, static_cast<int>(end - begin), columns);
    return kOk;
  });
}

ANNOTRON_EXPORT int annotron_add_bias(const float* x, const float* bias, void*, float* y, int rows,
                                      int columns, int, int, float, float, float, float) {
  in_rows(rows, columns, kLeastValues, [=](int64_t begin, int64_t end) {
    isa().add_bias(x + begin * columns, bias, y + begin * columns, static_cast<int>(end - begin),
                   columns);
  });
  return kOk;
}

ANNOTRON_EXPORT int annotron_activation(const float* x, const void*, void*, float* y, int count,
                                        int function, int, int, float slope, float, float, float) {
  if (!is_function(function)) return annotron::kNoSuchFunction;
  in_values(count, kLeastFunctions, [=](int64_t begin, int64_t end) {
    isa().activation(static_cast<Function>(function), slope, x + begin, y + begin, end - begin);
  });
  return kOk;
}

ANNOTRON_EXPORT int annotron_activation_gradient(const float* value, const float* dy, void*,
                                                 float* dx, int count, int function, int, int,
                                                 float slope, float, float, float) {
  if (!is_function(function)) return annotron::kNoSuchFunction;
  in_values(count, kLeastFunctions, [=](int64_t begin, int64_t end) {
    isa().activation_gradient(static_cast<Function>(function), slope, value + begin, dy + begin,
                              dx + begin, end - begin);
  });
  return kOk;
}

ANNOTRON_EXPORT int annotron_softmax(const float* x, const void*, void*, float* y, int rows,
                                     int columns, int, int, float, float, float, float) {
  in_rows(rows, columns, kLeastSoftmax, [=](int64_t begin, int64_t end) {
    isa().softmax(x + begin * columns, y + begin * columns, static_cast<int>(end - begin), columns);
  });
  return kOk;
}

ANNOTRON_EXPORT int annotron_softmax_gradient(const float* y, const float* dy, void*, float* dx,
                                              int rows, int columns, int, int, float, float, float,
                                              float) {
  in_rows(rows, columns, kLeastFunctions, [=](int64_t begin, int64_t end) {
    const int64_t at = begin * columns;
    isa().softmax_gradient(y + at, dy + at, dx + at, static_cast<int>(end - begin), columns);
  });
  return kOk;
}

ANNOTRON_EXPORT int annotron_add(const float* a, const float* b, void*, float* y, int count, int,
                                 int, int, float, float, float, float) {
  in_values(count, kLeastValues, [=](int64_t begin, int64_t end) {
    isa().add(a + begin, b + begin, y + begin, end - begin);
  });
  return kOk;
}

ANNOTRON_EXPORT int annotron_copy_rows(const float* x, const void*, void*, float* y, int rows,
                                       int width, int x_stride, int y_stride, float, float, float,
                                       float) {
  const size_t bytes = static_cast<size_t>(width) * sizeof(float);
  for (int row = 0; row < rows; row++, x += x_stride, y += y_stride) std::memcpy(y, x, bytes);
  return kOk;
}

ANNOTRON_EXPORT int annotron_loss(const float* prediction, const float* target, void*,
                                  double* value, int rows, int columns, int loss, int, float,
                                  float shape, float balance, float) {
  if (!is_loss(loss)) return annotron::kNoSuchFunction;
  return annotron::loss(static_cast<Loss>(loss), {shape, balance}, prediction, target, value, rows,
                        columns);
}

ANNOTRON_EXPORT int annotron_loss_gradient(const float* prediction, const float* target, void*,
                                           float* dx, int rows, int columns, int loss, int,
                                           float weight, float shape, float balance, float) {
  if (!is_loss(loss)) return annotron::kNoSuchFunction;
  return annotron::loss_gradient(static_cast<Loss>(loss), {shape, balance}, weight, prediction,
                                 target, dx, rows, columns);
}
