/*
 * dict_views.c — keys(), values() and items() of dicts, with the set operations of the first and
 * last, and the iterators over all three in both directions.
 */
#include "containers.h"
#include "object.h"

/* ---- iterators ------------------------------------------------------------------------------- */

typedef struct DictIterator {
    Object base;
    Value dict;       /* 0 when exhausted */
    int64_t position; /* next entry to look at */
    int64_t used;     /* size of the dict at the start */
    int64_t left;     /* items still to come */
    Value pair;       /* the last one of items(), made again if only the iterator has it; or 0 */
    int8_t part;      /* DictPart */
    int8_t step;      /* 1; reversed: -1 */
} DictIterator;

enum { ITERATOR_KINDS = 6 };

static bool is_ordered(Value dict) {
    return !value_is(dict, &rt_type_dict) &&
           type_native_base(value_object(dict)->type)->flags & TYPE_ORDERED;
}

Value dict_iterator_new(Value dict, DictPart part, bool reversed) {
    int kind = (int)part * 2 + reversed + (is_ordered(dict) ? ITERATOR_KINDS : 0);
    DictIterator *iterator = object_new(&rt_type_dict_iterators[kind], sizeof(DictIterator));
    if (!iterator)
        return 0;
    iterator->dict = value_incref(dict);
    iterator->used = iterator->left = AS(DictObject, dict)->used;
    iterator->position = reversed ? (int64_t)AS(DictObject, dict)->filled - 1 : 0;
    iterator->part = (int8_t)part;
    iterator->step = reversed ? -1 : 1;
    return OBJ(iterator);
}

static Value iterator_end(DictIterator *iterator) {
    value_replace(&iterator->dict, 0);
    return VALUE_STOP;
}

/* The references are taken before the pair drops its old items, whose finalizers may change the
 * dict. */
static Value next_pair(DictIterator *iterator, const DictEntry *entry) {
    Value pair = tuple_reuse(&iterator->pair, 2);
    if (!pair)
        return 0;
    Value key = value_incref(entry->key), value = value_incref(entry->value);
    tuple_put(pair, 0, key);
    tuple_put(pair, 1, value);
    return pair;
}

static Value dict_iterator_next(Value self) {
    DictIterator *iterator = AS(DictIterator, self);
    if (!iterator->dict)
        return VALUE_STOP;
    DictObject *dict = AS(DictObject, iterator->dict);
    if (dict->used != iterator->used) {
        iterator->used = -1; /* stays in this state */
        return raise_error(&rt_exc_RuntimeError, "dictionary changed size during iteration");
    }
    int64_t step = iterator->step;
    int64_t at = iterator->position;
    if (at >= dict->filled)
        at = step < 0 ? (int64_t)dict->filled - 1 : at;
    if (step > 0 && at < dict->first)
        at = dict->first;
    while (at >= 0 && at < dict->filled && !dict->entries[at].key)
        at += step;
    if (at < 0 || at >= dict->filled)
        return iterator_end(iterator);
    if (iterator->left == 0) {
        raise_error(&rt_exc_RuntimeError, "dictionary keys changed during iteration");
        iterator_end(iterator);
        return 0;
    }
    iterator->position = at + step;
    iterator->left--;
    const DictEntry *entry = &dict->entries[at];
    if (iterator->part == DICT_ITEMS)
        return next_pair(iterator, entry);
    return value_incref(iterator->part == DICT_KEYS ? entry->key : entry->value);
}

static void dict_iterator_dealloc(Object *self) {
    value_decref(((DictIterator *)self)->dict);
    value_decref(((DictIterator *)self)->pair);
}

static void dict_iterator_traverse(Object *self, VisitValue visit, void *context) {
    if (((DictIterator *)self)->dict)
        visit(((DictIterator *)self)->dict, context);
    if (((DictIterator *)self)->pair)
        visit(((DictIterator *)self)->pair, context);
}

