/*
 * bind.h — the arguments of a call bound to the parameters of a function that is known, as the
 * runtime would bind them.
 */
#ifndef PYASYNCC_LOWER_BIND_H
#define PYASYNCC_LOWER_BIND_H

#include "ir.h"

/* What a call of an object or of a method passes. */
typedef struct CallArguments {
    const IrOp *call;
    const IrOp *names;       /* const.obj: the tuple of the keywords' names; null: there are none */
    uint32_t first;          /* the operand of `call` that is the first argument */
    bool defaults_are_known; /* no function's defaults change when the program runs */
} CallArguments;

typedef struct BoundCall {
    IrFunction *function;
    IrOp **values; /* by parameter; NULL: its default, a constant */
} BoundCall;

/* Binds `arguments` to the parameters of `function` behind the first `skipped` ones, whose values
 * stay NULL. Answers false where the call would fail to bind, where *args or **kwargs take part, or
 * a default is needed that is no constant of the caller's module. Memory: `arena`. */
bool bind_call(Arena *arena, BoundCall *binding, IrFunction *function, uint32_t skipped,
               const CallArguments *arguments);

/* Makes the values operands 1... of `call`, a direct call of binding->function in a block; the
 * constants of defaults are put in front of it. */
void bind_operands(IrOp *call, const BoundCall *binding);

#endif
