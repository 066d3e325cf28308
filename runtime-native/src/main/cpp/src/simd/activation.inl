// The activation functions, each beside its derivative; formulas as in Functions.java. A derivative
// takes the function's result y or its argument x, as its parameter's name says.

namespace annotron {
namespace ANNOTRON_ISA {

struct Linear {
  ANNOTRON_INLINE Floats value(Floats x, float) { return x; }
  ANNOTRON_INLINE Floats derivative(Floats, float) { return all(1); }
};

struct Relu {
  ANNOTRON_INLINE Floats value(Floats x, float) { return x < 0 ? Floats{} : x; }
  ANNOTRON_INLINE Floats derivative(Floats y, float) { return y > 0 ? all(1) : Floats{}; }
};

struct Relu6 {
  ANNOTRON_INLINE Floats value(Floats x, float) {
    x = x < 0 ? Floats{} : x;
    return x > 6 ? all(6) : x;
  }
  ANNOTRON_INLINE Floats derivative(Floats y, float) {
    return (y > 0) & (y < 6) ? all(1) : Floats{};
  }
};

struct LeakyRelu {
  ANNOTRON_INLINE Floats value(Floats x, float slope) { return x > 0 ? x : slope * x; }
  ANNOTRON_INLINE Floats derivative(Floats y, float slope) { return y > 0 ? all(1) : all(slope); }
};

struct Elu {
  ANNOTRON_INLINE Floats value(Floats x, float) { return x > 0 ? x : expm1_negative(x); }
  ANNOTRON_INLINE Floats derivative(Floats y, float) { return y > 0 ? all(1) : y + 1; }
};

struct Selu {
  static constexpr float kScale = 1.0507009873554805f;
  static constexpr float kBelow = 1.0507009873554805 * 1.6732632423543772;

  ANNOTRON_INLINE Floats value(Floats x, float) {
    return x > 0 ? kScale * x : kBelow * expm1_negative(x);
  }
  ANNOTRON_INLINE Floats derivative(Floats y, float) { return y > 0 ? all(kScale) : y + kBelow; }
};

struct Silu {
  ANNOTRON_INLINE Floats value(Floats x, float) { return x / (1 + exp(-x)); }
  ANNOTRON_INLINE Floats derivative(Floats x, float) {
    const SigmoidWithSlope s = sigmoid_with_slope(x);
    return s.value + x * s.slope;
  }
};

struct Gelu {
  ANNOTRON_INLINE Floats value(Floats x, float) { return x * normal_below(x, normal_tail(x)); }
  ANNOTRON_INLINE Floats derivative(Floats x, float) {
    const NormalTail tail = normal_tail(x);
    return normal_below(x, tail) + x * tail.density * 0.3989422804f;
  }
};

struct GeluTanh {
  static constexpr float kRoot = 1.5957691216057308f;  // 2 sqrt(2 / pi)
  static constexpr float kCubic = 0.044715f;

  ANNOTRON_INLINE Floats value(Floats x, float) { return x / (1 + exp(-inner(x))); }
  ANNOTRON_INLINE Floats derivative(Floats x, float) {
    const SigmoidWithSlope s = sigmoid_with_slope(inner(x));
    const Floats rest = x * s.slope;  // 0 far out, where its factor may be infinite
    return rest == 0 ? s.value : s.value + rest * (kRoot * (1 + 3 * kCubic * x * x));
  }
  ANNOTRON_INLINE Floats inner(Floats x) { return kRoot * (x + kCubic * x * x * x); }
};

struct Softplus {
  ANNOTRON_INLINE Floats value(Floats x, float) {
    return (x < 0 ? Floats{} : x) + log1p_unit(exp(-absolute(x)));
  }
  ANNOTRON_INLINE Floats derivative(Floats y, float) { return -expm1_negative(-y); }
};

struct Softsign {
  ANNOTRON_INLINE Floats value(Floats x, float) { return x / (1 + absolute(x)); }
  ANNOTRON_INLINE Floats derivative(Floats y, float) {
    const Floats rest = 1 - absolute(y);
    return rest * rest;
  }
};

struct Tanh {
  ANNOTRON_INLINE Floats value(Floats x, float) { return tanh(x); }
  ANNOTRON_INLINE Floats derivative(Floats y, float) { return 1 - y * y; }
};

struct Sigmoid {
  ANNOTRON_INLINE Floats value(Floats x, float) { return sigmoid(x); }
  ANNOTRON_INLINE Floats derivative(Floats y, float) { return y * (1 - y); }
};

struct HardSigmoid {
  ANNOTRON_INLINE Floats value(Floats x, float) { return Relu6::value(x + 3, 0) / 6; }
  ANNOTRON_INLINE Floats derivative(Floats y, float) {
    return (y > 0) & (y < 1) ? all(1.0f / 6) : Floats{};
  }
};

struct Mish {
  // Above 20, mish(x) is x in float and its derivative 1.
  ANNOTRON_INLINE Floats value(Floats x, float) {
    const Floats e = exp(x > 20 ? all(20) : x);
    const Floats n = e * (e + 2);
    return x * (n / (n + 2));
  }
  ANNOTRON_INLINE Floats derivative(Floats x, float) {
    const Floats e = exp(x > 20 ? all(20) : x);
    const Floats n = e * (e + 2);
    const Floats d = n + 2;
    return x > 20 ? all(1) : n / d + x * (4 * e * (e + 1)) / (d * d);
  }
};

struct Exponential {
  ANNOTRON_INLINE Floats value(Floats x, float) { return exp(x); }
  ANNOTRON_INLINE Floats derivative(Floats y, float) { return y; }
};

/// Calls use with an object of the function's type.
template <class Use>
ANNOTRON_INLINE void with_function(Function function, Use use) {
  switch (function) {
    case Function::kLinear: return use(Linear{});
    case Function::kRelu: return use(Relu{});
    case Function::kRelu6: return use(Relu6{});
    case Function::kLeakyRelu: return use(LeakyRelu{});
    case Function::kElu: return use(Elu{});
    case Function::kSelu: return use(Selu{});
    case Function::kSilu: return use(Silu{});
    case Function::kGelu: return use(Gelu{});
    case Function::kGeluTanh: return use(GeluTanh{});
    case Function::kSoftplus: return use(Softplus{});
    case Function::kSoftsign: return use(Softsign{});
    case Function::kTanh: return use(Tanh{});
    case Function::kSigmoid: return use(Sigmoid{});
    case Function::kHardSigmoid: return use(HardSigmoid{});
    case Function::kMish: return use(Mish{});
    case Function::kExponential: return use(Exponential{});
    case Function::kCount: return;
  }
}

static void activation(Function function, float slope, const float* x, float* y, int64_t count) {
  with_function(function, [=](auto f) {
    map(x, y, count, [=](Floats v) { return decltype(f)::value(v, slope); });
  });
}

static void activation_gradient(Function function, float slope, const float* value, const float* dy,
                                float* dx, int64_t count) {
  with_function(function, [=](auto f) {
    map(value, dy, dx, count,
        [=](Floats v, Floats d) { return d * decltype(f)::derivative(v, slope); });
  });
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
