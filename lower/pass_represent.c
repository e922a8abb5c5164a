/*
 * pass_represent.c — representations: floats become f64, ints that are certainly small i64, bools
 * bool, wherever the facts allow it, and operators on them become machine operators or the runtime
 * functions for exact ints.
 *
 * After the plan is made (represent_plan.c), one walk over each function, definitions before uses,
 * rewrites every operator in place for the representations its operands now have. Where an operand
 * is held in another way than its user wants, a conversion is put in front of the user; conversions
 * are shared within a block. What Python checks at run time is checked still: a divisor that may be
 * zero, an int that may be too large for a float.
 *
 * Needs: infer before, for the kinds of copies' parameters. Leaves conversions and blocks without
 * use to dce and prune.
 */
#include "pass.h"
#include "represent.h"

#include "../rt/abi.h"

enum { REPR_COUNT = REPR_BOOL + 1 };

typedef struct Conversion {
    IrOp *op;
    uint32_t place; /* number of the block of the walk it stands in, plus 1 */
} Conversion;

typedef struct Rewriter {
    Arena *scratch;
    IrFunction *function;
    const Facts *facts;
    uint32_t value_count;    /* operators that were there before */
    IrOp **aliases;          /* by id: what stands for the value now, or NULL */
    IrBlock **homes;         /* by id: where it went when it failed */
    Conversion *conversions; /* by id and representation */
    uint32_t place;          /* number of the present block */
} Rewriter;

/* -- values -- */

static const Fact *fact_at(const Rewriter *r, const IrOp *op, uint32_t index) {
    return &r->facts->values[op->operands[index].value->id];
}

/* What stands for `value` now. */
static IrOp *current(const Rewriter *r, IrOp *value) {
    while (value->id < r->value_count && r->aliases[value->id])
        value = r->aliases[value->id];
    return value;
}

static IrOp *insert(Rewriter *r, IrOp *before, IrOpcode opcode, IrType type, IrOp *left,
                    IrOp *right) {
    IrOp *op = ir_op_new(r->function, opcode, type, !!left + !!right);
    if (left)
        op->operands[0].value = left;
    if (right)
        op->operands[1].value = right;
    ir_insert_before(before, op);
    return op;
}

static IrOp *insert_f64(Rewriter *r, IrOp *before, double value) {
    IrOp *op = insert(r, before, IR_CONST_F64, IR_TYPE_F64, NULL, NULL);
    op->real = value;
    return op;
}

static IrOp *insert_i64(Rewriter *r, IrOp *before, int64_t value) {
    IrOp *op = insert(r, before, IR_CONST_I64, IR_TYPE_I64, NULL, NULL);
    op->integer = value;
    return op;
}

static IrOp *insert_rt(Rewriter *r, IrOp *before, RuntimeFunction runtime, IrType type,
                       IrOp *operand) {
    IrOp *op = insert(r, before, IR_RT, type, operand, NULL);
    op->runtime = runtime;
    return op;
}

/* -- conversions -- */

/* Where it leads if a box for `user` cannot be allocated: where failures around the user go. */
static IrBlock *unwind_near(Rewriter *r, IrOp *user, const IrOp *value) {
    for (IrOp *op = user; op; op = op->previous)
        if (op->unwind)
            return op->unwind;
    if (value->id < r->value_count && r->homes[value->id])
        return r->homes[value->id];
    IrBlock *block = ir_block_new(r->function);
    ir_append(block, ir_op_new(r->function, IR_RET_FAIL, IR_TYPE_VOID, 0));
    return block;
}

static IrOp *box(Rewriter *r, IrOp *value, const Fact *fact, IrOp *user) {
    bool is_float = value->type.repr == REPR_F64;
    if (is_float && value->opcode == IR_RT && value->runtime == RUNTIME_float_value)
        return value->operands[0].value;
    if (value->type.repr == REPR_BOOL)
        return insert(r, user, IR_BOX_BOOL, ir_type(REPR_OBJ, KIND_BOOL), value, NULL);
    if (value->opcode == IR_UNBOX_SMALL)
        return value->operands[0].value;
    if (!is_float && fact_is_small(fact))
        return insert(r, user, IR_BOX_SMALL, ir_type(REPR_OBJ, KIND_INT), value, NULL);
    IrType type = ir_type(REPR_OBJ, is_float ? KIND_FLOAT : KIND_INT);
    IrOp *op = insert_rt(r, user, is_float ? RUNTIME_box_f64 : RUNTIME_box_i64, type, value);
    op->unwind = unwind_near(r, user, value);
    return op;
}

