#include <malloc.h>

#include "footfall_vision.h"

void ff_share_heaps(void) { mallopt(M_ARENA_MAX, 2); }
