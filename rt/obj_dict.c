/*
 * obj_dict.c — dict: entries in order of insertion, found through an open-addressed table of entry
 * numbers (the "compact dict" of Hettinger). Views and iterators are in dict_views.c.
 *
 * Deleting leaves a hole in the entries; holes go when the table grows or is cleared. Comparing
 * keys may run Python code that changes the dict: a lookup then starts again.
 */
#include "containers.h"
#include "object.h"

enum { MIN_TABLE = 8, PERTURB_SHIFT = 5 };

/* ---- the table ------------------------------------------------------------------------------- */

static uint32_t table_room(uint32_t size) {
    return (uint32_t)((uint64_t)size * 2 / 3);
}

/* What the table and the entries of `size` places take; they share a buffer. 0: impossible. */
static size_t table_bytes(uint32_t size) {
    size_t index_size = mem_size(0, size, sizeof(int32_t));
    return index_size ? mem_size(index_size, table_room(size), sizeof(DictEntry)) : 0;
}

static void table_free(int32_t *index, uint32_t mask) {
    if (index)
        mem_give_back(index, table_bytes(mask + 1));
}

/* Enters `entry` for `hash` into a table known to have no equal key; true if the place was never
 * used. */
static bool index_insert(int32_t *index, uint32_t mask, int64_t hash, int32_t entry) {
    uint64_t perturb = (uint64_t)hash;
    uint32_t i = (uint32_t)perturb & mask;
    while (index[i] >= 0) {
        perturb >>= PERTURB_SHIFT;
        i = (uint32_t)(i * 5 + perturb + 1) & mask;
    }
    bool fresh = index[i] == INDEX_EMPTY;
    index[i] = entry;
    return fresh;
}

/* Moves the live entries to a table with room for at least `wanted`. */
static int dict_resize(DictObject *dict, int64_t wanted) {
    uint64_t size = MIN_TABLE;
    while (size * 2 / 3 < (uint64_t)wanted)
        size *= 2;
    if (size > (uint64_t)1 << 30)
        return raise_no_memory(), -1;
    uint32_t room = table_room((uint32_t)size);
    size_t bytes = table_bytes((uint32_t)size);
    int32_t *index = bytes ? mem_take(bytes) : NULL;
    if (!index)
        return -1;
    DictEntry *entries = (DictEntry *)(index + size);
    memset(index, 0xff, (size_t)size * sizeof *index);
    uint32_t filled = 0;
    for (uint32_t i = 0; i < dict->filled; i++) {
        if (!dict->entries[i].key)
            continue;
        entries[filled] = dict->entries[i];
        index_insert(index, (uint32_t)size - 1, entries[filled].hash, (int32_t)filled);
        filled++;
    }
    table_free(dict->index, dict->mask);
    dict->index = index;
    dict->entries = entries;
    dict->mask = (uint32_t)size - 1;
    dict->room = room;
    dict->filled = dict->taken = filled;
    dict->first = 0;
    return 0;
}

static bool is_str(Value value) {
    return value_is(value, &rt_type_str);
}

/* 1 equal, 0 not, -1 failed, -2 the dict was changed by the comparison. */
static int keys_equal(DictObject *dict, int32_t number, Value key) {
    Value other = dict->entries[number].key;
    if (is_str(other) && is_str(key)) {
        if (AS(StrObject, other)->interned && AS(StrObject, key)->interned)
            return 0; /* different objects */
        return str_equal(other, key);
    }
    if (value_is_small_int(other) && value_is_small_int(key))
        return 0;
    const DictEntry *entries = dict->entries;
    value_incref(other);
    int equal = object_equal(other, key);
    bool changed = dict->entries != entries || entries[number].key != other;
    value_decref(other);
    return equal < 0 ? -1 : changed ? -2 : equal;
}

/* Goes on from a place of the table, comparing keys of the same hash. */
static __attribute__((noinline)) int64_t find_equal(DictObject *dict, Value key, int64_t hash,
                                                    uint32_t i, uint64_t perturb) {
    for (uint32_t mask = dict->mask;;) {
        int32_t number = dict->index[i];
        if (number == INDEX_EMPTY)
            return DICT_MISSING;
        if (number >= 0 && dict->entries[number].key == key)
            return number;
        if (number >= 0 && dict->entries[number].hash == hash) {
            int equal = keys_equal(dict, number, key);
            if (equal > 0)
                return number;
            if (equal == -1)
                return DICT_FAILED;
            if (equal == -2)
                return dict_find(dict, key, hash);
        }
        perturb >>= PERTURB_SHIFT;
        i = (uint32_t)(i * 5 + perturb + 1) & mask;
    }
}