static bool is_number_constant(const IrOp *value, ConstantKind kind) {
    return value->opcode == IR_CONST_OBJ && !value->constant->is_tuple &&
           !value->constant->is_frozenset && value->constant->value.kind == kind;
}

static IrOp *to_i64(Rewriter *r, IrOp *value, IrOp *user) {
    if (value->opcode == IR_BOX_SMALL)
        return value->operands[0].value;
    if (is_number_constant(value, CONST_INT))
        return insert_i64(r, user, value->constant->value.integer);
    return insert(r, user, IR_UNBOX_SMALL, IR_TYPE_I64, value, NULL);
}

/* An object that is a float, or an int that is certainly small. */
static IrOp *to_f64(Rewriter *r, IrOp *value, const Fact *fact, IrOp *user) {
    if (is_number_constant(value, CONST_FLOAT))
        return insert_f64(r, user, value->constant->value.real);
    if (is_number_constant(value, CONST_INT))
        return insert_f64(r, user, (double)value->constant->value.integer);
    if (value->opcode == IR_RT && value->runtime == RUNTIME_box_f64)
        return value->operands[0].value;
    if (fact_is_small(fact))
        return insert(r, user, IR_I64_TO_F64, IR_TYPE_F64, to_i64(r, value, user), NULL);
    return insert_rt(r, user, RUNTIME_float_value, IR_TYPE_F64, value);
}

static IrOp *to_bool(Rewriter *r, IrOp *value, IrOp *user) {
    if (value->opcode == IR_BOX_BOOL)
        return value->operands[0].value;
    return insert(r, user, IR_UNBOX_BOOL, IR_TYPE_BOOL, value, NULL);
}

static IrOp *convert(Rewriter *r, IrOp *value, const Fact *fact, IrRepr wanted, IrOp *user) {
    switch (wanted) {
    case REPR_I64:
        return to_i64(r, value, user);
    case REPR_F64:
        if (value->type.repr == REPR_I64)
            return insert(r, user, IR_I64_TO_F64, IR_TYPE_F64, value, NULL);
        return to_f64(r, value, fact, user);
    case REPR_BOOL:
        return to_bool(r, value, user);
    default:
        return box(r, value, fact, user);
    }
}

/* `value`, a value of before, in representation `wanted` for `user`. */
static IrOp *want(Rewriter *r, IrOp *value, IrRepr wanted, IrOp *user) {
    IrOp *now = current(r, value);
    if (now->type.repr == wanted)
        return now;
    Conversion *known = &r->conversions[value->id * REPR_COUNT + wanted];
    if (known->place != r->place) {
        known->op = convert(r, now, &r->facts->values[value->id], wanted, user);
        known->place = r->place;
    }
    return known->op;
}

static void want_operand(Rewriter *r, IrOp *op, uint32_t index, IrRepr wanted) {
    op->operands[index].value = want(r, op->operands[index].value, wanted, op);
}

/* -- replacing operators -- */

/* `op` goes away; `value` stands for it. */
static void replace(Rewriter *r, IrOp *op, IrOp *value) {
    r->aliases[op->id] = value;
    ir_remove(op);
}

/* `op`, whose operands are in place, cannot fail any more. */
static void become(IrOp *op, IrOpcode opcode, IrType type) {
    op->opcode = opcode;
    op->type = type;
    op->unwind = NULL;
}

static void become_rt(IrOp *op, RuntimeFunction runtime, IrType type) {
    op->opcode = IR_RT;
    op->runtime = runtime;
    op->type = type;
    if (!ir_can_fail(op))
        op->unwind = NULL;
}

static void want_all(Rewriter *r, IrOp *op, IrRepr wanted) {
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (op->operands[i].kind == OPERAND_VALUE)
            want_operand(r, op, i, wanted);
}

static IrOp *insert_compare(Rewriter *r, IrOp *before, IrOpcode opcode, IrCondition condition,
                            IrOp *left, IrOp *right) {
    IrOp *op = insert(r, before, opcode, IR_TYPE_BOOL, left, right);
    op->condition = condition;
    return op;
}

/* Splits the block in front of `op`: goes on there where `condition` holds. Answers the block for
 * the other case, which the caller fills. */
