// The last columns of a product, where they fill a quarter of a vector at most: a tile would spend
// a whole vector on them. Sums along the depth take vectors of the depth instead, or of rows where
// those lie side by side.

namespace annotron {
namespace ANNOTRON_ISA {

constexpr int kMostTail = kLanes / 4;

/// Columns of b from the first on: the value at (k, column) lies k * step + column * side further.
struct Tail {
  const float* first;
  int64_t step, side;
  int columns;
};

/// What becomes of the sums.
struct TailSums {
  float* c;
  int64_t stride;
  float scale;
  bool add;

  void put(int row, int column, float sum) const {
    float& to = c[row * stride + column];
    to = std::fma(scale, sum, add ? to : 0.0f);
  }
};

/// The last columns, two at most, as tiles of rows that lie side by side take them along: of each
/// step two values, of which the second one may be 0.
struct Pairs {
  const float* first = nullptr;
  int columns = 0;
};

/// The sums of such a tile, two for each row, in one vector. On Zen 4, gradients of 128 x 784 x 50
/// take 0.97 and of 1024 x 784 x 50 0.96 of the time that they take with tiles of the last columns
/// alone, which read all steps of the depth once more. Of products whose rows lie in one piece, to
/// do the same gains nothing: a tile has no registers left for sums along the depth.
template <int kHeight>
class PairSums {
 public:
  static_assert(2 * kHeight <= kLanes, "a vector holds all sums");

  ANNOTRON_MEMBER PairSums() : sum_{}, twice_(lane_numbers() / 2), rows_(kHeight) {}

  ANNOTRON_MEMBER void add(const float* step, const float* pair) {
    sum_ += permute(load(step, rows_, Floats{}), twice_) * pairs_of(pair);
  }

  ANNOTRON_MEMBER void put(int columns, const TailSums& to) const {
    float sums[kLanes];
    store(sums, sum_);
    const auto put_rows = [&](auto count) {
      for (int i = 0; i < kHeight; i++) {
        for (int j = 0; j < decltype(count)::value; j++) to.put(i, j, sums[2 * i + j]);
      }
    };
    if (columns == 2) return put_rows(std::integral_constant<int, 2>{});
    put_rows(std::integral_constant<int, 1>{});
  }

 private:
  Floats sum_;
  const Ints twice_;
  const Part rows_;
};

/// As many rows as there are lanes for the sums of, and few enough for a tile.
constexpr int tail_height(int columns) {
  return std::min(8, kLanes / (columns == 1 ? 1 : columns == 2 ? 2 : 4));
}

template <int kHeight, int kColumns, class Place>
ANNOTRON_INLINE void add_along(const Place& at, const float* const (&from)[kHeight], const float* b,
                               int64_t b_row, Floats (&sum)[kLanes]) {
  Floats column[kColumns];
#pragma GCC unroll 4
  for (int j = 0; j < kColumns; j++) column[j] = at(b + j * b_row);
#pragma GCC unroll 8
  for (int i = 0; i < kHeight; i++) {
    const Floats row = kept(at(from[i]));
#pragma GCC unroll 4
    for (int j = 0; j < kColumns; j++) sum[i * kColumns + j] += row * column[j];
  }
}

/// Rows whose depth lies in one piece, like that of the columns. Where there are less, the last one
/// is multiplied again.
template <int kHeight, int kColumns>
ANNOTRON_INLINE void rows_along(const Rows& rows, const Tail& b, int depth, int first, int height,
                                const TailSums& to) {
  Floats sum[kLanes] = {};
  const float* from[kHeight];
#pragma GCC unroll 8
  for (int i = 0; i < kHeight; i++) from[i] = rows.at(first + std::min(i, height - 1));
  int k = 0;
  for (; k + kLanes <= depth; k += kLanes) {
    add_along<kHeight, kColumns>(Whole{k}, from, b.first, b.side, sum);
  }
  if (k < depth) {
    add_along<kHeight, kColumns>(Rest{k, Part(depth - k)}, from, b.first, b.side, sum);
  }
  float sums[kLanes];
  store(sums, sums_of_lanes(sum));
  for (int i = 0; i < height; i++) {
    for (int j = 0; j < kColumns; j++) to.put(first + i, j, sums[i * kColumns + j]);
  }
}

/// Rows that lie side by side at each step of the depth; put in the order that is asked for.
template <int kVectors, int kColumns, class Lines, class Load>
ANNOTRON_INLINE void rows_across(const Lines& steps, const Tail& b, int depth, int first, int rows,
                                 bool is_up, const Load& load_rows, const TailSums& to) {
  Floats sum[kVectors][kColumns] = {};
  const float* value = b.first;
  for (int k = 0; k < depth; k++, value += b.step) {
    const float* a = steps.at(k) + first;
#pragma GCC unroll 4
    for (int v = 0; v < kVectors; v++) {
      const Floats some = load_rows(a + v * kLanes);
#pragma GCC unroll 4
      for (int j = 0; j < kColumns; j++) sum[v][j] += some * value[j * b.side];
    }
  }
#pragma GCC unroll 4
  for (int j = 0; j < kColumns; j++) {
    float sums[kVectors * kLanes];
#pragma GCC unroll 4
    for (int v = 0; v < kVectors; v++) store(sums + v * kLanes, sum[v][j]);
    if (is_up) {
      for (int i = 0; i < rows; i++) to.put(first + i, j, sums[i]);
    } else {
      for (int i = rows - 1; i >= 0; i--) to.put(first + i, j, sums[i]);
    }
  }
}

template <int kColumns>
static void tail_along(const Rows& all, const Tail& b, int depth, int rows, const TailSums& to) {
  constexpr int kHeight = tail_height(kColumns);
  for (int i = 0; i < rows; i += kHeight) {
    rows_along<kHeight, kColumns>(all, b, depth, i, std::min(kHeight, rows - i), to);
  }
}

/// From both ends to the middle, as other threads write the rows before and behind: see
/// in_halves().
template <int kColumns, class Lines>
static void tail_across(const Lines& steps, const Tail& b, int depth, int rows,
                        const TailSums& to) {
  constexpr int kVectors = 4;
  constexpr int kRows = kVectors * kLanes;
  const auto whole = [](const float* from) { return load(from); };
  const auto block = [&](int first, bool is_up) {
    rows_across<kVectors, kColumns>(steps, b, depth, first, kRows, is_up, whole, to);
  };
  const int blocks = rows / kRows;
  for (int i = 0; i < (blocks + 1) / 2; i++) block(i * kRows, true);
  int end = rows;
  if (const int some = rows % kLanes; some > 0) {
    const Part part(some);
    const auto rest = [&](const float* from) { return load(from, part, Floats{}); };
    end -= some;
    rows_across<1, kColumns>(steps, b, depth, end, some, false, rest, to);
  }
  for (; end > blocks * kRows; end -= kLanes) {
    rows_across<1, kColumns>(steps, b, depth, end - kLanes, kLanes, false, whole, to);
  }
  for (int i = blocks - 1; i >= (blocks + 1) / 2; i--) block(i * kRows, false);
}

/// Calls with the constant number of columns.
template <class F>
ANNOTRON_INLINE void with_columns(int columns, const F& f) {
  if (columns == 1) return f(std::integral_constant<int, 1>{});
  if constexpr (kMostTail == 4) {
    if (columns == 3) return f(std::integral_constant<int, 3>{});
    if (columns == 4) return f(std::integral_constant<int, 4>{});
  }
  f(std::integral_constant<int, 2>{});
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
