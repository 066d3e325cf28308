// The operands of a product as tiles read them: where they lie, or copied where their rows would
// get into each other's way in a cache.

namespace annotron {
namespace ANNOTRON_ISA {

/// The depth that goes by at a time: a panel of kMostVectors then fits the second cache.
constexpr int kMostDepth = 512;

/// The same where a and b are read as they lie, or a panel is copied for this product alone. With
/// AVX2, 256 x 700 x 700 takes 0.94 of the time, 256 x 1000 x 2000 0.97; on Zen 4, 1024 x 784 x 50
/// 0.98. On others with AVX-512 it was not measured.
constexpr int kMostDepthAlong = 1024;

/// Whether panels may be longer than the first cache has room for.
static bool has_long_panels() { return kLanes == 16 && halves_vectors(); }

static int most_depth_along() {
  return kLanes < 16 || has_long_panels() ? kMostDepthAlong : kMostDepth;
}

/// Rows this far apart, or a multiple, share few lines of a cache: 4 KB.
constexpr int64_t kCrowded = 1024;

/// Columns up to which a copy of a transposed a does not pay. With AVX2, 512 x 512 x 256 takes 0.88
/// of the time with one, 784 x 128 x 128 0.93, and 100 x 100 x 500 1.15.
constexpr int kPackColumns = kLanes == 16 ? 512 : 120;

/// Copies rows of a matrix. They are short and far apart, so memory is asked for ahead.
static void copy_columns(const float* from, int64_t from_stride, float* to, int64_t to_stride,
                         int rows, int columns) {
  for (int row = 0; row < rows; row++, from += from_stride, to += to_stride) {
    for (int at = 0; at < columns; at += 16) __builtin_prefetch(from + kAhead * from_stride + at);
    std::memcpy(to, from, static_cast<size_t>(columns) * sizeof(float));
  }
}

ANNOTRON_INLINE int64_t whole_vectors(int64_t columns) {
  return (columns + kLanes - 1) / kLanes * kLanes;
}

/// A block of rows and of the depth.
struct Block {
  int row, rows, k, depth;
};

struct Copies {
  Scratch a, b, turned;
};

static Copies& copies() {
  thread_local Copies mine;
  return mine;
}

/// Copies rows from wherever each lies.
static void copy_rows(const Rows& from, float* to, int64_t to_stride, int rows, int columns) {
  if (!from.is_listed()) {
    return copy_columns(from.strided.first, from.strided.stride, to, to_stride, rows, columns);
  }
  for (int row = 0; row < rows; row++, to += to_stride) {
    std::memcpy(to, from.at(row), static_cast<size_t>(columns) * sizeof(float));
  }
}

/// Whether a, transposed, is copied tile by tile. With many columns it is read so often that this
/// pays: 1000 x 1000 x 1000 with 139 instead of 120 GFLOP/s.
static bool packs_rows(const Product& p) {
  if (kLanes < tallest(1)) return false;  // a step of a tile is copied as one vector
  const int least = p.a_stride % kCrowded == 0 ? kMostVectors * kLanes : kPackColumns;
  return p.a_transposed == Transposed::kYes && p.n > least;
}

/// Whether rows of a are copied, as they lie so far apart that they share lines of a cache.
static bool copies_rows(const Product& p) {
  return p.a_transposed == Transposed::kNo && p.a_stride % kCrowded == 0 &&
         p.n > kMostVectors * kLanes;
}

/// Rows of a block, tile by tile.
struct Tiles {
  Rows all;
  int64_t tile;  // from tile to tile, if they are copied one by one; else 0

