/*
 * speculate_region.c — see speculate_region.h. Few things are known at a time: lists are searched.
 */
#include "speculate_region.h"

Region region_new(Arena *arena, uint32_t value_count, uint32_t local_count) {
    return (Region){.arena = arena,
                    .values = ARENA_ARRAY(arena, uint32_t, value_count + 1),
                    .locals = ARENA_ARRAY(arena, uint32_t, local_count + 1),
                    .local_count = local_count};
}

static void forget_attributes(Region *region) {
    region->shapes.count = 0;
    region->floats.count = 0;
}

void region_begin(Region *region) {
    forget_attributes(region);
    for (uint32_t i = 0; i < region->local_count; i++)
        region->locals[i] = 0;
}

uint32_t region_object(Region *region, const IrOp *value) {
    uint32_t *object = &region->values[value->id];
    if (!*object)
        *object = ++region->objects;
    return *object;
}

void region_step(Region *region, const IrOp *op, bool may_run_code) {
    if (op->opcode == IR_LOCAL_SET) {
        region->locals[op->local->index] = region_object(region, op->operands[0].value);
    } else if (op->opcode == IR_LOCAL_GET) {
        if (!region->locals[op->local->index])
            region->locals[op->local->index] = ++region->objects;
        region->values[op->id] = region->locals[op->local->index];
    } else if (op->opcode == IR_LOCAL_DEL) {
        region->locals[op->local->index] = 0;
    }
    if (may_run_code)
        forget_attributes(region);
}

IrOp *region_shape(const Region *region, uint32_t object) {
    for (size_t i = 0; i < region->shapes.count; i++)
        if (region->shapes.items[i].object == object)
            return region->shapes.items[i].shape;
    return NULL;
}

IrOp *region_float(const Region *region, uint32_t object, const Name *attribute) {
    for (size_t i = 0; i < region->floats.count; i++)
        if (region->floats.items[i].object == object &&
            region->floats.items[i].attribute == attribute)
            return region->floats.items[i].value;
    return NULL;
}

void region_note_shape(Region *region, uint32_t object, IrOp *shape) {
    VEC_PUSH(region->arena, &region->shapes, ((KnownShape){object, shape}));
}

void region_note_float(Region *region, uint32_t object, const Name *attribute, IrOp *value) {
    VEC_PUSH(region->arena, &region->floats, ((KnownFloat){object, attribute, value}));
}

void region_note_store(Region *region, uint32_t object, const Name *attribute, IrOp *value) {
    size_t kept = 0;
    for (size_t i = 0; i < region->floats.count; i++)
        if (region->floats.items[i].attribute != attribute)
            region->floats.items[kept++] = region->floats.items[i];
    region->floats.count = kept;
    region_note_float(region, object, attribute, value);
}
