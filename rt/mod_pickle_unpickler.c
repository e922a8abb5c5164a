/*
 * mod_pickle_unpickler.c — the class Unpickler, the proxy of its memo, and the functions load and
 * loads.
 */
#include "pickle.h"

#define SELF(value) AS(Unpickler, value)

/* ---- set-up ---------------------------------------------------------------------------------- */

void unpickle_memo_clear(Unpickler *self) {
    Value *memo = self->memo;
    int64_t room = self->memo_room;
    self->memo = NULL;
    self->memo_room = self->memo_count = 0;
    for (int64_t i = 0; i < room; i++)
        value_decref(memo[i]);
    mem_free(memo);
}

static void unpickler_clear(Object *object) {
    Unpickler *self = (Unpickler *)object;
    while (self->height)
        value_decref(self->stack[--self->height]);
    unpickle_memo_clear(self);
    pickle_drop_input(self);
    value_replace(&self->read, 0);
    value_replace(&self->readline, 0);
    value_replace(&self->peek, 0);
    value_replace(&self->persistent_load.function, 0);
    value_replace(&self->buffers, 0);
    value_replace(&self->encoding, 0);
    value_replace(&self->errors, 0);
}

static void unpickler_dealloc(Object *self) {
    unpickler_clear(self);
    mem_free(((Unpickler *)self)->stack);
    mem_free(((Unpickler *)self)->marks);
}

static void visit_all(const Value *values, int64_t count, VisitValue visit, void *context) {
    for (int64_t i = 0; i < count; i++)
        if (values[i])
            visit(values[i], context);
}

static void unpickler_traverse(Object *object, VisitValue visit, void *context) {
    const Unpickler *self = (const Unpickler *)object;
    Value owned[] = {
        self->input,  self->read, self->readline, self->peek, self->persistent_load.function,
        self->buffers};
    visit_all(owned, sizeof owned / sizeof *owned, visit, context);
    visit_all(self->stack, self->height, visit, context);
    visit_all(self->memo, self->memo_room, visit, context);
}

static int read_file(Unpickler *self, Value file) {
    bool failed;
    Value peek = object_getattr_optional(file, str_name("peek"), &failed);
    if (failed)
        return -1;
    value_replace(&self->peek, peek);
    Value read = object_getattr_optional(file, str_name("read"), &failed), readline = 0;
    if (!failed)
        readline = object_getattr_optional(file, str_name("readline"), &failed);
    value_replace(&self->read, read);
    value_replace(&self->readline, readline);
    if (read && readline)
        return 0;
    return failed
               ? -1
               : raise_status(&rt_exc_TypeError, "file must have 'read' and 'readline' attributes");
}

/* options: fix_imports, encoding, errors, buffers; 0: not given. 0 or -1. */
static int configure(Unpickler *self, const Value *options) {
    int fix = options[0] ? object_truth(options[0]) : 1;
    if (fix < 0)
        return -1;
    self->fix_imports = fix;
    for (int i = 1; i < 3; i++)
        if (options[i] && !value_is_str(options[i]))
            return raise_status(&rt_exc_TypeError, "%s must be str, not %A",
                                i == 1 ? "encoding" : "errors", options[i]);
    value_replace(&self->encoding, options[1] ? value_incref(options[1]) : str_name("ASCII"));
    value_replace(&self->errors, options[2] ? value_incref(options[2]) : str_name("strict"));
    Value buffers = options[3] && options[3] != VALUE_NONE ? object_iter(options[3]) : 0;
    if (!buffers && isolate.pending)
        return -1;
    value_replace(&self->buffers, buffers);
    return 0;
}

static Value unpickler_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ(object_new(type, sizeof(Unpickler)));
}

NATIVE(init_bound) {
    NATIVE_UNUSED();
    Unpickler *self = SPEC_DATA(callee);
    pickle_drop_input(self);
    unpickle_memo_clear(self);
    if (read_file(self, args[0]) < 0 || configure(self, args + 1) < 0 ||
        pickle_hook_find(&self->persistent_load, OBJ(self), "persistent_load") < 0)
        return 0;
    return VALUE_NONE;
}

static int unpickler_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "Unpickler",
                                      .call = init_bound,
                                      .min_args = 1,
                                      .max_args = 1,
                                      .kind = METHOD_STATIC,
                                      .keywords = "file fix_imports encoding errors buffers"};
    return call_spec(&spec, AS(Unpickler, self), args, count, names) ? 0 : -1;
}

NATIVE(method_load) {
    NATIVE_UNUSED();
    if (!SELF(args[0])->encoding)
        return raise_error(unpickling_error(),
                           "Unpickler.__init__() was not called by %K.__init__()", args[0]);
    return pickle_load(SELF(args[0]));
}

