/*
 * abi_containers.c — what generated code calls for items, iteration, unpacking, displays and format
 * strings (see abi.def). Pattern matching is in abi_match.c.
 */
#include "containers.h"
#include "fast.h"
#include "text.h"

/* ---- items ----------------------------------------------------------------------------------- */

/* The lists and tuples of fast.c have been tried when these are called. */
Value rt_getitem_slow(Value object, Value key) {
    if (!value_is(object, &rt_type_dict))
        return object_getitem(object, key);
    Value value = dict_get_borrow(object, key);
    if (value)
        return value_incref(value);
    return isolate.pending ? 0 : dict_get_item(object, key);
}

Value rt_getitem_i64_slow(Value object, int64_t index) {
    Value key = int_from_i64(index);
    Value result = key ? rt_getitem_slow(object, key) : 0;
    value_decref(key);
    return result;
}

int rt_setitem_slow(Value object, Value key, Value value) {
    if (value_is(object, &rt_type_dict))
        return dict_set(object, key, value);
    return object_setitem(object, key, value);
}

int rt_setitem_i64_slow(Value object, int64_t index, Value value) {
    Value key = int_from_i64(index);
    int status = key ? rt_setitem_slow(object, key, value) : -1;
    value_decref(key);
    return status;
}

int32_t pyrt_delitem(Value object, Value key) {
    return object_setitem(object, key, 0);
}

Value pyrt_slice(Value start, Value stop, Value step) {
    return slice_new(start, stop, step);
}

/* Where in a sequence of `length` items `bound` says that a slice begins or ends; false: it is
 * neither None, for which `open` stands, nor a small int. */
static bool slice_place(Value bound, int64_t length, int64_t open, int64_t *place) {
    if (bound != VALUE_NONE && !value_is_small_int(bound))
        return false;
    int64_t at = bound == VALUE_NONE ? open : value_small_int(bound);
    if (at < 0)
        at = at + length < 0 ? 0 : at + length;
    *place = at > length ? length : at;
    return true;
}

/* Does the type get and set slices without keeping the slice object? */
static bool only_reads_slices(const Type *type) {
    return type == &rt_type_list || type == &rt_type_bytearray || type == &rt_type_tuple ||
           type == &rt_type_str || type == &rt_type_bytes;
}

/* A slice that lives as long as a call; it owns none of its values. */
static SliceObject borrowed_slice(Value start, Value stop, Value step) {
    return (SliceObject){.base = {.refs = RT_IMMORTAL, .type = &rt_type_slice},
                         .start = start,
                         .stop = stop,
                         .step = step};
}

/* object[start:stop] of the commonest types; 0: it is not done here, or failed. */
static Value plain_slice(Value object, Value start, Value stop) {
    bool is_list = value_is(object, &rt_type_list), is_str = value_is(object, &rt_type_str);
    if (is_list || is_str || value_is(object, &rt_type_tuple)) {
        int64_t length = is_list  ? AS(ListObject, object)->length
                         : is_str ? AS(StrObject, object)->length
                                  : AS(TupleObject, object)->length;
        int64_t from, to;
        if (slice_place(start, length, 0, &from) && slice_place(stop, length, length, &to)) {
            int64_t count = to > from ? to - from : 0;
            if (is_str)
                return str_substring(object, from, from + count);
            if (is_list)
                return list_new(count ? AS(ListObject, object)->items + from : NULL, count);
            return count == length ? value_incref(object)
                                   : tuple_new(AS(TupleObject, object)->items + from, count);
        }
    }
    return 0;
}

Value pyrt_getslice(Value object, Value start, Value stop, Value step) {
    Value result = step == VALUE_NONE ? plain_slice(object, start, stop) : 0;
    if (result || isolate.pending)
        return result;
    if (only_reads_slices(value_type(object))) {
        _Alignas(16) SliceObject slice = borrowed_slice(start, stop, step);
        return value_type(object)->slots.getitem(object, OBJ(&slice));
    }
    Value slice = slice_new(start, stop, step);
    result = slice ? object_getitem(object, slice) : 0;
    value_decref(slice);
    return result;
}

int32_t pyrt_setslice(Value object, Value start, Value stop, Value step, Value value) {
    Type *type = value_type(object);
    if (only_reads_slices(type) && type->slots.setitem) {
        _Alignas(16) SliceObject slice = borrowed_slice(start, stop, step);
        return type->slots.setitem(object, OBJ(&slice), value);
    }
    Value slice = slice_new(start, stop, step);
    int status = slice ? object_setitem(object, slice, value) : -1;
    value_decref(slice);
    return status;
}

