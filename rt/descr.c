/*
 * descr.c — descriptors: property, classmethod, staticmethod, the getters of native types, the
 * members made by __slots__, super, bound methods and the read-only view of a class's namespace.
 */
#include "object.h"

static void drop(Value *slot) {
    Value old = *slot;
    *slot = 0;
    value_decref(old);
}

/* ---- property -------------------------------------------------------------------------------- */

static void property_traverse(Object *self, VisitValue visit, void *context) {
    PropertyObject *property = (PropertyObject *)self;
    visit(property->get, context);
    visit(property->set, context);
    visit(property->del, context);
    visit(property->doc, context);
}

static void property_clear(Object *self) {
    PropertyObject *property = (PropertyObject *)self;
    drop(&property->get);
    drop(&property->set);
    drop(&property->del);
    drop(&property->doc);
}

static void property_dealloc(Object *self) {
    property_clear(self);
    drop(&((PropertyObject *)self)->name);
}

static Value property_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ(object_new(type, sizeof(PropertyObject)));
}

static Value given(Value value) {
    return value && value != VALUE_NONE ? value_incref(value) : 0;
}

/* Binds fget, fset, fdel, doc from positional and keyword arguments; borrowed, 0 = not given. */
static int property_arguments(const Value *args, uint32_t count, Value names, Value bound[4]) {
    static const char *const keywords[] = {"fget", "fset", "fdel", "doc"};
    if (count > 4)
        return raise_status(&rt_exc_TypeError, "property() takes at most 4 arguments (%d given)",
                            (int)count);
    memset(bound, 0, 4 * sizeof(Value));
    values_copy(bound, args, count);
    for (int64_t i = 0; names && i < AS(TupleObject, names)->length; i++) {
        Value name = AS(TupleObject, names)->items[i];
        int place = 0;
        while (place < 4 && !str_equal_cstr(name, keywords[place]))
            place++;
        if (place == 4)
            return raise_status(&rt_exc_TypeError,
                                "'%S' is an invalid keyword argument for property()", name);
        bound[place] = args[count + (uint32_t)i];
    }
    return 0;
}

/* Takes over the getter's docstring. Instances of subclasses keep it as an attribute, for their
 * class's __doc__ hides that of property. */
static int property_take_doc(Value self) {
    PropertyObject *property = AS(PropertyObject, self);
    bool failed;
    Value name = str_name("__doc__"), doc = object_getattr_optional(property->get, name, &failed);
    if (!doc)
        return failed ? -1 : 0;
    int status = 0;
    if (value_is(self, &rt_type_property))
        value_replace(&property->doc, given(doc));
    else
        status = object_setattr(self, name, doc);
    property->doc_of_getter = true;
    value_decref(doc);
    return status;
}

static int property_init(Value self, const Value *args, uint32_t count, Value names) {
    Value bound[4];
    if (property_arguments(args, count, names, bound) < 0)
        return -1;
    PropertyObject *property = AS(PropertyObject, self);
    value_replace(&property->get, given(bound[0]));
    value_replace(&property->set, given(bound[1]));
    value_replace(&property->del, given(bound[2]));
    value_replace(&property->doc, given(bound[3]));
    return property->doc || !property->get ? 0 : property_take_doc(self);
}

static int property_lacks(PropertyObject *property, Value object, const char *what) {
    Type *type = value_type(object);
    if (property->name)
        return raise_status(&rt_exc_AttributeError, "property %R of '%s' object has no %s",
                            property->name, type->qualname, what);
    return raise_status(&rt_exc_AttributeError, "property of '%s' object has no %s", type->qualname,
                        what);
}

static Value property_get(Value self, Value object, Value owner) {
    (void)owner;
    PropertyObject *property = AS(PropertyObject, self);
    if (!object || object == VALUE_NONE)
        return value_incref(self);
    if (!property->get) {
        property_lacks(property, object, "getter");
        return 0;
    }
    return object_call1(property->get, object);
}

static int property_set(Value self, Value object, Value value) {
    PropertyObject *property = AS(PropertyObject, self);
    Value function = value ? property->set : property->del;
    if (!function)
        return property_lacks(property, object, value ? "setter" : "deleter");
    Value args[2] = {object, value};
    Value result = object_call(function, args, value ? 2 : 1, 0);
    value_decref(result);
    return result ? 0 : -1;
}

