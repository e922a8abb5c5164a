/*
 * set_methods.c — the operators and methods of set and frozenset. Which operand is iterated over,
 * and when tables are resized, is as in CPython: the order of the results depends on it.
 */
#include "sets.h"

/* Results of operators on subclasses are plain sets, as CPython's. */
static Value set_new_like(Value set) {
    return set_new(value_isa(set, &rt_type_frozenset));
}

static Value set_from(Value result, Value iterable) {
    if (result && set_update(result, iterable) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

static Value set_copy(Value set) {
    return set_from(set_new_like(set), set);
}

/* ---- construction ---------------------------------------------------------------------------- */

static Value set_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return set_new_of(type);
}

NATIVE(set_init_bound) {
    NATIVE_UNUSED();
    SetObject *set = SPEC_DATA(callee);
    set_clear(set);
    if (count && set_update(OBJ(set), args[0]) < 0)
        return 0;
    return VALUE_NONE;
}

static int set_init(Value self, const Value *args, uint32_t count, Value names) {
    if (names && AS(TupleObject, names)->length)
        return raise_status(&rt_exc_TypeError, "set() takes no keyword arguments");
    const NativeMethod spec = {.name = value_object(self)->type->name,
                               .call = set_init_bound,
                               .max_args = 1,
                               .kind = METHOD_STATIC};
    return call_spec(&spec, AS(SetObject, self), args, count, 0) ? 0 : -1;
}

NATIVE(frozenset_make) {
    NATIVE_UNUSED();
    Type *type = SPEC_DATA(callee);
    if (count && type == &rt_type_frozenset && value_is(args[0], &rt_type_frozenset))
        return value_incref(args[0]);
    Value set = set_new_of(type);
    return count ? set_from(set, args[0]) : set;
}

static Value frozenset_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    if (names && AS(TupleObject, names)->length && !type_has_own_init(type))
        return raise_error(&rt_exc_TypeError, "frozenset() takes no keyword arguments");
    const NativeMethod spec = {
        .name = type->name, .call = frozenset_make, .max_args = 1, .kind = METHOD_STATIC};
    return call_spec(&spec, type, args, count, 0);
}

/* Nobody else sees the set, but a finalizer of an item may start a collection, which does. */
static void set_dealloc(Object *self) {
    SetObject *set = (SetObject *)self;
    for (SetEntry *entry = set->table; set->used; entry++) {
        Value key = entry->key;
        if (!key || key == SET_DUMMY)
            continue;
        entry->key = 0;
        set->used--;
        value_decref(key);
    }
    if (set->table != set->small)
        mem_free(set->table);
}

static void set_gc_clear(Object *self) {
    set_clear((SetObject *)self);
}

static void set_traverse(Object *self, VisitValue visit, void *context) {
    int64_t position = 0;
    SetEntry entry;
    while (set_next((SetObject *)self, &position, &entry))
        visit(entry.key, context);
}

/* ---- set algebra ----------------------------------------------------------------------------- */

/* Is the key of the entry in `other`, a set or dict? */
static inline int holds(Value other, bool is_set, const SetEntry *entry) {
    if (!is_set) {
        int64_t found = dict_find(AS(DictObject, other), entry->key, entry->hash);
        return found == DICT_FAILED ? -1 : found >= 0;
    }
    int known = set_first_tells(AS(SetObject, other), entry->key, entry->hash);
    return known >= 0 ? known : set_contains_hashed(AS(SetObject, other), entry->key, entry->hash);
}

/* Adds to `result` those keys of `set` that `other`, a set or dict, has or has not; 0 or -1.
 * Without a result: 1 if there is such a key. */
static int choose_keys(SetObject *result, const SetObject *set, Value other, bool wanted) {
    bool is_set = !value_is(other, &rt_type_dict);
    int64_t position = 0;
    SetEntry entry;
    while (set_next(set, &position, &entry)) {
        value_incref(entry.key);
        int found = holds(other, is_set, &entry);
        bool chosen = found == wanted;
        if (chosen && result)
            found = set_add_hashed(result, entry.key, entry.hash);
        value_decref(entry.key);
        if (found < 0)
            return -1;
        if (chosen && !result)
            return 1;
    }
    return 0;
}

typedef struct Filter {
    Value set, result;
} Filter;

