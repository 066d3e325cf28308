// Everything below is compiled once per instruction set, in a namespace of its own.
#include "simd/vector.inl"
//
#include "simd/elementary.inl"
//
#include "simd/activation.inl"
#include "simd/optimizer.inl"
#include "simd/product.inl"
#include "simd/softmax.inl"
#include "simd/sums.inl"

namespace annotron {
namespace ANNOTRON_ISA {

constexpr Isa make_isa(const char* name) {
  return Isa{name,    row_product,      column_product,
             finish,  activation,       activation_gradient,
             softmax, softmax_gradient, log_sum_exp,
             add,     add_bias,         sum_rows,
             sgd,     sgd_momentum,     adam};
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
