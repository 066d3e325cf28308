#include "pages.h"

#include <cstdio>
#include <cstring>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace annotron {

#if defined(__linux__) && defined(MADV_HUGEPAGE)
namespace {

constexpr uintptr_t kHugePage = 2 << 20;

/// Whether memory is in huge pages if someone asks. Else it always is, or never.
bool come_on_request() {
  char text[64] = "";
  std::FILE* file = std::fopen("/sys/kernel/mm/transparent_hugepage/enabled", "re");
  if (file == nullptr) return false;
  const bool is_read = std::fgets(text, sizeof text, file) != nullptr;
  std::fclose(file);
  return is_read && std::strstr(text, "[madvise]") != nullptr;
}

}  // namespace

void to_huge_pages(void* zeroed, int64_t bytes) {
  const auto at = reinterpret_cast<uintptr_t>(zeroed);
  const uintptr_t begin = (at + kHugePage - 1) / kHugePage * kHugePage;
  const uintptr_t end = (at + static_cast<uintptr_t>(bytes)) / kHugePage * kHugePage;
  if (end <= begin) return;
  static const bool is_possible = come_on_request();
  if (!is_possible) return;
  void* memory = static_cast<char*>(zeroed) + (begin - at);
  if (madvise(memory, end - begin, MADV_HUGEPAGE) != 0) return;
  // If that fails, the pages stay as they are, and zeroed.
  (void)madvise(memory, end - begin, MADV_DONTNEED);
}
#else
void to_huge_pages(void*, int64_t) {}
#endif

}  // namespace annotron
