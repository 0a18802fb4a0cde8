#include <dlfcn.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "video_reader.hpp"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/parseutils.h>
}

namespace footfall {
namespace {

constexpr int64_t manyPixels = 1280 * 720;

bool begins(const char *text, const char *start) { return std::strncmp(text, start, std::strlen(start)) == 0; }

/// Cameras at /dev need one more library, which nothing else does.
const AVInputFormat *cameraFormat() {
  using Register = void (*)();
  void *library = dlopen("libavdevice.so.59", RTLD_NOW | RTLD_LOCAL);
  auto enroll = library == nullptr ? nullptr : reinterpret_cast<Register>(dlsym(library, "avdevice_register_all"));
  if (enroll == nullptr) throw Failure(FF_UNAVAILABLE, "reading a camera at /dev needs the package libavdevice59");
  enroll();
  return av_find_input_format("v4l2");
}

}  // namespace

VideoReader::VideoReader(const char *path, double timeoutSeconds)
    : timeout_(std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(timeoutSeconds))) {
  openInput(path);
  chooseStream();
  openDecoder();
}

void VideoReader::openInput(const char *path) {
  const bool isCamera = begins(path, "/dev/video");
  const bool isNetwork = std::strstr(path, "://") != nullptr;
  isLive_ = isCamera || isNetwork;
  // What throws comes before what would have to be freed.
  const AVInputFormat *camera = isCamera ? cameraFormat() : nullptr;
  const std::string address = isLive_ ? std::string(path) : "file:" + std::string(path);
  AVFormatContext *context = avformat_alloc_context();
  if (context == nullptr) throw std::bad_alloc();
  context->interrupt_callback = {hasWaitedTooLong, this};
  AVDictionary *options = nullptr;
  if (begins(path, "rtsp")) av_dict_set(&options, "rtsp_transport", "tcp", 0);
  // A playlist on disk must not make the program call out.
  if (!isLive_) av_dict_set(&options, "protocol_whitelist", "file", 0);
  forgetLogLine();
  startWaiting();
  const int opened = avformat_open_input(&context, address.c_str(), camera, &options);
  av_dict_free(&options);
  if (opened == 0) format_.reset(context);
  if (timedOut_) throw Failure(FF_NO_INPUT, "did not answer in time");
  // FFmpeg's log may quote an address with its password.
  const std::string detail = isLive_ || lastLogLine().empty() ? text(opened) : lastLogLine();
  if (opened < 0) {
    if (isLive_) throw Failure(FF_NO_INPUT, "cannot be opened: " + detail);
    throw Failure(FF_BAD_DATA, "is not a video or picture that FFmpeg reads (" + detail + ")");
  }
  // FFmpeg takes any text file for a teletype recording.
  if (std::strcmp(format_->iformat->name, "tty") == 0) {
    throw Failure(FF_BAD_DATA, "is not a video or picture that FFmpeg reads (it is text)");
  }
  avformat_find_stream_info(format_.get(), nullptr);
}

