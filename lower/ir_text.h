/*
 * ir_text.h — the words of the IR's textual form that printer and reader share.
 */
#ifndef PYASYNCC_LOWER_IR_TEXT_H
#define PYASYNCC_LOWER_IR_TEXT_H

#include "ir.h"

extern const char *const ir_kind_names[KIND_COUNT];
extern const char *const ir_repr_names[5];      /* by IrRepr */
extern const IrKind ir_repr_kinds[5];           /* the kind that goes without saying */
extern const char *const ir_condition_names[6]; /* by IrCondition */

/* Flags of functions; ends with a row whose name is NULL. */
extern const struct IrFlagName {
    uint32_t flag;
    const char *name;
} ir_flag_names[];

#endif
