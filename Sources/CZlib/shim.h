#ifndef WRIT_CZLIB_H
#define WRIT_CZLIB_H
#include <zlib.h>
/* inflateInit2 is a macro; 15 + 16 reads gzip members only. */
static inline int writ_inflate_gzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
#endif
