/*
 * mod_asyncio_transport.c — the module _asyncio_transport: the class of the transport of stream
 * sockets, from which asyncio.selector_events._SelectorSocketTransport is derived, which adds
 * nothing but its bases.
 */
#include "aio_transport.h"
#include "socket.h"
#include "stack.h"
#include "warn.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <unistd.h>

enum { MANY_LOST_WRITES = 5 };

static Type type_transport;
static Value make_socket, buffered_class; /* given by setup() */

static SocketTransport *self_of(const Value *args) {
    return AS(SocketTransport, args[0]);
}

/* ---- methods: writing ------------------------------------------------------------------------ */

static Value answer(int status) {
    return status < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_write) {
    NATIVE_UNUSED();
    SocketTransport *self = self_of(args);
    const uint8_t *data;
    int64_t size;
    if (!bytes_view(args[1], &data, &size))
        return raise_error(&rt_exc_TypeError, "data argument must be a bytes-like object, not '%T'",
                           args[1]);
    if (self->eof)
        return raise_error(&rt_exc_RuntimeError, "Cannot call write() after write_eof()");
    if (transport_empty_waiter_borrow(self))
        return raise_error(&rt_exc_RuntimeError, "unable to write; sendfile is in progress");
    if (size == 0)
        return VALUE_NONE;
    if (self->lost_count) {
        if (self->lost_count++ >= MANY_LOST_WRITES)
            aio_log(AIO_LOG_WARNING, str_name("socket.send() raised exception."), 0);
        return VALUE_NONE;
    }
    return answer(transport_write(self, data, size));
}

NATIVE(method_write_eof) {
    NATIVE_UNUSED();
    SocketTransport *self = self_of(args);
    if (self->closing || self->eof)
        return VALUE_NONE;
    self->eof = true;
    if (transport_output_left(self) || shutdown(self->fd, SHUT_WR) == 0)
        return VALUE_NONE;
    return raise_errno(errno, 0);
}

NATIVE(method_can_write_eof) {
    NATIVE_UNUSED();
    return VALUE_TRUE;
}

NATIVE(method_get_write_buffer_size) {
    NATIVE_UNUSED();
    return int_from_i64(transport_output_left(self_of(args)));
}

NATIVE(method_maybe_pause) {
    NATIVE_UNUSED();
    return answer(transport_maybe_pause(self_of(args)));
}

NATIVE(get_high_water) {
    NATIVE_UNUSED();
    return value_incref(transport_limit_borrow(self_of(args), HIGH));
}

NATIVE(get_low_water) {
    NATIVE_UNUSED();
    return value_incref(transport_limit_borrow(self_of(args), LOW));
}

static int set_limit(Value transport, int which, Value value) {
    Seldom *seldom = transport_seldom(AS(SocketTransport, transport));
    if (seldom)
        value_replace(&seldom->limits[which], value_incref(value));
    return seldom ? 0 : -1;
}

static int set_high_water(Value self, Value value) {
    return set_limit(self, HIGH, value);
}

static int set_low_water(Value self, Value value) {
    return set_limit(self, LOW, value);
}

NATIVE(method_make_empty_waiter) {
    NATIVE_UNUSED();
    SocketTransport *self = self_of(args);
    if (transport_empty_waiter_borrow(self))
        return raise_error(&rt_exc_RuntimeError, "Empty waiter is already set");
    Seldom *seldom = transport_seldom(self);
    if (!seldom)
        return 0;
    seldom->empty_waiter = loop_make_future(self->watch.loop);
    if (seldom->empty_waiter && !transport_output_left(self) &&
        future_set_result(future_of(seldom->empty_waiter), VALUE_NONE) < 0)
        return 0;
    return value_incref(seldom->empty_waiter);
}

NATIVE(method_reset_empty_waiter) {
    NATIVE_UNUSED();
    SocketTransport *self = self_of(args);
    if (self->seldom)
        value_replace(&self->seldom->empty_waiter, 0);
    return VALUE_NONE;
}

