#include "png.hpp"
#include "video_reader.hpp"

struct ff_video_reader {
  footfall::VideoReader reader;
};

namespace {

using footfall::guarded;

ff_status open(const char *path, double timeout, ff_video_reader **reader, ff_video_info *info, ff_error *error) {
  return guarded(error, [&] {
    std::unique_ptr<ff_video_reader> opened(new ff_video_reader{{path, timeout}});
    *info = opened->reader.info();
    *reader = opened.release();
    return FF_OK;
  });
}

void close(ff_video_reader *reader) { delete reader; }

ff_status grab(ff_video_reader *reader, int64_t *nanoseconds, int64_t *lost, ff_error *error) {
  return guarded(error, [&] {
    const bool isFrame = reader->reader.grab();
    *lost = reader->reader.lost();
    if (isFrame) *nanoseconds = reader->reader.nanoseconds();
    return isFrame ? FF_OK : FF_END;
  });
}

ff_status seek(ff_video_reader *reader, int64_t nanoseconds, ff_error *error) {
  return guarded(error, [&] { return reader->reader.seek(nanoseconds) ? FF_OK : FF_END; });
}

ff_status retrieve(ff_video_reader *reader, const ff_picture *picture, ff_frame *frame, ff_error *error) {
  return guarded(error, [&] {
    reader->reader.retrieve(picture, frame);
    return FF_OK;
  });
}

ff_status packet(ff_video_reader *reader, const uint8_t **bytes, size_t *count, ff_error *error) {
  return guarded(error, [&] {
    const AVPacket &packet = reader->reader.packet();
    *bytes = packet.data;
    *count = static_cast<size_t>(packet.size);
    return FF_OK;
  });
}

ff_status encodePNG(const ff_picture *picture, uint8_t **bytes, size_t *count, ff_error *error) {
  return guarded(error, [&] {
    footfall::encodePNG(*picture, bytes, count);
    return FF_OK;
  });
}

}  // namespace

const ff_video_library *footfall_video_library(void) {
  static const ff_video_library table = [] {
    footfall::silenceLog();
    return ff_video_library{FF_VIDEO_LIBRARY_VERSION, open, close, grab, seek, retrieve, packet, encodePNG};
  }();
  return &table;
}
