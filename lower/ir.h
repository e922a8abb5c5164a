/*
 * ir.h — the typed control-flow graph between the syntax tree and LLVM.
 *
 * A function is a list of blocks; a block is a list of operators, the last one a terminator. Each
 * operator's result is a value, assigned once; Python variables are Locals, read and written by
 * local.get / local.set (LLVM turns them into registers). Every operator that may fail names the
 * block that control goes to with the exception pending (`unwind`); the last resort is a block that
 * ends in ret.fail. Values live across blocks as long as their definition dominates the use.
 *
 * Reference counts: the builder writes none. The ownership pass (pass_ownership.c) makes every
 * count explicit as rt incref/decref/xdecref; afterwards local.set is a plain store.
 *
 * All memory belongs to the program's arena.
 */
#ifndef PYASYNCC_LOWER_IR_H
#define PYASYNCC_LOWER_IR_H

#include "../frontend/frontend.h"

typedef struct IrProgram IrProgram;
typedef struct IrModule IrModule;
typedef struct IrFunction IrFunction;
typedef struct IrBlock IrBlock;
typedef struct IrOp IrOp;
typedef struct IrLocal IrLocal;
typedef struct IrGlobal IrGlobal;
typedef struct IrClass IrClass;
typedef struct IrConstant IrConstant;

/* How a value is held in a machine word. */
typedef enum IrRepr { REPR_VOID, REPR_OBJ, REPR_I64, REPR_F64, REPR_BOOL } IrRepr;

/* What is known of a value. NEVER is bottom (no value reaches here), ANY is top. */
typedef enum IrKind {
    KIND_NEVER,
    KIND_ANY,
    KIND_INT, /* exactly int: small or big; bool excluded */
    KIND_FLOAT,
    KIND_BOOL,
    KIND_NONE,
    KIND_STR,
    KIND_BYTES,
    KIND_LIST,
    KIND_TUPLE,
    KIND_DICT,
    KIND_SET,
    KIND_INSTANCE, /* of op->type.cls or a subclass */
    KIND_COUNT
} IrKind;

typedef struct IrType {
    IrRepr repr;
    IrKind kind;
    const IrClass *cls; /* KIND_INSTANCE */
} IrType;

typedef enum IrOpcode {
#define IR_OP(name, text, operands, result, flags) IR_##name,
#include "ir.def"
#undef IR_OP
    IR_OPCODE_COUNT
} IrOpcode;

enum IrFlags {
    IR_FLAG_PURE = 1,
    IR_FLAG_FAIL = 2,
    IR_FLAG_TERM = 4,
    IR_FLAG_SUSP = 8,
    IR_FLAG_MAYFAIL = 16,
    IR_FLAG_BORROW = 32,
    IR_FLAG_STEAL = 64,
};

typedef enum IrCondition { COND_LT, COND_LE, COND_EQ, COND_NE, COND_GT, COND_GE } IrCondition;

/* Runtime functions by number: RUNTIME_add, ... from rt/abi.def. */
typedef enum RuntimeFunction {
#define PYRT(name, result, params, fail, effects) RUNTIME_##name,
#include "../rt/abi.def"
#undef PYRT
    RUNTIME_COUNT
} RuntimeFunction;

typedef enum RuntimeArg {
    RUNTIME_ARG_NONE,
    RUNTIME_ARG_O,
    RUNTIME_ARG_S,
    RUNTIME_ARG_X,
    RUNTIME_ARG_I,
    RUNTIME_ARG_F,
    RUNTIME_ARG_U,
    RUNTIME_ARG_N,
    RUNTIME_ARG_A,
    RUNTIME_ARG_K,
    RUNTIME_ARG_C,
    RUNTIME_ARG_FI,
    RUNTIME_ARG_CI,
    RUNTIME_ARG_MI,
    RUNTIME_ARG_SELF,
} RuntimeArg;
typedef enum RuntimeResult {
    RUNTIME_RESULT_OBJ,
    RUNTIME_RESULT_BORROWED,
    RUNTIME_RESULT_MAYBE,
    RUNTIME_RESULT_BOOL,
    RUNTIME_RESULT_STATUS,
    RUNTIME_RESULT_I64,
    RUNTIME_RESULT_F64,
    RUNTIME_RESULT_VOID,
    RUNTIME_RESULT_CORO,
} RuntimeResult;
typedef enum RuntimeFail {
    RUNTIME_FAIL_NEVER,
    RUNTIME_FAIL_NULL,
    RUNTIME_FAIL_NEG,
    RUNTIME_FAIL_ALWAYS
} RuntimeFail;
typedef enum RuntimeEffects {
    RUNTIME_EFFECTS_PURE,
    RUNTIME_EFFECTS_LOCAL,
    RUNTIME_EFFECTS_RUNS,
    RUNTIME_EFFECTS_AWAIT
} RuntimeEffects;

