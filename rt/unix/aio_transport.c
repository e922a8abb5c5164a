/*
 * aio_transport.c — what the transport of stream sockets does: it watches its descriptor, reads,
 * writes, tells its protocol, and ends. Its Python class is made by mod_asyncio_transport.c.
 */
#include "aio_transport.h"

#include "socket.h"

#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

enum { RECEIVE_SIZE = 256 * 1024, DEFAULT_HIGH = 64 * 1024 };

static Value name_data_received, name_get_buffer, name_buffer_updated;

void transport_note(SocketTransport *self, const char *format, const char *more, Value exception) {
    if (!self->watch.loop->debug)
        return;
    Value pending = exc_fetch(), text = str_format(format, OBJ(self), more);
    if (text)
        aio_log(AIO_LOG_DEBUG, text, exception);
    exc_clear();
    value_decref(text);
    if (pending)
        exc_restore_take(pending);
}

int64_t transport_output_left(const SocketTransport *self) {
    return self->output ? self->output->size - self->output->sent : 0;
}

void transport_output_clear(SocketTransport *self) {
    mem_free(self->output);
    self->output = NULL;
}

Value transport_empty_waiter_borrow(const SocketTransport *self) {
    return self->seldom ? self->seldom->empty_waiter : 0;
}

Seldom *transport_seldom(SocketTransport *self) {
    if (!self->seldom && (self->seldom = mem_alloc(sizeof *self->seldom)))
        *self->seldom = (Seldom){0};
    return self->seldom;
}

Value transport_limit_borrow(const SocketTransport *self, int which) {
    if (self->seldom && self->seldom->limits[which])
        return self->seldom->limits[which];
    return value_from_small_int(which == HIGH ? DEFAULT_HIGH : DEFAULT_HIGH / 4);
}

/* ---- watching -------------------------------------------------------------------------------- */

static int read_ready(Value data, Value round);
static int write_ready(Value data, Value round);

static void ready(void *data, unsigned events) {
    SocketTransport *self = data;
    EventLoop *loop = self->watch.loop;
    unsigned seen = events & self->watch.events;
    int status = 0;
    if (seen & PORT_READABLE)
        status =
            loop_call_soon(loop, read_ready, OBJ(self), value_from_small_int(self->round[READ]));
    if (seen & PORT_WRITABLE && status == 0)
        status =
            loop_call_soon(loop, write_ready, OBJ(self), value_from_small_int(self->round[WRITE]));
    if (status < 0)
        exc_clear();
}

int transport_watch(SocketTransport *self, int direction) {
    unsigned event = direction == READ ? PORT_READABLE : PORT_WRITABLE;
    self->round[direction]++;
    value_replace(&self->context[direction], context_capture());
    return loop_watch_set(&self->watch, self->fd, self->watch.events | event, ready);
}

void transport_unwatch(SocketTransport *self, int direction) {
    unsigned event = direction == READ ? PORT_READABLE : PORT_WRITABLE;
    self->round[direction]++;
    value_replace(&self->context[direction], 0);
    if (self->watch.loop && !self->watch.loop->closed)
        loop_watch_set(&self->watch, self->fd, self->watch.events & ~event, ready);
}

/* ---- the protocol ---------------------------------------------------------------------------- */

static bool pending_is_fatal(void) {
    return exc_pending_is(&rt_exc_SystemExit) || exc_pending_is(&rt_exc_KeyboardInterrupt);
}

int transport_call_soon(SocketTransport *self, const char *name, Value argument) {
    Value method = object_getattr_cstr(self->protocol, name);
    Value handle = method ? loop_call_soon_python(self->watch.loop, method, &argument, 1, 0) : 0;
    value_decref(method);
    value_decref(handle);
    return handle ? 0 : -1;
}

