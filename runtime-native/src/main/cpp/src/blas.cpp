#include "blas.h"

#include <cblas.h>
#include <dlfcn.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <new>
#include <string>

#include "gate.h"

namespace annotron {
namespace blas {
namespace {

constexpr char kThreadsVariable[] = "OPENBLAS_NUM_THREADS";

/// OpenBLAS is built with work memory for 128 calls at a time, and ends the process beyond.
constexpr int kCallsAtATime = 64;

struct Library {
  decltype(&cblas_sgemm) sgemm = nullptr;
  Status status = kNoBlas;
  char description[256] = "not opened";
};

Library library;

Gate& gate() {
  // Never destroyed: threads may stand before it when the process ends.
  alignas(Gate) static char memory[sizeof(Gate)];
  static Gate* const made = new (memory) Gate(kCallsAtATime);
  return *made;
}

/// Called when the process ends, before OpenBLAS gives back the memory that products work in,
/// whoever is inside. A product so large that it is not done soon is cut off with the process.
void leave_at_exit(int status, void*) {
  if (gate().close(std::chrono::seconds(2))) return;
  std::fflush(nullptr);
  _exit(status);
}

/// Sets an environment variable while it lives: OpenBLAS reads it once, when it is opened.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) {
    const char* before = std::getenv(name);
    had_ = before != nullptr;
    if (had_) before_ = before;
    setenv(name, value, 1);
  }
  ~Environment() {
    if (had_) {
      setenv(name_, before_.c_str(), 1);
    } else {
      unsetenv(name_);
    }
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  const char* name_;
  bool had_ = false;
  std::string before_;
};

void fail() {
  const char* reason = dlerror();
  std::snprintf(library.description, sizeof library.description, "%s",
                reason == nullptr ? "a function is missing" : reason);
}

template <class F>
F* find(void* handle, const char* name) {
  return reinterpret_cast<F*>(dlsym(handle, name));
}

void* open_file() {
  const Environment one_thread(kThreadsVariable, "1");
  // What OpenBLAS needs, in case the system lacks it; the search path is that of this library.
  dlopen("libquadmath.so.0", RTLD_LAZY);
  dlopen("libgfortran.so.5", RTLD_LAZY);
  return dlopen(ANNOTRON_BLAS_FILE, RTLD_LAZY | RTLD_LOCAL);
}

void open_once() {
  void* handle = open_file();
  if (handle == nullptr) return fail();
  library.sgemm = find<decltype(cblas_sgemm)>(handle, "cblas_sgemm");
  const auto set_threads = find<void(int)>(handle, "openblas_set_num_threads");
  const auto config = find<char*()>(handle, "openblas_get_config");
  const auto core = find<char*()>(handle, "openblas_get_corename");
  if (library.sgemm == nullptr || set_threads == nullptr) return fail();
  if (config == nullptr || core == nullptr) return fail();
  on_exit(leave_at_exit, nullptr);  // after OpenBLAS was opened, so that it runs before its own
  set_threads(1);
  const std::string text = config();
  const std::string version = text.substr(0, text.find(' ', text.find(' ') + 1));
  std::snprintf(library.description, sizeof library.description, "%s for %s", version.c_str(),
                core());
  library.status = kOk;
}

}  // namespace

Status open() {
  static std::once_flag once;
  try {
    std::call_once(once, open_once);
    return library.status;
  } catch (...) {
    return kNoMemory;
  }
}

const char* description() { return library.description; }

Status product(const Product& p) {
  if (library.status != kOk) return library.status;
  const auto order = [](Transposed t) { return t == Transposed::kYes ? CblasTrans : CblasNoTrans; };
  const Gate::Pass pass(gate());
  library.sgemm(CblasRowMajor, order(p.a_transposed), order(p.b_transposed), p.m, p.n, p.k, p.scale,
                p.a, static_cast<int>(p.a_stride), p.b, static_cast<int>(p.b_stride),
                p.add ? 1.0f : 0.0f, p.c, static_cast<int>(p.c_stride));
  return kOk;
}

}  // namespace blas
}  // namespace annotron
