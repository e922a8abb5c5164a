/*
 * mod_socket.c — the module _socket: socket objects over the system's calls. The classes programs
 * use (socket.socket) are written in Python on top of it.
 *
 * A socket waits as its timeout says: forever, for some time by poll(), or not at all. Only calls
 * that may wait give up the isolate's lock.
 */
#include "bytes.h"
#include "socket.h"

#include "isolate.h"
#include "port.h"
#include "timeout.h"
#include "warn.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

int64_t socket_default_timeout = TIMEOUT_NONE;

/* ---- timeouts -------------------------------------------------------------------------------- */

int socket_timeout_read(Value value, int64_t *out) {
    *out = TIMEOUT_NONE;
    if (value == VALUE_NONE)
        return 0;
    int64_t timeout;
    if (timeout_read(value, TIMEOUT_SECOND, NULL, &timeout) < 0)
        return -1;
    if (timeout < 0)
        return raise_status(&rt_exc_ValueError, "Timeout value out of range");
    if (!timeout_fits(timeout))
        return raise_status(&rt_exc_OverflowError, "timeout doesn't fit into C timeval");
    *out = timeout;
    return 0;
}

Value socket_timeout_show(int64_t timeout) {
    return timeout < 0 ? VALUE_NONE : float_new((double)timeout / 1e9);
}

static int set_blocking(int fd, bool blocking) {
    int flags = fcntl(fd, F_GETFL);
    if (flags < 0)
        return -1;
    int wanted = blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
    return wanted == flags ? 0 : fcntl(fd, F_SETFL, wanted);
}

/* ---- waiting --------------------------------------------------------------------------------- */

/* One call on a socket: repeated after signals, and after waits as the timeout allows. */
typedef struct Attempt {
    SocketObject *self;
    short events;     /* what to wait for */
    int64_t deadline; /* PORT_FOREVER: none */
    bool may_wait;
    ThreadState state;
} Attempt;

static Attempt attempt_begin(SocketObject *self, short events) {
    Attempt attempt = {.self = self, .events = events, .may_wait = self->timeout != 0};
    attempt.deadline =
        self->timeout > 0 ? port_monotonic_ns() + self->timeout : (int64_t)PORT_FOREVER;
    return attempt;
}

static void attempt_leave(Attempt *attempt) {
    if (attempt->may_wait)
        isolate_leave(&attempt->state);
}

static void attempt_enter(Attempt *attempt) {
    if (attempt->may_wait)
        isolate_enter(&attempt->state);
}

/* Waits until the socket is ready if it has a timeout. 0; -1: TimeoutError, or a signal's. */
static int attempt_wait(Attempt *attempt) {
    if (attempt->self->timeout <= 0)
        return 0;
    for (;;) {
        struct pollfd polled = {.fd = attempt->self->fd, .events = attempt->events};
        struct timespec span = timeout_left(attempt->deadline);
        isolate_leave(&attempt->state);
        int ready = ppoll(&polled, 1, &span, NULL);
        isolate_enter(&attempt->state);
        if (ready > 0)
            return 0;
        if (ready == 0)
            return raise_status(&rt_exc_TimeoutError, "timed out");
        if (errno != EINTR) {
            raise_errno(errno, 0);
            return -1;
        }
        if (pyrt_stack_check() < 0)
            return -1;
    }
}

/* After a call failed: should it be tried again? Raises otherwise. */
static bool attempt_again(Attempt *attempt) {
    int error = errno;
    if (error == EINTR)
        return true;
    if (attempt->self->timeout > 0 && (error == EAGAIN || error == EWOULDBLOCK))
        return true;
    raise_errno(error, 0);
    return false;
}

/* Sets `result` to the value of a system call, after the handlers of signals; below zero an
 * exception is pending. */
#define ATTEMPT_CALL(attempt, result, call)                                                        \
    do {                                                                                           \
        result = -1;                                                                               \
        if (pyrt_stack_check() < 0 || attempt_wait(attempt) < 0)                                   \
            break;                                                                                 \
        attempt_leave(attempt);                                                                    \
        result = (call);                                                                           \
        attempt_enter(attempt);                                                                    \
    } while (result < 0 && attempt_again(attempt))
