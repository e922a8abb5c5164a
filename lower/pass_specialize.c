/*
 * pass_specialize.c — calls of built-in functions, and of methods of built-in objects whose class
 * is certain: what the runtime has as a function of its own is called directly instead of being
 * looked up.
 *
 * Methods of built-in classes cannot be replaced, and a value of kind list is exactly a list, so
 * nothing is left to check, nor to be looked up before the arguments. The first table names those
 * where the lookup costs more than the work.
 *
 * Needs: infer before, for the kinds.
 */
#include "pass.h"

#include "../rt/abi.h"

#include <string.h>

/* A method that takes `args` arguments and answers None; `runtime` takes the object before them. */
typedef struct KnownMethod {
    IrKind kind;
    const char *name;
    uint32_t args;
    RuntimeFunction runtime;
} KnownMethod;

static const KnownMethod known_methods[] = {
    {KIND_LIST, "append", 1, RUNTIME_list_append},
    {KIND_SET, "add", 1, RUNTIME_set_add},
};

/* A built-in function called with so many positional arguments. */
typedef struct KnownFunction {
    uint32_t builtin, args;
    RuntimeFunction runtime;
} KnownFunction;

static const KnownFunction known_functions[] = {
    {BUILTIN_abs, 1, RUNTIME_builtin_abs},
    {BUILTIN_chr, 1, RUNTIME_builtin_chr},
    {BUILTIN_float, 1, RUNTIME_builtin_float},
    {BUILTIN_getattr, 2, RUNTIME_builtin_getattr},
    {BUILTIN_getattr, 3, RUNTIME_builtin_getattr_or},
    {BUILTIN_hasattr, 2, RUNTIME_builtin_hasattr},
    {BUILTIN_hash, 1, RUNTIME_builtin_hash},
    {BUILTIN_int, 1, RUNTIME_builtin_int},
    {BUILTIN_isinstance, 2, RUNTIME_builtin_isinstance},
    {BUILTIN_max, 2, RUNTIME_builtin_max},
    {BUILTIN_min, 2, RUNTIME_builtin_min},
    {BUILTIN_ord, 1, RUNTIME_builtin_ord},
    {BUILTIN_repr, 1, RUNTIME_builtin_repr},
    {BUILTIN_setattr, 3, RUNTIME_builtin_setattr},
    {BUILTIN_str, 1, RUNTIME_builtin_str},
    {BUILTIN_type, 1, RUNTIME_builtin_type},
    {BUILTIN_dict, 0, RUNTIME_dict},
    {BUILTIN_list, 0, RUNTIME_list},
    {BUILTIN_set, 0, RUNTIME_set},
};

enum { CALLEE, CALL_KEYWORDS, FIRST_CALL_ARG }; /* the operands of call */

enum { OBJECT, NAME, KEYWORDS, FOUND, FIRST_ARG }; /* the operands of call_method */

/* The methods of built-in objects, which are always found.
 */
static const char *const method_names[KIND_COUNT] = {
    [KIND_INT] = " as_integer_ratio bit_count bit_length conjugate from_bytes to_bytes ",
    [KIND_FLOAT] = " as_integer_ratio conjugate fromhex hex is_integer ",
    [KIND_STR] = " capitalize casefold center count encode endswith expandtabs find format "
                 "format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower "
                 "isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans "
                 "partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit "
                 "rstrip split splitlines startswith strip swapcase title translate upper zfill ",
    [KIND_BYTES] =
        " capitalize center count decode endswith expandtabs find fromhex hex index "
        "isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust lower "
        "lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust "
        "rpartition rsplit rstrip split splitlines startswith strip swapcase title "
        "translate upper zfill ",
    [KIND_LIST] = " append clear copy count extend index insert pop remove reverse sort ",
    [KIND_TUPLE] = " count index ",
    [KIND_DICT] = " clear copy fromkeys get items keys pop popitem setdefault update values ",
    [KIND_SET] = " add clear copy difference difference_update discard intersection "
                 "intersection_update isdisjoint issubset issuperset pop remove "
                 "symmetric_difference symmetric_difference_update union update ",
};

/* Does method_find have nothing to find out? */
static bool is_found(const IrOp *op) {
    const char *names = method_names[op->operands[OBJECT].value->type.kind];
    const Name *name = op->operands[NAME].name;
    for (const char *at = names; at && (at = strstr(at, name->text)) != NULL; at++)
        if (at[-1] == ' ' && at[name->size] == ' ')
            return true;
    return false;
}

