/*
 * slots.c — keeps type slots and special methods in step: slots.def says which belong together.
 *
 * Native types fill slots; each gets the special methods as attributes (slot wrappers). Classes
 * written in Python define methods; each slot whose methods are defined gets the dispatcher. Where
 * a class merely inherits the wrappers of a native type, its slot is the native function itself,
 * without a detour.
 */
#include "slots.h"

#include <stdlib.h>

typedef struct SlotRow {
    const char *name;
    size_t offset; /* of the slot in TypeSlots */
} SlotRow;

static const SlotRow rows[] = {
#define SLOT(method, field, dispatcher, wrapper, min, max) {#method, offsetof(TypeSlots, field)},
#include "slots.def"
#undef SLOT
};
enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

static Value names[SPECIAL_COUNT];

Value special_name(SpecialMethod method) {
    if (!names[method])
        names[method] = str_name(method == SPECIAL__new__ ? "__new__" : rows[method].name);
    return names[method];
}

static AnySlot *slot_at(TypeSlots *slots, size_t offset) {
    return (AnySlot *)((char *)slots + offset);
}

/* ---- inheritance of static types ------------------------------------------------------------- */

/* Slots beyond those of slots.def; they come from the base type. */
static void inherit_plain(TypeSlots *slots, const TypeSlots *base) {
#define INHERIT(field)                                                                             \
    if (!slots->field)                                                                             \
        slots->field = base->field;
    INHERIT(dealloc)
    INHERIT(traverse)
    INHERIT(clear)
    INHERIT(await_direct)
    INHERIT(aenter_direct)
    INHERIT(aexit_direct)
    INHERIT(anext_direct)
    INHERIT(await_resume_direct)
    INHERIT(await_throw_direct)
    INHERIT(send)
    INHERIT(buffer)
#undef INHERIT
}

void slots_inherit(Type *type) {
    if (!type->base_type)
        return;
    slots_inherit(type->base_type);
    TypeSlots *base = &type->base_type->slots;
    /* Native types that say nothing about making instances cannot be called, as in CPython. */
    bool own_init = type->slots.init && type->slots.init != base->init;
    if (!type->slots.new && (type->base_type != &rt_type_object || own_init))
        type->slots.new = base->new;
    bool own_compare = type->slots.compare && type->slots.compare != base->compare;
    if (own_compare && !type->slots.hash)
        type->slots.unhashable = true;
    for (int i = 0; i < ROW_COUNT; i++) {
        if (rows[i].offset == offsetof(TypeSlots, hash) && type->slots.unhashable)
            continue;
        AnySlot *slot = slot_at(&type->slots, rows[i].offset);
        if (!*slot)
            *slot = *slot_at(base, rows[i].offset);
    }
    if (type->slots.unhashable)
        type->slots.hash = dispatch_unhashable;
    inherit_plain(&type->slots, base);
}

/* ---- wrappers of native slots ---------------------------------------------------------------- */

static int add_wrapper(Type *type, SpecialMethod method) {
    const NativeMethod *wrapper = slot_wrapper(method);
    if (!wrapper)
        return 0;
    Value object = native_method_new(wrapper, type, &rt_type_slot_wrapper);
    return object ? dict_set(type->dict, special_name(method), object) < 0
                        ? (value_decref(object), -1)
                        : (value_decref(object), 0)
                  : -1;
}

/* Sequences add and multiply through number slots, but have no __radd__. */
static bool has_method(const Type *type, const TypeSlots *own, SpecialMethod method) {
    if (method == SPECIAL__radd__)
        return !own->getitem && !type->slots.getitem;
    if (method == SPECIAL__delitem__ || method == SPECIAL__setitem__)
        return own->setitem != NULL;
    return true;
}

