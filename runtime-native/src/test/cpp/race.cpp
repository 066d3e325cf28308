// Calls kernels that divide their work from several threads at once, as Java does, and compares
// what they give with what one thread gives: to the bit, as the order of every sum is part of a
// result. Under the sanitizer of threads, which also looks at what this cannot see.
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "geometry.h"
#include "pool.h"

using annotron::Geometry;
using annotron::pool::Distance;

extern "C" {
int annotron_set_threads(const void*, const void*, void*, void*, int threads, int distance, int,
                         int, float, float, float, float);
int annotron_open_blas(const void*, const void*, void*, void*, int, int, int, int, float, float,
                       float, float);
int annotron_select(const void*, const void*, void*, void*, int choice, int, int, int, float, float,
                    float, float);
int annotron_dense(const float* x, const float* kernel, const float* bias, float* y, int rows,
                   int in, int units, int function, float slope, float, float, float);
int annotron_dense_input_gradient(const float* dy, const float* kernel, void*, float* dx, int rows,
                                  int in, int units, int, float, float, float, float);
int annotron_dense_kernel_gradient(const float* x, const float* dy, void*, float* dkernel, int rows,
                                   int in, int units, int, float, float, float, float);
int annotron_dense_rows(const float* const* x, const float* kernel, const float* bias, float* y,
                        int rows, int in, int units, int function, float slope, float, float,
                        float);
int annotron_dense_rows_kernel_gradient(const float* const* x, const float* dy, void*,
                                        float* dkernel, int rows, int in, int units, int, float,
                                        float, float, float);
int annotron_dense_kernel_step(const float* x, const float* dy, float* dkernel, float* kernel,
                               int rows, int in, int units, int, float rate, float, float, float);
int annotron_dense_rows_kernel_step(const float* const* x, const float* dy, float* dkernel,
                                    float* kernel, int rows, int in, int units, int, float rate,
                                    float, float, float);
int annotron_step(const float* g, const float* numbers, float* state, float* w, int count, int rule,
                  int, int, float, float, float, float);
int annotron_blend(const float* x, const void*, void*, float* y, int count, int, int, int, float a,
                   float b, float, float);
int annotron_convolve(const Geometry* g, const float* x, const float* kernel, const float* bias,
                      void*, float* y, int rows, int function, int, int, int, int, int, int,
                      float slope, float);
int annotron_convolve_transposed(const Geometry* g, const float* y, const float* kernel, void*,
                                 void*, float* x, int rows, int, int, int, int, int, int, int,
                                 float, float);
int annotron_convolve_kernel_gradient(const Geometry* g, const float* x, const float* dy, void*,
                                      void*, float* dkernel, int rows, int, int, int, int, int, int,
                                      int, float, float);
int annotron_max_pool(const Geometry* g, const float* x, const void*, void*, void*, float* y,
                      int rows, int, int, int, int, int, int, int, float, float);
int annotron_recur(const float* z, const float* kernel, const float* bias, const float* mask,
                   float* trace, void*, int kind, int f, int s, int, int rows, int steps, int units,
                   int, float, float);
}

