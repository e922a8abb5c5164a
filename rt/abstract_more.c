/*
 * abstract_more.c — further protocols over any object: conversion to text, class tests, calls by
 * method name.
 */
#include "containers.h"
#include "object.h"

/* ---- text ------------------------------------------------------------------------------------ */

static Value checked_str(Value text, const char *method) {
    if (!text || value_isa(text, &rt_type_str))
        return text;
    raise_error(&rt_exc_TypeError, "%s returned non-string (type %T)", method, text);
    value_decref(text);
    return 0;
}

Value object_repr(Value object) {
    if (stack_check() < 0)
        return 0;
    return checked_str(value_type(object)->slots.repr(object), "__repr__");
}

Value object_str(Value object) {
    if (value_is(object, &rt_type_str))
        return value_incref(object);
    if (stack_check() < 0)
        return 0;
    Type *type = value_type(object);
    return checked_str(type->slots.str ? type->slots.str(object) : type->slots.repr(object),
                       "__str__");
}

static void ascii_escape(StrBuilder *builder, uint32_t character) {
    int bits = character > 0xffff ? 32 : character > 0xff ? 16 : 8;
    str_builder_char(builder, '\\');
    str_builder_char(builder, bits == 32 ? 'U' : bits == 16 ? 'u' : 'x');
    while (bits)
        str_builder_char(builder, (uint8_t) "0123456789abcdef"[character >> (bits -= 4) & 15]);
}

Value object_ascii(Value object) {
    Value text = object_repr(object);
    if (!text || AS(StrObject, text)->ascii)
        return text;
    StrBuilder builder;
    str_builder_init(&builder);
    const StrObject *str = AS(StrObject, text);
    for (int64_t i = 0; i < str->length; i++) {
        uint32_t character = str_char_at(str, i);
        if (character < 128)
            str_builder_char(&builder, character);
        else
            ascii_escape(&builder, character);
    }
    value_decref(text);
    return str_builder_finish(&builder);
}

Value object_format(Value object, Value spec) {
    bool plain = AS(StrObject, spec)->length == 0;
    if (plain && value_is(object, &rt_type_str))
        return value_incref(object);
    if (plain && value_is_small_int(object))
        return object_str(object);
    return checked_str(value_type(object)->slots.format(object, spec), "__format__");
}

/* ---- classes --------------------------------------------------------------------------------- */

static bool is_type(Value value) {
    return value_is_pointer(value) && (value_object(value)->type->flags & TYPE_TYPE_SUBCLASS);
}

Value object_claimed_class(Value object, bool *failed) {
    Type *type = value_type(object);
    *failed = false;
    if (!(type->flags & (TYPE_HEAP | TYPE_FORWARDS)))
        return 0;
    Value name = str_name("__class__");
    if (!(type->flags & TYPE_FORWARDS) && type->slots.getattr == rt_generic_getattr &&
        type_lookup_borrow(type, name) == type_lookup_borrow(&rt_type_object, name))
        return 0;
    Value claimed = object_getattr_optional(object, name, failed);
    if (claimed && is_type(claimed))
        return claimed;
    value_decref(claimed);
    return 0;
}

static int claims_class(Value object, const Type *cls) {
    bool failed;
    Value claimed = object_claimed_class(object, &failed);
    int result = claimed && type_is_subtype(AS(Type, claimed), cls);
    value_decref(claimed);
    return failed ? -1 : result;
}

/* The answer of a hook of the metaclass: -2 if there is none. */
static int ask_metaclass(Value cls, const char *hook, Value argument) {
    if (value_type(cls) == &rt_type_type)
        return -2;
    Value method = object_lookup_special(cls, str_name(hook));
    if (!method)
        return isolate.pending ? -1 : -2;
    Value result = object_call1(method, argument);
    value_decref(method);
    int truth = result ? object_truth(result) : -1;
    value_decref(result);
    return truth;
}

/* ---- objects that stand for classes: those with a tuple of __bases__ ---------------------------
 */

/* Its bases (new reference), or 0: it is no class, or (pending) asking failed. */
static Value abstract_bases(Value cls) {
    bool failed;
    Value bases = object_getattr_optional(cls, str_name("__bases__"), &failed);
    if (!bases || value_isa(bases, &rt_type_tuple))
        return bases;
    value_decref(bases);
    return 0;
}

