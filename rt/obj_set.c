/*
 * obj_set.c — the hash table of set and frozenset. Probing, table sizes and growth are CPython's,
 * as the order of iteration, which programs print, follows from them. The methods are in
 * set_methods.c.
 */
#include "containers.h"
#include "sets.h"

enum { LINEAR_PROBES = 9, PERTURB_SHIFT = 5, MIN_TABLE = 8 };

bool value_is_any_set(Value value) {
    return value_isa(value, &rt_type_set) || value_isa(value, &rt_type_frozenset);
}

Value set_new_of(Type *type) {
    SetObject *set = object_new(type, sizeof(SetObject));
    if (!set)
        return 0;
    set->table = set->small;
    set->mask = MIN_TABLE - 1;
    set->hash = -1;
    return OBJ(set);
}

Value set_new(bool frozen) {
    return set_new_of(frozen ? &rt_type_frozenset : &rt_type_set);
}

/* Enters a key known to be new into a table without dummies. */
static void insert_clean(SetEntry *table, int64_t mask, Value key, int64_t hash) {
    uint64_t perturb = (uint64_t)hash, bits = (uint64_t)mask, i = perturb & bits;
    for (;;) {
        int probes = i + LINEAR_PROBES <= bits ? LINEAR_PROBES : 0;
        for (int k = 0; k <= probes; k++)
            if (!table[i + (uint64_t)k].key) {
                table[i + (uint64_t)k] = (SetEntry){key, hash};
                return;
            }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & bits;
    }
}

/* Moves everything to a table of more than `minimum` places. */
int set_reserve(SetObject *set, int64_t minimum) {
    int64_t size = MIN_TABLE;
    while (size <= minimum)
        size *= 2;
    SetEntry few[MIN_TABLE], *old = set->table, *table = set->small;
    int64_t old_mask = set->mask;
    if (size == MIN_TABLE && old == set->small) {
        memcpy(few, old, sizeof few);
        old = few;
    } else if (size > MIN_TABLE && !(table = mem_alloc_items(size, sizeof(SetEntry)))) {
        return -1;
    }
    memset(table, 0, (size_t)size * sizeof(SetEntry));
    for (int64_t i = 0; i <= old_mask; i++)
        if (old[i].key && old[i].key != SET_DUMMY)
            insert_clean(table, size - 1, old[i].key, old[i].hash);
    if (set->table != set->small)
        mem_free(set->table);
    set->table = table;
    set->mask = size - 1;
    set->fill = set->used;
    return 0;
}

/* 1 equal, 0 not, -1 failed, -2 the comparison changed the set */
static int entry_equal(SetObject *set, SetEntry *entry, Value key) {
    Value other = entry->key;
    if (other == key)
        return 1;
    if (value_is(other, &rt_type_str) && value_is(key, &rt_type_str))
        return str_equal(other, key);
    if (value_is_small_int(other) && value_is_small_int(key))
        return 0;
    const SetEntry *table = set->table;
    value_incref(other);
    int equal = object_equal(other, key);
    bool changed = set->table != table || entry->key != other;
    value_decref(other);
    return equal < 0 ? -1 : changed ? -2 : equal;
}

/* set_find, once the first place does not tell. */
static SetEntry *search(SetObject *set, Value key, int64_t hash, SetEntry **deleted) {
restart:
    *deleted = NULL;
    uint64_t perturb = (uint64_t)hash, bits = (uint64_t)set->mask, i = perturb & bits;
    for (;;) {
        SetEntry *entry = &set->table[i];
        int probes = i + LINEAR_PROBES <= bits ? LINEAR_PROBES : 0;
        do {
            if (!entry->key)
                return entry;
            if (entry->key == SET_DUMMY) {
                *deleted = entry;
            } else if (entry->hash == hash) {
                int equal = entry_equal(set, entry, key);
                if (equal > 0)
                    return entry;
                if (equal == -1)
                    return NULL;
                if (equal == -2)
                    goto restart;
            }
            entry++;
        } while (probes--);
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & bits;
    }
}

/* The entry with `key`, or the free place a search for it ends at; NULL: failed. *deleted: the last
 * deleted place on the way, or NULL. */
static __attribute__((noinline)) SetEntry *set_find(SetObject *set, Value key, int64_t hash,
                                                    SetEntry **deleted) {
    SetEntry *first = &set->table[hash & set->mask];
    if (first->key && first->key != key)
        return search(set, key, hash, deleted);
    *deleted = NULL;
    return first;
}

