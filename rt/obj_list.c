/*
 * obj_list.c — list: a growing array of values.
 *
 * Anything that may run Python code (comparisons, dropping references) may change the list under
 * our feet: loops therefore read length and items anew at each step and hold a reference to the
 * item at hand. Sorting is in list_sort.c.
 */
#include "containers.h"
#include "fast.h"
#include "object.h"

#define INDEX_TEXT "list indices must be integers or slices"

/* ---- storage --------------------------------------------------------------------------------- */

/* Items are buffers of mem_take, of the list's capacity. Empty lists have none. */
static void items_drop(Value *items, int64_t capacity) {
    mem_give_back(items, (size_t)capacity * sizeof(Value));
}

/* `capacity` > 0. 0 or -1. */
static int set_capacity(ListObject *list, int64_t capacity) {
    size_t size = mem_size(0, capacity, sizeof(Value));
    Value *items =
        size ? mem_resize(list->items, (size_t)list->capacity * sizeof(Value), size) : NULL;
    if (!items)
        return -1;
    list->items = items;
    list->capacity = capacity;
    return 0;
}

/* Makes the length `length`; new places are not initialised. CPython's growth pattern. */
static int list_resize(ListObject *list, int64_t length) {
    if (length > list->capacity || length < list->capacity / 2) {
        int64_t capacity = (length + (length >> 3) + 6) & ~(int64_t)3;
        if (length == 0) {
            items_drop(list->items, list->capacity);
            list->items = NULL;
            list->capacity = 0;
        } else if (set_capacity(list, capacity) < 0) {
            if (length > list->capacity)
                return -1;
            exc_clear(); /* could not shrink: stays as it is */
        }
    }
    list->length = length;
    return 0;
}

Value list_new(const Value *items, int64_t count) {
    ListObject *list = object_new(&rt_type_list, sizeof(ListObject));
    if (!list || count == 0)
        return OBJ(list);
    if (set_capacity(list, count) < 0) {
        value_decref(OBJ(list));
        return 0;
    }
    for (int64_t i = 0; i < count; i++)
        list->items[i] = value_incref(items[i]);
    list->length = count;
    return OBJ(list);
}

static inline int append_take(ListObject *list, Value item) {
    int64_t length = list->length;
    if (length < list->capacity) {
        list->length = length + 1;
    } else if (list_resize(list, length + 1) < 0) {
        value_decref(item);
        return -1;
    }
    list->items[length] = item;
    return 0;
}

int list_append_take(Value self, Value item) {
    return item ? append_take(AS(ListObject, self), item) : -1;
}

int list_append(Value self, Value item) {
    return append_take(AS(ListObject, self), value_incref(item));
}

int list_insert(Value self, int64_t index, Value item) {
    ListObject *list = AS(ListObject, self);
    int64_t length = list->length;
    if (index < 0 && (index += length) < 0)
        index = 0;
    if (index > length)
        index = length;
    if (list_resize(list, length + 1) < 0)
        return -1;
    memmove(list->items + index + 1, list->items + index, (size_t)(length - index) * sizeof(Value));
    list->items[index] = value_incref(item);
    return 0;
}

/* Empties the list; references are dropped last, when it is consistent. */
static void list_drop_all(ListObject *list) {
    Value *items = list->items;
    int64_t length = list->length, capacity = list->capacity;
    list->items = NULL;
    list->length = list->capacity = 0;
    while (length > 0)
        value_decref(items[--length]);
    items_drop(items, capacity);
}

static void list_dealloc(Object *self) {
    list_drop_all((ListObject *)self);
}

static void list_traverse(Object *self, VisitValue visit, void *context) {
    ListObject *list = (ListObject *)self;
    for (int64_t i = 0; i < list->length; i++)
        visit(list->items[i], context);
}

/* ---- making lists ---------------------------------------------------------------------------- */

static int extend_items(ListObject *list, Value *const *items, int64_t count) {
    int64_t length = list->length;
    if (count == 0)
        return 0;
    if (list_resize(list, length + count) < 0)
        return -1;
    for (int64_t i = 0; i < count; i++) /* *items is read anew: it may be our own array */
        list->items[length + i] = value_incref((*items)[i]);
    return 0;
}