static const KnownMethod *find_method(const IrOp *op) {
    if (op->opcode != IR_RT || op->runtime != RUNTIME_call_method ||
        op->operands[KEYWORDS].value->opcode != IR_NULL)
        return NULL;
    for (size_t i = 0; i < sizeof known_methods / sizeof *known_methods; i++) {
        const KnownMethod *method = &known_methods[i];
        if (op->operands[OBJECT].value->type.kind == method->kind &&
            op->operand_count == FIRST_ARG + method->args &&
            !strcmp(op->operands[NAME].name->text, method->name))
            return method;
    }
    return NULL;
}

/* The call in front of `op`, which becomes its answer. */
static void call_directly(IrFunction *function, IrOp *op, const KnownMethod *method) {
    IrOp *call = ir_op_new(function, IR_RT, IR_TYPE_VOID, 1 + method->args);
    call->runtime = method->runtime;
    call->operands[0] = op->operands[OBJECT];
    for (uint32_t i = 0; i < method->args; i++)
        call->operands[1 + i] = op->operands[FIRST_ARG + i];
    call->position = op->position;
    call->frame = op->frame;
    call->unwind = op->unwind;
    ir_insert_before(op, call);
    op->opcode = IR_CONST_OBJ;
    op->type = ir_type(REPR_OBJ, KIND_NONE);
    op->constant = ir_constant(function->module, &(AstLiteral){.kind = CONST_NONE});
    op->operand_count = 0;
    op->unwind = NULL;
}

/* -- functions -- */

static const KnownFunction *find_function(const IrOp *op) {
    if (op->opcode != IR_RT || op->runtime != RUNTIME_call ||
        op->operands[CALL_KEYWORDS].value->opcode != IR_NULL)
        return NULL;
    const IrOp *callee = op->operands[CALLEE].value;
    if (callee->opcode != IR_RT || callee->runtime != RUNTIME_builtin)
        return NULL;
    for (size_t i = 0; i < sizeof known_functions / sizeof *known_functions; i++)
        if (known_functions[i].builtin == callee->operands[0].immediate &&
            op->operand_count == FIRST_CALL_ARG + known_functions[i].args)
            return &known_functions[i];
    return NULL;
}

/* The call that `op` is goes before it, with a result of `type`, and `op` becomes the box of that.
 */
static void answer_boxed(IrFunction *function, IrOp *op, IrType type, IrOpcode box) {
    IrOp *call = ir_op_new(function, IR_RT, type, op->operand_count);
    call->runtime = op->runtime;
    for (uint32_t i = 0; i < op->operand_count; i++)
        call->operands[i] = op->operands[i];
    call->position = op->position;
    call->frame = op->frame;
    call->unwind = op->unwind;
    ir_insert_before(op, call);
    op->opcode = box;
    op->type = ir_type(REPR_OBJ, box == IR_BOX_BOOL ? KIND_BOOL : KIND_INT);
    op->operand_count = 1;
    op->operands[0] = (IrOperand){.kind = OPERAND_VALUE, .value = call};
    op->unwind = NULL;
}

static void call_function_directly(IrFunction *function, IrOp *op, const KnownFunction *known) {
    op->runtime = known->runtime;
    op->operand_count = known->args;
    for (uint32_t i = 0; i < known->args; i++)
        op->operands[i] = op->operands[FIRST_CALL_ARG + i];
    if (runtime_facts[op->runtime].result == RUNTIME_RESULT_BOOL)
        answer_boxed(function, op, IR_TYPE_BOOL, IR_BOX_BOOL);
    else if (runtime_facts[op->runtime].result == RUNTIME_RESULT_I64)
        answer_boxed(function, op, IR_TYPE_I64, IR_BOX_SMALL);
    else if (runtime_facts[op->runtime].fail == RUNTIME_FAIL_NEVER)
        op->unwind = NULL;
}

/* Is there nothing to complain of in what `__init__` answers? */
static bool is_checked(const IrOp *op) {
    return op->opcode == IR_RT && op->runtime == RUNTIME_init_result &&
           op->operands[0].value->type.kind == KIND_NONE;
}

void pass_specialize(IrFunction *function) {
    for (size_t i = 0; i < function->blocks.count; i++)
        for (IrOp *op = function->blocks.items[i]->first, *next; op; op = next) {
            next = op->next;
            if (is_checked(op)) {
                ir_remove(op);
                continue;
            }
            if (op->opcode == IR_RT && op->runtime == RUNTIME_method_find && is_found(op)) {
                op->opcode = IR_NULL;
                op->operand_count = 0;
                op->unwind = NULL;
            }
            const KnownMethod *method = find_method(op);
            if (method)
                call_directly(function, op, method);
            const KnownFunction *known = find_function(op);
            if (known)
                call_function_directly(function, op, known);
        }
}
