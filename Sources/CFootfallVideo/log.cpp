#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "ffmpeg.hpp"

extern "C" {
#include <libavutil/log.h>
}

namespace footfall {
namespace {

thread_local char lastLine[256] = "";

void keepError(void *, int level, const char *format, va_list arguments) {
  if (level > AV_LOG_ERROR) return;
  std::vsnprintf(lastLine, sizeof lastLine, format, arguments);
  lastLine[std::strcspn(lastLine, "\r\n")] = 0;
}

}  // namespace

void silenceLog() { av_log_set_callback(keepError); }

std::string lastLogLine() { return lastLine; }

void forgetLogLine() { lastLine[0] = 0; }

}  // namespace footfall
