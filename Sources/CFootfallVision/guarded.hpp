#pragma once
#include <cstdio>
#include <exception>
#include <new>
#include <opencv2/core.hpp>

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

/// Runs `body`, which returns an ff_status, and turns whatever it throws into a status and a message: the only
/// `try` of the shim.
template <typename Body>
ff_status guarded(ff_error *error, Body &&body) noexcept {
  try {
    return body();
  } catch (const Failure &failure) {
    return report(error, failure.status, failure.what());
  } catch (const std::bad_alloc &) {
    return report(error, FF_OUT_OF_MEMORY, "out of memory");
  } catch (const cv::Exception &exception) {
    return report(error, FF_INTERNAL, exception.err.c_str());
  } catch (const std::exception &exception) {
    return report(error, FF_INTERNAL, exception.what());
  } catch (...) {
    return report(error, FF_INTERNAL, "unknown C++ exception");
  }
}

}  // namespace footfall
