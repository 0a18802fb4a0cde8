#include <csetjmp>
#include <cstring>
// jpeglib.h needs FILE and size_t from <cstdio>.
#include <cstdio>
#include <vector>

#include <jpeglib.h>

#include "jpeg.hpp"
#include "pictures.hpp"

namespace footfall {
namespace {

/// A hostile progressive file repeats its scans to keep the decoder busy; libjpeg-turbo's fuzz targets stop at 500.
constexpr int maximumScans = 500;

/// libjpeg reports errors by a jump: nothing with a destructor may live in the functions below it.
struct Decoder {
  jpeg_decompress_struct state;
  jpeg_error_mgr errors;
  jpeg_progress_mgr progress;
  jmp_buf jump;
  char message[JMSG_LENGTH_MAX];
};

void fail(j_common_ptr state) {
  auto *decoder = static_cast<Decoder *>(state->client_data);
  state->err->format_message(state, decoder->message);
  longjmp(decoder->jump, 1);
}

void countWarning(j_common_ptr state, int level) {
  if (level < 0) ++state->err->num_warnings;
}

void print(j_common_ptr) {}

void watchScans(j_common_ptr state) {
  auto *decoder = static_cast<Decoder *>(state->client_data);
  if (decoder->state.input_scan_number <= maximumScans) return;
  std::strcpy(decoder->message, "too many scans");
  longjmp(decoder->jump, 1);
}

void create(Decoder *decoder) {
  decoder->state.err = jpeg_std_error(&decoder->errors);
  decoder->state.client_data = decoder;
  decoder->errors.error_exit = fail;
  decoder->errors.emit_message = countWarning;
  decoder->errors.output_message = print;
  jpeg_create_decompress(&decoder->state);
  decoder->progress.progress_monitor = watchScans;
  decoder->state.progress = &decoder->progress;
}

bool readHeader(Decoder *decoder, const uint8_t *bytes, size_t count) {
  if (setjmp(decoder->jump) != 0) return false;
  create(decoder);
  jpeg_mem_src(&decoder->state, bytes, static_cast<unsigned long>(count));
  jpeg_read_header(&decoder->state, TRUE);
  return true;
}

/// Adobe writes CMYK inverted; the product is the usual conversion without a colour profile.
void convertCMYK(const uint8_t *from, uint8_t *to, int width, bool isInverted) {
  for (int column = 0; column < width; ++column, from += 4, to += 3) {
    const int black = isInverted ? from[3] : 255 - from[3];
    for (int channel = 0; channel < 3; ++channel) {
      const int ink = isInverted ? from[2 - channel] : 255 - from[2 - channel];
      to[channel] = static_cast<uint8_t>(ink * black / 255);
    }
  }
}

/// After a valid header; `row` holds one row of CMYK.
bool readRows(Decoder *decoder, int denominator, const ff_picture *picture, uint8_t *row) {
  if (setjmp(decoder->jump) != 0) return false;
  jpeg_decompress_struct *state = &decoder->state;
  const bool isCMYK = state->num_components == 4;
  state->scale_num = 1;
  state->scale_denom = static_cast<unsigned>(denominator);
  state->out_color_space = isCMYK ? JCS_CMYK : JCS_EXT_BGR;
  jpeg_start_decompress(state);
  while (state->output_scanline < state->output_height) {
    uint8_t *to = picture->pixels + state->output_scanline * picture->bytes_per_row;
    JSAMPROW target = isCMYK ? row : to;
    jpeg_read_scanlines(state, &target, 1);
    if (isCMYK) convertCMYK(row, to, picture->width, state->saw_Adobe_marker);
  }
  jpeg_finish_decompress(state);
  return true;
}

/// Frees the decoder's memory on every way out.
struct Closing {
  Decoder *decoder;
  ~Closing() { jpeg_destroy_decompress(&decoder->state); }
};

[[noreturn]] void throwBadData(const Decoder &decoder) {
  throw Failure(FF_BAD_DATA, std::string("is no JPEG picture that can be decoded (") + decoder.message + ")");
}

void open(Decoder *decoder, const uint8_t *bytes, size_t count) {
  if (!readHeader(decoder, bytes, count)) throwBadData(*decoder);
  const int64_t pixels = int64_t{decoder->state.image_width} * decoder->state.image_height;
  if (pixels > maximumPixels) throw Failure(FF_BAD_DATA, "the picture has more than 268 megapixels");
}

}  // namespace

JPEGSize readJPEGSize(const uint8_t *bytes, size_t count) {
  Decoder decoder = {};
  Closing closing{&decoder};
  open(&decoder, bytes, count);
  return {static_cast<int>(decoder.state.image_width), static_cast<int>(decoder.state.image_height)};
}

int decodeJPEG(const uint8_t *bytes, size_t count, int denominator, const ff_picture *picture) {
  Decoder decoder = {};
  Closing closing{&decoder};
  open(&decoder, bytes, count);
  const JPEGSize full{static_cast<int>(decoder.state.image_width), static_cast<int>(decoder.state.image_height)};
  const JPEGSize size = full.scaled(denominator);
  if (mat(picture).cols != size.width || picture->height != size.height) {
    throw Failure(FF_BAD_ARGUMENT, "the picture has not the size of the JPEG at this scale");
  }
  std::vector<uint8_t> row(decoder.state.num_components == 4 ? static_cast<size_t>(size.width) * 4 : 0);
  if (!readRows(&decoder, denominator, picture, row.data())) throwBadData(decoder);
  return static_cast<int>(decoder.errors.num_warnings);
}

}  // namespace footfall

ff_status ff_jpeg_read_size(const uint8_t *bytes, size_t count, int32_t *width, int32_t *height, ff_error *error) {
  return footfall::guarded(error, [&] {
    const footfall::JPEGSize size = footfall::readJPEGSize(bytes, count);
    *width = size.width;
    *height = size.height;
    return FF_OK;
  });
}

ff_status ff_jpeg_decode(const uint8_t *bytes, size_t count, int32_t denominator, const ff_picture *picture,
                         int32_t *warnings, ff_error *error) {
  return footfall::guarded(error, [&] {
    *warnings = footfall::decodeJPEG(bytes, count, denominator, picture);
    return FF_OK;
  });
}
