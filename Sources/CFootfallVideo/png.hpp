#pragma once
#include "ffmpeg.hpp"

namespace footfall {

/// Encodes a picture as PNG; `bytes` comes from malloc.
void encodePNG(const ff_picture &picture, uint8_t **bytes, size_t *count);

}  // namespace footfall
