// What kernels over the columns of a matrix share: vectors that repeat along the rows, and sums
// over the rows. Rows are mostly short, so several are taken as one.

namespace annotron {
namespace ANNOTRON_ISA {

/// Floats that a loop should have at least.
constexpr int kTile = 256;

/// How many floats are taken at once: whole rows, or one row that is long enough.
ANNOTRON_INLINE int tile_width(int columns) {
  return columns >= kTile ? columns : kTile / columns * columns;
}

/// A vector with a value per column, repeated to the width of a tile.
class Repeated {
 public:
  ANNOTRON_INLINE Repeated of(const float* values, int columns) {
    Repeated repeated;
    repeated.values_ = columns >= kTile ? values : nullptr;
    if (columns < kTile) {
      const int width = tile_width(columns);
      for (int i = 0; i < columns; i++) repeated.copies_[i] = values[i];
      for (int i = columns; i < width; i++) repeated.copies_[i] = repeated.copies_[i - columns];
    }
    return repeated;
  }

  __attribute__((always_inline)) const float* data() const {
    return values_ != nullptr ? values_ : copies_;
  }

 private:
  const float* values_;
  alignas(64) float copies_[kTile];
};

/// Calls body(at, count) for one tile after another.
template <class Body>
ANNOTRON_INLINE void each_tile(int64_t count, int columns, Body body) {
  const int64_t width = tile_width(columns);
  for (int64_t at = 0; at < count; at += width) {
    body(at, count - at < width ? count - at : width);
  }
}

/// Adds f over `count` stretches of `width` floats, each behind the other by the stride, to sums.
template <class F>
ANNOTRON_INLINE void add_stretches(const float* a, const float* b, const float* center, float* sums,
                                   int64_t count, int64_t stride, int width, F f) {
  int64_t i = 0;
  for (; i + 2 <= count; i += 2, a += 2 * stride, b += 2 * stride) {
    int j = 0;
    for (; j + kLanes <= width; j += kLanes) {
      const Floats c = load(center + j);
      const Floats two =
          f(load(a + j), load(b + j), c) + f(load(a + stride + j), load(b + stride + j), c);
      store(sums + j, load(sums + j) + two);
    }
    for (; j < width; j++) {
      sums[j] += f(all(a[j]), all(b[j]), all(center[j]))[0] +
                 f(all(a[stride + j]), all(b[stride + j]), all(center[j]))[0];
    }
  }
  for (; i < count; i++, a += stride, b += stride) {
    int j = 0;
    for (; j + kLanes <= width; j += kLanes) {
      store(sums + j, load(sums + j) + f(load(a + j), load(b + j), load(center + j)));
    }
    for (; j < width; j++) sums[j] += f(all(a[j]), all(b[j]), all(center[j]))[0];
  }
}

/// Adds the sums of `width` neighbouring columns over all stretches to totals: short sums are in
/// float, and the sums of these in double.
template <class F>
ANNOTRON_INLINE void sum_stretches(const float* a, const float* b, const float* center,
                                   double* totals, int64_t count, int64_t stride, int width, F f) {
  constexpr int64_t kShort = 64;
  for (int64_t begin = 0; begin < count; begin += kShort) {
    const int64_t some = count - begin < kShort ? count - begin : kShort;
    float sums[kTile] = {};
    add_stretches(a + begin * stride, b + begin * stride, center, sums, some, stride, width, f);
    for (int j = 0; j < width; j++) totals[j] += sums[j];
  }
}

/// Calls finish(column, sum) with each column's sum of f(a, b, center) over all rows of the
/// matrices a and b; the center has a value per column.
template <class F, class Finish>
ANNOTRON_INLINE void sum_columns(const float* a, const float* b, const float* center, int64_t rows,
                                 int columns, F f, Finish finish) {
  if (columns >= kTile) {
    for (int j = 0; j < columns; j += kTile) {
      const int width = columns - j < kTile ? columns - j : kTile;
      double totals[kTile] = {};
      sum_stretches(a + j, b + j, center + j, totals, rows, columns, width, f);
      for (int k = 0; k < width; k++) finish(j + k, totals[k]);
    }
    return;
  }
  const Repeated centers = Repeated::of(center, columns);
  const int width = tile_width(columns);
  const int64_t count = rows * columns;
  const int64_t whole = count / width;
  double totals[kTile] = {};
  sum_stretches(a, b, centers.data(), totals, whole, width, width, f);
  const int64_t at = whole * width;
  sum_stretches(a + at, b + at, centers.data(), totals, 1, 0, static_cast<int>(count - at), f);
  for (int j = 0; j < columns; j++) {
    double sum = 0;
    for (int k = j; k < width; k += columns) sum += totals[k];
    finish(j, sum);
  }
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
