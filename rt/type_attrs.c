/*
 * type_attrs.c — type objects as Python sees them: calling them, their attributes and methods,
 * repr.
 */
#include "object.h"

/* ---- names ----------------------------------------------------------------------------------- */

/* Static types carry their module in the name, as in "collections.deque". */
Value type_name_value(const Type *type) {
    return str_from_cstr(type->flags & TYPE_HEAP ? type->name : type->qualname);
}
Value type_qualname_value(const Type *type) {
    return str_from_cstr(type->qualname);
}

Value type_module_borrow(const Type *type) {
    if (type->flags & TYPE_HEAP) {
        Value module = dict_get_cstr_borrow(type->dict, "__module__");
        return module && value_isa(module, &rt_type_str) ? module : 0;
    }
    if (type->module)
        return type->module;
    const char *dot = strrchr(type->name, '.');
    return dot ? str_name_sized(type->name, (size_t)(dot - type->name)) : str_name("builtins");
}

static Value type_repr(Value self) {
    Type *type = AS(Type, self);
    Value module = type_module_borrow(type);
    if (module && !str_equal_cstr(module, "builtins"))
        return str_format("<class '%S.%s'>", module, type->qualname);
    return str_format("<class '%s'>", type->qualname);
}

/* ---- making instances ------------------------------------------------------------------------ */

static void plan_calls(HeapType *type) {
    type->plan = PLAN_SLOTS;
    if (type->type.slots.new != object_default_new || (type->type.flags & TYPE_ABSTRACT) ||
        type->type.shape_offset != INSTANCE_OFFSET)
        return;
    if (type->type.slots.init == object_default_init) {
        type->plan = PLAN_PLAIN;
        return;
    }
    Value init = type_lookup_borrow(&type->type, str_name("__init__"));
    if (!value_is(init, &rt_type_function))
        return;
    type->init = AS(FunctionObject, init);
    type->plan = PLAN_PYTHON_INIT;
}

enum { FEW = 8 };

Value pyrt_instance_new(Value cls) {
    HeapType *type = type_heap(AS(Type, cls));
    Object *object = object_new(&type->type, type->instance_size);
    if (!object)
        return 0;
    instance_plain(object)->shape =
        type->type.root_shape ? type->type.root_shape : type_root_shape(&type->type);
    return OBJ(object);
}

int pyrt_init_result(Value result) {
    if (result == VALUE_NONE)
        return 0;
    raise_error(&rt_exc_TypeError, "__init__() should return None, not '%T'", result);
    return -1;
}

/* The common case: object.__new__ and an __init__ written in Python. */
static Value new_by_python_init(HeapType *type, const Value *args, uint32_t count, Value names) {
    Value self = pyrt_instance_new(OBJ(type)), few[FEW + 1], *all = few;
    if (!self)
        return 0;
    FunctionObject *init = type->init;
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    if (given > FEW && !(all = mem_alloc((given + 1) * sizeof(Value)))) {
        value_decref(self);
        return 0;
    }
    all[0] = self;
    for (uint32_t i = 0; i < given; i++)
        all[i + 1] = args[i];
    value_incref(OBJ(init));
    Value result = function_enter(init, all, count + 1, names);
    value_decref(OBJ(init));
    if (all != few)
        mem_free(all);
    if (result && pyrt_init_result(result) == 0)
        return self;
    value_decref(result);
    value_decref(self);
    return 0;
}

static Value call_by_slots(Type *type, const Value *args, uint32_t count, Value names) {
    if (!type->slots.new)
        return raise_error(&rt_exc_TypeError, "cannot create '%N' instances", type);
    Value self = type->slots.new(type, args, count, names);
    if (!self || !type_is_subtype(value_type(self), type))
        return self;
    Type *actual = value_type(self);
    if (actual->slots.init && actual->slots.init(self, args, count, names) < 0) {
        value_decref(self);
        return 0;
    }
    return self;
}

