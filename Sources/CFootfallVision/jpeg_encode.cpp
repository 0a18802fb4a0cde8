#include <csetjmp>
// jpeglib.h needs FILE and size_t from <cstdio>.
#include <cstdio>
#include <memory>

#include <jpeglib.h>

#include "bytes.hpp"
#include "pictures.hpp"

namespace footfall {
namespace {

/// libjpeg reports errors by a jump: nothing with a destructor may live in the functions below it.
struct Encoder {
  jpeg_compress_struct state;
  jpeg_error_mgr errors;
  jmp_buf jump;
  char message[JMSG_LENGTH_MAX];
  uint8_t *start;
  unsigned long count;
};

void fail(j_common_ptr state) {
  auto *encoder = static_cast<Encoder *>(state->client_data);
  state->err->format_message(state, encoder->message);
  longjmp(encoder->jump, 1);
}

void print(j_common_ptr) {}

bool encode(Encoder *encoder, const ff_picture *picture, int quality) {
  if (setjmp(encoder->jump) != 0) return false;
  jpeg_compress_struct *state = &encoder->state;
  state->err = jpeg_std_error(&encoder->errors);
  state->client_data = encoder;
  encoder->errors.error_exit = fail;
  encoder->errors.output_message = print;
  jpeg_create_compress(state);
  jpeg_mem_dest(state, &encoder->start, &encoder->count);
  state->image_width = static_cast<JDIMENSION>(picture->width);
  state->image_height = static_cast<JDIMENSION>(picture->height);
  state->input_components = 3;
  state->in_color_space = JCS_EXT_BGR;
  jpeg_set_defaults(state);
  jpeg_set_quality(state, quality, TRUE);
  jpeg_start_compress(state, TRUE);
  while (state->next_scanline < state->image_height) {
    JSAMPROW row = picture->pixels + state->next_scanline * picture->bytes_per_row;
    jpeg_write_scanlines(state, &row, 1);
  }
  jpeg_finish_compress(state);
  return true;
}

/// Frees the encoder's memory on every way out.
struct Closing {
  Encoder *encoder;
  ~Closing() { jpeg_destroy_compress(&encoder->state); }
};

/// No JPEG with chroma at half the size is longer (turbojpeg.c, tjBufSize): the encoder never moves to another buffer.
size_t longest(const ff_picture &picture) {
  const size_t width = (static_cast<size_t>(picture.width) + 15) / 16 * 16;
  const size_t height = (static_cast<size_t>(picture.height) + 15) / 16 * 16;
  return width * height * 3 + 2048;
}

}  // namespace
}  // namespace footfall

ff_status ff_jpeg_encode(const ff_picture *picture, int32_t quality, ff_bytes **bytes, const uint8_t **start,
                         size_t *count, ff_error *error) {
  return footfall::guarded(error, [&] {
    footfall::mat(picture);
    if (quality < 1 || quality > 100) throw footfall::Failure(FF_BAD_ARGUMENT, "a quality outside 1 to 100");
    const size_t capacity = footfall::longest(*picture);
    std::unique_ptr<ff_bytes> owner(new ff_bytes{static_cast<uint8_t *>(std::malloc(capacity))});
    if (owner->start == nullptr) throw std::bad_alloc();
    footfall::Encoder encoder = {};
    encoder.start = owner->start;
    encoder.count = static_cast<unsigned long>(capacity);
    footfall::Closing closing{&encoder};
    if (!footfall::encode(&encoder, picture, quality)) {
      throw footfall::Failure(FF_BAD_ARGUMENT, std::string("cannot be written as JPEG (") + encoder.message + ")");
    }
    if (encoder.start != owner->start) throw footfall::Failure(FF_INTERNAL, "the JPEG outgrew its bound");
    *start = owner->start;
    *count = static_cast<size_t>(encoder.count);
    *bytes = owner.release();
    return FF_OK;
  });
}
