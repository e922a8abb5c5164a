/*
 * pass_guard.c — guarded direct calls of methods and of classes. Which method `x.deposit(n)` calls
 * depends on x, but where one class of the program defines a method of that name, it is almost
 * always that one:
 *
 *   %1 = rt method_is %x, "deposit", @Account.deposit     cheap: the site's inline cache knows
 *   branch %1, direct, general
 *   direct:   %2 = call @Account.deposit null, %x, %n
 *   general:  %3 = rt call_method %x, "deposit", null, null, %n
 *
 * And `Account(n)` makes an instance of the class that the program calls so:
 *
 *   %1 = rt class_init %Account, @Account.__init__         the function, or 0 if it is another one
 *   %2 = is.null %1
 *   branch %2, general, direct
 *   direct:   %3 = rt instance_new %Account
 *             %4 = call @Account.__init__ null, %3, %n
 *             rt init_result %4
 *
 * Both results go to a hidden local that is read where the two ways join. The direct call passes
 * its arguments in registers and unboxed where infer finds their kinds, and LLVM may inline it;
 * `await x.f()` becomes a direct await. The guard makes every guess right, so the guess may be
 * rough: it goes by names alone, and a method or class that is wrapped by a decorator, or defined
 * more than once, is not taken.
 *
 * Needs: devirtualize before (it takes the calls that need no guard). Leaves nothing behind.
 */
#include "bind.h"
#include "pass.h"

#include "../rt/abi.h"

#include <string.h>

enum {
    OBJECT,
    NAME,
    KEYWORDS,
    FOUND,
    FIRST_ARG
}; /* the operands of call_method and await_method */

enum { CALLEE, NAMES, FIRST_OF_CALL }; /* the operands of call */

enum { CLASS, BODY, BASES }; /* the operands of build_class */

enum { FUNCTION_SIZE_MAX = 8000 }; /* operators; larger functions do not grow further */

/* What the program defines under a name: the only definition, or NULL. */
typedef struct Candidate {
    IrFunction *method;
    bool has_method;
    const IrOp *class; /* build_class */
    bool has_class;
} Candidate;

typedef struct Guard {
    IrProgram *program;
    Arena *scratch;
    VEC(Candidate) candidates; /* by Name.id */
    IrFunction *function;      /* the one being rewritten */
    uint32_t *uses;            /* by id */
    IrOp **joined;             /* by id of a guarded call: the read of its result behind the join */
    uint32_t count;            /* operators that were there before */
    bool defaults_are_known;
    const Name *init; /* "__init__"; NULL: the program has no such name */
} Guard;

/* -- candidates -- */

static bool is_plain(const IrFunction *function) {
    uint32_t others = FUNCTION_GENERATOR | FUNCTION_ASYNC_GENERATOR | FUNCTION_VARARGS |
                      FUNCTION_VARKEYWORDS | FUNCTION_CLASS_BODY;
    return !(function->flags & others);
}

static Candidate *candidate(Guard *g, const Name *name) {
    while (g->candidates.count <= name->id)
        VEC_PUSH(g->scratch, &g->candidates, (Candidate){0});
    return &g->candidates.items[name->id];
}

/* The function that `value` is a new object of, or NULL. */
static IrFunction *defined_function(const IrOp *value) {
    bool is_function = value->opcode == IR_RT && value->runtime == RUNTIME_function;
    return is_function ? value->operands[0].function : NULL;
}

static void note_method(Guard *g, const Name *name, const IrOp *value) {
    Candidate *method = candidate(g, name);
    IrFunction *function = defined_function(value);
    bool is_only = !method->has_method && function && is_plain(function) && !function->free_count;
    method->method = is_only ? function : NULL;
    method->has_method = true;
}

static void note_class(Guard *g, const Name *name, const IrOp *value) {
    Candidate *class = candidate(g, name);
    class->class = class->has_class ? NULL : value;
    class->has_class = true;
}

