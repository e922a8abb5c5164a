/*
 * traceback.c — traceback objects, and exceptions as text: what CPython 3.11 prints for an uncaught
 * one (Python/traceback.c, Python/pythonrun.c), with source lines, carets, chains, groups and
 * suggestions.
 *
 * The text is made in pieces, one per list item of traceback.format_exception; printing joins them.
 */
#include "traceback.h"

#include "cpython_lines.h"

/* ---- objects --------------------------------------------------------------------------------- */

Value traceback_new(Value next, const FunctionInfo *function, uint64_t position) {
    TracebackObject *traceback = object_new(&rt_type_traceback, sizeof(TracebackObject));
    if (traceback) {
        traceback->next = value_incref(next);
        traceback->function = function;
        traceback->position = position;
    }
    return OBJ(traceback);
}

void pyrt_traceback_here(const FunctionInfo *function, int64_t position) {
    Value pending = isolate.pending;
    if (!pending)
        return;
    if (function->module->cpython_lines &&
        cpython_lines_through(function, position_line((uint64_t)position)))
        return;
    if (function->flags & FUNCTION_FRAMELESS)
        return;
    isolate.pending = 0; /* no memory for the entry: the exception goes on without it */
    Value entry = traceback_new(exc_as(pending)->traceback, function, (uint64_t)position);
    exc_clear();
    isolate.pending = pending;
    if (entry) {
        AS(TracebackObject, entry)->of_method = isolate.lookup_failed == pending;
        AS(TracebackObject, entry)->of_call = isolate.call_failed == pending;
    }
    isolate.lookup_failed = isolate.call_failed = 0;
    if (entry)
        value_replace(&exc_as(pending)->traceback, entry);
}

void pyrt_traceback_near(const FunctionInfo *function, uint32_t near) {
    pyrt_traceback_here(function, (int64_t)position_from_near(near, function->line));
}

static uint32_t count_pointers(const Value *values, uint32_t count) {
    uint32_t pointers = 0;
    for (uint32_t i = 0; i < count; i++)
        pointers += value_is_pointer(values[i]);
    return pointers;
}

/* In CPython a traceback refers to frames, which hold their variables: they are dropped with the
 * exception, not where it leaves the function. */
void rt_traceback_keep_slow(const FunctionInfo *function, const Value *variables, uint32_t count) {
    uint32_t wanted = count_pointers(variables, count);
    TracebackObject *entry =
        isolate.pending ? AS(TracebackObject, exc_as(isolate.pending)->traceback) : NULL;
    if (!entry || entry->function != function || entry->kept)
        return;
    entry->kept = mem_alloc(wanted * sizeof(Value));
    if (!entry->kept) /* no memory: they go now */
        return;
    for (uint32_t i = 0; i < count; i++)
        if (value_is_pointer(variables[i]))
            entry->kept[entry->kept_count++] = value_incref(variables[i]);
}

void traceback_drop_kept(TracebackObject *traceback) {
    Value *kept = traceback->kept;
    uint32_t count = traceback->kept_count;
    traceback->kept = NULL;
    traceback->kept_count = 0;
    for (uint32_t i = 0; i < count; i++)
        value_decref(kept[i]);
    mem_free(kept);
}

static void traceback_traverse(Object *self, VisitValue visit, void *context) {
    const TracebackObject *traceback = (TracebackObject *)self;
    visit(traceback->next, context);
    for (uint32_t i = 0; i < traceback->kept_count; i++)
        visit(traceback->kept[i], context);
}

static void traceback_clear(Object *self) {
    TracebackObject *traceback = (TracebackObject *)self;
    Value next = traceback->next;
    traceback->next = 0;
    value_decref(next);
    traceback_drop_kept(traceback);
}

uint32_t position_line(uint64_t position) {
    return (uint32_t)(position >> 40);
}

#define GETTER(name)                                                                               \
    static Value tb_##name(Value callee, const Value *args, uint32_t count, Value names)