/* protocol.pause_writing() or resume_writing(); failures are reported. 0; -1: fatal. */
static int tell_protocol(SocketTransport *self, const char *name, const char *message) {
    Value result = object_call_method(self->protocol, name, NULL, 0);
    value_decref(result);
    if (result || pending_is_fatal())
        return result ? 0 : -1;
    Value error = exc_fetch();
    int status = loop_report(self->watch.loop, message, "exception", error, "transport", OBJ(self),
                             "protocol", self->protocol, NULL);
    value_decref(error);
    return status;
}

/* Is more waiting than a limit says? */
static bool is_over(const SocketTransport *self, Value limit) {
    double number;
    if (value_is_small_int(limit))
        return transport_output_left(self) > value_small_int(limit);
    value_incref(limit); /* its __float__ may replace it */
    bool known = value_to_double(limit, &number);
    value_decref(limit);
    exc_clear();
    return known && (double)transport_output_left(self) > number;
}

int transport_maybe_pause(SocketTransport *self) {
    if (self->protocol_paused || !is_over(self, transport_limit_borrow(self, HIGH)))
        return 0;
    self->protocol_paused = true;
    return tell_protocol(self, "pause_writing", "protocol.pause_writing() failed");
}

static int maybe_resume(SocketTransport *self) {
    if (!self->protocol_paused || is_over(self, transport_limit_borrow(self, LOW)))
        return 0;
    self->protocol_paused = false;
    return tell_protocol(self, "resume_writing", "protocol.resume_writing() failed");
}

/* ---- the end --------------------------------------------------------------------------------- */

void transport_close_descriptor(SocketTransport *self) {
    if (self->sock) {
        Value result = object_call_method(self->sock, "close", NULL, 0);
        if (!result)
            exc_clear();
        value_decref(result);
    } else if (self->fd >= 0) {
        close(self->fd);
    }
    self->fd = -1;
}

/* protocol.connection_lost(error), and everything is let go. */
static int finish(SocketTransport *self, Value error) {
    Value result = self->protocol ? object_call_method(self->protocol, "connection_lost", &error, 1)
                                  : VALUE_NONE;
    Value failure = exc_fetch(), server = self->server;
    value_decref(result);
    transport_close_descriptor(self);
    value_replace(&self->protocol, 0);
    EventLoop *loop = self->watch.loop;
    self->watch.loop = NULL;
    value_decref(OBJ(loop));
    self->server = 0;
    if (server) {
        Value me = OBJ(self), detached = object_call_method(server, "_detach", &me, 1);
        value_decref(detached);
        value_decref(server);
    }
    if (failure) {
        exc_clear();
        exc_restore_take(failure);
    }
    Value waiter = transport_empty_waiter_borrow(self);
    if (isolate.pending || !waiter)
        return isolate.pending ? -1 : 0;
    Value closed = exc_make(&rt_exc_ConnectionError, str_name("Connection is closed by peer"));
    int status = closed ? future_set_exception(future_of(waiter), closed) : -1;
    value_decref(closed);
    return status;
}

static int finish_call(Value data, Value error) {
    SocketTransport *self = AS(SocketTransport, data);
    Value context = self->context[READ], *previous;
    self->context[READ] = 0;
    int status = context_enter(&context, &previous);
    if (status == 0) {
        status = finish(self, error);
        context_leave(&context, previous);
    }
    value_decref(context);
    return status;
}

/* loop.call_soon(finish, error) in a copy of the context, for which the place of reading's serves:
 * that is over. */
static int finish_soon(SocketTransport *self, Value error) {
    if (loop_check_closed(self->watch.loop) < 0)
        return -1;
    value_replace(&self->context[READ], context_capture());
    return loop_call_soon(self->watch.loop, finish_call, OBJ(self), error ? error : VALUE_NONE);
}

int transport_force_close(SocketTransport *self, Value error) {
    if (self->lost_count)
        return 0;
    if (transport_output_left(self)) {
        transport_output_clear(self);
        transport_unwatch(self, WRITE);
    }
    if (!self->closing) {
        self->closing = true;
        transport_unwatch(self, READ);
    }
    self->lost_count++;
    return finish_soon(self, error);
}

