// Softmax over rows, forward beside backward. Sums are in double. Rows are mostly short, so what
// goes row by row is plain loops; the exponentials are taken of many rows at once.

namespace annotron {
namespace ANNOTRON_ISA {

static float max_of(const float* x, int count) {
  float max = -INFINITY;
  int i = 0;
  if (count >= kLanes) {
    Floats lanes = load(x);
    for (i = kLanes; i + kLanes <= count; i += kLanes) {
      const Floats v = load(x + i);
      lanes = v > lanes ? v : lanes;
    }
    for (int lane = 0; lane < kLanes; lane++) max = lanes[lane] > max ? lanes[lane] : max;
  }
  for (; i < count; i++) max = x[i] > max ? x[i] : max;
  return max;
}

static double sum_of(const float* x, int count) {
  double sum = 0;
  int i = 0;
  if (count >= kLanes) {
    Doubles lanes{};
    for (; i + kLanes <= count; i += kLanes) lanes += widen(load(x + i));
    sum = sum_of_lanes(lanes);
  }
  for (; i < count; i++) sum += x[i];
  return sum;
}

/// log(sum of exp(x)), for a loss.
static double log_sum_exp(const float* x, int count) {
  constexpr int kBlock = 16 * kLanes;
  const float max = max_of(x, count);
  double sum = 0;
  for (int start = 0; start < count; start += kBlock) {
    const int some = count - start < kBlock ? count - start : kBlock;
    float powers[kBlock];
    int i = 0;
    for (; i < some; i++) powers[i] = x[start + i] - max;
    for (; i % kLanes != 0; i++) powers[i] = -INFINITY;
    map(powers, powers, i, [](Floats v) { return exp(v); });
    sum += sum_of(powers, i);
  }
  return max + std::log(sum);
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
