/*
 * mod_pickle_save.c — what the pickler does with each kind of object: atoms, containers of the
 * exact built-in types, and for all others the search for the function that takes them apart
 * (mod_pickle_reduce.c writes its answer, mod_pickle_global.c what goes by name).
 *
 * Containers that can hold themselves are remembered before their items are written. Tuples and
 * frozensets cannot be: if one turns out to be remembered once its items are written, it was met
 * again among them; what was written is then thrown away and the remembered one taken.
 */
#include "numbers.h"
#include "pickle.h"

enum { BATCH = 1000, FAST_LIMIT = 50 };

/* ---- fast mode: nothing is remembered, so cycles have to be found -------------------------- */

static Value identity(Value object) {
    return int_from_u64(object);
}

/* 0 or -1 */
static int fast_enter(Pickler *self, Value object) {
    if (!self->fast || ++self->fast_depth < FAST_LIMIT)
        return 0;
    if (!self->fast_seen && !(self->fast_seen = dict_new()))
        return -1;
    Value key = identity(object);
    int seen = key ? object_contains(self->fast_seen, key) : -1;
    int status = seen == 0 ? dict_set(self->fast_seen, key, VALUE_NONE) : -1;
    value_decref(key);
    if (seen > 0)
        return raise_status(&rt_exc_ValueError,
                            "fast mode: can't pickle cyclic objects including object type %T at %s",
                            object, pointer_text(object).text);
    return status;
}

static int fast_leave(Pickler *self, Value object, int status) {
    if (!self->fast || self->fast_depth-- < FAST_LIMIT || status < 0)
        return status;
    Value key = identity(object);
    status = key ? dict_delete(self->fast_seen, key) : -1;
    value_decref(key);
    return status < 0 ? -1 : 0;
}

/* ---- sequences ------------------------------------------------------------------------------- */

static int save_each(Pickler *self, Value tuple) {
    for (int64_t i = 0; i < AS(TupleObject, tuple)->length; i++)
        if (pickle_save(self, AS(TupleObject, tuple)->items[i]) < 0)
            return -1;
    return 0;
}

static int write_ops(Pickler *self, PickleOp op, int64_t times) {
    while (times-- > 0)
        if (pickle_op(self, op) < 0)
            return -1;
    return 0;
}

static int save_empty_tuple(Pickler *self) {
    if (self->protocol)
        return pickle_op(self, OP_EMPTY_TUPLE);
    return pickle_write(self, "(t", 2);
}

static int save_tuple(Pickler *self, Value tuple) {
    static const PickleOp short_ops[] = {OP_EMPTY_TUPLE, OP_TUPLE1, OP_TUPLE2, OP_TUPLE3};
    int64_t length = AS(TupleObject, tuple)->length;
    if (length == 0)
        return save_empty_tuple(self);
    bool is_short = length <= 3 && self->protocol >= 2;
    if ((!is_short && pickle_op(self, OP_MARK) < 0) || save_each(self, tuple) < 0)
        return -1;
    int64_t index = pickle_memo_find(&self->memo, tuple);
    if (index < 0) {
        int status = pickle_op(self, is_short ? short_ops[length] : OP_TUPLE);
        return status < 0 ? -1 : pickle_remember(self, tuple);
    }
    int status = self->binary && !is_short ? pickle_op(self, OP_POP_MARK)
                                           : write_ops(self, OP_POP, length + !is_short);
    return status < 0 ? -1 : pickle_recall(self, index);
}

static int save_list_items(Pickler *self, Value object) {
    const ListObject *list = AS(ListObject, object);
    int64_t at = 0;
    if (list->length == 1) {
        Value item = value_incref(list->items[0]);
        int status = pickle_save(self, item);
        value_decref(item);
        return status < 0 ? -1 : pickle_op(self, OP_APPEND);
    }
    do {
        if (pickle_op(self, OP_MARK) < 0)
            return -1;
        for (int64_t n = 0; n < BATCH && at < list->length; n++) {
            Value item = value_incref(list->items[at++]);
            int status = pickle_save(self, item);
            value_decref(item);
            if (status < 0)
                return -1;
        }
        if (pickle_op(self, OP_APPENDS) < 0)
            return -1;
    } while (at < list->length);
    return 0;
}

static int start_container(Pickler *self, Value object, PickleOp empty, PickleOp old) {
    if (self->binary ? pickle_op(self, empty) < 0
                     : pickle_op(self, OP_MARK) < 0 || pickle_op(self, old) < 0)
        return -1;
    return pickle_remember(self, object);
}