/* The same for one call on `self`. */
#define SOCKET_CALL(self, wanted, result, call)                                                    \
    do {                                                                                           \
        Attempt attempt = attempt_begin(self, wanted);                                             \
        ATTEMPT_CALL(&attempt, result, call);                                                      \
    } while (0)

ssize_t socket_call(SocketObject *self, short events, ssize_t (*call)(int fd, void *data),
                    void *data) {
    ssize_t result;
    SOCKET_CALL(self, events, result, call(self->fd, data));
    return result;
}

/* ---- life ------------------------------------------------------------------------------------ */

static int open_flags(SocketObject *self) {
    return self->timeout >= 0 ? set_blocking(self->fd, false) : 0;
}

Value socket_wrap(Type *type, int fd, int family, int kind, int protocol) {
    SocketObject *self = object_new(type, sizeof *self);
    if (!self) {
        close(fd);
        return 0;
    }
    self->fd = fd;
    self->family = family;
    self->type = kind & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
    self->protocol = protocol;
    self->timeout = kind & SOCK_NONBLOCK ? 0 : socket_default_timeout;
    return OBJ(self);
}

static int option_of(int fd, int option, int fallback) {
    int value = fallback;
    socklen_t size = sizeof value;
    return getsockopt(fd, SOL_SOCKET, option, &value, &size) < 0 ? fallback : value;
}

/* Takes over the descriptor `fileno`: what is not given is asked of the system. 0 or -1. */
static int adopt_descriptor(SocketObject *self, Value fileno, int family, int type, int protocol) {
    int fd;
    if (object_c_int(fileno, &fd) < 0)
        return -1;
    if (fd < 0)
        return raise_status(&rt_exc_ValueError, "negative file descriptor");
    SocketAddress address = {.size = sizeof address.storage};
    if (getsockname(fd, (struct sockaddr *)&address.storage, &address.size) < 0) {
        if (family < 0 || errno == EBADF || errno == ENOTSOCK) {
            raise_errno(errno, 0);
            return -1;
        }
    } else if (family < 0) {
        family = address.storage.ss_family;
    }
    self->fd = fd;
    self->family = family;
    self->type = type < 0 ? option_of(fd, SO_TYPE, SOCK_STREAM) : type;
    self->protocol = protocol < 0 ? option_of(fd, SO_PROTOCOL, 0) : protocol;
    return 0;
}

static int open_socket(SocketObject *self, int family, int type, int protocol) {
    family = family < 0 ? AF_INET : family;
    type = type < 0 ? SOCK_STREAM : type;
    protocol = protocol < 0 ? 0 : protocol;
    self->fd = socket(family, type | SOCK_CLOEXEC, protocol);
    if (self->fd < 0) {
        raise_errno(errno, 0);
        return -1;
    }
    self->family = family;
    self->type = type;
    self->protocol = protocol;
    return 0;
}

NATIVE(socket_setup) {
    NATIVE_UNUSED();
    SocketObject *self = socket_of(args[0]);
    int numbers[3] = {-1, -1, -1};
    for (int i = 0; i < 3; i++)
        if (args[i + 1] && object_c_int(args[i + 1], &numbers[i]) < 0)
            return 0;
    bool given = args[4] && args[4] != VALUE_NONE;
    int status = given ? adopt_descriptor(self, args[4], numbers[0], numbers[1], numbers[2])
                       : open_socket(self, numbers[0], numbers[1], numbers[2]);
    if (status < 0)
        return 0;
    self->timeout = self->type & SOCK_NONBLOCK ? 0 : socket_default_timeout;
    self->type &= ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
    return open_flags(self) < 0 ? raise_errno(errno, 0) : VALUE_NONE;
}

