/*
 * mod_records.c — the module _records: the methods that dataclasses writes for a class, and the
 * __new__ of a named tuple. CPython makes source text of them and compiles it; here they are
 * functions with the same signature, whose entry is C and goes by a plan.
 *
 * A record is the FunctionInfo of one such method, with the attributes it sets or reads and an
 * inline cache for each. Caches may be asked at any time, so records live as long as the program.
 * What a method refers to stands in cells of its function.
 */
#include "containers.h"
#include "fast.h"
#include "object.h"

/* Where the value of an attribute comes from (dataclasses.py has the same numbers). */
enum {
    FROM_ARGUMENT, /* of the place in the plan */
    FROM_FACTORY,  /* called unless an argument is given */
    FROM_CALL,     /* called always */
    FROM_CONSTANT,
};

typedef struct Attribute {
    Value name; /* interned */
    uint32_t origin, place;
    InlineCache cache;
} Attribute;

typedef struct Record {
    FunctionInfo info;
    ModuleInfo module;
    struct Record *next;
    CompareOp comparison;
    bool is_frozen, has_post_init;
    uint32_t count;
    Attribute attributes[];
} Record;

/* SUPPLIES: what FROM_FACTORY, FROM_CALL and FROM_CONSTANT take, None elsewhere, then the places of
 * what __post_init__ is given. GLOBALS: what `__globals__` answers, by FUNCTION_DYNAMIC. */
enum { CELL_SUPPLIES, CELL_GLOBALS, CELL_NO_ARGUMENT, CELL_COUNT };

static Record *records; /* keeps them reachable */

/* The first line of a method's body in the text that CPython compiles. */
enum { FIRST_LINE = 3 };

static Record *record_of(Value function) {
    return (Record *)AS(FunctionObject, function)->info;
}

static void leave_trace(const Record *record, uint32_t step) {
    pyrt_traceback_here(&record->info, (int64_t)(FIRST_LINE + step) << 40);
}

/* ---- __init__ -------------------------------------------------------------------------------- */

/* The value of `attribute`: new reference, or 0. */
static Value value_for(const Attribute *attribute, Value supply, Value no_argument,
                       const Value *args) {
    switch (attribute->origin) {
    case FROM_ARGUMENT:
        return value_incref(args[attribute->place]);
    case FROM_FACTORY:
        if (args[attribute->place] != no_argument)
            return value_incref(args[attribute->place]);
        return object_call0(supply);
    case FROM_CALL:
        return object_call0(supply);
    default:
        return value_incref(supply);
    }
}

/* Frozen classes refuse to set attributes: object's way is taken. */
static int store(Record *record, Attribute *attribute, Value self, Value value) {
    return record->is_frozen ? rt_generic_setattr(self, attribute->name, value)
                             : pyrt_setattr(self, attribute->name, value, &attribute->cache);
}

static int call_post_init(const Record *record, const TupleObject *supplies, const Value *args) {
    int64_t count = supplies->length - record->count;
    Value given = tuple_new_empty(count);
    if (!given)
        return -1;
    for (int64_t i = 0; i < count; i++)
        AS(TupleObject, given)->items[i] =
            value_incref(args[value_small_int(supplies->items[record->count + i])]);
    Value result = object_call_method(args[0], "__post_init__", AS(TupleObject, given)->items,
                                      (uint32_t)count);
    value_decref(given);
    value_decref(result);
    return result ? 0 : -1;
}

static Value enter_init(Value callee, const Value *args) {
    FunctionObject *function = AS(FunctionObject, callee);
    Record *record = record_of(callee);
    const TupleObject *supplies = AS(TupleObject, function->cells[CELL_SUPPLIES]);
    Value no_argument = function->cells[CELL_NO_ARGUMENT];
    for (uint32_t i = 0; i < record->count; i++) {
        Attribute *attribute = &record->attributes[i];
        Value value = value_for(attribute, supplies->items[i], no_argument, args);
        int status = value ? store(record, attribute, args[0], value) : -1;
        value_decref(value);
        if (status < 0) {
            leave_trace(record, i);
            return 0;
        }
    }
    if (record->has_post_init && call_post_init(record, supplies, args) < 0) {
        leave_trace(record, record->count);
        return 0;
    }
    return VALUE_NONE;
}

/* ---- comparisons, __hash__ ------------------------------------------------------------------- */

