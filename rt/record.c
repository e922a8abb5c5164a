/*
 * record.c — tuples whose items have names. The class is an ordinary subclass of tuple without a
 * dict; its fields are native getters, the first of which knows the names of all. Fields beyond the
 * visible items are kept as a tuple in a slot that has no name of an attribute.
 */
#include "record.h"
#include "object.h"

/* A getter for one field; the type's dict holds it. */
typedef struct FieldObject {
    Object base;
    int64_t index;
    int64_t visible;
    Value names; /* of the first field: a tuple with the names of all; 0 */
} FieldObject;

/* What the visible fields are called, borrowed. */
static const TupleObject *visible_names(Type *type) {
    return AS(TupleObject, type_lookup_borrow(type, str_name("__match_args__")));
}

/* What all fields are called, borrowed. */
static const TupleObject *all_names(Type *type) {
    Value first = type_lookup_borrow(type, visible_names(type)->items[0]);
    return AS(TupleObject, AS(FieldObject, first)->names);
}

/* The values of the fields that are no items: a tuple, borrowed, or 0. */
static Value hidden_borrow(Value record) {
    InstanceSlots *slots = instance_slots(value_object(record));
    return slots ? instance_get_borrow(value_object(record), slots, str_name("")) : 0;
}

static void field_dealloc(Object *self) {
    value_decref(((FieldObject *)self)->names);
}

static Value field_get(Value self, Value object, Value owner) {
    (void)owner;
    const FieldObject *field = AS(FieldObject, self);
    if (!object)
        return value_incref(self);
    const TupleObject *tuple = AS(TupleObject, object);
    if (field->index < field->visible)
        return field->index < tuple->length ? value_incref(tuple->items[field->index]) : VALUE_NONE;
    Value hidden = hidden_borrow(object);
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
    .slots = {.descr_get = field_get, .descr_set = field_set, .dealloc = field_dealloc},
};

enum { RECORD_FIELDS = 32 }; /* no type has more */

