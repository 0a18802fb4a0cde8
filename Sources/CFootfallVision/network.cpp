#include "network.hpp"

#include <unistd.h>

using footfall::Failure;
using footfall::guarded;

namespace {

void check_size(int32_t width, int32_t height) {
  if (width <= 0 || height <= 0 || width > 8192 || height > 8192) {
    throw Failure(FF_BAD_ARGUMENT, "network input: width and height are 1 to 8192");
  }
}

void check_options(const char *model, const ff_network_options *options, ff_network **network) {
  if (model == nullptr || options == nullptr || network == nullptr) {
    throw Failure(FF_BAD_ARGUMENT, "a network without model, options or place to put it");
  }
  check_size(options->width, options->height);
  if (options->threads < 1 || options->streams < 1 || options->requests < 1 || options->requests > 16) {
    throw Failure(FF_BAD_ARGUMENT, "network: threads and streams from 1, requests 1 to 16");
  }
  if (!(options->scale > 0)) throw Failure(FF_BAD_ARGUMENT, "network input: the scale is above 0");
  if (access(model, R_OK) != 0) throw Failure(FF_NO_INPUT, "the model file cannot be read");
}

ff_network *with_free_requests(std::unique_ptr<ff_network> network, size_t count) {
  network->busy.assign(count, false);
  return network.release();
}

size_t checked_request(const ff_network *network, int32_t request, bool busy) {
  if (network == nullptr || request < 0 || static_cast<size_t>(request) >= network->busy.size()) {
    throw Failure(FF_BAD_ARGUMENT, "network: no such request");
  }
  if (network->busy[static_cast<size_t>(request)] != busy) {
    throw Failure(FF_BAD_ARGUMENT, busy ? "network: the request was not started" : "network: the request is running");
  }
  return static_cast<size_t>(request);
}

}  // namespace

ff_status ff_network_open(ff_engine engine, const char *model, const char *openvino_library,
                          const ff_network_options *options, ff_network **network, ff_error *error) {
  return guarded(error, [&] {
    check_options(model, options, network);
    std::unique_ptr<ff_network> opened;
    switch (engine) {
      case FF_ENGINE_OPENCV: opened = footfall::open_opencv_network(model, *options); break;
      case FF_ENGINE_OPENVINO:
        opened = footfall::open_openvino_network(model, openvino_library, *options);
        break;
      default: throw Failure(FF_BAD_ARGUMENT, "network: no such engine");
    }
    *network = with_free_requests(std::move(opened), static_cast<size_t>(options->requests));
    return FF_OK;
  });
}

void ff_network_close(ff_network *network) { delete network; }

ff_status ff_network_share(ff_network *network, ff_network **shared, ff_error *error) {
  return guarded(error, [&] {
    if (network == nullptr || shared == nullptr) throw Failure(FF_BAD_ARGUMENT, "network: nothing to share");
    *shared = with_free_requests(network->share(), network->busy.size());
    return FF_OK;
  });
}

ff_status ff_network_resize(ff_network *network, int32_t width, int32_t height, ff_network **resized,
                            ff_error *error) {
  return guarded(error, [&] {
    if (network == nullptr || resized == nullptr) throw Failure(FF_BAD_ARGUMENT, "network: nothing to resize");
    check_size(width, height);
    *resized = with_free_requests(network->resize(width, height), network->busy.size());
    return FF_OK;
  });
}

ff_status ff_network_start(ff_network *network, int32_t request, const uint8_t *input, ff_error *error) {
  return guarded(error, [&] {
    const size_t index = checked_request(network, request, false);
    if (input == nullptr) throw Failure(FF_BAD_ARGUMENT, "network: no input");
    network->start(index, input);
    network->busy[index] = true;
    return FF_OK;
  });
}

ff_status ff_network_wait(ff_network *network, int32_t request, ff_error *error) {
  return guarded(error, [&] {
    const size_t index = checked_request(network, request, true);
    network->busy[index] = false;
    network->wait(index);
    return FF_OK;
  });
}

int32_t ff_network_outputs(const ff_network *network) {
  return network == nullptr ? 0 : static_cast<int32_t>(network->outputs());
}

ff_status ff_network_output(const ff_network *network, int32_t request, int32_t output, ff_tensor *tensor,
                            ff_error *error) {
  return guarded(error, [&] {
    const size_t index = checked_request(network, request, false);
    if (tensor == nullptr || output < 0 || static_cast<size_t>(output) >= network->outputs()) {
      throw Failure(FF_BAD_ARGUMENT, "network: no such output");
    }
    *tensor = network->output(index, static_cast<size_t>(output));
    return FF_OK;
  });
}
