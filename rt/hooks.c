/*
 * hooks.c — sys.excepthook and sys.unraisablehook: used when the program put functions of its own
 * there.
 */
#include "traceback.h"

/* The hook, unless it is missing or the runtime's own. New reference, 0 = none. */
static Value find_hook(const char *name) {
    Value sys = dict_get_cstr_borrow(rt_modules_borrow(), "sys");
    bool failed;
    Value hook = sys ? object_getattr_optional(sys, str_name(name), &failed) : 0;
    exc_clear();
    if (hook && (hook == VALUE_NONE || value_is_native_function(hook))) {
        value_decref(hook);
        return 0;
    }
    return hook;
}

static Value or_none(Value value) {
    return value ? value : VALUE_NONE;
}

bool call_except_hook(Value exception) {
    Value hook = find_hook("excepthook");
    if (!hook)
        return false;
    Value traceback = value_incref(exc_as(exception)->traceback);
    Value args[3] = {OBJ(value_type(exception)), exception, or_none(traceback)};
    Value result = object_call(hook, args, 3, 0);
    value_decref(traceback);
    value_decref(hook);
    if (!result) {
        Value error = exc_fetch();
        static const char title[] = "Error in sys.excepthook:\n";
        rt_stderr_write(title, sizeof title - 1);
        exc_print(error);
        value_decref(error);
        static const char original[] = "\nOriginal exception was:\n";
        rt_stderr_write(original, sizeof original - 1);
        exc_print(exception);
    }
    value_decref(result);
    return true;
}

/* sys.UnraisableHookArgs: five read-only attributes. */
typedef struct HookArgs {
    Object base;
    Value fields[5];
} HookArgs;

static void args_traverse(Object *self, VisitValue visit, void *context) {
    for (int i = 0; i < 5; i++)
        visit(((HookArgs *)self)->fields[i], context);
}

static void args_dealloc(Object *self) {
    for (int i = 0; i < 5; i++)
        value_decref(((HookArgs *)self)->fields[i]);
}

static const char *const field_names[] = {"exc_type", "exc_value", "exc_traceback", "err_msg",
                                          "object"};

static Value args_field(Value callee, const Value *args, uint32_t count, Value names) {
    (void)count, (void)names;
    const char *name = AS(GetsetObject, callee)->method->name;
    int i = 0;
    while (i < 4 && strcmp(field_names[i], name) != 0)
        i++;
    return value_incref(AS(HookArgs, args[0])->fields[i]);
}

static const NativeMethod args_methods[] = {
    {.name = "exc_type", .call = args_field, .kind = METHOD_GETTER},
    {.name = "exc_value", .call = args_field, .kind = METHOD_GETTER},
    {.name = "exc_traceback", .call = args_field, .kind = METHOD_GETTER},
    {.name = "err_msg", .call = args_field, .kind = METHOD_GETTER},
    {.name = "object", .call = args_field, .kind = METHOD_GETTER},
    {0},
};

static Type type_hook_args = {
    .name = "UnraisableHookArgs",
    .basic_size = sizeof(HookArgs),
    .flags = TYPE_FINAL,
    .methods = args_methods,
    .slots = {.dealloc = args_dealloc, .traverse = args_traverse},
};

bool call_unraisable_hook(const char *what, Value where, Value exception) {
    static bool running; /* a hook that asks for the default, or fails, gets the default */
    Value hook = running ? 0 : find_hook("unraisablehook");
    if (!hook)
        return false;
    HookArgs *args = object_new(&type_hook_args, sizeof(HookArgs));
    if (!args) {
        value_decref(hook);
        return false;
    }
    bool usual = !what || strcmp(what, "Exception ignored in") == 0;
    Value fields[5] = {OBJ(value_type(exception)), exception, or_none(exc_as(exception)->traceback),
                       VALUE_NONE, or_none(where)};
    for (int i = 0; i < 5; i++)
        args->fields[i] = value_incref(fields[i]);
    if (!usual)
        value_replace(&args->fields[3], str_from_cstr(what));
    running = true;
    Value result = object_call1(hook, OBJ(args));
    if (!result)
        exc_unraisable("Exception ignored in sys.unraisablehook", hook);
    running = false;
    value_decref(result);
    value_decref(OBJ(args));
    value_decref(hook);
    return true;
}
