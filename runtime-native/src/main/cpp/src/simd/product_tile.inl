// A tile of a product: sums that stay in registers while the depth goes by.

namespace annotron {
namespace ANNOTRON_ISA {

/// Steps of the depth between rows of c that are asked for: a core waits for few lines at once.
constexpr int kPatience = 16;

/// Where memory is asked to come to, as __builtin_prefetch counts.
constexpr int kSecondCache = 2;

/// How many rows ahead memory is asked for.
constexpr int kAhead = 8;

/// Steps of the depth between two looks at their end. Where two threads share a core each
/// instruction counts: one step at a time takes 1.05 to 1.15 of the time with AVX2, and 1.01 to
/// 1.07 with AVX-512.
constexpr int kUnrolled = 4;

/// The floats of a cache line, and how much of the depth goes by between questions for memory,
/// which ask for all lines of it at once. Of eight rows, four lines are more than a core can wait
/// for: 512 x 784 x 50 of listed rows takes 0.95 of the time with one. Of four rows, as with
/// AVX2, 1.02.
constexpr int kLine = 16;
constexpr int kLines = kLanes == 16 ? kLine : 4 * kLine;

/// A panel of b: all rows of the depth, the vectors of a tile; the last vector ends where the
/// columns end, and so may overlap the one before.
struct Columns {
  Rows b;
  float* c;
  int columns;
  bool add;
  /// Whether b is read where it lies, beside rows of another thread.
  bool is_shared = false;
  /// From where in the next rows, if those are listed, the tile asks for memory, and for how many
  /// floats in kLines steps of the depth.
  int asks = 0, pace = kLines;
  /// The last columns of the product, which follow those of this panel, if its tiles take them
  /// along.
  Pairs pairs{};
};

/// Whether tiles can take pairs along. Each size is a function of its own, so these are the ones
/// that many rows and some columns are divided into.
constexpr bool has_room_for_pairs(int height, int vectors) {
  return kLanes == 16 && height >= 5 && vectors >= 2;
}

/// Floats of b up to which listed rows go by one tile at a time, with all panels in the second
/// cache, so that they come from far at an even pace: 512 x 784 x 50 takes 0.92 to 0.98 of the
/// time. With AVX-512, where all of 50 columns are in one panel, it was not measured.
constexpr int64_t kMostFromFar = kLanes == 16 ? 0 : 64 * 1024;

/// Whether gradients of many steps are turned, so that panels may be listed. With AVX-512 it was
/// not measured.
constexpr bool kTurnsSteps = kLanes == 8;

/// The last vector of a panel: whole, or the only one and a part.
template <bool kNarrow>
struct Last {
  int at;
  Part part;

  explicit Last(int columns)
      : at(kNarrow ? 0 : columns - kLanes), part(kNarrow ? columns : kLanes) {}
  ANNOTRON_MEMBER Floats of(const float* from) const {
    return kNarrow ? load(from, part, Floats{}) : load(from + at);
  }
  ANNOTRON_MEMBER void put(float* to, Floats v) const {
    if (kNarrow) {
      store(to, v, part);
    } else {
      store(to + at, v);
    }
  }
};

/// Asks for the memory where a row of a tile will be put.
template <int kVectors>
ANNOTRON_INLINE void expect_row(const float* c) {
#pragma GCC unroll 8
  for (int v = 0; v < kVectors; v += kLine / kLanes) __builtin_prefetch(c + v * kLanes, 1);
}

template <int kHeight, int kVectors>
ANNOTRON_INLINE void expect_tile(const float* c, int64_t stride) {
#pragma GCC unroll 8
  for (int i = 0; i < kHeight; i++) expect_row<kVectors>(c + i * stride);
}

/// The sums of a tile, to be put into c.
template <int kHeight, int kVectors, class Last>
ANNOTRON_INLINE void put_tile(const Product& p, const Floats (&sum)[kHeight][kVectors], bool add,
                              const Last& last, float* c) {
  const Floats scale = all(p.scale);  // nothing that is put changes them
  const int64_t stride = p.c_stride;
#pragma GCC unroll 8
  for (int i = 0; i < kHeight; i++, c += stride) {
    Floats old[kVectors] = {};
    if (add) {
#pragma GCC unroll 8
      for (int v = 0; v < kVectors - 1; v++) old[v] = load(c + v * kLanes);
      old[kVectors - 1] = last.of(c);
    }
#pragma GCC unroll 8
    for (int v = 0; v < kVectors - 1; v++) {
      store(c + v * kLanes, multiply_add(scale, sum[i][v], old[v]));
    }
    last.put(c, multiply_add(scale, sum[i][kVectors - 1], old[kVectors - 1]));
  }
}

/// Some steps of the depth, one after another in either direction.
struct Steps {
  int first, count, direction;
};

/// Calls f(steps) for all steps of a depth; of shared memory for two halves, from the ends to the
/// middle. Where rows go by at even distances a processor fetches the 64 rows that would come next.
/// Behind the last row these belong to another thread, which then has to fetch them back: on cores
/// that do not share a cache, a step of 8-512-512-512-1 with 32 samples takes 0.96 of the time so.
/// One loop for both, as it holds all of a tile.
template <bool kMayBeShared, class F>
ANNOTRON_INLINE void in_halves(int depth, bool is_shared, const F& f) {
  if constexpr (!kMayBeShared) return f(Steps{0, depth, 1});
  const int half = is_shared ? (depth + 1) / 2 : depth;
#pragma GCC unroll 1
  for (int i = 0; i < 2; i++) f(i == 0 ? Steps{0, half, 1} : Steps{depth - 1, depth - half, -1});
}

/// The values of a that a tile multiplies, step by step of the depth: each in a row of its own.
template <int kHeight>
class Along {
 public:
  template <class Rows>
  explicit Along(const Rows& rows) {
    for (int i = 0; i < kHeight; i++) row_[i] = rows.at(i);
  }
  ANNOTRON_MEMBER float of(int i) const { return row_[i][k_]; }
  ANNOTRON_MEMBER void begin(Steps steps) {
    k_ = steps.first;
    direction_ = steps.direction;
  }
  ANNOTRON_MEMBER void next() { k_ += direction_; }
  ANNOTRON_MEMBER void expect() const {}

