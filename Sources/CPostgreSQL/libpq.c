#include "CPostgreSQL.h"
#include <dlfcn.h>
#include <stddef.h>

const char *writ_libpq_load(void) {
  return dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL) ? NULL : dlerror();
}
