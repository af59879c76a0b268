#include "CKernels.h"

#include <string.h>

#if defined(__x86_64__) || defined(__i386__)
#define WRIT_X86 1
#include <immintrin.h>
#elif defined(__aarch64__)
#define WRIT_NEON 1
#include <arm_neon.h>
#endif

// MARK: Portable

static inline bool contains(const writ_byte_set *set, uint8_t byte) {
  return byte < 0x80 ? (set->low[byte & 15] >> (byte >> 4)) & 1 : set->has_high != 0;
}

static void portable(
    const uint8_t *bytes, size_t blocks, const writ_start_rule *rules, size_t count,
    uint64_t *starts) {
  // Bits of the rules (the first 64 of them) that a byte fits in each place.
  for (size_t block = 0; block < blocks; block++) starts[block] = 0;
  for (size_t base = 0; base < count; base += 64) {
    const size_t here = count - base < 64 ? count - base : 64;
    uint64_t previous[256], first[256], next[256];
    memset(previous, 0, sizeof previous);
    memset(first, 0, sizeof first);
    memset(next, 0, sizeof next);
    for (size_t rule = 0; rule < here; rule++) {
      for (int byte = 0; byte < 256; byte++) {
        const uint64_t bit = UINT64_C(1) << rule;
        if (contains(&rules[base + rule].previous, (uint8_t)byte)) previous[byte] |= bit;
        if (contains(&rules[base + rule].first, (uint8_t)byte)) first[byte] |= bit;
        if (contains(&rules[base + rule].next, (uint8_t)byte)) next[byte] |= bit;
      }
    }
    for (size_t block = 0; block < blocks; block++) {
      const uint8_t *p = bytes + block * 64;
      uint64_t word = 0;
      for (int i = 0; i < 64; i++) {
        const uint64_t fits = previous[p[i - 1]] & first[p[i]] & next[p[i + 1]];
        word |= (uint64_t)(fits != 0) << i;
      }
      starts[block] |= word;
    }
  }
}

#if WRIT_X86

// MARK: SSSE3

__attribute__((target("ssse3"))) static inline __m128i set_16(
    const writ_byte_set *set, __m128i bytes, __m128i columns) {
  // A byte from 0x80 on has its top bit set, for which the shuffle gives zero.
  const __m128i rows = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)set->low), bytes);
  const __m128i low = _mm_and_si128(rows, columns);
  const __m128i high =
      _mm_and_si128(bytes, _mm_set1_epi8(set->has_high ? (char)0x80 : 0));
  return _mm_or_si128(low, high);
}

__attribute__((target("ssse3"))) static inline __m128i columns_16(__m128i bytes) {
  const __m128i bits = _mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m128i top = _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(15));
  return _mm_shuffle_epi8(bits, top);
}

__attribute__((target("ssse3"))) static void ssse3(
    const uint8_t *bytes, size_t blocks, const writ_start_rule *rules, size_t count,
    uint64_t *starts) {
  const __m128i zero = _mm_setzero_si128();
  for (size_t block = 0; block < blocks; block++) {
    uint64_t word = 0;
    for (int part = 0; part < 4; part++) {
      const uint8_t *p = bytes + block * 64 + part * 16;
      const __m128i before = _mm_loadu_si128((const __m128i *)(const void *)(p - 1));
      const __m128i here = _mm_loadu_si128((const __m128i *)(const void *)p);
      const __m128i after = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
      const __m128i before_columns = columns_16(before);
      const __m128i here_columns = columns_16(here);
      const __m128i after_columns = columns_16(after);
      unsigned none = 0xFFFF;
      for (size_t rule = 0; rule < count; rule++) {
        const __m128i misses = _mm_or_si128(
            _mm_or_si128(
                _mm_cmpeq_epi8(set_16(&rules[rule].previous, before, before_columns), zero),
                _mm_cmpeq_epi8(set_16(&rules[rule].first, here, here_columns), zero)),
            _mm_cmpeq_epi8(set_16(&rules[rule].next, after, after_columns), zero));
        none &= (unsigned)_mm_movemask_epi8(misses);
      }
      word |= (uint64_t)(~none & 0xFFFF) << (part * 16);
    }
    starts[block] = word;
  }
}

// MARK: AVX2

__attribute__((target("avx2"))) static inline __m256i set_32(
    __m256i table, __m256i high_bit, __m256i bytes, __m256i columns) {
  const __m256i low = _mm256_and_si256(_mm256_shuffle_epi8(table, bytes), columns);
  return _mm256_or_si256(low, _mm256_and_si256(bytes, high_bit));
}

__attribute__((target("avx2"))) static inline __m256i columns_32(__m256i bytes) {
  const __m256i bits = _mm256_setr_epi8(
      1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0,
      1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m256i top = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(15));
  return _mm256_shuffle_epi8(bits, top);
}

__attribute__((target("avx2"))) static inline __m256i table_32(const writ_byte_set *set) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)set->low));
}

__attribute__((target("avx2"))) static inline __m256i high_32(const writ_byte_set *set) {
  return _mm256_set1_epi8(set->has_high ? (char)0x80 : 0);
}

