/*
 * facts_program.c — facts across functions: what each function returns and what each final global
 * is bound to, found together with the facts inside the functions (see facts.h).
 *
 * It starts from "nothing returns, nothing is bound" and interprets functions until no result
 * grows; a function is interpreted again when a result or global it uses has grown.
 */
#include "facts.h"

#include "../rt/abi.h"

#include <string.h>

/* A function in the solution. */
typedef struct FunctionState {
    IrFunction *function;
    Facts *facts;
    Fact result;
    uint32_t growths;
    bool is_stale;
    VEC(struct FunctionState *) callers;
} FunctionState;

typedef struct GlobalState {
    Fact fact;
    bool is_known; /* reads give what was stored, or raise */
    VEC(FunctionState *) readers;
} GlobalState;

typedef struct ModuleState {
    FunctionState *functions; /* by IrFunction.index */
    GlobalState *globals;     /* by IrGlobal.index */
} ModuleState;

struct ProgramFacts {
    Arena *arena;
    const IrProgram *program;
    ModuleState *modules; /* by IrModule.index */
};

enum { WIDEN_AFTER = 3 }; /* growths of one result */

static FunctionState *state_of(const ProgramFacts *facts, const IrFunction *function) {
    return &facts->modules[function->module->index].functions[function->index];
}

static GlobalState *global_state(const ProgramFacts *facts, const IrGlobal *global) {
    return &facts->modules[global->module->index].globals[global->index];
}

const Facts *facts_of(const ProgramFacts *facts, const IrFunction *function) {
    return state_of(facts, function)->facts;
}

Fact facts_result(const ProgramFacts *facts, const IrFunction *function) {
    return state_of(facts, function)->result;
}

Fact facts_global(const ProgramFacts *facts, const IrGlobal *global) {
    const GlobalState *state = global_state(facts, global);
    return state->is_known ? state->fact : FACT_ANY;
}

/* -- preparation -- */

static bool is_builtin_name(const Name *name) {
    static const char *const names[] = {
#define BUILTIN(name) #name,
#include "../rt/builtins.def"
#undef BUILTIN
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(names[i], name->text))
            return true;
    return false;
}

static void note_uses(ProgramFacts *facts, FunctionState *state) {
    const IrFunction *function = state->function;
    for (size_t i = 0; i < function->blocks.count; i++) {
        for (const IrOp *op = function->blocks.items[i]->first; op; op = op->next) {
            if (op->opcode == IR_CALL || op->opcode == IR_AWAIT_CALL)
                VEC_PUSH(facts->arena, &state_of(facts, op->function)->callers, state);
            else if (op->opcode == IR_GLOBAL_GET)
                VEC_PUSH(facts->arena, &global_state(facts, op->global)->readers, state);
        }
    }
}

/* An unbound global may be a built-in of the same name; the others raise NameError. */
static void add_module(ProgramFacts *facts, IrModule *module) {
    ModuleState *state = &facts->modules[module->index];
    state->functions = ARENA_ARRAY(facts->arena, FunctionState, module->functions.count + 1);
    state->globals = ARENA_ARRAY(facts->arena, GlobalState, module->globals.count + 1);
    for (size_t i = 0; i < module->functions.count; i++)
        state->functions[i] = (FunctionState){.function = module->functions.items[i],
                                              .result = FACT_NONE,
                                              .is_stale = !module->functions.items[i]->is_virtual};
    for (size_t i = 0; i < module->globals.count; i++) {
        const IrGlobal *global = module->globals.items[i];
        state->globals[i] = (GlobalState){
            .fact = FACT_NONE, .is_known = global->is_final && !is_builtin_name(global->name)};
    }
}

/* -- solving -- */

static void mark_callers(FunctionState *state) {
    for (size_t i = 0; i < state->callers.count; i++)
        state->callers.items[i]->is_stale = true;
}

static void store_globals(ProgramFacts *facts, const FunctionState *state) {
    const Cfg *cfg = &state->facts->cfg;
    for (uint32_t i = 0; i < cfg->count; i++) {
        for (const IrOp *op = cfg->order[i]->first; op; op = op->next) {
            if (op->opcode != IR_GLOBAL_SET)
                continue;
            GlobalState *global = global_state(facts, op->global);
            Fact fact = state->facts->values[op->operands[0].value->id];
            if (!fact_join(&global->fact, &fact, false) || !global->is_known)
                continue;
            for (size_t k = 0; k < global->readers.count; k++)
                global->readers.items[k]->is_stale = true;
        }
    }
}

static void solve_function(ProgramFacts *facts, FunctionState *state) {
    state->is_stale = false;
    state->facts = facts_interpret(facts->arena, facts, state->function);
    store_globals(facts, state);
    if (fact_join(&state->result, &state->facts->returned, ++state->growths > WIDEN_AFTER))
        mark_callers(state);
}

/* One round over the stale functions; answers whether there were any. */
static bool solve_round(ProgramFacts *facts) {
    bool any = false;
    for (size_t i = 0; i < facts->program->modules.count; i++) {
        const IrModule *module = facts->program->modules.items[i];
        FunctionState *states = facts->modules[module->index].functions;
        for (size_t k = module->functions.count; k-- > 0;) {
            if (!states[k].is_stale)
                continue;
            solve_function(facts, &states[k]);
            any = true;
        }
    }
    return any;
}

ProgramFacts *facts_of_program(Arena *arena, IrProgram *program) {
    ProgramFacts *facts = ARENA_NEW(arena, ProgramFacts);
    *facts = (ProgramFacts){.arena = arena,
                            .program = program,
                            .modules = ARENA_ARRAY(arena, ModuleState, program->modules.count + 1)};
    for (size_t i = 0; i < program->modules.count; i++)
        add_module(facts, program->modules.items[i]);
    for (size_t i = 0; i < program->modules.count; i++) {
        const IrModule *module = program->modules.items[i];
        for (size_t k = 0; k < module->functions.count; k++)
            note_uses(facts, &facts->modules[module->index].functions[k]);
    }
    while (solve_round(facts))
        continue;
    return facts;
}
