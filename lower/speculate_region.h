/*
 * speculate_region.h — what the fast version of a function knows of objects while it runs straight
 * on: where the attributes of objects stand and the floats that they hold. For pass_speculate.c.
 *
 * Objects have numbers: values that are certainly the same object have the same number. Whatever
 * may run Python code makes all knowledge of attributes void.
 */
#ifndef PYASYNCC_LOWER_SPECULATE_REGION_H
#define PYASYNCC_LOWER_SPECULATE_REGION_H

#include "ir.h"

typedef struct KnownLayout {
    uint32_t object;
    IrOp *layout; /* rt plain_layout, whose tuple of names is made at the end */
    VEC(const Name *) names;
} KnownLayout;

typedef struct KnownFloat {
    uint32_t object;
    const Name *attribute;
    IrOp *value;
    IrOp *held; /* rt held_float of this attribute, if nothing can have taken its place; or NULL */
} KnownFloat;

typedef struct Region {
    Arena *arena;
    uint32_t *values; /* by op id of the general version: the number of its object, or 0 */
    uint32_t *locals; /* by index: the number of what the local holds now, or 0 */
    uint32_t local_count, objects;
    VEC(KnownLayout *) layouts; /* all ... */
    size_t forgotten;           /* ... of which the first ones are void */
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
KnownLayout *region_layout(const Region *region, uint32_t object);
const KnownFloat *region_float(const Region *region, uint32_t object, const Name *attribute);
KnownLayout *region_note_layout(Region *region, uint32_t object, IrOp *layout);
void region_note_float(Region *region, KnownFloat known);
/* `known.value` was assigned: other numbers may be the same object. */
void region_note_store(Region *region, KnownFloat known);
/* The number of the attribute among the names of the layout; it becomes one of them. */
uint32_t layout_index(Arena *arena, KnownLayout *known, const Name *attribute);
/* When all is copied: gives each layout its tuple of names, a constant of `module`. */
void region_name_layouts(const Region *region, IrModule *module);

#endif
