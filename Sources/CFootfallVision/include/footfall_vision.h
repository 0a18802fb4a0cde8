#pragma once
// The whole C surface between Swift and OpenCV, libjpeg-turbo and OpenVINO.
//
// Threads: a handle is used by one thread at a time; different handles are independent of each other. A network may be
// shared and resized while it runs, by one thread at a time.
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

typedef struct ff_error { char message[512]; } ff_error;

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

// The mean of all bytes of each cell of `side` x `side` pixels (2 to 16), row by row; what is left over at the right
// and the bottom belongs to no cell. `count` is (width / side) * (height / side).
ff_status ff_cell_means(const ff_picture *picture, int32_t side, uint8_t *means, int32_t count, ff_error *error);

// The size of a JPEG at full scale, from its header.
ff_status ff_jpeg_read_size(const uint8_t *bytes, size_t count, int32_t *width, int32_t *height, ff_error *error);

// Decodes a JPEG at 1/denominator (1, 2, 4 or 8) of its size, rounded up; `picture` must have just that size.
// `warnings` counts damage that was passed over: a truncated file yields the rows it has, the rest is grey.
ff_status ff_jpeg_decode(const uint8_t *bytes, size_t count, int32_t denominator, const ff_picture *picture,
                         int32_t *warnings, ff_error *error);

// Bytes that the shim allocated.
typedef struct ff_bytes ff_bytes;
void ff_bytes_close(ff_bytes *bytes);
// Encodes as PNG, or as JPEG of quality 1 to 100; `start` and `count` describe the memory of `bytes`, to be closed.
ff_status ff_png_encode(const ff_picture *picture, ff_bytes **bytes, const uint8_t **start, size_t *count,
                        ff_error *error);
ff_status ff_jpeg_encode(const ff_picture *picture, int32_t quality, ff_bytes **bytes, const uint8_t **start,
                         size_t *count, ff_error *error);

// One look at a scene: a picture, and for each of its pixels a byte that is not 0 where a person may be.
typedef struct ff_sample {
  ff_picture picture;
  const uint8_t *mask;  // width * height bytes
} ff_sample;

// The scene without people: the median of the unmasked samples of each pixel. Where there are fewer than
// `minimum_samples` of them, or the middle half of them disagree, the surroundings are continued smoothly.
ff_status ff_background_estimate(const ff_sample *samples, int32_t count, int32_t minimum_samples,
                                 const ff_picture *background, ff_error *error);

typedef struct ff_point { double x, y; } ff_point;

typedef struct ff_mark {
  const ff_point *points;  // one for a label, two for a line, three or more for the outline of a zone; in source pixels
  int32_t count;
  ff_point inward;    // for a line: the direction in which people come in, of length 1
  const char *label;  // ASCII
} ff_mark;

// Blurred, as squares, and as squares with other colours for values below 0.
typedef enum ff_heat_style { FF_HEAT_SMOOTH = 0, FF_HEAT_CELLS = 1, FF_HEAT_DIFFERENCE = 2 } ff_heat_style;

typedef struct ff_heatmap {
  ff_picture background;
  int32_t source_width;  // the size in whose pixels positions are given
  int32_t source_height;
  const double *values;  // columns * rows; nothing is drawn where one is no number
  const uint8_t *faint;  // columns * rows, not 0 where a square is drawn faintly; NULL for none
  ff_heat_style style;
  double maximum;  // of the colour scale; 0 for the largest value drawn
  const char *unit;  // of the values, up to four lines with a line feed between them
  int32_t columns;
  int32_t rows;
  double cell_pixels;
  const ff_mark *marks;
  int32_t mark_count;
} ff_heatmap;

// The size of the finished drawing.
ff_status ff_heatmap_size(const ff_heatmap *heatmap, int32_t *width, int32_t *height, ff_error *error);

// Draws the values in colours over the background, the marks over both and a colour bar beside them; `picture` has
// the size that ff_heatmap_size gives.
ff_status ff_heatmap_draw(const ff_heatmap *heatmap, const ff_picture *picture, ff_error *error);

// ---- Footage ----

// A recording, a still picture or a live stream, read through FFmpeg.
typedef struct ff_video ff_video;

typedef struct ff_video_info {
  int32_t width;   // as shown: after the rotation that the file asks for
  int32_t height;
  double frames_per_second;      // as declared; 0 when unknown
  int64_t frames;                // as declared; -1 when unknown
  int64_t duration_nanoseconds;  // as declared, or from the first and the last time stamp; -1 when unknown
  int64_t creation_microseconds; // since 1970; -1 when unknown
  int32_t is_motion_jpeg;        // whether frames can be decoded at a reduced scale
  char codec[16];                // as FFmpeg names it, `h264`; ends with 0
} ff_video_info;

typedef struct ff_frame {
  int32_t width;           // the frame at full scale
  int32_t height;
  int32_t decoded_width;   // the size a picture must have to receive it
  int32_t decoded_height;
  int32_t is_damaged;      // not 0: decoded with errors concealed
} ff_frame;

// Opens a path, an address or a device. Every wait for a network or a device ends after `timeout_seconds`.
ff_status ff_video_open(const char *path, double timeout_seconds, ff_video **video, ff_video_info *info,
                        ff_error *error);
void ff_video_close(ff_video *video);

// Moves on to the next frame. `nanoseconds` is its time stamp less that of the first frame, INT64_MIN when it has
// none; `lost` counts the pieces of the stream that could not be decoded so far. FF_END after the last frame.
ff_status ff_video_grab(ff_video *video, int64_t *nanoseconds, int64_t *lost, ff_error *error);
// Goes before the last key frame not later than a time stamp; FF_END where the recording can't, and then it is lost.
ff_status ff_video_seek(ff_video *video, int64_t nanoseconds, ff_error *error);

