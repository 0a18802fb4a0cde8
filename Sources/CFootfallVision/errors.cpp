#include "guarded.hpp"