/* ---- methods: reading, closing --------------------------------------------------------------- */

NATIVE(method_is_reading) {
    NATIVE_UNUSED();
    return VALUE_BOOL(!self_of(args)->paused && !self_of(args)->closing);
}

NATIVE(method_pause_reading) {
    NATIVE_UNUSED();
    SocketTransport *self = self_of(args);
    if (self->closing || self->paused)
        return VALUE_NONE;
    self->paused = true;
    transport_unwatch(self, READ);
    transport_note(self, "%R pauses reading", NULL, 0);
    return VALUE_NONE;
}

NATIVE(method_resume_reading) {
    NATIVE_UNUSED();
    SocketTransport *self = self_of(args);
    if (self->closing || !self->paused)
        return VALUE_NONE;
    self->paused = false;
    int status = transport_watch(self, READ);
    if (status == 0)
        transport_note(self, "%R resumes reading", NULL, 0);
    return answer(status);
}

NATIVE(method_is_closing) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->closing);
}

NATIVE(method_close) {
    NATIVE_UNUSED();
    return answer(transport_close(self_of(args)));
}

NATIVE(method_abort) {
    NATIVE_UNUSED();
    return answer(transport_force_close(self_of(args), 0));
}

/* _force_close(error): for protocols that stand between the transport and the program's. */
NATIVE(method_force_close) {
    NATIVE_UNUSED();
    return answer(transport_force_close(self_of(args), args[1]));
}

NATIVE(method_get_protocol) {
    NATIVE_UNUSED();
    Value protocol = self_of(args)->protocol;
    return protocol ? value_incref(protocol) : VALUE_NONE;
}

static int set_protocol(SocketTransport *self, Value protocol) {
    int buffered = object_isinstance(protocol, buffered_class);
    if (buffered < 0)
        return -1;
    self->buffered = buffered;
    value_replace(&self->protocol, value_incref(protocol));
    return 0;
}

NATIVE(method_set_protocol) {
    NATIVE_UNUSED();
    return answer(set_protocol(self_of(args), args[1]));
}

/* ---- methods: information -------------------------------------------------------------------- */

/* The Python socket; borrowed, 0 failed. */
static Value socket_borrow(SocketTransport *self) {
    if (!self->sock) {
        Value args[4] = {value_from_small_int(self->fd), value_from_small_int(self->family),
                         value_from_small_int(SOCK_STREAM),
                         value_from_small_int(self->protocol_number)};
        self->sock = object_call(make_socket, args, 4, 0);
    }
    return self->sock;
}

static Value show_packed(const PackedAddress *address) {
    SocketAddress whole = {.size = address->any.sa_family == AF_INET    ? sizeof address->four
                                   : address->any.sa_family == AF_INET6 ? sizeof address->six
                                                                        : 0};
    memcpy(&whole.storage, address, sizeof *address);
    return socket_address_show(&whole);
}

/* Asks the system for an address: packed if it fits, else into `extra`. */
static int read_address(SocketTransport *self, const char *name, PackedAddress *packed,
                        int (*ask)(int, struct sockaddr *, socklen_t *)) {
    SocketAddress address = {.size = sizeof address.storage};
    if (ask(self->fd, (struct sockaddr *)&address.storage, &address.size) < 0)
        return 0;
    int family = address.storage.ss_family;
    if (family == AF_INET || family == AF_INET6) {
        memcpy(packed, &address.storage, sizeof *packed);
        return 0;
    }
    if (!self->extra && !(self->extra = dict_new()))
        return -1;
    return dict_set_cstr_take(self->extra, name, socket_address_show(&address));
}

static Value make_view(SocketTransport *self) {
    Value sock = socket_borrow(self);
    return sock ? object_call_method(make_socket, "view", &sock, 1) : 0;
}

/* What every transport knows, by name; made when it is asked for. New reference; 0: unknown name,
 * or an exception is pending. */
