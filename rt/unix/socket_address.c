/*
 * socket_address.c — addresses of sockets, between Python's tuples and the system's structures, and
 * the names of hosts.
 */
#include "bytes.h"
#include "socket.h"

#include "isolate.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/un.h>

Value socket_gaierror, socket_herror;

Value socket_raise_gaierror(int error) {
    if (error == EAI_SYSTEM)
        return raise_errno(errno, 0);
    Value args[2] = {value_from_small_int(error), str_from_cstr(gai_strerror(error))};
    Value exception = args[1] ? object_call(socket_gaierror, args, 2, 0) : 0;
    value_decref(args[1]);
    return exception ? raise_value_take(exception) : 0;
}

/* ---- hosts ----------------------------------------------------------------------------------- */

static bool numeric_host(const char *host, int family, SocketAddress *out) {
    struct sockaddr_in *four = (struct sockaddr_in *)&out->storage;
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)&out->storage;
    if (family == AF_INET) {
        *four = (struct sockaddr_in){.sin_family = AF_INET};
        out->size = sizeof *four;
        if (!*host)
            return true;
        if (strcmp(host, "<broadcast>") == 0) {
            four->sin_addr.s_addr = htonl(INADDR_BROADCAST);
            return true;
        }
        return inet_pton(AF_INET, host, &four->sin_addr) == 1;
    }
    if (family != AF_INET6)
        return false;
    *six = (struct sockaddr_in6){.sin6_family = AF_INET6};
    out->size = sizeof *six;
    return !*host || inet_pton(AF_INET6, host, &six->sin6_addr) == 1;
}

int socket_lookup(const char *host, int family, SocketAddress *out) {
    memset(out, 0, sizeof *out);
    if (numeric_host(host, family, out))
        return 0;
    struct addrinfo hints = {.ai_family = family}, *found = NULL;
    ThreadState state;
    isolate_leave(&state);
    int error = getaddrinfo(host, NULL, &hints, &found);
    isolate_enter(&state);
    if (error) {
        socket_raise_gaierror(error);
        return -1;
    }
    memcpy(&out->storage, found->ai_addr, found->ai_addrlen);
    out->size = found->ai_addrlen;
    freeaddrinfo(found);
    return 0;
}

Value socket_host_bytes(Value host) {
    Value bytes;
    if (value_is_str(host) && !AS(StrObject, host)->ascii) {
        bytes = codec_encode(host, "idna", "strict");
        if (!bytes && !exc_pending_is(&rt_exc_MemoryError)) {
            exc_clear();
            raise_error(&rt_exc_TypeError, "encoding of hostname failed");
        }
    } else if (value_is_str(host)) {
        bytes = bytes_new(str_data(AS(StrObject, host)), (size_t)AS(StrObject, host)->length);
    } else if (value_isa(host, &rt_type_bytes) || value_isa(host, &rt_type_bytearray)) {
        bytes = object_call1(OBJ(&rt_type_bytes), host);
    } else {
        return raise_error(&rt_exc_TypeError, "str, bytes or bytearray expected, not %T", host);
    }
    if (!bytes || strlen(posix_path(bytes)) == (size_t)AS(BytesObject, bytes)->length)
        return bytes;
    value_decref(bytes);
    return raise_error(&rt_exc_TypeError, "host name must not contain null character");
}

/* Looks up the host of an address tuple. 0 or -1. */
static int read_host(Value host, int family, SocketAddress *out) {
    Value bytes = socket_host_bytes(host);
    int status = bytes ? socket_lookup(posix_path(bytes), family, out) : -1;
    value_decref(bytes);
    return status;
}

/* ---- reading --------------------------------------------------------------------------------- */

static int read_port(Value value, const char *function, uint16_t *port) {
    if (!value_is_int(value))
        return raise_status(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                            value);
    int64_t number;
    if (!int_to_i64(value, &number) || number < 0 || number > 65535)
        return raise_status(&rt_exc_OverflowError, "%s(): port must be 0-65535.", function);
    *port = (uint16_t)number;
    return 0;
}

/* An int's lowest 32 bits. 0 or -1. */
static int read_word(Value value, uint32_t *out) {
    int64_t number = object_index(value);
    *out = (uint32_t)number;
    return number == -1 && isolate.pending ? -1 : 0;
}

