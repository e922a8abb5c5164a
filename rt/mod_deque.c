/*
 * mod_deque.c — collections.deque: a ring buffer whose size is a power of two.
 */
#include "deque.h"

static Type type_deque_iterator, type_deque_reverse_iterator;

enum { FIRST_SIZE = 8 };

/* ---- the ring -------------------------------------------------------------------------------- */

static Value *place(const Deque *deque, int64_t index) {
    return &deque->ring[(deque->head + index) & deque->mask];
}

static int grow(Deque *deque) {
    int64_t size = deque->ring ? (deque->mask + 1) * 2 : FIRST_SIZE;
    Value *ring = mem_alloc((uint64_t)size * sizeof(Value));
    if (!ring)
        return -1;
    for (int64_t i = 0; i < deque->length; i++)
        ring[i] = *place(deque, i);
    mem_free(deque->ring);
    deque->ring = ring;
    deque->mask = size - 1;
    deque->head = 0;
    return 0;
}

static bool is_full(const Deque *deque) {
    return !deque->ring || deque->length > deque->mask;
}

static Value pop_left(Deque *deque) {
    Value item = *place(deque, 0);
    deque->head = (deque->head + 1) & deque->mask;
    deque->length--;
    deque->changes++;
    return item;
}

static Value pop_right(Deque *deque) {
    Value item = *place(deque, deque->length - 1);
    deque->length--;
    deque->changes++;
    return item;
}

static int push_right(Deque *deque, Value item) {
    if (is_full(deque) && grow(deque) < 0)
        return -1;
    *place(deque, deque->length) = value_incref(item);
    deque->length++;
    deque->changes++;
    if (deque->most >= 0 && deque->length > deque->most)
        value_decref(pop_left(deque));
    return 0;
}

static int push_left(Deque *deque, Value item) {
    if (is_full(deque) && grow(deque) < 0)
        return -1;
    deque->head = (deque->head - 1) & deque->mask;
    deque->length++;
    *place(deque, 0) = value_incref(item);
    deque->changes++;
    if (deque->most >= 0 && deque->length > deque->most)
        value_decref(pop_right(deque));
    return 0;
}

static void clear(Deque *deque) {
    Value *ring = deque->ring;
    int64_t mask = deque->mask, head = deque->head, length = deque->length;
    deque->ring = NULL;
    deque->mask = deque->head = deque->length = 0;
    deque->changes++;
    for (int64_t i = 0; i < length; i++)
        value_decref(ring[(head + i) & mask]);
    mem_free(ring);
}

/* Takes the item at `index` out; gives its reference to the caller. */
static Value take_at(Deque *deque, int64_t index) {
    Value item = *place(deque, index);
    for (int64_t i = index; i + 1 < deque->length; i++)
        *place(deque, i) = *place(deque, i + 1);
    deque->length--;
    deque->changes++;
    return item;
}

static void rotate(Deque *deque, int64_t steps) {
    if (deque->length < 2)
        return;
    steps %= deque->length;
    if (steps < 0)
        steps += deque->length;
    bool back = steps > deque->length / 2;
    int64_t moves = back ? deque->length - steps : steps;
    for (int64_t i = 0; i < moves; i++) {
        if (back) {
            Value item = pop_left(deque);
            *place(deque, deque->length) = item;
        } else {
            Value item = pop_right(deque);
            deque->head = (deque->head - 1) & deque->mask;
            *place(deque, 0) = item;
        }
        deque->length++;
    }
    deque->changes++;
}

/* ---- construction ---------------------------------------------------------------------------- */

static int append_each(Value item, void *context) {
    return push_right(context, item);
}
static int prepend_each(Value item, void *context) {
    return push_left(context, item);
}

static int extend(Deque *deque, Value iterable, int (*each)(Value, void *)) {
    if (iterable != OBJ(deque))
        return object_iterate(iterable, each, deque);
    Value copy = list_from_iterable(iterable);
    int status = copy ? object_iterate(copy, each, deque) : -1;
    value_decref(copy);
    return status;
}

static Value deque_make(Type *type, int64_t most) {
    Deque *deque = object_new(type, sizeof(Deque));
    if (deque)
        deque->most = most;
    return OBJ(deque);
}

Value deque_create(void) {
    type_ready(&rt_type_deque);
    return deque_make(&rt_type_deque, -1);
}

