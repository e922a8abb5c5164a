/*
 * socket_names.c — the functions of the module _socket: names of hosts and services, conversions,
 * pairs of sockets; and its constants.
 */
#include "bytes.h"
#include "socket.h"

#include "isolate.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <net/if.h>
#include <netdb.h>
#include <linux/can.h>
#include <linux/can/bcm.h>
#include <linux/can/isotp.h>
#include <linux/can/j1939.h>
#include <linux/can/raw.h>
#include <linux/if_alg.h>
#include <linux/netlink.h>
#include <linux/qrtr.h>
#include <linux/tipc.h>
#include <linux/vm_sockets.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
#include <netpacket/packet.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* ---- getaddrinfo, getnameinfo ---------------------------------------------------------------- */

/* What getaddrinfo takes as host: the bytes of a str ("idna") or bytes; 0: failed, or None. */
static Value resolver_host(Value host) {
    if (value_is_str(host))
        return codec_encode(host, "idna", "strict");
    if (value_isa(host, &rt_type_bytes))
        return value_incref(host);
    return host == VALUE_NONE
               ? 0
               : raise_error(&rt_exc_TypeError, "getaddrinfo() argument 1 must be string or None");
}

/* And as port or service; 0: failed, or None. */
static Value resolver_service(Value port) {
    int64_t number;
    if (value_is_int(port)) {
        if (!int_to_i64(port, &number))
            return raise_error(&rt_exc_OverflowError, "Python int too large to convert to C long");
        char text[24];
        return bytes_new(text, (size_t)snprintf(text, sizeof text, "%lld", (long long)number));
    }
    if (value_is_str(port))
        return codec_encode(port, "utf-8", "strict");
    if (value_isa(port, &rt_type_bytes))
        return value_incref(port);
    return port == VALUE_NONE ? 0 : raise_error(&rt_exc_OSError, "Int or String expected");
}

static Value show_info(const struct addrinfo *info) {
    SocketAddress address = {.size = info->ai_addrlen};
    memcpy(&address.storage, info->ai_addr, info->ai_addrlen);
    Value items[5] = {
        value_from_small_int(info->ai_family), value_from_small_int(info->ai_socktype),
        value_from_small_int(info->ai_protocol),
        str_from_cstr(info->ai_canonname ? info->ai_canonname : ""), socket_address_show(&address)};
    Value tuple = items[3] && items[4] ? tuple_new(items, 5) : 0;
    value_decref(items[3]);
    value_decref(items[4]);
    return tuple;
}

