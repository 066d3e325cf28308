// Tiles of sums: so many rows by so many vectors of columns as the registers hold.

namespace annotron {
namespace ANNOTRON_ISA {

/// The widest tile, in vectors of columns, and the tallest of each width: of 32 registers or 16,
/// some are for a row of b and a value of a.
constexpr int kMostVectors = kLanes == 16 ? 4 : 3;
constexpr int tallest(int vectors) {
  if (kLanes == 16) return vectors == 4 ? 6 : 8;
  return vectors == 3 ? 4 : vectors == 2 ? 6 : 8;
}

/// The same of so many vectors of columns, divided into panels.
constexpr int tallest_of_panels(int vectors) {
  const int panels = (vectors + kMostVectors - 1) / kMostVectors;
  return tallest((vectors + panels - 1) / panels);
}

/// Calls with the constants (height, vectors) of a tile.
template <int kVectors, int kHeight = tallest(kVectors), class F>
ANNOTRON_INLINE void with_height(int height, const F& f) {
  if constexpr (kHeight > 1) {
    if (height < kHeight) return with_height<kVectors, kHeight - 1>(height, f);
  }
  f(std::integral_constant<int, kHeight>{}, std::integral_constant<int, kVectors>{});
}

template <int kVectors = kMostVectors, class F>
ANNOTRON_INLINE void with_tile(int height, int vectors, const F& f) {
  if constexpr (kVectors > 1) {
    if (vectors < kVectors) return with_tile<kVectors - 1>(height, vectors, f);
  }
  with_height<kVectors>(height, f);
}

/// Divides count into the fewest pieces of at most so many, all nearly equal.
template <class F>
ANNOTRON_INLINE void in_pieces(int count, int most, const F& f) {
  const int pieces = (count + most - 1) / most;
  if (pieces == 0) return;
  const int size = count / pieces;
  const int longer = count % pieces;
  // Begins where count * i / pieces is, without dividing each time.
  for (int i = 0, begin = 0, rest = 0; i < pieces; i++) {
    rest += longer;
    const bool is_longer = rest >= pieces;
    if (is_longer) rest -= pieces;
    f(begin, size + (is_longer ? 1 : 0));
    begin += size + (is_longer ? 1 : 0);
  }
}

/// The same pieces in another order, from both ends to the middle, with the number of each.
template <class F>
ANNOTRON_INLINE void inwards(int count, int most, const F& f) {
  const int pieces = (count + most - 1) / most;
  if (pieces == 0) return;
  const int size = count / pieces;
  const int longer = count % pieces;
  const int half = (pieces + 1) / 2;
  // From where the next piece of the first half begins, and where that of the second ends.
  int begin = 0, end = count, rest_of_begin = 0, rest_of_end = 0;
  for (int i = 0; i < pieces; i++) {
    int some = size;
    int at = begin;
    if (i < half) {
      rest_of_begin += longer;
      if (rest_of_begin >= pieces) some++, rest_of_begin -= pieces;
      begin += some;
    } else {
      rest_of_end -= longer;
      if (rest_of_end < 0) some++, rest_of_end += pieces;
      at = end -= some;
    }
    f(i < half ? i : pieces - 1 - (i - half), at, some);
  }
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
