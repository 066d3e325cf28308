#pragma once

#include <cstdint>

#include "convolution.h"
#include "element.h"
#include "functions.h"
#include "normalization.h"
#include "product.h"
#include "random.h"
#include "recurrent.h"

namespace annotron {

/// One optimizer step over the weights from begin to end; see simd/optimizer.inl.
using Step = void (*)(float* w, const float* g, float* state, int64_t count, int64_t begin,
                      int64_t end, const float* numbers);

constexpr int kUpdateRules = 14;

/// The kernels that are compiled once per instruction set. Matrices are row-major and packed.
struct Isa {
  const char* name;

  /// Whether products by tiles are as fast as those of a library; else OpenBLAS must be open.
  bool has_tiles;
  /// See Product; false without memory.
  bool (*product)(const Product& product);
  int64_t (*packed_size)(const Product& product);
  void (*pack)(const Product& product, float* to);
  /// The depth up to which a product puts each of its sums to its place at once.
  int (*most_depth)(const Product& product);
  /// y[columns] = x[in] . kernel[in, columns], some columns of a kernel of so many units
  void (*row_product)(const float* x, const float* kernel, float* y, int in, int units,
                      int columns);
  /// y[rows] = x[rows, in] . kernel[in]
  void (*column_product)(const float* x, const float* kernel, float* y, int rows, int in);
  /// y[rows, columns] = a[rows] . b[columns]
  void (*outer_product)(const float* a, const float* b, float* y, int rows, int columns);
  /// y = function(y + bias), with no bias where the pointer is null
  void (*finish)(float* y, const float* bias, int rows, int units, Function function, float slope);

  void (*activation)(Function function, float slope, const float* x, float* y, int64_t count);
  void (*activation_gradient)(Function function, float slope, const float* value, const float* dy,
                              float* dx, int64_t count);
  void (*softmax)(const float* x, float* y, int rows, int columns);
  void (*softmax_gradient)(const float* y, const float* dy, float* dx, int rows, int columns);
  void (*log_sum_exp)(const float* x, double* sums, int rows, int columns);
  /// The largest value of each row; returns the sum of log(sum of exp(x - largest)) over the rows.
  double (*log_sums)(const float* x, float* largest, int rows, int columns);

  void (*add)(const float* a, const float* b, float* y, int64_t count);
  void (*add_bias)(const float* x, const float* bias, float* y, int rows, int columns);
  void (*sum_rows)(const float* x, float* sum, int rows, int columns);

  ElementIsa element;
  RandomIsa random;
  RecurrentIsa recurrent;
  NormalizationIsa normalization;
  ConvolutionIsa convolution;
  /// kUpdateRules of them, numbered as dev.annotron.runtime.kernel.UpdateRule.
  const Step* steps;
  /// y = a * x + b * y; where b is 0, y is not read
  void (*blend)(const float* x, float a, float* y, float b, int64_t count);
  void (*clip_value)(float* x, int64_t count, float limit);
  double (*square_sum)(const float* x, int64_t count);
  /// The sum of l1 * |w| + l2 * w * w, and its derivative added to g.
  double (*penalty)(const float* w, int64_t count, float l1, float l2);
  void (*penalty_gradient)(const float* w, float* g, int64_t count, float l1, float l2);
};

enum class IsaChoice : int { kBest, kBaseline, kAvx2, kAvx512, kCount };

/// The kernels in use: at first the best that this processor has.
const Isa& isa();

/// Changes them; false if this processor or build has no such thing.
bool select_isa(IsaChoice choice);

/// Whether this processor computes vectors of AVX-512 in two halves, one after the other, as Zen 4
/// does: its second cache then keeps up with products.
bool halves_vectors();

}  // namespace annotron
