#include "CKernels.h"

#if defined(__x86_64__) || defined(__i386__)
#define WRIT_X86 1
#include <immintrin.h>
#elif defined(__aarch64__)
#define WRIT_NEON 1
#include <arm_neon.h>
#endif

// MARK: Rules

static inline bool contains(const writ_byte_set *set, uint8_t byte) {
  return byte < 0x80 ? (set->low[byte & 15] >> (byte >> 4)) & 1 : set->has_high != 0;
}

/// The bits of a set `distance` bytes ahead.
static inline uint64_t ahead(uint64_t here, uint64_t behind, unsigned distance) {
  return here >> distance | behind << (64 - distance);
}

/// From a word for each set, of a block and of the one behind it, the words of all masks.
static inline void apply(
    const uint64_t *here, const uint64_t *behind, const uint8_t *last, const writ_start_rule *rules,
    size_t rule_count, size_t output_count, uint64_t *masks, size_t stride) {
  uint64_t outputs[WRIT_MOST_OUTPUTS] = {0};
  for (size_t index = 0; index < rule_count; index++) {
    const writ_start_rule *rule = &rules[index];
    uint64_t word = here[rule->first] & (here[rule->previous] << 1 | last[rule->previous])
        & ahead(here[rule->next], behind[rule->next], 1);
    if (rule->most != 0) {
      const uint64_t wanted = here[rule->wanted], wanted_behind = behind[rule->wanted];
      const uint64_t between = here[rule->between], between_behind = behind[rule->between];
      uint64_t follows = ahead(wanted, wanted_behind, rule->most);
      for (unsigned place = rule->most - 1; place > 0; place--) {
        follows = ahead(wanted, wanted_behind, place)
            | (ahead(between, between_behind, place) & follows);
      }
      word &= follows;
    }
    outputs[rule->output] |= word;
  }
  for (size_t output = 0; output < output_count; output++) masks[output * stride] = outputs[output];
}

/// A function that goes through blocks: `EVALUATE(bytes, sets, count, words)` fills a word for each set.
#define DEFINE_MASKS(NAME, ATTRIBUTE, EVALUATE)                                                      \
  ATTRIBUTE static void NAME(                                                                        \
      const uint8_t *bytes, size_t blocks, const writ_byte_set *sets, size_t count,                  \
      const writ_start_rule *rules, size_t rule_count, size_t output_count, uint64_t *masks,         \
      size_t stride) {                                                                               \
    uint64_t words[2][WRIT_MOST_SETS];                                                               \
    uint8_t last[WRIT_MOST_SETS];                                                                    \
    for (size_t set = 0; set < count; set++) last[set] = contains(&sets[set], bytes[-1]);            \
    EVALUATE(bytes, sets, count, words[0]);                                                          \
    for (size_t block = 0; block < blocks; block++) {                                                \
      const uint64_t *here = words[block & 1];                                                       \
      uint64_t *behind = words[(block + 1) & 1];                                                     \
      EVALUATE(bytes + (block + 1) * 64, sets, count, behind);                                       \
      apply(here, behind, last, rules, rule_count, output_count, masks + block, stride);             \
      for (size_t set = 0; set < count; set++) last[set] = (uint8_t)(here[set] >> 63);               \
    }                                                                                                \
  }

// MARK: Portable

static inline void evaluate_portable(
    const uint8_t *p, const writ_byte_set *sets, size_t count, uint64_t *words) {
  for (size_t set = 0; set < count; set++) {
    uint64_t word = 0;
    for (int i = 0; i < 64; i++) word |= (uint64_t)contains(&sets[set], p[i]) << i;
    words[set] = word;
  }
}

DEFINE_MASKS(portable, , evaluate_portable)

#if WRIT_X86

// MARK: SSSE3

__attribute__((target("ssse3"))) static inline void evaluate_ssse3(
    const uint8_t *p, const writ_byte_set *sets, size_t count, uint64_t *words) {
  const __m128i zero = _mm_setzero_si128();
  const __m128i bits = _mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0);
  __m128i bytes[4], columns[4];
  uint64_t high = 0;
  for (int part = 0; part < 4; part++) {
    bytes[part] = _mm_loadu_si128((const __m128i *)(const void *)(p + part * 16));
    const __m128i top = _mm_and_si128(_mm_srli_epi16(bytes[part], 4), _mm_set1_epi8(15));
    columns[part] = _mm_shuffle_epi8(bits, top);
    high |= (uint64_t)(unsigned)_mm_movemask_epi8(bytes[part]) << (part * 16);
  }
  for (size_t set = 0; set < count; set++) {
    const __m128i table = _mm_loadu_si128((const __m128i *)(const void *)sets[set].low);
    uint64_t none = 0;
    for (int part = 0; part < 4; part++) {
      // A byte from 0x80 on has its top bit set, for which the shuffle gives zero.
      const __m128i hits = _mm_and_si128(_mm_shuffle_epi8(table, bytes[part]), columns[part]);
      none |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(hits, zero)) << (part * 16);
    }
    words[set] = ~none | (sets[set].has_high ? high : 0);
  }
}

