/*
 * mod_select.c — the module select: select() and poll objects; epoll stands in select_epoll.c.
 */
#include "select.h"

#include "numbers.h"
#include "port.h"
#include "timeout.h"

#include <errno.h>
#include <poll.h>
#include <sys/select.h>

/* ---- waiting --------------------------------------------------------------------------------- */

/* poll() that goes on after signals whose handlers return. `timeout` in nanoseconds, < 0: none. How
 * many are ready; -1. */
static int poll_all(struct pollfd *items, size_t count, int64_t timeout) {
    int64_t deadline = timeout < 0 ? PORT_FOREVER : timeout_deadline(timeout);
    for (;;) {
        struct timespec span = timeout_left(deadline);
        ThreadState state;
        if (pyrt_stack_check() < 0)
            return -1;
        isolate_leave(&state);
        int ready = ppoll(items, count, timeout < 0 ? NULL : &span, NULL);
        isolate_enter(&state);
        if (ready >= 0)
            return ready;
        if (errno != EINTR) {
            raise_errno(errno, 0);
            return -1;
        }
    }
}

/* ---- select ---------------------------------------------------------------------------------- */

typedef struct Selection {
    Value lists[3]; /* what was asked for */
    struct pollfd *polled;
    size_t count;
} Selection;

static const short wanted_events[3] = {POLLIN, POLLOUT, POLLPRI};

static Value chosen(const Selection *selection, int which, size_t first) {
    static const short seen[3] = {POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI};
    Value result = list_new(NULL, 0);
    const ListObject *list = AS(ListObject, selection->lists[which]);
    for (int64_t i = 0; result && i < list->length; i++)
        if (selection->polled[first + (size_t)i].revents & seen[which] &&
            list_append(result, list->items[i]) < 0)
            return 0;
    return result;
}

static int fill(Selection *selection) {
    for (int which = 0; which < 3; which++) {
        const ListObject *list = AS(ListObject, selection->lists[which]);
        for (int64_t i = 0; i < list->length; i++) {
            struct pollfd *item = &selection->polled[selection->count++];
            *item = (struct pollfd){.events = wanted_events[which]};
            if (posix_descriptor(list->items[i], &item->fd) < 0)
                return -1;
            if (item->fd >= FD_SETSIZE)
                return raise_status(&rt_exc_ValueError, "filedescriptor out of range in select()");
        }
    }
    return 0;
}

static Value run_selection(Selection *selection, int64_t timeout) {
    if (fill(selection) < 0 || poll_all(selection->polled, selection->count, timeout) < 0)
        return 0;
    for (size_t i = 0; i < selection->count; i++)
        if (selection->polled[i].revents & POLLNVAL)
            return raise_errno(EBADF, 0);
    Value parts[3] = {0};
    size_t first = 0;
    Value result = 0;
    for (int which = 0; which < 3; which++) {
        if (!(parts[which] = chosen(selection, which, first)))
            break;
        first += (size_t)AS(ListObject, selection->lists[which])->length;
        if (which == 2)
            result = tuple_new(parts, 3);
    }
    for (int which = 0; which < 3; which++)
        value_decref(parts[which]);
    return result;
}

NATIVE(select_select) {
    NATIVE_UNUSED();
    Selection selection = {0};
    int64_t timeout = -1;
    if (count > 3 && args[3] != VALUE_NONE) {
        if (timeout_read(args[3], TIMEOUT_SECOND, "timeout must be a float or None", &timeout) < 0)
            return 0;
        if (timeout < 0)
            return raise_error(&rt_exc_ValueError, "timeout must be non-negative");
    }
    size_t total = 0;
    Value result = 0;
    for (int i = 0; i < 3; i++) {
        if (!(selection.lists[i] = list_from_iterable(args[i]))) {
            if (exc_pending_is(&rt_exc_TypeError) && !value_type(args[i])->slots.iter) {
                exc_clear();
                raise_error(&rt_exc_TypeError, "arguments 1-3 must be sequences");
            }
            goto done;
        }
        total += (size_t)AS(ListObject, selection.lists[i])->length;
    }
    selection.polled = mem_alloc((total + 1) * sizeof *selection.polled);
    if (selection.polled)
        result = run_selection(&selection, timeout);
    mem_free(selection.polled);
done:
    for (int i = 0; i < 3; i++)
        value_decref(selection.lists[i]);
    return result;
}

/* ---- poll objects ---------------------------------------------------------------------------- */

typedef struct PollObject {
    Object base;
    struct pollfd *items;
    size_t count, room;
    bool running; /* poll() of another thread waits */
} PollObject;

static Type type_poll;

static struct pollfd *poll_find(PollObject *self, int fd) {
    for (size_t i = 0; i < self->count; i++)
        if (self->items[i].fd == fd)
            return &self->items[i];
    return NULL;
}

static int read_events(Value value, short *events) {
    if (!value_is_int(value))
        return raise_status(&rt_exc_TypeError, "an integer is required");
    IntView view;
    int_view(&view, value);
    if (view.negative)
        return raise_status(&rt_exc_ValueError, "value must be positive");
    int64_t number = object_index(value);
    if (isolate.pending) {
        exc_clear();
        return raise_status(&rt_exc_OverflowError,
                            "Python int too large to convert to C unsigned long");
    }
    if (number > UINT16_MAX)
        return raise_status(&rt_exc_OverflowError, "Python int too large for C unsigned short");
    *events = (short)number;
    return 0;
}

