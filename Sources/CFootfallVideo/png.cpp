#include "png.hpp"

#include <cstdlib>
#include <cstring>

namespace footfall {

void encodePNG(const ff_picture &picture, uint8_t **bytes, size_t *count) {
  const AVCodec *codec = avcodec_find_encoder(AV_CODEC_ID_PNG);
  if (codec == nullptr) throw Failure(FF_UNAVAILABLE, "this FFmpeg cannot write PNG pictures");
  auto encoder = owned(avcodec_alloc_context3(codec));
  auto frame = owned(av_frame_alloc());
  frame->width = encoder->width = picture.width;
  frame->height = encoder->height = picture.height;
  frame->format = encoder->pix_fmt = AV_PIX_FMT_RGB24;
  encoder->time_base = {1, 1};
  encoder->thread_count = 1;
  encoder->compression_level = 6;
  if (avcodec_open2(encoder.get(), codec, nullptr) < 0 || av_frame_get_buffer(frame.get(), 0) < 0) {
    throw std::bad_alloc();
  }
  for (int row = 0; row < picture.height; ++row) {
    const uint8_t *from = picture.pixels + row * picture.bytes_per_row;
    uint8_t *to = frame->data[0] + row * int64_t{frame->linesize[0]};
    for (int column = 0; column < picture.width; ++column, from += 3, to += 3) {
      to[0] = from[2];
      to[1] = from[1];
      to[2] = from[0];
    }
  }
  auto packet = owned(av_packet_alloc());
  if (avcodec_send_frame(encoder.get(), frame.get()) < 0 ||
      avcodec_receive_packet(encoder.get(), packet.get()) < 0) {
    throw Failure(FF_INTERNAL, "the picture could not be written as PNG");
  }
  *count = static_cast<size_t>(packet->size);
  *bytes = static_cast<uint8_t *>(std::malloc(*count));
  if (*bytes == nullptr) throw std::bad_alloc();
  std::memcpy(*bytes, packet->data, *count);
}

}  // namespace footfall