static void dict_iterator_clear(Object *self) {
    value_replace(&((DictIterator *)self)->dict, 0);
    value_replace(&((DictIterator *)self)->pair, 0);
}

NATIVE(dict_iterator_hint) {
    NATIVE_UNUSED();
    const DictIterator *iterator = AS(DictIterator, args[0]);
    bool valid = iterator->dict && AS(DictObject, iterator->dict)->used == iterator->used;
    return value_from_small_int(valid ? iterator->left : 0);
}

static Value iter_self(Value self) {
    return value_incref(self);
}

NATIVE(dict_iterator_reduce) {
    NATIVE_UNUSED();
    const DictIterator *iterator = AS(DictIterator, args[0]);
    DictIterator *copy = object_new(iterator->base.type, sizeof(DictIterator));
    if (!copy)
        return 0;
    memcpy(&copy->dict, &iterator->dict, sizeof(DictIterator) - offsetof(DictIterator, dict));
    value_incref(copy->dict);
    copy->pair = 0;
    return iterator_reduce_rest(OBJ(copy));
}

static const NativeMethod dict_iterator_methods[] = {
    {.name = "__length_hint__", .call = dict_iterator_hint},
    {.name = "__reduce__", .call = dict_iterator_reduce},
    {0}};

#define ITERATOR_TYPE(text)                                                                        \
    {                                                                                              \
        .name = text, .flags = TYPE_FINAL, .basic_size = sizeof(DictIterator),                     \
        .methods = dict_iterator_methods,                                                          \
        .slots = {.dealloc = dict_iterator_dealloc,                                                \
                  .traverse = dict_iterator_traverse,                                              \
                  .clear = dict_iterator_clear,                                                    \
                  .iter = iter_self,                                                               \
                  .next = dict_iterator_next},                                                     \
    }

#define ORDERED ITERATOR_TYPE("odict_iterator")
/* In the order of DictPart, each forward and reversed; then the same of OrderedDict. */
Type rt_type_dict_iterators[] = {
    ITERATOR_TYPE("dict_keyiterator"),
    ITERATOR_TYPE("dict_reversekeyiterator"),
    ITERATOR_TYPE("dict_valueiterator"),
    ITERATOR_TYPE("dict_reversevalueiterator"),
    ITERATOR_TYPE("dict_itemiterator"),
    ITERATOR_TYPE("dict_reverseitemiterator"),
    ORDERED,
    ORDERED,
    ORDERED,
    ORDERED,
    ORDERED,
    ORDERED,
};

/* ---- views ----------------------------------------------------------------------------------- */

typedef struct DictView {
    Object base;
    Value dict;
} DictView;

static Type type_ordered_keys, type_ordered_values, type_ordered_items;

static DictPart view_part(Value view) {
    const Type *type = value_object(view)->type;
    return type == &rt_type_dict_keys || type == &type_ordered_keys       ? DICT_KEYS
           : type == &rt_type_dict_values || type == &type_ordered_values ? DICT_VALUES
                                                                          : DICT_ITEMS;
}

Value dict_view_new(Value dict, DictPart part) {
    static Type *const types[2][3] = {
        {&rt_type_dict_keys, &rt_type_dict_values, &rt_type_dict_items},
        {&type_ordered_keys, &type_ordered_values, &type_ordered_items}};
    bool ordered = is_ordered(dict);
    if (ordered)
        type_ready(types[1][part]);
    DictView *view = object_new(types[ordered][part], sizeof(DictView));
    if (view)
        view->dict = value_incref(dict);
    return OBJ(view);
}

static void view_dealloc(Object *self) {
    value_replace(&((DictView *)self)->dict, 0);
}

static void view_traverse(Object *self, VisitValue visit, void *context) {
    if (((DictView *)self)->dict)
        visit(((DictView *)self)->dict, context);
}

