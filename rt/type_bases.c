/*
 * type_bases.c — assignment to cls.__bases__: the class and all below it get a new order of
 * resolution, new slots and new versions, so that nothing cached of them survives. The layout of
 * instances must stay what it was.
 */
#include "object.h"

/* Does one class come from another by the chain of bases alone? The order of resolution may not
 * tell yet, while a method mro() makes it. */
static bool extends(const Type *type, const Type *base) {
    while (type && type != base)
        type = type->base_type;
    return type;
}

static int check_base(const Type *type, Value base) {
    if (!value_is_type(base))
        return raise_status(&rt_exc_TypeError, "%N.__bases__ must be tuple of classes, not '%T'",
                            type, base);
    if (type_is_subtype(AS(Type, base), type) || extends(AS(Type, base), type))
        return raise_status(&rt_exc_TypeError, "a __bases__ item causes an inheritance cycle");
    return 0;
}

static int check_bases(const Type *type, Value bases) {
    if (!(type->flags & TYPE_HEAP))
        return raise_status(&rt_exc_TypeError,
                            "cannot set '__bases__' attribute of immutable type '%N'", type);
    if (!bases)
        return raise_status(&rt_exc_TypeError,
                            "cannot delete '__bases__' attribute of immutable type '%N'", type);
    if (!value_isa(bases, &rt_type_tuple))
        return raise_status(&rt_exc_TypeError, "can only assign tuple to %N.__bases__, not %T",
                            type, bases);
    const TupleObject *tuple = AS(TupleObject, bases);
    if (tuple->length == 0)
        return raise_status(&rt_exc_TypeError,
                            "can only assign non-empty tuple to %N.__bases__, not ()", type);
    for (int64_t i = 0; i < tuple->length; i++)
        if (check_base(type, tuple->items[i]) < 0)
            return -1;
    return 0;
}

static uint32_t reserved_of(Type *type) {
    return type->flags & TYPE_HEAP ? type_heap(type)->reserved : 0;
}

/* Do instances take part in garbage collection in CPython, which frees them in another way? Those
 * of class statements always do. */
static bool is_collected(Type *type) {
    return (type->flags & TYPE_HEAP) || type->slots.traverse;
}

/* Has a class the same places in its instances as its base? */
static bool adds_nothing(Type *type) {
    Type *base = type->base_type;
    return (type->flags & TYPE_HEAP) && reserved_of(type) == reserved_of(base) &&
           !((type->flags ^ base->flags) & TYPE_HAS_DICT) &&
           type_allows_weakrefs(type) == type_allows_weakrefs(base);
}

static Type *layout_root(Type *type) {
    while (adds_nothing(type))
        type = type->base_type;
    return type;
}

/* Do two classes over the same base add the same slots? */
static bool same_slots_added(Type *left, Type *right) {
    if (!(left->flags & right->flags & TYPE_HEAP) || reserved_of(left) != reserved_of(right) ||
        ((left->flags ^ right->flags) & TYPE_HAS_DICT) ||
        type_allows_weakrefs(left) != type_allows_weakrefs(right) || type_adds_moving_dict(left))
        return false;
    int64_t position = 0;
    Value name, value;
    while (dict_next(left->dict, &position, &name, &value)) {
        if (!value_is(value, &rt_type_member) || AS(MemberObject, value)->owner != left)
            continue;
        Value other = dict_get_borrow(right->dict, name);
        if (!other || !value_is(other, &rt_type_member) ||
            AS(MemberObject, other)->index != AS(MemberObject, value)->index)
            return false;
    }
    return true;
}

int type_check_layouts(Type *old, Type *new, const char *attribute) {
    const char *complaint = NULL;
    Type *old_root = layout_root(old), *new_root = layout_root(new);
    if (is_collected(old) != is_collected(new))
        complaint = "deallocator differs";
    else if (old_root != new_root &&
             (old_root->base_type != new_root->base_type || !same_slots_added(old_root, new_root)))
        complaint = "object layout differs";
    return complaint ? raise_status(&rt_exc_TypeError, "%s assignment: '%N' %s from '%N'",
                                    attribute, new, complaint, old)
                     : 0;
}

static void set_order_take(Type *type, Value mro) {
    value_replace(&type->mro, mro);
    slots_update_all(type);
    type_modified(type);
}

/* The new order of a class and its subclasses, and what follows from it. The classes and the orders
 * that they had are added to the list `former`. What a method mro() that assigns bases itself came
 * to holds. */
static int resolve(Type *type, void *former) {
    Value old = value_incref(type->mro), mro = type_mro_resolve(type);
    Value pair[] = {OBJ(type), old}, kept = mro && type->mro == old ? tuple_new(pair, 2) : 0;
    bool assigned = mro && type->mro != old;
    int status = kept ? list_append(*(Value *)former, kept) : assigned ? 0 : -1;
    value_decref(old);
    value_decref(kept);
    if (status < 0 || assigned) {
        value_decref(mro);
        return status;
    }
    set_order_take(type, mro);
    return type_each_subclass(type, resolve, former);
}

/* resolve, or nothing at all: 0 or -1. */
static int resolve_all(Type *type) {
    Value former = list_new(NULL, 0);
    if (!former)
        return -1;
    int status = resolve(type, &former);
    for (int64_t i = AS(ListObject, former)->length - 1; status < 0 && i >= 0; i--) {
        const TupleObject *pair = AS(TupleObject, AS(ListObject, former)->items[i]);
        set_order_take(AS(Type, pair->items[0]), value_incref(pair->items[1]));
    }
    value_decref(former);
    return status;
}

/* Is `type` gone from the bases it had? Then it is no subclass of theirs. */
static void unregister(Type *type, Value bases) {
    const TupleObject *tuple = AS(TupleObject, bases);
    for (int64_t i = 0; i < tuple->length; i++) {
        Type *base = AS(Type, tuple->items[i]);
        ListObject *list = base->subclasses ? AS(ListObject, base->subclasses) : NULL;
        int64_t kept = 0;
        for (int64_t k = 0; list && k < list->length; k++) {
            if (weakref_target_borrow(list->items[k]) == OBJ(type))
                value_decref(list->items[k]);
            else
                list->items[kept++] = list->items[k];
        }
        if (list)
            list->length = kept;
    }
}

int type_set_bases(Value self, Value bases) {
    Type *type = AS(Type, self);
    if (check_bases(type, bases) < 0)
        return -1;
    Type *base = type_best_base(bases), *old_base = type->base_type;
    if (!base)
        return -1;
    if (type_check_layouts(old_base, base, "__bases__") < 0)
        return -1;
    Value old = type->bases;
    type->bases = value_incref(bases);
    type->base_type = AS(Type, value_incref(OBJ(base)));
    value_incref(bases);
    int status = resolve_all(type);
    bool ours = type->bases == bases; /* or else a method mro() has assigned others, which hold */
    value_decref(bases);
    if (ours && status < 0) {
        value_replace(&type->bases, old);
        type->base_type = old_base;
        value_decref(OBJ(base));
        return -1;
    }
    if (ours)
        unregister(type, old);
    value_decref(OBJ(old_base));
    value_decref(old);
    return ours ? type_register_with_bases(type) : status;
}
