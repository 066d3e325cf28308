// Kernels of what is random, as Java calls them with the wide signature: operands a to f, of which
// the last is the result; eight whole numbers; two real ones.
#include "export.h"
#include "isa.h"
#include "random.h"
#include "status.h"

using annotron::isa;
using annotron::Key;
using annotron::kOk;

namespace {

Key key_of(int low, int high) { return {static_cast<uint32_t>(low), static_cast<uint32_t>(high)}; }

}  // namespace

ANNOTRON_EXPORT int annotron_dropout(const float* x, const void*, const void*, const void*,
                                     const void*, float* y, int low, int high, int threshold,
                                     int rows, int size, int channels, int, int, float scale,
                                     float) {
  isa().random.dropout(key_of(low, high), static_cast<uint32_t>(threshold), scale, x, y, rows, size,
                       channels);
  return kOk;
}

ANNOTRON_EXPORT int annotron_noise(const float* x, const void*, const void*, const void*,
                                   const void*, float* y, int low, int high, int count, int, int,
                                   int, int, int, float deviation, float) {
  isa().random.noise(key_of(low, high), deviation, x, y, count);
  return kOk;
}
