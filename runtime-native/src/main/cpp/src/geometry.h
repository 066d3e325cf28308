#pragma once

#include <cstdint>

namespace annotron {

/// Windows along one axis of a picture, as dev.annotron.runtime.kernel.Geometry.Axis.
struct Axis {
  int32_t size, kernel, stride, dilation, before, windows;

  /// The positions from a window's first tap to behind its last.
  int reach() const { return (kernel - 1) * dilation + 1; }
  /// The position of a window's first tap.
  int first(int window) const { return window * stride - before; }
  /// The first tap of a window that is inside of the picture.
  int tap_begin(int window) const {
    const int outside = -first(window);
    return outside <= 0 ? 0 : (outside + dilation - 1) / dilation;
  }
  /// Behind the last tap of a window that is inside of the picture.
  int tap_end(int window) const {
    const int inside = size - first(window);
    const int taps = inside <= 0 ? 0 : (inside + dilation - 1) / dilation;
    return taps < kernel ? taps : kernel;
  }
};

/// Where windows lie over a picture; the numbers that Java's Geometry has in memory.
struct Geometry {
  Axis y, x;
  int32_t channels, filters, groups;

  int taps() const { return y.kernel * x.kernel; }
  int64_t picture_size() const { return static_cast<int64_t>(y.size) * x.size * channels; }
  int64_t result_size() const { return static_cast<int64_t>(y.windows) * x.windows * filters; }
  int64_t kernel_size() const {
    return static_cast<int64_t>(taps()) * (channels / groups) * filters;
  }
  /// Multiply-adds for one picture.
  int64_t work() const { return static_cast<int64_t>(y.windows) * x.windows * kernel_size(); }
};

}  // namespace annotron