int set_add_hashed(SetObject *set, Value key, int64_t hash) {
    SetEntry *deleted = NULL, *entry = &set->table[hash & set->mask];
    if (entry->key)
        entry = set_find(set, key, hash, &deleted);
    if (!entry || entry->key)
        return entry ? 0 : -1;
    set->used++;
    if (deleted) {
        *deleted = (SetEntry){value_incref(key), hash};
        return 0;
    }
    *entry = (SetEntry){value_incref(key), hash};
    set->fill++;
    if ((uint64_t)set->fill * 5 < (uint64_t)set->mask * 3)
        return 0;
    return set_reserve(set, set->used > 50000 ? set->used * 2 : set->used * 4);
}

int set_contains_hashed(SetObject *set, Value key, int64_t hash) {
    SetEntry *deleted, *entry = set_find(set, key, hash, &deleted);
    return entry ? entry->key != 0 : -1;
}

int set_discard_hashed(SetObject *set, Value key, int64_t hash) {
    SetEntry *deleted, *entry = set_find(set, key, hash, &deleted);
    if (!entry || !entry->key)
        return entry ? 0 : -1;
    Value old = entry->key;
    *entry = (SetEntry){SET_DUMMY, -1};
    set->used--;
    value_decref(old);
    return 1;
}

int set_add(Value set, Value item) {
    int64_t hash = key_hash(item);
    return hash == -1 ? -1 : set_add_hashed(AS(SetObject, set), item, hash);
}

/* A set as an element to look for stands for the frozenset of its items. */
static int with_frozen(Value set, Value item, int (*action)(SetObject *, Value, int64_t)) {
    int64_t hash = key_hash(item);
    if (hash != -1)
        return action(AS(SetObject, set), item, hash);
    if (!value_isa(item, &rt_type_set) || !exc_pending_is(&rt_exc_TypeError))
        return -1;
    exc_clear();
    Value frozen = set_new(true);
    int status = frozen ? set_update(frozen, item) : -1;
    hash = status == 0 ? object_hash(frozen) : -1;
    status = hash == -1 ? -1 : action(AS(SetObject, set), frozen, hash);
    value_decref(frozen);
    return status;
}

int set_contains(Value set, Value item) {
    return with_frozen(set, item, set_contains_hashed);
}
int set_discard(Value set, Value item) {
    return with_frozen(set, item, set_discard_hashed);
}

void set_clear(SetObject *set) {
    SetEntry few[MIN_TABLE], *table = set->table;
    int64_t mask = set->mask;
    if (table == set->small) {
        memcpy(few, table, sizeof few);
        table = few;
    }
    memset(set->small, 0, sizeof set->small);
    set->table = set->small;
    set->mask = MIN_TABLE - 1;
    set->fill = set->used = set->finger = 0;
    set->hash = -1;
    for (int64_t i = 0; i <= mask; i++)
        if (table[i].key != SET_DUMMY)
            value_decref(table[i].key);
    if (table != few)
        mem_free(table);
}

bool set_next(const SetObject *set, int64_t *position, SetEntry *entry) {
    while (*position <= set->mask) {
        *entry = set->table[(*position)++];
        if (entry->key && entry->key != SET_DUMMY)
            return true;
    }
    return false;
}

/* ---- visiting keys with their hashes ------------------------------------------------------- */

static inline bool next_hashed(Value table, bool is_set, int64_t *position, SetEntry *entry) {
    if (is_set)
        return set_next(AS(SetObject, table), position, entry);
    const DictEntry *next = dict_next_entry(AS(DictObject, table), position);
    if (next)
        *entry = (SetEntry){next->key, next->hash};
    return next;
}

int hashed_keys(Value table, HashedVisit visit, void *context) {
    bool is_set = value_is_any_set(table);
    int64_t position = 0;
    SetEntry entry;
    while (next_hashed(table, is_set, &position, &entry)) {
        value_incref(entry.key);
        int status = visit(entry.key, entry.hash, context);
        value_decref(entry.key);
        if (status < 0)
            return -1;
    }
    return 0;
}

typedef struct Hashing {
    HashedVisit visit;
    void *context;
} Hashing;

static int hash_and_visit(Value item, void *context) {
    const Hashing *hashing = context;
    int64_t hash = key_hash(item);
    return hash == -1 || hashing->visit(item, hash, hashing->context) < 0 ? -1 : 0;
}

int hashed_iterate(Value iterable, HashedVisit visit, void *context) {
    if (value_is_any_set(iterable))
        return hashed_keys(iterable, visit, context);
    Hashing hashing = {visit, context};
    return object_iterate(iterable, hash_and_visit, &hashing) < 0 ? -1 : 0;
}

/* ---- adding many ----------------------------------------------------------------------------- */

