#include "malloc_counter.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

// Interposes the C library's allocator in the executable that links this file and counts by thread. glibc exports
// its own implementation under these names, so no dlsym (which allocates) is needed.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *pointer, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static _Thread_local uint64_t allocations;

uint64_t malloc_counter_allocations(void) {
  // A count that never moves would prove anything: see that the program's own allocations are counted.
  const uint64_t before = allocations;
  void *volatile block = malloc(1);
  free(block);
  if (allocations != before + 1) abort();
  allocations = before;
  return before;
}

void *malloc(size_t size) {
  allocations++;
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  allocations++;
  return __libc_calloc(count, size);
}

void *realloc(void *pointer, size_t size) {
  allocations++;
  return __libc_realloc(pointer, size);
}

void *memalign(size_t alignment, size_t size) {
  allocations++;
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  void *pointer = memalign(alignment, size);
  if (pointer == NULL) return ENOMEM;
  *result = pointer;
  return 0;
}