/* The pending exception ends the connection. 0; -1: SystemExit, KeyboardInterrupt. */
static int fatal_error(SocketTransport *self, const char *message) {
    if (pending_is_fatal())
        return -1;
    Value error = exc_fetch();
    int status = 0;
    if (value_isa(error, &rt_exc_OSError))
        transport_note(self, "%R: %s", message, error);
    else
        status = loop_report(self->watch.loop, message, "exception", error, "transport", OBJ(self),
                             "protocol", self->protocol, NULL);
    if (status == 0)
        status = transport_force_close(self, error);
    value_decref(error);
    return status;
}

int transport_close(SocketTransport *self) {
    if (self->closing)
        return 0;
    self->closing = true;
    transport_unwatch(self, READ);
    if (transport_output_left(self))
        return 0;
    self->lost_count++;
    transport_unwatch(self, WRITE);
    return finish_soon(self, 0);
}

/* ---- reading --------------------------------------------------------------------------------- */

static int read_eof(SocketTransport *self) {
    transport_note(self, "%R received EOF", NULL, 0);
    Value answer = object_call_method(self->protocol, "eof_received", NULL, 0);
    int keep_open = answer ? object_truth(answer) : -1;
    value_decref(answer);
    if (keep_open < 0)
        return fatal_error(self, "Fatal error: protocol.eof_received() call failed.");
    if (!keep_open)
        return transport_close(self);
    transport_unwatch(self, READ);
    return 0;
}

/* What recv answered that is no data: 0, or -1 with an exception pending. */
static int read_nothing(SocketTransport *self, ssize_t got) {
    if (got == 0)
        return read_eof(self);
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
        return 0;
    raise_errno(errno, 0);
    return fatal_error(self, "Fatal read error on socket transport");
}

static int read_data(SocketTransport *self) {
    static uint8_t room[RECEIVE_SIZE];
    ssize_t got = recv(self->fd, room, sizeof room, 0);
    if (got <= 0)
        return read_nothing(self, got);
    Value data = bytes_new(room, (size_t)got);
    Value result = data ? attr_call_method(self->protocol, name_data_received, &data, 1, 0) : 0;
    value_decref(data);
    value_decref(result);
    return result ? 0 : fatal_error(self, "Fatal error: protocol.data_received() call failed.");
}

static Value ask_buffer(SocketTransport *self) {
    Value hint = value_from_small_int(-1);
    Value buffer = attr_call_method(self->protocol, name_get_buffer, &hint, 1, 0);
    int64_t size = buffer ? object_len(buffer) : -1;
    if (size > 0)
        return buffer;
    if (size == 0)
        raise_error(&rt_exc_RuntimeError, "get_buffer() returned an empty buffer");
    value_decref(buffer);
    return 0;
}

static int read_into_buffer(SocketTransport *self) {
    uint8_t *room;
    int64_t size;
    Value buffer = ask_buffer(self);
    if (!buffer)
        return fatal_error(self, "Fatal error: protocol.get_buffer() call failed.");
    ssize_t got = -1;
    int status = socket_writable_view(buffer, "recv_into", &room, &size);
    if (status == 0)
        got = recv(self->fd, room, (size_t)size, 0);
    value_decref(buffer);
    if (status < 0)
        return fatal_error(self, "Fatal read error on socket transport");
    if (got <= 0)
        return read_nothing(self, got);
    Value count = int_from_i64(got);
    Value result = attr_call_method(self->protocol, name_buffer_updated, &count, 1, 0);
    value_decref(result);
    return result ? 0 : fatal_error(self, "Fatal error: protocol.buffer_updated() call failed.");
}

