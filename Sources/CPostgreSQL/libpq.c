#include "CPostgreSQL.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>

typedef writ_pq_session S;
typedef writ_pq_result R;

static S *(*connect_params)(const char *const *, const char *const *, int);
static void (*finish)(S *);
static int (*status)(const S *);
static int (*transaction_status)(const S *);
static char *(*error_message)(const S *);
static void (*(*set_notice_receiver)(S *, void (*)(void *, const R *), void *))(void *, const R *);
static void *(*get_cancel)(S *);
static void (*free_cancel)(void *);
static int (*cancel)(void *, char *, int);
static int (*send_params)(
    S *, const char *, int, const unsigned *, const char *const *, const int *, const int *, int);
static int (*single_rows)(S *);
static R *(*get_result)(S *);
static R *(*execute)(S *, const char *);
static int (*result_status)(const R *);
static char *(*result_field)(const R *, int);
static char *(*changed_rows)(R *);
static int (*row_count)(const R *);
static int (*column_count)(const R *);
static unsigned (*column_type)(const R *, int);
static int (*is_null)(const R *, int, int);
static char *(*value)(const R *, int, int);
static int (*length)(const R *, int, int);
static void (*clear)(R *);
static int (*copy_data)(S *, const char *, int);
static int (*copy_end)(S *, const char *);
static void *(*parse_text)(const char *, char **);
static void (*free_options)(void *);
static void (*free_memory)(void *);

static const struct {
  const char *name;
  void *place;
} functions[] = {
    {"PQconnectdbParams", &connect_params},
    {"PQfinish", &finish},
    {"PQstatus", &status},
    {"PQtransactionStatus", &transaction_status},
    {"PQerrorMessage", &error_message},
    {"PQsetNoticeReceiver", &set_notice_receiver},
    {"PQgetCancel", &get_cancel},
    {"PQfreeCancel", &free_cancel},
    {"PQcancel", &cancel},
    {"PQsendQueryParams", &send_params},
    {"PQsetSingleRowMode", &single_rows},
    {"PQgetResult", &get_result},
    {"PQexec", &execute},
    {"PQresultStatus", &result_status},
    {"PQresultErrorField", &result_field},
    {"PQcmdTuples", &changed_rows},
    {"PQntuples", &row_count},
    {"PQnfields", &column_count},
    {"PQftype", &column_type},
    {"PQgetisnull", &is_null},
    {"PQgetvalue", &value},
    {"PQgetlength", &length},
    {"PQclear", &clear},
    {"PQputCopyData", &copy_data},
    {"PQputCopyEnd", &copy_end},
    {"PQconninfoParse", &parse_text},
    {"PQconninfoFree", &free_options},
    {"PQfreemem", &free_memory},
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char trouble[512];

static void load(void) {
#ifdef __APPLE__
  static const char *const names[] = {"libpq.5.dylib", "/opt/homebrew/opt/libpq/lib/libpq.5.dylib"};
#else
  static const char *const names[] = {"libpq.so.5"};
#endif
  void *library = NULL;
  for (size_t index = 0; !library && index < sizeof names / sizeof *names; index++) {
    library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
  }
  if (!library) {
    const char *reason = dlerror();
    snprintf(trouble, sizeof trouble, "%s", reason ? reason : names[0]);
    return;
  }
  for (size_t index = 0; index < sizeof functions / sizeof *functions; index++) {
    void *function = dlsym(library, functions[index].name);
    if (!function) {
      snprintf(trouble, sizeof trouble, "libpq has no %s", functions[index].name);
      return;
    }
    /* POSIX gives functions and data one size, and ISO C no cast between them. */
    *(void **)functions[index].place = function;
  }
}

const char *writ_libpq_load(void) {
  pthread_once(&once, load);
  return trouble[0] ? trouble : NULL;
}

int writ_pq_understands(const char *text) {
  char *reason = NULL;
  void *options = parse_text(text, &reason);
  if (reason) free_memory(reason);
  if (!options) return 0;
  free_options(options);
  return 1;
}

static void drop_notice(void *context, const R *result) {
  (void)context;
  (void)result;
}

S *writ_pq_connect(const char *const *names, const char *const *values, int expands_text) {
  return connect_params(names, values, expands_text);
}
void writ_pq_finish(S *session) { finish(session); }
int writ_pq_status(const S *session) { return status(session); }
int writ_pq_transaction_status(const S *session) { return transaction_status(session); }
const char *writ_pq_error(const S *session) { return error_message(session); }
void writ_pq_silence(S *session) { set_notice_receiver(session, drop_notice, NULL); }

void writ_pq_cancel(S *session) {
  char reason[256];
  void *request = get_cancel(session);
  if (!request) return;
  cancel(request, reason, (int)sizeof reason);
  free_cancel(request);
}

int writ_pq_send(S *session, const char *sql, int count, const char *const *values) {
  return send_params(session, sql, count, NULL, values, NULL, NULL, 0);
}
int writ_pq_single_rows(S *session) { return single_rows(session); }
R *writ_pq_next_result(S *session) { return get_result(session); }
R *writ_pq_execute(S *session, const char *sql) { return execute(session, sql); }

int writ_pq_result_status(const R *result) { return result_status(result); }
const char *writ_pq_result_field(const R *result, int field) {
  return result_field(result, field);
}
const char *writ_pq_changed_rows(R *result) { return changed_rows(result); }
int writ_pq_row_count(const R *result) { return row_count(result); }
int writ_pq_column_count(const R *result) { return column_count(result); }
unsigned writ_pq_column_type(const R *result, int column) { return column_type(result, column); }
int writ_pq_is_null(const R *result, int row, int column) { return is_null(result, row, column); }
const char *writ_pq_value(const R *result, int row, int column) {
  return value(result, row, column);
}
int writ_pq_length(const R *result, int row, int column) { return length(result, row, column); }
void writ_pq_clear(R *result) { clear(result); }

int writ_pq_copy_data(S *session, const char *bytes, int count) {
  return copy_data(session, bytes, count);
}
int writ_pq_copy_end(S *session, const char *reason) { return copy_end(session, reason); }
