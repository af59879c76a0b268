#ifndef WRIT_CKERNELS_H
#define WRIT_CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Byte-class kernels. Every function here has a twin in Swift that says what it means and that tests
// compare it with; the twin is what to read first.

/// A set of bytes: bit `b >> 4` of `low[b & 15]` for a byte `b` below 0x80; those from 0x80 on are in it
/// all or not at all.
typedef struct {
  uint8_t low[16];
  uint8_t has_high;
} writ_byte_set;

/// Where something may begin, with sets by their places in a list: at a byte of `first` that has one of
/// `previous` before it and one of `next` behind it; and, where `most` is not 0, that is followed by a
/// byte of `wanted` within `most` bytes, with nothing but bytes of `between` before that.
typedef struct {
  uint8_t previous;
  uint8_t first;
  uint8_t next;
  uint8_t between;
  uint8_t wanted;
  uint8_t most;
  /// Which of the masks it is a part of.
  uint8_t output;
} writ_start_rule;

/// Sets that one list may hold, and masks that one pass may fill.
#define WRIT_MOST_SETS 64
#define WRIT_MOST_OUTPUTS 16
/// How far ahead a rule may look.
#define WRIT_FARTHEST 32

/// How the kernels compute on this machine.
typedef enum {
  WRIT_KERNEL_PORTABLE = 0,
  WRIT_KERNEL_SSSE3 = 1,
  WRIT_KERNEL_AVX2 = 2,
  WRIT_KERNEL_NEON = 3,
} writ_kernel;

/// The fastest kind this machine runs.
writ_kernel writ_best_kernel(void);

/// Whether this machine runs a kind.
bool writ_has_kernel(writ_kernel kernel);

/// For each of `blocks` blocks of 64 bytes at `bytes` one word in each of the masks, of which the second
/// one begins `stride` words behind the first: bit `i` is set when some rule of the mask holds at byte `i`
/// of the block. One byte before and 64 bytes past the blocks are read.
void writ_start_masks(
    writ_kernel kernel, const uint8_t *bytes, size_t blocks, const writ_byte_set *sets,
    size_t set_count, const writ_start_rule *rules, size_t rule_count, size_t output_count,
    uint64_t *masks, size_t stride);

/// What tells starts that lead nowhere from the others.
typedef struct {
  /// The kind, below 16, of each byte.
  const uint8_t *classes;
  /// A bit for each four kinds: of the byte before a start and the first three.
  const uint64_t *kinds;
  /// A bit for each kind of the byte before and each two first bytes.
  const uint64_t *pairs;
} writ_start_filter;

/// Those starts of two masks that a filter lets through, as offsets from `text`, in order; starts of
/// `leads` need no pair. Bit 0 of the first word is at `text + base`; bits outside of [from, to) do not
/// count. One byte before and two behind a start are read.
///
/// Returns how many were written to `found`, which has room for `to - from`.
size_t writ_filter_starts(
    const uint8_t *text, size_t base, size_t from, size_t to, const uint64_t *plain,
    const uint64_t *leads, const writ_start_filter *filter, int64_t *found);

/// Those words of a text whose first eight bytes, case aside, may begin one that is looked for. `bits` has
/// one bit for each value of a hash of 16 bits. Words that pass the last block's end, and those with bytes
/// past ASCII, are let through. Seven bytes behind a start are read.
size_t writ_filter_words(
    const uint8_t *text, size_t base, size_t from, size_t to, const uint64_t *starts,
    const uint64_t *inside, const uint64_t *bits, int64_t *found);

/// An automaton's table: an entry is the place of the next state's row, with the top bit set when
/// something matched before the byte. Row 0 is for what is not known yet and leads to itself; row `dead`
/// leads to itself too.
typedef struct {
  const uint8_t *classes;
  /// First rows, by class of the byte before.
  const uint32_t *initial;
  const uint32_t *table;
  uint32_t dead;
} writ_automaton;

/// Steps that `writ_filter_walks` takes.
#define WRIT_WALK_STEPS 6

/// Those starts from which a walk is not dead after a few steps, or has matched, or met what is not known.
/// One byte before and the next few behind a start are read.
size_t writ_filter_walks(
    const uint8_t *text, const writ_automaton *automaton, const int64_t *starts, size_t count,
    int64_t *found);

#endif