/* Room for `count` more items. */
static int reserve(ListObject *list, int64_t count) {
    if (count <= list->capacity - list->length)
        return 0;
    if (count > INT64_MAX - list->length)
        return raise_no_memory(), -1;
    return set_capacity(list, list->length + count);
}

/* Gives back the room that no item takes; without memory to do so it stays. */
static void give_back_room(ListObject *list) {
    if (!list->length) {
        items_drop(list->items, list->capacity);
        list->items = NULL;
        list->capacity = 0;
    } else if (set_capacity(list, list->length) < 0) {
        exc_clear();
    }
}

/* Room for the items of what says how many it has without running code. */
static int reserve_for(ListObject *list, Value iterable) {
    const Type *type = value_type(iterable);
    if (type->flags & TYPE_HEAP || !type->slots.len)
        return 0;
    int64_t count = type->slots.len(iterable);
    return count < 0 ? -1 : reserve(list, count);
}

/* Appends what is left of the iterator. The list grows by half each time; what is left over in the
 * end is given back. */
static int extend_by_iterator(ListObject *list, Value iterator) {
    enum { FEW = 4 };
    Value (*next)(Value) = value_type(iterator)->slots.next;
    for (;;) {
        Value item = next(iterator);
        if (!item)
            item = rt_next_failed();
        if (item == VALUE_STOP)
            break;
        if (!item)
            return -1;
        int64_t length = list->length;
        if (length == list->capacity && reserve(list, FEW + length / 2) < 0) {
            value_decref(item);
            return -1;
        }
        list->items[length] = item;
        list->length = length + 1;
    }
    int64_t length = list->length;
    if (list->capacity - length > FEW + length / 8)
        give_back_room(list);
    return 0;
}

/* CPython asks for a length first. Nothing here needs it, but methods in Python see the question.
 */
static bool hint_is_visible(Type *type) {
    return type->flags & TYPE_HEAP &&
           (type->slots.len || type_lookup_borrow(type, str_name("__length_hint__")));
}

int list_extend(Value self, Value iterable) {
    ListObject *list = AS(ListObject, self);
    if (value_is(iterable, &rt_type_list)) {
        ListObject *other = AS(ListObject, iterable);
        return extend_items(list, &other->items, other->length);
    }
    if (value_is(iterable, &rt_type_tuple)) {
        TupleObject *tuple = AS(TupleObject, iterable);
        Value *items = tuple->items;
        return extend_items(list, &items, tuple->length);
    }
    Value iterator = object_iter(iterable);
    int status = iterator ? 0 : -1;
    if (iterator && hint_is_visible(value_type(iterable)))
        status = object_length_hint(iterable, 0) < 0 ? -1 : 0;
    else if (iterator)
        status = reserve_for(list, iterable);
    if (status == 0)
        status = extend_by_iterator(list, iterator);
    value_decref(iterator);
    return status;
}

Value list_from_iterable(Value iterable) {
    Value list = list_new(NULL, 0);
    if (list && list_extend(list, iterable) < 0) {
        value_decref(list);
        return 0;
    }
    return list;
}

Value list_of_parts(Value iterable, const char *message) {
    if (value_is(iterable, &rt_type_list))
        return value_incref(iterable);
    Value iterator = object_iter(iterable);
    Value list = iterator ? list_from_iterable(iterator) : 0;
    if (!iterator && exc_pending_is(&rt_exc_TypeError)) {
        exc_clear();
        raise_error(&rt_exc_TypeError, "%s", message);
    }
    value_decref(iterator);
    return list;
}

Value list_slice(Value self, int64_t from, int64_t to) {
    return list_new(AS(ListObject, self)->items + from, to > from ? to - from : 0);
}

static Value list_new_slot(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ(object_new(type, sizeof(ListObject)));
}

NATIVE(list_init_bound) {
    NATIVE_UNUSED();
    ListObject *list = SPEC_DATA(callee);
    list_drop_all(list);
    if (count > 0 && list_extend(OBJ(list), args[0]) < 0)
        return 0;
    return VALUE_NONE;
}

static int list_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {
        .name = "list", .call = list_init_bound, .max_args = 1, .kind = METHOD_STATIC};
    /* Keywords are for the __new__ of the program, if there is one. */
    bool own_new = value_object(self)->type->slots.new != list_new_slot;
    return call_spec(&spec, AS(ListObject, self), args, count, own_new ? 0 : names) ? 0 : -1;
}