int deque_push(Value self, Value item) {
    return push_right(AS(Deque, self), item);
}

Value deque_shift(Value self) {
    return pop_left(AS(Deque, self));
}

static Value deque_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return deque_make(type, -1);
}

NATIVE(deque_init_bound) {
    NATIVE_UNUSED();
    Deque *deque = SPEC_DATA(callee);
    int64_t most = -1;
    if (args[1] && args[1] != VALUE_NONE) {
        if (!value_is_int(args[1]))
            return raise_error(&rt_exc_TypeError, "an integer is required");
        most = object_index(args[1]);
        if (most < 0)
            return isolate.pending ? 0
                                   : raise_error(&rt_exc_ValueError, "maxlen must be non-negative");
    }
    clear(deque);
    deque->most = most;
    return args[0] && extend(deque, args[0], append_each) < 0 ? 0 : VALUE_NONE;
}

static int deque_init_slot(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "deque",
                                      .call = deque_init_bound,
                                      .max_args = 2,
                                      .kind = METHOD_STATIC,
                                      .keywords = "iterable maxlen"};
    return call_spec(&spec, AS(Deque, self), args, count, names) ? 0 : -1;
}

static void deque_dealloc(Object *self) {
    clear((Deque *)self);
}

static void deque_traverse(Object *self, VisitValue visit, void *context) {
    const Deque *deque = (const Deque *)self;
    for (int64_t i = 0; i < deque->length; i++)
        visit(*place(deque, i), context);
}

static Value copy_of(Value self) {
    const Deque *deque = AS(Deque, self);
    Type *type = value_object(self)->type;
    if (type == &rt_type_deque) {
        Value copy = deque_make(type, deque->most);
        for (int64_t i = 0; copy && i < deque->length; i++)
            if (push_right(AS(Deque, copy), *place(deque, i)) < 0) {
                value_decref(copy);
                return 0;
            }
        return copy;
    }
    Value args[2] = {self, deque->most < 0 ? VALUE_NONE : value_from_small_int(deque->most)};
    return object_call(OBJ(type), args, deque->most < 0 ? 1 : 2, 0);
}

/* (type, arguments, state, None or the items): the length limit is an argument. */
NATIVE(deque_reduce) {
    NATIVE_UNUSED();
    Value most = value_from_small_int(AS(Deque, args[0])->most);
    Value empty = tuple_new(NULL, 0), pair[2] = {empty, most};
    Value parts[4] = {OBJ(value_type(args[0]))};
    parts[1] = AS(Deque, args[0])->most < 0 ? value_incref(empty) : tuple_new(pair, 2);
    parts[2] = parts[1] ? object_call_method(args[0], "__getstate__", NULL, 0) : 0;
    parts[3] = parts[2] ? object_iter(args[0]) : 0;
    Value result = parts[3] ? tuple_new(parts, 4) : 0;
    for (int i = 1; i < 4; i++)
        value_decref(parts[i]);
    value_decref(empty);
    return result;
}

/* ---- iteration ------------------------------------------------------------------------------- */

/* parts[0]: the deque; index: position; extra: its `changes` at the start */
static Value iterate(Type *type, Value self) {
    Value iterator = iterator_new(type, self, 0, 0);
    if (iterator)
        AS(IteratorObject, iterator)->extra = (int64_t)AS(Deque, self)->changes;
    return iterator;
}

static Value deque_iter(Value self) {
    return iterate(&type_deque_iterator, self);
}

static Value step(Value self, bool reversed) {
    IteratorObject *iterator = AS(IteratorObject, self);
    if (!iterator->parts[0])
        return VALUE_STOP;
    const Deque *deque = AS(Deque, iterator->parts[0]);
    if ((int64_t)deque->changes != iterator->extra)
        return raise_error(&rt_exc_RuntimeError, "deque mutated during iteration");
    if (iterator->index >= deque->length)
        return iterator_finish(iterator);
    int64_t at = iterator->index++;
    return value_incref(*place(deque, reversed ? deque->length - 1 - at : at));
}

static Value deque_iterator_next(Value self) {
    return step(self, false);
}
static Value deque_reverse_next(Value self) {
    return step(self, true);
}

