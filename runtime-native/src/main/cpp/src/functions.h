#pragma once

namespace annotron {

/// Numbered as dev.annotron.runtime.kernel.Function.
enum class Function : int {
  kLinear,
  kRelu,
  kRelu6,
  kLeakyRelu,
  kElu,
  kSelu,
  kSilu,
  kGelu,
  kGeluTanh,
  kSoftplus,
  kSoftsign,
  kTanh,
  kSigmoid,
  kHardSigmoid,
  kMish,
  kExponential,
  kCount,
};

/// Numbered as dev.annotron.runtime.kernel.LossFunction.
enum class Loss : int {
  kMeanSquaredError,
  kMeanAbsoluteError,
  kBinaryCrossentropy,
  kCategoricalCrossentropy,
  kSparseCategoricalCrossentropy,
  kBinaryCrossentropyLogits,
  kCategoricalCrossentropyLogits,
  kSparseCategoricalCrossentropyLogits,
  kHuber,
  kLogCosh,
  kPoisson,
  kBinaryFocalCrossentropy,
  kBinaryFocalCrossentropyLogits,
  kHinge,
  kSquaredHinge,
  kKlDivergence,
  kKlDivergenceLogits,
  kCount,
};

}  // namespace annotron
