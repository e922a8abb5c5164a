/*
 * weakref.c — weak references and proxies. A table from object to its references replaces a field
 * in every object; the flag OBJECT_HAS_WEAKREFS tells that an entry exists.
 */
#include "containers.h"
#include "numbers.h"
#include "object.h"

#include <stdlib.h>

typedef struct WeakObject {
    Object base;
    Object *target;          /* NULL: dead */
    Value callback;          /* or 0 */
    int64_t hash;            /* of the target, once asked for; -1: not */
    struct WeakObject *next; /* of the same target, newest first */
} WeakObject;

/* ---- the table: open addressing, by target --------------------------------------------------- */

typedef struct Entry {
    Object *target;
    WeakObject *first;
} Entry;

static Entry *table;
static size_t table_size, table_used;

static size_t table_home(const Object *target) {
    return (size_t)(((uintptr_t)target >> 4) * 0x9e3779b97f4a7c15u >> 7) & (table_size - 1);
}

static Entry *table_find(const Object *target) {
    if (!table_size)
        return NULL;
    for (size_t i = table_home(target);; i = (i + 1) & (table_size - 1)) {
        if (!table[i].target)
            return NULL;
        if (table[i].target == target)
            return &table[i];
    }
}

static void table_put(Object *target, WeakObject *first) {
    size_t i = table_home(target);
    while (table[i].target)
        i = (i + 1) & (table_size - 1);
    table[i] = (Entry){target, first};
    table_used++;
}

static bool table_grow(void) {
    size_t old_size = table_size;
    Entry *old = table, *grown = calloc(old_size ? old_size * 2 : 64, sizeof(Entry));
    if (!grown) {
        raise_no_memory();
        return false;
    }
    table = grown;
    table_size = old_size ? old_size * 2 : 64;
    table_used = 0;
    for (size_t i = 0; i < old_size; i++)
        if (old[i].target)
            table_put(old[i].target, old[i].first);
    free(old);
    return true;
}

/* Closes the gap behind a removed entry. */
static void table_remove(Entry *entry) {
    size_t hole = (size_t)(entry - table), i = hole;
    table[hole].target = NULL;
    table_used--;
    for (;;) {
        i = (i + 1) & (table_size - 1);
        if (!table[i].target)
            return;
        size_t home = table_home(table[i].target);
        bool reachable = hole <= i ? hole < home && home <= i : hole < home || home <= i;
        if (reachable)
            continue;
        table[hole] = table[i];
        table[i].target = NULL;
        hole = i;
    }
}

static int link_reference(WeakObject *reference) {
    Entry *entry = table_find(reference->target);
    if (entry) {
        reference->next = entry->first;
        entry->first = reference;
        return 0;
    }
    if (table_used * 2 >= table_size && !table_grow())
        return -1;
    table_put(reference->target, reference);
    reference->target->flags |= OBJECT_HAS_WEAKREFS;
    return 0;
}

static void unlink_reference(WeakObject *reference) {
    Entry *entry = reference->target ? table_find(reference->target) : NULL;
    if (!entry)
        return;
    WeakObject **link = &entry->first;
    while (*link && *link != reference)
        link = &(*link)->next;
    if (*link)
        *link = reference->next;
    if (!entry->first) {
        reference->target->flags &= ~(uint32_t)OBJECT_HAS_WEAKREFS;
        table_remove(entry);
    }
    reference->target = NULL;
}

/* ---- clearing -------------------------------------------------------------------------------- */

static void run_callback(WeakObject *reference) {
    Value callback = reference->callback;
    reference->callback = 0;
    if (!callback)
        return;
    Value pending = exc_fetch();
    Value result = object_call1(callback, OBJ(reference));
    if (!result)
        exc_unraisable("Exception ignored in", callback);
    value_decref(result);
    value_decref(callback);
    exc_restore_take(pending);
}

/* Is a reference of a class of the program being freed, whose attributes are dropped before it is
 * unlinked? */
