/*
 * builtins.c — the built-in names: the table behind pyrt_builtin (indexed by builtins.def) and the
 * module `builtins`. The functions themselves are in builtins_objects.c, builtins_reduce.c and
 * builtins_io.c.
 */
#include "builtins.h"
#include "io.h"
#include "object.h"

/* Positional-only unless keywords are given; min, max as NativeMethod has them. */
#define FUNCTION(function, least, most)                                                            \
    { .name = #function, .call = builtin_##function, .min_args = least, .max_args = most }
#define FUNCTION_KEYWORDS(function, least, most, text)                                             \
    {                                                                                              \
        .name = #function, .call = builtin_##function, .min_args = least, .max_args = most,        \
        .keywords = text                                                                           \
    }

static const NativeMethod functions[BUILTIN_COUNT] = {
    [BUILTIN_abs] = FUNCTION(abs, 1, 1),
    [BUILTIN_aiter] = FUNCTION(aiter, 1, 1),
    [BUILTIN_all] = FUNCTION(all, 1, 1),
    [BUILTIN_anext] = FUNCTION(anext, 1, 2),
    [BUILTIN_any] = FUNCTION(any, 1, 1),
    [BUILTIN_ascii] = FUNCTION(ascii, 1, 1),
    [BUILTIN_bin] = FUNCTION(bin, 1, 1),
    [BUILTIN_breakpoint] = FUNCTION_KEYWORDS(breakpoint, 0, -1, "*"),
    [BUILTIN_callable] = FUNCTION(callable, 1, 1),
    [BUILTIN_chr] = FUNCTION(chr, 1, 1),
    [BUILTIN_compile] = FUNCTION_KEYWORDS(compile, 0, -1, "*"),
    [BUILTIN_delattr] = FUNCTION(delattr, 2, 2),
    [BUILTIN_dir] = FUNCTION(dir, 0, 1),
    [BUILTIN_divmod] = FUNCTION(divmod, 2, 2),
    [BUILTIN_eval] = FUNCTION(eval, 1, 3),
    [BUILTIN_exec] = FUNCTION_KEYWORDS(exec, 0, -1, "*"),
    [BUILTIN_exit] = FUNCTION_KEYWORDS(exit, 0, 1, "code"),
    [BUILTIN_format] = FUNCTION(format, 1, 2),
    [BUILTIN_getattr] = FUNCTION(getattr, 2, 3),
    [BUILTIN_globals] = FUNCTION(globals, 0, 0),
    [BUILTIN_hasattr] = FUNCTION(hasattr, 2, 2),
    [BUILTIN_hash] = FUNCTION(hash, 1, 1),
    [BUILTIN_help] = FUNCTION_KEYWORDS(help, 0, -1, "*"),
    [BUILTIN_hex] = FUNCTION(hex, 1, 1),
    [BUILTIN_id] = FUNCTION(id, 1, 1),
    [BUILTIN_input] = FUNCTION(input, 0, 1),
    [BUILTIN_isinstance] = FUNCTION(isinstance, 2, 2),
    [BUILTIN_issubclass] = FUNCTION(issubclass, 2, 2),
    [BUILTIN_iter] = FUNCTION(iter, 1, 2),
    [BUILTIN_len] = FUNCTION(len, 1, 1),
    [BUILTIN_locals] = FUNCTION(locals, 0, 0),
    [BUILTIN_max] = FUNCTION_KEYWORDS(max, 1, -1, "*"),
    [BUILTIN_min] = FUNCTION_KEYWORDS(min, 1, -1, "*"),
    [BUILTIN_next] = FUNCTION(next, 1, 2),
    [BUILTIN_oct] = FUNCTION(oct, 1, 1),
    [BUILTIN_open] =
        FUNCTION_KEYWORDS(open, 1, 8, "file mode buffering encoding errors newline closefd opener"),
    [BUILTIN_ord] = FUNCTION(ord, 1, 1),
    [BUILTIN_pow] = FUNCTION_KEYWORDS(pow, 2, 3, "base exp mod"),
    [BUILTIN_print] = FUNCTION_KEYWORDS(print, 0, -1, "*"),
    [BUILTIN_quit] = {.name = "quit", .call = builtin_exit, .max_args = 1, .keywords = "code"},
    [BUILTIN_repr] = FUNCTION(repr, 1, 1),
    [BUILTIN_round] = FUNCTION_KEYWORDS(round, 1, 2, "number ndigits"),
    [BUILTIN_setattr] = FUNCTION(setattr, 3, 3),
    [BUILTIN_sorted] = FUNCTION_KEYWORDS(sorted, 1, 1, "*"),
    [BUILTIN_sum] =
        {.name = "sum", .call = builtin_sum, .min_args = 1, .max_args = 2, .keywords = " start"},
    [BUILTIN_vars] = FUNCTION(vars, 0, 1),
    [BUILTIN___import__] = {.name = "__import__",
                            .call = builtin_import,
                            .min_args = 1,
                            .max_args = 5,
                            .keywords = "name globals locals fromlist level"},
    [BUILTIN___build_class__] = {.name = "__build_class__",
                                 .call = builtin_build_class,
                                 .max_args = -1,
                                 .keywords = "*"},
};

static Type *const types[BUILTIN_COUNT] = {
#define TYPE(name) [BUILTIN_##name] = &rt_type_##name,
    TYPE(bool) TYPE(bytearray) TYPE(bytes) TYPE(classmethod) TYPE(complex) TYPE(dict)
        TYPE(enumerate) TYPE(filter) TYPE(float) TYPE(frozenset) TYPE(int) TYPE(list) TYPE(map)
            TYPE(memoryview) TYPE(object) TYPE(property) TYPE(range) TYPE(reversed) TYPE(set)
                TYPE(slice) TYPE(staticmethod) TYPE(str) TYPE(super) TYPE(tuple) TYPE(type)
                    TYPE(zip)
#undef TYPE
#define X(name) [BUILTIN_##name] = &rt_exc_##name,
                        RT_EXCEPTIONS(X)
#undef X
                            [BUILTIN_EnvironmentError] = &rt_exc_OSError,
    [BUILTIN_IOError] = &rt_exc_OSError,
};

static const char *const builtin_names[BUILTIN_COUNT] = {
#define BUILTIN(name) #name,
#include "builtins.def"
#undef BUILTIN
};

/* Indexed by BuiltinIndex; the references live to the end of the program. */
Value rt_builtins[BUILTIN_COUNT];

static Value builtin_value(int index, Value module_name) {
    if (functions[index].name)
        return native_function_new(&functions[index], 0, module_name);
    if (types[index])
        return OBJ(types[index]);
    switch (index) {
    case BUILTIN_Ellipsis:
        return VALUE_ELLIPSIS;
    case BUILTIN_NotImplemented:
        return VALUE_NOTIMPLEMENTED;
    default:
        return VALUE_TRUE; /* __debug__ */
    }
}

static Type *const private_types[] = {
    &rt_type_dict_keys,
    &rt_type_dict_values,
    &rt_type_dict_items,
    &rt_type_dict_iterators[0],
    &rt_type_dict_iterators[1],
    &rt_type_dict_iterators[2],
    &rt_type_dict_iterators[3],
    &rt_type_dict_iterators[4],
    &rt_type_dict_iterators[5],
    &rt_type_dict_iterators[6],
    &rt_type_dict_iterators[7],
    &rt_type_dict_iterators[8],
    &rt_type_dict_iterators[9],
    &rt_type_dict_iterators[10],
    &rt_type_dict_iterators[11],
    &rt_type_set_iterator,
    &rt_type_list_iterator,
    &rt_type_list_reverse_iterator,
    &rt_type_tuple_iterator,
    &rt_type_range_iterator,
    &rt_type_longrange_iterator,
    &rt_type_sequence_iterator,
    &rt_type_callable_iterator,
    &rt_type_union,
    &rt_type_generic_alias,
    &rt_type_text_file,
    &rt_type_binary_file,
    &rt_type_binary_writer,
    &rt_type_binary_random,
    &rt_type_raw_file,
    &rt_type_none,
    &rt_type_notimplemented,
    &rt_type_ellipsis,
};

void containers_init(void) {
    for (int i = 0; i < BUILTIN_COUNT; i++)
        if (types[i])
            type_ready(types[i]);
    for (size_t i = 0; i < sizeof private_types / sizeof private_types[0]; i++)
        type_ready(private_types[i]);
}

int builtins_init(void) {
    Value module_name = str_name("builtins");
    for (int i = 0; i < BUILTIN_COUNT; i++)
        if (!rt_builtins[i] && !(rt_builtins[i] = builtin_value(i, module_name)))
            return -1;
    return io_init();
}

static int module_builtins_init(ModuleObject *module) {
    for (int i = 0; i < BUILTIN_COUNT; i++)
        if (module_set(module, builtin_names[i], value_incref(rt_builtins[i])) < 0)
            return -1;
    if (module_set(module, "True", VALUE_TRUE) < 0 || module_set(module, "False", VALUE_FALSE) < 0)
        return -1;
    return module_set(module, "None", VALUE_NONE);
}

const NativeModule pyrt_module_builtins = {"builtins", module_builtins_init};
