/*
 * build.h — the builder: from the syntax tree to IR. Private to the build*.c files.
 *
 * A Builder works on one function at a time. `block` is where the next operator goes; it is never
 * NULL: after a jump the builder goes on in a fresh block without predecessors, which the prune
 * pass drops. `unwind` is where failures go. `flow` is the stack of constructs that a return, break
 * or continue has to leave in order.
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
    uint64_t position; /* of the manager's expression */
    IrOp *previous;
    Symbol *symbol;
    IrOp *iterator; /* FLOW_LOOP: lives until the loop is left; NULL in while and counted loops */
} Flow;

typedef struct Builder {
    IrProgram *program;
    IrModule *module;
    IrFunction *function;
    Scope *scope; /* of the code being built: the function's or an inlined comprehension's */
    Scope *function_scope; /* of the function itself */
    IrBlock *block;
    IrBlock *unwind;
    Flow *flow;
    IrFunction *frame; /* inlined comprehension whose name tracebacks show, or NULL */
    uint64_t position;
    IrOp *namespace; /* class bodies: the namespace dict */
    bool future_annotations;
} Builder;

/* The whole program, before any pass. Constructs that do not compile are reported to its sink. */
IrProgram *build_program(const Program *source);

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
/* Ends the block; the caller says where to go on, by setting b->block. */
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
IrLocal *build_hidden_of(Builder *b, IrType type);
IrOp *build_local_get(Builder *b, IrLocal *local);
void build_local_set(Builder *b, IrLocal *local, IrOp *value);
uint64_t build_position(const AstNode *node);   /* PYRT_POSITION */
void build_at(Builder *b, const AstNode *node); /* following operators stand at `node` */

/* -- functions and modules (build.c, build_function.c) -- */
/* Makes `child` the builder of a new function with `scope`; ends by build_function_end. */
void build_function_begin(Builder *child, const Builder *parent, IrFunction *function,
                          Scope *scope);
void build_function_end(Builder *child);
IrOp *build_function_def(Builder *b, AstFunctionDef *node); /* the undecorated function object */
IrOp *build_lambda(Builder *b, AstLambda *node);
IrOp *build_class_def(Builder *b, AstClassDef *node);
/* The function object of `function`, whose scope is `scope`: passes the cells it closes over.
 * `defaults` (tuple), `kwdefaults` and `annotations` (dicts) may be NULL. */
IrOp *build_closure(Builder *b, IrFunction *function, Scope *scope, IrOp *defaults,
                    IrOp *kwdefaults, IrOp *annotations);
IrFunction *build_new_function(Builder *b, Scope *scope, const AstNode *node);
/* A traceback frame without a body, for an inlined comprehension. */
IrFunction *build_virtual_frame(Builder *b, Scope *scope, const AstNode *node);
/* Gives `function` its only parameter, positional and not nameable: ".0", ".namespace". */
void build_hidden_parameter(Builder *b, IrFunction *function, const char *name);
void build_hidden_parameters(Builder *b, IrFunction *function, const char *const *names,
                             uint32_t count);
/* Annotations, body and function object of `node`, whose defaults exist already (or NULL). */
IrOp *build_definition_of(Builder *b, AstFunctionDef *node, IrFunction *function, IrOp *defaults,
                          IrOp *kwdefaults);
/* The class of `node`, with one more base behind its own, or NULL. */
IrOp *build_class_of(Builder *b, AstClassDef *node, IrOp *last_base);
/* Definitions with type parameters, and `type` statements (build_generic.c). */
IrOp *build_generic_def(Builder *b, AstFunctionDef *node, IrFunction *inner, IrOp *defaults,
                        IrOp *kwdefaults);
IrOp *build_generic_class(Builder *b, AstClassDef *node);
void build_type_alias(Builder *b, AstTypeAlias *node);
/* Do statements of `body`'s own scope annotate variables? */
bool build_has_annotations(const AstNodes *body);
IrOp *build_annotation(Builder *b, AstNode *node);