/* ---- items and slices ------------------------------------------------------------------------ */

static Value list_get_slice(ListObject *list, Value key) {
    int64_t start, stop, step, count;
    if (slice_unpack(key, &start, &stop, &step) < 0)
        return 0;
    count = slice_adjust(list->length, &start, &stop, step);
    if (step == 1)
        return list_new(count ? list->items + start : NULL, count);
    Value result = list_new(NULL, 0);
    if (!result || count == 0)
        return result;
    ListObject *copy = AS(ListObject, result);
    if (list_resize(copy, count) < 0) {
        value_decref(result);
        return 0;
    }
    for (int64_t i = 0; i < count; i++)
        copy->items[i] = value_incref(list->items[start + i * step]);
    return result;
}

static Value list_getitem(Value self, Value key) {
    ListObject *list = AS(ListObject, self);
    if (value_is(key, &rt_type_slice))
        return list_get_slice(list, key);
    int64_t index;
    if (sequence_index(key, INDEX_TEXT, &index) < 0)
        return 0;
    if (index < 0)
        index += list->length;
    if ((uint64_t)index >= (uint64_t)list->length)
        return raise_error(&rt_exc_IndexError, "list index out of range");
    return value_incref(list->items[index]);
}

/* Replaces items[from..to) by `count` values that are stolen. */
static int splice(ListObject *list, int64_t from, int64_t to, const Value *items, int64_t count) {
    int64_t removed = to - from, length = list->length;
    if (!removed && !count)
        return 0; /* the list may have no items to point at */
    enum { FEW_DROPPED = 16 };
    Value few[FEW_DROPPED];
    bool is_few = removed <= FEW_DROPPED;
    Value *dropped = is_few ? few : mem_alloc_items(removed, sizeof(Value));
    if (!dropped)
        return -1;
    if (removed)
        memcpy(dropped, list->items + from, (size_t)removed * sizeof(Value));
    if (count > removed && list_resize(list, length + count - removed) < 0) {
        if (!is_few)
            mem_free(dropped);
        return -1;
    }
    if (count != removed)
        memmove(list->items + from + count, list->items + to,
                (size_t)(length - to) * sizeof(Value));
    if (count)
        memcpy(list->items + from, items, (size_t)count * sizeof(Value));
    if (count < removed)
        list_resize(list, length + count - removed); /* shrinking; failing to is harmless */
    for (int64_t i = removed; i > 0; i--)
        value_decref(dropped[i - 1]);
    if (!is_few)
        mem_free(dropped);
    return 0;
}

/* The list may have become shorter since its slice was computed: __index__ or an iterator ran. */
static void limit_slice(const ListObject *list, int64_t *from, int64_t *to) {
    if (*to > list->length)
        *to = list->length;
    if (*from > *to)
        *from = *to;
}

/* The items of another list or a tuple, which no Python code has to hand out. */
static int splice_shared(ListObject *list, int64_t from, int64_t to, const Value *items,
                         int64_t count) {
    limit_slice(list, &from, &to);
    for (int64_t i = 0; i < count; i++)
        value_incref(items[i]);
    int status = splice(list, from, to, items, count);
    for (int64_t i = 0; status < 0 && i < count; i++)
        value_decref(items[i]);
    return status;
}

/* What is assigned to a slice, as a new list. */
static Value assigned_items(Value iterable, const char *message) {
    bool plain = value_is(iterable, &rt_type_list) || value_is(iterable, &rt_type_tuple);
    return plain ? list_from_iterable(iterable) : list_of_parts(iterable, message);
}

int list_assign_slice(ListObject *list, int64_t from, int64_t to, Value iterable) {
    if (!iterable)
        return splice(list, from, to, NULL, 0);
    if (value_is(iterable, &rt_type_list) && AS(ListObject, iterable) != list)
        return splice_shared(list, from, to, AS(ListObject, iterable)->items,
                             AS(ListObject, iterable)->length);
    if (value_is(iterable, &rt_type_tuple))
        return splice_shared(list, from, to, AS(TupleObject, iterable)->items,
                             AS(TupleObject, iterable)->length);
    Value copy = assigned_items(iterable, "can only assign an iterable");
    if (!copy)
        return -1;
    ListObject *source = AS(ListObject, copy);
    limit_slice(list, &from, &to);
    int status = splice(list, from, to, source->items, source->length);
    if (status == 0)
        source->length = 0; /* the references moved */
    value_decref(copy);
    return status;
}

