// Softmax over rows, forward beside backward. Sums are in double. Rows are mostly short: as many as
// a vector has lanes are then turned, so that a lane is a row.

namespace annotron {
namespace ANNOTRON_ISA {

/// Calls f with vectors of x; where the last is a part, the other lanes are filled.
template <class F>
ANNOTRON_INLINE void each_vector(const float* x, int count, float fill, F f) {
  int i = 0;
  for (; i + kLanes <= count; i += kLanes) f(load(x + i));
  if (i < count) f(load_part(x + i, count - i, fill));
}

static float max_of(const float* x, int count) {
  Floats lanes = all(-INFINITY);
  each_vector(x, count, -INFINITY, [&](Floats v) { lanes = v > lanes ? v : lanes; });
  return max_of_lanes(lanes);
}

static double sum_of(const float* x, int count) {
  Doubles sum{};
  each_vector(x, count, 0, [&](Floats v) { sum += widen(v); });
  return sum_of_lanes(sum);
}

static double exp_sum(const float* x, int count, float max) {
  Doubles sum{};
  each_vector(x, count, -INFINITY, [&](Floats v) { sum += widen(exp(v - max)); });
  return sum_of_lanes(sum);
}

/// Up to kLanes rows of up to kBlocks vectors: a vector for each column.
template <int kBlocks>
class ShortRows {
 public:
  ShortRows(const float* x, int rows, int columns) : rows_(rows), columns_(columns) {
    for (int block = 0; block < kBlocks; block++) {
      Floats(&some)[kLanes] = column_[block];
      const Part part = part_of(block);
      for (int i = 0; i < kLanes; i++) {
        some[i] = i < rows ? load(x + i * columns + block * kLanes, part, Floats{}) : Floats{};
      }
      transpose_vectors(some);
    }
  }

  Floats max() {
    Floats max = column(0);
    for (int j = 1; j < columns_; j++) max = column(j) > max ? column(j) : max;
    return max;
  }

  /// Makes every value exp(value - max) and returns their sums.
  Doubles raise(Floats max) {
    Doubles sum{};
    for (int j = 0; j < columns_; j++) {
      column(j) = exp(column(j) - max);
      sum += widen(column(j));
    }
    return sum;
  }

  void scale(Floats by) {
    for (int j = 0; j < columns_; j++) column(j) *= by;
  }

  /// Puts the rows; nothing can be asked for any more.
  void put(float* y) {
    for (int block = 0; block < kBlocks; block++) {
      transpose_vectors(column_[block]);
      const Part part = part_of(block);
      for (int i = 0; i < rows_; i++) {
        store(y + i * columns_ + block * kLanes, column_[block][i], part);
      }
    }
  }

 private:
  /// Only the last block may be a part.
  Part part_of(int block) const {
    return Part(block < kBlocks - 1 ? kLanes : columns_ - block * kLanes);
  }
  ANNOTRON_MEMBER Floats& column(int j) {
    return kBlocks == 1 ? column_[0][j] : column_[j / kLanes][j % kLanes];
  }

  int rows_, columns_;
  Floats column_[kBlocks][kLanes];
};

/// The columns of rows that are turned.
constexpr int kMostShort = std::max(kLanes, 16);

/// Whether to turn rows pays: one of 16 columns alone took 0.08 µs, and 0.29 µs in this way.
ANNOTRON_INLINE bool are_turned(int rows, int columns) {
  return columns <= kMostShort && rows >= (columns <= kLanes ? kLanes / 4 : kLanes);
}

/// Calls task(first, rows, block) for as many rows as a vector has lanes, and the rest.
template <int kBlocks = 1, class Task>
ANNOTRON_INLINE void in_short_rows(const float* x, int rows, int columns, const Task& task) {
  if constexpr (kBlocks * kLanes < kMostShort) {
    if (columns > kBlocks * kLanes) return in_short_rows<kBlocks + 1>(x, rows, columns, task);
  }
  for (int64_t row = 0; row < rows; row += kLanes) {
    const auto some = static_cast<int>(std::min<int64_t>(rows - row, kLanes));
    task(row, some, ShortRows<kBlocks>(x + row * columns, some, columns));
  }
}

/// log(sum of exp(x)) of every row, for a loss.
static void log_sum_exp(const float* x, double* sums, int rows, int columns) {
  if (are_turned(rows, columns)) {
    in_short_rows(x, rows, columns, [&](int64_t first, int some, auto block) {
      const Floats max = block.max();
      const Doubles sum = block.raise(max);
      for (int i = 0; i < some; i++) sums[first + i] = max[i] + std::log(sum[i]);
    });
    return;
  }
  for (int row = 0; row < rows; row++, x += columns) {
    const float max = max_of(x, columns);
    sums[row] = max + std::log(exp_sum(x, columns, max));
  }
}

/// The largest value of every row; returns the sum over all rows of log(sum of exp(x - largest)):
/// one logarithm of the product for several rows. Of 128 rows of ten, the loss takes 0.64 of the
/// time.
static double log_sums(const float* x, float* largest, int rows, int columns) {
  constexpr int kAtATime = 32;  // each has a sum below 2^31, and 2^992 is finite
  double total = 0;
  for (int begin = 0; begin < rows; begin += kAtATime) {
    const int some = std::min(kAtATime, rows - begin);
    double product = 1;
    if (are_turned(some, columns)) {
      in_short_rows(x, some, columns, [&](int64_t first, int count, auto block) {
        const Floats max = block.max();
        const Doubles sum = block.raise(max);
        for (int i = 0; i < count; i++) {
          largest[begin + first + i] = max[i];
          product *= sum[i];
        }
      });
      x += static_cast<int64_t>(some) * columns;
    } else {
      for (int row = begin; row < begin + some; row++, x += columns) {
        largest[row] = max_of(x, columns);
        product *= exp_sum(x, columns, largest[row]);
      }
    }
    total += std::log(product);
  }
  return total;
}

static void softmax(const float* x, float* y, int rows, int columns) {
  if (are_turned(rows, columns)) {
    in_short_rows(x, rows, columns, [&](int64_t first, int, auto block) {
      block.scale(__builtin_convertvector(1 / block.raise(block.max()), Floats));
      block.put(y + first * columns);
    });
    return;
  }
  for (int row = 0; row < rows; row++, x += columns, y += columns) {
    const float max = max_of(x, columns);
    map(x, y, columns, [=](Floats v) { return exp(v - max); });
    const auto scale = static_cast<float>(1 / sum_of(y, columns));
    map(y, y, columns, [=](Floats v) { return v * scale; });
  }
}

static void softmax_gradient(const float* y, const float* dy, float* dx, int rows, int columns) {
  for (int row = 0; row < rows; row++, y += columns, dy += columns, dx += columns) {
    Doubles sum{};
    int i = 0;
    for (; i + kLanes <= columns; i += kLanes) sum += widen(load(y + i)) * widen(load(dy + i));
    double whole = sum_of_lanes(sum);
    for (; i < columns; i++) whole += static_cast<double>(y[i]) * dy[i];
    const float mean = static_cast<float>(whole);
    for (int j = 0; j < columns; j++) dx[j] = y[j] * (dy[j] - mean);
  }
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
