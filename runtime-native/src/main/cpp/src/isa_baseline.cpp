// The kernels for any processor of the architecture (SSE2, NEON).
#include "isa.h"
#include "simd/includes.h"

#define ANNOTRON_ISA baseline
#define ANNOTRON_LANES 4

#include "simd/kernels.inl"

namespace annotron {
extern const Isa kBaselineIsa;
const Isa kBaselineIsa = baseline::make_isa("baseline");
}  // namespace annotron
