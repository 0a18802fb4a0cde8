#pragma once
// The whole C surface between Swift and OpenCV, libjpeg-turbo and OpenVINO.
//
// Threads: a handle is used by one thread at a time; different handles are independent of each other.
// Ownership: what ff_*_open gives, ff_*_close takes back (NULL is allowed); every buffer belongs to the caller.
// Failure: every other function returns an ff_status; unless it is FF_OK, `error` (which may be NULL) holds one
// line for a person. No C++ exception ever leaves a function.
// Pictures: 8 bits a channel, B G R, rows top-down `bytes_per_row` apart.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ff_status {
  FF_OK = 0,
  FF_END = 1,           // no more frames; not a failure
  FF_BAD_ARGUMENT = 2,  // the caller broke the contract above
  FF_NO_INPUT = 3,      // the file or device is not there or not readable
  FF_BAD_DATA = 4,      // it is there but is not what it should be
  FF_UNAVAILABLE = 5,   // a library or engine that is needed is not on this machine
  FF_OUT_OF_MEMORY = 6,
  FF_INTERNAL = 7,
} ff_status;

typedef struct ff_error {
  char message[512];
} ff_error;

typedef struct ff_picture {
  uint8_t *pixels;
  int32_t width;
  int32_t height;
  int64_t bytes_per_row;
} ff_picture;

// ---- Pictures ----

// Scales with linear interpolation into the caller's memory. A part of a picture is the pointer to its first pixel,
// its size and the bytes_per_row of the whole.
ff_status ff_resize(const ff_picture *source, const ff_picture *destination, ff_error *error);

#ifdef __cplusplus
}
#endif
