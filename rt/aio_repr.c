/*
 * aio_repr.c — the texts asyncio shows: shortened reprs (reprlib), callbacks with their place in
 * the source, coroutines, and log lines. Programs print tasks, so these follow CPython to the
 * letter.
 */
#include "aio_loop.h"
#include "containers.h"
#include "coro.h"
#include "object.h"
#include "traceback.h"

/* ---- reprlib.repr ---------------------------------------------------------------------------- */

enum { LEVELS = 6, MOST_ITEMS = 6, MOST_DICT = 4, MOST_TEXT = 30, MOST_DIGITS = 40 };

static Value short_repr(Value value, int level);

/* The beginning and the end of `text` with "..." between, if it is longer than `most`. */
static Value shortened_take(Value text, int64_t most) {
    if (!text || AS(StrObject, text)->length <= most)
        return text;
    int64_t length = AS(StrObject, text)->length, before = (most - 3) / 2,
            after = most - 3 - before;
    Value head = str_substring(text, 0, before), tail = str_substring(text, length - after, length);
    Value result = head && tail ? str_format("%S...%S", head, tail) : 0;
    value_decref(head);
    value_decref(tail);
    value_decref(text);
    return result;
}

static Value short_str(Value value) {
    int64_t length = AS(StrObject, value)->length;
    if (length <= MOST_TEXT)
        return shortened_take(object_repr(value), MOST_TEXT);
    enum { BEFORE = (MOST_TEXT - 3) / 2, AFTER = MOST_TEXT - 3 - BEFORE };
    Value head = str_substring(value, 0, BEFORE),
          tail = str_substring(value, length - AFTER, length);
    Value both = head && tail ? str_concat(head, tail) : 0;
    Value text = both ? object_repr(both) : 0;
    value_decref(head);
    value_decref(tail);
    value_decref(both);
    if (!text)
        return 0;
    int64_t shown = AS(StrObject, text)->length;
    head = str_substring(text, 0, BEFORE);
    tail = str_substring(text, shown - AFTER, shown);
    Value result = head && tail ? str_format("%S...%S", head, tail) : 0;
    value_decref(head);
    value_decref(tail);
    value_decref(text);
    return result;
}

/* Adds ", " and a shortened item. */
static int add_item(StrBuilder *text, int64_t index, Value item, int level) {
    Value shown = short_repr(item, level);
    if (!shown)
        return -1;
    if (index)
        str_builder_cstr(text, ", ");
    str_builder_str(text, shown);
    value_decref(shown);
    return 0;
}

static Value short_items(Value value, int level, const char *open, const char *close,
                         bool is_tuple) {
    Value items = is_tuple ? value_incref(value) : tuple_from_iterable(value);
    if (!items)
        return 0;
    const TupleObject *tuple = AS(TupleObject, items);
    StrBuilder text;
    str_builder_init(&text);
    str_builder_cstr(&text, open);
    int status = 0;
    if (level <= 0 && tuple->length)
        str_builder_cstr(&text, "...");
    for (int64_t i = 0; level > 0 && status == 0 && i < tuple->length && i < MOST_ITEMS; i++)
        status = add_item(&text, i, tuple->items[i], level - 1);
    if (level > 0 && tuple->length > MOST_ITEMS)
        str_builder_cstr(&text, ", ...");
    if (is_tuple && tuple->length == 1 && level > 0)
        str_builder_cstr(&text, ",");
    str_builder_cstr(&text, close);
    value_decref(items);
    if (status == 0)
        return str_builder_finish(&text);
    str_builder_drop(&text);
    return 0;
}

/* dict_sorted keys where they can be sorted. */
static Value short_dict(Value value, int level) {
    int64_t total = dict_len(value);
    if (total == 0)
        return str_from_cstr("{}");
    if (level <= 0)
        return str_from_cstr("{...}");
    Value keys = list_from_iterable(value);
    if (keys && list_sort(keys, 0, false) < 0) {
        exc_clear();
        value_replace(&keys, list_from_iterable(value));
    }
    StrBuilder text;
    str_builder_init(&text);
    str_builder_char(&text, '{');
    int status = keys ? 0 : -1;
    for (int64_t i = 0; status == 0 && i < total && i < MOST_DICT; i++) {
        Value key = AS(ListObject, keys)->items[i];
        status = add_item(&text, i, key, level - 1);
        Value shown = status == 0 ? short_repr(dict_get_borrow(value, key), level - 1) : 0;
        status = shown ? 0 : -1;
        str_builder_cstr(&text, ": ");
        if (shown)
            str_builder_str(&text, shown);
        value_decref(shown);
    }
    value_decref(keys);
    if (status < 0) {
        str_builder_drop(&text);
        return 0;
    }
    str_builder_cstr(&text, total > MOST_DICT ? ", ...}" : "}");
    return str_builder_finish(&text);
}

