/*
 * test_lower_ownership.c — the ownership pass against a machine that counts. Random functions with
 * branches, loops, handlers and every kind of operand are generated from fixed seeds, lowered by the
 * pass, and run along random paths on which operators fail at random. On every path no dead object
 * is touched, and at its end every reference but those of the caller is gone.
 */
#include "lower/pass.h"

#include "rt/abi.h"
#include "unit.h"

#include <stdlib.h>

/* -- random numbers: the same on every machine -- */

static uint64_t random_state;

static uint32_t random_below(uint32_t bound) {
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(random_state >> 33) % bound;
}

/* -- making functions -- */

enum { PARAMS = 3, NAMED = 3, HIDDEN = 4, VISIBLE = 64 };

typedef struct Maker {
    IrModule *module;
    IrFunction *function;
    IrBlock *block, *unwind;
    IrOp *visible[VISIBLE]; /* values that may be used here */
    uint32_t visible_count;
    bool is_set[HIDDEN]; /* hidden locals that may be read here */
    uint32_t depth;
} Maker;

static IrOp *emit(Maker *m, IrOpcode opcode, IrType type, IrOp **values, uint32_t count) {
    IrOp *op = ir_op_new(m->function, opcode, type, count);
    for (uint32_t i = 0; i < count; i++)
        op->operands[i] = (IrOperand){.kind = OPERAND_VALUE, .value = values[i]};
    ir_append(m->block, op);
    return op;
}

static IrOp *emit_rt(Maker *m, RuntimeFunction runtime, IrType type, IrOp **values,
                     uint32_t count) {
    IrOp *op = emit(m, IR_RT, type, values, count);
    op->runtime = runtime;
    if (runtime_facts[runtime].fail != RUNTIME_FAIL_NEVER)
        op->unwind = m->unwind;
    return op;
}

static void show(Maker *m, IrOp *op) {
    if (m->visible_count < VISIBLE)
        m->visible[m->visible_count++] = op;
    else
        m->visible[random_below(VISIBLE / 2) + VISIBLE / 2] = op;
}

static IrOp *emit_get(Maker *m, IrLocal *local) {
    IrOp *op = emit(m, IR_LOCAL_GET, local->type, NULL, 0);
    op->local = local;
    op->checked = !local->is_hidden;
    op->unwind = op->checked ? m->unwind : NULL;
    return op;
}

static void emit_set(Maker *m, IrLocal *local, IrOp *value) {
    emit(m, IR_LOCAL_SET, IR_TYPE_VOID, &value, 1)->local = local;
}

static IrOp *emit_constant(Maker *m) {
    AstLiteral literal = {.kind = CONST_STR, .text = {"text", 4}};
    IrOp *op = emit(m, IR_CONST_OBJ, IR_TYPE_OBJ, NULL, 0);
    op->constant = ir_constant(m->module, &literal);
    return op;
}

/* A value that may be used here; now and then a read of a variable or a constant. */
static IrOp *some_value(Maker *m) {
    uint32_t choice = random_below(8);
    if (choice == 0)
        return emit_constant(m);
    if (choice == 1)
        return emit_get(m, m->function->locals.items[random_below(PARAMS + NAMED)]);
    uint32_t hidden = random_below(HIDDEN);
    if (choice == 2 && m->is_set[hidden])
        return emit_get(m, m->function->locals.items[PARAMS + NAMED + hidden]);
    return m->visible[m->visible_count - 1 - random_below(m->visible_count < 6 ? m->visible_count : 6)];
}