static void note_definition(Guard *g, const IrOp *op) {
    bool is_method = op->opcode == IR_RT && op->runtime == RUNTIME_ns_set;
    const IrOp *value = NULL;
    const Name *name = NULL;
    if (op->opcode == IR_GLOBAL_SET) {
        name = op->global->name;
        value = op->operands[0].value;
    } else if (op->opcode == IR_LOCAL_SET) {
        name = op->local->name;
        value = op->operands[0].value;
    } else if (is_method) {
        name = op->operands[1].name;
        value = op->operands[2].value;
    }
    if (!name)
        return;
    if (is_method)
        note_method(g, name, value);
    if (value->opcode == IR_RT && value->runtime == RUNTIME_build_class)
        note_class(g, name, value);
}

static void find_candidates(Guard *g, const IrModule *module) {
    for (size_t i = 0; i < module->functions.count; i++) {
        const IrFunction *function = module->functions.items[i];
        if (function->is_virtual)
            continue;
        for (size_t k = 0; k < function->blocks.count; k++)
            for (const IrOp *op = function->blocks.items[k]->first; op; op = op->next)
                note_definition(g, op);
    }
}

static const Candidate *known(const Guard *g, const Name *name) {
    return name && name->id < g->candidates.count ? &g->candidates.items[name->id] : NULL;
}

/* The variable that `value` is read from, or NULL. */
static const Name *variable(const IrOp *value) {
    if (value->opcode == IR_GLOBAL_GET)
        return value->global->name;
    return value->opcode == IR_LOCAL_GET ? value->local->name : NULL;
}

/* `__init__` in the body of the class, or NULL. */
static IrFunction *own_init(const Guard *g, const IrFunction *body) {
    for (size_t i = 0; i < body->blocks.count; i++)
        for (const IrOp *op = body->blocks.items[i]->first; op; op = op->next)
            if (op->opcode == IR_RT && op->runtime == RUNTIME_ns_set &&
                op->operands[1].name == g->init)
                return defined_function(op->operands[2].value);
    return NULL;
}

/* The `__init__` of the class that is probably in `variable`: its own, or one that it inherits from
 * the first of its bases. */
static IrFunction *init_of(const Guard *g, const Name *name) {
    enum { DEPTH_MAX = 16 };
    for (int depth = 0; depth < DEPTH_MAX; depth++) {
        const Candidate *class = known(g, name);
        if (!class || !class->class)
            return NULL;
        const IrFunction *body = defined_function(class->class->operands[BODY].value);
        IrFunction *init = body ? own_init(g, body) : NULL;
        const IrOp *bases = class->class->operands[BASES].value;
        if (init || bases->opcode != IR_RT || !bases->operand_count)
            return init;
        name = variable(bases->operands[0].value);
    }
    return NULL;
}

/* Is `op` probably a call of one function, with fitting arguments? */
static bool guess(Guard *g, const IrOp *op, BoundCall *call) {
    if (op->opcode != IR_RT)
        return false;
    CallArguments arguments = {.call = op, .defaults_are_known = g->defaults_are_known};
    IrFunction *function = NULL;
    bool is_await = op->runtime == RUNTIME_await_method;
    if (op->runtime == RUNTIME_call_method || is_await) {
        const Candidate *method = known(g, op->operands[NAME].name);
        function = method ? method->method : NULL;
        arguments.names = op->operands[KEYWORDS].value;
        arguments.first = FIRST_ARG;
    } else if (op->runtime == RUNTIME_call) {
        function = init_of(g, variable(op->operands[CALLEE].value));
        arguments.names = op->operands[NAMES].value;
        arguments.first = FIRST_OF_CALL;
    }
    return function && is_plain(function) && function->positional_count &&
           is_await == !!(function->flags & FUNCTION_COROUTINE) &&
           bind_call(g->scratch, call, function, 1, &arguments);
}

/* -- rewriting -- */

