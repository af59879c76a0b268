#ifndef WRIT_CSQLITE_H
#define WRIT_CSQLITE_H
#include <sqlite3.h>
/* SQLITE_TRANSIENT is a cast, which Swift does not import. */
static inline int writ_sqlite3_bind_text(
    sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}
#endif
