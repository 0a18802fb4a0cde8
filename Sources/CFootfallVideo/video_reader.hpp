#pragma once
#include <chrono>

#include "ffmpeg.hpp"
#include "picture_converter.hpp"

namespace footfall {

/// Reads the frames of one video stream in the order in which they are shown.
class VideoReader {
 public:
  VideoReader(const char *path, double timeoutSeconds);
  VideoReader(const VideoReader &) = delete;
  VideoReader &operator=(const VideoReader &) = delete;

  ff_video_info info() const;
  /// Moves to the next frame; false after the last one.
  bool grab();
  /// The time stamp of the frame less that of the first one, in nanoseconds; INT64_MIN when it has none.
  int64_t nanoseconds();
  /// Goes before the last key frame that is not later than `nanoseconds()` of a frame; false where it can't.
  bool seek(int64_t nanoseconds);
  int64_t lost() const { return lost_; }
  void retrieve(const ff_picture *picture, ff_frame *description);
  const AVPacket &packet() const;

 private:
  using Clock = std::chrono::steady_clock;

  void openInput(const char *path);
  void chooseStream();
  void openDecoder();
  bool readPacket();
  bool decodeNext();
  bool decodePacket();
  int quarterTurns() const;
  int64_t duration(const ff_video_info &info) const;
  void startWaiting() { deadline_ = Clock::now() + timeout_; }
  static int hasWaitedTooLong(void *reader);

  Clock::duration timeout_;
  Clock::time_point deadline_;
  bool isLive_ = false;
  bool timedOut_ = false;
  Owned<AVFormatContext> format_;
  Owned<AVCodecContext> decoder_;
  Owned<AVPacket> packet_ = owned(av_packet_alloc());
  Owned<AVFrame> frame_ = owned(av_frame_alloc());
  AVStream *stream_ = nullptr;
  const AVCodec *codec_ = nullptr;
  PictureConverter converter_;
  /// Motion JPEG is decoded in `retrieve`, and only when the caller does not decode the packet itself.
  bool isMotionJPEG_ = false;
  bool hasDecodedPacket_ = false;
  bool isDraining_ = false;
  int64_t lost_ = 0;
  int64_t firstStamp_ = AV_NOPTS_VALUE;
};

}  // namespace footfall