/* The attributes of `self` as a tuple: new reference, or 0. */
static Value values_of(Record *record, Value self) {
    Value values = tuple_new_empty(record->count);
    for (uint32_t i = 0; values && i < record->count; i++) {
        Attribute *attribute = &record->attributes[i];
        Value value = pyrt_getattr(self, attribute->name, &attribute->cache);
        if (!value) {
            value_decref(values);
            return 0;
        }
        AS(TupleObject, values)->items[i] = value;
    }
    return values;
}

/* `other.__class__ is self.__class__`: 1, 0 or -1. */
static int is_same_class(Value self, Value other) {
    if (value_type(self) == value_type(other))
        return 1;
    Value name = str_name("__class__");
    Value left = object_getattr(other, name), right = left ? object_getattr(self, name) : 0;
    int is_same = right ? left == right : -1;
    value_decref(left);
    value_decref(right);
    return is_same;
}

static Value compare_values(Record *record, Value self, Value other) {
    Value left = values_of(record, self), right = left ? values_of(record, other) : 0;
    Value result = right ? object_compare(left, right, record->comparison) : 0;
    value_decref(left);
    value_decref(right);
    return result;
}

static Value enter_comparison(Value callee, const Value *args) {
    Record *record = record_of(callee);
    int is_same = is_same_class(args[0], args[1]);
    if (is_same == 0)
        return VALUE_NOTIMPLEMENTED;
    Value result = is_same > 0 ? compare_values(record, args[0], args[1]) : 0;
    if (!result)
        leave_trace(record, 1);
    return result;
}

static Value enter_hash(Value callee, const Value *args) {
    Record *record = record_of(callee);
    Value values = values_of(record, args[0]);
    int64_t hash = values ? object_hash(values) : -1;
    value_decref(values);
    if (hash != -1)
        return int_from_i64(hash);
    leave_trace(record, 0);
    return 0;
}

/* ---- __new__ of named tuples ----------------------------------------------------------------- */

/* `tuple.__new__(cls, (a, b, ...))`, which complains of what is no class of tuples. */
static Value call_tuple_new(Value class, const Value *items, uint32_t count) {
    Value plain = tuple_new(items, count), args[] = {class, plain};
    Value result = plain ? object_call_method(OBJ(&rt_type_tuple), "__new__", args, 2) : 0;
    value_decref(plain);
    return result;
}

static Value enter_tuple_maker(Value callee, const Value *args) {
    const Record *record = record_of(callee);
    uint32_t count = record->info.positional_count - 1;
    if (value_is_type(args[0]) && args[0] != OBJ(&rt_type_tuple) &&
        type_is_subtype(AS(Type, args[0]), &rt_type_tuple))
        return tuple_new_of(AS(Type, args[0]), args + 1, count);
    Value result = call_tuple_new(args[0], args + 1, count);
    if (!result)
        pyrt_traceback_here(&record->info, (int64_t)record->info.line << 40);
    return result;
}

/* ---- making functions ------------------------------------------------------------------------ */

/* Text that is never freed: names in records are interned. */
static const char *text_of(Value name) {
    size_t size;
    const char *text = str_utf8(name, &size);
    Value kept = text ? str_name(text) : 0;
    return kept ? str_utf8(kept, &size) : NULL;
}

static const char *const *names_of(const TupleObject *names) {
    const char **made = mem_alloc_items(names->length + 1, sizeof *made);
    for (int64_t i = 0; made && i < names->length; i++)
        if (!(made[i] = text_of(names->items[i]))) {
            mem_free(made);
            return NULL;
        }
    return made;
}

/* A record of a method with `parameters` (a tuple of names), kept for ever; NULL: pending. */
static Record *record_new(Value qualname, Value module, const TupleObject *parameters,
                          uint32_t count) {
    size_t size = sizeof(Record) + count * sizeof(Attribute);
    Record *record = mem_alloc(size);
    if (!record)
        return NULL;
    memset(record, 0, size);
    record->count = count;
    record->info.qualname = text_of(qualname);
    record->module.name = text_of(module);
    record->module.file = "<string>";
    record->info.module = &record->module;
    record->info.params = names_of(parameters);
    record->info.positional_count = (uint32_t)parameters->length;
    record->info.flags = FUNCTION_DYNAMIC;
    record->info.line = FIRST_LINE - 1;
    if (!record->info.qualname || !record->module.name || !record->info.params) {
        mem_free((void *)record->info.params);
        mem_free(record);
        return NULL;
    }
    const char *dot = strrchr(record->info.qualname, '.');
    record->info.name = dot ? dot + 1 : record->info.qualname;
    record->next = records;
    records = record;
    return record;
}

