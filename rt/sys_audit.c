/*
 * sys_audit.c — the parts of sys that look into an interpreter, as far as a compiled program has
 * them: audit hooks (called for the events that Python code reports; the runtime reports none of
 * its own), facts about threads and memory, flags of dlopen.
 */
#include "containers.h"
#include "object.h"
#include "numbers.h"
#include "record.h"

static Value hooks; /* list, or 0 before the first one is added */
static int64_t open_flags = 2 /* RTLD_NOW */;

/* addaudithook(hook): an exception of an earlier hook, if it is a RuntimeError, refuses silently.
 */
NATIVE(sys_addaudithook) {
    NATIVE_UNUSED();
    if (!hooks && !(hooks = list_new(NULL, 0)))
        return 0;
    return list_append(hooks, args[0]) < 0 ? 0 : VALUE_NONE;
}

/* audit(event, *args) */
NATIVE(sys_audit) {
    (void)callee, (void)names;
    if (!value_isa(args[0], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "expected str for argument 'event', not %T", args[0]);
    if (!hooks)
        return VALUE_NONE;
    Value arguments = tuple_new(args + 1, count - 1);
    Value pair[2] = {args[0], arguments};
    bool failed = !arguments;
    for (int64_t i = 0; !failed && i < AS(ListObject, hooks)->length; i++) {
        Value answer = object_call(AS(ListObject, hooks)->items[i], pair, 2, 0);
        failed = !answer;
        value_decref(answer);
    }
    value_decref(arguments);
    return failed ? 0 : VALUE_NONE;
}

/* call_tracing(func, args): there is no tracing, so it is a call. */
NATIVE(sys_call_tracing) {
    NATIVE_UNUSED();
    if (!value_isa(args[1], &rt_type_tuple))
        return raise_error(&rt_exc_TypeError, "call_tracing() argument 2 must be tuple, not %T",
                           args[1]);
    const TupleObject *arguments = AS(TupleObject, args[1]);
    return object_call(args[0], arguments->items, (uint32_t)arguments->length, 0);
}

NATIVE(sys_breakpointhook) {
    NATIVE_UNUSED();
    return raise_error(&rt_exc_RuntimeError, "there is no debugger in a compiled program");
}

NATIVE(sys_getallocatedblocks) {
    NATIVE_UNUSED();
    return value_from_small_int(0);
}

NATIVE(sys_getdlopenflags) {
    NATIVE_UNUSED();
    return value_from_small_int(open_flags);
}

NATIVE(sys_setdlopenflags) {
    NATIVE_UNUSED();
    int64_t flags = object_index(args[0]);
    if (flags == -1 && isolate.pending)
        return 0;
    open_flags = flags;
    return VALUE_NONE;
}

static const NativeMethod functions[] = {
    {.name = "addaudithook",
     .call = sys_addaudithook,
     .min_args = 1,
     .max_args = 1,
     .keywords = "hook"},
    {.name = "audit", .call = sys_audit, .min_args = 1, .max_args = -1},
    {.name = "breakpointhook", .call = sys_breakpointhook, .max_args = -1, .keywords = "*"},
    {.name = "__breakpointhook__", .call = sys_breakpointhook, .max_args = -1, .keywords = "*"},
    {.name = "call_tracing", .call = sys_call_tracing, .min_args = 2, .max_args = 2},
    {.name = "getallocatedblocks", .call = sys_getallocatedblocks},
    {.name = "getdlopenflags", .call = sys_getdlopenflags},
    {.name = "setdlopenflags", .call = sys_setdlopenflags, .min_args = 1, .max_args = 1},
    {0},
};

int sys_init_audit(ModuleObject *module) {
    Value thread[] = {str_from_cstr("pthread"), str_from_cstr("semaphore"), VALUE_NONE};
    Value type = record_type_new("sys", "thread_info", "name lock version", 3);
    Value record = type ? record_new(type, thread, 3) : 0;
    value_decref(type);
    if (module_set(module, "thread_info", record) < 0 ||
        module_set(module, "api_version", value_from_small_int(1013)) < 0 ||
        module_set(module, "path_importer_cache", dict_new()) < 0 ||
        module_set(module, "pycache_prefix", VALUE_NONE) < 0)
        return -1;
    return module_add_functions(module, functions);
}