static Value view_iter(Value self) {
    Value dict = AS(DictView, self)->dict;
    /* an __iter__ in Python does not count, but native kinds of dict have an order of their own */
    const Type *native = type_native_base(value_type(dict));
    if (view_part(self) != DICT_KEYS || native->slots.iter == rt_type_dict.slots.iter)
        return dict_iterator_new(dict, view_part(self), false);
    return native->slots.iter(dict);
}

NATIVE(view_reversed) {
    NATIVE_UNUSED();
    return dict_iterator_new(AS(DictView, args[0])->dict, view_part(args[0]), true);
}

static int64_t view_len(Value self) {
    return dict_len(AS(DictView, self)->dict);
}

static Value view_repr(Value self) {
    if (repr_enter(self))
        return str_from_cstr("...");
    Value list = list_from_iterable(self);
    Value result = list ? str_format("%s(%R)", short_name(value_object(self)->type), list) : 0;
    value_decref(list);
    repr_leave(self);
    return result;
}

static int keys_contains(Value self, Value key) {
    return object_contains(AS(DictView, self)->dict, key);
}

static int items_contains(Value self, Value item) {
    if (!value_isa(item, &rt_type_tuple) || AS(TupleObject, item)->length != 2)
        return 0;
    const Value *pair = AS(TupleObject, item)->items;
    Value value = dict_get_borrow(AS(DictView, self)->dict, pair[0]);
    if (!value)
        return isolate.pending ? -1 : 0;
    value_incref(value);
    int equal = object_equal(value, pair[1]);
    value_decref(value);
    return equal;
}

static bool is_set_view(Value value) {
    return value_isa(value, &rt_type_dict_keys) || value_isa(value, &rt_type_dict_items);
}

static int other_contains(Value item, void *context) {
    int found = object_contains(*(Value *)context, item);
    return found < 0 ? -1 : !found; /* stop at the first one missing */
}

/* Is everything in `left` also in `right`? */
static int view_subset(Value left, Value right) {
    int stopped = object_iterate(left, other_contains, &right);
    return stopped < 0 ? -1 : !stopped;
}

static Value view_compare(Value left, Value right, CompareOp op) {
    if (!is_set_view(left) || !(is_set_view(right) || value_is_any_set(right)))
        return VALUE_NOTIMPLEMENTED;
    int64_t a = object_len(left), b = object_len(right);
    if (a < 0 || b < 0)
        return 0;
    int holds = 0;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE:
        holds = a == b ? view_subset(left, right) : 0;
        if (holds >= 0 && op == COMPARE_NE)
            holds = !holds;
        break;
    case COMPARE_LT:
        holds = a < b ? view_subset(left, right) : 0;
        break;
    case COMPARE_LE:
        holds = a <= b ? view_subset(left, right) : 0;
        break;
    case COMPARE_GT:
        holds = a > b ? view_subset(right, left) : 0;
        break;
    case COMPARE_GE:
        holds = a >= b ? view_subset(right, left) : 0;
        break;
    }
    return holds < 0 ? 0 : VALUE_BOOL(holds);
}

/* A new set of the items of `iterable`, changed by a method of set. */
static Value set_and_call(Value iterable, const char *method, Value arg) {
    Value set = set_new(false);
    if (!set || set_update(set, iterable) < 0) {
        value_decref(set);
        return 0;
    }
    Value result = object_call_method(set, method, &arg, 1);
    value_decref(result);
    if (!result) {
        value_decref(set);
        return 0;
    }
    return set;
}

#define VIEW_OPERATOR(name, method)                                                                \
    static Value view_##name(Value left, Value right) {                                            \
        if (!is_set_view(left) && !is_set_view(right))                                             \
            return VALUE_NOTIMPLEMENTED;                                                           \
        return set_and_call(left, method, right);                                                  \
    }
VIEW_OPERATOR(sub, "difference_update")
VIEW_OPERATOR(or, "update")
VIEW_OPERATOR(xor, "symmetric_difference_update")
#undef VIEW_OPERATOR

