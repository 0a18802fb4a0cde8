#pragma once
#include <opencv2/core.hpp>

#include "guarded.hpp"

namespace footfall {

/// The caller's memory as a matrix: nothing is copied.
inline cv::Mat mat(const ff_picture *picture) {
  if (picture == nullptr || picture->pixels == nullptr || picture->width <= 0 || picture->height <= 0 ||
      picture->bytes_per_row < int64_t{picture->width} * 3) {
    throw Failure(FF_BAD_ARGUMENT, "a picture without pixels, or whose rows overlap");
  }
  return cv::Mat(picture->height, picture->width, CV_8UC3, picture->pixels,
                 static_cast<size_t>(picture->bytes_per_row));
}

}  // namespace footfall
