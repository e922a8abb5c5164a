/*
 * emit.h — the private interface of the back end: what its files share while one program is turned
 * into one LLVM module.
 *
 * Every Python value is an i64 on every target. A function becomes an internal LLVM function whose
 * parameters are the callee object and every Python parameter in its representation; code that
 * knows it only as an object enters through `symbol.entry`, a FunctionEntry of rt/abi.h. Static
 * records (functions, classes, modules, constants) are made on first use; tables whose size is
 * known only at the end (constant slots, inline caches) stand in as placeholders until
 * records_finish.
 */
#ifndef PYASYNCC_CODEGEN_EMIT_H
#define PYASYNCC_CODEGEN_EMIT_H

#include "codegen.h"

#include "../rt/abi.h"

#include <llvm-c/Core.h>
#include <llvm-c/DebugInfo.h>
#include <llvm-c/TargetMachine.h>
#include <pthread.h>

/* LLVM values of a record's fields, in the order of rt/layout.def: FunctionInfoFields, ... */
#define FIELD_PTR(type, name) LLVMValueRef name;
#define FIELD_U8(name)        LLVMValueRef name;
#define FIELD_U16(name)       LLVMValueRef name;
#define FIELD_U32(name)       LLVMValueRef name;
#define FIELD_U64(name)       LLVMValueRef name;
#define LAYOUT(Type, fields)                                                                       \
    typedef struct Type##Fields {                                                                  \
        fields                                                                                     \
    } Type##Fields;
#include "../rt/layout.def"
#undef FIELD_PTR
#undef FIELD_U8
#undef FIELD_U16
#undef FIELD_U32
#undef FIELD_U64
#undef LAYOUT

typedef enum RecordKind {
#define LAYOUT(Type, fields) RECORD_##Type,
#include "../rt/layout.def"
#undef LAYOUT
    RECORD_COUNT
} RecordKind;

/* The LLVM types in use. */
typedef struct Types {
    LLVMTypeRef nothing, i1, i8, i32, i64, f64, pointer, token;
    LLVMTypeRef size;  /* the target's size_t */
    LLVMTypeRef entry; /* FunctionEntry */
    LLVMTypeRef record[RECORD_COUNT];
} Types;

/* A function with its LLVM type, for calls. */
typedef struct Callable {
    LLVMValueRef function;
    LLVMTypeRef type;
} Callable;

/* One LLVM module of the program (unit.c). */
typedef struct Unit {
    const char *name;
    LLVMModuleRef module;
    bool is_hot;                     /* worth optimising for speed */
    const char *object;              /* file, when library_finish has ended */
    Callable runtime[RUNTIME_COUNT]; /* declared on first use */
} Unit;

typedef struct Library Library;
typedef struct FunctionCode FunctionCode;
typedef struct ModuleCode ModuleCode;
typedef struct Debug Debug;

/* The LLVM side of one IrFunction. */
struct FunctionCode {
    Callable body;      /* NULL for virtual functions */
    LLVMValueRef info;  /* FunctionInfo record, or NULL if never referred to */
    LLVMValueRef entry; /* FunctionEntry, or NULL if never needed */
    LLVMValueRef ramp;  /* FunctionRamp, the same */
};

typedef VEC(uint32_t) NumberMap;

/* The LLVM side of one IrModule. */
struct ModuleCode {
    const IrModule *ir;
    Unit *unit;                  /* where all of it is */
    LLVMValueRef info;           /* ModuleInfo record, empty until records_settle */
    LLVMValueRef init;           /* entry of its body, or a null pointer; from records_finish on */
    LLVMValueRef constant_table; /* ConstantInfo records; the same */
    LLVMValueRef globals;        /* slot array */
    LLVMValueRef constant_slots; /* placeholder, then the array of loaded constants */
    LLVMValueRef caches;         /* placeholder, then the array of inline caches */
    uint32_t cache_count;
    VEC(LLVMValueRef) constants; /* rows of the ConstantInfo table */
    NumberMap constant_numbers;  /* IrConstant.index -> row + 1 */
    NumberMap name_numbers;      /* Name.id -> row + 1 */
    FunctionCode *functions;     /* by IrFunction.index */
    LLVMValueRef *classes;       /* by IrClass.index: ClassInfo records or NULL */
};

