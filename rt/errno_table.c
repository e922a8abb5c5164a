/*
 * errno_table.c — error numbers of the platform and those that programs see: look-ups in errno.def.
 */
#include "errno_table.h"

#include <errno.h>

typedef struct ErrorRow {
    int number;
    const char *text;
    Type *exception;
} ErrorRow;

static const ErrorRow rows[] = {
#define ERRNO(name, number, exception, text) {number, text, &rt_exc_##exception},
#define ERRNO_LINUX                          ERRNO
#define ERRNO_ALIAS(name, number)
#include "errno.def"
#undef ERRNO
#undef ERRNO_LINUX
#undef ERRNO_ALIAS
};

int errno_number(int host) {
    switch (host) {
#define ERRNO(name, number, exception, text)                                                       \
    case name:                                                                                     \
        return number;
#define ERRNO_LINUX(name, number, exception, text)
#define ERRNO_ALIAS(name, number)
#include "errno.def"
#undef ERRNO
#undef ERRNO_LINUX
#undef ERRNO_ALIAS
#ifdef ENOTCAPABLE
    case ENOTCAPABLE: /* WASI's word for a file that the host did not grant */
        return 1;     /* EPERM */
#endif
    default:
        return host;
    }
}

static const ErrorRow *row_of(int64_t number) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].number == number)
            return &rows[i];
    return NULL;
}

Value errno_text(int64_t number) {
    const ErrorRow *row = row_of(number);
    if (row)
        return str_from_cstr(row->text);
    return number ? str_format("Unknown error %d", (int)number) : str_from_cstr("Success");
}

Type *errno_exception(int64_t number) {
    const ErrorRow *row = row_of(number);
    return row ? row->exception : &rt_exc_OSError;
}
