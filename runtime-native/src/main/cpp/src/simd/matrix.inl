// Products of matrices: tiles of sums that stay in registers while the depth goes by. Operands are
// read where they lie, or copied first where their rows would get into each other's way in a cache.
// The order of a sum follows from sizes alone, so the same product divided in the same way has the
// same bits.

namespace annotron {
namespace ANNOTRON_ISA {

/// The depth that goes by at a time: a panel of kMostVectors then fits the second cache.
constexpr int kMostDepth = 512;

/// The same of a transposed a: the panel, and the lines of a that the next tile reads too, fit the
/// first cache. 1000 x 1000 x 1000: 130 GFLOP/s instead of 55. But c goes by once for each piece of
/// the depth, so it must fit the second.
constexpr int kMostDepthAcross = 128;
constexpr int64_t kMostAcross = 1 << 20;

/// Rows this far apart, or a multiple, share few lines of a cache: 4 KB.
constexpr int64_t kCrowded = 1024;

/// Rows of c from which a copy of a panel of b pays, if b is so large.
constexpr int kCopyRows = 64;
constexpr int64_t kCopyFloats = 16 * 1024;

/// Floats of a that are copied at a time: 512 KB stay in the second cache.
constexpr int64_t kMostCopied = 128 * 1024;

/// A panel of b: all rows of the depth, the vectors of a tile; the last vector ends where the
/// columns end, and so may overlap the one before.
struct Columns {
  const float* b;
  int64_t b_step;
  float* c;
  int columns;
  bool add;
};

/// Rows of a, one beside the other at each step of the depth, or each in one piece.
struct Rows {
  const float* a;
  int64_t row, step;
};

/// How many rows of b ahead of the sums memory is asked for.
constexpr int kAhead = 8;

/// The last vector of a panel: whole, or the only one and a part.
template <bool kNarrow>
struct Last {
  int at;
  Part part;

  explicit Last(int columns)
      : at(kNarrow ? 0 : columns - kLanes), part(kNarrow ? columns : kLanes) {}
  Floats of(const float* from) const {
    return kNarrow ? load(from, part, Floats{}) : load(from + at);
  }
  void put(float* to, Floats v) const {
    if (kNarrow) {
      store(to, v, part);
    } else {
      store(to + at, v);
    }
  }
};

/// Asks for the memory where a tile will be put.
template <int kHeight, int kVectors>
ANNOTRON_INLINE void expect_tile(const float* c, int64_t stride) {
#pragma GCC unroll 8
  for (int i = 0; i < kHeight; i++, c += stride) {
#pragma GCC unroll 8
    for (int v = 0; v < kVectors; v += 16 / kLanes) __builtin_prefetch(c + v * kLanes, 1);
  }
}

/// The sums of a tile, to be put into c.
template <int kHeight, int kVectors, class Last>
ANNOTRON_INLINE void put_tile(const Product& p, const Floats (&sum)[kHeight][kVectors], bool add,
                              const Last& last, float* c) {
#pragma GCC unroll 8
  for (int i = 0; i < kHeight; i++, c += p.c_stride) {
    Floats old[kVectors] = {};
    if (add) {
#pragma GCC unroll 8
      for (int v = 0; v < kVectors - 1; v++) old[v] = load(c + v * kLanes);
      old[kVectors - 1] = last.of(c);
    }
#pragma GCC unroll 8
    for (int v = 0; v < kVectors - 1; v++) store(c + v * kLanes, old[v] + p.scale * sum[i][v]);
    last.put(c, old[kVectors - 1] + p.scale * sum[i][kVectors - 1]);
  }
}

template <int kHeight, int kVectors, bool kInPieces, bool kNarrow>
static void product_tile(const Product& p, const Rows& rows, int depth, const Columns& panel,
                         float* c) {
  Floats sum[kHeight][kVectors] = {};
  const Last<kNarrow> last(panel.columns);
  const float* from[kHeight];
  for (int i = 0; i < kHeight; i++) from[i] = rows.a + i * rows.row;
  expect_tile<kHeight, kVectors>(c, p.c_stride);
  const float* b = panel.b;
  for (int k = 0; k < depth; k++, b += panel.b_step) {
    Floats row[kVectors];
#pragma GCC unroll 8
    for (int v = 0; v < kVectors - 1; v++) row[v] = load(b + v * kLanes);
    row[kVectors - 1] = last.of(b);
#pragma GCC unroll 8
    for (int v = 0; v < kVectors; v += 16 / kLanes) {
      __builtin_prefetch(b + kAhead * panel.b_step + v * kLanes);
    }
#pragma GCC unroll 8
    for (int i = 0; i < kHeight; i++) {
      const float factor = kInPieces ? from[i][k] : from[0][i];
#pragma GCC unroll 8
      for (int v = 0; v < kVectors; v++) sum[i][v] += factor * row[v];
    }
    if (!kInPieces) from[0] += rows.step;
  }
  put_tile(p, sum, panel.add, last, c);
}

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

/// The rows of a block: where they lie, or a copy if those would get into each other's way; null
/// without memory.
template <bool kInPieces>
static Rows rows_of(const Product& p, const Block& block) {
  const float* from =
      kInPieces ? p.a + block.row * p.a_stride + block.k : p.a + block.k * p.a_stride + block.row;
  int64_t stride = p.a_stride;
  if (stride % kCrowded == 0 && p.n > kMostVectors * kLanes) {
    const int rows = kInPieces ? block.rows : block.depth;
    const int columns = kInPieces ? block.depth : block.rows;
    stride = whole_vectors(columns) + kLanes;
    float* copy = copies().a.of<float>(rows * stride);
    if (copy != nullptr) copy_columns(from, p.a_stride, copy, stride, rows, columns);
    from = copy;
  }
  return kInPieces ? Rows{from, stride, 1} : Rows{from, 1, stride};
}

/// The panel that begins at a column.
static Columns panel_of(const Product& p, const Block& block, int column, int wide) {
  return {p.b + block.k * p.b_stride + column, p.b_stride, p.c + block.row * p.c_stride + column,
          wide, p.add || block.k > 0};
}

/// The same, copied: of b transposed in memory, and of others if it pays.
static bool copy_panel(const Product& p, const Block& block, int column, Columns& panel) {
  const int64_t stride = whole_vectors(panel.columns);
  float* copy = copies().b.of<float>(block.depth * stride);
  if (copy == nullptr) return false;
  if (p.b_transposed == Transposed::kYes) {
    transpose(p.b + column * p.b_stride + block.k, p.b_stride, copy, stride, panel.columns,
              block.depth);
  } else {
    copy_columns(panel.b, p.b_stride, copy, stride, block.depth, panel.columns);
  }
  panel.b = copy;
  panel.b_step = stride;
  return true;
}

template <bool kInPieces>
ANNOTRON_INLINE void multiply_tile(const Product& p, const Rows& rows, int height, int depth,
                                   const Columns& panel, float* c) {
  if (panel.columns < kLanes) {
    return with_height<1>(height, [&](auto tall, auto wide) {
      product_tile<decltype(tall)::value, decltype(wide)::value, kInPieces, true>(p, rows, depth,
                                                                                  panel, c);
    });
  }
  const int vectors = (panel.columns + kLanes - 1) / kLanes;
  with_tile(height, vectors, [&](auto tall, auto wide) {
    product_tile<decltype(tall)::value, decltype(wide)::value, kInPieces, false>(p, rows, depth,
                                                                                 panel, c);
  });
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
      tail_along<kColumns>(rows.a, rows.row, b, block.depth, block.rows, to);
    } else {
      tail_across<kColumns>(rows.a, rows.step, b, block.depth, block.rows, to);
    }
  });
}

