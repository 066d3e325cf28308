// Convolutions as products of windows. Pictures whose windows reach beyond are copied among zeros.
// No window is copied: those of a row overlap in memory. Kernels of partial vectors are padded.
#include "convolution.h"
#include <atomic>
#include <cstring>

#include "isa.h"
#include "pool.h"
#include "scratch.h"

namespace annotron {
namespace {

/// The least work of a part: 20 µs, a few times what it takes to wake a thread.
constexpr int64_t kLeastMultiplyAdds = 1'000'000;

/// What a thread needs for a call, and for its parts of any call.
struct Workspace {
  Scratch panels, runs, kernel, sums;  // of a call
  Scratch picture, values, repeated;   // of a part
};

Workspace& workspace() {
  thread_local Workspace mine;
  return mine;
}

/// A picture among zeros.
struct Frame {
  int height, width, channels;  // of the picture
  int top, left;                // zeros before it
  int rows, columns;            // of all together, where the picture may be cut off

  bool is_picture() const { return top == 0 && left == 0 && rows <= height && columns <= width; }
  int row_width() const { return is_picture() ? width : columns; }
  int64_t picture_size() const { return static_cast<int64_t>(height) * width * channels; }

  /// The picture itself if it needs no zeros, else a copy among them; null without memory.
  const float* fill(const float* picture, Scratch& scratch) const {
    if (is_picture()) return picture;
    float* all = scratch.of<float>(static_cast<int64_t>(rows) * columns * channels);
    if (all == nullptr) return nullptr;
    const int copied = width < columns - left ? width : columns - left;
    const int right = columns - left - copied;
    float* to = all;
    for (int y = -top; y < rows - top; y++) {
      if (y < 0 || y >= height) {
        to = zeros(to, columns);
      } else {
        to = zeros(to, left);
        const size_t bytes = static_cast<size_t>(copied) * channels * sizeof(float);
        std::memcpy(to, picture + static_cast<int64_t>(y) * width * channels, bytes);
        to = zeros(to + static_cast<int64_t>(copied) * channels, right);
      }
    }
    return all;
  }