static bool is_ending(const WeakObject *reference) {
    return reference->base.refs == 0;
}

/* The first of a chain that does not end now, or NULL. */
static WeakObject *first_living(WeakObject *reference) {
    while (reference && is_ending(reference))
        reference = reference->next;
    return reference;
}

static WeakObject *living_of(const Entry *entry) {
    return entry ? first_living(entry->first) : NULL;
}

/* Detaches the references of `object`: each gets a reference for the caller and keeps its link.
 * Those that end now, perhaps because they held the object, are left alone. */
static WeakObject *detach(Object *object) {
    Entry *entry = table_find(object);
    if (!entry)
        return NULL;
    WeakObject *first = entry->first;
    for (WeakObject **link = &first; *link;) {
        WeakObject *reference = *link;
        reference->target = NULL;
        if (is_ending(reference)) {
            *link = reference->next;
            reference->next = NULL;
            continue;
        }
        reference->base.refs++;
        link = &reference->next;
    }
    object->flags &= ~(uint32_t)OBJECT_HAS_WEAKREFS;
    table_remove(entry);
    return first;
}

void weakref_clear_object(Object *object, bool run_callbacks) {
    WeakObject *reference = detach(object);
    while (reference) {
        WeakObject *next = reference->next;
        reference->next = NULL;
        if (run_callbacks && reference->base.refs > 1)
            run_callback(reference);
        value_decref(OBJ(reference));
        reference = next;
    }
}

void weakref_clear_marked(Object **objects, int64_t count) {
    WeakObject *waiting = NULL;
    for (int64_t i = 0; i < count; i++) {
        if (!(objects[i]->flags & OBJECT_HAS_WEAKREFS))
            continue;
        WeakObject *reference = detach(objects[i]);
        while (reference) {
            WeakObject *next = reference->next;
            bool garbage = reference->base.flags & OBJECT_GC_MARK;
            reference->next = NULL;
            if (reference->callback && !garbage) {
                reference->next = waiting;
                waiting = reference;
            } else {
                value_decref(OBJ(reference));
            }
            reference = next;
        }
    }
    while (waiting) {
        WeakObject *reference = waiting;
        waiting = reference->next;
        reference->next = NULL;
        run_callback(reference);
        value_decref(OBJ(reference));
    }
}

static bool is_of_library(Value callback) {
    return value_is(callback, &rt_type_function) &&
           AS(FunctionObject, callback)->info->module->flags & MODULE_LIBRARY;
}

bool weakref_has_callbacks(void) {
    for (size_t i = 0; i < table_size; i++)
        for (const WeakObject *reference = table[i].target ? table[i].first : NULL; reference;
             reference = reference->next)
            if (reference->callback && !is_of_library(reference->callback))
                return true;
    return false;
}

void weakref_shutdown(void) {
    free(table);
    table = NULL;
    table_size = table_used = 0;
}

/* ---- references ------------------------------------------------------------------------------ */

static bool is_refused(const Type *type) {
    static const Type *const refused[] = {
        &rt_type_int,      &rt_type_str,       &rt_type_tuple,        &rt_type_list,
        &rt_type_dict,     &rt_type_bytes,     &rt_type_float,        &rt_type_complex,
        &rt_type_bool,     &rt_type_range,     &rt_type_slice,        &rt_type_cell,
        &rt_type_property, &rt_type_bytearray, &rt_type_staticmethod, &rt_type_classmethod,
        &rt_type_super,    &rt_type_enumerate, &rt_type_zip,          &rt_type_map,
        &rt_type_filter,   &rt_type_reversed,  &rt_exc_BaseException,
    };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        if (refused[i] == type)
            return true;
    return false;
}

bool type_allows_weakrefs(const Type *type) {
    if (type->flags & TYPE_HEAP)
        return !(type->flags & TYPE_HAS_WEAKREFS_OFF);
    if (type == &rt_type_object)
        return false;
    for (; type != &rt_type_object; type = type->base_type)
        if (type->flags & TYPE_WEAKREFS || is_refused(type))
            return type->flags & TYPE_WEAKREFS;
    return true;
}

