/*
 * record.c — tuples whose items have names. The class is an ordinary subclass of tuple; its fields
 * are native getters. Fields beyond the visible items are kept in the same memory block, behind the
 * tuple's end.
 */
#include "record.h"
#include "object.h"

/* A getter for one field; the type's dict holds it. */
typedef struct FieldObject {
    Object base;
    int64_t index;
    int64_t visible;
} FieldObject;

static Value field_get(Value self, Value object, Value owner) {
    (void)owner;
    const FieldObject *field = AS(FieldObject, self);
    if (!object)
        return value_incref(self);
    const TupleObject *tuple = AS(TupleObject, object);
    if (field->index < field->visible)
        return field->index < tuple->length ? value_incref(tuple->items[field->index]) : VALUE_NONE;
    InstanceSlots *slots = instance_slots(value_object(object));
    Value hidden =
        slots ? instance_get_borrow(value_object(object), slots, str_name("_hidden")) : 0;
    if (!hidden || field->index - field->visible >= AS(TupleObject, hidden)->length)
        return VALUE_NONE;
    return value_incref(AS(TupleObject, hidden)->items[field->index - field->visible]);
}

static int field_set(Value self, Value object, Value value) {
    (void)self, (void)object, (void)value;
    return raise_status(&rt_exc_AttributeError, "readonly attribute");
}

static Type type_field = {
    .name = "member_descriptor",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(FieldObject),
    .slots = {.descr_get = field_get, .descr_set = field_set},
};

NATIVE(record_repr) {
    NATIVE_UNUSED();
    const TupleObject *tuple = AS(TupleObject, args[0]);
    Type *type = value_object(args[0])->type;
    Value fields = dict_get_cstr_borrow(type->dict, "_fields");
    StrBuilder builder;
    str_builder_init(&builder);
    Value module = dict_get_cstr_borrow(type->dict, "__module__");
    str_builder_str(&builder, module);
    str_builder_cstr(&builder, ".");
    str_builder_cstr(&builder, type->name);
    for (int64_t i = 0; i < tuple->length; i++) {
        str_builder_cstr(&builder, i ? ", " : "(");
        str_builder_str(&builder, AS(TupleObject, fields)->items[i]);
        str_builder_cstr(&builder, "=");
        Value text = object_repr(tuple->items[i]);
        if (!text) {
            str_builder_drop(&builder);
            return 0;
        }
        str_builder_str(&builder, text);
        value_decref(text);
    }
    str_builder_cstr(&builder, ")");
    return str_builder_finish(&builder);
}

static const NativeMethod repr_method = {.name = "__repr__", .call = record_repr};

enum { RECORD_FIELDS = 32 }; /* no type has more */

static int add_field(Value namespace, Value names, const char *name, size_t size, int visible) {
    type_ready(&type_field);
    int64_t index = AS(ListObject, names)->length;
    FieldObject *field = object_new(&type_field, sizeof(FieldObject));
    Value text = str_name_sized(name, size);
    if (!field)
        return -1;
    field->index = index;
    field->visible = visible;
    int status = dict_set(namespace, text, OBJ(field));
    value_decref(OBJ(field));
    return status < 0 ? -1 : list_append(names, text);
}

static int add_fields(Value namespace, const char *fields, int visible) {
    Value names = list_new(NULL, 0);
    int status = names ? 0 : -1;
    while (status == 0 && *fields) {
        size_t size = strcspn(fields, " ");
        status = add_field(namespace, names, fields, size, visible);
        fields += size;
        fields += *fields == ' ';
    }
    Value tuple =
        status == 0 ? tuple_new(AS(ListObject, names)->items, AS(ListObject, names)->length) : 0;
    if (tuple)
        status = dict_set_cstr(namespace, "_fields", tuple) < 0
                     ? -1
                     : dict_set_cstr_take(namespace, "n_fields",
                                          value_from_small_int(AS(TupleObject, tuple)->length));
    value_decref(tuple);
    value_decref(names);
    return status;
}

