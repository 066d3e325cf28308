// Products of matrices: tiles of sums that stay in registers while the depth goes by. Operands are
// read where they lie, or copied first where their rows would get into each other's way in a cache.
// The order of a sum follows from sizes and strides alone, so the same product divided in the same
// way has the same bits.

namespace annotron {
namespace ANNOTRON_ISA {

/// The depth that goes by at a time of a transposed a: the panel, and the lines of a that the next
/// tile reads too, fit the first cache. 1000 x 1000 x 1000: 130 GFLOP/s instead of 55. But c goes
/// by once for each piece of the depth, so it must fit the second.
constexpr int kMostDepthAcross = 128;
constexpr int64_t kMostAcross = 1 << 20;

/// With few sums, the pieces may be shorter. Processors with AVX2 alone often have a first cache of
/// 32 KB and know the pages of 64 rows: 61 x 61 x 1000 takes 0.75 of the time, 784 x 50 x 1024
/// 0.95. Of 512 x 512, 1.08.
constexpr int64_t kFewSums = 48 * 1024;
constexpr int kMostDepthOfFew = kLanes == 16 ? kMostDepthAcross : 64;

/// The same of listed rows whose panel is wide: their next lines are in the first cache too, and
/// each is on a page of its own. Of 1024 x 784 x 50 it takes 0.9 of the time, with AVX2 0.86; of
/// ten columns, whose panel is small, 1.05 to 1.1.
constexpr int kMostDepthListed = kLanes == 16 ? 96 : 48;
constexpr int kWideColumns = 32;

/// Where panels may be long, the steps whose lines of a take half of the second cache. If those are
/// a power of two apart they share some of its lines, of which 8 steps can have each. On Zen 4,
/// 1024 x 784 x 50 takes 0.98 of the time, of listed rows 0.94; 256 x 512 x 512 0.98 and 0.96.
static int most_depth_of_long_panels(int64_t stride) {
  constexpr int64_t kFloats = 128 * 1024;
  const int64_t power_of_two = stride & -stride;
  return static_cast<int>(
      std::clamp<int64_t>(kFloats / power_of_two, kMostDepthAcross, kMostDepth));
}

/// Rows of c from which a copy of a panel of b pays, if b is so large.
constexpr int kCopyRows = 64;
constexpr int64_t kCopyFloats = 16 * 1024;

/// Floats of b up to which rows go by one tile at a time, with all panels in reach. Where many rows
/// would else be copied they may fill half of the second cache: 256 x 2048 x 4096 of a transposed b
/// takes 0.91 of the time, 64 x 1024 x 128 would take 1.07. Processors with AVX2 alone often have a
/// smaller cache.
constexpr int64_t kMostSmall = 16 * 1024;
constexpr int64_t kMostSmallCrowded = kLanes == 16 ? 128 * 1024 : kMostSmall;
constexpr int kCrowdedRows = 128;

/// The depth from which a c of short rows is turned: with 32, 784 x 10 takes as long as it is.
constexpr int kLeastDepth = 64;

/// The depth and the columns from which a wider c is turned.
constexpr int kLeastSteps = 128;
constexpr int kLeastTurned = 48;

/// Floats of listed rows up to which they are expected in some cache: 4 MB.
constexpr int64_t kMostNear = 1 << 20;

/// Floats of a that are copied at a time: 512 KB stay in the second cache.
constexpr int64_t kMostCopied = 128 * 1024;

template <bool kInPieces, bool kListed>
ANNOTRON_INLINE void multiply_rows(const Product& p, const Rows& rows, int height, int depth,
                                   const Columns& panel, float* c, float* copy) {
  if (panel.columns < kLanes) {
    return with_height<1>(height, [&](auto tall, auto wide) {
      product_tile<decltype(tall)::value, decltype(wide)::value, kInPieces, true, kListed, false,
                   false>(p, rows, depth, panel, c, copy);
    });
  }
  const int vectors = (panel.columns + kLanes - 1) / kLanes;
  with_tile(height, vectors, [&](auto tall, auto wide) {
    constexpr int kHeight = decltype(tall)::value;
    constexpr int kVectors = decltype(wide)::value;
    const auto tile = [&](auto pairs) {
      constexpr bool kHasPairs = decltype(pairs)::value;
      if (copy != nullptr) {
        product_tile<kHeight, kVectors, kInPieces, false, kListed, true, kHasPairs>(p, rows, depth,
                                                                                    panel, c, copy);
      } else {
        product_tile<kHeight, kVectors, kInPieces, false, kListed, false, kHasPairs>(
            p, rows, depth, panel, c, copy);
      }
    };
    if constexpr (!kInPieces && has_room_for_pairs(kHeight, kVectors)) {
      if (panel.pairs.columns > 0) return tile(std::true_type{});
    }
    tile(std::false_type{});
  });
}

/// It also copies the panel, unless that has fewer columns than a vector, if there is a place.
template <bool kInPieces>
ANNOTRON_INLINE void multiply_tile(const Product& p, const Rows& rows, int height, int depth,
                                   const Columns& panel, float* c, float* copy = nullptr) {
  if (rows.is_listed()) {
    multiply_rows<kInPieces, true>(p, rows, height, depth, panel, c, copy);
  } else {
    multiply_rows<kInPieces, false>(p, rows, height, depth, panel, c, copy);
  }
}

/// The columns that are left to a tail; 0 if it does not pay.
template <bool kInPieces>
static int tail_of(const Product& p, const Block& block) {
  if (p.b_rows != nullptr) return 0;
  const int columns = p.n % kLanes;
  // Otherwise to copy the columns, or to put the sums one by one, takes longer than a vector.
  const bool pays = (kInPieces ? block.rows : block.depth) >= 8 * columns;
  return p.n > kLanes && columns <= kMostTail && pays ? columns : 0;
}

/// The last columns that tiles take along; none if they cannot, or if there are too many.
template <bool kInPieces>
class ColumnsAlong {
 public:
  ColumnsAlong(const Product& p, const Block& block, int columns, int tall) {
    if (kInPieces || columns == 0 || columns > 2) return;
    const int pieces = (block.rows + tall - 1) / tall;
    const auto vectors = static_cast<int>((p.n - columns) / kLanes);
    if (!has_room_for_pairs(block.rows / pieces, vectors)) return;
    pairs_ = {values_, columns};
    const bool turned = p.b_transposed == Transposed::kYes;
    const int64_t step = turned ? 1 : p.b_stride;
    const int64_t side = turned ? p.b_stride : 1;
    const float* from = p.b + block.k * step + (p.n - columns) * side;
    for (int k = 0; k < block.depth; k++, from += step) {
      values_[2 * k] = from[0];
      values_[2 * k + 1] = columns == 2 ? from[side] : 0;
    }
  }
  ColumnsAlong(const ColumnsAlong&) = delete;

