/*
 * rt.h — the runtime's private interface: objects, types and their slots, and the functions the
 * runtime's files offer each other. Generated code sees abi.h only.
 *
 * Conventions
 *   - A function returning Value answers a new reference, or 0 with an exception pending in
 *     `isolate`. `_borrow` in a name: the answer is borrowed. `_take`: the argument is stolen, also
 *     on failure. int-returning functions answer -1 on failure (0/1 otherwise).
 *   - Objects belong to one isolate; every function must be called under its lock (the thread that
 *     runs Python code holds it). Exceptions to this are said at the function.
 *   - All memory comes through mem.c.
 */
#ifndef PYASYNCC_RT_RT_H
#define PYASYNCC_RT_RT_H

#include "abi.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ---- objects ------------------------------------------------------------------------------- */

typedef struct Type Type;

/* Every heap object starts with this. 16-byte aligned. */
typedef struct Object {
    uint32_t refs;  /* immortal objects start at RT_IMMORTAL and are never freed */
    uint32_t flags; /* enum ObjectFlags */
    Type *type;
} Object;

#define RT_IMMORTAL (1u << 30)

enum ObjectFlags {
    OBJECT_CONTAINER = 1, /* may take part in cycles: its type has `traverse` */
    OBJECT_FINALIZED = 2, /* __del__ has run */
    OBJECT_HAS_WEAKREFS = 4,
    OBJECT_GC_MARK = 8,     /* scratch of the cycle collector */
    OBJECT_IN_REPR = 16,    /* cycle guard of repr */
    OBJECT_HAS_ORIGIN = 64, /* where it was made is remembered: stack.h */
    OBJECT_CONSTANT = 32,   /* of a constant table: immortal, for its references are not counted */
};

static inline Object *value_object(Value value) {
    return (Object *)(uintptr_t)value;
}
static inline Value value_from_pointer(const void *object) {
    return (Value)(uintptr_t)object;
}
#define OBJ(object)       value_from_pointer(object)
#define AS(Struct, value) ((Struct *)(uintptr_t)(value))

/* Frees an object whose count reached zero (type->dealloc, weak references, __del__). */
void rt_dealloc(Object *object);

static inline Value value_incref(Value value) {
    if (value_is_pointer(value))
        value_object(value)->refs++;
    return value;
}
/* Steals the reference; 0 and immediates allowed. */
static inline void value_decref(Value value) {
    if (value_is_pointer(value) && --value_object(value)->refs == 0)
        rt_dealloc(value_object(value));
}
/* Stores `value` (stolen) in *slot and drops what was there. */
static inline void value_replace(Value *slot, Value value) {
    Value old = *slot;
    *slot = value;
    value_decref(old);
}

/* ---- types --------------------------------------------------------------------------------- */

/* A C function behind a Python callable. `args`: `count` positional values followed by one value
 * per name in `names` (a tuple of str, or 0), all borrowed. `callee` is the NativeFunction (its
 * `data` is free for the owner); for methods args[0] is self. */
typedef Value (*NativeCall)(Value callee, const Value *args, uint32_t count, Value names);

typedef struct Shape Shape;
struct Buffer; /* bytes.h */
typedef void (*VisitValue)(Value value, void *context);

/* Binary number slots, in the order of abi.def: each answers VALUE_NOTIMPLEMENTED if it cannot. */
typedef enum NumberSlot {
    SLOT_ADD,
    SLOT_SUB,
    SLOT_MUL,
    SLOT_MATMUL,
    SLOT_TRUEDIV,
    SLOT_FLOORDIV,
    SLOT_MOD,
    SLOT_POW,
    SLOT_LSHIFT,
    SLOT_RSHIFT,
    SLOT_AND,
    SLOT_OR,
    SLOT_XOR,
    SLOT_DIVMOD,
    NUMBER_SLOT_COUNT
} NumberSlot;

typedef enum CompareOp {
    COMPARE_LT,
    COMPARE_LE,
    COMPARE_EQ,
    COMPARE_NE,
    COMPARE_GT,
    COMPARE_GE
} CompareOp;

/* What a comparison answers, if `order` is <0, 0 or >0. */
static inline Value compare_answer(int order, CompareOp op) {
    static const uint8_t when[] = {/* bits: less, equal, greater */
                                   [COMPARE_LT] = 1, [COMPARE_LE] = 3, [COMPARE_EQ] = 2,
                                   [COMPARE_NE] = 5, [COMPARE_GT] = 4, [COMPARE_GE] = 6};
    return VALUE_BOOL(when[op] >> (order < 0 ? 0 : order == 0 ? 1 : 2) & 1);
}

typedef Value (*BinarySlot)(Value left, Value right);

/* Slots a type may fill in; NULL = inherit from the base (type_ready copies them), and finally "not
 * supported". For classes written in Python type_ready/class creation installs dispatchers
 * (slots.c) for the dunder methods the class defines, so that C code only ever calls slots. */