static int socket_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "socket",
                                      .call = socket_setup,
                                      .max_args = 5,
                                      .keywords = "self family type proto fileno"};
    Value all[9] = {self};
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    if (given > 4)
        return raise_status(&rt_exc_TypeError, "socket() takes at most 4 arguments (%d given)",
                            (int)given);
    memcpy(all + 1, args, given * sizeof *all);
    Value result = call_spec(&spec, NULL, all, count + 1, names);
    return result ? 0 : -1;
}

static Value socket_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    SocketObject *self = object_new(type, sizeof *self);
    if (self)
        self->fd = -1;
    return OBJ(self);
}

static void socket_finalize(Value value) {
    if (socket_of(value)->fd >= 0)
        warn_unclosed(value, NULL, "unclosed %R", value);
}

static void socket_dealloc(Object *object) {
    SocketObject *self = (SocketObject *)object;
    if (self->fd >= 0)
        close(self->fd);
    self->fd = -1;
}

static Value socket_repr(Value value) {
    const SocketObject *self = socket_of(value);
    return str_format("<socket object, fd=%d, family=%d, type=%d, proto=%d>", self->fd,
                      self->family, self->type, self->protocol);
}

/* ---- opening and closing --------------------------------------------------------------------- */

NATIVE(socket_accept) {
    NATIVE_UNUSED();
    SocketObject *self = socket_of(args[0]);
    SocketAddress address = {.size = sizeof address.storage};
    int fd;
    SOCKET_CALL(
        self, POLLIN, fd,
        (address.size = sizeof address.storage,
         accept4(self->fd, (struct sockaddr *)&address.storage, &address.size, SOCK_CLOEXEC)));
    if (fd < 0)
        return 0;
    Value pair[2] = {value_from_small_int(fd), socket_address_show(&address)};
    Value result = pair[1] ? tuple_new(pair, 2) : 0;
    value_decref(pair[1]);
    return result;
}

NATIVE(socket_bind) {
    NATIVE_UNUSED();
    SocketObject *self = socket_of(args[0]);
    SocketAddress address;
    if (socket_address_read(self->family, args[1], "bind", &address) < 0)
        return 0;
    return bind(self->fd, (struct sockaddr *)&address.storage, address.size) < 0
               ? raise_errno(errno, 0)
               : VALUE_NONE;
}

NATIVE(socket_listen) {
    NATIVE_UNUSED();
    int backlog = SOMAXCONN < 128 ? SOMAXCONN : 128;
    if (count > 1 && object_c_int(args[1], &backlog) < 0)
        return 0;
    return listen(socket_of(args[0])->fd, backlog < 0 ? 0 : backlog) < 0 ? raise_errno(errno, 0)
                                                                         : VALUE_NONE;
}

/* The errno of a connection attempt, 0 if it succeeded; -1: an exception is pending. */
static int connect_to(SocketObject *self, const SocketAddress *address) {
    ThreadState state;
    if (self->timeout)
        isolate_leave(&state);
    int error = connect(self->fd, (const struct sockaddr *)&address->storage, address->size) < 0
                    ? errno
                    : 0;
    if (self->timeout)
        isolate_enter(&state);
    bool pending = error == EINTR ? self->timeout != 0 : error == EINPROGRESS && self->timeout > 0;
    if (!pending)
        return error;
    if (error == EINTR && pyrt_stack_check() < 0)
        return -1;
    SocketObject waiting = *self;
    waiting.timeout = self->timeout < 0 ? (int64_t)1e18 : self->timeout;
    Attempt attempt = attempt_begin(&waiting, POLLOUT);
    if (attempt_wait(&attempt) < 0)
        return -1;
    return option_of(self->fd, SO_ERROR, 0);
}

NATIVE(socket_connect) {
    NATIVE_UNUSED();
    SocketObject *self = socket_of(args[0]);
    SocketAddress address;
    if (socket_address_read(self->family, args[1], "connect", &address) < 0)
        return 0;
    int error = connect_to(self, &address);
    return error < 0 ? 0 : error ? raise_errno(error, 0) : VALUE_NONE;
}

NATIVE(socket_connect_ex) {
    NATIVE_UNUSED();
    SocketObject *self = socket_of(args[0]);
    SocketAddress address;
    if (socket_address_read(self->family, args[1], "connect_ex", &address) < 0)
        return 0;
    int error = connect_to(self, &address);
    return error < 0 ? 0 : value_from_small_int(error);
}