/* -- module variables (build_global.c) -- */
/* Notes the names of attributes that `module` assigns; for all modules before build_globals. */
void build_note_attributes(IrProgram *program, const Module *module);
/* Does the program assign an attribute called `name` of any object? */
bool build_is_stored_attribute(const IrProgram *program, const Name *name);
/* Makes the slots of `module` and finds the final ones. */
void build_globals(IrModule *module);
/* The slot of `name`; NULL if the module does not bind it. */
IrGlobal *build_find_global(const IrModule *module, const Name *name);
/* The same, making a slot that stays empty if need be. */
IrGlobal *build_global(IrModule *module, const Name *name);

/* -- variables (build_var.c) -- */
void build_declare(Builder *b, Scope *scope); /* locals and cells of a function-like scope */
/* The end of an inlined comprehension: lets go of its variables. */
void build_undeclare(Builder *b, Scope *scope);
IrOp *build_load(Builder *b, Symbol *symbol);
/* The value of a variable of this function or an enclosing one; 0 if it is unbound. */
IrOp *build_load_unchecked(Builder *b, Symbol *symbol);
void build_store(Builder *b, Symbol *symbol, IrOp *value);
void build_delete(Builder *b, Symbol *symbol);
IrOp *build_cell_of(Builder *b,
                    Symbol *symbol); /* the cell that a FREE symbol of an inner scope takes */
IrOp *build_locals_dict(Builder *b);
/* Unbinds without complaint: the name of an `except ... as name` at the handler's end. */
void build_unbind(Builder *b, Symbol *symbol);
/* The index of the built-in that reading `symbol` finds for certain, or -1. */
int build_builtin_index(const Builder *b, const Symbol *symbol);
/* The same for the names whose meaning depends on the caller (super, locals, globals, ...): neither
 * `import *` nor the namespace of a class is expected to bring others. */
int build_special_index(const Builder *b, const Symbol *symbol);
/* Is it a name that the module's own code never binds, nor a built-in's, so that reading it fails?
 */
bool build_is_never_bound(const Builder *b, const Symbol *symbol);

/* -- expressions -- */
/* No operator takes more evaluated values than this of an expression that lists any number of them:
 * what holds references until the last one is evaluated makes each failure drop all of them, which
 * is quadratic. Longer displays, calls and f-strings grow step by step, as in CPython. */
enum { VALUES_AT_ONCE = 64 };

IrOp *build_expr(Builder *b, AstNode *node);
/* Branches on the truth of `node`, as build_branch. */
void build_condition(Builder *b, AstNode *node, IrBlock *if_true, IrBlock *if_false);
/* The comparison that jumps on `test` end with, or NULL: CPython's compiler leaves its place to the
 * code behind it. */
const AstNode *build_last_comparison(const AstNode *test);
IrOp *build_truth(Builder *b, IrOp *value);
IrOp *build_call(Builder *b, AstCall *node, bool awaited);
/* A list or set display: `make` of the first items, at most up to a star, then `add` and `extend`.
 */
IrOp *build_sequence(Builder *b, const AstNodes *nodes, RuntimeFunction make, RuntimeFunction add,
                     RuntimeFunction extend);
/* The three parts of start:stop:step, None where there is none. */
typedef struct SliceBounds {
    IrOp *start, *stop, *step;
} SliceBounds;
SliceBounds build_slice_bounds(Builder *b, const AstSlice *node);
/* The tuple of the items, some of them starred. */
IrOp *build_tuple_of(Builder *b, const AstNodes *nodes);
/* The tuple of the values and what the iterable gives; `callee` (may be NULL): the function whose
 * arguments they are, for the words of the error if it is not iterable. */
IrOp *build_tuple_join(Builder *b, IrOp *iterable, IrOp *callee, IrOp **values, uint32_t count);
/* The tuple of positional arguments, some of them starred; complains in the name of `callee`. */
IrOp *build_star_arguments(Builder *b, const AstNodes *args, IrOp *callee);
/* The dict of keyword arguments, some of them `**mapping`; complains in the name of `callee`. */
IrOp *build_keyword_dict(Builder *b, const AstNodes *keywords, IrOp *callee);
/* Places what follows at `whole`, an access of the attribute or a call of it, as tracebacks show
 * it. */
