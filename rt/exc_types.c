/*
 * exc_types.c — BaseException and the exceptions that add nothing to it, in the hierarchy of the
 * library reference. Those with attributes of their own are in exc_special.c and exc_group.c.
 */
#include "exc_types.h"

/* ---- lifetime -------------------------------------------------------------------------------- */

static void drop(Value *slot) {
    Value old = *slot;
    *slot = 0;
    value_decref(old);
}

/* Fields that some exceptions have behind the common ones. */
static Value *more_fields(Object *self, uint32_t *count) {
    uint32_t size = type_native_base(self->type)->basic_size;
    *count = (size - (uint32_t)sizeof(ExceptionObject)) / (uint32_t)sizeof(Value);
    return (Value *)((ExceptionObject *)self + 1);
}

void exc_traverse(Object *self, VisitValue visit, void *context) {
    ExceptionObject *exception = (ExceptionObject *)self;
    visit(exception->args, context);
    visit(exception->cause, context);
    visit(exception->context, context);
    visit(exception->traceback, context);
    visit(exception->notes, context);
    for (int i = 0; i < 3; i++)
        visit(exception->extra[i], context);
    uint32_t count;
    Value *more = more_fields(self, &count);
    for (uint32_t i = 0; i < count; i++)
        visit(more[i], context);
    if (!(self->type->flags & TYPE_HEAP))
        instance_visit(self, visit, context);
}

/* In CPython's order: what ends with an exception is seen. */
void exc_clear_object(Object *self) {
    ExceptionObject *exception = (ExceptionObject *)self;
    for (int i = 0; i < 3; i++)
        drop(&exception->extra[i]);
    uint32_t count;
    Value *more = more_fields(self, &count);
    for (uint32_t i = 0; i < count; i++)
        drop(&more[i]);
    if (!(self->type->flags & TYPE_HEAP) && exception->slots.shape)
        instance_drop(self);
    drop(&exception->args);
    drop(&exception->notes);
    drop(&exception->traceback);
    drop(&exception->cause);
    drop(&exception->context);
}

void exc_dealloc(Object *self) {
    exc_clear_object(self);
}

/* ---- making ---------------------------------------------------------------------------------- */

Value exc_base_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)names;
    ExceptionObject *self = object_new(type, type_native_base(type)->basic_size);
    if (!self)
        return 0;
    self->args = tuple_new(args, count);
    if (!self->args) {
        value_decref(OBJ(self));
        return 0;
    }
    return OBJ(self);
}

int exc_base_init(Value self, const Value *args, uint32_t count, Value names) {
    if (names && AS(TupleObject, names)->length)
        return raise_status(&rt_exc_TypeError, "%T() takes no keyword arguments", self);
    const TupleObject *old = AS(TupleObject, exc_as(self)->args);
    bool same = old && old->length == count;
    for (uint32_t i = 0; same && i < count; i++)
        same = old->items[i] == args[i];
    if (same)
        return 0;
    Value tuple = tuple_new(args, count);
    if (!tuple)
        return -1;
    value_replace(&exc_as(self)->args, tuple);
    return 0;
}

int exc_keywords(Type *type, const Value *values, Value names, const char *const *keywords,
                 Value *const *fields) {
    for (int64_t i = 0; names && i < AS(TupleObject, names)->length; i++) {
        Value name = AS(TupleObject, names)->items[i];
        int place = 0;
        while (keywords[place] && !str_equal_cstr(name, keywords[place]))
            place++;
        if (!keywords[place])
            return raise_status(&rt_exc_TypeError, "'%S' is an invalid keyword argument for %N()",
                                name, type);
        value_replace(fields[place], value_incref(values[i]));
    }
    return 0;
}

/* ---- showing --------------------------------------------------------------------------------- */

static Value base_str(Value self) {
    Value args = exc_as(self)->args;
    int64_t count = args ? AS(TupleObject, args)->length : 0;
    if (count == 0)
        return str_from_cstr("");
    return count == 1 ? object_str(AS(TupleObject, args)->items[0]) : object_str(args);
}

static Value base_repr(Value self) {
    Value args = exc_as(self)->args;
    if (args && AS(TupleObject, args)->length == 1)
        return str_format("%T(%R)", self, AS(TupleObject, args)->items[0]);
    if (!args)
        return str_format("%T()", self);
    return str_format("%T%R", self, args);
}

/* ---- attributes ------------------------------------------------------------------------------ */

Value exc_field(Value field) {
    return field ? value_incref(field) : VALUE_NONE;
}

int exc_set_field(Value *field, Value value) {
    value_replace(field, value ? value_incref(value) : 0);
    return 0;
}

