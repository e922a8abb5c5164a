/*
 * pass_reachable.c — drops functions and classes of the runtime's Python modules (rt/pylib) that
 * the program cannot reach.
 *
 * Only definitions in library modules are candidates: an undecorated def or class whose object goes
 * straight into a module variable, or a method that goes straight into its class. Such a definition
 * is kept when a function that is kept reads the variable, mentions its name as an attribute, in an
 * import or in a string, or when it is a special name, or one that the runtime looks up by itself.
 * Everything else, the user's own modules included, is always kept. What is left of the names of a
 * kept function follows from its body, so this is a fixed point over the bodies.
 */
#include "pass.h"

#include <string.h>

#include "../rt/abi.h"

/* A definition that may be dropped. */
typedef struct Candidate {
    IrOp *value;  /* rt function or rt build_class */
    IrOp *setter; /* global.set, or rt ns_set */
    const Name *name;
    IrFunction *function; /* the function, or the body of the class */
    IrOp *body;           /* of a class: the operator that makes the body's function object */
    bool is_kept;
} Candidate;

typedef struct Reach {
    IrProgram *program;
    VEC(bool) names;        /* by Name.id: mentioned by what is kept */
    VEC(IrFunction *) work; /* kept, not looked at yet */
    VEC(Candidate *) candidates;
    bool **modules; /* by module and function index: kept */
    bool has_star_import;
} Reach;

/* -- marks -- */

static void mention(Reach *reach, const Name *name) {
    while (reach->names.count <= name->id)
        VEC_PUSH(reach->program->arena, &reach->names, false);
    reach->names.items[name->id] = true;
}

static void mention_text(Reach *reach, const char *text, size_t size) {
    mention(reach, name_intern(reach->program->names, text, size));
}

/* Every part of a dotted name. */
static void mention_dotted(Reach *reach, const Name *name) {
    const char *start = name->text;
    for (const char *end = start;; end++) {
        if (*end && *end != '.')
            continue;
        mention_text(reach, start, (size_t)(end - start));
        if (!*end)
            return;
        start = end + 1;
    }
}

static bool is_mentioned(const Reach *reach, const Name *name) {
    return name->id < reach->names.count && reach->names.items[name->id];
}

static bool is_special(const Name *name) {
    return name->size > 4 && !strncmp(name->text, "__", 2) &&
           !strcmp(name->text + name->size - 2, "__");
}

static void keep_function(Reach *reach, IrFunction *function) {
    bool *kept = &reach->modules[function->module->index][function->index];
    if (*kept)
        return;
    *kept = true;
    VEC_PUSH(reach->program->arena, &reach->work, function);
}

/* -- what one function mentions -- */

enum { LONGEST_NAME = 64 };

/* Strings may be given to getattr(). */
static void mention_constant(Reach *reach, const IrConstant *constant) {
    for (uint32_t i = 0; i < constant->item_count; i++)
        mention_constant(reach, constant->items[i]);
    const AstLiteral *value = &constant->value;
    if (!constant->is_tuple && !constant->is_frozenset && !constant->is_name &&
        value->kind == CONST_STR && value->text.size && value->text.size <= LONGEST_NAME)
        mention_dotted(reach,
                       name_intern(reach->program->names, value->text.data, value->text.size));
}

/* The only operator that uses each value, by id; NULL: none, or several. */
typedef struct Uses {
    IrOp **only;
    uint32_t *count;
} Uses;

