#pragma once
#include "footfall_video.h"

namespace footfall {

/// The functions of libFootfallVideo, opened on the first call and never closed.
const ff_video_library &videoLibrary();

}  // namespace footfall
