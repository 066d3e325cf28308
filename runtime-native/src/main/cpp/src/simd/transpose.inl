// Transposes of matrices, by blocks of as many rows as a vector has lanes.

namespace annotron {
namespace ANNOTRON_ISA {

template <int... kLane>
ANNOTRON_INLINE Floats low_halves(Floats a, Floats b, std::integer_sequence<int, kLane...>) {
  return __builtin_shufflevector(a, b, (kLane / 2 + kLane % 2 * kLanes)...);
}

template <int... kLane>
ANNOTRON_INLINE Floats high_halves(Floats a, Floats b, std::integer_sequence<int, kLane...>) {
  return __builtin_shufflevector(a, b, (kLanes / 2 + kLane / 2 + kLane % 2 * kLanes)...);
}

/// Rows that are dealt into one another as often as halving goes have become columns.
ANNOTRON_INLINE void transpose_vectors(Floats (&rows)[kLanes]) {
  constexpr auto lanes = std::make_integer_sequence<int, kLanes>{};
  Floats dealt[kLanes];
#pragma GCC unroll 4
  for (int round = 1; round < kLanes; round *= 2) {
#pragma GCC unroll 8
    for (int i = 0; i < kLanes / 2; i++) {
      dealt[2 * i] = low_halves(rows[i], rows[i + kLanes / 2], lanes);
      dealt[2 * i + 1] = high_halves(rows[i], rows[i + kLanes / 2], lanes);
    }
#pragma GCC unroll 16
    for (int i = 0; i < kLanes; i++) rows[i] = dealt[i];
  }
}

/// The sum of the lanes of each vector, added up in the order of sum_of_lanes: lane i is that of
/// vector i, as every round deals the vectors into one another.
template <int kCount>
ANNOTRON_INLINE Floats sums_of_lanes(const Floats (&v)[kCount]) {
  constexpr auto lanes = std::make_integer_sequence<int, kLanes>{};
  if constexpr (kCount == 1) {
    return v[0];
  } else {
    constexpr int kHalf = kCount / 2;
    Floats sum[kHalf];
#pragma GCC unroll 8
    for (int i = 0; i < kHalf; i++) {
      sum[i] = low_halves(v[i], v[i + kHalf], lanes) + high_halves(v[i], v[i + kHalf], lanes);
    }
    return sums_of_lanes(sum);
  }
}

ANNOTRON_INLINE void transpose_block(const float* from, int64_t from_stride, float* to,
                                     int64_t to_stride) {
  Floats rows[kLanes];
#pragma GCC unroll 16
  for (int i = 0; i < kLanes; i++) rows[i] = load(from + i * from_stride);
  transpose_vectors(rows);
#pragma GCC unroll 16
  for (int i = 0; i < kLanes; i++) store(to + i * to_stride, rows[i]);
}

static void transpose_rest(const float* from, int64_t from_stride, float* to, int64_t to_stride,
                           int rows, int columns) {
  for (int row = 0; row < rows; row++, from += from_stride) {
    for (int column = 0; column < columns; column++) to[column * to_stride + row] = from[column];
  }
}

/// to[columns, rows] = from[rows, columns]
static void transpose(const float* from, int64_t from_stride, float* to, int64_t to_stride,
                      int rows, int columns) {
  const int whole_columns = columns / kLanes * kLanes;
  int row = 0;
  for (; row + kLanes <= rows; row += kLanes, from += kLanes * from_stride) {
    for (int column = 0; column < whole_columns; column += kLanes) {
      transpose_block(from + column, from_stride, to + column * to_stride + row, to_stride);
    }
    transpose_rest(from + whole_columns, from_stride, to + whole_columns * to_stride + row,
                   to_stride, kLanes, columns - whole_columns);
  }
  transpose_rest(from, from_stride, to + row, to_stride, rows - row, columns);
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