static int save_by_iterator(Pickler *self, Value iterable_take,
                            int (*save)(Pickler *, Value iterator)) {
    Value iterator = iterable_take ? object_iter(iterable_take) : 0;
    int status = iterator ? save(self, iterator) : -1;
    value_decref(iterator);
    value_decref(iterable_take);
    return status;
}

static int save_list(Pickler *self, Value list) {
    int status = fast_enter(self, list);
    if (status == 0)
        status = start_container(self, list, OP_EMPTY_LIST, OP_LIST);
    if (status == 0 && AS(ListObject, list)->length)
        status = self->protocol > 0 ? save_list_items(self, list)
                                    : save_by_iterator(self, value_incref(list), pickle_save_items);
    return fast_leave(self, list, status);
}

/* ---- dicts ----------------------------------------------------------------------------------- */

static int save_pair(Pickler *self, Value key, Value value) {
    value_incref(key);
    value_incref(value);
    int status = pickle_save(self, key);
    if (status == 0)
        status = pickle_save(self, value);
    value_decref(key);
    value_decref(value);
    return status;
}

static int save_dict_pairs(Pickler *self, Value dict) {
    int64_t size = dict_len(dict), position = 0, n;
    Value key, value;
    if (size == 1) {
        dict_next(dict, &position, &key, &value);
        return save_pair(self, key, value) < 0 ? -1 : pickle_op(self, OP_SETITEM);
    }
    do {
        if (pickle_op(self, OP_MARK) < 0)
            return -1;
        for (n = 0; n < BATCH && dict_next(dict, &position, &key, &value); n++)
            if (save_pair(self, key, value) < 0)
                return -1;
        if (pickle_op(self, OP_SETITEMS) < 0)
            return -1;
        if (dict_len(dict) != size)
            return raise_status(&rt_exc_RuntimeError, "dictionary changed size during iteration");
    } while (n == BATCH);
    return 0;
}

static int save_dict(Pickler *self, Value dict) {
    int status = fast_enter(self, dict);
    if (status == 0)
        status = start_container(self, dict, OP_EMPTY_DICT, OP_DICT);
    if (status == 0 && dict_len(dict))
        status = self->protocol > 0
                     ? save_dict_pairs(self, dict)
                     : save_by_iterator(self, dict_view_new(dict, DICT_ITEMS), pickle_save_pairs);
    return fast_leave(self, dict, status);
}

/* ---- sets ------------------------------------------------------------------------------------ */

/* Saves up to `most` members behind *place of the table. Answers how many, or -1. */
static int64_t save_members(Pickler *self, const SetObject *set, int64_t *place, int64_t most) {
    int64_t n = 0;
    for (; n < most && *place <= set->mask; ++*place) {
        Value member = set->table[*place].key;
        if (!member || member == SET_DUMMY)
            continue;
        value_incref(member);
        int status = pickle_save(self, member);
        value_decref(member);
        if (status < 0)
            return -1;
        n++;
    }
    return n;
}

static int save_as_call_of_list(Pickler *self, Value object, Type *type) {
    return pickle_save_call(self, OBJ(type), list_from_iterable(object), object);
}

static int save_set(Pickler *self, Value object) {
    if (self->protocol < 4)
        return save_as_call_of_list(self, object, &rt_type_set);
    if (pickle_op(self, OP_EMPTY_SET) < 0 || pickle_remember(self, object) < 0)
        return -1;
    const SetObject *set = AS(SetObject, object);
    int64_t size = set->used, place = 0, n = size ? BATCH : 0;
    while (n == BATCH) {
        if (pickle_op(self, OP_MARK) < 0)
            return -1;
        n = save_members(self, set, &place, BATCH);
        if (n < 0 || pickle_op(self, OP_ADDITEMS) < 0)
            return -1;
        if (set->used != size)
            return raise_status(&rt_exc_RuntimeError, "set changed size during iteration");
    }
    return 0;
}

static int save_frozenset(Pickler *self, Value object) {
    int64_t place = 0;
    if (fast_enter(self, object) < 0)
        return -1;
    if (self->protocol < 4)
        return save_as_call_of_list(self, object, &rt_type_frozenset);
    if (pickle_op(self, OP_MARK) < 0 ||
        save_members(self, AS(SetObject, object), &place, INT64_MAX) < 0)
        return -1;
    int64_t index = pickle_memo_find(&self->memo, object);
    if (index >= 0)
        return pickle_op(self, OP_POP_MARK) < 0 ? -1 : pickle_recall(self, index);
    return pickle_op(self, OP_FROZENSET) < 0 ? -1 : pickle_remember(self, object);
}

