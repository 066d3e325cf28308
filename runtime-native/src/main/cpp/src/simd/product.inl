// Products with one row or one column, where a general product spends more on packing than on
// arithmetic. They run at the speed of the memory that holds the kernel.

namespace annotron {
namespace ANNOTRON_ISA {

/// y[0, kVectors * kLanes) = x[in] . kernel's columns from the given one; kChains sums per column
/// hide the latency of the additions.
template <int kVectors, int kChains>
ANNOTRON_INLINE void row_block(const float* x, const float* kernel, float* y, int in, int units) {
  Floats sum[kChains][kVectors] = {};
  int i = 0;
  for (; i + kChains <= in; i += kChains) {
    for (int c = 0; c < kChains; c++) {
      const float* row = kernel + static_cast<int64_t>(i + c) * units;
      for (int v = 0; v < kVectors; v++) sum[c][v] += x[i + c] * load(row + v * kLanes);
    }
  }
  for (; i < in; i++) {
    const float* row = kernel + static_cast<int64_t>(i) * units;
    for (int v = 0; v < kVectors; v++) sum[0][v] += x[i] * load(row + v * kLanes);
  }
  for (int v = 0; v < kVectors; v++) {
    Floats total = sum[0][v];
    for (int c = 1; c < kChains; c++) total += sum[c][v];
    store(y + v * kLanes, total);
  }
}

/// The same for fewer columns than a vector has.
static void row_rest(const float* x, const float* kernel, float* y, int in, int units, int count) {
  for (int j = 0; j < count; j++) {
    float sum[4] = {};
    int i = 0;
    for (; i + 4 <= in; i += 4) {
      for (int c = 0; c < 4; c++)
        sum[c] += x[i + c] * kernel[static_cast<int64_t>(i + c) * units + j];
    }
    for (; i < in; i++) sum[0] += x[i] * kernel[static_cast<int64_t>(i) * units + j];
    y[j] = (sum[0] + sum[1]) + (sum[2] + sum[3]);
  }
}

static void row_product(const float* x, const float* kernel, float* y, int in, int units) {
  int j = 0;
  for (; j + 8 * kLanes <= units; j += 8 * kLanes) row_block<8, 1>(x, kernel + j, y + j, in, units);
  if (j + 4 * kLanes <= units) {
    row_block<4, 2>(x, kernel + j, y + j, in, units);
    j += 4 * kLanes;
  }
  if (j + 2 * kLanes <= units) {
    row_block<2, 4>(x, kernel + j, y + j, in, units);
    j += 2 * kLanes;
  }
  if (j + kLanes <= units) {
    row_block<1, 4>(x, kernel + j, y + j, in, units);
    j += kLanes;
  }
  if (j == units) return;
  if (units < kLanes) return row_rest(x, kernel, y, in, units, units);
  j = units - kLanes;  // the last vector overlaps the one before
  row_block<1, 4>(x, kernel + j, y + j, in, units);
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

}  // namespace ANNOTRON_ISA
}  // namespace annotron