Value type_call(Value self, const Value *args, uint32_t count, Value names) {
    Type *type = AS(Type, self);
    if (!(type->flags & TYPE_READY))
        type_ready(type);
    if (type == &rt_type_type && count == 1 && !(names && AS(TupleObject, names)->length))
        return value_incref(OBJ(value_type(args[0])));
    if (!(type->flags & TYPE_HEAP))
        return call_by_slots(type, args, count, names);
    HeapType *heap_type = type_heap(type);
    if (heap_type->plan == PLAN_UNKNOWN)
        plan_calls(heap_type);
    if (heap_type->plan == PLAN_PYTHON_INIT)
        return new_by_python_init(heap_type, args, count, names);
    return call_by_slots(type, args, count, names);
}

/* ---- type(name, bases, dict) ----------------------------------------------------------------- */

/* The most derived metaclass of the bases and `winner`; NULL: conflict. */
static Type *winning_metatype(Type *winner, Value bases) {
    const TupleObject *tuple = AS(TupleObject, bases);
    for (int64_t i = 0; i < tuple->length; i++) {
        Type *other = value_type(tuple->items[i]);
        if (type_is_subtype(winner, other))
            continue;
        if (!type_is_subtype(other, winner)) {
            raise_error(&rt_exc_TypeError,
                        "metaclass conflict: the metaclass of a derived class must be a "
                        "(non-strict) subclass of the metaclasses of all its bases");
            return NULL;
        }
        winner = other;
    }
    return winner;
}

/* Bases that stand for others are the business of the class statement. */
static int check_entries(Value bases) {
    const TupleObject *tuple = AS(TupleObject, bases);
    for (int64_t i = 0; i < tuple->length; i++) {
        bool failed = false;
        Value hook =
            value_is_type(tuple->items[i])
                ? 0
                : object_getattr_optional(tuple->items[i], str_name("__mro_entries__"), &failed);
        value_decref(hook);
        if (hook)
            return raise_status(&rt_exc_TypeError, "type() doesn't support MRO entry resolution; "
                                                   "use types.new_class()");
        if (failed)
            return -1;
    }
    return 0;
}

static Value keyword_dict(const Value *values, Value names) {
    Value dict = dict_new();
    for (int64_t i = 0; dict && i < AS(TupleObject, names)->length; i++)
        if (dict_set(dict, AS(TupleObject, names)->items[i], values[i]) < 0) {
            value_decref(dict);
            return 0;
        }
    return dict;
}

static Value type_new(Type *metatype, const Value *args, uint32_t count, Value names) {
    if (count == 1 && names && AS(TupleObject, names)->length && metatype == &rt_type_type)
        return raise_error(&rt_exc_TypeError, "type() takes no keyword arguments");
    if (count != 3 && metatype == &rt_type_type)
        return raise_error(&rt_exc_TypeError, "type() takes 1 or 3 arguments");
    if (count != 3)
        return raise_error(&rt_exc_TypeError, "type.__new__() takes exactly 3 arguments (%d given)",
                           (int)count);
    static const struct {
        const Type *type;
        const char *name;
    } wanted[] = {{&rt_type_str, "str"}, {&rt_type_tuple, "tuple"}, {&rt_type_dict, "dict"}};
    for (int i = 0; i < 3; i++)
        if (!value_isa(args[i], wanted[i].type))
            return raise_error(&rt_exc_TypeError, "type.__new__() argument %d must be %s, not %T",
                               i + 1, wanted[i].name, args[i]);
    Type *winner = check_entries(args[1]) < 0 ? NULL : winning_metatype(metatype, args[1]);
    if (!winner)
        return 0;
    if (winner != metatype && winner->slots.new != type_new)
        return winner->slots.new(winner, args, count, names);
    Value kwargs = 0;
    if (names && !(kwargs = keyword_dict(args + 3, names)))
        return 0;
    const ClassInfo *hint = rt_class_hint;
    rt_class_hint = NULL;
    Value type = type_create(winner, args[0], args[1], args[2], kwargs, hint);
    value_decref(kwargs);
    return type;
}

static int type_init(Value self, const Value *args, uint32_t count, Value names) {
    (void)self, (void)args, (void)names;
    if (count != 1 && count != 3)
        return raise_status(&rt_exc_TypeError, "type.__init__() takes 1 or 3 arguments");
    return 0;
}

