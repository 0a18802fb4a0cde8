#include <algorithm>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "pictures.hpp"

namespace footfall {
namespace {

/// Pixels sorted at a time: 25 samples of a block fit the first-level cache.
constexpr int blockPixels = 256;
constexpr int blockBytes = blockPixels * 3;

/// Where the middle half of a pixel's samples lies further apart than this, in levels of a channel, something moves
/// there about as often as not: the median might be a person whom the detector missed.
constexpr int greatestSpread = 56;

/// The value of unmasked samples of a pixel after sorting, and whether they agree.
struct Median {
  const std::vector<uint8_t> &sorted;
  int valid;

  uint8_t at(int rank, int byte) const { return sorted[static_cast<size_t>(rank * blockBytes + byte)]; }
  uint8_t value(int byte) const { return at((valid - 1) / 2, byte); }
  bool agrees(int byte) const { return at(valid * 3 / 4, byte) - at((valid - 1) / 4, byte) <= greatestSpread; }
};

/// Sorts each byte position over the samples: odd-even transposition, whose compare-and-swap of two whole rows is one
/// vector minimum and one maximum.
void sortRanks(std::vector<uint8_t> &values, int count) {
  for (int pass = 0; pass < count; ++pass) {
    for (int rank = pass % 2; rank + 1 < count; rank += 2) {
      uint8_t *low = values.data() + rank * blockBytes;
      uint8_t *high = low + blockBytes;
      for (int byte = 0; byte < blockBytes; ++byte) {
        const uint8_t a = low[byte], b = high[byte];
        low[byte] = a < b ? a : b;
        high[byte] = a < b ? b : a;
      }
    }
  }
}

/// One block of a row: loads the samples with 255 where they are masked (so that these sort last), sorts, and writes
/// the medians; `known` is 0 where there is none.
class BlockEstimator {
 public:
  BlockEstimator(const ff_sample *samples, int count, int minimum)
      : samples_(samples), count_(count), minimum_(minimum), values_(static_cast<size_t>(count) * blockBytes),
        valid_(blockPixels) {}

  void estimate(int row, int column, int pixels, uint8_t *out, uint8_t *known) {
    load(row, column, pixels);
    sortRanks(values_, count_);
    for (int pixel = 0; pixel < pixels; ++pixel) {
      const Median median{values_, valid_[static_cast<size_t>(pixel)]};
      const int byte = pixel * 3;
      const bool isKnown = median.valid >= minimum_ && median.agrees(byte) && median.agrees(byte + 1) &&
                           median.agrees(byte + 2);
      known[pixel] = isKnown ? 1 : 0;
      for (int channel = 0; channel < 3; ++channel) {
        out[byte + channel] = isKnown ? median.value(byte + channel) : 0;
      }
    }
  }

 private:
  void load(int row, int column, int pixels) {
    std::fill(valid_.begin(), valid_.end(), 0);
    for (int sample = 0; sample < count_; ++sample) {
      const ff_picture &picture = samples_[sample].picture;
      const uint8_t *from = picture.pixels + row * picture.bytes_per_row + column * int64_t{3};
      const uint8_t *mask = samples_[sample].mask + row * int64_t{picture.width} + column;
      uint8_t *to = values_.data() + sample * blockBytes;
      for (int pixel = 0; pixel < pixels; ++pixel) {
        const uint8_t hidden = mask[pixel] != 0 ? 255 : 0;
        valid_[static_cast<size_t>(pixel)] += hidden == 0;
        for (int channel = 0; channel < 3; ++channel) to[pixel * 3 + channel] = from[pixel * 3 + channel] | hidden;
      }
    }
  }

  const ff_sample *samples_;
  int count_, minimum_;
  std::vector<uint8_t> values_;
  std::vector<int> valid_;
};

/// Continues the known pixels into the unknown ones: each coarser level averages what is known, each finer one takes
/// from it what it lacks (pull-push; Gortler et al., The Lumigraph, 1996, section 3.4.2).
void fill(cv::Mat &colours, cv::Mat &weights) {
  if (cv::countNonZero(weights < 0.5F) == 0) return;
  if (colours.rows == 1 && colours.cols == 1) {
    colours.setTo(cv::Scalar::all(128));
    return;
  }
  const cv::Size half((colours.cols + 1) / 2, (colours.rows + 1) / 2);
  cv::Mat spread, weights3, coarse, coarseWeights;
  cv::merge(std::vector<cv::Mat>{weights, weights, weights}, weights3);
  cv::resize(colours.mul(weights3), coarse, half, 0, 0, cv::INTER_AREA);
  cv::resize(weights, coarseWeights, half, 0, 0, cv::INTER_AREA);
  cv::Mat divisor;
  cv::merge(std::vector<cv::Mat>{coarseWeights, coarseWeights, coarseWeights}, divisor);
  cv::divide(coarse, cv::max(divisor, 1e-6F), coarse);
  cv::Mat known;
  cv::threshold(coarseWeights, known, 1e-6, 1, cv::THRESH_BINARY);
  fill(coarse, known);
  cv::resize(coarse, spread, colours.size(), 0, 0, cv::INTER_LINEAR);
  spread.copyTo(colours, weights < 0.5F);
}

void estimate(const ff_sample *samples, int count, int minimum, cv::Mat background) {
  cv::Mat known(background.size(), CV_8UC1);
  BlockEstimator estimator(samples, count, minimum);
  for (int row = 0; row < background.rows; ++row) {
    for (int column = 0; column < background.cols; column += blockPixels) {
      const int pixels = std::min(blockPixels, background.cols - column);
      estimator.estimate(row, column, pixels, background.ptr(row, column), known.ptr(row, column));
    }
  }
  if (cv::countNonZero(known) == known.rows * known.cols) return;
  // The rim of a hole often holds the fringe of whoever made it.
  cv::erode(known, known, cv::Mat::ones(5, 5, CV_8UC1), {-1, -1}, 1, cv::BORDER_REPLICATE);
  cv::Mat colours, weights;
  background.convertTo(colours, CV_32F);
  known.convertTo(weights, CV_32F);
  fill(colours, weights);
  colours.convertTo(background, CV_8U);
}

}  // namespace
}  // namespace footfall

ff_status ff_background_estimate(const ff_sample *samples, int32_t count, int32_t minimum_samples,
                                 const ff_picture *background, ff_error *error) {
  return footfall::guarded(error, [&] {
    const cv::Mat result = footfall::mat(background);
    for (int index = 0; index < count; ++index) {
      if (footfall::mat(&samples[index].picture).size() != result.size() || samples[index].mask == nullptr) {
        throw footfall::Failure(FF_BAD_ARGUMENT, "a sample has another size than the background, or no mask");
      }
    }
    footfall::estimate(samples, count, std::max(minimum_samples, 1), result);
    return FF_OK;
  });
}
