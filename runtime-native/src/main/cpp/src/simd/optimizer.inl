// Optimizer steps; formulas as in Kernels.java.

namespace annotron {
namespace ANNOTRON_ISA {

static void sgd(float* __restrict w, const float* __restrict g, int64_t count, float rate) {
  for (int64_t i = 0; i < count; i++) w[i] -= rate * g[i];
}

static void sgd_momentum(float* __restrict w, const float* __restrict g, float* __restrict v,
                         int64_t count, float rate, float momentum, bool nesterov) {
  const float look_ahead = nesterov ? momentum : 1;
  const float push = nesterov ? rate : 0;
  for (int64_t i = 0; i < count; i++) {
    const float velocity = momentum * v[i] - rate * g[i];
    v[i] = velocity;
    w[i] += look_ahead * velocity - push * g[i];
  }
}

static void adam(float* __restrict w, const float* __restrict g, float* __restrict m,
                 float* __restrict v, int64_t count, AdamStep step) {
  for (int64_t i = 0; i < count; i++) {
    const float mean = m[i] + (g[i] - m[i]) * step.rate1;
    const float square = v[i] + (g[i] * g[i] - v[i]) * step.rate2;
    m[i] = mean;
    v[i] = square;
    w[i] -= step.alpha * mean / (std::sqrt(square) + step.epsilon);
  }
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
