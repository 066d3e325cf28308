// What is random, as a function of a key and the number of a value: nothing is remembered, and the
// backward pass sees what the forward pass saw. The bits are those of Chance.java.

namespace annotron {
namespace ANNOTRON_ISA {

typedef uint32_t Words __attribute__((vector_size(4 * ANNOTRON_LANES)));

/// The finaliser of MurmurHash3: each bit of the result depends on each bit of the argument.
ANNOTRON_INLINE Words mixed(Words x) {
  x = (x ^ (x >> 16)) * 0x85ebca6bu;
  x = (x ^ (x >> 13)) * 0xc2b2ae35u;
  return x ^ (x >> 16);
}

ANNOTRON_INLINE Words random_bits(Key key, Words number) {
  return mixed(mixed(number ^ key.low) ^ key.high);
}

/// The numbers of the lanes: first, first + 1, ...
ANNOTRON_INLINE Words numbers_from(uint32_t first) {
  Words numbers;
  for (int i = 0; i < kLanes; i++) numbers[i] = first + static_cast<uint32_t>(i);
  return numbers;
}

/// 24 of the bits as a number from 0 up to, not including, 1.
ANNOTRON_INLINE Floats unit(Words bits) {
  return __builtin_convertvector(reinterpret_cast<Ints>(bits >> 8), Floats) *
         5.9604644775390625e-8f;
}

/// The scale where a value is kept, else 0.
ANNOTRON_INLINE Floats kept(Key key, Words numbers, uint32_t threshold, Floats scale) {
  const Ints top = reinterpret_cast<Ints>(random_bits(key, numbers) >> 8);
  return top >= static_cast<int32_t>(threshold) ? scale : Floats{};
}

/// log(x) for x in (0, 1].
ANNOTRON_INLINE Floats log_of_unit(Floats x) {
  // x = m * 2^e with m from 0.75 to 1.5, so that nothing cancels near 1
  const Ints bits = reinterpret_cast<Ints>(x) - 0x3f400000;
  const Ints e = bits >> 23;
  const Floats m = reinterpret_cast<Floats>((bits & 0x7fffff) + 0x3f400000);
  return __builtin_convertvector(e, Floats) * 0.69314718f + log1p_unit(m - 1);
}

/// cos(2 pi u) for u in [0, 1).
ANNOTRON_INLINE Floats cos_of_turn(Floats u) {
  const Floats t = (absolute(u - 0.5f) - 0.25f) * 6.283185307f;  // the sine of it, within pi / 2
  const Floats s = t * t;
  Floats p = -2.3889859e-08f * s + 2.7525562e-06f;
  p = p * s - 0.00019840874f;
  p = p * s + 0.0083333310f;
  p = p * s - 0.16666667f;
  return t + t * s * p;
}

/// A number of the standard normal distribution, after Box and Muller.
ANNOTRON_INLINE Floats normal(Key key, Words numbers) {
  const Words bits = random_bits(key, numbers);
  const Floats radius = unit(bits) + 5.9604644775390625e-8f;
  const Floats turn = unit(mixed(bits ^ key.low));
  const Floats square = -2 * log_of_unit(radius);
  Floats root;
  for (int i = 0; i < kLanes; i++) root[i] = std::sqrt(square[i]);
  return root * cos_of_turn(turn);
}

/// Calls f(values, their numbers) for all vectors of a stretch.
template <class F>
ANNOTRON_INLINE void map_numbered(const float* x, float* y, int64_t count, uint32_t first, F f) {
  Words numbers = numbers_from(first);
  int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes, numbers += static_cast<uint32_t>(kLanes)) {
    store(y + i, f(load(x + i), numbers));
  }
  const int64_t rest = count - i;
  if (rest > 0) store_part(y + i, f(load_part(x + i, rest, 0), numbers), rest);
}

/// Whole channels, of which each position of a row has the same.
static void drop_channels(Key key, uint32_t threshold, float scale, const float* x, float* y,
                          int rows, int size, int channels) {
  float factors[kTile];
  for (int row = 0; row < rows; row++, x += size, y += size) {
    for (int j = 0; j < channels; j += kTile) {
      const int width = channels - j < kTile ? channels - j : kTile;
      const uint32_t first = static_cast<uint32_t>(row) * channels + j;
      map_numbered(factors, factors, width, first, [=](Floats, Words numbers) {
        return kept(key, numbers, threshold, all(scale));
      });
      if (channels < kTile) {
        with_columns(x, factors, y, size / channels, channels,
                     [](Floats v, Floats factor) { return v * factor; });
      } else {
        for (int64_t at = j; at < size; at += channels) {
          map(x + at, factors, y + at, width, [](Floats v, Floats factor) { return v * factor; });
        }
      }
    }
  }
}

static void dropout(Key key, uint32_t threshold, float scale, const float* x, float* y, int rows,
                    int size, int channels) {
  if (channels < size) return drop_channels(key, threshold, scale, x, y, rows, size, channels);
  map_numbered(x, y, static_cast<int64_t>(rows) * size, 0, [=](Floats v, Words numbers) {
    return v * kept(key, numbers, threshold, all(scale));
  });
}

static void noise(Key key, float deviation, const float* x, float* y, int64_t count) {
  map_numbered(x, y, count, 0,
               [=](Floats v, Words numbers) { return v + deviation * normal(key, numbers); });
}

constexpr RandomIsa make_random_isa() {
  RandomIsa isa{};
  isa.dropout = dropout;
  isa.noise = noise;
  return isa;
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
