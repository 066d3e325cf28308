#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#ifdef ANNOTRON_X86
#include <immintrin.h>
#endif

#include "scratch.h"
