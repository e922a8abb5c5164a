/*
 * build.h — the builder: from the syntax tree to IR. Private to the build*.c files.
 *
 * A Builder works on one function at a time. `block` is where the next operator goes; it is never
 * NULL: after a jump the builder goes on in a fresh block without predecessors, which the prune pass
 * drops. `unwind` is where failures go. `flow` is the stack of constructs that a return, break or
 * continue has to leave in order.
 */
#ifndef PYASYNCC_LOWER_BUILD_H
#define PYASYNCC_LOWER_BUILD_H

#include "ir.h"

#include "../rt/abi.h"

typedef enum FlowKind {
    FLOW_LOOP,    /* continue_block, break_block */
    FLOW_FINALLY, /* statements to run on the way out */
    FLOW_WITH,    /* manager to exit */
    FLOW_HANDLER, /* previous handled exception to give back */
    FLOW_NAME,    /* `except E as name`: the name to unbind */
} FlowKind;

/* One construct around the current statement. Lives on the C stack of the builder function that
 * handles the construct. */
typedef struct Flow {
    FlowKind kind;
    struct Flow *outer;
    IrBlock *unwind; /* where failures went outside this construct */
    IrBlock *continue_block, *break_block;
    const AstNodes *finalbody;
    IrOp *manager;
    bool is_async;
    IrOp *previous;
    Symbol *symbol;
} Flow;

typedef struct Builder {
    IrProgram *program;
    IrModule *module;
    IrFunction *function;
    Scope *scope;          /* of the code being built: the function's or an inlined comprehension's */
    Scope *function_scope; /* of the function itself */
    IrBlock *block;
    IrBlock *unwind;
    Flow *flow;
    IrFunction *frame;     /* inlined comprehension whose name tracebacks show, or NULL */
    uint64_t position;
    IrOp *namespace;       /* class bodies: the namespace dict */
    bool future_annotations;
} Builder;

/* -- emitting (build.c) -- */
#define VALUE(op)      ((IrOperand){.kind = OPERAND_VALUE, .value = (op)})
#define IMMEDIATE(n)   ((IrOperand){.kind = OPERAND_IMMEDIATE, .immediate = (n)})
#define NAMED(n)       ((IrOperand){.kind = OPERAND_NAME, .name = (n)})
#define FUNCTION_OF(f) ((IrOperand){.kind = OPERAND_FUNCTION, .function = (f)})
#define CLASS_OF(c)    ((IrOperand){.kind = OPERAND_CLASS, .cls = (c)})
#define MODULE_OF(m)   ((IrOperand){.kind = OPERAND_MODULE, .module = (m)})

/* A call of runtime function `name` at the current place: RT(b, add, VALUE(l), VALUE(r)). */
#define RT(b, name, ...)                                                                           \
    build_rt((b), RUNTIME_##name, (IrOperand[]){__VA_ARGS__},                                      \
             sizeof((IrOperand[]){__VA_ARGS__}) / sizeof(IrOperand))
#define RT0(b, name) build_rt((b), RUNTIME_##name, NULL, 0)

IrOp *build_rt(Builder *b, RuntimeFunction runtime, const IrOperand *operands, uint32_t count);
/* The same with `fixed` operands followed by an array of values. */
IrOp *build_rt_array(Builder *b, RuntimeFunction runtime, const IrOperand *fixed, uint32_t count,
                     IrOp **values, uint32_t value_count);
/* An operator with value operands. */
IrOp *build_op(Builder *b, IrOpcode opcode, IrType type, IrOp **values, uint32_t count);
IrOp *build_unary(Builder *b, IrOpcode opcode, IrType type, IrOp *operand);
void build_branch(Builder *b, IrOp *condition, IrBlock *if_true, IrBlock *if_false);
/* Jumps to `target` and goes on in a fresh block. */
void build_jump(Builder *b, IrBlock *target);
/* Jumps to `target` and goes on there. */
void build_start(Builder *b, IrBlock *target);
void build_unreachable(Builder *b);
IrBlock *build_block(Builder *b);
IrOp *build_literal(Builder *b, const AstLiteral *value);
IrOp *build_none(Builder *b);
IrOp *build_int(Builder *b, int64_t value);
IrOp *build_bool(Builder *b, bool value);
IrOp *build_str(Builder *b, const char *text);
IrOp *build_constant(Builder *b, IrConstant *constant);
IrOp *build_null(Builder *b);
/* obj <- bool */
IrOp *build_box_bool(Builder *b, IrOp *condition);
IrLocal *build_hidden(Builder *b);
IrOp *build_local_get(Builder *b, IrLocal *local);
void build_local_set(Builder *b, IrLocal *local, IrOp *value);
void build_at(Builder *b, const AstNode *node); /* following operators stand at `node` */
/* Reports "NAME does not compile yet" at `node`. */
void build_unsupported(Builder *b, const AstNode *node, const char *what, const char *hint);

