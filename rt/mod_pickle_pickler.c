/*
 * mod_pickle_pickler.c — the class Pickler, the proxy that its attribute `memo` answers (and what
 * the one of Unpickler has in common with it), and the functions dump and dumps.
 */
#include "pickle.h"

#define SELF(value) AS(Pickler, value)

/* ---- hooks ----------------------------------------------------------------------------------- */

int pickle_hook_find(PickleHook *hook, Value owner, const char *name) {
    bool failed;
    Value found = object_getattr_optional(owner, str_name(name), &failed);
    if (failed)
        return -1;
    hook->bound =
        found && value_is(found, &rt_type_method) && AS(MethodObject, found)->self == owner;
    if (hook->bound) {
        Value function = value_incref(AS(MethodObject, found)->function);
        value_decref(found);
        found = function;
    }
    value_replace(&hook->function, found);
    return 0;
}

Value pickle_hook_call(const PickleHook *hook, Value owner, Value argument) {
    Value args[] = {owner, argument}, function = value_incref(hook->function);
    Value result =
        hook->bound ? object_call(function, args, 2, 0) : object_call(function, args + 1, 1, 0);
    value_decref(function);
    return result;
}

Value pickle_hook_get(const PickleHook *hook, Value owner, const char *name) {
    if (!hook->function)
        return raise_error(&rt_exc_AttributeError, "%s", name);
    return hook->bound ? method_new(hook->function, owner) : value_incref(hook->function);
}

int pickle_hook_set(PickleHook *hook, Value value, const char *name) {
    if (!value)
        return raise_status(&rt_exc_TypeError, "attribute deletion is not supported");
    if (!object_callable(value))
        return raise_status(&rt_exc_TypeError, "%s must be a callable taking one argument", name);
    hook->bound = false;
    value_replace(&hook->function, value_incref(value));
    return 0;
}

/* ---- set-up and the work --------------------------------------------------------------------- */

static int read_protocol(Value given, int64_t *protocol) {
    *protocol = PICKLE_DEFAULT;
    if (!given || given == VALUE_NONE)
        return 0;
    int64_t number = object_index(given);
    if (number == -1 && isolate.pending)
        return -1;
    if (number > PICKLE_HIGHEST)
        return raise_status(&rt_exc_ValueError, "pickle protocol must be <= %d", PICKLE_HIGHEST);
    *protocol = number < 0 ? PICKLE_HIGHEST : number;
    return 0;
}

static int read_file(Pickler *self, Value file) {
    bool failed;
    Value write = object_getattr_optional(file, str_name("write"), &failed);
    if (!write)
        return failed ? -1 : raise_status(&rt_exc_TypeError, "file must have a 'write' attribute");
    value_replace(&self->write, write);
    return 0;
}

int pickler_configure(Pickler *self, Value file, Value protocol, Value fix_imports,
                      Value buffer_callback) {
    int fix = fix_imports ? object_truth(fix_imports) : 1;
    if (fix < 0 || read_protocol(protocol, &self->protocol) < 0)
        return -1;
    self->binary = self->protocol > 0;
    self->fix_imports = fix && self->protocol < 3;
    self->frame = -1;
    if (file && read_file(self, file) < 0)
        return -1;
    if (buffer_callback == VALUE_NONE)
        buffer_callback = 0;
    if (buffer_callback && self->protocol < PICKLE_HIGHEST)
        return raise_status(&rt_exc_ValueError, "buffer_callback needs protocol >= 5");
    value_replace(&self->buffer_callback, value_incref(buffer_callback));
    return 0;
}

int pickler_dump(Pickler *self, Value object) {
    self->out.size = 0;
    self->frame = -1;
    uint8_t protocol[2] = {OP_PROTO, (uint8_t)self->protocol};
    if (self->protocol >= 2 && pickle_write(self, protocol, 2) < 0)
        return -1;
    self->framing = self->protocol >= 4;
    int status = pickle_save(self, object) < 0 ? -1 : pickle_op(self, OP_STOP);
    if (status == 0)
        status = pickle_close_frame(self);
    self->framing = false;
    return status;
}

static void pickler_clear(Object *object) {
    Pickler *self = (Pickler *)object;
    pickle_memo_clear(&self->memo);
    value_replace(&self->write, 0);
    value_replace(&self->persistent_id.function, 0);
    value_replace(&self->dispatch_table, 0);
    value_replace(&self->reducer_override, 0);
    value_replace(&self->buffer_callback, 0);
    value_replace(&self->fast_seen, 0);
}

static void pickler_dealloc(Object *self) {
    pickler_clear(self);
    mem_free(((Pickler *)self)->out.data);
}

