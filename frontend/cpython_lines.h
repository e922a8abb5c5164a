/*
 * cpython_lines.h — where the lines of the runtime's own modules stand in CPython's, for
 * tracebacks.
 *
 * A module in rt/pylib takes the place of one of CPython's library, whose file and lines people
 * know. A comment at the end of a line says what a traceback shows for it:
 *
 *   # CPython: 717                               line 717 of CPython's file, the same function
 *   # CPython: 166+24                            24 columns are marked, not the whole expression
 *   # CPython: 1133 __new__                      another function's name
 *   # CPython: 689, 522 _wait_for_data           two functions in CPython, the outer one first
 *   # CPython: 12, collections/__init__.py:996 __missing__      the second in another file
 *   # CPython: -                                 no function in CPython
 *
 * Its file is that of the same name, or what a line `# CPython: file NAME` says: a path in the
 * library, or <frozen ...>, which has no text, or `-`: it is no Python in CPython, which shows none
 * of its lines but those whose notes name a file.
 *
 * The lines are those of Debian 12's first CPython 3.11.2; cpython_revisions.def tells which of
 * them later revisions moved.
 */
#ifndef PYASYNCC_FRONTEND_CPYTHON_LINES_H
#define PYASYNCC_FRONTEND_CPYTHON_LINES_H

#include "diag.h"

/* The notes in `source`, whose path in the runtime's library is `path`, as the runtime reads them
 * (rt/cpython_lines.h): the file, then a line "LINE NOTE" for each. NULL: it has none. `library`:
 * the folder of the installed Python's library, or NULL; lines are those of its files. */
const char *cpython_lines(Arena *arena, const Source *source, const char *path,
                          const char *library);

#endif