static Value make_extra(SocketTransport *self, Value name) {
    if (!value_is_str(name))
        return 0;
    if (str_equal_cstr(name, "peername"))
        return show_packed(&self->peer);
    if (str_equal_cstr(name, "sockname"))
        return show_packed(&self->own);
    return str_equal_cstr(name, "socket") ? make_view(self) : 0;
}

NATIVE(method_get_extra_info) {
    NATIVE_UNUSED();
    SocketTransport *self = self_of(args);
    Value found = self->extra ? dict_get_borrow(self->extra, args[1]) : 0;
    if (found || isolate.pending)
        return value_incref(found);
    Value made = make_extra(self, args[1]);
    if (made && ((!self->extra && !(self->extra = dict_new())) ||
                 dict_set(self->extra, args[1], made) < 0)) {
        value_decref(made);
        return 0;
    }
    if (made || isolate.pending)
        return made;
    return value_incref(args[2] ? args[2] : VALUE_NONE);
}

NATIVE(get_sock) {
    NATIVE_UNUSED();
    SocketTransport *self = self_of(args);
    return self->fd < 0 ? VALUE_NONE : value_incref(socket_borrow(self));
}

NATIVE(get_fd) {
    NATIVE_UNUSED();
    return value_from_small_int(self_of(args)->number);
}

NATIVE(get_loop) {
    NATIVE_UNUSED();
    EventLoop *loop = self_of(args)->watch.loop;
    return loop ? value_incref(OBJ(loop)) : VALUE_NONE;
}

NATIVE(get_protocol_paused) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->protocol_paused);
}

static Value transport_repr(Value value) {
    const SocketTransport *self = AS(SocketTransport, value);
    const char *state = !self->watch.loop ? " closed" : self->closing ? " closing" : "";
    Value head = str_format("<%T%s fd=%d", value, state, (int)self->number);
    Value text = head;
    if (head && self->watch.loop && !self->watch.loop->closed) {
        text = str_format("%S read=%s write=<%s, bufsize=%lld>", head,
                          self->watch.events & PORT_READABLE ? "polling" : "idle",
                          self->watch.events & PORT_WRITABLE ? "polling" : "idle",
                          (long long)transport_output_left(self));
        value_decref(head);
    }
    Value whole = text ? str_format("%S>", text) : 0;
    value_decref(text);
    return whole;
}

/* ---- life ------------------------------------------------------------------------------------ */