NATIVE(socket_close) {
    NATIVE_UNUSED();
    SocketObject *self = socket_of(args[0]);
    int fd = self->fd;
    self->fd = -1;
    if (fd >= 0 && close(fd) < 0 && errno != ECONNRESET)
        return raise_errno(errno, 0);
    return VALUE_NONE;
}

NATIVE(socket_detach) {
    NATIVE_UNUSED();
    SocketObject *self = socket_of(args[0]);
    int fd = self->fd;
    self->fd = -1;
    return value_from_small_int(fd);
}

NATIVE(socket_shutdown) {
    NATIVE_UNUSED();
    int how;
    if (object_c_int(args[1], &how) < 0)
        return 0;
    return shutdown(socket_of(args[0])->fd, how) < 0 ? raise_errno(errno, 0) : VALUE_NONE;
}

/* ---- asking ---------------------------------------------------------------------------------- */

NATIVE(socket_fileno) {
    NATIVE_UNUSED();
    return value_from_small_int(socket_of(args[0])->fd);
}

NATIVE(socket_getsockname) {
    NATIVE_UNUSED();
    SocketAddress address = {.size = sizeof address.storage};
    if (getsockname(socket_of(args[0])->fd, (struct sockaddr *)&address.storage, &address.size) < 0)
        return raise_errno(errno, 0);
    return socket_address_show(&address);
}

NATIVE(socket_getpeername) {
    NATIVE_UNUSED();
    SocketAddress address = {.size = sizeof address.storage};
    if (getpeername(socket_of(args[0])->fd, (struct sockaddr *)&address.storage, &address.size) < 0)
        return raise_errno(errno, 0);
    return socket_address_show(&address);
}

NATIVE(socket_getsockopt) {
    NATIVE_UNUSED();
    int level, option, size = 0, number = 0;
    SocketObject *self = socket_of(args[0]);
    if (object_c_int(args[1], &level) < 0 || object_c_int(args[2], &option) < 0 ||
        (count > 3 && object_c_int(args[3], &size) < 0))
        return 0;
    if (size == 0) {
        socklen_t length = sizeof number;
        return getsockopt(self->fd, level, option, &number, &length) < 0 ? raise_errno(errno, 0)
                                                                         : int_from_i64(number);
    }
    char buffer[1024];
    if (size < 0 || size > (int)sizeof buffer)
        return raise_error(&rt_exc_OSError, "getsockopt buflen out of range");
    socklen_t length = (socklen_t)size;
    return getsockopt(self->fd, level, option, buffer, &length) < 0 ? raise_errno(errno, 0)
                                                                    : bytes_new(buffer, length);
}

/* setsockopt(level, option, number or bytes), setsockopt(level, option, None, length) */
NATIVE(socket_setsockopt) {
    NATIVE_UNUSED();
    if (count != 4 && (count != 5 || args[3] != VALUE_NONE || !value_type(args[4])->slots.index))
        return raise_error(&rt_exc_TypeError, "setsockopt() takes exactly 3 arguments (%d given)",
                           (int)count - 1);
    int level, option, number;
    const uint8_t *data;
    int64_t size;
    if (object_c_int(args[1], &level) < 0 || object_c_int(args[2], &option) < 0)
        return 0;
    int status;
    if (value_is_int(args[3])) {
        if (object_c_int(args[3], &number) < 0)
            return 0;
        status = setsockopt(socket_of(args[0])->fd, level, option, &number, sizeof number);
    } else if (args[3] == VALUE_NONE) {
        int length = 0;
        if (count < 5)
            return buffer_refused(args[3]);
        if (object_c_int(args[4], &length) < 0)
            return 0;
        status = setsockopt(socket_of(args[0])->fd, level, option, NULL, (socklen_t)length);
    } else if (bytes_view(args[3], &data, &size)) {
        status = setsockopt(socket_of(args[0])->fd, level, option, data, (socklen_t)size);
    } else {
        return buffer_refused(args[3]);
    }
    return status < 0 ? raise_errno(errno, 0) : VALUE_NONE;
}

