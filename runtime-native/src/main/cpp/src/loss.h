#pragma once

#include "functions.h"
#include "status.h"

namespace annotron {

/// What some losses take: Huber's delta or the focal gamma, or how far
/// sparse targets are smoothed; the focal balance, below 0 for none.
struct LossOptions {
  float shape, balance;
};

/// The mean loss; kBadLabel if a sparse target is not a class number.
Status loss(Loss loss, LossOptions options, const float* prediction, const float* target,
            double* value, int rows, int columns);

/// dx = weight * d loss / d prediction; the fused forms take the activated outputs.
Status loss_gradient(Loss loss, LossOptions options, float weight, const float* prediction,
                     const float* target, float* dx, int rows, int columns);

}  // namespace annotron
