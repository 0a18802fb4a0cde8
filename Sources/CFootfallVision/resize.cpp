#include <opencv2/imgproc.hpp>

#include "pictures.hpp"

ff_status ff_resize(const ff_picture *source, const ff_picture *destination, ff_error *error) {
  return footfall::guarded(error, [&] {
    const cv::Mat from = footfall::mat(source);
    cv::Mat to = footfall::mat(destination);
    if (from.size() == to.size()) {
      from.copyTo(to);
    } else {
      cv::resize(from, to, to.size(), 0, 0, cv::INTER_LINEAR);
    }
    return FF_OK;
  });
}
