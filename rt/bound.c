/*
 * bound.c — objects that stand for another object seen in a certain way: bound methods, super, and
 * mappingproxy, the read-only view of a mapping.
 */
#include "containers.h"
#include "object.h"

#define NATIVE(name) static Value name(Value callee, const Value *args, uint32_t count, Value names)
#define UNUSED()     ((void)callee, (void)args, (void)count, (void)names)

static void drop(Value *slot) {
    Value old = *slot;
    *slot = 0;
    value_decref(old);
}

/* ---- bound methods --------------------------------------------------------------------------- */

Value method_new(Value function, Value self) {
    MethodObject *method = object_new(&rt_type_method, sizeof(MethodObject));
    if (method) {
        method->function = value_incref(function);
        method->self = value_incref(self);
    }
    return OBJ(method);
}

static void method_traverse(Object *self, VisitValue visit, void *context) {
    visit(((MethodObject *)self)->function, context);
    visit(((MethodObject *)self)->self, context);
}

static void method_clear(Object *self) {
    drop(&((MethodObject *)self)->function);
    drop(&((MethodObject *)self)->self);
}

static Value method_call(Value self, const Value *args, uint32_t count, Value names) {
    MethodObject *method = AS(MethodObject, self);
    return call_with_self(method->function, method->self, args, count, names);
}

static Value method_repr(Value self) {
    MethodObject *method = AS(MethodObject, self);
    bool failed;
    Value name = object_getattr_optional(method->function, str_name("__qualname__"), &failed);
    if (!name && !failed)
        name = object_getattr_optional(method->function, str_name("__name__"), &failed);
    if (failed)
        return 0;
    Value result = name ? str_format("<bound method %S of %R>", name, method->self)
                        : str_format("<bound method ? of %R>", method->self);
    value_decref(name);
    return result;
}

static int64_t method_hash(Value self) {
    MethodObject *method = AS(MethodObject, self);
    int64_t function = object_hash(method->function);
    if (function == -1)
        return -1;
    int64_t hash = (int64_t)((uint64_t)function ^ (method->self >> 4 | method->self << 60));
    return hash == -1 ? -2 : hash;
}

static Value method_compare(Value left, Value right, CompareOp op) {
    if (!value_is(left, &rt_type_method) || !value_is(right, &rt_type_method) ||
        (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOTIMPLEMENTED;
    MethodObject *a = AS(MethodObject, left), *b = AS(MethodObject, right);
    int equal = object_equal(a->function, b->function);
    if (equal < 0)
        return 0;
    bool same = equal && a->self == b->self;
    return VALUE_BOOL((op == COMPARE_EQ) == same);
}

static Value method_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)type, (void)names;
    if (count != 2)
        return raise_error(&rt_exc_TypeError, "method expected 2 arguments, got %d", (int)count);
    if (!object_callable(args[0]))
        return raise_error(&rt_exc_TypeError, "first argument must be callable");
    if (args[1] == VALUE_NONE)
        return raise_error(&rt_exc_TypeError, "instance must not be None");
    return method_new(args[0], args[1]);
}

/* What a bound method does not know itself, its function answers. */
static Value method_getattr(Value self, Value name) {
    if (type_lookup_borrow(&rt_type_method, name) && !str_equal_cstr(name, "__doc__"))
        return rt_generic_getattr(self, name);
    return object_getattr(AS(MethodObject, self)->function, name);
}

NATIVE(method_func) {
    UNUSED();
    return value_incref(AS(MethodObject, args[0])->function);
}

NATIVE(method_self) {
    UNUSED();
    return value_incref(AS(MethodObject, args[0])->self);
}

/* (getattr, (self, name)) */
static Value method_reduce(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    const MethodObject *method = AS(MethodObject, args[0]);
    Value builtins = module_import("builtins");
    Value getattr = builtins ? object_getattr_cstr(builtins, "getattr") : 0;
    Value name = getattr ? object_getattr_cstr(method->function, "__name__") : 0;
    Value pair[2] = {method->self, name}, parts[2] = {getattr, name ? tuple_new(pair, 2) : 0};
    Value result = parts[1] ? tuple_new(parts, 2) : 0;
    value_decref(parts[1]);
    value_decref(name);
    value_decref(getattr);
    value_decref(builtins);
    return result;
}

static const NativeMethod method_methods[] = {
    {.name = "__reduce__", .call = method_reduce},
    {.name = "__func__", .call = method_func, .kind = METHOD_MEMBER},
    {.name = "__self__", .call = method_self, .kind = METHOD_MEMBER},
    {0},
};

Type rt_type_method = {
    .name = "method",
    .basic_size = sizeof(MethodObject),
    .flags = TYPE_FINAL,
    .methods = method_methods,
    .slots = {.dealloc = method_clear,
              .traverse = method_traverse,
              .clear = method_clear,
              .repr = method_repr,
              .hash = method_hash,
              .compare = method_compare,
              .call = method_call,
              .getattr = method_getattr,
              .new = method_make},
};

