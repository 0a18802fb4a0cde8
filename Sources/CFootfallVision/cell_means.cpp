#include <vector>

#include "pictures.hpp"

namespace {

constexpr int32_t channels = 3;

/// Adds up the rows of a row of cells, byte by byte: a loop that compilers turn into vector instructions.
void add_rows(const cv::Mat &picture, int32_t first, int32_t side, std::vector<uint16_t> &sums) {
  std::fill(sums.begin(), sums.end(), uint16_t{0});
  for (int32_t row = first; row < first + side; ++row) {
    const uint8_t *bytes = picture.ptr<uint8_t>(row);
    for (size_t column = 0; column < sums.size(); ++column) {
      sums[column] = static_cast<uint16_t>(sums[column] + bytes[column]);
    }
  }
}

}  // namespace

ff_status ff_cell_means(const ff_picture *source, int32_t side, uint8_t *means, int32_t count, ff_error *error) {
  return footfall::guarded(error, [&] {
    const cv::Mat picture = footfall::mat(source);
    if (side < 2 || side > 16 || means == nullptr || count != (picture.cols / side) * (picture.rows / side)) {
      throw footfall::Failure(FF_BAD_ARGUMENT, "cells: sides are 2 to 16 pixels, and there is a mean for each");
    }
    const int32_t columns = picture.cols / side;
    thread_local std::vector<uint16_t> sums;
    sums.resize(static_cast<size_t>(columns * side * channels));
    const uint32_t bytes_per_cell = static_cast<uint32_t>(side * side * channels);
    for (int32_t row = 0; row < picture.rows / side; ++row) {
      add_rows(picture, row * side, side, sums);
      for (int32_t column = 0; column < columns; ++column) {
        const uint16_t *cell = sums.data() + column * side * channels;
        uint32_t sum = 0;
        for (int32_t byte = 0; byte < side * channels; ++byte) sum += cell[byte];
        *means++ = static_cast<uint8_t>((sum + bytes_per_cell / 2) / bytes_per_cell);
      }
    }
    return FF_OK;
  });
}
