#ifndef WRIT_COPENSSL_H
#define WRIT_COPENSSL_H
#include <openssl/evp.h>
#endif