/* ---- attribute access ------------------------------------------------------------------------ */

static Value type_attribute(Value self, Value name, bool optional) {
    Type *type = AS(Type, self), *metatype = type->base.type;
    Value meta = type_lookup_borrow(metatype, name);
    const TypeSlots *meta_slots = meta ? &value_type(meta)->slots : NULL;
    if (meta && meta_slots->descr_get && meta_slots->descr_set)
        return meta_slots->descr_get(meta, self, OBJ(metatype));
    Value found = type_lookup_borrow(type, name);
    if (found) {
        const TypeSlots *slots = &value_type(found)->slots;
        return slots->descr_get ? slots->descr_get(found, 0, self) : value_incref(found);
    }
    if (meta)
        return meta_slots->descr_get ? meta_slots->descr_get(meta, self, OBJ(metatype))
                                     : value_incref(meta);
    return optional || isolate.pending ? 0 : attr_missing(self, name);
}

Value type_getattr(Value self, Value name) {
    return type_attribute(self, name, false);
}
Value type_getattr_optional(Value self, Value name) {
    return type_attribute(self, name, true);
}

int type_set_attribute(Type *type, Value name, Value value) {
    if (!(type->flags & (TYPE_HEAP | TYPE_MUTABLE)))
        return raise_status(&rt_exc_TypeError, "cannot set %R attribute of immutable type '%N'",
                            name, type);
    Value dict = type_dict_borrow(type);
    int status = value ? dict_set(dict, name, value) : dict_delete(dict, name);
    if (status < 0)
        return -1;
    if (!value && status == 0)
        return raise_status(&rt_exc_AttributeError, "type object '%N' has no attribute '%S'", type,
                            name);
    type_attribute_changed(type, name);
    slots_update_name(type, name);
    return isolate.pending ? -1 : 0;
}

static int type_setattr(Value self, Value name, Value value) {
    Type *type = AS(Type, self);
    Value meta = type_lookup_borrow(type->base.type, name);
    if (meta && value_type(meta)->slots.descr_set && (type->flags & TYPE_HEAP))
        return value_type(meta)->slots.descr_set(meta, self, value);
    return type_set_attribute(type, name, value);
}

/* ---- getters --------------------------------------------------------------------------------- */

#define GETTER(name)                                                                               \
    static Value type_get_##name(Value callee, const Value *args, uint32_t count, Value names)
#define SELF()                                                                                     \
    AS(Type, args[0]);                                                                             \
    (void)callee, (void)count, (void)names

GETTER(name) {
    Type *type = SELF();
    return type_name_value(type);
}

GETTER(qualname) {
    Type *type = SELF();
    return type_qualname_value(type);
}

GETTER(module) {
    Type *type = SELF();
    if (!(type->flags & TYPE_HEAP))
        return value_incref(type_module_borrow(type));
    Value module = dict_get_cstr_borrow(type->dict, "__module__");
    return module ? value_incref(module) : attr_missing(args[0], str_name("__module__"));
}

GETTER(doc) {
    Type *type = SELF();
    Value doc = dict_get_cstr_borrow(type_dict_borrow(type), "__doc__");
    if (!(type->flags & TYPE_HEAP)) /* instances may have a __doc__ of another kind */
        return doc && value_is(doc, &rt_type_str) ? value_incref(doc) : VALUE_NONE;
    if (!doc)
        return VALUE_NONE;
    const TypeSlots *slots = &value_type(doc)->slots;
    return slots->descr_get ? slots->descr_get(doc, 0, args[0]) : value_incref(doc);
}

GETTER(dict) {
    Type *type = SELF();
    return mappingproxy_new(type_dict_borrow(type));
}

GETTER(mro) {
    Type *type = SELF();
    return value_incref(type->mro);
}

GETTER(bases) {
    Type *type = SELF();
    return value_incref(type->bases);
}

GETTER(base) {
    Type *type = SELF();
    return type->base_type ? value_incref(OBJ(type->base_type)) : VALUE_NONE;
}

GETTER(basicsize) {
    Type *type = SELF();
    return int_from_i64(type->basic_size);
}

