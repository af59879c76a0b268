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

#endif