  const Pairs& pairs() const { return pairs_; }

 private:
  Pairs pairs_{};
  float values_[kInPieces ? 1 : 2 * kMostDepth];
};

/// The last columns of b, and where their sums go.
template <bool kInPieces>
class LastColumns {
 public:
  LastColumns(const Product& p, const Block& block, int columns)
      : depth_(block.depth),
        c_(p.c + block.row * p.c_stride + p.n - columns),
        p_(p),
        add_(p.add || block.k > 0) {
    if (columns == 0) return;
    const bool turned = p.b_transposed == Transposed::kYes;
    const int first = p.n - columns;
    b_ = {turned ? p.b + first * p.b_stride + block.k : p.b + block.k * p.b_stride + first,
          turned ? 1 : p.b_stride, turned ? p.b_stride : 1, columns};
    if (!kInPieces || turned) return;
    in_halves<true>(block.depth, p.b_is_shared, [&](Steps steps) {
      int k = steps.first;
      for (int left = steps.count; left > 0; left--, k += steps.direction) {
        for (int j = 0; j < columns; j++) {
          copy_[j * kColumn + k] = b_.first[k * b_.step + j];
        }
      }
    });
    b_ = {copy_, 1, kColumn, columns};
  }
  LastColumns(const LastColumns&) = delete;

  int columns() const { return b_.columns; }