/* The same from a place whose entry has the hash: two str are as good as surely equal then. */
static __attribute__((noinline)) int64_t find_like(DictObject *dict, Value key, int64_t hash,
                                                   uint32_t i, uint64_t perturb) {
    int32_t number = dict->index[i];
    Value other = dict->entries[number].key;
    if (is_str(other) && is_str(key) && str_equal(other, key))
        return number;
    return find_equal(dict, key, hash, i, perturb);
}

/* Most keys are found by identity, or have no other of their hash: nothing is called then. */
int64_t dict_find(DictObject *dict, Value key, int64_t hash) {
    if (dict->used == 0)
        return DICT_MISSING;
    uint64_t perturb = (uint64_t)hash;
    uint32_t mask = dict->mask, i = (uint32_t)perturb & mask;
    for (;;) {
        int32_t number = dict->index[i];
        if (number == INDEX_EMPTY)
            return DICT_MISSING;
        if (number >= 0) {
            const DictEntry *entry = &dict->entries[number];
            if (entry->key == key)
                return number;
            if (entry->hash == hash)
                return find_like(dict, key, hash, i, perturb);
        }
        perturb >>= PERTURB_SHIFT;
        i = (uint32_t)(i * 5 + perturb + 1) & mask;
    }
}

static void index_delete(DictObject *dict, int64_t hash, int32_t number) {
    uint64_t perturb = (uint64_t)hash;
    uint32_t i = (uint32_t)perturb & dict->mask;
    while (dict->index[i] != number) {
        perturb >>= PERTURB_SHIFT;
        i = (uint32_t)(i * 5 + perturb + 1) & dict->mask;
    }
    dict->index[i] = INDEX_DELETED;
}

/* Enters a key that dict_find did not find. */
static int add_entry(DictObject *dict, Value key, int64_t hash, Value value) {
    if ((dict->filled >= dict->room || dict->taken >= dict->room) &&
        dict_resize(dict, dict->used < 4 ? 5 : dict->used * 2 + 1) < 0)
        return -1;
    uint32_t number = dict->filled++;
    dict->entries[number] = (DictEntry){hash, value_incref(key), value_incref(value)};
    dict->taken += index_insert(dict->index, dict->mask, hash, (int32_t)number);
    dict->used++;
    return 0;
}

int dict_set_hashed(DictObject *dict, Value key, int64_t hash, Value value) {
    int64_t found = dict_find(dict, key, hash);
    if (found == DICT_FAILED)
        return -1;
    if (found == DICT_MISSING)
        return add_entry(dict, key, hash, value);
    value_replace(&dict->entries[found].value, value_incref(value));
    return 0;
}

Value dict_take_entry(DictObject *dict, int64_t number) {
    DictEntry *entry = &dict->entries[number];
    index_delete(dict, entry->hash, (int32_t)number);
    Value key = entry->key, value = entry->value;
    entry->key = entry->value = 0;
    dict->used--;
    while (dict->filled > 0 && !dict->entries[dict->filled - 1].key)
        dict->filled--;
    while (dict->first < dict->filled && !dict->entries[dict->first].key)
        dict->first++;
    if (dict->first > dict->filled)
        dict->first = dict->filled;
    value_decref(key);
    return value;
}

int dict_move_entry(DictObject *dict, int64_t number, bool last) {
    DictEntry entry = dict->entries[number];
    if (last) {
        value_incref(entry.key);
        Value value = dict_take_entry(dict, number);
        int status = dict_set_hashed(dict, entry.key, entry.hash, value);
        value_decref(entry.key);
        value_decref(value);
        return status;
    }
    memmove(dict->entries + 1, dict->entries, (size_t)number * sizeof(DictEntry));
    dict->entries[0] = entry;
    return dict_resize(dict, dict->used + 1); /* numbers the entries anew */
}