static IrOp *append(Guard *g, IrBlock *block, IrOpcode opcode, IrType type, uint32_t operands) {
    IrOp *op = ir_op_new(g->function, opcode, type, operands);
    ir_append(block, op);
    return op;
}

static void append_jump(Guard *g, IrBlock *block, IrBlock *target) {
    append(g, block, IR_BR, IR_TYPE_VOID, 0)->targets[0] = target;
}

static void store_result(Guard *g, IrBlock *block, IrLocal *local, IrOp *value) {
    if (!local)
        return;
    IrOp *set = append(g, block, IR_LOCAL_SET, IR_TYPE_VOID, 1);
    set->local = local;
    set->operands[0].value = value;
}

static IrOp *append_rt(Guard *g, IrBlock *block, RuntimeFunction runtime, IrType type, IrOp *first,
                       uint32_t operands) {
    IrOp *op = append(g, block, IR_RT, type, operands);
    op->runtime = runtime;
    op->operands[0].value = first;
    return op;
}

static void append_branch(Guard *g, IrBlock *block, IrOp *test, IrBlock *yes, IrBlock *no) {
    IrOp *branch = append(g, block, IR_BRANCH, IR_TYPE_VOID, 1);
    branch->operands[0].value = test;
    branch->targets[0] = yes;
    branch->targets[1] = no;
}

/* `made` fails where `op` does. */
static void fail_as(IrOp *made, const IrOp *op) {
    made->position = op->position;
    made->frame = op->frame;
    made->unwind = op->unwind;
}

static IrOp *append_call(Guard *g, IrBlock *block, const IrOp *op, IrOp *callee,
                         const BoundCall *binding) {
    IrFunction *target = binding->function;
    IrOpcode opcode = target->flags & FUNCTION_COROUTINE ? IR_AWAIT_CALL : IR_CALL;
    if (!target->free_count)
        callee = append(g, block, IR_NULL, IR_TYPE_OBJ, 0);
    IrOp *call = append(g, block, opcode, IR_TYPE_OBJ, target->param_count + 1);
    call->function = target;
    call->operands[0].value = callee;
    bind_operands(call, binding);
    fail_as(call, op);
    return call;
}

/* Makes the instance and enters `__init__`, which is `init`; answers the instance. */
static IrOp *append_construction(Guard *g, IrBlock *block, const IrOp *op, IrOp *init,
                                 const BoundCall *binding) {
    IrOp *self =
        append_rt(g, block, RUNTIME_instance_new, IR_TYPE_OBJ, op->operands[CALLEE].value, 1);
    fail_as(self, op);
    binding->values[0] = self;
    IrOp *result = append_call(g, block, op, init, binding);
    fail_as(append_rt(g, block, RUNTIME_init_result, IR_TYPE_VOID, result, 1), op);
    return self;
}

/* Appends the guard to `block` and the direct call to `direct`; answers its result. */
static IrOp *append_direct(Guard *g, IrBlock *block, IrBlock *direct, IrBlock *general,
                           const IrOp *op, const BoundCall *binding) {
    IrOperand target = {.kind = OPERAND_FUNCTION, .function = binding->function};
    if (op->runtime == RUNTIME_call) {
        IrOp *init =
            append_rt(g, block, RUNTIME_class_init, IR_TYPE_OBJ, op->operands[CALLEE].value, 2);
        init->operands[1] = target;
        IrOp *none = append(g, block, IR_IS_NULL, IR_TYPE_BOOL, 1);
        none->operands[0].value = init;
        append_branch(g, block, none, general, direct);
        return append_construction(g, direct, op, init, binding);
    }
    binding->values[0] = op->operands[OBJECT].value;
    IrOp *test = append_rt(g, block, RUNTIME_method_is, IR_TYPE_BOOL, binding->values[0], 3);
    test->operands[1] = op->operands[NAME];
    test->operands[2] = target;
    append_branch(g, block, test, direct, general);
    return append_call(g, direct, op, NULL, binding);
}

