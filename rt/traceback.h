/* traceback.h — shared by traceback*.c, module_source.c, cpython_lines.c, hooks.c and mod_sys.c.
 */
#ifndef PYASYNCC_RT_TRACEBACK_H
#define PYASYNCC_RT_TRACEBACK_H

#include "object.h"

/* Text of an exception in the making. */
typedef struct Report {
    Value pieces;     /* list of str */
    Value seen;       /* exceptions already shown */
    StrBuilder piece; /* the one being written */
    int depth;        /* of nested groups */
    bool need_close;  /* the innermost group's frame still needs its bottom line */
    bool chain;       /* show causes and contexts */
    bool by_module;   /* as the module traceback words it: no suggestions, other pieces */
    bool one_margin;  /* of the piece that is written, only the first line gets the margin */
} Report;

int report_start(Report *report);
Value report_finish(Report *report); /* the list of pieces */
void report_text(Report *report, const char *text);
void report_value(Report *report, Value text); /* 0: drops the pending exception */
void report_end(Report *report, char margin);
void report_stack(Report *report, Value traceback);
void report_only(Report *report, Value exception);
void report_exception(Report *report, Value exception);
/* The source text of `module`, borrowed until the next call; NULL: there is none. module_source.c
 */
const char *module_source(const ModuleInfo *module, size_t *size);
/* The whole file at `path`, to be freed; NULL: it cannot be read. module_source.c */
char *source_read(const char *path, size_t *size);
/* The module whose file and text hold the function: its own, or one without text that stands for a
 * text given to exec. */
const ModuleInfo *function_source(const FunctionInfo *function);
/* Where the entry's error is, for carets: of a method that was not found, the attribute. */
uint64_t position_of_entry(const TracebackObject *entry);
/* The source line of a position, and the carets under it. */
void report_source(Report *report, const ModuleInfo *module, uint64_t position);
/* CPython no longer has the module io, which reads source lines: reports of its own have none from
 * now on. */
void report_sources_end(void);
/* Only the carets, as the module traceback writes them, of a line from `line` to `end`, which
 * `newlines` characters follow: blanks at the line's end move its carets to the left. */
void report_carets_of_module(Report *report, const char *line, const char *end, int64_t newlines,
                             uint64_t position);
void report_syntax_text(Report *report, Value exception, Value text);
/* The source line without the blanks around it: new reference; 0 without an exception: there is
 * none. */
Value source_line_text(const ModuleInfo *module, uint32_t number);
const FunctionInfo *frame_info(Value frame);
Value syntax_error_text(Value exception); /* borrowed; 0 = none */
uint32_t position_line(uint64_t position);
/* traceback: the entry whose frame it is, or 0; borrowed. */
Value frame_new(const FunctionInfo *function, uint32_t line, Value traceback);
/* The frame of the function that left word of its call site (callers.def), once, else of the module
 * that is running; new reference. If the stack is tracked, the frame `up` calls above it, or 0
 * without an exception if there are not so many; its f_back then is the caller's. */
Value frame_of_call_site(uint32_t up);
/* sys._current_frames(): a dict of the threads' innermost frames, as far as stacks are tracked; 0
 * failed. */
Value frames_of_threads(void);
/* (file, line, module's name) of the function that left word of its call site, once, or of the one
 * `up` calls above it if the stack is tracked and has so many, else None; new reference, 0 failed.
 */
Value call_site_place(int64_t up);
/* If the function that left word is one of the module logging: the frame of the program's call of a
 * logger; new reference. 0 without an exception otherwise. */
Value frame_of_log_site(void);
/* Lets go the variables that pyrt_traceback_keep gave it. */
void traceback_drop_kept(TracebackObject *traceback);
/* sys.unraisablehook and sys.excepthook, if the program replaced them; false: it did not. */
bool call_unraisable_hook(const char *what, Value where, Value exception);
bool call_except_hook(Value exception);

#endif
