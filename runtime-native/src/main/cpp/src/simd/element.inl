// Operations value by value, on two tensors or with a value per column; formulas as in
// ElementKernels.java. Results may overwrite operands, which plain loops would make the compiler
// doubt: hence the explicit vectors.

namespace annotron {
namespace ANNOTRON_ISA {

static void combine(Combination how, const float* a, const float* b, float* y, int64_t count) {
  switch (how) {
    case Combination::kSubtract:
      return map(a, b, y, count, [](Floats u, Floats v) { return u - v; });
    case Combination::kMultiply:
      return map(a, b, y, count, [](Floats u, Floats v) { return u * v; });
    case Combination::kMaximum:
      return map(a, b, y, count, [](Floats u, Floats v) { return (u >= v) | (u != u) ? u : v; });
    case Combination::kMinimum:
      return map(a, b, y, count, [](Floats u, Floats v) { return (u <= v) | (u != u) ? u : v; });
    case Combination::kCount: return;
  }
}

static void choose(Combination how, bool first, const float* a, const float* b, const float* dy,
                   float* dx, int64_t count) {
  const auto take = [=](auto wins) {
    if (first) {
      map_all(
          dx, count, [=](Floats u, Floats v, Floats d) { return wins(u, v) ? d : Floats{}; }, a, b,
          dy);
    } else {
      map_all(
          dx, count, [=](Floats u, Floats v, Floats d) { return wins(u, v) ? Floats{} : d; }, a, b,
          dy);
    }
  };
  if (how == Combination::kMaximum) {
    take([](Floats u, Floats v) { return u >= v; });
  } else {
    take([](Floats u, Floats v) { return u <= v; });
  }
}

static void affine(const float* x, float* y, int64_t count, float factor, float offset) {
  map(x, y, count, [=](Floats v) { return v * factor + offset; });
}

/// y[row, j] = f(x[row, j], values[j])
template <class F>
ANNOTRON_INLINE void with_columns(const float* x, const float* values, float* y, int64_t rows,
                                  int columns, F f) {
  const Repeated repeated = Repeated::of(values, columns);
  each_tile(rows * columns, columns,
            [&](int64_t at, int64_t count) { map(x + at, repeated.data(), y + at, count, f); });
}

static void scale(const float* x, const float* factor, float* y, int64_t rows, int columns) {
  with_columns(x, factor, y, rows, columns, [](Floats v, Floats w) { return v * w; });
}

static void scale_gradient(const float* x, const float* dy, float* sum, int64_t rows, int columns) {
  sum_columns(
      x, dy, x, rows, columns, [](Floats v, Floats d, Floats) { return v * d; },
      [=](int j, double total) { sum[j] = static_cast<float>(total); });
}

static void prelu(const float* x, const float* alpha, float* y, int64_t rows, int columns) {
  with_columns(x, alpha, y, rows, columns,
               [](Floats v, Floats slope) { return v > 0 ? v : v * slope; });
}

static void prelu_gradient(const float* x, const float* alpha, const float* dy, float* dx,
                           int64_t rows, int columns) {
  const Repeated slopes = Repeated::of(alpha, columns);
  each_tile(rows * columns, columns, [&](int64_t at, int64_t count) {
    map_all(
        dx + at, count, [](Floats v, Floats slope, Floats d) { return v > 0 ? d : d * slope; },
        x + at, slopes.data(), dy + at);
  });
}

static void prelu_slope_gradient(const float* x, const float* dy, float* sum, int64_t rows,
                                 int columns) {
  sum_columns(
      x, dy, x, rows, columns, [](Floats v, Floats d, Floats) { return v > 0 ? Floats{} : v * d; },
      [=](int j, double total) { sum[j] = static_cast<float>(total); });
}

/// Each block of `inner` floats, so many times.
static void repeat(const float* x, float* y, int blocks, int times, int inner) {
  for (int block = 0; block < blocks; block++, x += inner) {
    if (inner == 1) {
      for (int i = 0; i < times; i++) y[i] = *x;
      y += times;
    } else {
      for (int i = 0; i < times; i++, y += inner) {
        std::memcpy(y, x, static_cast<size_t>(inner) * sizeof(float));
      }
    }
  }
}

/// The inverse of repeat: the sum of so many neighbouring blocks.
static void sum_repeats(const float* x, float* y, int blocks, int times, int inner) {
  const int64_t size = static_cast<int64_t>(times) * inner;
  for (int block = 0; block < blocks; block++, x += size, y += inner) {
    if (inner == 1) {
      y[0] = static_cast<float>(sum_of(x, times));
    } else {
      sum_columns(
          x, x, x, times, inner, [](Floats v, Floats, Floats) { return v; },
          [=](int j, double total) { y[j] = static_cast<float>(total); });
    }
  }
}

constexpr ElementIsa make_element_isa() {
  ElementIsa isa{};
  isa.combine = combine;
  isa.choose = choose;
  isa.affine = affine;
  isa.scale = scale;
  isa.scale_gradient = scale_gradient;
  isa.prelu = prelu;
  isa.prelu_gradient = prelu_gradient;
  isa.prelu_slope_gradient = prelu_slope_gradient;
  isa.repeat = repeat;
  isa.sum_repeats = sum_repeats;
  return isa;
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
