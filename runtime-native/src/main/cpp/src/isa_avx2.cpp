// The kernels for processors with avx2.
#include "isa.h"
#include "simd/includes.h"

// From here on; headers of other libraries must stay above it.
#pragma GCC target("avx2,fma")

#define ANNOTRON_ISA avx2
#define ANNOTRON_LANES 8

#include "simd/kernels.inl"

namespace annotron {
extern const Isa kAvx2Isa;
const Isa kAvx2Isa = avx2::make_isa("avx2");
}  // namespace annotron