/* The descriptor of `sock`: a number, which the transport takes over, or a Python socket. */
static int take_socket(SocketTransport *self, Value sock) {
    int fd, protocol = 0;
    socklen_t size = sizeof protocol;
    Value number =
        value_is_int(sock) ? value_incref(sock) : object_call_method(sock, "fileno", NULL, 0);
    int status = number ? object_c_int(number, &fd) : -1;
    value_decref(number);
    if (status < 0)
        return -1;
    self->fd = self->number = fd;
    if (!value_is_int(sock))
        self->sock = value_incref(sock);
    if (read_address(self, "sockname", &self->own, getsockname) < 0 ||
        (!self->peer.any.sa_family && read_address(self, "peername", &self->peer, getpeername) < 0))
        return -1;
    int kind = 0;
    socklen_t kind_size = sizeof kind;
    self->family = self->own.any.sa_family ? self->own.any.sa_family : AF_UNIX;
    if (self->family == AF_UNIX)
        return 0;
    if (getsockopt(fd, SOL_SOCKET, SO_PROTOCOL, &protocol, &size) == 0)
        self->protocol_number = (uint16_t)protocol;
    if (protocol == IPPROTO_TCP && getsockopt(fd, SOL_SOCKET, SO_TYPE, &kind, &kind_size) == 0 &&
        kind == SOCK_STREAM) {
        int on = 1;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    return 0;
}

static int start_reading(Value data, Value context) {
    SocketTransport *self = AS(SocketTransport, data);
    if (self->closing || !self->watch.loop)
        return 0;
    Value slot = context, *previous;
    if (context_enter(&slot, &previous) < 0)
        return -1;
    int status = transport_watch(self, READ);
    context_leave(&slot, previous);
    return status;
}

static int wake_waiter(Value data, Value argument) {
    (void)argument;
    Future *waiter = future_of(data);
    return future_cancelled(waiter) ? 0 : future_set_result(waiter, VALUE_NONE);
}

/* Tells the protocol, then begins to read, then tells who waits. 0 or -1. */
static int begin(SocketTransport *self, Value waiter) {
    EventLoop *loop = self->watch.loop;
    Value context = context_capture();
    ASYNCIO_FRAME(frame, "selector_events.py", 915, "__init__",
                  "self._loop.call_soon(self._protocol.connection_made, self)");
    stack_enter(&frame);
    int status = transport_call_soon(self, "connection_made", OBJ(self));
    stack_leave();
    if (status == 0)
        status = loop_call_soon(loop, start_reading, OBJ(self), context);
    value_decref(context);
    if (status == 0 && waiter != VALUE_NONE)
        status = loop_call_soon(loop, wake_waiter, waiter, 0);
    return status;
}

/* SocketTransport(loop, sock, protocol, waiter=None, extra=None, server=None) */
NATIVE(transport_setup) {
    NATIVE_UNUSED();
    SocketTransport *self = self_of(args);
    if (!value_isa(args[1], &rt_type_abstract_event_loop))
        return raise_error(&rt_exc_TypeError, "an event loop was expected, got %R", args[1]);
    Value waiter = args[4] ? args[4] : VALUE_NONE;
    const uint8_t *packed;
    int64_t size;
    if (args[5] && bytes_view(args[5], &packed, &size))
        memcpy(&self->peer, packed,
               size < (int64_t)sizeof self->peer ? (size_t)size : sizeof self->peer);
    else if (args[5] && args[5] != VALUE_NONE)
        self->extra = value_incref(args[5]);
    self->watch.loop = AS(EventLoop, value_incref(args[1]));
    if (take_socket(self, args[2]) < 0 || set_protocol(self, args[3]) < 0)
        return 0;
    if (args[6] && args[6] != VALUE_NONE) {
        self->server = value_incref(args[6]);
        Value attached = object_call_method(self->server, "_attach", args, 1);
        if (!attached)
            return 0;
        value_decref(attached);
    }
    return answer(begin(self, waiter));
}

static int transport_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "SocketTransport",
                                      .call = transport_setup,
                                      .min_args = 4,
                                      .max_args = 7,
                                      .keywords = "self loop sock protocol waiter extra server"};
    Value all[8] = {self};
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    if (given > 6)
        return raise_status(&rt_exc_TypeError, "SocketTransport() takes at most 6 arguments");
    memcpy(all + 1, args, given * sizeof *all);
    return call_spec(&spec, NULL, all, count + 1, names) ? 0 : -1;
}

static Value transport_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    SocketTransport *self = object_new(type, sizeof *self);
    if (!self)
        return 0;
    self->fd = -1;
    return OBJ(self);
}

#define UNCLOSED(module_file, number, source)                                                      \
    {                                                                                              \
        .file = "/usr/lib/python3.11/asyncio/" module_file, .line = number, .name = "__del__",     \
        .text = source, .module = LIBRARY_ASYNCIO                                                  \
    }
#define UNCLOSED_SELF "_warn(f\"unclosed transport {self!r}\", ResourceWarning, source=self)"
enum { UNCLOSED_TLS = 4 };
/* Where CPython warns of transports that are dropped open; those in Python name theirs by number.
 */
static const LibraryFrame unclosed_frames[] = {
    UNCLOSED("selector_events.py", 843, UNCLOSED_SELF),
    UNCLOSED("unix_events.py", 562, UNCLOSED_SELF),
    UNCLOSED("unix_events.py", 761, UNCLOSED_SELF),
    UNCLOSED("base_subprocess.py", 125, UNCLOSED_SELF),
    [UNCLOSED_TLS] = UNCLOSED("sslproto.py", 119, "_warnings.warn("),
};

