/*
 * diag.c — collects diagnostics, orders them by file and position and prints them as text (message,
 * source line, caret, hint) or as JSON lines (see diag.h).
 */
#include "diag.h"

#include "unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_SHOWN_LINE = 160 /* bytes of a source line that are printed */ };

typedef struct DiagRow {
    const char *option;
    Severity severity;
    const char *hint;
} DiagRow;

static const DiagRow rows[] = {
#define DIAG(kind, option, severity, hint) {option, SEVERITY_##severity, hint},
#include "diag.def"
#undef DIAG
};

typedef struct Message {
    DiagKind kind;
    Severity severity;
    const Source *source;
    uint32_t source_order; /* order in which the sources first were reported on */
    uint32_t order;        /* order of reporting, to keep the sort stable */
    Range range;
    const char *hint;
    const char *text;
} Message;

struct DiagSink {
    Arena *arena;
    DiagOptions options;
    VEC(Message) messages;
    VEC(const Source *) sources;
    uint32_t errors;
    uint32_t warnings;
};

DiagSink *diag_sink_new(Arena *arena, const DiagOptions *options) {
    DiagSink *sink = ARENA_NEW(arena, DiagSink);
    sink->arena = arena;
    if (options)
        sink->options = *options;
    return sink;
}

static uint32_t source_order(DiagSink *sink, const Source *source) {
    for (uint32_t i = 0; i < sink->sources.count; i++)
        if (sink->sources.items[i] == source)
            return i;
    VEC_PUSH(sink->arena, &sink->sources, source);
    return (uint32_t)sink->sources.count - 1;
}

void diag_report(DiagSink *sink, DiagKind kind, const Source *source, Range range, const char *hint,
                 const char *format, ...) {
    Severity severity = rows[kind].severity;
    if (severity != SEVERITY_ERROR && sink->options.disabled[kind])
        return;
    if (severity == SEVERITY_WARNING && sink->options.warnings_are_errors)
        severity = SEVERITY_ERROR;
    sink->errors += severity == SEVERITY_ERROR;
    sink->warnings += severity == SEVERITY_WARNING;

    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(sink->arena, format, args);
    va_end(args);
    Message message = {.kind = kind,
                       .severity = severity,
                       .source = source,
                       .source_order = source_order(sink, source),
                       .order = (uint32_t)sink->messages.count,
                       .range = range,
                       .hint = hint ? hint : rows[kind].hint,
                       .text = text};
    VEC_PUSH(sink->arena, &sink->messages, message);
}

uint32_t diag_error_count(const DiagSink *sink) {
    return sink->errors;
}

uint32_t diag_warning_count(const DiagSink *sink) {
    return sink->warnings;
}

bool diag_is_warning(DiagKind kind) {
    return rows[kind].severity == SEVERITY_WARNING;
}

const char *diag_option_name(DiagKind kind) {
    return rows[kind].option;
}