NATIVE(poll_register) {
    NATIVE_UNUSED();
    PollObject *self = AS(PollObject, args[0]);
    int fd;
    short events = POLLIN | POLLPRI | POLLOUT;
    if (posix_descriptor(args[1], &fd) < 0 || (count > 2 && read_events(args[2], &events) < 0))
        return 0;
    struct pollfd *item = poll_find(self, fd);
    if (!item) {
        if (self->count == self->room) {
            size_t room = self->room ? self->room * 2 : 8;
            struct pollfd *grown = mem_realloc(self->items, room * sizeof *grown);
            if (!grown)
                return 0;
            self->items = grown;
            self->room = room;
        }
        item = &self->items[self->count++];
        item->fd = fd;
    }
    item->events = events;
    item->revents = 0;
    return VALUE_NONE;
}

NATIVE(poll_modify) {
    NATIVE_UNUSED();
    int fd;
    short events;
    if (posix_descriptor(args[1], &fd) < 0 || read_events(args[2], &events) < 0)
        return 0;
    struct pollfd *item = poll_find(AS(PollObject, args[0]), fd);
    if (!item)
        return raise_errno(ENOENT, 0);
    item->events = events;
    return VALUE_NONE;
}

NATIVE(poll_unregister) {
    NATIVE_UNUSED();
    PollObject *self = AS(PollObject, args[0]);
    int fd;
    if (posix_descriptor(args[1], &fd) < 0)
        return 0;
    struct pollfd *item = poll_find(self, fd);
    if (!item)
        return raise_value_take(object_call1(OBJ(&rt_exc_KeyError), value_from_small_int(fd)));
    size_t place = (size_t)(item - self->items);
    memmove(item, item + 1, (self->count - place - 1) * sizeof *item);
    self->count--;
    return VALUE_NONE;
}

/* The descriptors of which something is to be told, with what that is. */
static Value list_events(const struct pollfd *items, size_t count) {
    Value list = list_new(NULL, 0);
    for (size_t i = 0; list && i < count; i++) {
        if (!items[i].revents)
            continue;
        Value pair[2] = {value_from_small_int(items[i].fd),
                         value_from_small_int((unsigned short)items[i].revents)};
        if (list_append_take(list, tuple_new(pair, 2)) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

/* Waits on a copy: other threads may register descriptors meanwhile. */
static Value poll_once(PollObject *self, int64_t timeout) {
    size_t count = self->count;
    struct pollfd *items = mem_alloc((count + 1) * sizeof *items);
    if (!items)
        return 0;
    if (count)
        memcpy(items, self->items, count * sizeof *items);
    self->running = true;
    Value list = poll_all(items, count, timeout) < 0 ? 0 : list_events(items, count);
    self->running = false;
    mem_free(items);
    return list;
}

/* poll([milliseconds]) */
NATIVE(poll_poll) {
    NATIVE_UNUSED();
    PollObject *self = AS(PollObject, args[0]);
    int64_t timeout = -1;
    if (count > 1 && args[1] != VALUE_NONE &&
        timeout_read(args[1], TIMEOUT_MILLISECOND, "timeout must be an integer or None", &timeout) <
            0)
        return 0;
    if (!timeout_fits(timeout))
        return raise_error(&rt_exc_OverflowError, "timeout is too large");
    if (self->running)
        return raise_error(&rt_exc_RuntimeError, "concurrent poll() invocation");
    return poll_once(self, timeout);
}

static void poll_dealloc(Object *self) {
    mem_free(((PollObject *)self)->items);
}

static const NativeMethod poll_methods[] = {
    {.name = "register", .call = poll_register, .min_args = 1, .max_args = 2},
    {.name = "modify", .call = poll_modify, .min_args = 2, .max_args = 2},
    {.name = "unregister", .call = poll_unregister, .min_args = 1, .max_args = 1},
    {.name = "poll", .call = poll_poll, .max_args = 1},
    {0},
};

static Type type_poll = {
    .name = "select.poll",
    .basic_size = sizeof(PollObject),
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .methods = poll_methods,
    .slots = {.dealloc = poll_dealloc},
};

NATIVE(select_poll) {
    NATIVE_UNUSED();
    return OBJ(object_new(&type_poll, sizeof(PollObject)));
}

/* ---- the module ------------------------------------------------------------------------------ */

static const NativeMethod functions[] = {
    {.name = "select", .call = select_select, .min_args = 3, .max_args = 4},
    {.name = "poll", .call = select_poll},
    {0},
};

static int init(ModuleObject *module) {
    static const struct {
        const char *name;
        int value;
    } constants[] = {
        {"POLLIN", POLLIN},         {"POLLPRI", POLLPRI},       {"POLLOUT", POLLOUT},
        {"POLLERR", POLLERR},       {"POLLHUP", POLLHUP},       {"POLLNVAL", POLLNVAL},
        {"POLLRDNORM", POLLRDNORM}, {"POLLRDBAND", POLLRDBAND}, {"POLLWRNORM", POLLWRNORM},
        {"POLLWRBAND", POLLWRBAND}, {"POLLRDHUP", POLLRDHUP},   {"POLLMSG", POLLMSG},
        {"PIPE_BUF", 4096}};
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_set(module, constants[i].name, value_from_small_int(constants[i].value)) < 0)
            return -1;
    type_ready(&type_poll);
    if (select_add_epoll(module) < 0 ||
        module_set(module, "error", value_incref(OBJ(&rt_exc_OSError))) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_select = {"select", init};
