/*
 * exc.c — the state of exceptions: the pending one, the chain of handled ones, raising with context
 * and cause, matching, and `with`.
 *
 * isolate.pending is the exception on its way up. A handler moves it to the handled item of the
 * running coroutine or thread; items form a chain through the coroutines that wait for each other,
 * and sys.exc_info() and implicit chaining see the innermost item that is not empty.
 */
#include "exc_types.h"
#include "object.h"

Value rt_no_memory_instance;

/* ---- pending --------------------------------------------------------------------------------- */

Value exc_fetch(void) {
    Value exception = isolate.pending;
    isolate.pending = 0;
    return exception;
}

void exc_restore_take(Value exception) {
    Value old = isolate.pending;
    isolate.pending = exception;
    value_decref(old);
}

void exc_clear(void) {
    value_decref(exc_fetch());
}

bool exc_pending_is(const Type *type) {
    return isolate.pending && value_isa(isolate.pending, type);
}

/* ---- handled --------------------------------------------------------------------------------- */

Value exc_handled_borrow(void) {
    if (isolate.handled_item && *isolate.handled_item)
        return *isolate.handled_item;
    for (Coroutine *owner = isolate.handled_owner; owner;) {
        owner = owner->handled_previous;
        Value handled = owner ? owner->handled : isolate.thread_handled;
        if (handled)
            return handled;
    }
    return 0;
}

Value pyrt_handled(void) {
    return *isolate.handled_item;
}

void exc_chain(Value exception, Value handled) {
    if (!handled || handled == exception)
        return;
    Value link = handled;
    for (int steps = 0; link && steps < 10000; steps++) {
        ExceptionObject *object = exc_as(link);
        if (object->context == exception) {
            value_replace(&object->context, 0);
            break;
        }
        link = object->context;
    }
    value_replace(&exc_as(exception)->context, value_incref(handled));
}

void exc_set_context(Value exception) {
    exc_chain(exception, exc_handled_borrow());
}

/* ---- raising --------------------------------------------------------------------------------- */

Value raise_value_take(Value exception) {
    if (!exception)
        return 0;
    exc_set_context(exception);
    exc_restore_take(exception);
    return 0;
}

Value exc_new(Type *type, Value args_tuple) {
    const TupleObject *args = AS(TupleObject, args_tuple);
    return object_call(OBJ(type), args->items, (uint32_t)args->length, 0);
}

Value exc_make(Type *type, Value message) {
    uint32_t count = message ? 1 : 0;
    if (type->slots.new == exc_base_new && type->slots.init == exc_base_init &&
        !(type->flags & TYPE_HEAP))
        return exc_base_new(type, &message, count, 0); /* __init__ would set the same args again */
    return type_call(OBJ(type), &message, count, 0);
}

static Value raise_vformat(Type *type, const char *format, va_list arguments) {
    Value message = str_vformat(format, arguments);
    if (!message)
        return 0;
    Value exception = exc_make(type, message);
    value_decref(message);
    return raise_value_take(exception);
}

Value raise_error(Type *type, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    raise_vformat(type, format, arguments);
    va_end(arguments);
    return 0;
}

int raise_status(Type *type, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    raise_vformat(type, format, arguments);
    va_end(arguments);
    return -1;
}

/* The instance that was made at the start, without what it knows of the last time; new reference.
 */
static Value last_resort(void) {
    if (rt_no_memory_instance) {
        value_replace(&exc_as(rt_no_memory_instance)->traceback, 0);
        value_replace(&exc_as(rt_no_memory_instance)->context, 0);
    }
    return value_incref(rt_no_memory_instance);
}

/* Mostly it was too large a piece of memory that there is not, and there is enough for another
 * instance. Making it comes here again if there is not. */
Value raise_no_memory(void) {
    static bool is_making;
    Value exception = 0;
    if (!is_making) {
        is_making = true;
        exception = exc_make(&rt_exc_MemoryError, 0);
        is_making = false;
    }
    return raise_value_take(exception ? exception : last_resort());
}

Value raise_stop_iteration(Value value) {
    Value args[1] = {value};
    Value exception = type_call(OBJ(&rt_exc_StopIteration), args, value == VALUE_NONE ? 0 : 1, 0);
    return raise_value_take(exception);
}

Value exc_checked_take(Value type, Value instance) {
    if (!instance || value_isa(instance, &rt_exc_BaseException))
        return instance;
    raise_error(&rt_exc_TypeError,
                "calling %R should have returned an instance of BaseException, not %R", type,
                OBJ(value_type(instance)));
    value_decref(instance);
    return 0;
}

Value exc_instance(Value value) {
    if (value_is_type(value) && (AS(Type, value)->flags & TYPE_EXCEPTION))
        return exc_checked_take(value, object_call0(value));
    if (value_isa(value, &rt_exc_BaseException))
        return value_incref(value);
    return raise_error(&rt_exc_TypeError, "exceptions must derive from BaseException");
}

