// Optimizer steps; formulas as in OptimizerKernels.java. Each takes the part [begin, end) of the
// weights; slot k of the state starts at s + k * count; n are the numbers of the rule, in order.

namespace annotron {
namespace ANNOTRON_ISA {

ANNOTRON_INLINE float mean(float old, float value, float rate) {
  return old + (value - old) * rate;
}

static void sgd(float* __restrict w, const float* __restrict g, float*, int64_t, int64_t begin,
                int64_t end, const float* n) {
  const float rate = n[0];
  for (int64_t i = begin; i < end; i++) w[i] -= rate * g[i];
}

template <bool nesterov>
static void momentum(float* __restrict w, const float* __restrict g, float* __restrict v, int64_t,
                     int64_t begin, int64_t end, const float* n) {
  const float rate = n[0], momentum = n[1];
  for (int64_t i = begin; i < end; i++) {
    const float velocity = momentum * v[i] - rate * g[i];
    v[i] = velocity;
    w[i] += nesterov ? momentum * velocity - rate * g[i] : velocity;
  }
}

static void adam(float* __restrict w, const float* __restrict g, float* s, int64_t count,
                 int64_t begin, int64_t end, const float* n) {
  float* __restrict m = s;
  float* __restrict v = s + count;
  const float alpha = n[0], rate1 = n[1], rate2 = n[2], epsilon = n[3];
  for (int64_t i = begin; i < end; i++) {
    m[i] = mean(m[i], g[i], rate1);
    v[i] = mean(v[i], g[i] * g[i], rate2);
    w[i] -= alpha * m[i] / (std::sqrt(v[i]) + epsilon);
  }
}

static void amsgrad(float* __restrict w, const float* __restrict g, float* s, int64_t count,
                    int64_t begin, int64_t end, const float* n) {
  float* __restrict m = s;
  float* __restrict v = s + count;
  float* __restrict u = s + 2 * count;
  const float alpha = n[0], rate1 = n[1], rate2 = n[2], epsilon = n[3];
  for (int64_t i = begin; i < end; i++) {
    m[i] = mean(m[i], g[i], rate1);
    v[i] = mean(v[i], g[i] * g[i], rate2);
    u[i] = u[i] > v[i] ? u[i] : v[i];
    w[i] -= alpha * m[i] / (std::sqrt(u[i]) + epsilon);
  }
}

static void rms_prop(float* __restrict w, const float* __restrict g, float* __restrict v, int64_t,
                     int64_t begin, int64_t end, const float* n) {
  const float learning_rate = n[0], rate = n[1], epsilon = n[2];
  for (int64_t i = begin; i < end; i++) {
    v[i] = mean(v[i], g[i] * g[i], rate);
    w[i] -= learning_rate * g[i] / std::sqrt(v[i] + epsilon);
  }
}

static void rms_prop_momentum(float* __restrict w, const float* __restrict g, float* s,
                              int64_t count, int64_t begin, int64_t end, const float* n) {
  float* __restrict v = s;
  float* __restrict m = s + count;
  const float learning_rate = n[0], rate = n[1], epsilon = n[2], momentum = n[3];
  for (int64_t i = begin; i < end; i++) {
    v[i] = mean(v[i], g[i] * g[i], rate);
    m[i] = momentum * m[i] + learning_rate * g[i] / std::sqrt(v[i] + epsilon);
    w[i] -= m[i];
  }
}

static void rms_prop_centered(float* __restrict w, const float* __restrict g, float* s,
                              int64_t count, int64_t begin, int64_t end, const float* n) {
  float* __restrict v = s;
  float* __restrict m = s + count;
  float* __restrict a = s + 2 * count;
  const float learning_rate = n[0], rate = n[1], epsilon = n[2], momentum = n[3];
  for (int64_t i = begin; i < end; i++) {
    v[i] = mean(v[i], g[i] * g[i], rate);
    a[i] = mean(a[i], g[i], rate);
    m[i] = momentum * m[i] + learning_rate * g[i] / std::sqrt(v[i] - a[i] * a[i] + epsilon);
    w[i] -= m[i];
  }
}

static void adagrad(float* __restrict w, const float* __restrict g, float* __restrict a, int64_t,
                    int64_t begin, int64_t end, const float* n) {
  const float rate = n[0], epsilon = n[1];
  for (int64_t i = begin; i < end; i++) {
    a[i] += g[i] * g[i];
    w[i] -= rate * g[i] / std::sqrt(a[i] + epsilon);
  }
}

static void adadelta(float* __restrict w, const float* __restrict g, float* s, int64_t count,
                     int64_t begin, int64_t end, const float* n) {
  float* __restrict a = s;
  float* __restrict d = s + count;
  const float learning_rate = n[0], rate = n[1], epsilon = n[2];
  for (int64_t i = begin; i < end; i++) {
    a[i] = mean(a[i], g[i] * g[i], rate);
    const float step = g[i] * std::sqrt(d[i] + epsilon) / std::sqrt(a[i] + epsilon);
    d[i] = mean(d[i], step * step, rate);
    w[i] -= learning_rate * step;
  }
}

static void adamax(float* __restrict w, const float* __restrict g, float* s, int64_t count,
                   int64_t begin, int64_t end, const float* n) {
  float* __restrict m = s;
  float* __restrict u = s + count;
  const float alpha = n[0], rate1 = n[1], beta2 = n[2], epsilon = n[3];
  for (int64_t i = begin; i < end; i++) {
    const float size = std::fabs(g[i]);
    const float old = beta2 * u[i];
    m[i] = mean(m[i], g[i], rate1);
    u[i] = old > size ? old : size;
    w[i] -= alpha * m[i] / (u[i] + epsilon);
  }
}

static void nadam(float* __restrict w, const float* __restrict g, float* s, int64_t count,
                  int64_t begin, int64_t end, const float* n) {
  float* __restrict m = s;
  float* __restrict v = s + count;
  const float ahead = n[0], now = n[1], rate1 = n[2], rate2 = n[3], epsilon = n[4];
  for (int64_t i = begin; i < end; i++) {
    m[i] = mean(m[i], g[i], rate1);
    v[i] = mean(v[i], g[i] * g[i], rate2);
    w[i] -= (ahead * m[i] + now * g[i]) / (std::sqrt(v[i]) + epsilon);
  }
}

static void lion(float* __restrict w, const float* __restrict g, float* __restrict m, int64_t,
                 int64_t begin, int64_t end, const float* n) {
  const float learning_rate = n[0], rate1 = n[1], rate2 = n[2];
  for (int64_t i = begin; i < end; i++) {
    const float d = mean(m[i], g[i], rate1);
    const float sign = d > 0 ? 1.0f : d < 0 ? -1.0f : d;  // 0 and NaN stay
    w[i] -= learning_rate * sign;
    m[i] = mean(m[i], g[i], rate2);
  }
}

template <bool by_root>
static void ftrl_by(float* __restrict w, const float* __restrict g, float* s, int64_t count,
                    int64_t begin, int64_t end, const float* n) {
  float* __restrict a = s;
  float* __restrict z = s + count;
  const float rate = n[0], p = n[1], l1 = n[2], l2 = n[3], shrinkage = n[4];
  for (int64_t i = begin; i < end; i++) {
    const float sum = a[i] + g[i] * g[i];
    const float power = by_root ? std::sqrt(sum) : std::pow(sum, p);
    const float old = by_root ? std::sqrt(a[i]) : std::pow(a[i], p);
    const float pulled = z[i] + g[i] + shrinkage * w[i] - (power - old) / rate * w[i];
    const float above = pulled < -l1 ? -l1 : pulled;
    const float clipped = above > l1 ? l1 : above;
    a[i] = sum;
    z[i] = pulled;
    w[i] = (clipped - pulled) / (power / rate + l2);
  }
}

static void ftrl(float* w, const float* g, float* s, int64_t count, int64_t begin, int64_t end,
                 const float* n) {
  (n[1] == 0.5f ? ftrl_by<true> : ftrl_by<false>)(w, g, s, count, begin, end, n);
}

static void blend(const float* x, float a, float* y, float b, int64_t count) {
  if (b == 0) {
    for (int64_t i = 0; i < count; i++) y[i] = a * x[i];
  } else {
    for (int64_t i = 0; i < count; i++) y[i] = a * x[i] + b * y[i];
  }
}

static void clip_value(float* x, int64_t count, float limit) {
  for (int64_t i = 0; i < count; i++) {
    const float above = x[i] < -limit ? -limit : x[i];
    x[i] = above > limit ? limit : above;
  }
}

/// Lane by lane, because an addition in double takes longer than the rest of a term.
static double square_sum(const float* x, int64_t count) {
  Doubles sums{};
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    const Doubles v = widen(load(x + i));
    sums += v * v;
  }
  double sum = sum_of_lanes(sums);
  for (; i < count; i++) sum += static_cast<double>(x[i]) * x[i];
  return sum;
}

static double penalty(const float* w, int64_t count, float l1, float l2) {
  Doubles sums{};
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    const Floats v = load(w + i);
    sums += widen(absolute(v)) * static_cast<double>(l1) +
            widen(v) * widen(v) * static_cast<double>(l2);
  }
  double sum = sum_of_lanes(sums);
  for (; i < count; i++) {
    const double value = w[i];
    sum += l1 * std::fabs(value) + l2 * value * value;
  }
  return sum;
}

static void penalty_gradient(const float* __restrict w, float* __restrict g, int64_t count,
                             float l1, float l2) {
  for (int64_t i = 0; i < count; i++) {
    const float sign = w[i] > 0 ? 1.0f : w[i] < 0 ? -1.0f : w[i];  // 0 and NaN stay
    g[i] += l1 * sign + 2 * l2 * w[i];
  }
}

/// Numbered as dev.annotron.runtime.kernel.UpdateRule.
static constexpr Step kSteps[] = {
    sgd,
    momentum<false>,
    momentum<true>,
    adam,
    amsgrad,
    rms_prop,
    rms_prop_momentum,
    rms_prop_centered,
    adagrad,
    adadelta,
    adamax,
    nadam,
    lion,
    ftrl,
};

}  // namespace ANNOTRON_ISA
}  // namespace annotron