void VideoReader::chooseStream() {
  const int index = av_find_best_stream(format_.get(), AVMEDIA_TYPE_VIDEO, -1, -1, &codec_, 0);
  if (index == AVERROR_DECODER_NOT_FOUND) throw Failure(FF_BAD_DATA, "holds a video that FFmpeg cannot decode");
  if (index < 0) throw Failure(FF_BAD_DATA, "holds no video");
  for (unsigned other = 0; other < format_->nb_streams; ++other) format_->streams[other]->discard = AVDISCARD_ALL;
  stream_ = format_->streams[index];
  stream_->discard = AVDISCARD_DEFAULT;
  if ((stream_->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0) {
    throw Failure(FF_BAD_DATA, "holds no video but the cover of a sound recording");
  }
}

void VideoReader::openDecoder() {
  decoder_ = owned(avcodec_alloc_context3(codec_));
  avcodec_parameters_to_context(decoder_.get(), stream_->codecpar);
  decoder_->pkt_timebase = stream_->time_base;
  decoder_->max_pixels = maximumPixels;
  isMotionJPEG_ = codec_->id == AV_CODEC_ID_MJPEG;
  // A second thread costs 14 % more work, which a detector on the same cores would miss, and delays live pictures: it
  // is only for large pictures, whose decoding might otherwise hold the detector up.
  const int64_t pixels = int64_t{decoder_->width} * decoder_->height;
  decoder_->thread_count = isLive_ || isMotionJPEG_ || pixels <= manyPixels ? 1 : 2;
  const int opened = avcodec_open2(decoder_.get(), codec_, nullptr);
  if (opened < 0) throw Failure(FF_BAD_DATA, "its video cannot be decoded (" + text(opened) + ")");
  if (decoder_->width <= 0 || decoder_->height <= 0) {
    throw Failure(FF_BAD_DATA, "holds a video without a picture that can be decoded");
  }
}

int VideoReader::quarterTurns() const {
  size_t size = 0;
  const uint8_t *matrix = av_stream_get_side_data(stream_, AV_PKT_DATA_DISPLAYMATRIX, &size);
  if (matrix == nullptr || size < 9 * sizeof(int32_t)) return 0;
  const double degrees = -av_display_rotation_get(reinterpret_cast<const int32_t *>(matrix));
  if (std::isnan(degrees)) return 0;
  return (static_cast<int>(std::lround(degrees / 90)) % 4 + 4) % 4;
}

int64_t VideoReader::duration(const ff_video_info &info) const {
  int64_t nanoseconds = -1;
  if (format_->duration_estimation_method != AVFMT_DURATION_FROM_BITRATE) {
    if (stream_->duration > 0) {
      nanoseconds = av_rescale_q(stream_->duration, stream_->time_base, {1, 1000000000});
    } else if (format_->duration > 0) {
      nanoseconds = av_rescale(format_->duration, 1000000000, AV_TIME_BASE);
    }
  }
  // FFmpeg shortens the duration of an AVI file that was cut, but not the number of its frames. Of other files, such as MP4 with
  // an edit list, the number may count frames that are not shown.
  const bool isAVI = std::strcmp(format_->iformat->name, "avi") == 0;
  if (isAVI && info.frames > 0 && info.frames_per_second > 0) {
    nanoseconds = std::max(nanoseconds, static_cast<int64_t>(std::min(
                                            static_cast<double>(info.frames) / info.frames_per_second * 1e9, 1e18)));
  }
  return nanoseconds;
}

ff_video_info VideoReader::info() const {
  ff_video_info info = {};
  const bool isTurned = quarterTurns() % 2 == 1;
  info.width = isTurned ? decoder_->height : decoder_->width;
  info.height = isTurned ? decoder_->width : decoder_->height;
  const AVRational rate = av_guess_frame_rate(format_.get(), stream_, nullptr);
  const AVRational mean = stream_->avg_frame_rate;
  info.frames_per_second = mean.num > 0 && mean.den > 0 ? av_q2d(mean) : rate.den > 0 ? av_q2d(rate) : 0;
  info.frames = stream_->nb_frames > 0 ? stream_->nb_frames : -1;
  info.duration_nanoseconds = duration(info);
  info.creation_microseconds = -1;
  const AVDictionaryEntry *created = av_dict_get(format_->metadata, "creation_time", nullptr, 0);
  int64_t microseconds = 0;
  if (created != nullptr && av_parse_time(&microseconds, created->value, 0) == 0 && microseconds > 0) {
    info.creation_microseconds = microseconds;
  }
  info.is_motion_jpeg = isMotionJPEG_ && quarterTurns() == 0;
  std::snprintf(info.codec, sizeof info.codec, "%s", avcodec_get_name(codec_->id));
  return info;
}

}  // namespace footfall