static int compare_messages(const void *left, const void *right) {
    const Message *a = left, *b = right;
    if (a->source_order != b->source_order)
        return a->source_order < b->source_order ? -1 : 1;
    if (a->range.line != b->range.line)
        return a->range.line < b->range.line ? -1 : 1;
    if (a->range.column != b->range.column)
        return a->range.column < b->range.column ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static const char *severity_name(Severity severity) {
    static const char *const names[] = {"note", "warning", "error"};
    return names[severity];
}

/* The text of line `line` without its newline; empty if there is none. */
static Str source_line(const Source *source, uint32_t line) {
    if (!source || !source->text.data || line == 0 || line > source->line_count)
        return (Str){"", 0};
    size_t start = source->line_starts[line - 1];
    const char *text = source->text.data + start;
    const char *newline = memchr(text, '\n', source->text.size - start);
    size_t size = newline ? (size_t)(newline - text) : source->text.size - start;
    while (size > 0 && text[size - 1] == '\r')
        size--;
    return (Str){text, size};
}

/* The window of a long line that is shown: [*from, *to) holds byte `column`. */
static void choose_window(Str line, uint32_t column, size_t *from, size_t *to) {
    *from = 0;
    *to = line.size;
    if (line.size <= MAX_SHOWN_LINE)
        return;
    size_t middle = column < line.size ? column : line.size;
    *from = middle > MAX_SHOWN_LINE / 2 ? middle - MAX_SHOWN_LINE / 2 : 0;
    *to = *from + MAX_SHOWN_LINE < line.size ? *from + MAX_SHOWN_LINE : line.size;
    while (*from > 0 && ((unsigned char)line.data[*from] & 0xC0) == 0x80)
        --*from;
    while (*to < line.size && ((unsigned char)line.data[*to] & 0xC0) == 0x80)
        ++*to;
}

/* Prints `text` with control characters (but tabs) as blanks, so that nothing upsets a terminal. */
static void print_clean(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        fputc((unsigned char)text[i] < ' ' && text[i] != '\t' ? ' ' : text[i], stderr);
}

/* Prints blanks as wide as `text` is; tabs stay tabs. */
static void print_padding(const char *text, size_t size) {
    for (size_t at = 0; at < size;) {
        uint32_t code;
        size_t length = utf8_decode(text + at, size - at, &code);
        if (!length) {
            length = 1;
            code = ' ';
        }
        if (code == '\t')
            fputc('\t', stderr);
        else
            for (int i = unicode_width(code); i > 0; i--)
                fputc(' ', stderr);
        at += length;
    }
}

static int display_width(const char *text, size_t size) {
    int width = 0;
    for (size_t at = 0; at < size;) {
        uint32_t code;
        size_t length = utf8_decode(text + at, size - at, &code);
        width += length ? unicode_width(code) : 1;
        at += length ? length : 1;
    }
    return width;
}

static void print_caret(const Message *message, Str line, size_t from, size_t to, bool color) {
    size_t column = message->range.column < line.size ? message->range.column : line.size;
    size_t end = message->range.end_line == message->range.line ? message->range.end_column : to;
    if (message->range.end_line == 0)
        end = column;
    if (end > to)
        end = to;
    int width = end > column ? display_width(line.data + column, end - column) : 1;
    fputs("    ", stderr);
    print_padding(line.data + from, column - from);
    fputs(color ? "\033[1;32m^" : "^", stderr);
    for (int i = 1; i < width; i++)
        fputc('~', stderr);
    fputs(color ? "\033[0m\n" : "\n", stderr);
}

static void print_source(const Message *message, bool color) {
    Str line = source_line(message->source, message->range.line);
    if (line.size == 0)
        return;
    size_t from, to;
    choose_window(line, message->range.column, &from, &to);
    fputs("    ", stderr);
    print_clean(line.data + from, to - from);
    fputc('\n', stderr);
    print_caret(message, line, from, to, color);
}

/* The column a user sees: characters counted from 1. */
static uint32_t character_column(const Message *message) {
    Str line = source_line(message->source, message->range.line);
    uint32_t column = 1;
    for (size_t i = 0; i < message->range.column; i++)
        column += i >= line.size || ((unsigned char)line.data[i] & 0xC0) != 0x80;
    return column;
}

static void print_text(const Message *message, bool color) {
    static const char *const colors[] = {"\033[1;36m", "\033[1;35m", "\033[1;31m"};
    if (color)
        fputs("\033[1m", stderr);
    if (message->source)
        fprintf(stderr, "%s:", message->source->path);
    else
        fputs("pyasyncc:", stderr);
    if (message->source && message->range.line)
        fprintf(stderr, "%u:%u:", message->range.line, character_column(message));
    fprintf(stderr, "%s %s%s:%s %s%s [%s]\n", color ? "\033[0m" : "",
            color ? colors[message->severity] : "", severity_name(message->severity),
            color ? "\033[0m\033[1m" : "", message->text, color ? "\033[0m" : "",
            rows[message->kind].option);
    print_source(message, color);
    if (message->hint && *message->hint)
        fprintf(stderr, "    %shint:%s %s\n", color ? "\033[1;36m" : "", color ? "\033[0m" : "",
                message->hint);
}

static void print_json_string(const char *text) {
    fputc('"', stderr);
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '"' || byte == '\\')
            fprintf(stderr, "\\%c", byte);
        else if (byte == '\n')
            fputs("\\n", stderr);
        else if (byte < ' ')
            fprintf(stderr, "\\u%04x", byte);
        else
            fputc(byte, stderr);
    }
    fputc('"', stderr);
}

static void print_json(const Message *message) {
    fputs("{\"file\":", stderr);
    if (message->source)
        print_json_string(message->source->path);
    else
        fputs("null", stderr);
    bool placed = message->source && message->range.line;
    fprintf(stderr, ",\"line\":%u,\"column\":%u,\"severity\":\"%s\",\"name\":\"%s\",\"message\":",
            placed ? message->range.line : 0, placed ? character_column(message) : 0,
            severity_name(message->severity), rows[message->kind].option);
    print_json_string(message->text);
    fputs(",\"hint\":", stderr);
    if (message->hint && *message->hint)
        print_json_string(message->hint);
    else
        fputs("null", stderr);
    fputs("}\n", stderr);
}

static void sort_messages(DiagSink *sink) {
    if (sink->messages.count)
        qsort(sink->messages.items, sink->messages.count, sizeof(Message), compare_messages);
}

const char *diag_first_text(DiagSink *sink) {
    sort_messages(sink);
    for (size_t i = 0; i < sink->messages.count; i++)
        if (sink->messages.items[i].severity == SEVERITY_ERROR)
            return sink->messages.items[i].text;
    return "";
}

void diag_flush(DiagSink *sink) {
    sort_messages(sink);
    for (size_t i = 0; i < sink->messages.count; i++) {
        if (sink->options.json)
            print_json(&sink->messages.items[i]);
        else
            print_text(&sink->messages.items[i], sink->options.color);
    }
    fflush(stderr);
    sink->messages.count = 0;
}