void dict_clear(DictObject *dict) {
    int32_t *index = dict->index;
    DictEntry *entries = dict->entries;
    uint32_t filled = dict->filled, mask = dict->mask;
    dict->index = NULL;
    dict->entries = NULL;
    dict->used = 0;
    dict->filled = dict->room = dict->mask = dict->taken = dict->first = 0;
    for (uint32_t i = 0; i < filled; i++) {
        value_decref(entries[i].key);
        value_decref(entries[i].value);
    }
    table_free(index, mask);
}

void dict_dealloc(Object *self) {
    dict_clear((DictObject *)self);
}
void dict_clear_slot(Object *self) {
    dict_clear((DictObject *)self);
}

void dict_traverse(Object *self, VisitValue visit, void *context) {
    DictObject *dict = (DictObject *)self;
    for (uint32_t i = 0; i < dict->filled; i++) {
        if (!dict->entries[i].key)
            continue;
        visit(dict->entries[i].key, context);
        visit(dict->entries[i].value, context);
    }
}

/* ---- the interface for C --------------------------------------------------------------------- */

Value dict_new_of(Type *type) {
    return OBJ(object_new(type, type_native_base(type)->basic_size));
}

Value dict_new(void) {
    return OBJ(object_new(&rt_type_dict, sizeof(DictObject)));
}

Value dict_new_for(int64_t count) {
    Value dict = dict_new();
    if (dict && count && dict_resize(AS(DictObject, dict), count) < 0)
        value_replace(&dict, 0);
    return dict;
}

Value dict_get_borrow(Value self, Value key) {
    int64_t hash = key_hash(key);
    if (hash == -1)
        return 0;
    DictObject *dict = AS(DictObject, self);
    int64_t found = dict_find(dict, key, hash);
    return found >= 0 ? dict->entries[found].value : 0;
}

Value dict_get_cstr_borrow(Value dict, const char *key) {
    return dict_get_borrow(dict, str_name(key));
}

int dict_set(Value dict, Value key, Value value) {
    int64_t hash = key_hash(key);
    return hash == -1 ? -1 : dict_set_hashed(AS(DictObject, dict), key, hash, value);
}

int dict_set_cstr(Value dict, const char *key, Value value) {
    return dict_set(dict, str_name(key), value);
}

int dict_set_cstr_take(Value dict, const char *key, Value value) {
    int status = value ? dict_set(dict, str_name(key), value) : -1;
    value_decref(value);
    return status;
}

int dict_delete(Value self, Value key) {
    int64_t hash = key_hash(key);
    if (hash == -1)
        return -1;
    DictObject *dict = AS(DictObject, self);
    int64_t found = dict_find(dict, key, hash);
    if (found == DICT_FAILED)
        return -1;
    if (found == DICT_MISSING)
        return 0;
    value_decref(dict_take_entry(dict, found));
    return 1;
}

int64_t dict_len(Value dict) {
    return AS(DictObject, dict)->used;
}

const DictEntry *dict_next_entry(const DictObject *dict, int64_t *position) {
    if (*position < dict->first)
        *position = dict->first;
    while (*position < dict->filled) {
        const DictEntry *entry = &dict->entries[(*position)++];
        if (entry->key)
            return entry;
    }
    return NULL;
}

bool dict_next(Value self, int64_t *position, Value *key, Value *value) {
    const DictEntry *entry = dict_next_entry(AS(DictObject, self), position);
    if (!entry)
        return false;
    *key = entry->key;
    *value = entry->value;
    return true;
}

/* Index and entries are one block: it is copied as it is. */
static int copy_table(DictObject *dict, const DictObject *other) {
    size_t size = (size_t)other->mask + 1, bytes = table_bytes((uint32_t)size);
    int32_t *index = bytes ? mem_take(bytes) : NULL;
    if (!index)
        return -1;
    memcpy(index, other->index, size * sizeof *index + other->filled * sizeof(DictEntry));
    DictEntry *entries = (DictEntry *)(index + size);
    for (uint32_t i = 0; i < other->filled; i++) {
        value_incref(entries[i].key);
        value_incref(entries[i].value);
    }
    table_free(dict->index, dict->mask);
    dict->index = index;
    dict->entries = entries;
    dict->mask = other->mask;
    dict->room = other->room;
    dict->used = other->used;
    dict->filled = dict->taken = other->filled;
    dict->first = 0;
    return 0;
}

