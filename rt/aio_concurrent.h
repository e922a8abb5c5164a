/* aio_concurrent.h — the thread-safe future that run_coroutine_threadsafe answers. */
#ifndef PYASYNCC_RT_AIO_CONCURRENT_H
#define PYASYNCC_RT_AIO_CONCURRENT_H

#include "aio.h"

extern Type rt_type_concurrent_future;
Value concurrent_new(void);
/* Completes it; borrowed arguments. 0 or -1. Does nothing if it is done. */
int concurrent_set_result(Value future, Value result);
int concurrent_set_exception(Value future, Value exception);
int concurrent_cancel(Value future); /* 1, 0 (too late), -1 */

#endif
