// Products with one row or one column, where a general product spends more on packing than on
// arithmetic. They run at the speed of the memory that holds the kernel.

namespace annotron {
namespace ANNOTRON_ISA {

/// The sums of kVectors vectors of columns over the rows of the kernel. The last vector ends where
/// the columns end and so may overlap the one before; kChains sums per vector hide the latency of
/// the additions.
template <int kVectors, int kChains>
ANNOTRON_INLINE void row_block(const float* x, const float* kernel, float* y, int in, int units,
                               int columns) {
  const int last = columns - kLanes;
  Floats sum[kChains][kVectors] = {};
  int i = 0;
  for (; i + kChains <= in; i += kChains) {
    for (int c = 0; c < kChains; c++) {
      const float* row = kernel + static_cast<int64_t>(i + c) * units;
      for (int v = 0; v < kVectors - 1; v++) sum[c][v] += x[i + c] * load(row + v * kLanes);
      sum[c][kVectors - 1] += x[i + c] * load(row + last);
    }
  }
  for (; i < in; i++) {
    const float* row = kernel + static_cast<int64_t>(i) * units;
    for (int v = 0; v < kVectors - 1; v++) sum[0][v] += x[i] * load(row + v * kLanes);
    sum[0][kVectors - 1] += x[i] * load(row + last);
  }
  for (int v = 0; v < kVectors; v++) {
    Floats total = sum[0][v];
    for (int c = 1; c < kChains; c++) total += sum[c][v];
    store(y + (v == kVectors - 1 ? last : v * kLanes), total);
  }
}

/// The same for fewer columns than a vector has.
static void row_rest(const float* x, const float* kernel, float* y, int in, int units,
                     int columns) {
  constexpr int kChains = 4;
  const Part part(columns);
  Floats sum[kChains] = {};
  int i = 0;
  for (; i + kChains <= in; i += kChains) {
    for (int c = 0; c < kChains; c++) {
      sum[c] += x[i + c] * load(kernel + static_cast<int64_t>(i + c) * units, part, Floats{});
    }
  }
  for (; i < in; i++) {
    sum[0] += x[i] * load(kernel + static_cast<int64_t>(i) * units, part, Floats{});
  }
  store(y, (sum[0] + sum[1]) + (sum[2] + sum[3]), part);
}

/// At least one vector of columns, and at most eight.
static void row_columns(const float* x, const float* kernel, float* y, int in, int units,
                        int columns) {
  switch ((columns + kLanes - 1) / kLanes) {
    case 1: return row_block<1, 8>(x, kernel, y, in, units, columns);
    case 2: return row_block<2, 4>(x, kernel, y, in, units, columns);
    case 3: return row_block<3, 4>(x, kernel, y, in, units, columns);
    case 4: return row_block<4, 2>(x, kernel, y, in, units, columns);
    case 5: return row_block<5, 2>(x, kernel, y, in, units, columns);
    case 6: return row_block<6, 2>(x, kernel, y, in, units, columns);
    case 7: return row_block<7, 2>(x, kernel, y, in, units, columns);
    default: return row_block<8, 1>(x, kernel, y, in, units, columns);
  }
}

static void row_by_row(const float* x, const float* kernel, float* y, int in, int units, int some) {
  if (some < kLanes) return row_rest(x, kernel, y, in, units, some);
  int j = 0;
  for (; some - j > 8 * kLanes; j += 8 * kLanes) {
    row_columns(x, kernel + j, y + j, in, units, 8 * kLanes);
  }
  // A rest that is less than a vector takes columns of the block before with it.
  const int columns = some - j < kLanes ? kLanes : some - j;
  j = some - columns;
  row_columns(x, kernel + j, y + j, in, units, columns);
}

/// y[some] = x[in] . kernel[in, units], the first columns of it.
static void row_product(const float* x, const float* kernel, float* y, int in, int units,
                        int some) {
  if (kHasStreams && some == units && units <= kStreamUnits && units % kLanes != 0 &&
      in >= kLeastStreamRows) {
    const Period period(units);
    const int periods = in / period.rows;
    const int rows = periods * period.rows;
    row_by_row(x + rows, kernel + static_cast<int64_t>(rows) * units, y, in - rows, units, units);
    return stream_product(x, kernel, y, periods, units, period);
  }
  row_by_row(x, kernel, y, in, units, some);
}

static float dot(const float* a, const float* b, int count) {
  Floats sum[4] = {};
  int i = 0;
  for (; i + 4 * kLanes <= count; i += 4 * kLanes) {
    for (int c = 0; c < 4; c++) sum[c] += load(a + i + c * kLanes) * load(b + i + c * kLanes);
  }
  for (; i + kLanes <= count; i += kLanes) sum[0] += load(a + i) * load(b + i);
  const int rest = count - i;
  if (rest > 0) sum[1] += load_part(a + i, rest, 0) * load_part(b + i, rest, 0);
  const Floats total = (sum[0] + sum[1]) + (sum[2] + sum[3]);
  float result = 0;
  for (int lane = 0; lane < kLanes; lane++) result += total[lane];
  return result;
}

static void column_product(const float* x, const float* kernel, float* y, int rows, int in) {
  for (int row = 0; row < rows; row++) y[row] = dot(x + static_cast<int64_t>(row) * in, kernel, in);
}

/// y[rows, columns] = a[rows] . b[columns]
static void outer_product(const float* a, const float* b, float* __restrict y, int rows,
                          int columns) {
  for (int row = 0; row < rows; row++, y += columns) {
    const float factor = a[row];
    for (int j = 0; j < columns; j++) y[j] = factor * b[j];
  }
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
