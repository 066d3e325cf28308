#pragma once

#include <cstdint>

namespace annotron {

/// The key of a step's draw and a layer's salt, made by Chance.java, as two halves.
struct Key {
  uint32_t low, high;
};

/// What is random in training; formulas as in RandomKernels.java.
struct RandomIsa {
  void (*dropout)(Key key, uint32_t threshold, float scale, const float* x, float* y, int rows,
                  int size, int channels);
  void (*noise)(Key key, float deviation, const float* x, float* y, int64_t count);
};

}  // namespace annotron
