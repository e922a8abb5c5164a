/*
 * shape.c — hidden classes and the attribute storage of instances (see object.h).
 *
 * A shape holds the names of the attributes in order of insertion; the transitions between shapes
 * form a tree per type, which lives as long as the type. Instances with more than SHAPE_LIMIT
 * attributes, or whose __dict__ was asked for, keep a dict instead.
 */
#include "object.h"

enum { SHAPE_LIMIT = 64 };

static Shape *shape_new(Type *type, Shape *parent, uint32_t count) {
    Shape *shape = mem_alloc(sizeof(Shape));
    if (!shape)
        return NULL;
    memset(shape, 0, sizeof *shape);
    shape->type = type;
    shape->parent = parent;
    shape->count = count;
    shape->reserved = parent ? parent->reserved : 0;
    if (count && !(shape->names = mem_alloc(count * sizeof(Value)))) {
        mem_free(shape);
        return NULL;
    }
    return shape;
}

void shape_free_tree(Shape *shape) {
    if (!shape)
        return;
    for (uint32_t i = 0; i < shape->child_count; i++)
        shape_free_tree(shape->children[i]);
    shape_free_tree(shape->dict_shape);
    if (shape->count)
        value_decref(shape->names[shape->count - 1]);
    for (SlotLayout *layout = shape->layouts, *next; layout; layout = next) {
        next = layout->next;
        mem_free(layout);
    }
    mem_free(shape->children);
    mem_free(shape->names);
    mem_free(shape);
}

Shape *type_root_shape(Type *type) {
    if (!type->root_shape && (type->root_shape = shape_new(type, NULL, 0)) != NULL &&
        (type->flags & TYPE_HEAP))
        type->root_shape->reserved = type_heap(type)->reserved;
    return type->root_shape;
}

static Shape *type_dict_shape(Type *type) {
    Shape *root = type_root_shape(type);
    if (root && !root->dict_shape && (root->dict_shape = shape_new(type, root, 0)) != NULL) {
        root->dict_shape->is_dict = true;
        type->flags |= TYPE_SHADOWED;
        cache_forget_all();
    }
    return root ? root->dict_shape : NULL;
}

int shape_find(const Shape *shape, Value name) {
    const Value *names = shape->names;
    for (uint32_t i = 0; i < shape->count; i++)
        if (names[i] == name)
            return (int)(shape->reserved + i);
    return -1;
}

const uint32_t *shape_layout(Shape *shape, const uint32_t *offsets, uint32_t count) {
    size_t size = count * sizeof(uint32_t);
    for (const SlotLayout *layout = shape->layouts; layout; layout = layout->next)
        if (layout->count == count && !memcmp(layout->offsets, offsets, size))
            return layout->offsets;
    SlotLayout *layout = mem_alloc(sizeof(SlotLayout) + size);
    if (!layout)
        return NULL;
    layout->next = shape->layouts;
    layout->count = count;
    memcpy(layout->offsets, offsets, size);
    shape->layouts = layout;
    return layout->offsets;
}

/* A class attribute of the same name stops being safe to find without looking at the shape. */
static void note_shadowing(Type *type, Value name) {
    if (!type_lookup_borrow(type, name))
        return;
    type->flags |= TYPE_SHADOWED;
    cache_forget_name(name);
}

static bool shape_add_child(Shape *shape, Shape *child) {
    if (shape->child_count == shape->child_capacity) {
        uint32_t capacity = shape->child_capacity ? shape->child_capacity * 2 : 2;
        Shape **grown = mem_realloc(shape->children, capacity * sizeof(Shape *));
        if (!grown)
            return false;
        shape->children = grown;
        shape->child_capacity = capacity;
    }
    shape->children[shape->child_count++] = child;
    return true;
}

Shape *shape_with(Shape *shape, Value name) {
    for (uint32_t i = 0; i < shape->child_count; i++)
        if (shape->children[i]->names[shape->count] == name)
            return shape->children[i];
    if (shape->count >= SHAPE_LIMIT || shape->child_count >= SHAPE_LIMIT)
        return NULL;
    Shape *child = shape_new(shape->type, shape, shape->count + 1);
    if (!child)
        return NULL;
    values_copy(child->names, shape->names, shape->count);
    child->names[shape->count] = value_incref(name);
    if (!shape_add_child(shape, child)) {
        shape_free_tree(child);
        return NULL;
    }
    note_shadowing(shape->type, name);
    return child;
}

/* ---- instances ------------------------------------------------------------------------------- */

/* The slots of a FEW_SLOTS object: those of __slots__ and the dict's. */
static uint32_t inline_slots(const Object *object) {
    const Type *type = object->type;
    return object->flags & OBJECT_FEW_SLOTS ? type_heap(type)->reserved + 1 : type->inline_slots;
}