static Uses find_uses(Arena *arena, const IrFunction *function) {
    Uses uses = {.only = ARENA_ARRAY(arena, IrOp *, function->next_id),
                 .count = ARENA_ARRAY(arena, uint32_t, function->next_id)};
    for (size_t i = 0; i < function->blocks.count; i++)
        for (IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            for (uint32_t k = 0; k < op->operand_count; k++)
                if (op->operands[k].kind == OPERAND_VALUE) {
                    uint32_t id = op->operands[k].value->id;
                    uses.only[id] = uses.count[id]++ ? NULL : op;
                }
    return uses;
}

static bool is_runtime(const IrOp *op, RuntimeFunction runtime) {
    return op->opcode == IR_RT && op->runtime == runtime;
}

/* The name that `setter` binds to `value`, or NULL if it does something else. */
static const Name *bound_name(const IrOp *setter, const IrOp *value) {
    if (!setter)
        return NULL;
    if (setter->opcode == IR_GLOBAL_SET)
        return setter->global->name;
    if (is_runtime(setter, RUNTIME_ns_set) && setter->operands[2].value == value)
        return setter->operands[1].name;
    return NULL;
}

static Candidate *find_candidate(Arena *arena, const Uses *uses, IrOp *op) {
    bool is_class = is_runtime(op, RUNTIME_build_class);
    if (!is_class && !is_runtime(op, RUNTIME_function))
        return NULL;
    IrOp *setter = uses->only[op->id];
    const Name *name = bound_name(setter, op);
    if (!name || is_special(name))
        return NULL;
    IrOp *function = is_class ? op->operands[1].value : op;
    if (!is_runtime(function, RUNTIME_function) || (is_class && !uses->only[function->id]))
        return NULL;
    Candidate *candidate = ARENA_NEW(arena, Candidate);
    *candidate = (Candidate){.value = op,
                             .setter = setter,
                             .name = name,
                             .function = function->operands[0].function,
                             .body = is_class ? function : NULL};
    return candidate;
}

/* Is `op` a string of a list that becomes __all__? */
static bool is_export(const Uses *uses, const IrOp *op) {
    const IrOp *list = uses->only[op->id];
    const IrOp *setter = list ? uses->only[list->id] : NULL;
    return setter && setter->opcode == IR_GLOBAL_SET &&
           !strcmp(setter->global->name->text, "__all__");
}

static void look_at_operands(Reach *reach, IrOp *op) {
    for (uint32_t i = 0; i < op->operand_count; i++) {
        if (op->operands[i].kind == OPERAND_NAME)
            mention_dotted(reach, op->operands[i].name);
        else if (op->operands[i].kind == OPERAND_FUNCTION)
            keep_function(reach, op->operands[i].function);
    }
}

static void look_at(Reach *reach, const Uses *uses, IrOp *op, bool is_library) {
    if (op->opcode == IR_GLOBAL_GET || op->opcode == IR_GLOBAL_DEL)
        mention(reach, op->global->name);
    else if (op->opcode == IR_CALL || op->opcode == IR_AWAIT_CALL)
        keep_function(reach, op->function);
    else if (op->opcode == IR_CONST_OBJ && (reach->has_star_import || !is_export(uses, op)))
        mention_constant(reach, op->constant);
    if (is_library && is_runtime(op, RUNTIME_ns_set))
        return; /* binds the name, does not ask for it */
    look_at_operands(reach, op);
}

static void look_at_function(Reach *reach, IrFunction *function) {
    Arena *arena = reach->program->arena;
    bool is_library = function->module->is_library && !function->module->source->is_kept_whole;
    bool is_body = function == function->module->body || (function->flags & FUNCTION_CLASS_BODY);
    Uses uses = find_uses(arena, function);
    bool *skipped = ARENA_ARRAY(arena, bool, function->next_id + 1);
    for (size_t i = 0; is_library && is_body && i < function->blocks.count; i++)
        for (IrOp *op = function->blocks.items[i]->first; op; op = op->next) {
            Candidate *candidate = find_candidate(arena, &uses, op);
            if (!candidate)
                continue;
            VEC_PUSH(arena, &reach->candidates, candidate);
            skipped[op->id] = true;
            if (candidate->body)
                skipped[candidate->body->id] = true;
        }
    for (size_t i = 0; i < function->blocks.count; i++)
        for (IrOp *op = function->blocks.items[i]->first; op; op = op->next)
            if (!skipped[op->id])
                look_at(reach, &uses, op, is_library);
}

/* -- the fixed point -- */

static void look_at_work(Reach *reach) {
    while (reach->work.count)
        look_at_function(reach, reach->work.items[--reach->work.count]);
}

static bool keep_mentioned(Reach *reach) {
    bool changed = false;
    for (size_t i = 0; i < reach->candidates.count; i++) {
        Candidate *candidate = reach->candidates.items[i];
        if (candidate->is_kept || !is_mentioned(reach, candidate->name))
            continue;
        candidate->is_kept = changed = true;
        keep_function(reach, candidate->function);
    }
    return changed;
}

static bool has_star_import(const IrProgram *program) {
    for (size_t i = 0; i < program->modules.count; i++) {
        const Module *source = program->modules.items[i]->source;
        if (source && source->scope && source->scope->has_star_import)
            return true;
    }
    return false;
}

static void start(Reach *reach) {
    static const char *const called[] = {
#define CALLED(name) #name,
#include "../rt/called.def"
#undef CALLED
    };
    for (size_t i = 0; i < sizeof called / sizeof *called; i++)
        mention_text(reach, called[i], strlen(called[i]));
    IrProgram *program = reach->program;
    reach->modules = ARENA_ARRAY(program->arena, bool *, program->modules.count);
    for (size_t i = 0; i < program->modules.count; i++) {
        IrModule *module = program->modules.items[i];
        reach->modules[i] = ARENA_ARRAY(program->arena, bool, module->functions.count + 1);
        if (module->body)
            keep_function(reach, module->body);
    }
}

/* -- dropping -- */

static void drop_definitions(const Reach *reach) {
    for (size_t i = 0; i < reach->candidates.count; i++) {
        const Candidate *candidate = reach->candidates.items[i];
        if (candidate->is_kept)
            continue;
        ir_remove(candidate->setter);
        ir_remove(candidate->value);
        if (candidate->body)
            ir_remove(candidate->body);
    }
}

static bool is_kept(const Reach *reach, const IrFunction *function) {
    return function->is_virtual || reach->modules[function->module->index][function->index];
}

/* Leaves the functions numbered by their places. */
static void drop_functions(const Reach *reach, IrModule *module) {
    for (size_t i = 0; i < module->globals.count; i++) {
        IrGlobal *global = module->globals.items[i];
        if (global->function && !is_kept(reach, global->function))
            global->function = NULL;
    }
    size_t count = 0;
    for (size_t i = 0; i < module->functions.count; i++) {
        IrFunction *function = module->functions.items[i];
        if (is_kept(reach, function))
            module->functions.items[count++] = function;
    }
    module->functions.count = count;
    for (size_t i = 0; i < count; i++)
        module->functions.items[i]->index = (uint32_t)i;
}

void pass_reachable(IrProgram *program) {
    Reach reach = {.program = program, .has_star_import = has_star_import(program)};
    start(&reach);
    do
        look_at_work(&reach);
    while (keep_mentioned(&reach));
    drop_definitions(&reach);
    for (size_t i = 0; i < program->modules.count; i++)
        drop_functions(&reach, program->modules.items[i]);
}