static IrBlock *branch_before(Rewriter *r, IrOp *op, IrOp *condition) {
    IrBlock *block = op->block;
    IrBlock *other = ir_block_new(r->function), *next = ir_block_new(r->function);
    for (IrOp *moved = op, *after; moved; moved = after) {
        after = moved->next;
        ir_remove(moved);
        ir_append(next, moved);
    }
    IrOp *branch = ir_op_new(r->function, IR_BRANCH, IR_TYPE_VOID, 1);
    branch->operands[0].value = condition;
    branch->targets[0] = next;
    branch->targets[1] = other;
    ir_append(block, branch);
    return other;
}

/* In `block`: `failing`, which never comes back, in the place of `op`. */
static void append_failing(Rewriter *r, IrBlock *block, const IrOp *op, IrOp *failing) {
    failing->position = op->position;
    failing->frame = op->frame;
    failing->unwind = op->unwind;
    ir_append(block, failing);
    ir_append(block, ir_op_new(r->function, IR_UNREACHABLE, IR_TYPE_VOID, 0));
}

/* -- float arithmetic -- */

/* An int of any size as a float: where it is too large, the operator itself raises OverflowError.
 */
static IrOp *large_int_as_f64(Rewriter *r, IrOp *op, IrOp *value) {
    IrOp *object = want(r, value, REPR_OBJ, op);
    IrOp *real = insert_rt(r, op, RUNTIME_int_as_f64, IR_TYPE_F64, object);
    IrOp *rest = insert(r, op, IR_F64_SUB, IR_TYPE_F64, real, real);
    IrOp *is_finite = insert_compare(r, op, IR_F64_COMPARE, COND_EQ, rest, insert_f64(r, op, 0.0));
    IrBlock *block = branch_before(r, op, is_finite);
    IrOp *failing = ir_op_new(r->function, IR_RT, IR_TYPE_OBJ, 2);
    failing->runtime = op->runtime;
    append_failing(r, block, op, failing);
    for (uint32_t i = 0; i < 2; i++) {
        IrOp *operand = current(r, op->operands[i].value);
        failing->operands[i].value = operand;
        if (operand->type.repr != REPR_OBJ)
            failing->operands[i].value = convert(r, operand, fact_at(r, op, i), REPR_OBJ, failing);
    }
    return real;
}

static IrOp *float_operand(Rewriter *r, IrOp *op, uint32_t index) {
    const Fact *fact = fact_at(r, op, index);
    IrOp *value = op->operands[index].value;
    if (fact->kinds == KINDS(FLOAT) || fact_is_small(fact))
        return want(r, value, REPR_F64, op);
    return large_int_as_f64(r, op, value);
}

enum ZeroDivision { ZERO_DIVISION, ZERO_INT, ZERO_FLOAT, ZERO_FLOAT_FLOOR, ZERO_FLOAT_MOD };

static void check_divisor(Rewriter *r, IrOp *op, IrOp *divisor, enum ZeroDivision which) {
    if (divisor->opcode == IR_CONST_F64 && divisor->real != 0.0)
        return;
    IrOp *good = insert_compare(r, op, IR_F64_COMPARE, COND_NE, divisor, insert_f64(r, op, 0.0));
    IrBlock *block = branch_before(r, op, good);
    IrOp *failing = ir_op_new(r->function, IR_RT, IR_TYPE_VOID, 1);
    failing->runtime = RUNTIME_raise_zero_division;
    failing->operands[0] = (IrOperand){.kind = OPERAND_IMMEDIATE, .immediate = which};
    append_failing(r, block, op, failing);
}

static void rewrite_float(Rewriter *r, IrOp *op, Arithmetic arithmetic) {
    bool ints = fact_at(r, op, 0)->kinds == KINDS(INT) &&
                fact_at(r, op, op->operand_count - 1)->kinds == KINDS(INT);
    IrOp *left = float_operand(r, op, 0);
    IrOp *right = op->operand_count > 1 ? float_operand(r, op, 1) : NULL;
    switch (arithmetic) {
    case ARITH_ADD:
        become(op, IR_F64_ADD, IR_TYPE_F64);
        break;
    case ARITH_SUB:
        become(op, IR_F64_SUB, IR_TYPE_F64);
        break;
    case ARITH_MUL:
        become(op, IR_F64_MUL, IR_TYPE_F64);
        break;
    case ARITH_TRUEDIV:
        check_divisor(r, op, right, ints ? ZERO_DIVISION : ZERO_FLOAT);
        become(op, IR_F64_DIV, IR_TYPE_F64);
        break;
    case ARITH_FLOORDIV:
        check_divisor(r, op, right, ZERO_FLOAT_FLOOR);
        become_rt(op, RUNTIME_f64_floordiv, IR_TYPE_F64);
        break;
    case ARITH_MOD:
        check_divisor(r, op, right, ZERO_FLOAT_MOD);
        become_rt(op, RUNTIME_f64_mod, IR_TYPE_F64);
        break;
    default:
        become(op, IR_F64_NEG, IR_TYPE_F64);
    }
    op->operands[0].value = left;
    if (right)
        op->operands[1].value = right;
}