static Value short_set(Value value, int level) {
    bool frozen = value_is(value, &rt_type_frozenset);
    if (AS(SetObject, value)->used == 0)
        return str_from_cstr(frozen ? "frozenset()" : "set()");
    Value list = list_from_iterable(value);
    if (list && list_sort(list, 0, false) < 0)
        exc_clear();
    Value text =
        list ? short_items(list, level, frozen ? "frozenset({" : "{", frozen ? "})" : "}", false)
             : 0;
    value_decref(list);
    return text;
}

static Value short_repr(Value value, int level) {
    const Type *type = value_type(value);
    if (type == &rt_type_str)
        return short_str(value);
    if (type == &rt_type_int)
        return shortened_take(object_repr(value), MOST_DIGITS);
    if (type == &rt_type_list)
        return short_items(value, level, "[", "]", false);
    if (type == &rt_type_tuple)
        return short_items(value, level, "(", ")", true);
    if (type == &rt_type_dict)
        return short_dict(value, level);
    if (type == &rt_type_set || type == &rt_type_frozenset)
        return short_set(value, level);
    Value text = object_repr(value);
    if (text)
        return shortened_take(text, MOST_TEXT);
    exc_clear();
    return str_format("<%T instance at %s>", value, pointer_text(value).text);
}

Value aio_short_repr(Value value) {
    return short_repr(value, LEVELS);
}

/* ---- callbacks ------------------------------------------------------------------------------- */

static Value attribute_or_0(Value object, const char *name) {
    bool failed;
    Value value = object_getattr_optional(object, str_name(name), &failed);
    if (failed)
        exc_clear();
    return value;
}

static bool is_partial(Value callable) {
    const Type *type = value_type(callable);
    return strcmp(short_name(type), "partial") == 0 &&
           str_equal_cstr(type_module_borrow(type), "functools");
}

/* "(a, b, k=v)" of a tuple or 0, and a dict or 0. */
static Value arguments_text(Value args, Value keywords) {
    StrBuilder text;
    str_builder_init(&text);
    str_builder_char(&text, '(');
    int64_t shown = 0;
    int status = 0;
    for (int64_t i = 0; status == 0 && args && i < AS(TupleObject, args)->length; i++)
        status = add_item(&text, shown++, AS(TupleObject, args)->items[i], LEVELS);
    int64_t position = 0;
    Value key, value;
    while (status == 0 && keywords && dict_next(keywords, &position, &key, &value)) {
        if (shown++)
            str_builder_cstr(&text, ", ");
        str_builder_str(&text, key);
        str_builder_char(&text, '=');
        status = add_item(&text, 0, value, LEVELS);
    }
    if (status < 0) {
        str_builder_drop(&text);
        return 0;
    }
    str_builder_char(&text, ')');
    return str_builder_finish(&text);
}

static Value callable_name(Value callable) {
    static const char *const names[] = {"__qualname__", "__name__"};
    for (int i = 0; i < 2; i++) {
        Value name = attribute_or_0(callable, names[i]);
        if (name && value_isa(name, &rt_type_str) && AS(StrObject, name)->length)
            return name;
        value_decref(name);
    }
    return object_repr(callable);
}

/* `suffix` is a str or 0; stolen. */
static Value callable_text(Value callable, Value args, Value keywords, Value suffix) {
    Value arguments = arguments_text(args, keywords);
    Value ending = arguments && suffix ? str_concat(arguments, suffix) : value_incref(arguments);
    value_decref(arguments);
    value_decref(suffix);
    if (!ending)
        return 0;
    if (is_partial(callable)) {
        Value inner = attribute_or_0(callable, "func"), more = attribute_or_0(callable, "args");
        Value named = attribute_or_0(callable, "keywords");
        Value text = inner ? callable_text(inner, more, named, ending) : ending;
        value_decref(inner);
        value_decref(more);
        value_decref(named);
        return text;
    }
    Value name = callable_name(callable);
    Value text = name ? str_concat(name, ending) : 0;
    value_decref(name);
    value_decref(ending);
    return text;
}

/* The Python function behind wrappers and partials; new reference, 0 if there is none. */
static Value source_function(Value callable) {
    Value current = value_incref(callable);
    for (int depth = 0; current && depth < 100; depth++) {
        Value inner = attribute_or_0(current, "__wrapped__");
        if (!inner && value_is(current, &rt_type_function))
            return current;
        if (!inner && is_partial(current))
            inner = attribute_or_0(current, "func");
        value_decref(current);
        current = inner;
    }
    value_decref(current);
    return 0;
}