#define SELF()                                                                                     \
    AS(TracebackObject, args[0]);                                                                  \
    (void)callee, (void)count, (void)names

GETTER(lineno) {
    TracebackObject *self = SELF();
    return int_from_i64(position_line(self->position));
}

GETTER(lasti) {
    TracebackObject *self = SELF();
    return int_from_i64((int64_t)(position_of_entry(self) & INT64_MAX));
}

GETTER(next) {
    TracebackObject *self = SELF();
    return self->next ? value_incref(self->next) : VALUE_NONE;
}

GETTER(frame) {
    TracebackObject *self = SELF();
    return frame_new(self->function, position_line(self->position), args[0]);
}

static int set_next(Value self, Value value) {
    if (!value)
        return raise_status(&rt_exc_TypeError, "can't delete tb_next attribute");
    if (value != VALUE_NONE && !value_is(value, &rt_type_traceback))
        return raise_status(&rt_exc_TypeError, "expected traceback object, got '%T'", value);
    for (Value link = value; value_is_pointer(link); link = AS(TracebackObject, link)->next)
        if (link == self)
            return raise_status(&rt_exc_ValueError, "traceback loop detected");
    value_replace(&AS(TracebackObject, self)->next, value == VALUE_NONE ? 0 : value_incref(value));
    return 0;
}

static const NativeMethod traceback_methods[] = {
    {.name = "tb_frame", .call = tb_frame, .kind = METHOD_MEMBER},
    {.name = "tb_lineno", .call = tb_lineno, .kind = METHOD_MEMBER},
    {.name = "tb_lasti", .call = tb_lasti, .kind = METHOD_MEMBER},
    {.name = "tb_next", .call = tb_next, .kind = METHOD_GETTER, .set = set_next},
    {0},
};

Type rt_type_traceback = {
    .name = "traceback",
    .basic_size = sizeof(TracebackObject),
    .flags = TYPE_FINAL,
    .methods = traceback_methods,
    .slots = {.dealloc = traceback_clear, .traverse = traceback_traverse, .clear = traceback_clear},
};

/* ---- writing in pieces ----------------------------------------------------------------------- */

void report_text(Report *report, const char *text) {
    str_builder_cstr(&report->piece, text);
}

void report_value(Report *report, Value text) {
    if (text)
        str_builder_str(&report->piece, text);
    else
        exc_clear();
}

/* Ends a piece: prefixes its lines with the margin of the group it stands in, and stores it. */
void report_end(Report *report, char margin) {
    Value piece = str_builder_finish(&report->piece);
    str_builder_init(&report->piece);
    if (piece && report->depth) {
        StrBuilder lines;
        str_builder_init(&lines);
        bool at_start = true;
        const StrObject *str = AS(StrObject, piece);
        for (int64_t i = 0; i < str->length; i++) {
            if (at_start) {
                for (int k = 0; k < 2 * report->depth; k++)
                    str_builder_char(&lines, ' ');
                str_builder_char(&lines, (unsigned char)margin);
                str_builder_char(&lines, ' ');
            }
            uint32_t character = str_char_at(str, i);
            str_builder_char(&lines, character);
            at_start = character == '\n' && !report->one_margin;
        }
        value_decref(piece);
        piece = str_builder_finish(&lines);
    }
    if (!piece || list_append_take(report->pieces, piece) < 0)
        exc_clear();
}

static void report_indent(Report *report) {
    for (int i = 0; i < 2 * report->depth; i++)
        str_builder_char(&report->piece, ' ');
}

/* A line without a margin, as the frames around groups are drawn. */
static void report_bare_end(Report *report) {
    int depth = report->depth;
    report->depth = 0;
    report_end(report, '|');
    report->depth = depth;
}

/* ---- stack ----------------------------------------------------------------------------------- */

