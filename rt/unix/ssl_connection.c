/*
 * ssl_connection.c — _SSLSocket: one TLS connection, over a socket or over two memory BIOs; and
 * SSLSession.
 *
 * Over a socket a call waits as the socket's timeout says, and OpenSSL runs without the isolate's
 * lock; its callbacks take the lock for the time they run Python code.
 */
#include "bytes.h"
#include "ssl.h"

#include "port.h"
#include "timeout.h"

#include <errno.h>
#include <poll.h>

static SslConnection *self_of(const Value *args) {
    return AS(SslConnection, args[0]);
}

/* ---- waiting --------------------------------------------------------------------------------- */

/* The socket below; NULL without an exception: there is none; with one: it is gone. Borrowed. */
static SocketObject *socket_below(SslConnection *self) {
    Value sock = self->sock ? weakref_target_borrow(self->sock) : 0;
    if (self->sock && (!sock || sock == VALUE_NONE || socket_of(sock)->fd < 0)) {
        ssl_raise("Underlying socket connection gone", LINE_OTHER);
        return NULL;
    }
    return sock ? socket_of(sock) : NULL;
}

typedef struct Turn {
    SslConnection *self;
    SocketObject *sock; /* or NULL; one reference */
    int64_t deadline;   /* PORT_FOREVER: none */
    const char *late;   /* the words when time runs out while reading */
} Turn;

/* 0 or -1. */
static int turn_begin(Turn *turn, SslConnection *self, const char *late) {
    *turn = (Turn){.self = self, .deadline = (int64_t)PORT_FOREVER, .late = late};
    turn->sock = socket_below(self);
    if (isolate.pending)
        return -1;
    if (turn->sock) {
        value_incref(OBJ(turn->sock));
        long nonblocking = turn->sock->timeout >= 0;
        BIO_set_nbio(SSL_get_rbio(self->ssl), nonblocking);
        BIO_set_nbio(SSL_get_wbio(self->ssl), nonblocking);
        if (turn->sock->timeout > 0)
            turn->deadline = port_monotonic_ns() + turn->sock->timeout;
    }
    return 0;
}

static void turn_end(Turn *turn) {
    value_decref(OBJ(turn->sock));
}

static void step_begin(const Turn *turn, ThreadState *state) {
    ERR_clear_error();
    errno = 0;
    if (!turn->sock)
        return;
    turn->self->outside = state;
    isolate_leave(state);
}

static void step_end(const Turn *turn, ThreadState *state, int result) {
    SslConnection *self = turn->self;
    self->system_code = errno;
    self->code = SSL_get_error(self->ssl, result);
    if (!turn->sock)
        return;
    isolate_enter(state);
    self->outside = NULL;
}

/* Waits for the socket as the last call wants. 1: try again; 0: the call's answer stands; -1. */
static int turn_wait(Turn *turn) {
    int code = turn->self->code;
    if (pyrt_stack_check() < 0)
        return -1;
    if ((code != SSL_ERROR_WANT_READ && code != SSL_ERROR_WANT_WRITE) || !turn->sock ||
        turn->sock->timeout == 0)
        return 0;
    struct pollfd polled = {.fd = turn->sock->fd,
                            .events = code == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT};
    if (polled.fd < 0) {
        ssl_raise_plain("Underlying socket has been closed.");
        return -1;
    }
    struct timespec span = timeout_left(turn->deadline);
    ThreadState state;
    isolate_leave(&state);
    int ready = ppoll(&polled, 1, turn->sock->timeout < 0 ? NULL : &span, NULL);
    isolate_enter(&state);
    if (ready == 0)
        return raise_status(&rt_exc_TimeoutError, "The %s operation timed out", turn->late);
    if (ready < 0 && errno != EINTR) {
        raise_errno(errno, 0);
        return -1;
    }
    return 1;
}

/* Sets `result` to what a call into OpenSSL answers at last; `status` is -1 if an exception is
 * pending. */
#define TURN_CALL(turn, result, status, call)                                                      \
    do {                                                                                           \
        ThreadState state;                                                                         \
        step_begin(turn, &state);                                                                  \
        result = (call);                                                                           \
        step_end(turn, &state, result);                                                            \
    } while ((status = turn_wait(turn)) > 0)

