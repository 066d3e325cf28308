// Pools and depthwise convolutions of one picture: vectors of channels, window by window.

namespace annotron {
namespace ANNOTRON_ISA {

template <class V>
ANNOTRON_INLINE V load_as(const float* from) {
  V v;
  std::memcpy(&v, from, sizeof v);
  return v;
}

template <class V>
ANNOTRON_INLINE void store_as(float* to, V v) {
  std::memcpy(to, &v, sizeof v);
}

template <class V>
ANNOTRON_INLINE void add_to(float* to, V v) {
  store_as(to, load_as<V>(to) + v);
}

typedef float Four __attribute__((vector_size(16)));
typedef float Eight __attribute__((vector_size(32)));

/// Calls f(V{}, channel) for vectors of channels, and for smaller ones and single ones at the end.
/// Of eight channels, pools of 2 x 2 take a fifth of the time that single ones took, and their
/// gradient a thirteenth. With masked vectors it was 0.8 and 0.6, as the memory that one of them
/// has stored is loaded again too soon.
template <class F>
ANNOTRON_INLINE void each_channel(int channels, const F& f) {
  int c = 0;
  for (; c + kLanes <= channels; c += kLanes) f(Floats{}, c);
  if constexpr (kLanes > 8) {
    for (; c + 8 <= channels; c += 8) f(Eight{}, c);
  }
  if constexpr (kLanes > 4) {
    for (; c + 4 <= channels; c += 4) f(Four{}, c);
  }
  for (; c < channels; c++) f(float{}, c);
}

/// A window's taps inside of the picture.
struct Taps {
  int y_begin, y_end, x_begin, x_end;

