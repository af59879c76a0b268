#ifndef WRIT_CPOSTGRESQL_H
#define WRIT_CPOSTGRESQL_H
/* Nil when libpq is here; otherwise why it could not be loaded. */
const char *writ_libpq_load(void);
#endif
