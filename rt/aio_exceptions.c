/*
 * aio_exceptions.c — the exceptions of asyncio.exceptions and asyncio.queues. asyncio.TimeoutError
 * is the built-in one.
 */
#include "aio.h"
#include "containers.h"
#include "exc_types.h"

#define EXCEPTION(class, dotted, base_class, ...)                                                  \
    Type rt_exc_##class = {.name = dotted "." #class,                                              \
                           .base_type = &rt_exc_##base_class,                                      \
                           EXCEPTION_LAYOUT,                                                       \
                           __VA_ARGS__}

EXCEPTION(CancelledError, "asyncio.exceptions", BaseException, .slots = {EXCEPTION_SLOTS});
EXCEPTION(InvalidStateError, "asyncio.exceptions", Exception, .slots = {EXCEPTION_SLOTS});
EXCEPTION(SendfileNotAvailableError, "asyncio.exceptions", RuntimeError,
          .slots = {EXCEPTION_SLOTS});
EXCEPTION(BrokenBarrierError, "asyncio.exceptions", RuntimeError, .slots = {EXCEPTION_SLOTS});
EXCEPTION(QueueEmpty, "asyncio.queues", Exception, .slots = {EXCEPTION_SLOTS});
EXCEPTION(QueueFull, "asyncio.queues", Exception, .slots = {EXCEPTION_SLOTS});

/* ---- the two with attributes, which are any object's: vars() shows them ---------------------- */

/* Sets args to (message,). */
static int set_message(Value self, Value message) {
    Value args = message ? tuple_new(&message, 1) : 0;
    if (!args)
        return -1;
    value_replace(&exc_as(self)->args, args);
    return 0;
}

NATIVE(incomplete_init) {
    NATIVE_UNUSED();
    int64_t length = object_len(args[1]);
    if (length < 0)
        return 0;
    Value expected = args[2] == VALUE_NONE ? str_from_cstr("undefined") : object_repr(args[2]);
    Value message = expected ? str_format("%lld bytes read on a total of %S expected bytes",
                                          (long long)length, expected)
                             : 0;
    value_decref(expected);
    int status = set_message(args[0], message);
    value_decref(message);
    if (status < 0)
        return 0;
    if (object_setattr(args[0], str_name("partial"), args[1]) < 0 ||
        object_setattr(args[0], str_name("expected"), args[2]) < 0)
        return 0;
    return VALUE_NONE;
}

NATIVE(overrun_init) {
    NATIVE_UNUSED();
    if (set_message(args[0], args[1]) < 0 ||
        object_setattr(args[0], str_name("consumed"), args[2]) < 0)
        return 0;
    return VALUE_NONE;
}

/* Calls `spec` with the instance in front of the arguments of the class call. */
static int init_by_spec(const NativeMethod *spec, Value self, const Value *args, uint32_t count,
                        Value names) {
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    if (given > 8)
        return raise_status(&rt_exc_TypeError,
                            "%s() takes 3 positional arguments but %u were given", spec->name,
                            given + 1);
    Value all[9] = {self};
    values_copy(all + 1, args, given);
    Value result = call_spec(spec, NULL, all, count + 1, names);
    value_decref(result);
    return result ? 0 : -1;
}

static int incomplete_new_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "IncompleteReadError.__init__",
                                      .call = incomplete_init,
                                      .min_args = 3,
                                      .max_args = 3,
                                      .keywords = "@ self partial expected"};
    return init_by_spec(&spec, self, args, count, names);
}

static int overrun_new_init(Value self, const Value *args, uint32_t count, Value names) {
    static const NativeMethod spec = {.name = "LimitOverrunError.__init__",
                                      .call = overrun_init,
                                      .min_args = 3,
                                      .max_args = 3,
                                      .keywords = "@ self message consumed"};
    return init_by_spec(&spec, self, args, count, names);
}

/* (class, (first, self.name)); `first_take`, stolen, is 0 if its maker has raised. */
static Value reduce_with(Value self, Value first_take, const char *name) {
    Value second = first_take ? object_getattr(self, str_name(name)) : 0;
    if (!second) {
        value_decref(first_take);
        return 0;
    }
    Value parts[] = {first_take, second};
    return reduce_to_call(value_type(self), tuple_new_take(parts, 2));
}

NATIVE(incomplete_reduce) {
    NATIVE_UNUSED();
    return reduce_with(args[0], object_getattr(args[0], str_name("partial")), "expected");
}

NATIVE(overrun_reduce) {
    NATIVE_UNUSED();
    Value zero = value_from_small_int(0);
    return reduce_with(args[0], object_getitem(exc_as(args[0])->args, zero), "consumed");
}

static const NativeMethod incomplete_methods[] = {
    {.name = "__reduce__", .call = incomplete_reduce, .keywords = "@IncompleteReadError"},
    {0},
};

static const NativeMethod overrun_methods[] = {
    {.name = "__reduce__", .call = overrun_reduce, .keywords = "@LimitOverrunError"},
    {0},
};

EXCEPTION(IncompleteReadError, "asyncio.exceptions", EOFError, .methods = incomplete_methods,
          .slots = {EXCEPTION_SLOTS, .init = incomplete_new_init});
EXCEPTION(LimitOverrunError, "asyncio.exceptions", Exception, .methods = overrun_methods,
          .slots = {EXCEPTION_SLOTS, .init = overrun_new_init});

int aio_exceptions_init(ModuleObject *module) {
    static Type *const types[] = {
        &rt_exc_CancelledError,    &rt_exc_InvalidStateError,  &rt_exc_IncompleteReadError,
        &rt_exc_LimitOverrunError, &rt_exc_BrokenBarrierError, &rt_exc_SendfileNotAvailableError,
        &rt_exc_QueueEmpty,        &rt_exc_QueueFull,
    };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (module_add_type(module, strrchr(types[i]->name, '.') + 1, types[i]) < 0)
            return -1;
    return module_add_type(module, "TimeoutError", &rt_exc_TimeoutError);
}
