#ifndef WRIT_CZLIB_H
#define WRIT_CZLIB_H
#include <zlib.h>
/* The init functions are macros. 15 + 16 reads and writes gzip members only, -15 has no header at all (zip). */
static inline int writ_inflate_gzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
static inline int writ_inflate_raw(z_stream *stream) { return inflateInit2(stream, -15); }
static inline int writ_deflate_gzip(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
#endif
