/*
 * ssl.h — what the files of the module _ssl share. The module wraps OpenSSL (Debian libssl-dev,
 * linked statically where a program imports it); the classes programs use stand in Python's ssl.py.
 *
 *   mod_ssl.c          the module, its constants and functions, memory BIOs
 *   ssl_error.c        exceptions and their messages
 *   ssl_context.c      _SSLContext
 *   ssl_connection.c   _SSLSocket: one connection, over a socket or two memory BIOs; sessions
 *   ssl_certificate.c  certificates as dicts
 */
#ifndef PYASYNCC_RT_UNIX_SSL_H
#define PYASYNCC_RT_UNIX_SSL_H

#include "isolate.h"
#include "socket.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

typedef struct SslContext {
    Object base;
    SSL_CTX *ctx;
    BIO *keylog;
    uint8_t *alpn; /* protocols as OpenSSL wants them: each with its length in front */
    uint32_t alpn_size;
    uint32_t host_flags;
    int protocol; /* enum SslProtocol */
    bool check_hostname, post_handshake_auth;
    Value sni_callback, message_callback, keylog_name; /* or 0 */
} SslContext;

typedef struct SslConnection {
    Object base;
    SSL *ssl;
    SslContext *context;   /* owned */
    Value sock, owner;     /* weak references, or 0; sock 0: over memory BIOs */
    Value hostname;        /* str, or 0 */
    Value failure;         /* raised in a callback; owned, or 0 */
    ThreadState *outside;  /* set while OpenSSL runs without the isolate's lock */
    int code, system_code; /* what SSL_get_error and errno were after the last call */
    bool server, seen_zero;
} SslConnection;

typedef struct SslBio {
    Object base;
    BIO *bio;
    bool eof_written;
} SslBio;

typedef struct SslSession {
    Object base;
    SSL_SESSION *session;
    SslContext *context; /* owned */
} SslSession;

/* The values of ssl.PROTOCOL_*, which are CPython's own. */
enum SslProtocol {
    SSL_PROTOCOL_TLS = 2,
    SSL_PROTOCOL_TLS1,
    SSL_PROTOCOL_TLS1_1,
    SSL_PROTOCOL_TLS1_2,
    SSL_PROTOCOL_CLIENT = 16,
    SSL_PROTOCOL_SERVER = 17,
};

/* The ciphers of a new context: the choice of Debian's Python. */
#define SSL_DEFAULT_CIPHERS "ALL:!COMPLEMENTOFDEFAULT:!eNULL"

/* Messages name the line of CPython 3.11.2's _ssl.c that raised. */
enum SslLine {
    LINE_SERVER_CONTEXT = 788,
    LINE_CLIENT_CONTEXT = 795,
    LINE_HANDSHAKE = 992,
    LINE_WRITE = 2393,
    LINE_READ = 2546,
    LINE_SHUTDOWN = 2672,
    LINE_CERTIFICATE = 3874,
    LINE_KEY = 3891,
    LINE_KEY_CHECK = 3895,
    LINE_CADATA = 3989,
    LINE_VERIFY_LOCATIONS = 4123,
    LINE_OTHER = 4000,
};

extern Type ssl_type_context, ssl_type_connection, ssl_type_bio, ssl_type_session;

/* -- ssl_error.c -- */

/* The numbers in ssl.SSLErrorNumber that OpenSSL does not have. */
enum { SSL_CODE_EOF = 8, SSL_CODE_INVALID = 10 };
extern Type ssl_exc_error;
/* Makes the exception classes and enters them in the module. 0 or -1. */
int ssl_error_init(ModuleObject *module);
/* Raises SSLError for the newest error in OpenSSL's queue, or with `text`; answers 0. */
Value ssl_raise(const char *text, int line);
/* Raises what became of the call on `connection` that answered `result`; answers 0. */
Value ssl_raise_call(SslConnection *connection, int result, int line);
/* Raises SSLError with a class of waiting or end, for a call that ran out of time or socket. */
Value ssl_raise_plain(const char *text);

/* -- ssl_connection.c -- */

/* A connection over `sock` (a socket object) or the BIOs `incoming` and `outgoing`. New reference,
 * or 0. */
Value ssl_connection_new(SslContext *context, Value sock, bool server, Value hostname, Value owner,
                         Value session, SslBio *incoming, SslBio *outgoing);

/* -- ssl_certificate.c -- */

Value ssl_certificate_dict(X509 *certificate);
Value ssl_certificate_bytes(X509 *certificate);

#endif
