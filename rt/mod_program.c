/*
 * mod_program.c — the module _program: what the program consists of, for pkgutil, importlib and
 * inspect, and what importlib asks of the interpreter beside.
 */
#include "bytes.h"
#include "containers.h"
#include "object.h"

static Value module_row(const ModuleInfo *info) {
    Value items[3] = {str_from_cstr(info->name), VALUE_BOOL(info->flags & MODULE_PACKAGE),
                      info->file ? str_from_cstr(info->file) : VALUE_NONE};
    Value row = items[0] && items[2] ? tuple_new(items, 3) : 0;
    value_decref(items[0]);
    value_decref(items[2]);
    return row;
}

/* modules(): a list of (name, whether it is a package, file or None) of all modules that were
 * compiled into the program, imported or not. */
static Value program_modules(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    Value list = list_new(NULL, 0);
    for (uint32_t i = 1; list && i < pyrt_program.module_count; i++) {
        Value row = module_row(pyrt_program.modules[i]);
        if (!row || list_append_take(list, row) < 0)
            value_replace(&list, 0);
    }
    return list;
}

/* source_hash(key, source): the hash by which CPython knows bytecode that belongs to a source. */
NATIVE(program_source_hash) {
    NATIVE_UNUSED();
    int64_t key = object_index(args[0]);
    if (key == -1 && isolate.pending)
        return 0;
    Buffer source;
    if (!buffer_view(args[1], &source))
        return buffer_refused(args[1]);
    uint64_t hash = hash_keyed(source.data, (size_t)source.size, (uint64_t)key, 0);
    uint8_t bytes[sizeof hash];
    for (size_t i = 0; i < sizeof hash; i++)
        bytes[i] = (uint8_t)(hash >> (8 * i));
    return bytes_new(bytes, sizeof bytes);
}

/* is_coroutine_function(function): is it written in C, and an `async def` in CPython? */
NATIVE(program_is_coroutine_function) {
    NATIVE_UNUSED();
    return VALUE_BOOL(value_is_native_function(args[0]) && native_is_coroutine(args[0]));
}

static const NativeMethod functions[] = {
    {.name = "modules", .call = program_modules},
    {.name = "is_coroutine_function",
     .call = program_is_coroutine_function,
     .min_args = 1,
     .max_args = 1},
    {.name = "source_hash", .call = program_source_hash, .min_args = 2, .max_args = 2},
    {0},
};

static int program_init(ModuleObject *module) {
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__program = {"_program", program_init};