NATIVE(method_find_class) {
    NATIVE_UNUSED();
    return unpickle_find_class(SELF(args[0]), args[1], args[2]);
}

/* ---- the memo as an attribute ---------------------------------------------------------------- */

NATIVE(proxy_clear) {
    NATIVE_UNUSED();
    unpickle_memo_clear(SELF(AS(MemoProxy, args[0])->machine));
    return VALUE_NONE;
}

/* {index: object} */
NATIVE(proxy_copy) {
    NATIVE_UNUSED();
    const Unpickler *self = SELF(AS(MemoProxy, args[0])->machine);
    Value dict = dict_new();
    for (int64_t i = 0; dict && i < self->memo_room; i++)
        if (self->memo[i] && dict_set(dict, value_from_small_int(i), self->memo[i]) < 0) {
            value_decref(dict);
            return 0;
        }
    return dict;
}

NATIVE(proxy_reduce) {
    NATIVE_UNUSED();
    Value dict = proxy_copy(callee, args, count, names);
    return reduce_to_call(&rt_type_dict, tuple_new_take(&dict, 1));
}

static const NativeMethod proxy_methods[] = {
    {.name = "clear", .call = proxy_clear},
    {.name = "copy", .call = proxy_copy},
    {.name = "__reduce__", .call = proxy_reduce},
    {0},
};

static Type type_memo_proxy = {
    .name = "_pickle.UnpicklerMemoProxy",
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL,
    .basic_size = sizeof(MemoProxy),
    .methods = proxy_methods,
    .slots = {.dealloc = memo_proxy_dealloc, .traverse = memo_proxy_traverse, .unhashable = true},
};

NATIVE(get_memo) {
    NATIVE_UNUSED();
    return memo_proxy_new(&type_memo_proxy, args[0]);
}

static int memo_from_dict(Unpickler *self, Value dict) {
    Value key, value;
    int64_t position = 0;
    while (dict_next(dict, &position, &key, &value)) {
        if (!value_is_int(key))
            return raise_status(&rt_exc_TypeError, "memo key must be integers");
        int64_t index = object_index(key);
        if (index == -1 && isolate.pending)
            return -1;
        if (index < 0)
            return raise_status(&rt_exc_ValueError, "memo key must be positive integers.");
        if (unpickle_memo_put(self, index, value) < 0)
            return -1;
    }
    return 0;
}

static int set_memo(Value self, Value value) {
    if (!value)
        return raise_status(&rt_exc_TypeError, "attribute deletion is not supported");
    Value dict;
    if (value_is(value, &type_memo_proxy))
        dict = proxy_copy(0, &value, 1, 0);
    else if (value_isa(value, &rt_type_dict))
        dict = dict_copy(value);
    else
        return raise_status(&rt_exc_TypeError,
                            "'memo' attribute must be an UnpicklerMemoProxy object or dict, not %T",
                            value);
    if (!dict)
        return -1;
    unpickle_memo_clear(SELF(self));
    int status = memo_from_dict(SELF(self), dict);
    value_decref(dict);
    return status;
}

NATIVE(get_persistent_load) {
    NATIVE_UNUSED();
    return pickle_hook_get(&SELF(args[0])->persistent_load, args[0], "persistent_load");
}

static int set_persistent_load(Value self, Value value) {
    return pickle_hook_set(&SELF(self)->persistent_load, value, "persistent_load");
}

static const NativeMethod unpickler_methods[] = {
    {.name = "load", .call = method_load},
    {.name = "find_class", .call = method_find_class, .min_args = 2, .max_args = 2},
    {.name = "memo", .call = get_memo, .kind = METHOD_GETTER, .set = set_memo},
    {.name = "persistent_load",
     .call = get_persistent_load,
     .kind = METHOD_GETTER,
     .set = set_persistent_load},
    {0},
};

Type rt_type_unpickler = {
    .name = "_pickle.Unpickler",
    .flags = TYPE_DOTTED_NAME | TYPE_OWN_LAYOUT,
    .basic_size = sizeof(Unpickler),
    .methods = unpickler_methods,
    .slots = {.new = unpickler_new,
              .init = unpickler_init,
              .dealloc = unpickler_dealloc,
              .clear = unpickler_clear,
              .traverse = unpickler_traverse},
};

/* ---- load, loads ----------------------------------------------------------------------------- */

/* `source`: a file, or bytes. */
static Value load_from(Value source, const Value *options, int (*open)(Unpickler *, Value)) {
    Unpickler *self = object_new(&rt_type_unpickler, sizeof *self);
    Value result =
        self && open(self, source) == 0 && configure(self, options) == 0 ? pickle_load(self) : 0;
    value_decref(OBJ(self));
    return result;
}

Value pickle_load_function(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    return load_from(args[0], args + 1, read_file);
}

Value pickle_loads_function(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    return load_from(args[0], args + 1, pickle_set_input);
}
