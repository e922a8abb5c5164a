/*
 * guess.c — guesses about numbers, flow-insensitive and over the whole program (see guess.h).
 */
#include "guess.h"

#include "facts.h"

#include "../rt/abi.h"

#include <string.h>

typedef struct Guesser {
    Guesses *guesses;
    IrFunction *function;
    FunctionGuesses *own; /* those of `function` */
} Guesser;

/* -- what is known -- */

static bool is_guessed(const IrFunction *function) {
    return !function->module->source->is_library && !function->is_virtual;
}

static FunctionGuesses *guesses_in(const Guesses *guesses, const IrFunction *function) {
    return &guesses->functions[function->module->index][function->index];
}

const FunctionGuesses *guesses_of(const Guesses *guesses, const IrFunction *function) {
    return guesses_in(guesses, function);
}

Guess guess_attribute(const Guesses *guesses, const Name *name) {
    return name->id < guesses->attributes.count ? guesses->attributes.items[name->id]
                                                : GUESS_NOTHING;
}

static void join(Guesser *g, Guess *into, Guess guess) {
    if (guess > *into) {
        *into = guess;
        g->guesses->changed = true;
    }
}

static void join_attribute(Guesser *g, const Name *name, Guess guess) {
    Guesses *guesses = g->guesses;
    while (guesses->attributes.count <= name->id)
        VEC_PUSH(guesses->arena, &guesses->attributes, GUESS_NOTHING);
    join(g, &guesses->attributes.items[name->id], guess);
}

static Guess guess_of(const Guesser *g, const IrOp *value) {
    return g->own->values[value->id];
}

/* -- values -- */

static Guess guess_constant(const IrConstant *constant) {
    if (constant->is_tuple || constant->is_frozenset)
        return GUESS_OTHER;
    switch (constant->value.kind) {
    case CONST_FLOAT:
        return GUESS_FLOAT;
    case CONST_INT:
    case CONST_BIGINT:
        return GUESS_INT;
    default:
        return GUESS_OTHER;
    }
}

static Guess guess_arithmetic(const Guesser *g, const IrOp *op, Arithmetic arithmetic) {
    Guess left = guess_of(g, op->operands[0].value);
    Guess right = guess_of(g, op->operands[op->operand_count - 1].value);
    Guess both = left > right ? left : right;
    return arithmetic == ARITH_TRUEDIV && both == GUESS_INT ? GUESS_FLOAT : both;
}

/* Functions of the library whose name says that they give a float. */
static bool gives_float(const Name *name) {
    static const char *const names[] = {
        "sqrt",    "sin",   "cos",     "tan",     "exp",   "log",       "log2",        "log10",
        "atan",    "atan2", "asin",    "acos",    "hypot", "dist",      "fsum",        "random",
        "uniform", "gauss", "degrees", "radians", "time",  "monotonic", "perf_counter"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(name->text, names[i]))
            return true;
    return false;
}

static Guess guess_builtin(const Guesser *g, const IrOp *call) {
    Guess all = GUESS_NOTHING;
    switch (call->operands[0].value->operands[0].immediate) {
    case BUILTIN_float:
        return GUESS_FLOAT;
    case BUILTIN_int:
    case BUILTIN_len:
    case BUILTIN_round:
    case BUILTIN_ord:
        return GUESS_INT;
    case BUILTIN_abs:
    case BUILTIN_min:
    case BUILTIN_max:
        for (uint32_t i = 2; i < call->operand_count; i++)
            if (guess_of(g, call->operands[i].value) > all)
                all = guess_of(g, call->operands[i].value);
        return all;
    default:
        return GUESS_NOTHING;
    }
}

/* -- calls -- */

static void pass_arguments(Guesser *g, IrFunction *target, uint32_t parameter, const IrOp *call,
                           uint32_t first, uint32_t end) {
    if (!is_guessed(target))
        return;
    FunctionGuesses *guesses = guesses_in(g->guesses, target);
    for (uint32_t i = first; i < end && parameter < target->param_count; i++)
        join(g, &guesses->locals[parameter++], guess_of(g, call->operands[i].value));
}

static IrFunction *init_of(const Guesses *guesses, const IrClass *cls) {
    for (size_t i = 0; i < guesses->classes.count; i++)
        if (guesses->classes.items[i] == cls)
            return guesses->inits.items[i];
    return NULL;
}

static Guess guess_call(Guesser *g, const IrOp *op) {
    const IrOp *callee = op->operands[0].value, *names = op->operands[1].value;
    if (callee->opcode == IR_RT && callee->runtime == RUNTIME_builtin)
        return guess_builtin(g, op);
    if (callee->opcode != IR_GLOBAL_GET)
        return GUESS_NOTHING;
    if (!callee->global->cls)
        return gives_float(callee->global->name) ? GUESS_FLOAT : GUESS_NOTHING;
    IrFunction *init = init_of(g->guesses, callee->global->cls);
    uint32_t keywords = names->opcode == IR_CONST_OBJ ? names->constant->item_count : 0;
    if (init)
        pass_arguments(g, init, 1, op, 2, op->operand_count - keywords);
    return GUESS_OTHER;
}

static Guess guess_direct(Guesser *g, const IrOp *op) {
    pass_arguments(g, op->function, 0, op, 1, op->operand_count);
    uint32_t lazy = FUNCTION_GENERATOR | FUNCTION_COROUTINE | FUNCTION_ASYNC_GENERATOR;
    if (op->opcode == IR_CALL && op->function->flags & lazy)
        return GUESS_OTHER;
    return is_guessed(op->function) ? guesses_of(g->guesses, op->function)->returned
                                    : GUESS_NOTHING;
}