InstanceSlots *instance_slots(Object *object) {
    Type *type = object->type;
    uint32_t offset = type->shape_offset;
    if (offset == 0)
        return NULL;
    InstanceSlots *slots;
    if (offset == SHAPE_AT_END) {
        size_t tail = sizeof(InstanceSlots) + inline_slots(object) * sizeof(Value);
        slots = (InstanceSlots *)((char *)object + object_block_size(object) - tail);
    } else {
        slots = (InstanceSlots *)((char *)object + offset);
    }
    if (!slots->shape)
        slots->shape = type_root_shape(type);
    return slots->shape ? slots : NULL;
}

Value *instance_slot_at(Object *object, InstanceSlots *slots, uint32_t index) {
    uint32_t count = inline_slots(object);
    return index < count ? &slots->slots[index] : &slots->overflow[index - count];
}

/* Makes room for slot `index`; overflow slots grow to a power of two. */
static bool slot_reserve(Object *object, InstanceSlots *slots, uint32_t index) {
    uint32_t count = inline_slots(object);
    if (index < count)
        return true;
    uint32_t wanted = index - count;
    bool room_ends_here = wanted >= 4 && (wanted & (wanted - 1)) == 0;
    if (slots->overflow && !room_ends_here)
        return true;
    uint32_t room = wanted < 4 ? 4 : wanted * 2;
    Value *grown = mem_realloc(slots->overflow, room * sizeof(Value));
    if (!grown)
        return false;
    uint32_t used = slots->overflow ? wanted : 0;
    memset(grown + used, 0, (room - used) * sizeof(Value));
    slots->overflow = grown;
    return true;
}

static Value slots_dict(Object *object, InstanceSlots *slots) {
    return *instance_slot_at(object, slots, slots->shape->reserved);
}

Value instance_get_borrow(Object *object, InstanceSlots *slots, Value name) {
    if (slots->shape->is_dict)
        return dict_get_borrow(slots_dict(object, slots), name);
    int index = shape_find(slots->shape, name);
    return index < 0 ? 0 : *instance_slot_at(object, slots, (uint32_t)index);
}

static Value slots_to_dict(Object *object, InstanceSlots *slots) {
    Value dict = dict_new();
    Shape *shape = slots->shape;
    for (uint32_t i = 0; dict && i < shape->count; i++)
        if (dict_set(dict, shape->names[i], *instance_slot_at(object, slots, shape->reserved + i)) <
            0) {
            value_decref(dict);
            return 0;
        }
    return dict;
}

Value instance_dict_copy(Object *object) {
    InstanceSlots *slots = instance_slots(object);
    if (!slots)
        return dict_new();
    if (slots->shape->is_dict)
        return dict_copy(slots_dict(object, slots));
    return slots_to_dict(object, slots);
}

/* Leaves slot mode; `dict` (stolen) becomes the storage. */
static int slots_become_dict(Object *object, InstanceSlots *slots, Value dict) {
    Shape *old = slots->shape;
    Shape *shape = type_dict_shape(object->type);
    if (!shape || !slot_reserve(object, slots, old->reserved)) {
        value_decref(dict);
        return -1;
    }
    Value dropped[SHAPE_LIMIT + 1];
    uint32_t count = old->is_dict ? 1 : old->count;
    for (uint32_t i = 0; i < count; i++) {
        Value *slot = instance_slot_at(object, slots, old->reserved + i);
        dropped[i] = *slot;
        *slot = 0;
    }
    slots->shape = shape;
    *instance_slot_at(object, slots, old->reserved) = dict;
    for (uint32_t i = 0; i < count; i++)
        value_decref(dropped[i]);
    return 0;
}

Value instance_dict_borrow(Object *object) {
    InstanceSlots *slots = instance_slots(object);
    if (!slots)
        return 0;
    if (!slots->shape->is_dict) {
        Value dict = slots_to_dict(object, slots);
        if (!dict || slots_become_dict(object, slots, dict) < 0)
            return 0;
    }
    return slots_dict(object, slots);
}

int instance_set_dict(Object *object, Value dict) {
    InstanceSlots *slots = instance_slots(object);
    return slots ? slots_become_dict(object, slots, value_incref(dict)) : -1;
}

int instance_set(Object *object, InstanceSlots *slots, Value name, Value value) {
    Shape *shape = slots->shape;
    if (shape->is_dict)
        return dict_set(slots_dict(object, slots), name, value);
    int index = shape_find(shape, name);
    if (index >= 0) {
        value_replace(instance_slot_at(object, slots, (uint32_t)index), value_incref(value));
        return 0;
    }
    Shape *next = shape_with(shape, name);
    if (!next) {
        if (isolate.pending)
            return -1;
        Value dict = instance_dict_borrow(object);
        return dict ? dict_set(dict, name, value) : -1;
    }
    uint32_t place = shape->reserved + shape->count;
    if (!slot_reserve(object, slots, place))
        return -1;
    *instance_slot_at(object, slots, place) = value_incref(value);
    slots->shape = next;
    return 0;
}

/* The shape with the same names but one. */
static Shape *shape_without(Shape *shape, uint32_t dropped) {
    Shape *result = type_root_shape(shape->type);
    for (uint32_t i = 0; result && i < shape->count; i++)
        if (i != dropped)
            result = shape_with(result, shape->names[i]);
    return result;
}

