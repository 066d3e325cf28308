// Products of matrices: tiles of sums that stay in registers while the depth goes by. Operands are
// read where they lie, or copied first where their rows would get into each other's way in a cache.
// The order of a sum follows from sizes alone, so the same product divided in the same way has the
// same bits.

namespace annotron {
namespace ANNOTRON_ISA {

/// The depth that goes by at a time of a transposed a: the panel, and the lines of a that the next
/// tile reads too, fit the first cache. 1000 x 1000 x 1000: 130 GFLOP/s instead of 55. But c goes
/// by once for each piece of the depth, so it must fit the second.
constexpr int kMostDepthAcross = 128;
constexpr int64_t kMostAcross = 1 << 20;

/// Rows of c from which a copy of a panel of b pays, if b is so large.
constexpr int kCopyRows = 64;
constexpr int64_t kCopyFloats = 16 * 1024;

/// Floats of b up to which rows go by one tile at a time, with all panels in reach.
constexpr int64_t kMostSmall = 16 * 1024;

/// Floats of a that are copied at a time: 512 KB stay in the second cache.
constexpr int64_t kMostCopied = 128 * 1024;

template <bool kInPieces, bool kListed>
ANNOTRON_INLINE void multiply_rows(const Product& p, const Rows& rows, int height, int depth,
                                   const Columns& panel, float* c) {
  if (panel.columns < kLanes) {
    return with_height<1>(height, [&](auto tall, auto wide) {
      product_tile<decltype(tall)::value, decltype(wide)::value, kInPieces, true, kListed>(
          p, rows, depth, panel, c);
    });
  }
  const int vectors = (panel.columns + kLanes - 1) / kLanes;
  with_tile(height, vectors, [&](auto tall, auto wide) {
    product_tile<decltype(tall)::value, decltype(wide)::value, kInPieces, false, kListed>(
        p, rows, depth, panel, c);
  });
}

template <bool kInPieces>
ANNOTRON_INLINE void multiply_tile(const Product& p, const Rows& rows, int height, int depth,
                                   const Columns& panel, float* c) {
  if (rows.is_listed()) return multiply_rows<kInPieces, true>(p, rows, height, depth, panel, c);
  multiply_rows<kInPieces, false>(p, rows, height, depth, panel, c);
}

/// The columns that are left to a tail; 0 if it does not pay.
template <bool kInPieces>
static int tail_of(const Product& p, const Block& block) {
  const int columns = p.n % kLanes;
  // Otherwise to copy the columns, or to put the sums one by one, takes longer than a vector.
  const bool pays = (kInPieces ? block.rows : block.depth) >= 8 * columns;
  return p.n > kLanes && columns <= kMostTail && pays ? columns : 0;
}

template <bool kInPieces>
static void multiply_tail(const Product& p, const Block& block, const Rows& rows, int columns) {
  const bool turned = p.b_transposed == Transposed::kYes;
  const int first = p.n - columns;
  Tail b{turned ? p.b + first * p.b_stride + block.k : p.b + block.k * p.b_stride + first,
         turned ? 1 : p.b_stride, turned ? p.b_stride : 1, columns};
  const TailSums to{p.c + block.row * p.c_stride + first, p.c_stride, p.scale,
                    p.add || block.k > 0};
  float copy[kInPieces ? kMostTail * kMostDepth : 1];
  if (kInPieces && !turned) {
    for (int k = 0; k < block.depth; k++) {
      for (int j = 0; j < columns; j++) copy[j * kMostDepth + k] = b.first[k * b.step + j];
    }
    b = {copy, 1, kMostDepth, columns};
  }
  with_columns(columns, [&](auto count) {
    constexpr int kColumns = decltype(count)::value;
    if (kInPieces) {
      tail_along<kColumns>(rows, b, block.depth, block.rows, to);
    } else if (rows.is_listed()) {
      tail_across<kColumns>(rows.listed, b, block.depth, block.rows, to);
    } else {
      tail_across<kColumns>(rows.strided, b, block.depth, block.rows, to);
    }
  });
}

/// Whether all panels of a piece of b stay in reach. Then rows go by one tile at a time, so that c
/// is written row by row and not in columns far apart: 1792 x 512 x 28 takes 0.82 of the time.
static bool is_small(const Product& p, const Block& block) {
  return p.packed == nullptr && block.rows >= kCopyRows && p.n > kMostVectors * kLanes &&
         block.depth * whole_vectors(p.n) <= kMostSmall;
}

static bool multiply_small(const Product& p, const Block& block) {
  float* panels = copies().b.of<float>(block.depth * whole_vectors(p.n));
  if (panels == nullptr) return false;
  pack_panels(p, block.k, block.depth, panels);
  const auto vectors = static_cast<int>(whole_vectors(p.n) / kLanes);
  const int tall = tallest(std::min(vectors, kMostVectors));
  const Rows rows = rows_in_place<true>(p, block);
  in_pieces(block.rows, tall, [&](int row, int height) {
    in_panels(p.n, [&](int column, int wide) {
      Columns panel = panel_of(p, block, column, wide);
      panel.b = panels + static_cast<int64_t>(block.depth) * column;
      panel.b_step = whole_vectors(wide);
      multiply_tile<true>(p, rows.from(row, 0), height, block.depth, panel,
                          panel.c + row * p.c_stride);
    });
  });
  return true;
}

template <bool kInPieces>
static bool multiply(const Product& p, const Block& block) {
  if (kInPieces && is_small(p, block)) return multiply_small(p, block);
  const bool is_large = block.depth * p.b_stride >= kCopyFloats;
  const bool is_crowded = p.b_stride % kCrowded == 0 && block.rows > kLanes;
  const bool is_copied =
      p.b_transposed == Transposed::kYes || is_crowded || (block.rows >= kCopyRows && is_large);
  const int tail = p.packed == nullptr ? tail_of<kInPieces>(p, block) : 0;
  const int columns = p.n - tail;
  const auto vectors = static_cast<int>(whole_vectors(columns) / kLanes);
  const int panels = (vectors + kMostVectors - 1) / kMostVectors;
  const int tall = tallest((vectors + panels - 1) / panels);
  Tiles tiles;
  if (!tiles_of<kInPieces>(p, block, tall, tiles)) return false;
  const Rows in_place = rows_in_place<kInPieces>(p, block);
  // It has little to compute while memory is waited for: what lies in one piece is foreseen by the
  // processor, and what does not is asked for by the tiles.
  if (tail > 0 && !in_place.is_listed()) multiply_tail<kInPieces>(p, block, in_place, tail);
  bool done = true;
  in_panels(columns, [&](int column, int wide) {
    Columns panel = panel_of(p, block, column, wide);
    if (p.packed != nullptr) {
      panel.b = p.packed + packed_at(p, block.k, block.depth, column);
      panel.b_step = whole_vectors(wide);
    } else if (done && is_copied) {
      done = copy_panel(p, block, column, panel);
    }
    if (!done) return;
    int piece = 0;
    in_pieces(block.rows, tall, [&](int row, int height) {
      const Rows rows = tiles.of<kInPieces>(piece++, row);
      multiply_tile<kInPieces>(p, rows, height, block.depth, panel, panel.c + row * p.c_stride);
    });
  });
  if (tail > 0 && in_place.is_listed()) multiply_tail<kInPieces>(p, block, in_place, tail);
  return done;
}

/// Rows of a that are multiplied at a time.
static int rows_at_a_time(const Product& p, int depth) {
  const int64_t rows = kMostCopied / depth;
  return p.m <= rows || (p.a_stride % kCrowded != 0 && !packs_rows(p)) ? p.m
                                                                       : static_cast<int>(rows);
}

/// The depth that goes by at a time: as it was packed, if it was.
static int most_depth(const Product& p) {
  const bool is_across = p.a_transposed == Transposed::kYes && !packs_rows(p) &&
                         static_cast<int64_t>(p.m) * p.n <= kMostAcross;
  return is_across && p.packed == nullptr ? kMostDepthAcross : kMostDepth;
}

/// False without memory.
static bool product_in_place(const Product& p) {
  bool done = true;
  in_pieces(p.k, most_depth(p), [&](int k, int depth) {
    in_pieces(p.m, rows_at_a_time(p, depth), [&](int row, int rows) {
      const Block block{row, rows, k, depth};
      done = done && (p.a_transposed == Transposed::kYes ? multiply<false>(p, block)
                                                         : multiply<true>(p, block));
    });
  });
  return done;
}

/// c transposed = b . a transposed: where c and a have few rows, they are transposed rather than b.
static bool product_turned(const Product& p) {
  const int64_t stride = whole_vectors(p.m) + kLanes;
  float* a = copies().turned.of<float>((static_cast<int64_t>(p.k) + p.n) * stride);
  if (a == nullptr) return false;
  float* c = a + p.k * stride;
  transpose(p.a, p.a_stride, a, stride, p.m, p.k);
  if (p.add) transpose(p.c, p.c_stride, c, stride, p.m, p.n);
  const Product turned{
      Transposed::kNo, Transposed::kNo, p.n,  p.m, p.k, p.b, p.b_stride, a, stride, c,
      stride,          p.scale,         p.add};
  if (!product_in_place(turned)) return false;
  transpose(c, stride, p.c, p.c_stride, p.n, p.m);
  return true;
}

static bool product(const Product& p) {
  const bool is_plain = p.packed == nullptr && p.a_rows == nullptr;
  if (is_plain && p.b_transposed == Transposed::kYes && p.a_transposed == Transposed::kNo) {
    const int64_t turned = static_cast<int64_t>(p.m) * (p.n + p.k);
    if (turned < static_cast<int64_t>(p.n) * p.k) return product_turned(p);
  }
  return product_in_place(p);
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