static void pickler_traverse(Object *object, VisitValue visit, void *context) {
    Pickler *self = (Pickler *)object;
    for (int64_t i = 0; self->memo.entries && i <= self->memo.mask; i++)
        if (self->memo.entries[i].object)
            visit(self->memo.entries[i].object, context);
    Value owned[] = {self->write,           self->persistent_id.function,
                     self->dispatch_table,  self->reducer_override,
                     self->buffer_callback, self->fast_seen};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        if (owned[i])
            visit(owned[i], context);
}

static Value pickler_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    return OBJ(object_new(type, sizeof(Pickler)));
}

NATIVE(init_bound) {
    NATIVE_UNUSED();
    Pickler *self = SPEC_DATA(callee);
    bool failed;
    if (pickler_configure(self, args[0], args[1], args[2], args[3]) < 0 ||
        pickle_hook_find(&self->persistent_id, OBJ(self), "persistent_id") < 0)
        return 0;
    pickle_memo_clear(&self->memo);
    Value table = object_getattr_optional(OBJ(self), str_name("dispatch_table"), &failed);
    if (failed)
        return 0;
    value_replace(&self->dispatch_table, table);
    self->fast = 0;
    return VALUE_NONE;
}

static int pickler_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "Pickler",
                                      .call = init_bound,
                                      .min_args = 1,
                                      .max_args = 4,
                                      .kind = METHOD_STATIC,
                                      .keywords = "file protocol fix_imports buffer_callback"};
    return call_spec(&spec, AS(Pickler, self), args, count, names) ? 0 : -1;
}

NATIVE(method_dump) {
    NATIVE_UNUSED();
    Pickler *self = SELF(args[0]);
    bool failed;
    if (!self->write)
        return raise_error(pickling_error(), "Pickler.__init__() was not called by %K.__init__()",
                           args[0]);
    Value override = object_getattr_optional(args[0], str_name("reducer_override"), &failed);
    if (failed)
        return 0;
    value_replace(&self->reducer_override, override);
    int status = pickler_dump(self, args[1]) < 0 ? -1 : pickle_flush(self);
    value_replace(&self->reducer_override, 0); /* no cycle through a bound method */
    return status < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_clear_memo) {
    NATIVE_UNUSED();
    pickle_memo_clear(&SELF(args[0])->memo);
    return VALUE_NONE;
}

/* ---- the memo as an attribute ---------------------------------------------------------------- */

Value memo_proxy_new(Type *type, Value machine) {
    type_ready(type);
    MemoProxy *proxy = object_new(type, sizeof *proxy);
    if (proxy)
        proxy->machine = value_incref(machine);
    return OBJ(proxy);
}

void memo_proxy_dealloc(Object *self) {
    value_replace(&((MemoProxy *)self)->machine, 0);
}

void memo_proxy_traverse(Object *self, VisitValue visit, void *context) {
    if (((MemoProxy *)self)->machine)
        visit(((MemoProxy *)self)->machine, context);
}

static Value id_of(Value object) {
    return object_call1(rt_builtins[BUILTIN_id], object);
}

/* {id: (index, object)} */
static Value memo_dict(const PickleMemo *memo) {
    Value dict = dict_new();
    for (int64_t i = 0; dict && memo->entries && i <= memo->mask; i++) {
        const struct PickleMemoEntry *entry = &memo->entries[i];
        if (!entry->object)
            continue;
        Value pair[] = {value_from_small_int(entry->index), entry->object};
        Value tuple = tuple_new(pair, 2), key = tuple ? id_of(entry->object) : 0;
        int status = key ? dict_set(dict, key, tuple) : -1;
        value_decref(tuple);
        value_decref(key);
        if (status < 0) {
            value_decref(dict);
            return 0;
        }
    }
    return dict;
}

NATIVE(proxy_clear) {
    NATIVE_UNUSED();
    pickle_memo_clear(&SELF(AS(MemoProxy, args[0])->machine)->memo);
    return VALUE_NONE;
}

NATIVE(proxy_copy) {
    NATIVE_UNUSED();
    return memo_dict(&SELF(AS(MemoProxy, args[0])->machine)->memo);
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
    .name = "_pickle.PicklerMemoProxy",
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL,
    .basic_size = sizeof(MemoProxy),
    .methods = proxy_methods,
    .slots = {.dealloc = memo_proxy_dealloc, .traverse = memo_proxy_traverse, .unhashable = true},
};

NATIVE(get_memo) {
    NATIVE_UNUSED();
    return memo_proxy_new(&type_memo_proxy, args[0]);
}

static int memo_from_dict(PickleMemo *memo, Value dict) {
    Value key, pair;
    int64_t position = 0, index;
    while (dict_next(dict, &position, &key, &pair)) {
        if (!value_isa(pair, &rt_type_tuple) || AS(TupleObject, pair)->length != 2)
            return raise_status(&rt_exc_TypeError, "'memo' values must be 2-item tuples");
        index = object_index(AS(TupleObject, pair)->items[0]);
        if ((index == -1 && isolate.pending) ||
            pickle_memo_add(memo, AS(TupleObject, pair)->items[1], index) < 0)
            return -1;
    }
    return 0;
}

