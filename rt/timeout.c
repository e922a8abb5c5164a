/* timeout.c — reads timeouts as CPython's _PyTime_t does: nanoseconds, rounded away from zero. */
#include "timeout.h"

#include "isolate.h"
#include "object.h"
#include "port.h"

#include <math.h>

static int too_large(void) {
    return raise_status(&rt_exc_OverflowError, "timestamp too large to convert to C _PyTime_t");
}

static int read_float(double number, int64_t unit, int64_t *out) {
    if (isnan(number))
        return raise_status(&rt_exc_ValueError, "Invalid value NaN (not a number)");
    double scaled = number * (double)unit;
    if (!(fabs(scaled) < 9223372036854775808.0))
        return too_large();
    *out = (int64_t)(scaled < 0 ? floor(scaled) : ceil(scaled));
    return 0;
}

int timeout_read(Value value, int64_t unit, const char *wanted, int64_t *out) {
    double real;
    if (value_isa(value, &rt_type_float))
        return value_to_double(value, &real) ? read_float(real, unit, out) : -1;
    if (wanted && !value_type(value)->slots.index)
        return raise_status(&rt_exc_TypeError, "%s", wanted);
    int64_t number = object_index(value);
    if (number == -1 && isolate.pending && !exc_pending_is(&rt_exc_OverflowError))
        return -1;
    if (!isolate.pending && !__builtin_mul_overflow(number, unit, out))
        return 0;
    exc_clear(); /* it spoke of another type */
    return too_large();
}

bool timeout_fits(int64_t nanoseconds) {
    return nanoseconds <= (int64_t)INT32_MAX * TIMEOUT_MILLISECOND &&
           nanoseconds >= (int64_t)INT32_MIN * TIMEOUT_MILLISECOND;
}

int64_t timeout_deadline(int64_t nanoseconds) {
    int64_t end;
    return __builtin_add_overflow(port_monotonic_ns(), nanoseconds, &end) ? PORT_FOREVER : end;
}

struct timespec timeout_left(int64_t deadline) {
    int64_t left = deadline - port_monotonic_ns();
    if (left < 0)
        left = 0;
    return (struct timespec){left / TIMEOUT_SECOND, (long)(left % TIMEOUT_SECOND)};
}