/* Everything about the program being compiled. */
typedef struct Codegen {
    const IrProgram *program;
    const CodegenOptions *options;
    Arena *arena;
    LLVMContextRef context;
    Unit *unit;           /* what is emitted now goes there */
    LLVMModuleRef module; /* the unit's */
    Unit *main_unit;
    VEC(Unit *) library;       /* all others */
    VEC(const char *) objects; /* object files to link beside the main one's */
    bool is_split;             /* may there be others? */
    bool tracks_stack;         /* functions of the program tell of their calls: rt/stack.h */
    bool counts_depth;         /* functions of the program count themselves: rt/recursion.c */
    LLVMTargetMachineRef machine;
    LLVMTargetDataRef layout;
    Types types;
    ModuleCode *modules;          /* by IrModule.index */
    Debug *debug;                 /* NULL without -g */
    LLVMValueRef failure_weights; /* !prof of a branch to an edge that handles failure */
    unsigned prof_kind, invariant_kind;
    double lap_start; /* for --time-passes: end of the stage before, in ms */
    char *llvm_error; /* see llvm_keep_error */
} Codegen;

/* An edge block: adds a traceback entry, then goes where the exception is handled. */
typedef struct Edge {
    const IrFunction *frame;
    LLVMBasicBlockRef block;
    bool is_near;          /* positions are in 32 bits (rt/abi.h) */
    LLVMValueRef position; /* phi */
    uint32_t entries;      /* ways into the block so far */
    struct Edge *next;     /* to the same unwind block, with another frame or when one is full */
} Edge;

/* The last parameter of a coroutine function's body. */
enum CoroMode { CORO_HOT = 0, CORO_CREATE = 1 };

/* The coroutine being emitted (coro.c); all NULL in plain functions. */
typedef struct Coro {
    LLVMValueRef id, handle;
    LLVMBasicBlockRef end;            /* the only way out of the body */
    LLVMValueRef end_kind, end_value; /* phis of the end block */
} Coro;

/* One function being emitted. */
typedef struct Emit {
    Codegen *cg;
    ModuleCode *module;
    const IrFunction *ir;
    FunctionCode *code;
    LLVMBuilderRef builder;
    LLVMValueRef *values;      /* by IrOp.id */
    LLVMValueRef *locals;      /* by IrLocal.index: stack slots */
    LLVMBasicBlockRef *blocks; /* by IrBlock.id; NULL: not reached */
    LLVMBasicBlockRef allocas; /* entry block */
    LLVMValueRef alloca_end;   /* stack slots go before this instruction */
    LLVMValueRef callee;
    uint32_t line;            /* of the operator that is emitted; 0: none */
    bool tracks_stack;        /* tells of its calls, see Codegen.tracks_stack */
    bool counts_depth;        /* see Codegen.counts_depth */
    uint32_t told_line;       /* the line it told last in this block; 0: none */
    bool fails;               /* this block leads to the failure of the function alone */
    Edge **edges;             /* by id of the unwind block */
    VEC(LLVMValueRef) arrays; /* argument arrays by size, shared by all calls */
    Coro coro;
} Emit;

/* -- order.c -- */
/* The reachable blocks of a function; dominators come first. In an arena. */
typedef struct BlockOrder {
    const IrBlock **blocks;
    size_t count;
    bool *fails; /* by block id: does it lead to the failure of the function alone? */
} BlockOrder;

BlockOrder block_order(Arena *arena, const IrFunction *ir);

/* -- target.c -- */
/* The machine for cg->options; false with *error (malloc'ed by LLVM) if LLVM refuses. */
bool target_init(Codegen *cg, char **error);
/* A machine like cg->machine: NULL with *error. From any thread. */
LLVMTargetMachineRef target_main_machine(const Codegen *cg, char **error);
/* A machine for the library's modules, of the same target: NULL with *error. From any thread. */
LLVMTargetMachineRef target_library_machine(const Codegen *cg, bool is_hot, char **error);
/* Is the code of the library's other modules to be small rather than quickly compiled? */
bool target_library_is_small(const Codegen *cg);