static Value show_all(const struct addrinfo *info) {
    Value list = list_new(NULL, 0);
    for (; list && info; info = info->ai_next) {
        Value tuple = show_info(info);
        if (!tuple || list_append_take(list, tuple) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

/* Both may be 0. */
static Value resolve(Value host, Value service, const int numbers[4]) {
    struct addrinfo hints = {.ai_family = numbers[0],
                             .ai_socktype = numbers[1],
                             .ai_protocol = numbers[2],
                             .ai_flags = numbers[3]};
    struct addrinfo *found = NULL;
    ThreadState state;
    isolate_leave(&state);
    int error = getaddrinfo(host ? posix_path(host) : NULL, service ? posix_path(service) : NULL,
                            &hints, &found);
    isolate_enter(&state);
    if (error)
        return socket_raise_gaierror(error);
    Value list = show_all(found);
    freeaddrinfo(found);
    return list;
}

NATIVE(names_getaddrinfo) {
    NATIVE_UNUSED();
    int numbers[4] = {0};
    for (int i = 0; i < 4; i++)
        if (args[i + 2] && object_c_int(args[i + 2], &numbers[i]) < 0)
            return 0;
    Value host = resolver_host(args[0]);
    Value service = isolate.pending ? 0 : resolver_service(args[1]);
    Value result = isolate.pending ? 0 : resolve(host, service, numbers);
    value_decref(host);
    value_decref(service);
    return result;
}

NATIVE(names_getnameinfo) {
    NATIVE_UNUSED();
    int flags;
    if (!value_isa(args[0], &rt_type_tuple))
        return raise_error(&rt_exc_TypeError, "getnameinfo() argument 1 must be a tuple");
    if (object_c_int(args[1], &flags) < 0)
        return 0;
    SocketAddress address;
    int family = AS(TupleObject, args[0])->length > 2 ? AF_INET6 : AF_INET;
    const TupleObject *tuple = AS(TupleObject, args[0]);
    if (tuple->length < 2 || tuple->length > 4 || !value_is_str(tuple->items[0]))
        return raise_error(&rt_exc_TypeError, "getnameinfo(): illegal sockaddr argument");
    size_t size;
    if (tuple->length && value_is_str(tuple->items[0]) &&
        strchr(str_utf8(tuple->items[0], &size), ':'))
        family = AF_INET6;
    if (socket_address_read(family, args[0], "getnameinfo", &address) < 0)
        return 0;
    char host[NI_MAXHOST], service[NI_MAXSERV];
    ThreadState state;
    isolate_leave(&state);
    int error = getnameinfo((struct sockaddr *)&address.storage, address.size, host, sizeof host,
                            service, sizeof service, flags);
    isolate_enter(&state);
    if (error)
        return socket_raise_gaierror(error);
    Value pair[2] = {str_from_cstr(host), str_from_cstr(service)};
    Value result = pair[0] && pair[1] ? tuple_new(pair, 2) : 0;
    value_decref(pair[0]);
    value_decref(pair[1]);
    return result;
}

/* ---- older ways ------------------------------------------------------------------------------ */

static const char *text_argument(Value value) {
    size_t size;
    if (value_is_str(value))
        return str_utf8(value, &size);
    raise_error(&rt_exc_TypeError, "argument must be str, not %T", value);
    return NULL;
}

/* The bytes of a host that is asked for by its name. New reference; 0: an exception is pending. */
static Value host_name(Value host, const char *function) {
    if (value_is_str(host))
        return codec_encode(host, "idna", "strict");
    if (value_isa(host, &rt_type_bytes) || value_isa(host, &rt_type_bytearray))
        return object_call1(OBJ(&rt_type_bytes), host);
    return raise_error(&rt_exc_TypeError, "%s() argument 1 must be str, bytes or bytearray, not %A",
                       function, host);
}

/* Its first address. 0 or -1. */
static int named_host(Value host, const char *function, int family, SocketAddress *out) {
    Value name = host_name(host, function);
    int status = name ? socket_lookup(posix_path(name), family, out) : -1;
    value_decref(name);
    return status;
}

NATIVE(names_gethostbyname) {
    NATIVE_UNUSED();
    SocketAddress address;
    if (named_host(args[0], "gethostbyname", AF_INET, &address) < 0)
        return 0;
    char text[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, &((struct sockaddr_in *)&address.storage)->sin_addr, text, sizeof text);
    return str_from_cstr(text);
}

NATIVE(names_gethostname) {
    NATIVE_UNUSED();
    char name[256];
    if (gethostname(name, sizeof name) < 0)
        return raise_errno(errno, 0);
    return str_from_utf8(name, strlen(name));
}

NATIVE(names_sethostname) {
    NATIVE_UNUSED();
    const char *name;
    size_t size;
    if (value_isa(args[0], &rt_type_bytes)) {
        name = (const char *)AS(BytesObject, args[0])->data;
        size = (size_t)AS(BytesObject, args[0])->length;
    } else if (!value_isa(args[0], &rt_type_str)) {
        return raise_error(&rt_exc_TypeError, "sethostname() argument 1 must be str, not %T",
                           args[0]);
    } else if (!(name = str_utf8(args[0], &size))) {
        return 0;
    }
    return sethostname(name, size) < 0 ? raise_errno(errno, 0) : VALUE_NONE;
}

/* CMSG_LEN(length) and CMSG_SPACE(length): of control data in messages */
static Value control_size(Value argument, const char *function, bool padded) {
    int64_t size = object_index(argument);
    if (size == -1 && isolate.pending)
        return 0;
    if (size < 0 || size > (int64_t)(INT_MAX - CMSG_SPACE(0)))
        return raise_error(&rt_exc_OverflowError, "%s() argument out of range", function);
    return int_from_u64(padded ? CMSG_SPACE((size_t)size) : CMSG_LEN((size_t)size));
}

NATIVE(names_CMSG_LEN) {
    NATIVE_UNUSED();
    return control_size(args[0], "CMSG_LEN", false);
}

NATIVE(names_CMSG_SPACE) {
    NATIVE_UNUSED();
    return control_size(args[0], "CMSG_SPACE", true);
}

static Value host_entry(const struct hostent *entry, int error_number) {
    if (!entry) {
        Value args[2] = {value_from_small_int(error_number),
                         str_from_cstr(hstrerror(error_number))};
        Value error = args[1] ? object_call(socket_herror, args, 2, 0) : 0;
        value_decref(args[1]);
        return error ? raise_value_take(error) : 0;
    }
    Value parts[3] = {str_from_cstr(entry->h_name), list_new(NULL, 0), list_new(NULL, 0)};
    int status = parts[0] && parts[1] && parts[2] ? 0 : -1;
    for (char **alias = entry->h_aliases; status == 0 && *alias; alias++)
        status = list_append_take(parts[1], str_from_cstr(*alias));
    for (char **address = entry->h_addr_list; status == 0 && *address; address++) {
        char text[INET6_ADDRSTRLEN];
        inet_ntop(entry->h_addrtype, *address, text, sizeof text);
        status = list_append_take(parts[2], str_from_cstr(text));
    }
    Value result = status == 0 ? tuple_new(parts, 3) : 0;
    for (int i = 0; i < 3; i++)
        value_decref(parts[i]);
    return result;
}

enum { HOST_ROOM = 16384 }; /* as much as CPython gives it */

static Value host_by_name(const char *name) {
    struct hostent room, *entry = NULL;
    char texts[HOST_ROOM];
    int error = 0;
    ThreadState state;
    isolate_leave(&state);
    gethostbyname_r(name, &room, texts, sizeof texts, &entry, &error);
    isolate_enter(&state);
    return host_entry(entry, error);
}

/* What has no address is refused by the words of getaddrinfo. */
NATIVE(names_gethostbyname_ex) {
    NATIVE_UNUSED();
    SocketAddress address;
    Value name = host_name(args[0], "gethostbyname_ex");
    Value result = name && socket_lookup(posix_path(name), AF_INET, &address) == 0
                       ? host_by_name(posix_path(name))
                       : 0;
    value_decref(name);
    return result;
}

static Value host_by_address(const SocketAddress *address) {
    bool four = address->storage.ss_family == AF_INET;
    const void *number = four
                             ? (const void *)&((struct sockaddr_in *)&address->storage)->sin_addr
                             : (const void *)&((struct sockaddr_in6 *)&address->storage)->sin6_addr;
    struct hostent room, *entry = NULL;
    char texts[HOST_ROOM];
    int error = 0;
    ThreadState state;
    isolate_leave(&state);
    gethostbyaddr_r(number, four ? 4 : 16, address->storage.ss_family, &room, texts, sizeof texts,
                    &entry, &error);
    isolate_enter(&state);
    return host_entry(entry, error);
}

NATIVE(names_gethostbyaddr) {
    NATIVE_UNUSED();
    SocketAddress address;
    if (named_host(args[0], "gethostbyaddr", AF_UNSPEC, &address) < 0)
        return 0;
    return host_by_address(&address);
}

NATIVE(names_getservbyname) {
    NATIVE_UNUSED();
    const char *name = text_argument(args[0]);
    const char *protocol = name && count > 1 ? text_argument(args[1]) : NULL;
    if (!name || (count > 1 && !protocol))
        return 0;
    const struct servent *entry = getservbyname(name, protocol);
    return entry ? value_from_small_int(ntohs((uint16_t)entry->s_port))
                 : raise_error(&rt_exc_OSError, "service/proto not found");
}

NATIVE(names_getservbyport) {
    NATIVE_UNUSED();
    int port;
    if (object_parsed_int(args[0], &port) < 0)
        return 0;
    const char *protocol = count > 1 ? text_argument(args[1]) : NULL;
    if (count > 1 && !protocol)
        return 0;
    if (port < 0 || port > 0xffff)
        return raise_error(&rt_exc_OverflowError, "getservbyport: port must be 0-65535.");
    const struct servent *entry = getservbyport(htons((uint16_t)port), protocol);
    return entry ? str_from_cstr(entry->s_name)
                 : raise_error(&rt_exc_OSError, "port/proto not found");
}

NATIVE(names_getprotobyname) {
    NATIVE_UNUSED();
    const char *name = text_argument(args[0]);
    const struct protoent *entry = name ? getprotobyname(name) : NULL;
    if (!name)
        return 0;
    return entry ? value_from_small_int(entry->p_proto)
                 : raise_error(&rt_exc_OSError, "protocol not found");
}

NATIVE(names_if_nametoindex) {
    NATIVE_UNUSED();
    const char *name = text_argument(args[0]);
    if (!name)
        return 0;
    unsigned index = if_nametoindex(name);
    return index ? value_from_small_int(index)
                 : raise_error(&rt_exc_OSError, "no interface with this name");
}

NATIVE(names_if_indextoname) {
    NATIVE_UNUSED();
    int index;
    char name[IF_NAMESIZE];
    if (object_c_int(args[0], &index) < 0)
        return 0;
    return if_indextoname((unsigned)index, name) ? str_from_cstr(name) : raise_errno(errno, 0);
}

NATIVE(names_if_nameindex) {
    NATIVE_UNUSED();
    struct if_nameindex *all = if_nameindex();
    if (!all)
        return raise_errno(errno, 0);
    Value list = list_new(NULL, 0);
    int status = list ? 0 : -1;
    for (struct if_nameindex *one = all; status == 0 && one->if_index; one++) {
        Value pair[2] = {value_from_small_int(one->if_index), str_from_cstr(one->if_name)};
        status = list_append_take(list, pair[1] ? tuple_new(pair, 2) : 0);
        value_decref(pair[1]);
    }
    if_freenameindex(all);
    if (status == 0)
        return list;
    value_decref(list);
    return 0;
}

/* ---- conversions ----------------------------------------------------------------------------- */

/* Reads a number of 16 bits. */
static int short_argument(Value value, const char *function, int64_t *out) {
    int number;
    if (object_parsed_int(value, &number) < 0)
        return -1;
    *out = number;
    if (number < 0)
        return raise_status(&rt_exc_OverflowError,
                            "%s: can't convert negative Python int to C 16-bit unsigned integer",
                            function);
    if (number > UINT16_MAX)
        return raise_status(&rt_exc_OverflowError,
                            "%s: Python int too large to convert to C 16-bit unsigned integer",
                            function);
    return 0;
}

/* Reads a number of 32 bits. */
static int long_argument(Value value, const char *function, int64_t *number) {
    (void)function;
    if (!value_is_int(value))
        return raise_status(&rt_exc_TypeError, "expected int, %T found", value);
    if (!int_to_i64(value, number))
        return raise_status(&rt_exc_OverflowError,
                            "Python int too large to convert to C unsigned long");
    if (*number < 0)
        return raise_status(&rt_exc_OverflowError, "can't convert negative value to unsigned int");
    if (*number > UINT32_MAX)
        return raise_status(&rt_exc_OverflowError, "int larger than 32 bits");
    return 0;
}

#define SWAP(name, read, call)                                                                     \
    NATIVE(names_##name) {                                                                         \
        NATIVE_UNUSED();                                                                           \
        int64_t number;                                                                            \
        return read(args[0], #name, &number) < 0 ? 0 : int_from_i64(call);                         \
    }
SWAP(htons, short_argument, htons((uint16_t)number))
SWAP(ntohs, short_argument, ntohs((uint16_t)number))
SWAP(htonl, long_argument, htonl((uint32_t)number))
SWAP(ntohl, long_argument, ntohl((uint32_t)number))
#undef SWAP

NATIVE(names_inet_aton) {
    NATIVE_UNUSED();
    struct in_addr address;
    const char *text = text_argument(args[0]);
    if (!text)
        return 0;
    return inet_aton(text, &address)
               ? bytes_new(&address, sizeof address)
               : raise_error(&rt_exc_OSError, "illegal IP address string passed to inet_aton");
}

NATIVE(names_inet_pton) {
    NATIVE_UNUSED();
    int family;
    uint8_t address[16];
    const char *text = object_c_int(args[0], &family) < 0 ? NULL : text_argument(args[1]);
    if (!text)
        return 0;
    int status = inet_pton(family, text, address);
    if (status < 0)
        return raise_errno(errno, 0);
    return status ? bytes_new(address, family == AF_INET ? 4 : 16)
                  : raise_error(&rt_exc_OSError, "illegal IP address string passed to inet_pton");
}

static Value show_address(int family, Value packed) {
    const uint8_t *data;
    int64_t size;
    char text[INET6_ADDRSTRLEN];
    if (!bytes_view(packed, &data, &size))
        return buffer_refused(packed);
    if (family != AF_INET && family != AF_INET6)
        return raise_error(&rt_exc_ValueError, "unknown address family %d", family);
    if (size != (family == AF_INET ? 4 : 16))
        return raise_error(&rt_exc_ValueError, "invalid length of packed IP address string");
    inet_ntop(family, data, text, sizeof text);
    return str_from_cstr(text);
}

NATIVE(names_inet_ntoa) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    if (bytes_view(args[0], &data, &size) && size != 4)
        return raise_error(&rt_exc_OSError, "packed IP wrong length for inet_ntoa");
    return show_address(AF_INET, args[0]);
}

NATIVE(names_inet_ntop) {
    NATIVE_UNUSED();
    int family;
    return object_c_int(args[0], &family) < 0 ? 0 : show_address(family, args[1]);
}

/* ---- descriptors ----------------------------------------------------------------------------- */

NATIVE(names_close) {
    NATIVE_UNUSED();
    int fd;
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    return close(fd) < 0 && errno != ECONNRESET ? raise_errno(errno, 0) : VALUE_NONE;
}

NATIVE(names_dup) {
    NATIVE_UNUSED();
    int fd;
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    int copy = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    return copy < 0 ? raise_errno(errno, 0) : value_from_small_int(copy);
}

NATIVE(names_get_inheritable) {
    NATIVE_UNUSED();
    int fd;
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    int flags = fcntl(fd, F_GETFD);
    return flags < 0 ? raise_errno(errno, 0) : VALUE_BOOL(!(flags & FD_CLOEXEC));
}

NATIVE(names_set_inheritable) {
    NATIVE_UNUSED();
    int fd, inheritable = object_truth(args[1]);
    if (inheritable < 0 || object_c_int(args[0], &fd) < 0)
        return 0;
    return fcntl(fd, F_SETFD, inheritable ? 0 : FD_CLOEXEC) < 0 ? raise_errno(errno, 0)
                                                                : VALUE_NONE;
}

NATIVE(names_socketpair) {
    NATIVE_UNUSED();
    int numbers[3] = {AF_UNIX, SOCK_STREAM, 0}, ends[2];
    for (uint32_t i = 0; i < 3; i++)
        if (args[i] && args[i] != VALUE_NONE && object_c_int(args[i], &numbers[i]) < 0)
            return 0;
    if (socketpair(numbers[0], numbers[1] | SOCK_CLOEXEC, numbers[2], ends) < 0)
        return raise_errno(errno, 0);
    Value pair[2] = {socket_wrap(&socket_type, ends[0], numbers[0], numbers[1], numbers[2]),
                     socket_wrap(&socket_type, ends[1], numbers[0], numbers[1], numbers[2])};
    Value result = pair[0] && pair[1] ? tuple_new(pair, 2) : 0;
    value_decref(pair[0]);
    value_decref(pair[1]);
    return result;
}

NATIVE(names_getdefaulttimeout) {
    NATIVE_UNUSED();
    return socket_timeout_show(socket_default_timeout);
}

NATIVE(names_setdefaulttimeout) {
    NATIVE_UNUSED();
    return socket_timeout_read(args[0], &socket_default_timeout) < 0 ? 0 : VALUE_NONE;
}

#define ROW(text, least, most)                                                                     \
    { .name = #text, .call = names_##text, .min_args = least, .max_args = most }
#define PARSED_ROW(text, least, most)                                                              \
    {                                                                                              \
        .name = #text, .call = names_##text, .min_args = least, .max_args = most,                  \
        .kind = METHOD_PARSED                                                                      \
    }

const NativeMethod socket_functions[] = {
    {.name = "getaddrinfo",
     .call = names_getaddrinfo,
     .min_args = 2,
     .max_args = 6,
     .keywords = "host port family type proto flags"},
    PARSED_ROW(getnameinfo, 2, 2),
    PARSED_ROW(gethostbyname, 1, 1),
    PARSED_ROW(gethostbyname_ex, 1, 1),
    PARSED_ROW(gethostbyaddr, 1, 1),
    ROW(gethostname, 0, 0),
    PARSED_ROW(sethostname, 1, 1),
    PARSED_ROW(CMSG_LEN, 1, 1),
    PARSED_ROW(CMSG_SPACE, 1, 1),
    PARSED_ROW(getservbyname, 1, 2),
    PARSED_ROW(getservbyport, 1, 2),
    PARSED_ROW(getprotobyname, 1, 1),
    PARSED_ROW(if_nametoindex, 1, 1),
    ROW(if_indextoname, 1, 1),
    ROW(if_nameindex, 0, 0),
    PARSED_ROW(htons, 1, 1),
    PARSED_ROW(ntohs, 1, 1),
    ROW(htonl, 1, 1),
    ROW(ntohl, 1, 1),
    PARSED_ROW(inet_aton, 1, 1),
    PARSED_ROW(inet_ntoa, 1, 1),
    PARSED_ROW(inet_pton, 2, 2),
    PARSED_ROW(inet_ntop, 2, 2),
    ROW(close, 1, 1),
    ROW(dup, 1, 1),
    ROW(get_inheritable, 1, 1),
    ROW(set_inheritable, 2, 2),
    {.name = "socketpair",
     .call = names_socketpair,
     .max_args = 3,
     .keywords = "family type proto"},
    ROW(getdefaulttimeout, 0, 0),
    ROW(setdefaulttimeout, 1, 1),
    {0},
};

/* ---- constants ------------------------------------------------------------------------------- */

static const NamedNumber constants[] = {
#define CONSTANT(name) {#name, name},
#include "socket_constants.def"
#undef CONSTANT
    {"CAN_BCM_TX_SETUP", TX_SETUP},
    {"CAN_BCM_TX_DELETE", TX_DELETE},
    {"CAN_BCM_TX_READ", TX_READ},
    {"CAN_BCM_TX_SEND", TX_SEND},
    {"CAN_BCM_RX_SETUP", RX_SETUP},
    {"CAN_BCM_RX_DELETE", RX_DELETE},
    {"CAN_BCM_RX_READ", RX_READ},
    {"CAN_BCM_TX_STATUS", TX_STATUS},
    {"CAN_BCM_TX_EXPIRED", TX_EXPIRED},
    {"CAN_BCM_RX_STATUS", RX_STATUS},
    {"CAN_BCM_RX_TIMEOUT", RX_TIMEOUT},
    {"CAN_BCM_RX_CHANGED", RX_CHANGED},
    {"CAN_BCM_SETTIMER", SETTIMER},
    {"CAN_BCM_STARTTIMER", STARTTIMER},
    {"CAN_BCM_TX_COUNTEVT", TX_COUNTEVT},
    {"CAN_BCM_TX_ANNOUNCE", TX_ANNOUNCE},
    {"CAN_BCM_TX_CP_CAN_ID", TX_CP_CAN_ID},
    {"CAN_BCM_RX_FILTER_ID", RX_FILTER_ID},
    {"CAN_BCM_RX_CHECK_DLC", RX_CHECK_DLC},
    {"CAN_BCM_RX_NO_AUTOTIMER", RX_NO_AUTOTIMER},
    {"CAN_BCM_RX_ANNOUNCE_RESUME", RX_ANNOUNCE_RESUME},
    {"CAN_BCM_TX_RESET_MULTI_IDX", TX_RESET_MULTI_IDX},
    {"CAN_BCM_RX_RTR_FRAME", RX_RTR_FRAME},
    {"CAN_BCM_CAN_FD_FRAME", CAN_FD_FRAME},
    {"INADDR_ANY", INADDR_ANY},
    {"INADDR_BROADCAST", INADDR_BROADCAST},
    {"INADDR_LOOPBACK", INADDR_LOOPBACK},
    {"INADDR_NONE", INADDR_NONE},
    {"SOMAXCONN", SOMAXCONN},
    /* of headers that the C library does not bring */
    {"ALG_OP_SIGN", 2},
    {"ALG_OP_VERIFY", 3},
    {"ALG_SET_PUBKEY", 6},
    {"BTPROTO_L2CAP", 0},
    {"BTPROTO_HCI", 1},
    {"BTPROTO_SCO", 2},
    {"BTPROTO_RFCOMM", 3},
    {"HCI_DATA_DIR", 1},
    {"HCI_FILTER", 2},
    {"HCI_TIME_STAMP", 3},
    {"SOL_HCI", 0},
    {"IOCTL_VM_SOCKETS_GET_LOCAL_CID", IOCTL_VM_SOCKETS_GET_LOCAL_CID},
    {"UDPLITE_SEND_CSCOV", 10},
    {"UDPLITE_RECV_CSCOV", 11},
    {0},
};

int socket_add_constants(ModuleObject *module) {
    if (module_set(module, "BDADDR_ANY", str_from_cstr("00:00:00:00:00:00")) < 0 ||
        module_set(module, "BDADDR_LOCAL", str_from_cstr("00:00:00:FF:FF:FF")) < 0)
        return -1;
    return module_add_numbers(module, constants);
}
