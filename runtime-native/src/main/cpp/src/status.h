#pragma once

namespace annotron {

/// What every function of the library returns; numbered as NativeStatus in Java.
enum Status : int {
  kOk = 0,
  kNoBlas = 1,
  kNoSuchIsa = 2,
  kNoSuchFunction = 3,
  kBadLabel = 4,
  kNoMemory = 5,
  kNeedsBlas = 6,
};

}  // namespace annotron
