#include "isa.h"

#include <atomic>

namespace annotron {

extern const Isa kBaselineIsa;
#ifdef ANNOTRON_X86
extern const Isa kAvx2Isa;
extern const Isa kAvx512Isa;
#endif

namespace {

const Isa* find(IsaChoice choice) {
#ifdef ANNOTRON_X86
  __builtin_cpu_init();
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  const bool avx512 = avx2 && __builtin_cpu_supports("avx512f");
  if (choice == IsaChoice::kAvx512 || choice == IsaChoice::kBest) {
    if (avx512) return &kAvx512Isa;
  }
  if (choice == IsaChoice::kAvx2 || choice == IsaChoice::kBest) {
    if (avx2) return &kAvx2Isa;
  }
#endif
  const bool baseline = choice == IsaChoice::kBaseline || choice == IsaChoice::kBest;
  return baseline ? &kBaselineIsa : nullptr;
}

std::atomic<const Isa*> current{nullptr};

}  // namespace

const Isa& isa() {
  const Isa* chosen = current.load(std::memory_order_relaxed);
  if (chosen == nullptr) {
    chosen = find(IsaChoice::kBest);
    current.store(chosen, std::memory_order_relaxed);
  }
  return *chosen;
}

bool halves_vectors() {
#ifdef ANNOTRON_X86
  // Of this family, Zen 3 and Zen 4, only the latter has them.
  static const bool halves = __builtin_cpu_is("amdfam19h") && __builtin_cpu_supports("avx512f");
  return halves;
#else
  return false;
#endif
}

bool select_isa(IsaChoice choice) {
  const Isa* chosen = find(choice);
  if (chosen == nullptr) return false;
  current.store(chosen, std::memory_order_relaxed);
  return true;
}

}  // namespace annotron
