#include <algorithm>
#include <array>

#include "memory.hpp"
#include "network.hpp"
#include "openvino_library.hpp"

namespace footfall {
namespace {

using namespace openvino;

struct OpenVINORequest {
  Owned<InferRequest> request;
  Owned<Tensor> input;
  const uint8_t *pixels = nullptr;  // what `input` wraps
  std::vector<Owned<Tensor>> outputs;
  std::vector<const float *> values;
};

/// A model that takes the bytes of a picture, ready to run; kept by all networks made of it.
struct OpenedModel {
  const Library &library;
  const ff_network_options options;
  Owned<Core> core;
  Owned<Model> model;
  Owned<CompiledModel> compiled;

  OpenedModel(const Library &library, const std::string &path, const ff_network_options &options);

  void compile();
  std::vector<ff_tensor> outputs_for(int32_t width, int32_t height) const;
};

struct OpenVINONetwork final : ff_network {
  const std::shared_ptr<OpenedModel> model;
  const Library &library;
  const std::vector<ff_tensor> shapes;  // of the outputs, without values
  int64_t input_shape[4];
  std::vector<OpenVINORequest> requests;

  OpenVINONetwork(std::shared_ptr<OpenedModel> opened, int32_t width, int32_t height)
      : model(std::move(opened)), library(model->library), shapes(model->outputs_for(width, height)),
        input_shape{1, height, width, 3} {
    make_requests();
  }

  OpenVINONetwork(const OpenVINONetwork &other)
      : model(other.model), library(model->library), shapes(other.shapes) {
    std::copy_n(other.input_shape, 4, input_shape);
    make_requests();
  }

  ~OpenVINONetwork() override {
    // A running request still reads the caller's input.
    for (size_t index = 0; index < busy.size(); ++index) {
      if (busy[index]) library.infer_request_wait(requests[index].request.get());
    }
  }

  void start(size_t index, const uint8_t *input) override {
    OpenVINORequest &request = requests[index];
    if (request.pixels != input) {
      const Shape shape{4, input_shape};
      library.check(library.tensor_create_from_host_ptr(ELEMENT_U8, shape, const_cast<uint8_t *>(input),
                                                        request.input.place()),
                    FF_INTERNAL, "take the input");
      library.check(library.infer_request_set_input_tensor(request.request.get(), request.input.get()), FF_INTERNAL,
                    "take the input");
      request.pixels = input;
    }
    library.check(library.infer_request_start_async(request.request.get()), FF_INTERNAL, "start");
  }

  void wait(size_t index) override {
    library.check(library.infer_request_wait(requests[index].request.get()), FF_INTERNAL, "run the network");
  }

  ff_tensor output(size_t request, size_t index) const override {
    ff_tensor tensor = shapes[index];
    tensor.values = requests[request].values[index];
    return tensor;
  }

  size_t outputs() const override { return shapes.size(); }

  std::unique_ptr<ff_network> share() const override { return std::make_unique<OpenVINONetwork>(*this); }

  std::unique_ptr<ff_network> resize(int32_t width, int32_t height) const override {
    if (model->options.any_size == 0) throw Failure(FF_BAD_ARGUMENT, "network: opened for one size");
    return std::make_unique<OpenVINONetwork>(model, width, height);
  }