namespace {

using Floats = std::vector<float>;

/// A kernel on operands of its own; gives the result.
struct Case {
  std::string name;
  std::function<Floats()> run;
};

Floats random(size_t count, uint32_t seed) {
  std::mt19937 generator(seed);
  Floats values(count);
  for (float& value : values) value = static_cast<float>(generator() % 2001) / 1000.0f - 1;
  return values;
}

constexpr int kLine = 16;

/// The first of them that begins a line of the cache.
float* at_line(Floats& values) {
  const size_t behind = reinterpret_cast<uintptr_t>(values.data()) / sizeof(float) % kLine;
  return values.data() + (kLine - behind) % kLine;
}

/// Products of 16 million multiply-adds: enough for four parts.
std::vector<Case> products() {
  constexpr int kRows = 64, kIn = 512, kUnits = 512;
  const Floats x = random(kRows * kIn, 1), dy = random(kRows * kUnits, 2);
  const Floats kernel = random(kIn * kUnits, 3), bias = random(kUnits, 4);
  return {{"dense",
           [=] {
             Floats y(kRows * kUnits);
             annotron_dense(x.data(), kernel.data(), bias.data(), y.data(), kRows, kIn, kUnits, 1,
                            0, 0, 0, 0);
             return y;
           }},
          {"dense_input_gradient",
           [=] {
             Floats dx(kRows * kIn + kLine);
             annotron_dense_input_gradient(dy.data(), kernel.data(), nullptr, at_line(dx), kRows,
                                           kIn, kUnits, 0, 0, 0, 0, 0);
             return Floats(at_line(dx), at_line(dx) + kRows * kIn);
           }},
          {"dense_input_gradient between lines",
           [=] {
             Floats dx(kRows * kIn + kLine);
             annotron_dense_input_gradient(dy.data(), kernel.data(), nullptr, at_line(dx) + 1,
                                           kRows, kIn, kUnits, 0, 0, 0, 0, 0);
             return Floats(at_line(dx) + 1, at_line(dx) + 1 + kRows * kIn);
           }},
          {"dense of one unit",
           [=] {
             // As many samples as the layers above have inputs: enough for four parts here too.
             Floats y(kIn);
             annotron_dense(kernel.data(), bias.data(), nullptr, y.data(), kIn, kUnits, 1, 1, 0, 0,
                            0, 0);
             return y;
           }},
          {"dense_input_gradient of one unit",
           [=] {
             Floats dx(kIn * kUnits);
             annotron_dense_input_gradient(dy.data(), bias.data(), nullptr, dx.data(), kIn, kUnits,
                                           1, 0, 0, 0, 0, 0);
             return dx;
           }},
          {"dense_kernel_gradient",
           [=] {
             Floats dkernel(kIn * kUnits);
             annotron_dense_kernel_gradient(x.data(), dy.data(), nullptr, dkernel.data(), kRows,
                                            kIn, kUnits, 0, 0, 0, 0, 0);
             return dkernel;
           }},
          {"dense_kernel_step", [=] {
             Floats stepped = kernel, dkernel(kIn * kUnits);
             annotron_dense_kernel_step(x.data(), dy.data(), dkernel.data(), stepped.data(), kRows,
                                        kIn, kUnits, 0, 0.01f, 0, 0, 0);
             return stepped;
           }}};
}

/// The addresses of rows, the last one first.
std::vector<const float*> listed(const Floats& x, int rows) {
  std::vector<const float*> list;
  const size_t width = x.size() / static_cast<size_t>(rows);
  for (int row = rows; row-- > 0;) list.push_back(x.data() + static_cast<size_t>(row) * width);
  return list;
}

/// The products that read rows of a data set.
std::vector<Case> readers() {
  constexpr int kRows = 64, kIn = 512, kUnits = 500;
  const Floats x = random(kRows * kIn, 12), dy = random(kRows * kUnits, 13);
  const Floats kernel = random(kIn * kUnits, 14);
  return {{"dense_rows",
           [=] {
             Floats y(kRows * kUnits);
             annotron_dense_rows(listed(x, kRows).data(), kernel.data(), nullptr, y.data(), kRows,
                                 kIn, kUnits, 1, 0, 0, 0, 0);
             return y;
           }},
          {"dense_rows_kernel_gradient",
           [=] {
             Floats dkernel(kIn * kUnits);
             annotron_dense_rows_kernel_gradient(listed(x, kRows).data(), dy.data(), nullptr,
                                                 dkernel.data(), kRows, kIn, kUnits, 0, 0, 0, 0, 0);
             return dkernel;
           }},
          {"dense_rows_kernel_step", [=] {
             Floats stepped = kernel, dkernel(kIn * kUnits);
             annotron_dense_rows_kernel_step(listed(x, kRows).data(), dy.data(), dkernel.data(),
                                             stepped.data(), kRows, kIn, kUnits, 0, 0.01f, 0, 0, 0);
             return stepped;
           }}};
}

/// A gradient of many samples, and a step of its weights, which all threads read.
std::vector<Case> trainings() {
  constexpr int kRows = 1024, kIn = 256, kUnits = 128, kAdam = 3;
  constexpr int kBefore = 3;  // weights do not begin with a line of the cache
  const Floats x = random(kRows * kIn, 12), dy = random(kRows * kUnits, 13);
  const Floats weights = random(kBefore + kIn * kUnits, 14);
  return {{"gradient and step", [=] {
             constexpr float kNumbers[] = {0.001f, 0.1f, 0.001f, 1e-7f, 0};
             Floats g(kIn * kUnits), state(2 * kIn * kUnits), stepped = weights;
             annotron_dense_kernel_gradient(x.data(), dy.data(), nullptr, g.data(), kRows, kIn,
                                            kUnits, 0, 0, 0, 0, 0);
             annotron_step(g.data(), kNumbers, state.data(), stepped.data() + kBefore, kIn * kUnits,
                           kAdam, 0, 0, 0, 0, 0, 0);
             stepped.insert(stepped.end(), state.begin(), state.end());
             return stepped;
           }}};
}

std::vector<Case> optimizers() {
  constexpr int kWeights = 600'011, kAdam = 3, kSlots = 2;
  const Floats g = random(kWeights, 5), w = random(kWeights, 6);
  return {{"step",
           [=] {
             const float numbers[8] = {0.01f, 0.1f, 0.001f, 1e-7f, 1, 0, 0, 0};
             Floats updated = w, state(kSlots * kWeights);
             annotron_step(g.data(), numbers, state.data(), updated.data(), kWeights, kAdam, 0, 0,
                           0, 0, 0, 0);
             return updated;
           }},
          {"blend", [=] {
             Floats y = w;
             annotron_blend(g.data(), nullptr, nullptr, y.data(), kWeights, 0, 0, 0, 0.5f, 0.25f, 0,
                            0);
             return y;
           }}};
}

std::vector<Case> convolutions() {
  constexpr int kPictures = 16;
  const annotron::Axis axis{28, 3, 1, 1, 1, 28};
  const Geometry g{axis, axis, 8, 16, 1};
  const annotron::Axis half{28, 2, 2, 1, 0, 14};
  const Geometry pool{half, half, 8, 8, 1};
  const Floats x = random(kPictures * g.picture_size(), 7);
  const Floats dy = random(kPictures * g.result_size(), 8);
  const Floats kernel = random(g.kernel_size(), 9);
  return {{"convolve",
           [=] {
             Floats y(dy.size());
             annotron_convolve(&g, x.data(), kernel.data(), nullptr, nullptr, y.data(), kPictures,
                               1, 0, 0, 0, 0, 0, 0, 0, 0);
             return y;
           }},
          {"convolve_transposed",
           [=] {
             Floats dx(x.size());
             annotron_convolve_transposed(&g, dy.data(), kernel.data(), nullptr, nullptr, dx.data(),
                                          kPictures, 0, 0, 0, 0, 0, 0, 0, 0, 0);
             return dx;
           }},
          {"convolve_kernel_gradient",
           [=] {
             Floats dkernel(kernel.size());
             annotron_convolve_kernel_gradient(&g, x.data(), dy.data(), nullptr, nullptr,
                                               dkernel.data(), kPictures, 0, 0, 0, 0, 0, 0, 0, 0,
                                               0);
             return dkernel;
           }},
          {"max_pool", [=] {
             Floats y(kPictures * pool.result_size());
             annotron_max_pool(&pool, x.data(), nullptr, nullptr, nullptr, y.data(), kPictures, 0,
                               0, 0, 0, 0, 0, 0, 0, 0);
             return y;
           }}};
}

std::vector<Case> recurrences() {
  constexpr int kRows = 64, kSteps = 4, kUnits = 128, kLstm = 1, kGates = 4, kTrace = 7;
  constexpr int kTanh = 11, kSigmoid = 12;
  const Floats z = random(kRows * kSteps * kGates * kUnits, 10);
  const Floats kernel = random(kUnits * kGates * kUnits, 11);
  return {{"recur", [=] {
             Floats trace(kRows * kSteps * kTrace * kUnits);
             annotron_recur(z.data(), kernel.data(), nullptr, nullptr, trace.data(), nullptr, kLstm,
                            kTanh, kSigmoid, 0, kRows, kSteps, kUnits, 0, 0, 0);
             return trace;
           }}};
}

bool same(const Floats& a, const Floats& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

/// All cases from several threads, each in an order of its own; gives how many differ.
int differing(const std::vector<Case>& cases, const std::vector<Floats>& expected) {
  constexpr int kCallers = 4, kRounds = 2;
  std::vector<int> failures(kCallers);
  std::vector<std::thread> callers;
  for (int caller = 0; caller < kCallers; caller++) {
    callers.emplace_back([&, caller] {
      for (size_t i = 0; i < kRounds * cases.size(); i++) {
        const size_t at = (i + static_cast<size_t>(caller) * 2) % cases.size();
        if (same(cases[at].run(), expected[at])) continue;
        std::fprintf(stderr, "%s differs when others compute\n", cases[at].name.c_str());
        failures[caller]++;
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  int sum = 0;
  for (int count : failures) sum += count;
  return sum;
}

std::vector<Case> all_cases() {
  std::vector<Case> all;
  for (const auto& family :
       {products(), readers(), trainings(), optimizers(), convolutions(), recurrences()}) {
    all.insert(all.end(), family.begin(), family.end());
  }
  return all;
}

void set_threads(int threads, Distance distance) {
  annotron_set_threads(nullptr, nullptr, nullptr, nullptr, threads, static_cast<int>(distance), 0,
                       0, 0, 0, 0, 0);
}

}  // namespace

int main() {
  const std::vector<Case> cases = all_cases();
  int failures = 0;
  if (annotron_open_blas(nullptr, nullptr, nullptr, nullptr, 0, 0, 0, 0, 0, 0, 0, 0) != 0) {
    std::fprintf(stderr, "OpenBLAS does not open\n");
    return 1;
  }
  for (int threads = 2; threads <= 4; threads += 2) {
    // Instruction sets that the processor lacks are refused, and the last one stays.
    for (int set = 1; set <= 3; set++) {
      annotron_select(nullptr, nullptr, nullptr, nullptr, set, 0, 0, 0, 0, 0, 0, 0);
      set_threads(threads, Distance::kNear);
      std::vector<Floats> expected;
      for (const Case& one : cases) expected.push_back(one.run());
      failures += differing(cases, expected);
      // What threads pass on past the caches is what they would have read in them.
      set_threads(threads, Distance::kFar);
      failures += differing(cases, expected);
    }
  }
  std::printf("%zu kernels from 4 threads, divided among 2 and 4: %d results differ\n",
              cases.size(), failures);
  return failures == 0 ? 0 : 1;
}