NATIVE(record_repr) {
    NATIVE_UNUSED();
    const TupleObject *tuple = AS(TupleObject, args[0]);
    Type *type = value_object(args[0])->type;
    const TupleObject *fields = all_names(type);
    StrBuilder builder;
    str_builder_init(&builder);
    Value module = dict_get_cstr_borrow(type->dict, "__module__");
    if (!str_equal_cstr(module, "builtins")) {
        str_builder_str(&builder, module);
        str_builder_cstr(&builder, ".");
    }
    str_builder_cstr(&builder, type->name);
    for (int64_t i = 0; i < tuple->length; i++) {
        str_builder_cstr(&builder, i ? ", " : "(");
        str_builder_str(&builder, fields->items[i]);
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

/* (class, (items, {name: hidden value, ...})) */
NATIVE(record_reduce) {
    NATIVE_UNUSED();
    const TupleObject *tuple = AS(TupleObject, args[0]);
    const TupleObject *names_of_all = all_names(value_type(args[0]));
    Value hidden = hidden_borrow(args[0]), named = dict_new();
    for (int64_t i = 0; named && hidden && i < AS(TupleObject, hidden)->length; i++)
        if (dict_set(named, names_of_all->items[tuple->length + i],
                     AS(TupleObject, hidden)->items[i]) < 0) {
            value_decref(named);
            return 0;
        }
    Value state[2] = {named ? tuple_new(tuple->items, tuple->length) : 0, named};
    Value pair = state[0] ? tuple_new(state, 2) : 0;
    Value parts[2] = {OBJ(value_type(args[0])), pair};
    Value result = pair ? tuple_new(parts, 2) : 0;
    value_decref(pair);
    value_decref(state[0]);
    value_decref(named);
    return result;
}

static const NativeMethod record_methods[] = {
    {.name = "__repr__", .call = record_repr},
    {.name = "__reduce__", .call = record_reduce},
};

static int add_methods(Value namespace) {
    for (size_t i = 0; i < sizeof record_methods / sizeof *record_methods; i++) {
        const NativeMethod *method = &record_methods[i];
        Value function = native_method_new(method, &rt_type_tuple, &rt_type_method_descriptor);
        if (!function || dict_set_cstr_take(namespace, method->name, function) < 0)
            return -1;
    }
    return 0;
}

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

/* Names that a later field has as well stand for items without a name. */
static int64_t count_unnamed(const TupleObject *names, int64_t visible) {
    int64_t unnamed = 0;
    for (int64_t i = 0; i < visible; i++)
        for (int64_t k = visible; k < names->length; k++)
            unnamed += names->items[i] == names->items[k];
    return unnamed;
}

/* The place of an earlier field of the same name as the one at `index`, which hides it; or -1. */
static int64_t twin_place(const TupleObject *names, int64_t index) {
    for (int64_t i = 0; i < index; i++)
        if (names->items[i] == names->items[index])
            return i;
    return -1;
}

static int describe_fields(Value namespace, Value names, int visible) {
    const TupleObject *tuple = AS(TupleObject, names);
    int64_t unnamed = count_unnamed(tuple, visible);
    Value first = dict_get_borrow(namespace, tuple->items[0]);
    AS(FieldObject, first)->names = value_incref(names);
    const struct {
        const char *name;
        Value value_take;
    } facts[] = {{"n_fields", value_from_small_int(tuple->length)},
                 {"n_sequence_fields", value_from_small_int(visible)},
                 {"n_unnamed_fields", value_from_small_int(unnamed)},
                 {"__match_args__", tuple_new(tuple->items, visible - unnamed)}};
    int status = 0;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        if (status < 0)
            value_decref(facts[i].value_take);
        else
            status = dict_set_cstr_take(namespace, facts[i].name, facts[i].value_take);
    return status;
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
    value_decref(names);
    status = tuple ? describe_fields(namespace, tuple, visible) : -1;
    value_decref(tuple);
    return status;
}

/* The fields of an instance from a sequence that has all visible ones, and perhaps a dict with the
 * others; those that are missing are None. */
NATIVE(record_from_sequence) {
    NATIVE_UNUSED();
    Type *type = SPEC_DATA(callee);
    int64_t visible = value_small_int(type_lookup_borrow(type, str_name("n_sequence_fields")));
    const TupleObject *fields = all_names(type);
    Value module = type_module_borrow(type);
    if (ARG(1) && !value_isa(ARG(1), &rt_type_dict))
        return raise_error(&rt_exc_TypeError, "%S.%s() takes a dict as second arg, if any", module,
                           type->name);
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
        const char *words = visible == fields->length ? "a"
                            : length < visible        ? "an at least"
                                                      : "an at most";
        return raise_error(
            &rt_exc_TypeError, "%S.%s() takes %s %lld-sequence (%lld-sequence given)", module,
            type->name, words, (long long)(length < visible ? visible : fields->length),
            (long long)length);
    }
    Value values[RECORD_FIELDS];
    for (int64_t i = 0; i < fields->length; i++) {
        Value named = i >= length && ARG(1) ? dict_get_borrow(ARG(1), fields->items[i]) : 0;
        int64_t twin = i >= length && !named ? twin_place(fields, i) : -1;
        values[i] = value_incref(i < length  ? AS(TupleObject, given)->items[i]
                                 : named     ? named
                                 : twin >= 0 ? values[twin]
                                             : VALUE_NONE);
    }
    value_decref(given);
    return record_new(OBJ(type), values, fields->length);
}

NEW_BY_SPEC(record_make, .name = "structseq", .call = record_from_sequence, .min_args = 1,
            .max_args = 2, .keywords = "sequence dict")

/* Leaves the slot of the hidden fields to the instances, but no attributes of their own. */
static int close_type(Type *type) {
    type->flags = (type->flags | TYPE_DOTTED_NAME) & ~(uint32_t)TYPE_HAS_DICT;
    type->slots.new = record_make;
    return dict_delete(type->dict, str_name("__dict__")) < 0 ||
                   dict_delete(type->dict, str_name("__weakref__")) < 0
               ? -1
               : 0;
}

Value record_type_new(const char *module, const char *name, const char *fields, int visible) {
    Value namespace = dict_new(), text = str_from_cstr(name), base = OBJ(&rt_type_tuple);
    Value bases = tuple_new(&base, 1), result = 0;
    if (namespace && text && bases && add_methods(namespace) == 0 &&
        dict_set_cstr_take(namespace, "__module__", str_from_cstr(module)) == 0 &&
        add_fields(namespace, fields, visible) == 0) {
        Value args[3] = {text, bases, namespace};
        result = object_call(OBJ(&rt_type_type), args, 3, 0);
        if (result && close_type(AS(Type, result)) < 0) {
            value_decref(result);
            result = 0;
        }
    }
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
        InstanceSlots *slots = instance_slots(value_object(result));
        if (!hidden || instance_set(value_object(result), slots, str_name(""), hidden) < 0) {
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