static Value property_copy(Value self, int which, Value function) {
    PropertyObject *property = AS(PropertyObject, self);
    Value parts[4] = {property->get, property->set, property->del, property->doc};
    parts[which] = function;
    if (property->doc_of_getter)
        parts[3] = 0;
    for (int i = 0; i < 4; i++)
        if (!parts[i])
            parts[i] = VALUE_NONE;
    Value copy = object_call(OBJ(value_type(self)), parts, 4, 0);
    if (copy && value_isa(copy, &rt_type_property) && property->name)
        value_replace(&AS(PropertyObject, copy)->name, value_incref(property->name));
    return copy;
}

#define NATIVE(name) static Value name(Value callee, const Value *args, uint32_t count, Value names)
#define UNUSED()     ((void)callee, (void)args, (void)count, (void)names)

NATIVE(property_getter) {
    UNUSED();
    return property_copy(args[0], 0, args[1]);
}

NATIVE(property_setter) {
    UNUSED();
    return property_copy(args[0], 1, args[1]);
}

NATIVE(property_deleter) {
    UNUSED();
    return property_copy(args[0], 2, args[1]);
}

NATIVE(property_set_name) {
    UNUSED();
    value_replace(&AS(PropertyObject, args[0])->name, value_incref(args[2]));
    return VALUE_NONE;
}

static Value or_none(Value value) {
    return value ? value_incref(value) : VALUE_NONE;
}

NATIVE(property_fget) {
    UNUSED();
    return or_none(AS(PropertyObject, args[0])->get);
}

NATIVE(property_fset) {
    UNUSED();
    return or_none(AS(PropertyObject, args[0])->set);
}

NATIVE(property_fdel) {
    UNUSED();
    return or_none(AS(PropertyObject, args[0])->del);
}

NATIVE(property_doc) {
    UNUSED();
    return or_none(AS(PropertyObject, args[0])->doc);
}

static int property_set_doc(Value self, Value value) {
    value_replace(&AS(PropertyObject, self)->doc, given(value));
    return 0;
}

NATIVE(property_isabstract) {
    UNUSED();
    PropertyObject *property = AS(PropertyObject, args[0]);
    Value parts[3] = {property->get, property->set, property->del};
    for (int i = 0; i < 3; i++) {
        int truth = parts[i] ? object_attr_is_true(parts[i], "__isabstractmethod__") : 0;
        if (truth)
            return truth < 0 ? 0 : VALUE_TRUE;
    }
    return VALUE_FALSE;
}

