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

/// Where something may begin: a byte of `first`, a byte of `previous` before it, one of `next` behind it.
typedef struct {
  writ_byte_set previous;
  writ_byte_set first;
  writ_byte_set next;
} writ_start_rule;

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

/// For each of `blocks` blocks of 64 bytes at `bytes` one word of `starts`: bit `i` is set when some rule
/// holds at byte `i` of the block. One byte before and 64 bytes past the blocks are read.
void writ_start_masks(
    writ_kernel kernel, const uint8_t *bytes, size_t blocks, const writ_start_rule *rules,
    size_t rule_count, uint64_t *starts);

#endif