/* -- functions and modules (build.c, build_function.c) -- */
/* Makes `child` the builder of a new function with `scope`; ends by build_function_end. */
void build_function_begin(Builder *child, const Builder *parent, IrFunction *function, Scope *scope);
void build_function_end(Builder *child);
IrOp *build_function_def(Builder *b, AstFunctionDef *node); /* the undecorated function object */
IrOp *build_lambda(Builder *b, AstLambda *node);
IrOp *build_class_def(Builder *b, AstClassDef *node);
/* The function object of `function`, whose scope is `scope`: passes the cells it closes over. */
IrOp *build_closure(Builder *b, IrFunction *function, Scope *scope, IrOp *defaults,
                    IrOp *kwdefaults, IrOp *annotations);
IrFunction *build_new_function(Builder *b, Scope *scope, const AstNode *node);
/* A traceback frame without a body, for an inlined comprehension. */
IrFunction *build_virtual_frame(Builder *b, Scope *scope, const AstNode *node);
/* The text of `node` in its source, as `from __future__ import annotations` keeps it. */
IrOp *build_source_text(Builder *b, const AstNode *node);
IrOp *build_annotation(Builder *b, AstNode *node);
IrGlobal *build_global(IrModule *module, const Name *name);

/* -- variables (build_var.c) -- */
void build_declare(Builder *b, Scope *scope); /* locals and cells of a function-like scope */
IrOp *build_load(Builder *b, Symbol *symbol);
void build_store(Builder *b, Symbol *symbol, IrOp *value);
void build_delete(Builder *b, Symbol *symbol);
IrOp *build_cell_of(Builder *b, Symbol *symbol); /* the cell that a FREE symbol of an inner scope takes */
IrOp *build_locals_dict(Builder *b);
/* The index of the built-in that reading `symbol` finds for certain, or -1. */
int build_builtin_index(const Builder *b, const Symbol *symbol);

/* -- expressions -- */
IrOp *build_expr(Builder *b, AstNode *node);
/* Branches on the truth of `node`. */
void build_condition(Builder *b, AstNode *node, IrBlock *if_true, IrBlock *if_false);
IrOp *build_truth(Builder *b, IrOp *value);
IrOp *build_call(Builder *b, AstCall *node, bool awaited);
IrOp *build_comprehension(Builder *b, AstNode *node);
void build_assign(Builder *b, AstNode *target, IrOp *value);
IrOp *build_binary(Builder *b, AstOperator op, IrOp *left, IrOp *right, bool in_place);
/* If `node` is a compile-time constant (literals, -1, tuples of them), its constant; else NULL. */
IrConstant *build_fold(Builder *b, AstNode *node);

/* -- statements -- */
void build_body(Builder *b, const AstNodes *body);
void build_statement(Builder *b, AstNode *node);
void build_for(Builder *b, AstFor *node);
void build_while(Builder *b, AstWhile *node);
void build_try(Builder *b, AstTry *node);
void build_with(Builder *b, AstWith *node);
void build_match(Builder *b, AstMatch *node);
void build_import(Builder *b, AstImport *node);
void build_import_from(Builder *b, AstImportFrom *node);
void build_return(Builder *b, IrOp *value);
/* break/continue: leaves constructs up to the innermost loop. */
void build_loop_exit(Builder *b, bool is_continue);
/* Enters/leaves the region of a caught exception: see build_try.c. */
void build_handler_begin(Builder *b, Flow *flow, IrBlock *handler, IrBlock *outer_unwind);
void build_handler_end(Builder *b, Flow *flow);

#endif
