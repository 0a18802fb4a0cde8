#pragma once
#include <memory>
#include <string>
#include <vector>

#include "guarded.hpp"

/// What both engines do; ff_network_start and the others check their arguments before they come here.
struct ff_network {
  virtual ~ff_network() = default;
  virtual void start(size_t request, const uint8_t *input) = 0;
  virtual void wait(size_t request) = 0;
  virtual ff_tensor output(size_t request, size_t index) const = 0;
  virtual size_t outputs() const = 0;
  virtual std::unique_ptr<ff_network> share() const = 0;
  virtual std::unique_ptr<ff_network> resize(int32_t width, int32_t height) const = 0;

  std::vector<bool> busy;  // one a request
};

namespace footfall {

std::unique_ptr<ff_network> open_opencv_network(const std::string &model, const ff_network_options &options);
std::unique_ptr<ff_network> open_openvino_network(const std::string &model, const char *library,
                                                  const ff_network_options &options);

/// Stops OpenCV from writing to standard error: what it has to say comes back as an ff_error.
void silence_opencv();

/// OpenCV has one number of threads for the process, and crashes where it is changed while somebody computes: the
/// first that is asked for holds.
void use_opencv_threads(int threads);

}  // namespace footfall
