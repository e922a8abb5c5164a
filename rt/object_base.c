/*
 * object_base.c — the type `object`, and None, NotImplemented and Ellipsis: the defaults every
 * class inherits.
 */
#include "object.h"

/* ---- object ---------------------------------------------------------------------------------- */

static void object_dealloc(Object *self) {
    (void)self;
}

PointerText pointer_text(Value object) {
    PointerText result;
    snprintf(result.text, sizeof result.text, "0x%llx", (unsigned long long)object);
    return result;
}

Value object_default_repr(Value self) {
    Type *type = value_type(self);
    Value module = type_module_borrow(type);
    if (module && !str_equal_cstr(module, "builtins"))
        return str_format("<%S.%s object at %s>", module, type->qualname, pointer_text(self).text);
    return str_format("<%s object at %s>", type->qualname, pointer_text(self).text);
}

static Value object_default_str(Value self) {
    return value_type(self)->slots.repr(self);
}

static Value object_default_format(Value self, Value spec) {
    if (AS(StrObject, spec)->length)
        return raise_error(&rt_exc_TypeError, "unsupported format string passed to %T.__format__",
                           self);
    return object_str(self);
}

/* Where CPython's None is in Debian's executable: sets of None and numbers then have its order. */
enum { NONE_ADDRESS = 0x959cc0 };

static int64_t object_default_hash(Value self) {
    uint64_t address = self == VALUE_NONE ? NONE_ADDRESS : self;
    int64_t hash = (int64_t)(address >> 4 | address << 60);
    return hash == -1 ? -2 : hash;
}

static Value object_default_compare(Value left, Value right, CompareOp op) {
    if (op == COMPARE_EQ)
        return left == right ? VALUE_TRUE : VALUE_NOTIMPLEMENTED;
    if (op != COMPARE_NE)
        return VALUE_NOTIMPLEMENTED;
    Value equal = value_type(left)->slots.compare(left, right, COMPARE_EQ);
    if (!equal || equal == VALUE_NOTIMPLEMENTED)
        return equal;
    int truth = object_truth(equal);
    value_decref(equal);
    return truth < 0 ? 0 : VALUE_BOOL(!truth);
}

static bool has_arguments(uint32_t count, Value names) {
    return count || (names && AS(TupleObject, names)->length);
}

/* "Can't instantiate abstract class X with abstract methods a, b" */
static Value raise_abstract(Type *type) {
    Value methods = dict_get_cstr_borrow(type_dict_borrow(type), "__abstractmethods__");
    Value sorted = methods ? list_from_iterable(methods) : 0;
    if (!sorted || list_sort(sorted, 0, false) < 0) {
        value_decref(sorted);
        return 0;
    }
    ListObject *list = AS(ListObject, sorted);
    Value comma = str_from_cstr(", ");
    Value joined = comma ? str_join(comma, list->items, list->length) : 0;
    if (joined)
        raise_error(&rt_exc_TypeError,
                    "Can't instantiate abstract class %N with abstract method%s %S", type,
                    list->length > 1 ? "s" : "", joined);
    value_decref(joined);
    value_decref(comma);
    value_decref(sorted);
    return 0;
}

Value object_default_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args;
    if (has_arguments(count, names)) {
        if (type->slots.new != object_default_new)
            return raise_error(
                &rt_exc_TypeError,
                "object.__new__() takes exactly one argument (the type to instantiate)");
        if (type->slots.init == object_default_init)
            return raise_error(&rt_exc_TypeError, "%N() takes no arguments", type);
    }
    if (type->flags & TYPE_ABSTRACT)
        return raise_abstract(type);
    Object *self = object_new(type, type->basic_size);
    if (self && type->shape_offset == INSTANCE_OFFSET)
        instance_plain(self)->shape = type_root_shape(type);
    return OBJ(self);
}

int object_default_init(Value self, const Value *args, uint32_t count, Value names) {
    (void)args;
    if (!has_arguments(count, names))
        return 0;
    Type *type = value_type(self);
    if (type->slots.init != object_default_init)
        return raise_status(
            &rt_exc_TypeError,
            "object.__init__() takes exactly one argument (the instance to initialize)");
    if (type->slots.new == object_default_new)
        return raise_status(&rt_exc_TypeError,
                            "%N.__init__() takes exactly one argument (the instance to initialize)",
                            type);
    return 0;
}

/* ---- methods of object ----------------------------------------------------------------------- */

static Value object_get_class(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    return value_incref(OBJ(value_type(args[0])));
}

/* Modules have the same layout whatever their class is, if it brings no slots: what they contain is
 * theirs alone. Attribute sites that know the module forget it. */
static int change_module_class(Object *module, Type *type) {
    Type *old = module->type;
    module->type = type;
    type->base.refs++;
    value_decref(OBJ(old));
    cache_forget_all();
    return 0;
}

static bool is_module_class(const Type *type) {
    return type_native_base((Type *)(uintptr_t)type) == &rt_type_module && !type->shape_offset;
}

static int object_set_class(Value self, Value value) {
    if (!value)
        return raise_status(&rt_exc_TypeError, "can't delete __class__ attribute");
    if (!value_is_type(value))
        return raise_status(&rt_exc_TypeError, "__class__ must be set to a class, not '%T' object",
                            value);
    Type *type = AS(Type, value), *old = value_type(self);
    if (type != old && is_module_class(type) && is_module_class(old))
        return change_module_class(value_object(self), type);
    if (!(type->flags & TYPE_HEAP) || !(old->flags & TYPE_HEAP))
        return raise_status(&rt_exc_TypeError, "__class__ assignment only supported for mutable "
                                               "types or ModuleType subclasses");
    if (type == old)
        return 0;
    if (type_check_layouts(old, type, "__class__") < 0)
        return -1;
    if (type->shape_offset != old->shape_offset)
        return raise_status(&rt_exc_TypeError,
                            "__class__ assignment: '%N' object layout differs from '%N'", type,
                            old);
    return instance_change_class(value_object(self), type);
}