static const NativeMethod property_methods[] = {
    {.name = "getter", .call = property_getter, .min_args = 1, .max_args = 1},
    {.name = "setter", .call = property_setter, .min_args = 1, .max_args = 1},
    {.name = "deleter", .call = property_deleter, .min_args = 1, .max_args = 1},
    {.name = "__set_name__", .call = property_set_name, .min_args = 2, .max_args = 2},
    {.name = "fget", .call = property_fget, .kind = METHOD_MEMBER},
    {.name = "fset", .call = property_fset, .kind = METHOD_MEMBER},
    {.name = "fdel", .call = property_fdel, .kind = METHOD_MEMBER},
    {.name = "__doc__", .call = property_doc, .kind = METHOD_MEMBER, .set = property_set_doc},
    {.name = "__isabstractmethod__", .call = property_isabstract, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_property = {
    .name = "property",
    .basic_size = sizeof(PropertyObject),
    .methods = property_methods,
    .slots = {.dealloc = property_dealloc,
              .traverse = property_traverse,
              .clear = property_clear,
              .descr_get = property_get,
              .descr_set = property_set,
              .new = property_new,
              .init = property_init},
};

/* ---- classmethod, staticmethod --------------------------------------------------------------- */

static void wrapper_traverse(Object *self, VisitValue visit, void *context) {
    visit(((WrapperObject *)self)->callable, context);
    visit(((WrapperObject *)self)->dict, context);
}

static void wrapper_clear(Object *self) {
    drop(&((WrapperObject *)self)->callable);
    drop(&((WrapperObject *)self)->dict);
}

static Value wrapper_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    WrapperObject *wrapper = object_new(type, sizeof(WrapperObject));
    if (wrapper)
        wrapper->callable = VALUE_NONE;
    return OBJ(wrapper);
}

static int wrapper_init(Value self, const Value *args, uint32_t count, Value names) {
    const Type *native = type_native_base(value_object(self)->type);
    if (names && AS(TupleObject, names)->length)
        return raise_status(&rt_exc_TypeError, "%N() takes no keyword arguments", native);
    if (count != 1)
        return raise_status(&rt_exc_TypeError, "%N expected 1 argument, got %d", native,
                            (int)count);
    value_replace(&AS(WrapperObject, self)->callable, value_incref(args[0]));
    return 0;
}

static Value wrapper_repr(Value self) {
    return str_format("<%T(%R)>", self, AS(WrapperObject, self)->callable);
}

NATIVE(wrapper_func) {
    UNUSED();
    return or_none(AS(WrapperObject, args[0])->callable);
}

NATIVE(wrapper_isabstract) {
    UNUSED();
    int truth = object_attr_is_true(AS(WrapperObject, args[0])->callable, "__isabstractmethod__");
    return truth < 0 ? 0 : VALUE_BOOL(truth);
}

NATIVE(wrapper_dict) {
    UNUSED();
    WrapperObject *wrapper = AS(WrapperObject, args[0]);
    if (!wrapper->dict)
        wrapper->dict = dict_new();
    return wrapper->dict ? value_incref(wrapper->dict) : 0;
}

/* Attributes of the wrapped function (__name__, __doc__, ...) show through. */
static Value wrapper_getattr(Value self, Value name) {
    WrapperObject *wrapper = AS(WrapperObject, self);
    Value own = wrapper->dict ? dict_get_borrow(wrapper->dict, name) : 0;
    if (own)
        return value_incref(own);
    static const char *const shown[] = {"__name__", "__qualname__", "__doc__", "__module__",
                                        "__annotations__"};
    for (int i = 0; i < 5; i++)
        if (str_equal_cstr(name, shown[i]))
            return object_getattr(wrapper->callable, name);
    return rt_generic_getattr(self, name);
}

static int wrapper_setattr(Value self, Value name, Value value) {
    WrapperObject *wrapper = AS(WrapperObject, self);
    Value found = type_lookup_borrow(value_type(self), name);
    if (found && value_type(found)->slots.descr_set)
        return rt_generic_setattr(self, name, value);
    if (!wrapper->dict && !(wrapper->dict = dict_new()))
        return -1;
    if (value)
        return dict_set(wrapper->dict, name, value);
    int deleted = dict_delete(wrapper->dict, name);
    if (deleted == 0)
        attr_missing(self, name);
    return deleted == 1 ? 0 : -1;
}

static const NativeMethod wrapper_methods[] = {
    {.name = "__func__", .call = wrapper_func, .kind = METHOD_MEMBER},
    {.name = "__wrapped__", .call = wrapper_func, .kind = METHOD_MEMBER},
    {.name = "__isabstractmethod__", .call = wrapper_isabstract, .kind = METHOD_GETTER},
    {.name = "__dict__", .call = wrapper_dict, .kind = METHOD_GETTER},
    {0},
};

static Value classmethod_get(Value self, Value object, Value owner) {
    Value callable = AS(WrapperObject, self)->callable;
    Value cls = owner ? owner : OBJ(value_type(object));
    const TypeSlots *slots = &value_type(callable)->slots;
    if (slots->descr_get)
        return slots->descr_get(callable, cls, cls);
    return method_new(callable, cls);
}

Type rt_type_classmethod = {
    .name = "classmethod",
    .basic_size = sizeof(WrapperObject),
    .methods = wrapper_methods,
    .slots = {.dealloc = wrapper_clear,
              .traverse = wrapper_traverse,
              .clear = wrapper_clear,
              .repr = wrapper_repr,
              .getattr = wrapper_getattr,
              .setattr = wrapper_setattr,
              .descr_get = classmethod_get,
              .new = wrapper_new,
              .init = wrapper_init},
};

static Value staticmethod_get(Value self, Value object, Value owner) {
    (void)object, (void)owner;
    return value_incref(AS(WrapperObject, self)->callable);
}

static Value staticmethod_call(Value self, const Value *args, uint32_t count, Value names) {
    return object_call(AS(WrapperObject, self)->callable, args, count, names);
}

Type rt_type_staticmethod = {
    .name = "staticmethod",
    .basic_size = sizeof(WrapperObject),
    .methods = wrapper_methods,
    .slots = {.dealloc = wrapper_clear,
              .traverse = wrapper_traverse,
              .clear = wrapper_clear,
              .repr = wrapper_repr,
              .call = staticmethod_call,
              .getattr = wrapper_getattr,
              .setattr = wrapper_setattr,
              .descr_get = staticmethod_get,
              .new = wrapper_new,
              .init = wrapper_init},
};

/* ---- getters of native types ----------------------------------------------------------------- */

Value getset_new(Type *owner, const NativeMethod *method) {
    Type *type = method->kind == METHOD_MEMBER ? &rt_type_native_member : &rt_type_getset;
    GetsetObject *getset = object_new(type, sizeof(GetsetObject));
    if (getset) {
        getset->owner = owner;
        getset->method = method;
    }
    return OBJ(getset);
}

static void getset_dealloc(Object *self) {
    (void)self;
}

static Value getset_repr(Value self) {
    GetsetObject *getset = AS(GetsetObject, self);
    const char *kind = getset->method->kind == METHOD_MEMBER ? "member" : "attribute";
    return str_format("<%s '%s' of '%N' objects>", kind, getset->method->name, getset->owner);
}

static int getset_check(GetsetObject *getset, Value object) {
    if (value_isa(object, getset->owner))
        return 0;
    return raise_status(&rt_exc_TypeError,
                        "descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                        getset->method->name, getset->owner, object);
}

static Value getset_get(Value self, Value object, Value owner) {
    (void)owner;
    GetsetObject *getset = AS(GetsetObject, self);
    if (!object)
        return value_incref(self);
    if (getset_check(getset, object) < 0)
        return 0;
    return getset->method->call(self, &object, 1, 0);
}

static int getset_set(Value self, Value object, Value value) {
    GetsetObject *getset = AS(GetsetObject, self);
    if (getset_check(getset, object) < 0)
        return -1;
    if (getset->method->set)
        return getset->method->set(object, value);
    if (getset->method->kind == METHOD_MEMBER)
        return raise_status(&rt_exc_AttributeError, "readonly attribute");
    return raise_status(&rt_exc_AttributeError, "attribute '%s' of '%N' objects is not writable",
                        getset->method->name, getset->owner);
}

NATIVE(getset_name) {
    UNUSED();
    return str_from_cstr(AS(GetsetObject, args[0])->method->name);
}

NATIVE(getset_qualname) {
    UNUSED();
    GetsetObject *getset = AS(GetsetObject, args[0]);
    return str_format("%N.%s", getset->owner, getset->method->name);
}

NATIVE(getset_objclass) {
    UNUSED();
    return value_incref(OBJ(AS(GetsetObject, args[0])->owner));
}

static const NativeMethod getset_methods[] = {
    {.name = "__name__", .call = getset_name, .kind = METHOD_MEMBER},
    {.name = "__qualname__", .call = getset_qualname, .kind = METHOD_GETTER},
    {.name = "__objclass__", .call = getset_objclass, .kind = METHOD_MEMBER},
    {0},
};

Type rt_type_getset = {
    .name = "getset_descriptor",
    .basic_size = sizeof(GetsetObject),
    .flags = TYPE_FINAL,
    .methods = getset_methods,
    .slots = {.dealloc = getset_dealloc,
              .repr = getset_repr,
              .descr_get = getset_get,
              .descr_set = getset_set},
};

/* Getters that are members in CPython; a subclass of what __slots__ makes, for isinstance. */
Type rt_type_native_member = {
    .name = "member_descriptor",
    .base_type = &rt_type_member,
    .basic_size = sizeof(GetsetObject),
    .flags = TYPE_FINAL,
    .methods = getset_methods,
    .slots = {.dealloc = getset_dealloc,
              .repr = getset_repr,
              .descr_get = getset_get,
              .descr_set = getset_set},
};

/* ---- members made by __slots__ --------------------------------------------------------------- */

Value member_new(Type *owner, Value name, uint32_t index) {
    MemberObject *member = object_new(&rt_type_member, sizeof(MemberObject));
    if (member) {
        member->owner = owner;
        member->name = value_incref(name);
        member->index = index;
    }
    return OBJ(member);
}

int type_member_place(Type *type, const char *name, uint32_t *index) {
    Value member = type_lookup_borrow(type, str_name(name));
    if (!member || !value_is(member, &rt_type_member) || type->shape_offset != INSTANCE_OFFSET ||
        AS(MemberObject, member)->index >= type->inline_slots)
        return raise_status(&rt_exc_TypeError, "%N has no slot %s", type, name);
    *index = AS(MemberObject, member)->index;
    return 0;
}

static void member_dealloc(Object *self) {
    drop(&((MemberObject *)self)->name);
}

static Value member_repr(Value self) {
    MemberObject *member = AS(MemberObject, self);
    return str_format("<member '%S' of '%N' objects>", member->name, member->owner);
}

/* The place of the member in an instance; NULL: TypeError. */
static Value *member_place(MemberObject *member, Value object) {
    if (!value_is_pointer(object) || !value_isa(object, member->owner)) {
        raise_error(&rt_exc_TypeError,
                    "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", member->name,
                    member->owner, object);
        return NULL;
    }
    Object *instance = value_object(object);
    InstanceSlots *slots = instance_slots(instance);
    if (!slots)
        return NULL;
    if (member->index >= instance->type->inline_slots && !slots->overflow) {
        uint32_t room = slots->shape->reserved + 4;
        slots->overflow = mem_alloc(room * sizeof(Value));
        if (!slots->overflow)
            return NULL;
        memset(slots->overflow, 0, room * sizeof(Value));
    }
    return instance_slot_at(instance, slots, member->index);
}

static Value member_get(Value self, Value object, Value owner) {
    (void)owner;
    MemberObject *member = AS(MemberObject, self);
    if (!object)
        return value_incref(self);
    Value *place = member_place(member, object);
    if (!place)
        return 0;
    return *place ? value_incref(*place) : attr_missing(object, member->name);
}

static int member_set(Value self, Value object, Value value) {
    MemberObject *member = AS(MemberObject, self);
    Value *place = member_place(member, object);
    if (!place)
        return -1;
    if (member->readonly)
        return raise_status(&rt_exc_AttributeError, "readonly attribute");
    if (!value && !*place)
        return raise_status(&rt_exc_AttributeError, "%S", member->name);
    value_replace(place, value ? value_incref(value) : 0);
    return 0;
}

void type_member_protect(Type *type, const char *name) {
    AS(MemberObject, type_lookup_borrow(type, str_name(name)))->readonly = true;
}

int type_member_set(Type *type, const char *name, Value object, Value value) {
    Value member = type_lookup_borrow(type, str_name(name));
    Value *place = member_place(AS(MemberObject, member), object);
    if (place)
        value_replace(place, value_incref(value));
    return place ? 0 : -1;
}

NATIVE(member_name) {
    UNUSED();
    return value_incref(AS(MemberObject, args[0])->name);
}

NATIVE(member_qualname) {
    UNUSED();
    MemberObject *member = AS(MemberObject, args[0]);
    return str_format("%s.%S", member->owner->qualname, member->name);
}

NATIVE(member_objclass) {
    UNUSED();
    return value_incref(OBJ(AS(MemberObject, args[0])->owner));
}

static const NativeMethod member_methods[] = {
    {.name = "__name__", .call = member_name, .kind = METHOD_MEMBER},
    {.name = "__qualname__", .call = member_qualname, .kind = METHOD_GETTER},
    {.name = "__objclass__", .call = member_objclass, .kind = METHOD_MEMBER},
    {0},
};

Type rt_type_member = {
    .name = "member_descriptor",
    .basic_size = sizeof(MemberObject),
    .flags = TYPE_FINAL,
    .methods = member_methods,
    .slots = {.dealloc = member_dealloc,
              .repr = member_repr,
              .descr_get = member_get,
              .descr_set = member_set},
};