typedef struct RuntimeFacts {
    const char *name; /* "add": the C function is pyrt_add */
    RuntimeResult result;
    RuntimeArg params[8]; /* ended by RUNTIME_ARG_NONE */
    RuntimeFail fail;
    RuntimeEffects effects;
} RuntimeFacts;
/* Rows of rt/abi.def, indexed by RuntimeFunction (lower/runtime.c). */
extern const RuntimeFacts runtime_facts[RUNTIME_COUNT];

/* One argument of an operator. Values for O S X I F A K parameters (K: a const.obj tuple or null);
 * the others for immediates. C and SELF parameters have no operand: codegen supplies them. */
typedef enum IrOperandKind {
    OPERAND_VALUE,
    OPERAND_IMMEDIATE,
    OPERAND_NAME,
    OPERAND_FUNCTION,
    OPERAND_CLASS,
    OPERAND_MODULE
} IrOperandKind;
typedef struct IrOperand {
    IrOperandKind kind;
    union {
        IrOp *value;
        int64_t immediate;
        const Name *name;
        IrFunction *function;
        IrClass *cls;
        IrModule *module;
    };
} IrOperand;

/* A reference that a coroutine owns while it is suspended: a value's, or what a variable holds. */
typedef struct IrKept {
    IrOp *value; /* or NULL: */
    IrLocal *local;
} IrKept;
typedef VEC(IrKept) IrKeptList;

struct IrOp {
    IrOpcode opcode;
    IrType type;  /* of the result */
    uint32_t id;  /* %id; unique in the function */
    bool checked; /* local.get, local.del, global.get: may be unbound */
    bool owned;   /* set by the ownership pass: the result is a reference this op hands out */
    IrOperand *operands;
    uint32_t operand_count;
    IrBlock *unwind;   /* where a failure goes; NULL for ops that cannot fail */
    uint64_t position; /* PYRT_POSITION of rt/abi.h; 0 = none */
    IrFunction *frame; /* whose name the traceback shows (an inlined comprehension's, else NULL: the
                          function itself) */
    IrKeptList *kept; /* of an operator that suspends, set by the ownership pass: what the collector
                         must see of the frame; else NULL */
    union {
        int64_t integer;
        double real;
        IrConstant *constant;
        IrLocal *local;
        IrGlobal *global;
        struct {
            RuntimeFunction runtime;
            uint64_t awaited_position; /* of RUNTIME_await_call: that of the call alone */
        };
        IrFunction *function;
        IrCondition condition;
        IrBlock *targets[2];
    };
    IrBlock *block;
    IrOp *previous, *next;
};

struct IrBlock {
    uint32_t id;
    IrOp *first, *last;
    IrFunction *function;
    uint32_t mark; /* scratch for passes */
    void *data;    /* scratch for passes */
};

struct IrLocal {
    const Name *name; /* NULL for temporaries of the builder */
    IrType type;
    uint32_t index;
    bool is_parameter;
    bool is_hidden; /* a builder temporary: never unbound where read */
    bool
        is_cell; /* holds the cell of a variable: never unbound where read, lives as variables do */
};

struct IrGlobal {
    const Name *name;
    IrModule *module;
    uint32_t index;       /* slot in the module's table */
    bool is_final;        /* bound once, at module level, never deleted: reads may borrow */
    IrFunction *function; /* final and bound to this function, or NULL */
    IrClass *cls;         /* final and bound to this class, or NULL */
};

struct IrConstant {
    AstLiteral value; /* scalars; CONST_STR also for names */
    bool is_name;     /* interned str */
    bool is_tuple, is_frozenset;
    IrConstant **items; /* tuple, frozenset */
    uint32_t item_count;
    uint32_t index; /* number in its module's table */
};

struct IrClass {
    const char *name, *qualname;
    IrModule *module;
    uint32_t line;
    const Name **attributes; /* hint for inline slots */
    uint32_t attribute_count;
    uint32_t index; /* number in the module */
    AstClassDef *node;
};