GETTER(zero) {
    Type *type = SELF();
    (void)type;
    return value_from_small_int(0);
}

GETTER(flags) {
    Type *type = SELF();
    enum { PY_HEAP = 1 << 9, PY_BASE = 1 << 10, PY_ABSTRACT = 1 << 20, PY_IMMUTABLE = 1 << 8 };
    int64_t flags = type->flags & TYPE_HEAP ? PY_HEAP : PY_IMMUTABLE;
    if (!(type->flags & TYPE_FINAL))
        flags |= PY_BASE;
    if (type->flags & TYPE_ABSTRACT)
        flags |= PY_ABSTRACT;
    return int_from_i64(flags);
}

GETTER(abstractmethods) {
    Type *type = SELF();
    Value methods = type == &rt_type_type
                        ? 0
                        : dict_get_cstr_borrow(type_dict_borrow(type), "__abstractmethods__");
    return methods ? value_incref(methods)
                   : raise_error(&rt_exc_AttributeError, "__abstractmethods__");
}

GETTER(annotations) {
    Type *type = SELF();
    if (!(type->flags & TYPE_HEAP))
        return attr_missing(args[0], str_name("__annotations__"));
    Value found = dict_get_cstr_borrow(type->dict, "__annotations__");
    if (found)
        return value_incref(found);
    Value dict = dict_new();
    if (dict && dict_set_cstr(type->dict, "__annotations__", dict) < 0) {
        value_decref(dict);
        return 0;
    }
    return dict;
}

GETTER(text_signature) {
    Type *type = SELF();
    (void)type;
    return VALUE_NONE;
}

static int special_immutable(Type *type, const char *name, Value value) {
    if (!(type->flags & TYPE_HEAP))
        return raise_status(&rt_exc_TypeError, "cannot set '%s' attribute of immutable type '%N'",
                            name, type);
    if (!value)
        return raise_status(&rt_exc_TypeError,
                            "cannot delete '%s' attribute of immutable type '%N'", name, type);
    return 0;
}

static int replace_text(char **owned, const char **shown, Value value) {
    size_t size;
    const char *text = str_utf8(value, &size);
    char *copy = text ? mem_alloc(size + 1) : NULL;
    if (!copy)
        return -1;
    memcpy(copy, text, size + 1);
    mem_free(*owned);
    *owned = copy;
    *shown = copy;
    return 0;
}

static int type_set_name(Value self, Value value) {
    HeapType *type = type_heap(AS(Type, self));
    if (special_immutable(&type->type, "__name__", value) < 0)
        return -1;
    if (!value_isa(value, &rt_type_str))
        return raise_status(&rt_exc_TypeError, "can only assign string to %N.__name__, not '%T'",
                            &type->type, value);
    size_t size;
    const char *text = str_utf8(value, &size);
    if (!text)
        return -1;
    if (strlen(text) < size)
        return raise_status(&rt_exc_ValueError, "type name must not contain null characters");
    bool shared = type->type.qualname == type->type.name;
    if (shared) {
        Value old = type_qualname_value(&type->type);
        if (!old || replace_text(&type->qualname_text, &type->type.qualname, old) < 0)
            return -1;
        value_decref(old);
    }
    return replace_text(&type->name_text, &type->type.name, value);
}

static int type_set_qualname(Value self, Value value) {
    HeapType *type = type_heap(AS(Type, self));
    if (special_immutable(&type->type, "__qualname__", value) < 0)
        return -1;
    if (!value_isa(value, &rt_type_str))
        return raise_status(&rt_exc_TypeError,
                            "can only assign string to %N.__qualname__, not '%T'", &type->type,
                            value);
    return replace_text(&type->qualname_text, &type->type.qualname, value);
}

static int type_set_in_dict(Value self, const char *name, Value value) {
    if (special_immutable(AS(Type, self), name, value ? value : VALUE_NONE) < 0)
        return -1;
    return type_set_attribute(AS(Type, self), str_name(name), value);
}

static int type_set_module(Value self, Value value) {
    return special_immutable(AS(Type, self), "__module__", value) < 0
               ? -1
               : type_set_in_dict(self, "__module__", value);
}

