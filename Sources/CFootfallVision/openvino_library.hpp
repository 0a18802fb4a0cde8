#pragma once
#include <string>
#include <utility>

#include "guarded.hpp"

// The part of OpenVINO's C API that is used, declared by hand after openvino/c/*.h of OpenVINO 2026.4.1, so that
// footfall builds without OpenVINO and finds it at run time.
namespace footfall::openvino {

struct Core;
struct Model;
struct CompiledModel;
struct InferRequest;
struct Tensor;
struct Port;
struct Layout;
struct PrePostProcessor;
struct InputInfo;
struct InputTensorInfo;
struct InputModelInfo;
struct PreprocessSteps;

enum Element : uint32_t { ELEMENT_F32 = 4, ELEMENT_U8 = 16 };  // ov_element_type_e
enum ColorFormat : uint32_t { COLOR_RGB = 5, COLOR_BGR = 6 };  // ov_color_format_e

struct Version {
  const char *build;
  const char *description;
};
struct Shape {
  int64_t rank;
  int64_t *dimensions;
};
struct Dimension {
  int64_t smallest;
  int64_t largest;
};
struct PartialShape {
  Dimension rank;
  Dimension *dimensions;
};
struct Property {
  const char *key;
  const void *value;
};

// Each line: the name without "ov_", then the parameters. All but the *_free functions return 0 on success.
#define FF_OPENVINO_CALLS(CALL)                                                                                  \
  CALL(get_openvino_version, Version *)                                                                          \
  CALL(core_create, Core **)                                                                                     \
  CALL(core_read_model, const Core *, const char *path, const char *weights, Model **)                           \
  CALL(core_compile_model_props, const Core *, const Model *, const char *device, size_t count,                  \
       const Property *, CompiledModel **)                                                                       \
  CALL(core_get_property, const Core *, const char *device, const char *key, char **value)                       \
  CALL(model_const_input, const Model *, Port **)                                                                \
  CALL(model_reshape_single_input, const Model *, PartialShape)                                                  \
  CALL(model_outputs_size, const Model *, size_t *)                                                              \
  CALL(model_const_output_by_index, const Model *, size_t, Port **)                                              \
  CALL(const_port_get_shape, const Port *, Shape *)                                                              \
  CALL(port_get_element_type, const Port *, Element *)                                                           \
  CALL(shape_free, Shape *)                                                                                      \
  CALL(compiled_model_create_infer_request, const CompiledModel *, InferRequest **)                              \
  CALL(infer_request_set_input_tensor, InferRequest *, const Tensor *)                                           \
  CALL(infer_request_set_output_tensor_by_index, InferRequest *, size_t, const Tensor *)                         \
  CALL(infer_request_start_async, InferRequest *)                                                                \
  CALL(infer_request_wait, InferRequest *)                                                                       \
  CALL(tensor_create, Element, Shape, Tensor **)                                                                 \
  CALL(tensor_create_from_host_ptr, Element, Shape, void *, Tensor **)                                           \
  CALL(tensor_data, const Tensor *, void **)                                                                     \
  CALL(layout_create, const char *, Layout **)                                                                   \
  CALL(preprocess_prepostprocessor_create, const Model *, PrePostProcessor **)                                   \
  CALL(preprocess_prepostprocessor_get_input_info, const PrePostProcessor *, InputInfo **)                       \
  CALL(preprocess_prepostprocessor_build, const PrePostProcessor *, Model **)                                    \
  CALL(preprocess_input_info_get_tensor_info, const InputInfo *, InputTensorInfo **)                             \
  CALL(preprocess_input_info_get_preprocess_steps, const InputInfo *, PreprocessSteps **)                        \
  CALL(preprocess_input_info_get_model_info, const InputInfo *, InputModelInfo **)                               \
  CALL(preprocess_input_tensor_info_set_element_type, InputTensorInfo *, Element)                                \
  CALL(preprocess_input_tensor_info_set_color_format, InputTensorInfo *, ColorFormat)                            \
  CALL(preprocess_input_tensor_info_set_layout, InputTensorInfo *, Layout *)                                     \
  CALL(preprocess_input_model_info_set_layout, InputModelInfo *, Layout *)                                       \
  CALL(preprocess_preprocess_steps_convert_element_type, PreprocessSteps *, Element)                             \
  CALL(preprocess_preprocess_steps_convert_color, PreprocessSteps *, ColorFormat)                                \
  CALL(preprocess_preprocess_steps_mean, PreprocessSteps *, float)                                               \
  CALL(preprocess_preprocess_steps_scale, PreprocessSteps *, float)

#define FF_OPENVINO_FREES(FREE)                                                                                  \
  FREE(version_free, Version)                                                                                    \
  FREE(core_free, Core)                                                                                          \
  FREE(model_free, Model)                                                                                        \
  FREE(compiled_model_free, CompiledModel)                                                                       \
  FREE(infer_request_free, InferRequest)                                                                         \
  FREE(tensor_free, Tensor)                                                                                      \
  FREE(output_const_port_free, Port)                                                                             \
  FREE(layout_free, Layout)                                                                                      \
  FREE(preprocess_prepostprocessor_free, PrePostProcessor)                                                       \
  FREE(preprocess_input_info_free, InputInfo)                                                                    \
  FREE(preprocess_input_tensor_info_free, InputTensorInfo)                                                       \
  FREE(preprocess_input_model_info_free, InputModelInfo)                                                         \
  FREE(preprocess_preprocess_steps_free, PreprocessSteps)                                                        \
  FREE(free, const char)

/// The functions of one OpenVINO library. Never closed: OpenVINO's threads outlive any network.
struct Library {
#define FF_MEMBER(name, ...) int32_t (*name)(__VA_ARGS__) = nullptr;
  FF_OPENVINO_CALLS(FF_MEMBER)
#undef FF_MEMBER
#define FF_MEMBER(name, type) void (*name)(type *) = nullptr;
  FF_OPENVINO_FREES(FF_MEMBER)
#undef FF_MEMBER
  const char *(*get_last_err_msg)() = nullptr;

  /// Opens the library at `path`, or throws FF_UNAVAILABLE. Opened once a path; from any thread.
  static const Library &at(const char *path);

  /// Throws `kind` with OpenVINO's own reason if a call failed.
  void check(int32_t result, ff_status kind, const char *attempt) const;
};

/// What a call of OpenVINO handed over; given back at the end of its scope.
template <typename T>
class Owned {
 public:
  explicit Owned(void (*give_back)(T *)) : give_back_(give_back) {}
  Owned(Owned &&other) noexcept : give_back_(other.give_back_), value_(std::exchange(other.value_, nullptr)) {}
  Owned &operator=(Owned &&other) noexcept {
    std::swap(give_back_, other.give_back_);
    std::swap(value_, other.value_);
    return *this;
  }
  ~Owned() { reset(); }
  void reset() {
    if (value_ != nullptr) give_back_(std::exchange(value_, nullptr));
  }
  T *get() const { return value_; }
  /// Where a call shall put it.
  T **place() {
    reset();
    return &value_;
  }

 private:
  void (*give_back_)(T *);
  T *value_ = nullptr;
};

}  // namespace footfall::openvino
