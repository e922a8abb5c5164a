/*
 * lifetime.h — how long references are needed: the liveness of op results and of hidden locals, for
 * the ownership pass.
 *
 * An item is something that may own a reference: a value, or what a hidden local holds. A use of a
 * value that is borrowed from another (an item of a tuple) also counts as a use of that other one.
 * Few items are alive between two blocks, so the data flow works on lists rather than on bit sets.
 */
#ifndef PYASYNCC_LOWER_LIFETIME_H
#define PYASYNCC_LOWER_LIFETIME_H

#include "cfg.h"

typedef struct Item {
    IrOp *value;        /* the value, or NULL: */
    IrLocal *local;     /* the hidden local */
    uint32_t order;     /* values in the order of their definitions, then the locals */
    uint32_t place;     /* 1 + index in the live set being walked, 0: not in it */
    uint32_t stamp;     /* of the last live_stamp that met it */
    bool is_owned;      /* a reference of its own that must be dropped or handed on */
    bool is_acquired;   /* a borrowed value that gets a reference of its own when it is made */
    const IrOp *taken;  /* scratch: the operator that takes the reference over */
    const IrOp *listed; /* scratch: the operator whose drops name this item */
} Item;

/* Items alive at one place, in no order. */
typedef VEC(Item *) ItemList;

typedef struct Lifetimes {
    Arena *arena;
    const Cfg *cfg;
    Item **values; /* by op id; NULL: not tracked */
    Item **locals; /* by index; NULL: not tracked */
    ItemList *in;  /* by position of the block: what is alive at its start */
    uint32_t stamp;
} Lifetimes;

/* Is the object that `op` results in never counted: an immediate or an immortal constant? */
bool lifetime_is_uncounted(const IrOp *op);
/* The value that `op`'s result is borrowed from, or NULL. */
IrOp *lifetime_base(const IrOp *op);
/* Is what `local` holds tracked like a value? Other locals keep what they hold to the end. */
bool lifetime_tracks_local(const IrLocal *local);

/* Finds the lifetimes of all values whose op `tracks_value` accepts, and of hidden locals. */
Lifetimes lifetimes_new(Arena *arena, const Cfg *cfg,
                        bool (*tracks_value)(void *context, const IrOp *op), void *context);

/* Is `item` in the live set being walked? Only one set is walked at a time. */
static inline bool live_has(const Item *item) {
    return item && item->place;
}
/* What is alive at the start of `block`. */
const ItemList *live_start(const Lifetimes *lifetimes, const IrBlock *block);
/* Stamps what is alive at the start of `block`, for live_is_stamped. */
void live_stamp(Lifetimes *lifetimes, const IrBlock *block);
static inline bool live_is_stamped(const Lifetimes *lifetimes, const Item *item) {
    return item->stamp == lifetimes->stamp;
}
/* Makes `set` what is alive after the terminator of `block`. */
void live_begin(const Lifetimes *lifetimes, ItemList *set, IrBlock *block);
/* Takes `set` from what is alive after `op` to what is alive before it. */
void live_step(const Lifetimes *lifetimes, ItemList *set, const IrOp *op);

#endif