/* ---- bytes and buffers ----------------------------------------------------------------------- */

/* Before protocol 3 there was no operator: codecs.encode(text, "latin1"). */
static int save_old_bytes(Pickler *self, Value object) {
    const BytesObject *bytes = AS(BytesObject, object);
    if (bytes->length == 0)
        return pickle_save_call(self, OBJ(&rt_type_bytes), 0, object);
    Value arguments[2] = {str_from_latin1(bytes->data, (size_t)bytes->length), str_name("latin1")};
    Value pair[2] = {rt_pickle.encode, arguments[0] ? tuple_new(arguments, 2) : 0};
    Value parts = pair[1] ? tuple_new(pair, 2) : 0;
    int status = parts ? pickle_save_reduce(self, parts, object) : -1;
    value_decref(arguments[0]);
    value_decref(pair[1]);
    value_decref(parts);
    return status;
}

static int save_bytes(Pickler *self, Value object) {
    if (self->protocol < 3)
        return save_old_bytes(self, object);
    const BytesObject *bytes = AS(BytesObject, object);
    return pickle_bytes(self, object, bytes->data, bytes->length, false);
}

static int save_bytearray(Pickler *self, Value object) {
    BytearrayObject *array = AS(BytearrayObject, object);
    if (self->protocol < 5)
        return pickle_save_call(
            self, OBJ(&rt_type_bytearray),
            array->buffer.size ? bytes_new(array->buffer.data, (size_t)array->buffer.size) : 0,
            object);
    array->exports++;
    int status = pickle_bytes(self, object, array->buffer.data, array->buffer.size, true);
    array->exports--;
    return status;
}

static int save_buffer(Pickler *self, Value object) {
    Buffer buffer;
    if (self->protocol < PICKLE_HIGHEST)
        return raise_status(pickling_error(), "PickleBuffer can only pickled with protocol >= 5");
    if (!buffer_view(object, &buffer))
        return isolate.pending
                   ? -1
                   : raise_status(pickling_error(), "PickleBuffer can not be pickled when pointing "
                                                    "to a non-contiguous buffer");
    int in_band = 1;
    if (self->buffer_callback) {
        Value answer = object_call1(self->buffer_callback, object);
        in_band = answer ? object_truth(answer) : -1;
        value_decref(answer);
    }
    if (in_band < 0)
        return -1;
    if (in_band)
        return pickle_bytes(self, object, buffer.data, buffer.size, !buffer.readonly);
    if (pickle_op(self, OP_NEXT_BUFFER) < 0)
        return -1;
    return buffer.readonly ? pickle_op(self, OP_READONLY_BUFFER) : 0;
}

/* ---- everything else ------------------------------------------------------------------------- */

static int save_bool(Pickler *self, bool value) {
    if (self->protocol >= 2)
        return pickle_op(self, value ? OP_NEWTRUE : OP_NEWFALSE);
    return pickle_write(self, value ? "I01\n" : "I00\n", 4);
}

/* type(None) and its like have no name: they are the types of what has one. */
static int save_type(Pickler *self, Value type) {
    static const struct {
        const Type *type;
        Value instance;
    } singletons[] = {{&rt_type_none, VALUE_NONE},
                      {&rt_type_notimplemented, VALUE_NOTIMPLEMENTED},
                      {&rt_type_ellipsis, VALUE_ELLIPSIS}};
    for (int i = 0; i < 3; i++)
        if (AS(Type, type) == singletons[i].type)
            return pickle_save_call(self, OBJ(&rt_type_type), singletons[i].instance, type);
    return pickle_save_global(self, type, 0);
}

/* The function that the dispatch table has for the type: new reference, or 0; *failed. */
static Value reducer_of_type(Pickler *self, Type *type, bool *failed) {
    Value table = self->dispatch_table ? self->dispatch_table : rt_pickle.dispatch_table;
    Value function;
    if (value_is(table, &rt_type_dict)) {
        function = value_incref(dict_get_borrow(table, OBJ(type)));
    } else {
        function = object_getitem(table, OBJ(type));
        if (!function && exc_pending_is(&rt_exc_KeyError))
            exc_clear();
    }
    *failed = !function && isolate.pending;
    return function;
}

