#pragma once
// Inner products of one query with many rows of 128 numbers: the search of a gallery, which nothing but the speed of
// memory shall limit. Compiled for several generations of processors; the one at hand is chosen at the first call.

#include <stddef.h>
#include <stdint.h>

#define FF_EMBEDDING_DIMENSIONS 128

// `rows` holds count * 128 numbers, `products` receives count; a row's product does not depend on the rows beside it.
void ff_products_f32(const float *rows, size_t count, const float *query, float *products);

// Exact: 128 products of a byte and a 16-bit number fit into 32 bits.
void ff_products_i8(const int8_t *rows, size_t count, const int16_t *query, int32_t *products);