/* ---- super ----------------------------------------------------------------------------------- */

/* The class whose MRO is walked for super(cls, self), a new reference; 0: TypeError. */
static Value super_check(Type *cls, Value self) {
    if (value_is_type(self) && type_is_subtype(AS(Type, self), cls))
        return value_incref(self);
    if (value_isa(self, cls))
        return value_incref(OBJ(value_type(self)));
    bool failed;
    Value claimed = object_claimed_class(self, &failed);
    if (claimed && type_is_subtype(AS(Type, claimed), cls))
        return claimed;
    value_decref(claimed);
    return failed ? 0
                  : raise_error(&rt_exc_TypeError,
                                "super(type, obj): obj must be an instance or subtype of type");
}

/* Makes `super` begin behind `cls` for `self`, which is None if it is not bound. 0 or -1. */
static int super_set(SuperObject *super, Value cls, Value self) {
    if (!value_is_type(cls))
        return raise_status(&rt_exc_TypeError, "super() argument 1 must be a type, not %T", cls);
    Value self_type = 0;
    if (self != VALUE_NONE && !(self_type = super_check(AS(Type, cls), self)))
        return -1;
    SuperObject old = *super;
    super->cls = AS(Type, value_incref(cls));
    super->self = self_type ? value_incref(self) : 0;
    super->self_type = self_type ? AS(Type, self_type) : NULL;
    value_decref(OBJ(old.cls));
    value_decref(old.self);
    value_decref(OBJ(old.self_type));
    return 0;
}

Value pyrt_super(Value cls, Value self) {
    if (!cls || !self)
        return raise_error(&rt_exc_RuntimeError, "super(): %s",
                           self ? "empty __class__ cell" : "arg[0] deleted");
    SuperObject *super = object_new(&rt_type_super, sizeof(SuperObject));
    if (super && super_set(super, cls, self) < 0) {
        value_decref(OBJ(super));
        return 0;
    }
    return OBJ(super);
}

static Value super_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ(object_new(type, sizeof(SuperObject)));
}

static int super_init(Value self, const Value *args, uint32_t count, Value names) {
    if (names && AS(TupleObject, names)->length)
        return raise_status(&rt_exc_TypeError, "super() takes no keyword arguments");
    if (count == 0)
        return raise_status(&rt_exc_RuntimeError, "super(): no arguments");
    if (count > 2)
        return raise_status(&rt_exc_TypeError, "super() expected at most 2 arguments, got %d",
                            (int)count);
    return super_set(AS(SuperObject, self), args[0], count == 2 ? args[1] : VALUE_NONE);
}

static void super_traverse(Object *self, VisitValue visit, void *context) {
    SuperObject *super = (SuperObject *)self;
    visit(OBJ(super->cls), context);
    visit(super->self, context);
    visit(OBJ(super->self_type), context);
}

static void super_dealloc(Object *self) {
    SuperObject *super = (SuperObject *)self;
    drop(&super->self);
    value_decref(OBJ(super->cls));
    value_decref(OBJ(super->self_type));
}

Value super_getattr_borrow(SuperObject *self, Value name) {
    return type_lookup_after_borrow(self->self_type, self->cls, name);
}

static Value super_getattr(Value self, Value name) {
    SuperObject *super = AS(SuperObject, self);
    if (!super->self || str_equal_cstr(name, "__class__"))
        return rt_generic_getattr(self, name);
    Value found = super_getattr_borrow(super, name);
    if (!found)
        return isolate.pending ? 0 : rt_generic_getattr(self, name);
    const TypeSlots *slots = &value_type(found)->slots;
    if (!slots->descr_get)
        return value_incref(found);
    bool through_class = super->self == OBJ(super->self_type);
    return slots->descr_get(found, through_class ? 0 : super->self, OBJ(super->self_type));
}

static Value super_repr(Value self) {
    SuperObject *super = AS(SuperObject, self);
    if (super->self_type)
        return str_format("<super: <class '%N'>, <%N object>>", super->cls, super->self_type);
    return super->cls ? str_format("<super: <class '%N'>, NULL>", super->cls)
                      : str_from_cstr("<super: <class 'NULL'>, NULL>");
}

static Value super_descr_get(Value self, Value object, Value owner) {
    (void)owner;
    SuperObject *super = AS(SuperObject, self);
    if (!object || super->self)
        return value_incref(self);
    if (value_is(self, &rt_type_super))
        return pyrt_super(OBJ(super->cls), object);
    Value args[] = {OBJ(super->cls), object};
    return object_call(OBJ(super->base.type), args, 2, 0);
}

NATIVE(super_thisclass) {
    UNUSED();
    const Type *cls = AS(SuperObject, args[0])->cls;
    return cls ? value_incref(OBJ(cls)) : VALUE_NONE;
}

NATIVE(super_self) {
    UNUSED();
    Value self = AS(SuperObject, args[0])->self;
    return self ? value_incref(self) : VALUE_NONE;
}

