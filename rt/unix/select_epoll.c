/* select_epoll.c — epoll objects of the module select. */
#include "select.h"

#include "port.h"
#include "timeout.h"

#include <errno.h>
#include <sys/epoll.h>
#include <unistd.h>

typedef struct EpollObject {
    Object base;
    int fd; /* -1: closed */
} EpollObject;

static EpollObject *self_of(const Value *args) {
    return AS(EpollObject, args[0]);
}

/* The descriptor; -1 with ValueError if the object is closed. */
static int open_descriptor(const Value *args) {
    int fd = self_of(args)->fd;
    if (fd < 0)
        raise_error(&rt_exc_ValueError, "I/O operation on closed epoll object");
    return fd;
}

/* epoll(sizehint=-1, flags=0) */
NATIVE(epoll_make) {
    NATIVE_UNUSED();
    int hint = -1, flags = 0;
    if ((args[0] && object_c_int(args[0], &hint) < 0) ||
        (args[1] && object_c_int(args[1], &flags) < 0))
        return 0;
    if (hint < -1 || hint == 0)
        return raise_error(&rt_exc_ValueError, "negative sizehint");
    if (flags & ~EPOLL_CLOEXEC)
        return raise_error(&rt_exc_OSError, "invalid flags");
    EpollObject *self = object_new(&select_type_epoll, sizeof *self);
    if (!self)
        return 0;
    self->fd = epoll_create1(EPOLL_CLOEXEC);
    if (self->fd >= 0)
        return OBJ(self);
    value_decref(OBJ(self));
    return raise_errno(errno, 0);
}

NEW_BY_SPEC(epoll_new, .name = "epoll", .call = epoll_make, .max_args = 2,
            .keywords = "sizehint flags")

NATIVE(epoll_fromfd) {
    NATIVE_UNUSED();
    int fd;
    if (object_c_int(args[1], &fd) < 0)
        return 0;
    EpollObject *self = object_new(&select_type_epoll, sizeof *self);
    if (self)
        self->fd = fd;
    return OBJ(self);
}

static int close_descriptor(EpollObject *self) {
    int fd = self->fd;
    self->fd = -1;
    return fd < 0 ? 0 : close(fd);
}

static void epoll_dealloc(Object *object) {
    close_descriptor((EpollObject *)object);
}

NATIVE(epoll_close) {
    NATIVE_UNUSED();
    return close_descriptor(self_of(args)) < 0 ? raise_errno(errno, 0) : VALUE_NONE;
}

NATIVE(epoll_fileno) {
    NATIVE_UNUSED();
    int fd = open_descriptor(args);
    return fd < 0 ? 0 : value_from_small_int(fd);
}

NATIVE(get_closed) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->fd < 0);
}

NATIVE(epoll_enter) {
    NATIVE_UNUSED();
    return open_descriptor(args) < 0 ? 0 : value_incref(args[0]);
}

/* epoll_ctl on the object's descriptor for what args[1] is or has as fileno(). */
static Value control(const Value *args, int operation, Value events) {
    int fd = open_descriptor(args), target;
    int64_t mask = events ? object_index(events) : 0;
    if (fd < 0 || (mask == -1 && isolate.pending) || posix_descriptor(args[1], &target) < 0)
        return 0;
    struct epoll_event event = {.events = (uint32_t)mask, .data.fd = target};
    return epoll_ctl(fd, operation, target, &event) < 0 ? raise_errno(errno, 0) : VALUE_NONE;
}

/* register(fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT) */
NATIVE(epoll_register) {
    NATIVE_UNUSED();
    Value usual = value_from_small_int(EPOLLIN | EPOLLPRI | EPOLLOUT);
    return control(args, EPOLL_CTL_ADD, args[2] ? args[2] : usual);
}

NATIVE(epoll_modify) {
    NATIVE_UNUSED();
    return control(args, EPOLL_CTL_MOD, args[2]);
}

NATIVE(epoll_unregister) {
    NATIVE_UNUSED();
    return control(args, EPOLL_CTL_DEL, 0);
}