/* The fields of an instance from a sequence that has all visible ones, and perhaps a dict with the
 * others; those that are missing are None. */
NATIVE(record_from_sequence) {
    NATIVE_UNUSED();
    Type *type = SPEC_DATA(callee);
    int64_t visible = value_small_int(type_lookup_borrow(type, str_name("n_sequence_fields")));
    const TupleObject *fields = AS(TupleObject, type_lookup_borrow(type, str_name("_fields")));
    Value module = type_module_borrow(type);
    Value given = tuple_from_iterable(args[0]);
    if (!given && exc_pending_is(&rt_exc_TypeError)) {
        exc_clear();
        return raise_error(&rt_exc_TypeError, "constructor requires a sequence");
    }
    if (!given)
        return 0;
    int64_t length = AS(TupleObject, given)->length;
    if (length < visible || length > fields->length) {
        value_decref(given);
        return raise_error(
            &rt_exc_TypeError, "%S.%s() takes an at %s %lld-sequence (%lld-sequence given)", module,
            type->name, length < visible ? "least" : "most",
            (long long)(length < visible ? visible : fields->length), (long long)length);
    }
    Value values[RECORD_FIELDS];
    for (int64_t i = 0; i < fields->length; i++) {
        Value named = i >= length && ARG(1) && value_isa(ARG(1), &rt_type_dict)
                          ? dict_get_borrow(ARG(1), fields->items[i])
                          : 0;
        values[i] = value_incref(i < length ? AS(TupleObject, given)->items[i]
                                 : named    ? named
                                            : VALUE_NONE);
    }
    value_decref(given);
    return record_new(OBJ(type), values, fields->length);
}

NEW_BY_SPEC(record_make, .name = "structseq", .call = record_from_sequence, .min_args = 1,
            .max_args = 2, .keywords = "sequence dict")

Value record_type_new(const char *module, const char *name, const char *fields, int visible) {
    Value namespace = dict_new(), text = str_from_cstr(name), base = OBJ(&rt_type_tuple);
    Value bases = tuple_new(&base, 1), result = 0;
    Value repr = native_method_new(&repr_method, &rt_type_tuple, &rt_type_method_descriptor);
    if (namespace && text && bases && repr && dict_set_cstr(namespace, "__repr__", repr) == 0 &&
        dict_set_cstr_take(namespace, "__module__", str_from_cstr(module)) == 0 &&
        dict_set_cstr_take(namespace, "n_sequence_fields", value_from_small_int(visible)) == 0 &&
        dict_set_cstr_take(namespace, "n_unnamed_fields", value_from_small_int(0)) == 0 &&
        add_fields(namespace, fields, visible) == 0) {
        Value args[3] = {text, bases, namespace};
        result = object_call(OBJ(&rt_type_type), args, 3, 0);
        if (result) {
            AS(Type, result)->flags |= TYPE_DOTTED_NAME;
            AS(Type, result)->slots.new = record_make;
        }
    }
    value_decref(repr);
    value_decref(bases);
    value_decref(text);
    value_decref(namespace);
    return result;
}

Value record_new(Value type, Value *values, int64_t count) {
    Value visible = type ? type_lookup_borrow(AS(Type, type), str_name("n_sequence_fields")) : 0;
    int64_t shown = visible ? value_small_int(visible) : 0;
    bool complete = visible != 0;
    for (int64_t i = 0; i < count; i++)
        complete &= values[i] != 0;
    Value plain = complete ? tuple_new(values, shown) : 0;
    Value result = plain ? rt_type_tuple.slots.new(AS(Type, type), &plain, 1, 0) : 0;
    if (result && count > shown) {
        Value hidden = tuple_new(values + shown, count - shown);
        if (!hidden || object_setattr(result, str_name("_hidden"), hidden) < 0) {
            value_decref(result);
            result = 0;
        }
        value_decref(hidden);
    }
    value_decref(plain);
    for (int64_t i = 0; i < count; i++)
        value_decref(values[i]);
    return result;
}