Value aio_callback_text(Value callable, Value args) {
    Value text = callable_text(callable, args, 0, 0);
    Value function = text ? source_function(callable) : 0;
    if (!function)
        return text;
    const FunctionInfo *info = AS(FunctionObject, function)->info;
    Value result = str_format("%S at %s:%d", text, function_source(info)->file, (int)info->line);
    value_decref(text);
    value_decref(function);
    return result;
}

/* ---- coroutines ------------------------------------------------------------------------------ */

/* The place in the source where a native coroutine stands, or where it was defined. */
static Value native_coroutine_text(Value coro, Value name) {
    Coroutine *coroutine = AS(Coroutine, coro);
    const FunctionInfo *info = coroutine->info;
    const char *file = info->module ? function_source(info)->file : "<native>";
    if (coroutine->state == CORO_CLOSED)
        return str_format("%S() done, defined at %s:%d", name, file, (int)info->line);
    return str_format("%S() running at %s:%d", name, file, (int)coro_line(coroutine));
}

Value aio_coroutine_text(Value coro) {
    Value name = attribute_or_0(coro, "__qualname__");
    if (!name)
        name = attribute_or_0(coro, "__name__");
    if (!name)
        return str_format("<%T without __name__>()", coro);
    const Type *type = value_type(coro);
    Value text = type == &rt_type_coroutine || type == &rt_type_generator
                     ? native_coroutine_text(coro, name)
                     : str_format("%S()", name);
    value_decref(name);
    return text;
}

/* ---- lists of words -------------------------------------------------------------------------- */

int aio_list_format(Value list, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value text = str_vformat(format, arguments);
    va_end(arguments);
    return text ? list_append_take(list, text) : -1;
}

Value aio_angle_text_take(Value self, Value list) {
    Value space = str_from_cstr(" ");
    Value words =
        space ? str_join(space, AS(ListObject, list)->items, AS(ListObject, list)->length) : 0;
    Value text = words ? str_format("<%K %S>", self, words) : 0;
    value_decref(space);
    value_decref(words);
    value_decref(list);
    return text;
}

Value when_text(double when) {
    char text[32];
    return str_format("when=%s", double_repr(when, text));
}

/* ---- the log --------------------------------------------------------------------------------- */

/* Through module logging, if the program uses it: logging.getLogger("asyncio").log(level, ...). */
static bool log_by_module(int level, Value message, Value exception) {
    Value logging = dict_get_cstr_borrow(rt_modules_borrow(), "logging");
    if (!logging)
        return false;
    Value name = str_from_cstr("asyncio");
    Value logger = name ? object_call_method(logging, "getLogger", &name, 1) : 0;
    Value log = logger ? object_getattr_cstr(logger, "log") : 0;
    Value keyword = str_name("exc_info"), names = log ? tuple_new(&keyword, 1) : 0;
    Value text = str_from_cstr("%s");
    Value args[] = {value_from_small_int(level), text, message,
                    exception                ? exception
                    : level == AIO_LOG_ERROR ? VALUE_FALSE
                                             : VALUE_NONE};
    Value result = names && text ? object_call(log, args, 3, names) : 0;
    bool done = result != 0;
    exc_clear();
    value_decref(name);
    value_decref(logger);
    value_decref(log);
    value_decref(names);
    value_decref(text);
    value_decref(result);
    return done;
}

void aio_log(int level, Value message, Value exception) {
    Value pending = exc_fetch();
    rt_stdout_flush();
    bool shown = level >= AIO_LOG_WARNING; /* without the module, as by its last resort */
    if (!log_by_module(level, message, exception) && shown) {
        size_t size;
        const char *text = str_utf8(message, &size);
        if (text)
            rt_stderr_write(text, size);
        rt_stderr_write("\n", 1);
        if (exception)
            exc_print(exception);
    }
    exc_clear();
    if (pending)
        exc_restore_take(pending);
}

Value aio_log_call(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    int64_t level = object_index(args[0]);
    Value exception = names && args[count] != VALUE_NONE ? args[count] : 0;
    if (level < AIO_LOG_WARNING && !dict_get_cstr_borrow(rt_modules_borrow(), "logging"))
        return VALUE_NONE;
    Value values = tuple_new(args + 2, count - 2);
    Value text = values ? object_binary(args[1], values, SLOT_MOD) : 0;
    value_decref(values);
    if (!text)
        return 0;
    aio_log((int)level, text, exception);
    value_decref(text);
    return VALUE_NONE;
}