static void make_operator(Maker *m) {
    IrOp *values[3] = {some_value(m), some_value(m), some_value(m)};
    uint32_t hidden = random_below(HIDDEN);
    IrLocal **locals = m->function->locals.items;
    switch (random_below(12)) {
    case 0:
    case 1:
        show(m, emit_rt(m, RUNTIME_add, IR_TYPE_OBJ, values, 2));
        break;
    case 2: {
        IrOp *tuple = emit_rt(m, RUNTIME_tuple, IR_TYPE_OBJ, values, 3);
        IrOp *item = ir_op_new(m->function, IR_RT, IR_TYPE_OBJ, 2);
        item->runtime = RUNTIME_tuple_item;
        item->operands[0] = (IrOperand){.kind = OPERAND_VALUE, .value = tuple};
        item->operands[1] = (IrOperand){.kind = OPERAND_IMMEDIATE, .immediate = random_below(3)};
        ir_append(m->block, item);
        show(m, tuple);
        show(m, item);
        break;
    }
    case 3:
    case 4:
        emit_set(m, locals[random_below(PARAMS + NAMED)], values[0]);
        break;
    case 5:
    case 6:
        emit_set(m, locals[PARAMS + NAMED + hidden], values[0]);
        m->is_set[hidden] = true;
        break;
    case 7: {
        IrOp *op = emit(m, IR_LOCAL_DEL, IR_TYPE_VOID, NULL, 0);
        op->local = locals[random_below(PARAMS + NAMED)];
        op->checked = random_below(2);
        op->unwind = op->checked ? m->unwind : NULL;
        break;
    }
    case 8:
        emit_rt(m, RUNTIME_handler_leave, IR_TYPE_VOID, values, 1);
        break;
    case 9:
        show(m, emit_rt(m, RUNTIME_cell_peek, IR_TYPE_OBJ, values, 1));
        break;
    case 10:
        if (m->function->flags & FUNCTION_GENERATOR) {
            IrOp *op = emit(m, IR_YIELD, IR_TYPE_OBJ, values, 1);
            op->unwind = m->unwind;
            show(m, op);
        }
        break;
    default:
        show(m, emit_get(m, locals[random_below(PARAMS + NAMED)]));
    }
}

static void make_statements(Maker *m);

static void jump(Maker *m, IrBlock *target) {
    emit(m, IR_BR, IR_TYPE_VOID, NULL, 0)->targets[0] = target;
}

static void branch(Maker *m, IrBlock *if_true, IrBlock *if_false) {
    IrOp *value = some_value(m);
    IrOp *truth = emit_rt(m, RUNTIME_truth, IR_TYPE_BOOL, &value, 1);
    IrOp *op = emit(m, IR_BRANCH, IR_TYPE_VOID, &truth, 1);
    op->targets[0] = if_true;
    op->targets[1] = if_false;
}

/* Statements in `block`; then on to `after`. What they make visible is forgotten. */
static void make_arm(Maker *m, IrBlock *block, IrBlock *after) {
    Maker saved = *m;
    m->block = block;
    make_statements(m);
    jump(m, after);
    saved.block = m->block;
    *m = saved;
}

static void make_if(Maker *m) {
    IrBlock *yes = ir_block_new(m->function), *no = ir_block_new(m->function);
    IrBlock *after = ir_block_new(m->function);
    branch(m, yes, no);
    make_arm(m, yes, after);
    make_arm(m, no, after);
    m->block = after;
}

static void make_loop(Maker *m) {
    IrBlock *head = ir_block_new(m->function), *body = ir_block_new(m->function);
    IrBlock *after = ir_block_new(m->function);
    jump(m, head);
    m->block = head;
    branch(m, body, after);
    make_arm(m, body, head);
    m->block = after;
}

static void make_try(Maker *m) {
    IrBlock *handler = ir_block_new(m->function), *after = ir_block_new(m->function);
    IrBlock *body = ir_block_new(m->function), *outer = m->unwind;
    jump(m, body);
    m->unwind = handler;
    make_arm(m, body, after);
    m->unwind = outer;
    make_arm(m, handler, after);
    m->block = after;
}

/* Leaves the function, which goes on in a block that is not reached. */
static void make_exit(Maker *m) {
    IrOp *value = some_value(m);
    if (random_below(3)) {
        emit(m, IR_RET, IR_TYPE_VOID, &value, 1);
    } else {
        IrOp *values[] = {value, value};
        emit_rt(m, RUNTIME_raise, IR_TYPE_VOID, values, 2);
        emit(m, IR_UNREACHABLE, IR_TYPE_VOID, NULL, 0);
    }
    m->block = ir_block_new(m->function);
}

static void make_statements(Maker *m) {
    m->depth++;
    for (uint32_t count = random_below(6); count-- > 0;) {
        uint32_t choice = random_below(10);
        if (choice == 0 && m->depth < 5)
            make_if(m);
        else if (choice == 1 && m->depth < 5)
            make_loop(m);
        else if (choice == 2 && m->depth < 5)
            make_try(m);
        else if (choice == 3 && m->depth > 1)
            make_exit(m);
        else
            make_operator(m);
    }
    m->depth--;
}

