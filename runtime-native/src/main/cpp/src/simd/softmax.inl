// Softmax over rows, forward beside backward. Sums are in double.

namespace annotron {
namespace ANNOTRON_ISA {

static float max_of(const float* x, int count) {
  Floats max = all(-INFINITY);
  int i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    const Floats v = load(x + i);
    max = v > max ? v : max;
  }
  const Floats v = load_part(x + i, count - i, -INFINITY);
  max = v > max ? v : max;
  float result = max[0];
  for (int lane = 1; lane < kLanes; lane++) result = max[lane] > result ? max[lane] : result;
  return result;
}

/// The sum of exp(x - max); the powers go to y unless that is null.
static double exp_row(const float* x, float* y, int count, float max) {
  Doubles sum{};
  int i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    const Floats power = exp(load(x + i) - max);
    sum += widen(power);
    if (y != nullptr) store(y + i, power);
  }
  const int rest = count - i;
  if (rest > 0) {
    const Floats power = exp(load_part(x + i, rest, -INFINITY) - max);
    sum += widen(power);
    if (y != nullptr) store_part(y + i, power, rest);
  }
  return sum_of_lanes(sum);
}

static double log_sum_exp(const float* x, int count) {
  const float max = max_of(x, count);
  return max + std::log(exp_row(x, nullptr, count, max));
}

static void softmax(const float* x, float* y, int rows, int columns) {
  for (int row = 0; row < rows; row++, x += columns, y += columns) {
    const float scale = static_cast<float>(1 / exp_row(x, y, columns, max_of(x, columns)));
    for (int j = 0; j < columns; j++) y[j] *= scale;
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
    map(y, dy, dx, columns, [=](Floats value, Floats d) { return value * (d - mean); });
  }
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