static bool can_be_referenced(Value object) {
    return value_is_pointer(object) && type_allows_weakrefs(value_object(object)->type);
}

Value weakref_new(Type *type, Value object, Value callback) {
    if (!can_be_referenced(object))
        return raise_error(&rt_exc_TypeError, "cannot create weak reference to '%T' object",
                           object);
    WeakObject *reference = object_new(type, sizeof(WeakObject));
    if (!reference)
        return 0;
    reference->target = value_object(object);
    reference->hash = -1;
    reference->callback = value_incref(callback);
    if (link_reference(reference) < 0) {
        reference->target = NULL;
        value_decref(OBJ(reference));
        return 0;
    }
    return OBJ(reference);
}

/* An existing reference of exactly `type` without a callback is shared, as in CPython. */
static Value weakref_shared(Type *type, Value object) {
    Entry *entry = value_is_pointer(object) ? table_find(value_object(object)) : NULL;
    for (WeakObject *reference = living_of(entry); reference;
         reference = first_living(reference->next))
        if (reference->base.type == type && !reference->callback)
            return value_incref(OBJ(reference));
    return weakref_new(type, object, 0);
}

/* While an object is being finalised its count is 0 or it is being cleared: then it counts as dead.
 */
Value weakref_target_borrow(Value reference) {
    Object *target = AS(WeakObject, reference)->target;
    return target ? OBJ(target) : VALUE_NONE;
}

int64_t weakref_count(Object *object) {
    int64_t count = 0;
    Entry *entry = object->flags & OBJECT_HAS_WEAKREFS ? table_find(object) : NULL;
    for (WeakObject *reference = living_of(entry); reference;
         reference = first_living(reference->next))
        count++;
    return count;
}

/* The newest reference without a callback, or None: what __weakref__ answers. */
Value weakref_first(Object *object) {
    Entry *entry = object->flags & OBJECT_HAS_WEAKREFS ? table_find(object) : NULL;
    WeakObject *first = living_of(entry);
    return first ? value_incref(OBJ(first)) : VALUE_NONE;
}

static void weak_dealloc(Object *self) {
    unlink_reference((WeakObject *)self);
    value_decref(((WeakObject *)self)->callback);
}

static void weak_traverse(Object *self, VisitValue visit, void *context) {
    visit(((WeakObject *)self)->callback, context);
}

static void weak_clear(Object *self) {
    unlink_reference((WeakObject *)self);
    Value callback = ((WeakObject *)self)->callback;
    ((WeakObject *)self)->callback = 0;
    value_decref(callback);
}

static Value weak_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)names;
    if (count < 1 || count > 2)
        return raise_error(&rt_exc_TypeError, "__new__ expected at %s %d argument%s, got %d",
                           count < 1 ? "least" : "most", count < 1 ? 1 : 2, count < 1 ? "" : "s",
                           (int)count);
    Value callback = count == 2 && args[1] != VALUE_NONE ? args[1] : 0;
    if (!callback && !(type->flags & TYPE_HEAP))
        return weakref_shared(type, args[0]);
    return weakref_new(type, args[0], callback);
}

static int weak_init(Value self, const Value *args, uint32_t count, Value names) {
    (void)self, (void)args, (void)count, (void)names;
    return 0;
}

static Value weak_call(Value self, const Value *args, uint32_t count, Value names) {
    (void)args;
    if (count || (names && AS(TupleObject, names)->length))
        return raise_error(&rt_exc_TypeError,
                           "weakref.ReferenceType.__call__() takes no arguments (%d given)",
                           (int)count);
    return value_incref(weakref_target_borrow(self));
}

static int64_t weak_hash(Value self) {
    WeakObject *reference = AS(WeakObject, self);
    if (reference->hash == -1) {
        if (!reference->target)
            return raise_status(&rt_exc_TypeError, "weak object has gone away");
        reference->hash = object_hash(OBJ(reference->target));
    }
    return reference->hash;
}