static Value call_own_reduce(Pickler *self, Value object) {
    bool failed;
    Value method = object_getattr_optional(object, str_name("__reduce_ex__"), &failed), result;
    if (method) {
        result = object_call1(method, value_from_small_int(self->protocol));
        value_decref(method);
        return result;
    }
    if (!failed)
        method = object_getattr_optional(object, str_name("__reduce__"), &failed);
    if (failed)
        return 0;
    if (!method)
        return raise_error(pickling_error(), "can't pickle '%T' object: %R", object, object);
    result = object_call0(method);
    value_decref(method);
    return result;
}

/* What takes the object apart says: its name, or the parts; *by_name: it goes by its own name. New
 * reference; 0 with *by_name false: failed. */
static Value reduce(Pickler *self, Value object, bool *by_name) {
    Type *type = value_type(object);
    bool failed;
    *by_name = false;
    if (self->reducer_override) {
        Value answer = object_call1(self->reducer_override, object);
        if (answer != VALUE_NOTIMPLEMENTED)
            return answer;
    }
    if (type == &rt_type_type || type == &rt_type_function) {
        *by_name = true;
        return 0;
    }
    Value function = reducer_of_type(self, type, &failed);
    if (failed)
        return 0;
    if (!function && type->flags & TYPE_TYPE_SUBCLASS) {
        *by_name = true;
        return 0;
    }
    if (!function)
        return call_own_reduce(self, object);
    Value answer = object_call1(function, object);
    value_decref(function);
    return answer;
}

static int save_other(Pickler *self, Value object) {
    bool by_name;
    Value answer = reduce(self, object, &by_name);
    if (by_name)
        return value_type(object) == &rt_type_type ? save_type(self, object)
                                                   : pickle_save_global(self, object, 0);
    if (!answer)
        return -1;
    int status;
    if (value_is_str(answer))
        status = pickle_save_global(self, object, answer);
    else if (value_isa(answer, &rt_type_tuple))
        status = pickle_save_reduce(self, answer, object);
    else
        status = raise_status(pickling_error(), "__reduce__ must return a string or tuple");
    value_decref(answer);
    return status;
}

static int save_container(Pickler *self, Value object) {
    const Type *type = value_type(object);
    if (stack_check() < 0)
        return -1;
    if (type == &rt_type_dict)
        return save_dict(self, object);
    if (type == &rt_type_list)
        return save_list(self, object);
    if (type == &rt_type_tuple)
        return save_tuple(self, object);
    if (type == &rt_type_set)
        return save_set(self, object);
    if (type == &rt_type_frozenset)
        return save_frozenset(self, object);
    if (type == &rt_type_bytearray)
        return save_bytearray(self, object);
    if (type == &rt_type_pickle_buffer)
        return save_buffer(self, object);
    return save_other(self, object);
}

/* 1: the object was written as a persistent id, 0: it has none, -1. */
static int save_persistent(Pickler *self, Value object) {
    Value id = pickle_hook_call(&self->persistent_id, OBJ(self), object);
    if (!id || id == VALUE_NONE)
        return id ? 0 : -1;
    int status = -1;
    if (self->binary) {
        status = pickle_save_id(self, id) < 0 ? -1 : pickle_op(self, OP_BINPERSID);
    } else {
        Value text = object_str(id);
        if (text && !AS(StrObject, text)->ascii)
            raise_error(pickling_error(), "persistent IDs in protocol 0 must be ASCII strings");
        else if (text)
            status = pickle_line(self, OP_PERSID, str_data(AS(StrObject, text)),
                                 AS(StrObject, text)->length);
        value_decref(text);
    }
    value_decref(id);
    return status < 0 ? -1 : 1;
}

int pickle_save_id(Pickler *self, Value object) {
    if (value_is_small_int(object))
        return pickle_int(self, object);
    if (object == VALUE_NONE)
        return pickle_op(self, OP_NONE);
    if (object == VALUE_TRUE || object == VALUE_FALSE)
        return save_bool(self, object == VALUE_TRUE);
    const Type *type = value_type(object);
    if (type == &rt_type_int)
        return pickle_int(self, object);
    if (type == &rt_type_float)
        return pickle_float(self, float_number(object));
    int64_t index = pickle_memo_find(&self->memo, object);
    if (index >= 0)
        return pickle_recall(self, index);
    if (type == &rt_type_str)
        return pickle_str(self, object);
    if (type == &rt_type_bytes)
        return save_bytes(self, object);
    return save_container(self, object);
}

int pickle_save(Pickler *self, Value object) {
    if (pickle_boundary(self) < 0)
        return -1;
    if (self->persistent_id.function) {
        int status = save_persistent(self, object);
        if (status != 0)
            return status < 0 ? -1 : 0;
    }
    return pickle_save_id(self, object);
}
