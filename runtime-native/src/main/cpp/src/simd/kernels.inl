// Everything below is compiled once per instruction set, in a namespace of its own.
#include "simd/vector.inl"
//
#include "simd/elementary.inl"
#include "simd/transpose.inl"
//
#include "simd/activation.inl"
#include "simd/optimizer.inl"
#include "simd/stream.inl"
//
#include "simd/product.inl"
#include "simd/softmax.inl"
#include "simd/sums.inl"
//
#include "simd/columns.inl"
//
#include "simd/element.inl"
#include "simd/normalization.inl"
#include "simd/random.inl"
//
#include "simd/recurrent.inl"
#include "simd/rows.inl"
//
#include "simd/tail.inl"
#include "simd/tile.inl"
//
#include "simd/product_tile.inl"
//
#include "simd/operands.inl"
//
#include "simd/matrix.inl"
//
#include "simd/convolution.inl"
#include "simd/pool.inl"

namespace annotron {
namespace ANNOTRON_ISA {

constexpr Isa make_isa(const char* name) {
  Isa isa{};
  isa.name = name;
  isa.has_tiles = kLanes >= 8;
  isa.product = product;
  isa.packed_size = packed_size;
  isa.pack = pack;
  isa.most_depth = most_depth;
  isa.row_product = row_product;
  isa.column_product = column_product;
  isa.outer_product = outer_product;
  isa.finish = finish;
  isa.activation = activation;
  isa.activation_gradient = activation_gradient;
  isa.softmax = softmax;
  isa.softmax_gradient = softmax_gradient;
  isa.log_sum_exp = log_sum_exp;
  isa.log_sums = log_sums;
  isa.add = add;
  isa.add_bias = add_bias;
  isa.sum_rows = sum_rows;
  isa.element = make_element_isa();
  isa.random = make_random_isa();
  isa.recurrent = make_recurrent_isa();
  isa.normalization = make_normalization_isa();
  isa.convolution = make_convolution_isa();
  static_assert(sizeof kSteps / sizeof *kSteps == kUpdateRules, "each rule has a step");
  isa.steps = kSteps;
  isa.blend = blend;
  isa.clip_value = clip_value;
  isa.square_sum = square_sum;
  isa.penalty = penalty;
  isa.penalty_gradient = penalty_gradient;
  return isa;
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