static int set_memo(Value self, Value value) {
    PickleMemo memo = {0};
    int status = 0;
    if (!value)
        return raise_status(&rt_exc_TypeError, "attribute deletion is not supported");
    if (value_is(value, &type_memo_proxy)) {
        const PickleMemo *other = &SELF(AS(MemoProxy, value)->machine)->memo;
        for (int64_t i = 0; status == 0 && other->entries && i <= other->mask; i++)
            if (other->entries[i].object)
                status = pickle_memo_add(&memo, other->entries[i].object, other->entries[i].index);
    } else if (value_isa(value, &rt_type_dict)) {
        status = memo_from_dict(&memo, value);
    } else {
        return raise_status(&rt_exc_TypeError,
                            "'memo' attribute must be a PicklerMemoProxy object or dict, not %T",
                            value);
    }
    if (status < 0) {
        pickle_memo_clear(&memo);
        return -1;
    }
    pickle_memo_clear(&SELF(self)->memo);
    SELF(self)->memo = memo;
    return 0;
}

/* ---- other attributes ------------------------------------------------------------------------ */

NATIVE(get_persistent_id) {
    NATIVE_UNUSED();
    return pickle_hook_get(&SELF(args[0])->persistent_id, args[0], "persistent_id");
}

static int set_persistent_id(Value self, Value value) {
    return pickle_hook_set(&SELF(self)->persistent_id, value, "persistent_id");
}

NATIVE(get_dispatch_table) {
    NATIVE_UNUSED();
    Value table = SELF(args[0])->dispatch_table;
    return table ? value_incref(table)
                 : raise_error(&rt_exc_AttributeError,
                               "'%T' object has no attribute 'dispatch_table'", args[0]);
}

static int set_dispatch_table(Value self, Value value) {
    value_replace(&SELF(self)->dispatch_table, value_incref(value));
    return 0;
}

NATIVE(get_fast) {
    NATIVE_UNUSED();
    return value_from_small_int(SELF(args[0])->fast);
}

static int set_fast(Value self, Value value) {
    int64_t fast = value ? object_index(value) : 0;
    if (fast == -1 && isolate.pending)
        return -1;
    SELF(self)->fast = fast;
    return 0;
}

NATIVE(get_bin) {
    NATIVE_UNUSED();
    return value_from_small_int(SELF(args[0])->binary);
}

static int set_bin(Value self, Value value) {
    int64_t binary = value ? object_index(value) : 0;
    if (binary == -1 && isolate.pending)
        return -1;
    SELF(self)->binary = binary != 0;
    return 0;
}

#define ATTRIBUTE(python_name)                                                                     \
    {                                                                                              \
        .name = #python_name, .call = get_##python_name, .kind = METHOD_GETTER,                    \
        .set = set_##python_name                                                                   \
    }
static const NativeMethod pickler_methods[] = {
    {.name = "dump", .call = method_dump, .min_args = 1, .max_args = 1},
    {.name = "clear_memo", .call = method_clear_memo},
    ATTRIBUTE(memo),
    ATTRIBUTE(persistent_id),
    ATTRIBUTE(dispatch_table),
    ATTRIBUTE(fast),
    ATTRIBUTE(bin),
    {0},
};

Type rt_type_pickler = {
    .name = "_pickle.Pickler",
    .flags = TYPE_DOTTED_NAME | TYPE_OWN_LAYOUT,
    .basic_size = sizeof(Pickler),
    .methods = pickler_methods,
    .slots = {.new = pickler_new,
              .init = pickler_init,
              .dealloc = pickler_dealloc,
              .clear = pickler_clear,
              .traverse = pickler_traverse},
};

/* ---- dump, dumps ----------------------------------------------------------------------------- */

/* (object, file or 0, protocol, fix_imports, buffer_callback) */
static Value dump_with(const Value *args, bool to_file) {
    const Value *rest = args + 1 + to_file;
    Pickler *self = object_new(&rt_type_pickler, sizeof *self);
    Value result = 0;
    if (self && pickler_configure(self, to_file ? args[1] : 0, rest[0], rest[1], rest[2]) == 0 &&
        pickler_dump(self, args[0]) == 0) {
        if (!to_file)
            result = bytes_new(self->out.data, (size_t)self->out.size);
        else
            result = pickle_flush(self) < 0 ? 0 : VALUE_NONE;
    }
    value_decref(OBJ(self));
    return result;
}

Value pickle_dump_function(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    return dump_with(args, true);
}

Value pickle_dumps_function(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    return dump_with(args, false);
}
