#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <type_traits>
