/* timeout.h — timeouts as arguments of the modules select and socket. */
#ifndef PYASYNCC_RT_UNIX_TIMEOUT_H
#define PYASYNCC_RT_UNIX_TIMEOUT_H

#include "rt.h"

/* Reads a timeout of `unit` nanoseconds each, a float or an int; TypeError with the text `wanted`
 * (NULL: that of an integer's) for anything else. 0 with nanoseconds, maybe negative, in *out; -1.
 */
int timeout_read(Value value, int64_t unit, const char *wanted, int64_t *out);
/* Do so many nanoseconds fit into the milliseconds that poll() and epoll_wait() take? */
bool timeout_fits(int64_t nanoseconds);

#endif
