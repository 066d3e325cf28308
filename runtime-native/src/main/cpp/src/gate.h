#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace annotron {

/// Lets a limited number of threads through at a time; free of locks until that many are inside.
class Gate {
 public:
  explicit Gate(int limit) : free_(limit) {}

  class Pass {
   public:
    explicit Pass(Gate& gate) : gate_(gate) { gate.enter(); }
    ~Pass() { gate_.leave(); }
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;

   private:
    Gate& gate_;
  };

 private:
  /// Below 0, free_ counts the threads that wait; each is owed one of signals_.
  void enter() {
    if (free_.fetch_sub(1, std::memory_order_acquire) > 0) return;
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return signals_ > 0; });
    signals_--;
  }

  void leave() {
    if (free_.fetch_add(1, std::memory_order_release) >= 0) return;
    const std::lock_guard<std::mutex> lock(mutex_);
    signals_++;
    changed_.notify_one();
  }

  std::atomic<int> free_;
  int signals_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
};

}  // namespace annotron
