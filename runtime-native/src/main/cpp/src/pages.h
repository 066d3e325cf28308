#pragma once

#include <cstdint>

namespace annotron {

/// Gives zeroed memory back but for its ends, so that it comes as huge pages, again zeroed, when it
/// is used: where the system has them for those who ask, as Linux usually does. A core knows where
/// 8 MB lie in common pages, and looks others up in tables; rows of a wide layer's weights are each
/// in a page of their own.
void to_huge_pages(void* zeroed, int64_t bytes);

}  // namespace annotron