#define NATIVE(name) static Value name(Value callee, const Value *args, uint32_t count, Value names)
#define UNUSED()     ((void)callee, (void)args, (void)count, (void)names)

NATIVE(args_get) {
    UNUSED();
    Value tuple = exc_as(args[0])->args;
    return tuple ? value_incref(tuple) : tuple_new(NULL, 0);
}

static int args_set(Value self, Value value) {
    if (!value)
        return raise_status(&rt_exc_TypeError, "args may not be deleted");
    Value tuple = tuple_from_iterable(value);
    if (!tuple)
        return -1;
    value_replace(&exc_as(self)->args, tuple);
    return 0;
}

NATIVE(traceback_get) {
    UNUSED();
    return exc_field(exc_as(args[0])->traceback);
}

static int traceback_set(Value self, Value value) {
    if (!value)
        return raise_status(&rt_exc_TypeError, "__traceback__ may not be deleted");
    if (value != VALUE_NONE && !value_is(value, &rt_type_traceback))
        return raise_status(&rt_exc_TypeError, "__traceback__ must be a traceback or None");
    return exc_set_field(&exc_as(self)->traceback, value == VALUE_NONE ? 0 : value);
}

NATIVE(context_get) {
    UNUSED();
    return exc_field(exc_as(args[0])->context);
}

static int link_set(Value *field, Value value, const char *attribute, const char *what) {
    if (!value)
        return raise_status(&rt_exc_TypeError, "%s may not be deleted", attribute);
    if (value != VALUE_NONE && !value_isa(value, &rt_exc_BaseException))
        return raise_status(&rt_exc_TypeError,
                            "exception %s must be None or derive from BaseException", what);
    return exc_set_field(field, value == VALUE_NONE ? 0 : value);
}

static int context_set(Value self, Value value) {
    return link_set(&exc_as(self)->context, value, "__context__", "context");
}

NATIVE(cause_get) {
    UNUSED();
    return exc_field(exc_as(args[0])->cause);
}

static int cause_set(Value self, Value value) {
    if (link_set(&exc_as(self)->cause, value, "__cause__", "cause") < 0)
        return -1;
    exc_as(self)->suppress_context = 1;
    return 0;
}

NATIVE(suppress_get) {
    UNUSED();
    return VALUE_BOOL(exc_as(args[0])->suppress_context);
}

static int suppress_set(Value self, Value value) {
    if (!value)
        return raise_status(&rt_exc_TypeError, "can't delete numeric/char attribute");
    if (value != VALUE_TRUE && value != VALUE_FALSE)
        return raise_status(&rt_exc_TypeError, "attribute value type must be bool");
    exc_as(self)->suppress_context = value == VALUE_TRUE;
    return 0;
}

NATIVE(dict_get) {
    UNUSED();
    Value dict = instance_dict_borrow(value_object(args[0]));
    return dict ? value_incref(dict) : 0;
}

static int dict_set_attribute(Value self, Value value) {
    if (!value || !value_isa(value, &rt_type_dict))
        return raise_status(&rt_exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'",
                            value ? value : VALUE_NONE);
    return instance_set_dict(value_object(self), value);
}

NATIVE(with_traceback) {
    UNUSED();
    return traceback_set(args[0], args[1]) < 0 ? 0 : value_incref(args[0]);
}

