/*
 * obj_union.c — types written as values: `int | str` (types.UnionType) and `list[int]`
 * (types.GenericAlias).
 */
#include "containers.h"
#include "object.h"

static bool is_type(Value value) {
    return value_is_pointer(value) && (value_object(value)->type->flags & TYPE_TYPE_SUBCLASS);
}

/* How a type argument is shown: classes by their qualified name, everything else by repr. */
static int show_argument(StrBuilder *builder, Value argument) {
    Value text = 0;
    if (argument == VALUE_ELLIPSIS)
        text = str_from_cstr("...");
    else if (argument == VALUE_NONE || argument == OBJ(&rt_type_none))
        text = str_from_cstr("None");
    else if (is_type(argument) && !value_isa(argument, &rt_type_generic_alias)) {
        Value module = object_getattr_cstr(argument, "__module__");
        Value name = module ? object_getattr_cstr(argument, "__qualname__") : 0;
        if (name)
            text = str_equal_cstr(module, "builtins") ? value_incref(name)
                                                      : str_format("%S.%S", module, name);
        value_decref(name);
        value_decref(module);
    } else if (value_isa(argument, &rt_type_list)) {
        text = object_repr(argument);
    } else {
        text = object_repr(argument);
    }
    if (text)
        str_builder_str(builder, text);
    value_decref(text);
    return text ? 0 : -1;
}

static Value show_arguments(StrBuilder *builder, const TupleObject *arguments, const char *between,
                            const char *close) {
    for (int64_t i = 0; i < arguments->length; i++) {
        if (i)
            str_builder_cstr(builder, between);
        if (show_argument(builder, arguments->items[i]) < 0) {
            str_builder_drop(builder);
            return 0;
        }
    }
    str_builder_cstr(builder, close);
    return str_builder_finish(builder);
}

static void pair_dealloc(Object *self) {
    value_replace(&((GenericAlias *)self)->origin, 0);
    value_replace(&((GenericAlias *)self)->args, 0);
}

static void pair_traverse(Object *self, VisitValue visit, void *context) {
    visit(((GenericAlias *)self)->origin, context);
    visit(((GenericAlias *)self)->args, context);
}

/* ---- list[int] ------------------------------------------------------------------------------- */

Value generic_alias_new(Value origin, Value args) {
    GenericAlias *alias = object_new(&rt_type_generic_alias, sizeof(GenericAlias));
    if (!alias)
        return 0;
    alias->origin = value_incref(origin);
    alias->args = value_is(args, &rt_type_tuple) ? value_incref(args) : tuple_new(&args, 1);
    return OBJ(alias);
}

Value generic_class_getitem(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    return generic_alias_new(args[0], args[1]);
}

NATIVE(alias_make) {
    NATIVE_UNUSED();
    return generic_alias_new(args[0], args[1]);
}

NEW_BY_SPEC(alias_new_slot, .name = "GenericAlias", .call = alias_make, .min_args = 2,
            .max_args = 2)

static Value alias_repr(Value self) {
    const GenericAlias *alias = AS(GenericAlias, self);
    StrBuilder builder;
    str_builder_init(&builder);
    if (alias->starred)
        str_builder_char(&builder, '*');
    if (show_argument(&builder, alias->origin) < 0) {
        str_builder_drop(&builder);
        return 0;
    }
    str_builder_char(&builder, '[');
    if (AS(TupleObject, alias->args)->length == 0)
        str_builder_cstr(&builder, "()");
    return show_arguments(&builder, AS(TupleObject, alias->args), ", ", "]");
}

static int64_t alias_hash(Value self) {
    int64_t origin = object_hash(AS(GenericAlias, self)->origin);
    int64_t args = origin == -1 ? -1 : object_hash(AS(GenericAlias, self)->args);
    if (args == -1)
        return -1;
    return (origin ^ args) == -1 ? -2 : origin ^ args;
}

