/*
 * test_lower_ownership.c — the ownership pass against a machine that counts. Random functions with
 * branches, loops, handlers and every kind of operand are generated from fixed seeds, lowered by
 * the pass, and run along random paths on which operators fail at random. On every path no dead
 * object is touched, and at its end every reference but those of the caller is gone. Files of real
 * IR can be walked in the same way.
 */
#include "lower/pass.h"

#include "rt/abi.h"
#include "unit.h"

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
    IrGlobal *global;
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
    return m
        ->visible[m->visible_count - 1 - random_below(m->visible_count < 6 ? m->visible_count : 6)];
}

/* `x += y`, now and then with uses of the old value behind it. */
static void make_augmented(Maker *m, IrLocal *local, IrOp *other) {
    IrOp *left = emit_get(m, local);
    if (random_below(3) == 0)
        show(m, left);
    IrOp *values[] = {left, other};
    IrOp *sum = emit_rt(m, RUNTIME_iadd, IR_TYPE_OBJ, values, 2);
    if (random_below(4) == 0)
        show(m, sum);
    emit_set(m, local, sum);
}

static void make_operator(Maker *m) {
    IrOp *values[3] = {some_value(m), some_value(m), some_value(m)};
    uint32_t hidden = random_below(HIDDEN);
    IrLocal **locals = m->function->locals.items;
    switch (random_below(14)) {
    case 12:
    case 13:
        make_augmented(m, locals[random_below(PARAMS + NAMED)], values[0]);
        break;
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
        emit(m, IR_GLOBAL_SET, IR_TYPE_VOID, values, 1)->global = m->global;
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
    m.global = ARENA_NEW(module->program->arena, IrGlobal);
    *m.global = (IrGlobal){.name = name_cstr(module->program->names, "g"), .module = module};
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

/* -- the machine: follows the facts of operators, not what they compute -- */

enum { OBJECTS = 4000, STEPS = 1500, PATHS = 120, NOTHING = 0, IMMORTAL = 1 };

/* A reference from one object to another: the item of a tuple. */
typedef struct Held {
    int owner, index, object;
} Held;

typedef struct Machine {
    Arena *arena;
    const IrFunction *function;
    int counts[OBJECTS]; /* by object; NOTHING is the word 0 */
    int objects;
    VEC(Held) held;
    int *values; /* by op id; -1: not defined */
    int *locals;
    int pending, handled; /* exceptions, owned */
    uint32_t rarity;      /* one in so many operators that may fail does */
    const IrOp *op;
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

/* What an operator hands out: None, True and False are no objects. */
static int result_new(Machine *m, const IrOp *op) {
    bool is_immediate = op->type.kind == KIND_NONE || op->type.kind == KIND_BOOL;
    return is_immediate ? IMMORTAL : object_new(m);
}

static int incref(Machine *m, int object) {
    if (object > IMMORTAL && m->counts[object] <= 0)
        problem(m, "incref of a dead object");
    m->counts[object]++;
    return object;
}

static void decref(Machine *m, int object) {
    if (object <= IMMORTAL)
        return;
    if (m->counts[object] <= 0) {
        problem(m, "decref of a dead object");
        return;
    }
    if (--m->counts[object])
        return;
    for (size_t i = 0; i < m->held.count; i++)
        if (m->held.items[i].owner == object)
            decref(m, m->held.items[i].object);
}

/* Item `index` of tuple `owner`, made when it is first asked for. */
static int item_of(Machine *m, int owner, int index) {
    if (owner <= IMMORTAL)
        return IMMORTAL;
    for (size_t i = 0; i < m->held.count; i++)
        if (m->held.items[i].owner == owner && m->held.items[i].index == index)
            return m->held.items[i].object;
    Held held = {owner, index, object_new(m)};
    VEC_PUSH(m->arena, &m->held, held);
    return held.object;
}

static bool is_object(const IrOp *op, uint32_t index) {
    return op->operands[index].kind == OPERAND_VALUE &&
           op->operands[index].value->type.repr == REPR_OBJ;
}

/* Uses operand `index`. */
static int value_of(Machine *m, const IrOp *op, uint32_t index) {
    int object = m->values[op->operands[index].value->id];
    if (object < 0)
        problem(m, "use of a value that is not defined");
    else if (object > IMMORTAL && m->counts[object] <= 0)
        problem(m, "use of a dead object");
    return object < 0 ? NOTHING : object;
}

static void use_operands(Machine *m, const IrOp *op) {
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (is_object(op, i))
            value_of(m, op, i);
}

static void take_stolen(Machine *m, const IrOp *op) {
    for (uint32_t i = 0; i < op->operand_count; i++)
        if (is_object(op, i) && ir_operand_is_stolen(op, i))
            decref(m, value_of(m, op, i));
}

/* Fails at random, or always where that is a fact; what was pending before is forgotten. */
static bool fails(Machine *m, const IrOp *op) {
    if (!ir_can_fail(op) || (!ir_always_fails(op) && random_below(m->rarity)))
        return false;
    decref(m, m->pending);
    m->pending = object_new(m);
    return true;
}

/* The result of a runtime function by its facts; -1: nothing. */
static int runtime_result(Machine *m, const IrOp *op) {
    const RuntimeFacts *facts = &runtime_facts[op->runtime];
    if (op->type.repr == REPR_VOID)
        return -1;
    if (op->type.repr != REPR_OBJ)
        return (int)random_below(2);
    if (facts->result == RUNTIME_RESULT_MAYBE)
        return random_below(2) ? result_new(m, op) : NOTHING;
    if (facts->result != RUNTIME_RESULT_BORROWED)
        return random_below(4) ? result_new(m, op) : IMMORTAL;
    if (op->runtime == RUNTIME_handled)
        return m->handled;
    return op->operand_count == 2 ? item_of(m, value_of(m, op, 0), (int)op->operands[1].immediate)
                                  : IMMORTAL;
}

/* Runs a runtime function; false if it fails. */
static bool run_rt(Machine *m, const IrOp *op) {
    switch (op->runtime) {
    case RUNTIME_incref:
        incref(m, value_of(m, op, 0));
        return true;
    case RUNTIME_xdecref:
        decref(m, value_of(m, op, 0));
        return true;
    case RUNTIME_handler_enter:
        m->values[op->id] = m->handled;
        m->handled = m->pending;
        m->pending = NOTHING;
        return true;
    case RUNTIME_handler_leave:
        decref(m, m->handled);
        m->handled = value_of(m, op, 0);
        return true;
    default:
        use_operands(m, op);
        take_stolen(m, op);
        if (fails(m, op))
            return false;
        if (op->runtime == RUNTIME_iadd_moved ||
            op->runtime == RUNTIME_add_moved) /* it has succeeded: x's reference is its own */
            decref(m, value_of(m, op, 0));
        m->values[op->id] = runtime_result(m, op);
        return true;
    }
}

static bool run_get(Machine *m, const IrOp *op) {
    m->values[op->id] = m->locals[op->local->index];
    if (!op->checked || m->values[op->id])
        return true;
    decref(m, m->pending);
    m->pending = object_new(m);
    return false;
}

/* A value that is no new reference. */
static int plain_value(const IrOp *op) {
    if (op->opcode == IR_NULL)
        return NOTHING;
    return op->type.repr == REPR_OBJ ? IMMORTAL : (int)random_below(2);
}

/* Runs `op`; false if it fails. */
static bool run_op(Machine *m, const IrOp *op) {
    switch (op->opcode) {
    case IR_RT:
        return run_rt(m, op);
    case IR_LOCAL_GET:
        return run_get(m, op);
    case IR_LOCAL_SET:
        m->locals[op->local->index] = is_object(op, 0) ? value_of(m, op, 0) : 1;
        return true;
    case IR_LOCAL_DEL:
        if (op->checked && !run_get(m, op))
            return false;
        m->locals[op->local->index] = NOTHING;
        return true;
    default:
        use_operands(m, op);
        take_stolen(m, op);
        if (fails(m, op))
            return false;
        bool is_new = op->type.repr == REPR_OBJ && !ir_result_is_borrowed(op);
        m->values[op->id] = is_new ? result_new(m, op) : plain_value(op);
        return true;
    }
}

/* Walks a path; false if it cannot happen, or is too long to be of use. */
static bool run_path(Machine *m) {
    const IrOp *op = m->function->blocks.items[0]->first;
    for (int step = 0; step < STEPS && m->objects < OBJECTS - 2 && !m->problem; step++) {
        m->op = op;
        if (op->opcode == IR_UNREACHABLE)
            return false;
        bool good = run_op(m, op);
        if (op->opcode == IR_RET_FAIL && !m->pending)
            problem(m, "failed without an exception");
        if (op->opcode == IR_RET || op->opcode == IR_RET_FAIL)
            return true;
        const IrBlock *target = NULL;
        if (!good)
            target = op->unwind;
        else if (op->opcode == IR_BR || op->opcode == IR_BRANCH)
            target = op->targets[op->opcode == IR_BRANCH && random_below(2)];
        op = target ? target->first : op->next;
    }
    return m->problem != NULL;
}

/* The caller holds a reference to every argument; codegen gives a coroutine's body another. */
static void start(Machine *m, const IrFunction *function, int *values, int *locals) {
    *m = (Machine){
        .arena = m->arena, .function = function, .objects = 2, .values = values, .locals = locals};
    uint32_t like = FUNCTION_GENERATOR | FUNCTION_COROUTINE | FUNCTION_ASYNC_GENERATOR;
    for (uint32_t i = 0; i < function->next_id; i++)
        values[i] = -1;
    for (uint32_t i = 0; i < function->locals.count; i++) {
        locals[i] = i < function->param_count ? object_new(m) : NOTHING;
        if (i < function->param_count && (function->flags & like) &&
            function->locals.items[i]->type.repr == REPR_OBJ)
            incref(m, locals[i]);
    }
}

static void check_end(Machine *m) {
    decref(m, m->pending);
    if (m->handled)
        problem(m, "an exception is still being handled");
    for (int i = IMMORTAL + 1; i < m->objects && !m->problem; i++) {
        bool is_callers = i < 2 + (int)m->function->param_count;
        if (m->counts[i] != is_callers)
            problem(m, m->counts[i] > 0 ? "a reference is never dropped" : "dropped too often");
    }
}

static bool run_function(Arena *arena, const IrFunction *function) {
    static Machine machine;
    int *values = ARENA_ARRAY(arena, int, function->next_id + 1);
    int *locals = ARENA_ARRAY(arena, int, function->locals.count + 1);
    machine.arena = arena;
    for (int path = 0; path < PATHS; path++) {
        start(&machine, function, values, locals);
        machine.rarity = path % 3 == 0 ? 8 : path % 3 == 1 ? 40 : 300;
        if (run_path(&machine))
            check_end(&machine);
        if (machine.problem) {
            fprintf(stderr, "%s: %%%u in b%u: %s\n", function->symbol, machine.op->id,
                    machine.op->block->id, machine.problem);
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
    good = good && pass_verify(&program, "ownership") && run_function(arena, function);
    if (!good)
        fprintf(stderr, "seed %llu\n%s\n%s\n", (unsigned long long)seed, before.data,
                ir_print_function(arena, function).data);
    arena_free(arena);
    return good;
}

/* Runs the functions of a file that `pyasyncc --emit=ir` wrote. */
static bool check_file(const char *path) {
    Arena *arena = arena_new();
    VEC(char) text = {0};
    FILE *file = fopen(path, "rb");
    for (int byte; file && (byte = getc(file)) != EOF;)
        VEC_PUSH(arena, &text, (char)byte);
    VEC_PUSH(arena, &text, '\0');
    if (file)
        fclose(file);
    const char *error = "cannot be read";
    IrProgram *program = file ? ir_read(arena, text.items, &error) : NULL;
    bool good = program != NULL;
    if (!good)
        fprintf(stderr, "%s: %s\n", path, error);
    for (size_t i = 0; good && i < program->modules.count; i++) {
        const IrModule *module = program->modules.items[i];
        for (size_t k = 0; k < module->functions.count; k++)
            if (!module->functions.items[k]->is_virtual)
                good &= run_function(arena, module->functions.items[k]);
    }
    arena_free(arena);
    return good;
}

/* With arguments: files of IR behind the ownership pass, to be walked instead. */
int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++)
        CHECK(check_file(argv[i]));
    for (uint64_t seed = 1; argc == 1 && seed <= 1000 && !unit_failed; seed++)
        CHECK(check_seed(seed));
    return unit_done();
}