static void report_entry(Report *report, const TracebackObject *entry) {
    const FunctionInfo *function = entry->function;
    char line[24];
    snprintf(line, sizeof line, "%u", position_line(entry->position));
    report_text(report, "  File \"");
    report_text(report, function_source(function)->file);
    report_text(report, "\", line ");
    report_text(report, line);
    report_text(report, ", in ");
    report_text(report, function->name);
    report_text(report, "\n");
    report_source(report, function_source(function), position_of_entry(entry));
    report_end(report, '|');
}

static void report_repeated(Report *report, int64_t count) {
    enum { SHOWN = 3 };
    if (count <= SHOWN)
        return;
    char line[80];
    snprintf(line, sizeof line, "  [Previous line repeated %lld more time%s]\n",
             (long long)(count - SHOWN), count - SHOWN > 1 ? "s" : "");
    report_text(report, line);
    report_end(report, '|');
}

static bool same_line(const TracebackObject *a, const TracebackObject *b) {
    return a && a->function->module == b->function->module &&
           position_line(a->position) == position_line(b->position) &&
           strcmp(a->function->name, b->function->name) == 0;
}

void report_stack(Report *report, Value traceback) {
    enum { LIMIT = 1000, SHOWN = 3 };
    int64_t depth = 0, repeated = 0;
    for (Value link = traceback; link; link = AS(TracebackObject, link)->next)
        depth++;
    if (depth > rt_recursion_limit) /* CPython would not have come so far */
        depth = rt_recursion_limit;
    const TracebackObject *last = NULL;
    for (Value link = traceback; link; link = AS(TracebackObject, link)->next) {
        const TracebackObject *entry = AS(TracebackObject, link);
        if (depth-- > LIMIT)
            continue;
        if (depth < 0)
            break;
        if (!same_line(last, entry)) {
            report_repeated(report, repeated);
            repeated = 0;
        }
        last = entry;
        if (++repeated <= SHOWN)
            report_entry(report, entry);
    }
    report_repeated(report, repeated);
}

/* ---- the exception itself -------------------------------------------------------------------- */

static void report_type(Report *report, const Type *type) {
    Value module = type_module_borrow(type);
    if (!module && (type->flags & TYPE_HEAP)) {
        report_text(report, "<unknown>.");
    } else if (module && !str_equal_cstr(module, "builtins") &&
               !str_equal_cstr(module, "__main__")) {
        report_value(report, module);
        report_text(report, ".");
    }
    report_text(report, type->qualname);
}

/* File, line and caret of a SyntaxError, as far as it knows them. */
static void report_syntax(Report *report, Value exception) {
    ExceptionObject *error = exc_as(exception);
    Value file = error->extra[1], line = error->extra[2], text = syntax_error_text(exception);
    if (!line || !value_is_int(line))
        return;
    Value shown = file && file != VALUE_NONE ? object_str(file) : str_from_cstr("<string>");
    Value head = shown ? str_format("  File \"%S\", line %S\n", shown, line) : 0;
    report_value(report, head);
    value_decref(head);
    value_decref(shown);
    if (report->by_module)
        report_end(report, '|');
    if (text && value_isa(text, &rt_type_str))
        report_syntax_text(report, exception, text);
    if (!report->by_module && report->depth)
        report_end(report, '|');
}

static void report_message(Report *report, Value exception) {
    Value text = 0;
    bool syntax = value_isa(exception, &rt_exc_SyntaxError);
    report->one_margin = !report->by_module; /* the interpreter writes the text as it is */
    if (syntax) {
        report_syntax(report, exception);
        Value message = exc_as(exception)->extra[0];
        text = message ? object_str(message) : str_from_cstr("<no detail available>");
    } else {
        text = object_str(exception);
    }
    report_type(report, value_type(exception));
    if (!text) {
        exc_clear();
        report_text(report, ": <exception str() failed>");
    } else if (AS(StrObject, text)->length) {
        report_text(report, ": ");
        report_value(report, text);
    }
    value_decref(text);
    Value suggestion = report->by_module ? 0 : suggestion_for(exception);
    if (suggestion) {
        report_text(report, ". Did you mean: '");
        report_value(report, suggestion);
        report_text(report, "'?");
        value_decref(suggestion);
    }
    report_text(report, "\n");
    report_end(report, '|');
    report->one_margin = false;
}

