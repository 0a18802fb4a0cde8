#include <memory>

#include "bytes.hpp"
#include "jpeg.hpp"
#include "pictures.hpp"
#include "video_library.hpp"

struct ff_video {
  const ff_video_library *library;
  ff_video_reader *reader;
  ff_video_info info;

  ff_video(const char *path, double timeout) : library(&footfall::videoLibrary()), reader(nullptr), info() {
    ff_error error = {};
    const ff_status status = library->open(path, timeout, &reader, &info, &error);
    if (status != FF_OK) throw footfall::Failure(status, error.message);
  }
  ff_video(const ff_video &) = delete;
  ~ff_video() { library->close(reader); }

  /// Decodes the frame through libjpeg-turbo; false where only FFmpeg can: fields that share a frame, for one.
  bool retrieveJPEG(int denominator, const ff_picture *picture, ff_frame *frame) const;
};

bool ff_video::retrieveJPEG(int denominator, const ff_picture *picture, ff_frame *frame) const {
  const uint8_t *bytes = nullptr;
  size_t count = 0;
  if (info.is_motion_jpeg == 0 || library->packet(reader, &bytes, &count, nullptr) != FF_OK) return false;
  footfall::JPEGSize full = {};
  if (ff_jpeg_read_size(bytes, count, &full.width, &full.height, nullptr) != FF_OK) return false;
  if (full.width != info.width || full.height != info.height) return false;
  const footfall::JPEGSize size = full.scaled(denominator);
  *frame = {full.width, full.height, size.width, size.height, 0};
  if (picture->width != size.width || picture->height != size.height) return true;
  return ff_jpeg_decode(bytes, count, denominator, picture, &frame->is_damaged, nullptr) == FF_OK;
}

ff_status ff_video_check(ff_error *error) {
  return footfall::guarded(error, [] {
    footfall::videoLibrary();
    return FF_OK;
  });
}

ff_status ff_video_open(const char *path, double timeout_seconds, ff_video **video, ff_video_info *info,
                        ff_error *error) {
  return footfall::guarded(error, [&] {
    *video = new ff_video(path, timeout_seconds);
    *info = (*video)->info;
    return FF_OK;
  });
}

void ff_video_close(ff_video *video) { delete video; }

ff_status ff_video_grab(ff_video *video, int64_t *nanoseconds, int64_t *lost, ff_error *error) {
  return video->library->grab(video->reader, nanoseconds, lost, error);
}

ff_status ff_video_seek(ff_video *video, int64_t nanoseconds, ff_error *error) {
  return video->library->seek(video->reader, nanoseconds, error);
}

ff_status ff_video_retrieve(ff_video *video, int32_t denominator, const ff_picture *picture, ff_frame *frame,
                            ff_error *error) {
  return footfall::guarded(error, [&] {
    footfall::mat(picture);
    if (video->retrieveJPEG(denominator, picture, frame)) return FF_OK;
    return video->library->retrieve(video->reader, picture, frame, error);
  });
}

ff_status ff_png_encode(const ff_picture *picture, ff_bytes **bytes, const uint8_t **start, size_t *count,
                        ff_error *error) {
  return footfall::guarded(error, [&] {
    footfall::mat(picture);
    std::unique_ptr<ff_bytes> owner(new ff_bytes{nullptr});
    const ff_status status = footfall::videoLibrary().encode_png(picture, &owner->start, count, error);
    if (status != FF_OK) return status;
    *start = owner->start;
    *bytes = owner.release();
    return FF_OK;
  });
}

void ff_bytes_close(ff_bytes *bytes) { delete bytes; }
