#include "pool.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <new>
#include <thread>

namespace annotron {
namespace pool {
namespace {

constexpr int kSpinsOfCaller = 2000;

/// How long a thread looks for work before it sleeps: the usual time between two kernels, with some
/// Java between them. To be woken takes up to 50 µs.
constexpr std::chrono::microseconds kPatience{200};
constexpr int kSpinsOfClock = 64;  // reading the clock is itself 20 ns

void pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

/// The state of a job in one word, so that a part is claimed by one exchange, and a thread that
/// comes late cannot claim a part of a job that it has not seen: number, parts, next part.
struct Ticket {
  uint64_t word;

  static Ticket of(uint32_t job, int parts) {
    return {static_cast<uint64_t>(job) << 32 | static_cast<uint64_t>(parts) << 16};
  }
  int parts() const { return static_cast<int>(word >> 16 & 0xffff); }
  int next() const { return static_cast<int>(word & 0xffff); }
  bool open() const { return next() < parts(); }
};

class Pool {
 public:
  void run(int parts, PartFunction function, const void* task) {
    const std::unique_lock<std::mutex> owner(owner_, std::try_to_lock);
    if (!owner.owns_lock()) {
      for (int part = 0; part < parts; part++) function(task, part);
      return;
    }
    start(parts - 1);
    function_ = function;
    task_ = task;
    done_.store(0, std::memory_order_relaxed);
    ticket_.store(Ticket::of(++job_, parts).word);
    wake();
    while (work()) {
    }
    wait_for(parts);
  }

 private:
  /// Starts threads until there are that many, or as many as the system gives.
  void start(int threads) {
    for (; started_ < threads && !refused_; started_++) {
      try {
        std::thread([this] { serve(); }).detach();
      } catch (...) {
        refused_ = true;  // the threads that there are do everything
        return;
      }
    }
  }

  void serve() {
    const SubnormalsAreZero always;
    for (;;) {
      while (work()) {
      }
      if (!spin()) sleep();
    }
  }

  /// Waits for work for a while; false if none came.
  bool spin() const {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    do {
      for (int i = 0; i < kSpinsOfClock; i++) {
        if (Ticket{ticket_.load(std::memory_order_relaxed)}.open()) return true;
        pause();
      }
    } while (std::chrono::steady_clock::now() < end);
    return false;
  }

  /// Does one part; false if there is none.
  bool work() {
    uint64_t word = ticket_.load(std::memory_order_acquire);
    do {
      if (!Ticket{word}.open()) return false;
    } while (!ticket_.compare_exchange_weak(word, word + 1, std::memory_order_acq_rel));
    function_(task_, Ticket{word}.next());
    done_.fetch_add(1, std::memory_order_release);
    return true;
  }

  void sleep() {
    std::unique_lock<std::mutex> lock(sleep_);
    sleepers_.fetch_add(1);
    awake_.wait(lock, [this] { return Ticket{ticket_.load()}.open(); });
    sleepers_.fetch_sub(1);
  }

  void wake() {
    if (sleepers_.load() == 0) return;
    const std::lock_guard<std::mutex> lock(sleep_);
    awake_.notify_all();
  }

  void wait_for(int parts) {
    for (int spins = 0; done_.load(std::memory_order_acquire) < parts; spins++) {
      if (spins < kSpinsOfCaller) {
        pause();
      } else {
        std::this_thread::yield();
      }
    }
  }

  std::mutex owner_;
  int started_ = 0;
  bool refused_ = false;
  uint32_t job_ = 0;

  PartFunction function_ = nullptr;
  const void* task_ = nullptr;
  alignas(64) std::atomic<uint64_t> ticket_{0};
  alignas(64) std::atomic<int> done_{0};

  alignas(64) std::atomic<int> sleepers_{0};
  std::mutex sleep_;
  std::condition_variable awake_;
};

std::atomic<int> threads_allowed{1};

}  // namespace

void set_threads(int threads) {
  threads_allowed = threads < 1 ? 1 : threads > kMostThreads ? kMostThreads : threads;
}

int parts_for(int64_t work, int64_t least_work_of_a_part) {
  const int64_t wanted = work / least_work_of_a_part;
  const int most = threads_allowed.load(std::memory_order_relaxed);
  return wanted < 1 ? 1 : wanted < most ? static_cast<int>(wanted) : most;
}

void run(int parts, PartFunction function, const void* task) {
  // Never destroyed: its threads outlive static objects.
  alignas(Pool) static char memory[sizeof(Pool)];
  static Pool* const pool = new (memory) Pool;
  pool->run(parts, function, task);
}

}  // namespace pool
}  // namespace annotron
