#ifndef WRIT_CPOSTGRESQL_H
#define WRIT_CPOSTGRESQL_H
/* The functions of PostgreSQL's client library that Writ uses, looked up when the first session is opened, so that
   the program builds and starts where there is no libpq. Each does what the function of its name does:
   https://www.postgresql.org/docs/current/libpq.html
   None may be called before writ_libpq_load has given back nil. */

typedef struct writ_pq_session writ_pq_session;
typedef struct writ_pq_result writ_pq_result;

/* The numbers are part of the library's binary interface. */
enum {
  WRIT_PQ_CONNECTION_OK = 0,
  WRIT_PQ_COMMAND_OK = 1,
  WRIT_PQ_TUPLES_OK = 2,
  WRIT_PQ_COPY_OUT = 3,
  WRIT_PQ_COPY_IN = 4,
  WRIT_PQ_COPY_BOTH = 8,
  WRIT_PQ_SINGLE_TUPLE = 9,
  WRIT_PQ_TRANSACTION_FAILED = 3,
  WRIT_PQ_FIELD_MESSAGE = 'M',
  WRIT_PQ_FIELD_STATE = 'C',
};

/* Nil when libpq is here; otherwise why it could not be loaded. Any thread may call it. */
const char *writ_libpq_load(void);

/* One where the library can make sense of a connection text, without connecting. */
int writ_pq_understands(const char *text);

writ_pq_session *writ_pq_connect(
    const char *const *names, const char *const *values, int expands_text);
void writ_pq_finish(writ_pq_session *session);
int writ_pq_status(const writ_pq_session *session);
int writ_pq_transaction_status(const writ_pq_session *session);
const char *writ_pq_error(const writ_pq_session *session);
/* Notices go nowhere instead of to the error stream. */
void writ_pq_silence(writ_pq_session *session);
/* Asks the server to end the statement that runs. */
void writ_pq_cancel(writ_pq_session *session);

int writ_pq_send(
    writ_pq_session *session, const char *sql, int count, const char *const *values);
int writ_pq_single_rows(writ_pq_session *session);
writ_pq_result *writ_pq_next_result(writ_pq_session *session);
writ_pq_result *writ_pq_execute(writ_pq_session *session, const char *sql);

int writ_pq_result_status(const writ_pq_result *result);
const char *writ_pq_result_field(const writ_pq_result *result, int field);
const char *writ_pq_changed_rows(writ_pq_result *result);
int writ_pq_row_count(const writ_pq_result *result);
int writ_pq_column_count(const writ_pq_result *result);
unsigned writ_pq_column_type(const writ_pq_result *result, int column);
int writ_pq_is_null(const writ_pq_result *result, int row, int column);
const char *writ_pq_value(const writ_pq_result *result, int row, int column);
int writ_pq_length(const writ_pq_result *result, int row, int column);
void writ_pq_clear(writ_pq_result *result);

int writ_pq_copy_data(writ_pq_session *session, const char *bytes, int count);
/* A reason makes the server refuse all that was copied. */
int writ_pq_copy_end(writ_pq_session *session, const char *reason);
#endif
