#pragma once

#include "functions.h"
#include "status.h"

namespace annotron {

/// The mean loss; kBadLabel if a sparse target is not a class number.
Status loss(Loss loss, const float* prediction, const float* target, double* value, int rows,
            int columns);

/// dx = weight * d loss / d prediction; the fused forms take the activated outputs.
Status loss_gradient(Loss loss, float weight, const float* prediction, const float* target,
                     float* dx, int rows, int columns);

}  // namespace annotron
