/*
 * warn.c — warnings that the runtime gives by itself.
 *
 * A program that imports the module `warnings` decides there what happens to them. In others, and
 * for what the end of the modules drops, the filters are read here: those that CPython starts with
 * and those of the environment (PYTHONWARNINGS, PYTHONDEVMODE), as tuples (action, message,
 * category, module, line) like those of the module.
 */
#include "warn.h"
#include "containers.h"
#include "numbers.h"
#include "stack.h"
#include "text.h"
#include "traceback.h"

#include <stdlib.h>
#include <strings.h>

static Value filters; /* list; 0: not needed yet */
static Value told;    /* set of what is not said again; 0: nothing */
static bool modules_ended, silent;

void warn_shutdown(void) {
    silent = true;
    value_replace(&filters, 0);
    value_replace(&told, 0);
}

bool warn_modules_ended(void) {
    return modules_ended;
}

/* ---- the environment ------------------------------------------------------------------------- */

bool warn_dev_mode(void) {
    const char *mode = getenv("PYTHONDEVMODE");
    return mode && *mode;
}

/* The place of an item in a list; -1: it is not there, -2: an exception is pending. */
static int64_t place_in(Value list, Value item) {
    for (int64_t i = 0; i < AS(ListObject, list)->length; i++) {
        int equal = object_equal(AS(ListObject, list)->items[i], item);
        if (equal)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

/* Adds an option unless it is there already. 0 or -1. */
static int add_once_take(Value list, Value option) {
    int64_t known = option ? place_in(list, option) : -2;
    int status = known == -1 ? list_append(list, option) : known < 0 ? -1 : 0;
    value_decref(option);
    return status;
}

Value warn_options(void) {
    const char *options = getenv("PYTHONWARNINGS");
    Value list = list_new(NULL, 0);
    if (list && warn_dev_mode() && add_once_take(list, str_from_cstr("default")) < 0)
        value_replace(&list, 0);
    while (list && options && *options) {
        size_t size = strcspn(options, ",");
        if (size && add_once_take(list, text_from_system(options, size)) < 0)
            value_replace(&list, 0);
        options += size + (options[size] == ',');
    }
    return list;
}

/* ---- options --------------------------------------------------------------------------------- */

/* action:message:category:module:line, of which the last may be missing. */
enum { ACTION, MESSAGE, CATEGORY, MODULE, LINE, FIELD_COUNT };

/* Says what is wrong with an option, which is of no effect. 0, or -1: it could not be said. */
static int complain(const char *problem, Value what) {
    Value text = str_format("Invalid -W option ignored: %s %R\n", problem, what);
    size_t size;
    const char *bytes = text ? str_utf8(text, &size) : NULL;
    int status = bytes ? rt_stderr_write(bytes, size) : -1;
    value_decref(text);
    return status;
}

/* The functions that read a field answer 1, 0 if it is wrong, which they have said, or -1. */

static int read_action(Value field, Value *action) {
    static const char *const actions[] = {"default", "always", "ignore", "module", "once", "error"};
    size_t size;
    const char *begun = str_utf8(field, &size), *full = NULL;
    if (!begun)
        return -1;
    if (strcmp(begun, "all") == 0)
        full = "always";
    for (size_t i = 0; !full && i < sizeof actions / sizeof *actions; i++)
        if (strncmp(actions[i], begun, size) == 0)
            full = actions[i];
    if (!full)
        return complain("invalid action:", field);
    return (*action = str_from_cstr(full)) ? 1 : -1;
}

/* Of the built-in ones: others would have to be imported before the program begins. */
static int read_category(Value field, Value *category) {
    size_t size;
    const char *name = str_utf8(field, &size);
    if (!name)
        return -1;
    const char *dot = strrchr(name, '.');
    if (dot) {
        Value module = str_from_utf8(name, (size_t)(dot - name));
        int status = module ? complain("invalid module name:", module) : -1;
        value_decref(module);
        return status;
    }
    Value found =
        size ? dict_get_cstr_borrow(rt_builtins_module()->dict, name) : OBJ(&rt_exc_Warning);
    if (!found)
        return complain("unknown warning category:", field);
    if (!value_isa(found, &rt_type_type) || !type_is_subtype(AS(Type, found), &rt_exc_Warning))
        return complain("invalid warning category:", field);
    *category = value_incref(found);
    return 1;
}

/* A pattern for the text as it stands, as re.escape makes it; an empty field matches everything. */
static int read_pattern(Value field, const char *behind, Value *pattern) {
    static const char special[] = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f";
    const StrObject *text = AS(StrObject, field);
    if (!text->length) {
        *pattern = VALUE_NONE;
        return 1;
    }
    StrBuilder builder;
    str_builder_init(&builder);
    for (int64_t i = 0; i < text->length; i++) {
        uint32_t character = str_at(text, i);
        if (character && character < 0x80 && strchr(special, (int)character))
            str_builder_char(&builder, '\\');
        str_builder_char(&builder, character);
    }
    str_builder_cstr(&builder, behind);
    return (*pattern = str_builder_finish(&builder)) ? 1 : -1;
}

static int read_line(Value field, Value *line) {
    *line = AS(StrObject, field)->length ? int_from_text(field, 10) : value_from_small_int(0);
    if (!*line && !exc_pending_is(&rt_exc_ValueError))
        return -1;
    exc_clear();
    if (*line && int_sign(*line) >= 0)
        return 1;
    int status = complain("invalid lineno", *line ? *line : field);
    value_replace(line, 0);
    return status;
}

/* Reads the fields in the order in which CPython does, as far as they are right. */
static int read_fields(const Value *fields, Value *items) {
    int status = read_action(fields[ACTION], &items[ACTION]);
    if (status > 0)
        status = read_category(fields[CATEGORY], &items[CATEGORY]);
    if (status > 0)
        status = read_pattern(fields[MESSAGE], "", &items[MESSAGE]);
    if (status > 0)
        status = read_pattern(fields[MODULE], "\\Z", &items[MODULE]);
    if (status > 0)
        status = read_line(fields[LINE], &items[LINE]);
    return status;
}

/* Parts an option at its colons into fields without the blanks around them. */
static int split_option(Value option, Value *fields) {
    size_t size;
    const char *text = str_utf8(option, &size);
    for (int i = 0; text && i < FIELD_COUNT; i++) {
        size = strcspn(text, ":");
        Value field = str_from_utf8(text, size);
        fields[i] = field ? str_method_strip(0, &field, 1, 0) : 0;
        value_decref(field);
        text = fields[i] ? text + size + (text[size] == ':') : NULL;
    }
    if (!text)
        return -1;
    const Value colon = str_from_char(':');
    bool fits = str_count(AS(StrObject, option), AS(StrObject, colon), 0,
                          AS(StrObject, option)->length, FIELD_COUNT) < FIELD_COUNT;
    return fits ? 1 : complain("too many fields (max 5):", option);
}

/* Puts a filter in front of the others, once. The references of `items` are taken. */
static int add_filter(Value list, const Value *items) {
    Value filter = tuple_new_take(items, FIELD_COUNT);
    int64_t known = filter ? place_in(list, filter) : -2;
    int status = known < -1 ? -1 : 0;
    if (known == -1) {
        known = AS(ListObject, list)->length;
        status = list_append(list, filter);
    }
    Value *all = AS(ListObject, list)->items;
    if (status == 0) {
        Value moved = all[known];
        memmove(all + 1, all, (size_t)known * sizeof *all);
        all[0] = moved;
    }
    value_decref(filter);
    return status;
}

static int add_option(Value list, Value option) {
    Value fields[FIELD_COUNT] = {0}, items[FIELD_COUNT] = {0};
    int status = split_option(option, fields);
    if (status > 0)
        status = read_fields(fields, items);
    if (status > 0)
        status = add_filter(list, items);
    else
        for (int i = 0; i < FIELD_COUNT; i++)
            value_decref(items[i]);
    for (int i = 0; i < FIELD_COUNT; i++)
        value_decref(fields[i]);
    return status < 0 ? -1 : 0;
}

static int add_default(Value list, const char *action, Type *category, const char *module) {
    Value items[] = {str_from_cstr(action), VALUE_NONE, value_incref(OBJ(category)),
                     module ? str_from_cstr(module) : VALUE_NONE, value_from_small_int(0)};
    return add_filter(list, items);
}

Value warn_first_filters(void) {
    Value list = list_new(NULL, 0), options = list ? warn_options() : 0;
    bool failed = !options || add_default(list, "ignore", &rt_exc_ResourceWarning, NULL) < 0 ||
                  add_default(list, "ignore", &rt_exc_ImportWarning, NULL) < 0 ||
                  add_default(list, "ignore", &rt_exc_PendingDeprecationWarning, NULL) < 0 ||
                  add_default(list, "ignore", &rt_exc_DeprecationWarning, NULL) < 0 ||
                  add_default(list, "default", &rt_exc_DeprecationWarning, "__main__") < 0;
    for (int64_t i = 0; !failed && i < AS(ListObject, options)->length; i++)
        failed = add_option(list, AS(ListObject, options)->items[i]) < 0;
    value_decref(options);
    if (failed)
        value_replace(&list, 0);
    return list;
}

/* ---- filters --------------------------------------------------------------------------------- */

static Value module_borrow(void) {
    return modules_ended ? 0 : dict_get_cstr_borrow(rt_modules_borrow(), "warnings");
}

static Value filters_borrow(void) {
    if (!filters)
        filters = warn_first_filters();
    return filters;
}

void warn_modules_end(void) {
    Value module = module_borrow();
    Value list = module ? object_getattr_cstr(module, "filters") : 0;
    exc_clear();
    modules_ended = true;
    if (list && value_isa(list, &rt_type_list))
        value_replace(&filters, value_incref(list));
    value_decref(list);
}

/* Does the text begin as the pattern says, which may end with \Z? A backslash stands for what
 * follows it, and other signs of regular expressions for themselves. `compare`: of one character,
 * strncmp or strncasecmp. */
static bool matches(Value pattern, const char *text,
                    int (*compare)(const char *left, const char *right, size_t size)) {
    if (!value_isa(pattern, &rt_type_str))
        return true;
    size_t size;
    const char *at = str_utf8(pattern, &size);
    for (; at && *at; at++, text++) {
        if (strcmp(at, "\\Z") == 0)
            return !*text;
        at += *at == '\\' && at[1];
        if (compare(at, text, 1) != 0)
            return false;
    }
    return at;
}

/* Is `filter` one for warnings of this category, with what the others look at in *items? */
static bool concerns(Value filter, const Type *category, const Value **items) {
    if (!value_isa(filter, &rt_type_tuple) || AS(TupleObject, filter)->length != FIELD_COUNT)
        return false;
    *items = AS(TupleObject, filter)->items;
    Value action = (*items)[ACTION], wanted = (*items)[CATEGORY];
    return value_is_str(action) && value_isa(wanted, &rt_type_type) &&
           type_is_subtype(category, AS(Type, wanted));
}

static bool applies(const Value *items, const char *text, const WarnPlace *place) {
    return matches(items[MESSAGE], text, strncasecmp) &&
           matches(items[MODULE], place->module, strncmp) &&
           (items[LINE] == value_from_small_int(0) ||
            items[LINE] == value_from_small_int(place->line));
}

/* What happens to the warning: an action's name, borrowed; NULL with an exception. */
static const char *action_for(const Type *category, const char *text, const WarnPlace *place) {
    Value list = filters_borrow();
    const Value *items;
    size_t size;
    for (int64_t i = 0; list && i < AS(ListObject, list)->length; i++)
        if (concerns(AS(ListObject, list)->items[i], category, &items) &&
            applies(items, text, place))
            return str_utf8(items[ACTION], &size);
    return list ? "default" : NULL;
}

/* Is the first filter that concerns all ResourceWarnings one that ignores them, and does each in
 * front of it that concerns some do so too? */
static bool filters_ignore_resources(void) {
    Value list = filters_borrow();
    const Value *items;
    for (int64_t i = 0; list && i < AS(ListObject, list)->length; i++) {
        if (!concerns(AS(ListObject, list)->items[i], &rt_exc_ResourceWarning, &items))
            continue;
        bool ignores = str_equal_cstr(items[ACTION], "ignore");
        bool is_for_all = items[MESSAGE] == VALUE_NONE && items[MODULE] == VALUE_NONE &&
                          items[LINE] == value_from_small_int(0);
        if (is_for_all || !ignores)
            return ignores;
    }
    return false;
}

bool warn_resources_ignored(void) {
    if (silent)
        return true;
    const char *options = getenv("PYTHONWARNINGS");
    if (module_borrow() || (!modules_ended && ((options && *options) || warn_dev_mode())))
        return false;
    return filters_ignore_resources();
}

/* ---- warning --------------------------------------------------------------------------------- */

/* "default" and its like: is it said for the first time? */
static bool first_time(const char *action, Value shown, const Type *category, Value message,
                       const WarnPlace *place) {
    Value key = 0;
    if (strcmp(action, "always") == 0)
        return true;
    if (strcmp(action, "once") == 0)
        key = str_format("%s: %S", category->name, message);
    else if (strcmp(action, "module") == 0)
        key = str_format("%s: %s: %S", place->file, category->name, message);
    else
        key = value_incref(shown);
    if (!told)
        told = set_new(false);
    int known = key && told ? set_contains(told, key) : -1;
    if (known == 0 && set_add(told, key) < 0)
        known = -1;
    value_decref(key);
    if (known < 0)
        exc_clear();
    return known <= 0;
}

static void append_take(Value *text, Value more) {
    Value whole = *text && more ? str_format("%S%S", *text, more) : 0;
    value_decref(more);
    value_replace(text, whole);
}

/* What is printed; new reference or 0. CPython cannot tell of tracemalloc once the modules end. */
static Value shown_text(const Type *category, Value message, const WarnPlace *place, Value about) {
    Value text =
        str_format("%s:%d: %s: %S\n", place->file, (int)place->line, category->name, message);
    if (!text || modules_ended)
        return text;
    if (place->source)
        append_take(&text, str_format("  %S\n", place->source));
    if (about)
        append_take(&text,
                    str_format("%s: Enable tracemalloc to get the object allocation traceback\n",
                               category->name));
    return text;
}

static int show(const char *action, const Type *category, Value message, const WarnPlace *place,
                Value about) {
    Value shown = shown_text(category, message, place, about);
    size_t size;
    const char *text = shown ? str_utf8(shown, &size) : NULL;
    int status = text ? 0 : -1;
    if (text && first_time(action, shown, category, message, place))
        rt_stderr_write(text, size);
    value_decref(shown);
    return status;
}

static int warn_by_module(Value module, Type *category, Value message, const WarnPlace *place,
                          Value about) {
    Value args[] = {message,
                    OBJ(category),
                    str_from_cstr(place->file),
                    int_from_i64(place->line),
                    str_from_cstr(place->module),
                    about ? about : VALUE_NONE};
    Value answer = args[2] && args[4] ? object_call_method(module, "_warn_at", args, 6) : 0;
    for (int i = 2; i < 5; i++)
        value_decref(args[i]);
    value_decref(answer);
    return answer ? 0 : -1;
}

int warn_at(Type *category, Value message, const WarnPlace *place, Value about) {
    Value module = module_borrow();
    if (silent)
        return 0;
    if (module)
        return warn_by_module(module, category, message, place, about);
    size_t size;
    const char *text = str_utf8(message, &size);
    const char *action = text ? action_for(category, text, place) : NULL;
    if (!action)
        return -1;
    if (strcmp(action, "error") == 0)
        return raise_status(category, "%S", message);
    return strcmp(action, "ignore") == 0 ? 0 : show(action, category, message, place, about);
}

/* ---- places ---------------------------------------------------------------------------------- */

static WarnPlace place_in_library(const LibraryFrame *frame) {
    library_frame_function(frame);
    return (WarnPlace){frame->file, library_frame_module(frame), frame->line,
                       str_from_cstr(frame->text)};
}

WarnPlace warn_place_of_drop(void) {
    DropPlace place = gc_drop_place();
    const LibraryFrame *library = NULL;
    if (!place.function && rt_stack)
        rt_stack->caller(1, &place.function, &library, &place.line);
    if (library)
        return place_in_library(library);
    if (!place.function)
        return (WarnPlace){"sys", "sys", 1, 0};
    const ModuleInfo *module = place.function->module;
    return (WarnPlace){module->file, module->name, place.line,
                       source_line_text(module, place.line)};
}

void warn_unclosed(Value object, const LibraryFrame *frame, const char *format, ...) {
    if (warn_resources_ignored())
        return;
    va_list arguments;
    va_start(arguments, format);
    Value message = str_vformat(format, arguments);
    va_end(arguments);
    WarnPlace place = frame ? place_in_library(frame) : warn_place_of_drop();
    if (message)
        warn_at(&rt_exc_ResourceWarning, message, &place, object);
    value_decref(place.source);
    value_decref(message);
}
