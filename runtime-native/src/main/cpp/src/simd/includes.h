#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
