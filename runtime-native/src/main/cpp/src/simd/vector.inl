// A vector of ANNOTRON_LANES floats, in the vector extension of GCC and Clang: arithmetic and
// comparisons are the operators, and mask ? a : b selects.

#define ANNOTRON_INLINE static ANNOTRON_MEMBER
/// The same of members. Where a tile called one, all its sums went to memory and back: of 32 x 784
/// x 10, a kernel's gradient took five times as long.
#define ANNOTRON_MEMBER inline __attribute__((always_inline))

namespace annotron {
namespace ANNOTRON_ISA {

constexpr int kLanes = ANNOTRON_LANES;

typedef float Floats __attribute__((vector_size(4 * ANNOTRON_LANES)));
typedef int32_t Ints __attribute__((vector_size(4 * ANNOTRON_LANES)));
typedef double Doubles __attribute__((vector_size(8 * ANNOTRON_LANES)));

ANNOTRON_INLINE Floats all(float x) { return x - Floats{}; }

ANNOTRON_INLINE Floats load(const float* from) {
  Floats v;
  std::memcpy(&v, from, sizeof v);
  return v;
}

ANNOTRON_INLINE void store(float* to, Floats v) { std::memcpy(to, &v, sizeof v); }

/// The first lanes of a vector. Others are neither read nor written: memory may end there.
#if defined(ANNOTRON_X86) && ANNOTRON_LANES == 16
struct Part {
  __mmask16 mask;
  explicit Part(int64_t count) : mask(static_cast<__mmask16>((1 << count) - 1)) {}
};

ANNOTRON_INLINE Floats load(const float* from, Part part, Floats fill) {
  return _mm512_mask_loadu_ps(fill, part.mask, from);
}

ANNOTRON_INLINE void store(float* to, Floats v, Part part) {
  _mm512_mask_storeu_ps(to, part.mask, v);
}
#elif defined(ANNOTRON_X86) && ANNOTRON_LANES == 8
struct Part {
  Ints mask;
  explicit Part(int64_t count) : mask(Ints{0, 1, 2, 3, 4, 5, 6, 7} < static_cast<int32_t>(count)) {}
};

ANNOTRON_INLINE Floats load(const float* from, Part part, Floats fill) {
  return part.mask ? _mm256_maskload_ps(from, reinterpret_cast<__m256i>(part.mask)) : fill;
}

ANNOTRON_INLINE void store(float* to, Floats v, Part part) {
  _mm256_maskstore_ps(to, reinterpret_cast<__m256i>(part.mask), v);
}
#else
struct Part {
  int64_t count;
  explicit Part(int64_t count_) : count(count_) {}
};

ANNOTRON_INLINE Floats load(const float* from, Part part, Floats fill) {
  for (int64_t i = 0; i < part.count; i++) fill[i] = from[i];
  return fill;
}

ANNOTRON_INLINE void store(float* to, Floats v, Part part) {
  for (int64_t i = 0; i < part.count; i++) to[i] = v[i];
}
#endif

/// Loads the first count lanes; the others are filled.
ANNOTRON_INLINE Floats load_part(const float* from, int64_t count, float fill) {
  return load(from, Part(count), all(fill));
}

ANNOTRON_INLINE void store_part(float* to, Floats v, int64_t count) { store(to, v, Part(count)); }

ANNOTRON_INLINE double sum_of_lanes(Doubles v) {
  double lanes[kLanes];
  std::memcpy(lanes, &v, sizeof v);
  for (int half = kLanes / 2; half > 0; half /= 2) {
    for (int i = 0; i < half; i++) lanes[i] += lanes[i + half];
  }
  return lanes[0];
}

ANNOTRON_INLINE float sum_of_lanes(Floats v) {
  float lanes[kLanes];
  store(lanes, v);
#pragma GCC unroll 4
  for (int half = kLanes / 2; half > 0; half /= 2) {
    for (int i = 0; i < half; i++) lanes[i] += lanes[i + half];
  }
  return lanes[0];
}

ANNOTRON_INLINE float max_of_lanes(Floats v) {
  float lanes[kLanes];
  store(lanes, v);
#pragma GCC unroll 4
  for (int half = kLanes / 2; half > 0; half /= 2) {
    for (int i = 0; i < half; i++)
      lanes[i] = lanes[i + half] > lanes[i] ? lanes[i + half] : lanes[i];
  }
  return lanes[0];
}

ANNOTRON_INLINE Ints lane_numbers() {
  Ints numbers{};
  for (int lane = 0; lane < kLanes; lane++) numbers[lane] = lane;
  return numbers;
}

ANNOTRON_INLINE Doubles widen(Floats v) { return __builtin_convertvector(v, Doubles); }

ANNOTRON_INLINE Floats absolute(Floats x) {
  return reinterpret_cast<Floats>(reinterpret_cast<Ints>(x) & 0x7fffffff);
}

/// A number above 0 with the sign of x.
ANNOTRON_INLINE Floats with_sign_of(Floats x, Floats size) {
  const Ints sign = reinterpret_cast<Ints>(x) & INT32_MIN;
  return reinterpret_cast<Floats>(reinterpret_cast<Ints>(size) | sign);
}

#if defined(ANNOTRON_X86) && ANNOTRON_LANES == 16
/// GCC 12 warns of its own intrinsics without a mask.
constexpr __mmask16 kEveryLane = 0xffff;

/// Lane i of the result is lane from[i] of x.
ANNOTRON_INLINE Floats permute(Floats x, Ints from) {
  return _mm512_maskz_permutexvar_ps(kEveryLane, reinterpret_cast<__m512i>(from), x);
}

/// Square roots to 1 unit in the last place: an approximation with an error of 2^-14, and a step of
/// Newton's method. The divider needs 18 cycles, and as many for a quotient; this 4. Where the step
/// makes NaN, of 0 and infinity, the root is the number itself.
ANNOTRON_INLINE Floats root(Floats x) {
  const Floats reciprocal = _mm512_maskz_rsqrt14_ps(kEveryLane, x);
  const Floats near = x * reciprocal;
  const Floats error = 1.0f - near * reciprocal;
  const Floats itself = x >= 0.0f ? x : reciprocal;
  return error == error ? near + near * (0.5f * error) : itself;
}

/// Quotients to 2 units in the last place, in the same way; of 0 and infinity, the approximation of
/// the reciprocal is exact. For y up to 8.5e37 in size or infinite: between those, the reciprocal
/// is subnormal, so 0. Roots end at 1.8e19.
ANNOTRON_INLINE Floats quotient(Floats x, Floats y) {
  const Floats near = _mm512_maskz_rcp14_ps(kEveryLane, y);
  const Floats error = 1.0f - y * near;
  return x * (error == error ? near + near * error : near);
}

/// 1 / y for y from 1 on: without quotient()'s care for 0 and infinity.
ANNOTRON_INLINE Floats reciprocal(Floats y) {
  const Floats near = _mm512_maskz_rcp14_ps(kEveryLane, y);
  return near + near * (1.0f - y * near);
}

/// x * 2^n for whole n, rounded once.
ANNOTRON_INLINE Floats scaled(Floats x, Floats n) {
  return _mm512_maskz_scalef_ps(kEveryLane, x, n);
}

/// A vector that stays in a register: GCC may read it from memory again for each use, and a core
/// reads one a cycle.
ANNOTRON_INLINE Floats kept(Floats x) {
  asm("" : "+v"(x));
  return x;
}

/// Two floats, over and over again.
ANNOTRON_INLINE Floats pairs_of(const float* from) {
  double both;
  std::memcpy(&both, from, sizeof both);
  return _mm512_castpd_ps(_mm512_set1_pd(both));
}
#else
ANNOTRON_INLINE Floats kept(Floats x) { return x; }

ANNOTRON_INLINE Floats pairs_of(const float* from) {
  Floats pairs{};
  for (int lane = 0; lane < kLanes; lane++) pairs[lane] = from[lane % 2];
  return pairs;
}

ANNOTRON_INLINE Floats permute(Floats x, Ints from) {
  Floats y{};
  for (int lane = 0; lane < kLanes; lane++) y[lane] = x[from[lane]];
  return y;
}

ANNOTRON_INLINE Floats root(Floats x) {
  for (int i = 0; i < kLanes; i++) x[i] = std::sqrt(x[i]);
  return x;
}

ANNOTRON_INLINE Floats quotient(Floats x, Floats y) { return x / y; }

ANNOTRON_INLINE Floats reciprocal(Floats y) { return 1 / y; }

ANNOTRON_INLINE Floats scaled(Floats x, Floats n) {
  const Ints whole = __builtin_convertvector(n, Ints);
  const Ints half = whole >> 1;  // in two steps: results may be subnormal or infinite
  const auto power = [](Ints of) { return reinterpret_cast<Floats>((of + 127) << 23); };
  return x * power(half) * power(whole - half);
}
#endif

/// a * b + c, rounded once where a processor can: a compiler may, but need not.
ANNOTRON_INLINE Floats multiply_add(Floats a, Floats b, Floats c) {
#if defined(ANNOTRON_X86) && ANNOTRON_LANES == 16
  return _mm512_fmadd_ps(a, b, c);
#elif defined(ANNOTRON_X86) && ANNOTRON_LANES == 8
  return _mm256_fmadd_ps(a, b, c);
#else
  return a * b + c;
#endif
}

/// The smaller of both, the larger one; NaN passes, which is the second operand of the
/// instructions. As a choice, they are a comparison and a copy.
#if defined(ANNOTRON_X86) && ANNOTRON_LANES == 16
ANNOTRON_INLINE Floats at_most(float limit, Floats x) {
  return _mm512_maskz_min_ps(kEveryLane, all(limit), x);
}

ANNOTRON_INLINE Floats at_least(float limit, Floats x) {
  return _mm512_maskz_max_ps(kEveryLane, all(limit), x);
}
#elif defined(ANNOTRON_X86) && ANNOTRON_LANES == 8
ANNOTRON_INLINE Floats at_most(float limit, Floats x) { return _mm256_min_ps(all(limit), x); }

ANNOTRON_INLINE Floats at_least(float limit, Floats x) { return _mm256_max_ps(all(limit), x); }
#else
ANNOTRON_INLINE Floats at_most(float limit, Floats x) { return x > limit ? all(limit) : x; }

ANNOTRON_INLINE Floats at_least(float limit, Floats x) { return x < limit ? all(limit) : x; }
#endif

/// Where a vector lies: what it reads from an array, and puts there.
struct Whole {
  int64_t at;
  Floats operator()(const float* from) const { return load(from + at); }
  void put(float* to, Floats v) const { store(to + at, v); }
};

struct Rest {
  int64_t at;
  Part part;
  Floats operator()(const float* from) const { return load(from + at, part, Floats{}); }
  void put(float* to, Floats v) const { store(to + at, v, part); }
};

/// Calls f(place) for all vectors of a range.
template <class F>
ANNOTRON_INLINE void in_vectors(int64_t begin, int64_t end, const F& f) {
  int64_t i = begin;
  for (; i + kLanes <= end; i += kLanes) f(Whole{i});
  if (i < end) f(Rest{i, Part(end - i)});
}

/// A lane's result depends on its value alone, never on its place: the rest takes the same path.
template <class F>
ANNOTRON_INLINE void map(const float* x, float* y, int64_t count, F f) {
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes) store(y + i, f(load(x + i)));
  const int64_t rest = count - i;
  if (rest > 0) store_part(y + i, f(load_part(x + i, rest, 0)), rest);
}

template <class F>
ANNOTRON_INLINE void map(const float* a, const float* b, float* y, int64_t count, F f) {
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes) store(y + i, f(load(a + i), load(b + i)));
  const int64_t rest = count - i;
  if (rest > 0) store_part(y + i, f(load_part(a + i, rest, 0), load_part(b + i, rest, 0)), rest);
}

/// The same for more operands.
template <class F, class... From>
ANNOTRON_INLINE void map_all(float* y, int64_t count, F f, const From*... from) {
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes) store(y + i, f(load(from + i)...));
  const int64_t rest = count - i;
  if (rest > 0) store_part(y + i, f(load_part(from + i, rest, 0)...), rest);
}

template <class F>
ANNOTRON_INLINE void map(const float* a, const float* b, const float* c, float* y, int64_t count,
                         F f) {
  map_all(y, count, f, a, b, c);
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
