/*
 * demote.h — values that are needed at the start of certain blocks become hidden locals there, so
 * that control may enter these blocks from elsewhere.
 */
#ifndef PYASYNCC_LOWER_DEMOTE_H
#define PYASYNCC_LOWER_DEMOTE_H

#include "ir.h"

/* Rewrites `function`: no value is alive at the start of a block of which `is_entered` (by block
 * id) says so; hidden locals are instead. Constants are made anew where they are used. */
void demote_values(IrFunction *function, const bool *is_entered);

#endif
