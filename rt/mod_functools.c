/*
 * mod_functools.c — the module _functools: reduce, and the cache behind functools.lru_cache. Its
 * class is the base of one written in Python, which adds the attributes that wrappers have.
 * partial and the keys of cmp_to_key are in mod_functools_calls.c.
 *
 * Results stand in a dict by the key that a call's arguments make; the dict keeps the order in
 * which they were last used, so the first entry is the one to forget.
 */
#include "containers.h"
#include "functools.h"
#include "object.h"

typedef struct Cache {
    Object base;
    Value function;
    DictObject *entries;
    int64_t most; /* entries; -1: any number */
    int64_t hits, misses;
    bool typed; /* arguments of different types are different */
} Cache;

/* ---- keys ------------------------------------------------------------------------------------ */

/* Stands between the positional and the keyword part of a key. */
static Object keyword_mark = {.refs = RT_IMMORTAL, .type = &rt_type_object};

/* Is `value` a key by itself? */
static bool is_own_key(Value value) {
    return value_is_small_int(value) || value_is(value, &rt_type_str) ||
           value_is(value, &rt_type_int);
}

/* Appends references to the names and values of `kwargs` to `key`, which has room for them. */
static void key_add_keywords(TupleObject *key, const Value *values, Value names) {
    const TupleObject *words = AS(TupleObject, names);
    key->items[key->length++] = OBJ(&keyword_mark);
    for (int64_t i = 0; i < words->length; i++) {
        key->items[key->length++] = value_incref(words->items[i]);
        key->items[key->length++] = value_incref(values[i]);
    }
}

/* What stands for the arguments of a call: new reference, or 0. */
static Value key_new(const Cache *cache, const Value *args, uint32_t count, Value names) {
    int64_t named = names ? AS(TupleObject, names)->length : 0;
    if (count == 1 && !named && !cache->typed && is_own_key(args[0]))
        return value_incref(args[0]);
    int64_t size = (int64_t)count + (named ? 1 + 2 * named : 0);
    Value made = tuple_new_empty(size + (cache->typed ? (int64_t)count + named : 0));
    if (!made)
        return 0;
    TupleObject *key = AS(TupleObject, made);
    key->length = 0;
    for (uint32_t i = 0; i < count; i++)
        key->items[key->length++] = value_incref(args[i]);
    if (named)
        key_add_keywords(key, args + count, names);
    for (int64_t i = 0; cache->typed && i < (int64_t)count + named; i++)
        key->items[key->length++] = value_incref(OBJ(value_type(args[i])));
    return made;
}

/* ---- calls ----------------------------------------------------------------------------------- */