static void transport_clear(Object *object) {
    SocketTransport *self = (SocketTransport *)object;
    Value *const fields[] = {&self->protocol, &self->server,        &self->sock,
                             &self->extra,    &self->context[READ], &self->context[WRITE]};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        value_replace(fields[i], 0);
    Seldom *seldom = self->seldom;
    self->seldom = NULL;
    if (seldom) {
        value_decref(seldom->limits[HIGH]);
        value_decref(seldom->limits[LOW]);
        value_decref(seldom->empty_waiter);
        mem_free(seldom);
    }
}

/* In CPython the collector comes to the transport's socket first. */
static void warn_of_socket(SocketTransport *self) {
    if (!gc_is_collecting() || self->sock || warn_resources_ignored())
        return;
    Value sock = socket_borrow(self);
    if (sock)
        warn_unclosed(sock, NULL, "unclosed %R", sock);
    if (isolate.pending)
        exc_unraisable("Exception ignored in", sock);
}

static void transport_finalize(Value value) {
    SocketTransport *self = AS(SocketTransport, value);
    if (self->fd < 0)
        return;
    warn_of_socket(self);
    warn_unclosed(value, &unclosed_frames[0], "unclosed transport %R", value);
    if (!isolate.pending)
        transport_close_descriptor(self);
}

static void transport_dealloc(Object *object) {
    SocketTransport *self = (SocketTransport *)object;
    loop_watch_close(&self->watch);
    if (self->fd >= 0 && !self->sock)
        close(self->fd);
    transport_output_clear(self);
    transport_clear(object);
    EventLoop *loop = self->watch.loop;
    self->watch.loop = NULL;
    value_decref(OBJ(loop));
}

static void transport_traverse(Object *object, VisitValue visit, void *context) {
    const SocketTransport *self = (const SocketTransport *)object;
    const Value fields[] = {OBJ(self->watch.loop), self->protocol,
                            self->server,          self->sock,
                            self->extra,           transport_empty_waiter_borrow(self),
                            self->context[READ],   self->context[WRITE]};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        visit(fields[i], context);
}

/* `parameters`: the class that has the method in CPython, and the names. */
#define ROW(text, count, parameters)                                                               \
    {                                                                                              \
        .name = #text, .call = method_##text, .min_args = count, .max_args = count,                \
        .keywords = "@" parameters                                                                 \
    }
#define GETTER(text, function)                                                                     \
    { .name = text, .call = function, .kind = METHOD_GETTER }

static const NativeMethod transport_methods[] = {
    ROW(write, 1, "_SelectorSocketTransport data"),
    ROW(write_eof, 0, "_SelectorSocketTransport"),
    ROW(can_write_eof, 0, "_SelectorSocketTransport"),
    ROW(get_write_buffer_size, 0, "_SelectorTransport"),
    {.name = "_maybe_pause_protocol", .call = method_maybe_pause},
    {.name = "_make_empty_waiter", .call = method_make_empty_waiter},
    {.name = "_reset_empty_waiter", .call = method_reset_empty_waiter},
    ROW(is_reading, 0, "_SelectorSocketTransport"),
    ROW(pause_reading, 0, "_SelectorSocketTransport"),
    ROW(resume_reading, 0, "_SelectorSocketTransport"),
    ROW(is_closing, 0, "_SelectorTransport"),
    ROW(close, 0, "_SelectorTransport"),
    ROW(abort, 0, "_SelectorTransport"),
    {.name = "_force_close", .call = method_force_close, .min_args = 1, .max_args = 1},
    ROW(get_protocol, 0, "_SelectorTransport"),
    ROW(set_protocol, 1, "_SelectorSocketTransport protocol"),
    {.name = "get_extra_info",
     .call = method_get_extra_info,
     .min_args = 1,
     .max_args = 2,
     .keywords = "@BaseTransport name default"},
    {.name = "_high_water", .call = get_high_water, .kind = METHOD_GETTER, .set = set_high_water},
    {.name = "_low_water", .call = get_low_water, .kind = METHOD_GETTER, .set = set_low_water},
    GETTER("_sock", get_sock),
    GETTER("_sock_fd", get_fd),
    GETTER("_loop", get_loop),
    GETTER("_protocol", method_get_protocol),
    GETTER("_protocol_paused", get_protocol_paused),
    {0},
};