/* -- int arithmetic -- */

static void rewrite_machine(Rewriter *r, IrOp *op, Arithmetic arithmetic) {
    static const IrOpcode opcodes[] = {
        [ARITH_ADD] = IR_I64_ADD,     [ARITH_SUB] = IR_I64_SUB,
        [ARITH_MUL] = IR_I64_MUL,     [ARITH_AND] = IR_I64_AND,
        [ARITH_OR] = IR_I64_OR,       [ARITH_XOR] = IR_I64_XOR,
        [ARITH_MOD] = IR_I64_MOD,     [ARITH_FLOORDIV] = IR_I64_FLOORDIV,
        [ARITH_LSHIFT] = IR_I64_SHL,  [ARITH_RSHIFT] = IR_I64_SHR,
        [ARITH_NEGATIVE] = IR_I64_NEG};
    want_all(r, op, REPR_I64);
    become(op, opcodes[arithmetic], IR_TYPE_I64);
}

/* The runtime's function for exact ints; false if there is none. */
static bool exact_function(Arithmetic arithmetic, const Fact *right, RuntimeFunction *runtime) {
    static const RuntimeFunction functions[] = {[ARITH_ADD] = RUNTIME_int_add,
                                                [ARITH_SUB] = RUNTIME_int_sub,
                                                [ARITH_MUL] = RUNTIME_int_mul,
                                                [ARITH_TRUEDIV] = RUNTIME_int_truediv,
                                                [ARITH_FLOORDIV] = RUNTIME_int_floordiv,
                                                [ARITH_MOD] = RUNTIME_int_mod,
                                                [ARITH_POW] = RUNTIME_int_pow,
                                                [ARITH_LSHIFT] = RUNTIME_int_lshift,
                                                [ARITH_RSHIFT] = RUNTIME_int_rshift,
                                                [ARITH_AND] = RUNTIME_int_and,
                                                [ARITH_OR] = RUNTIME_int_or,
                                                [ARITH_XOR] = RUNTIME_int_xor,
                                                [ARITH_NEGATIVE] = RUNTIME_int_negative,
                                                [ARITH_INVERT] = RUNTIME_int_invert};
    if (arithmetic == ARITH_POSITIVE || (arithmetic == ARITH_POW && right->low < 0))
        return false;
    *runtime = functions[arithmetic];
    return true;
}

static void rewrite_int(Rewriter *r, IrOp *op, Arithmetic arithmetic) {
    if (represent_is_machine(op, r->facts)) {
        rewrite_machine(r, op, arithmetic);
        return;
    }
    RuntimeFunction runtime;
    bool exact = exact_function(arithmetic, fact_at(r, op, op->operand_count - 1), &runtime);
    want_all(r, op, REPR_OBJ);
    if (exact)
        become_rt(op, runtime, ir_type(REPR_OBJ, op->type.kind));
}

static void rewrite_arithmetic(Rewriter *r, IrOp *op, Arithmetic arithmetic) {
    bool ints = true, numbers = true;
    for (uint32_t i = 0; i < op->operand_count; i++) {
        KindSet kinds = fact_at(r, op, i)->kinds;
        ints &= kinds == KINDS(INT);
        numbers &= kinds == KINDS(INT) || kinds == KINDS(FLOAT);
    }
    if (numbers && arithmetic == ARITH_POSITIVE)
        replace(r, op, current(r, op->operands[0].value));
    else if (represent_is_float(op, r->facts))
        rewrite_float(r, op, arithmetic);
    else if (ints)
        rewrite_int(r, op, arithmetic);
    else
        want_all(r, op, REPR_OBJ);
}