/* -- unit.c -- */
void units_init(Codegen *cg);
/* The unit that `module` belongs to, made if need be; to be asked once for each. */
Unit *unit_of(Codegen *cg, const IrModule *module);
/* Makes `unit` the one that is emitted to; answers the one before. */
Unit *unit_enter(Codegen *cg, Unit *unit);
/* Makes `global`, which belongs to the Python module named `module`, visible to all units. */
void unit_export(Codegen *cg, LLVMValueRef global, const char *module);
/* `global` of the Python module `owner` as code of the current unit refers to it. */
LLVMValueRef unit_value(Codegen *cg, LLVMValueRef global, const IrModule *owner);

/* -- thread.c -- */
/* Starts a thread with a stack for LLVM; false where there can be none. */
bool thread_start(pthread_t *thread, void *(*work)(void *context), void *context);

/* -- halves.c -- */
typedef struct Halves Halves;
/* Is the main unit, whose coroutines are split, so large that two processors shall compile it? */
bool halves_are_worth_it(const Codegen *cg);
/* Starts the compilation of its second half. */
Halves *halves_start(Codegen *cg);
/* Leaves the first half in cg->module. Answers an exit status. */
int halves_keep_first(const Halves *halves);
/* Waits for the second half and lists its object in cg->objects. Answers an exit status. */
int halves_finish(Halves *halves);
/* Removes that object's file. */
void halves_discard(const Halves *halves);

/* -- library.c -- */
/* Starts the compilation of all units but the main one, which are taken from `cg`. */
Library *library_start(Codegen *cg);
/* Waits for its end and lists the objects in cg->objects. Answers an exit status. */
int library_finish(Library *library);
/* Removes what was made for this compilation alone. */
void library_discard(Library *library);

/* -- measure.c -- */
/* Fills cg->options->module_sizes from the objects. Answers an exit status. */
int measure_modules(Codegen *cg, const char *main_object);

/* -- types.c -- */
void types_init(Codegen *cg);
LLVMTypeRef type_of_repr(const Codegen *cg, IrRepr repr);
/* The LLVM function type of `function`'s body. */
LLVMTypeRef type_of_function(const Codegen *cg, const IrFunction *function);
LLVMValueRef const_u32(const Codegen *cg, uint32_t number);
LLVMValueRef const_u64(const Codegen *cg, uint64_t number);
bool function_is_coroutine(const IrFunction *function);

/* -- runtime.c -- */
/* The declaration of pyrt_<name>. */
Callable runtime_function(Codegen *cg, RuntimeFunction runtime);
/* A call with LLVM arguments as the C function takes them. */
LLVMValueRef runtime_call(Emit *e, RuntimeFunction runtime, LLVMValueRef *args, unsigned count);
#define RUNTIME_CALL(e, name, ...)                                                                 \
    runtime_call((e), RUNTIME_##name, (LLVMValueRef[]){__VA_ARGS__},                               \
                 sizeof((LLVMValueRef[]){__VA_ARGS__}) / sizeof(LLVMValueRef))
void function_attribute(Codegen *cg, LLVMValueRef function, const char *name);
/* The same for one call. */
void call_attribute(const Codegen *cg, LLVMValueRef call, const char *name);
void function_attribute_text(Codegen *cg, LLVMValueRef function, const char *name,
                             const char *value);

/* -- constants.c -- */
/* Row of `constant` or `name` in the module's constant table; the row is made on first use. */
uint32_t constant_number(Codegen *cg, ModuleCode *module, const IrConstant *constant);
uint32_t constant_name_number(Codegen *cg, ModuleCode *module, const Name *name);
/* The word of a constant that needs no table entry: false if it needs one. */
bool constant_is_immediate(const IrConstant *constant, uint64_t *word);

/* -- records.c -- */
void records_init(Codegen *cg);
/* Gives every table its size and every record but the modules' its contents; emits pyrt_program. */
void records_finish(Codegen *cg);
/* Gives the records of the library's units their contents. */
void records_settle_library(Codegen *cg);
/* Gives the records of the main unit's modules their contents, after all passes: a function's
 * record leads to its module's and that to all functions. LLVM's passes over call graphs look
 * through such constants at every function, which took minutes for big programs. */
