#pragma once
#include <new>
#include <opencv2/core.hpp>

#include "failure.hpp"

namespace footfall {

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
