/*
 * diag.h — diagnostics: every message of the compiler goes through one sink that knows the sources,
 * prints `file:line:col: error: text [name]`, the source line, a caret and a hint (or JSON), and
 * counts errors. Kinds stand in diag.def.
 */
#ifndef PYASYNCC_FRONTEND_DIAG_H
#define PYASYNCC_FRONTEND_DIAG_H

#include "base.h"

/* diag.def rows: DIAG(ENUM_NAME, "option-name", SEVERITY, "default hint or empty") */
typedef enum DiagKind {
#define DIAG(kind, option, severity, hint) DIAG_##kind,
#include "diag.def"
#undef DIAG
    DIAG_KIND_COUNT
} DiagKind;

typedef enum Severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

/* One source file. `text` is NUL-terminated valid UTF-8 without byte order mark; every newline is
 * '\n', as CPython translates them. */
typedef struct Source {
    const char *path; /* as the user gave it or as the import search found it */
    Str text;
    size_t file_size; /* of the text, what is in the file: the runtime may add to the library's */
    uint32_t *line_starts; /* byte offset of each line */
    uint32_t line_count;
} Source;

typedef struct DiagOptions {
    bool json;
    bool color;
    bool warnings_are_errors;
    bool disabled[DIAG_KIND_COUNT]; /* -Wno-NAME */
} DiagOptions;

typedef struct DiagSink DiagSink;

DiagSink *diag_sink_new(Arena *arena, const DiagOptions *options);
/* Reports one message at `range` of `source` (NULL: no position). `format` as printf. An optional
 * hint line replaces the default one when `hint` is not NULL. */
void diag_report(DiagSink *sink, DiagKind kind, const Source *source, Range range, const char *hint,
                 const char *format, ...) __attribute__((format(printf, 6, 7)));
uint32_t diag_error_count(const DiagSink *sink);
uint32_t diag_warning_count(const DiagSink *sink);
/* The text of the first error in `sink` (in order of file and position), or "". */
const char *diag_first_text(DiagSink *sink);
/* Prints what was collected, ordered by file and position, to stderr, and clears it. */
void diag_flush(DiagSink *sink);
/* Is `kind` a warning, which -Wno-NAME disables? */
bool diag_is_warning(DiagKind kind);
/* The option name of `kind`. */
const char *diag_option_name(DiagKind kind);

#endif
