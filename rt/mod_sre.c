/*
 * mod_sre.c — the native module _sre: the half of Python's module re that matches. The other half,
 * which parses patterns and makes opcode arrays of them, is the standard library's own, in Python.
 */
#include "sre.h"

/* ---- compile --------------------------------------------------------------------------------- */

/* Copies the list of opcodes into the pattern. 0 or -1. */
static int read_code(SreProgram *program, Value list) {
    const ListObject *words = AS(ListObject, list);
    if (words->length >= UINT32_MAX)
        return raise_status(&rt_exc_OverflowError, "regular expression code size limit exceeded");
    program->code = mem_alloc_items(words->length + 1, sizeof(uint32_t));
    if (!program->code)
        return -1;
    for (int64_t i = 0; i < words->length; i++) {
        int64_t word;
        bool is_word = value_is_int(words->items[i]) && int_to_i64(words->items[i], &word);
        if (!is_word || word < 0 || word > UINT32_MAX)
            return raise_status(&rt_exc_OverflowError,
                                "regular expression code size limit exceeded");
        program->code[i] = (uint32_t)word;
    }
    program->code_size = (uint32_t)words->length;
    return 0;
}

/* The program of the opcodes in `list`. 0 or -1, with nothing made. */
static int build(SreProgram *program, Value list) {
    if (read_code(program, list) == 0 && sre_build(program) == 0)
        return 0;
    sre_program_drop(program);
    *program = (SreProgram){.mark_count = program->mark_count};
    return -1;
}

static int wrong_argument(const char *name, const char *expected, Value value) {
    return raise_status(&rt_exc_TypeError, "compile() argument '%s' must be %s, not %T", name,
                        expected, value);
}

/* Is the pattern text of bytes? 1, 0; -1: it is None; -2: TypeError. */
static int kind_of_pattern(Value pattern) {
    const uint8_t *data;
    int64_t size;
    if (pattern == VALUE_NONE)
        return -1;
    if (value_is_str(pattern))
        return 0;
    if (bytes_view(pattern, &data, &size))
        return 1;
    raise_error(&rt_exc_TypeError, "expected string or bytes-like object, got '%T'", pattern);
    return -2;
}

/* args: pattern, flags, code, groups, groupindex, indexgroup */
static int fill(PatternObject *pattern, const Value *args) {
    pattern->flags = object_index(args[1]);
    if (isolate.pending)
        return -1;
    bool later =
        value_is(args[2], &rt_type_tuple) && AS(TupleObject, args[2])->length == SRE_LATER_SIZE;
    if (!later && !value_isa(args[2], &rt_type_list))
        return wrong_argument("code", "list", args[2]);
    pattern->groups = object_index(args[3]);
    if (isolate.pending)
        return -1;
    if (!value_isa(args[4], &rt_type_dict))
        return wrong_argument("groupindex", "dict", args[4]);
    if (!value_isa(args[5], &rt_type_tuple))
        return wrong_argument("indexgroup", "tuple", args[5]);
    int kind = kind_of_pattern(args[0]);
    if (kind == -2)
        return -1;
    if (pattern->groups < 0 || pattern->groups > SRE_MAXGROUPS)
        return raise_status(&rt_exc_RuntimeError, "invalid SRE code");
    pattern->is_bytes = (int8_t)kind;
    pattern->pattern = value_incref(args[0]);
    pattern->groupindex = value_incref(args[4]);
    pattern->indexgroup = value_incref(args[5]);
    pattern->program.mark_count = (uint32_t)pattern->groups * 2;
    if (!later)
        return build(&pattern->program, args[2]);
    pattern->later = value_incref(args[2]);
    return 0;
}

NATIVE(sre_compile) {
    NATIVE_UNUSED();
    PatternObject *pattern = object_new(&rt_type_sre_pattern, sizeof(PatternObject));
    if (pattern && fill(pattern, args) < 0) {
        value_decref(OBJ(pattern));
        return 0;
    }
    return OBJ(pattern);
}

/* ---- later ----------------------------------------------------------------------------------- */

/* What stands for re._compiler._code, bound to it and to the function that tells whether it is to
 * be called at once: (parsed pattern, flags) -> its list of opcodes, or the call for later. */
NATIVE(code_or_later) {
    NATIVE_UNUSED();
    const Value *functions = AS(TupleObject, args[0])->items;
    Value answer = object_call(functions[1], args + 1, SRE_LATER_SIZE - 1, 0);
    int now = answer ? object_truth(answer) : -1;
    value_decref(answer);
    if (now < 0)
        exc_clear(); /* what is no parsed text is for _code to judge */
    if (now)
        return object_call(functions[0], args + 1, SRE_LATER_SIZE - 1, 0);
    return tuple_new((Value[]){functions[0], args[1], args[2]}, SRE_LATER_SIZE);
}

