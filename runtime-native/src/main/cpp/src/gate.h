#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace annotron {

/// Lets a limited number of threads through at a time; free of locks until that many are inside.
class Gate {
 public:
  explicit Gate(int limit) : limit_(limit), free_(limit) {}

  class Pass {
   public:
    explicit Pass(Gate& gate) : gate_(gate) { gate.enter(); }
    ~Pass() { gate_.leave(); }
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;

   private:
    Gate& gate_;
  };

  /// For ever lets nobody in any more: who comes now, or waits already, blocks. Waits until all are
  /// out; false if some still are inside after that time. To be called once.
  bool close(std::chrono::milliseconds patience) {
    std::unique_lock<std::mutex> lock(mutex_);
    closed_ = true;
    const int free = std::max(free_.fetch_sub(kClosed, std::memory_order_acq_rel), 0);
    // From here on, everyone who leaves signals.
    return emptied_.wait_for(lock, patience, [&] { return signals_ == limit_ - free; });
  }

 private:
  static constexpr int kClosed = 1 << 30;

  /// Below 0, free_ counts the threads that wait; each is owed one of signals_.
  void enter() {
    if (free_.fetch_sub(1, std::memory_order_acquire) > 0) return;
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return signals_ > 0 && !closed_; });
    signals_--;
  }

  void leave() {
    if (free_.fetch_add(1, std::memory_order_release) >= 0) return;
    const std::lock_guard<std::mutex> lock(mutex_);
    signals_++;
    (closed_ ? emptied_ : changed_).notify_one();
  }

  const int limit_;
  std::atomic<int> free_;
  int signals_ = 0;
  bool closed_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::condition_variable emptied_;
};

}  // namespace annotron