__attribute__((target("avx2"))) static void avx2(
    const uint8_t *bytes, size_t blocks, const writ_start_rule *rules, size_t count,
    uint64_t *starts) {
  const __m256i zero = _mm256_setzero_si256();
  for (size_t block = 0; block < blocks; block++) {
    uint64_t word = 0;
    for (int part = 0; part < 2; part++) {
      const uint8_t *p = bytes + block * 64 + part * 32;
      const __m256i before = _mm256_loadu_si256((const __m256i *)(const void *)(p - 1));
      const __m256i here = _mm256_loadu_si256((const __m256i *)(const void *)p);
      const __m256i after = _mm256_loadu_si256((const __m256i *)(const void *)(p + 1));
      const __m256i before_columns = columns_32(before);
      const __m256i here_columns = columns_32(here);
      const __m256i after_columns = columns_32(after);
      __m256i none = _mm256_set1_epi8((char)0xFF);
      for (size_t rule = 0; rule < count; rule++) {
        const writ_start_rule *r = &rules[rule];
        const __m256i misses = _mm256_or_si256(
            _mm256_or_si256(
                _mm256_cmpeq_epi8(
                    set_32(table_32(&r->previous), high_32(&r->previous), before, before_columns),
                    zero),
                _mm256_cmpeq_epi8(
                    set_32(table_32(&r->first), high_32(&r->first), here, here_columns), zero)),
            _mm256_cmpeq_epi8(
                set_32(table_32(&r->next), high_32(&r->next), after, after_columns), zero));
        none = _mm256_and_si256(none, misses);
      }
      word |= (uint64_t)(uint32_t)~_mm256_movemask_epi8(none) << (part * 32);
    }
    starts[block] = word;
  }
}

#endif

#if WRIT_NEON

// MARK: NEON

static inline uint8x16_t set_neon(
    const writ_byte_set *set, uint8x16_t bytes, uint8x16_t columns) {
  const uint8x16_t rows = vqtbl1q_u8(vld1q_u8(set->low), vandq_u8(bytes, vdupq_n_u8(15)));
  const uint8x16_t low = vandq_u8(rows, columns);
  const uint8x16_t high = vandq_u8(bytes, vdupq_n_u8(set->has_high ? 0x80 : 0));
  return vtstq_u8(vorrq_u8(low, high), vdupq_n_u8(0xFF));
}

static inline uint8x16_t columns_neon(uint8x16_t bytes) {
  static const uint8_t bits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0};
  return vqtbl1q_u8(vld1q_u8(bits), vshrq_n_u8(bytes, 4));
}

static void neon(
    const uint8_t *bytes, size_t blocks, const writ_start_rule *rules, size_t count,
    uint64_t *starts) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  for (size_t block = 0; block < blocks; block++) {
    uint64_t word = 0;
    for (int part = 0; part < 4; part++) {
      const uint8_t *p = bytes + block * 64 + part * 16;
      const uint8x16_t before = vld1q_u8(p - 1);
      const uint8x16_t here = vld1q_u8(p);
      const uint8x16_t after = vld1q_u8(p + 1);
      const uint8x16_t before_columns = columns_neon(before);
      const uint8x16_t here_columns = columns_neon(here);
      const uint8x16_t after_columns = columns_neon(after);
      uint8x16_t fits = vdupq_n_u8(0);
      for (size_t rule = 0; rule < count; rule++) {
        const writ_start_rule *r = &rules[rule];
        fits = vorrq_u8(
            fits, vandq_u8(
                      vandq_u8(
                          set_neon(&r->previous, before, before_columns),
                          set_neon(&r->first, here, here_columns)),
                      set_neon(&r->next, after, after_columns)));
      }
      const uint8x16_t bits = vandq_u8(fits, vld1q_u8(weights));
      const uint64_t low = vaddv_u8(vget_low_u8(bits)), high = vaddv_u8(vget_high_u8(bits));
      word |= (low | high << 8) << (part * 16);
    }
    starts[block] = word;
  }
}

#endif

// MARK: Choice

bool writ_has_kernel(writ_kernel kernel) {
  switch (kernel) {
  case WRIT_KERNEL_PORTABLE: return true;
#if WRIT_X86
  case WRIT_KERNEL_SSSE3: return __builtin_cpu_supports("ssse3") != 0;
  case WRIT_KERNEL_AVX2: return __builtin_cpu_supports("avx2") != 0;
#elif WRIT_NEON
  case WRIT_KERNEL_NEON: return true;
#endif
  default: return false;
  }
}

writ_kernel writ_best_kernel(void) {
  if (writ_has_kernel(WRIT_KERNEL_NEON)) return WRIT_KERNEL_NEON;
  if (writ_has_kernel(WRIT_KERNEL_AVX2)) return WRIT_KERNEL_AVX2;
  if (writ_has_kernel(WRIT_KERNEL_SSSE3)) return WRIT_KERNEL_SSSE3;
  return WRIT_KERNEL_PORTABLE;
}

void writ_start_masks(
    writ_kernel kernel, const uint8_t *bytes, size_t blocks, const writ_start_rule *rules,
    size_t rule_count, uint64_t *starts) {
  switch (kernel) {
#if WRIT_X86
  case WRIT_KERNEL_SSSE3: ssse3(bytes, blocks, rules, rule_count, starts); return;
  case WRIT_KERNEL_AVX2: avx2(bytes, blocks, rules, rule_count, starts); return;
#elif WRIT_NEON
  case WRIT_KERNEL_NEON: neon(bytes, blocks, rules, rule_count, starts); return;
#endif
  default: portable(bytes, blocks, rules, rule_count, starts); return;
  }
}
