// What Java asks of the memory that kernels use; parameters as in api.cpp.
#include <cstdint>

#include "export.h"
#include "pages.h"
#include "status.h"

/// Lets whole huge pages within zeroed memory come anew, as such, when they are first used. It
/// stays zeroed. It has i KB.
ANNOTRON_EXPORT int annotron_huge_pages(const void*, const void*, void*, float* zeroed, int kb, int,
                                        int, int, float, float, float, float) {
  annotron::to_huge_pages(zeroed, int64_t{1024} * kb);
  return annotron::kOk;
}