static int type_set_doc(Value self, Value value) {
    return type_set_in_dict(self, "__doc__", value);
}

static int type_set_annotations(Value self, Value value) {
    return type_set_in_dict(self, "__annotations__", value);
}

static int type_set_abstractmethods(Value self, Value value) {
    Type *type = AS(Type, self);
    int truth = value ? object_truth(value) : 0;
    if (truth < 0 || type_set_in_dict(self, "__abstractmethods__", value) < 0)
        return -1;
    type->flags &= ~(uint32_t)TYPE_ABSTRACT;
    if (truth)
        type->flags |= TYPE_ABSTRACT;
    return 0;
}

/* ---- methods --------------------------------------------------------------------------------- */

#define METHOD(name)                                                                               \
    static Value type_##name(Value callee, const Value *args, uint32_t count, Value names)

METHOD(mro_method) {
    Type *type = SELF();
    Value mro = type_mro_compute(type);
    Value list = mro ? list_from_iterable(mro) : 0;
    value_decref(mro);
    return list;
}

static int append_subclass(Type *subclass, void *context) {
    return list_append(*(Value *)context, OBJ(subclass));
}

int (*rt_each_builtin_subclass)(Type *type, int (*each)(Type *subclass, void *context),
                                void *context);

METHOD(subclasses_method) {
    Type *type = SELF();
    if (!(type->flags & TYPE_HEAP))
        native_part_init(RT_SUBCLASSES_PART);
    Value list = list_new(NULL, 0);
    if (list &&
        ((rt_each_builtin_subclass && rt_each_builtin_subclass(type, append_subclass, &list) < 0) ||
         type_each_subclass(type, append_subclass, &list) < 0)) {
        value_decref(list);
        return 0;
    }
    return list;
}

METHOD(prepare) {
    (void)callee, (void)args, (void)count, (void)names;
    return dict_new();
}

/* isinstance() by the classes alone: type(x), then x.__class__. */
METHOD(instancecheck) {
    Type *type = SELF();
    if (value_isa(args[1], type))
        return VALUE_TRUE;
    bool failed = false;
    Value claimed = object_getattr_optional(args[1], str_name("__class__"), &failed);
    if (failed)
        return 0;
    bool answer = claimed && value_is_type(claimed) && type_is_subtype(AS(Type, claimed), type);
    value_decref(claimed);
    return VALUE_BOOL(answer);
}

METHOD(subclasscheck) {
    Type *type = SELF();
    int answer = class_issubclass(args[1], OBJ(type));
    return answer < 0 ? 0 : VALUE_BOOL(answer);
}

METHOD(dir_method) {
    Type *type = SELF();
    Value set = set_new(false);
    const TupleObject *mro = AS(TupleObject, type->mro);
    for (int64_t i = 0; set && i < mro->length; i++) {
        int64_t position = 0;
        Value name, value;
        while (dict_next(type_dict_borrow(AS(Type, mro->items[i])), &position, &name, &value))
            if (set_add(set, name) < 0) {
                value_decref(set);
                return 0;
            }
    }
    Value list = set ? list_from_iterable(set) : 0;
    value_decref(set);
    return list;
}

METHOD(sizeof_method) {
    Type *type = SELF();
    return int_from_i64(type->flags & TYPE_HEAP ? (int64_t)sizeof(HeapType)
                                                : (int64_t)sizeof(Type));
}

/* X | Y of classes: types.UnionType, made by rt_type_union itself. */
static Value type_or(Value left, Value right) {
    Value args[2] = {left, right};
    return rt_type_union.slots.number[SLOT_OR]
               ? rt_type_union.slots.number[SLOT_OR](args[0], args[1])
               : VALUE_NOTIMPLEMENTED;
}