template <bool kInPieces>
static bool multiply(const Product& p, const Block& block) {
  const bool is_large = block.depth * p.b_stride >= kCopyFloats;
  const bool is_crowded = p.b_stride % kCrowded == 0 && block.rows > kLanes;
  const bool is_copied =
      p.b_transposed == Transposed::kYes || is_crowded || (block.rows >= kCopyRows && is_large);
  const Rows all = rows_of<kInPieces>(p, block);
  if (all.a == nullptr) return false;
  const int tail = tail_of<kInPieces>(p, block);
  if (tail > 0) multiply_tail<kInPieces>(p, block, all, tail);
  const int columns = p.n - tail;
  bool done = true;
  in_pieces(static_cast<int>(whole_vectors(columns) / kLanes), kMostVectors,
            [&](int at, int vectors) {
              const int column = at * kLanes;
              const int wide = std::min(columns - column, vectors * kLanes);
              Columns panel = panel_of(p, block, column, wide);
              if (done && is_copied) done = copy_panel(p, block, column, panel);
              if (!done) return;
              in_pieces(block.rows, tallest(vectors), [&](int row, int height) {
                multiply_tile<kInPieces>(p, {all.a + row * all.row, all.row, all.step}, height,
                                         block.depth, panel, panel.c + row * p.c_stride);
              });
            });
  return done;
}

/// Rows of a that are multiplied at a time.
static int rows_at_a_time(const Product& p, int depth) {
  const int64_t rows = kMostCopied / depth;
  return p.m <= rows || p.a_stride % kCrowded != 0 ? p.m : static_cast<int>(rows);
}

/// The depth that goes by at a time.
static int most_depth(const Product& p) {
  const bool is_across =
      p.a_transposed == Transposed::kYes && static_cast<int64_t>(p.m) * p.n <= kMostAcross;
  return is_across ? kMostDepthAcross : kMostDepth;
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
  if (p.b_transposed == Transposed::kYes && p.a_transposed == Transposed::kNo) {
    const int64_t turned = static_cast<int64_t>(p.m) * (p.n + p.k);
    if (turned < static_cast<int64_t>(p.n) * p.k) return product_turned(p);
  }
  return product_in_place(p);
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