/* Serves a direction in its context; what is queued behind its end is not served. */
static int serve(Value data, Value round, int direction, int (*step)(SocketTransport *self)) {
    SocketTransport *self = AS(SocketTransport, data);
    if (self->lost_count || round != value_from_small_int(self->round[direction]))
        return 0;
    Value context = value_incref(self->context[direction]), *previous;
    if (context_enter(&context, &previous) < 0)
        return -1;
    int status = step(self);
    context_leave(&context, previous);
    if (round == value_from_small_int(self->round[direction]))
        value_replace(&self->context[direction], context);
    else /* it ended meanwhile */
        value_decref(context);
    return status;
}

static int read_ready(Value data, Value round) {
    return serve(data, round, READ,
                 AS(SocketTransport, data)->buffered ? read_into_buffer : read_data);
}

/* ---- writing --------------------------------------------------------------------------------- */

static int output_add(SocketTransport *self, const uint8_t *data, int64_t size) {
    Output *output = self->output;
    if (output && output->size + size > output->room && output->sent) {
        memmove(output->data, output->data + output->sent, (size_t)transport_output_left(self));
        output->size -= output->sent;
        output->sent = 0;
    }
    if (!output || output->size + size > output->room) {
        int64_t room = (transport_output_left(self) + size) * 3 / 2;
        output = mem_realloc(self->output, sizeof *output + (size_t)room);
        if (!output)
            return -1;
        if (!self->output)
            output->sent = output->size = 0;
        output->room = room;
        self->output = output;
    }
    memcpy(output->data + output->size, data, (size_t)size);
    output->size += size;
    return 0;
}

int transport_write(SocketTransport *self, const uint8_t *data, int64_t size) {
    if (!transport_output_left(self)) {
        ssize_t put = send(self->fd, data, (size_t)size, MSG_NOSIGNAL);
        if (put == size)
            return 0;
        if (put < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
            raise_errno(errno, 0);
            return fatal_error(self, "Fatal write error on socket transport");
        }
        if (put > 0) {
            data += put;
            size -= put;
        }
        if (transport_watch(self, WRITE) < 0)
            return -1;
    }
    return output_add(self, data, size) < 0 ? -1 : transport_maybe_pause(self);
}

static int write_failed(SocketTransport *self) {
    raise_errno(errno, 0);
    Value error = value_incref(isolate.pending);
    transport_unwatch(self, WRITE);
    transport_output_clear(self);
    int status = fatal_error(self, "Fatal write error on socket transport");
    Value waiter = transport_empty_waiter_borrow(self);
    if (status == 0 && waiter)
        status = future_set_exception(future_of(waiter), error);
    value_decref(error);
    return status;
}

static int written_all(SocketTransport *self) {
    transport_output_clear(self);
    transport_unwatch(self, WRITE);
    Value waiter = transport_empty_waiter_borrow(self);
    if (waiter && future_set_result(future_of(waiter), VALUE_NONE) < 0)
        return -1;
    if (self->closing)
        return finish(self, VALUE_NONE);
    if (self->eof && shutdown(self->fd, SHUT_WR) < 0) {
        raise_errno(errno, 0);
        return -1;
    }
    return 0;
}

static int write_more(SocketTransport *self) {
    Output *output = self->output;
    if (!output)
        return written_all(self);
    ssize_t put = send(self->fd, output->data + output->sent, (size_t)transport_output_left(self),
                       MSG_NOSIGNAL);
    if (put < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
        return 0;
    if (put < 0)
        return write_failed(self);
    output->sent += put;
    if (maybe_resume(self) < 0)
        return -1;
    return transport_output_left(self) ? 0 : written_all(self);
}

static int write_ready(Value data, Value round) {
    return serve(data, round, WRITE, write_more);
}

void transport_name_callbacks(void) {
    name_data_received = str_name("data_received");
    name_get_buffer = str_name("get_buffer");
    name_buffer_updated = str_name("buffer_updated");
    future_name_callback(finish_call, "_SelectorSocketTransport._call_connection_lost()");
    future_name_callback(read_ready, "_SelectorSocketTransport._read_ready()");
    future_name_callback(write_ready, "_SelectorSocketTransport._write_ready()");
}
