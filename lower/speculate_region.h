/*
 * speculate_region.h — what the fast version of a function knows of objects while it runs straight
 * on: the shapes it has looked up and the floats that attributes hold. For pass_speculate.c.
 *
 * Objects have numbers: values that are certainly the same object have the same number. Whatever
 * may run Python code makes all knowledge of attributes void.
 */
#ifndef PYASYNCC_LOWER_SPECULATE_REGION_H
#define PYASYNCC_LOWER_SPECULATE_REGION_H

#include "ir.h"

typedef struct KnownShape {
    uint32_t object;
    IrOp *shape;
} KnownShape;

typedef struct KnownFloat {
    uint32_t object;
    const Name *attribute;
    IrOp *value;
} KnownFloat;

typedef struct Region {
    Arena *arena;
    uint32_t *values; /* by op id of the general version: the number of its object, or 0 */
    uint32_t *locals; /* by index: the number of what the local holds now, or 0 */
    uint32_t local_count, objects;
    VEC(KnownShape) shapes;
    VEC(KnownFloat) floats;
} Region;

Region region_new(Arena *arena, uint32_t value_count, uint32_t local_count);
/* Control may come from elsewhere: nothing is known. */
void region_begin(Region *region);
/* Takes `op` of the general version into account, whose copy is just made. */
void region_step(Region *region, const IrOp *op, bool may_run_code);
/* The number of the object that `value` is. */
uint32_t region_object(Region *region, const IrOp *value);
/* What is known; NULL if nothing is. */
IrOp *region_shape(const Region *region, uint32_t object);
IrOp *region_float(const Region *region, uint32_t object, const Name *attribute);
void region_note_shape(Region *region, uint32_t object, IrOp *shape);
void region_note_float(Region *region, uint32_t object, const Name *attribute, IrOp *value);
/* `value` was assigned: other numbers may be the same object. */
void region_note_store(Region *region, uint32_t object, const Name *attribute, IrOp *value);

#endif
