#include "pool.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <new>
#include <thread>

namespace annotron {
namespace pool {
namespace {

constexpr int kSpinsOfCaller = 2000;

/// How long a thread looks for work before it sleeps: the usual time between two kernels, with some
/// Java between them, and between two trainings of some ten thousand samples, which takes 250 to
/// 400 µs. To be woken takes up to 50 µs.
constexpr std::chrono::microseconds kPatience{500};
constexpr int kSpinsOfClock = 64;  // reading the clock is itself 20 ns

/// Jobs between two looks at how far threads are from each other: some milliseconds.
constexpr int kJobsBetweenLooks = 256;
/// Before the first look, the other threads have started.
constexpr int kFirstLook = 16;
/// Empty jobs of a look, of which the fastest counts.
constexpr int kLooks = 4;
/// An empty job takes 0.05 to 0.18 µs on Zen 4 where cores share a cache, and 0.35 to 0.55 where
/// they do not.
constexpr std::chrono::nanoseconds kFarJob{270};
/// When an empty job says nothing: the other thread sleeps or has lost its core.
constexpr std::chrono::nanoseconds kLostJob{5'000};

std::atomic<Distance> distance_set{Distance::kMeasured};
std::atomic<bool> is_measured_far{false};

void pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

/// A job in one word: its number and its parts.
struct Ticket {
  uint64_t word;

  static Ticket of(uint64_t job, int parts) { return {job << 8 | static_cast<uint64_t>(parts)}; }
  uint64_t job() const { return word >> 8; }
  int parts() const { return static_cast<int>(word & 0xff); }
};
static_assert(kMostThreads < 256, "a ticket has a byte for the parts");

/// Who has taken one part of the jobs. The states only grow: a job taken, the job done, a later job
/// taken. So nobody can take a part of a job that is over.
class alignas(64) Claim {
 public:
  bool is_open(uint64_t job) const { return state_.load(std::memory_order_relaxed) < taken(job); }
  bool take(uint64_t job) {
    uint64_t seen = state_.load(std::memory_order_relaxed);
    return seen < taken(job) &&
           state_.compare_exchange_strong(seen, taken(job), std::memory_order_acq_rel);
  }
  /// Asks for its line of the cache in order to write it, so that to take a part does not wait.
  void expect() const {
#if defined(__x86_64__)
    // For __builtin_prefetch the compiler would need to know that every processor has it.
    asm volatile("prefetchw %0" : : "m"(state_));
#else
    __builtin_prefetch(&state_, 1);
#endif
  }
  void finish(uint64_t job) { state_.store(done(job), std::memory_order_release); }
  bool is_done(uint64_t job) const { return state_.load(std::memory_order_acquire) >= done(job); }

 private:
  static uint64_t taken(uint64_t job) { return 2 * job; }
  static uint64_t done(uint64_t job) { return 2 * job + 1; }

  std::atomic<uint64_t> state_{0};
};

/// Every thread has a part of its own, the caller the first: in job after job it finds in its
/// caches what it left there. The caller also does what others have not begun when it is through
/// with its part: those that sleep, or never started.
class Pool {
 public:
  void run(int parts, PartFunction function, const void* task, size_t size) {
    const std::unique_lock<std::mutex> owner(owner_, std::try_to_lock);
    if (!owner.owns_lock()) {
      for (int part = 0; part < parts; part++) function(task, part);
      return;
    }
    start(parts - 1);
    std::memcpy(copy_, task, size);
    task_ = size > 0 ? copy_ : task;
    function_ = function;
    begin(parts);
    wake(parts);
    function(task, 0);
    for (int part = 1; part < parts; part++) work(job_, part);
    for (int part = 1; part < parts; part++) wait_for(part);
    if (job_ >= next_look_) look();
  }

 private:
  void begin(int parts) { ticket_.store(Ticket::of(++job_, parts).word); }

  /// Measures how far the next thread is, which has just worked and still looks for more.
  void look() {
    function_ = [](const void*, int) {};
    std::chrono::nanoseconds least = kLostJob;
    for (int i = 0; i < kLooks; i++) {
      const std::chrono::nanoseconds took = empty_job();
      if (took >= kLostJob) break;
      least = std::min(least, took);
    }
    if (least < kLostJob) is_measured_far.store(least > kFarJob, std::memory_order_relaxed);
    next_look_ = job_ + kJobsBetweenLooks;
  }

  std::chrono::nanoseconds empty_job() {
    using std::chrono::steady_clock;
    const auto start = steady_clock::now();
    begin(2);
    while (!claims_[1].is_done(job_) && steady_clock::now() - start < kLostJob) pause();
    const auto took = steady_clock::now() - start;
    work(job_, 1);  // if nobody has begun
    wait_for(1);
    return took;
  }

  /// Starts threads until there are that many, or as many as the system gives.
  void start(int threads) {
    for (; started_ < threads && !refused_; started_++) {
      try {
        std::thread([this, part = started_ + 1] { serve(part); }).detach();
      } catch (...) {
        refused_ = true;  // the threads that there are do everything
        return;
      }
    }
  }

  void serve(int part) {
    const SubnormalsAreZero always;
    for (;;) {
      const Ticket ticket{ticket_.load(std::memory_order_acquire)};
      const bool worked = part < ticket.parts() && work(ticket.job(), part);
      if (!worked && !spin(part)) sleep(part);
    }
  }

  /// Whether a thread's part waits for it.
  bool is_wanted(int part) const {
    const Ticket ticket{ticket_.load()};
    return part < ticket.parts() && claims_[part].is_open(ticket.job());
  }

  /// Waits for work for a while; false if none came.
  bool spin(int part) const {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    do {
      claims_[part].expect();
      for (int i = 0; i < kSpinsOfClock; i++) {
        if (is_wanted(part)) return true;
        pause();
      }
    } while (std::chrono::steady_clock::now() < end);
    return false;
  }

  /// Does a part; false if somebody else has taken it.
  bool work(uint64_t job, int part) {
    if (!claims_[part].take(job)) return false;
    function_(task_, part);
    claims_[part].finish(job);
    return true;
  }

  /// Says that it sleeps and then looks for work; wake() comes after the new ticket, and then looks
  /// for sleepers. So one of the two sees the other.
  void sleep(int part) {
    std::unique_lock<std::mutex> lock(sleep_);
    sleepers_.fetch_or(bit(part));
    awake_[part].wait(lock, [&] { return is_wanted(part); });
    sleepers_.fetch_and(~bit(part));
  }

  /// Leaves threads asleep that have no part. To wake six of them took as long as a job of 8 µs.
  void wake(int parts) {
    const uint64_t sleepers = sleepers_.load() & ~uint64_t{0} >> (kMostThreads - parts);
    if (sleepers == 0) return;
    const std::lock_guard<std::mutex> lock(sleep_);
    for (int part = 1; part < parts; part++) {
      if ((sleepers & bit(part)) != 0) awake_[part].notify_one();
    }
  }

  static uint64_t bit(int part) { return uint64_t{1} << part; }

  void wait_for(int part) const {
    for (int spins = 0; !claims_[part].is_done(job_); spins++) {
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
  uint64_t job_ = 0;
  uint64_t next_look_ = kFirstLook;

  /// What others read of a job: first in one line of the cache, the rest behind it.
  alignas(64) std::atomic<uint64_t> ticket_{0};
  PartFunction function_ = nullptr;
  const void* task_ = nullptr;
  alignas(void*) unsigned char copy_[kMostCopied];
  static_assert(sizeof(ticket_) + sizeof(function_) + sizeof(task_) + sizeof(copy_) == 4 * 64,
                "whole lines of the cache");
  Claim claims_[kMostThreads];

  /// A bit for each part whose thread sleeps.
  alignas(64) std::atomic<uint64_t> sleepers_{0};
  static_assert(kMostThreads == 64, "sleepers have a bit each");
  std::mutex sleep_;
  std::condition_variable awake_[kMostThreads];
};

std::atomic<int> threads_allowed{1};

}  // namespace

void set_threads(int threads) {
  threads_allowed = threads < 1 ? 1 : threads > kMostThreads ? kMostThreads : threads;
}

void set_distance(Distance distance) { distance_set = distance; }

bool is_far() {
  const Distance set = distance_set.load(std::memory_order_relaxed);
  return set == Distance::kMeasured ? is_measured_far.load(std::memory_order_relaxed)
                                    : set == Distance::kFar;
}

int parts_for(int64_t work, int64_t least_work_of_a_part) {
  const int64_t wanted = work / least_work_of_a_part;
  const int most = threads_allowed.load(std::memory_order_relaxed);
  return wanted < 1 ? 1 : wanted < most ? static_cast<int>(wanted) : most;
}

void run(int parts, PartFunction function, const void* task, size_t size) {
  // Never destroyed: its threads outlive static objects.
  alignas(Pool) static char memory[sizeof(Pool)];
  static Pool* const pool = new (memory) Pool;
  pool->run(parts, function, task, size);
}

}  // namespace pool
}  // namespace annotron