static void move_rest(IrOp *first, IrBlock *to) {
    for (IrOp *op = first, *next; op; op = next) {
        next = op->next;
        ir_remove(op);
        ir_append(to, op);
    }
}

/* Splits the block at `op`. */
static void guard_call(Guard *g, IrOp *op, const BoundCall *binding) {
    IrBlock *block = op->block, *direct = ir_block_new(g->function);
    IrBlock *general = ir_block_new(g->function), *join = ir_block_new(g->function);
    IrLocal *result = NULL;
    if (g->uses[op->id]) {
        result = ir_local_new(g->function, NULL, IR_TYPE_OBJ);
        result->is_hidden = true;
        g->joined[op->id] = append(g, join, IR_LOCAL_GET, IR_TYPE_OBJ, 0);
        g->joined[op->id]->local = result;
    }
    move_rest(op->next, join);
    ir_remove(op);
    store_result(g, direct, result, append_direct(g, block, direct, general, op, binding));
    append_jump(g, direct, join);
    ir_append(general, op);
    store_result(g, general, result, op);
    append_jump(g, general, join);
}

static void count_uses(Guard *g) {
    for (size_t i = 0; i < g->function->blocks.count; i++)
        for (const IrOp *op = g->function->blocks.items[i]->first; op; op = op->next)
            for (uint32_t k = 0; k < op->operand_count; k++)
                if (op->operands[k].kind == OPERAND_VALUE)
                    g->uses[op->operands[k].value->id]++;
}

/* Uses of a guarded call read its result behind the join; the store of the general way stays. */
static void redirect_uses(Guard *g) {
    for (size_t i = 0; i < g->function->blocks.count; i++)
        for (IrOp *op = g->function->blocks.items[i]->first; op; op = op->next)
            for (uint32_t k = 0; k < op->operand_count; k++) {
                IrOperand *operand = &op->operands[k];
                if (operand->kind != OPERAND_VALUE || operand->value->id >= g->count)
                    continue;
                IrOp *joined = g->joined[operand->value->id];
                if (joined && !(op->opcode == IR_LOCAL_SET && op->local == joined->local))
                    operand->value = joined;
            }
}

static void guard_function(Guard *g, IrFunction *function) {
    if (function->next_id > FUNCTION_SIZE_MAX)
        return;
    g->function = function;
    g->count = function->next_id;
    g->uses = ARENA_ARRAY(g->scratch, uint32_t, g->count + 1);
    g->joined = ARENA_ARRAY(g->scratch, IrOp *, g->count + 1);
    count_uses(g);
    size_t block_count = function->blocks.count;
    for (size_t i = 0; i < block_count; i++) {
        IrBlock *block = function->blocks.items[i];
        for (IrOp *op = block->first, *next; op; op = next) {
            next = op->next;
            BoundCall binding;
            if (guess(g, op, &binding))
                guard_call(g, op, &binding); /* `next` stands behind the join now */
        }
    }
    redirect_uses(g);
}

/* The modules of the program itself: the library's are compiled for size. */
void pass_guard(IrProgram *program) {
    if (ir_stores_attribute(program, "__code__"))
        return; /* a function's body is not for ever */
    Guard guard = {.program = program,
                   .scratch = arena_new(),
                   .init = name_known(program->names, "__init__", strlen("__init__")),
                   .defaults_are_known = !ir_stores_attribute(program, "__defaults__") &&
                                         !ir_stores_attribute(program, "__kwdefaults__")};
    for (size_t i = 0; i < program->modules.count; i++)
        if (!program->modules.items[i]->source->is_library)
            find_candidates(&guard, program->modules.items[i]);
    for (size_t i = 0; i < program->modules.count; i++) {
        IrModule *module = program->modules.items[i];
        for (size_t k = 0; !module->source->is_library && k < module->functions.count; k++)
            if (!module->functions.items[k]->is_virtual)
                guard_function(&guard, module->functions.items[k]);
    }
    arena_free(guard.scratch);
}