static int report_note(Value note, void *context) {
    Report *report = context;
    Value text = object_str(note);
    if (!text) {
        exc_clear();
        report_text(report, "<note str() failed>");
    }
    const StrObject *str = text ? AS(StrObject, text) : NULL;
    for (int64_t start = 0, i = 0; str && i <= str->length; i++) {
        bool at_end = i == str->length;
        if (!at_end && (!report->by_module || str_char_at(str, i) != '\n'))
            continue;
        Value line = str_substring(text, start, i);
        report_value(report, line);
        value_decref(line);
        report_text(report, "\n");
        report_end(report, '|');
        start = i + 1;
    }
    if (!str) {
        report_text(report, "\n");
        report_end(report, '|');
    }
    value_decref(text);
    return 0;
}

static void report_notes(Report *report, Value exception) {
    bool failed;
    Value notes = object_getattr_optional(exception, str_name("__notes__"), &failed);
    if (notes && value_type(notes)->slots.getitem && !value_isa(notes, &rt_type_dict)) {
        object_iterate(notes, report_note, report);
    } else if (notes) {
        Value text = object_repr(notes);
        report_value(report, text);
        if (!report->by_module)
            report_text(report, "\n");
        report_end(report, '|');
        value_decref(text);
    }
    value_decref(notes);
    exc_clear();
}

void report_only(Report *report, Value exception) {
    report_message(report, exception);
    report_notes(report, exception);
}

/* ---- chains and groups ----------------------------------------------------------------------- */

static bool seen_before(Report *report, Value exception) {
    const ListObject *list = AS(ListObject, report->seen);
    for (int64_t i = 0; i < list->length; i++)
        if (list->items[i] == exception)
            return true;
    return false;
}

static void report_traceback(Report *report, Value exception, const char *title, char margin) {
    Value traceback = exc_as(exception)->traceback;
    if (!traceback)
        return;
    report_text(report, title);
    report_end(report, margin);
    report_stack(report, traceback);
}

static void report_member(Report *report, Value group, int64_t index, const char *label) {
    enum { WIDTH = 15 };
    const TupleObject *members = AS(TupleObject, exc_as(group)->extra[1]);
    report_indent(report);
    report_text(report, index == 0 ? "+-" : "  ");
    report_text(report, "+---------------- ");
    report_text(report, label);
    report_text(report, " ----------------\n");
    report_bare_end(report);
    report->depth++;
    if (index < WIDTH) {
        report_exception(report, members->items[index]);
    } else {
        char line[64];
        int64_t more = members->length - WIDTH;
        snprintf(line, sizeof line, "and %lld more exception%s\n", (long long)more,
                 more > 1 ? "s" : "");
        report_text(report, line);
        report_end(report, '|');
    }
}

static void report_group(Report *report, Value group) {
    enum { WIDTH = 15, DEPTH = 10 };
    if (report->depth > DEPTH) {
        report_text(report, "... (max_group_depth is 10)\n");
        report_end(report, '|');
        return;
    }
    bool top = report->depth == 0;
    if (top)
        report->depth = 1;
    report_traceback(report, group, "Exception Group Traceback (most recent call last):\n",
                     top ? '+' : '|');
    report_only(report, group);
    int64_t count = AS(TupleObject, exc_as(group)->extra[1])->length;
    int64_t shown = count <= WIDTH ? count : WIDTH + 1;
    report->need_close = false;
    for (int64_t i = 0; i < shown; i++) {
        char label[24];
        if (i == shown - 1)
            report->need_close = true;
        if (i >= WIDTH)
            snprintf(label, sizeof label, "...");
        else
            snprintf(label, sizeof label, "%lld", (long long)i + 1);
        report_member(report, group, i, label);
        if (i == shown - 1 && report->need_close) {
            report_indent(report);
            report_text(report, "+------------------------------------\n");
            report_bare_end(report);
            report->need_close = false;
        }
        report->depth--;
    }
    if (top)
        report->depth = 0;
}

