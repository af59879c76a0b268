#include "CKernels.h"

#include <string.h>

// What passes can't be foreseen, so that a branch on it would cost more than all the rest: starts are
// written behind one another, and the place to write moves on when one has passed.

/// The bits of a block that lie in [from, to).
static inline uint64_t within(uint64_t word, size_t offset, size_t from, size_t to) {
  if (offset < from) word &= from - offset < 64 ? ~UINT64_C(0) << (from - offset) : 0;
  if (to - offset < 64) word &= (UINT64_C(1) << (to - offset)) - 1;
  return word;
}

size_t writ_filter_starts(
    const uint8_t *text, size_t base, size_t from, size_t to, const uint64_t *plain,
    const uint64_t *leads, const writ_start_filter *filter, int64_t *found) {
  const uint8_t *classes = filter->classes;
  const uint64_t *kinds = filter->kinds, *pairs = filter->pairs;
  size_t count = 0;
  for (size_t block = (from - base) / 64; base + block * 64 < to; block++) {
    const size_t offset = base + block * 64;
    const uint64_t lead = leads[block];
    uint64_t word = within(plain[block] | lead, offset, from, to);
    while (word != 0) {
      const unsigned bit = (unsigned)__builtin_ctzll(word);
      const size_t start = offset + bit;
      word &= word - 1;
      const uint8_t *here = text + start;
      const size_t before = classes[here[-1]];
      const size_t kind = before << 12 | (size_t)classes[here[0]] << 8
          | (size_t)classes[here[1]] << 4 | classes[here[2]];
      const uint64_t pair = pairs[before << 10 | (size_t)here[0] << 2 | here[1] >> 6];
      const uint64_t passes =
          (kinds[kind >> 6] >> (kind & 63)) & (pair >> (here[1] & 63) | lead >> bit) & 1;
      found[count] = (int64_t)start;
      count += passes;
    }
  }
  return count;
}

size_t writ_filter_words(
    const uint8_t *text, size_t base, size_t from, size_t to, const uint64_t *starts,
    const uint64_t *inside, const uint64_t *bits, int64_t *found) {
  size_t count = 0;
  for (size_t block = (from - base) / 64; base + block * 64 < to; block++) {
    const size_t offset = base + block * 64;
    const bool is_last = offset + 64 >= to;
    uint64_t word = within(starts[block], offset, from, to);
    const uint64_t words = inside[block];
    const uint64_t behind = is_last ? 0 : inside[block + 1];
    while (word != 0) {
      const unsigned bit = (unsigned)__builtin_ctzll(word);
      word &= word - 1;
      const uint64_t own = words >> bit | (bit == 0 ? 0 : behind << (64 - bit));
      const unsigned length = (unsigned)__builtin_ctzll((~own & 0xFF) | 0x100);
      uint64_t bytes;
      memcpy(&bytes, text + offset + bit, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
      bytes = __builtin_bswap64(bytes);
#endif
      bytes &= ~UINT64_C(0) >> (64 - 8 * length);
      // Case is not folded here in letters past ASCII, and behind the last block nothing is known.
      const uint64_t passes = (bytes & UINT64_C(0x8080808080808080)) != 0 || (is_last && bit > 56);
      const uint64_t hash =
          (bytes | UINT64_C(0x2020202020202020)) * UINT64_C(0x9E3779B97F4A7C15) >> 48;
      found[count] = (int64_t)(offset + bit);
      count += (bits[hash >> 6] >> (hash & 63) & 1) | passes;
    }
  }
  return count;
}

size_t writ_filter_walks(
    const uint8_t *text, const writ_automaton *automaton, const int64_t *starts, size_t count,
    int64_t *found) {
  const uint8_t *classes = automaton->classes;
  const uint32_t *table = automaton->table;
  const uint32_t dead = automaton->dead;
  size_t passed = 0;
  for (size_t index = 0; index < count; index++) {
    const int64_t start = starts[index];
    const uint8_t *here = text + start;
    uint32_t row = automaton->initial[classes[here[-1]]];
    uint32_t flags = 0;
    for (int step = 0; step < WRIT_WALK_STEPS; step++) {
      row = table[(row & 0x7FFFFFFF) + classes[here[step]]];
      flags |= row;
    }
    found[passed] = start;
    passed += (size_t)((row & 0x7FFFFFFF) != dead) | flags >> 31;
  }
  return passed;
}