/* ---- making ---------------------------------------------------------------------------------- */

/* Gives the name of the server to the peer, and to the check of its certificate. 0 or -1. */
static int set_hostname(SslConnection *self, Value hostname) {
    size_t size;
    const char *text = str_utf8(hostname, &size);
    if (!text)
        return -1;
    if (size == 0 || *text == '.')
        return raise_status(
            &rt_exc_ValueError,
            "server_hostname cannot be an empty string or start with a leading dot.");
    if (strlen(text) != size)
        return raise_status(&rt_exc_TypeError, "embedded null character");
    self->hostname = value_incref(hostname);
    ASN1_OCTET_STRING *address = a2i_IPADDRESS(text);
    ERR_clear_error();
    int good = address || SSL_set_tlsext_host_name(self->ssl, text);
    if (good && self->context->check_hostname) {
        X509_VERIFY_PARAM *param = SSL_get0_param(self->ssl);
        good = address ? X509_VERIFY_PARAM_set1_ip(param, ASN1_STRING_get0_data(address),
                                                   (size_t)ASN1_STRING_length(address))
                       : X509_VERIFY_PARAM_set1_host(param, text, size);
    }
    ASN1_OCTET_STRING_free(address);
    return good || !ssl_raise(NULL, LINE_OTHER) ? -!good : -1;
}

static int set_session(SslConnection *self, Value value) {
    if (!value_is(value, &ssl_type_session))
        return raise_status(&rt_exc_TypeError, "Value is not a SSLSession.");
    const SslSession *session = AS(SslSession, value);
    if (session->context->ctx != self->context->ctx)
        return raise_status(&rt_exc_ValueError, "Session refers to a different SSLContext.");
    if (self->server)
        return raise_status(&rt_exc_ValueError, "Cannot set session for server-side SSLSocket.");
    if (SSL_is_init_finished(self->ssl))
        return raise_status(&rt_exc_ValueError, "Cannot set session after handshake.");
    SSL_SESSION *copy = SSL_SESSION_dup(session->session);
    int good = copy && SSL_set_session(self->ssl, copy);
    SSL_SESSION_free(copy);
    return good || ssl_raise(NULL, LINE_OTHER) ? 0 : -1;
}

static void set_transport(SslConnection *self, Value sock, SslBio *incoming, SslBio *outgoing) {
    if (sock) {
        SSL_set_fd(self->ssl, socket_of(sock)->fd);
        return;
    }
    BIO_up_ref(incoming->bio);
    BIO_up_ref(outgoing->bio);
    SSL_set_bio(self->ssl, incoming->bio, outgoing->bio);
}

static void set_side(SslConnection *self) {
    const SslContext *context = self->context;
    SSL_set_mode(self->ssl, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                SSL_MODE_AUTO_RETRY);
    if (context->post_handshake_auth && !self->server)
        SSL_set_post_handshake_auth(self->ssl, 1);
    int mode = SSL_get_verify_mode(self->ssl);
    if (context->post_handshake_auth && self->server && mode & SSL_VERIFY_PEER)
        SSL_set_verify(self->ssl, mode | SSL_VERIFY_POST_HANDSHAKE,
                       SSL_get_verify_callback(self->ssl));
    if (self->server)
        SSL_set_accept_state(self->ssl);
    else
        SSL_set_connect_state(self->ssl);
}

static int set_parts(SslConnection *self, Value sock, Value hostname, Value owner, Value session) {
    if (sock && !(self->sock = weakref_new(&rt_type_weakref, sock, 0)))
        return -1;
    if (owner != VALUE_NONE && !(self->owner = weakref_new(&rt_type_weakref, owner, 0)))
        return -1;
    if (hostname != VALUE_NONE && set_hostname(self, hostname) < 0)
        return -1;
    return session == VALUE_NONE ? 0 : set_session(self, session);
}

