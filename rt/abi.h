/*
 * abi.h — what generated code and the runtime agree on: the value word, the static descriptions the
 * compiler emits (layout.def), and the functions generated code calls (abi.def).
 *
 * A Value is one 64-bit word on every target:
 *   ...xxx1   small int, 63 bits, payload in the upper bits (arithmetic shift right by one)
 *   ...0010   immediate: None, False, True, NotImplemented, Ellipsis and two protocol marks
 *   ...0000   pointer to a 16-byte aligned Object; all zero = no value (unbound, or "failed, an
 *             exception is pending")
 */
#ifndef PYASYNCC_RT_ABI_H
#define PYASYNCC_RT_ABI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t Value;

#define VALUE_NULL           ((Value)0x00) /* unbound / failed */
#define VALUE_NONE           ((Value)0x02)
#define VALUE_FALSE          ((Value)0x12)
#define VALUE_TRUE           ((Value)0x22)
#define VALUE_NOTIMPLEMENTED ((Value)0x32)
#define VALUE_ELLIPSIS       ((Value)0x42)
#define VALUE_STOP           ((Value)0x52) /* iteration is over; never visible to Python code */
#define VALUE_SUSPENDED      ((Value)0x62) /* the callee suspended; never visible to Python code */

#define VALUE_BOOL(b) ((b) ? VALUE_TRUE : VALUE_FALSE)
/* Small ints hold -2^62 .. 2^62-1. */
#define SMALL_INT_MAX ((int64_t)0x3fffffffffffffff)
#define SMALL_INT_MIN (-SMALL_INT_MAX - 1)

static inline bool value_is_small_int(Value value) {
    return value & 1;
}
static inline int64_t value_small_int(Value value) {
    return (int64_t)value >> 1;
}
/* `number` must lie in SMALL_INT_MIN..SMALL_INT_MAX. */
static inline Value value_from_small_int(int64_t number) {
    return ((uint64_t)number << 1) | 1;
}
static inline bool value_is_pointer(Value value) {
    return (value & 15) == 0 && value != 0;
}

typedef struct FunctionInfo FunctionInfo;
typedef struct ModuleInfo ModuleInfo;
typedef struct ClassInfo ClassInfo;
typedef struct ConstantInfo ConstantInfo;
typedef struct InlineCache InlineCache;
typedef struct ProgramInfo ProgramInfo;
typedef struct NativeModule NativeModule;
typedef struct Coroutine Coroutine;

/* Bytes of the Coroutine header that stands in front of the LLVM frame in one allocation; a
 * multiple of 16. Checked by a static assertion in the runtime. */
#define PYRT_CORO_HEADER 80

/* A Python function as the runtime enters it: `args` holds every parameter, already bound, in the
 * order posonly, positional, keyword-only, *args, **kwargs; all borrowed. For coroutine, generator
 * and async generator functions it returns a new suspended object. New reference, 0 = failed. */
typedef Value (*FunctionEntry)(Value callee, const Value *args);
/* The hot start of a coroutine function (FUNCTION_COROUTINE only): runs the body at once. Returns
 * its result, 0 if it failed, or VALUE_SUSPENDED: then isolate.hot_child is the suspended
 * coroutine, one reference owned by the caller. */
typedef Value (*FunctionRamp)(Value callee, const Value *args);

enum FunctionFlags {
    FUNCTION_VARARGS = 1,     /* has *args */
    FUNCTION_VARKEYWORDS = 2, /* has **kwargs */
    FUNCTION_GENERATOR = 4,
    FUNCTION_COROUTINE = 8,
    FUNCTION_ASYNC_GENERATOR = 16,
    FUNCTION_HAS_HANDLERS = 32, /* has except/finally/with: needs its own handled-exception item */
    FUNCTION_CLASS_BODY = 64,
    FUNCTION_LAMBDA = 128,
    FUNCTION_DYNAMIC = 256,   /* made of text when the program runs (mod_functions.c): its cells are
                                 its entry and its globals */
    FUNCTION_FRAMELESS = 512, /* of rt/pylib, and C code in CPython (builtin_in_cpython.def) */
    FUNCTION_TEXT = 1024,     /* of a text that the module gives to exec: its file is <string> */
};

/* MODULE_LIBRARY: of rt/pylib or the installed Python's library. MODULE_ONE_LINE: of the runtime
 * (rt/library_frame.c), `source` is the line that is asked for. */
enum ModuleFlags { MODULE_PACKAGE = 1, MODULE_LIBRARY = 2, MODULE_ONE_LINE = 4 };