/* The passes count on a length that is a small int (lower/facts_op.c): the few objects without
 * memory of their own that claim more have an error here, and their length from __len__(). */
int64_t pyrt_len(Value object) {
    int64_t length = object_len(object);
    if (length <= SMALL_INT_MAX)
        return length;
    return raise_status(&rt_exc_OverflowError,
                        "len() of more than 2**62 - 1 items is not supported: %lld",
                        (long long)length);
}

/* ---- iteration, unpacking -------------------------------------------------------------------- */

Value pyrt_iter(Value iterable) {
    return object_iter(iterable);
}

/* The TypeError of something that cannot be iterated over becomes one about unpacking. */
static void reword_unpack_error(Value iterable) {
    Type *type = value_type(iterable);
    if (type->slots.iter || type->slots.getitem || !exc_pending_is(&rt_exc_TypeError))
        return;
    exc_clear();
    raise_error(&rt_exc_TypeError, "cannot unpack non-iterable %T object", iterable);
}

static Value too_many(uint32_t expected) {
    return raise_error(&rt_exc_ValueError, "too many values to unpack (expected %d)",
                       (int)expected);
}

static Value not_enough(uint32_t expected, int64_t got, bool at_least) {
    return raise_error(&rt_exc_ValueError, "not enough values to unpack (expected %s%d, got %lld)",
                       at_least ? "at least " : "", (int)expected, (long long)got);
}

/* Takes `count` items off the iterator; a failed attempt leaves the error pending. */
static Value take_items(Value iterator, uint32_t count) {
    Value tuple = tuple_new_empty(count);
    for (uint32_t i = 0; tuple && i < count; i++) {
        Value item = object_next(iterator);
        if (item && item != VALUE_STOP) {
            AS(TupleObject, tuple)->items[i] = item;
            continue;
        }
        if (item == VALUE_STOP)
            not_enough(count, i, false);
        value_decref(tuple);
        return 0;
    }
    if (!tuple)
        return 0;
    Value extra = object_next(iterator);
    if (extra == VALUE_STOP)
        return tuple;
    if (extra) {
        value_decref(extra);
        too_many(count);
    }
    value_decref(tuple);
    return 0;
}

int rt_setitem_f64_slow(Value object, int64_t index, double number) {
    Value value = float_new(number);
    int status = value ? pyrt_setitem_i64(object, index, value) : -1;
    value_decref(value);
    return status;
}

Value rt_unpack_slow(Value iterable, uint32_t count) {
    Value iterator = object_iter(iterable);
    if (!iterator) {
        reword_unpack_error(iterable);
        return 0;
    }
    Value tuple = take_items(iterator, count);
    value_decref(iterator);
    return tuple;
}

/* The items in a new list; what CPython asks for a length is the iterator. */
static Value unpacked_items(Value iterable) {
    if (value_is(iterable, &rt_type_list) || value_is(iterable, &rt_type_tuple))
        return list_from_iterable(iterable);
    Value iterator = object_iter(iterable);
    Value all = iterator ? list_from_iterable(iterator) : 0;
    if (!iterator)
        reword_unpack_error(iterable);
    value_decref(iterator);
    return all;
}

/* The items of an exact tuple or list, which nothing changes while they are copied; NULL: neither.
 */
static const Value *items_in_place(Value value, int64_t *length) {
    if (value_is(value, &rt_type_tuple)) {
        *length = AS(TupleObject, value)->length;
        return AS(TupleObject, value)->items;
    }
    if (!value_is(value, &rt_type_list))
        return NULL;
    *length = AS(ListObject, value)->length;
    return AS(ListObject, value)->items;
}

/* The items before the star, a list of those it gets, the items after it; too few: ValueError. */
static Value star_tuple(const Value *items, int64_t length, uint32_t before, uint32_t after) {
    int64_t middle = length - before - after;
    if (middle < 0)
        return not_enough(before + after, length, true);
    Value rest = list_new(middle ? items + before : NULL, middle);
    Value tuple = rest ? tuple_new_empty((int64_t)before + 1 + after) : 0;
    if (tuple) {
        Value *out = AS(TupleObject, tuple)->items;
        for (uint32_t i = 0; i < before; i++)
            out[i] = value_incref(items[i]);
        out[before] = value_incref(rest);
        for (uint32_t i = 0; i < after; i++)
            out[before + 1 + i] = value_incref(items[before + middle + i]);
    }
    value_decref(rest);
    return tuple;
}

