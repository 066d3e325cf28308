// The kernels for processors with avx512.
#include "isa.h"
#include "simd/includes.h"

// From here on; headers of other libraries must stay above it.
#pragma GCC target("avx512f,fma,prefer-vector-width=512")

#define ANNOTRON_ISA avx512
#define ANNOTRON_LANES 16

#include "simd/kernels.inl"

namespace annotron {
extern const Isa kAvx512Isa;
const Isa kAvx512Isa = avx512::make_isa("avx512");
}  // namespace annotron