static int set_cause(Value exception, Value cause) {
    Value instance = 0;
    if (value_is_type(cause) && (AS(Type, cause)->flags & TYPE_EXCEPTION)) {
        if (!(instance = exc_instance(cause)))
            return -1;
    } else if (value_isa(cause, &rt_exc_BaseException)) {
        instance = value_incref(cause);
    } else if (cause != VALUE_NONE) {
        return raise_status(&rt_exc_TypeError, "exception causes must derive from BaseException");
    }
    exc_as(exception)->suppress_context = 1;
    value_replace(&exc_as(exception)->cause, instance);
    return 0;
}

int32_t pyrt_raise(Value exception, Value cause) {
    Value instance = exc_instance(exception);
    if (instance && cause && set_cause(instance, cause) < 0) {
        value_decref(instance);
        return -1;
    }
    raise_value_take(instance);
    return -1;
}

int32_t pyrt_reraise(void) {
    Value handled = exc_handled_borrow();
    if (!handled)
        return raise_status(&rt_exc_RuntimeError, "No active exception to reraise");
    exc_restore_take(value_incref(handled));
    return -1;
}

int32_t pyrt_rethrow(Value exception) {
    exc_restore_take(value_incref(exception));
    return -1;
}

int32_t pyrt_assert_failed(Value message) {
    raise_value_take(exc_make(&rt_exc_AssertionError, message));
    return -1;
}

int32_t pyrt_unbound_local(Value name) {
    return raise_status(&rt_exc_UnboundLocalError,
                        "cannot access local variable '%S' where it is not associated with a value",
                        name);
}

/* ---- matching -------------------------------------------------------------------------------- */

static bool catchable(Value type) {
    return value_is_type(type) && (AS(Type, type)->flags & TYPE_EXCEPTION);
}

int exc_check_types(Value type) {
    bool valid = catchable(type);
    if (value_isa(type, &rt_type_tuple)) {
        valid = true;
        for (int64_t i = 0; i < AS(TupleObject, type)->length; i++)
            valid &= catchable(AS(TupleObject, type)->items[i]);
    }
    return valid ? 0
                 : raise_status(&rt_exc_TypeError, "catching classes that do not inherit from "
                                                   "BaseException is not allowed");
}

bool exc_matches(Value exception, Value type) {
    if (!value_isa(type, &rt_type_tuple))
        return catchable(type) && value_isa(exception, AS(Type, type));
    for (int64_t i = 0; i < AS(TupleObject, type)->length; i++)
        if (exc_matches(exception, AS(TupleObject, type)->items[i]))
            return true;
    return false;
}

int32_t pyrt_exc_match(Value exception, Value type) {
    if (!catchable(type) && exc_check_types(type) < 0)
        return -1;
    return exc_matches(exception, type);
}

/* ---- with ------------------------------------------------------------------------------------ */

static Value lacks_protocol(Value manager, const char *missing) {
    return raise_error(&rt_exc_TypeError,
                       "'%T' object does not support the context manager protocol%s", manager,
                       missing);
}

/* Interned once; names are never freed. */
static Value enter_name(void) {
    static Value name;
    return name ? name : (name = str_name("__enter__"));
}

static Value exit_name(void) {
    static Value name;
    return name ? name : (name = str_name("__exit__"));
}

/* Calls a method found on the class, without a bound method if it is an ordinary one. */
static Value call_found(Value method, Value manager, const Value *args, uint32_t count) {
    if (value_is(method, &rt_type_function) || value_is(method, &rt_type_method_descriptor)) {
        value_incref(method);
        Value result = call_with_self(method, manager, args, count, 0);
        value_decref(method);
        return result;
    }
    const TypeSlots *slots = &value_type(method)->slots;
    Value bound = slots->descr_get ? slots->descr_get(method, manager, OBJ(value_type(manager)))
                                   : value_incref(method);
    Value result = bound ? object_call(bound, args, count, 0) : 0;
    value_decref(bound);
    return result;
}

Value pyrt_with_enter(Value manager) {
    Type *type = value_type(manager);
    Value enter = type_lookup_borrow(type, enter_name());
    if (!enter)
        return lacks_protocol(manager, "");
    if (!type_lookup_borrow(type, exit_name()))
        return lacks_protocol(manager, " (missed __exit__ method)");
    return call_found(enter, manager, NULL, 0);
}

int32_t pyrt_with_exit(Value manager, Value exception) {
    Value method = type_lookup_borrow(value_type(manager), exit_name());
    if (!method) {
        lacks_protocol(manager, " (missed __exit__ method)");
        return -1;
    }
    Value args[3] = {VALUE_NONE, VALUE_NONE, VALUE_NONE};
    Value traceback = exception ? value_incref(exc_as(exception)->traceback) : 0;
    if (exception) {
        args[0] = OBJ(value_type(exception));
        args[1] = exception;
        args[2] = traceback ? traceback : VALUE_NONE;
    }
    Value result = call_found(method, manager, args, 3);
    value_decref(traceback); /* held: the method may take it from the exception */
    int truth = !result ? -1 : exception ? object_truth(result) : 0;
    value_decref(result);
    return truth;
}