typedef struct TypeSlots {
    void (*dealloc)(Object *self); /* drops what the object owns; rt_dealloc frees the memory */
    void (*traverse)(Object *self, VisitValue visit, void *context); /* every owned reference */
    void (*clear)(Object *self); /* drops references that may close cycles */
    Value (*repr)(Value self);
    Value (*str)(Value self);                /* default: repr */
    Value (*format)(Value self, Value spec); /* __format__; spec is a str */
    int64_t (*hash)(Value self); /* -1 with an exception pending = failed; never -1 otherwise */
    bool unhashable;             /* __hash__ = None */
    Value (*compare)(Value left, Value right, CompareOp op); /* or VALUE_NOTIMPLEMENTED */
    int (*truth)(Value self);                                /* __bool__ */
    int64_t (*len)(Value self);                              /* -1 = failed */
    Value (*getitem)(Value self, Value key);
    int (*setitem)(Value self, Value key, Value value); /* value 0: delete */
    int (*contains)(Value self, Value item);
    Value (*iter)(Value self);
    Value (*next)(Value self); /* VALUE_STOP at the end (no StopIteration object is made) */
    Value (*call)(Value self, const Value *args, uint32_t count, Value names);
    Value (*getattr)(Value self, Value name); /* full lookup; default rt_generic_getattr */
    int (*setattr)(Value self, Value name, Value value);       /* value 0: delete */
    Value (*descr_get)(Value self, Value object, Value owner); /* object 0: through the class */
    int (*descr_set)(Value self, Value object, Value value);   /* value 0: delete */
    Value (*negative)(Value self);
    Value (*positive)(Value self);
    Value (*invert)(Value self);
    Value (*absolute)(Value self);
    Value (*index)(Value self); /* __index__ */
    Value (*to_int)(Value self);
    Value (*to_float)(Value self);
    BinarySlot number[NUMBER_SLOT_COUNT];  /* called with the operands in source order, from either
                                              operand's type; also serves + and * of sequences */
    BinarySlot inplace[NUMBER_SLOT_COUNT]; /* NULL: fall back to number[] */
    Value (*await)(Value self);            /* __await__ */
    Value (*aiter)(Value self);
    Value (*anext)(Value self);
    /* Fast paths of `await`, `async with` and `async for` for native types; answers as in abi.def's
     * AWAIT functions. NULL: the protocol through await/__aenter__/... */
    Value (*await_direct)(Coroutine *awaiter, Value self);
    Value (*aenter_direct)(Coroutine *awaiter, Value self);
    Value (*aexit_direct)(Coroutine *awaiter, Value self, Value exception);
    Value (*anext_direct)(Coroutine *awaiter, Value self);
    /* The result of an await for which await_direct parked the awaiter (coro_park), once it is
     * resumed; or parks it again. */
    Value (*await_resume_direct)(Coroutine *awaiter, Value self);
    /* The same when an exception (pending) is thrown into the await; NULL: it goes on its way. */
    Value (*await_throw_direct)(Coroutine *awaiter, Value self);
    /* One step of an iterator that may return a value (what `await` and `yield from` drive).
     * `value` None: as next(). 1: ended, *result is the value of StopIteration; 0: *result was
     * yielded; -1. */
    int (*send)(Value self, Value value, Value *result);
    Value (*new)(Type *type, const Value *args, uint32_t count, Value names); /* __new__ */
    int (*init)(Value self, const Value *args, uint32_t count, Value names);  /* __init__ */
    void (*finalize)(Value self);                                             /* __del__ */
    /* The memory of a bytes-like object; false without an exception: not available now. */
    bool (*buffer)(Value self, struct Buffer *buffer);
} TypeSlots;

enum TypeFlags {
    TYPE_HEAP = 1,       /* made by a class statement or type(): instances have a shape */
    TYPE_FINAL = 2,      /* cannot be subclassed (bool, NoneType, function...) */
    TYPE_HAS_DICT = 4,   /* instances take arbitrary attributes */
    TYPE_ABSTRACT = 8,   /* has abstract methods left */
    TYPE_EXCEPTION = 16, /* subclass of BaseException */
    TYPE_SEQUENCE = 32,  /* matches sequence patterns */
    TYPE_MAPPING = 64,   /* matches mapping patterns */
    TYPE_PATTERN_KINDS = TYPE_SEQUENCE | TYPE_MAPPING, /* a type has one of them at most */
    TYPE_READY = 128,
    TYPE_INT_SUBCLASS = 256,
    TYPE_STR_SUBCLASS = 512,
    TYPE_LIST_SUBCLASS = 1024,
    TYPE_TUPLE_SUBCLASS = 2048,
    TYPE_DICT_SUBCLASS = 4096,
    TYPE_BYTES_SUBCLASS = 8192,
    TYPE_TYPE_SUBCLASS = 16384,
    TYPE_FLOAT_SUBCLASS = 32768,
    TYPE_MUTABLE = 1 << 25, /* of static types that are classes in Python in CPython: attributes can
                               be set */
    TYPE_DOTTED_NAME = 65536, /* messages show the module too: the type is a C one in CPython */
    TYPE_OWN_LAYOUT = 131072, /* CPython's instances have fields the base's have not, so that other
                                 such types cannot be bases beside it */
    TYPE_WEAKREFS = 262144,   /* CPython's instances have a place for weak references: __slots__ of
                                 subclasses cannot ask for one */
    TYPE_ITEMS_BY_PLACE = 1 << 27, /* subscripts are the sequence protocol's alone */
    TYPE_CLOSES = 1 << 29,         /* dropping an instance writes to a file: sqlite3.Connection */
    TYPE_ORDERED = 1 << 28,  /* OrderedDict: its views and iterators have types of their own */
    TYPE_FORWARDS = 1 << 26, /* instances stand for other objects: their __class__ is that one's */
    TYPE_CONCATENATES = 524288, /* + and * are the sequence protocol's: both operands' numeric
                                   methods are asked before */
};