/* The result kept in entry `number`, which becomes the one used last: new reference, or 0. */
static Value take_hit(Cache *cache, int64_t number) {
    Value result = value_incref(cache->entries->entries[number].value);
    cache->hits++;
    if (cache->most >= 0 && number + 1 < cache->entries->filled &&
        dict_move_entry(cache->entries, number, true) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

/* Keeps `result` unless the function itself has kept one for this key, and forgets what is too
 * much. 0 or -1. */
static int keep_result(Cache *cache, Value key, int64_t hash, Value result) {
    int64_t number = dict_find(cache->entries, key, hash);
    if (number != DICT_MISSING)
        return number == DICT_FAILED ? -1 : 0;
    while (cache->most >= 0 && cache->entries->used >= cache->most)
        value_decref(dict_take_entry(cache->entries, cache->entries->first));
    return dict_set_hashed(cache->entries, key, hash, result);
}

/* Calls the function for `key`, whose result is not known, and keeps that. */
static Value take_miss(Cache *cache, Value key, const Value *args, uint32_t count, Value names) {
    int64_t hash = key_hash(key);
    Value function = value_incref(cache->function);
    Value result = object_call(function, args, count, names);
    value_decref(function);
    if (result && keep_result(cache, key, hash, result) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

static Value cache_call_key(Cache *cache, Value key, const Value *args, uint32_t count,
                            Value names) {
    int64_t hash = key_hash(key);
    int64_t number = hash == -1 ? DICT_FAILED : dict_find(cache->entries, key, hash);
    if (number == DICT_FAILED)
        return 0;
    if (number != DICT_MISSING)
        return take_hit(cache, number);
    cache->misses++;
    return take_miss(cache, key, args, count, names);
}

static Value cache_call(Value self, const Value *args, uint32_t count, Value names) {
    Cache *cache = AS(Cache, self);
    if (!cache->function)
        return raise_error(&rt_exc_TypeError, "the cache has no function");
    if (cache->most == 0) {
        cache->misses++;
        return object_call(cache->function, args, count, names);
    }
    Value key = key_new(cache, args, count, names);
    if (!key)
        return 0;
    value_incref(self);
    Value result = cache_call_key(cache, key, args, count, names);
    value_decref(self);
    value_decref(key);
    return result;
}

static Value cache_bind(Value self, Value object, Value owner) {
    (void)owner;
    return object && object != VALUE_NONE ? method_new(self, object) : value_incref(self);
}

/* ---- the class ------------------------------------------------------------------------------- */

static void cache_dealloc(Object *self) {
    Cache *cache = (Cache *)self;
    DictObject *entries = cache->entries;
    cache->entries = NULL;
    if (entries)
        value_decref(OBJ(entries));
    value_replace(&cache->function, 0);
}

/* Breaks cycles, but leaves the cache one that can be called. */
static void cache_break(Object *self) {
    Cache *cache = (Cache *)self;
    if (cache->entries)
        dict_clear(cache->entries);
}

static void cache_traverse(Object *self, VisitValue visit, void *context) {
    const Cache *cache = (const Cache *)self;
    visit(cache->function, context);
    if (cache->entries)
        visit(OBJ(cache->entries), context);
}

/* Cache(function, most, typed): most None for any number of entries. */
static Value cache_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)names;
    int64_t most = -1;
    if (count != 3 || (args[1] != VALUE_NONE && !int_to_i64(args[1], &most)))
        return raise_error(&rt_exc_TypeError, "a cache takes a function, a size and a flag");
    Value entries = dict_new();
    Cache *cache = entries ? object_new(type, sizeof(Cache)) : NULL;
    if (!cache) {
        value_decref(entries);
        return 0;
    }
    cache->function = value_incref(args[0]);
    cache->entries = AS(DictObject, entries);
    cache->most = most;
    cache->typed = args[2] == VALUE_TRUE;
    return OBJ(cache);
}

NATIVE(cache_counts) {
    NATIVE_UNUSED();
    const Cache *cache = AS(Cache, args[0]);
    Value most = cache->most < 0 ? VALUE_NONE : value_from_small_int(cache->most);
    Value counts[4] = {value_from_small_int(cache->hits), value_from_small_int(cache->misses), most,
                       value_from_small_int(cache->entries->used)};
    return tuple_new(counts, 4);
}

NATIVE(cache_clear) {
    NATIVE_UNUSED();
    Cache *cache = AS(Cache, args[0]);
    cache->hits = cache->misses = 0;
    dict_clear(cache->entries);
    return VALUE_NONE;
}

static const NativeMethod cache_methods[] = {
    {.name = "_counts", .call = cache_counts},
    {.name = "cache_clear", .call = cache_clear},
    {0},
};

static Type type_cache = {
    .name = "_functools.Cache",
    .flags = TYPE_DOTTED_NAME | TYPE_WEAKREFS,
    .basic_size = sizeof(Cache),
    .methods = cache_methods,
    .slots = {.dealloc = cache_dealloc,
              .traverse = cache_traverse,
              .clear = cache_break,
              .call = cache_call,
              .descr_get = cache_bind,
              .new = cache_new},
};

/* ---- reduce ---------------------------------------------------------------------------------- */

/* Folds what `iterator` yields into `value` (stolen; 0: it begins with the first item). */
static Value fold(Value function, Value iterator, Value value) {
    for (;;) {
        Value item = object_next(iterator);
        if (!item || item == VALUE_STOP) {
            if (item && value)
                return value;
            value_decref(value);
            return item ? raise_error(&rt_exc_TypeError,
                                      "reduce() of empty iterable with no initial value")
                        : 0;
        }
        Value pair[2] = {value, item}, former = value;
        value = former ? object_call(function, pair, 2, 0) : value_incref(item);
        value_decref(former);
        value_decref(item);
        if (!value)
            return 0;
    }
}

NATIVE(functools_reduce) {
    NATIVE_UNUSED();
    if (names && AS(TupleObject, names)->length) /* not with the module's name, as others say it */
        return raise_error(&rt_exc_TypeError, "reduce() takes no keyword arguments");
    Value iterator = object_iter(args[1]);
    if (!iterator && exc_pending_is(&rt_exc_TypeError)) {
        exc_clear();
        raise_error(&rt_exc_TypeError, "reduce() arg 2 must support iteration");
    }
    if (!iterator)
        return 0;
    Value result = fold(args[0], iterator, value_incref(ARG(2)));
    value_decref(iterator);
    return result;
}

static const NativeMethod functions[] = {
    {.name = "reduce", .call = functools_reduce, .min_args = 2, .max_args = 3, .keywords = "*"},
    {.name = "_install_partial", .call = functools_install_partial, .min_args = 1, .max_args = 1},
    {.name = "_fill_partial", .call = functools_fill_partial, .min_args = 4, .max_args = 4},
    {.name = "_shown_once", .call = functools_shown_once, .min_args = 2, .max_args = 2},
    {.name = "_install_key", .call = functools_install_key, .min_args = 1, .max_args = 1},
    {0},
};

static int functools_init(ModuleObject *module) {
    if (module_add_functions(module, functions) < 0)
        return -1;
    return module_add_type(module, "Cache", &type_cache);
}

const NativeModule pyrt_module__functools = {.name = "_functools", .init = functools_init};