void records_settle(Codegen *cg);
ModuleCode *module_code(Codegen *cg, const IrModule *module);
FunctionCode *function_code(Codegen *cg, const IrFunction *function);
/* Records as code of the current unit refers to them. */
LLVMValueRef record_module(Codegen *cg, const IrModule *module);
LLVMValueRef record_function(Codegen *cg, const IrFunction *function);
LLVMValueRef record_class(Codegen *cg, const IrClass *cls);
LLVMValueRef record_cache(Codegen *cg, ModuleCode *module); /* a fresh inline cache */
/* A private NUL-terminated string. */
LLVMValueRef record_text(Codegen *cg, const char *data, size_t size);
/* A private constant array named `name`. */
LLVMValueRef record_array(Codegen *cg, const char *name, LLVMTypeRef type, LLVMValueRef *items,
                          uint32_t count);

/* -- emit.c -- */
void emit_program(Codegen *cg);
/* The value of a value operand. */
LLVMValueRef emit_operand(Emit *e, const IrOp *op, uint32_t index);
LLVMValueRef emit_value(Emit *e, IrOp *value);
/* A stack slot in the entry block. */
LLVMValueRef emit_alloca(Emit *e, LLVMTypeRef type, const char *name);
LLVMBasicBlockRef emit_block(Emit *e, const char *name);
/* The same, right behind the block where the builder stands: unoptimised code falls through. */
LLVMBasicBlockRef emit_next_block(Emit *e, const char *name);
/* A call of the function ends, or its coroutine suspends. */
void emit_leave(Emit *e);
/* Goes to op's unwind block when `failed` holds; emission goes on in a new block. */
void emit_check(Emit *e, const IrOp *op, LLVMValueRef failed);
/* The block that adds (frame, position) to the traceback and goes to `unwind`. The caller branches
 * to it from the block where the builder stands. */
LLVMBasicBlockRef emit_edge(Emit *e, const IrFunction *frame, uint64_t position,
                            const IrBlock *unwind);
LLVMValueRef emit_is_word(Emit *e, LLVMValueRef value, uint64_t word);
/* Attributes of every function we emit into the current unit. LLVM's passes leave it alone unless
 * it is `optimised`. */
void emit_attributes(Codegen *cg, LLVMValueRef function, bool optimised);
/* Is `module` one of the library whose code is worth optimising for speed? */
bool emit_is_hot_library(const IrModule *module);
/* Is a function of `program` too large for LLVM to optimise in reasonable time? */
bool emit_has_giants(const IrProgram *program);

/* -- emit_call.c: rt, call, await.call -- */
void emit_rt(Emit *e, IrOp *op);
void emit_call(Emit *e, IrOp *op);
void emit_await_call(Emit *e, IrOp *op);
/* Make `symbol.entry` and `symbol.ramp` when first asked for. All parameters are objects: only
 * clones, which are never entered as objects, have others. */
void function_entry(Codegen *cg, const IrFunction *function);
void function_ramp(Codegen *cg, const IrFunction *function);

/* -- emit_var.c: constants, locals, globals -- */
LLVMValueRef emit_constant(Emit *e, const IrConstant *constant);
LLVMValueRef emit_name(Emit *e, const Name *name);
void emit_local_get(Emit *e, IrOp *op);
void emit_local_set(Emit *e, IrOp *op);
void emit_local_del(Emit *e, IrOp *op);
void emit_global_get(Emit *e, IrOp *op);
void emit_global_set(Emit *e, IrOp *op);
void emit_global_del(Emit *e, IrOp *op);

/* -- emit_number.c: representations, machine arithmetic, comparisons -- */
LLVMValueRef emit_number(Emit *e, IrOp *op);

/* -- coro.c: the only file that names llvm.coro.* -- */
/* The frame: allocates the object (branching out on failure) and makes e->coro. */
void coro_open(Emit *e);
/* The start: a hot start goes on here, a created object waits for its first resume. */
void coro_start(Emit *e);
/* Pointer to the running coroutine's header. */
LLVMValueRef coro_self(Emit *e);
/* While `answer` is VALUE_SUSPENDED: suspends and asks again. Answers what it became. `linked`: the
 * answer came from a ramp, so the callee must learn whom to continue. */
