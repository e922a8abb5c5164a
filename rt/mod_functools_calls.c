/*
 * mod_functools_calls.c — functools.partial and the keys of cmp_to_key are classes written in
 * Python (pylib/functools.py); what programs do with their instances again and again is done here,
 * by slots put into the classes. Subclasses have slots of their own, which call the methods in
 * Python; so do these slots where a member is unset.
 */
#include "containers.h"
#include "functools.h"
#include "object.h"

static Value *members(Value object) {
    return instance_plain(value_object(object))->slots;
}

/* ---- partial --------------------------------------------------------------------------------- */

static struct {
    Type *type;
    uint32_t function, args, keywords; /* places of its members */
    TypeSlots general;                 /* those that call Python */
} partial;

static int64_t names_count(Value names) {
    return names ? AS(TupleObject, names)->length : 0;
}

/* The place of `key` among `names`, or -1. */
static int64_t names_find(Value names, Value key) {
    for (int64_t i = 0; i < names_count(names); i++) {
        Value name = AS(TupleObject, names)->items[i];
        if (name == key ||
            (value_isa(name, &rt_type_str) && value_isa(key, &rt_type_str) && str_equal(name, key)))
            return i;
    }
    return -1;
}

/* Merges the keywords of a partial with those of a call, which win: values (borrowed) to `out`,
 * answers the names (a new tuple). */
static Value merge_keywords(Value keywords, const Value *values, Value names, Value *out) {
    Value merged = tuple_new_empty(dict_len(keywords) + names_count(names)), key, value;
    if (!merged)
        return 0;
    int64_t position = 0;
    TupleObject *tuple = AS(TupleObject, merged);
    tuple->length = 0;
    while (dict_next(keywords, &position, &key, &value)) {
        int64_t given = names_find(names, key);
        out[tuple->length] = given < 0 ? value : values[given];
        tuple->items[tuple->length++] = value_incref(key);
    }
    for (int64_t i = 0; i < names_count(names); i++) {
        Value name = AS(TupleObject, names)->items[i];
        if (names_find(merged, name) >= 0)
            continue;
        out[tuple->length] = values[i];
        tuple->items[tuple->length++] = value_incref(name);
    }
    return merged;
}

enum { FEW = 12 };

/* Calls `function` with the arguments of the partial, then those of the call. */
static Value call_joined(Value function, const TupleObject *first, Value keywords,
                         const Value *args, uint32_t count, Value names) {
    int64_t named = names_count(names);
    int64_t total = first->length + count + named + dict_len(keywords);
    Value few[FEW], *all = total <= FEW ? few : mem_alloc_items(total, sizeof(Value));
    if (!all)
        return 0;
    const Value *named_args = named ? args + count : NULL;
    int64_t given = first->length + count;
    values_copy(all, first->items, (size_t)first->length);
    values_copy(all + first->length, args, count);
    Value merged = 0, result = 0;
    if (dict_len(keywords) == 0) {
        values_copy(all + given, named_args, (size_t)named);
        result = object_call(function, all, (uint32_t)given, names);
    } else if ((merged = merge_keywords(keywords, named_args, names, all + given))) {
        int64_t held = names_count(merged); /* the dict may change meanwhile */
        for (int64_t i = 0; i < held; i++)
            value_incref(all[given + i]);
        result = object_call(function, all, (uint32_t)given, merged);
        for (int64_t i = 0; i < held; i++)
            value_decref(all[given + i]);
    }
    value_decref(merged);
    if (all != few)
        mem_free(all);
    return result;
}

static Value partial_call(Value self, const Value *args, uint32_t count, Value names) {
    const Value *slots = members(self);
    Value function = slots[partial.function], first = slots[partial.args];
    Value keywords = slots[partial.keywords];
    if (!function || !first || !keywords || !value_is(first, &rt_type_tuple) ||
        !value_is(keywords, &rt_type_dict))
        return call_by_method(self, args, count, names);
    value_incref(function), value_incref(first), value_incref(keywords);
    Value result = call_joined(function, AS(TupleObject, first), keywords, args, count, names);
    value_decref(function), value_decref(first), value_decref(keywords);
    return result;
}

