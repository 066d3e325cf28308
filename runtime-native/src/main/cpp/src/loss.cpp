// The losses, each term beside its derivative; formulas as in Losses.java. Values are summed in
// double: they are few, and people read them.
#include "loss.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "isa.h"
#include "pool.h"

namespace annotron {
namespace {

constexpr double kEpsilon = 1e-7;

bool clipped(double p) { return p < kEpsilon || p > 1 - kEpsilon; }

/// In this order of comparisons NaN passes.
double clip(double p) {
  if (p < kEpsilon) return kEpsilon;
  return p > 1 - kEpsilon ? 1 - kEpsilon : p;
}

struct SquaredError {
  static double value(double p, double t) { return (p - t) * (p - t); }
  static float derivative(float p, float t) { return 2 * (p - t); }
};

struct AbsoluteError {
  static double value(double p, double t) { return std::fabs(p - t); }
  static float derivative(float p, float t) {
    const float d = p - t;
    return d > 0 ? 1.0f : d < 0 ? -1.0f : d;  // 0 and NaN stay
  }
};

struct BinaryCrossentropy {
  static double value(double p, double t) {
    const double q = clip(p);
    return -(t * std::log(q) + (1 - t) * std::log(1 - q));
  }
  static float derivative(double p, double t) {
    return clipped(p) ? 0 : static_cast<float>((p - t) / (p * (1 - p)));
  }
};

struct BinaryCrossentropyLogits {
  static double value(double x, double t) {
    return (x < 0 ? 0 : x) - x * t + std::log1p(std::exp(-std::fabs(x)));
  }
  static float derivative(float output, float t) { return output - t; }
};

struct Huber {
  float delta;
  double value(double p, double t) const {
    const double size = std::fabs(p - t);
    return size <= delta ? size * size / 2 : delta * size - static_cast<double>(delta) * delta / 2;
  }
  float derivative(float p, float t) const {
    const float d = p - t;
    if (d < -delta) return -delta;
    return d > delta ? delta : d;
  }
};

struct LogCosh {
  static double value(double p, double t) {
    const double size = std::fabs(p - t);
    return size + std::log1p(std::exp(-2 * size)) - std::log(2.0);
  }
  static float derivative(double p, double t) { return static_cast<float>(std::tanh(p - t)); }
};

struct Poisson {
  static double value(double p, double t) { return p - t * std::log(p + kEpsilon); }
  static float derivative(double p, double t) { return static_cast<float>(1 - t / (p + kEpsilon)); }
};

/// The balance and the factor (1 - q)^gamma of the focal losses.
struct Focus {
  double gamma, balance;
  double weight(double t) const { return balance < 0 ? 1 : t * balance + (1 - t) * (1 - balance); }
  static double power(double p, double t, double exponent) {
    return std::pow(1 - (t * p + (1 - t) * (1 - p)), exponent);
  }
  /// The product rule: slope is the derivative of the crossentropy, inner that of p.
  float derivative(double p, double t, double slope, double inner) const {
    const double outer = gamma == 0 ? 0 : gamma * power(p, t, gamma - 1) * (2 * t - 1) * inner;
    const double sum = power(p, t, gamma) * slope - outer * BinaryCrossentropy::value(p, t);
    return static_cast<float>(weight(t) * sum);
  }
};

struct BinaryFocal {
  Focus focus;
  double value(double p, double t) const {
    return focus.weight(t) * Focus::power(p, t, focus.gamma) * BinaryCrossentropy::value(p, t);
  }
  float derivative(double p, double t) const {
    return focus.derivative(p, t, clipped(p) ? 0 : (p - t) / (p * (1 - p)), 1);
  }
};

struct BinaryFocalLogits {
  Focus focus;
  double value(double x, double t) const {
    const double p = 1 / (1 + std::exp(-x));
    return focus.weight(t) * Focus::power(p, t, focus.gamma) *
           BinaryCrossentropyLogits::value(x, t);
  }
  float derivative(double p, double t) const { return focus.derivative(p, t, p - t, p * (1 - p)); }
};

/// Targets of 0 stand for -1.
struct Hinge {
  static float side(float t) { return t == 0 ? -1 : t; }
  static double value(double p, float t) {
    const double rest = 1 - side(t) * p;
    return rest < 0 ? 0 : rest;
  }
  static float derivative(float p, float t) { return 1 - side(t) * p < 0 ? 0 : -side(t); }
};

struct SquaredHinge {
  static double value(double p, float t) { return Hinge::value(p, t) * Hinge::value(p, t); }
  static float derivative(float p, float t) {
    const float rest = 1 - Hinge::side(t) * p;
    return rest < 0 ? 0 : -2 * Hinge::side(t) * rest;
  }
};

/// Clipped so that it has a logarithm; NaN passes.
double share(double p) {
  if (p < kEpsilon) return kEpsilon;
  return p > 1 ? 1 : p;
}

struct KlDivergence {
  static double value(double p, double t) { return share(t) * std::log(share(t) / share(p)); }
  static float derivative(double p, double t) {
    return p < kEpsilon || p > 1 ? 0 : static_cast<float>(-share(t) / p);
  }
};

/// The least terms of a part: some microseconds.
constexpr int64_t kLeastTerms = 2048;

/// Adds what task(begin, end) returns for parts of a range, in their order.
template <class Task>
double sum_of_parts(int64_t count, int64_t least, const Task& task) {
  double sums[pool::kMostThreads] = {};
  const int parts = pool::parts_for(count, least);
  pool::parallel(parts, [=, to = &sums[0]](int part) {
    to[part] =
        task(pool::part_begin(count, 1, parts, part), pool::part_begin(count, 1, parts, part + 1));
  });
  double sum = 0;
  for (int part = 0; part < parts; part++) sum += sums[part];
  return sum;
}

/// Four sums side by side, because an addition takes longer than the rest of a term.
template <class Term>
double sum(const Term& term, const float* p, const float* t, int64_t count) {
  double sums[4] = {};
  int64_t i = 0;
  for (; i + 4 <= count; i += 4) {
    for (int lane = 0; lane < 4; lane++) sums[lane] += term.value(p[i + lane], t[i + lane]);
  }
  for (; i < count; i++) sums[0] += term.value(p[i], t[i]);
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

template <class Term>
void gradient(const Term& term, const float* p, const float* t, float* dx, int64_t count,
              float scale) {
  for (int64_t i = 0; i < count; i++) dx[i] = scale * term.derivative(p[i], t[i]);
}

double row_sum(const float* x, int count) {
  double sum = 0;
  for (int i = 0; i < count; i++) sum += x[i];
  return sum;
}

double categorical(const float* p, const float* t, int columns) {
  const double whole = row_sum(p, columns);
  double sum = 0;
  for (int j = 0; j < columns; j++) sum -= t[j] * std::log(clip(p[j] / whole));
  return sum;
}

double categorical_logits(const float* x, const float* t, int columns, double log_sum) {
  double sum = 0;
  for (int j = 0; j < columns; j++) sum += t[j] * (log_sum - x[j]);
  return sum;
}

/// The derivatives of a row; target(j) is the target of column j.
template <class Target>
void categorical_gradient(const float* p, Target target, float* dx, int columns, float scale) {
  const double whole = row_sum(p, columns);
  double weight = 0;
  for (int j = 0; j < columns; j++) weight += clipped(p[j] / whole) ? 0 : target(j);
  for (int j = 0; j < columns; j++) {
    const double pull = clipped(p[j] / whole) ? 0 : target(j) * whole / p[j];
    dx[j] = scale * static_cast<float>((weight - pull) / whole);
  }
}

/// With neither a branch nor a way out, so that several are looked at at once; NaN is none.
bool labels_are_classes(const float* target, int rows, int columns) {
  constexpr float kMost = 2147483520;  // that an int can hold
  const auto end = static_cast<float>(columns);
  const float last = std::min(static_cast<float>(columns - 1), kMost);
  int others = 0;
  for (int row = 0; row < rows; row++) {
    const float t = target[row];
    const float class_number = std::max(0.0f, std::min(t, last));  // of NaN 0
    const bool is_class = t == static_cast<float>(static_cast<int>(class_number));
    others += !(is_class & (t < end));
  }
  return others == 0;
}

bool is_sparse(Loss loss) {
  return loss == Loss::kSparseCategoricalCrossentropy ||
         loss == Loss::kSparseCategoricalCrossentropyLogits;
}

bool is_by_row(Loss loss) {
  return is_sparse(loss) || loss == Loss::kCategoricalCrossentropy ||
         loss == Loss::kCategoricalCrossentropyLogits || loss == Loss::kKlDivergenceLogits;
}

/// Whether the mean is over rows, and not over all values.
bool counts_rows(Loss loss) { return is_by_row(loss) || loss == Loss::kKlDivergence; }

double kl_logits(const float* x, const float* t, int columns, double log_sum) {
  double sum = 0;
  for (int j = 0; j < columns; j++) sum += share(t[j]) * (std::log(share(t[j])) - x[j] + log_sum);
  return sum;
}

void kl_logits_gradient(const float* p, const float* t, float* dx, int columns, float scale) {
  double whole = 0;
  for (int j = 0; j < columns; j++) whole += share(t[j]);
  for (int j = 0; j < columns; j++) {
    dx[j] = scale * static_cast<float>(p[j] * whole - share(t[j]));
  }
}

/// The target that a class number means for column j, smoothed.
float chosen(const float* t, int j, int columns, float smoothing) {
  return (j == static_cast<int>(*t) ? 1 - smoothing : 0) + smoothing / columns;
}

double sparse(const float* p, const float* t, int columns, double smoothing) {
  const double whole = row_sum(p, columns);
  double sum = -(1 - smoothing) * std::log(clip(p[static_cast<int>(*t)] / whole));
  if (smoothing == 0) return sum;
  for (int j = 0; j < columns; j++) sum -= smoothing / columns * std::log(clip(p[j] / whole));
  return sum;
}

/// The logit of the target class, or what smoothing makes of it, below the largest of its row.
double sparse_logit(const float* x, const float* t, int columns, double smoothing, double largest) {
  const double below = largest - x[static_cast<int>(*t)];
  return smoothing == 0
             ? below
             : (1 - smoothing) * below + smoothing * (largest - row_sum(x, columns) / columns);
}

/// Of some rows, whose logarithms are taken together.
double sum_of_sparse_logits(const float* x, const float* t, int64_t rows, int columns,
                            double smoothing) {
  constexpr int64_t kAtATime = 64;
  float largest[kAtATime];
  double sum = 0;
  for (int64_t first = 0; first < rows; first += kAtATime) {
    const int some = static_cast<int>(std::min(kAtATime, rows - first));
    sum += isa().log_sums(x, largest, some, columns);
    for (int i = 0; i < some; i++, x += columns, t++) {
      sum += sparse_logit(x, t, columns, smoothing, largest[i]);
    }
  }
  return sum;
}

bool is_of_logits(Loss loss) {
  return loss == Loss::kCategoricalCrossentropyLogits || loss == Loss::kKlDivergenceLogits;
}

/// The loss of a row; log_sum is log(sum of exp(p)) if p are logits.
double row_loss(Loss loss, float shape, const float* p, const float* t, int columns,
                double log_sum) {
  switch (loss) {
    case Loss::kCategoricalCrossentropy: return categorical(p, t, columns);
    case Loss::kCategoricalCrossentropyLogits: return categorical_logits(p, t, columns, log_sum);
    case Loss::kKlDivergenceLogits: return kl_logits(p, t, columns, log_sum);
    default: return sparse(p, t, columns, shape);
  }
}

double sum_of_rows(Loss loss, float shape, const float* p, const float* t, int64_t rows,
                   int columns) {
  if (loss == Loss::kSparseCategoricalCrossentropyLogits) {
    return sum_of_sparse_logits(p, t, rows, columns, shape);
  }
  constexpr int64_t kAtATime = 64;
  const int target_columns = is_sparse(loss) ? 1 : columns;
  double log_sums[kAtATime] = {};
  double sum = 0;
  for (int64_t first = 0; first < rows; first += kAtATime) {
    const int some = static_cast<int>(std::min(kAtATime, rows - first));
    if (is_of_logits(loss)) isa().log_sum_exp(p, log_sums, some, columns);
    for (int i = 0; i < some; i++, p += columns, t += target_columns) {
      sum += row_loss(loss, shape, p, t, columns, log_sums[i]);
    }
  }
  return sum;
}

void row_gradient(Loss loss, float shape, const float* p, const float* t, float* dx, int columns,
                  float scale) {
  const auto one_hot = [=](int j) { return chosen(t, j, columns, shape); };
  switch (loss) {
    case Loss::kCategoricalCrossentropy:
      return categorical_gradient(
          p, [t](int j) { return t[j]; }, dx, columns, scale);
    case Loss::kSparseCategoricalCrossentropy:
      return categorical_gradient(p, one_hot, dx, columns, scale);
    case Loss::kKlDivergenceLogits: return kl_logits_gradient(p, t, dx, columns, scale);
    default:  // kCategoricalCrossentropyLogits
      for (int j = 0; j < columns; j++) dx[j] = scale * (p[j] - t[j]);
  }
}

/// Of some rows: all columns as if none was chosen, and then the labels. dx may be p. One loop over
/// the columns of all takes half as long as one for each row.
void sparse_logits_gradient(const float* p, const float* t, float* dx, int64_t rows, int columns,
                            float smoothing, float scale) {
  constexpr int64_t kAtATime = 64;
  const float other = smoothing / columns;
  const float label = (1 - smoothing) + other;
  float labelled[kAtATime];
  for (int64_t first = 0; first < rows; first += kAtATime) {
    const int64_t some = std::min(kAtATime, rows - first);
    for (int64_t i = 0; i < some; i++) labelled[i] = p[i * columns + static_cast<int>(t[i])];
    const int64_t count = some * columns;
    for (int64_t i = 0; i < count; i++) dx[i] = scale * (p[i] - other);
    for (int64_t i = 0; i < some; i++) {
      dx[i * columns + static_cast<int>(t[i])] = scale * (labelled[i] - label);
    }
    p += count;
    dx += count;
    t += some;
  }
}

/// Calls task(term) with the term of an elementwise loss.
template <class Task>
void with_term(Loss loss, LossOptions options, const Task& task) {
  const Focus focus{options.shape, options.balance};
  switch (loss) {
    case Loss::kMeanSquaredError: return task(SquaredError{});
    case Loss::kMeanAbsoluteError: return task(AbsoluteError{});
    case Loss::kBinaryCrossentropy: return task(BinaryCrossentropy{});
    case Loss::kHuber: return task(Huber{options.shape});
    case Loss::kLogCosh: return task(LogCosh{});
    case Loss::kPoisson: return task(Poisson{});
    case Loss::kBinaryFocalCrossentropy: return task(BinaryFocal{focus});
    case Loss::kBinaryFocalCrossentropyLogits: return task(BinaryFocalLogits{focus});
    case Loss::kHinge: return task(Hinge{});
    case Loss::kSquaredHinge: return task(SquaredHinge{});
    case Loss::kKlDivergence: return task(KlDivergence{});
    default: return task(BinaryCrossentropyLogits{});
  }
}

double elementwise_loss(Loss loss, LossOptions options, const float* p, const float* t,
                        int64_t count) {
  double value = 0;
  with_term(loss, options, [&](const auto& term) {
    value = sum_of_parts(count, kLeastTerms, [=](int64_t begin, int64_t end) {
      return sum(term, p + begin, t + begin, end - begin);
    });
  });
  return value;
}

void elementwise_gradient(Loss loss, LossOptions options, const float* p, const float* t, float* dx,
                          int64_t count, float scale) {
  with_term(loss, options, [&](const auto& term) { gradient(term, p, t, dx, count, scale); });
}

}  // namespace

Status loss(Loss loss, LossOptions options, const float* prediction, const float* target,
            double* value, int rows, int columns) {
  const int64_t count = static_cast<int64_t>(rows) * columns;
  if (!is_by_row(loss)) {
    *value = elementwise_loss(loss, options, prediction, target, count) /
             (counts_rows(loss) ? rows : static_cast<double>(count));
    return kOk;
  }
  if (is_sparse(loss) && !labels_are_classes(target, rows, columns)) return kBadLabel;
  const int target_columns = is_sparse(loss) ? 1 : columns;
  const int64_t least = std::max<int64_t>(1, kLeastTerms / columns);
  *value = sum_of_parts(rows, least, [=](int64_t begin, int64_t end) {
    return sum_of_rows(loss, options.shape, prediction + begin * columns,
                       target + begin * target_columns, end - begin, columns);
  });
  *value /= rows;
  return kOk;
}

Status loss_gradient(Loss loss, LossOptions options, float weight, const float* prediction,
                     const float* target, float* dx, int rows, int columns) {
  const int64_t count = static_cast<int64_t>(rows) * columns;
  const double terms = counts_rows(loss) ? rows : static_cast<double>(count);
  const auto scale = static_cast<float>(weight / terms);
  if (!is_by_row(loss)) {
    pool::in_pieces(count, 16, 1, kLeastTerms, [=](int64_t begin, int64_t end) {
      elementwise_gradient(loss, options, prediction + begin, target + begin, dx + begin,
                           end - begin, scale);
    });
    return kOk;
  }
  if (is_sparse(loss) && !labels_are_classes(target, rows, columns)) return kBadLabel;
  const int target_columns = is_sparse(loss) ? 1 : columns;
  pool::in_pieces(rows, 1, columns, kLeastTerms, [=](int64_t begin, int64_t end) {
    if (loss == Loss::kSparseCategoricalCrossentropyLogits) {
      return sparse_logits_gradient(prediction + begin * columns, target + begin,
                                    dx + begin * columns, end - begin, columns, options.shape,
                                    scale);
    }
    for (int64_t row = begin; row < end; row++) {
      row_gradient(loss, options.shape, prediction + row * columns, target + row * target_columns,
                   dx + row * columns, columns, scale);
    }
  });
  return kOk;
}

}  // namespace annotron
