// Softmax over rows, forward beside backward. Sums are in double. Rows are mostly short, so what
// goes row by row is plain loops; the exponentials are taken of many rows at once.

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
  float max = lanes[0];
  for (int lane = 1; lane < kLanes; lane++) max = lanes[lane] > max ? lanes[lane] : max;
  return max;
}

static double sum_of(const float* x, int count) {
  Doubles sum{};
  each_vector(x, count, 0, [&](Floats v) { sum += widen(v); });
  return sum_of_lanes(sum);
}

/// log(sum of exp(x)), for a loss.
static double log_sum_exp(const float* x, int count) {
  const float max = max_of(x, count);
  Doubles sum{};
  each_vector(x, count, -INFINITY, [&](Floats v) { sum += widen(exp(v - max)); });
  return max + std::log(sum_of_lanes(sum));
}

static void softmax(const float* x, float* y, int rows, int columns) {
  constexpr int kBlock = 2048;
  const int step = columns < kBlock ? kBlock / columns : 1;
  for (int row = 0; row < rows; row += step) {
    const int some = rows - row < step ? rows - row : step;
    for (int i = 0; i < some; i++) {
      const float* from = x + static_cast<int64_t>(row + i) * columns;
      float* to = y + static_cast<int64_t>(row + i) * columns;
      const float max = max_of(from, columns);
      for (int j = 0; j < columns; j++) to[j] = from[j] - max;
    }
    float* block = y + static_cast<int64_t>(row) * columns;
    map(block, block, static_cast<int64_t>(some) * columns, [](Floats v) { return exp(v); });
    for (int i = 0; i < some; i++, block += columns) {
      const float scale = static_cast<float>(1 / sum_of(block, columns));
      for (int j = 0; j < columns; j++) block[j] *= scale;
    }
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