  /// Of some rows of the block. Within the loop over tiles it would take their registers.
  __attribute__((noinline)) void multiply(const Rows& rows, int first, int height) const {
    const TailSums to{c_ + first * p_.c_stride, p_.c_stride, p_.scale, add_};
    with_columns(b_.columns, [&](auto count) {
      constexpr int kColumns = decltype(count)::value;
      if constexpr (kInPieces) {
        tail_along<kColumns>(rows, b_, depth_, height, to);
      } else if (rows.is_listed()) {
        tail_across<kColumns>(rows.listed, b_, depth_, height, to);
      } else {
        tail_across<kColumns>(rows.strided, b_, depth_, height, to);
      }
    });
  }

 private:
  /// Not a power of two, as columns would share lines of a cache.
  static constexpr int kColumn = kMostDepthAlong + kLanes;

  Tail b_{};
  int depth_;
  float* c_;
  const Product& p_;
  bool add_;
  float copy_[kInPieces ? kMostTail * kColumn : 1];
};

/// Whether all panels of a piece of b stay in reach. Then rows go by one tile at a time, so that c
/// is written row by row and not in columns far apart: 1792 x 512 x 28 takes 0.82 of the time.
static bool is_small(const Product& p, int rows, int depth) {
  const bool is_crowded = p.a_stride % kCrowded == 0 && rows >= kCrowdedRows;
  return p.packed == nullptr && rows >= kCopyRows && p.n > kMostVectors * kLanes &&
         depth * whole_vectors(p.n) <= (is_crowded ? kMostSmallCrowded : kMostSmall);
}

static bool multiply_small(const Product& p, const Block& block) {
  float* panels = copies().b.of<float>(block.depth * whole_vectors(p.n));
  if (panels == nullptr) return false;
  pack_panels(p, block.k, block.depth, panels);
  const auto vectors = static_cast<int>(whole_vectors(p.n) / kLanes);
  const int tall = tallest_of_panels(vectors);
  const Rows rows = rows_in_place<true>(p, block);
  in_pieces(block.rows, tall, [&](int row, int height) {
    in_panels(p.n, [&](int column, int wide) {
      Columns panel = panel_of(p, block, column, wide);
      panel.b = {{panels + static_cast<int64_t>(block.depth) * column, whole_vectors(wide)}};
      multiply_tile<true>(p, rows.from(row, 0), height, block.depth, panel,
                          panel.c + row * p.c_stride);
    });
  });
  return true;
}

/// Whether listed rows go by one tile at a time too, with all panels in the second cache.
static bool comes_from_far(const Product& p, const Block& block) {
  return kMostFromFar > 0 && p.a_rows != nullptr && p.packed == nullptr &&
         p.b_transposed == Transposed::kNo && !copies_rows(p) && block.rows >= kCopyRows &&
         p.n > kMostVectors * kLanes && block.depth * p.b_stride >= kCopyFloats &&
         block.depth * whole_vectors(p.n) <= kMostFromFar;
}

static bool multiply_from_far(const Product& p, const Block& block) {
  const int tail = tail_of<true>(p, block);
  const int columns = p.n - tail;
  float* panels = copies().b.of<float>(block.depth * whole_vectors(columns));
  if (panels == nullptr) return false;
  const int tall = tallest_of_panels(static_cast<int>(whole_vectors(columns) / kLanes));
  const Rows all = rows_in_place<true>(p, block);
  const LastColumns<true> rest(p, block, tail);
  in_pieces(block.rows, tall, [&](int row, int height) {
    const Rows rows = all.from(row, 0);
    in_panels(columns, [&](int column, int wide) {
      float* copy = panels + static_cast<int64_t>(block.depth) * column;
      Columns panel = panel_of(p, block, column, wide);
      panel.asks = block.depth * column / columns;
      panel.pace = (kLines * wide + columns - 1) / columns;
      if (row > 0) panel.b = {{copy, whole_vectors(wide)}};
      multiply_tile<true>(p, rows, height, block.depth, panel, panel.c + row * p.c_stride,
                          row > 0 ? nullptr : copy);
    });
    if (tail > 0) rest.multiply(rows, row, height);
  });
  return true;
}

template <bool kInPieces>
static bool multiply(const Product& p, const Block& block) {
  if (kInPieces && is_small(p, block.rows, block.depth)) return multiply_small(p, block);
  if (kInPieces && comes_from_far(p, block)) return multiply_from_far(p, block);
  // A panel is copied if its rows would get into each other's way, or lie far apart and are used
  // often; of a transposed b, always.
  const bool is_large = block.depth * p.b_stride >= kCopyFloats;
  const bool is_crowded = p.b_stride % kCrowded == 0 && block.rows > kLanes;
  const bool is_copied = p.b_transposed == Transposed::kYes || p.b_rows != nullptr || is_crowded ||
                         (block.rows >= kCopyRows && is_large);
  const int tail = p.packed == nullptr ? tail_of<kInPieces>(p, block) : 0;
  const int columns = p.n - tail;
  const auto vectors = static_cast<int>(whole_vectors(columns) / kLanes);
  const int tall = tallest_of_panels(vectors);
  Tiles tiles;
  if (!tiles_of<kInPieces>(p, block, tall, tiles)) return false;
  const Rows in_place = rows_in_place<kInPieces>(p, block);
  // Rows in one piece are in the cache when their tile is done, so their tail follows each tile. Of
  // steps, tiles take it along if they can; else it reads other lines than a tile: those in one
  // piece are foreseen by the processor, and others are asked for by the tiles.
  const ColumnsAlong<kInPieces> along(p, block, tail, tall);
  const LastColumns<kInPieces> rest(p, block, along.pairs().columns > 0 ? 0 : tail);
  const bool has_rest = rest.columns() > 0;
  if (has_rest && !kInPieces && !in_place.is_listed()) rest.multiply(in_place, 0, block.rows);
  bool done = true;
  in_panels(columns, [&](int column, int wide) {
    Columns lying = panel_of(p, block, column, wide);
    if (column + wide == columns) lying.pairs = along.pairs();
    Columns panel = lying;
    panel.is_shared = p.b_is_shared && !is_copied;
    float* meanwhile = nullptr;  // where the first tile copies the panel to
    if (p.packed != nullptr) {
      panel.b = {{p.packed + packed_at(p, block.k, block.depth, column), whole_vectors(wide)}};
    } else if (done && is_copied) {
      const int64_t step = whole_vectors(wide);
      float* copy = copies().b.of<float>(block.depth * step);
      panel.b = {{copy, step}};
      done = copy != nullptr;
      if (done && (p.b_transposed == Transposed::kYes || wide < kLanes)) {
        pack_panel(p, block.k, block.depth, column, wide, copy);
      } else {
        meanwhile = copy;
      }
    }
    if (!done) return;
    const auto tile = [&](int piece, int row, int height) {
      const Rows rows = tiles.of<kInPieces>(piece, row);
      const Columns& from = meanwhile != nullptr ? lying : panel;
      float* c = from.c + row * p.c_stride;
      multiply_tile<kInPieces>(p, rows, height, block.depth, from, c, meanwhile);
      meanwhile = nullptr;
      if (has_rest && kInPieces && column == 0) rest.multiply(rows, row, height);
    };
    // Rows of a gradient are written from both ends to the middle: see in_halves(). But listed
    // steps ask for memory of the tile that comes next in order, and rows of a product in one piece
    // are read in order by the processor.
    if (kInPieces || in_place.is_listed()) {
      int piece = 0;
      in_pieces(block.rows, tall, [&](int row, int height) { tile(piece++, row, height); });
    } else {
      inwards(block.rows, tall, tile);
    }
  });
  if (has_rest && !kInPieces && in_place.is_listed()) rest.multiply(in_place, 0, block.rows);
  return done;
}

/// Rows of a that are multiplied at a time.
static int rows_at_a_time(const Product& p, int depth) {
  if (p.a_transposed == Transposed::kNo && is_small(p, p.m, depth)) return p.m;
  const int64_t rows = kMostCopied / depth;
  return p.m <= rows || (p.a_stride % kCrowded != 0 && !packs_rows(p)) ? p.m
                                                                       : static_cast<int>(rows);
}

/// The depth that goes by at a time: as it was packed, if it was.
static int depth_at_a_time(const Product& p) {
  if (p.packed != nullptr || copies_rows(p)) return kMostDepth;
  if (p.a_transposed == Transposed::kNo) return most_depth_along();
  const int64_t sums = static_cast<int64_t>(p.m) * p.n;
  if (packs_rows(p) || sums > kMostAcross) return kMostDepth;
  if (has_long_panels()) return most_depth_of_long_panels(p.a_stride);
  const int most = sums > kFewSums ? kMostDepthAcross : kMostDepthOfFew;
  // What goes by in one piece is not cut: of 100 x 784 x 10 that took 1.4 times as long.
  const bool is_listed = p.a_rows != nullptr && p.n > kWideColumns && p.k > most;
  return is_listed ? std::min(most, kMostDepthListed) : most;
}

/// False without memory.
static bool product_in_place(const Product& p) {
  bool done = true;
  in_pieces(p.k, depth_at_a_time(p), [&](int k, int depth) {
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

/// Whether a vector would not be filled by the rows of c. 1024 x 50 x 10 takes half the time when
/// it is turned, 64 x 784 x 10 two thirds. Listed rows would be copied for that, and gain nothing.
static bool has_short_rows(const Product& p) {
  return p.a_rows == nullptr && p.k >= kLeastDepth && p.m >= kLanes &&
         8 * whole_vectors(p.m) * p.n <= 7 * int64_t{kLanes} * p.m;
}

/// Whether a is read better in panels, which are copied, than by steps that are on pages of their
/// own. With AVX2, when c is turned, 784 x 64 x 128 of listed rows takes 0.79 to 0.92 of the time
/// and 512 x 64 x 256 0.84 to 0.93, less in crowded minutes; 784 x 50 x 96 would take 1.0 to 1.12,
/// 130 x 64 x 256 1.06. Of listed rows, no processor foresees where panels lie: where 784 x 50 x
/// 512 really come from far they take 1.1 to 1.2. But a gradient mostly finds what its layer has
/// just read, unless that is large.
static bool has_many_steps(const Product& p) {
  const bool is_near = p.a_rows == nullptr || static_cast<int64_t>(p.k) * p.m <= kMostNear;
  return kTurnsSteps && p.k >= kLeastSteps && p.n >= kLeastTurned && p.n <= kPackColumns &&
         p.m >= 4 * p.n && is_near;
}

/// Whether c is turned: rows of a transposed a lie side by side, as columns of b do.
static bool is_narrow(const Product& p) {
  return p.a_transposed == Transposed::kYes && p.b_transposed == Transposed::kNo &&
         p.packed == nullptr && (has_short_rows(p) || has_many_steps(p));
}

/// The product that c transposed is: b transposed . a.
static Product turned_narrow(const Product& p, float* c, int64_t stride) {
  Product turned{
      Transposed::kYes, Transposed::kNo, p.n,  p.m, p.k, p.b, p.b_stride, p.a, p.a_stride, c,
      stride,           p.scale,         p.add};
  turned.b_rows = p.a_rows;
  turned.b_column = p.a_column;
  return turned;
}

static bool product_of_narrow(const Product& p) {
  const int64_t stride = whole_vectors(p.m) + kLanes;
  float* c = copies().turned.of<float>(p.n * stride);
  if (c == nullptr) return false;
  if (p.add) transpose(p.c, p.c_stride, c, stride, p.m, p.n);
  if (!product_in_place(turned_narrow(p, c, stride))) return false;
  transpose(c, stride, p.c, p.c_stride, p.n, p.m);
  return true;
}

/// The depth that goes by at a time at least: what is turned as a whole has another a, whose rows
/// may have to be copied.
static int most_depth(const Product& p) {
  const bool may_be_turned =
      p.a_transposed == Transposed::kNo && p.b_transposed == Transposed::kYes;
  if (may_be_turned) return kMostDepth;
  return depth_at_a_time(is_narrow(p) ? turned_narrow(p, nullptr, 0) : p);
}

static bool product(const Product& p) {
  const bool is_plain = p.packed == nullptr && p.a_rows == nullptr;
  if (is_plain && p.b_transposed == Transposed::kYes && p.a_transposed == Transposed::kNo) {
    const int64_t turned = static_cast<int64_t>(p.m) * (p.n + p.k);
    if (turned < static_cast<int64_t>(p.n) * p.k) return product_turned(p);
  }
  if (is_narrow(p)) return product_of_narrow(p);
  return product_in_place(p);
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
