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
_Static_assert((int)ROW_COUNT == (int)SPECIAL__new__, "SpecialMethod numbers the rows");

static Value names[SPECIAL_COUNT];

Value special_name(SpecialMethod method) {
    static const char *const others[] = {"__new__", "__aenter__", "__aexit__"};
    if (!names[method]) {
        names[method] =
            str_name((int)method < ROW_COUNT ? rows[method].name : others[(int)method - ROW_COUNT]);
        AS(StrObject, names[method])->special = (uint8_t)(method + 1);
    }
    return names[method];
}

static AnySlot *slot_at(TypeSlots *slots, size_t offset) {
    return (AnySlot *)((char *)slots + offset);
}

/* ---- inheritance of static types ------------------------------------------------------------- */

/* Slots that a static type fills in itself, a bit each: its special methods come from this set when
 * they are first asked for. */
enum { LATE_SLOTS = 57 }; /* bit of `new`; `init` and `finalize` follow */
_Static_assert(offsetof(TypeSlots, await_direct) - offsetof(TypeSlots, repr) <=
                   LATE_SLOTS * sizeof(AnySlot),
               "the set has a bit for each slot with a special method");

static unsigned slot_bit(size_t offset) {
    return offset < offsetof(TypeSlots, new)
               ? (unsigned)((offset - offsetof(TypeSlots, repr)) / sizeof(AnySlot))
               : LATE_SLOTS + (unsigned)((offset - offsetof(TypeSlots, new)) / sizeof(AnySlot));
}

static bool has_slot(uint64_t filled_in, size_t offset) {
    return filled_in >> slot_bit(offset) & 1;
}

/* Inherits the slots from offset `first` on that are still empty, and answers which are not, a bit
 * each. */
static uint64_t inherit_span(TypeSlots *slots, const TypeSlots *base, size_t first, size_t end) {
    uint64_t own = 0, bit = 1;
    for (size_t offset = first; offset < end; offset += sizeof(AnySlot), bit <<= 1) {
        AnySlot *slot = slot_at(slots, offset);
        if (*slot)
            own |= bit;
        else if (base)
            *slot = *slot_at((TypeSlots *)(uintptr_t)base, offset);
    }
    return own;
}

/* Those between two fields, the latter one's not included. */
#define INHERIT(first, end)                                                                        \
    inherit_span(slots, base, offsetof(TypeSlots, first), offsetof(TypeSlots, end))
#define SLOT_BIT(field) slot_bit(offsetof(TypeSlots, field))

void slots_inherit(Type *type) {
    TypeSlots *slots = &type->slots;
    const TypeSlots *base = type->base_type ? &type->base_type->slots : NULL;
    bool own_init = slots->init && (!base || slots->init != base->init);
    bool own_new =
        slots->new && (!base || slots->new != base->new || (type->flags & TYPE_EXCEPTION));
    uint64_t filled_in = (uint64_t)own_new << SLOT_BIT(new);
    /* Native types that say nothing about making instances cannot be called, as in CPython. */
    if (base && !slots->new && (type->base_type != &rt_type_object || own_init))
        slots->new = base->new;
    bool own_compare = base && slots->compare && slots->compare != base->compare;
    if (own_compare && !slots->hash)
        slots->unhashable = true;
    if (slots->unhashable)
        slots->hash = dispatch_unhashable;
    INHERIT(dealloc, repr);
    filled_in |= INHERIT(repr, unhashable) << SLOT_BIT(repr);
    filled_in |= INHERIT(compare, await_direct) << SLOT_BIT(compare);
    INHERIT(await_direct, new);
    filled_in |= INHERIT(init, buffer) << SLOT_BIT(init);
    if (base && !slots->buffer)
        slots->buffer = base->buffer;
    type->dict = value_from_small_int((int64_t)filled_in);
}
#undef INHERIT
#undef SLOT_BIT

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
static bool has_method(const TypeSlots *slots, SpecialMethod method) {
    return method != SPECIAL__radd__ || !slots->getitem;
}

/* Adds __new__ as a function of its own, which is no method. */
static int add_new(Type *type) {
    Value object = native_function_new(slot_wrapper(SPECIAL__new__), OBJ(type), 0);
    if (!object)
        return -1;
    AS(NativeFunction, object)->owner = type;
    value_replace(&AS(NativeFunction, object)->self, 0);
    return dict_set_cstr_take(type->dict, "__new__", object);
}

