#include "output/parquet_module.h"

#include <dlfcn.h>

#include <filesystem>
#include <string>
#include <system_error>

namespace varde {
namespace {

namespace fs = std::filesystem;

// Beside the program where it was built, in lib/varde where it is installed.
fs::path module_path() {
  constexpr const char* kName = "libvarde_parquet.so";
  std::error_code ignored;
  const fs::path folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  const fs::path built = folder / kName;
  return fs::exists(built, ignored) ? built : folder.parent_path() / "lib" / "varde" / kName;
}

}  // namespace

Result<OpenParquet*> load_parquet() {
  // Never unloaded: what the function returns is made of the module's code.
  void* module = ::dlopen(module_path().c_str(), RTLD_NOW | RTLD_LOCAL);
  void* function = module == nullptr ? nullptr : ::dlsym(module, kOpenParquet);
  if (function == nullptr) {
    return failure(std::string("cannot write Parquet: ") + ::dlerror() +
                   "; scripts/quickstart installs what it needs and builds it");
  }
  return reinterpret_cast<OpenParquet*>(function);
}

}  // namespace varde
