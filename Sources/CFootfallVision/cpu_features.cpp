#include <cctype>
#include <cstdlib>
#include <string>

#include "footfall_vision.h"

namespace {

/// The limit under which the user puts oneDNN, which computes for OpenVINO, in lower case; empty without one.
std::string instruction_limit() {
  for (const char *name : {"ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA"}) {
    if (const char *given = std::getenv(name)) {
      std::string limit = given;
      for (char &letter : limit) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
      return limit;
    }
  }
  return "";
}

bool is_one_of(const std::string &limit, std::initializer_list<const char *> names) {
  for (const char *name : names) {
    if (limit == name) return true;
  }
  return false;
}

}  // namespace

// The names and what they allow: oneDNN, "CPU Dispatcher Control". It takes an unknown name for no limit.
ff_cpu_features ff_cpu(void) {
#if defined(__x86_64__)
  const std::string limit = instruction_limit();
  const bool is_old = is_one_of(limit, {"sse41", "avx"});
  const bool is_plain = is_old || is_one_of(limit, {"avx2", "avx512_core"});
  const bool is_short = is_one_of(limit, {"avx2_vnni", "avx2_vnni_2"});
  const bool is_before_bf16 = is_plain || is_short || limit == "avx512_core_vnni";
  // A CPU with AMX has these, too.
  const bool has_long_vnni = __builtin_cpu_supports("avx512vnni") && !is_short;
  const bool has_vnni = has_long_vnni || __builtin_cpu_supports("avxvnni");
  return {__builtin_cpu_supports("avx2") && !is_old, has_vnni && !is_plain,
          __builtin_cpu_supports("avx512bf16") && !is_before_bf16};
#else
  return {0, 0, 0};
#endif
}