int slots_add_wrappers(Type *type, uint64_t filled_in) {
    const TypeSlots *slots = type_native_slots(type);
    for (int i = 0; i < ROW_COUNT; i++) {
        bool is_off = rows[i].offset == offsetof(TypeSlots, hash) && slots->unhashable;
        if (has_slot(filled_in, rows[i].offset) && !is_off && has_method(slots, (SpecialMethod)i) &&
            add_wrapper(type, (SpecialMethod)i) < 0)
            return -1;
    }
    if (slots->unhashable && dict_set_cstr(type->dict, "__hash__", VALUE_NONE) < 0)
        return -1;
    /* Nearly all native types state their lookup of attributes anew, which counts where such a type
     * is a base in front of a class with a __getattribute__ of its own. */
    bool inherits = !has_slot(filled_in, offsetof(TypeSlots, getattr)) &&
                    type->base_type == &rt_type_object && type != &rt_type_staticmethod &&
                    type != &rt_type_classmethod;
    if (inherits && add_wrapper(type, SPECIAL__getattribute__) < 0)
        return -1;
    return has_slot(filled_in, offsetof(TypeSlots, new)) ? add_new(type) : 0;
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
static const TypeSlots *provider(Type *type, SpecialMethod method) {
    const TupleObject *mro = AS(TupleObject, type->mro);
    Value name = special_name(method);
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
    slots->await_direct = (found = provider(type, SPECIAL__await__)) ? found->await_direct : NULL;
    slots->await_resume_direct = found ? found->await_resume_direct : NULL;
    slots->await_throw_direct = found ? found->await_throw_direct : NULL;
    slots->aenter_direct =
        (found = provider(type, SPECIAL__aenter__)) ? found->aenter_direct : NULL;
    slots->aexit_direct = (found = provider(type, SPECIAL__aexit__)) ? found->aexit_direct : NULL;
    slots->anext_direct = (found = provider(type, SPECIAL__anext__)) ? found->anext_direct : NULL;
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

/* Which special method a name is, as far as special_name was asked for it; -1: none. */
static int special_method(Value name) {
    return AS(StrObject, name)->special - 1;
}

static void name_all(void) {
    for (int method = 0; !names[SPECIAL_COUNT - 1] && method < SPECIAL_COUNT; method++)
        special_name((SpecialMethod)method);
}

/* Special methods, a bit each. */
enum { WORD_BITS = 64, METHOD_WORDS = (SPECIAL_COUNT + WORD_BITS - 1) / WORD_BITS };
typedef struct MethodSet {
    uint64_t words[METHOD_WORDS];
} MethodSet;

static void methods_add(MethodSet *set, int method) {
    if (method >= 0)
        set->words[method / WORD_BITS] |= (uint64_t)1 << method % WORD_BITS;
}

static bool methods_have(const MethodSet *set, int method) {
    return set->words[method / WORD_BITS] >> method % WORD_BITS & 1;
}

/* The next method of the set that has a slot, from `method` on; ROW_COUNT: none. */
static int methods_next_row(const MethodSet *set, int method) {
    while (method < ROW_COUNT) {
        uint64_t left = set->words[method / WORD_BITS] >> method % WORD_BITS;
        if (left) {
            method += __builtin_ctzll(left);
            break;
        }
        method += WORD_BITS - method % WORD_BITS;
    }
    return method < ROW_COUNT ? method : ROW_COUNT;
}

/* Does update_direct depend on the method? */
static bool has_direct_path(int method) {
    return method == SPECIAL__await__ || method == SPECIAL__anext__ ||
           method == SPECIAL__aenter__ || method == SPECIAL__aexit__;
}

static bool any_direct_path(const MethodSet *set) {
    return methods_have(set, SPECIAL__await__) || methods_have(set, SPECIAL__anext__) ||
           methods_have(set, SPECIAL__aenter__) || methods_have(set, SPECIAL__aexit__);
}

/* Adds what the class itself defines. False: MemoryError, which is taken back. */
static bool add_defined(const Type *type, MethodSet *defined) {
    Value name, value;
    for (int64_t at = 0; dict_next(type_dict_borrow(type), &at, &name, &value);) {
        if (value_is(name, &rt_type_str) && AS(StrObject, name)->interned) {
            methods_add(defined, special_method(name));
            continue;
        }
        Value interned = value_isa(name, &rt_type_str) ? attr_interned(name) : 0;
        if (!interned && isolate.pending)
            return exc_clear(), false;
        if (interned)
            methods_add(defined, special_method(interned));
        value_decref(interned);
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

/* Special methods that a static type has in its table, and not for a slot. */
static void decide_named(TypeSlots *slots, Type *type, const char *name) {
    int method = name[0] == '_' && name[1] == '_' ? special_method(str_name(name)) : -1;
    if (method >= 0 && method < ROW_COUNT)
        decide_slot(slots, type, row_group_start(method), row_group_end(method));
}

static const TypeSlots *plain_slots(Type *base) {
    PlainSlots *kept = &plain[((uintptr_t)base >> 4) * 0x9e3779b1u >> 8 & (PLAIN_KEPT - 1)];
    if (kept->base == base)
        return &kept->slots;
    kept->base = base;
    kept->slots = base->slots;
    kept->slots.send = NULL;
    for (const Type *type = base; type; type = type->base_type)
        for (const NativeMethod *method = type->methods; method && method->name; method++)
            decide_named(&kept->slots, base, method->name);
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
static const TypeSlots *inherited_slots(const Type *type, MethodSet *defined) {
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
    name_all();
    MethodSet defined = {{0}};
    const TypeSlots *inherited = inherited_slots(type, &defined);
    if (inherited)
        type->slots = *inherited;
    else
        memset(&defined, 0xff, sizeof defined);
    type->slots.dealloc = instance_dealloc;
    type->slots.traverse = instance_traverse;
    type->slots.clear = instance_clear;
    type->slots.buffer = type_native_base(type)->slots.buffer;
    for (int row = 0; (row = methods_next_row(&defined, row)) < ROW_COUNT;) {
        int end = row_group_end(row);
        update_slot(type, row_group_start(row), end);
        row = end;
    }
    update_new(type);
    if (any_direct_path(&defined))
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
    int method = special_method(*(Value *)context);
    if (!(type->flags & TYPE_HEAP) && slots_keep_native(type) < 0)
        return -1;
    const TypeSlots before = type->slots;
    if (method < ROW_COUNT)
        update_slot(type, row_group_start(method), row_group_end(method));
    else if (method == SPECIAL__new__)
        update_new(type);
    if (has_direct_path(method))
        update_direct(type);
    if (type->slots.getattr != before.getattr || type->slots.setattr != before.setattr)
        cache_forget_all();
    return type_each_subclass(type, update_subclass, context);
}

void slots_update_name(Type *type, Value name) {
    name_all();
    if (special_method(name) >= 0)
        update_subclass(type, &name);
}
