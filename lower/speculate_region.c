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
    region->forgotten = region->layouts.count;
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

KnownLayout *region_layout(const Region *region, uint32_t object) {
    for (size_t i = region->forgotten; i < region->layouts.count; i++)
        if (region->layouts.items[i]->object == object)
            return region->layouts.items[i];
    return NULL;
}

const KnownFloat *region_float(const Region *region, uint32_t object, const Name *attribute) {
    for (size_t i = 0; i < region->floats.count; i++)
        if (region->floats.items[i].object == object &&
            region->floats.items[i].attribute == attribute)
            return &region->floats.items[i];
    return NULL;
}

KnownLayout *region_note_layout(Region *region, uint32_t object, IrOp *layout) {
    KnownLayout *known = ARENA_NEW(region->arena, KnownLayout);
    known->object = object;
    known->layout = layout;
    VEC_PUSH(region->arena, &region->layouts, known);
    return known;
}

void region_note_float(Region *region, KnownFloat known) {
    VEC_PUSH(region->arena, &region->floats, known);
}

void region_note_store(Region *region, KnownFloat known) {
    size_t kept = 0;
    for (size_t i = 0; i < region->floats.count; i++)
        if (region->floats.items[i].attribute != known.attribute)
            region->floats.items[kept++] = region->floats.items[i];
    region->floats.count = kept;
    region_note_float(region, known);
}

uint32_t layout_index(Arena *arena, KnownLayout *known, const Name *attribute) {
    for (size_t i = 0; i < known->names.count; i++)
        if (known->names.items[i] == attribute)
            return (uint32_t)i;
    VEC_PUSH(arena, &known->names, attribute);
    return (uint32_t)known->names.count - 1;
}

void region_name_layouts(const Region *region, IrModule *module) {
    for (size_t i = 0; i < region->layouts.count; i++) {
        const KnownLayout *known = region->layouts.items[i];
        uint32_t count = (uint32_t)known->names.count;
        IrConstant **names = ARENA_ARRAY(module->program->arena, IrConstant *, count);
        for (uint32_t k = 0; k < count; k++)
            names[k] = ir_constant_name(module, known->names.items[k]);
        known->layout->operands[1].value->constant = ir_constant_tuple(module, names, count, false);
    }
}