Value ssl_connection_new(SslContext *context, Value sock, bool server, Value hostname, Value owner,
                         Value session, SslBio *incoming, SslBio *outgoing) {
    if (server && context->protocol == SSL_PROTOCOL_CLIENT)
        return ssl_raise("Cannot create a server socket with a PROTOCOL_TLS_CLIENT context",
                         LINE_SERVER_CONTEXT);
    if (!server && context->protocol == SSL_PROTOCOL_SERVER)
        return ssl_raise("Cannot create a client socket with a PROTOCOL_TLS_SERVER context",
                         LINE_CLIENT_CONTEXT);
    SslConnection *self = object_new(&ssl_type_connection, sizeof *self);
    if (!self)
        return 0;
    ERR_clear_error();
    self->context = AS(SslContext, value_incref(OBJ(context)));
    self->server = server;
    self->ssl = SSL_new(context->ctx);
    if (!self->ssl) {
        ssl_raise(NULL, LINE_OTHER);
        value_decref(OBJ(self));
        return 0;
    }
    SSL_set_app_data(self->ssl, self);
    set_transport(self, sock, incoming, outgoing);
    set_side(self);
    if (set_parts(self, sock, hostname, owner, session) < 0) {
        value_decref(OBJ(self));
        return 0;
    }
    return OBJ(self);
}

static void connection_dealloc(Object *object) {
    SslConnection *self = (SslConnection *)object;
    SSL_free(self->ssl);
    value_decref(OBJ(self->context));
    value_decref(self->sock);
    value_decref(self->owner);
    value_decref(self->hostname);
    value_decref(self->failure);
}

static void connection_traverse(Object *object, VisitValue visit, void *context) {
    const SslConnection *self = (const SslConnection *)object;
    visit(OBJ(self->context), context);
    visit(self->failure, context);
}

/* ---- talking --------------------------------------------------------------------------------- */

/* After a call: the exception of a callback is raised even if the call went well. */
static Value finish(SslConnection *self, Turn *turn, int result, int status, int line) {
    turn_end(turn);
    if (status < 0)
        return 0;
    return result < 1 || self->failure ? ssl_raise_call(self, result, line) : VALUE_NONE;
}

NATIVE(method_do_handshake) {
    NATIVE_UNUSED();
    SslConnection *self = self_of(args);
    Turn turn;
    int result, status;
    if (turn_begin(&turn, self, "handshake") < 0)
        return 0;
    TURN_CALL(&turn, result, status, SSL_do_handshake(self->ssl));
    return finish(self, &turn, result, status, LINE_HANDSHAKE);
}

/* Keeps memory where it is while OpenSSL works on it, or (-1) no longer. */
static void hold(const Buffer *buffer, int change) {
    if (buffer->exports)
        *buffer->exports += change;
}

NATIVE(method_write) {
    NATIVE_UNUSED();
    SslConnection *self = self_of(args);
    Buffer data;
    size_t put = 0;
    Turn turn;
    int result, status;
    if (!buffer_view(args[1], &data))
        return buffer_refused(args[1]);
    if (turn_begin(&turn, self, "write") < 0)
        return 0;
    hold(&data, 1);
    TURN_CALL(&turn, result, status, SSL_write_ex(self->ssl, data.data, (size_t)data.size, &put));
    hold(&data, -1);
    return finish(self, &turn, result, status, LINE_WRITE) ? int_from_u64(put) : 0;
}

/* Reads at most `size` bytes; how many came, 0 at the end, -1 with an exception. */
static int64_t read_some(SslConnection *self, uint8_t *data, int64_t size) {
    size_t got = 0;
    Turn turn;
    int result, status;
    if (turn_begin(&turn, self, "read") < 0)
        return -1;
    TURN_CALL(&turn, result, status, SSL_read_ex(self->ssl, data, (size_t)size, &got));
    if (status == 0 && result < 1 && self->code == SSL_ERROR_ZERO_RETURN && !self->failure &&
        SSL_get_shutdown(self->ssl) & SSL_RECEIVED_SHUTDOWN) {
        turn_end(&turn);
        ERR_clear_error();
        return 0;
    }
    return finish(self, &turn, result, status, LINE_READ) ? (int64_t)got : -1;
}

static Value read_into(SslConnection *self, Value target, int64_t size) {
    Buffer room;
    if (!buffer_writable(target, "read() argument 2", &room))
        return 0;
    if (size <= 0 || size > room.size)
        size = room.size;
    hold(&room, 1);
    int64_t got = size ? read_some(self, room.data, size) : 0;
    hold(&room, -1);
    return got < 0 ? 0 : int_from_i64(got);
}

