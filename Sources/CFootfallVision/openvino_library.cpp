#include "openvino_library.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "memory.hpp"

namespace footfall::openvino {
namespace {

template <typename Function>
void find(void *handle, const char *name, const char *path, Function &function) {
  function = reinterpret_cast<Function>(dlsym(handle, name));
  if (function == nullptr) {
    throw Failure(FF_UNAVAILABLE, std::string(path) + ": no function " + name + "; OpenVINO 2026.4 is needed");
  }
}

std::unique_ptr<Library> open(const char *path) {
  // OpenVINO looks for its other libraries where it was opened, at any time later: not by way of a link that may go.
  std::error_code unresolved;
  const std::string resolved = std::filesystem::canonical(path, unresolved);
  void *handle = dlopen(unresolved ? path : resolved.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) {
    const std::string reason = dlerror();
    const ff_status kind = tells_of_memory(reason) ? FF_OUT_OF_MEMORY : FF_UNAVAILABLE;
    throw Failure(kind, "cannot open OpenVINO: " + reason);
  }
  auto library = std::make_unique<Library>();
#define FF_FIND(name, ...) find(handle, "ov_" #name, path, library->name);
  FF_OPENVINO_CALLS(FF_FIND)
  FF_OPENVINO_FREES(FF_FIND)
#undef FF_FIND
  find(handle, "ov_get_last_err_msg", path, library->get_last_err_msg);
  return library;
}

/// OpenVINO's messages have many lines, of source positions first: the last says what is wrong.
std::string last_line(const char *message) {
  std::string text = message == nullptr ? "" : message;
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  const size_t newline = text.rfind('\n');
  return newline == std::string::npos ? text : text.substr(newline + 1);
}

void copy(char *destination, size_t capacity, const std::string &text) {
  std::snprintf(destination, capacity, "%s", text.c_str());
}

/// The CPU's name and abilities as OpenVINO sees them.
std::string property(const Library &library, const Core *core, const char *key) {
  char *value = nullptr;
  library.check(library.core_get_property(core, "CPU", key, &value), FF_UNAVAILABLE, "ask about the CPU");
  const std::string text = value == nullptr ? "" : value;
  library.free(value);
  return text;
}

}  // namespace

const Library &Library::at(const char *path) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<Library>> libraries;
  if (path == nullptr) throw Failure(FF_BAD_ARGUMENT, "OpenVINO: no path of the library");
  const std::lock_guard<std::mutex> lock(mutex);
  std::unique_ptr<Library> &library = libraries[path];
  if (library == nullptr) library = open(path);
  return *library;
}

void Library::check(int32_t result, ff_status kind, const char *attempt) const {
  if (result == 0) return;
  const char *message = get_last_err_msg();
  const std::string reason = last_line(message);
  if (message != nullptr) free(message);
  const std::string problem = std::string("OpenVINO cannot ") + attempt + ": ";
  // OpenVINO has no code of its own for it: "std::bad_alloc", "can't alloc", "Failed to allocate 5447680 bytes", and
  // where a thread gets no stack, the system's words for EAGAIN.
  for (const char *sign : {"alloc", "Resource temporarily unavailable"}) {
    if (reason.find(sign) != std::string::npos) throw Failure(FF_OUT_OF_MEMORY, problem + "out of memory");
  }
  throw Failure(kind, problem + reason);
}

}  // namespace footfall::openvino

ff_status ff_openvino_check(const char *library, ff_error *error) {
  return footfall::guarded(error, [&] {
    footfall::openvino::Library::at(library);
    return FF_OK;
  });
}

ff_status ff_openvino_probe(const char *path, ff_openvino_report *report, ff_error *error) {
  using namespace footfall::openvino;
  return footfall::guarded(error, [&] {
    if (report == nullptr) throw footfall::Failure(FF_BAD_ARGUMENT, "OpenVINO: no place for the report");
    const Library &library = Library::at(path);
    Version version{};
    library.check(library.get_openvino_version(&version), FF_UNAVAILABLE, "tell its version");
    copy(report->version, sizeof report->version, version.build);
    library.version_free(&version);
    Owned<Core> core(library.core_free);
    library.check(library.core_create(core.place()), FF_UNAVAILABLE, "start");
    copy(report->device, sizeof report->device, property(library, core.get(), "FULL_DEVICE_NAME"));
    std::string abilities = property(library, core.get(), "OPTIMIZATION_CAPABILITIES");
    std::replace(abilities.begin(), abilities.end(), ',', ' ');
    copy(report->capabilities, sizeof report->capabilities, abilities);
    return FF_OK;
  });
}
