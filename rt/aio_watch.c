/*
 * aio_watch.c — what a loop watches beside time: file descriptors (add_reader, add_writer) and
 * signals (add_signal_handler). Their callbacks are handles, queued when the platform reports.
 */
#include "aio_loop.h"
#include "containers.h"
#include "object.h"
#include "port.h"

#include <errno.h>

#define LOOP(value) AS(EventLoop, value)

/* ---- descriptors ----------------------------------------------------------------------------- */

typedef struct FileWatch {
    LoopWatch watch;    /* its loop is borrowed: the watch stands in the loop's table */
    Handle *handles[2]; /* reader, writer; owned, or NULL */
} FileWatch;

void loop_watch_close(LoopWatch *watch) {
    if (watch->port)
        port_unwatch(watch->port);
    watch->port = NULL;
    watch->events = 0;
}

static int watch_failed(void) {
    raise_errno(errno, 0);
    return -1;
}

LoopWatch *loop_watch_of(const EventLoop *loop, int64_t fd) {
    return fd >= 0 && fd < loop->watch_room ? loop->watches[fd] : NULL;
}

static int make_room(EventLoop *loop, int fd) {
    enum { FIRST_ROOM = 16 };
    int64_t room = loop->watch_room ? loop->watch_room : FIRST_ROOM;
    while (room <= fd)
        room += room / 2;
    if (room == loop->watch_room)
        return 0;
    LoopWatch **grown = mem_realloc_items(loop->watches, room, sizeof *grown);
    if (!grown)
        return -1;
    memset(grown + loop->watch_room, 0, (size_t)(room - loop->watch_room) * sizeof *grown);
    loop->watches = grown;
    loop->watch_room = room;
    return 0;
}

/* Puts `watch` (stolen, or NULL) in the place of `fd`; what was there goes away. */
static void replace_watch_take(EventLoop *loop, int fd, LoopWatch *watch) {
    LoopWatch *old = loop->watches[fd];
    loop->watches[fd] = watch;
    value_decref(OBJ(old));
}

int loop_watch_set(LoopWatch *watch, int fd, unsigned events,
                   void (*ready)(void *data, unsigned events)) {
    EventLoop *loop = watch->loop;
    if (events == watch->events)
        return 0;
    if (!events) {
        loop_watch_close(watch);
        if (fd < loop->watch_room)
            replace_watch_take(loop, fd, NULL);
        return 0;
    }
    if (!watch->port) {
        PortLoop *port = loop_port(loop);
        if (!port || make_room(loop, fd) < 0)
            return -1;
        watch->port = port_watch(port, fd, ready, watch);
        if (!watch->port)
            return watch_failed();
        replace_watch_take(loop, fd, AS(LoopWatch, value_incref(OBJ(watch))));
    }
    if (port_watch_events(watch->port, events) < 0)
        return watch_failed();
    watch->events = events;
    return 0;
}

static void drop_handles(FileWatch *watch) {
    for (int i = 0; i < 2; i++) {
        Handle *handle = watch->handles[i];
        watch->handles[i] = NULL;
        value_decref(OBJ(handle));
    }
}

static void watch_dealloc(Object *self) {
    loop_watch_close((LoopWatch *)self);
    drop_handles((FileWatch *)self);
}

static void watch_traverse(Object *self, VisitValue visit, void *context) {
    for (int i = 0; i < 2; i++)
        visit(OBJ(((FileWatch *)self)->handles[i]), context);
}

static Type type_file_watch = {
    .name = "asyncio.file_watch",
    .basic_size = sizeof(FileWatch),
    .flags = TYPE_FINAL,
    .slots = {.dealloc = watch_dealloc, .traverse = watch_traverse, .clear = watch_dealloc},
};

static void watch_ready(void *data, unsigned events) {
    FileWatch *watch = data;
    for (int i = 0; i < 2; i++) {
        Handle *handle = watch->handles[i];
        if (events >> i & 1 && handle && !handle->cancelled &&
            loop_push_handle(watch->watch.loop, handle) < 0)
            exc_clear();
    }
}

static Value number_of_file(Value file) {
    Value given = object_call_method(file, "fileno", NULL, 0);
    Value number = given ? object_call(OBJ(&rt_type_int), &given, 1, 0) : 0;
    value_decref(given);
    if (number || !(exc_pending_is(&rt_exc_AttributeError) || exc_pending_is(&rt_exc_TypeError) ||
                    exc_pending_is(&rt_exc_ValueError)))
        return number;
    exc_clear();
    return raise_error(&rt_exc_ValueError, "Invalid file object: %R", file);
}

/* A descriptor, or an object with fileno(). */
static int64_t descriptor(Value file) {
    Value number = value_is_int(file) ? value_incref(file) : number_of_file(file);
    int64_t fd = number ? object_index(number) : -1;
    value_decref(number);
    if (fd < 0 && !isolate.pending)
        raise_error(&rt_exc_ValueError, "Invalid file descriptor: %lld", (long long)fd);
    return isolate.pending ? -1 : fd;
}