/* read(size[, buffer]) */
NATIVE(method_read) {
    NATIVE_UNUSED();
    SslConnection *self = self_of(args);
    int64_t size = object_index(args[1]);
    if (size == -1 && isolate.pending)
        return 0;
    if (count > 2)
        return read_into(self, args[2], size);
    if (size < 0)
        return raise_error(&rt_exc_ValueError, "size should not be negative");
    /* OpenSSL has at most one record at a time. */
    int64_t room = size < SSL3_RT_MAX_PLAIN_LENGTH ? size : SSL3_RT_MAX_PLAIN_LENGTH;
    uint8_t data[SSL3_RT_MAX_PLAIN_LENGTH];
    int64_t got = room ? read_some(self, data, room) : 0;
    return got < 0 ? 0 : bytes_new(data, (size_t)got);
}

NATIVE(method_pending) {
    NATIVE_UNUSED();
    return int_from_i64(SSL_pending(self_of(args)->ssl));
}

/* Says goodbye, and waits for the peer's as far as the socket may wait. */
NATIVE(method_shutdown) {
    NATIVE_UNUSED();
    SslConnection *self = self_of(args);
    Turn turn;
    int result, status, zeros = 0;
    if (turn_begin(&turn, self, "read") < 0)
        return 0;
    do {
        ThreadState state;
        if (self->seen_zero) /* the peer's answer is wanted, not data it sent before */
            SSL_set_read_ahead(self->ssl, 0);
        step_begin(&turn, &state);
        result = SSL_shutdown(self->ssl);
        step_end(&turn, &state, result);
        status = 0;
        if (result > 0 || (result == 0 && ++zeros > 1))
            break;
        if (result == 0) {
            self->seen_zero = true;
            status = 1;
            continue;
        }
        status = turn_wait(&turn);
    } while (status > 0);
    Value sock = value_incref(OBJ(turn.sock));
    turn_end(&turn);
    if (status == 0 && (result < 0 || self->failure))
        status = ssl_raise_call(self, result, LINE_SHUTDOWN) ? 0 : -1;
    if (status == 0)
        return sock ? sock : VALUE_NONE;
    value_decref(sock);
    return 0;
}

NATIVE(method_verify_client_post_handshake) {
    NATIVE_UNUSED();
    return SSL_verify_client_post_handshake(self_of(args)->ssl) ? VALUE_NONE
                                                                : ssl_raise(NULL, LINE_OTHER);
}

/* ---- what is known about the connection ------------------------------------------------------ */

/* getpeercert(binary_mode=False) */
NATIVE(method_getpeercert) {
    NATIVE_UNUSED();
    SslConnection *self = self_of(args);
    int binary = ARG(1) ? object_truth(args[1]) : 0;
    if (binary < 0)
        return 0;
    if (!SSL_is_init_finished(self->ssl))
        return raise_error(&rt_exc_ValueError, "handshake not done yet");
    X509 *certificate = SSL_get1_peer_certificate(self->ssl);
    if (!certificate)
        return VALUE_NONE;
    Value answer = binary ? ssl_certificate_bytes(certificate)
                   : SSL_get_verify_mode(self->ssl) & SSL_VERIFY_PEER
                       ? ssl_certificate_dict(certificate)
                       : dict_new();
    X509_free(certificate);
    return answer;
}

/* A str, or None for NULL. */
static Value text_or_none(const char *text) {
    return text ? str_from_cstr(text) : VALUE_NONE;
}

/* (name, protocol, bits) */
static Value cipher_tuple(const SSL_CIPHER *cipher) {
    Value parts[3] = {text_or_none(SSL_CIPHER_get_name(cipher)),
                      text_or_none(SSL_CIPHER_get_version(cipher)),
                      value_from_small_int(SSL_CIPHER_get_bits(cipher, NULL))};
    Value tuple = parts[0] && parts[1] ? tuple_new(parts, 3) : 0;
    value_decref(parts[0]);
    value_decref(parts[1]);
    return tuple;
}

NATIVE(method_cipher) {
    NATIVE_UNUSED();
    const SSL_CIPHER *cipher = SSL_get_current_cipher(self_of(args)->ssl);
    return cipher ? cipher_tuple(cipher) : VALUE_NONE;
}

