/*
 * aio_transport.h — the transport of stream sockets: aio_transport.c has what it does,
 * mod_asyncio_transport.c its Python class.
 *
 * A transport watches its descriptor itself, without handles: it stands in the loop's table of
 * watches while it reads or waits to write, and queues itself when the platform reports. What was
 * queued before a pause is not run after it; so each direction counts its starts (`round`), as
 * CPython cancels the handle. Addresses are kept packed, and the Python socket is made when the
 * program asks for it: an idle connection is small.
 *
 * Everything here is called in the thread of the transport's loop.
 */
#ifndef PYASYNCC_RT_UNIX_AIO_TRANSPORT_H
#define PYASYNCC_RT_UNIX_AIO_TRANSPORT_H

#include "../aio_loop.h"
#include "isolate.h"
#include "port.h"

#include <netinet/in.h>

enum { READ, WRITE };

typedef union PackedAddress {
    struct sockaddr any;
    struct sockaddr_in four;
    struct sockaddr_in6 six;
} PackedAddress;

/* What could not be sent yet: data[sent..size). */
typedef struct Output {
    int64_t sent, size, room;
    uint8_t data[];
} Output;

/* What hardly any transport has: the program's limits of what may wait, numbers, and the future of
 * sendfile. Owned, or 0. */
typedef struct Seldom {
    Value limits[2], empty_waiter;
} Seldom;
enum { HIGH, LOW };

typedef struct SocketTransport {
    LoopWatch watch;                     /* its loop is owned, and NULL after the end */
    Value protocol, server, sock, extra; /* or 0 */
    Value context[2];                    /* in which each direction is served */
    uint32_t round[2];
    Output *output; /* NULL: all was sent */
    Seldom *seldom; /* or NULL */
    PackedAddress own, peer;
    int32_t fd, number, lost_count; /* fd: -1 once closed; number: as it is shown */
    uint16_t family, protocol_number;
    bool buffered, eof, paused, closing, protocol_paused;
} SocketTransport;

/* Says in debug mode what happens to the transport; `format` has its %R, and a %s for `more`.
 * `exception`: shown with it, or 0. A pending exception stays. */
void transport_note(SocketTransport *self, const char *format, const char *more, Value exception);

/* Bytes that could not be sent yet. */
int64_t transport_output_left(const SocketTransport *self);
void transport_output_clear(SocketTransport *self);
/* Sends at once what the system takes and keeps the rest; the transport must not be closing. 0; -1
 * with an exception that the program shall see. */
int transport_write(SocketTransport *self, const uint8_t *data, int64_t size);

/* What hardly any transport has, made if need be; NULL with MemoryError. */
Seldom *transport_seldom(SocketTransport *self);
/* The future of sendfile, or 0. */
Value transport_empty_waiter_borrow(const SocketTransport *self);
/* How much may wait: above HIGH the protocol is paused, from LOW on it is resumed. */
Value transport_limit_borrow(const SocketTransport *self, int which);
/* Pauses the protocol if too much waits. 0; -1: SystemExit or KeyboardInterrupt is pending. */
int transport_maybe_pause(SocketTransport *self);

/* Watches for one direction more, in a copy of the present context. 0 or -1. */
int transport_watch(SocketTransport *self, int direction);
void transport_unwatch(SocketTransport *self, int direction);

/* loop.call_soon(protocol.name, argument). 0 or -1. */
int transport_call_soon(SocketTransport *self, const char *name, Value argument);
/* Ends it once all is sent. 0 or -1. */
int transport_close(SocketTransport *self);
/* Ends it without sending what waits; `error`: what the protocol is told, or 0. 0 or -1. */
int transport_force_close(SocketTransport *self, Value error);
/* Closes the descriptor, or the Python socket that owns it. No exception may be pending. */
void transport_close_descriptor(SocketTransport *self);

/* To be called once, before any transport is made. */
void transport_name_callbacks(void);

#endif