NATIVE(add_note) {
    UNUSED();
    if (!value_isa(args[1], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "note must be a str, not '%T'", args[1]);
    Value name = str_name("__notes__");
    bool failed;
    Value notes = object_getattr_optional(args[0], name, &failed);
    if (failed)
        return 0;
    int status = 0;
    if (!notes) {
        notes = list_new(NULL, 0);
        status = notes ? object_setattr(args[0], name, notes) : -1;
    } else if (!value_isa(notes, &rt_type_list)) {
        status = raise_status(&rt_exc_TypeError, "Cannot add note: __notes__ is not a list");
    }
    if (status == 0)
        status = list_append(notes, args[1]);
    value_decref(notes);
    return status < 0 ? 0 : VALUE_NONE;
}

Value exc_reduce(Value self, Value args_take, Value state_take) {
    if (!args_take || !state_take) {
        value_decref(args_take);
        value_decref(state_take);
        return 0;
    }
    Value items[3] = {value_incref(OBJ(value_type(self))), args_take, state_take};
    if (dict_len(state_take))
        return tuple_new_take(items, 3);
    value_decref(state_take);
    return tuple_new_take(items, 2);
}

NATIVE(reduce) {
    UNUSED();
    return exc_reduce(args[0], value_incref(exc_as(args[0])->args),
                      instance_dict_copy(value_object(args[0])));
}

NATIVE(setstate) {
    UNUSED();
    if (args[1] == VALUE_NONE)
        return VALUE_NONE;
    if (!value_isa(args[1], &rt_type_dict))
        return raise_error(&rt_exc_TypeError, "state is not a dictionary");
    int64_t position = 0;
    Value key, value;
    while (dict_next(args[1], &position, &key, &value))
        if (object_setattr(args[0], key, value) < 0)
            return 0;
    return VALUE_NONE;
}

static const NativeMethod base_methods[] = {
    {.name = "args", .call = args_get, .kind = METHOD_GETTER, .set = args_set},
    {.name = "__traceback__", .call = traceback_get, .kind = METHOD_GETTER, .set = traceback_set},
    {.name = "__context__", .call = context_get, .kind = METHOD_GETTER, .set = context_set},
    {.name = "__cause__", .call = cause_get, .kind = METHOD_GETTER, .set = cause_set},
    {.name = "__suppress_context__",
     .call = suppress_get,
     .kind = METHOD_GETTER,
     .set = suppress_set},
    {.name = "__dict__", .call = dict_get, .kind = METHOD_GETTER, .set = dict_set_attribute},
    {.name = "with_traceback", .call = with_traceback, .min_args = 1, .max_args = 1},
    {.name = "add_note", .call = add_note, .min_args = 1, .max_args = 1},
    {.name = "__reduce__", .call = reduce},
    {.name = "__setstate__", .call = setstate, .min_args = 1, .max_args = 1},
    {0},
};

Type rt_exc_BaseException = {
    .name = "BaseException",
    EXCEPTION_LAYOUT,
    .methods = base_methods,
    .doc = "Common base class for all exceptions",
    .slots = {EXCEPTION_SLOTS, .repr = base_repr, .str = base_str, .new = exc_base_new,
              .init = exc_base_init},
};

/* ---- those that add nothing ------------------------------------------------------------------ */

/* Most exceptions are a name: their types are filled at the start, instead of standing in the
 * executable as hundreds of zero bytes each. */
/* clang-format off */
#define PLAIN_EXCEPTIONS(X)                                                                        \
    X(GeneratorExit, BaseException, "Request that a generator exit.")                              \
    X(KeyboardInterrupt, BaseException, "Program interrupted by user.")                            \
    X(Exception, BaseException, "Common base class for all non-exit exceptions.")                  \
    X(ArithmeticError, Exception, "Base class for arithmetic errors.")                             \
    X(FloatingPointError, ArithmeticError, "Floating point operation failed.")                     \
    X(OverflowError, ArithmeticError, "Result too large to be represented.")                       \
    X(ZeroDivisionError, ArithmeticError, "Second argument to a division or modulo operation "     \
      "was zero.")                                                                                 \
    X(AssertionError, Exception, "Assertion failed.")                                              \
    X(BufferError, Exception, "Buffer error.")                                                     \
    X(EOFError, Exception, "Read beyond end of file.")                                             \
    X(ModuleNotFoundError, ImportError, "Module not found.")                                       \
    X(LookupError, Exception, "Base class for lookup errors.")                                     \
    X(IndexError, LookupError, "Sequence index out of range.")                                     \
    X(MemoryError, Exception, "Out of memory.")                                                    \
    X(UnboundLocalError, NameError, "Local name referenced but not bound to a value.")             \
    X(BlockingIOError, OSError, "I/O operation would block.")                                      \
    X(ChildProcessError, OSError, "Child process error.")                                          \
    X(ConnectionError, OSError, "Connection error.")                                               \
    X(BrokenPipeError, ConnectionError, "Broken pipe.")                                            \
    X(ConnectionAbortedError, ConnectionError, "Connection aborted.")                              \
    X(ConnectionRefusedError, ConnectionError, "Connection refused.")                              \
    X(ConnectionResetError, ConnectionError, "Connection reset.")                                  \
    X(FileExistsError, OSError, "File already exists.")                                            \
    X(FileNotFoundError, OSError, "File not found.")                                               \
    X(InterruptedError, OSError, "Interrupted by signal.")                                         \
    X(IsADirectoryError, OSError, "Operation doesn't work on directories.")                        \
    X(NotADirectoryError, OSError, "Operation only works on directories.")                         \
    X(PermissionError, OSError, "Not enough permissions.")                                         \
    X(ProcessLookupError, OSError, "Process not found.")                                           \
    X(TimeoutError, OSError, "Timeout expired.")                                                   \
    X(ReferenceError, Exception, "Weak ref proxy used after referent went away.")                  \
    X(RuntimeError, Exception, "Unspecified run-time error.")                                      \
    X(NotImplementedError, RuntimeError, "Method or function hasn't been implemented yet.")        \
    X(RecursionError, RuntimeError, "Recursion limit exceeded.")                                   \
    X(StopAsyncIteration, Exception, "Signal the end from iterator.__anext__().")                  \
    X(IndentationError, SyntaxError, "Improper indentation.")                                      \
    X(TabError, IndentationError, "Improper mixture of spaces and tabs.")                          \
    X(SystemError, Exception, "Internal error in the Python interpreter.\n\nPlease report "        \
      "this to the Python maintainer, along with the traceback,\nthe Python version, and the "     \
      "hardware/OS platform and version.")                                                         \
    X(TypeError, Exception, "Inappropriate argument type.")                                        \
    X(ValueError, Exception, "Inappropriate argument value (of correct type).")                    \
    X(UnicodeError, ValueError, "Unicode related error.")                                          \
    X(Warning, Exception, "Base class for warning categories.")                                    \
    X(BytesWarning, Warning, "Base class for warnings about bytes and buffer related "             \
      "problems, mostly\nrelated to conversion from str or comparing to str.")                     \
    X(DeprecationWarning, Warning, "Base class for warnings about deprecated features.")           \
    X(EncodingWarning, Warning, "Base class for warnings about encodings.")                        \
    X(FutureWarning, Warning, "Base class for warnings about constructs that will change "         \
      "semantically\nin the future.")                                                              \
    X(ImportWarning, Warning, "Base class for warnings about probable mistakes in module "         \
      "imports")                                                                                   \
    X(PendingDeprecationWarning, Warning, "Base class for warnings about features which will "     \
      "be deprecated\nin the future.")                                                             \
    X(ResourceWarning, Warning, "Base class for warnings about resource usage.")                   \
    X(RuntimeWarning, Warning, "Base class for warnings about dubious runtime behavior.")          \
    X(SyntaxWarning, Warning, "Base class for warnings about dubious syntax.")                     \
    X(UnicodeWarning, Warning, "Base class for warnings about Unicode related problems, "          \
      "mostly\nrelated to conversion problems.")                                                   \
    X(UserWarning, Warning, "Base class for warnings generated by user code.")
/* clang-format on */

#define X(name, base, doc) Type rt_exc_##name;
PLAIN_EXCEPTIONS(X)
#undef X

typedef struct PlainException {
    Type *type, *base;
    const char *name, *doc;
} PlainException;

static const PlainException plain_exceptions[] = {
#define X(name, base, doc) {&rt_exc_##name, &rt_exc_##base, #name, doc},
    PLAIN_EXCEPTIONS(X)
#undef X
};

static void fill_plain_exceptions(void) {
    for (size_t i = 0; i < sizeof plain_exceptions / sizeof *plain_exceptions; i++) {
        const PlainException *row = &plain_exceptions[i];
        row->type->name = row->name;
        row->type->base_type = row->base;
        row->type->doc = row->doc;
        /* Each has methods of its own, which come before those of other bases. */
        row->type->slots.init = row->base->slots.init;
        if (row->base->slots.new == exc_base_new)
            row->type->slots.new = exc_base_new;
    }
}

/* ---- start ----------------------------------------------------------------------------------- */

int exc_types_init(void) {
    fill_plain_exceptions();
    Value bases[2] = {OBJ(&rt_exc_BaseExceptionGroup), OBJ(&rt_exc_Exception)};
    type_ready(&rt_exc_BaseExceptionGroup);
    type_ready(&rt_exc_Exception);
    rt_exc_ExceptionGroup.bases = tuple_new(bases, 2);
#define X(name) type_ready(&rt_exc_##name);
    RT_EXCEPTIONS(X)
#undef X
    rt_no_memory_instance = exc_make(&rt_exc_MemoryError, 0);
    return rt_no_memory_instance ? 0 : -1;
}

/* ---- classes of modules ---------------------------------------------------------------------- */

Value exc_class_new(const char *module, const char *name, Value bases) {
    Value tuple = value_isa(bases, &rt_type_tuple) ? value_incref(bases) : tuple_new(&bases, 1);
    Value namespace = dict_new(), text = str_from_cstr(name), result = 0;
    if (tuple && namespace && text &&
        dict_set_cstr_take(namespace, "__module__", str_from_cstr(module)) == 0) {
        Value args[3] = {text, tuple, namespace};
        result = object_call(OBJ(&rt_type_type), args, 3, 0);
    }
    value_decref(text);
    value_decref(namespace);
    value_decref(tuple);
    return result;
}