Value pyrt_unpack_star(Value iterable, uint32_t before, uint32_t after) {
    int64_t length = 0;
    const Value *items = items_in_place(iterable, &length);
    if (items)
        return star_tuple(items, length, before, after);
    Value all = unpacked_items(iterable);
    if (!all)
        return 0;
    Value tuple =
        star_tuple(AS(ListObject, all)->items, AS(ListObject, all)->length, before, after);
    value_decref(all);
    return tuple;
}

/* ---- displays -------------------------------------------------------------------------------- */

Value pyrt_tuple(const Value *items, uint32_t count) {
    return tuple_new(items, count);
}

Value pyrt_list(const Value *items, uint32_t count) {
    return list_new(items, count);
}

Value pyrt_set(const Value *items, uint32_t count) {
    Value set = set_new(false);
    for (uint32_t i = 0; set && i < count; i++)
        if (set_add(set, items[i]) < 0) {
            value_decref(set);
            return 0;
        }
    return set;
}

Value pyrt_dict(const Value *pairs, uint32_t count) {
    Value dict = dict_new();
    for (uint32_t i = 0; dict && i + 1 < count; i += 2)
        if (dict_set(dict, pairs[i], pairs[i + 1]) < 0) {
            value_decref(dict);
            return 0;
        }
    return dict;
}

/* Extends; 1 if the iterable is none, which is left to the caller to say. */
static int extend_checked(Value list, Value iterable) {
    int status = list_extend(list, iterable);
    Type *type = value_type(iterable);
    if (status < 0 && !type->slots.iter && !type->slots.getitem &&
        exc_pending_is(&rt_exc_TypeError)) {
        exc_clear();
        return 1;
    }
    return status < 0 ? -1 : 0;
}

static int raise_not_iterable_after_star(Value value) {
    return raise_status(&rt_exc_TypeError, "Value after * must be an iterable, not %T", value);
}

int32_t pyrt_list_extend(Value list, Value iterable) {
    int status = extend_checked(list, iterable);
    return status > 0 ? raise_not_iterable_after_star(iterable) : status;
}

Value pyrt_list_as_tuple(Value list) {
    return tuple_new(AS(ListObject, list)->items, AS(ListObject, list)->length);
}

int32_t pyrt_set_add(Value set, Value item) {
    return set_add(set, item);
}
int32_t pyrt_set_update(Value set, Value iterable) {
    return set_update(set, iterable);
}

int32_t pyrt_dict_set(Value dict, Value key, Value value) {
    return dict_set(dict, key, value);
}

int32_t pyrt_dict_update(Value dict, Value mapping) {
    int status = dict_update_mapping(dict, mapping);
    if (status < 0 && exc_pending_is(&rt_exc_AttributeError)) { /* whatever it comes from */
        exc_clear();
        raise_error(&rt_exc_TypeError, "'%T' object is not a mapping", mapping);
    }
    return status;
}

/* "module.f()" for messages about a call; new reference. */
static Value function_text(Value callee) {
    bool failed = false;
    Value name = object_getattr_optional(callee, str_name("__qualname__"), &failed);
    if (failed || !name || !value_isa(name, &rt_type_str)) {
        exc_clear();
        value_decref(name);
        return object_str(callee);
    }
    Value module = object_getattr_optional(callee, str_name("__module__"), &failed);
    Value result;
    if (module && value_isa(module, &rt_type_str) && !str_equal_cstr(module, "builtins"))
        result = str_format("%S.%S()", module, name);
    else
        result = str_format("%S()", name);
    if (failed)
        exc_clear();
    value_decref(module);
    value_decref(name);
    return result;
}

static int raise_for_callee(Value callee, const char *format, Value argument) {
    Value text = function_text(callee);
    if (text)
        raise_error(&rt_exc_TypeError, format, text, argument);
    value_decref(text);
    return -1;
}

/* The items and those of an array, in a new tuple. */
static Value tuple_of_two(const Value *items, int64_t count, const Value *more,
                          int64_t more_count) {
    Value tuple = tuple_new_empty(count + more_count);
    if (!tuple || count + more_count == 0)
        return tuple;
    values_copy(AS(TupleObject, tuple)->items, items, (size_t)count);
    values_copy(AS(TupleObject, tuple)->items + count, more, (size_t)more_count);
    for (int64_t i = 0; i < count + more_count; i++)
        value_incref(AS(TupleObject, tuple)->items[i]);
    return tuple;
}