static int delete_extended(ListObject *list, int64_t start, int64_t step, int64_t count) {
    if (count <= 0)
        return 0;
    if (step < 0) {
        start += step * (count - 1);
        step = -step;
    }
    Value *dropped = mem_alloc_items(count, sizeof(Value));
    if (!dropped)
        return -1;
    int64_t out = start, taken = 0;
    for (int64_t i = start; i < list->length; i++) {
        if (taken < count && i == start + taken * step)
            dropped[taken++] = list->items[i];
        else
            list->items[out++] = list->items[i];
    }
    list_resize(list, out);
    for (int64_t i = 0; i < count; i++)
        value_decref(dropped[i]);
    mem_free(dropped);
    return 0;
}

static int assign_extended(ListObject *list, int64_t start, int64_t step, int64_t count,
                           Value iterable) {
    Value copy = assigned_items(iterable, "must assign iterable to extended slice");
    if (!copy)
        return -1;
    ListObject *source = AS(ListObject, copy);
    if (source->length != count) {
        raise_error(&rt_exc_ValueError,
                    "attempt to assign sequence of size %lld to extended slice of size %lld",
                    (long long)source->length, (long long)count);
        value_decref(copy);
        return -1;
    }
    for (int64_t i = 0; i < count; i++) { /* swap: the old items are dropped with `copy` */
        Value *place = &list->items[start + i * step];
        Value old = *place;
        *place = source->items[i];
        source->items[i] = old;
    }
    value_decref(copy);
    return 0;
}

static int list_set_slice(ListObject *list, Value key, Value value) {
    int64_t start, stop, step, count;
    if (slice_unpack(key, &start, &stop, &step) < 0)
        return -1;
    count = slice_adjust(list->length, &start, &stop, step);
    if (step == 1)
        return list_assign_slice(list, start, start + count, value);
    if (!value)
        return delete_extended(list, start, step, count);
    return assign_extended(list, start, step, count, value);
}

static int list_setitem(Value self, Value key, Value value) {
    ListObject *list = AS(ListObject, self);
    if (value_is(key, &rt_type_slice))
        return list_set_slice(list, key, value);
    int64_t index;
    if (sequence_index(key, INDEX_TEXT, &index) < 0)
        return -1;
    if (index < 0)
        index += list->length;
    if ((uint64_t)index >= (uint64_t)list->length)
        return raise_status(&rt_exc_IndexError, "list assignment index out of range");
    if (!value)
        return splice(list, index, index + 1, NULL, 0);
    value_replace(&list->items[index], value_incref(value));
    return 0;
}

/* ---- operators ------------------------------------------------------------------------------- */

static Value list_repr(Value self) {
    ListObject *list = AS(ListObject, self);
    return items_repr(self, &list->items, &list->length, "[", "]", "[...]");
}

static Value list_compare(Value left, Value right, CompareOp op) {
    if (!value_isa(left, &rt_type_list) || !value_isa(right, &rt_type_list))
        return VALUE_NOTIMPLEMENTED;
    ListObject *a = AS(ListObject, left), *b = AS(ListObject, right);
    if (a->length != b->length && (op == COMPARE_EQ || op == COMPARE_NE))
        return VALUE_BOOL(op == COMPARE_NE);
    return items_compare(&a->items, &a->length, &b->items, &b->length, op);
}

static int64_t list_len(Value self) {
    return AS(ListObject, self)->length;
}

