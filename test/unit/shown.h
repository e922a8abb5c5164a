/*
 * shown.h — results of the runtime as text, for tests with tables of expectations: what repr or str
 * gives, or the type and text of the exception.
 */
#ifndef PYASYNCC_TEST_SHOWN_H
#define PYASYNCC_TEST_SHOWN_H

#include "object.h"
#include "unit.h"

/* "Type: text" of the pending exception, which is cleared. Valid until the next call. */
static inline const char *shown_exception(void) {
    static char text[512];
    size_t size;
    Value exception = exc_fetch(), message = object_str(exception);
    Value name = object_getattr_cstr(OBJ(value_type(exception)), "__name__");
    snprintf(text, sizeof text, "%s: %s", str_utf8(name, &size), str_utf8(message, &size));
    value_decref(name);
    value_decref(message);
    value_decref(exception);
    return text;
}

/* The text of a str (dropped), or shown_exception() if it is 0. Valid until the next call. */
static inline const char *shown_take(Value str) {
    static char text[512];
    size_t size;
    if (!str)
        return shown_exception();
    snprintf(text, sizeof text, "%s", str_utf8(str, &size));
    value_decref(str);
    return text;
}

/* CHECK_TEXT that names the row of the table on failure. */
static inline void check_row(const char *actual, const char *expected, const char *what,
                             const char *subject) {
    CHECK_TEXT(actual, expected);
    if (strcmp(actual, expected) != 0)
        fprintf(stderr, "    for %s of %s\n", what, subject);
}

#endif