/* `name: float` in the body of a class. */
static void note_annotation(Guesser *g, const IrOp *op) {
    const IrOp *key = op->operands[1].value, *annotation = op->operands[2].value;
    if (!(g->function->flags & FUNCTION_CLASS_BODY) || key->opcode != IR_CONST_OBJ ||
        key->constant->value.kind != CONST_STR || annotation->opcode != IR_RT ||
        annotation->runtime != RUNTIME_builtin ||
        annotation->operands[0].immediate != BUILTIN_float)
        return;
    Str text = key->constant->value.text;
    join_attribute(g, name_intern(g->function->module->program->names, text.data, text.size),
                   GUESS_FLOAT);
}

/* -- operators -- */

static Guess guess_runtime(Guesser *g, const IrOp *op) {
    Arithmetic arithmetic = arithmetic_of(op);
    if (arithmetic != ARITH_NONE)
        return guess_arithmetic(g, op, arithmetic);
    switch (op->runtime) {
    case RUNTIME_getattr:
        return guess_attribute(g->guesses, op->operands[1].name);
    case RUNTIME_setattr:
        join_attribute(g, op->operands[1].name, guess_of(g, op->operands[2].value));
        return GUESS_NOTHING;
    case RUNTIME_dict_set:
        note_annotation(g, op);
        return GUESS_NOTHING;
    case RUNTIME_call:
        return guess_call(g, op);
    case RUNTIME_call_method:
        return gives_float(op->operands[1].name) ? GUESS_FLOAT : GUESS_NOTHING;
    case RUNTIME_index:
        return GUESS_INT;
    case RUNTIME_tuple:
    case RUNTIME_list:
    case RUNTIME_set:
    case RUNTIME_dict:
    case RUNTIME_concat:
        return GUESS_OTHER;
    default:
        return GUESS_NOTHING;
    }
}

static Guess guess_op(Guesser *g, const IrOp *op) {
    switch (op->opcode) {
    case IR_CONST_OBJ:
        return guess_constant(op->constant);
    case IR_LOCAL_GET:
        return g->own->locals[op->local->index];
    case IR_LOCAL_SET:
        join(g, &g->own->locals[op->local->index], guess_of(g, op->operands[0].value));
        return GUESS_NOTHING;
    case IR_CALL:
    case IR_AWAIT_CALL:
        return guess_direct(g, op);
    case IR_RET:
        join(g, &g->own->returned, guess_of(g, op->operands[0].value));
        return GUESS_NOTHING;
    case IR_RT:
        return guess_runtime(g, op);
    case IR_BOX_SMALL:
        return GUESS_INT;
    default:
        return op->type.repr == REPR_F64   ? GUESS_FLOAT
               : op->type.repr == REPR_I64 ? GUESS_INT
                                           : GUESS_NOTHING;
    }
}

static void guess_function(Guesses *guesses, IrFunction *function) {
    Guesser g = {guesses, function, guesses_in(guesses, function)};
    for (size_t i = 0; i < function->blocks.count; i++)
        for (const IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            join(&g, &g.own->values[op->id], guess_op(&g, op));
}

/* -- the program -- */

static void note_init(Guesses *guesses, const IrClass *cls, const IrFunction *body) {
    for (size_t i = 0; i < body->blocks.count; i++)
        for (const IrOp *op = body->blocks.items[i]->first; op; op = op->next) {
            if (op->opcode != IR_RT || op->runtime != RUNTIME_ns_set ||
                strcmp(op->operands[1].name->text, "__init__"))
                continue;
            const IrOp *value = op->operands[2].value;
            if (value->opcode != IR_RT || value->runtime != RUNTIME_function)
                continue;
            VEC_PUSH(guesses->arena, &guesses->inits, value->operands[0].function);
            VEC_PUSH(guesses->arena, &guesses->classes, cls);
        }
}

static void find_inits(Guesses *guesses, const IrModule *module) {
    for (size_t i = 0; i < module->functions.count; i++) {
        const IrFunction *body = module->functions.items[i];
        if (!(body->flags & FUNCTION_CLASS_BODY) || body->is_virtual)
            continue;
        for (size_t k = 0; k < module->classes.count; k++)
            if (!strcmp(module->classes.items[k]->qualname, body->qualname))
                note_init(guesses, module->classes.items[k], body);
    }
}

static void add_module(Guesses *guesses, const IrModule *module) {
    size_t count = module->functions.count;
    FunctionGuesses *functions = ARENA_ARRAY(guesses->arena, FunctionGuesses, count + 1);
    guesses->functions[module->index] = functions;
    for (size_t i = 0; i < count; i++) {
        const IrFunction *function = module->functions.items[i];
        functions[i].values = ARENA_ARRAY(guesses->arena, Guess, function->next_id + 1);
        functions[i].locals = ARENA_ARRAY(guesses->arena, Guess, function->locals.count + 1);
    }
    find_inits(guesses, module);
}

Guesses *guesses_of_program(Arena *arena, const IrProgram *program) {
    Guesses *guesses = ARENA_NEW(arena, Guesses);
    *guesses =
        (Guesses){.arena = arena,
                  .functions = ARENA_ARRAY(arena, FunctionGuesses *, program->modules.count + 1),
                  .changed = true};
    for (size_t i = 0; i < program->modules.count; i++)
        if (!program->modules.items[i]->source->is_library)
            add_module(guesses, program->modules.items[i]);
    while (guesses->changed) {
        guesses->changed = false;
        for (size_t i = 0; i < program->modules.count; i++) {
            const IrModule *module = program->modules.items[i];
            for (size_t k = 0; k < module->functions.count; k++)
                if (is_guessed(module->functions.items[k]))
                    guess_function(guesses, module->functions.items[k]);
        }
    }
    return guesses;
}
