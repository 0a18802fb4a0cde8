#include "picture_converter.hpp"

#include <cstring>

namespace footfall {
namespace {

/// swscale's fast paths convert whole blocks of pixels: rows that are no multiple of this long would either be
/// overrun or lose their last columns.
constexpr int blockPixels = 32;

/// Where the pixel (0, 0) of the source goes, and how far its neighbours to the right and below lie from it.
struct Walk {
  int64_t start, right, down;
};

Walk walk(int width, int height, int quarterTurns, int64_t bytesPerRow) {
  switch (quarterTurns) {
    case 1: return {(height - 1) * int64_t{3}, bytesPerRow, -3};
    case 2: return {(height - 1) * bytesPerRow + (width - 1) * int64_t{3}, -3, -bytesPerRow};
    case 3: return {(width - 1) * bytesPerRow, -bytesPerRow, 3};
    default: return {0, 3, bytesPerRow};
  }
}

}  // namespace

void PictureConverter::scale(const AVFrame &frame, uint8_t *pixels, int64_t bytesPerRow) {
  // The flags and the default BT.601 matrix are those of OpenCV's VideoCapture, so that a detector sees the very
  // pixels it would see there.
  context_.reset(sws_getCachedContext(context_.release(), frame.width, frame.height,
                                      static_cast<AVPixelFormat>(frame.format), frame.width, frame.height,
                                      AV_PIX_FMT_BGR24, SWS_BICUBIC, nullptr, nullptr, nullptr));
  if (context_ == nullptr) throw Failure(FF_BAD_DATA, "the frame has a pixel format that cannot be converted");
  uint8_t *planes[4] = {pixels, nullptr, nullptr, nullptr};
  int strides[4] = {static_cast<int>(bytesPerRow), 0, 0, 0};
  const int rows = sws_scale(context_.get(), frame.data, frame.linesize, 0, frame.height, planes, strides);
  if (rows != frame.height) throw Failure(FF_BAD_DATA, "the frame could not be converted");
}

void PictureConverter::convert(const AVFrame &frame, int quarterTurns, const ff_picture &picture) {
  if (quarterTurns == 0 && frame.width % blockPixels == 0) {
    scale(frame, picture.pixels, picture.bytes_per_row);
    return;
  }
  const int64_t paddedRow = (int64_t{frame.width} + blockPixels - 1) / blockPixels * blockPixels * 3 + 64;
  scratch_.resize(static_cast<size_t>(paddedRow * frame.height + 64));
  uint8_t *source = scratch_.data() + (64 - reinterpret_cast<uintptr_t>(scratch_.data()) % 64) % 64;
  scale(frame, source, paddedRow);
  const Walk to = walk(frame.width, frame.height, quarterTurns, picture.bytes_per_row);
  for (int row = 0; row < frame.height; ++row) {
    const uint8_t *from = source + row * paddedRow;
    uint8_t *pixel = picture.pixels + to.start + row * to.down;
    if (quarterTurns == 0) {
      std::memcpy(pixel, from, static_cast<size_t>(frame.width) * 3);
      continue;
    }
    for (int column = 0; column < frame.width; ++column, from += 3, pixel += to.right) {
      std::memcpy(pixel, from, 3);
    }
  }
}

}  // namespace footfall
