/*
 * mod_operator_getters.c — operator.attrgetter, itemgetter and methodcaller are classes written in
 * Python (pylib/operator.py); calls of their instances, which sorting makes by the thousand, are
 * done here, by slots put into the classes, which have no subclasses. Calls that are wrong are left
 * to the methods in Python.
 */
#include "containers.h"
#include "object.h"
#include "operators.h"

static uint32_t paths_place, items_place, name_place, args_place, keywords_place;

static Value member(Value object, uint32_t place) {
    return instance_plain(value_object(object))->slots[place];
}

/* What one of the items of a getter stands for; new reference. */
typedef Value (*Get)(Value object, Value item);

/* The one thing that is got, or a tuple of all. */
static Value get_all(Value object, Value items, Get get) {
    const TupleObject *wanted = AS(TupleObject, items);
    if (wanted->length == 1)
        return get(object, wanted->items[0]);
    Value result = tuple_new_empty(wanted->length);
    for (int64_t i = 0; result && i < wanted->length; i++)
        if (!(AS(TupleObject, result)->items[i] = get(object, wanted->items[i])))
            value_replace(&result, 0);
    return result;
}

/* True with an exception if the call has keywords. */
static bool refuse_keywords(Value self, Value names) {
    if (!names || AS(TupleObject, names)->length == 0)
        return false;
    raise_error(&rt_exc_TypeError, "%s() takes no keyword arguments", value_type(self)->name);
    return true;
}

/* self(object); `place`: of the tuple of what is got. */
static inline Value getter_call(Value self, const Value *args, uint32_t count, Value names,
                                uint32_t place, Get get) {
    Value items = member(self, place);
    if (refuse_keywords(self, names))
        return 0;
    if (count != 1 || !items)
        return call_by_method(self, args, count, 0);
    value_incref(items);
    Value result = get_all(args[0], items, get);
    value_decref(items);
    return result;
}

/* object.a.b for ("a", "b") */
static Value follow(Value object, Value path) {
    const TupleObject *names = AS(TupleObject, path);
    value_incref(object);
    for (int64_t i = 0; object && i < names->length; i++) {
        Value owner = object;
        object = object_getattr(owner, names->items[i]);
        value_decref(owner);
    }
    return object;
}

static Value attr_getter_call(Value self, const Value *args, uint32_t count, Value names) {
    return getter_call(self, args, count, names, paths_place, follow);
}

static Value item_getter_call(Value self, const Value *args, uint32_t count, Value names) {
    return getter_call(self, args, count, names, items_place, pyrt_getitem);
}

static Value method_caller_call(Value self, const Value *args, uint32_t count, Value names) {
    Value name = member(self, name_place), given = member(self, args_place);
    Value keywords = member(self, keywords_place);
    if (refuse_keywords(self, names))
        return 0;
    bool usual = name && given && keywords && value_is(name, &rt_type_str) &&
                 AS(StrObject, name)->interned && dict_len(keywords) == 0;
    if (count != 1 || !usual) /* attributes of instances are found by interned names */
        return call_by_method(self, args, count, 0);
    bool bound;
    Value method = attr_method(args[0], name, &bound);
    if (!method)
        return 0;
    const TupleObject *tuple = AS(TupleObject, value_incref(given));
    uint32_t length = (uint32_t)tuple->length;
    Value result = bound ? call_with_self(method, args[0], tuple->items, length, 0)
                         : object_call(method, tuple->items, length, 0);
    value_decref(given);
    value_decref(method);
    return result;
}

static Value install(Value class, Value (*call)(Value, const Value *, uint32_t, Value)) {
    Type *type = AS(Type, class);
    type->flags |= TYPE_OWN_SLOTS | TYPE_FINAL;
    type->slots.call = call;
    return value_incref(class);
}

Value operator_install_attr_getter(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    if (type_member_place(AS(Type, args[0]), "_paths", &paths_place) < 0)
        return 0;
    return install(args[0], attr_getter_call);
}

Value operator_install_item_getter(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    if (type_member_place(AS(Type, args[0]), "_items", &items_place) < 0)
        return 0;
    return install(args[0], item_getter_call);
}

Value operator_install_method_caller(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    Type *type = AS(Type, args[0]);
    if (type_member_place(type, "_name", &name_place) < 0 ||
        type_member_place(type, "_args", &args_place) < 0 ||
        type_member_place(type, "_kwargs", &keywords_place) < 0)
        return 0;
    return install(args[0], method_caller_call);
}
