#include "video_reader.hpp"

#include <climits>

namespace footfall {
namespace {

constexpr AVRational nanosecond{1, 1000000000};

/// A decoder may report errors without end where a stream is corrupt: after this many in a row it is given up.
constexpr int maximumErrorsInARow = 1000;

}  // namespace

bool VideoReader::readPacket() {
  for (;;) {
    av_packet_unref(packet_.get());
    startWaiting();
    const int status = av_read_frame(format_.get(), packet_.get());
    if (status == 0) {
      if (packet_->stream_index == stream_->index) return true;
      continue;
    }
    if (status == AVERROR(EAGAIN) && Clock::now() < deadline_) continue;
    if (status == AVERROR_EOF && !timedOut_) return false;
    if (isLive_) throw Failure(FF_NO_INPUT, timedOut_ ? "no picture arrived in time" : text(status));
    ++lost_;
    return false;
  }
}

bool VideoReader::decodeNext() {
  for (int errors = 0; errors < maximumErrorsInARow;) {
    const int received = avcodec_receive_frame(decoder_.get(), frame_.get());
    if (received == 0) return true;
    if (received == AVERROR_EOF) return false;
    if (received != AVERROR(EAGAIN)) {
      ++lost_;
      ++errors;
      continue;
    }
    if (isDraining_) return false;
    isDraining_ = !readPacket();
    const int sent = avcodec_send_packet(decoder_.get(), isDraining_ ? nullptr : packet_.get());
    if (sent < 0 && sent != AVERROR_EOF) ++lost_;
  }
  return false;
}

bool VideoReader::grab() {
  if (!isMotionJPEG_) return decodeNext();
  hasDecodedPacket_ = false;
  return readPacket();
}

int64_t VideoReader::nanoseconds() {
  int64_t stamp = frame_->best_effort_timestamp;
  if (isMotionJPEG_) stamp = packet_->pts != AV_NOPTS_VALUE ? packet_->pts : packet_->dts;
  if (stamp == AV_NOPTS_VALUE) return INT64_MIN;
  if (firstStamp_ == AV_NOPTS_VALUE) firstStamp_ = stamp;
  int64_t elapsed = 0;
  const bool isSound = !__builtin_sub_overflow(av_rescale_q(stamp, stream_->time_base, nanosecond),
                                               av_rescale_q(firstStamp_, stream_->time_base, nanosecond), &elapsed);
  return isSound ? elapsed : INT64_MIN;
}

bool VideoReader::seek(int64_t nanoseconds) {
  if (isLive_ || firstStamp_ == AV_NOPTS_VALUE) return false;
  int64_t stamp = 0;
  if (__builtin_add_overflow(firstStamp_, av_rescale_q(nanoseconds, nanosecond, stream_->time_base), &stamp)) {
    return false;
  }
  if (av_seek_frame(format_.get(), stream_->index, stamp, AVSEEK_FLAG_BACKWARD) < 0) return false;
  avcodec_flush_buffers(decoder_.get());
  isDraining_ = false;
  hasDecodedPacket_ = false;
  return true;
}

bool VideoReader::decodePacket() {
  avcodec_flush_buffers(decoder_.get());
  return avcodec_send_packet(decoder_.get(), packet_.get()) == 0 &&
         avcodec_receive_frame(decoder_.get(), frame_.get()) == 0;
}

void VideoReader::retrieve(const ff_picture *picture, ff_frame *description) {
  if (isMotionJPEG_ && !hasDecodedPacket_) {
    if (!decodePacket()) throw Failure(FF_BAD_DATA, "the frame is no JPEG picture that can be decoded");
    hasDecodedPacket_ = true;
  }
  if (frame_->width <= 0 || frame_->data[0] == nullptr) throw Failure(FF_BAD_ARGUMENT, "no frame was grabbed");
  const int turns = quarterTurns();
  const int width = turns % 2 == 0 ? frame_->width : frame_->height;
  const int height = turns % 2 == 0 ? frame_->height : frame_->width;
  const bool damaged = frame_->decode_error_flags != 0 || (frame_->flags & AV_FRAME_FLAG_CORRUPT) != 0;
  *description = {width, height, width, height, damaged ? 1 : 0};
  if (picture->width == width && picture->height == height) converter_.convert(*frame_, turns, *picture);
}

const AVPacket &VideoReader::packet() const {
  if (!isMotionJPEG_ || packet_->size <= 0) throw Failure(FF_BAD_ARGUMENT, "no JPEG picture was grabbed");
  return *packet_;
}

int VideoReader::hasWaitedTooLong(void *opaque) {
  auto *reader = static_cast<VideoReader *>(opaque);
  if (!reader->isLive_ || Clock::now() < reader->deadline_) return 0;
  reader->timedOut_ = true;
  return 1;
}

}  // namespace footfall