 private:
  const float* row_[kHeight];
  int64_t k_ = 0, direction_ = 1;
};

/// Rows of the depth, step by step: those of a transposed a, in which the values of a tile are side
/// by side, and those of a panel.
template <class Lines>
class Across;

template <>
class Across<Strided> {
 public:
  explicit Across(const Strided& lines) : lines_(lines), step_(lines.first) {}
  ANNOTRON_MEMBER const float* at() const { return step_; }
  ANNOTRON_MEMBER float of(int i) const { return step_[i]; }
  ANNOTRON_MEMBER void begin(Steps steps) {
    step_ = lines_.at(steps.first);
    stride_ = steps.direction * lines_.stride;
  }
  ANNOTRON_MEMBER void next() { step_ += stride_; }
  ANNOTRON_MEMBER void expect() const {}

 private:
  const Strided& lines_;
  const float* step_;
  int64_t stride_ = 0;
};

template <>
class Across<Listed> {
 public:
  explicit Across(const Listed& lines) : lines_(lines), step_(lines.rows) {}
  ANNOTRON_MEMBER const float* at() const { return *step_ + lines_.column; }
  ANNOTRON_MEMBER float of(int i) const { return at()[i]; }
  /// Lists go by in their order alone.
  ANNOTRON_MEMBER void begin(Steps steps) { step_ = lines_.rows + steps.first; }
  ANNOTRON_MEMBER void next() { step_++; }
  /// Asks for what the tiles after this one multiply, of rows that no processor foresees.
  ANNOTRON_MEMBER void expect() const { __builtin_prefetch(*step_ + lines_.column + kLine); }