static int read_internet(int family, Value value, const char *function, SocketAddress *out) {
    const char *name = family == AF_INET ? "AF_INET" : "AF_INET6";
    if (!value_isa(value, &rt_type_tuple))
        return raise_status(&rt_exc_TypeError, "%s(): %s address must be tuple, not %T", function,
                            name, value);
    const TupleObject *tuple = AS(TupleObject, value);
    if (family == AF_INET && tuple->length != 2)
        return raise_status(&rt_exc_TypeError, "AF_INET address must be a pair (host, port)");
    if (tuple->length < 2 || tuple->length > 4)
        return raise_status(&rt_exc_TypeError, "AF_INET6 address must be a tuple (host, port[, "
                                               "flowinfo[, scopeid]])");
    uint16_t port;
    if (read_port(tuple->items[1], function, &port) < 0 ||
        read_host(tuple->items[0], family, out) < 0)
        return -1;
    if (family == AF_INET) {
        ((struct sockaddr_in *)&out->storage)->sin_port = htons(port);
        return 0;
    }
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)&out->storage;
    uint32_t flow = 0;
    if ((tuple->length > 2 && read_word(tuple->items[2], &flow) < 0) ||
        (tuple->length > 3 && read_word(tuple->items[3], &six->sin6_scope_id) < 0))
        return -1;
    if (flow > 0xfffff)
        return raise_status(&rt_exc_OverflowError, "%s(): flowinfo must be 0-1048575.", function);
    six->sin6_port = htons(port);
    six->sin6_flowinfo = htonl(flow);
    return 0;
}

/* A path, an abstract name, which begins with a null byte, or nothing, for which Linux makes one.
 */
static int fill_unix(const uint8_t *data, size_t size, SocketAddress *out) {
    struct sockaddr_un *address = (struct sockaddr_un *)&out->storage;
    bool is_path = size && data[0];
    if (size + is_path > sizeof address->sun_path)
        return raise_status(&rt_exc_OSError, "AF_UNIX path too long");
    memset(address, 0, sizeof *address);
    address->sun_family = AF_UNIX;
    memcpy(address->sun_path, data, size);
    out->size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + size);
    return 0;
}

static int read_unix(Value value, SocketAddress *out) {
    Value path =
        value_is_str(value) ? codec_encode(value, "utf-8", "surrogateescape") : value_incref(value);
    const uint8_t *data;
    int64_t size;
    int status =
        path && bytes_argument(path, &data, &size) ? fill_unix(data, (size_t)size, out) : -1;
    value_decref(path);
    return status;
}

int socket_address_read(int family, Value value, const char *function, SocketAddress *out) {
    memset(out, 0, sizeof *out);
    if (family == AF_INET || family == AF_INET6)
        return read_internet(family, value, function, out);
    if (family == AF_UNIX)
        return read_unix(value, out);
    return raise_status(&rt_exc_OSError, "%s(): bad family", function);
}

/* ---- showing --------------------------------------------------------------------------------- */

static Value show_unix(const SocketAddress *address) {
    const struct sockaddr_un *local = (const struct sockaddr_un *)&address->storage;
    size_t start = offsetof(struct sockaddr_un, sun_path);
    size_t size = address->size > start ? address->size - start : 0;
    if (size && !local->sun_path[0])
        return bytes_new(local->sun_path, size);
    size = strnlen(local->sun_path, size);
    return codec_decode((const uint8_t *)local->sun_path, (int64_t)size, "utf-8",
                        "surrogateescape");
}

Value socket_address_show(const SocketAddress *address) {
    if (address->size == 0)
        return VALUE_NONE;
    char host[INET6_ADDRSTRLEN];
    int family = address->storage.ss_family;
    if (family == AF_UNIX)
        return show_unix(address);
    if (family == AF_INET) {
        const struct sockaddr_in *four = (const struct sockaddr_in *)&address->storage;
        inet_ntop(AF_INET, &four->sin_addr, host, sizeof host);
        Value pair[2] = {str_from_cstr(host), value_from_small_int(ntohs(four->sin_port))};
        Value tuple = pair[0] ? tuple_new(pair, 2) : 0;
        value_decref(pair[0]);
        return tuple;
    }
    if (family == AF_INET6) {
        const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)&address->storage;
        inet_ntop(AF_INET6, &six->sin6_addr, host, sizeof host);
        Value items[4] = {str_from_cstr(host), value_from_small_int(ntohs(six->sin6_port)),
                          value_from_small_int(ntohl(six->sin6_flowinfo)),
                          value_from_small_int(six->sin6_scope_id)};
        Value tuple = items[0] ? tuple_new(items, 4) : 0;
        value_decref(items[0]);
        return tuple;
    }
    Value data = bytes_new(((const struct sockaddr *)&address->storage)->sa_data,
                           address->size - offsetof(struct sockaddr, sa_data));
    Value pair[2] = {value_from_small_int(family), data};
    Value tuple = data ? tuple_new(pair, 2) : 0;
    value_decref(data);
    return tuple;
}