/* The place of `item` in [from, to), -1 if it is not there, -2 on failure. */
static int64_t list_find(ListObject *list, Value item, int64_t from, int64_t to) {
    for (int64_t i = from; i < to && i < list->length; i++) {
        Value candidate = list->items[i];
        if (candidate == item)
            return i;
        if (value_is_small_int(candidate) && value_is_small_int(item))
            continue;
        value_incref(candidate);
        int equal = object_equal(candidate, item);
        value_decref(candidate);
        if (equal)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

static int list_contains(Value self, Value item) {
    int64_t place = list_find(AS(ListObject, self), item, 0, INT64_MAX);
    return place == -2 ? -1 : place >= 0;
}

static Value list_add(Value left, Value right) {
    if (!value_isa(left, &rt_type_list) || !value_isa(right, &rt_type_list))
        return VALUE_NOTIMPLEMENTED;
    const ListObject *first = AS(ListObject, left), *second = AS(ListObject, right);
    Value result = list_new(NULL, 0);
    int64_t length = first->length + second->length;
    if (!result || !length)
        return result;
    ListObject *list = AS(ListObject, result);
    if (set_capacity(list, length) < 0) {
        value_decref(result);
        return 0;
    }
    list->length = length;
    values_copy(list->items, first->items, (size_t)first->length);
    values_copy(list->items + first->length, second->items, (size_t)second->length);
    for (int64_t i = 0; i < length; i++)
        value_incref(list->items[i]);
    return result;
}

/* The items `times` over, appended to `out`, which already holds them once. */
static int repeat_items(ListObject *out, int64_t times) {
    int64_t length = out->length;
    if (times <= 0) {
        list_drop_all(out);
        return 0;
    }
    if (length && times > INT64_MAX / 32 / length)
        return raise_no_memory(), -1;
    if (list_resize(out, length * times) < 0)
        return -1;
    Value *items = out->items;
    for (int64_t i = 0; i < length; i++)
        if (value_is_pointer(items[i]))
            value_object(items[i])->refs += (uint32_t)(times - 1);
    for (int64_t done = length, rest; (rest = length * times - done) > 0;) {
        int64_t copied = rest < done ? rest : done;
        values_copy(items + done, items, (size_t)copied);
        done += copied;
    }
    return 0;
}

static Value list_mul(Value left, Value right) {
    if (!value_isa(left, &rt_type_list)) {
        Value swap = left;
        left = right;
        right = swap;
    }
    if (!value_isa(left, &rt_type_list) || !value_type(right)->slots.index)
        return VALUE_NOTIMPLEMENTED;
    int64_t times = object_repeat_count(right);
    if (times == -1 && isolate.pending)
        return 0;
    Value result =
        list_new(AS(ListObject, left)->items, times > 0 ? AS(ListObject, left)->length : 0);
    if (result && repeat_items(AS(ListObject, result), times) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

static Value list_iadd(Value left, Value right) {
    return list_extend(left, right) < 0 ? 0 : value_incref(left);
}

static Value list_imul(Value left, Value right) {
    if (!value_type(right)->slots.index)
        return VALUE_NOTIMPLEMENTED;
    int64_t times = object_repeat_count(right);
    if (times == -1 && isolate.pending)
        return 0;
    return repeat_items(AS(ListObject, left), times) < 0 ? 0 : value_incref(left);
}

static Value list_iter(Value self) {
    return list_iterator_new(self, false);
}

/* ---- methods --------------------------------------------------------------------------------- */

NATIVE(list_append_method) {
    NATIVE_UNUSED();
    return list_append(args[0], args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(list_extend_method) {
    NATIVE_UNUSED();
    return list_extend(args[0], args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(list_insert_method) {
    NATIVE_UNUSED();
    int64_t index = object_index(args[1]);
    if (index == -1 && isolate.pending)
        return 0;
    return list_insert(args[0], index, args[2]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(list_pop_method) {
    NATIVE_UNUSED();
    int64_t index = -1;
    if (count > 1 && (index = object_index(args[1])) == -1 && isolate.pending)
        return 0;
    ListObject *list = AS(ListObject, args[0]);
    if (list->length == 0)
        return raise_error(&rt_exc_IndexError, "pop from empty list");
    if (index < 0)
        index += list->length;
    if ((uint64_t)index >= (uint64_t)list->length)
        return raise_error(&rt_exc_IndexError, "pop index out of range");
    Value item = list->items[index];
    memmove(list->items + index, list->items + index + 1,
            (size_t)(list->length - index - 1) * sizeof(Value));
    list_resize(list, list->length - 1);
    return item;
}

NATIVE(list_remove_method) {
    NATIVE_UNUSED();
    ListObject *list = AS(ListObject, args[0]);
    int64_t place = list_find(list, args[1], 0, INT64_MAX);
    if (place == -2)
        return 0;
    if (place < 0)
        return raise_error(&rt_exc_ValueError, "list.remove(x): x not in list");
    if (place < list->length && splice(list, place, place + 1, NULL, 0) < 0)
        return 0;
    return VALUE_NONE;
}

NATIVE(list_clear_method) {
    NATIVE_UNUSED();
    list_drop_all(AS(ListObject, args[0]));
    return VALUE_NONE;
}

NATIVE(list_copy_method) {
    NATIVE_UNUSED();
    return list_new(AS(ListObject, args[0])->items, AS(ListObject, args[0])->length);
}

NATIVE(list_index_method) {
    NATIVE_UNUSED();
    ListObject *list = AS(ListObject, args[0]);
    int64_t from, to;
    if (index_bounds(ARG(2), ARG(3), &from, &to) < 0)
        return 0;
    search_adjust(list->length, &from, &to);
    int64_t place = list_find(list, args[1], from, to);
    if (place == -2)
        return 0;
    if (place < 0)
        return raise_error(&rt_exc_ValueError, "%R is not in list", args[1]);
    return value_from_small_int(place);
}

NATIVE(list_count_method) {
    NATIVE_UNUSED();
    ListObject *list = AS(ListObject, args[0]);
    int64_t found = 0;
    for (int64_t i = 0; (i = list_find(list, args[1], i, INT64_MAX)) >= 0; i++)
        found++;
    return isolate.pending ? 0 : value_from_small_int(found);
}

NATIVE(list_reverse_method) {
    NATIVE_UNUSED();
    ListObject *list = AS(ListObject, args[0]);
    for (int64_t i = 0, k = list->length - 1; i < k; i++, k--) {
        Value swap = list->items[i];
        list->items[i] = list->items[k];
        list->items[k] = swap;
    }
    return VALUE_NONE;
}

NATIVE(list_sort_method) {
    NATIVE_UNUSED();
    Value key = args[1] == VALUE_NONE ? 0 : args[1];
    int reverse = args[2] ? object_flag(args[2]) : 0;
    if (reverse < 0 || list_sort(args[0], key, reverse) < 0)
        return 0;
    return VALUE_NONE;
}

NATIVE(list_reversed_method) {
    NATIVE_UNUSED();
    return list_iterator_new(args[0], true);
}

static const NativeMethod list_methods[] = {
    {.name = "append", .call = list_append_method, .min_args = 1, .max_args = 1},
    {.name = "extend", .call = list_extend_method, .min_args = 1, .max_args = 1},
    {.name = "insert", .call = list_insert_method, .min_args = 2, .max_args = 2},
    {.name = "pop", .call = list_pop_method, .max_args = 1},
    {.name = "remove", .call = list_remove_method, .min_args = 1, .max_args = 1},
    {.name = "clear", .call = list_clear_method},
    {.name = "copy", .call = list_copy_method},
    {.name = "index", .call = list_index_method, .min_args = 1, .max_args = 3},
    {.name = "count", .call = list_count_method, .min_args = 1, .max_args = 1},
    {.name = "reverse", .call = list_reverse_method},
    {.name = "sort", .call = list_sort_method, .keywords = "key reverse"},
    {.name = "__reversed__", .call = list_reversed_method},
    CLASS_GETITEM,
    {0},
};

Type rt_type_list = {
    .name = "list",
    .flags = TYPE_LIST_SUBCLASS | TYPE_SEQUENCE | TYPE_CONCATENATES,
    .basic_size = sizeof(ListObject),
    .methods = list_methods,
    .doc = "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new "
           "empty list.\nThe argument must be an iterable if specified.",
    .slots = {.dealloc = list_dealloc,
              .traverse = list_traverse,
              .clear = list_dealloc,
              .repr = list_repr,
              .unhashable = true,
              .compare = list_compare,
              .len = list_len,
              .getitem = list_getitem,
              .setitem = list_setitem,
              .contains = list_contains,
              .iter = list_iter,
              .number = {[SLOT_ADD] = list_add, [SLOT_MUL] = list_mul},
              .inplace = {[SLOT_ADD] = list_iadd, [SLOT_MUL] = list_imul},
              .new = list_new_slot,
              .init = list_init},
};
