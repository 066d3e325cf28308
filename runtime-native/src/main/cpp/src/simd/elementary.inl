// Elementary functions, within a few units in the last place; NaN passes, infinities have their
// limits. The coefficients are Chebyshev fits of our own.

namespace annotron {
namespace ANNOTRON_ISA {

/// An argument of exp as n * log(2) + rest, with a whole n.
struct Reduced {
  Floats n, rest;
};

ANNOTRON_INLINE Reduced reduce(Floats x) {
  constexpr float kRounder = 12582912;  // adding and taking away 1.5 * 2^23 rounds to an integer
  const Floats n = (x * 1.44269504f + kRounder) - kRounder;
  return {n, (x - n * 0.693359375f) + n * 2.12194440e-4f};
}

/// exp(r) - 1 for |r| <= 0.36.
ANNOTRON_INLINE Floats expm1_near_zero(Floats r) {
  Floats p = 0.00019903865177184343f * r + 0.0013937184121459723f;
  p = p * r + 0.008333292789757252f;
  p = p * r + 0.041666433215141296f;
  p = p * r + 0.1666666716337204f;
  p = p * r + 0.5f;
  return r * r * p + r;
}

/// exp(x + low), for a tiny correction low.
ANNOTRON_INLINE Floats exp(Floats x, Floats low) {
  const Reduced reduced = reduce(at_least(-104, at_most(89, x)));
  return scaled(expm1_near_zero(reduced.rest + low) + 1, reduced.n);
}

/// exp(x) for x from -104 to 89.
ANNOTRON_INLINE Floats exp_within(Floats x) {
  const Reduced reduced = reduce(x);
  return scaled(expm1_near_zero(reduced.rest) + 1, reduced.n);
}

ANNOTRON_INLINE Floats exp(Floats x) { return exp_within(at_least(-104, at_most(89, x))); }

/// exp(x) - 1 for x <= 0.
ANNOTRON_INLINE Floats expm1_negative(Floats x) {
  const Reduced reduced = reduce(at_least(-40, x));
  const Floats power = scaled(all(1), reduced.n);
  return expm1_near_zero(reduced.rest) * power + (power - 1);
}

/// log(1 + x) for x in [0, 1], as 2 atanh(x / (2 + x)).
ANNOTRON_INLINE Floats log1p_unit(Floats x) {
  const Floats s = quotient(x, x + 2);
  const Floats u = s * s;
  Floats p = 0.10401258617639542f * u + 0.08730270713567734f;
  p = p * u + 0.11132559925317764f;
  p = p * u + 0.14285144209861755f;
  p = p * u + 0.20000004768371582f;
  p = p * u + 0.3333333432674408f;
  return 2 * (s + s * u * p);
}

struct SigmoidWithSlope {
  Floats value, slope;
};

/// The slope is value * (1 - value), without the difference, which would cancel for large x.
ANNOTRON_INLINE SigmoidWithSlope sigmoid_with_slope(Floats x) {
  const Floats power = exp(-absolute(x));
  const Floats upper = quotient(all(1), 1 + power);
  return {x < 0 ? power * upper : upper, power * upper * upper};
}

/// Beyond 88, the exponential adds nothing, or the result is subnormal.
ANNOTRON_INLINE Floats sigmoid(Floats x) {
  return reciprocal(1 + exp_within(-at_least(-88, at_most(88, x))));
}

ANNOTRON_INLINE Floats tanh(Floats x) {
  const Floats u = x * x;
  Floats p = 0.0022183621767908335f * u - 0.00827612541615963f;
  p = p * u + 0.02174754999577999f;
  p = p * u - 0.05395655706524849f;
  p = p * u + 0.13333292305469513f;
  p = p * u - 0.3333333432674408f;
  const Floats inner = x + x * u * p;
  const Floats size = absolute(x);
  const Floats outer = 1 - 2 * reciprocal(1 + exp_within(2 * at_most(10, size)));
  return size < 0.65f ? inner : with_sign_of(x, outer);
}

/// The upper tail of the normal distribution times 2, and its density's exponential.
struct NormalTail {
  Floats tail;     // erfc(|x| / sqrt(2))
  Floats density;  // exp(-x * x / 2)
};

ANNOTRON_INLINE NormalTail normal_tail(Floats x) {
  // x * x exactly, as a sum of two: the error of a rounded square would grow with the square.
  const Floats high = reinterpret_cast<Floats>(reinterpret_cast<Ints>(x) & ~0xfff);
  const Floats low = x - high;
  const Floats square = x * x;
  const Floats error = ((high * high - square) + 2 * high * low) + low * low;
  const Floats density = square < 208 ? exp(-0.5f * square, -0.5f * error) : exp(-0.5f * square);

  Floats z = absolute(x) * 0.70710678f;
  z = z > 20 ? all(20) : z;  // the density is 0 there
  const Floats t = quotient(z - 3.5f, z + 3.5f);
  Floats p = 0.0004488069098442793f * t - 0.0005406122654676437f;
  p = p * t - 0.0040896860882639885f;
  p = p * t + 0.019309068098664284f;
  p = p * t - 0.048887114971876144f;
  p = p * t + 0.08789724856615067f;
  p = p * t - 0.11507481336593628f;
  p = p * t + 0.09753383696079254f;
  p = p * t - 0.01055685430765152f;
  p = p * t - 0.14000989496707916f;
  p = p * t + 1.2423492670059204f;
  return {quotient(density * p, 1 + 2 * z), density};
}

/// The normal distribution's lower tail at x: half of erfc(-x / sqrt(2)).
ANNOTRON_INLINE Floats normal_below(Floats x, NormalTail tail) {
  return 0.5f * (x < 0 ? tail.tail : 2 - tail.tail);
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