NATIVE(super_self_class) {
    UNUSED();
    Type *type = AS(SuperObject, args[0])->self_type;
    return type ? value_incref(OBJ(type)) : VALUE_NONE;
}

static const NativeMethod super_methods[] = {
    {.name = "__thisclass__", .call = super_thisclass, .kind = METHOD_MEMBER},
    {.name = "__self__", .call = super_self, .kind = METHOD_MEMBER},
    {.name = "__self_class__", .call = super_self_class, .kind = METHOD_MEMBER},
    {0},
};

Type rt_type_super = {
    .name = "super",
    .basic_size = sizeof(SuperObject),
    .methods = super_methods,
    .slots = {.dealloc = super_dealloc,
              .traverse = super_traverse,
              .repr = super_repr,
              .getattr = super_getattr,
              .descr_get = super_descr_get,
              .new = super_new,
              .init = super_init},
};

/* ---- mappingproxy ---------------------------------------------------------------------------- */

typedef struct ProxyObject {
    Object base;
    Value mapping;
} ProxyObject;

static Value mapping_of(Value self) {
    return AS(ProxyObject, self)->mapping;
}

Value mappingproxy_new(Value mapping) {
    ProxyObject *proxy = object_new(&rt_type_mappingproxy, sizeof(ProxyObject));
    if (proxy)
        proxy->mapping = value_incref(mapping);
    return OBJ(proxy);
}

static Value proxy_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)type, (void)names;
    if (count != 1)
        return raise_error(&rt_exc_TypeError,
                           "mappingproxy() missing required argument 'mapping' (pos 1)");
    if (!value_type(args[0])->slots.getitem || value_isa(args[0], &rt_type_list) ||
        value_isa(args[0], &rt_type_tuple))
        return raise_error(&rt_exc_TypeError, "mappingproxy() argument must be a mapping, not %T",
                           args[0]);
    return mappingproxy_new(args[0]);
}

static void proxy_traverse(Object *self, VisitValue visit, void *context) {
    visit(((ProxyObject *)self)->mapping, context);
}

static void proxy_dealloc(Object *self) {
    drop(&((ProxyObject *)self)->mapping);
}
static Value proxy_repr(Value self) {
    return str_format("mappingproxy(%R)", mapping_of(self));
}
static Value proxy_str(Value self) {
    return object_str(mapping_of(self));
}
static int64_t proxy_len(Value self) {
    return object_len(mapping_of(self));
}
static Value proxy_getitem(Value self, Value key) {
    return object_getitem(mapping_of(self), key);
}
static Value proxy_iter(Value self) {
    return object_iter(mapping_of(self));
}
static int proxy_contains(Value self, Value key) {
    return object_contains(mapping_of(self), key);
}

static Value proxy_compare(Value left, Value right, CompareOp op) {
    if (!value_is(left, &rt_type_mappingproxy))
        return VALUE_NOTIMPLEMENTED;
    return object_compare(mapping_of(left), right, op);
}

static Value proxy_or(Value left, Value right) {
    if (value_is(left, &rt_type_mappingproxy))
        left = mapping_of(left);
    if (value_is(right, &rt_type_mappingproxy))
        right = mapping_of(right);
    return object_binary(left, right, SLOT_OR);
}

static Value proxy_ior(Value left, Value right) {
    (void)right;
    return raise_error(&rt_exc_TypeError, "'|=' is not supported by %T; use '|' instead", left);
}

static Value proxy_forward(Value callee, const Value *args, uint32_t count) {
    const char *name = AS(NativeFunction, callee)->method->name;
    return object_call_method(mapping_of(args[0]), name, args + 1, count - 1);
}

NATIVE(proxy_method) {
    (void)names;
    return proxy_forward(callee, args, count);
}

static const NativeMethod proxy_methods[] = {
    {.name = "get", .call = proxy_method, .min_args = 1, .max_args = 2},
    {.name = "keys", .call = proxy_method},
    {.name = "values", .call = proxy_method},
    {.name = "items", .call = proxy_method},
    {.name = "copy", .call = proxy_method},
    {.name = "__reversed__", .call = proxy_method},
    CLASS_GETITEM,
    {0},
};

Type rt_type_mappingproxy = {
    .name = "mappingproxy",
    .basic_size = sizeof(ProxyObject),
    .flags = TYPE_FINAL | TYPE_MAPPING,
    .methods = proxy_methods,
    .slots = {.dealloc = proxy_dealloc,
              .traverse = proxy_traverse,
              .repr = proxy_repr,
              .str = proxy_str,
              .len = proxy_len,
              .getitem = proxy_getitem,
              .contains = proxy_contains,
              .iter = proxy_iter,
              .compare = proxy_compare,
              .number = {[SLOT_OR] = proxy_or},
              .inplace = {[SLOT_OR] = proxy_ior},
              .unhashable = true,
              .new = proxy_make},
};