static Value function_new(const Record *record, Value defaults, Value kwdefaults, Value annotations,
                          Value supplies, Value globals, Value no_argument) {
    Value cells[CELL_COUNT] = {supplies, globals, no_argument};
    return pyrt_function(&record->info, defaults == VALUE_NONE ? 0 : defaults,
                         kwdefaults == VALUE_NONE ? 0 : kwdefaults, annotations, cells, CELL_COUNT);
}

/* One attribute of a plan: (name, origin, place). */
static bool read_attribute(Attribute *attribute, Value part) {
    const TupleObject *parts = AS(TupleObject, part);
    const char *name = text_of(parts->items[0]);
    attribute->name = name ? str_name(name) : 0;
    attribute->origin = (uint32_t)value_small_int(parts->items[1]);
    attribute->place = (uint32_t)value_small_int(parts->items[2]);
    return attribute->name != 0;
}

/* initializer(qualname, module, parameters, keyword_only, defaults, kwdefaults, annotations,
 * globals, plan, supplies, no_argument, is_frozen, has_post_init) -> function keyword_only: how
 * many of the parameters, the last ones, are. plan: a tuple of (name, origin, place). */
NATIVE(new_initializer) {
    NATIVE_UNUSED();
    const TupleObject *plan = AS(TupleObject, args[8]);
    Record *record = record_new(args[0], args[1], AS(TupleObject, args[2]), (uint32_t)plan->length);
    if (!record)
        return 0;
    record->info.kwonly_count = (uint32_t)value_small_int(args[3]);
    record->info.positional_count -= record->info.kwonly_count;
    record->info.entry = enter_init;
    record->is_frozen = args[11] == VALUE_TRUE;
    record->has_post_init = args[12] == VALUE_TRUE;
    for (uint32_t i = 0; i < record->count; i++)
        if (!read_attribute(&record->attributes[i], plan->items[i]))
            return 0;
    return function_new(record, args[4], args[5], args[6], args[9], args[7], args[10]);
}

/* A method that reads the attributes named in args[3]. */
static Record *reader_new(const Value *args, FunctionEntry entry) {
    const TupleObject *names = AS(TupleObject, args[3]);
    Record *record =
        record_new(args[0], args[1], AS(TupleObject, args[2]), (uint32_t)names->length);
    if (!record)
        return NULL;
    record->info.entry = entry;
    for (uint32_t i = 0; i < record->count; i++) {
        const char *name = text_of(names->items[i]);
        if (!name)
            return NULL;
        record->attributes[i].name = str_name(name);
    }
    return record;
}

/* comparison(qualname, module, parameters, names, globals, op) -> function
 * op: the place of the operator in < <= == != > >=. */
NATIVE(new_comparison) {
    NATIVE_UNUSED();
    Record *record = reader_new(args, enter_comparison);
    if (!record)
        return 0;
    record->comparison = (CompareOp)value_small_int(args[5]);
    return function_new(record, 0, 0, 0, VALUE_NONE, args[4], VALUE_NONE);
}

/* hash(qualname, module, parameters, names, globals) -> function */
NATIVE(new_hash) {
    NATIVE_UNUSED();
    Record *record = reader_new(args, enter_hash);
    return record ? function_new(record, 0, 0, 0, VALUE_NONE, args[4], VALUE_NONE) : 0;
}

/* tuple_maker(qualname, module, parameters, defaults, globals) -> function */
NATIVE(new_tuple_maker) {
    NATIVE_UNUSED();
    Record *record = record_new(args[0], args[1], AS(TupleObject, args[2]), 0);
    if (!record)
        return 0;
    record->info.entry = enter_tuple_maker;
    record->info.name = "<lambda>";
    record->info.line = 1;
    return function_new(record, args[3], VALUE_NONE, 0, VALUE_NONE, args[4], VALUE_NONE);
}

static const NativeMethod functions[] = {
    {.name = "initializer", .call = new_initializer, .min_args = 13, .max_args = 13},
    {.name = "comparison", .call = new_comparison, .min_args = 6, .max_args = 6},
    {.name = "hash", .call = new_hash, .min_args = 5, .max_args = 5},
    {.name = "tuple_maker", .call = new_tuple_maker, .min_args = 5, .max_args = 5},
    {0},
};

static int records_init(ModuleObject *module) {
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__records = {"_records", records_init};