/* Copies all entries of another dict object into one that is empty: nothing is compared. */
static int copy_into_empty(DictObject *dict, const DictObject *other) {
    bool no_holes = other->filled == other->used && other->taken == other->used;
    if (!PREFERS_SMALL && no_holes && other->used * 8 > other->mask)
        return copy_table(dict, other);
    if (dict_resize(dict, other->used) < 0)
        return -1;
    for (uint32_t i = 0; i < other->filled; i++) {
        const DictEntry *entry = &other->entries[i];
        if (!entry->key)
            continue;
        value_incref(entry->key);
        value_incref(entry->value);
        dict->entries[dict->filled] = *entry;
        index_insert(dict->index, dict->mask, entry->hash, (int32_t)dict->filled++);
    }
    dict->taken = dict->filled;
    dict->used = other->used;
    return 0;
}

/* Adds all entries of another dict object. */
static int update_from_dict(DictObject *dict, DictObject *other) {
    if (dict == other || other->used == 0)
        return 0;
    if (dict->used == 0)
        return copy_into_empty(dict, other);
    if (dict->room - dict->filled < (uint64_t)other->used &&
        dict_resize(dict, dict->used + other->used) < 0)
        return -1;
    for (uint32_t i = 0; i < other->filled; i++) {
        DictEntry entry = other->entries[i];
        if (!entry.key)
            continue;
        int64_t used = other->used;
        value_incref(entry.key);
        value_incref(entry.value);
        int status = dict_set_hashed(dict, entry.key, entry.hash, entry.value);
        value_decref(entry.key);
        value_decref(entry.value);
        if (status < 0)
            return -1;
        if (other->used != used)
            return raise_status(&rt_exc_RuntimeError, "dict mutated during update");
    }
    return 0;
}

Value dict_copy(Value self) {
    Value copy = dict_new();
    if (copy && update_from_dict(AS(DictObject, copy), AS(DictObject, self)) < 0) {
        value_decref(copy);
        return 0;
    }
    return copy;
}

typedef struct KeyCopy {
    Value dict, mapping;
} KeyCopy;

static int copy_key(Value key, void *context) {
    const KeyCopy *copy = context;
    Value value = object_getitem(copy->mapping, key);
    int status = value ? dict_set(copy->dict, key, value) : -1;
    value_decref(value);
    return status;
}

/* From any object with keys(), all of which are asked for before the first item is. */
static int update_from_mapping(Value dict, Value mapping) {
    Value keys = object_call_method(mapping, "keys", NULL, 0);
    KeyCopy copy = {dict, mapping};
    Value iterator = keys ? object_iter(keys) : 0;
    if (keys && !iterator && exc_pending_is(&rt_exc_TypeError)) {
        exc_clear();
        raise_error(&rt_exc_TypeError, "%T.keys() returned a non-iterable (type %T)", mapping,
                    keys);
    }
    Value list = iterator ? list_from_iterable(iterator) : 0;
    int status = list ? object_iterate(list, copy_key, &copy) : -1;
    value_decref(list);
    value_decref(iterator);
    value_decref(keys);
    return status;
}

typedef struct PairCopy {
    Value dict;
    int64_t at;
} PairCopy;

static int copy_pair(Value item, void *context) {
    PairCopy *copy = context;
    Value pair = tuple_from_iterable(item);
    if (!pair) {
        if (!exc_pending_is(&rt_exc_TypeError))
            return -1;
        exc_clear();
        return raise_status(&rt_exc_TypeError,
                            "cannot convert dictionary update sequence element #%lld to a sequence",
                            (long long)copy->at);
    }
    const TupleObject *tuple = AS(TupleObject, pair);
    int status;
    if (tuple->length != 2)
        status =
            raise_status(&rt_exc_ValueError,
                         "dictionary update sequence element #%lld has length %lld; 2 is required",
                         (long long)copy->at, (long long)tuple->length);
    else
        status = dict_set(copy->dict, tuple->items[0], tuple->items[1]);
    value_decref(pair);
    copy->at++;
    return status;
}

int dict_merge_pairs(Value dict, Value pairs) {
    PairCopy copy = {dict, 0};
    return object_iterate(pairs, copy_pair, &copy) < 0 ? -1 : 0;
}