static int add_names(Value set, Value dict) {
    int64_t position = 0;
    Value name, value;
    while (dict_next(dict, &position, &name, &value))
        if (set_add(set, name) < 0)
            return -1;
    return 0;
}

Value object_default_dir(Value self) {
    Value set = set_new(false);
    Type *type = value_type(self);
    Value dict = value_is_pointer(self) ? instance_dict_copy(value_object(self)) : dict_new();
    if (!set || !dict)
        goto fail;
    bool failed = false;
    Value own = value_is_pointer(self) && !type->shape_offset
                    ? object_getattr_optional(self, str_name("__dict__"), &failed)
                    : 0;
    if (own && value_isa(own, &rt_type_dict) && add_names(set, own) < 0)
        failed = true;
    value_decref(own);
    if (failed || add_names(set, dict) < 0)
        goto fail;
    value_decref(dict);
    dict = 0;
    const TupleObject *mro = AS(TupleObject, type->mro);
    for (int64_t i = 0; i < mro->length; i++)
        if (add_names(set, type_dict_borrow(AS(Type, mro->items[i]))) < 0)
            goto fail;
    Value list = list_from_iterable(set);
    value_decref(set);
    return list;
fail:
    value_decref(dict);
    value_decref(set);
    return 0;
}

static Value object_dir(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    return object_default_dir(args[0]);
}

static Value raise_no_subclass_keywords(Value type) {
    Value name = type_qualname_value(AS(Type, type));
    if (name)
        raise_error(&rt_exc_TypeError, "%S.__init_subclass__() takes no keyword arguments", name);
    value_decref(name);
    return 0;
}

static Value object_init_subclass(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee;
    if (names && AS(TupleObject, names)->length)
        return raise_no_subclass_keywords(args[0]);
    if (count > 1)
        return raise_error(&rt_exc_TypeError,
                           "object.__init_subclass__() takes no arguments (%d given)",
                           (int)count - 1);
    return VALUE_NONE;
}

static Value object_subclass_hook(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    return VALUE_NOTIMPLEMENTED;
}

static Value object_sizeof(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    if (!value_is_pointer(args[0]))
        return value_from_small_int(sizeof(Value));
    return int_from_i64((int64_t)object_block_size(value_object(args[0])));
}

const NativeMethod rt_object_methods[] = {
    {.name = "__class__", .call = object_get_class, .kind = METHOD_GETTER, .set = object_set_class},
    {.name = "__dir__", .call = object_dir},
    {.name = "__init_subclass__",
     .call = object_init_subclass,
     .max_args = -1,
     .kind = METHOD_CLASS,
     .keywords = "*"},
    {.name = "__subclasshook__",
     .call = object_subclass_hook,
     .max_args = -1,
     .kind = METHOD_CLASS},
    {.name = "__sizeof__", .call = object_sizeof},
    {.name = "__getstate__", .call = object_getstate},
    {.name = "__reduce__", .call = object_reduce},
    {.name = "__reduce_ex__", .call = object_reduce_ex, .min_args = 1, .max_args = 1},
    {0},
};

Type rt_type_object = {
    .name = "object",
    .basic_size = INSTANCE_OFFSET,
    .methods = rt_object_methods,
    .doc =
        "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and "
        "returns a new featureless\ninstance that has no instance attributes and cannot be given "
        "any.\n",
    .slots = {.dealloc = object_dealloc,
              .repr = object_default_repr,
              .str = object_default_str,
              .format = object_default_format,
              .hash = object_default_hash,
              .compare = object_default_compare,
              .getattr = rt_generic_getattr,
              .setattr = rt_generic_setattr,
              .new = object_default_new,
              .init = object_default_init},
};

/* ---- None, NotImplemented, Ellipsis ---------------------------------------------------------- */

static Value none_repr(Value self) {
    (void)self;
    return str_from_cstr("None");
}

static int none_truth(Value self) {
    (void)self;
    return 0;
}

static Value singleton_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args;
    if (has_arguments(count, names))
        return raise_error(&rt_exc_TypeError, "%N takes no arguments", type);
    return type == &rt_type_none             ? VALUE_NONE
           : type == &rt_type_notimplemented ? VALUE_NOTIMPLEMENTED
                                             : VALUE_ELLIPSIS;
}

Type rt_type_none = {
    .name = "NoneType",
    .flags = TYPE_FINAL,
    .slots = {.repr = none_repr, .truth = none_truth, .new = singleton_new},
};

static Value notimplemented_repr(Value self) {
    (void)self;
    return str_from_cstr("NotImplemented");
}

static Value ellipsis_repr(Value self) {
    (void)self;
    return str_from_cstr("Ellipsis");
}

static Value singleton_reduce(Value callee, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return str_from_cstr(AS(NativeFunction, callee)->owner == &rt_type_ellipsis ? "Ellipsis"
                                                                                : "NotImplemented");
}

static const NativeMethod singleton_methods[] = {{.name = "__reduce__", .call = singleton_reduce},
                                                 {0}};

Type rt_type_notimplemented = {
    .name = "NotImplementedType",
    .flags = TYPE_FINAL,
    .methods = singleton_methods,
    .slots = {.repr = notimplemented_repr, .new = singleton_new},
};

Type rt_type_ellipsis = {
    .name = "ellipsis",
    .flags = TYPE_FINAL,
    .methods = singleton_methods,
    .slots = {.repr = ellipsis_repr, .new = singleton_new},
};