static Value event_list(const struct epoll_event *events, int count) {
    Value list = list_new(NULL, 0);
    for (int i = 0; list && i < count; i++) {
        Value pair[2] = {value_from_small_int(events[i].data.fd), int_from_u64(events[i].events)};
        if (list_append_take(list, tuple_new(pair, 2)) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

/* Waits until something is ready or the time (nanoseconds; < 0: none) is over, also through
 * signals. How many events there are; -1 with an exception. */
static int wait_events(int fd, struct epoll_event *events, int most, int64_t timeout) {
    int64_t deadline = timeout < 0 ? PORT_FOREVER : timeout_deadline(timeout);
    for (;;) {
        int64_t left = timeout < 0 ? -1 : deadline - port_monotonic_ns();
        int64_t milliseconds = timeout < 0 ? -1 : left > 0 ? (left + 999999) / 1000000 : 0;
        ThreadState state;
        if (pyrt_stack_check() < 0)
            return -1;
        isolate_leave(&state);
        int ready =
            epoll_wait(fd, events, most, milliseconds > INT32_MAX ? INT32_MAX : (int)milliseconds);
        isolate_enter(&state);
        if (ready >= 0)
            return ready;
        if (errno != EINTR) {
            raise_errno(errno, 0);
            return -1;
        }
    }
}

/* poll(timeout=None, maxevents=-1) */
NATIVE(epoll_poll) {
    NATIVE_UNUSED();
    int most = -1;
    if (args[2] && object_c_int(args[2], &most) < 0)
        return 0;
    int fd = open_descriptor(args);
    int64_t timeout = -1;
    if (fd < 0)
        return 0;
    if (args[1] && args[1] != VALUE_NONE &&
        timeout_read(args[1], TIMEOUT_SECOND, "timeout must be an integer or None", &timeout) < 0)
        return 0;
    if (!timeout_fits(timeout))
        return raise_error(&rt_exc_OverflowError, "timeout is too large");
    if (most == -1)
        most = 1023; /* one less than a set of select() holds, as in CPython */
    if (most < 1)
        return raise_error(&rt_exc_ValueError, "maxevents must be greater than 0, got %d", most);
    struct epoll_event *events = mem_alloc_items(most, sizeof *events);
    if (!events)
        return 0;
    int ready = wait_events(fd, events, most, timeout);
    Value list = ready < 0 ? 0 : event_list(events, ready);
    mem_free(events);
    return list;
}

static const NativeMethod epoll_methods[] = {
    {.name = "fromfd", .call = epoll_fromfd, .min_args = 1, .max_args = 1, .kind = METHOD_CLASS},
    {.name = "close", .call = epoll_close},
    {.name = "fileno", .call = epoll_fileno},
    {.name = "closed", .call = get_closed, .kind = METHOD_GETTER},
    {.name = "register",
     .call = epoll_register,
     .min_args = 1,
     .max_args = 2,
     .keywords = "fd eventmask"},
    {.name = "modify",
     .call = epoll_modify,
     .min_args = 2,
     .max_args = 2,
     .keywords = "fd eventmask"},
    {.name = "unregister",
     .call = epoll_unregister,
     .min_args = 1,
     .max_args = 1,
     .keywords = "fd"},
    {.name = "poll", .call = epoll_poll, .max_args = 2, .keywords = "timeout maxevents"},
    {.name = "__enter__", .call = epoll_enter},
    {.name = "__exit__", .call = epoll_close, .max_args = 3},
    {0},
};

Type select_type_epoll = {
    .name = "select.epoll",
    .basic_size = sizeof(EpollObject),
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .methods = epoll_methods,
    .slots = {.dealloc = epoll_dealloc, .new = epoll_new},
};

static const struct {
    const char *name;
    uint32_t value;
} constants[] = {
    {"EPOLLIN", EPOLLIN},
    {"EPOLLOUT", EPOLLOUT},
    {"EPOLLPRI", EPOLLPRI},
    {"EPOLLERR", EPOLLERR},
    {"EPOLLHUP", EPOLLHUP},
    {"EPOLLRDHUP", EPOLLRDHUP},
    {"EPOLLET", EPOLLET},
    {"EPOLLONESHOT", EPOLLONESHOT},
    {"EPOLLEXCLUSIVE", EPOLLEXCLUSIVE},
    {"EPOLLRDNORM", EPOLLRDNORM},
    {"EPOLLRDBAND", EPOLLRDBAND},
    {"EPOLLWRNORM", EPOLLWRNORM},
    {"EPOLLWRBAND", EPOLLWRBAND},
    {"EPOLLMSG", EPOLLMSG},
    {"EPOLL_CLOEXEC", EPOLL_CLOEXEC},
};

int select_add_epoll(ModuleObject *module) {
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_set(module, constants[i].name, int_from_u64(constants[i].value)) < 0)
            return -1;
    return module_add_type(module, "epoll", &select_type_epoll);
}