static Value weak_compare(Value left, Value right, CompareOp op) {
    if (!value_isa(left, &rt_type_weakref) || !value_isa(right, &rt_type_weakref) ||
        (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOTIMPLEMENTED;
    Value a = weakref_target_borrow(left), b = weakref_target_borrow(right);
    if (a == VALUE_NONE || b == VALUE_NONE)
        return VALUE_BOOL((left == right) == (op == COMPARE_EQ));
    return object_compare(a, b, op);
}

static Value weak_repr(Value self) {
    WeakObject *reference = AS(WeakObject, self);
    const char *name = "weakref";
    if (!reference->target)
        return str_format("<%s at %s; dead>", name, pointer_text(self).text);
    Value target = value_incref(OBJ(reference->target));
    bool failed;
    Value title = object_getattr_optional(target, str_name("__name__"), &failed);
    Value result;
    if (title && value_isa(title, &rt_type_str))
        result = str_format("<%s at %s; to '%T' at %s (%S)>", name, pointer_text(self).text, target,
                            pointer_text(target).text, title);
    else
        result = failed ? 0
                        : str_format("<%s at %s; to '%T' at %s>", name, pointer_text(self).text,
                                     target, pointer_text(target).text);
    value_decref(title);
    value_decref(target);
    return result;
}

#define NATIVE(name) static Value name(Value callee, const Value *args, uint32_t count, Value names)
#define UNUSED()     ((void)callee, (void)args, (void)count, (void)names)

NATIVE(weak_callback) {
    UNUSED();
    Value callback = AS(WeakObject, args[0])->callback;
    return callback ? value_incref(callback) : VALUE_NONE;
}

static const NativeMethod weak_methods[] = {
    {.name = "__callback__", .call = weak_callback, .kind = METHOD_MEMBER},
    {0},
};

Type rt_type_weakref = {
    .name = "weakref.ReferenceType",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(WeakObject),
    .methods = weak_methods,
    .slots = {.dealloc = weak_dealloc,
              .traverse = weak_traverse,
              .clear = weak_clear,
              .repr = weak_repr,
              .hash = weak_hash,
              .compare = weak_compare,
              .call = weak_call,
              .new = weak_new,
              .init = weak_init},
};

/* ---- proxies --------------------------------------------------------------------------------- */

/* The target, as a new reference; 0 = ReferenceError. */
static Value proxy_target(Value self) {
    Value target = weakref_target_borrow(self);
    if (target == VALUE_NONE)
        return raise_error(&rt_exc_ReferenceError, "weakly-referenced object no longer exists");
    return value_incref(target);
}

#define FORWARD(result, function, parameters, call, failed)                                        \
    static result function parameters {                                                            \
        Value target = proxy_target(self);                                                         \
        if (!target)                                                                               \
            return failed;                                                                         \
        result answer = call;                                                                      \
        value_decref(target);                                                                      \
        return answer;                                                                             \
    }
FORWARD(Value, proxy_getattr, (Value self, Value name), object_getattr(target, name), 0)
FORWARD(int, proxy_setattr, (Value self, Value name, Value value),
        object_setattr(target, name, value), -1)
FORWARD(Value, proxy_str, (Value self), object_str(target), 0)
FORWARD(int, proxy_truth, (Value self), object_truth(target), -1)
FORWARD(int64_t, proxy_len, (Value self), object_len(target), -1)
FORWARD(Value, proxy_getitem, (Value self, Value key), object_getitem(target, key), 0)
FORWARD(int, proxy_setitem, (Value self, Value key, Value value),
        object_setitem(target, key, value), -1)
FORWARD(int, proxy_contains, (Value self, Value item), object_contains(target, item), -1)
FORWARD(Value, proxy_iter, (Value self), object_iter(target), 0)
FORWARD(Value, proxy_next, (Value self), object_next(target), 0)
FORWARD(Value, proxy_call, (Value self, const Value *args, uint32_t count, Value names),
        object_call(target, args, count, names), 0)

static Type type_proxy, type_callable_proxy;

static bool is_proxy(Value value) {
    return value_is(value, &type_proxy) || value_is(value, &type_callable_proxy);
}

/* Operands stand for their targets; new references. */
static Value unwrap(Value value) {
    return is_proxy(value) ? proxy_target(value) : value_incref(value);
}

static Value proxy_compare(Value left, Value right, CompareOp op) {
    Value a = unwrap(left), b = a ? unwrap(right) : 0;
    Value result = b ? object_compare(a, b, op) : 0;
    value_decref(a);
    value_decref(b);
    return result;
}

/* `operate` with targets for operands: object_binary or object_inplace. */
static Value proxy_operate(Value left, Value right, NumberSlot slot,
                           Value (*operate)(Value, Value, NumberSlot)) {
    Value a = unwrap(left), b = a ? unwrap(right) : 0;
    Value result = b ? operate(a, b, slot) : 0;
    value_decref(a);
    value_decref(b);
    return result;
}

/* The operators that have a form in place; X(name, slot). */
#define OPERATORS(X)                                                                               \
    X(add, SLOT_ADD)                                                                               \
    X(sub, SLOT_SUB)                                                                               \
    X(mul, SLOT_MUL)                                                                               \
    X(matmul, SLOT_MATMUL)                                                                         \
    X(truediv, SLOT_TRUEDIV)                                                                       \
    X(floordiv, SLOT_FLOORDIV)                                                                     \
    X(mod, SLOT_MOD)                                                                               \
    X(pow, SLOT_POW)                                                                               \
    X(lshift, SLOT_LSHIFT)                                                                         \
    X(rshift, SLOT_RSHIFT)                                                                         \
    X(and, SLOT_AND)                                                                               \
    X(or, SLOT_OR)                                                                                 \
    X(xor, SLOT_XOR)

#define DEFINE_OPERATOR(name, slot)                                                                \
    static Value proxy_##name(Value left, Value right) {                                           \
        return proxy_operate(left, right, slot, object_binary);                                    \
    }                                                                                              \
    static Value proxy_i##name(Value left, Value right) {                                          \
        return proxy_operate(left, right, slot, object_inplace);                                   \
    }
