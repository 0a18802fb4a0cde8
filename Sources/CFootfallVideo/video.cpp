#include "footfall_video.h"
