// Sums, plain loops that the compiler turns into vector code.

namespace annotron {
namespace ANNOTRON_ISA {

static void add(const float* a, const float* b, float* y, int64_t count) {
  map(a, b, y, count, [](Floats left, Floats right) { return left + right; });
}

static void add_bias(const float* x, const float* bias, float* y, int rows, int columns) {
  for (int row = 0; row < rows; row++, x += columns, y += columns) {
    for (int j = 0; j < columns; j++) y[j] = x[j] + bias[j];
  }
}

static void sum_rows(const float* x, float* __restrict sum, int rows, int columns) {
  for (int j = 0; j < columns; j++) sum[j] = 0;
  for (int row = 0; row < rows; row++, x += columns) {
    for (int j = 0; j < columns; j++) sum[j] += x[j];
  }
}

/// The bias and the function after a product, block by block while it is in the nearest cache.
static void finish(float* y, const float* bias, int rows, int units, Function function,
                   float slope) {
  constexpr int kBlock = 2048;
  const int step = units < kBlock ? kBlock / units : 1;
  for (int row = 0; row < rows; row += step) {
    const int some = rows - row < step ? rows - row : step;
    float* block = y + static_cast<int64_t>(row) * units;
    if (bias != nullptr) add_bias(block, bias, block, some, units);
    if (function != Function::kLinear) {
      activation(function, slope, block, block, static_cast<int64_t>(some) * units);
    }
  }
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