/* -- comparisons and truth -- */

static bool compares_as_float(const Fact *fact) {
    return fact->kinds == KINDS(FLOAT) || represent_is_exact_float(fact);
}

static void rewrite_comparison(Rewriter *r, IrOp *op, IrCondition condition) {
    static const RuntimeFunction exact[] = {
        [COND_LT] = RUNTIME_int_lt, [COND_LE] = RUNTIME_int_le, [COND_EQ] = RUNTIME_int_eq,
        [COND_NE] = RUNTIME_int_ne, [COND_GT] = RUNTIME_int_gt, [COND_GE] = RUNTIME_int_ge};
    const Fact *left = fact_at(r, op, 0), *right = fact_at(r, op, 1);
    bool ints = left->kinds == KINDS(INT) && right->kinds == KINDS(INT);
    if (ints && fact_is_small(left) && fact_is_small(right)) {
        want_all(r, op, REPR_I64);
        become(op, IR_I64_COMPARE, IR_TYPE_BOOL);
        op->condition = condition;
    } else if (ints) {
        want_all(r, op, REPR_OBJ);
        become_rt(op, exact[condition], IR_TYPE_BOOL);
    } else if (compares_as_float(left) && compares_as_float(right)) {
        want_all(r, op, REPR_F64);
        become(op, IR_F64_COMPARE, IR_TYPE_BOOL);
        op->condition = condition;
    } else {
        want_all(r, op, REPR_OBJ);
    }
}

static void become_not_zero(Rewriter *r, IrOp *op, IrRepr repr) {
    IrOp *value = want(r, op->operands[0].value, repr, op);
    IrOp *zero = repr == REPR_F64 ? insert_f64(r, op, 0.0) : insert_i64(r, op, 0);
    op->operands = ARENA_ARRAY(r->function->arena, IrOperand, 2);
    op->operand_count = 2;
    op->operands[0].value = value;
    op->operands[1].value = zero;
    become(op, repr == REPR_F64 ? IR_F64_COMPARE : IR_I64_COMPARE, IR_TYPE_BOOL);
    op->condition = COND_NE;
}

static void rewrite_truth(Rewriter *r, IrOp *op) {
    const Fact *fact = fact_at(r, op, 0);
    if (fact->kinds == KINDS(BOOL)) {
        replace(r, op, want(r, op->operands[0].value, REPR_BOOL, op));
    } else if (fact->kinds == KINDS(FLOAT)) {
        become_not_zero(r, op, REPR_F64);
    } else if (fact_is_small(fact)) {
        become_not_zero(r, op, REPR_I64);
    } else {
        want_operand(r, op, 0, REPR_OBJ);
        if (fact->kinds == KINDS(INT))
            become_rt(op, RUNTIME_int_truth, IR_TYPE_BOOL);
    }
}

/* -- other runtime functions -- */

/* The representation of value operand `index` of a runtime function. */
static IrRepr runtime_repr(const IrOp *op, uint32_t index) {
    const RuntimeFacts *facts = &runtime_facts[op->runtime];
    uint32_t operand = 0;
    for (uint32_t i = 0; facts->params[i] != RUNTIME_ARG_NONE; i++) {
        if (facts->params[i] == RUNTIME_ARG_C || facts->params[i] == RUNTIME_ARG_SELF)
            continue;
        if (facts->params[i] == RUNTIME_ARG_A)
            return REPR_OBJ;
        if (operand++ == index)
            return facts->params[i] == RUNTIME_ARG_I   ? REPR_I64
                   : facts->params[i] == RUNTIME_ARG_F ? REPR_F64
                                                       : REPR_OBJ;
    }
    return REPR_OBJ;
}

static void rewrite_runtime(Rewriter *r, IrOp *op) {
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (op->operands[i].kind == OPERAND_VALUE)
            want_operand(r, op, i, runtime_repr(op, i));
}

/* An item by an index that is at hand as a machine int. */
static void rewrite_item(Rewriter *r, IrOp *op, RuntimeFunction by_index) {
    IrOp *key = current(r, op->operands[1].value);
    if (key->type.repr == REPR_I64 || key->opcode == IR_BOX_SMALL)
        op->runtime = by_index;
    rewrite_runtime(r, op);
}

/* A number that is computed needs no box to be stored; one that was read from an object keeps its
 * identity. */
