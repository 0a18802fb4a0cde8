#pragma once
// What CFootfallVision asks of libFootfallVideo, which it opens on first use.

#include "footfall_vision.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ff_video_reader ff_video_reader;

// Changes with every change of the table, so that a stale library beside the program is noticed.
enum { FF_VIDEO_LIBRARY_VERSION = 2 };

typedef struct ff_video_library {
  int32_t version;
  ff_status (*open)(const char *path, double timeout_seconds, ff_video_reader **reader, ff_video_info *info,
                    ff_error *error);
  void (*close)(ff_video_reader *reader);
  ff_status (*grab)(ff_video_reader *reader, int64_t *nanoseconds, int64_t *lost, ff_error *error);
  ff_status (*seek)(ff_video_reader *reader, int64_t nanoseconds, ff_error *error);
  ff_status (*retrieve)(ff_video_reader *reader, const ff_picture *picture, ff_frame *frame, ff_error *error);
  // The encoded frame grabbed last, valid until the next grab; only for Motion JPEG.
  ff_status (*packet)(ff_video_reader *reader, const uint8_t **bytes, size_t *count, ff_error *error);
  // Encodes as PNG into memory from malloc.
  ff_status (*encode_png)(const ff_picture *picture, uint8_t **bytes, size_t *count, ff_error *error);
} ff_video_library;

const ff_video_library *footfall_video_library(void);

#ifdef __cplusplus
}
#endif