int slots_add_wrappers(Type *type, const TypeSlots *own) {
    for (int i = 0; i < ROW_COUNT; i++) {
        AnySlot function;
        memcpy(&function, (const char *)own + rows[i].offset, sizeof function);
        if (!function || !has_method(type, own, (SpecialMethod)i))
            continue;
        if (rows[i].offset == offsetof(TypeSlots, hash) && type->slots.unhashable)
            continue;
        if (add_wrapper(type, (SpecialMethod)i) < 0)
            return -1;
    }
    if (type->slots.unhashable && dict_set_cstr(type->dict, "__hash__", VALUE_NONE) < 0)
        return -1;
    /* Nearly all native types state their lookup of attributes anew, which counts where such a type
     * is a base in front of a class with a __getattribute__ of its own. */
    bool inherits = !own->getattr && type->base_type == &rt_type_object &&
                    type != &rt_type_staticmethod && type != &rt_type_classmethod;
    if (inherits && add_wrapper(type, SPECIAL__getattribute__) < 0)
        return -1;
    bool same = type->base_type && own->new == type->base_type->slots.new;
    if (!own->new || (same && !(type->flags & TYPE_EXCEPTION)))
        return 0;
    Value object = native_function_new(slot_wrapper(SPECIAL__new__), OBJ(type), 0);
    if (!object)
        return -1;
    AS(NativeFunction, object)->owner = type;
    value_replace(&AS(NativeFunction, object)->self, 0);
    return dict_set_cstr_take(type->dict, "__new__", object);
}

/* ---- slots of classes written in Python ------------------------------------------------------ */

/* The native function an inherited wrapper stands for; NULL: `found` is something else. */
static AnySlot native_behind(Value found, SpecialMethod method) {
    if (!value_is(found, &rt_type_slot_wrapper))
        return NULL;
    NativeFunction *function = AS(NativeFunction, found);
    if (function->method != slot_wrapper(method))
        return NULL;
    AnySlot behind;
    memcpy(&behind, (const char *)type_native_slots(function->owner) + rows[method].offset,
           sizeof behind);
    return behind;
}

/* Decides the slot of rows[first..end), which share it. */
static void update_slot(Type *type, int first, int end) {
    AnySlot native = NULL;
    bool dispatch = false;
    for (int i = first; i < end; i++) {
        Value found = type_lookup_borrow(type, special_name((SpecialMethod)i));
        if (!found)
            continue;
        AnySlot behind = native_behind(found, (SpecialMethod)i);
        if (!behind || (native && native != behind))
            dispatch = true;
        else
            native = behind;
    }
    AnySlot *slot = slot_at(&type->slots, rows[first].offset);
    *slot = dispatch ? slot_dispatcher((SpecialMethod)first) : native;
    if (rows[first].offset != offsetof(TypeSlots, hash))
        return;
    Value found = type_lookup_borrow(type, special_name(SPECIAL__hash__));
    type->slots.unhashable = found == VALUE_NONE;
    if (type->slots.unhashable)
        type->slots.hash = dispatch_unhashable;
}

static int row_group_end(int first) {
    int end = first + 1;
    while (end < ROW_COUNT && rows[end].offset == rows[first].offset)
        end++;
    return end;
}

static void update_new(Type *type) {
    Value found = type_lookup_borrow(type, special_name(SPECIAL__new__));
    if (found && value_is_native_function(found) &&
        AS(NativeFunction, found)->method == slot_wrapper(SPECIAL__new__))
        type->slots.new = type_native_slots(AS(NativeFunction, found)->owner)->new;
    else
        type->slots.new = dispatch_new;
}

/* The class in the MRO that provides `method`, if it is native; its fast path then holds here too.
 */
static const TypeSlots *provider(Type *type, const char *method) {
    const TupleObject *mro = AS(TupleObject, type->mro);
    Value name = str_name(method);
    for (int64_t i = 0; i < mro->length; i++) {
        Type *base = AS(Type, mro->items[i]);
        Value found = type_lookup_own_borrow(base, name);
        if (found)
            return base->flags & TYPE_HEAP || !value_is_native_function(found)
                       ? NULL
                       : type_native_slots(base);
    }
    return NULL;
}

static void update_direct(Type *type) {
    const TypeSlots *found;
    TypeSlots *slots = &type->slots;
    slots->await_direct = (found = provider(type, "__await__")) ? found->await_direct : NULL;
    slots->await_resume_direct = found ? found->await_resume_direct : NULL;
    slots->await_throw_direct = found ? found->await_throw_direct : NULL;
    slots->aenter_direct = (found = provider(type, "__aenter__")) ? found->aenter_direct : NULL;
    slots->aexit_direct = (found = provider(type, "__aexit__")) ? found->aexit_direct : NULL;
    slots->anext_direct = (found = provider(type, "__anext__")) ? found->anext_direct : NULL;
}