static bool is_computed_float(const IrOp *value) {
    return value->type.repr == REPR_F64 &&
           !(value->opcode == IR_RT && value->runtime == RUNTIME_float_value);
}

static void rewrite_setattr(Rewriter *r, IrOp *op) {
    if (is_computed_float(current(r, op->operands[2].value)))
        op->runtime = RUNTIME_setattr_f64;
    rewrite_runtime(r, op);
}

static void rewrite_setitem(Rewriter *r, IrOp *op) {
    const IrOp *key = current(r, op->operands[1].value);
    bool is_index = key->type.repr == REPR_I64 || key->opcode == IR_BOX_SMALL ||
                    (is_number_constant(key, CONST_INT) && fact_is_small(fact_at(r, op, 1)));
    if (is_index && is_computed_float(current(r, op->operands[2].value))) {
        op->runtime = RUNTIME_setitem_f64;
        rewrite_runtime(r, op);
    } else {
        rewrite_item(r, op, RUNTIME_setitem_i64);
    }
}

/* Is the guess certain? */
static bool is_exact_number(const Fact *fact) {
    return fact->kinds == KINDS(FLOAT) || represent_is_exact_float(fact);
}

static void rewrite_is_number(Rewriter *r, IrOp *op) {
    const Fact *fact = fact_at(r, op, 0);
    bool holds =
        op->runtime == RUNTIME_is_float ? fact->kinds == KINDS(FLOAT) : is_exact_number(fact);
    if (!holds) {
        rewrite_runtime(r, op);
        return;
    }
    op->operand_count = 0;
    become(op, IR_CONST_BOOL, IR_TYPE_BOOL);
    op->integer = 1;
}

static void rewrite_number_value(Rewriter *r, IrOp *op) {
    if (is_exact_number(fact_at(r, op, 0)))
        replace(r, op, want(r, op->operands[0].value, REPR_F64, op));
    else
        rewrite_runtime(r, op);
}

static void rewrite_rt(Rewriter *r, IrOp *op) {
    IrCondition condition;
    Arithmetic arithmetic = arithmetic_of(op);
    ComparisonForm form = comparison_of(op, &condition);
    const Fact *first =
        op->operand_count && op->operands[0].kind == OPERAND_VALUE ? fact_at(r, op, 0) : NULL;
    if (arithmetic != ARITH_NONE)
        rewrite_arithmetic(r, op, arithmetic);
    else if (form != COMPARISON_NONE)
        rewrite_comparison(r, op, condition);
    else if (op->runtime == RUNTIME_truth)
        rewrite_truth(r, op);
    else if (op->runtime == RUNTIME_index && first->kinds == KINDS(INT))
        replace(r, op, current(r, op->operands[0].value));
    else if (op->runtime == RUNTIME_int_clamp && fact_is_small(first))
        replace(r, op, want(r, op->operands[0].value, REPR_I64, op));
    else if (op->runtime == RUNTIME_setattr)
        rewrite_setattr(r, op);
    else if (op->runtime == RUNTIME_is_number || op->runtime == RUNTIME_is_float)
        rewrite_is_number(r, op);
    else if (op->runtime == RUNTIME_number_value)
        rewrite_number_value(r, op);
    else if (op->runtime == RUNTIME_getitem)
        rewrite_item(r, op, RUNTIME_getitem_i64);
    else if (op->runtime == RUNTIME_setitem)
        rewrite_setitem(r, op);
    else
        rewrite_runtime(r, op);
}

/* -- all operators -- */

static void rewrite_get(IrOp *op) {
    if (op->local->type.repr == op->type.repr)
        return;
    op->type = op->local->type;
    op->checked = false;
    op->unwind = NULL;
}

static void rewrite_call(Rewriter *r, IrOp *op) {
    const IrFunction *target = op->function;
    want_operand(r, op, 0, REPR_OBJ);
    for (uint32_t i = 1; i < op->operand_count; i++)
        want_operand(r, op, i, target->locals.items[i - 1]->type.repr);
    if (op->opcode == IR_CALL && target->return_type.repr != REPR_OBJ)
        op->type = target->return_type;
}

/* The null test and the end mark never are what is held unboxed. */
static void rewrite_mark_test(Rewriter *r, IrOp *op) {
    if (current(r, op->operands[0].value)->type.repr == REPR_OBJ) {
        want_operand(r, op, 0, REPR_OBJ);
        return;
    }
    op->operand_count = 0;
    become(op, IR_CONST_BOOL, IR_TYPE_BOOL);
    op->integer = 0;
}