  int count() const { return (y_end - y_begin) * (x_end - x_begin); }
};

/// Calls f(window, taps, offset of tap (0, 0) in the picture) for all windows.
template <class F>
ANNOTRON_INLINE void each_window(const Geometry& g, const F& f) {
  int64_t window = 0;
  for (int wy = 0; wy < g.y.windows; wy++) {
    for (int wx = 0; wx < g.x.windows; wx++, window++) {
      const Taps taps{g.y.tap_begin(wy), g.y.tap_end(wy), g.x.tap_begin(wx), g.x.tap_end(wx)};
      f(window, taps,
        (static_cast<int64_t>(g.y.first(wy)) * g.x.size + g.x.first(wx)) * g.channels);
    }
  }
}

/// Calls f(tap, offset from tap (0, 0) in the picture) for a window's taps.
template <class F>
ANNOTRON_INLINE void each_tap(const Geometry& g, const Taps& taps, const F& f) {
  const int64_t row = static_cast<int64_t>(g.y.dilation) * g.x.size * g.channels;
  const int64_t step = static_cast<int64_t>(g.x.dilation) * g.channels;
  for (int ty = taps.y_begin; ty < taps.y_end; ty++) {
    for (int tx = taps.x_begin; tx < taps.x_end; tx++) {
      f(static_cast<int64_t>(ty) * g.x.kernel + tx, ty * row + tx * step);
    }
  }
}

static void max_pool(const Geometry& g, const float* x, float* y) {
  each_window(g, [&](int64_t window, const Taps& taps, int64_t corner) {
    each_channel(g.channels, [&](auto zero, int c) {
      using V = decltype(zero);
      V largest = zero - __builtin_inff();
      each_tap(g, taps, [&](int64_t, int64_t offset) {
        const V v = load_as<V>(x + corner + offset + c);
        largest = v > largest ? v : v != v ? v : largest;
      });
      store_as(y + window * g.channels + c, largest);
    });
  });
}

static void max_pool_gradient(const Geometry& g, const float* x, const float* y, const float* dy,
                              float* dx) {
  std::memset(dx, 0, static_cast<size_t>(g.picture_size()) * sizeof(float));
  each_window(g, [&](int64_t window, const Taps& taps, int64_t corner) {
    each_channel(g.channels, [&](auto zero, int c) {
      using V = decltype(zero);
      const V largest = load_as<V>(y + window * g.channels + c);
      V left = load_as<V>(dy + window * g.channels + c);
      each_tap(g, taps, [&](int64_t, int64_t offset) {
        const auto hit = load_as<V>(x + corner + offset + c) == largest;
        add_to(dx + corner + offset + c, hit ? left : zero);
        left = hit ? zero : left;
      });
    });
  });
}

static void sum_pool(const Geometry& g, bool mean, const float* x, float* y) {
  each_window(g, [&](int64_t window, const Taps& taps, int64_t corner) {
    const float part = mean ? 1.0f / static_cast<float>(taps.count()) : 1.0f;
    each_channel(g.channels, [&](auto zero, int c) {
      using V = decltype(zero);
      V sum = zero;
      each_tap(g, taps,
               [&](int64_t, int64_t offset) { sum += load_as<V>(x + corner + offset + c); });
      store_as(y + window * g.channels + c, sum * part);
    });
  });
}

static void spread_pool(const Geometry& g, bool mean, const float* y, float* x) {
  std::memset(x, 0, static_cast<size_t>(g.picture_size()) * sizeof(float));
  each_window(g, [&](int64_t window, const Taps& taps, int64_t corner) {
    const float part = mean ? 1.0f / static_cast<float>(taps.count()) : 1.0f;
    each_channel(g.channels, [&](auto zero, int c) {
      using V = decltype(zero);
      const V value = load_as<V>(y + window * g.channels + c) * part;
      each_tap(g, taps, [&](int64_t, int64_t offset) { add_to(x + corner + offset + c, value); });
    });
  });
}

static void depthwise(const Geometry& g, const float* x, const float* kernel, float* y) {
  each_window(g, [&](int64_t window, const Taps& taps, int64_t corner) {
    each_channel(g.channels, [&](auto zero, int c) {
      using V = decltype(zero);
      V sum = zero;
      each_tap(g, taps, [&](int64_t tap, int64_t offset) {
        sum += load_as<V>(x + corner + offset + c) * load_as<V>(kernel + tap * g.channels + c);
      });
      store_as(y + window * g.channels + c, sum);
    });
  });
}

static void depthwise_transposed(const Geometry& g, const float* y, const float* kernel, float* x) {
  std::memset(x, 0, static_cast<size_t>(g.picture_size()) * sizeof(float));
  each_window(g, [&](int64_t window, const Taps& taps, int64_t corner) {
    each_channel(g.channels, [&](auto zero, int c) {
      using V = decltype(zero);
      const V value = load_as<V>(y + window * g.channels + c);
      each_tap(g, taps, [&](int64_t tap, int64_t offset) {
        add_to(x + corner + offset + c, value * load_as<V>(kernel + tap * g.channels + c));
      });
    });
  });
}

static void depthwise_gradient(const Geometry& g, const float* x, const float* dy, float* dkernel) {
  each_window(g, [&](int64_t window, const Taps& taps, int64_t corner) {
    each_channel(g.channels, [&](auto zero, int c) {
      using V = decltype(zero);
      const V value = load_as<V>(dy + window * g.channels + c);
      each_tap(g, taps, [&](int64_t tap, int64_t offset) {
        add_to(dkernel + tap * g.channels + c, value * load_as<V>(x + corner + offset + c));
      });
    });
  });
}

constexpr ConvolutionIsa make_convolution_isa() {
  ConvolutionIsa isa{};
  isa.lanes = kLanes;
  isa.window_products = window_products;
  isa.gradient_products = gradient_products;
  isa.depthwise = depthwise;
  isa.depthwise_transposed = depthwise_transposed;
  isa.depthwise_gradient = depthwise_gradient;
  isa.max_pool = max_pool;
  isa.max_pool_gradient = max_pool_gradient;
  isa.sum_pool = sum_pool;
  isa.spread_pool = spread_pool;
  return isa;
}

}  // namespace ANNOTRON_ISA
}  // namespace annotron
