#include <cpuid.h>
#include <fcntl.h>
#include <immintrin.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "guarded.hpp"

namespace {

constexpr size_t blockBytes = 64;

// FIPS 180-4, 4.2.2: fractional parts of the cube roots of the first 64 primes.
alignas(16) constexpr uint32_t roundConstants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

uint32_t rotate(uint32_t value, int bits) { return value >> bits | value << (32 - bits); }

/// FIPS 180-4, 6.2.2, as it is written there.
void compress_portably(uint32_t state[8], const uint8_t *block) {
  uint32_t w[64];
  for (int t = 0; t < 16; ++t) {
    std::memcpy(&w[t], block + 4 * t, 4);
    w[t] = __builtin_bswap32(w[t]);
  }
  for (int t = 16; t < 64; ++t) {
    const uint32_t s0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ w[t - 15] >> 3;
    const uint32_t s1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ w[t - 2] >> 10;
    w[t] = w[t - 16] + s0 + w[t - 7] + s1;
  }
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
  for (int t = 0; t < 64; ++t) {
    const uint32_t sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const uint32_t t1 = h + sum1 + ((e & f) ^ (~e & g)) + roundConstants[t] + w[t];
    const uint32_t sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const uint32_t t2 = sum0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d;
  state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

/// The same with the SHA instructions, which do four rounds in two; the state is kept as ABEF and CDGH.
__attribute__((target("sha,sse4.1"))) void compress_by_instruction(uint32_t state[8], const uint8_t *block) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  const __m128i dcba = _mm_shuffle_epi32(_mm_loadu_si128(reinterpret_cast<__m128i *>(state)), 0xB1);
  const __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128(reinterpret_cast<__m128i *>(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(dcba, hgfe, 8);
  __m128i cdgh = _mm_blend_epi16(hgfe, dcba, 0xF0);
  const __m128i abef_before = abef, cdgh_before = cdgh;
  __m128i w[4];
  for (int i = 0; i < 16; ++i) {
    if (i < 4) {
      w[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(block) + i), swap);
    } else {
      const __m128i &last = w[(i + 3) & 3];
      const __m128i w7 = _mm_alignr_epi8(last, w[(i + 2) & 3], 4);
      const __m128i partial = _mm_add_epi32(_mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]), w7);
      w[i & 3] = _mm_sha256msg2_epu32(partial, last);
    }
    const __m128i constants = _mm_load_si128(reinterpret_cast<const __m128i *>(roundConstants) + i);
    const __m128i sum = _mm_add_epi32(w[i & 3], constants);
    cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
    abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
  }
  abef = _mm_add_epi32(abef, abef_before);
  cdgh = _mm_add_epi32(cdgh, cdgh_before);
  const __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
  const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128(reinterpret_cast<__m128i *>(state), _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128(reinterpret_cast<__m128i *>(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

bool has_sha_instructions() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & 1u << 29) != 0 && __builtin_cpu_supports("sse4.1");
}

struct File {
  int descriptor;
  ~File() {
    if (descriptor >= 0) close(descriptor);
  }
};

size_t read_fully(int descriptor, uint8_t *bytes, size_t capacity) {
  size_t total = 0;
  while (total < capacity) {
    const ssize_t count = read(descriptor, bytes + total, capacity - total);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw footfall::Failure(FF_NO_INPUT, std::strerror(errno));
    if (count == 0) break;
    total += static_cast<size_t>(count);
  }
  return total;
}

/// FIPS 180-4, 5.1.1: a 1 bit, zeros, the length in bits. Returns the bytes of the padded tail.
size_t pad(uint8_t *tail, size_t count, uint64_t totalBytes) {
  const size_t padded = count + 9 <= blockBytes ? blockBytes : 2 * blockBytes;
  std::memset(tail + count, 0, padded - count);
  tail[count] = 0x80;
  const uint64_t bits = __builtin_bswap64(totalBytes * 8);
  std::memcpy(tail + padded - 8, &bits, 8);
  return padded;
}

void digest_file(int descriptor, uint32_t state[8], bool portably) {
  const auto compress = !portably && has_sha_instructions() ? compress_by_instruction : compress_portably;
  constexpr size_t chunk = size_t{1} << 18;
  std::vector<uint8_t> buffer(chunk + 2 * blockBytes);
  uint64_t total = 0;
  size_t count = chunk;
  while (count == chunk) {
    count = read_fully(descriptor, buffer.data(), chunk);
    total += count;
    size_t padded = count;
    if (count < chunk) {
      const size_t whole = count / blockBytes * blockBytes;
      padded = whole + pad(buffer.data() + whole, count - whole, total);
    }
    for (size_t at = 0; at < padded; at += blockBytes) compress(state, buffer.data() + at);
  }
}

}  // namespace

ff_status ff_sha256_file(const char *path, int32_t portably, char digest[65], ff_error *error) {
  return footfall::guarded(error, [&] {
    if (path == nullptr || digest == nullptr) throw footfall::Failure(FF_BAD_ARGUMENT, "sha256: no file");
    const File file{open(path, O_RDONLY | O_CLOEXEC)};
    if (file.descriptor < 0) throw footfall::Failure(FF_NO_INPUT, std::strerror(errno));
    // FIPS 180-4, 5.3.3: fractional parts of the square roots of the first eight primes.
    uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    digest_file(file.descriptor, state, portably != 0);
    for (int word = 0; word < 8; ++word) std::snprintf(digest + 8 * word, 9, "%08x", state[word]);
    return FF_OK;
  });
}