Value pyrt_tuple_join(Value iterable, Value callee, const Value *items, uint32_t count) {
    if (value_is(iterable, &rt_type_tuple)) {
        const TupleObject *more = AS(TupleObject, iterable);
        return count || !callee ? tuple_of_two(items, count, more->items, more->length)
                                : value_incref(iterable);
    }
    Value list = list_new(NULL, 0);
    int status = list ? extend_checked(list, iterable) : -1;
    const ListObject *more = AS(ListObject, list);
    Value tuple = status == 0 ? tuple_of_two(items, count, more->items, more->length) : 0;
    value_decref(list);
    if (status > 0 && callee)
        raise_for_callee(callee, "%S argument after * must be an iterable, not %T", iterable);
    else if (status > 0)
        raise_not_iterable_after_star(iterable);
    return tuple;
}

/* A mapping that is not copied must not change while `unpacked` becomes a tuple. */
Value pyrt_keywords(Value mapping, Value unpacked, Value callee) {
    bool is_settled =
        !unpacked || value_is(unpacked, &rt_type_tuple) || value_is(unpacked, &rt_type_list);
    if (is_settled && value_is(mapping, &rt_type_dict))
        return value_incref(mapping);
    Value dict = dict_new();
    if (dict && pyrt_dict_merge(dict, mapping, callee) < 0)
        value_replace(&dict, 0);
    return dict;
}

int32_t pyrt_dict_merge(Value dict, Value mapping, Value callee) {
    bool is_dict = value_is(mapping, &rt_type_dict); /* which is read where it is */
    Value copy = is_dict ? value_incref(mapping) : dict_new();
    int status = is_dict ? 0 : copy ? dict_update_mapping(copy, mapping) : -1;
    if (copy && status < 0 && exc_pending_is(&rt_exc_AttributeError)) { /* whatever it comes from */
        value_decref(copy);
        exc_clear();
        return raise_for_callee(callee, "%S argument after ** must be a mapping, not %T", mapping);
    }
    int64_t position = 0;
    Value key, value;
    while (status == 0 && dict_next(copy, &position, &key, &value)) {
        value_incref(key);
        value_incref(value);
        if (!value_isa(key, &rt_type_str))
            status = raise_status(&rt_exc_TypeError, "keywords must be strings");
        else if (object_contains(dict, key) > 0)
            status =
                raise_for_callee(callee, "%S got multiple values for keyword argument '%S'", key);
        else
            status = dict_set(dict, key, value);
        value_decref(key);
        value_decref(value);
    }
    value_decref(copy);
    return status;
}

/* ---- format strings -------------------------------------------------------------------------- */

static int64_t decimal_size(int64_t number) {
    int64_t size = 1 + (number < 0);
    while (number /= 10)
        size++;
    return size;
}

/* Writes `number` at `at`; answers where it ends. */
static int64_t put_decimal(StrObject *str, int64_t at, int64_t number) {
    char digits[DECIMAL_MAX], *end = digits + sizeof digits;
    char *start = decimal_write_signed(end, number);
    for (int64_t i = 0; i < end - start; i++)
        str_put(str, at + i, (uint8_t)start[i]);
    return at + (end - start);
}

/* Measures all pieces, then writes each into its place. */
Value pyrt_concat(const Value *pieces, uint32_t count) {
    int64_t length = 0;
    uint32_t most = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool is_int = value_is_small_int(pieces[i]);
        const StrObject *piece = AS(StrObject, pieces[i]);
        length += is_int ? decimal_size(value_small_int(pieces[i])) : piece->length;
        most |= is_int ? 0x7f : str_char_limit(piece);
    }
    if (length == 0)
        return str_empty();
    StrObject *result = str_alloc(length, most);
    int64_t at = 0;
    for (uint32_t i = 0; result && i < count; i++) {
        bool is_int = value_is_small_int(pieces[i]);
        at = is_int ? put_decimal(result, at, value_small_int(pieces[i]))
                    : str_copy_all(result, at, AS(StrObject, pieces[i]));
    }
    return OBJ(result);
}

Value pyrt_piece(Value value) {
    if (value_is_small_int(value) || value_is(value, &rt_type_str))
        return value_incref(value);
    return object_format(value, str_name(""));
}

Value pyrt_format(Value value, uint32_t conversion, Value spec) {
    Value subject = conversion == 's'   ? object_str(value)
                    : conversion == 'r' ? object_repr(value)
                    : conversion == 'a' ? object_ascii(value)
                                        : value_incref(value);
    if (!subject)
        return 0;
    if (!spec && value_is(subject, &rt_type_str))
        return subject;
    Value result = object_format(subject, spec ? spec : str_name(""));
    value_decref(subject);
    return result;
}