OPERATORS(DEFINE_OPERATOR)

static Value proxy_divmod(Value left, Value right) {
    return proxy_operate(left, right, SLOT_DIVMOD, object_binary);
}

FORWARD(Value, proxy_negative, (Value self), pyrt_negative(target), 0)
FORWARD(Value, proxy_positive, (Value self), pyrt_positive(target), 0)
FORWARD(Value, proxy_invert, (Value self), pyrt_invert(target), 0)
FORWARD(Value, proxy_absolute, (Value self), number_absolute(target), 0)
FORWARD(Value, proxy_index, (Value self), pyrt_index(target), 0)
FORWARD(Value, proxy_to_int, (Value self), object_call1(OBJ(&rt_type_int), target), 0)
FORWARD(Value, proxy_to_float, (Value self), object_call1(OBJ(&rt_type_float), target), 0)

/* Special methods that are no slots. */
static Value forward_special(Value callee, const Value *args, uint32_t count, Value names) {
    (void)count, (void)names;
    Value target = proxy_target(args[0]);
    const char *name = AS(NativeFunction, callee)->method->name;
    Value result = target ? object_call_method(target, name, NULL, 0) : 0;
    value_decref(target);
    return result;
}

static const NativeMethod proxy_methods[] = {
    {.name = "__bytes__", .call = forward_special},
    {.name = "__reversed__", .call = forward_special},
    {0},
};

static Value proxy_repr(Value self) {
    Value target = weakref_target_borrow(self);
    return str_format("<weakproxy at %s to %T at %s>", pointer_text(self).text, target,
                      pointer_text(target).text);
}

