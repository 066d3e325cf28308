#pragma once

#include "product.h"
#include "status.h"

namespace annotron {

/// OpenBLAS, opened at run time so that it starts no threads of its own and a failure is a status.
namespace blas {

/// Opens the library that lies beside this one; at most once.
Status open();

/// What open() found wrong, or the library's name, version and kind of processor.
const char* description();

/// Only after open() succeeded.
void product(const Product& product);

}  // namespace blas
}  // namespace annotron
