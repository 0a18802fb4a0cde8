#pragma once
#include <cstdint>
#include <cstdlib>

/// Memory from malloc that the caller gives back.
struct ff_bytes {
  uint8_t *start;
  ~ff_bytes() { std::free(start); }
};