NATIVE(code_later) {
    NATIVE_UNUSED();
    static const NativeMethod method = {
        .name = "_code", .call = code_or_later, .min_args = 2, .max_args = 2};
    Value both = tuple_new(args, 2);
    Value function = both ? native_function_new(&method, both, 0) : 0;
    value_decref(both);
    return function;
}

NATIVE(plain) {
    NATIVE_UNUSED();
    return sre_plain(args);
}

NATIVE(charset_optimizer) {
    NATIVE_UNUSED();
    return sre_charset_optimizer(args[0]);
}

int sre_make_program(PatternObject *pattern) {
    Value later = value_incref(pattern->later);
    const Value *call = AS(TupleObject, later)->items;
    Value code = object_call(call[0], call + 1, SRE_LATER_SIZE - 1, 0);
    bool is_made = !pattern->later; /* another thread was quicker */
    int status = !code ? -1 : is_made ? 0 : build(&pattern->program, code);
    if (status == 0)
        value_replace(&pattern->later, 0);
    value_decref(code);
    value_decref(later);
    return status;
}

/* ---- characters ------------------------------------------------------------------------------ */

/* The character that args[0] is the number of; false: TypeError, OverflowError. */
static bool read_character(const Value *args, uint32_t *character) {
    int number;
    if (object_parsed_int(args[0], &number) < 0)
        return false;
    *character = (uint32_t)number;
    return true;
}

NATIVE(ascii_iscased) {
    NATIVE_UNUSED();
    uint32_t c;
    return read_character(args, &c) ? VALUE_BOOL((c | 32) >= 'a' && (c | 32) <= 'z') : 0;
}

NATIVE(unicode_iscased) {
    NATIVE_UNUSED();
    uint32_t c;
    if (!read_character(args, &c))
        return 0;
    bool is_character = c <= 0x10ffff;
    return VALUE_BOOL(is_character &&
                      (sre_fold(FOLD_UNICODE, c) != c || sre_upper_unicode(c) != c));
}

static Value lowered(const Value *args, SreFold fold) {
    uint32_t c;
    if (!read_character(args, &c))
        return 0;
    return value_from_small_int((int32_t)(c <= 0x10ffff ? sre_fold(fold, c) : c));
}

NATIVE(ascii_tolower) {
    NATIVE_UNUSED();
    return lowered(args, FOLD_ASCII);
}

NATIVE(unicode_tolower) {
    NATIVE_UNUSED();
    return lowered(args, FOLD_UNICODE);
}

NATIVE(getcodesize) {
    NATIVE_UNUSED();
    return value_from_small_int(sizeof(uint32_t));
}

/* ---- the module ------------------------------------------------------------------------------ */

#define CHARACTER(function)                                                                        \
    { .name = #function, .call = function, .min_args = 1, .max_args = 1 }

static const NativeMethod functions[] = {
    {.name = "compile",
     .call = sre_compile,
     .min_args = 6,
     .max_args = 6,
     .keywords = "pattern flags code groups groupindex indexgroup"},
    {.name = "charset_optimizer", .call = charset_optimizer, .min_args = 1, .max_args = 1},
    {.name = "code_later", .call = code_later, .min_args = 2, .max_args = 2},
    {.name = "plain", .call = plain, .min_args = 3, .max_args = 3},
    {.name = "getcodesize", .call = getcodesize},
    CHARACTER(ascii_iscased),
    CHARACTER(unicode_iscased),
    CHARACTER(ascii_tolower),
    CHARACTER(unicode_tolower),
    {0},
};

static int sre_init(ModuleObject *module) {
    Type *const types[] = {&rt_type_sre_pattern, &rt_type_sre_match, &rt_type_sre_scanner,
                           &rt_type_sre_iterator};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        type_ready(types[i]);
    if (module_set(module, "MAGIC", value_from_small_int(SRE_MAGIC)) < 0 ||
        module_set(module, "CODESIZE", value_from_small_int(sizeof(uint32_t))) < 0 ||
        module_set(module, "MAXREPEAT", value_from_small_int(SRE_MAXREPEAT)) < 0 ||
        module_set(module, "MAXGROUPS", value_from_small_int(SRE_MAXGROUPS)) < 0 ||
        module_set(module, "Pattern", OBJ(&rt_type_sre_pattern)) < 0 ||
        module_set(module, "Match", OBJ(&rt_type_sre_match)) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__sre = {"_sre", sre_init};
