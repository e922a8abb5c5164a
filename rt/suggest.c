/*
 * suggest.c — "Did you mean": the known name nearest to a mistyped one, by the weighted edit
 * distance of CPython's Python/suggestions.c (a changed letter's case costs less than another
 * letter).
 */
#include "object.h"

enum { MOVE_COST = 2, CASE_COST = 1, MOST_LENGTH = 40, MOST_NAMES = 750 };

static int substitution_cost(char a, char b) {
    if ((a & 31) != (b & 31))
        return MOVE_COST;
    if (a == b)
        return 0;
    char lower_a = a >= 'A' && a <= 'Z' ? (char)(a + 32) : a;
    char lower_b = b >= 'A' && b <= 'Z' ? (char)(b + 32) : b;
    return lower_a == lower_b ? CASE_COST : MOVE_COST;
}

/* Levenshtein distance, or more than `most` as soon as it is known to be greater. */
static int distance(const char *a, size_t a_size, const char *b, size_t b_size, int most) {
    if (a_size == b_size && memcmp(a, b, a_size) == 0)
        return 0;
    while (a_size && b_size && *a == *b)
        a++, b++, a_size--, b_size--;
    while (a_size && b_size && a[a_size - 1] == b[b_size - 1])
        a_size--, b_size--;
    if (a_size == 0 || b_size == 0)
        return (int)(a_size + b_size) * MOVE_COST;
    if (a_size > MOST_LENGTH || b_size > MOST_LENGTH)
        return most + 1;
    if (b_size < a_size) {
        const char *text = a;
        size_t size = a_size;
        a = b, a_size = b_size;
        b = text, b_size = size;
    }
    if ((int)(b_size - a_size) * MOVE_COST > most)
        return most + 1;
    int row[MOST_LENGTH];
    for (size_t i = 0; i < a_size; i++)
        row[i] = (int)(i + 1) * MOVE_COST;
    int result = 0;
    for (size_t k = 0; k < b_size; k++) {
        int diagonal = result = (int)k * MOVE_COST, least = INT32_MAX;
        for (size_t i = 0; i < a_size; i++) {
            int substituted = diagonal + substitution_cost(b[k], a[i]);
            diagonal = row[i];
            int moved = (result < diagonal ? result : diagonal) + MOVE_COST;
            result = substituted < moved ? substituted : moved;
            row[i] = result;
            if (result < least)
                least = result;
        }
        if (least > most)
            return most + 1;
    }
    return result;
}

typedef struct Search {
    const char *name;
    size_t size;
    int best;
    Value found; /* borrowed from the list searched */
} Search;

static void consider(Search *search, Value candidate) {
    size_t size;
    const char *text = value_isa(candidate, &rt_type_str) ? str_utf8(candidate, &size) : NULL;
    if (!text || (size == search->size && memcmp(text, search->name, size) == 0))
        return;
    int most = (int)(size + search->size + 3) * MOVE_COST / 6;
    if (search->best >= 0 && search->best - 1 < most)
        most = search->best - 1;
    int cost = distance(search->name, search->size, text, size, most);
    if (cost > most)
        return;
    if (search->best < 0 || cost < search->best) {
        search->best = cost;
        search->found = candidate;
    }
}

/* Searches a list of names; the answer is a new reference, 0 = none near enough. */
static Value nearest(Value list, Value name) {
    Search search = {.best = -1};
    search.name = str_utf8(name, &search.size);
    const ListObject *names = AS(ListObject, list);
    if (!search.name || search.size > MOST_LENGTH || names->length >= MOST_NAMES)
        return 0;
    for (int64_t i = 0; i < names->length; i++)
        consider(&search, names->items[i]);
    return value_incref(search.found);
}

static Value nearest_take(Value list, Value name) {
    Value found = list ? nearest(list, name) : 0;
    value_decref(list);
    exc_clear();
    return found;
}

static Value for_attribute(ExceptionObject *error) {
    Value name = error->extra[0], object = error->extra[1];
    if (!name || !object || !value_isa(name, &rt_type_str))
        return 0;
    Value hook = object_lookup_special(object, str_name("__dir__"));
    Value names = hook ? object_call0(hook) : 0;
    value_decref(hook);
    Value list = names ? list_from_iterable(names) : 0;
    value_decref(names);
    if (!list || list_sort(list, 0, false) < 0) {
        exc_clear();
        value_decref(list);
        return 0;
    }
    return nearest_take(list, name);
}

static Value c_names(const char *const *names, uint32_t count, const Value *bound) {
    Value list = list_new(NULL, 0);
    for (uint32_t i = 0; list && i < count; i++)
        if ((!bound || bound[i]) && list_append(list, str_name(names[i])) < 0) {
            value_decref(list);
            return 0;
        }
    return list;
}

static Value builtin_names(void) {
    Value list = list_new(NULL, 0);
    int64_t position = 0;
    Value key, value;
    while (list && dict_next(rt_builtins_module()->dict, &position, &key, &value))
        if (list_append(list, key) < 0)
            break;
    return list;
}

/* Parameters of the function it happened in, then globals, then builtins. */
static Value for_name(ExceptionObject *error) {
    Value name = error->extra[0];
    if (!name || !value_isa(name, &rt_type_str) || !error->traceback)
        return 0;
    Value last = error->traceback;
    while (AS(TracebackObject, last)->next)
        last = AS(TracebackObject, last)->next;
    const FunctionInfo *function = AS(TracebackObject, last)->function;
    const ModuleInfo *module = function->module;
    Value found =
        nearest_take(c_names(function->params, function_parameter_count(function), NULL), name);
    if (!found)
        found = nearest_take(c_names(module->global_names, module->global_count, module->globals),
                             name);
    return found ? found : nearest_take(builtin_names(), name);
}

Value suggestion_for(Value exception) {
    Value pending = exc_fetch(), found = 0;
    if (value_is(exception, &rt_exc_AttributeError))
        found = for_attribute(exc_as(exception));
    else if (value_isa(exception, &rt_exc_NameError))
        found = for_name(exc_as(exception));
    exc_clear();
    isolate.pending = pending;
    return found;
}