/* ConstantInfo.kind; small ints, None, True, ... never appear here: they are immediates. */
enum ConstantKinds {
    CONSTANT_STR,       /* data/size: WTF-8 text */
    CONSTANT_NAME,      /* the same, interned: attribute and keyword names */
    CONSTANT_BYTES,     /* data/size */
    CONSTANT_INT,       /* data/size: hexadecimal digits, non-negative */
    CONSTANT_FLOAT,     /* bits: the IEEE double */
    CONSTANT_COMPLEX,   /* bits: the imaginary part */
    CONSTANT_TUPLE,     /* data: `size` Values, immediates as they are; entries with low bits 0b1000
                           are (index << 4 | 8) of an earlier constant of the same module */
    CONSTANT_FROZENSET, /* the same */
};

#define FIELD_PTR(type, name) type name;
#define FIELD_U8(name)        uint8_t name;
#define FIELD_U16(name)       uint16_t name;
#define FIELD_U32(name)       uint32_t name;
#define FIELD_U64(name)       uint64_t name;
#define LAYOUT(Type, fields)                                                                       \
    struct Type {                                                                                  \
        fields                                                                                     \
    };
#include "layout.def"
#undef FIELD_PTR
#undef FIELD_U8
#undef FIELD_U16
#undef FIELD_U32
#undef FIELD_U64
#undef LAYOUT

/* Emitted by the compiler, one per program. The runtime's main() starts here. */
extern const ProgramInfo pyrt_program;

/* Positions in source: line (24 bits), end_line - line (8, saturating), column and end column
 * (16 bits each, in UTF-8 bytes, saturating). 0 = none. */
#define PYRT_POSITION(line, end_lines, column, end_column)                                         \
    (((uint64_t)(line) << 40) | ((uint64_t)(end_lines) << 32) | ((uint64_t)(column) << 16) |       \
     (uint64_t)(end_column))

/* Most positions fit 32 bits for a function that begins at line `first`: line - first (12 bits),
 * end_line - line (2), column (8), and the end column (10), counted from the column if it is on the
 * same line. False: this one does not fit. */
static inline bool position_to_near(uint64_t position, uint32_t first, uint32_t *near) {
    uint64_t line = position >> 40, more = position >> 32 & 0xff;
    uint64_t column = position >> 16 & 0xffff, end = position & 0xffff;
    if (!more)
        end -= column;
    if (line < first || line - first >= 1 << 12 || more >= 4 || column >= 1 << 8 || end >= 1 << 10)
        return false;
    *near = (uint32_t)((line - first) << 20 | more << 18 | column << 10 | end);
    return true;
}

static inline uint64_t position_from_near(uint32_t near, uint32_t first) {
    uint64_t line = (near >> 20) + (uint64_t)first, more = near >> 18 & 3;
    uint64_t column = near >> 10 & 0xff, end = near & 0x3ff;
    return PYRT_POSITION(line, more, column, more ? end : column + end);
}

/* The place of FunctionInfo.suspended among the fields. */
enum { FUNCTION_SUSPENDED_FIELD = 8 };

/* Indexes of built-in names, from builtins.def. */
typedef enum BuiltinIndex {
#define BUILTIN(name) BUILTIN_##name,
#include "builtins.def"
#undef BUILTIN
    BUILTIN_COUNT
} BuiltinIndex;

/* Prototypes of everything in abi.def: Value pyrt_add(Value left, Value right); ... */
#define P(...)                                    (__VA_ARGS__)
#define NONE                                      void
#define O(name)                                   Value name
#define S(name)                                   Value name
#define X(name)                                   Value name
#define I(name)                                   int64_t name
#define F(name)                                   double name
#define U(name)                                   uint32_t name
#define N(name)                                   Value name
#define A(name)                                   const Value *name, uint32_t name##_count
#define K(name)                                   Value name
#define C(name)                                   InlineCache *name
#define FI(name)                                  const FunctionInfo *name
#define CI(name)                                  const ClassInfo *name
#define MI(name)                                  const ModuleInfo *name
#define SELF(name)                                Coroutine *name
#define RESULT_OBJ                                Value
#define RESULT_BORROWED                           Value
#define RESULT_MAYBE                              Value
#define RESULT_BOOL                               int32_t
#define RESULT_STATUS                             int32_t
#define RESULT_I64                                int64_t
#define RESULT_F64                                double
#define RESULT_VOID                               void
#define RESULT_CORO                               Coroutine *
#define PYRT(name, result, params, fail, effects) RESULT_##result pyrt_##name params;
#include "abi.def"
#undef PYRT
#undef P
#undef NONE
#undef O
#undef S
#undef X
#undef I
#undef F
#undef U
#undef N
#undef A
#undef K
#undef C
#undef FI
#undef CI
#undef MI
#undef SELF
#undef RESULT_OBJ
#undef RESULT_BORROWED
#undef RESULT_MAYBE
#undef RESULT_BOOL
#undef RESULT_STATUS
#undef RESULT_I64
#undef RESULT_F64
#undef RESULT_VOID
#undef RESULT_CORO

#endif
