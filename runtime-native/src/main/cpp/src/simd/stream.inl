// Products of one row with a kernel whose rows are no whole vectors. Read row by row, nearly every
// vector lies across two lines of the cache, and the last of each row reads columns again that the
// one before has read. So the kernel is read as one stream of vectors, and what is permuted is the
// input: each lane gets that of its own row.

namespace annotron {
namespace ANNOTRON_ISA {

/// Vectors that are whole lines of the cache. With those of AVX2, half a line each, a stream took
/// 0.8 to 1.2 of what rows take, for most shapes, as there are registers for half as many.
constexpr bool kHasStreams = kLanes == 16;

/// Their sums, their rows and an input fit the registers.
constexpr int kStreamVectors = 13;

/// Columns whose sums, of as many rows as a vector has lanes, fit the stack.
constexpr int kStreamUnits = 512;

/// From so many rows on, what the larger and fewer vectors save is more than the 50 to 100 ns that
/// it takes to find their rows and to add up their sums: with AVX-512, 128 x 75 took 1.5 times as
/// long as row by row and 128 x 50 as long, but 192 x 75 and 256 x 50 took 0.8, 784 x 50 took 0.56.
constexpr int kLeastStreamRows = 192;

/// Rows after which one begins at the start of a vector again, and the vectors that they are: at
/// most as many rows as a vector has lanes, so that one vector holds their inputs.
struct Period {
  int rows, vectors;

  explicit Period(int units) {
    const int common = std::min(units & -units, kLanes);
    rows = kLanes / common;
    vectors = units / common;
    while (2 * rows <= kLanes && 2 * vectors <= kStreamVectors) {
      rows *= 2;
      vectors *= 2;
    }
  }
};

/// For each vector of a block, the row of each of its lanes, counted from the row of the first.
static void rows_of_lanes(Ints* rows, int vectors, int column, int units) {
  int begin = column;  // of the vector, behind the start of the row of its first lane
  int row = 0;
  for (int v = 0; v < vectors; v++, begin += kLanes) {
    for (; begin >= units; begin -= units) row++;
    rows[v] = Ints{} + row;
    for (int next = units; next < begin + kLanes; next += units) {
      rows[v] -= lane_numbers() >= next - begin;
    }
  }
}

/// The sums of some vectors of all periods, from vector `first` of each on.
template <int kVectors>
ANNOTRON_INLINE void stream_block(const float* x, const float* kernel, float* sums, int periods,
                                  int units, Period period, int first) {
  const int row = first * kLanes / units;
  Ints rows[kVectors];
  rows_of_lanes(rows, kVectors, first * kLanes - row * units, units);
  const Part inputs(period.rows - row);
  const float* input = x + row;
  const float* weights = kernel + first * kLanes;
  Floats sum[kVectors] = {};
  for (int p = 0; p < periods; p++, input += period.rows, weights += period.vectors * kLanes) {
    const Floats of_rows = load(input, inputs, Floats{});
#pragma GCC unroll 16
    for (int v = 0; v < kVectors; v++) {
      sum[v] += permute(of_rows, rows[v]) * load(weights + v * kLanes);
    }
  }
#pragma GCC unroll 16
  for (int v = 0; v < kVectors; v++) store(sums + (first + v) * kLanes, sum[v]);
}

template <int kVectors>
static void stream_vectors(int vectors, const float* x, const float* kernel, float* sums,
                           int periods, int units, Period period, int first) {
  if constexpr (kVectors > 1) {
    if (vectors < kVectors) {
      return stream_vectors<kVectors - 1>(vectors, x, kernel, sums, periods, units, period, first);
    }
  }
  stream_block<kVectors>(x, kernel, sums, periods, units, period, first);
}

/// Adds to y the product of so many periods.
static void stream_product(const float* x, const float* kernel, float* y, int periods, int units,
                           Period period) {
  float sums[kLanes * kStreamUnits];
  const int blocks = (period.vectors + kStreamVectors - 1) / kStreamVectors;
  for (int b = 0; b < blocks; b++) {
    const int first = period.vectors * b / blocks;
    const int vectors = period.vectors * (b + 1) / blocks - first;
    stream_vectors<kStreamVectors>(vectors, x, kernel, sums, periods, units, period, first);
  }
  in_vectors(0, units, [&](auto place) {
    Floats sum = place(y);
    for (int row = 0; row < period.rows; row++) sum += place(sums + row * units);
    place.put(y, sum);
  });
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
