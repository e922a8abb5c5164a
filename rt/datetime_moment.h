/* datetime_moment.h — what the two files of datetime.datetime share. */
#ifndef PYASYNCC_RT_DATETIME_MOMENT_H
#define PYASYNCC_RT_DATETIME_MOMENT_H

#include "datetime.h"

/* The parameters of the constructor and of replace(); the first seven are the fields. */
enum { MOMENT_ZONE = 7, MOMENT_FOLD = 8 };
#define MOMENT_PARAMETERS                                                                          \
    "year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"

/* Checks the arguments and makes an instance of `type`, whose __init__ is not run. */
Value moment_make_bound(Type *type, const Argument *bound);
/* timespec: NULL for "auto". */
Value moment_isoformat(Value self, uint32_t separator, const char *timespec);

#endif
