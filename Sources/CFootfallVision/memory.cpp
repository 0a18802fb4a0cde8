#include "memory.hpp"

#include <sys/mman.h>

#include "failure.hpp"

namespace footfall {

void require_memory(size_t bytes, const std::string &attempt) {
  void *place = mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (place == MAP_FAILED) {
    throw Failure(FF_OUT_OF_MEMORY, attempt + ": out of memory; it takes " + std::to_string(bytes >> 20) +
                                        " MB of address space (see ulimit -v)");
  }
  munmap(place, bytes);
}

bool tells_of_memory(const std::string &reason) {
  // glibc's elf/dl-load.c and dl-map-segments.h.
  for (const char *sign : {"Cannot allocate memory", "failed to map segment", "cannot map zero-fill pages"}) {
    if (reason.find(sign) != std::string::npos) return true;
  }
  return false;
}

}  // namespace footfall