DEFINE_MASKS(ssse3, __attribute__((target("ssse3"))), evaluate_ssse3)

// MARK: AVX2

__attribute__((target("avx2"))) static inline void evaluate_avx2(
    const uint8_t *p, const writ_byte_set *sets, size_t count, uint64_t *words) {
  const __m256i zero = _mm256_setzero_si256();
  const __m256i bits = _mm256_setr_epi8(
      1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0,
      1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0);
  const __m256i nibble = _mm256_set1_epi8(15);
  const __m256i one = _mm256_loadu_si256((const __m256i *)(const void *)p);
  const __m256i two = _mm256_loadu_si256((const __m256i *)(const void *)(p + 32));
  const __m256i one_columns =
      _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(one, 4), nibble));
  const __m256i two_columns =
      _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(two, 4), nibble));
  const uint64_t high = (uint32_t)_mm256_movemask_epi8(one)
      | (uint64_t)(uint32_t)_mm256_movemask_epi8(two) << 32;
  for (size_t set = 0; set < count; set++) {
    const __m256i table = _mm256_broadcastsi128_si256(
        _mm_loadu_si128((const __m128i *)(const void *)sets[set].low));
    // A byte from 0x80 on has its top bit set, for which the shuffle gives zero.
    const __m256i one_hits = _mm256_and_si256(_mm256_shuffle_epi8(table, one), one_columns);
    const __m256i two_hits = _mm256_and_si256(_mm256_shuffle_epi8(table, two), two_columns);
    const uint64_t none =
        (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(one_hits, zero))
        | (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(two_hits, zero)) << 32;
    words[set] = ~none | (sets[set].has_high ? high : 0);
  }
}

DEFINE_MASKS(avx2, __attribute__((target("avx2"))), evaluate_avx2)

#endif

#if WRIT_NEON

// MARK: NEON

static inline uint64_t mask_neon(uint8x16_t fits) {
  static const uint8_t values[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t bits = vandq_u8(fits, vld1q_u8(values));
  return (uint64_t)vaddv_u8(vget_low_u8(bits)) | (uint64_t)vaddv_u8(vget_high_u8(bits)) << 8;
}

static inline void evaluate_neon(
    const uint8_t *p, const writ_byte_set *sets, size_t count, uint64_t *words) {
  static const uint8_t values[16] = {1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0};
  const uint8x16_t bits = vld1q_u8(values);
  uint8x16_t bytes[4], columns[4];
  uint64_t high = 0;
  for (int part = 0; part < 4; part++) {
    bytes[part] = vld1q_u8(p + part * 16);
    columns[part] = vqtbl1q_u8(bits, vshrq_n_u8(bytes[part], 4));
    high |= mask_neon(vcgeq_u8(bytes[part], vdupq_n_u8(0x80))) << (part * 16);
  }
  for (size_t set = 0; set < count; set++) {
    const uint8x16_t table = vld1q_u8(sets[set].low);
    uint64_t word = 0;
    for (int part = 0; part < 4; part++) {
      const uint8x16_t rows = vqtbl1q_u8(table, vandq_u8(bytes[part], vdupq_n_u8(15)));
      word |= mask_neon(vtstq_u8(rows, columns[part])) << (part * 16);
    }
    words[set] = word | (sets[set].has_high ? high : 0);
  }
}

DEFINE_MASKS(neon, , evaluate_neon)

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
    writ_kernel kernel, const uint8_t *bytes, size_t blocks, const writ_byte_set *sets,
    size_t set_count, const writ_start_rule *rules, size_t rule_count, size_t output_count,
    uint64_t *masks, size_t stride) {
  switch (kernel) {
#if WRIT_X86
  case WRIT_KERNEL_SSSE3:
    ssse3(bytes, blocks, sets, set_count, rules, rule_count, output_count, masks, stride);
    return;
  case WRIT_KERNEL_AVX2:
    avx2(bytes, blocks, sets, set_count, rules, rule_count, output_count, masks, stride);
    return;
#elif WRIT_NEON
  case WRIT_KERNEL_NEON:
    neon(bytes, blocks, sets, set_count, rules, rule_count, output_count, masks, stride);
    return;
#endif
  default:
    portable(bytes, blocks, sets, set_count, rules, rule_count, output_count, masks, stride);
    return;
  }
}