NATIVE(method_shared_ciphers) {
    NATIVE_UNUSED();
    SSL *ssl = self_of(args)->ssl;
    STACK_OF(SSL_CIPHER) *theirs = SSL_get_client_ciphers(ssl), *ours = SSL_get_ciphers(ssl);
    if (!theirs || !SSL_is_server(ssl))
        return VALUE_NONE;
    Value list = list_new(NULL, 0);
    for (int i = 0; list && i < sk_SSL_CIPHER_num(theirs); i++) {
        const SSL_CIPHER *cipher = sk_SSL_CIPHER_value(theirs, i);
        if (sk_SSL_CIPHER_find(ours, (SSL_CIPHER *)(uintptr_t)cipher) < 0)
            continue;
        Value tuple = cipher_tuple(cipher);
        if (!tuple || list_append_take(list, tuple) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

NATIVE(method_compression) {
    NATIVE_UNUSED();
    const COMP_METHOD *method = SSL_get_current_compression(self_of(args)->ssl);
    return method ? str_from_cstr(SSL_COMP_get_name(method)) : VALUE_NONE;
}

NATIVE(method_version) {
    NATIVE_UNUSED();
    const SSL *ssl = self_of(args)->ssl;
    return SSL_is_init_finished(ssl) ? str_from_cstr(SSL_get_version(ssl)) : VALUE_NONE;
}

NATIVE(method_selected_alpn_protocol) {
    NATIVE_UNUSED();
    const unsigned char *name;
    unsigned size;
    SSL_get0_alpn_selected(self_of(args)->ssl, &name, &size);
    return name ? str_from_utf8((const char *)name, size) : VALUE_NONE;
}

/* get_channel_binding(cb_type="tls-unique") */
NATIVE(method_get_channel_binding) {
    NATIVE_UNUSED();
    SslConnection *self = self_of(args);
    unsigned char data[128];
    if (args[1] && !str_equal_cstr(args[1], "tls-unique"))
        return raise_error(&rt_exc_ValueError, "'%S' channel binding type not implemented",
                           args[1]);
    bool own = SSL_session_reused(self->ssl) ^ !self->server;
    size_t size = own ? SSL_get_finished(self->ssl, data, sizeof data)
                      : SSL_get_peer_finished(self->ssl, data, sizeof data);
    return size ? bytes_new(data, size) : VALUE_NONE;
}

static Value reference_target(Value reference) {
    Value target = reference ? weakref_target_borrow(reference) : 0;
    return target ? value_incref(target) : VALUE_NONE;
}

NATIVE(get_context) {
    NATIVE_UNUSED();
    return value_incref(OBJ(self_of(args)->context));
}

static int set_context(Value value, Value context) {
    SslConnection *self = AS(SslConnection, value);
    if (!context || !value_isa(context, &ssl_type_context))
        return raise_status(&rt_exc_TypeError, "The value must be a SSLContext");
    value_incref(context);
    value_decref(OBJ(self->context));
    self->context = AS(SslContext, context);
    SSL_set_SSL_CTX(self->ssl, self->context->ctx);
    return 0;
}

NATIVE(get_server_side) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->server);
}

NATIVE(get_server_hostname) {
    NATIVE_UNUSED();
    Value hostname = self_of(args)->hostname;
    return hostname ? value_incref(hostname) : VALUE_NONE;
}

NATIVE(get_owner) {
    NATIVE_UNUSED();
    return reference_target(self_of(args)->owner);
}

static int set_owner(Value value, Value owner) {
    Value reference = owner ? weakref_new(&rt_type_weakref, owner, 0) : 0;
    if (owner && !reference)
        return -1;
    value_replace(&AS(SslConnection, value)->owner, reference);
    return 0;
}

NATIVE(get_session) {
    NATIVE_UNUSED();
    SslConnection *self = self_of(args);
    SSL_SESSION *current = SSL_get0_session(self->ssl);
    if (!current)
        return VALUE_NONE;
    /* A copy: OpenSSL makes sessions of connections that end without a goodbye useless. */
    current = SSL_SESSION_dup(current);
    if (!current)
        return ssl_raise(NULL, LINE_OTHER);
    SslSession *session = object_new(&ssl_type_session, sizeof *session);
    if (!session) {
        SSL_SESSION_free(current);
        return 0;
    }
    session->session = current;
    session->context = AS(SslContext, value_incref(OBJ(self->context)));
    return OBJ(session);
}

static int put_session(Value value, Value session) {
    return set_session(AS(SslConnection, value), session ? session : VALUE_NONE);
}

NATIVE(get_session_reused) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SSL_session_reused(self_of(args)->ssl));
}

