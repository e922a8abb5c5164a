/*
 * errno_table.h — error numbers of the platform and those that programs see. A program gets the
 * numbers, names and texts of Linux everywhere (errno.def), as WASI counts its errors differently.
 */
#ifndef PYASYNCC_RT_ERRNO_TABLE_H
#define PYASYNCC_RT_ERRNO_TABLE_H

#include "rt.h"

/* The number that a program sees for `host`, a value of C's errno. Unknown ones stay as they are.
 */
int errno_number(int host);
/* What os.strerror says of `number`, as a program sees it. A new str; 0: MemoryError is pending. */
Value errno_text(int64_t number);
/* The class that OSError(number, text) makes. Borrowed, never NULL. */
Type *errno_exception(int64_t number);

#endif