  template <bool kInPieces>
  Rows of(int number, int first_row) const {
    if (tile > 0) return {{all.strided.first + number * tile, all.strided.stride}};
    return kInPieces ? all.from(first_row, 0) : all.from(0, first_row);
  }
};

/// A copy of rows that lie side by side in memory, those of each tile behind one another. Some
/// steps at a time, so that a tile's part of them is written in one piece: of listed rows, 784 x
/// 128 x 128 takes 0.9 of the time.
template <class Lines>
static const float* copy_tiles(const Lines& from, const Block& block, int tall, int64_t tile) {
  constexpr bool kAsks = kLanes == 16 || std::is_same<Lines, Listed>::value;
  const int pieces = (block.rows + tall - 1) / tall;
  // What of a tile belongs to one step is copied as a whole vector; the next step, which is always
  // copied later, overwrites its end.
  float* copy = copies().a.of<float>(pieces * tile);
  if (copy == nullptr) return nullptr;
  const int safe = block.rows - kLanes;
  for (int begin = 0; begin < block.depth; begin += kAhead) {
    const int steps = std::min(kAhead, block.depth - begin);
    const float* step[kAhead];
    const float* ahead[kAhead];
    for (int i = 0; i < kAhead; i++) {
      step[i] = from.at(begin + std::min(i, steps - 1));
      ahead[i] = from.at(std::min(begin + kAhead + i, block.depth - 1));
    }
    int piece = 0;
    in_pieces(block.rows, tall, [&](int row, int height) {
      float* to = copy + piece++ * tile + begin * tall;
      const bool asks = kAsks && row % kLine < tall;  // once for each line
      for (int i = 0; i < steps; i++, to += tall) {
        const float* at = step[i] + row;
        store(to, row <= safe ? load(at) : load(at, Part(height), Floats{}));
        if (asks) __builtin_prefetch(ahead[i] + row);
      }
    });
  }
  return copy;
}

template <bool kInPieces>
static Rows rows_in_place(const Product& p, const Block& block) {
  const float* const* end = p.a_rows == nullptr ? nullptr : p.a_rows + (kInPieces ? p.m : p.k);
  const Rows all{{p.a, p.a_stride}, {p.a_rows, p.a_column, end}};
  return kInPieces ? all.from(block.row, block.k) : all.from(block.k, block.row);
}

/// The rows of a block: where they lie, or a copy if those would get into each other's way or are
/// read often; false without memory.
template <bool kInPieces>
static bool tiles_of(const Product& p, const Block& block, int tall, Tiles& tiles) {
  const Rows in_place = rows_in_place<kInPieces>(p, block);
  tiles = {in_place, 0};
  if (!kInPieces && packs_rows(p)) {
    tiles.tile = static_cast<int64_t>(block.depth) * tall + kLanes;
    const float* copy = in_place.is_listed()
                            ? copy_tiles(in_place.listed, block, tall, tiles.tile)
                            : copy_tiles(in_place.strided, block, tall, tiles.tile);
    tiles.all = {{copy, tall}};
    return copy != nullptr;
  }
  if (!copies_rows(p)) return true;
  const int64_t stride = whole_vectors(block.depth) + kLanes;
  float* copy = copies().a.of<float>(block.rows * stride);
  if (copy == nullptr) return false;
  copy_rows(in_place, copy, stride, block.rows, block.depth);
  tiles.all = {{copy, stride}};
  return true;
}

/// Calls with the first column and the width of each panel: of more columns than a vector, none has
/// less than one.
template <class F>
ANNOTRON_INLINE void in_panels(int columns, const F& f) {
  in_pieces(static_cast<int>(whole_vectors(columns) / kLanes), kMostVectors,
            [&](int at, int vectors) {
              const int column = at * kLanes;
              f(column, std::min(columns - column, vectors * kLanes));
            });
}

/// The panel that begins at a column.
static Columns panel_of(const Product& p, const Block& block, int column, int wide) {
  const float* const* end = p.b_rows == nullptr ? nullptr : p.b_rows + p.k;
  const Rows all{{p.b, p.b_stride}, {p.b_rows, p.b_column, end}};
  float* c = p.c + block.row * p.c_stride + column;
  return {all.from(block.k, column), c, wide, p.add || block.k > 0};
}

/// Copies rows of b and some columns, which may be transposed in memory.
static void pack_panel(const Product& p, int k, int depth, int column, int wide, float* to) {
  const int64_t stride = whole_vectors(wide);
  if (p.b_transposed == Transposed::kYes) {
    transpose(p.b + column * p.b_stride + k, p.b_stride, to, stride, wide, depth);
  } else {
    copy_columns(p.b + k * p.b_stride + column, p.b_stride, to, stride, depth, wide);
  }
}

/// Where the panel of a packed b lies: panels of a piece of the depth behind one another, each with
/// whole vectors.
static int64_t packed_at(const Product& p, int k, int depth, int column) {
  return k * whole_vectors(p.n) + static_cast<int64_t>(depth) * column;
}

static int64_t packed_size(const Product& p) { return p.k * whole_vectors(p.n); }

/// Copies the panels of a piece of the depth.
static void pack_panels(const Product& p, int k, int depth, float* to) {
  in_panels(p.n, [&](int column, int wide) {
    pack_panel(p, k, depth, column, wide, to + static_cast<int64_t>(depth) * column);
  });
}

static void pack(const Product& p, float* to) {
  in_pieces(p.k, kMostDepth,
            [&](int k, int depth) { pack_panels(p, k, depth, to + packed_at(p, k, depth, 0)); });
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