static Value alias_compare(Value left, Value right, CompareOp op) {
    if (!value_is(left, &rt_type_generic_alias) || !value_is(right, &rt_type_generic_alias) ||
        (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOTIMPLEMENTED;
    const GenericAlias *a = AS(GenericAlias, left), *b = AS(GenericAlias, right);
    int equal = a->starred == b->starred ? object_equal(a->origin, b->origin) : 0;
    if (equal > 0)
        equal = object_equal(a->args, b->args);
    return equal < 0 ? 0 : VALUE_BOOL(equal == (op == COMPARE_EQ));
}

static Value alias_call(Value self, const Value *args, uint32_t count, Value names) {
    Value made = object_call(AS(GenericAlias, self)->origin, args, count, names);
    if (!made || !value_is_pointer(made))
        return made;
    if (object_setattr(made, str_name("__orig_class__"), self) < 0) {
        if (!exc_pending_is(&rt_exc_AttributeError) && !exc_pending_is(&rt_exc_TypeError)) {
            value_decref(made);
            return 0;
        }
        exc_clear();
    }
    return made;
}

static Value alias_parameters(Value self) {
    return generic_parameters(AS(GenericAlias, self)->args);
}

static Value alias_getitem(Value self, Value key) {
    const GenericAlias *alias = AS(GenericAlias, self);
    Value parameters = alias_parameters(self);
    Value args = parameters ? generic_substitute(self, alias->args, parameters, key, false) : 0;
    value_decref(parameters);
    Value result = args ? generic_alias_new(alias->origin, args) : 0;
    if (result)
        AS(GenericAlias, result)->starred = alias->starred;
    value_decref(args);
    return result;
}

/* Attributes are the origin's, except the alias's own. */
static Value alias_getattr(Value self, Value name) {
    static const char *const own[] = {
        "__origin__",      "__args__",     "__parameters__", "__class__",
        "__mro_entries__", "__unpacked__", "__reduce__",     "__typing_unpacked_tuple_args__",
        "__reduce_ex__",   "__copy__",     "__deepcopy__"};
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (str_equal_cstr(name, own[i]))
            return rt_generic_getattr(self, name);
    return object_getattr(AS(GenericAlias, self)->origin, name);
}

/* `*list[int]` is one item, the alias itself with a star. */
static Value alias_iter(Value self) {
    Value starred = generic_alias_new(AS(GenericAlias, self)->origin, AS(GenericAlias, self)->args);
    if (!starred)
        return 0;
    AS(GenericAlias, starred)->starred = true;
    Value items = tuple_new(&starred, 1);
    value_decref(starred);
    Value iterator = items ? object_iter(items) : 0;
    value_decref(items);
    return iterator;
}

NATIVE(alias_get_unpacked) {
    NATIVE_UNUSED();
    return VALUE_BOOL(AS(GenericAlias, args[0])->starred);
}

NATIVE(alias_get_unpacked_args) {
    NATIVE_UNUSED();
    const GenericAlias *alias = AS(GenericAlias, args[0]);
    bool answers = alias->starred && alias->origin == OBJ(&rt_type_tuple);
    return answers ? value_incref(alias->args) : VALUE_NONE;
}

NATIVE(alias_get_origin) {
    NATIVE_UNUSED();
    return value_incref(AS(GenericAlias, args[0])->origin);
}

NATIVE(alias_get_args) {
    NATIVE_UNUSED();
    return value_incref(AS(GenericAlias, args[0])->args);
}

NATIVE(alias_get_parameters) {
    NATIVE_UNUSED();
    return alias_parameters(args[0]);
}

NATIVE(alias_mro_entries) {
    NATIVE_UNUSED();
    return tuple_new(&AS(GenericAlias, args[0])->origin, 1);
}

NATIVE(alias_reduce) {
    NATIVE_UNUSED();
    const GenericAlias *alias = AS(GenericAlias, args[0]);
    Value parts[] = {alias->origin, alias->args}, arguments = tuple_new(parts, 2);
    if (!arguments || !alias->starred)
        return arguments ? reduce_to_call(&rt_type_generic_alias, arguments) : 0;
    value_decref(arguments); /* next(iter(alias without the star)) */
    Value plain = generic_alias_new(alias->origin, alias->args);
    Value iterator = plain ? object_iter(plain) : 0;
    value_decref(plain);
    Value once = iterator ? tuple_new_take(&iterator, 1) : 0;
    Value call[] = {rt_builtins[BUILTIN_next], once}, result = once ? tuple_new(call, 2) : 0;
    value_decref(once);
    return result;
}

/* _substitute(alias, args, parameters, item, flatten): see generic_substitute; for typing. */
NATIVE(alias_substitute) {
    NATIVE_UNUSED();
    if (!value_isa(args[1], &rt_type_tuple) || !value_isa(args[2], &rt_type_tuple))
        return raise_error(&rt_exc_TypeError, "_substitute() needs tuples");
    return generic_substitute(args[0], args[1], args[2], args[3], args[4] == VALUE_TRUE);
}

static const NativeMethod alias_methods[] = {
    {.name = "__reduce__", .call = alias_reduce},
    {.name = "_substitute",
     .call = alias_substitute,
     .min_args = 5,
     .max_args = 5,
     .kind = METHOD_STATIC},
    {.name = "__origin__", .call = alias_get_origin, .kind = METHOD_MEMBER},
    {.name = "__args__", .call = alias_get_args, .kind = METHOD_MEMBER},
    {.name = "__unpacked__", .call = alias_get_unpacked, .kind = METHOD_MEMBER},
    {.name = "__typing_unpacked_tuple_args__",
     .call = alias_get_unpacked_args,
     .kind = METHOD_GETTER},
    {.name = "__parameters__", .call = alias_get_parameters, .kind = METHOD_GETTER},
    {.name = "__mro_entries__", .call = alias_mro_entries, .min_args = 1, .max_args = 1},
    {0},
};

Type rt_type_generic_alias = {
    .name = "types.GenericAlias",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(GenericAlias),
    .methods = alias_methods,
    .slots = {.dealloc = pair_dealloc,
              .traverse = pair_traverse,
              .clear = pair_dealloc,
              .repr = alias_repr,
              .hash = alias_hash,
              .compare = alias_compare,
              .call = alias_call,
              .getitem = alias_getitem,
              .iter = alias_iter,
              .getattr = alias_getattr,
              .number = {[SLOT_OR] = union_or},
              .new = alias_new_slot},
};

/* ---- int | str ------------------------------------------------------------------------------- */

static bool union_member(Value value) {
    return value == VALUE_NONE || is_type(value) || value_is(value, &rt_type_generic_alias) ||
           value_is(value, &rt_type_union);
}

/* Appends a member, or all of a nested union; equal ones once. */
static int add_member(Value list, Value member) {
    if (value_is(member, &rt_type_union)) {
        const TupleObject *parts = AS(TupleObject, AS(UnionObject, member)->args);
        for (int64_t i = 0; i < parts->length; i++)
            if (add_member(list, parts->items[i]) < 0)
                return -1;
        return 0;
    }
    Value stored = member == VALUE_NONE ? OBJ(&rt_type_none) : member;
    int seen = object_contains(list, stored);
    return seen < 0 ? -1 : seen ? 0 : list_append(list, stored);
}

Value union_or(Value left, Value right) {
    if (!union_member(left) || !union_member(right))
        return VALUE_NOTIMPLEMENTED;
    Value list = list_new(NULL, 0);
    if (!list || add_member(list, left) < 0 || add_member(list, right) < 0) {
        value_decref(list);
        return 0;
    }
    if (AS(ListObject, list)->length == 1) {
        Value only = value_incref(AS(ListObject, list)->items[0]);
        value_decref(list);
        return only;
    }
    UnionObject *made = object_new(&rt_type_union, sizeof(UnionObject));
    Value args = tuple_from_list_take(list);
    if (!made || !args) {
        value_decref(args);
        value_decref(OBJ(made));
        return 0;
    }
    made->args = args;
    return OBJ(made);
}

static Value union_repr(Value self) {
    StrBuilder builder;
    str_builder_init(&builder);
    return show_arguments(&builder, AS(TupleObject, AS(UnionObject, self)->args), " | ", "");
}

static Value union_as_set(Value self) {
    Value set = set_new(true);
    if (set && set_update(set, AS(UnionObject, self)->args) < 0) {
        value_decref(set);
        return 0;
    }
    return set;
}

static int64_t union_hash(Value self) {
    Value set = union_as_set(self);
    int64_t hash = set ? object_hash(set) : -1;
    value_decref(set);
    return hash;
}

static Value union_compare(Value left, Value right, CompareOp op) {
    if (!value_is(left, &rt_type_union) || !value_is(right, &rt_type_union) ||
        (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOTIMPLEMENTED;
    Value a = union_as_set(left), b = a ? union_as_set(right) : 0;
    int equal = b ? object_equal(a, b) : -1;
    value_decref(a);
    value_decref(b);
    return equal < 0 ? 0 : VALUE_BOOL(equal == (op == COMPARE_EQ));
}

static void union_dealloc(Object *self) {
    value_replace(&((UnionObject *)self)->args, 0);
}

static void union_traverse(Object *self, VisitValue visit, void *context) {
    if (((UnionObject *)self)->args)
        visit(((UnionObject *)self)->args, context);
}

NATIVE(union_get_args) {
    NATIVE_UNUSED();
    return value_incref(AS(UnionObject, args[0])->args);
}

NATIVE(union_get_parameters) {
    NATIVE_UNUSED();
    return generic_parameters(AS(UnionObject, args[0])->args);
}

/* (int | T)[str]: the new members put together by their own `|`. */
static Value union_getitem(Value self, Value key) {
    Value old = AS(UnionObject, self)->args, parameters = generic_parameters(old);
    Value args = parameters ? generic_substitute(self, old, parameters, key, false) : 0;
    value_decref(parameters);
    if (!args)
        return 0;
    const TupleObject *parts = AS(TupleObject, args);
    Value result = value_incref(parts->items[0]);
    for (int64_t i = 1; result && i < parts->length; i++) {
        Value next = object_binary(result, parts->items[i], SLOT_OR);
        value_decref(result);
        result = next;
    }
    value_decref(args);
    return result;
}

static const NativeMethod union_methods[] = {
    {.name = "__args__", .call = union_get_args, .kind = METHOD_GETTER},
    {.name = "__parameters__", .call = union_get_parameters, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_union = {
    .name = "types.UnionType",
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL,
    .basic_size = sizeof(UnionObject),
    .methods = union_methods,
    .slots = {.dealloc = union_dealloc,
              .traverse = union_traverse,
              .clear = union_dealloc,
              .repr = union_repr,
              .hash = union_hash,
              .compare = union_compare,
              .getitem = union_getitem,
              .number = {[SLOT_OR] = union_or}},
};
