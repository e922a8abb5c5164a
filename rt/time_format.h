/* time_format.h — strftime of the module time. Private to the runtime. */
#ifndef PYASYNCC_RT_TIME_FORMAT_H
#define PYASYNCC_RT_TIME_FORMAT_H

#include "rt.h"

#include <time.h>

/* `tm` as `format` (UTF-8, 0-terminated) says: the conversions and flags of glibc in the C locale,
 * on every platform. New reference to a str. */
Value time_format(const char *format, const struct tm *tm);

/* mod_time.c: a time.struct_time without a zone of its own; new reference. */
Value time_struct(const struct tm *tm);

#endif