static bool plain_dict(Value value) {
    return value_isa(value, &rt_type_dict) &&
           value_type(value)->slots.iter == rt_type_dict.slots.iter;
}

int dict_update(Value dict, Value other) {
    if (plain_dict(other))
        return update_from_dict(AS(DictObject, dict), AS(DictObject, other));
    bool failed = false;
    Value keys = object_getattr_optional(other, str_name("keys"), &failed);
    if (failed)
        return -1;
    value_decref(keys);
    return keys ? update_from_mapping(dict, other) : dict_merge_pairs(dict, other);
}

int dict_update_mapping(Value dict, Value mapping) {
    return plain_dict(mapping) ? update_from_dict(AS(DictObject, dict), AS(DictObject, mapping))
                               : update_from_mapping(dict, mapping);
}

int dict_update_args(Value self, const char *function, const Value *args, uint32_t count,
                     Value names) {
    if (count > 1)
        return raise_status(&rt_exc_TypeError, "%s expected at most 1 argument, got %d", function,
                            (int)count);
    if (count == 1 && dict_update(self, args[0]) < 0)
        return -1;
    const TupleObject *keywords = AS(TupleObject, names);
    for (int64_t i = 0; keywords && i < keywords->length; i++)
        if (dict_set(self, keywords->items[i], args[count + i]) < 0)
            return -1;
    return 0;
}

/* ---- slots ----------------------------------------------------------------------------------- */

static Value dict_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return dict_new_of(type);
}

static int dict_init(Value self, const Value *args, uint32_t count, Value names) {
    return dict_update_args(self, "dict", args, count, names);
}

/* "{key: value, ...}" without the guard against cycles */
static Value dict_repr_pairs(Value self) {
    StrBuilder builder;
    str_builder_init(&builder);
    str_builder_char(&builder, '{');
    int64_t position = 0;
    Value key, value;
    bool failed = stack_check() < 0, first = true;
    while (!failed && dict_next(self, &position, &key, &value)) {
        if (!first)
            str_builder_cstr(&builder, ", ");
        first = false;
        value_incref(key);
        value_incref(value);
        Value key_text = object_repr(key), value_text = key_text ? object_repr(value) : 0;
        failed = !value_text;
        if (!failed) {
            str_builder_str(&builder, key_text);
            str_builder_cstr(&builder, ": ");
            str_builder_str(&builder, value_text);
        }
        value_decref(key_text);
        value_decref(value_text);
        value_decref(key);
        value_decref(value);
    }
    if (failed) {
        str_builder_drop(&builder);
        return 0;
    }
    str_builder_char(&builder, '}');
    return str_builder_finish(&builder);
}

static Value dict_repr(Value self) {
    if (repr_enter(self))
        return str_from_cstr("{...}");
    Value result = dict_repr_pairs(self);
    repr_leave(self);
    return result;
}

static int dicts_equal(DictObject *left, DictObject *right) {
    if (left->used != right->used)
        return 0;
    for (uint32_t i = 0; i < left->filled; i++) {
        DictEntry entry = left->entries[i];
        if (!entry.key)
            continue;
        value_incref(entry.key);
        value_incref(entry.value);
        int64_t found = dict_find(right, entry.key, entry.hash);
        int equal = found == DICT_FAILED ? -1 : 0;
        if (found >= 0) {
            Value other = value_incref(right->entries[found].value);
            equal = object_equal(entry.value, other);
            value_decref(other);
        }
        value_decref(entry.key);
        value_decref(entry.value);
        if (equal <= 0)
            return equal;
    }
    return 1;
}

