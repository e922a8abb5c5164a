/*
 * mod_collections.c — the module _collections: defaultdict and OrderedDict (subclasses of dict in
 * C), and the registration that makes classes match sequence and mapping patterns or carry their
 * module's name in messages. deque is in
 * mod_deque.c; the rest of `collections` is written in Python.
 */
#include "deque.h"
#include "object.h"

/* ---- defaultdict ----------------------------------------------------------------------------- */

typedef struct DefaultDict {
    DictObject dict;
    Value factory; /* or None */
} DefaultDict;

static Type type_defaultdict;

static Value defaultdict_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    Value self = OBJ(object_new(type, sizeof(DefaultDict)));
    if (self)
        AS(DefaultDict, self)->factory = VALUE_NONE;
    return self;
}

static int defaultdict_init(Value self, const Value *args, uint32_t count, Value names) {
    Value factory = count ? args[0] : VALUE_NONE;
    if (factory != VALUE_NONE && !object_callable(factory))
        return raise_status(&rt_exc_TypeError, "first argument must be callable or None");
    value_replace(&AS(DefaultDict, self)->factory, value_incref(factory));
    if (count == 0)
        return dict_update_args(self, "dict", args, 0, names);
    return dict_update_args(self, "dict", args + 1, count - 1, names);
}

static void defaultdict_dealloc(Object *self) {
    value_replace(&((DefaultDict *)self)->factory, 0);
    dict_dealloc(self);
}

static void defaultdict_traverse(Object *self, VisitValue visit, void *context) {
    visit(((DefaultDict *)self)->factory, context);
    dict_traverse(self, visit, context);
}

NATIVE(defaultdict_missing) {
    NATIVE_UNUSED();
    Value factory = AS(DefaultDict, args[0])->factory;
    if (factory == VALUE_NONE || !factory) {
        Value tuple = tuple_new(&args[1], 1);
        Value error = tuple ? exc_new(&rt_exc_KeyError, tuple) : 0;
        value_decref(tuple);
        return error ? raise_value_take(error) : 0;
    }
    Value value = object_call0(factory);
    if (value && object_setitem(args[0], args[1], value) < 0) {
        value_decref(value);
        return 0;
    }
    return value;
}

static Value defaultdict_repr(Value self) {
    Value factory = AS(DefaultDict, self)->factory, shown;
    if (repr_enter(self)) /* only the factory can lead back here */
        return str_from_cstr("...");
    shown = object_repr(factory);
    repr_leave(self);
    Value items = shown ? rt_type_dict.slots.repr(self) : 0;
    Value result =
        items ? str_format("%s(%S, %S)", short_name(value_object(self)->type), shown, items) : 0;
    value_decref(items);
    value_decref(shown);
    return result;
}

static Value defaultdict_copy_of(Value self) {
    Value args[2] = {AS(DefaultDict, self)->factory, self};
    return object_call(OBJ(value_object(self)->type), args, 2, 0);
}

NATIVE(defaultdict_copy) {
    NATIVE_UNUSED();
    return defaultdict_copy_of(args[0]);
}

