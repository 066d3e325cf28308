// Normalisation, forward beside backward. Sums are in double, or short ones in float and theirs in
// double; statistics of a group are computed again for its gradient instead of being kept.

namespace annotron {
namespace ANNOTRON_ISA {

static void batch_mean(const float* x, float* mean, int64_t rows, int columns) {
  // Around the first row, so that no digits are lost where the mean is large.
  sum_columns(
      x, x, x, rows, columns, [](Floats v, Floats, Floats first) { return v - first; },
      [=](int j, double sum) { mean[j] = static_cast<float>(x[j] + sum / rows); });
}

static void batch_variance(const float* x, const float* mean, float* variance, int64_t rows,
                           int columns) {
  sum_columns(
      x, x, mean, rows, columns, [](Floats v, Floats, Floats m) { return (v - m) * (v - m); },
      [=](int j, double sum) { variance[j] = static_cast<float>(sum / rows); });
}

static void centered_sum(const float* x, const float* mean, const float* dy, float* sum,
                         int64_t rows, int columns) {
  sum_columns(
      x, dy, mean, rows, columns, [](Floats v, Floats d, Floats m) { return (v - m) * d; },
      [=](int j, double total) { sum[j] = static_cast<float>(total); });
}

static void standardize(const float* x, const float* mean, const float* factor, const float* bias,
                        float* y, int64_t rows, int columns) {
  const Repeated means = Repeated::of(mean, columns);
  const Repeated factors = Repeated::of(factor, columns);
  if (bias == nullptr) {
    each_tile(rows * columns, columns, [&](int64_t at, int64_t count) {
      map_all(
          y + at, count, [](Floats v, Floats m, Floats f) { return (v - m) * f; }, x + at,
          means.data(), factors.data());
    });
    return;
  }
  const Repeated biases = Repeated::of(bias, columns);
  each_tile(rows * columns, columns, [&](int64_t at, int64_t count) {
    map_all(
        y + at, count, [](Floats v, Floats m, Floats f, Floats b) { return (v - m) * f + b; },
        x + at, means.data(), factors.data(), biases.data());
  });
}

/// The slopes are two rows: what is taken away everywhere, and by the distance from the mean.
static void batch_gradient(const float* x, const float* mean, const float* factor,
                           const float* slopes, const float* dy, float* dx, int64_t rows,
                           int columns) {
  const Repeated means = Repeated::of(mean, columns);
  const Repeated factors = Repeated::of(factor, columns);
  const Repeated constants = Repeated::of(slopes, columns);
  const Repeated inclines = Repeated::of(slopes + columns, columns);
  each_tile(rows * columns, columns, [&](int64_t at, int64_t count) {
    map_all(
        dx + at, count,
        [](Floats v, Floats d, Floats m, Floats f, Floats c, Floats s) {
          return d * f - c - (v - m) * s;
        },
        x + at, dy + at, means.data(), factors.data(), constants.data(), inclines.data());
  });
}

/// Calls f(at, place) for each stretch of a group: where it starts, and where its gains start.
template <class F>
ANNOTRON_INLINE void each_stretch(const Groups& groups, int group, F f) {
  for (int outer = 0; outer < groups.outer; outer++) {
    const int64_t at = (static_cast<int64_t>(outer) * groups.groups + group) * groups.inner;
    f(at, at % groups.scaled);
  }
}

/// The sum over a group of f(a, b), where b is another tensor, in double.
template <class F>
ANNOTRON_INLINE double sum_stretch(const float* a, const float* b, int count, F f) {
  Doubles sum{};
  int i = 0;
  for (; i + kLanes <= count; i += kLanes) sum += widen(f(load(a + i), load(b + i)));
  double whole = sum_of_lanes(sum);
  for (; i < count; i++) whole += f(all(a[i]), all(b[i]))[0];
  return whole;
}

struct Statistics {
  float mean, factor;
};

/// The mean of a group, or 0 where it is not centred, and the inverse of its deviation.
ANNOTRON_INLINE Statistics statistics_of(const float* x, const Groups& groups, int group) {
  const double count = static_cast<double>(groups.outer) * groups.inner;
  float mean = 0;
  if (groups.centered) {
    double sum = 0;
    each_stretch(groups, group, [&](int64_t at, int64_t) {
      sum += sum_stretch(x + at, x + at, groups.inner, [](Floats v, Floats) { return v; });
    });
    mean = static_cast<float>(sum / count);
  }
  double squares = 0;
  each_stretch(groups, group, [&](int64_t at, int64_t) {
    squares += sum_stretch(x + at, x + at, groups.inner,
                           [=](Floats v, Floats) { return (v - mean) * (v - mean); });
  });
  return {mean, static_cast<float>(1 / std::sqrt(squares / count + groups.epsilon))};
}

static void normalize(const float* x, const float* gamma, const float* beta, float* y, int samples,
                      Groups groups) {
  const int size = groups.size();
  for (int sample = 0; sample < samples; sample++, x += size, y += size) {
    for (int group = 0; group < groups.groups; group++) {
      const Statistics s = statistics_of(x, groups, group);
      each_stretch(groups, group, [&](int64_t at, int64_t place) {
        const float* from = x + at;
        float* to = y + at;
        if (gamma != nullptr && beta != nullptr) {
          map_all(
              to, groups.inner,
              [=](Floats v, Floats g, Floats b) { return (v - s.mean) * s.factor * g + b; }, from,
              gamma + place, beta + place);
        } else if (gamma != nullptr) {
          map(from, gamma + place, to, groups.inner,
              [=](Floats v, Floats g) { return (v - s.mean) * s.factor * g; });
        } else if (beta != nullptr) {
          map(from, beta + place, to, groups.inner,
              [=](Floats v, Floats b) { return (v - s.mean) * s.factor + b; });
        } else {
          map(from, to, groups.inner, [=](Floats v) { return (v - s.mean) * s.factor; });
        }
      });
    }
  }
}

/// dx = factor * (d - mean(d) - n * mean(d * n)), with d = dy * gamma and n = (x - mean) * factor;
/// without mean(d) where the group is not centred.
static void normalize_gradient(const float* x, const float* gamma, const float* dy, float* dx,
                               int samples, Groups groups) {
  const int size = groups.size();
  const double count = static_cast<double>(groups.outer) * groups.inner;
  for (int sample = 0; sample < samples; sample++, x += size, dy += size, dx += size) {
    for (int group = 0; group < groups.groups; group++) {
      const Statistics s = statistics_of(x, groups, group);
      double sum = 0;
      double product = 0;
      each_stretch(groups, group, [&](int64_t at, int64_t place) {
        Doubles sums{};
        Doubles products{};
        const auto add = [&](Floats v, Floats d) {
          sums += widen(d);
          products += widen(d * ((v - s.mean) * s.factor));
        };
        int i = 0;
        for (; i + kLanes <= groups.inner; i += kLanes) {
          const Floats d = load(dy + at + i);
          add(load(x + at + i), gamma == nullptr ? d : d * load(gamma + place + i));
        }
        const int rest = groups.inner - i;
        if (rest > 0) {
          const Floats d = load_part(dy + at + i, rest, 0);
          add(load_part(x + at + i, rest, 0),
              gamma == nullptr ? d : d * load_part(gamma + place + i, rest, 0));
        }
        sum += sum_of_lanes(sums);
        product += sum_of_lanes(products);
      });
      const float mean = groups.centered ? static_cast<float>(sum / count) : 0;
      const float incline = static_cast<float>(product / count);
      const auto slope = [=](Floats v, Floats d) {
        return s.factor * (d - mean - (v - s.mean) * s.factor * incline);
      };
      each_stretch(groups, group, [&](int64_t at, int64_t place) {
        if (gamma == nullptr) {
          map(x + at, dy + at, dx + at, groups.inner, slope);
        } else {
          map_all(
              dx + at, groups.inner, [=](Floats v, Floats d, Floats g) { return slope(v, d * g); },
              x + at, dy + at, gamma + place);
        }
      });
    }
  }
}

static void normalize_gain_gradient(const float* x, const float* dy, double* totals, int samples,
                                    Groups groups) {
  const int size = groups.size();
  for (int sample = 0; sample < samples; sample++, x += size, dy += size) {
    for (int group = 0; group < groups.groups; group++) {
      const Statistics s = statistics_of(x, groups, group);
      each_stretch(groups, group, [&](int64_t at, int64_t place) {
        for (int i = 0; i < groups.inner; i++) {
          totals[place + i] += dy[at + i] * ((x[at + i] - s.mean) * s.factor);
        }
      });
    }
  }
}

constexpr NormalizationIsa make_normalization_isa() {
  NormalizationIsa isa{};
  isa.batch_mean = batch_mean;
  isa.batch_variance = batch_variance;
  isa.standardize = standardize;
  isa.centered_sum = centered_sum;
  isa.batch_gradient = batch_gradient;
  isa.normalize = normalize;
  isa.normalize_gradient = normalize_gradient;
  isa.normalize_gain_gradient = normalize_gain_gradient;
  return isa;
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