 private:
  const Listed& lines_;
  const float* const* step_;
};

/// Adds up a tile over some steps of the depth; passes each step on, with its row of the panel.
template <int kHeight, int kVectors, class Values, class Lines, class Last, class PassOn>
ANNOTRON_INLINE void add_tile(Values& a, Across<Lines>& b, Steps steps, const Last& last,
                              Floats (&sum)[kHeight][kVectors], const PassOn& pass_on) {
  a.begin(steps);
  b.begin(steps);
#pragma GCC unroll kUnrolled
  for (int left = steps.count; left > 0; left--, a.next(), b.next()) {
    a.expect();
    const float* at = b.at();
    Floats row[kVectors];
#pragma GCC unroll 8
    for (int v = 0; v < kVectors - 1; v++) row[v] = load(at + v * kLanes);
    row[kVectors - 1] = last.of(at);
    pass_on(a, at, row);
#pragma GCC unroll 8
    for (int i = 0; i < kHeight; i++) {
      const float factor = a.of(i);
#pragma GCC unroll 8
      for (int v = 0; v < kVectors; v++) sum[i][v] += factor * row[v];
    }
  }
}

/// The same of listed rows, each in one piece: meanwhile, memory is asked for those of the next
/// tile, which may come from far away. It goes to the second cache: the first one is full of b.
/// Where rows go by several panels, each panel asks for its share.
template <int kHeight, int kVectors, bool kCopies, class Last, class PassOn>
ANNOTRON_INLINE void add_listed(const Rows& rows, int depth, const Columns& panel, const Last& last,
                                Floats (&sum)[kHeight][kVectors], const PassOn& pass_on) {
  const float* next[kHeight];
  for (int i = 0; i < kHeight; i++) {
    next[i] = rows.listed.at(rows.listed.has(kHeight + i) ? kHeight + i : i);
  }
  Along<kHeight> a(rows.listed);
  Across<Strided> b(panel.b.strided);
  const int pace = kMostFromFar > 0 ? panel.pace : kLines;
  int asks = panel.asks;
  in_halves<!kCopies>(depth, panel.is_shared, [&](Steps half) {
    for (int done = 0; done < half.count; done += kLines, asks += pace) {
      for (int at = asks; at < std::min(asks + pace, depth); at += kLine) {
#pragma GCC unroll 8
        for (int i = 0; i < kHeight; i++) __builtin_prefetch(next[i] + at, 0, kSecondCache);
      }
      const Steps steps{half.first + done * half.direction, std::min(half.count - done, kLines),
                        half.direction};
      add_tile(a, b, steps, last, sum, pass_on);
    }
  });
}

/// The same of rows that lie side by side. It is read as it lies, so meanwhile memory is asked for
/// where the sums will be put, if there is time.
template <int kHeight, int kVectors, class Lines, class PanelLines, class Last, class PassOn>
ANNOTRON_INLINE void add_across(const Lines& lines, const PanelLines& panel, int depth,
                                const Last& last, float* c, int64_t stride,
                                Floats (&sum)[kHeight][kVectors], const PassOn& pass_on) {
  Across<Lines> a(lines);
  Across<PanelLines> b(panel);
  const bool has_time = depth >= kHeight * kPatience;
  if (!has_time) expect_tile<kHeight, kVectors>(c, stride);
  int asked = has_time ? 0 : kHeight;
  for (int k = 0, end = 0; k < depth; k = end) {
    end = depth;
    if (asked < kHeight) {
      expect_row<kVectors>(c + asked++ * stride);
      end = k + kPatience;
    }
    add_tile(a, b, {k, end - k, 1}, last, sum, pass_on);
  }
}

/// One function for listed rows and one for the others, as the smaller one begins sooner; the same
/// with pairs and without.
///
/// The tile that reads a panel first may also copy it, which takes next to no time beside what it
/// computes: with a copy made before, 128 x 512 x 512 takes 1.08 and 64 x 512 x 512 1.2 times as
/// long. It asks for rows of the panel ahead; where those are listed, for what the next panel has
/// of the same row.
template <int kHeight, int kVectors, bool kInPieces, bool kNarrow, bool kListed, bool kCopies,
          bool kHasPairs>
static void product_tile(const Product& p, const Rows& rows, int depth, const Columns& panel,
                         float* c, float* copy) {
  Floats sum[kHeight][kVectors] = {};
  const Last<kNarrow> last(panel.columns);
  const int64_t ahead = panel.b.is_listed() ? kVectors * kLanes : kAhead * panel.b.strided.stride;
  PairSums<kHasPairs ? kHeight : 1> pairs;
  const float* pair = panel.pairs.first;
  const auto pass_on = [&](const auto& a, const float* b, const Floats(&row)[kVectors]) {
    if constexpr (kHasPairs) {
      pairs.add(a.at(), pair);
      pair += 2;
    }
    if constexpr (kCopies) {
#pragma GCC unroll 8
      for (int v = 0; v < kVectors; v += kLine / kLanes) __builtin_prefetch(b + ahead + v * kLanes);
#pragma GCC unroll 8
      for (int v = 0; v < kVectors - 1; v++) store(copy + v * kLanes, row[v]);
      last.put(copy, row[kVectors - 1]);
      copy += kVectors * kLanes;
    }
  };
  const auto across = [&](const auto& lines, const auto& of_panel) {
    add_across(lines, of_panel, depth, last, c, p.c_stride, sum, pass_on);
  };
  if (kInPieces) expect_tile<kHeight, kVectors>(c, p.c_stride);
  if constexpr (kInPieces && kListed) {
    add_listed<kHeight, kVectors, kCopies>(rows, depth, panel, last, sum, pass_on);
  } else if constexpr (kInPieces) {
    Along<kHeight> a(rows.strided);
    Across<Strided> b(panel.b.strided);
    in_halves<!kCopies>(depth, panel.is_shared,
                        [&](Steps steps) { add_tile(a, b, steps, last, sum, pass_on); });
  } else if constexpr (kListed) {
    across(rows.listed, panel.b.strided);
  } else if (kTurnsSteps && kCopies && panel.b.is_listed()) {
    across(rows.strided, panel.b.listed);
  } else {
    across(rows.strided, panel.b.strided);
  }
  put_tile(p, sum, panel.add, last, c);
  if constexpr (kHasPairs) {
    pairs.put(panel.pairs.columns, {c + panel.columns, p.c_stride, p.scale, panel.add});
  }
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