static Value set_timeout(SocketObject *self, int64_t timeout) {
    self->timeout = timeout;
    return set_blocking(self->fd, timeout < 0) < 0 ? raise_errno(errno, 0) : VALUE_NONE;
}

NATIVE(socket_settimeout) {
    NATIVE_UNUSED();
    int64_t timeout;
    return socket_timeout_read(args[1], &timeout) < 0 ? 0
                                                      : set_timeout(socket_of(args[0]), timeout);
}

NATIVE(socket_gettimeout) {
    NATIVE_UNUSED();
    return socket_timeout_show(socket_of(args[0])->timeout);
}

NATIVE(socket_setblocking) {
    NATIVE_UNUSED();
    int64_t blocking = object_index(args[1]);
    if (blocking == -1 && isolate.pending)
        return 0;
    return set_timeout(socket_of(args[0]), blocking ? TIMEOUT_NONE : 0);
}

NATIVE(socket_getblocking) {
    NATIVE_UNUSED();
    return VALUE_BOOL(socket_of(args[0])->timeout != 0);
}

#define NUMBER_GETTER(name, field)                                                                 \
    NATIVE(socket_get_##name) {                                                                    \
        NATIVE_UNUSED();                                                                           \
        return value_from_small_int(socket_of(args[0])->field);                                    \
    }
NUMBER_GETTER(family, family)
NUMBER_GETTER(type, type)
NUMBER_GETTER(proto, protocol)
#undef NUMBER_GETTER

/* ---- receiving ------------------------------------------------------------------------------- */

static int read_size(Value value, int64_t *size, const char *function) {
    *size = object_index(value);
    if (*size == -1 && isolate.pending)
        return -1;
    if (*size < 0)
        return raise_status(&rt_exc_ValueError, "negative buffersize in %s", function);
    return 0;
}

/* Receives up to `size` bytes; `address` NULL: from the peer. */
static Value receive(SocketObject *self, int64_t size, int flags, SocketAddress *address) {
    uint8_t small[8192], *data = size > (int64_t)sizeof small ? mem_alloc_items(size, 1) : small;
    if (!data)
        return 0;
    ssize_t got;
    socklen_t *length = address ? &address->size : NULL;
    SOCKET_CALL(self, POLLIN, got,
                recvfrom(self->fd, data, (size_t)size, flags,
                         address ? (struct sockaddr *)&address->storage : NULL, length));
    Value bytes = got < 0 ? 0 : bytes_new(data, (size_t)got);
    if (data != small)
        mem_free(data);
    return bytes;
}

NATIVE(socket_recv) {
    NATIVE_UNUSED();
    int64_t size;
    int flags = 0;
    if (read_size(args[1], &size, "recv") < 0 || (count > 2 && object_c_int(args[2], &flags) < 0))
        return 0;
    return receive(socket_of(args[0]), size, flags, NULL);
}

static Value with_address(Value first_take, const SocketAddress *address) {
    if (!first_take)
        return 0;
    Value pair[2] = {first_take, socket_address_show(address)};
    Value result = pair[1] ? tuple_new(pair, 2) : 0;
    value_decref(pair[0]);
    value_decref(pair[1]);
    return result;
}

NATIVE(socket_recvfrom) {
    NATIVE_UNUSED();
    int64_t size;
    int flags = 0;
    if (read_size(args[1], &size, "recvfrom") < 0 ||
        (count > 2 && object_c_int(args[2], &flags) < 0))
        return 0;
    SocketAddress address = {.size = sizeof address.storage};
    Value bytes = receive(socket_of(args[0]), size, flags, &address);
    return with_address(bytes, &address);
}

