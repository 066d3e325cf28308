// Tiles of sums: so many rows by so many vectors of columns as the registers hold.

namespace annotron {
namespace ANNOTRON_ISA {

/// The widest tile, in vectors of columns, and the tallest of each width.
constexpr int kMostVectors = kLanes == 16 ? 4 : 2;
constexpr int tallest(int vectors) {
  return kLanes == 16 && vectors == 4 ? 6 : vectors == 2 && kLanes < 16 ? 6 : 8;
}

/// Calls with the constants (height, vectors) of a tile.
template <int kVectors, class F>
ANNOTRON_INLINE void with_height(int height, const F& f) {
  switch (height) {
    case 1: return f(std::integral_constant<int, 1>{}, std::integral_constant<int, kVectors>{});
    case 2: return f(std::integral_constant<int, 2>{}, std::integral_constant<int, kVectors>{});
    case 3: return f(std::integral_constant<int, 3>{}, std::integral_constant<int, kVectors>{});
    case 4: return f(std::integral_constant<int, 4>{}, std::integral_constant<int, kVectors>{});
    case 5: return f(std::integral_constant<int, 5>{}, std::integral_constant<int, kVectors>{});
    case 6: return f(std::integral_constant<int, 6>{}, std::integral_constant<int, kVectors>{});
    default: break;
  }
  if constexpr (tallest(kVectors) == 8) {
    if (height == 7) {
      return f(std::integral_constant<int, 7>{}, std::integral_constant<int, kVectors>{});
    }
    return f(std::integral_constant<int, 8>{}, std::integral_constant<int, kVectors>{});
  }
}

template <class F>
ANNOTRON_INLINE void with_tile(int height, int vectors, const F& f) {
  if (vectors == 1) return with_height<1>(height, f);
  if constexpr (kMostVectors == 4) {
    if (vectors == 3) return with_height<3>(height, f);
    if (vectors == 4) return with_height<4>(height, f);
  }
  with_height<2>(height, f);
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

}  // namespace ANNOTRON_ISA
}  // namespace annotron
