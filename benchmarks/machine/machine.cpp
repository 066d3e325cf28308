// Prints what the machine can do as "one=... all=... copy=... trip=...": float32 multiply-adds on
// one thread and on as many as the argument says, in GFLOP/s (a multiply-add counts two), the rate
// at which one thread copies memory, in GB/s read and written, and how many nanoseconds a word
// takes from one thread to another and back; with the argument "trip" that alone. Compiled where it
// runs, for the processor there.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

namespace {

#if defined(__AVX512F__)
constexpr int kBytes = 64;
#elif defined(__AVX__)
constexpr int kBytes = 32;
#else
constexpr int kBytes = 16;
#endif
typedef float Vector __attribute__((vector_size(kBytes)));

constexpr int kChains = 12;  // more than a multiply-add's latency times the units that do them
constexpr int kRepeats = 7;

double now() {
  using std::chrono::steady_clock;
  return std::chrono::duration<double>(steady_clock::now().time_since_epoch()).count();
}

/// Multiply-adds in registers alone; gives their number.
double multiply_add(long rounds) {
  Vector sums[kChains], scale, shift;
  for (int i = 0; i < kChains; i++) sums[i] = Vector{} + 0.1f * static_cast<float>(i);
  scale = Vector{} + 0.999f;
  shift = Vector{} + 0.001f;
  for (long round = 0; round < rounds; round++) {
    for (int i = 0; i < kChains; i++) sums[i] = sums[i] * scale + shift;
  }
  Vector total = Vector{};
  for (int i = 0; i < kChains; i++) total += sums[i];
  volatile float kept = total[0];
  (void)kept;
  return static_cast<double>(rounds) * kChains * (kBytes / sizeof(float));
}

double gigaflops(int threads) {
  constexpr long kRounds = 20'000'000;
  double best = 0;
  for (int repeat = 0; repeat < kRepeats; repeat++) {
    std::vector<std::thread> others;
    const double start = now();
    for (int i = 1; i < threads; i++) others.emplace_back([] { multiply_add(kRounds); });
    const double count = multiply_add(kRounds);
    for (std::thread& other : others) other.join();
    best = std::max(best, 2 * count * threads / (now() - start) / 1e9);
  }
  return best;
}

double copied_gigabytes() {
  constexpr size_t kSize = size_t{256} << 20;  // far beyond a cache
  std::vector<char> from(kSize, 1), to(kSize, 2);
  double best = 0;
  for (int repeat = 0; repeat < kRepeats; repeat++) {
    const double start = now();
    std::memcpy(to.data(), from.data(), kSize);
    best = std::max(best, 2.0 * kSize / (now() - start) / 1e9);
    from[repeat] = to[kSize - 1 - repeat];
  }
  return best;
}

/// Looks for a word before a thread lets others have its core: far longer than a trip takes.
constexpr int kPatience = 1'000;

/// A word alone in its lines of the cache.
struct alignas(128) Word {
  std::atomic<int> value{0};

  void await(int expected) const {
    for (int looks = 1; value.load(std::memory_order_acquire) != expected; looks++) {
      if (looks % kPatience == 0) std::this_thread::yield();
    }
  }
};

/// There and back: some 60 ns on one core, 100 on two that share a cache, 500 on others. Where a
/// virtual machine's cores are may change from minute to minute. The median of many times some
/// trips, as other programs may have a core meanwhile.
double round_trip() {
  constexpr int kTimes = 51;
  constexpr int kTrips = 1'000;
  Word there, back;
  std::thread other([&] {
    for (int i = 1; i <= kTimes * kTrips; i++) {
      there.await(i);
      back.value.store(i, std::memory_order_release);
    }
  });
  std::vector<double> times;
  for (int i = 1; i <= kTimes * kTrips;) {
    const double start = now();
    for (int left = kTrips; left > 0; left--, i++) {
      there.value.store(i, std::memory_order_release);
      back.await(i);
    }
    times.push_back((now() - start) * 1e9 / kTrips);
  }
  other.join();
  std::nth_element(times.begin(), times.begin() + kTimes / 2, times.end());
  return times[kTimes / 2];
}

}  // namespace

int main(int count, char** arguments) {
  if (count > 1 && std::strcmp(arguments[1], "trip") == 0) {
    std::printf("trip=%.0f\n", round_trip());
    return 0;
  }
  const int threads = count > 1 ? std::max(1, std::atoi(arguments[1])) : 1;
  const double one = gigaflops(1), all = gigaflops(threads);
  std::printf("one=%.1f all=%.1f copy=%.1f", one, all, copied_gigabytes());
  if (threads > 1) std::printf(" trip=%.0f", round_trip());
  std::printf("\n");
}