int socket_writable_view(Value value, const char *function, uint8_t **data, int64_t *size) {
    const uint8_t *view = NULL;
    bool writable = bytes_view(value, &view, size) && !value_isa(value, &rt_type_bytes);
    if (writable && value_is(value, &rt_type_memoryview)) {
        Value readonly = object_getattr_cstr(value, "readonly");
        writable = readonly == VALUE_FALSE;
        value_decref(readonly);
    }
    if (!writable)
        return raise_status(&rt_exc_TypeError,
                            "%s() argument 1 must be read-write bytes-like object, not %T",
                            function, value);
    *data = (uint8_t *)(uintptr_t)view;
    return 0;
}

/* Receives into args[1]; answers how many bytes, or -1. */
static ssize_t receive_into(const Value *args, const char *function, SocketAddress *address) {
    SocketObject *self = socket_of(args[0]);
    uint8_t *data;
    int64_t room, size = 0;
    int flags = 0;
    if (socket_writable_view(args[1], function, &data, &room) < 0 ||
        (args[2] && read_size(args[2], &size, function) < 0) ||
        (args[3] && object_c_int(args[3], &flags) < 0))
        return -1;
    if (size == 0)
        size = room;
    if (size > room)
        return raise_status(&rt_exc_ValueError, "buffer too small for requested bytes");
    ssize_t got;
    socklen_t *length = address ? &address->size : NULL;
    SOCKET_CALL(self, POLLIN, got,
                recvfrom(self->fd, data, (size_t)size, flags,
                         address ? (struct sockaddr *)&address->storage : NULL, length));
    return got;
}

NATIVE(socket_recv_into) {
    NATIVE_UNUSED();
    ssize_t got = receive_into(args, "recv_into", NULL);
    return got < 0 ? 0 : int_from_i64(got);
}

NATIVE(socket_recvfrom_into) {
    NATIVE_UNUSED();
    SocketAddress address = {.size = sizeof address.storage};
    ssize_t got = receive_into(args, "recvfrom_into", &address);
    return got < 0 ? 0 : with_address(int_from_i64(got), &address);
}

/* ---- sending --------------------------------------------------------------------------------- */

NATIVE(socket_send) {
    NATIVE_UNUSED();
    SocketObject *self = socket_of(args[0]);
    const uint8_t *data;
    int64_t size;
    int flags = 0;
    if (!bytes_argument(args[1], &data, &size) || (count > 2 && object_c_int(args[2], &flags) < 0))
        return 0;
    ssize_t put;
    SOCKET_CALL(self, POLLOUT, put, send(self->fd, data, (size_t)size, flags | MSG_NOSIGNAL));
    return put < 0 ? 0 : int_from_i64(put);
}

NATIVE(socket_sendall) {
    NATIVE_UNUSED();
    SocketObject *self = socket_of(args[0]);
    const uint8_t *data;
    int64_t size;
    int flags = 0;
    if (!bytes_argument(args[1], &data, &size) || (count > 2 && object_c_int(args[2], &flags) < 0))
        return 0;
    /* One deadline for all. */
    Attempt attempt = attempt_begin(self, POLLOUT);
    while (size > 0) {
        ssize_t put;
        ATTEMPT_CALL(&attempt, put, send(self->fd, data, (size_t)size, flags | MSG_NOSIGNAL));
        if (put < 0)
            return 0;
        data += put;
        size -= put;
    }
    return VALUE_NONE;
}

NATIVE(socket_sendto) {
    NATIVE_UNUSED();
    SocketObject *self = socket_of(args[0]);
    const uint8_t *data;
    int64_t size;
    int flags = 0;
    SocketAddress address;
    if (!bytes_argument(args[1], &data, &size) ||
        (count > 3 && object_c_int(args[2], &flags) < 0) ||
        socket_address_read(self->family, args[count - 1], "sendto", &address) < 0)
        return 0;
    ssize_t put;
    SOCKET_CALL(self, POLLOUT, put,
                sendto(self->fd, data, (size_t)size, flags | MSG_NOSIGNAL,
                       (struct sockaddr *)&address.storage, address.size));
    return put < 0 ? 0 : int_from_i64(put);
}

/* ---- the type -------------------------------------------------------------------------------- */