/* One native method, getter or class/static method of a built-in type, by table. */
/* METHOD_PARSED: a normal one whose complaints about the number of arguments have the words of
 * CPython's PyArg_ParseTuple; METHOD_STACKED: the same, but those about keywords name the class. */
typedef enum MethodKind {
    METHOD_NORMAL,
    METHOD_STATIC,
    METHOD_CLASS,
    METHOD_GETTER,
    METHOD_MEMBER, /* a getter that is a member_descriptor in CPython */
    METHOD_PARSED,
    METHOD_STACKED,
    METHOD_TUPLE /* a normal one that CPython calls with a tuple: complaints about keywords say its
                    name alone */
} MethodKind;
typedef struct NativeMethod {
    const char *name;
    NativeCall call;  /* for METHOD_GETTER: args[0] is self */
    int16_t min_args; /* positional arguments, self not counted; checked before the call, with */
    int16_t max_args; /* CPython's wording; max -1: any number. */
    MethodKind kind;
    const char
        *keywords; /* NULL: no keyword arguments accepted; "a b c": parameter names, bound into
                      positional places before the call (missing ones are 0, count is then the
                      number of names); "*": passed through in `names` for the call to handle */
    int (*set)(Value self, Value value); /* METHOD_GETTER: setter, or NULL (read-only) */
    /* An `async def` in CPython; all that have await_direct are, too. */
    bool coroutine;
    /* Coroutine-like natives (asyncio.sleep, Queue.get): started at once by `await f(...)`. Answers
     * as in abi.def's AWAIT functions. NULL if the function is an ordinary one. */
    Value (*await_direct)(Coroutine *awaiter, Value callee, const Value *args, uint32_t count,
                          Value names);
    /* Functions of one real: the same in C. What it answers is right if it is a finite number;
     * otherwise `call` has to say. NULL for all others. */
    double (*real)(double number);
} NativeMethod;

struct Type {
    _Alignas(16) Object base; /* a Type is an object; base.type is the metaclass */
    const char *name;         /* UTF-8 */
    const char *qualname;
    Value module; /* str, or 0 for builtins */
    uint32_t flags;
    uint32_t basic_size; /* bytes of an instance, without shape slots */
    Type *base_type;     /* the "best base", whose layout instances extend; NULL for object */
    Value bases;         /* tuple */
    Value mro;           /* tuple of types, self first */
    Value dict; /* the namespace: a dict (str -> object). Of a static type, until somebody asks for
                   it (type_dict_borrow): a small int, the slots that the type fills in */
    TypeSlots slots;
    const NativeMethod *methods; /* table ended by a NULL name; entered into a static type's dict */
    Shape *root_shape;           /* of instances with attributes or __slots__ */
    uint32_t shape_offset; /* bytes from the object to its `Instance`-part, 0 if it has none */
    uint32_t inline_slots;
    Value subclasses; /* list of weak references, or 0 */
    const char *doc;
    const TypeSlots *native_slots; /* of a static type in which the program replaced special
                                      methods: as they were; else NULL */
};

/* Attribute storage of instances of heap types, at type->shape_offset in the object. */
typedef struct InstanceSlots {
    Shape *shape; /* which attribute is in which slot; its `dict shape` means: slots[0] is a dict */
    Value *overflow; /* slots beyond the inline ones */
    Value slots[];   /* type->inline_slots of them */
} InstanceSlots;

/* Finishes a statically declared type: bases, MRO, inherited slots, method table. Idempotent. */
void type_ready(Type *type);
/* The class of a value that is not a pointer (borrowed). */
Type *immediate_type(Value value);
/* The class of any value, immediates included (borrowed). */
static inline Type *value_type(Value value) {
    return value_is_pointer(value) ? value_object(value)->type : immediate_type(value);
}
static inline bool value_is(Value value, const Type *type) {
    return value_is_pointer(value) && value_object(value)->type == type;
}
bool type_is_subtype(const Type *type, const Type *base);
static inline bool value_isa(Value value, const Type *type) {
    const Type *own = value_type(value);
    return own == type || type_is_subtype(own, type);
}
/* Has it subscripts of the mapping protocol, as all but a few of those with subscripts? */
bool type_maps(const Type *type);
/* Looks `name` (interned str) up along the MRO; borrowed, 0 if missing (no exception). */
Value type_lookup_borrow(Type *type, Value name);
/* Tells the caches that class attributes of `type` changed. */
void type_modified(Type *type);
/* type(name, bases, dict, **kwargs) with metaclass logic done: */
Value type_create(Type *metatype, Value name, Value bases, Value dict, Value kwargs,
                  const ClassInfo *info);

/* The built-in types (each defined in its obj_<name>.c). */
extern Type rt_type_object, rt_type_type, rt_type_none, rt_type_notimplemented, rt_type_ellipsis;
extern Type rt_type_bool, rt_type_int, rt_type_float, rt_type_complex, rt_type_str, rt_type_bytes;
extern Type rt_type_bytearray, rt_type_memoryview, rt_type_list, rt_type_tuple, rt_type_dict,
    rt_type_set;
extern Type rt_type_frozenset, rt_type_range, rt_type_slice, rt_type_function,
    rt_type_native_function;