typedef struct Intersection {
    Value view, result;
} Intersection;

static int add_if_in_view(Value item, void *context) {
    const Intersection *both = context;
    int found = object_contains(both->view, item);
    return found <= 0 ? found : set_add(both->result, item) < 0 ? -1 : 0;
}

/* Iterates over the shorter operand, as CPython does. */
static Value view_and(Value left, Value right) {
    if (!is_set_view(left)) {
        Value swap = left;
        left = right;
        right = swap;
    }
    if (!is_set_view(left))
        return VALUE_NOTIMPLEMENTED;
    if ((is_set_view(right) || value_is_any_set(right)) && object_len(right) > object_len(left) &&
        is_set_view(right)) {
        Value swap = left;
        left = right;
        right = swap;
    }
    Intersection both = {left, set_new(false)};
    if (both.result && object_iterate(right, add_if_in_view, &both) < 0) {
        value_decref(both.result);
        return 0;
    }
    return both.result;
}

static int in_other(Value item, void *context) {
    return object_contains(*(Value *)context, item);
}

NATIVE(view_isdisjoint) {
    NATIVE_UNUSED();
    Value view = args[0];
    int common = object_iterate(args[1], in_other, &view);
    return common < 0 ? 0 : VALUE_BOOL(!common);
}

NATIVE(view_mapping) {
    NATIVE_UNUSED();
    return mappingproxy_new(AS(DictView, args[0])->dict);
}

static const NativeMethod set_view_methods[] = {
    {.name = "isdisjoint", .call = view_isdisjoint, .min_args = 1, .max_args = 1},
    {.name = "__reversed__", .call = view_reversed},
    {.name = "mapping", .call = view_mapping, .kind = METHOD_GETTER},
    {0},
};

static const NativeMethod values_methods[] = {
    {.name = "__reversed__", .call = view_reversed},
    {.name = "mapping", .call = view_mapping, .kind = METHOD_GETTER},
    {0},
};

#define SET_VIEW_TYPE(text, contains_function)                                                     \
    {                                                                                              \
        .name = text, .flags = TYPE_FINAL, .basic_size = sizeof(DictView),                         \
        .methods = set_view_methods,                                                               \
        .slots = {.dealloc = view_dealloc,                                                         \
                  .traverse = view_traverse,                                                       \
                  .clear = view_dealloc,                                                           \
                  .repr = view_repr,                                                               \
                  .unhashable = true,                                                              \
                  .compare = view_compare,                                                         \
                  .len = view_len,                                                                 \
                  .contains = contains_function,                                                   \
                  .iter = view_iter,                                                               \
                  .number = {[SLOT_SUB] = view_sub,                                                \
                             [SLOT_AND] = view_and,                                                \
                             [SLOT_OR] = view_or,                                                  \
                             [SLOT_XOR] = view_xor}},                                              \
    }

Type rt_type_dict_keys = SET_VIEW_TYPE("dict_keys", keys_contains);
Type rt_type_dict_items = SET_VIEW_TYPE("dict_items", items_contains);
Type rt_type_dict_values = {
    .name = "dict_values",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(DictView),
    .methods = values_methods,
    .slots = {.dealloc = view_dealloc,
              .traverse = view_traverse,
              .clear = view_dealloc,
              .repr = view_repr,
              .len = view_len,
              .iter = view_iter},
};

/* Of OrderedDict: the same under other names. */
#define ORDERED_VIEW(text, base)                                                                   \
    { .name = text, .flags = TYPE_FINAL, .base_type = &base, .basic_size = sizeof(DictView) }
static Type type_ordered_keys = ORDERED_VIEW("odict_keys", rt_type_dict_keys);
static Type type_ordered_values = ORDERED_VIEW("odict_values", rt_type_dict_values);
static Type type_ordered_items = ORDERED_VIEW("odict_items", rt_type_dict_items);