/* The watch that holds the handles of `fd`; *found NULL: none. -1: a transport has it. */
static int file_watch_of(const EventLoop *loop, int64_t fd, FileWatch **found) {
    LoopWatch *watch = loop_watch_of(loop, fd);
    *found = (FileWatch *)watch;
    if (!watch || watch->base.type == &type_file_watch)
        return 0;
    return raise_status(&rt_exc_RuntimeError, "File descriptor %lld is used by transport %R",
                        (long long)fd, OBJ(watch));
}

/* Puts `handle` (stolen, or NULL) in its place and watches for what has a handle. */
static int set_handle(FileWatch *watch, int64_t fd, int place, Handle *handle) {
    Handle *old = watch->handles[place];
    watch->handles[place] = handle;
    if (old) {
        handle_cancel(old);
        value_decref(OBJ(old));
    }
    unsigned events =
        (watch->handles[0] ? PORT_READABLE : 0) | (watch->handles[1] ? PORT_WRITABLE : 0);
    return loop_watch_set(&watch->watch, (int)fd, events, watch_ready);
}

static Value add_file(const Value *args, uint32_t count, int place) {
    EventLoop *loop = LOOP(args[0]);
    int64_t fd = loop_check_closed(loop) < 0 ? -1 : descriptor(args[1]);
    FileWatch *watch;
    if (fd < 0 || file_watch_of(loop, fd, &watch) < 0)
        return 0;
    type_ready(&type_file_watch);
    value_incref(OBJ(watch));
    if (!watch && !(watch = object_new(&type_file_watch, sizeof *watch)))
        return 0;
    watch->watch.loop = loop;
    Handle *handle = loop_python_handle(&rt_type_handle, loop, args[2], args + 3, count - 3, 0);
    int status = handle ? set_handle(watch, fd, place, handle) : -1;
    Value result = status < 0 ? 0 : value_incref(OBJ(handle));
    value_decref(OBJ(watch)); /* the loop's table keeps it */
    return result;
}

static Value remove_file(const Value *args, int place) {
    EventLoop *loop = LOOP(args[0]);
    if (loop->closed)
        return VALUE_FALSE;
    int64_t fd = descriptor(args[1]);
    FileWatch *watch;
    if (fd < 0 || file_watch_of(loop, fd, &watch) < 0)
        return 0;
    if (!watch || !watch->handles[place])
        return VALUE_FALSE;
    value_incref(OBJ(watch));
    int status = set_handle(watch, fd, place, NULL);
    value_decref(OBJ(watch));
    return status < 0 ? 0 : VALUE_TRUE;
}

void loop_close_watches(EventLoop *loop) {
    LoopWatch **watches = loop->watches;
    int64_t room = loop->watch_room;
    loop->watches = NULL;
    loop->watch_room = 0;
    for (int64_t fd = 0; fd < room; fd++) {
        LoopWatch *watch = watches[fd];
        if (!watch)
            continue;
        loop_watch_close(watch);
        if (watch->base.type == &type_file_watch)
            drop_handles((FileWatch *)watch);
        value_decref(OBJ(watch));
    }
    mem_free(watches);
}

Value loop_add_reader(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)names;
    return add_file(args, count, 0);
}

Value loop_add_writer(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)names;
    return add_file(args, count, 1);
}

Value loop_remove_reader(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    return remove_file(args, 0);
}

Value loop_remove_writer(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    return remove_file(args, 1);
}

/* loop._transport_of(fd): the transport that watches this descriptor, or None. */
Value loop_transport_of(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    int64_t fd = object_index(args[1]);
    if (fd == -1 && isolate.pending)
        return 0;
    LoopWatch *watch = loop_watch_of(LOOP(args[0]), fd);
    return watch && watch->base.type != &type_file_watch ? value_incref(OBJ(watch)) : VALUE_NONE;
}

/* loop._watched(fd): is it watched for reading, for writing? */
Value loop_watched(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    int64_t fd = object_index(args[1]);
    if (fd == -1 && isolate.pending)
        return 0;
    const LoopWatch *watch = loop_watch_of(LOOP(args[0]), fd);
    Value pair[2] = {VALUE_BOOL(watch && watch->events & PORT_READABLE),
                     VALUE_BOOL(watch && watch->events & PORT_WRITABLE)};
    return tuple_new(pair, 2);
}

/* ---- signals --------------------------------------------------------------------------------- */

/* The C library keeps two for itself. */
enum { LAST_SIGNAL = 64, FIRST_OF_LIBC = 32, LAST_OF_LIBC = 33 };