// Describes the frame grabbed last, and writes it where `picture` has its decoded size: at 1/denominator (1, 2, 4
// or 8) for Motion JPEG, else at full size. May be called again for the same frame.
ff_status ff_video_retrieve(ff_video *video, int32_t denominator, const ff_picture *picture, ff_frame *frame,
                            ff_error *error);

// ---- Networks ----

// A network maps a picture of its input size (B G R, rows without gaps) to float tensors. Each of its `requests`
// is started, waited for, then read; two in flight let one thread decode while another runs the network.
typedef struct ff_network ff_network;

typedef enum ff_engine { FF_ENGINE_OPENCV = 0, FF_ENGINE_OPENVINO = 1 } ff_engine;

typedef enum ff_precision {
  FF_PRECISION_F32 = 0,
  FF_PRECISION_BF16 = 1,  // FF_ENGINE_OPENVINO only, on a CPU which has it
} ff_precision;

typedef struct ff_network_options {
  int32_t width;  // of the input; a model of float planes is reshaped where it says otherwise
  int32_t height;
  float scale;  // the model sees byte * scale + offset, unless its input is bytes: it has all this inside
  float offset;
  int32_t swap_red_blue;  // 1 where the model wants R G B
  ff_precision precision;
  int32_t threads;   // of the network; FF_ENGINE_OPENCV: of all of OpenCV in this process, by the first that is opened
  int32_t streams;   // how many requests, those of sharing networks included, run side by side; from 1
  int32_t requests;  // 1 to 16
  int32_t any_size;  // 1 where ff_network_resize will be asked for
} ff_network_options;

typedef struct ff_tensor {
  const float *values;  // row-major
  int64_t dimensions[4];
  int32_t rank;
} ff_tensor;

// `openvino_library` is the path of libopenvino_c; FF_ENGINE_OPENCV does not read it.
ff_status ff_network_open(ff_engine engine, const char *model, const char *openvino_library,
                          const ff_network_options *options, ff_network **network, ff_error *error);
void ff_network_close(ff_network *network);
// Another network of the same model with requests of its own, for another thread: FF_ENGINE_OPENVINO compiles and keeps
// the model once. `network` may be in use meanwhile; both are closed, in any order.
ff_status ff_network_share(ff_network *network, ff_network **shared, ff_error *error);
// Another network of the same model for inputs of another size, with requests of its own, of a network opened with
// any_size; one at a time. FF_ENGINE_OPENVINO only, which keeps one model for all sizes.
ff_status ff_network_resize(ff_network *network, int32_t width, int32_t height, ff_network **resized, ff_error *error);

// `input` (height x width x 3 bytes, best 64-byte aligned) is not copied: it stays as it is until ff_network_wait.
ff_status ff_network_start(ff_network *network, int32_t request, const uint8_t *input, ff_error *error);
// FF_ENGINE_OPENCV does its work here, FF_ENGINE_OPENVINO on its own threads since the start.
ff_status ff_network_wait(ff_network *network, int32_t request, ff_error *error);

// Engines number the outputs of a model differently: tell them apart by shape, which is known from the opening on.
// The values stay until the request is started again.
int32_t ff_network_outputs(const ff_network *network);
ff_status ff_network_output(const ff_network *network, int32_t request, int32_t output, ff_tensor *tensor,
                            ff_error *error);

typedef struct ff_openvino_report {
  char version[128];
  char device[128];
  char capabilities[256];  // separated by spaces, such as "FP32 INT8 BIN BF16"
} ff_openvino_report;

// What the CPU computes with in hardware, as far as ONEDNN_MAX_CPU_ISA lets OpenVINO use it. OpenVINO itself names
// what it can emulate, too, and is not asked.
typedef struct ff_cpu_features {
  int32_t has_avx2;
  int32_t has_vnni;  // products of 8 bits, summed without saturation
  int32_t has_bf16;
} ff_cpu_features;

ff_cpu_features ff_cpu(void);

const char *ff_opencv_version(void);
// Opens the library and nothing more: 1-10 ms, against 20-100 for ff_openvino_probe, which asks the CPU too.
ff_status ff_openvino_check(const char *library, ff_error *error);
ff_status ff_openvino_probe(const char *library, ff_openvino_report *report, ff_error *error);

// Opens the library that reads footage, as the first use of a video or picture would.
ff_status ff_video_check(ff_error *error);

// OpenCV's people detector (histograms of oriented gradients): needs no model file.
typedef struct ff_hog ff_hog;

typedef struct ff_box {
  float x, y, width, height;
} ff_box;

ff_status ff_hog_open(int32_t threads, ff_hog **hog, ff_error *error);
void ff_hog_close(ff_hog *hog);
// `scores` are margins of the linear classifier, from 0 up. `found` may exceed `capacity`: the rest is not written.
ff_status ff_hog_detect(ff_hog *hog, const ff_picture *picture, ff_box *boxes, double *scores, int32_t capacity,
                        int32_t *found, ff_error *error);

// ---- The process ----

// Two heaps for all threads to come instead of one for each.
void ff_share_heaps(void);

// ---- Checksums ----

// The SHA-256 (FIPS 180-4) of a file as 64 hexadecimal digits and a NUL. `portably` is 1 in tests alone: it keeps to
// plain arithmetic where the CPU has instructions for it.
ff_status ff_sha256_file(const char *path, int32_t portably, char digest[65], ff_error *error);

#ifdef __cplusplus
}
#endif
