/* datetime_delta.h — what the two files of datetime.timedelta share. */
#ifndef PYASYNCC_RT_DATETIME_DELTA_H
#define PYASYNCC_RT_DATETIME_DELTA_H

#include "datetime.h"

__int128 delta_microseconds(const DeltaFields *delta);

/* The operators, as slots. */
Value delta_negative(Value self);
Value delta_positive(Value self);
Value delta_absolute(Value self);
Value delta_add(Value left, Value right);
Value delta_sub(Value left, Value right);
Value delta_mul(Value left, Value right);
Value delta_truediv(Value left, Value right);
Value delta_floordiv(Value left, Value right);
Value delta_mod(Value left, Value right);
Value delta_divmod(Value left, Value right);

#endif