#define ROW(text, least, most)                                                                     \
    { .name = #text, .call = method_##text, .min_args = least, .max_args = most }
#define GETTER(text, setter)                                                                       \
    { .name = #text, .call = get_##text, .kind = METHOD_GETTER, .set = setter }

static const NativeMethod connection_methods[] = {
    ROW(do_handshake, 0, 0),
    ROW(write, 1, 1),
    ROW(read, 1, 2),
    ROW(pending, 0, 0),
    ROW(shutdown, 0, 0),
    ROW(verify_client_post_handshake, 0, 0),
    ROW(getpeercert, 0, 1),
    ROW(cipher, 0, 0),
    ROW(shared_ciphers, 0, 0),
    ROW(compression, 0, 0),
    ROW(version, 0, 0),
    ROW(selected_alpn_protocol, 0, 0),
    {.name = "get_channel_binding",
     .call = method_get_channel_binding,
     .max_args = 1,
     .keywords = "cb_type"},
    GETTER(context, set_context),
    GETTER(server_side, NULL),
    GETTER(server_hostname, NULL),
    GETTER(owner, set_owner),
    GETTER(session, put_session),
    GETTER(session_reused, NULL),
    {0},
};

Type ssl_type_connection = {
    .name = "_ssl._SSLSocket",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(SslConnection),
    .methods = connection_methods,
    .slots = {.dealloc = connection_dealloc, .traverse = connection_traverse},
};

/* ---- sessions -------------------------------------------------------------------------------- */

static SSL_SESSION *session_of(const Value *args) {
    return AS(SslSession, args[0])->session;
}

NATIVE(get_id) {
    NATIVE_UNUSED();
    unsigned size;
    const unsigned char *id = SSL_SESSION_get_id(session_of(args), &size);
    return bytes_new(id, size);
}

NATIVE(get_time) {
    NATIVE_UNUSED();
    return int_from_i64(SSL_SESSION_get_time(session_of(args)));
}

NATIVE(get_timeout) {
    NATIVE_UNUSED();
    return int_from_i64(SSL_SESSION_get_timeout(session_of(args)));
}

NATIVE(get_ticket_lifetime_hint) {
    NATIVE_UNUSED();
    return int_from_u64(SSL_SESSION_get_ticket_lifetime_hint(session_of(args)));
}

NATIVE(get_has_ticket) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SSL_SESSION_has_ticket(session_of(args)));
}

static const NativeMethod session_methods[] = {
    GETTER(id, NULL),         GETTER(time, NULL),
    GETTER(timeout, NULL),    GETTER(ticket_lifetime_hint, NULL),
    GETTER(has_ticket, NULL), {0},
};

static void session_dealloc(Object *object) {
    SslSession *self = (SslSession *)object;
    SSL_SESSION_free(self->session);
    value_decref(OBJ(self->context));
}

static void session_traverse(Object *object, VisitValue visit, void *context) {
    visit(OBJ(((const SslSession *)object)->context), context);
}

static Value session_compare(Value left, Value right, CompareOp op) {
    if (!value_is(right, &ssl_type_session) || (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOTIMPLEMENTED;
    unsigned sizes[2];
    const unsigned char *ids[2] = {SSL_SESSION_get_id(AS(SslSession, left)->session, &sizes[0]),
                                   SSL_SESSION_get_id(AS(SslSession, right)->session, &sizes[1])};
    bool same = sizes[0] == sizes[1] && memcmp(ids[0], ids[1], sizes[0]) == 0;
    return VALUE_BOOL(same == (op == COMPARE_EQ));
}

static int64_t session_hash(Value self) {
    unsigned size;
    const unsigned char *id = SSL_SESSION_get_id(AS(SslSession, self)->session, &size);
    return hash_bytes(id, size);
}

Type ssl_type_session = {
    .name = "_ssl.SSLSession",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(SslSession),
    .methods = session_methods,
    .slots = {.dealloc = session_dealloc,
              .traverse = session_traverse,
              .compare = session_compare,
              .hash = session_hash},
};