extern Type rt_type_method, rt_type_cell, rt_type_module, rt_type_property, rt_type_classmethod;
extern Type rt_type_staticmethod, rt_type_super, rt_type_traceback, rt_type_generator,
    rt_type_coroutine;
extern Type rt_type_async_generator, rt_type_getset, rt_type_mappingproxy, rt_type_union,
    rt_type_generic_alias;
/* Exceptions: rt_exc_BaseException, rt_exc_ValueError, ... all that builtins.def names (exc.c). */
/* clang-format off */
#define RT_EXCEPTIONS(X)                                                                           \
    X(BaseException) X(BaseExceptionGroup) X(GeneratorExit) X(KeyboardInterrupt) X(SystemExit)     \
    X(Exception) X(ArithmeticError) X(FloatingPointError) X(OverflowError) X(ZeroDivisionError)    \
    X(AssertionError) X(AttributeError) X(BufferError) X(EOFError) X(ExceptionGroup)               \
    X(ImportError) X(ModuleNotFoundError) X(LookupError) X(IndexError) X(KeyError)                 \
    X(MemoryError) X(NameError) X(UnboundLocalError) X(OSError) X(BlockingIOError)                 \
    X(ChildProcessError) X(ConnectionError) X(BrokenPipeError) X(ConnectionAbortedError)           \
    X(ConnectionRefusedError) X(ConnectionResetError) X(FileExistsError) X(FileNotFoundError)      \
    X(InterruptedError) X(IsADirectoryError) X(NotADirectoryError) X(PermissionError)              \
    X(ProcessLookupError) X(TimeoutError) X(ReferenceError) X(RuntimeError)                        \
    X(NotImplementedError) X(RecursionError) X(StopAsyncIteration) X(StopIteration)                \
    X(SyntaxError) X(IndentationError) X(TabError) X(SystemError) X(TypeError) X(ValueError)       \
    X(UnicodeError) X(UnicodeDecodeError) X(UnicodeEncodeError) X(UnicodeTranslateError)           \
    X(Warning) X(BytesWarning) X(DeprecationWarning) X(EncodingWarning) X(FutureWarning)           \
    X(ImportWarning) X(PendingDeprecationWarning) X(ResourceWarning) X(RuntimeWarning)             \
    X(SyntaxWarning) X(UnicodeWarning) X(UserWarning)
/* clang-format on */
#define X(name) extern Type rt_exc_##name;
RT_EXCEPTIONS(X)
#undef X

/* ---- layouts of the common objects ---------------------------------------------------------- */

typedef struct FloatObject {
    Object base;
    double number;
} FloatObject;
/* Arbitrary precision: sign and magnitude; only for values outside the small-int range, except in
 * instances of int subclasses, where any value occurs. Limbs are little-endian, 32 bits. */
typedef struct IntObject {
    Object base;
    int32_t sign;
    uint32_t limb_count;
    uint32_t limbs[];
} IntObject;
/* Fixed-width characters: kind 1 (Latin-1; ascii tells whether all < 128), 2 or 4 bytes each, the
 * narrowest that fits. NUL-terminated. The characters follow the header. */
typedef struct StrObject {
    Object base;
    int64_t length; /* characters */
    int64_t hash;   /* -1: not computed yet */
    uint8_t kind, ascii, interned;
    uint8_t special; /* interned, of a special method: which, see slots.h; else 0 */
    uint32_t utf8_size;
    char *utf8; /* cached UTF-8 form (NUL-terminated) of a non-ASCII str, or NULL */
} StrObject;
static inline void *str_data(const StrObject *str) {
    return (void *)(str + 1);
}
typedef struct BytesObject {
    Object base;
    int64_t length;
    int64_t hash;
    uint8_t data[];
} BytesObject;
typedef struct TupleObject {
    Object base;
    int64_t length;
    Value items[];
} TupleObject;
typedef struct ListObject {
    Object base;
    int64_t length;
    int64_t capacity;
    Value *items;
} ListObject;
typedef struct CellObject {
    Object base;
    Value value;
} CellObject;
typedef struct MethodObject {
    Object base;
    Value function;
    Value self;
} MethodObject; /* bound */
typedef struct FunctionObject {
    Object base;
    const FunctionInfo *info;
    Value defaults;       /* tuple or 0 */
    Value kwdefaults;     /* dict or 0 */
    Value annotations;    /* dict or 0 */
    Value name, qualname; /* str */
    Value doc;
    Value module_name; /* str */
    Value dict;        /* attributes set on the function, or 0 */
    uint32_t cell_count;
    Value cells[];
} FunctionObject;
typedef struct NativeFunction {
    Object base;
    const NativeMethod *method;
    Type *owner; /* of a method descriptor, or NULL */
    Value self;  /* bound receiver or module, or 0 */
    Value module_name;
    void *data;
    uint8_t places; /* how many names method->keywords has */
} NativeFunction;
typedef struct ModuleObject {
    Object base;
    const ModuleInfo *info; /* NULL for native modules */
    Value name;
    Value dict;    /* names without a slot: native modules' contents, attributes set from outside */
    uint8_t state; /* 0 new, 1 being initialised, 2 ready */
    bool shared;   /* the program got the dict itself: changes of it may go unseen */
} ModuleObject;
struct NativeModule {
    const char *name;
    /* Fills `module->dict` (module_set). 0 or -1. */
    int (*init)(ModuleObject *module);
};
typedef struct ExceptionObject {
    Object base;
    Value args;                      /* tuple */
    Value cause, context, traceback; /* or 0 */
    Value notes;                     /* list or 0 */
    uint8_t suppress_context;
    Value extra[3]; /* by type: StopIteration.value; OSError errno, strerror, filename; KeyError...;
                       ImportError name, path, msg; NameError/AttributeError name, obj; SystemExit
                       code; ExceptionGroup message, exceptions (tuple) */
    InstanceSlots
        slots; /* user attributes (and subclasses' own); basic_size covers no inline slots */
} ExceptionObject;
typedef struct TracebackObject {
    Object base;
    Value next; /* towards the raise point, or 0 */
    const FunctionInfo *function;
    uint64_t position; /* PYRT_POSITION */
    Value *kept;       /* the variables of the frame, which live as long as this; owned */
    uint32_t kept_count;
    bool of_method; /* `position` is that of a call whose method was not found */
    bool of_call;   /* `position` may be that of an `await` of a call that failed itself */
} TracebackObject;