/* Shows what `exception` came from. CPython's own reports close the group around it even if what it
 * came from is a group, too, that was closed; the module traceback's do not. */
static void report_chain(Report *report, Value exception) {
    ExceptionObject *object = exc_as(exception);
    const char *joint = NULL;
    bool need_close = report->need_close;
    if (object->cause && !seen_before(report, object->cause)) {
        report_exception(report, object->cause);
        joint = "\nThe above exception was the direct cause of the following exception:\n\n";
    } else if (!object->cause && object->context && !object->suppress_context &&
               !seen_before(report, object->context)) {
        report_exception(report, object->context);
        joint = "\nDuring handling of the above exception, another exception occurred:\n\n";
    }
    if (!report->by_module)
        report->need_close = need_close;
    if (joint) {
        report_text(report, joint);
        report_end(report, '|');
    }
}

void report_exception(Report *report, Value exception) {
    if (list_append(report->seen, exception) < 0 || stack_check() < 0) {
        exc_clear();
        return;
    }
    if (report->chain)
        report_chain(report, exception);
    if (value_isa(exception, &rt_exc_BaseExceptionGroup)) {
        report_group(report, exception);
        return;
    }
    report_traceback(report, exception, "Traceback (most recent call last):\n", '|');
    report_only(report, exception);
}

/* ---- entries --------------------------------------------------------------------------------- */

int report_start(Report *report) {
    *report = (Report){.chain = true};
    report->pieces = list_new(NULL, 0);
    report->seen = list_new(NULL, 0);
    str_builder_init(&report->piece);
    return report->pieces && report->seen ? 0 : -1;
}

Value report_finish(Report *report) {
    str_builder_drop(&report->piece);
    value_decref(report->seen);
    return report->pieces;
}

Value exc_format(Value exception) {
    Report report;
    Value pending = exc_fetch();
    if (report_start(&report) == 0)
        report_exception(&report, exception);
    Value pieces = report_finish(&report);
    exc_restore_take(pending);
    return pieces;
}

static void write_pieces(Value pieces) {
    for (int64_t i = 0; pieces && i < AS(ListObject, pieces)->length; i++) {
        size_t size;
        const char *text = str_utf8(AS(ListObject, pieces)->items[i], &size);
        if (text)
            rt_stderr_write(text, size);
    }
    value_decref(pieces);
}

void exc_print(Value exception) {
    write_pieces(exc_format(exception));
}

/* Unlike a report's message: what str() answers, even if that is nothing. */
static void report_plain_message(Report *report, Value exception) {
    Value text = object_str(exception);
    if (!text)
        exc_clear();
    report_type(report, value_type(exception));
    report_text(report, ": ");
    report_value(report, text ? text : str_name("<exception str() failed>"));
    report_text(report, "\n");
    report_end(report, '|');
    value_decref(text);
}

static void unraisable_default(const char *what, Value where, Value exception) {
    Report report;
    if (report_start(&report) == 0) {
        report_text(&report, what ? what : where ? "Exception ignored in" : "");
        if (where) {
            Value text = object_repr(where);
            report_text(&report, ": ");
            report_value(&report, text ? text : str_name("<object repr() failed>"));
            value_decref(text);
        }
        report_text(&report, where ? "\n" : what ? ":\n" : "");
        report_end(&report, '|');
        report_traceback(&report, exception, "Traceback (most recent call last):\n", '|');
        report_plain_message(&report, exception);
    }
    write_pieces(report_finish(&report));
}

void exc_unraisable(const char *what, Value where) {
    Value exception = exc_fetch();
    if (!exception)
        return;
    if (!call_unraisable_hook(what, where, exception))
        unraisable_default(what, where, exception);
    exc_clear();
    value_decref(exception);
}