  void make_requests();
  Owned<Tensor> make_output(const ff_tensor &shape) const;
};

Owned<Tensor> OpenVINONetwork::make_output(const ff_tensor &tensor) const {
  Owned<Tensor> made(library.tensor_free);
  const Shape shape{tensor.rank, const_cast<int64_t *>(tensor.dimensions)};
  library.check(library.tensor_create(ELEMENT_F32, shape, made.place()), FF_OUT_OF_MEMORY, "make an output");
  return made;
}

void OpenVINONetwork::make_requests() {
  for (int32_t index = 0; index < model->options.requests; ++index) {
    OpenVINORequest request{Owned<InferRequest>(library.infer_request_free), Owned<Tensor>(library.tensor_free),
                            nullptr, {}, {}};
    library.check(library.compiled_model_create_infer_request(model->compiled.get(), request.request.place()), FF_INTERNAL,
                  "make a request");
    for (size_t output = 0; output < shapes.size(); ++output) {
      request.outputs.push_back(make_output(shapes[output]));
      Tensor *tensor = request.outputs.back().get();
      library.check(library.infer_request_set_output_tensor_by_index(request.request.get(), output, tensor),
                    FF_INTERNAL, "take an output");
      void *values = nullptr;
      library.check(library.tensor_data(tensor, &values), FF_INTERNAL, "show an output");
      request.values.push_back(static_cast<const float *>(values));
    }
    requests.push_back(std::move(request));
  }
}

Owned<Port> input_of(const Library &library, const Model *model) {
  Owned<Port> port(library.output_const_port_free);
  library.check(library.model_const_input(model, port.place()), FF_BAD_DATA, "find the one input of the model");
  return port;
}

bool has_shape(const Library &library, const Port *port, std::array<int64_t, 4> wanted) {
  Shape shape{};
  if (library.const_port_get_shape(port, &shape) != 0) return false;  // not fixed
  const bool fits = shape.rank == 4 && std::equal(wanted.begin(), wanted.end(), shape.dimensions);
  library.shape_free(&shape);
  return fits;
}

/// Whether the model takes the bytes of a picture as they are.
bool takes_bytes(const Library &library, const Model *model, const ff_network_options &options) {
  const Owned<Port> port = input_of(library, model);
  Element element{};
  library.check(library.port_get_element_type(port.get(), &element), FF_INTERNAL, "describe the input");
  if (element != ELEMENT_U8) return false;
  if (!has_shape(library, port.get(), {1, options.height, options.width, 3})) {
    throw Failure(FF_BAD_DATA, "the input of the model is not 1 x " + std::to_string(options.height) + " x " +
                                   std::to_string(options.width) + " x 3 bytes");
  }
  return true;
}

/// Gives the input of the model another shape; -1 is any length.
void reshape(const Library &library, const Model *model, std::array<int64_t, 4> shape) {
  const Owned<Port> port = input_of(library, model);
  if (has_shape(library, port.get(), shape)) return;
  Dimension dimensions[4];
  for (size_t axis = 0; axis < 4; ++axis) dimensions[axis] = {shape[axis], shape[axis]};
  library.check(library.model_reshape_single_input(model, PartialShape{{4, 4}, dimensions}), FF_BAD_DATA,
                "give the model this input size");
}

void set_layouts(const Library &library, InputInfo *info, InputTensorInfo *tensor) {
  Owned<Layout> rows(library.layout_free), planes(library.layout_free);
  library.check(library.layout_create("NHWC", rows.place()), FF_INTERNAL, "name a layout");
  library.check(library.layout_create("NCHW", planes.place()), FF_INTERNAL, "name a layout");
  library.check(library.preprocess_input_tensor_info_set_layout(tensor, rows.get()), FF_INTERNAL, "set the layout");
  Owned<InputModelInfo> model(library.preprocess_input_model_info_free);
  library.check(library.preprocess_input_info_get_model_info(info, model.place()), FF_INTERNAL, "see the input");
  library.check(library.preprocess_input_model_info_set_layout(model.get(), planes.get()), FF_INTERNAL,
                "set the layout");
}

void set_steps(const Library &library, InputInfo *info, InputTensorInfo *tensor, const ff_network_options &options) {
  Owned<PreprocessSteps> steps(library.preprocess_preprocess_steps_free);
  const char *attempt = "set the preparation of the input";
  library.check(library.preprocess_input_info_get_preprocess_steps(info, steps.place()), FF_INTERNAL, attempt);
  library.check(library.preprocess_preprocess_steps_convert_element_type(steps.get(), ELEMENT_F32), FF_INTERNAL,
                attempt);
  if (options.swap_red_blue != 0) {
    library.check(library.preprocess_input_tensor_info_set_color_format(tensor, COLOR_BGR), FF_INTERNAL, attempt);
    library.check(library.preprocess_preprocess_steps_convert_color(steps.get(), COLOR_RGB), FF_INTERNAL, attempt);
  }
  // OpenVINO computes (byte - mean) / scale.
  if (options.offset != 0) {
    library.check(library.preprocess_preprocess_steps_mean(steps.get(), -options.offset / options.scale),
                  FF_INTERNAL, attempt);
  }
  if (options.scale != 1) {
    library.check(library.preprocess_preprocess_steps_scale(steps.get(), 1 / options.scale), FF_INTERNAL, attempt);
  }
}

/// The model with bytes as its input: conversion, colour order and scale become part of the network.
Owned<Model> with_byte_input(const Library &library, const Model *model, const ff_network_options &options) {
  Owned<PrePostProcessor> processor(library.preprocess_prepostprocessor_free);
  const char *attempt = "prepare the input";
  library.check(library.preprocess_prepostprocessor_create(model, processor.place()), FF_BAD_DATA, attempt);
  Owned<InputInfo> info(library.preprocess_input_info_free);
  library.check(library.preprocess_prepostprocessor_get_input_info(processor.get(), info.place()), FF_BAD_DATA,
                attempt);
  Owned<InputTensorInfo> tensor(library.preprocess_input_tensor_info_free);
  library.check(library.preprocess_input_info_get_tensor_info(info.get(), tensor.place()), FF_INTERNAL, attempt);
  library.check(library.preprocess_input_tensor_info_set_element_type(tensor.get(), ELEMENT_U8), FF_INTERNAL,
                attempt);
  set_layouts(library, info.get(), tensor.get());
  set_steps(library, info.get(), tensor.get(), options);
  Owned<Model> built(library.model_free);
  library.check(library.preprocess_prepostprocessor_build(processor.get(), built.place()), FF_BAD_DATA, attempt);
  return built;
}

OpenedModel::OpenedModel(const Library &library, const std::string &path, const ff_network_options &options)
    : library(library), options(options), core(library.core_free), model(library.model_free),
      compiled(library.compiled_model_free) {
  // Between its start and its first results OpenVINO ends the process, or waits for ever, where the memory of a thread
  // cannot be had. Measured: 350 MB of address space and, for each thread, a stack and an arena of the C library.
  require_memory((size_t{400} + size_t{100} * options.threads) << 20, "OpenVINO cannot start");
  library.check(library.core_create(core.place()), FF_UNAVAILABLE, "start");
  library.check(library.core_read_model(core.get(), path.c_str(), nullptr, model.place()), FF_BAD_DATA,
                "read the model");
  if (!takes_bytes(library, model.get(), options)) {
    reshape(library, model.get(), {1, 3, options.height, options.width});
    model = with_byte_input(library, model.get(), options);
  }
  compile();
}

std::vector<ff_tensor> OpenedModel::outputs_for(int32_t width, int32_t height) const {
  reshape(library, model.get(), {1, height, width, 3});
  size_t count = 0;
  library.check(library.model_outputs_size(model.get(), &count), FF_INTERNAL, "count the outputs");
  std::vector<ff_tensor> outputs;
  for (size_t index = 0; index < count; ++index) {
    Owned<Port> port(library.output_const_port_free);
    library.check(library.model_const_output_by_index(model.get(), index, port.place()), FF_INTERNAL,
                  "find an output");
    Element element{};
    library.check(library.port_get_element_type(port.get(), &element), FF_INTERNAL, "describe an output");
    Shape shape{};
    library.check(library.const_port_get_shape(port.get(), &shape), FF_BAD_DATA, "describe an output");
    ff_tensor tensor{nullptr, {1, 1, 1, 1}, static_cast<int32_t>(shape.rank)};
    const bool fits = element == ELEMENT_F32 && shape.rank <= 4;
    for (int64_t axis = 0; fits && axis < shape.rank; ++axis) tensor.dimensions[axis] = shape.dimensions[axis];
    library.shape_free(&shape);
    if (!fits) throw Failure(FF_BAD_DATA, "an output of the model is not a float tensor of up to 4 dimensions");
    outputs.push_back(tensor);
  }
  return outputs;
}

void OpenedModel::compile() {
  // A network for all sizes gives the same values as one for each, in a fifth of their memory, but takes up to a
  // millisecond more a run.
  const bool any_size = options.any_size != 0;
  reshape(library, model.get(), {1, any_size ? -1 : options.height, any_size ? -1 : options.width, 3});
  const std::string threads = std::to_string(options.threads);
  const std::string streams = std::to_string(std::min(options.threads, options.streams));
  const Property properties[] = {
      // Never left to OpenVINO, which takes bf16 wherever the CPU has it.
      {"INFERENCE_PRECISION_HINT", options.precision == FF_PRECISION_BF16 ? "bf16" : "f32"},
      {"INFERENCE_NUM_THREADS", threads.c_str()},
      // Requests side by side, each on its share of the threads: 3 to 5 % faster than one after the other on all,
      // since a thread that decodes meanwhile holds up one request and not both. Costs 25 MB.
      {"NUM_STREAMS", streams.c_str()},
      // Pinned threads would wait for whatever else runs on their core, such as the decoding.
      {"ENABLE_CPU_PINNING", "NO"},
  };
  library.check(library.core_compile_model_props(core.get(), model.get(), "CPU", std::size(properties), properties,
                                                 compiled.place()),
                FF_INTERNAL, "compile the model");
}

}  // namespace

std::unique_ptr<ff_network> open_openvino_network(const std::string &model, const char *path,
                                                  const ff_network_options &options) {
  const Library &library = Library::at(path);
  if (options.precision == FF_PRECISION_BF16 && ff_cpu().has_bf16 == 0) {
    throw Failure(FF_UNAVAILABLE, "this CPU does not compute in bf16");
  }
  auto opened = std::make_shared<OpenedModel>(library, model, options);
  return std::make_unique<OpenVINONetwork>(std::move(opened), options.width, options.height);
}

}  // namespace footfall