void build_at_attribute(Builder *b, const AstAttribute *node, const AstNode *whole);
IrOp *build_comprehension(Builder *b, AstNode *node);
void build_assign(Builder *b, AstNode *target, IrOp *value);
/* The items of `value`, which must have `count`, as targets are given them; all are read before one
 * is assigned. The one at `star` is a list of those that are left over; `count`: none is. */
IrOp **build_unpack(Builder *b, IrOp *value, size_t count, size_t star);
IrOp *build_binary(Builder *b, AstOperator op, IrOp *left, IrOp *right, bool in_place);
/* If `node` is a compile-time constant (literals, -1, tuples of them), its constant; else NULL. */
IrConstant *build_fold(Builder *b, AstNode *node);
/* The same for the operand of `in` and `for`, where a list or set of constants is never changed: a
 * tuple or a frozenset. */
IrConstant *build_fold_iterable(Builder *b, AstNode *node);

/* -- loops (build_loop.c) -- */

/* A loop over an iterable: counted for range(), asynchronous, or by the iterator protocol.
 *   build_loop_open(b, &loop, iter, is_async);   the iterable is evaluated here
 *     or build_loop_prepare and build_loop_start, with code between them that runs once
 *   build_loop_over(b, &loop, iterator)          the same over an iterator that exists already
 *   item = build_loop_item(b, &loop);            goes on where there is an item
 *   ...body...                                   `continue` jumps to loop.next
 *   build_loop_close(b, &loop);                  back to the test; goes on in loop.done, where the
 *                                                items have run out */
typedef struct Loop {
    IrBlock *head; /* the test */
    IrBlock *next; /* where the body ends */
    IrBlock *done;
    bool is_async;
    IrOp *iterator;    /* NULL: counted */
    IrLocal *counter;  /* counted: i64 if the start is a literal, else an exact int */
    IrOp *stop, *step; /* in the counter's representation */
    bool is_downward;
} Loop;
void build_loop_open(Builder *b, Loop *loop, AstNode *iter, bool is_async);
void build_loop_prepare(Builder *b, Loop *loop, AstNode *iter, bool is_async);
void build_loop_start(Builder *b, Loop *loop);
void build_loop_over(Builder *b, Loop *loop, IrOp *iterator, bool is_async);
IrOp *build_loop_item(Builder *b, Loop *loop);
void build_loop_close(Builder *b, Loop *loop);

/* -- statements -- */
void build_body(Builder *b, const AstNodes *body);
void build_statement(Builder *b, AstNode *node);
void build_for(Builder *b, AstFor *node);
void build_while(Builder *b, AstWhile *node);
void build_try(Builder *b, AstTry *node);
void build_with(Builder *b, AstWith *node);
void build_match(Builder *b, AstMatch *node);
/* The program links with the native module (or part) `name`. */
void build_add_native(IrProgram *program, const char *name);
void build_import(Builder *b, AstImport *node);
void build_import_from(Builder *b, AstImportFrom *node);
void build_return(Builder *b, IrOp *value);
/* Makes `value` (may be NULL) live up to here. */
void build_keep(Builder *b, IrOp *value);
/* break/continue: leaves constructs up to the innermost loop. */
void build_loop_exit(Builder *b, bool is_continue);
/* Enters/leaves the region of a caught exception: see build_flow.c. */
void build_handler_begin(Builder *b, Flow *flow, IrBlock *handler, IrBlock *outer_unwind);
void build_handler_end(Builder *b, Flow *flow);
/* Fails with the handled exception; its traceback does not grow. */
void build_reraise(Builder *b);
/* The way out of a with statement without an exception. */
void build_with_leave(Builder *b, const Flow *flow);
void build_assign_statement(Builder *b, AstAssign *node);
void build_augmented(Builder *b, AstAugAssign *node);
void build_annotated(Builder *b, AstAnnAssign *node);
void build_delete_target(Builder *b, AstNode *target);

#endif