static const NativeMethod type_methods[] = {
    {.name = "__name__", .call = type_get_name, .kind = METHOD_GETTER, .set = type_set_name},
    {.name = "__qualname__",
     .call = type_get_qualname,
     .kind = METHOD_GETTER,
     .set = type_set_qualname},
    {.name = "__module__", .call = type_get_module, .kind = METHOD_GETTER, .set = type_set_module},
    {.name = "__doc__", .call = type_get_doc, .kind = METHOD_GETTER, .set = type_set_doc},
    {.name = "__dict__", .call = type_get_dict, .kind = METHOD_GETTER},
    {.name = "__mro__", .call = type_get_mro, .kind = METHOD_MEMBER},
    {.name = "__bases__", .call = type_get_bases, .kind = METHOD_GETTER, .set = type_set_bases},
    {.name = "__base__", .call = type_get_base, .kind = METHOD_MEMBER},
    {.name = "__basicsize__", .call = type_get_basicsize, .kind = METHOD_MEMBER},
    {.name = "__itemsize__", .call = type_get_zero, .kind = METHOD_MEMBER},
    {.name = "__dictoffset__", .call = type_get_zero, .kind = METHOD_MEMBER},
    {.name = "__weakrefoffset__", .call = type_get_zero, .kind = METHOD_MEMBER},
    {.name = "__flags__", .call = type_get_flags, .kind = METHOD_MEMBER},
    {.name = "__abstractmethods__",
     .call = type_get_abstractmethods,
     .kind = METHOD_GETTER,
     .set = type_set_abstractmethods},
    {.name = "__annotations__",
     .call = type_get_annotations,
     .kind = METHOD_GETTER,
     .set = type_set_annotations},
    {.name = "__text_signature__", .call = type_get_text_signature, .kind = METHOD_GETTER},
    {.name = "mro", .call = type_mro_method},
    {.name = "__subclasses__", .call = type_subclasses_method},
    {.name = "__prepare__",
     .call = type_prepare,
     .max_args = -1,
     .kind = METHOD_CLASS,
     .keywords = "*"},
    {.name = "__instancecheck__", .call = type_instancecheck, .min_args = 1, .max_args = 1},
    {.name = "__subclasscheck__", .call = type_subclasscheck, .min_args = 1, .max_args = 1},
    {.name = "__dir__", .call = type_dir_method},
    {.name = "__sizeof__", .call = type_sizeof_method},
    {0},
};

/* ---- lifetime -------------------------------------------------------------------------------- */

static void type_traverse(Object *self, VisitValue visit, void *context) {
    Type *type = (Type *)self;
    if (!(type->flags & TYPE_HEAP))
        return;
    visit(type->bases, context);
    visit(type->mro, context);
    visit(type->dict, context);
    visit(type->subclasses, context);
    visit(OBJ(type->base_type), context);
}

static void drop(Value *slot) {
    Value old = *slot;
    *slot = 0;
    value_decref(old);
}

/* The MRO holds the type itself: dropping it opens the cycle every class is in. */
static void type_clear(Object *self) {
    Type *type = (Type *)self;
    if (!(type->flags & TYPE_HEAP))
        return;
    type_modified(type);
    Value dict = type->dict;
    if (dict && AS(Object, dict)->type->slots.clear)
        AS(Object, dict)->type->slots.clear(AS(Object, dict));
    drop(&type->mro);
}

static void type_dealloc(Object *self) {
    HeapType *heap_type = (HeapType *)self;
    Type *type = &heap_type->type;
    cache_forget_all();
    type_drop_dead_subclasses(type->base_type);
    for (int64_t i = 0; type->bases && i < AS(TupleObject, type->bases)->length; i++)
        type_drop_dead_subclasses(AS(Type, AS(TupleObject, type->bases)->items[i]));
    drop(&type->dict);
    drop(&type->mro);
    drop(&type->bases);
    drop(&type->subclasses);
    shape_free_tree(type->root_shape);
    type->root_shape = NULL;
    value_decref(OBJ(type->base_type));
    mem_free(heap_type->name_text);
    mem_free(heap_type->qualname_text);
}

Type rt_type_type = {
    .name = "type",
    .basic_size = sizeof(Type),
    .methods = type_methods,
    .slots = {.dealloc = type_dealloc,
              .traverse = type_traverse,
              .clear = type_clear,
              .repr = type_repr,
              .call = type_call,
              .getattr = type_getattr,
              .setattr = type_setattr,
              .number = {[SLOT_OR] = type_or},
              .new = type_new,
              .init = type_init},
};