int instance_delete(Object *object, InstanceSlots *slots, Value name) {
    Shape *shape = slots->shape;
    if (shape->is_dict)
        return dict_delete(slots_dict(object, slots), name);
    int index = shape_find(shape, name);
    if (index < 0)
        return 0;
    Shape *next = shape_without(shape, (uint32_t)index - shape->reserved);
    if (!next) {
        if (isolate.pending)
            return -1;
        Value dict = instance_dict_borrow(object);
        return dict ? dict_delete(dict, name) : -1;
    }
    Value old = *instance_slot_at(object, slots, (uint32_t)index);
    uint32_t end = shape->reserved + shape->count;
    for (uint32_t i = (uint32_t)index; i + 1 < end; i++)
        *instance_slot_at(object, slots, i) = *instance_slot_at(object, slots, i + 1);
    *instance_slot_at(object, slots, end - 1) = 0;
    slots->shape = next;
    value_decref(old);
    return 1;
}

static uint32_t slots_used(const Shape *shape) {
    return shape->reserved + (shape->is_dict ? 1 : shape->count);
}

void instance_visit(Object *object, VisitValue visit, void *context) {
    InstanceSlots *slots = instance_slots(object);
    if (!slots)
        return;
    uint32_t used = slots_used(slots->shape);
    uint32_t room = slots->overflow ? used : inline_slots(object);
    for (uint32_t i = 0; i < used && i < room; i++)
        visit(*instance_slot_at(object, slots, i), context);
}

void instance_drop(Object *object) {
    InstanceSlots *slots = instance_slots(object);
    if (!slots)
        return;
    uint32_t used = slots_used(slots->shape);
    uint32_t count = inline_slots(object);
    Value *overflow = slots->overflow;
    Shape *root = type_root_shape(object->type);
    slots->overflow = NULL;
    slots->shape = root;
    for (uint32_t i = 0; i < used && i < count; i++) {
        Value old = slots->slots[i];
        slots->slots[i] = 0;
        value_decref(old);
    }
    if (!overflow)
        return;
    for (uint32_t i = count; i < used; i++)
        value_decref(overflow[i - count]);
    mem_free(overflow);
}

/* ---- another class --------------------------------------------------------------------------- */

/* Is the memory block too small for the slots that instances of `type` have? */
static bool lacks_room(const Object *object, const Type *type) {
    if (type->shape_offset == SHAPE_AT_END)
        return type->inline_slots > inline_slots(object);
    return type_heap(type)->instance_size > object_block_size(object);
}

/* The values of __slots__, taken out; NULL: no memory. */
static Value *take_reserved(Object *object, InstanceSlots *slots, uint32_t reserved) {
    if (reserved && !slot_reserve(object, slots, reserved - 1))
        return NULL;
    Value *taken = mem_alloc((reserved + 1) * sizeof(Value));
    for (uint32_t i = 0; taken && i < reserved; i++) {
        Value *slot = instance_slot_at(object, slots, i);
        taken[i] = *slot;
        *slot = 0;
    }
    return taken;
}

/* Puts them back, and frees the array. */
static int give_reserved(Object *object, InstanceSlots *slots, Value *taken, uint32_t reserved) {
    int status = 0;
    for (uint32_t i = 0; i < reserved; i++) {
        if (status < 0 || !slot_reserve(object, slots, i)) {
            value_decref(taken[i]);
            status = -1;
        } else {
            *instance_slot_at(object, slots, i) = taken[i];
        }
    }
    mem_free(taken);
    return status;
}

static void set_class(Object *object, Type *type) {
    Type *old = object->type;
    object->type = type;
    type->base.refs++;
    value_decref(OBJ(old));
}

int instance_change_class(Object *object, Type *type) {
    if (!type->shape_offset) {
        set_class(object, type);
        return 0;
    }
    InstanceSlots *slots = instance_slots(object);
    if (!slots)
        return -1;
    bool stays_dict = slots->shape->is_dict || lacks_room(object, type);
    Value dict = slots->shape->is_dict ? value_incref(slots_dict(object, slots))
                                       : slots_to_dict(object, slots);
    uint32_t reserved = type_heap(type)->reserved;
    Value *kept = dict ? take_reserved(object, slots, reserved) : NULL;
    if (!kept) {
        value_decref(dict);
        return -1;
    }
    if (type->shape_offset == SHAPE_AT_END && lacks_room(object, type))
        object->flags |= OBJECT_FEW_SLOTS;
    instance_drop(object);
    set_class(object, type);
    slots = instance_slots(object);
    slots->shape = type_root_shape(type);
    slots->overflow = NULL;
    int status = give_reserved(object, slots, kept, reserved);
    if (status == 0 && stays_dict)
        return slots_become_dict(object, slots, dict);
    int64_t position = 0;
    Value name, value;
    while (status == 0 && dict_next(dict, &position, &name, &value))
        status = instance_set(object, slots, name, value);
    value_decref(dict);
    return status;
}