/* Generators, coroutines and async generators: this header, then (at PYRT_CORO_HEADER bytes) the
 * LLVM frame, whose first word is the resume function void (*)(void *frame). C-written coroutines
 * (the slow paths of asyncio) use the same layout with a C resume function as first word of their
 * frame. */
enum CoroState {
    CORO_CREATED,   /* not begun */
    CORO_SUSPENDED, /* in an await */
    CORO_YIELDED,   /* at a yield, or in a `yield from` */
    CORO_RUNNING,   /* its own code runs; those in the states before this one can be resumed */
    CORO_CLOSED,
};
enum CoroKind { CORO_GENERATOR, CORO_COROUTINE, CORO_ASYNC_GENERATOR };
struct Coroutine {
    Object base;
    const FunctionInfo *info;
    Value callee;   /* the function, whose cells the frame uses, or 0 */
    Value transfer; /* in: value sent (0: exception pending); out: value yielded/returned */
    Value awaiting; /* what it awaits: child coroutine, future, iterator; owned, or 0 */
    Coroutine *continuation; /* who goes on when this one finishes; borrowed */
    Value handled;           /* its item of the handled-exception chain */
    struct Coroutine *handled_previous;
    uint8_t state, kind, await_kind, flags; /* the last two: see coro.h */
    uint32_t frame_size;
};
_Static_assert(sizeof(Coroutine) <= PYRT_CORO_HEADER, "Coroutine header grew");
static inline void *coro_frame(Coroutine *coroutine) {
    return (char *)coroutine + PYRT_CORO_HEADER;
}
/* Visits what the frame of a suspended coroutine owns; not of those written in C. */
static inline void coro_visit_frame(Coroutine *coroutine) {
    void **frame = coro_frame(coroutine);
    ((void (*)(void *))frame[1])(frame);
}
static inline void coro_resume_frame(Coroutine *coroutine) {
    void **frame = coro_frame(coroutine);
    ((void (*)(void *))frame[0])(frame);
}

/* ---- the isolate: heap, loop, exception state ----------------------------------------------- */

/* Functions that look at, or write, what another thread may write at any time, to ask for a safe
 * point: the end of the stack and rt_lock_wanted. A request that is lost this way is made again.
 * ThreadSanitizer is not to complain. */
#if defined(__clang__)
#define RT_RACES_ON_PURPOSE __attribute__((no_sanitize("thread")))
#else
#define RT_RACES_ON_PURPOSE
#endif

typedef struct StackFrames StackFrames;
/* An import statement of the program; function NULL: none is known. */
typedef struct ImportSite {
    const FunctionInfo *function;
    uint32_t line;
} ImportSite;

typedef struct Isolate {
    Value pending;       /* the exception on its way (owned), 0 = none */
    Value lookup_failed; /* the exception that the lookup of a called method ended with; not owned,
                            compared only */
    Value call_failed;   /* the same of an awaited call, before anything was awaited */
    Value *handled_item; /* top of the handled-exception chain: the item of the running coroutine or
                            of the thread */
    Coroutine *handled_owner; /* whose item that is; NULL: the thread's own */
    Value thread_handled;
    char *stack_limit; /* addresses below this raise RecursionError */
    int64_t depth;     /* functions that run, in programs that count them (recursion.c); else 0 */
    Coroutine *hot_child; /* set when a ramp answers VALUE_SUSPENDED; one reference */
    Coroutine *innermost; /* who suspended last: where the scheduler resumes */
    Value awaited; /* what the innermost one waits for: a future (owned), or 0 for a bare yield */
    Value asyncgen_first, asyncgen_finalizer; /* sys.set_asyncgen_hooks: callables or 0; owned */
    struct EventLoop *loop;                   /* running loop, or NULL */
    const FunctionInfo *log_site;             /* where the program last called a logger, or NULL */
    uint32_t log_line;
    ImportSite import_site; /* the statement that imports next, if pyrt_import_site told it */
    ImportSite importer;    /* the one that the module which runs was imported by */
    StackFrames *frames;    /* of programs whose stack is tracked (stack.h), or NULL */
    uint64_t hash_key[2];
    Value set_loop; /* what the thread gave asyncio.set_event_loop (owned), or 0 */
    bool set_loop_called;
    Value policy_loops; /* dict: a policy that is not the first -> the same of it, or None; or 0 */
} Isolate;
extern Isolate isolate;

/* ---- mem.c: all allocation ------------------------------------------------------------------ */
/* Sizes have 64 bits everywhere, so that one that no memory of 32 bits has fails instead of being
 * cut off. */