NATIVE(deque_iterator_hint) {
    NATIVE_UNUSED();
    const IteratorObject *iterator = AS(IteratorObject, args[0]);
    const Deque *deque = AS(Deque, iterator->parts[0]);
    return value_from_small_int(deque ? deque->length - iterator->index : 0);
}

static const NativeMethod iterator_methods[] = {
    {.name = "__length_hint__", .call = deque_iterator_hint}, {0}};

static Type type_deque_iterator = {
    .name = "_collections._deque_iterator",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = iterator_methods,
    .slots = {ITERATOR_SLOTS, .next = deque_iterator_next},
};
static Type type_deque_reverse_iterator = {
    .name = "_collections._deque_reverse_iterator",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(IteratorObject),
    .methods = iterator_methods,
    .slots = {ITERATOR_SLOTS, .next = deque_reverse_next},
};

/* ---- slots ----------------------------------------------------------------------------------- */

static Value deque_repr(Value self) {
    const Deque *deque = AS(Deque, self);
    if (repr_enter(self))
        return str_from_cstr("[...]");
    Value list = list_from_iterable(self), result = 0;
    const char *name = short_name(value_object(self)->type);
    if (list && deque->most >= 0)
        result = str_format("%s(%R, maxlen=%lld)", name, list, (long long)deque->most);
    else if (list)
        result = str_format("%s(%R)", name, list);
    value_decref(list);
    repr_leave(self);
    return result;
}

static Value deque_compare(Value left, Value right, CompareOp op) {
    if (!value_isa(left, &rt_type_deque) || !value_isa(right, &rt_type_deque))
        return VALUE_NOTIMPLEMENTED;
    bool shortcut = AS(Deque, left)->length != AS(Deque, right)->length;
    if (shortcut && (op == COMPARE_EQ || op == COMPARE_NE))
        return VALUE_BOOL(op == COMPARE_NE);
    Value a = list_from_iterable(left), b = a ? list_from_iterable(right) : 0;
    Value result = b ? object_compare(a, b, op) : 0;
    value_decref(a);
    value_decref(b);
    return result;
}

static int64_t deque_len(Value self) {
    return AS(Deque, self)->length;
}

/* A valid index of `deque`; -1 with an exception. */
static int64_t valid_index(const Deque *deque, Value key) {
    if (!value_type(key)->slots.index)
        return raise_status(&rt_exc_TypeError, "sequence index must be integer, not '%T'", key);
    int64_t index;
    if (sequence_index(key, "sequence index must be integer", &index) < 0)
        return -1;
    if (index < 0)
        index += deque->length;
    if ((uint64_t)index >= (uint64_t)deque->length)
        return raise_status(&rt_exc_IndexError, "deque index out of range");
    return index;
}

static Value deque_getitem(Value self, Value key) {
    const Deque *deque = AS(Deque, self);
    int64_t index = valid_index(deque, key);
    return index < 0 ? 0 : value_incref(*place(deque, index));
}

static int deque_setitem(Value self, Value key, Value value) {
    Deque *deque = AS(Deque, self);
    int64_t index = valid_index(deque, key);
    if (index < 0)
        return -1;
    if (value)
        value_replace(place(deque, index), value_incref(value));
    else
        value_decref(take_at(deque, index));
    return 0;
}

/* The place of `item` in [from, to): -1 missing, -2 failed. */
static int64_t find(Deque *deque, Value item, int64_t from, int64_t to) {
    uint64_t changes = deque->changes;
    for (int64_t i = from; i < to && i < deque->length; i++) {
        Value candidate = value_incref(*place(deque, i));
        int equal = object_equal(candidate, item);
        value_decref(candidate);
        if (equal < 0)
            return -2;
        if (deque->changes != changes) {
            raise_error(&rt_exc_RuntimeError, "deque mutated during iteration");
            return -2;
        }
        if (equal)
            return i;
    }
    return -1;
}

static int deque_contains(Value self, Value item) {
    int64_t index = find(AS(Deque, self), item, 0, INT64_MAX);
    return index == -2 ? -1 : index >= 0;
}