LLVMValueRef coro_await(Emit *e, const IrOp *op, LLVMValueRef answer, bool linked);
/* Hands `value` to the consumer; answers what it sent, 0 = thrown. */
LLVMValueRef coro_yield(Emit *e, const IrOp *op, LLVMValueRef value);
void coro_return(Emit *e, LLVMValueRef value);
void coro_fail(Emit *e);
/* Emits the end block. */
void coro_close(Emit *e);
/* Pass pipeline that splits all coroutines, to be run before coro_settle; simplifies first unless
 * `optimise` is '0'. */
const char *coro_pipeline(char optimise);
/* Are there coroutines in `module`? */
bool coro_has_any(LLVMModuleRef module);
/* After the split: tells ramps from resumed parts in the code of coro_return and coro_fail. */
void coro_settle(LLVMModuleRef module);

/* -- coro_lines.c -- */
/* To be called where a coroutine goes on after a suspension at e->line. */
void coro_mark_line(Emit *e);
/* After splitting: gives the records of functions their tables of lines. */
void coro_record_lines(LLVMModuleRef module);

/* -- debug.c -- */
void debug_init(Codegen *cg);
void debug_finish(Codegen *cg);
/* Makes the subprogram of e's function and sets a first location; no-ops without -g. */
void debug_function(Emit *e);
void debug_local(Emit *e, const IrLocal *local);
void debug_at(Emit *e, uint64_t position);

/* -- optimise.c -- */
/* From now on the first error that LLVM reports through `context` is kept in *error, which
 * LLVMDisposeMessage frees. LLVM's own handler would print it and end the process. */
void llvm_keep_error(LLVMContextRef context, char **error);
/* Is the runtime's bitcode there? Reports what is wrong with the installation. */
bool optimise_check_runtime(Codegen *cg);
/* Runs LLVM's passes of `pipeline`, as `opt -passes` takes them, over `module`. From any thread.
 * Answers NULL or a message for LLVMDisposeMessage. */
char *optimise_run(const Codegen *cg, LLVMModuleRef module, LLVMTargetMachineRef machine,
                   const char *pipeline);
/* Splits the coroutines of the main unit. Answers an exit status. */
int optimise_begin(Codegen *cg);
/* Then links the runtime's bitcode into `module`, the main unit or a half of it, and runs the pass
 * pipeline. From any thread. Answers NULL or a message for LLVMDisposeMessage. */
char *optimise_part(const Codegen *cg, LLVMModuleRef module, LLVMTargetMachineRef machine);
/* Does so with what cg->module is, and fills the modules' records. Answers an exit status. */
int optimise_end(Codegen *cg);
/* All of it for one unit of the library, with passes that are worth it. From any thread. Answers
 * NULL or a message for LLVMDisposeMessage. */
char *optimise_library(const Codegen *cg, LLVMModuleRef module, LLVMTargetMachineRef machine,
                       bool is_hot);

/* -- object.c, link.c -- */
/* Writes the module as options->emit says to `path`. Answers an exit status. */
int object_write(Codegen *cg, CodegenEmit kind, const char *path);
/* Writes and disposes of `buffer`. Answers an exit status. */
int object_write_buffer(Codegen *cg, const char *path, LLVMMemoryBufferRef buffer);
/* A new temporary object file; NULL after reporting. */
const char *object_temporary(Codegen *cg);
/* Links `object` and cg->objects into `output`. Answers an exit status. */
int link_program(Codegen *cg, const char *object, const char *output);

/* With --time-passes: prints the time since the last lap as that of stage `what`. */
void codegen_lap(Codegen *cg, const char *what);
/* Internal failures: prints what happened and how to report it; answers 70. */
int codegen_internal_error(const Codegen *cg, const char *what, const char *detail);
/* The same of a message of LLVM's, which is freed; NULL: nothing happened, 0. */
int codegen_failed_take(const Codegen *cg, const char *what, char *message);

#endif