 private:
  float* zeros(float* to, int positions) const {
    const int64_t count = static_cast<int64_t>(positions) * channels;
    std::memset(to, 0, static_cast<size_t>(count) * sizeof(float));
    return to + count;
  }
};

/// The frame that all taps of all windows are in.
Frame frame_of(const Geometry& g) {
  return {g.y.size,
          g.x.size,
          g.channels,
          g.y.before,
          g.x.before,
          (g.y.windows - 1) * g.y.stride + g.y.reach(),
          (g.x.windows - 1) * g.x.stride + g.x.reach()};
}

int padded(int columns) {
  const int lanes = isa().convolution.lanes;
  return (columns + lanes - 1) / lanes * lanes;
}

/// Windows that take the same taps of a kernel, and give numbers at regular distances.
struct Panel {
  WindowProducts products;
  int rows, windows;
  int64_t x_begin, x_row_step;
  int64_t y_begin, y_row_step;
};

/// Adds a run, or lengthens the last if this one follows it in memory.
void add_run(WindowProducts& products, Run* runs, int64_t offset, int length) {
  if (products.run_count > 0) {
    Run& last = runs[products.run_count - 1];
    if (last.offset + last.length == offset) {
      last.length += length;
      return;
    }
  }
  runs[products.run_count++] = {offset, length};
}

/// Copies rows of a matrix and pads each with zeros.
void copy_padded(const float* from, int64_t from_stride, float* to, int to_stride, int columns,
                 int64_t rows) {
  for (int64_t row = 0; row < rows; row++, from += from_stride, to += to_stride) {
    std::memcpy(to, from, static_cast<size_t>(columns) * sizeof(float));
    std::memset(to + columns, 0, static_cast<size_t>(to_stride - columns) * sizeof(float));
  }
}

/// Computes panels of pictures: x from a frame, y packed; then calls finish(rows of y).
template <class Finish>
Status compute(const Panel* panels, int count, const Frame& frame, const float* x, float* y,
               int64_t y_size, int pictures, int64_t work, const Finish& finish) {
  int height = 0;
  for (int i = 0; i < count; i++) height = panels[i].rows > height ? panels[i].rows : height;
  const int64_t units = static_cast<int64_t>(pictures) * height;
  const int parts = pool::parts_for(work * pictures, kLeastMultiplyAdds, units);
  std::atomic<bool> failed{false};
  pool::parallel(parts, [&](int part) {
    const int64_t begin = pool::part_begin(units, 1, parts, part);
    const int64_t end = pool::part_begin(units, 1, parts, part + 1);
    for (int64_t unit = begin; unit < end;) {
      const int64_t picture = unit / height;
      const auto first = static_cast<int>(unit - picture * height);
      const int64_t left = end - picture * height;
      const int last = left < height ? static_cast<int>(left) : height;
      const float* from = frame.fill(x + picture * frame.picture_size(), workspace().picture);
      if (from == nullptr) return failed.store(true);
      float* to = y + picture * y_size;
      for (const Panel* p = panels; p < panels + count; p++) {
        for (int row = first; row < last && row < p->rows; row++) {
          isa().convolution.window_products(p->products, from + p->x_begin + row * p->x_row_step,
                                            to + p->y_begin + row * p->y_row_step, p->windows);
        }
      }
      finish(to, first, last);
      unit += last - first;
    }
  });
  return failed ? kNoMemory : kOk;
}

bool is_depthwise(const Geometry& g) { return g.groups == g.channels && g.channels > 1; }

/// The same windows where each channel comes as often as it has filters.
Geometry repeated(const Geometry& g) {
  Geometry all = g;
  all.channels = all.groups = g.filters;
  return all;
}

/// Calls task(picture, part) for all pictures; it returns false if there is no memory.
template <class Task>
Status each_picture(int pictures, int parts, const Task& task) {
  std::atomic<bool> failed{false};
  pool::parallel(parts, [&](int part) {
    const int64_t end = pool::part_begin(pictures, 1, parts, part + 1);
    for (int64_t i = pool::part_begin(pictures, 1, parts, part); i < end; i++) {
      if (!task(i, part)) return failed.store(true);
    }
  });
  return failed ? kNoMemory : kOk;
}

int picture_parts(const Geometry& g, int pictures) {
  return pool::parts_for(g.work() * pictures, kLeastMultiplyAdds, pictures);
}

/// A picture with each channel as often as it has filters; null without memory.
const float* repeat_channels(const Geometry& g, const float* x) {
  if (g.filters == g.channels) return x;
  const int64_t positions = static_cast<int64_t>(g.y.size) * g.x.size;
  float* all = workspace().repeated.of<float>(positions * g.filters);
  if (all == nullptr) return nullptr;
  isa().element.repeat(x, all, static_cast<int>(positions * g.channels), g.filters / g.channels, 1);
  return all;
}

Status depthwise_transposed(const Geometry& g, const float* y, const float* kernel, float* x,
                            int pictures) {
  const Geometry all = repeated(g);
  return each_picture(pictures, picture_parts(g, pictures), [&](int64_t i, int) {
    float* to = x + i * g.picture_size();
    if (g.filters == g.channels) {
      isa().convolution.depthwise_transposed(all, y + i * g.result_size(), kernel, to);
      return true;
    }
    float* sums = workspace().repeated.of<float>(all.picture_size());
    if (sums == nullptr) return false;
    isa().convolution.depthwise_transposed(all, y + i * g.result_size(), kernel, sums);
    isa().element.sum_repeats(sums, to, static_cast<int>(g.picture_size()), g.filters / g.channels,
                              1);
    return true;
  });
}

/// The panels of a convolution: one for each group.
struct Forward {
  Panel* panels;
  Status status;

