// The C interface of CBC needs these two, and does not include them.
#include <stdbool.h>
#include <stddef.h>

#include <coin/Cbc_C_Interface.h>
