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
    if (!type->base_type->dict) /* one of the first types: others have inherited before */
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

/* Decides the slot of rows[first..end), which share it, by what is found in `type`. */
static void decide_slot(TypeSlots *slots, Type *type, int first, int end) {
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
    AnySlot *slot = slot_at(slots, rows[first].offset);
    *slot = dispatch ? slot_dispatcher((SpecialMethod)first) : native;
    if (rows[first].offset != offsetof(TypeSlots, hash))
        return;
    Value found = type_lookup_borrow(type, special_name(SPECIAL__hash__));
    slots->unhashable = found == VALUE_NONE;
    if (slots->unhashable)
        slots->hash = dispatch_unhashable;
}

static void update_slot(Type *type, int first, int end) {
    decide_slot(&type->slots, type, first, end);
}

static int row_group_end(int first) {
    int end = first + 1;
    while (end < ROW_COUNT && rows[end].offset == rows[first].offset)
        end++;
    return end;
}

static int row_group_start(int row) {
    while (row > 0 && rows[row - 1].offset == rows[row].offset)
        row--;
    return row;
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

static void decide_direct(TypeSlots *slots, Type *type) {
    const TypeSlots *found;
    slots->await_direct = (found = provider(type, "__await__")) ? found->await_direct : NULL;
    slots->await_resume_direct = found ? found->await_resume_direct : NULL;
    slots->await_throw_direct = found ? found->await_throw_direct : NULL;
    slots->aenter_direct = (found = provider(type, "__aenter__")) ? found->aenter_direct : NULL;
    slots->aexit_direct = (found = provider(type, "__aexit__")) ? found->aexit_direct : NULL;
    slots->anext_direct = (found = provider(type, "__anext__")) ? found->anext_direct : NULL;
}

static void update_direct(Type *type) {
    decide_direct(&type->slots, type);
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

/* ---- what a class leaves to its base --------------------------------------------------------- */

/* The rows by name: open addressing by the address of the interned name, row + 1 each. */
enum { NAMED_ROWS = 256 };
static uint8_t named_rows[NAMED_ROWS];
_Static_assert(ROW_COUNT < NAMED_ROWS / 2, "named_rows must stay half empty");

static size_t named_home(Value name) {
    return (size_t)(name >> 4) * 0x9e3779b1u >> 8;
}

/* Methods that have fast paths beside the slots, which update_direct decides. */
enum { DIRECT_PATHS = 4 };
static Value direct_names[DIRECT_PATHS];

static void name_rows(void) {
    static const char *const paths[DIRECT_PATHS] = {"__await__", "__aenter__", "__aexit__",
                                                    "__anext__"};
    if (direct_names[0])
        return;
    for (int i = 0; i < DIRECT_PATHS; i++)
        direct_names[i] = str_name(paths[i]);
    for (int row = 0; row < ROW_COUNT; row++) {
        size_t at = named_home(special_name((SpecialMethod)row));
        while (named_rows[at % NAMED_ROWS])
            at++;
        named_rows[at % NAMED_ROWS] = (uint8_t)(row + 1);
    }
}

/* The row of an interned name; -1: it has none. */
static int row_named(Value name) {
    for (size_t at = named_home(name);; at++) {
        int row = named_rows[at % NAMED_ROWS] - 1;
        if (row < 0 || names[row] == name)
            return row;
    }
}

typedef struct DefinedRows {
    bool rows[ROW_COUNT];
    bool direct; /* one of the methods whose fast paths update_direct decides */
} DefinedRows;

static bool has_direct_path(Value name) {
    for (int i = 0; i < DIRECT_PATHS; i++)
        if (name == direct_names[i])
            return true;
    return false;
}

static void add_name(DefinedRows *defined, Value name) {
    int row = row_named(name);
    if (row >= 0)
        defined->rows[row] = true;
    defined->direct |= has_direct_path(name);
}

/* Adds what the class itself defines. False: MemoryError, which is taken back. */
static bool add_defined(const Type *type, DefinedRows *defined) {
    Value name, value;
    for (int64_t at = 0; dict_next(type->dict, &at, &name, &value);) {
        if (!value_is(name, &rt_type_str) || !AS(StrObject, name)->interned) {
            Value interned = value_isa(name, &rt_type_str) ? attr_interned(name) : VALUE_NONE;
            if (!interned)
                return exc_clear(), false;
            add_name(defined, interned);
            value_decref(interned);
        } else {
            add_name(defined, name);
        }
    }
    return true;
}

/* Can no attribute of the static type and its bases change? */
static bool is_constant(const Type *type) {
    for (; type; type = type->base_type)
        if (type->flags & (TYPE_HEAP | TYPE_MUTABLE))
            return false;
    return true;
}

/* The slots of classes that define nothing over static types, as they were asked for last. */
enum { PLAIN_KEPT = 16 };
typedef struct PlainSlots {
    const Type *base;
    TypeSlots slots;
} PlainSlots;
static PlainSlots plain[PLAIN_KEPT];

static const TypeSlots *plain_slots(Type *base) {
    PlainSlots *kept = &plain[((uintptr_t)base >> 4) * 0x9e3779b1u >> 8 & (PLAIN_KEPT - 1)];
    if (kept->base == base)
        return &kept->slots;
    kept->base = base;
    kept->slots = (TypeSlots){0};
    for (int i = 0; i < ROW_COUNT; i = row_group_end(i))
        decide_slot(&kept->slots, base, i, row_group_end(i));
    decide_direct(&kept->slots, base);
    return &kept->slots;
}

static const TypeSlots *slots_over(Type *base) {
    if (base->flags & TYPE_HEAP)
        return base->flags & TYPE_OWN_SLOTS ? NULL : &base->slots;
    return is_constant(base) ? plain_slots(base) : NULL;
}

/* The slots that `type` has where none of the classes defines anything which it has and its base
 * has not; `defined` gets what those do. NULL: all slots are to be found by lookup. The base's
 * order of classes must be the type's too, else a lookup may find another class first. */
static const TypeSlots *inherited_slots(const Type *type, DefinedRows *defined) {
    Type *base = type->base_type;
    const TypeSlots *slots = base ? slots_over(base) : NULL;
    if (!slots)
        return NULL;
    const TupleObject *mro = AS(TupleObject, type->mro), *base_mro = AS(TupleObject, base->mro);
    int64_t met = 0;
    for (int64_t i = 0; i < mro->length; i++)
        if (met < base_mro->length && mro->items[i] == base_mro->items[met])
            met++;
        else if (!add_defined(AS(Type, mro->items[i]), defined))
            return NULL;
    return met < base_mro->length ? NULL : slots;
}

void slots_update_all(Type *type) {
    name_rows();
    DefinedRows defined = {0};
    const TypeSlots *inherited = inherited_slots(type, &defined);
    if (inherited)
        type->slots = *inherited;
    type->slots.dealloc = instance_dealloc;
    type->slots.traverse = instance_traverse;
    type->slots.clear = instance_clear;
    type->slots.buffer = type_native_base(type)->slots.buffer;
    for (int row = 0; row < ROW_COUNT; row++)
        if (!inherited || defined.rows[row]) {
            int end = row_group_end(row);
            update_slot(type, row_group_start(row), end);
            row = end - 1;
        }
    update_new(type);
    if (!inherited || defined.direct)
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
    int row = row_named(name);
    if (!(type->flags & TYPE_HEAP) && slots_keep_native(type) < 0)
        return -1;
    const TypeSlots before = type->slots;
    if (row >= 0)
        update_slot(type, row_group_start(row), row_group_end(row));
    if (special_name(SPECIAL__new__) == name)
        update_new(type);
    if (has_direct_path(name))
        update_direct(type);
    if (type->slots.getattr != before.getattr || type->slots.setattr != before.setattr)
        cache_forget_all();
    return type_each_subclass(type, update_subclass, context);
}

void slots_update_name(Type *type, Value name) {
    size_t size;
    const char *text = str_utf8(name, &size);
    if (size <= 4 || text[0] != '_' || text[1] != '_' || text[size - 1] != '_')
        return;
    name_rows();
    if (row_named(name) >= 0 || name == special_name(SPECIAL__new__) || has_direct_path(name))
        update_subclass(type, &name);
}