struct IrFunction {
    const char *symbol; /* "py.<module>.<qualname>", unique in the program, also of clones */
    const char *name, *qualname;
    IrModule *module;
    Str doc;              /* data NULL = none */
    const Name **params;  /* order of FunctionInfo.params */
    uint32_t param_count; /* all: positional + kwonly + *args + **kwargs */
    uint32_t posonly_count, positional_count, kwonly_count;
    const Name **frees; /* then its own variables that inner functions use: cells */
    uint32_t free_count, cell_count;
    uint32_t flags; /* enum FunctionFlags of rt/abi.h */
    uint32_t line;
    IrConstant **defaults; /* per parameter: its default if that is a constant, else NULL; NULL
                              array: nothing known */
    bool *has_default;     /* per parameter */
    IrType return_type;    /* repr OBJ unless the represent pass chose better; always OBJ for
                              coroutines and generators */
    bool is_virtual;       /* only a frame for tracebacks (an inlined comprehension): no body */
    bool needs_entry;      /* the generic entry may be reached (it escapes as an object) */
    bool is_clone;
    bool has_loop;
    uint32_t index;        /* place among the module's functions */
    VEC(IrLocal *) locals; /* the first param_count are the parameters */
    VEC(IrBlock *) blocks; /* [0] is the entry */
    uint32_t next_id, next_block_id;
    Arena *arena;
};

struct IrModule {
    const Module *source;
    const char *name;
    IrProgram *program;
    bool is_library;             /* one of the runtime's own modules (rt/pylib) */
    IrFunction *body;            /* "<module>" */
    VEC(IrFunction *) functions; /* all, the body and clones included */
    VEC(IrClass *) classes;
    VEC(IrGlobal *) globals;
    size_t bound_count; /* of them: those that its own code binds come first */
    VEC(IrConstant *) constants;
    VEC(IrGlobal *) global_of_name; /* by Name.id; NULL where the module does not bind the name */
    struct IrConstantTable *constant_table; /* finds equal constants; private to ir.c */
    uint32_t index;
};

struct IrProgram {
    Arena *arena;
    NameTable *names;
    DiagSink *diags;
    const Program *source;
    VEC(IrModule *) modules;   /* [0] is __main__ */
    VEC(const char *) natives; /* dotted names of the native modules that are imported */
    VEC(bool)
    stored_attributes; /* by Name.id: assigned as an attribute of what may be
                          a module or function */
};

/* Facts of an operator: or-ed IrFlags; for RT they come from rt/abi.def. */
uint32_t ir_flags(const IrOp *op);
/* May control leave `op` through op->unwind? */
bool ir_can_fail(const IrOp *op);
/* True if the object result of `op` is not a new reference. Immortal constants count as borrowed.
 */
bool ir_result_is_borrowed(const IrOp *op);
/* True if operand number `index` is consumed by `op`. */
bool ir_operand_is_stolen(const IrOp *op, uint32_t index);
/* True if `op` always fails: nothing after it in its block is reached (an unreachable follows). */
bool ir_always_fails(const IrOp *op);
const char *ir_opcode_text(IrOpcode opcode);

/* Construction (ir.c). New ops are detached until appended or inserted. */
IrFunction *ir_function_new(IrModule *module, const char *symbol);
/* A copy of `original`, blocks and all, that no object stands for (ir_clone.c). */
IrFunction *ir_function_clone(const IrFunction *original, const char *symbol);
/* Does the program assign to an attribute called `name` anywhere? */
bool ir_stores_attribute(const IrProgram *program, const char *name);
IrBlock *ir_block_new(IrFunction *function);
IrLocal *ir_local_new(IrFunction *function, const Name *name, IrType type);
IrOp *ir_op_new(IrFunction *function, IrOpcode opcode, IrType type, uint32_t operand_count);
void ir_append(IrBlock *block, IrOp *op);
void ir_insert_before(IrOp *position, IrOp *op);
void ir_insert_after(IrOp *position, IrOp *op);
void ir_remove(IrOp *op);
/* Fresh scalar or composite constants of `module`, shared when equal. */
IrConstant *ir_constant(IrModule *module, const AstLiteral *value);
IrConstant *ir_constant_name(IrModule *module, const Name *name);
IrConstant *ir_constant_tuple(IrModule *module, IrConstant **items, uint32_t count, bool frozen);

static inline IrType ir_type(IrRepr repr, IrKind kind) {
    return (IrType){repr, kind, NULL};
}
#define IR_TYPE_OBJ  ir_type(REPR_OBJ, KIND_ANY)
#define IR_TYPE_VOID ir_type(REPR_VOID, KIND_NEVER)
#define IR_TYPE_I64  ir_type(REPR_I64, KIND_INT)
#define IR_TYPE_F64  ir_type(REPR_F64, KIND_FLOAT)
#define IR_TYPE_BOOL ir_type(REPR_BOOL, KIND_BOOL)

/* The textual form (ir_print.c) and back (ir_read.c). */
Str ir_print(Arena *arena, const IrProgram *program);
Str ir_print_function(Arena *arena, const IrFunction *function);
/* Reads what ir_print writes; on a syntax error answers NULL and sets *error (in the arena). */
IrProgram *ir_read(Arena *arena, const char *text, const char **error);
/* Checks the invariants (ir_verify.c); NULL if they hold, else a message in the arena. */
const char *ir_verify(Arena *arena, const IrFunction *function);

#endif
