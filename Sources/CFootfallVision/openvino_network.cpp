#include <algorithm>
#include <array>

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

/// A model that takes the bytes of a picture, kept by all networks made of it: they share its weights.
struct ByteModel {
  const Library &library;
  const ff_network_options options;
  Owned<Core> core;
  Owned<Model> model;

  ByteModel(const Library &library, const std::string &path, const ff_network_options &options);
};

/// A model ready to run on inputs of one size, kept by all networks that share it.
struct CompiledNetwork {
  const std::shared_ptr<ByteModel> source;
  const Library &library;
  Owned<CompiledModel> compiled;
  int64_t input_shape[4];
  std::vector<ff_tensor> shapes;  // of the outputs, without values

  CompiledNetwork(std::shared_ptr<ByteModel> source, int32_t width, int32_t height);

  void compile();
  void describe_outputs();
};

struct OpenVINONetwork final : ff_network {
  const std::shared_ptr<CompiledNetwork> model;
  const Library &library;
  std::vector<OpenVINORequest> requests;

  OpenVINONetwork(std::shared_ptr<CompiledNetwork> shared, size_t count)
      : model(std::move(shared)), library(model->library) {
    make_requests(count);
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
      const Shape shape{4, model->input_shape};
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
    ff_tensor tensor = model->shapes[index];
    tensor.values = requests[request].values[index];
    return tensor;
  }

  size_t outputs() const override { return model->shapes.size(); }

  std::unique_ptr<ff_network> share() const override {
    return std::make_unique<OpenVINONetwork>(model, requests.size());
  }

  std::unique_ptr<ff_network> resize(int32_t width, int32_t height) const override {
    auto resized = std::make_shared<CompiledNetwork>(model->source, width, height);
    return std::make_unique<OpenVINONetwork>(std::move(resized), requests.size());
  }

  void make_requests(size_t count);
  Owned<Tensor> make_output(ff_tensor &shape) const;
};

void CompiledNetwork::describe_outputs() {
  size_t count = 0;
  library.check(library.compiled_model_outputs_size(compiled.get(), &count), FF_INTERNAL, "count the outputs");
  for (size_t index = 0; index < count; ++index) {
    Owned<Port> port(library.output_const_port_free);
    library.check(library.compiled_model_output_by_index(compiled.get(), index, port.place()), FF_INTERNAL,
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
    shapes.push_back(tensor);
  }
}

Owned<Tensor> OpenVINONetwork::make_output(ff_tensor &tensor) const {
  Owned<Tensor> made(library.tensor_free);
  const Shape shape{tensor.rank, tensor.dimensions};
  library.check(library.tensor_create(ELEMENT_F32, shape, made.place()), FF_OUT_OF_MEMORY, "make an output");
  return made;
}

void OpenVINONetwork::make_requests(size_t count) {
  for (size_t index = 0; index < count; ++index) {
    OpenVINORequest request{Owned<InferRequest>(library.infer_request_free), Owned<Tensor>(library.tensor_free),
                            nullptr, {}, {}};
    library.check(library.compiled_model_create_infer_request(model->compiled.get(), request.request.place()), FF_INTERNAL,
                  "make a request");
    for (size_t output = 0; output < model->shapes.size(); ++output) {
      request.outputs.push_back(make_output(model->shapes[output]));
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

/// Gives the input of the model another shape where it has another.
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

ByteModel::ByteModel(const Library &library, const std::string &path, const ff_network_options &options)
    : library(library), options(options), core(library.core_free), model(library.model_free) {
  library.check(library.core_create(core.place()), FF_UNAVAILABLE, "start");
  library.check(library.core_read_model(core.get(), path.c_str(), nullptr, model.place()), FF_BAD_DATA,
                "read the model");
  if (takes_bytes(library, model.get(), options)) return;
  reshape(library, model.get(), {1, 3, options.height, options.width});
  model = with_byte_input(library, model.get(), options);
}

CompiledNetwork::CompiledNetwork(std::shared_ptr<ByteModel> bytes, int32_t width, int32_t height)
    : source(std::move(bytes)), library(source->library), compiled(library.compiled_model_free),
      input_shape{1, height, width, 3} {
  reshape(library, source->model.get(), {1, height, width, 3});
  compile();
  describe_outputs();
}

void CompiledNetwork::compile() {
  const ff_network_options &options = source->options;
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
  library.check(library.core_compile_model_props(source->core.get(), source->model.get(), "CPU",
                                                 std::size(properties), properties, compiled.place()),
                FF_INTERNAL, "compile the model");
}

}  // namespace

std::unique_ptr<ff_network> open_openvino_network(const std::string &model, const char *path,
                                                  const ff_network_options &options) {
  const Library &library = Library::at(path);
  if (options.precision == FF_PRECISION_BF16 && ff_cpu().has_bf16 == 0) {
    throw Failure(FF_UNAVAILABLE, "this CPU does not compute in bf16");
  }
  auto source = std::make_shared<ByteModel>(library, model, options);
  auto network = std::make_shared<CompiledNetwork>(std::move(source), options.width, options.height);
  return std::make_unique<OpenVINONetwork>(std::move(network), static_cast<size_t>(options.requests));
}

}  // namespace footfall