static Value defaultdict_or(Value left, Value right) {
    if (!value_isa(left, &rt_type_dict) || !value_isa(right, &rt_type_dict))
        return VALUE_NOTIMPLEMENTED;
    Value self = value_isa(left, &type_defaultdict) ? left : right;
    Value args[2] = {AS(DefaultDict, self)->factory, left};
    Value result = object_call(OBJ(value_object(self)->type), args, 2, 0);
    if (result && dict_update(result, right) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

NATIVE(defaultdict_get_factory) {
    NATIVE_UNUSED();
    return value_incref(AS(DefaultDict, args[0])->factory);
}

static int defaultdict_set_factory(Value self, Value value) {
    value_replace(&AS(DefaultDict, self)->factory, value ? value_incref(value) : VALUE_NONE);
    return 0;
}

NATIVE(defaultdict_reduce) {
    NATIVE_UNUSED();
    Value factory = AS(DefaultDict, args[0])->factory, none = VALUE_NONE;
    Value arguments = tuple_new(&factory, factory != VALUE_NONE);
    Value items = arguments ? dict_view_new(args[0], DICT_ITEMS) : 0;
    Value iterator = items ? object_iter(items) : 0;
    Value parts[5] = {OBJ(value_object(args[0])->type), arguments, none, none, iterator};
    Value result = iterator ? tuple_new(parts, 5) : 0;
    value_decref(iterator);
    value_decref(items);
    value_decref(arguments);
    return result;
}

static const NativeMethod defaultdict_methods[] = {
    {.name = "__missing__", .call = defaultdict_missing, .min_args = 1, .max_args = 1},
    {.name = "copy", .call = defaultdict_copy},
    {.name = "__copy__", .call = defaultdict_copy},
    {.name = "__reduce__", .call = defaultdict_reduce},
    {.name = "default_factory",
     .call = defaultdict_get_factory,
     .kind = METHOD_GETTER,
     .set = defaultdict_set_factory},
    {0},
};

static Type type_defaultdict = {
    .name = "collections.defaultdict",
    .flags = TYPE_DOTTED_NAME | TYPE_DICT_SUBCLASS | TYPE_MAPPING,
    .base_type = &rt_type_dict,
    .basic_size = sizeof(DefaultDict),
    .methods = defaultdict_methods,
    .slots = {.dealloc = defaultdict_dealloc,
              .traverse = defaultdict_traverse,
              .clear = defaultdict_dealloc,
              .repr = defaultdict_repr,
              .compare = dict_compare,
              .unhashable = true,
              .number = {[SLOT_OR] = defaultdict_or},
              .new = defaultdict_new,
              .init = defaultdict_init},
};

/* ---- OrderedDict: dict keeps the order; what differs is ==, repr, popitem and move_to_end ---- */

static Type type_ordered;

typedef struct OrderedDict {
    DictObject dict;
    Shape *shape; /* attributes set by the program: the head of an InstanceSlots */
    Value *overflow;
} OrderedDict;

static bool has_attributes(Object *self) {
    return !(self->type->flags & TYPE_HEAP) && ((OrderedDict *)self)->shape;
}

static void ordered_dealloc(Object *self) {
    if (has_attributes(self))
        instance_drop(self);
    dict_dealloc(self);
}

static void ordered_traverse(Object *self, VisitValue visit, void *context) {
    if (has_attributes(self))
        instance_visit(self, visit, context);
    dict_traverse(self, visit, context);
}

static void ordered_clear(Object *self) {
    if (has_attributes(self))
        instance_drop(self);
    dict_clear_slot(self);
}

/* Two items of what is not a pair: worded otherwise than for dict. */
static int ordered_pair(Value item, void *context) {
    Value pair = list_from_iterable(item);
    if (!pair)
        return -1;
    const ListObject *list = AS(ListObject, pair);
    int status;
    if (list->length > 2)
        status = raise_status(&rt_exc_ValueError, "too many values to unpack (expected 2)");
    else if (list->length < 2)
        status = raise_status(&rt_exc_ValueError, "need more than %lld value%s to unpack",
                              (long long)list->length, list->length == 1 ? "" : "s");
    else
        status = object_setitem(*(Value *)context, list->items[0], list->items[1]);
    value_decref(pair);
    return status;
}

/* Is there a class in Python whose __setitem__ is to be told of each item? */
static bool has_own_setitem(Value self) {
    return value_type(self)->slots.setitem != type_ordered.slots.setitem;
}

typedef struct Copying {
    Value to, from;
} Copying;

static int copy_item(Value key, void *context) {
    const Copying *copying = context;
    Value value = object_getitem(copying->from, key);
    int status = value ? object_setitem(copying->to, key, value) : -1;
    value_decref(value);
    return status;
}

/* For classes with a __setitem__ of their own. */
static int update_by_setitem(Value self, Value keys_method, Value from, const Value *named,
                             Value names) {
    Value keys = keys_method ? object_call(keys_method, NULL, 0, 0) : 0;
    Copying copying = {self, from};
    int status = keys_method && !keys ? -1 : keys ? object_iterate(keys, copy_item, &copying) : 0;
    value_decref(keys);
    const TupleObject *keywords = AS(TupleObject, names);
    for (int64_t i = 0; status == 0 && keywords && i < keywords->length; i++)
        status = object_setitem(self, keywords->items[i], named[i]);
    return status;
}

static int ordered_update(Value self, const Value *args, uint32_t count, Value names) {
    if (count > 1)
        return raise_status(&rt_exc_TypeError, "expected at most 1 arguments, got %d", (int)count);
    bool failed = false;
    Value keys = count ? object_getattr_optional(args[0], str_name("keys"), &failed) : 0;
    if (failed)
        return -1;
    int status = count && !keys ? object_iterate(args[0], ordered_pair, &self) : 0;
    if (status == 0)
        status = has_own_setitem(self)
                     ? update_by_setitem(self, keys, count ? args[0] : 0,
                                         names ? args + count : NULL, names)
                     : dict_update_args(self, "update", args, keys ? count : 0, names);
    value_decref(keys);
    return status;
}

static int ordered_init(Value self, const Value *args, uint32_t count, Value names) {
    bool pairs = count == 1 && !value_isa(args[0], &rt_type_dict);
    if (has_own_setitem(self))
        return ordered_update(self, args, count, names);
    if (count > 1 || pairs)
        return ordered_update(self, args, count, names);
    return dict_update_args(self, "OrderedDict", args, count, names);
}

NATIVE(ordered_update_method) {
    (void)callee;
    if (count > 2)
        return raise_error(&rt_exc_TypeError,
                           "update() takes at most 1 positional argument (%d given)",
                           (int)count - 1);
    return ordered_update(args[0], args + 1, count - 1, names) < 0 ? 0 : VALUE_NONE;
}

static Value ordered_ior(Value left, Value right) {
    return ordered_update(left, &right, 1, 0) < 0 ? 0 : value_incref(left);
}

static int ordered_setitem(Value self, Value key, Value value) {
    return rt_type_dict.slots.setitem(self, key, value);
}

static Value ordered_repr(Value self) {
    const char *name = short_name(value_object(self)->type);
    if (dict_len(self) == 0)
        return str_format("%s()", name);
    if (repr_enter(self))
        return str_from_cstr("...");
    Value view = object_call_method(self, "items", NULL, 0);
    Value items = view ? list_from_iterable(view) : 0;
    Value result = items ? str_format("%s(%R)", name, items) : 0;
    value_decref(items);
    value_decref(view);
    repr_leave(self);
    return result;
}

/* Do the keys come in the same order? */
static int same_order(Value left, Value right) {
    Value a = list_from_iterable(left), b = a ? list_from_iterable(right) : 0;
    int equal = b ? object_equal(a, b) : -1;
    value_decref(a);
    value_decref(b);
    return equal;
}

static Value ordered_compare(Value left, Value right, CompareOp op) {
    Value result = dict_compare(left, right, op);
    if (!value_isa(right, &type_ordered) || !value_isa(left, &type_ordered) ||
        (result != VALUE_TRUE && result != VALUE_FALSE) ||
        (result == VALUE_TRUE) != (op == COMPARE_EQ))
        return result;
    int same = same_order(left, right);
    return same < 0 ? 0 : VALUE_BOOL(same == (op == COMPARE_EQ));
}

NATIVE(ordered_move_to_end) {
    NATIVE_UNUSED();
    int last = args[2] ? object_truth(args[2]) : 1;
    int64_t hash = last < 0 ? -1 : key_hash(args[1]);
    if (hash == -1)
        return 0;
    DictObject *dict = AS(DictObject, args[0]);
    int64_t found = dict_find(dict, args[1], hash);
    if (found == DICT_MISSING) {
        Value tuple = tuple_new(&args[1], 1);
        Value error = tuple ? exc_new(&rt_exc_KeyError, tuple) : 0;
        value_decref(tuple);
        return error ? raise_value_take(error) : 0;
    }
    if (found == DICT_FAILED || dict_move_entry(dict, found, last) < 0)
        return 0;
    return VALUE_NONE;
}

NATIVE(ordered_popitem) {
    NATIVE_UNUSED();
    DictObject *dict = AS(DictObject, args[0]);
    int last = args[1] ? object_truth(args[1]) : 1;
    if (last < 0)
        return 0;
    if (dict->used == 0)
        return raise_error(&rt_exc_KeyError, "dictionary is empty");
    int64_t number = last ? (int64_t)dict->filled - 1 : dict->first;
    while (!dict->entries[number].key)
        number += last ? -1 : 1;
    Value pair = tuple_new_empty(2);
    if (!pair)
        return 0;
    AS(TupleObject, pair)->items[0] = value_incref(dict->entries[number].key);
    AS(TupleObject, pair)->items[1] = dict_take_entry(dict, number);
    return pair;
}

NATIVE(ordered_copy) {
    NATIVE_UNUSED();
    return object_call1(OBJ(value_object(args[0])->type), args[0]);
}

static Value ordered_or(Value left, Value right) {
    if (!value_isa(left, &rt_type_dict) || !value_isa(right, &rt_type_dict))
        return VALUE_NOTIMPLEMENTED;
    Value self = value_isa(left, &type_ordered) ? left : right;
    Value result = object_call1(OBJ(value_object(self)->type), left);
    if (result && ordered_update(result, &right, 1, 0) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

/* A method of dict, by its name. */
static const NativeMethod *dict_method(const char *name) {
    const NativeMethod *method = rt_type_dict.methods;
    while (strcmp(method->name, name) != 0)
        method++;
    return method;
}

static Value call_dict_method(const char *name, Value self, const Value *args, uint32_t count) {
    Value all[3] = {self};
    values_copy(all + 1, args, count);
    return dict_method(name)->call(0, all, count + 1, 0);
}

/* The methods of dict that are OrderedDict's own in CPython, which complaints tell. */
static int enter_own_methods(void) {
    static const char *const names[] = {"clear", "keys", "values", "items", "__reversed__"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Value method =
            native_method_new(dict_method(names[i]), &type_ordered, &rt_type_method_descriptor);
        if (!method || dict_set_cstr_take(type_dict_borrow(&type_ordered), names[i], method) < 0)
            return -1;
    }
    return 0;
}

/* (type, (), state, None, items) */
NATIVE(ordered_reduce) {
    NATIVE_UNUSED();
    Value parts[5] = {OBJ(value_type(args[0])), tuple_new(NULL, 0), 0, VALUE_NONE};
    Value items = parts[1] ? object_call_method(args[0], "items", NULL, 0) : 0;
    parts[2] = items ? object_call_method(args[0], "__getstate__", NULL, 0) : 0;
    parts[4] = parts[2] ? object_iter(items) : 0;
    Value result = parts[4] ? tuple_new(parts, 5) : 0;
    value_decref(items);
    for (int i = 1; i < 5; i++)
        value_decref(parts[i]);
    return result;
}

NATIVE(ordered_setdefault) {
    NATIVE_UNUSED();
    Value arguments[2] = {args[1], args[2] ? args[2] : VALUE_NONE};
    if (!has_own_setitem(args[0]))
        return call_dict_method("setdefault", args[0], arguments, 2);
    int found = object_contains(args[0], args[1]);
    if (found)
        return found < 0 ? 0 : object_getitem(args[0], args[1]);
    return object_setitem(args[0], args[1], arguments[1]) < 0 ? 0 : value_incref(arguments[1]);
}

NATIVE(ordered_fromkeys) {
    NATIVE_UNUSED();
    Value arguments[2] = {args[1], args[2] ? args[2] : VALUE_NONE};
    return call_dict_method("fromkeys", args[0], arguments, 2);
}

static const NativeMethod ordered_methods[] = {
    {.name = "update", .call = ordered_update_method, .max_args = -1, .keywords = "*"},
    {.name = "setdefault",
     .call = ordered_setdefault,
     .min_args = 1,
     .max_args = 2,
     .keywords = "key default"},
    {.name = "fromkeys",
     .call = ordered_fromkeys,
     .kind = METHOD_CLASS,
     .min_args = 1,
     .max_args = 2,
     .keywords = "iterable value"},
    {.name = "__reduce__", .call = ordered_reduce},
    {.name = "move_to_end",
     .call = ordered_move_to_end,
     .min_args = 1,
     .max_args = 2,
     .keywords = "key last"},
    {.name = "popitem", .call = ordered_popitem, .max_args = 1, .keywords = "last"},
    {.name = "copy", .call = ordered_copy},
    {0},
};

static Type type_ordered = {
    .name = "collections.OrderedDict",
    .flags = TYPE_DOTTED_NAME | TYPE_DICT_SUBCLASS | TYPE_MAPPING | TYPE_HAS_DICT |
             TYPE_OWN_LAYOUT | TYPE_WEAKREFS | TYPE_ORDERED,
    .base_type = &rt_type_dict,
    .basic_size = sizeof(OrderedDict),
    .shape_offset = offsetof(OrderedDict, shape),
    .methods = ordered_methods,
    .slots = {.dealloc = ordered_dealloc,
              .traverse = ordered_traverse,
              .clear = ordered_clear,
              .repr = ordered_repr,
              .compare = ordered_compare,
              .unhashable = true,
              .setitem = ordered_setitem,
              .number = {[SLOT_OR] = ordered_or},
              .inplace = {[SLOT_OR] = ordered_ior},
              .init = ordered_init},
};

/* ---- functions ------------------------------------------------------------------------------- */

/* _count_elements(mapping, iterable): the inner loop of Counter. `context` is the address of the
 * mapping, in the first function a dict that is read and assigned as such. */
static int count_in_dict(Value item, void *context) {
    DictObject *dict = AS(DictObject, *(Value *)context);
    int64_t hash = object_hash(item);
    int64_t found = hash == -1 ? DICT_FAILED : dict_find(dict, item, hash);
    if (found == DICT_FAILED)
        return -1;
    if (found < 0)
        return dict_set_hashed(dict, item, hash, value_from_small_int(1));
    Value old = dict->entries[found].value;
    if (value_is_small_int(old) && value_small_int(old) < SMALL_INT_MAX) {
        dict->entries[found].value = value_from_small_int(value_small_int(old) + 1);
        return 0;
    }
    value_incref(old); /* its operator may change the dict */
    Value total = object_binary(old, value_from_small_int(1), SLOT_ADD);
    value_decref(old);
    int status = total ? dict_set_hashed(dict, item, hash, total) : -1;
    value_decref(total);
    return status;
}

static int count_in_mapping(Value item, void *context) {
    Value mapping = *(Value *)context, args[] = {item, value_from_small_int(0)};
    Value old = object_call_method(mapping, "get", args, 2);
    Value total = old ? object_binary(old, value_from_small_int(1), SLOT_ADD) : 0;
    int status = total ? object_setitem(mapping, item, total) : -1;
    value_decref(old);
    value_decref(total);
    return status;
}

/* Does the class have the dict's own method `name`? */
static bool has_method_of_dict(Type *type, const char *name) {
    Value text = str_name(name);
    return type_lookup_borrow(type, text) == type_lookup_borrow(&rt_type_dict, text);
}

NATIVE(count_elements) {
    NATIVE_UNUSED();
    Value mapping = args[0];
    bool is_plain = value_isa(mapping, &rt_type_dict) &&
                    has_method_of_dict(value_type(mapping), "get") &&
                    has_method_of_dict(value_type(mapping), "__setitem__");
    int status = object_iterate(args[1], is_plain ? count_in_dict : count_in_mapping, &mapping);
    return status < 0 ? 0 : VALUE_NONE;
}

static const NativeMethod functions[] = {
    {.name = "_count_elements", .call = count_elements, .min_args = 2, .max_args = 2},
    {0},
};

/* ---- the attributes of named tuples ---------------------------------------------------------- */

typedef struct TupleGetter {
    Object base;
    int64_t index;
    Value doc;
} TupleGetter;

NATIVE(tuplegetter_make) {
    NATIVE_UNUSED();
    int64_t index = object_index(args[0]);
    if (index == -1 && isolate.pending)
        return 0;
    TupleGetter *getter = object_new(SPEC_DATA(callee), sizeof(TupleGetter));
    if (!getter)
        return 0;
    getter->index = index;
    getter->doc = value_incref(args[1]);
    return OBJ(getter);
}

NEW_BY_SPEC(tuplegetter_new, .name = "_tuplegetter", .call = tuplegetter_make, .min_args = 2,
            .max_args = 2)

static void tuplegetter_dealloc(Object *self) {
    value_decref(((TupleGetter *)self)->doc);
}

static Value tuplegetter_get(Value self, Value object, Value owner) {
    (void)owner;
    if (!object)
        return value_incref(self);
    int64_t index = AS(TupleGetter, self)->index;
    if (!value_isa(object, &rt_type_tuple))
        return raise_error(
            &rt_exc_TypeError,
            "descriptor for index '%lld' for tuple subclasses doesn't apply to '%T' object",
            (long long)index, object);
    if ((uint64_t)index >= (uint64_t)AS(TupleObject, object)->length)
        return raise_error(&rt_exc_IndexError, "tuple index out of range");
    return value_incref(AS(TupleObject, object)->items[index]);
}

static int tuplegetter_set(Value self, Value object, Value value) {
    (void)self, (void)object;
    return raise_status(&rt_exc_AttributeError,
                        value ? "can't set attribute" : "can't delete attribute");
}

/* (class, (index, doc)) */
NATIVE(tuplegetter_reduce) {
    NATIVE_UNUSED();
    const TupleGetter *getter = AS(TupleGetter, args[0]);
    Value items[2] = {value_from_small_int(getter->index), getter->doc};
    Value parts[2] = {OBJ(value_type(args[0])), tuple_new(items, 2)};
    Value result = parts[1] ? tuple_new(parts, 2) : 0;
    value_decref(parts[1]);
    return result;
}

static Value tuplegetter_repr(Value self) {
    const TupleGetter *getter = AS(TupleGetter, self);
    return str_format("_tuplegetter(%lld, %R)", (long long)getter->index, getter->doc);
}

NATIVE(tuplegetter_get_doc) {
    NATIVE_UNUSED();
    return value_incref(AS(TupleGetter, args[0])->doc);
}

static int tuplegetter_set_doc(Value self, Value value) {
    value_replace(&AS(TupleGetter, self)->doc, value ? value_incref(value) : VALUE_NONE);
    return 0;
}

static const NativeMethod tuplegetter_methods[] = {
    {.name = "__reduce__", .call = tuplegetter_reduce},
    {.name = "__doc__",
     .call = tuplegetter_get_doc,
     .kind = METHOD_GETTER,
     .set = tuplegetter_set_doc},
    {0},
};

static Type type_tuplegetter = {
    .name = "_collections._tuplegetter",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(TupleGetter),
    .methods = tuplegetter_methods,
    .slots = {.dealloc = tuplegetter_dealloc,
              .repr = tuplegetter_repr,
              .descr_get = tuplegetter_get,
              .descr_set = tuplegetter_set,
              .new = tuplegetter_new},
};

static int collections_init(ModuleObject *module) {
    if (deque_init(module) < 0 || module_add_type(module, "defaultdict", &type_defaultdict) < 0 ||
        module_add_type(module, "OrderedDict", &type_ordered) < 0 ||
        type_add_dict_getter(&type_ordered) < 0 || enter_own_methods() < 0 ||
        module_add_type(module, "_tuplegetter", &type_tuplegetter) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__collections = {"_collections", collections_init};
