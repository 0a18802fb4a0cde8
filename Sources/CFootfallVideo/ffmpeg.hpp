#pragma once
#include <memory>
#include <new>

#include "failure.hpp"
#include "footfall_video.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libswscale/swscale.h>
}

namespace footfall {

struct FFmpegDeleter {
  void operator()(AVFormatContext *context) const { avformat_close_input(&context); }
  void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
  void operator()(AVFrame *frame) const { av_frame_free(&frame); }
  void operator()(AVPacket *packet) const { av_packet_free(&packet); }
  void operator()(SwsContext *context) const { sws_freeContext(context); }
};

template <typename Object>
using Owned = std::unique_ptr<Object, FFmpegDeleter>;

/// The object, or `bad_alloc` where FFmpeg could not allocate it.
template <typename Object>
Owned<Object> owned(Object *object) {
  if (object == nullptr) throw std::bad_alloc();
  return Owned<Object>(object);
}

/// The text of an FFmpeg error number.
inline std::string text(int number) {
  char buffer[AV_ERROR_MAX_STRING_SIZE] = {0};
  av_strerror(number, buffer, sizeof buffer);
  return buffer;
}

/// Turns whatever `body` throws into a status and a message: the only `try` of this library.
template <typename Body>
ff_status guarded(ff_error *error, Body &&body) noexcept {
  try {
    return body();
  } catch (const Failure &failure) {
    return report(error, failure.status, failure.what());
  } catch (const std::bad_alloc &) {
    return report(error, FF_OUT_OF_MEMORY, "out of memory");
  } catch (const std::exception &exception) {
    return report(error, FF_INTERNAL, exception.what());
  } catch (...) {
    return report(error, FF_INTERNAL, "unknown C++ exception");
  }
}

/// Sends FFmpeg's log nowhere; the last error line of the calling thread is kept for `lastLogLine`.
void silenceLog();

/// The last error that FFmpeg logged on this thread since `forgetLogLine`, without the line end.
std::string lastLogLine();
void forgetLogLine();

}  // namespace footfall
