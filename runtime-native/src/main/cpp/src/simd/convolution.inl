// Products of windows with kernels. Accumulators are a tile of windows (or rows of the kernel) by
// vectors of columns, as many as the registers hold; nothing is copied for a tile.

namespace annotron {
namespace ANNOTRON_ISA {

/// Adds the products of a value of each row with vectors.
template <int kHeight, int kVectors>
ANNOTRON_INLINE void add_products(const float* const (&from)[kHeight], int64_t at,
                                  const float* vectors, Floats (&sum)[kHeight][kVectors]) {
  Floats row[kVectors];
#pragma GCC unroll 8
  for (int v = 0; v < kVectors; v++) row[v] = load(vectors + v * kLanes);
#pragma GCC unroll 8
  for (int i = 0; i < kHeight; i++) {
#pragma GCC unroll 8
    for (int v = 0; v < kVectors; v++) sum[i][v] += from[i][at] * row[v];
  }
}

template <int kHeight, int kVectors>
static void window_tile(const WindowProducts& p, const float* x, const float* kernel, float* y,
                        int columns) {
  Floats sum[kHeight][kVectors] = {};
  for (const Run* run = p.runs; run < p.runs + p.run_count; run++) {
    const float* from[kHeight];
    for (int i = 0; i < kHeight; i++) from[i] = x + run->offset + i * p.x_step;
    int k = 0;
    // The three channels of a picture, or its only one, take an eighth longer in an unrolled loop.
    if (kUnrolled > 1 && run->length >= kUnrolled) {
#pragma GCC unroll kUnrolled
      for (; k < run->length; k++, kernel += p.kernel_stride) add_products(from, k, kernel, sum);
    }
    for (; k < run->length; k++, kernel += p.kernel_stride) add_products(from, k, kernel, sum);
  }
  const int rest = columns - (kVectors - 1) * kLanes;
#pragma GCC unroll 8
  for (int i = 0; i < kHeight; i++, y += p.y_step) {
#pragma GCC unroll 8
    for (int v = 0; v < kVectors - 1; v++) store(y + v * kLanes, sum[i][v]);
    float* last = y + (kVectors - 1) * kLanes;
    if (rest >= kLanes) {
      store(last, sum[i][kVectors - 1]);
    } else {
      store_part(last, sum[i][kVectors - 1], rest);
    }
  }
}

static void window_products(const WindowProducts& p, const float* x, float* y, int windows) {
  in_pieces((p.columns + kLanes - 1) / kLanes, kMostVectors, [&](int vector, int vectors) {
    const int column = vector * kLanes;
    in_pieces(windows, tallest(vectors), [&](int window, int height) {
      with_tile(height, vectors, [&](auto tall, auto wide) {
        window_tile<decltype(tall)::value, decltype(wide)::value>(
            p, x + window * p.x_step, p.kernel + column, y + window * p.y_step + column,
            p.columns - column);
      });
    });
  });
}

template <int kHeight, int kVectors>
static void gradient_tile(const GradientProducts& p, const int64_t* offsets, const float* x,
                          const float* dy, float* sum) {
  Floats total[kHeight][kVectors] = {};
  for (int row = 0; row < p.rows; row++, x += p.x_row_step) {
    const float* from[kHeight];
    for (int i = 0; i < kHeight; i++) from[i] = x + offsets[i];
    int64_t at = 0;
#pragma GCC unroll kUnrolled
    for (int window = 0; window < p.windows; window++, at += p.x_step, dy += p.columns) {
      add_products(from, at, dy, total);
    }
  }
#pragma GCC unroll 8
  for (int i = 0; i < kHeight; i++, sum += p.columns) {
#pragma GCC unroll 8
    for (int v = 0; v < kVectors; v++) {
      store(sum + v * kLanes, load(sum + v * kLanes) + total[i][v]);
    }
  }
}

static void gradient_products(const GradientProducts& p, const float* x, const float* dy,
                              float* sum) {
  in_pieces(p.columns / kLanes, kMostVectors, [&](int vector, int vectors) {
    in_pieces(p.depth, tallest(vectors), [&](int k, int height) {
      with_tile(height, vectors, [&](auto tall, auto wide) {
        gradient_tile<decltype(tall)::value, decltype(wide)::value>(
            p, p.offsets + k, x, dy + vector * kLanes,
            sum + static_cast<int64_t>(k) * p.columns + vector * kLanes);
      });
    });
  });
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