#define PROXY_SLOTS                                                                                \
    .dealloc = weak_dealloc, .traverse = weak_traverse, .clear = weak_clear, .repr = proxy_repr,   \
    .str = proxy_str, .compare = proxy_compare, .truth = proxy_truth, .len = proxy_len,            \
    .getitem = proxy_getitem, .setitem = proxy_setitem, .contains = proxy_contains,                \
    .iter = proxy_iter, .next = proxy_next, .getattr = proxy_getattr, .setattr = proxy_setattr,    \
    .unhashable = true, .negative = proxy_negative, .positive = proxy_positive,                    \
    .invert = proxy_invert, .absolute = proxy_absolute, .index = proxy_index,                      \
    .to_int = proxy_to_int, .to_float = proxy_to_float,                                            \
    .number = {OPERATORS(NUMBER_ENTRY)[SLOT_DIVMOD] = proxy_divmod},                               \
    .inplace = {OPERATORS(INPLACE_ENTRY)}
#define NUMBER_ENTRY(name, slot)  [slot] = proxy_##name,
#define INPLACE_ENTRY(name, slot) [slot] = proxy_i##name,

static Type type_proxy = {
    .name = "weakref.ProxyType",
    .basic_size = sizeof(WeakObject),
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME | TYPE_FORWARDS,
    .methods = proxy_methods,
    .slots = {PROXY_SLOTS},
};

static Type type_callable_proxy = {
    .name = "weakref.CallableProxyType",
    .basic_size = sizeof(WeakObject),
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME | TYPE_FORWARDS,
    .methods = proxy_methods,
    .slots = {PROXY_SLOTS, .call = proxy_call},
};

/* ---- the _weakref module --------------------------------------------------------------------- */

NATIVE(make_proxy) {
    UNUSED();
    Type *type = object_callable(args[0]) ? &type_callable_proxy : &type_proxy;
    Value callback = count == 2 && args[1] != VALUE_NONE ? args[1] : 0;
    return callback ? weakref_new(type, args[0], callback) : weakref_shared(type, args[0]);
}

NATIVE(get_count) {
    UNUSED();
    return int_from_i64(value_is_pointer(args[0]) ? weakref_count(value_object(args[0])) : 0);
}

NATIVE(get_refs) {
    UNUSED();
    Value list = list_new(NULL, 0);
    Entry *entry = value_is_pointer(args[0]) ? table_find(value_object(args[0])) : NULL;
    for (WeakObject *reference = living_of(entry); list && reference;
         reference = first_living(reference->next))
        if (list_append(list, OBJ(reference)) < 0) {
            value_decref(list);
            return 0;
        }
    return list;
}

/* _remove_dead_weakref(dict, key): drops an entry whose reference is dead. */
NATIVE(remove_dead) {
    UNUSED();
    Value found = dict_get_borrow(args[0], args[1]);
    if (found && value_isa(found, &rt_type_weakref) && weakref_target_borrow(found) == VALUE_NONE)
        dict_delete(args[0], args[1]);
    return isolate.pending ? 0 : VALUE_NONE;
}

static const NativeMethod functions[] = {
    {.name = "proxy", .call = make_proxy, .min_args = 1, .max_args = 2},
    {.name = "getweakrefcount", .call = get_count, .min_args = 1, .max_args = 1},
    {.name = "getweakrefs", .call = get_refs, .min_args = 1, .max_args = 1},
    {.name = "_remove_dead_weakref", .call = remove_dead, .min_args = 2, .max_args = 2},
    {0},
};

static int weakref_init(ModuleObject *module) {
    rt_type_weakref.module = type_proxy.module = type_callable_proxy.module = str_name("weakref");
    if (module_add_type(module, "ref", &rt_type_weakref) < 0 ||
        module_add_type(module, "ReferenceType", &rt_type_weakref) < 0 ||
        module_add_type(module, "ProxyType", &type_proxy) < 0 ||
        module_add_type(module, "CallableProxyType", &type_callable_proxy) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__weakref = {"_weakref", weakref_init};