static Value deque_add(Value left, Value right) {
    if (!value_isa(left, &rt_type_deque))
        return VALUE_NOTIMPLEMENTED;
    if (!value_isa(right, &rt_type_deque))
        return raise_error(&rt_exc_TypeError, "can only concatenate deque (not \"%T\") to deque",
                           right);
    Value result = copy_of(left);
    if (result && extend(AS(Deque, result), right, append_each) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

static Value deque_iadd(Value left, Value right) {
    return extend(AS(Deque, left), right, append_each) < 0 ? 0 : value_incref(left);
}

static int repeat(Deque *deque, int64_t times) {
    if (times <= 0) {
        clear(deque);
        return 0;
    }
    Value items = list_from_iterable(OBJ(deque));
    int status = items ? 0 : -1;
    for (int64_t i = 1; status == 0 && i < times; i++)
        status = object_iterate(items, append_each, deque);
    value_decref(items);
    return status;
}

static Value deque_imul(Value left, Value right) {
    if (!value_type(right)->slots.index)
        return VALUE_NOTIMPLEMENTED;
    int64_t times = object_index(right);
    if (times == -1 && isolate.pending)
        return 0;
    return repeat(AS(Deque, left), times) < 0 ? 0 : value_incref(left);
}

static Value deque_mul(Value left, Value right) {
    Value deque = value_isa(left, &rt_type_deque) ? left : right;
    Value copy = value_type(deque == left ? right : left)->slots.index ? copy_of(deque)
                                                                       : VALUE_NOTIMPLEMENTED;
    if (!copy || copy == VALUE_NOTIMPLEMENTED)
        return copy;
    Value result = deque_imul(copy, deque == left ? right : left);
    value_decref(copy);
    return result;
}

/* ---- methods --------------------------------------------------------------------------------- */

static Deque *self_of(const Value *args) {
    return AS(Deque, args[0]);
}

NATIVE(deque_append) {
    NATIVE_UNUSED();
    return push_right(self_of(args), args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(deque_appendleft) {
    NATIVE_UNUSED();
    return push_left(self_of(args), args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(deque_pop) {
    NATIVE_UNUSED();
    if (self_of(args)->length == 0)
        return raise_error(&rt_exc_IndexError, "pop from an empty deque");
    return pop_right(self_of(args));
}

NATIVE(deque_popleft) {
    NATIVE_UNUSED();
    if (self_of(args)->length == 0)
        return raise_error(&rt_exc_IndexError, "pop from an empty deque");
    return pop_left(self_of(args));
}

NATIVE(deque_extend) {
    NATIVE_UNUSED();
    return extend(self_of(args), args[1], append_each) < 0 ? 0 : VALUE_NONE;
}

NATIVE(deque_extendleft) {
    NATIVE_UNUSED();
    return extend(self_of(args), args[1], prepend_each) < 0 ? 0 : VALUE_NONE;
}

NATIVE(deque_rotate) {
    NATIVE_UNUSED();
    if (count > 2)
        return raise_error(&rt_exc_TypeError, "deque.rotate expected at most 1 argument, got %d",
                           (int)count - 1);
    int64_t steps = count > 1 ? object_index(args[1]) : 1;
    if (steps == -1 && isolate.pending)
        return 0;
    rotate(self_of(args), steps);
    return VALUE_NONE;
}

NATIVE(deque_clear) {
    NATIVE_UNUSED();
    clear(self_of(args));
    return VALUE_NONE;
}

NATIVE(deque_copy) {
    NATIVE_UNUSED();
    return copy_of(args[0]);
}

NATIVE(deque_count) {
    NATIVE_UNUSED();
    int64_t total = 0, at = 0;
    while ((at = find(self_of(args), args[1], at, INT64_MAX)) >= 0) {
        total++;
        at++;
    }
    return at == -2 ? 0 : value_from_small_int(total);
}

NATIVE(deque_index) {
    NATIVE_UNUSED();
    int64_t from, to;
    if (index_bounds(ARG(2), ARG(3), &from, &to) < 0)
        return 0;
    search_adjust(self_of(args)->length, &from, &to);
    int64_t index = find(self_of(args), args[1], from, to);
    if (index == -1)
        return raise_error(&rt_exc_ValueError, "%R is not in deque", args[1]);
    return index < 0 ? 0 : value_from_small_int(index);
}

NATIVE(deque_remove) {
    NATIVE_UNUSED();
    int64_t index = find(self_of(args), args[1], 0, INT64_MAX);
    if (index == -1)
        return raise_error(&rt_exc_ValueError, "%R is not in deque", args[1]);
    if (index < 0)
        return 0;
    value_decref(take_at(self_of(args), index));
    return VALUE_NONE;
}

NATIVE(deque_insert) {
    NATIVE_UNUSED();
    Deque *deque = self_of(args);
    int64_t index = object_index(args[1]);
    if (index == -1 && isolate.pending)
        return 0;
    if (deque->most >= 0 && deque->length >= deque->most)
        return raise_error(&rt_exc_IndexError, "deque already at its maximum size");
    if (index < 0 && (index += deque->length) < 0)
        index = 0;
    if (index > deque->length)
        index = deque->length;
    if (push_right(deque, args[2]) < 0)
        return 0;
    Value item = *place(deque, deque->length - 1);
    for (int64_t i = deque->length - 1; i > index; i--)
        *place(deque, i) = *place(deque, i - 1);
    *place(deque, index) = item;
    return VALUE_NONE;
}

NATIVE(deque_reverse) {
    NATIVE_UNUSED();
    const Deque *deque = self_of(args);
    for (int64_t i = 0, k = deque->length - 1; i < k; i++, k--) {
        Value swap = *place(deque, i);
        *place(deque, i) = *place(deque, k);
        *place(deque, k) = swap;
    }
    return VALUE_NONE;
}

NATIVE(deque_reversed) {
    NATIVE_UNUSED();
    return iterate(&type_deque_reverse_iterator, args[0]);
}

NATIVE(deque_get_maxlen) {
    NATIVE_UNUSED();
    int64_t most = self_of(args)->most;
    return most < 0 ? VALUE_NONE : value_from_small_int(most);
}

static const NativeMethod deque_methods[] = {
    {.name = "__reduce__", .call = deque_reduce},
    {.name = "append", .call = deque_append, .min_args = 1, .max_args = 1},
    {.name = "appendleft", .call = deque_appendleft, .min_args = 1, .max_args = 1},
    {.name = "pop", .call = deque_pop},
    {.name = "popleft", .call = deque_popleft},
    {.name = "extend", .call = deque_extend, .min_args = 1, .max_args = 1},
    {.name = "extendleft", .call = deque_extendleft, .min_args = 1, .max_args = 1},
    {.name = "rotate", .call = deque_rotate, .max_args = -1},
    {.name = "clear", .call = deque_clear},
    {.name = "copy", .call = deque_copy},
    {.name = "__copy__", .call = deque_copy},
    {.name = "count", .call = deque_count, .min_args = 1, .max_args = 1},
    {.name = "index", .call = deque_index, .min_args = 1, .max_args = 3, .kind = METHOD_STACKED},
    {.name = "remove", .call = deque_remove, .min_args = 1, .max_args = 1},
    {.name = "insert", .call = deque_insert, .min_args = 2, .max_args = 2, .kind = METHOD_STACKED},
    {.name = "reverse", .call = deque_reverse},
    {.name = "__reversed__", .call = deque_reversed},
    {.name = "maxlen", .call = deque_get_maxlen, .kind = METHOD_GETTER},
    CLASS_GETITEM,
    {0},
};

Type rt_type_deque = {
    .name = "collections.deque",
    .flags =
        TYPE_DOTTED_NAME | TYPE_SEQUENCE | TYPE_WEAKREFS | TYPE_CONCATENATES | TYPE_ITEMS_BY_PLACE,
    .basic_size = sizeof(Deque),
    .methods = deque_methods,
    .slots = {.dealloc = deque_dealloc,
              .traverse = deque_traverse,
              .clear = deque_dealloc,
              .repr = deque_repr,
              .unhashable = true,
              .compare = deque_compare,
              .len = deque_len,
              .getitem = deque_getitem,
              .setitem = deque_setitem,
              .contains = deque_contains,
              .iter = deque_iter,
              .number = {[SLOT_ADD] = deque_add, [SLOT_MUL] = deque_mul},
              .inplace = {[SLOT_ADD] = deque_iadd, [SLOT_MUL] = deque_imul},
              .new = deque_new,
              .init = deque_init_slot},
};

int deque_init(ModuleObject *module) {
    type_ready(&type_deque_iterator);
    type_ready(&type_deque_reverse_iterator);
    return module_add_type(module, "deque", &rt_type_deque);
}