static void copy_into_empty(SetObject *set, const SetObject *other) {
    SetEntry entry;
    if (set->mask == other->mask && other->fill == other->used) {
        for (int64_t i = 0, left = other->used; left; i++) {
            if (!other->table[i].key)
                continue;
            set->table[i] = (SetEntry){value_incref(other->table[i].key), other->table[i].hash};
            left--;
        }
    } else {
        int64_t position = 0;
        while (set_next(other, &position, &entry))
            insert_clean(set->table, set->mask, value_incref(entry.key), entry.hash);
    }
    set->fill = set->used = other->used;
}

static int add_hashed(Value key, int64_t hash, void *context) {
    return set_add_hashed(context, key, hash);
}

static int update_from_set(SetObject *set, SetObject *other) {
    if (set == other || other->used == 0)
        return 0;
    if ((set->fill + other->used) * 5 >= set->mask * 3 &&
        set_reserve(set, (set->used + other->used) * 2) < 0)
        return -1;
    if (set->fill == 0) {
        copy_into_empty(set, other);
        return 0;
    }
    return hashed_keys(OBJ(other), add_hashed, set);
}

static int update_from_dict(SetObject *set, Value dict) {
    int64_t size = dict_len(dict);
    if ((set->fill + size) * 5 >= set->mask * 3 && set_reserve(set, (set->used + size) * 2) < 0)
        return -1;
    return hashed_keys(dict, add_hashed, set);
}

static int add_item(Value item, void *set) {
    int64_t hash = key_hash(item);
    return hash == -1 ? -1 : set_add_hashed(set, item, hash);
}

int set_update(Value self, Value iterable) {
    SetObject *set = AS(SetObject, self);
    if (value_is_any_set(iterable))
        return update_from_set(set, AS(SetObject, iterable));
    if (value_is(iterable, &rt_type_dict))
        return update_from_dict(set, iterable);
    return object_iterate(iterable, add_item, set) < 0 ? -1 : 0;
}

/* ---- iteration ------------------------------------------------------------------------------- */

typedef struct SetIterator {
    Object base;
    Value set; /* 0 when exhausted */
    int64_t position, used, left;
} SetIterator;

Value set_iter(Value set) {
    SetIterator *iterator = object_new(&rt_type_set_iterator, sizeof(SetIterator));
    if (!iterator)
        return 0;
    iterator->set = value_incref(set);
    iterator->used = iterator->left = AS(SetObject, set)->used;
    return OBJ(iterator);
}

static Value set_iterator_next(Value self) {
    SetIterator *iterator = AS(SetIterator, self);
    if (!iterator->set)
        return VALUE_STOP;
    const SetObject *set = AS(SetObject, iterator->set);
    if (set->used != iterator->used) {
        iterator->used = -1;
        return raise_error(&rt_exc_RuntimeError, "Set changed size during iteration");
    }
    SetEntry entry;
    if (set_next(set, &iterator->position, &entry)) {
        iterator->left--;
        return value_incref(entry.key);
    }
    value_replace(&iterator->set, 0);
    return VALUE_STOP;
}

static void set_iterator_dealloc(Object *self) {
    value_replace(&((SetIterator *)self)->set, 0);
}

static void set_iterator_traverse(Object *self, VisitValue visit, void *context) {
    if (((SetIterator *)self)->set)
        visit(((SetIterator *)self)->set, context);
}

static Value iter_self(Value self) {
    return value_incref(self);
}

NATIVE(set_iterator_hint) {
    NATIVE_UNUSED();
    const SetIterator *iterator = AS(SetIterator, args[0]);
    bool valid = iterator->set && AS(SetObject, iterator->set)->used == iterator->used;
    return value_from_small_int(valid ? iterator->left : 0);
}

NATIVE(set_iterator_reduce) {
    NATIVE_UNUSED();
    const SetIterator *iterator = AS(SetIterator, args[0]);
    SetIterator *copy = object_new(iterator->base.type, sizeof(SetIterator));
    if (!copy)
        return 0;
    memcpy(&copy->set, &iterator->set, sizeof(SetIterator) - offsetof(SetIterator, set));
    value_incref(copy->set);
    return iterator_reduce_rest(OBJ(copy));
}

static const NativeMethod set_iterator_methods[] = {
    {.name = "__length_hint__", .call = set_iterator_hint},
    {.name = "__reduce__", .call = set_iterator_reduce},
    {0}};

Type rt_type_set_iterator = {
    .name = "set_iterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(SetIterator),
    .methods = set_iterator_methods,
    .slots = {.dealloc = set_iterator_dealloc,
              .traverse = set_iterator_traverse,
              .clear = set_iterator_dealloc,
              .iter = iter_self,
              .next = set_iterator_next},
};