static Type type_transport = {
    .name = "_asyncio_transport.SocketTransport",
    .basic_size = sizeof(SocketTransport),
    .methods = transport_methods,
    .slots = {.finalize = transport_finalize,
              .dealloc = transport_dealloc,
              .traverse = transport_traverse,
              .clear = transport_clear,
              .repr = transport_repr,
              .new = transport_new,
              .init = transport_init},
};

/* ---- the module ------------------------------------------------------------------------------ */

/* accept(fd): a new descriptor that does not block, and the packed address of the peer, for
 * `extra`; None for addresses that are not packed. */
NATIVE(accept_descriptor) {
    NATIVE_UNUSED();
    int fd;
    if (object_c_int(args[0], &fd) < 0)
        return 0;
    SocketAddress peer = {.size = sizeof peer.storage};
    int made =
        accept4(fd, (struct sockaddr *)&peer.storage, &peer.size, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (made < 0)
        return raise_errno(errno, 0);
    bool packed = peer.storage.ss_family == AF_INET || peer.storage.ss_family == AF_INET6;
    Value pair[2] = {value_from_small_int(made),
                     packed ? bytes_new(&peer.storage, sizeof(PackedAddress)) : VALUE_NONE};
    Value both = pair[1] ? tuple_new(pair, 2) : 0;
    value_decref(pair[1]);
    if (!both)
        close(made);
    return both;
}

/* setup(BufferedProtocol, make_socket): make_socket(fd, family, type, proto) makes the socket of a
 * transport, make_socket.view(sock) what programs see of it. */
NATIVE(setup) {
    NATIVE_UNUSED();
    value_replace(&buffered_class, value_incref(args[0]));
    value_replace(&make_socket, value_incref(args[1]));
    return VALUE_NONE;
}

/* unclosed(transport, where): what its __del__ says; `where` is a place of unclosed_frames. False:
 * the modules are gone. */
NATIVE(unclosed) {
    NATIVE_UNUSED();
    const LibraryFrame *frame = &unclosed_frames[value_small_int(args[1])];
    if (frame == &unclosed_frames[UNCLOSED_TLS])
        warn_unclosed(0, frame, "unclosed transport <asyncio._SSLProtocolTransport object>");
    else
        warn_unclosed(args[0], frame, "unclosed transport %R", args[0]);
    return isolate.pending ? 0 : VALUE_BOOL(!warn_modules_ended());
}

static const NativeMethod functions[] = {
    {.name = "accept", .call = accept_descriptor, .min_args = 1, .max_args = 1},
    {.name = "log", .call = aio_log_call, .min_args = 2, .max_args = -1, .keywords = "*"},
    {.name = "setup", .call = setup, .min_args = 2, .max_args = 2},
    {.name = "take_front", .call = aio_take_front_call, .min_args = 2, .max_args = 2},
    {.name = "unclosed", .call = unclosed, .min_args = 2, .max_args = 2},
    {0},
};

static void drop_globals(void) {
    value_replace(&buffered_class, 0);
    value_replace(&make_socket, 0);
}

static int init(ModuleObject *module) {
    transport_name_callbacks();
    future_name_callback(start_reading, "_SelectorTransport._add_reader()");
    rt_at_finish(drop_globals);
    if (module_add_type(module, "SocketTransport", &type_transport) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__asyncio_transport = {"_asyncio_transport", init};
