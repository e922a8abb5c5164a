/*
 * represent.h — what the files of the represent pass share: the plan (which locals, parameters and
 * results are held unboxed) and the rewriting of operators that carries it out.
 */
#ifndef PYASYNCC_LOWER_REPRESENT_H
#define PYASYNCC_LOWER_REPRESENT_H

#include "facts.h"

/* Chooses the representation of the function's result, and of a copy's parameters. For all
 * functions before any is rewritten: calls follow it. */
void represent_plan_signature(IrFunction *function, const Facts *facts);
/* Chooses the representations of the function's own locals. */
void represent_plan_locals(IrFunction *function, const Facts *facts);

/* Int arithmetic that machine operators can do: operands and result are small and nothing fails. */
bool represent_is_machine(const IrOp *op, const Facts *facts);
/* Float arithmetic: both operands are certainly numbers, one of them a float. */
bool represent_is_float(const IrOp *op, const Facts *facts);
/* An int that converts to a float without rounding, so that comparing the float is exact. */
bool represent_is_exact_float(const Fact *fact);

#endif
