#pragma once
#include <cstddef>
#include <cstdint>

#include "footfall_vision.h"

namespace footfall {

struct JPEGSize {
  int32_t width, height;

  JPEGSize scaled(int denominator) const {
    return {(width + denominator - 1) / denominator, (height + denominator - 1) / denominator};
  }
};

JPEGSize readJPEGSize(const uint8_t *bytes, size_t count);

/// Decodes into `picture`, which has the scaled size, and counts the warnings of damage.
int decodeJPEG(const uint8_t *bytes, size_t count, int denominator, const ff_picture *picture);

}  // namespace footfall
