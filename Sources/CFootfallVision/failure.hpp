#pragma once
#include <cstdio>
#include <exception>
#include <string>

#include "footfall_vision.h"

namespace footfall {

/// A failure with the status that the caller shall see.
struct Failure : std::exception {
  ff_status status;
  std::string message;
  Failure(ff_status status, std::string message) : status(status), message(std::move(message)) {}
  const char *what() const noexcept override { return message.c_str(); }
};

inline ff_status report(ff_error *error, ff_status status, const char *message) noexcept {
  if (error != nullptr) std::snprintf(error->message, sizeof error->message, "%s", message);
  return status;
}

/// A picture larger than this is refused as damaged: 16384 x 16384.
constexpr int64_t maximumPixels = int64_t{1} << 28;

}  // namespace footfall