static void make_locals(Maker *m) {
    static const char *const names[] = {"p", "q", "r", "x", "y", "z"};
    Arena *arena = m->function->arena;
    m->function->param_count = PARAMS;
    m->function->params = ARENA_ARRAY(arena, const Name *, PARAMS);
    for (uint32_t i = 0; i < PARAMS + NAMED + HIDDEN; i++) {
        const Name *name =
            i < PARAMS + NAMED ? name_cstr(m->module->program->names, names[i]) : NULL;
        IrLocal *local = ir_local_new(m->function, name, IR_TYPE_OBJ);
        local->is_parameter = i < PARAMS;
        local->is_hidden = !name;
        if (local->is_parameter)
            m->function->params[i] = name;
    }
}

static IrFunction *make_function(IrModule *module) {
    Maker m = {.module = module, .function = ir_function_new(module, "py.f")};
    m.function->name = m.function->qualname = "f";
    m.function->flags = random_below(2) ? FUNCTION_GENERATOR : 0;
    make_locals(&m);
    m.block = ir_block_new(m.function);
    m.unwind = ir_block_new(m.function);
    emit_rt(&m, RUNTIME_stack_check, IR_TYPE_VOID, NULL, 0);
    show(&m, emit_constant(&m));
    make_statements(&m);
    make_statements(&m);
    IrOp *value = some_value(&m);
    emit(&m, IR_RET, IR_TYPE_VOID, &value, 1);
    m.block = m.unwind;
    emit(&m, IR_RET_FAIL, IR_TYPE_VOID, NULL, 0);
    return m.function;
}

/* -- the machine -- */

enum { OBJECTS = 4000, STEPS = 1500, IMMORTAL = 1 };

typedef struct Machine {
    const IrFunction *function;
    int counts[OBJECTS]; /* by object; object 0 is the word 0, object 1 is immortal */
    int items[OBJECTS][3]; /* of tuples */
    int objects;
    int *values; /* by op id; -1: not defined */
    int *locals;
    const char *problem;
} Machine;

static void problem(Machine *m, const char *what) {
    if (!m->problem)
        m->problem = what;
}

static int object_new(Machine *m) {
    m->counts[m->objects] = 1;
    return m->objects++;
}

static void incref(Machine *m, int object) {
    if (object > IMMORTAL && m->counts[object] <= 0)
        problem(m, "incref of a dead object");
    m->counts[object]++;
}

static void decref(Machine *m, int object) {
    if (object <= IMMORTAL)
        return;
    if (m->counts[object] <= 0)
        problem(m, "decref of a dead object");
    else if (!--m->counts[object])
        for (int i = 0; i < 3; i++)
            decref(m, m->items[object][i]);
}

static int value_of(Machine *m, const IrOp *op, uint32_t index) {
    int object = m->values[op->operands[index].value->id];
    if (object < 0)
        problem(m, "use of a value that is not defined");
    else if (object > IMMORTAL && m->counts[object] <= 0)
        problem(m, "use of a dead object");
    return object < 0 ? 0 : object;
}

/* Runs `op`; false if it fails. */
static bool run_rt(Machine *m, const IrOp *op) {
    int operands[3] = {0};
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (op->operands[i].kind == OPERAND_VALUE && op->operands[i].value->type.repr == REPR_OBJ)
            operands[i] = value_of(m, op, i);
    const RuntimeFacts *facts = &runtime_facts[op->runtime];
    if (op->runtime == RUNTIME_incref)
        incref(m, operands[0]);
    else if (op->runtime == RUNTIME_decref || op->runtime == RUNTIME_xdecref ||
             op->runtime == RUNTIME_handler_leave)
        decref(m, operands[0]);
    if (facts->fail == RUNTIME_FAIL_ALWAYS || (facts->fail && !random_below(8)))
        return false;
    int *result = &m->values[op->id];
    if (op->runtime == RUNTIME_tuple_item) {
        *result = m->items[operands[0]][op->operands[1].immediate];
    } else if (op->runtime == RUNTIME_truth) {
        *result = (int)random_below(2);
    } else if (op->runtime == RUNTIME_cell_peek && random_below(2)) {
        *result = 0;
    } else if (facts->result == RUNTIME_RESULT_OBJ || facts->result == RUNTIME_RESULT_MAYBE) {
        *result = object_new(m);
        for (uint32_t i = 0; op->runtime == RUNTIME_tuple && i < 3; i++) {
            incref(m, operands[i]);
            m->items[*result][i] = operands[i];
        }
    }
    return true;
}

