#include <opencv2/core/utils/logger.hpp>
#include <opencv2/dnn.hpp>

#include <mutex>

#include "network.hpp"

namespace footfall {

void silence_opencv() {
  static const auto before = cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
  static_cast<void>(before);
}

void use_opencv_threads(int threads) {
  static std::once_flag once;
  std::call_once(once, [threads] { cv::setNumThreads(threads); });
}

namespace {

/// OpenCV has one set of buffers a network, so that the requests run one after the other, inside wait.
struct OpenCVNetwork final : ff_network {
  const std::string model;
  const ff_network_options options;
  cv::dnn::Net net;
  std::vector<cv::String> names;
  cv::Size size;
  double scale;
  cv::Scalar mean;
  bool swap_red_blue;
  cv::Mat blob;
  std::vector<cv::Mat> results;  // belong to the network
  struct Request {
    const uint8_t *input = nullptr;
    std::vector<cv::Mat> outputs;
  };
  std::vector<Request> requests;

  OpenCVNetwork(const std::string &model, const ff_network_options &options) : model(model), options(options) {}

  // A network can't be run by two threads, nor its weights be shared.
  std::unique_ptr<ff_network> share() const override { return open_opencv_network(model, options); }

  std::unique_ptr<ff_network> resize(int32_t, int32_t) const override {
    throw Failure(FF_UNAVAILABLE, "OpenCV keeps a network of one size");
  }

  void start(size_t request, const uint8_t *input) override { requests[request].input = input; }

  void wait(size_t request) override {
    const cv::Mat picture(size, CV_8UC3, const_cast<uint8_t *>(requests[request].input));
    cv::dnn::blobFromImage(picture, blob, scale, cv::Size(), mean, swap_red_blue, false, CV_32F);
    net.setInput(blob);
    net.forward(results, names);
    for (size_t index = 0; index < results.size(); ++index) {
      results[index].copyTo(requests[request].outputs[index]);
    }
  }

  ff_tensor output(size_t request, size_t index) const override {
    const cv::Mat &mat = requests[request].outputs[index];
    ff_tensor tensor{mat.ptr<float>(), {1, 1, 1, 1}, mat.dims};
    for (int axis = 0; axis < mat.dims; ++axis) tensor.dimensions[axis] = mat.size[axis];
    return tensor;
  }

  size_t outputs() const override { return names.size(); }

  /// Runs once on black: a model that does not fit its input fails here, and the shapes of the outputs are known.
  void rehearse() {
    const std::vector<uint8_t> black(static_cast<size_t>(size.area()) * 3);
    for (Request &request : requests) request.outputs.resize(names.size());
    start(0, black.data());
    wait(0);
    for (const cv::Mat &result : results) {
      if (result.dims > 4 || result.type() != CV_32F) {
        throw Failure(FF_BAD_DATA, "an output of the model is not a float tensor of up to 4 dimensions");
      }
    }
    for (Request &request : requests) {
      for (size_t index = 0; index < results.size(); ++index) results[index].copyTo(request.outputs[index]);
    }
  }
};

}  // namespace

std::unique_ptr<ff_network> open_opencv_network(const std::string &model, const ff_network_options &options) {
  if (options.precision != FF_PRECISION_F32) throw Failure(FF_UNAVAILABLE, "OpenCV computes in f32 only");
  silence_opencv();
  use_opencv_threads(options.threads);
  auto network = std::make_unique<OpenCVNetwork>(model, options);
  network->size = cv::Size(options.width, options.height);
  network->scale = options.scale;
  network->mean = cv::Scalar::all(-options.offset / options.scale);
  network->swap_red_blue = options.swap_red_blue != 0;
  network->requests.resize(static_cast<size_t>(options.requests));
  ff_error reason{};
  const ff_status status = guarded(&reason, [&] {
    network->net = cv::dnn::readNet(model);
    network->names = network->net.getUnconnectedOutLayersNames();
    network->rehearse();
    return FF_OK;
  });
  if (status == FF_OUT_OF_MEMORY) throw std::bad_alloc();
  if (status != FF_OK) throw Failure(FF_BAD_DATA, std::string("OpenCV cannot run the model: ") + reason.message);
  return network;
}

}  // namespace footfall

const char *ff_opencv_version(void) { return CV_VERSION; }