/* Objects: size-class free lists, walkable by the cycle collector. Zeroed except the header,
 * refs 1. OBJECT_CONTAINER is set if the type has `traverse`. 0/NULL + MemoryError on exhaustion.
 */
void *object_new(Type *type, uint64_t size);
/* The same for a type that is ready, is not a heap type and has no `traverse`; what follows the
 * header is undefined. */
void *object_new_leaf(Type *type, uint64_t size);
void object_free(Object *object); /* memory only */
/* The bytes of an object of `header` bytes and `count` items behind it. 0 + MemoryError: no size_t
 * holds them (that of wasm32 is narrower than a count). */
size_t mem_size(size_t header, int64_t count, size_t item_size);
/* Plain buffers. NULL + MemoryError pending. */
void *mem_alloc(uint64_t size);
void *mem_realloc(void *block, uint64_t size);
/* The same for `count` items; a count that comes from the program may be any. */
void *mem_alloc_items(int64_t count, size_t item_size);
void *mem_realloc_items(void *block, int64_t count, size_t item_size);
void mem_free(void *block);
/* A buffer whose owner knows its size, and the way back: small ones that come and go are not
 * malloc's business each time. */
void *mem_take(size_t size);
void mem_give_back(void *buffer, size_t size); /* may be NULL */
/* Such a buffer of `old` bytes (NULL: none) as one of `size`, with what fits of its contents. NULL
 * + MemoryError: it is as it was. */
void *mem_resize(void *buffer, size_t old, size_t size);
int64_t gc_collect(void); /* number of unreachable objects */
/* Everything is dropped at exit: modules, constants, types; then all pages. */
void mem_shutdown(void);

/* ---- exc.c / traceback.c -------------------------------------------------------------------- */
/* Raises type(message); format understands %s (UTF-8), %d, %lld, %zu, %c, %R (repr of a Value), %S
 * (str of a Value), %T (type name of a Value), %K (the __name__ of its type), %N (name of a Type
 * *). Answers 0 so that callers can `return`. */
Value raise_error(Type *type, const char *format, ...);
int raise_status(Type *type, const char *format, ...); /* the same, answers -1 */
Value raise_value_take(Value exception); /* makes an instance pending; sets __context__ */
Value raise_stop_iteration(Value value);
Value raise_errno(int error, Value filename); /* OSError subclass by errno; filename or 0 */
Value raise_no_memory(void);
/* Takes the pending exception away (owned), 0 if none. */
Value exc_fetch(void);
void exc_restore_take(Value exception); /* pending again, as it was */
bool exc_pending_is(const Type *type);  /* pending and an instance of type */
void exc_clear(void);
Value exc_new(Type *type, Value args_tuple); /* instance by calling the type's new and init */
/* sys.unraisablehook: prints the pending exception and clears it. where: object or 0 */
void exc_unraisable(const char *what, Value where);
/* Prints an exception with traceback, chain and groups as CPython does, to stderr. */
void exc_print(Value exception);
Value exc_format(Value exception); /* list of str, as traceback.format_exception */

/* ---- abstract.c, slots.c, call.c: protocols over any object ---------------------------------- */
Value object_getattr(Value object, Value name);
Value object_getattr_cstr(Value object, const char *name);
/* 0 without an exception if the attribute does not exist (AttributeError swallowed); *failed on
 * others. */
Value object_getattr_optional(Value object, Value name, bool *failed);
/* Has it the attribute, and is that true? -1: failed. */
int object_attr_is_true(Value object, const char *name);
int object_setattr(Value object, Value name, Value value); /* value 0: delete */
Value rt_generic_getattr(Value self, Value name);
int rt_generic_setattr(Value self, Value name, Value value);
/* The special method `name` of type(object), bound; 0 without exception if missing. */
Value object_lookup_special(Value object, Value name);
/* callee(*args, ...): whoever calls keeps the callee and the arguments alive. */
Value object_call(Value callee, const Value *args, uint32_t count, Value names);
/* The same of a callee that stands where the call itself may drop it. */
Value object_call_held(Value callee, const Value *args, uint32_t count, Value names);
Value object_call0(Value callee);
Value object_call1(Value callee, Value arg);
/* object.name(*args); the object may be dropped meanwhile from where the caller has it. */
Value object_call_method(Value object, const char *name, const Value *args, uint32_t count);
Value object_repr(Value object); /* str objects; recursion guarded */
Value object_str(Value object);
Value object_ascii(Value object);
Value object_format(Value object, Value spec);
int64_t object_hash(Value object); /* -1 = failed */
Value object_compare(Value left, Value right, CompareOp op);
int object_compare_bool(Value left, Value right, CompareOp op); /* no identity shortcut */
int object_equal(Value left, Value right); /* identity, then == : as containers compare */
int object_truth(Value object);
int64_t object_len(Value object);
int64_t object_length_hint(Value object, int64_t fallback);
Value object_getitem(Value object, Value key);
int object_setitem(Value object, Value key, Value value); /* value 0: delete */
int object_contains(Value container, Value item);
Value object_iter(Value object);
/* VALUE_STOP at the end; 0 failed */
Value object_next(Value iterator);
/* Calls `each` for every item; stops early if it answers non-zero (1: stop, -1: failed). */
int object_iterate(Value iterable, int (*each)(Value item, void *context), void *context);
Value object_binary(Value left, Value right, NumberSlot slot);
Value object_inplace(Value left, Value right, NumberSlot slot);
int object_isinstance(Value object, Value classes);
int object_issubclass(Value cls, Value classes);
/* The same of one class, without asking its metaclass; objects with __bases__ count as classes. */
int class_issubclass(Value cls, Value other);
bool object_callable(Value object);
int64_t object_index(Value object); /* __index__ as int64; OverflowError/TypeError: -1 pending */
/* The same for what only says how far: the ends of int64 stand for numbers beyond them, as for
 * CPython's PyNumber_AsSsize_t without an exception. 0 or -1. */