Value dict_compare(Value left, Value right, CompareOp op) {
    if (!value_isa(left, &rt_type_dict) || !value_isa(right, &rt_type_dict) ||
        (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOTIMPLEMENTED;
    int equal = dicts_equal(AS(DictObject, left), AS(DictObject, right));
    return equal < 0 ? 0 : VALUE_BOOL(equal == (op == COMPARE_EQ));
}

/* d[key] of a missing key: __missing__ of subclasses, or KeyError. */
static Value dict_missing(Value self, Value key) {
    if (!value_is(self, &rt_type_dict)) {
        Value method = object_lookup_special(self, str_name("__missing__"));
        if (method) {
            Value result = object_call1(method, key);
            value_decref(method);
            return result;
        }
        if (isolate.pending)
            return 0;
    }
    Value args = tuple_new(&key, 1);
    Value error = args ? exc_new(&rt_exc_KeyError, args) : 0;
    value_decref(args);
    return error ? raise_value_take(error) : 0;
}

Value dict_get_item(Value self, Value key) {
    Value value = dict_get_borrow(self, key);
    if (value)
        return value_incref(value);
    return isolate.pending ? 0 : dict_missing(self, key);
}

static void raise_key_error(Value key) {
    Value args = tuple_new(&key, 1);
    Value error = args ? exc_new(&rt_exc_KeyError, args) : 0;
    value_decref(args);
    if (error)
        raise_value_take(error);
}

int dict_set_item(Value self, Value key, Value value) {
    if (value)
        return dict_set(self, key, value);
    int deleted = dict_delete(self, key);
    if (deleted == 0)
        raise_key_error(key);
    return deleted > 0 ? 0 : -1;
}

static int dict_contains(Value self, Value key) {
    int64_t hash = key_hash(key);
    if (hash == -1)
        return -1;
    int64_t found = dict_find(AS(DictObject, self), key, hash);
    return found == DICT_FAILED ? -1 : found >= 0;
}

static Value dict_iter(Value self) {
    return dict_iterator_new(self, DICT_KEYS, false);
}

Value dict_or(Value left, Value right) {
    if (!value_isa(left, &rt_type_dict) || !value_isa(right, &rt_type_dict))
        return VALUE_NOTIMPLEMENTED;
    Value result = dict_copy(left);
    if (result && dict_update(result, right) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

Value dict_ior(Value left, Value right) {
    return dict_update(left, right) < 0 ? 0 : value_incref(left);
}

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(dict_get_method) {
    NATIVE_UNUSED();
    Value value = dict_get_borrow(args[0], args[1]);
    if (value)
        return value_incref(value);
    if (isolate.pending)
        return 0;
    return count > 2 ? value_incref(args[2]) : VALUE_NONE;
}

/* dict_find with the hash of the key; DICT_FAILED too if it has none. */
static int64_t find_key(DictObject *dict, Value key, int64_t *hash) {
    *hash = key_hash(key);
    return *hash == -1 ? DICT_FAILED : dict_find(dict, key, *hash);
}

NATIVE(dict_setdefault_method) {
    NATIVE_UNUSED();
    DictObject *dict = AS(DictObject, args[0]);
    int64_t hash, found = find_key(dict, args[1], &hash);
    if (found >= 0)
        return value_incref(dict->entries[found].value);
    Value fallback = count > 2 ? args[2] : VALUE_NONE;
    if (found == DICT_FAILED || add_entry(dict, args[1], hash, fallback) < 0)
        return 0;
    return value_incref(fallback);
}

/* Of an empty dict no key is hashed: a list is only missing. */
NATIVE(dict_pop_method) {
    NATIVE_UNUSED();
    DictObject *dict = AS(DictObject, args[0]);
    int64_t hash, found = dict_len(args[0]) ? find_key(dict, args[1], &hash) : DICT_MISSING;
    if (found >= 0)
        return dict_take_entry(dict, found);
    if (found == DICT_FAILED)
        return 0;
    if (count > 2)
        return value_incref(args[2]);
    raise_key_error(args[1]);
    return 0;
}

NATIVE(dict_popitem_method) {
    NATIVE_UNUSED();
    DictObject *dict = AS(DictObject, args[0]);
    if (dict->used == 0)
        return raise_error(&rt_exc_KeyError, "popitem(): dictionary is empty");
    int64_t last = dict->filled - 1; /* never a hole, see dict_take_entry */
    Value key = value_incref(dict->entries[last].key);
    Value value = dict_take_entry(dict, last);
    Value result = tuple_new_empty(2);
    if (!result) {
        value_decref(key);
        value_decref(value);
        return 0;
    }
    AS(TupleObject, result)->items[0] = key;
    AS(TupleObject, result)->items[1] = value;
    return result;
}

NATIVE(dict_update_method) {
    NATIVE_UNUSED();
    return dict_update_args(args[0], "update", args + 1, count - 1, names) < 0 ? 0 : VALUE_NONE;
}

NATIVE(dict_clear_method) {
    NATIVE_UNUSED();
    dict_clear(AS(DictObject, args[0]));
    return VALUE_NONE;
}

NATIVE(dict_copy_method) {
    NATIVE_UNUSED();
    return dict_copy(args[0]);
}

NATIVE(dict_keys_method) {
    NATIVE_UNUSED();
    return dict_view_new(args[0], DICT_KEYS);
}

NATIVE(dict_values_method) {
    NATIVE_UNUSED();
    return dict_view_new(args[0], DICT_VALUES);
}

NATIVE(dict_items_method) {
    NATIVE_UNUSED();
    return dict_view_new(args[0], DICT_ITEMS);
}

NATIVE(dict_reversed_method) {
    NATIVE_UNUSED();
    return dict_iterator_new(args[0], DICT_KEYS, true);
}

typedef struct FromKeys {
    Value dict, value;
} FromKeys;

static int add_key(Value key, void *context) {
    const FromKeys *from = context;
    return value_is(from->dict, &rt_type_dict) ? dict_set(from->dict, key, from->value)
                                               : object_setitem(from->dict, key, from->value);
}

static int add_hashed_key(Value key, int64_t hash, void *context) {
    const FromKeys *from = context;
    return dict_set_hashed(AS(DictObject, from->dict), key, hash, from->value);
}

/* Adds all keys; those of sets and dicts to a plain dict with the hashes that are known. */
static int add_keys(FromKeys *from, Value keys) {
    bool known = value_is(keys, &rt_type_dict) || value_is(keys, &rt_type_set) ||
                 value_is(keys, &rt_type_frozenset);
    return known && value_is(from->dict, &rt_type_dict) ? hashed_keys(keys, add_hashed_key, from)
                                                        : object_iterate(keys, add_key, from);
}

NATIVE(dict_fromkeys_method) {
    NATIVE_UNUSED();
    FromKeys from = {object_call0(args[0]), count > 2 ? args[2] : VALUE_NONE};
    if (from.dict && add_keys(&from, args[1]) < 0) {
        value_decref(from.dict);
        return 0;
    }
    return from.dict;
}

static const NativeMethod dict_methods[] = {
    {.name = "get", .call = dict_get_method, .min_args = 1, .max_args = 2},
    {.name = "setdefault", .call = dict_setdefault_method, .min_args = 1, .max_args = 2},
    {.name = "pop", .call = dict_pop_method, .min_args = 1, .max_args = 2},
    {.name = "popitem", .call = dict_popitem_method},
    {.name = "update", .call = dict_update_method, .max_args = -1, .keywords = "*"},
    {.name = "clear", .call = dict_clear_method},
    {.name = "copy", .call = dict_copy_method},
    {.name = "keys", .call = dict_keys_method},
    {.name = "values", .call = dict_values_method},
    {.name = "items", .call = dict_items_method},
    {.name = "__reversed__", .call = dict_reversed_method},
    {.name = "fromkeys",
     .call = dict_fromkeys_method,
     .min_args = 1,
     .max_args = 2,
     .kind = METHOD_CLASS},
    CLASS_GETITEM,
    {0},
};

static int64_t dict_len_slot(Value self) {
    return AS(DictObject, self)->used;
}

Type rt_type_dict = {
    .name = "dict",
    .flags = TYPE_DICT_SUBCLASS | TYPE_MAPPING,
    .basic_size = sizeof(DictObject),
    .methods = dict_methods,
    .doc = "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a "
           "mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized "
           "as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> "
           "new dictionary initialized with the name=value pairs\n    in the keyword argument "
           "list.  For example:  dict(one=1, two=2)",
    .slots = {.dealloc = dict_dealloc,
              .traverse = dict_traverse,
              .clear = dict_clear_slot,
              .repr = dict_repr,
              .unhashable = true,
              .compare = dict_compare,
              .len = dict_len_slot,
              .getitem = dict_get_item,
              .setitem = dict_set_item,
              .contains = dict_contains,
              .iter = dict_iter,
              .number = {[SLOT_OR] = dict_or},
              .inplace = {[SLOT_OR] = dict_ior},
              .new = dict_new_slot,
              .init = dict_init},
};