static int add_common(Value item, int64_t hash, void *context) {
    const Filter *filter = context;
    int found = set_contains_hashed(AS(SetObject, filter->set), item, hash);
    return found <= 0 ? found : set_add_hashed(AS(SetObject, filter->result), item, hash);
}

static Value set_intersection(Value set, Value other) {
    if (set == other)
        return set_copy(set);
    Filter filter = {set, set_new_like(set)};
    bool is_set = value_is_any_set(other);
    if (is_set && AS(SetObject, other)->used > AS(SetObject, set)->used) {
        filter.set = other;
        other = set;
    }
    if (!filter.result)
        return 0;
    int status =
        is_set ? choose_keys(AS(SetObject, filter.result), AS(SetObject, other), filter.set, true)
               : hashed_iterate(other, add_common, &filter);
    if (status == 0)
        return filter.result;
    value_decref(filter.result);
    return 0;
}

static int discard_each(Value item, int64_t hash, void *context) {
    return set_discard_hashed(context, item, hash);
}

static int set_difference_update(Value self, Value other) {
    SetObject *set = AS(SetObject, self);
    if (self == other) {
        set_clear(set);
        return 0;
    }
    Value smaller = value_incref(other);
    if (value_is_any_set(other) && AS(SetObject, other)->used >> 3 > set->used) {
        value_decref(smaller);
        if (!(smaller = set_intersection(self, other)))
            return -1;
    }
    int status = hashed_iterate(smaller, discard_each, set);
    value_decref(smaller);
    if (status < 0)
        return -1;
    if (set->fill - set->used <= set->mask / 4)
        return 0;
    return set_reserve(set, set->used > 50000 ? set->used * 2 : set->used * 4);
}

