#pragma once
#include <cstddef>
#include <string>

namespace footfall {

/// Makes sure beforehand that the process may take `bytes` more of address space: libraries that end the process or
/// wait for ever where a thread of their own gets no memory cannot be asked afterwards.
/// - Throws: `Failure` with FF_OUT_OF_MEMORY that begins with `attempt`.
void require_memory(size_t bytes, const std::string &attempt);

/// Whether the reason for which dlopen failed is that memory was short.
bool tells_of_memory(const std::string &reason);

}  // namespace footfall
