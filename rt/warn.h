/*
 * warn.h — warnings that the runtime gives by itself: coroutines that were never awaited, and what
 * is dropped open.
 */
#ifndef PYASYNCC_RT_WARN_H
#define PYASYNCC_RT_WARN_H

#include "library_frame.h"
#include "object.h"

/* Where a warning says that it comes from. */
typedef struct WarnPlace {
    const char *file, *module;
    uint32_t line;
    Value source; /* the line's text, owned, or 0 */
} WarnPlace;

/* The place that drops the object which is finalized now: what the end of a function drops, its
 * caller drops in CPython, which is known if the stack is tracked; else it is "sys:1". The caller
 * owns `source`. */
WarnPlace warn_place_of_drop(void);
/* Warns by the filters of the module `warnings`, if the program imported it, else by those of the
 * environment. `about`: the object of which is spoken. 0, or -1 with an exception pending: a filter
 * makes the warning an error, or it could not be shown. */
int warn_at(Type *category, Value message, const WarnPlace *place, Value about);
/* Says that `object`, which is finalized now, is dropped open: a ResourceWarning with the message
 * `format` (conversions as raise_error). `frame`: the line of CPython's library that warns; NULL:
 * the place of the drop. What fails stays pending. */
void warn_unclosed(Value object, const LibraryFrame *frame, const char *format, ...);
/* Does nobody look at ResourceWarnings? Then their messages need not be made. */
bool warn_resources_ignored(void);
/* The warning options of the environment, as sys.warnoptions; new reference or 0. */
Value warn_options(void);
/* The filters that a program starts with, as warnings.filters; new reference or 0. */
Value warn_first_filters(void);
/* The modules end: from now on the filters are used as they are. */
void warn_modules_end(void);
bool warn_modules_ended(void);
/* Nothing warns any more; in CPython what the modules did not keep alive is not dropped now either.
 */
void warn_shutdown(void);
/* Was the program started in CPython's development mode (PYTHONDEVMODE)? */
bool warn_dev_mode(void);

#endif
