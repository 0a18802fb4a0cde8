#include "footfall_members.h"

#include <string.h>

#if defined(__x86_64__)
#define FOR_SEVERAL_PROCESSORS __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_SEVERAL_PROCESSORS
#endif

enum { dimensions = FF_EMBEDDING_DIMENSIONS, lanes = 16 };

// Sums of 16 numbers side by side: a compiler may not reorder a sum of floats by itself.
typedef float Lanes __attribute__((vector_size(lanes * sizeof(float))));

FOR_SEVERAL_PROCESSORS
void ff_products_f32(const float *rows, size_t count, const float *query, float *products) {
  for (size_t row = 0; row < count; ++row) {
    Lanes sums = {0};
    for (int index = 0; index < dimensions; index += lanes) {
      Lanes values, factors;
      memcpy(&values, rows + row * dimensions + index, sizeof values);
      memcpy(&factors, query + index, sizeof factors);
      sums += values * factors;
    }
    float product = 0;
    for (int lane = 0; lane < lanes; ++lane) product += sums[lane];
    products[row] = product;
  }
}

FOR_SEVERAL_PROCESSORS
void ff_products_i8(const int8_t *rows, size_t count, const int16_t *query, int32_t *products) {
  for (size_t row = 0; row < count; ++row) {
    int32_t product = 0;
    for (int index = 0; index < dimensions; ++index) product += rows[row * dimensions + index] * query[index];
    products[row] = product;
  }
}
