#include <opencv2/objdetect.hpp>

#include "network.hpp"
#include "pictures.hpp"

struct ff_hog {
  cv::HOGDescriptor descriptor;  // 64 x 128 windows
  std::vector<cv::Rect> boxes;
  std::vector<double> scores;
};

ff_status ff_hog_open(int32_t threads, ff_hog **hog, ff_error *error) {
  return footfall::guarded(error, [&] {
    if (hog == nullptr || threads < 1) throw footfall::Failure(FF_BAD_ARGUMENT, "hog: threads from 1");
    footfall::silence_opencv();
    footfall::use_opencv_threads(threads);
    auto opened = std::make_unique<ff_hog>();
    opened->descriptor.setSVMDetector(cv::HOGDescriptor::getDefaultPeopleDetector());
    *hog = opened.release();
    return FF_OK;
  });
}

void ff_hog_close(ff_hog *hog) { delete hog; }

ff_status ff_hog_detect(ff_hog *hog, const ff_picture *picture, ff_box *boxes, double *scores, int32_t capacity,
                        int32_t *found, ff_error *error) {
  return footfall::guarded(error, [&] {
    if (hog == nullptr || found == nullptr || capacity < 0 || (capacity > 0 && (!boxes || !scores))) {
      throw footfall::Failure(FF_BAD_ARGUMENT, "hog: no detector or no place for the boxes");
    }
    *found = 0;
    const cv::Mat mat = footfall::mat(picture);
    hog->boxes.clear();
    hog->scores.clear();
    if (mat.cols >= hog->descriptor.winSize.width && mat.rows >= hog->descriptor.winSize.height) {
      // Windows every 8 pixels, sizes 5 % apart; grouping 0: overlaps are suppressed by the caller, score by score.
      hog->descriptor.detectMultiScale(mat, hog->boxes, hog->scores, 0, cv::Size(8, 8), cv::Size(), 1.05, 0);
    }
    *found = static_cast<int32_t>(hog->boxes.size());
    const size_t count = std::min(hog->boxes.size(), static_cast<size_t>(capacity));
    for (size_t index = 0; index < count; ++index) {
      const cv::Rect &box = hog->boxes[index];
      boxes[index] = {static_cast<float>(box.x), static_cast<float>(box.y), static_cast<float>(box.width),
                      static_cast<float>(box.height)};
      scores[index] = hog->scores[index];
    }
    return FF_OK;
  });
}