  Forward(const Geometry& g, const Frame& frame, const float* kernel) {
    const int channels = g.channels / g.groups;
    const int filters = g.filters / g.groups;
    const int64_t depth = static_cast<int64_t>(g.taps()) * channels;
    const bool packed = g.groups > 1 || padded(filters) != filters;
    Workspace& w = workspace();
    panels = w.panels.of<Panel>(g.groups);
    Run* runs = w.runs.of<Run>(static_cast<int64_t>(g.groups) * g.taps());
    float* copy = w.kernel.of<float>(packed ? g.groups * depth * padded(filters) : 0);
    status = panels == nullptr || runs == nullptr || copy == nullptr ? kNoMemory : kOk;
    if (status != kOk) return;
    for (int group = 0; group < g.groups; group++) {
      Panel& p = panels[group];
      p = {};
      p.products.runs = runs + static_cast<int64_t>(group) * g.taps();
      for (int tap = 0; tap < g.taps(); tap++) {
        const int64_t row = static_cast<int64_t>(tap / g.x.kernel) * g.y.dilation;
        const int64_t position = row * frame.row_width() + tap % g.x.kernel * g.x.dilation;
        add_run(p.products, runs + static_cast<int64_t>(group) * g.taps(),
                position * g.channels + group * channels, channels);
      }
      float* mine = copy + group * depth * padded(filters);
      if (packed)
        copy_padded(kernel + group * filters, g.filters, mine, padded(filters), filters, depth);
      p.products.kernel = packed ? mine : kernel;
      p.products.kernel_stride = padded(filters);
      p.products.columns = filters;
      p.products.x_step = static_cast<int64_t>(g.x.stride) * g.channels;
      p.products.y_step = g.filters;
      p.rows = g.y.windows;
      p.windows = g.x.windows;
      p.x_row_step = static_cast<int64_t>(g.y.stride) * frame.row_width() * g.channels;
      p.y_begin = static_cast<int64_t>(group) * filters;
      p.y_row_step = static_cast<int64_t>(g.x.windows) * g.filters;
    }
  }
};

/// Of the transpose along one axis: positions with the same remainder by the stride take the same
/// taps, from windows at a fixed distance.
struct Phase {
  const Axis& axis;
  int remainder;

  /// The positions of this remainder.
  int count() const { return (axis.size - remainder + axis.stride - 1) / axis.stride; }
  bool takes(int tap) const {
    return (remainder + axis.before - tap * axis.dilation) % axis.stride == 0;
  }
  /// The window whose tap is at the first position; others follow one by one.
  int window(int tap) const {
    return (remainder + axis.before - tap * axis.dilation) / axis.stride;
  }
};

/// The remainders that positions have; int64_t, as the product of two is counted with.
int64_t phases(const Axis& axis) { return axis.stride < axis.size ? axis.stride : axis.size; }

/// How far beyond the windows an axis of the transpose looks.
struct Beyond {
  int before = 0, after = 0;

  explicit Beyond(const Axis& axis) {
    for (int remainder = 0; remainder < phases(axis); remainder++) {
      const Phase phase{axis, remainder};
      for (int tap = 0; tap < axis.kernel; tap++) {
        if (!phase.takes(tap)) continue;
        const int first = phase.window(tap);
        const int behind = first + phase.count() - axis.windows;
        if (-first > before) before = -first;
        if (behind > after) after = behind;
      }
    }
  }
};

/// The panels of a transpose: one for each group and pair of phases.
class Transpose {
 public:
  Transpose(const Geometry& g, const float* kernel)
      : g_(g),
        kernel_(kernel),
        y_(g.y),
        x_(g.x),
        channels_(g.channels / g.groups),
        filters_(g.filters / g.groups) {
    frame = {g.y.windows,
             g.x.windows,
             g.filters,
             y_.before,
             x_.before,
             y_.before + g.y.windows + y_.after,
             x_.before + g.x.windows + x_.after};
    Workspace& w = workspace();
    panels = w.panels.of<Panel>(g.groups * phases(g.y) * phases(g.x));
    runs_ = w.runs.of<Run>(static_cast<int64_t>(g.groups) * g.taps());
    copy_ = w.kernel.of<float>(static_cast<int64_t>(g.taps()) * g.filters * padded(channels_));
    status = panels == nullptr || runs_ == nullptr || copy_ == nullptr ? kNoMemory : kOk;
    if (status != kOk) return;
    for (int group = 0; group < g.groups; group++) {
      for (int y = 0; y < phases(g.y); y++) {
        for (int x = 0; x < phases(g.x); x++) add(group, {g.y, y}, {g.x, x});
      }
    }
  }

