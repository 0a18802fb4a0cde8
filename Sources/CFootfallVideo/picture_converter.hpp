#pragma once
#include <vector>

#include "ffmpeg.hpp"

namespace footfall {

/// Turns decoded frames of any pixel format into B G R rows, upright.
class PictureConverter {
 public:
  /// Writes `frame`, turned clockwise by `quarterTurns` quarters, into `picture`, which has the resulting size.
  void convert(const AVFrame &frame, int quarterTurns, const ff_picture &picture);

 private:
  void scale(const AVFrame &frame, uint8_t *pixels, int64_t bytesPerRow);

  Owned<SwsContext> context_;
  std::vector<uint8_t> scratch_;
};

}  // namespace footfall
