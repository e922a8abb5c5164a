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
#include "stack.h"
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

Value warn_options(void) {
    const char *options = getenv("PYTHONWARNINGS");
    Value list = list_new(NULL, 0);
    if (list && warn_dev_mode() && list_append_take(list, str_from_cstr("default")) < 0)
        value_replace(&list, 0);
    while (list && options && *options) {
        size_t size = strcspn(options, ",");
        if (size && list_append_take(list, str_from_utf8(options, size)) < 0)
            value_replace(&list, 0);
        options += size + (options[size] == ',');
    }
    return list;
}

/* The next of an option's fields, which colons part, without the blanks around it. */
static Value next_field(const char **text) {
    const char *start = *text + strspn(*text, " \t");
    size_t size = strcspn(start, ":");
    *text = start + size + (start[size] == ':');
    while (size && (start[size - 1] == ' ' || start[size - 1] == '\t'))
        size--;
    return str_from_utf8(start, size);
}

static const char *full_action(const char *begun) {
    static const char *const actions[] = {"default", "always", "ignore", "module", "once", "error"};
    if (strcmp(begun, "all") == 0)
        return "always";
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strncmp(actions[i], begun, strlen(begun)) == 0)
            return actions[i];
    return NULL;
}

static Value category_named(Value name) {
    if (str_equal_cstr(name, ""))
        return value_incref(OBJ(&rt_exc_Warning));
    size_t size;
    const char *text = str_utf8(name, &size);
    Value found = text ? dict_get_cstr_borrow(rt_builtins_module()->dict, text) : 0;
    bool fits = found && value_isa(found, &rt_type_type) &&
                type_is_subtype(AS(Type, found), &rt_exc_Warning);
    return fits ? value_incref(found) : 0;
}

static int complain(const char *problem, Value field) {
    Value text = str_format("Invalid -W option ignored: %s: %R\n", problem, field);
    size_t size;
    const char *bytes = text ? str_utf8(text, &size) : NULL;
    int status = bytes ? rt_stderr_write(bytes, size) : -1;
    value_decref(text);
    return status;
}

/* Puts a filter in front of the others, once. The references of `items` are taken. */
static int add_filter(Value list, const Value *items) {
    Value filter = tuple_new_take(items, 5);
    int64_t known = 0;
    int equal = filter ? 0 : -1;
    while (equal == 0 && known < AS(ListObject, list)->length)
        if ((equal = object_equal(AS(ListObject, list)->items[known], filter)) == 0)
            known++;
    int status = equal < 0 ? -1 : equal ? 0 : list_append(list, filter);
    Value *all = AS(ListObject, list)->items;
    if (status == 0) {
        Value moved = all[known];
        memmove(all + 1, all, (size_t)known * sizeof *all);
        all[0] = moved;
    }
    value_decref(filter);
    return status;
}

/* An empty field matches everything. */
static Value pattern_take(Value field, const char *behind) {
    if (!field || str_equal_cstr(field, "")) {
        value_decref(field);
        return field ? VALUE_NONE : 0;
    }
    Value pattern = str_format("%S%s", field, behind);
    value_decref(field);
    return pattern;
}

/* action:message:category:module:line, of which the last may be missing. */
static int add_option(Value list, const char *text) {
    Value fields[5] = {0};
    size_t size;
    int64_t line = 0;
    for (int i = 0; i < 5; i++)
        fields[i] = next_field(&text);
    const char *begun = fields[0] ? str_utf8(fields[0], &size) : NULL;
    const char *number = fields[4] ? str_utf8(fields[4], &size) : NULL;
    const char *action = begun ? full_action(begun) : NULL;
    Value category = fields[2] ? category_named(fields[2]) : 0;
    if (number)
        line = strtoll(number, NULL, 10);
    int status = 0;
    if (begun && !action)
        status = complain("invalid action", fields[0]);
    else if (fields[2] && !category)
        status = complain("unknown warning category", fields[2]);
    Value items[] = {0, 0, category, 0, int_from_i64(line)};
    if (action && category && number) {
        items[0] = str_from_cstr(action);
        items[1] = pattern_take(value_incref(fields[1]), "");
        items[3] = pattern_take(value_incref(fields[3]), "\\Z");
        status = add_filter(list, items);
    } else {
        value_decref(category);
    }
    for (int i = 0; i < 5; i++)
        value_decref(fields[i]);
    return status;
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
    for (int64_t i = 0; !failed && i < AS(ListObject, options)->length; i++) {
        size_t size;
        const char *option = str_utf8(AS(ListObject, options)->items[i], &size);
        failed = !option || add_option(list, option) < 0;
    }
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

/* Does the text begin as the pattern says, which may end with \Z? Other signs of regular
 * expressions stand for themselves. */
static bool matches(Value pattern, const char *text) {
    if (!value_isa(pattern, &rt_type_str))
        return true;
    size_t size;
    const char *begun = str_utf8(pattern, &size);
    if (!begun)
        return false;
    bool whole = size > 1 && strcmp(begun + size - 2, "\\Z") == 0;
    size -= whole ? 2 : 0;
    return strncasecmp(begun, text, size) == 0 && (!whole || !text[size]);
}

static bool applies(Value filter, const Type *category, const char *text, const WarnPlace *place) {
    if (!value_isa(filter, &rt_type_tuple) || AS(TupleObject, filter)->length != 5)
        return false;
    const Value *items = AS(TupleObject, filter)->items;
    return value_isa(items[2], &rt_type_type) && type_is_subtype(category, AS(Type, items[2])) &&
           matches(items[1], text) && matches(items[3], place->module) &&
           (items[4] == value_from_small_int(0) || items[4] == value_from_small_int(place->line));
}

/* What happens to the warning: an action's name, borrowed. */
static const char *action_for(const Type *category, const char *text, const WarnPlace *place) {
    Value list = filters_borrow();
    for (int64_t i = 0; list && i < AS(ListObject, list)->length; i++) {
        Value filter = AS(ListObject, list)->items[i];
        size_t size;
        if (applies(filter, category, text, place))
            return str_utf8(AS(TupleObject, filter)->items[0], &size);
    }
    return "default";
}

bool warn_resources_ignored(void) {
    static const WarnPlace anywhere = {"", "", 0, 0};
    if (silent)
        return true;
    const char *options = getenv("PYTHONWARNINGS");
    if (module_borrow() || (!modules_ended && ((options && *options) || warn_dev_mode())))
        return false;
    const char *action = action_for(&rt_exc_ResourceWarning, "", &anywhere);
    return action && strcmp(action, "ignore") == 0;
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
    library_frame_keep(frame);
    return (WarnPlace){frame->file, frame->module, frame->line, str_from_cstr(frame->text)};
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
