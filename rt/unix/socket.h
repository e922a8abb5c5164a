/* socket.h — what the files of the module _socket share: socket objects, addresses, constants. */
#ifndef PYASYNCC_RT_UNIX_SOCKET_H
#define PYASYNCC_RT_UNIX_SOCKET_H

#include "bytes.h"
#include "posix.h"

#include <sys/socket.h>

typedef struct SocketObject {
    Object base;
    int fd; /* -1: closed or detached */
    int family, type, protocol;
    int64_t timeout; /* nanoseconds; TIMEOUT_NONE: blocks; 0: never waits */
} SocketObject;

enum { TIMEOUT_NONE = -1 };

typedef struct SocketAddress {
    struct sockaddr_storage storage;
    socklen_t size;
} SocketAddress;

extern Type socket_type;
extern Value socket_gaierror, socket_herror; /* classes, made with the module */

static inline SocketObject *socket_of(Value value) {
    return AS(SocketObject, value);
}

/* The bytes of a host's name, which is a str, bytes or bytearray; names beyond ASCII as "idna" has
 * them. New reference; 0: an exception is pending. */
Value socket_host_bytes(Value host);
/* Reads the address `value` for a socket of `family` on behalf of method `function`; looks names
 * up. 0, or -1 with an exception. */
int socket_address_read(int family, Value value, const char *function, SocketAddress *out);
/* The address as Python shows it: a tuple, a path, or None. New reference. */
Value socket_address_show(const SocketAddress *address);
/* Host and port out of a numeric or named host; `host` a text or NULL for any address. 0 or -1. */
int socket_lookup(const char *host, int family, SocketAddress *out);
/* Raises socket.gaierror for what getaddrinfo answered; answers 0. */
Value socket_raise_gaierror(int error);
/* Raises OSError by errno; answers 0. */
static inline Value socket_raise(int error) {
    return raise_errno(error, 0);
}
/* Seconds (float, int, or None) as SocketObject.timeout; 0 or -1. */
int socket_timeout_read(Value value, int64_t *out);
Value socket_timeout_show(int64_t timeout);
extern int64_t socket_default_timeout;

/* A new socket object of `type` around a descriptor, which it owns. */
Value socket_wrap(Type *type, int fd, int family, int kind, int protocol);

/* The memory of a bytearray, or of a memoryview that may be written to. 0 or -1: TypeError. */
int socket_writable_view(Value value, const char *function, uint8_t **data, int64_t *size);

/* A system call on the socket, which waits for `events` (of poll) first and again as the timeout
 * says, and without the isolate's lock if it may block. Below 0 an exception is pending. */
ssize_t socket_call(SocketObject *self, short events, ssize_t (*call)(int fd, void *data),
                    void *data);

/* -- socket_message.c: methods of sockets -- */
#define SOCKET_METHOD(name)                                                                        \
    Value socket_##name(Value callee, const Value *args, uint32_t count, Value names)
SOCKET_METHOD(sendmsg);
SOCKET_METHOD(recvmsg);
SOCKET_METHOD(recvmsg_into);

extern const NativeMethod socket_functions[]; /* socket_names.c */
int socket_add_constants(ModuleObject *module);

#endif