  Frame frame;
  Panel* panels;
  int count = 0;
  Status status;

 private:
  void add(int group, const Phase& y, const Phase& x) {
    Panel& p = panels[count++];
    p = {};
    p.products.runs = runs_;
    p.products.kernel = copy_;
    p.products.kernel_stride = padded(channels_);
    p.products.columns = channels_;
    p.products.x_step = g_.filters;
    p.products.y_step = static_cast<int64_t>(g_.x.stride) * g_.channels;
    // From the last tap to the first, so that windows follow each other in memory.
    for (int ty = g_.y.kernel - 1; ty >= 0; ty--) {
      for (int tx = g_.x.kernel - 1; tx >= 0; tx--) {
        if (y.takes(ty) && x.takes(tx)) add_tap(p, group, y.window(ty), x.window(tx), ty, tx);
      }
    }
    runs_ += p.products.run_count;
    p.rows = y.count();
    p.windows = x.count();
    p.x_row_step = static_cast<int64_t>(frame.row_width()) * g_.filters;
    p.y_begin = (static_cast<int64_t>(y.remainder) * g_.x.size + x.remainder) * g_.channels +
                group * channels_;
    p.y_row_step = static_cast<int64_t>(g_.y.stride) * g_.x.size * g_.channels;
  }

  void add_tap(Panel& p, int group, int window_y, int window_x, int ty, int tx) {
    const int64_t row = y_.before + window_y;
    const int64_t position = row * frame.row_width() + x_.before + window_x;
    add_run(p.products, runs_, position * g_.filters + group * filters_, filters_);
    const float* from =
        kernel_ + static_cast<int64_t>(ty * g_.x.kernel + tx) * channels_ * g_.filters;
    for (int filter = 0; filter < filters_; filter++, copy_ += padded(channels_)) {
      for (int c = 0; c < channels_; c++) {
        copy_[c] = from[static_cast<int64_t>(c) * g_.filters + group * filters_ + filter];
      }
      std::memset(copy_ + channels_, 0,
                  static_cast<size_t>(padded(channels_) - channels_) * sizeof(float));
    }
  }

  const Geometry& g_;
  const float* kernel_;
  const Beyond y_, x_;
  const int channels_, filters_;
  Run* runs_;
  float* copy_;
};

/// The sums of one part of the pictures, all groups one after another.
class Gradient {
 public:
  explicit Gradient(const Geometry& g)
      : g_(g),
        frame_(frame_of(g)),
        channels_(g.channels / g.groups),
        filters_(g.filters / g.groups),
        depth_(g.taps() * channels_),
        stride_(padded(filters_)) {}

  /// The floats of a part's sums.
  int64_t size() const { return static_cast<int64_t>(g_.groups) * depth_ * stride_; }

  /// Where each row of a group's kernel is in the frame; null without memory.
  const int64_t* offsets() const {
    int64_t* all = workspace().runs.of<int64_t>(depth_);
    for (int k = 0; k < depth_ && all != nullptr; k++) {
      const int tap = k / channels_;
      const int64_t row = static_cast<int64_t>(tap / g_.x.kernel) * g_.y.dilation;
      const int64_t position = row * frame_.row_width() + tap % g_.x.kernel * g_.x.dilation;
      all[k] = position * g_.channels + k % channels_;
    }
    return all;
  }

  /// Adds the sums of one picture; false without memory.
  bool add(const int64_t* offsets, const float* x, const float* dy, float* sums) const {
    Workspace& w = workspace();
    const int64_t windows = static_cast<int64_t>(g_.y.windows) * g_.x.windows;
    const float* picture = frame_.fill(x, w.picture);
    const bool packed = g_.groups > 1 || stride_ != filters_;
    float* copy = w.values.of<float>(packed ? windows * stride_ : 0);
    if (picture == nullptr || copy == nullptr) return false;
    GradientProducts products{offsets,
                              depth_,
                              stride_,
                              g_.y.windows,
                              g_.x.windows,
                              static_cast<int64_t>(g_.y.stride) * frame_.row_width() * g_.channels,
                              static_cast<int64_t>(g_.x.stride) * g_.channels};
    for (int group = 0; group < g_.groups; group++) {
      if (packed) copy_padded(dy + group * filters_, g_.filters, copy, stride_, filters_, windows);
      isa().convolution.gradient_products(products, picture + group * channels_, packed ? copy : dy,
                                          sums + static_cast<int64_t>(group) * depth_ * stride_);
    }
    return true;
  }

