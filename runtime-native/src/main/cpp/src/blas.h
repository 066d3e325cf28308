#pragma once

#include "product.h"
#include "status.h"

namespace annotron {

/// OpenBLAS, opened at run time: only where products need it, so that it starts no threads of its
/// own, and so that a failure is a status.
namespace blas {

/// Opens the library that lies beside this one; at most once.
Status open();

/// What open() found wrong, or the library's name, version and kind of processor.
const char* description();

/// kNoBlas unless open() has succeeded before.
Status product(const Product& product);

}  // namespace blas
}  // namespace annotron