/* partial(function, *args): what needs no other partial or keyword to be looked at. */
static Value partial_new(Type *type, const Value *args, uint32_t count, Value names) {
    if (type != partial.type || names_count(names) || count == 0 ||
        !value_type(args[0])->slots.call || value_isa(args[0], partial.type))
        return partial.general.new(type, args, count, names);
    Value rest = tuple_new(args + 1, (int64_t)count - 1), keywords = rest ? dict_new() : 0;
    Value self = keywords ? pyrt_instance_new(OBJ(type)) : 0;
    if (!self) {
        value_decref(rest);
        value_decref(keywords);
        return 0;
    }
    Value *slots = members(self);
    slots[partial.function] = value_incref(args[0]);
    slots[partial.args] = rest;
    slots[partial.keywords] = keywords;
    return self;
}

/* The slots that the class has, for what ours leave to them; they are not made anew any more. */
static TypeSlots keep_slots(Type *type) {
    type->flags |= TYPE_OWN_SLOTS;
    return type->slots;
}

static const char *const partial_members[] = {"func", "args", "keywords"};

Value functools_fill_partial(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    for (size_t i = 0; i < sizeof partial_members / sizeof *partial_members; i++)
        if (type_member_set(partial.type, partial_members[i], args[0], args[i + 1]) < 0)
            return 0;
    return VALUE_NONE;
}

Value functools_shown_once(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    if (repr_enter(args[0]))
        return str_from_cstr("...");
    Value result = object_call1(args[1], args[0]);
    repr_leave(args[0]);
    return result;
}

Value functools_install_partial(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    Type *type = AS(Type, args[0]);
    if (type_member_place(type, "func", &partial.function) < 0 ||
        type_member_place(type, "args", &partial.args) < 0 ||
        type_member_place(type, "keywords", &partial.keywords) < 0)
        return 0;
    for (size_t i = 0; i < sizeof partial_members / sizeof *partial_members; i++)
        type_member_protect(type, partial_members[i]);
    partial.type = type;
    partial.general = keep_slots(type);
    type->slots.call = partial_call;
    type->slots.new = partial_new;
    return value_incref(args[0]);
}

/* ---- the keys of cmp_to_key ------------------------------------------------------------------ */

static struct {
    Type *type;
    uint32_t compare, object; /* places of its members */
    TypeSlots general;
} sort_key;

/* Another key, for an object to be sorted. */
static Value key_of(Value self, Value object) {
    Value key = pyrt_instance_new(OBJ(sort_key.type));
    if (!key)
        return 0;
    members(key)[sort_key.compare] = value_incref(members(self)[sort_key.compare]);
    members(key)[sort_key.object] = value_incref(object);
    return key;
}

NATIVE(key_call_bound) {
    NATIVE_UNUSED();
    return key_of(value_from_pointer(SPEC_DATA(callee)), args[0]);
}

static Value key_call(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "K",
                                      .call = key_call_bound,
                                      .min_args = 1,
                                      .max_args = 1,
                                      .kind = METHOD_STATIC,
                                      .keywords = "obj"};
    if (count == 1 && !names_count(names))
        return key_of(self, args[0]);
    return call_spec(&spec, value_object(self), args, count, names);
}

static Value key_compare(Value left, Value right, CompareOp op) {
    if (!value_is(left, sort_key.type) || !value_is(right, sort_key.type))
        return sort_key.general.compare(left, right, op);
    Value function = members(left)[sort_key.compare];
    Value pair[2] = {members(left)[sort_key.object], members(right)[sort_key.object]};
    if (op == COMPARE_NE || !function || !pair[0] || !pair[1])
        return sort_key.general.compare(left, right, op);
    value_incref(function), value_incref(pair[0]), value_incref(pair[1]);
    Value order = object_call(function, pair, 2, 0);
    value_decref(function), value_decref(pair[0]), value_decref(pair[1]);
    Value result = order ? object_compare(order, value_from_small_int(0), op) : 0;
    value_decref(order);
    return result;
}

Value functools_install_key(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    Type *type = AS(Type, args[0]);
    if (type_member_place(type, "_compare", &sort_key.compare) < 0 ||
        type_member_place(type, "obj", &sort_key.object) < 0)
        return 0;
    sort_key.type = type;
    sort_key.general = keep_slots(type);
    type->slots.call = key_call;
    type->slots.compare = key_compare;
    return value_incref(args[0]);
}