/* An unboxing of what is unboxed already. */
static void rewrite_unbox(Rewriter *r, IrOp *op) {
    IrOp *value = current(r, op->operands[0].value);
    if (value->type.repr == op->type.repr)
        replace(r, op, value);
    else
        want_operand(r, op, 0, REPR_OBJ);
}

/* The representation of the operands of operators that have only one. */
static IrRepr operand_repr(const IrOp *op) {
    switch (op->opcode) {
    case IR_BRANCH:
    case IR_BOX_BOOL:
    case IR_BOOL_TO_I64:
    case IR_BOOL_NOT:
        return REPR_BOOL;
    case IR_BOX_SMALL:
    case IR_I64_TO_F64:
    case IR_I64_COMPARE:
        return REPR_I64;
    case IR_F64_COMPARE:
        return REPR_F64;
    case IR_LOCAL_SET:
        return op->local->type.repr;
    default:
        if (op->type.repr == REPR_I64 || op->type.repr == REPR_F64)
            return op->type.repr;
        return REPR_OBJ;
    }
}

static void rewrite_op(Rewriter *r, IrOp *op) {
    switch (op->opcode) {
    case IR_RT:
        rewrite_rt(r, op);
        break;
    case IR_LOCAL_GET:
        rewrite_get(op);
        break;
    case IR_LOCAL_DEL:
        if (op->local->type.repr != REPR_OBJ)
            ir_remove(op);
        break;
    case IR_CALL:
    case IR_AWAIT_CALL:
        rewrite_call(r, op);
        break;
    case IR_RET:
        want_operand(r, op, 0, r->function->return_type.repr);
        break;
    case IR_IS_NULL:
    case IR_IS_STOP:
        rewrite_mark_test(r, op);
        break;
    case IR_UNBOX_SMALL:
    case IR_UNBOX_BOOL:
        rewrite_unbox(r, op);
        break;
    default:
        want_all(r, op, operand_repr(op));
    }
}

/* Blocks that are not reached have no facts. */
static void drop_unreached(IrFunction *function, const Cfg *cfg) {
    size_t kept = 0;
    for (size_t i = 0; i < function->blocks.count; i++)
        if (cfg_reaches(cfg, function->blocks.items[i]))
            function->blocks.items[kept++] = function->blocks.items[i];
    function->blocks.count = kept;
}

static void note_homes(Rewriter *r) {
    const Cfg *cfg = &r->facts->cfg;
    for (uint32_t i = 0; i < cfg->count; i++)
        for (const IrOp *op = cfg->order[i]->first; op; op = op->next)
            r->homes[op->id] = op->unwind;
}

static void represent_function(IrFunction *function, const Facts *facts) {
    Arena *scratch = arena_new();
    uint32_t count = function->next_id;
    Rewriter r = {.scratch = scratch,
                  .function = function,
                  .facts = facts,
                  .value_count = count,
                  .aliases = ARENA_ARRAY(scratch, IrOp *, count + 1),
                  .homes = ARENA_ARRAY(scratch, IrBlock *, count + 1),
                  .conversions = ARENA_ARRAY(scratch, Conversion, (count + 1) * REPR_COUNT)};
    represent_plan_locals(function, facts);
    drop_unreached(function, &facts->cfg);
    note_homes(&r);
    for (uint32_t i = 0; i < facts->cfg.count; i++) {
        r.place = i + 1;
        for (IrOp *op = facts->cfg.order[i]->first, *next; op; op = next) {
            next = op->next;
            rewrite_op(&r, op);
        }
    }
    arena_free(scratch);
}

static void each_function(const IrProgram *program, const ProgramFacts *facts,
                          void (*visit)(IrFunction *function, const Facts *facts)) {
    for (size_t i = 0; i < program->modules.count; i++) {
        const IrModule *module = program->modules.items[i];
        for (size_t k = 0; k < module->functions.count; k++)
            if (!module->functions.items[k]->is_virtual)
                visit(module->functions.items[k], facts_of(facts, module->functions.items[k]));
    }
}

void pass_represent(IrProgram *program) {
    Arena *arena = arena_new();
    const ProgramFacts *facts = facts_of_program(arena, program);
    each_function(program, facts, represent_plan_signature);
    each_function(program, facts, represent_function);
    arena_free(arena);
}