static Value copy_and_difference(Value set, Value other) {
    Value result = set_copy(set);
    if (result && set_difference_update(result, other) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

static Value set_difference(Value self, Value other) {
    SetObject *set = AS(SetObject, self);
    bool is_dict = value_is(other, &rt_type_dict);
    if (!value_is_any_set(other) && !is_dict)
        return copy_and_difference(self, other);
    int64_t size = is_dict ? dict_len(other) : AS(SetObject, other)->used;
    if (set->used >> 2 > size)
        return copy_and_difference(self, other);
    Value result = set_new_like(self);
    if (result && choose_keys(AS(SetObject, result), set, other, false) < 0)
        value_replace(&result, 0);
    return result;
}

static int toggle_each(Value item, int64_t hash, void *context) {
    int removed = set_discard_hashed(context, item, hash);
    return removed ? removed : set_add_hashed(context, item, hash);
}

static int set_symmetric_update(Value self, Value other) {
    SetObject *set = AS(SetObject, self);
    if (self == other) {
        set_clear(set);
        return 0;
    }
    Value items = value_is_any_set(other) || value_is(other, &rt_type_dict)
                      ? value_incref(other)
                      : set_from(set_new_like(self), other);
    int status = items ? hashed_keys(items, toggle_each, set) : -1;
    value_decref(items);
    return status;
}

static Value set_symmetric_difference(Value self, Value other) {
    Value result = set_from(set_new_like(self), other);
    if (result && set_symmetric_update(result, self) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

/* Makes `set` what `result` (stolen) holds. */
static int set_take_over(Value self, Value result) {
    if (!result)
        return -1;
    SetObject *set = AS(SetObject, self), *other = AS(SetObject, result);
    SetObject swap = *set;
    set->fill = other->fill, set->used = other->used, set->mask = other->mask;
    set->table = other->table == other->small ? set->small : other->table;
    memcpy(set->small, other->small, sizeof set->small);
    other->fill = swap.fill, other->used = swap.used, other->mask = swap.mask;
    memcpy(other->small, swap.small, sizeof swap.small);
    other->table = swap.table == set->small ? other->small : swap.table;
    value_decref(result);
    return 0;
}

/* ---- comparison ------------------------------------------------------------------------------ */

/* Is everything in `left` also in `right`? */
static int set_subset(const SetObject *left, SetObject *right) {
    int missing = choose_keys(NULL, left, OBJ(right), false);
    return missing < 0 ? -1 : !missing;
}

static int sets_equal(const SetObject *left, SetObject *right) {
    if (left->used != right->used ||
        (left->hash != -1 && right->hash != -1 && left->hash != right->hash))
        return 0;
    return set_subset(left, right);
}

static Value set_compare(Value left, Value right, CompareOp op) {
    if (!value_is_any_set(left) || !value_is_any_set(right))
        return VALUE_NOTIMPLEMENTED;
    SetObject *a = AS(SetObject, left), *b = AS(SetObject, right);
    int result = 0;
    switch (op) {
    case COMPARE_EQ:
        result = sets_equal(a, b);
        break;
    case COMPARE_NE:
        result = sets_equal(a, b);
        result = result < 0 ? -1 : !result;
        break;
    case COMPARE_LT:
        result = a->used < b->used ? set_subset(a, b) : 0;
        break;
    case COMPARE_LE:
        result = a->used <= b->used ? set_subset(a, b) : 0;
        break;
    case COMPARE_GT:
        result = a->used > b->used ? set_subset(b, a) : 0;
        break;
    case COMPARE_GE:
        result = a->used >= b->used ? set_subset(b, a) : 0;
        break;
    }
    return result < 0 ? 0 : VALUE_BOOL(result);
}

static uint64_t shuffle_bits(uint64_t hash) {
    return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u;
}

/* CPython's: independent of the order, also of free and deleted places. */
static int64_t frozenset_hash(Value self) {
    SetObject *set = AS(SetObject, self);
    if (set->hash != -1)
        return set->hash;
    uint64_t hash = 0;
    int64_t position = 0;
    SetEntry entry;
    while (set_next(set, &position, &entry))
        hash ^= shuffle_bits((uint64_t)entry.hash);
    hash ^= ((uint64_t)set->used + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    set->hash = hash == UINT64_MAX ? 590923713 : (int64_t)hash;
    return set->hash;
}

/* ---- slots ----------------------------------------------------------------------------------- */

static Value set_repr_items(Value self) {
    Value list = list_from_iterable(self);
    Value items = list ? object_repr(list) : 0;
    value_decref(list);
    if (!items)
        return 0;
    Value inner = str_substring(items, 1, AS(StrObject, items)->length - 1);
    value_decref(items);
    if (!inner)
        return 0;
    Value result = value_is(self, &rt_type_set)
                       ? str_format("{%S}", inner)
                       : str_format("%s({%S})", short_name(value_object(self)->type), inner);
    value_decref(inner);
    return result;
}

static Value set_repr(Value self) {
    const char *name = short_name(value_object(self)->type);
    if (AS(SetObject, self)->used == 0)
        return str_format("%s()", name);
    if (repr_enter(self))
        return str_format("%s(...)", name);
    Value result = set_repr_items(self);
    repr_leave(self);
    return result;
}

static int64_t set_len(Value self) {
    return AS(SetObject, self)->used;
}

static bool both_sets(Value left, Value right) {
    return value_is_any_set(left) && value_is_any_set(right);
}

static Value set_sub(Value left, Value right) {
    return both_sets(left, right) ? set_difference(left, right) : VALUE_NOTIMPLEMENTED;
}

static Value set_and(Value left, Value right) {
    return both_sets(left, right) ? set_intersection(left, right) : VALUE_NOTIMPLEMENTED;
}

static Value set_xor(Value left, Value right) {
    return both_sets(left, right) ? set_symmetric_difference(left, right) : VALUE_NOTIMPLEMENTED;
}

static Value set_or(Value left, Value right) {
    return both_sets(left, right) ? set_from(set_copy(left), right) : VALUE_NOTIMPLEMENTED;
}

static Value set_isub(Value left, Value right) {
    if (!value_is_any_set(right))
        return VALUE_NOTIMPLEMENTED;
    return set_difference_update(left, right) < 0 ? 0 : value_incref(left);
}

static Value set_iand(Value left, Value right) {
    if (!value_is_any_set(right))
        return VALUE_NOTIMPLEMENTED;
    return set_take_over(left, set_intersection(left, right)) < 0 ? 0 : value_incref(left);
}

static Value set_ixor(Value left, Value right) {
    if (!value_is_any_set(right))
        return VALUE_NOTIMPLEMENTED;
    return set_symmetric_update(left, right) < 0 ? 0 : value_incref(left);
}

static Value set_ior(Value left, Value right) {
    if (!value_is_any_set(right))
        return VALUE_NOTIMPLEMENTED;
    return set_update(left, right) < 0 ? 0 : value_incref(left);
}

/* ---- methods --------------------------------------------------------------------------------- */

static Value raise_key(Value key) {
    Value args = tuple_new(&key, 1);
    Value error = args ? exc_new(&rt_exc_KeyError, args) : 0;
    value_decref(args);
    return error ? raise_value_take(error) : 0;
}

NATIVE(set_add_method) {
    NATIVE_UNUSED();
    return set_add(args[0], args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(set_remove_method) {
    NATIVE_UNUSED();
    int removed = set_discard(args[0], args[1]);
    if (removed == 0)
        return raise_key(args[1]);
    return removed < 0 ? 0 : VALUE_NONE;
}

NATIVE(set_discard_method) {
    NATIVE_UNUSED();
    return set_discard(args[0], args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(set_pop_method) {
    NATIVE_UNUSED();
    SetObject *set = AS(SetObject, args[0]);
    if (set->used == 0)
        return raise_error(&rt_exc_KeyError, "pop from an empty set");
    int64_t i = set->finger & set->mask;
    while (!set->table[i].key || set->table[i].key == SET_DUMMY)
        i = i < set->mask ? i + 1 : 0;
    Value key = set->table[i].key;
    set->table[i] = (SetEntry){SET_DUMMY, -1};
    set->used--;
    set->finger = i + 1;
    return key;
}

NATIVE(set_clear_method) {
    NATIVE_UNUSED();
    set_clear(AS(SetObject, args[0]));
    return VALUE_NONE;
}

NATIVE(set_copy_method) {
    NATIVE_UNUSED();
    if (value_is(args[0], &rt_type_frozenset))
        return value_incref(args[0]);
    return set_copy(args[0]);
}

NATIVE(set_update_method) {
    NATIVE_UNUSED();
    for (uint32_t i = 1; i < count; i++)
        if (set_update(args[0], args[i]) < 0)
            return 0;
    return VALUE_NONE;
}

NATIVE(set_union_method) {
    NATIVE_UNUSED();
    Value result = set_copy(args[0]);
    for (uint32_t i = 1; result && i < count; i++)
        if (args[i] != args[0])
            result = set_from(result, args[i]);
    return result;
}

/* Folds `step` over the arguments, starting from a copy of the set. */
static Value fold(const Value *args, uint32_t count, Value (*step)(Value, Value)) {
    if (count == 1)
        return set_copy(args[0]);
    Value result = value_incref(args[0]);
    for (uint32_t i = 1; result && i < count; i++) {
        Value next = step(result, args[i]);
        value_decref(result);
        result = next;
    }
    return result;
}

NATIVE(set_intersection_method) {
    NATIVE_UNUSED();
    return fold(args, count, set_intersection);
}

NATIVE(set_intersection_update_method) {
    NATIVE_UNUSED();
    return set_take_over(args[0], fold(args, count, set_intersection)) < 0 ? 0 : VALUE_NONE;
}

NATIVE(set_difference_method) {
    NATIVE_UNUSED();
    if (count == 1)
        return set_copy(args[0]);
    Value result = set_difference(args[0], args[1]);
    for (uint32_t i = 2; result && i < count; i++)
        if (set_difference_update(result, args[i]) < 0) {
            value_decref(result);
            return 0;
        }
    return result;
}

NATIVE(set_difference_update_method) {
    NATIVE_UNUSED();
    for (uint32_t i = 1; i < count; i++)
        if (set_difference_update(args[0], args[i]) < 0)
            return 0;
    return VALUE_NONE;
}

NATIVE(set_symmetric_difference_method) {
    NATIVE_UNUSED();
    return set_symmetric_difference(args[0], args[1]);
}

NATIVE(set_symmetric_difference_update_method) {
    NATIVE_UNUSED();
    return set_symmetric_update(args[0], args[1]) < 0 ? 0 : VALUE_NONE;
}

static int find_each(Value item, void *context) {
    int64_t hash = key_hash(item);
    return hash == -1 ? -1 : set_contains_hashed(context, item, hash);
}

NATIVE(set_isdisjoint_method) {
    NATIVE_UNUSED();
    Value other = args[1];
    bool is_plain = value_is(other, &rt_type_set) || value_is(other, &rt_type_frozenset);
    int common = is_plain ? choose_keys(NULL, AS(SetObject, other), args[0], true)
                          : object_iterate(other, find_each, AS(SetObject, args[0]));
    return common < 0 ? 0 : VALUE_BOOL(!common);
}

/* The argument as a set: itself, or a new one of its items. */
static Value as_set(Value iterable) {
    return value_is_any_set(iterable) ? value_incref(iterable) : set_from(set_new(false), iterable);
}

NATIVE(set_issubset_method) {
    NATIVE_UNUSED();
    Value other = as_set(args[1]);
    Value result = other ? set_compare(args[0], other, COMPARE_LE) : 0;
    value_decref(other);
    return result;
}

NATIVE(set_issuperset_method) {
    NATIVE_UNUSED();
    Value other = as_set(args[1]);
    Value result = other ? set_compare(args[0], other, COMPARE_GE) : 0;
    value_decref(other);
    return result;
}

/* (type, (list of the members,), state) */
NATIVE(set_reduce) {
    NATIVE_UNUSED();
    Value list = list_from_iterable(args[0]), parts[3] = {OBJ(value_type(args[0]))}, result = 0;
    if (list)
        parts[1] = tuple_new(&list, 1);
    if (parts[1])
        parts[2] = object_call_method(args[0], "__getstate__", NULL, 0);
    if (parts[2])
        result = tuple_new(parts, 3);
    value_decref(list);
    value_decref(parts[1]);
    value_decref(parts[2]);
    return result;
}

#define COMMON_METHODS                                                                             \
    {.name = "copy", .call = set_copy_method}, {.name = "__reduce__", .call = set_reduce},         \
        {.name = "union", .call = set_union_method, .max_args = -1},                               \
        {.name = "intersection", .call = set_intersection_method, .max_args = -1},                 \
        {.name = "difference", .call = set_difference_method, .max_args = -1},                     \
        {.name = "symmetric_difference",                                                           \
         .call = set_symmetric_difference_method,                                                  \
         .min_args = 1,                                                                            \
         .max_args = 1},                                                                           \
        {.name = "isdisjoint", .call = set_isdisjoint_method, .min_args = 1, .max_args = 1},       \
        {.name = "issubset", .call = set_issubset_method, .min_args = 1, .max_args = 1},           \
        {.name = "issuperset", .call = set_issuperset_method, .min_args = 1, .max_args = 1},       \
        CLASS_GETITEM

static const NativeMethod frozenset_methods[] = {COMMON_METHODS, {0}};

static const NativeMethod set_methods[] = {
    COMMON_METHODS,
    {.name = "add", .call = set_add_method, .min_args = 1, .max_args = 1},
    {.name = "remove", .call = set_remove_method, .min_args = 1, .max_args = 1},
    {.name = "discard", .call = set_discard_method, .min_args = 1, .max_args = 1},
    {.name = "pop", .call = set_pop_method},
    {.name = "clear", .call = set_clear_method},
    {.name = "update", .call = set_update_method, .max_args = -1},
    {.name = "intersection_update", .call = set_intersection_update_method, .max_args = -1},
    {.name = "difference_update", .call = set_difference_update_method, .max_args = -1},
    {.name = "symmetric_difference_update",
     .call = set_symmetric_difference_update_method,
     .min_args = 1,
     .max_args = 1},
    {0},
};

#define COMMON_SLOTS                                                                               \
    .dealloc = set_dealloc, .traverse = set_traverse, .clear = set_gc_clear, .repr = set_repr,     \
    .compare = set_compare, .len = set_len, .contains = set_contains, .iter = set_iter,            \
    .number = {                                                                                    \
        [SLOT_SUB] = set_sub, [SLOT_AND] = set_and, [SLOT_XOR] = set_xor, [SLOT_OR] = set_or}

Type rt_type_set = {
    .name = "set",
    .flags = TYPE_WEAKREFS,
    .basic_size = sizeof(SetObject),
    .methods = set_methods,
    .doc = "set() -> new empty set object\nset(iterable) -> new set object\n\nBuild an unordered "
           "collection of unique elements.",
    .slots = {COMMON_SLOTS, .unhashable = true,
              .inplace = {[SLOT_SUB] = set_isub,
                          [SLOT_AND] = set_iand,
                          [SLOT_XOR] = set_ixor,
                          [SLOT_OR] = set_ior},
              .new = set_new_slot, .init = set_init},
};

Type rt_type_frozenset = {
    .name = "frozenset",
    .flags = TYPE_WEAKREFS,
    .basic_size = sizeof(SetObject),
    .methods = frozenset_methods,
    .doc =
        "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nBuild "
        "an immutable unordered collection of unique elements.",
    .slots = {COMMON_SLOTS, .hash = frozenset_hash, .new = frozenset_new_slot},
};
