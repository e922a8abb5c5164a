/*
 * mod_atexit.c — the module atexit: functions to call when the program ends, the last registered
 * first. What was taken back leaves an empty place, which is counted as in CPython.
 */
#include "containers.h"
#include "object.h"

typedef struct Callback {
    Value function; /* 0: taken back, or called */
    Value args;     /* a tuple: the positional arguments, then those of the keywords */
    Value names;    /* the keywords, or 0 */
} Callback;

static Callback *registered;
static size_t registered_count, registered_room;

static void callback_drop(Callback *callback) {
    Callback old = *callback;
    *callback = (Callback){0};
    value_decref(old.function);
    value_decref(old.args);
    value_decref(old.names);
}

static void forget_all(void) {
    while (registered_count)
        callback_drop(&registered[--registered_count]);
    mem_free(registered);
    registered = NULL;
    registered_room = 0;
}

static int grow(void) {
    size_t room = registered_room ? registered_room * 2 : 8;
    Callback *grown = mem_realloc(registered, room * sizeof *grown);
    if (!grown)
        return -1;
    registered = grown;
    registered_room = room;
    return 0;
}

/* register(func, /, *args, **kwargs) */
NATIVE(atexit_register) {
    (void)callee;
    if (!object_callable(args[0]))
        return raise_error(&rt_exc_TypeError, "the first argument must be callable");
    if (registered_count == registered_room && grow() < 0)
        return 0;
    int64_t keywords = names ? AS(TupleObject, names)->length : 0;
    Value kept = tuple_new(args + 1, (int64_t)count - 1 + keywords);
    if (!kept)
        return 0;
    registered[registered_count++] =
        (Callback){value_incref(args[0]), kept, keywords ? value_incref(names) : 0};
    return value_incref(args[0]);
}

NATIVE(atexit_unregister) {
    NATIVE_UNUSED();
    for (size_t i = 0; i < registered_count; i++) {
        Value function = value_incref(registered[i].function); /* comparing may change the table */
        int same = function ? object_equal(function, args[0]) : 0;
        value_decref(function);
        if (same < 0)
            return 0;
        if (same && i < registered_count)
            callback_drop(&registered[i]);
    }
    return VALUE_NONE;
}

NATIVE(atexit_clear) {
    NATIVE_UNUSED();
    forget_all();
    return VALUE_NONE;
}

NATIVE(atexit_ncallbacks) {
    NATIVE_UNUSED();
    return value_from_small_int((int64_t)registered_count);
}

/* Calls one function, whose place is empty from then on. */
static void run(Callback *place) {
    Callback callback = *place;
    *place = (Callback){0};
    const TupleObject *args = AS(TupleObject, callback.args);
    int64_t keywords = callback.names ? AS(TupleObject, callback.names)->length : 0;
    Value result = object_call(callback.function, args->items, (uint32_t)(args->length - keywords),
                               callback.names);
    if (!result)
        exc_unraisable("Exception ignored in atexit callback", callback.function);
    value_decref(result);
    callback_drop(&callback);
}

/* Functions registered meanwhile are forgotten. */
NATIVE(atexit_run) {
    NATIVE_UNUSED();
    for (size_t i = registered_count; i-- > 0;)
        if (i < registered_count && registered[i].function)
            run(&registered[i]);
    forget_all();
    return VALUE_NONE;
}

static const NativeMethod functions[] = {
    {.name = "register",
     .call = atexit_register,
     .min_args = 1,
     .max_args = -1,
     .kind = METHOD_PARSED,
     .keywords = "*"},
    {.name = "unregister", .call = atexit_unregister, .min_args = 1, .max_args = 1},
    {.name = "_clear", .call = atexit_clear},
    {.name = "_ncallbacks", .call = atexit_ncallbacks},
    {.name = "_run_exitfuncs", .call = atexit_run},
    {0},
};

static int atexit_init(ModuleObject *module) {
    rt_at_finish(forget_all);
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_atexit = {"atexit", atexit_init};