  /// The kernel's gradient: all parts' sums, in order.
  void total(const float* sums, int parts, float* dkernel) const {
    for (int group = 0; group < g_.groups; group++) {
      for (int k = 0; k < depth_; k++) {
        float* to = dkernel + static_cast<int64_t>(k) * g_.filters + group * filters_;
        const float* from = sums + (static_cast<int64_t>(group) * depth_ + k) * stride_;
        for (int f = 0; f < filters_; f++) {
          float total = from[f];
          for (int part = 1; part < parts; part++) total += from[part * size() + f];
          to[f] = total;
        }
      }
    }
  }

 private:
  const Geometry& g_;
  const Frame frame_;
  const int channels_, filters_, depth_, stride_;
};

}  // namespace

Status convolve(const Geometry& g, const float* x, const float* kernel, const float* bias, float* y,
                int rows, Function function, float slope) {
  const auto finish = [&](float* picture, int first, int last) {
    const int64_t row = static_cast<int64_t>(g.x.windows) * g.filters;
    if (bias == nullptr && function == Function::kLinear) return;
    isa().finish(picture + first * row, bias, (last - first) * g.x.windows, g.filters, function,
                 slope);
  };
  if (is_depthwise(g)) {
    const Geometry all = repeated(g);
    return each_picture(rows, picture_parts(g, rows), [&](int64_t i, int) {
      const float* picture = repeat_channels(g, x + i * g.picture_size());
      if (picture == nullptr) return false;
      isa().convolution.depthwise(all, picture, kernel, y + i * g.result_size());
      finish(y + i * g.result_size(), 0, g.y.windows);
      return true;
    });
  }
  const Frame frame = frame_of(g);
  const Forward forward(g, frame, kernel);
  if (forward.status != kOk) return forward.status;
  return compute(forward.panels, g.groups, frame, x, y, g.result_size(), rows, g.work(), finish);
}

Status convolve_transposed(const Geometry& g, const float* y, const float* kernel, float* x,
                           int rows) {
  if (is_depthwise(g)) return depthwise_transposed(g, y, kernel, x, rows);
  const Transpose transpose(g, kernel);
  if (transpose.status != kOk) return transpose.status;
  return compute(transpose.panels, transpose.count, transpose.frame, y, x, g.picture_size(), rows,
                 g.work(), [](float*, int, int) {});
}

Status convolve_kernel_gradient(const Geometry& g, const float* x, const float* dy, float* dkernel,
                                int rows) {
  const bool depthwise = is_depthwise(g);
  const Geometry all = depthwise ? repeated(g) : g;
  const Gradient gradient(g);
  const int64_t size = depthwise ? g.kernel_size() : gradient.size();
  const int parts = picture_parts(g, rows);
  float* sums = workspace().sums.of<float>(size * parts);
  const int64_t* offsets = gradient.offsets();
  if (sums == nullptr || offsets == nullptr) return kNoMemory;
  std::memset(sums, 0, static_cast<size_t>(size * parts) * sizeof(float));
  const Status status = each_picture(rows, parts, [&](int64_t i, int part) {
    const float* picture = x + i * g.picture_size();
    const float* slopes = dy + i * g.result_size();
    if (!depthwise) return gradient.add(offsets, picture, slopes, sums + part * size);
    picture = repeat_channels(g, picture);
    if (picture == nullptr) return false;
    isa().convolution.depthwise_gradient(all, picture, slopes, sums + part * size);
    return true;
  });
  if (status != kOk) return status;
  if (depthwise) {
    for (int64_t i = 0; i < size; i++) {
      dkernel[i] = sums[i];
      for (int part = 1; part < parts; part++) dkernel[i] += sums[part * size + i];
    }
  } else {
    gradient.total(sums, parts, dkernel);
  }
  return kOk;
}

}  // namespace annotron