#define ROW(text, least, most)                                                                     \
    { .name = #text, .call = socket_##text, .min_args = least, .max_args = most }
#define PARSED_ROW(text, least, most)                                                              \
    {                                                                                              \
        .name = #text, .call = socket_##text, .min_args = least, .max_args = most,                 \
        .kind = METHOD_PARSED                                                                      \
    }
#define GETTER(text)                                                                               \
    { .name = #text, .call = socket_get_##text, .kind = METHOD_GETTER }

static const NativeMethod socket_methods[] = {
    {.name = "_accept", .call = socket_accept},
    ROW(bind, 1, 1),
    PARSED_ROW(listen, 0, 1),
    ROW(connect, 1, 1),
    ROW(connect_ex, 1, 1),
    ROW(close, 0, 0),
    ROW(detach, 0, 0),
    ROW(shutdown, 1, 1),
    ROW(fileno, 0, 0),
    ROW(getsockname, 0, 0),
    ROW(getpeername, 0, 0),
    PARSED_ROW(getsockopt, 2, 3),
    PARSED_ROW(setsockopt, 0, -1),
    ROW(settimeout, 1, 1),
    ROW(gettimeout, 0, 0),
    {.name = "timeout", .call = socket_gettimeout, .kind = METHOD_GETTER},
    ROW(setblocking, 1, 1),
    ROW(getblocking, 0, 0),
    GETTER(family),
    GETTER(type),
    GETTER(proto),
    PARSED_ROW(recv, 1, 2),
    PARSED_ROW(recvfrom, 1, 2),
    {.name = "recv_into",
     .call = socket_recv_into,
     .min_args = 1,
     .max_args = 3,
     .keywords = "buffer nbytes flags"},
    {.name = "recvfrom_into",
     .call = socket_recvfrom_into,
     .min_args = 1,
     .max_args = 3,
     .keywords = "buffer nbytes flags"},
    PARSED_ROW(send, 1, 2),
    PARSED_ROW(sendall, 1, 2),
    ROW(sendto, 2, 3),
    PARSED_ROW(sendmsg, 1, 4),
    PARSED_ROW(recvmsg, 1, 3),
    PARSED_ROW(recvmsg_into, 1, 3),
    {0},
};

Type socket_type = {
    .name = "_socket.socket",
    .basic_size = sizeof(SocketObject),
    .methods = socket_methods,
    .slots = {.finalize = socket_finalize,
              .dealloc = socket_dealloc,
              .repr = socket_repr,
              .new = socket_new,
              .init = socket_init},
};

/* ---- the module ------------------------------------------------------------------------------ */

/* class `name`(OSError), of the module socket */
static Value make_error(ModuleObject *module, const char *name) {
    Value base = OBJ(&rt_exc_OSError), dict = dict_new();
    Value bases = dict ? tuple_new(&base, 1) : 0;
    Value args[3] = {str_name(name), bases, dict};
    Value error = 0;
    if (bases && dict_set_cstr(dict, "__module__", str_name("socket")) == 0)
        error = object_call(OBJ(&rt_type_type), args, 3, 0);
    value_decref(dict);
    value_decref(bases);
    if (error && module_set(module, name, value_incref(error)) == 0)
        return error;
    value_decref(error);
    return 0;
}

static void drop_errors(void) {
    value_replace(&socket_gaierror, 0);
    value_replace(&socket_herror, 0);
}

static int init(ModuleObject *module) {
    rt_at_finish(drop_errors);
    socket_gaierror = make_error(module, "gaierror");
    socket_herror = make_error(module, "herror");
    if (!socket_gaierror || !socket_herror || module_add_type(module, "socket", &socket_type) < 0 ||
        module_set(module, "SocketType", OBJ(&socket_type)) < 0 ||
        module_set(module, "error", value_incref(OBJ(&rt_exc_OSError))) < 0 ||
        module_set(module, "timeout", value_incref(OBJ(&rt_exc_TimeoutError))) < 0 ||
        module_set(module, "has_ipv6", VALUE_TRUE) < 0 || socket_add_constants(module) < 0)
        return -1;
    return module_add_functions(module, socket_functions);
}

const NativeModule pyrt_module__socket = {"_socket", init};
