#include "video_library.hpp"

#include <dlfcn.h>
#include <unistd.h>

#include <climits>
#include <string>
#include <vector>

#include "failure.hpp"
#include "memory.hpp"

namespace footfall {
namespace {

constexpr const char *fileName = "libFootfallVideo.so";

std::string folder(const std::string &path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

/// Beside the binary that holds this function (a program or a bundle of tests), and beside the running program.
std::vector<std::string> candidates() {
  std::vector<std::string> paths;
  Dl_info own = {};
  if (dladdr(reinterpret_cast<const void *>(&videoLibrary), &own) != 0 && own.dli_fname != nullptr) {
    paths.push_back(folder(own.dli_fname) + "/" + fileName);
  }
  char program[PATH_MAX];
  const ssize_t length = readlink("/proc/self/exe", program, sizeof program);
  if (length > 0 && length < static_cast<ssize_t>(sizeof program)) {
    const std::string home = folder(std::string(program, static_cast<size_t>(length)));
    paths.push_back(home + "/" + fileName);
    paths.push_back(home + "/../lib/" + fileName);
  }
  return paths;
}

const ff_video_library *open() {
  std::string reason;
  for (const std::string &path : candidates()) {
    void *library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
      const char *message = dlerror();
      // A library that is there and does not load says more than one that is absent.
      if (reason.empty() || access(path.c_str(), F_OK) == 0) reason = message == nullptr ? path : message;
      continue;
    }
    auto table = reinterpret_cast<const ff_video_library *(*)()>(dlsym(library, "footfall_video_library"));
    if (table != nullptr && table()->version == FF_VIDEO_LIBRARY_VERSION) return table();
    reason = path + " belongs to another version of footfall";
  }
  if (tells_of_memory(reason)) throw Failure(FF_OUT_OF_MEMORY, "cannot open " + reason);
  throw Failure(FF_UNAVAILABLE, "reading pictures needs " + std::string(fileName) + " beside the program (" +
                                    reason + ")");
}

}  // namespace

const ff_video_library &videoLibrary() {
  static const ff_video_library *library = open();
  return *library;
}

}  // namespace footfall