int object_index_clamped(Value object, int64_t *number);
/* An argument that is a C int: 0, or -1 pending, with the words that Argument Clinic has for a
 * number that does not fit ... */
int object_c_int(Value object, int *out);
/* ... and those of PyArg_ParseTuple ("i"). */
int object_parsed_int(Value object, int *out);
int object_flag(Value object); /* a bool argument that takes ints only: 0, 1, or -1 pending */
/* The same for the right operand of a sequence's `*`, with the words CPython has for it. */
int64_t object_repeat_count(Value object);
/* Reads a slice's bounds and step, as CPython's PySlice_Unpack. 0 or -1. It may run code, which may
 * change the sequence: its length is asked for afterwards, for slice_adjust. */
int slice_unpack(Value slice, int64_t *start, int64_t *stop, int64_t *step);
/* Clamps them to a sequence of `length` items; answers how many items they select. */
int64_t slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step);
/* Checks argument counts and keywords as NativeMethod says, then calls. */
Value native_call(Value callee, const NativeMethod *method, const Value *args, uint32_t count,
                  Value names);
/* Most names in NativeMethod.keywords. */
enum { NATIVE_PLACES = 16 };
/* How many names `keywords` of a NativeMethod binds into places. */
uint8_t native_place_count(const char *keywords);
/* Positional arguments (with `self_count` receivers in front) for a method with keywords: if they
 * fit, fills `bound` (NATIVE_PLACES + 1 values, borrowed; 0 where none was given) for
 * method->call, whose count is self_count + callee->places. */
bool native_places(Value callee, const NativeMethod *method, const Value *args, uint32_t self_count,
                   uint32_t count, Value *bound);
/* A bare native function object, e.g. for modules. */
Value native_function_new(const NativeMethod *method, Value self, Value module_name);
Value method_new(Value function, Value self);
/* Binds arguments of a Python function into `out` (all its parameters; new references), CPython's
 * errors. */
int function_bind(FunctionObject *function, const Value *args, uint32_t count, Value names,
                  Value *out);

/* ---- str, bytes, numbers -------------------------------------------------------------------- */
Value str_from_utf8(const char *text,
                    size_t size); /* WTF-8 accepted; invalid: UnicodeDecodeError */
Value str_from_cstr(const char *text);
Value str_from_latin1(const uint8_t *text, size_t size);
Value str_from_ucs4(const uint32_t *text, int64_t length);
Value str_from_char(uint32_t character);
Value str_format(const char *format, ...); /* conversions as raise_error */
Value str_vformat(const char *format, va_list arguments);
Value str_intern_take(Value str);
Value str_name(const char *text);              /* interned; immortal; borrowed by convention */
const char *str_utf8(Value str, size_t *size); /* cached; WTF-8 for surrogates; NULL = no memory */
uint32_t str_char_at(const StrObject *str, int64_t index);
Value str_concat(Value left, Value right);
/* `left` + `right`, both exactly str. Takes the reference to `left` if it succeeds; if that is the
 * only one, `left` itself grows. New reference; 0 + MemoryError. */
Value str_append(Value left, Value right);
Value str_join(Value separator, const Value *items, int64_t count);
bool str_equal(Value left, Value right);
bool str_equal_cstr(Value str, const char *text);
bool bytes_equal(Value left, Value right); /* both exactly bytes */
Value str_substring(Value str, int64_t start, int64_t stop);
/* Growing text: any mix of pieces; str_builder_finish answers the str and frees it. Characters
 * stand in bytes until one comes that is above U+00FF. */
enum { STR_BUILDER_FEW = 256 };
typedef struct StrBuilder {
    union {
        uint8_t *bytes;
        uint32_t *wide;
    };
    int64_t length, capacity; /* characters */
    bool is_wide, failed;
    uint8_t few[STR_BUILDER_FEW]; /* where bytes begins; the builder must not be copied */
} StrBuilder;
void str_builder_init(StrBuilder *builder);
/* Makes room for `more` characters; false: there is no memory, the builder has failed. */
bool str_builder_reserve(StrBuilder *builder, int64_t more);
void str_builder_char(StrBuilder *builder, uint32_t character);
void str_builder_fill(StrBuilder *builder, uint32_t character,
                      int64_t count); /* count <= 0: none */