/* 0, or -1 with `complaint` raised: it is no class. */
static int check_class(Value cls, const char *complaint) {
    Value bases = is_type(cls) ? VALUE_NONE : abstract_bases(cls);
    value_decref(bases);
    return bases ? 0 : isolate.pending ? -1 : raise_status(&rt_exc_TypeError, "%s", complaint);
}

/* Is `cls` among what `derived` comes from, or the same? */
static int abstract_issubclass(Value derived, Value cls) {
    if (derived == cls)
        return 1;
    if (stack_check() < 0)
        return -1;
    Value bases = abstract_bases(derived);
    int result = bases || !isolate.pending ? 0 : -1;
    for (int64_t i = 0; bases && result == 0 && i < AS(TupleObject, bases)->length; i++)
        result = abstract_issubclass(AS(TupleObject, bases)->items[i], cls);
    value_decref(bases);
    return result;
}

static int abstract_isinstance(Value object, Value cls) {
    if (value_is(cls, &rt_type_generic_alias))
        return raise_status(&rt_exc_TypeError,
                            "isinstance() argument 2 cannot be a parameterized generic");
    if (check_class(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union") < 0)
        return -1;
    bool failed;
    Value claimed = object_getattr_optional(object, str_name("__class__"), &failed);
    int result = claimed ? abstract_issubclass(claimed, cls) : failed ? -1 : 0;
    value_decref(claimed);
    return result;
}

int class_issubclass(Value cls, Value other) {
    if (is_type(cls) && is_type(other))
        return type_is_subtype(AS(Type, cls), AS(Type, other));
    if (value_is(other, &rt_type_generic_alias))
        return raise_status(&rt_exc_TypeError,
                            "issubclass() argument 2 cannot be a parameterized generic");
    if (check_class(cls, "issubclass() arg 1 must be a class") < 0 ||
        check_class(other, "issubclass() arg 2 must be a class, a tuple of classes, or a union") <
            0)
        return -1;
    return abstract_issubclass(cls, other);
}

typedef int (*ClassTest)(Value subject, Value cls);

/* A tuple or union of classes: is one of them right? */
static int any_class(Value subject, const TupleObject *classes, ClassTest test) {
    int result = stack_check() < 0 ? -1 : 0;
    for (int64_t i = 0; result == 0 && i < classes->length; i++)
        result = test(subject, classes->items[i]);
    return result;
}

static Value none_as_class(Value cls) {
    return cls == VALUE_NONE ? OBJ(&rt_type_none) : cls;
}

int object_isinstance(Value object, Value classes) {
    if (OBJ(value_type(object)) == classes)
        return 1;
    if (value_isa(classes, &rt_type_tuple))
        return any_class(object, AS(TupleObject, classes), object_isinstance);
    if (value_is(classes, &rt_type_union)) {
        const TupleObject *parts = AS(TupleObject, AS(UnionObject, classes)->args);
        int result = 0;
        for (int64_t i = 0; result == 0 && i < parts->length; i++)
            result = object_isinstance(object, none_as_class(parts->items[i]));
        return result;
    }
    int asked = ask_metaclass(classes, "__instancecheck__", object);
    if (asked != -2)
        return asked;
    if (!is_type(classes))
        return abstract_isinstance(object, classes);
    if (value_isa(object, AS(Type, classes)))
        return 1;
    return claims_class(object, AS(Type, classes));
}

int object_issubclass(Value cls, Value classes) {
    if (value_isa(classes, &rt_type_tuple))
        return any_class(cls, AS(TupleObject, classes), object_issubclass);
    if (value_is(classes, &rt_type_union)) {
        const TupleObject *parts = AS(TupleObject, AS(UnionObject, classes)->args);
        int result = 0;
        for (int64_t i = 0; result == 0 && i < parts->length; i++)
            result = object_issubclass(cls, none_as_class(parts->items[i]));
        return result;
    }
    int asked = ask_metaclass(classes, "__subclasscheck__", cls);
    if (asked != -2)
        return asked;
    return class_issubclass(cls, classes);
}

bool object_callable(Value object) {
    return value_type(object)->slots.call != NULL;
}
