/*
 * pass_devirtualize.c — direct calls: a call whose callee is certainly one known function becomes a
 * call of its body, with the arguments bound to the parameters here instead of at run time.
 *
 * The callee is known if it is read from a final global that a `def` binds, or from a local whose
 * only assignment is such a definition, or is the definition itself. Reading the variable stays: it
 * raises where the name is not bound yet. A call that would fail to bind is left to the runtime,
 * which knows the message; so is one of a function with *args or **kwargs, or that needs a default
 * which is no constant.
 *
 * Needs: nothing. Leaves reads of callees unused where the function closes over nothing.
 */
#include "bind.h"
#include "pass.h"

#include "../rt/abi.h"

typedef struct Devirtualizer {
    Arena *scratch;
    const IrFunction *function;
    IrOp **only_set; /* by local index: the only local.set, or NULL */
    uint32_t *sets;  /* by local index: number of them */
    bool defaults_are_known;
} Devirtualizer;

/* -- which function is called -- */

static void count_sets(Devirtualizer *d) {
    size_t count = d->function->locals.count + 1;
    d->only_set = ARENA_ARRAY(d->scratch, IrOp *, count);
    d->sets = ARENA_ARRAY(d->scratch, uint32_t, count);
    for (size_t i = 0; i < d->function->blocks.count; i++)
        for (IrOp *op = d->function->blocks.items[i]->first; op; op = op->next)
            if (op->opcode == IR_LOCAL_SET) {
                d->only_set[op->local->index] = op;
                d->sets[op->local->index]++;
            }
}

static IrFunction *known_function(const Devirtualizer *d, const IrOp *callee) {
    if (callee->opcode == IR_LOCAL_GET && !callee->local->is_parameter &&
        d->sets[callee->local->index] == 1)
        callee = d->only_set[callee->local->index]->operands[0].value;
    if (callee->opcode == IR_GLOBAL_GET)
        return callee->global->is_final ? callee->global->function : NULL;
    if (callee->opcode == IR_RT && callee->runtime == RUNTIME_function)
        return callee->operands[0].function;
    return NULL;
}

/* -- rewriting -- */

/* `await f(...)` of a function that is not `async def`: the call, then the await. */
static IrOp *split_await(IrFunction *caller, IrOp *op) {
    IrOp *call = ir_op_new(caller, IR_CALL, IR_TYPE_OBJ, 0);
    call->position = op->awaited_position;
    call->frame = op->frame;
    call->unwind = op->unwind;
    ir_insert_before(op, call);
    op->runtime = RUNTIME_await;
    op->operands[0].value = call;
    op->operand_count = 1;
    return call;
}

static void call_directly(IrFunction *caller, IrOp *op, const BoundCall *binding,
                          IrFunction *target) {
    IrOp *callee = op->operands[0].value;
    if (!target->free_count) {
        callee = ir_op_new(caller, IR_NULL, IR_TYPE_OBJ, 0);
        ir_insert_before(op, callee);
    }
    if (op->runtime == RUNTIME_call)
        op->opcode = IR_CALL;
    else if (target->flags & FUNCTION_COROUTINE)
        op->opcode = IR_AWAIT_CALL;
    else
        op = split_await(caller, op);
    op->function = target;
    op->operand_count = target->param_count + 1;
    op->operands = ARENA_ARRAY(caller->arena, IrOperand, op->operand_count);
    op->operands[0].value = callee;
    bind_operands(op, binding);
}

static void devirtualize_call(Devirtualizer *d, IrFunction *caller, IrOp *op) {
    IrFunction *target = known_function(d, op->operands[0].value);
    if (!target)
        return;
    BoundCall binding;
    CallArguments arguments = {op, op->operands[1].value, 2, d->defaults_are_known};
    if (bind_call(d->scratch, &binding, target, 0, &arguments))
        call_directly(caller, op, &binding, target);
}

static void devirtualize_function(IrFunction *function, bool defaults_are_known) {
    Arena *scratch = arena_new();
    Devirtualizer d = {
        .scratch = scratch, .function = function, .defaults_are_known = defaults_are_known};
    count_sets(&d);
    for (size_t i = 0; i < function->blocks.count; i++)
        for (IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            if (op->opcode == IR_RT &&
                (op->runtime == RUNTIME_call || op->runtime == RUNTIME_await_call))
                devirtualize_call(&d, function, op);
    arena_free(scratch);
}

/* -- the program -- */

void pass_devirtualize(IrProgram *program) {
    if (ir_stores_attribute(program, "__code__"))
        return;
    bool defaults_are_known = !ir_stores_attribute(program, "__defaults__") &&
                              !ir_stores_attribute(program, "__kwdefaults__");
    for (size_t i = 0; i < program->modules.count; i++) {
        IrModule *module = program->modules.items[i];
        for (size_t k = 0; k < module->functions.count; k++)
            if (!module->functions.items[k]->is_virtual)
                devirtualize_function(module->functions.items[k], defaults_are_known);
    }
}
