/* timeout.h — timeouts as arguments of the modules _thread, _queue, time, _signal, select and
 * socket, and of futures. */
#ifndef PYASYNCC_RT_TIMEOUT_H
#define PYASYNCC_RT_TIMEOUT_H

#include "rt.h"

#include <time.h>

enum { TIMEOUT_SECOND = 1000000000, TIMEOUT_MILLISECOND = 1000000 };

/* Reads a timeout of `unit` nanoseconds each, a float or an int; TypeError with the text `wanted`
 * (NULL: that of an integer's) for anything else. 0 with nanoseconds, maybe negative, in *out; -1
 * with TypeError, ValueError (NaN), OverflowError or what __index__ raised. */
int timeout_read(Value value, int64_t unit, const char *wanted, int64_t *out);
/* Do so many nanoseconds fit into the milliseconds that poll() and epoll_wait() take? */
bool timeout_fits(int64_t nanoseconds);
/* The monotonic time when so many nanoseconds, which are not negative, will have passed;
 * PORT_FOREVER if the clock does not go so far. */
int64_t timeout_deadline(int64_t nanoseconds);
/* What is left until the deadline: nothing if it has passed. */
struct timespec timeout_left(int64_t deadline);

#endif