/* loop._check_signal(sig) in the line `caller`: the number, or -1. */
static int64_t signal_number(Value value, const LibraryFrame *caller) {
    ASYNCIO_FRAME(no_int, "unix_events.py", 182, "_check_signal",
                  "raise TypeError(f'sig must be an int, not {sig!r}')");
    ASYNCIO_FRAME(unknown, "unix_events.py", 185, "_check_signal",
                  "raise ValueError(f'invalid signal number {sig}')");
    if (!value_is_int(value)) {
        raise_error(&rt_exc_TypeError, "sig must be an int, not %R", value);
        traceback_through(&no_int);
        return status_through(caller, -1);
    }
    int64_t number;
    if (int_to_i64(value, &number) && number >= 1 && number <= LAST_SIGNAL &&
        !(number >= FIRST_OF_LIBC && number <= LAST_OF_LIBC))
        return number;
    raise_error(&rt_exc_ValueError, "invalid signal number %R", value);
    traceback_through(&unknown);
    return status_through(caller, -1);
}

/* Raises RuntimeError with the text in the context of what is pending (stolen). */
static Value raise_runtime_error_take(Value text) {
    Value context = exc_fetch();
    raise_error(&rt_exc_RuntimeError, "%S", text);
    if (isolate.pending && !AS(ExceptionObject, isolate.pending)->context)
        AS(ExceptionObject, isolate.pending)->context = value_incref(context);
    value_decref(context);
    value_decref(text);
    return 0;
}

static Value only_in_main_thread(void) {
    ASYNCIO_FRAME(frame, "unix_events.py", 107, "add_signal_handler",
                  "raise RuntimeError(str(exc))");
    const char *text = "set_wakeup_fd only works in main thread of the main interpreter";
    raise_error(&rt_exc_ValueError, "%s", text);
    return answer_through(&frame, raise_runtime_error_take(str_from_cstr(text)));
}

static Value cannot_be_caught(int64_t number) {
    ASYNCIO_FRAME(frame, "unix_events.py", 129, "add_signal_handler",
                  "raise RuntimeError(f'sig {sig} cannot be caught')");
    raise_errno(errno, 0);
    return answer_through(&frame, raise_runtime_error_take(
                                      str_format("sig %lld cannot be caught", (long long)number)));
}

Value loop_add_signal_handler(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)names;
    EventLoop *loop = LOOP(args[0]);
    ASYNCIO_FRAME(coroutine, "unix_events.py", 96, "add_signal_handler",
                  "raise TypeError(\"coroutines cannot be used \"");
    ASYNCIO_FRAME(checking, "unix_events.py", 98, "add_signal_handler", "self._check_signal(sig)");
    ASYNCIO_FRAME(closed, "unix_events.py", 99, "add_signal_handler", "self._check_closed()");
    if (aio_iscoroutine(args[2]) || aio_iscoroutinefunction(args[2])) {
        raise_error(&rt_exc_TypeError, "coroutines cannot be used with add_signal_handler()");
        return refused_through(&coroutine, args + 2, 1);
    }
    int64_t number = signal_number(args[1], &checking);
    if (number < 0 || loop_check_closed_in(loop, &closed, 0) < 0)
        return 0;
    if (!rt_is_main_thread())
        return only_in_main_thread();
    if (!loop->signal_handlers && !(loop->signal_handlers = dict_new()))
        return 0;
    Handle *handle = loop_python_handle(&rt_type_handle, loop, args[2], args + 3, count - 3, 0);
    Value key = value_from_small_int(number);
    bool watched = dict_get_borrow(loop->signal_handlers, key) != 0;
    int status = handle ? dict_set(loop->signal_handlers, key, OBJ(handle)) : -1;
    value_decref(OBJ(handle));
    if (status < 0)
        return 0;
    if (watched || port_signal_watch((int)number, true) == 0) {
        if (rt_signal_watched)
            rt_signal_watched((int)number, true);
        return VALUE_NONE;
    }
    dict_delete(loop->signal_handlers, key);
    if (errno == ENOTSUP)
        return raise_error(&rt_exc_NotImplementedError,
                           "add_signal_handler() is not available: the platform has no signals");
    return cannot_be_caught(number);
}

static void unwatch_signal(int number) {
    port_signal_watch(number, false);
    if (rt_signal_watched)
        rt_signal_watched(number, false);
}

Value loop_remove_signal_handler(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    ASYNCIO_FRAME(checking, "unix_events.py", 148, "remove_signal_handler",
                  "self._check_signal(sig)");
    EventLoop *loop = LOOP(args[0]);
    int64_t number = signal_number(args[1], &checking);
    if (number < 0)
        return 0;
    int found = loop->signal_handlers
                    ? dict_delete(loop->signal_handlers, value_from_small_int(number))
                    : 0;
    if (found > 0)
        unwatch_signal((int)number);
    return found < 0 ? 0 : VALUE_BOOL(found);
}

void loop_drop_signals(EventLoop *loop) {
    int64_t position = 0;
    Value key, handle;
    while (loop->signal_handlers && dict_next(loop->signal_handlers, &position, &key, &handle))
        unwatch_signal((int)value_small_int(key));
    value_replace(&loop->signal_handlers, 0);
}
