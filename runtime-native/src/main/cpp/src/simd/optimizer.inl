// Optimizer steps; formulas as in OptimizerKernels.java. Each takes the part [begin, end) of the
// weights; slot k of the state starts at s + k * count; n are the numbers of the rule, in order.

namespace annotron {
namespace ANNOTRON_ISA {

template <class Value>
ANNOTRON_INLINE Value mean(Value old, Value value, float rate) {
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

static void adam(float* w, const float* g, float* s, int64_t count, int64_t begin, int64_t end,
                 const float* n) {
  float* m = s;
  float* v = s + count;
  const float alpha = n[0], rate1 = n[1], rate2 = n[2], epsilon = n[3];
  in_vectors(begin, end, [=](const auto& at) {
    const Floats gradient = at(g);
    const Floats first = mean(at(m), gradient, rate1);
    const Floats second = mean(at(v), gradient * gradient, rate2);
    at.put(m, first);
    at.put(v, second);
    at.put(w, at(w) - quotient(alpha * first, root(second) + epsilon));
  });
}

static void amsgrad(float* w, const float* g, float* s, int64_t count, int64_t begin, int64_t end,
                    const float* n) {
  float* m = s;
  float* v = s + count;
  float* u = s + 2 * count;
  const float alpha = n[0], rate1 = n[1], rate2 = n[2], epsilon = n[3];
  in_vectors(begin, end, [=](const auto& at) {
    const Floats gradient = at(g);
    const Floats first = mean(at(m), gradient, rate1);
    const Floats second = mean(at(v), gradient * gradient, rate2);
    const Floats old = at(u);
    const Floats most = old > second ? old : second;
    at.put(m, first);
    at.put(v, second);
    at.put(u, most);
    at.put(w, at(w) - quotient(alpha * first, root(most) + epsilon));
  });
}

static void rms_prop(float* w, const float* g, float* v, int64_t, int64_t begin, int64_t end,
                     const float* n) {
  const float learning_rate = n[0], rate = n[1], epsilon = n[2];
  in_vectors(begin, end, [=](const auto& at) {
    const Floats gradient = at(g);
    const Floats second = mean(at(v), gradient * gradient, rate);
    at.put(v, second);
    at.put(w, at(w) - quotient(learning_rate * gradient, root(second + epsilon)));
  });
}

static void rms_prop_momentum(float* w, const float* g, float* s, int64_t count, int64_t begin,
                              int64_t end, const float* n) {
  float* v = s;
  float* m = s + count;
  const float learning_rate = n[0], rate = n[1], epsilon = n[2], momentum = n[3];
  in_vectors(begin, end, [=](const auto& at) {
    const Floats gradient = at(g);
    const Floats second = mean(at(v), gradient * gradient, rate);
    const Floats step =
        momentum * at(m) + quotient(learning_rate * gradient, root(second + epsilon));
    at.put(v, second);
    at.put(m, step);
    at.put(w, at(w) - step);
  });
}

static void rms_prop_centered(float* w, const float* g, float* s, int64_t count, int64_t begin,
                              int64_t end, const float* n) {
  float* v = s;
  float* m = s + count;
  float* a = s + 2 * count;
  const float learning_rate = n[0], rate = n[1], epsilon = n[2], momentum = n[3];
  in_vectors(begin, end, [=](const auto& at) {
    const Floats gradient = at(g);
    const Floats second = mean(at(v), gradient * gradient, rate);
    const Floats first = mean(at(a), gradient, rate);
    const Floats step = momentum * at(m) +
                        quotient(learning_rate * gradient, root(second - first * first + epsilon));
    at.put(v, second);
    at.put(a, first);
    at.put(m, step);
    at.put(w, at(w) - step);
  });
}

static void adagrad(float* w, const float* g, float* a, int64_t, int64_t begin, int64_t end,
                    const float* n) {
  const float rate = n[0], epsilon = n[1];
  in_vectors(begin, end, [=](const auto& at) {
    const Floats gradient = at(g);
    const Floats sum = at(a) + gradient * gradient;
    at.put(a, sum);
    at.put(w, at(w) - quotient(rate * gradient, root(sum + epsilon)));
  });
}

static void adadelta(float* w, const float* g, float* s, int64_t count, int64_t begin, int64_t end,
                     const float* n) {
  float* a = s;
  float* d = s + count;
  const float learning_rate = n[0], rate = n[1], epsilon = n[2];
  in_vectors(begin, end, [=](const auto& at) {
    const Floats gradient = at(g);
    const Floats second = mean(at(a), gradient * gradient, rate);
    const Floats old = at(d);
    const Floats step = quotient(gradient * root(old + epsilon), root(second + epsilon));
    at.put(a, second);
    at.put(d, mean(old, step * step, rate));
    at.put(w, at(w) - learning_rate * step);
  });
}

static void adamax(float* w, const float* g, float* s, int64_t count, int64_t begin, int64_t end,
                   const float* n) {
  float* m = s;
  float* u = s + count;
  const float alpha = n[0], rate1 = n[1], beta2 = n[2], epsilon = n[3];
  in_vectors(begin, end, [=](const auto& at) {
    const Floats gradient = at(g);
    const Floats size = absolute(gradient);
    const Floats old = beta2 * at(u);
    const Floats first = mean(at(m), gradient, rate1);
    const Floats most = old > size ? old : size;
    at.put(m, first);
    at.put(u, most);
    // A gradient as it is, no root of a square: quotient() is not for those of 1e38.
    at.put(w, at(w) - alpha * first / (most + epsilon));
  });
}

static void nadam(float* w, const float* g, float* s, int64_t count, int64_t begin, int64_t end,
                  const float* n) {
  float* m = s;
  float* v = s + count;
  const float ahead = n[0], now = n[1], rate1 = n[2], rate2 = n[3], epsilon = n[4];
  in_vectors(begin, end, [=](const auto& at) {
    const Floats gradient = at(g);
    const Floats first = mean(at(m), gradient, rate1);
    const Floats second = mean(at(v), gradient * gradient, rate2);
    at.put(m, first);
    at.put(v, second);
    at.put(w, at(w) - quotient(ahead * first + now * gradient, root(second) + epsilon));
  });
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
