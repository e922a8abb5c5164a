/*
 * mod_datetime_args.c — the arguments of the constructors and methods of datetime that CPython
 * reads with PyArg_ParseTupleAndKeywords: one parameter after the other is looked for and
 * converted, so the first wrong one decides what is complained about.
 */
#include "datetime.h"

bool argument_int(Value value, int *number) {
    return object_parsed_int(value, number) == 0;
}

bool argument_refuse(const char *function, int number, const char *expected, Value given) {
    return raise_error(&rt_exc_TypeError, "%s() argument %d must be %s, not %A", function, number,
                       expected, given);
}

/* Is `value` what the letter of parameter `i` says? */
static bool check_kind(const Signature *signature, uint32_t i, Value value) {
    static const struct {
        char letter;
        Type *type;
        const char *name;
    } kinds[] = {{'S', &rt_type_str, "str"},
                 {'C', &rt_type_str, "a unicode character"},
                 {'D', &rt_type_timedelta, "datetime.timedelta"},
                 {'d', &rt_type_date, "datetime.date"},
                 {'t', &rt_type_time, "datetime.time"}};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (kinds[k].letter == signature->letters[i] &&
            (!value_isa(value, kinds[k].type) ||
             (kinds[k].letter == 'C' && AS(StrObject, value)->length != 1)))
            return argument_refuse(signature->function, (int)i + 1, kinds[k].name, value);
    return true;
}

bool arguments_exactly(const char *function, int wanted, uint32_t given) {
    if (given == (uint32_t)wanted)
        return true;
    return raise_error(&rt_exc_TypeError, "%s() takes exactly %d argument%s (%d given)", function,
                       wanted, wanted == 1 ? "" : "s", (int)given);
}

/* The place of `wanted` in `names`, or -1. */
static int64_t keyword_index(Value names, const char *wanted) {
    if (names)
        for (int64_t i = 0; i < AS(TupleObject, names)->length; i++)
            if (str_equal_cstr(AS(TupleObject, names)->items[i], wanted))
                return i;
    return -1;
}

static const char *name_or(const Signature *signature, const char *otherwise) {
    return signature->function ? signature->function : otherwise;
}

static const char *parentheses(const Signature *signature) {
    return signature->function ? "()" : "";
}

static bool check_counts(const Signature *signature, uint32_t total, uint32_t count,
                         uint32_t keywords) {
    if (count + keywords > total)
        return raise_error(&rt_exc_TypeError, "%s%s takes at most %d %sargument%s (%d given)",
                           name_or(signature, "function"), parentheses(signature), (int)total,
                           count ? "" : "keyword ", total == 1 ? "" : "s", (int)(count + keywords));
    if (count > signature->positional)
        return raise_error(&rt_exc_TypeError, "%s%s takes %s %d positional argument%s (%d given)",
                           name_or(signature, "function"), parentheses(signature),
                           signature->least < signature->positional ? "at most" : "exactly",
                           signature->positional, signature->positional == 1 ? "" : "s",
                           (int)count);
    return true;
}

/* Names the keyword that stands for no parameter, or for one that was given by position. */
static bool refuse_keywords(const Signature *signature, uint32_t total, uint32_t count,
                            Value names) {
    for (uint32_t i = 0; i < count; i++)
        if (keyword_index(names, signature->names[i]) >= 0)
            return raise_error(&rt_exc_TypeError,
                               "argument for %s%s given by name ('%s') and position (%d)",
                               name_or(signature, "function"), parentheses(signature),
                               signature->names[i], (int)i + 1);
    for (int64_t k = 0; k < AS(TupleObject, names)->length; k++) {
        Value name = AS(TupleObject, names)->items[k];
        uint32_t i = 0;
        while (i < total && !str_equal_cstr(name, signature->names[i]))
            i++;
        if (i == total)
            return raise_error(&rt_exc_TypeError, "'%S' is an invalid keyword argument for %s%s",
                               name, name_or(signature, "this function"), parentheses(signature));
    }
    return true;
}

bool arguments_bind(const Signature *signature, const Value *args, uint32_t count, Value names,
                    Argument *bound) {
    uint32_t total = (uint32_t)strlen(signature->letters), used = 0;
    uint32_t keywords = names ? (uint32_t)AS(TupleObject, names)->length : 0;
    if (!check_counts(signature, total, count, keywords))
        return false;
    for (uint32_t i = 0; i < total; i++) {
        int64_t keyword =
            i < count || used == keywords ? -1 : keyword_index(names, signature->names[i]);
        used += keyword >= 0;
        if (i >= count && keyword < 0) {
            if (i < signature->least)
                return raise_error(&rt_exc_TypeError,
                                   "%s%s missing required argument '%s' (pos %d)",
                                   name_or(signature, "function"), parentheses(signature),
                                   signature->names[i], (int)i + 1);
            continue;
        }
        Value value = i < count ? args[i] : args[count + keyword];
        if (signature->letters[i] != 'i') {
            bound[i].value = value;
            if (!check_kind(signature, i, value))
                return false;
        } else if (!argument_int(value, &bound[i].number)) {
            return false;
        }
    }
    return used == keywords || refuse_keywords(signature, total, count, names);
}