static void instance_dealloc(Object *self) {
    Type *native = type_native_base(self->type);
    instance_drop(self);
    if (native->slots.dealloc)
        native->slots.dealloc(self);
}

static void instance_traverse(Object *self, VisitValue visit, void *context) {
    Type *native = type_native_base(self->type);
    instance_visit(self, visit, context);
    if (native->slots.traverse)
        native->slots.traverse(self, visit, context);
}

static void instance_clear(Object *self) {
    Type *native = type_native_base(self->type);
    instance_drop(self);
    if (native->slots.clear)
        native->slots.clear(self);
}

static bool has_special_name(Type *type, int first, int end) {
    for (int i = first; i < end; i++)
        if (dict_get_borrow(type->dict, special_name((SpecialMethod)i)))
            return true;
    return false;
}

/* The slots of a class in Python that defines nothing: those of classes over object. */
static const TypeSlots *plain_slots(void) {
    static Type plain;
    if (plain.flags)
        return &plain.slots;
    plain = (Type){.name = "object", .flags = TYPE_READY, .mro = rt_type_object.mro};
    for (int i = 0; i < ROW_COUNT; i = row_group_end(i))
        update_slot(&plain, i, row_group_end(i));
    return &plain.slots;
}

/* The slots that `type` has where it defines nothing itself, if they are decided already: its base
 * is the only one. NULL: they are to be found. */
static const TypeSlots *inherited_slots(const Type *type) {
    const TupleObject *mro = AS(TupleObject, type->mro);
    const Type *base = type->base_type;
    if (!base || mro->length < 2 || mro->items[1] != OBJ(base))
        return NULL;
    if (mro->length != AS(TupleObject, base->mro)->length + 1)
        return NULL;
    if (base == &rt_type_object)
        return plain_slots();
    return (base->flags & (TYPE_HEAP | TYPE_OWN_SLOTS)) == TYPE_HEAP ? &base->slots : NULL;
}

static void inherit_slot(Type *type, const TypeSlots *from, int row) {
    AnySlot *slot = slot_at(&type->slots, rows[row].offset);
    memcpy(slot, (const char *)from + rows[row].offset, sizeof *slot);
    if (rows[row].offset == offsetof(TypeSlots, hash))
        type->slots.unhashable = from->unhashable;
}

void slots_update_all(Type *type) {
    const TypeSlots *inherited = inherited_slots(type);
    type->slots.dealloc = instance_dealloc;
    type->slots.traverse = instance_traverse;
    type->slots.clear = instance_clear;
    type->slots.buffer = type_native_base(type)->slots.buffer;
    for (int i = 0; i < ROW_COUNT; i = row_group_end(i))
        if (inherited && !has_special_name(type, i, row_group_end(i)))
            inherit_slot(type, inherited, i);
        else
            update_slot(type, i, row_group_end(i));
    update_new(type);
    update_direct(type);
}

int slots_keep_native(Type *type) {
    if (type->native_slots)
        return 0;
    TypeSlots *kept = malloc(sizeof *kept); /* as long as the program, like the type */
    if (!kept)
        return raise_no_memory(), -1;
    *kept = type->slots;
    type->native_slots = kept;
    return 0;
}

/* Sites remember how attributes are read and written without asking these slots again. */
static int update_subclass(Type *type, void *context) {
    Value name = *(Value *)context;
    if (!(type->flags & TYPE_HEAP) && slots_keep_native(type) < 0)
        return -1;
    const TypeSlots before = type->slots;
    for (int i = 0; i < ROW_COUNT; i = row_group_end(i))
        for (int k = i; k < row_group_end(i); k++)
            if (special_name((SpecialMethod)k) == name)
                update_slot(type, i, row_group_end(i));
    if (special_name(SPECIAL__new__) == name)
        update_new(type);
    update_direct(type);
    if (type->slots.getattr != before.getattr || type->slots.setattr != before.setattr)
        cache_forget_all();
    return type_each_subclass(type, update_subclass, context);
}

void slots_update_name(Type *type, Value name) {
    size_t size;
    const char *text = str_utf8(name, &size);
    if (size > 4 && text[0] == '_' && text[1] == '_' && text[size - 1] == '_')
        update_subclass(type, &name);
}
