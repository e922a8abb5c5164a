/*
 * runtime.c — the facts of rt/abi.def as a table the passes can ask.
 */
#include "ir.h"

#define P(...)                                                                                     \
    { __VA_ARGS__ }
#define NONE       RUNTIME_ARG_NONE
#define O(name)    RUNTIME_ARG_O
#define S(name)    RUNTIME_ARG_S
#define X(name)    RUNTIME_ARG_X
#define I(name)    RUNTIME_ARG_I
#define F(name)    RUNTIME_ARG_F
#define U(name)    RUNTIME_ARG_U
#define N(name)    RUNTIME_ARG_N
#define A(name)    RUNTIME_ARG_A
#define K(name)    RUNTIME_ARG_K
#define C(name)    RUNTIME_ARG_C
#define FI(name)   RUNTIME_ARG_FI
#define CI(name)   RUNTIME_ARG_CI
#define MI(name)   RUNTIME_ARG_MI
#define SELF(name) RUNTIME_ARG_SELF

/* Six parameters at most; the terminating NONE is implied by zero initialisation. */
#define PYRT(name, result, params, fail, effects)                                                  \
    {#name, RUNTIME_RESULT_##result, params, RUNTIME_FAIL_##fail, RUNTIME_EFFECTS_##effects},

#undef NULL /* a FAIL column of the table, not the pointer */
const RuntimeFacts runtime_facts[RUNTIME_COUNT] = {
#include "../rt/abi.def"
};