void str_builder_str(StrBuilder *builder, Value str);
/* The characters `start` to `stop` of `str`. */
void str_builder_part(StrBuilder *builder, const StrObject *str, int64_t start, int64_t stop);
void str_builder_ascii(StrBuilder *builder, const char *text, int64_t size);
void str_builder_i64(StrBuilder *builder, int64_t number); /* in decimal digits */
void str_builder_cstr(StrBuilder *builder, const char *text);
Value str_builder_finish(StrBuilder *builder);
void str_builder_drop(StrBuilder *builder);
Value bytes_new(const void *data, size_t size);
Value int_from_i64(int64_t number);
Value int_from_u64(uint64_t number);
Value int_from_double(double number); /* truncates; Overflow/ValueError for inf/nan */
bool value_is_int(Value value);       /* int or subclass, bool included */
/* value_is_int objects as int64: false if it does not fit. */
bool int_to_i64(Value value, int64_t *number);
double int_to_double(Value value); /* -1.0 + OverflowError pending when too large */
Value int_from_hex(const char *digits, size_t size);
Value float_new(double number);
bool value_to_double(Value value,
                     double *number); /* float, int, __float__, __index__; false = failed */
/* The same for float() and complex(), which ask a subclass of float for its __float__. */
bool number_to_double(Value value, double *number);
Value complex_new(double real, double imag);
char *double_repr(double number, char buffer[32]); /* shortest round-trip, CPython's spelling */
/* "%.*f" of a number that is not negative, rounded half to even, if that can be done with integers
 * (below 2^63, not tiny, few digits); `buffer` has room for 40 bytes. Answers the length; 0:
 * nothing is written. */
int float_fixed(double number, int precision, char *buffer);
int64_t hash_bytes(const void *data, size_t size); /* by the isolate's key; never -1 */
uint64_t hash_keyed(const void *data, size_t size, uint64_t key0, uint64_t key1); /* SipHash-1-3 */
int64_t hash_double(double number);
int64_t hash_i64(int64_t number);

/* ---- containers ----------------------------------------------------------------------------- */
Value tuple_new(const Value *items, int64_t count);                /* increfs the items */
Value tuple_new_of(Type *type, const Value *items, int64_t count); /* of a subclass; increfs too */
/* Of items just made, whose references are stolen, also on failure; 0 if one of them is 0: its
 * maker has raised. */
Value tuple_new_take(const Value *items, int64_t count);
Value tuple_new_empty(int64_t count); /* items 0, to be filled with owned references */
Value list_new(const Value *items, int64_t count);
int list_append(Value list, Value item);
int list_append_take(Value list, Value item); /* item 0: its maker has raised, so -1 */
int list_extend(Value list, Value iterable);
Value list_from_iterable(Value iterable);
/* The same as CPython's PySequence_Fast: a list itself, or a new one without asking for a length;
 * `message`: of the TypeError if it is not iterable. */
Value list_of_parts(Value iterable, const char *message);
Value tuple_from_iterable(Value iterable);
Value tuple_from_list_take(Value list);
int list_sort(Value list, Value key, bool reverse); /* key 0: none; stable */
Value dict_new(void);
Value dict_get_borrow(Value dict,
                      Value key); /* 0 without exception if missing; 0 pending if hash fails */
Value dict_get_cstr_borrow(Value dict, const char *key);
int dict_set(Value dict, Value key, Value value);
int dict_set_cstr(Value dict, const char *key, Value value);
int dict_set_cstr_take(Value dict, const char *key, Value value);
int dict_delete(Value dict, Value key); /* 1 deleted, 0 missing, -1 failed */
int64_t dict_len(Value dict);
/* Ordered iteration: *position starts at 0; false at the end. Key and value borrowed. */
bool dict_next(Value dict, int64_t *position, Value *key, Value *value);
Value dict_copy(Value dict);
int dict_update(Value dict, Value other);
/* The same as ** does: AttributeError if `mapping` has no keys(). */
int dict_update_mapping(Value dict, Value mapping);
Value set_new(bool frozen);
int set_add(Value set, Value item);
int set_contains(Value set, Value item);
Value range_new(Value start, Value stop, Value step);
Value slice_new(Value start, Value stop, Value step);
Value cell_new(Value value);

/* ---- modules, start-up ----------------------------------------------------------------------- */
int module_set(ModuleObject *module, const char *name, Value value_take);
int module_add_functions(ModuleObject *module, const NativeMethod *methods); /* NULL-name ended */
int module_add_type(ModuleObject *module, const char *name, Type *type);
typedef struct NamedNumber {
    const char *name; /* NULL ends a table */
    int64_t number;
} NamedNumber;
int module_add_numbers(ModuleObject *module, const NamedNumber *numbers);
Value module_import(const char *dotted_name); /* the leaf module; ModuleNotFoundError */
/* The int of argc/argv for sys.argv; set by main. */
extern int rt_argc;
extern char **rt_argv;
/* Writes to the Python-level standard streams' buffers; used by print, tracebacks. */
int rt_stdout_write(const char *text, size_t size);
int rt_stderr_write(const char *text, size_t size);
int rt_stdout_flush(void);

/* ---- coroutine driving (coro.c) -------------------------------------------------------------- */
/* Resumes `coroutine` (transfer set) and everything its completion continues, until something
 * suspends to the scheduler or `root` finishes. Answers 1 if root finished (root->transfer holds
 * the result, 0 = exception pending), 0 if suspended (isolate.innermost, isolate.awaited say
 * where). */
int coro_run(Coroutine *coroutine, Coroutine *root);
Value coro_send(Coroutine *coroutine, Value value); /* generator.send / coroutine.send */
Value coro_throw_take(Coroutine *coroutine, Value exception);
int coro_close(Coroutine *coroutine);
/* next() of a generator: VALUE_STOP at its end (its return value is dropped). */
Value generator_next(Coroutine *generator);

#endif