static bool run_op(Machine *m, const IrOp *op) {
    switch (op->opcode) {
    case IR_CONST_OBJ:
        m->values[op->id] = IMMORTAL;
        return true;
    case IR_LOCAL_GET:
        m->values[op->id] = m->locals[op->local->index];
        return !op->checked || m->values[op->id];
    case IR_LOCAL_SET:
        m->locals[op->local->index] = value_of(m, op, 0);
        return true;
    case IR_LOCAL_DEL:
        if (op->checked)
            problem(m, "a checked local.del is left");
        m->locals[op->local->index] = 0;
        return true;
    case IR_YIELD:
        decref(m, value_of(m, op, 0));
        if (!random_below(8))
            return false;
        m->values[op->id] = object_new(m);
        return true;
    default:
        return run_rt(m, op);
    }
}

/* Where control goes from `op`, which has run with success if `good`; NULL: the next operator. */
static const IrBlock *next_block(Machine *m, const IrOp *op, bool good) {
    if (!good)
        return op->unwind;
    if (op->opcode == IR_BR)
        return op->targets[0];
    if (op->opcode == IR_BRANCH)
        return op->targets[m->values[op->operands[0].value->id] ? 0 : 1];
    return NULL;
}

/* Walks a path; false if it is too long to be of use. */
static bool run_path(Machine *m) {
    const IrOp *op = m->function->blocks.items[0]->first;
    for (int step = 0; step < STEPS && !m->problem; step++) {
        if (op->opcode == IR_RET)
            decref(m, value_of(m, op, 0));
        if (op->opcode == IR_RET || op->opcode == IR_RET_FAIL)
            return true;
        bool is_jump = op->opcode == IR_BR || op->opcode == IR_BRANCH;
        bool good = is_jump || run_op(m, op);
        const IrBlock *target = next_block(m, op, good);
        op = target ? target->first : op->next;
    }
    return m->problem != NULL;
}

static void start(Machine *m, const IrFunction *function, int *values, int *locals) {
    *m = (Machine){.function = function, .objects = 2, .values = values, .locals = locals};
    for (uint32_t i = 0; i < function->next_id; i++)
        values[i] = -1;
    for (uint32_t i = 0; i < function->locals.count; i++)
        locals[i] = i < PARAMS ? object_new(m) : 0;
    if (function->flags & FUNCTION_GENERATOR) /* codegen gives the body its own references */
        for (uint32_t i = 0; i < PARAMS; i++)
            incref(m, locals[i]);
}

static void check_end(Machine *m) {
    for (int i = 0; i < m->objects; i++) {
        if (m->problem)
            return;
        if (i > IMMORTAL && m->counts[i] != (i < 2 + PARAMS))
            problem(m, m->counts[i] > 0 ? "a reference is never dropped" : "dropped too often");
    }
}

static bool run_function(Arena *arena, const IrFunction *function, uint64_t seed) {
    static Machine machine;
    int *values = ARENA_ARRAY(arena, int, function->next_id + 1);
    int *locals = ARENA_ARRAY(arena, int, function->locals.count + 1);
    for (int path = 0; path < 30; path++) {
        start(&machine, function, values, locals);
        if (run_path(&machine))
            check_end(&machine);
        if (machine.problem) {
            fprintf(stderr, "seed %llu: %s\n", (unsigned long long)seed, machine.problem);
            return false;
        }
    }
    return true;
}

/* -- the tests -- */

static bool check_seed(uint64_t seed) {
    Arena *arena = arena_new();
    IrProgram program = {.arena = arena, .names = name_table_new(arena)};
    IrModule module = {.name = "__main__", .program = &program};
    VEC_PUSH(arena, &program.modules, &module);
    random_state = seed;
    IrFunction *function = make_function(&module);
    bool good = pass_verify(&program, "make");
    Str before = ir_print_function(arena, function);
    pass_prune(function);
    if (random_below(2))
        pass_assigned(function);
    if (random_below(2))
        pass_dce(function);
    pass_ownership(function);
    good = good && pass_verify(&program, "ownership") && run_function(arena, function, seed);
    if (!good)
        fprintf(stderr, "%s\n%s\n", before.data, ir_print_function(arena, function).data);
    arena_free(arena);
    return good;
}

int main(int argc, char **argv) {
    uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    uint64_t count = argc > 2 ? strtoull(argv[2], NULL, 10) : 1000;
    for (uint64_t seed = first; seed < first + count && unit_failed < 1; seed++)
        CHECK(check_seed(seed));
    return unit_done();
}
