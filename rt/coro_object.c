/*
 * coro_object.c — coroutines, generators and async generators as Python objects: what they share
 * (memory, repr, attributes, what happens when one is dropped before its end), the type `coroutine`
 * and the iterator of coroutine.__await__().
 *
 * The variables of a suspended body live in its frame, which the cycle collector cannot look into:
 * it sees the references of the header alone, so a cycle that passes through a variable of a
 * suspended coroutine stays until the coroutine is closed.
 */
#include "containers.h"
#include "coro.h"
#include "isolate.h"
#include "object.h"
#include "stack.h"
#include "traceback.h"
#include "warn.h"

/* ---- names ----------------------------------------------------------------------------------- */

/* Hardly any coroutine is given a name, so names take no room in it. */
typedef struct OwnNames {
    struct OwnNames *next;
    const Coroutine *coroutine;
    Value names[2]; /* __name__, __qualname__; or 0 */
} OwnNames;

static OwnNames *own_names;

static OwnNames **own_names_place(const Coroutine *coroutine) {
    OwnNames **place = &own_names;
    while (*place && (*place)->coroutine != coroutine)
        place = &(*place)->next;
    return place;
}

static Value own_name(const Coroutine *coroutine, int which) {
    return coroutine->flags & CORO_NAMED ? (*own_names_place(coroutine))->names[which] : 0;
}

static OwnNames *own_names_make(Coroutine *coroutine) {
    if (coroutine->flags & CORO_NAMED)
        return *own_names_place(coroutine);
    OwnNames *made = mem_alloc(sizeof *made);
    if (!made)
        return NULL;
    *made = (OwnNames){.next = own_names, .coroutine = coroutine};
    own_names = made;
    coroutine->flags |= CORO_NAMED;
    return made;
}

static void own_names_drop(const Coroutine *coroutine) {
    OwnNames **place = own_names_place(coroutine), *dropped = *place;
    *place = dropped->next;
    value_decref(dropped->names[0]);
    value_decref(dropped->names[1]);
    mem_free(dropped);
}

Value coro_name_borrow(Coroutine *coroutine) {
    Value own = own_name(coroutine, 0);
    if (own)
        return own;
    return value_is(coroutine->callee, &rt_type_function)
               ? function_name_borrow(AS(FunctionObject, coroutine->callee))
               : str_name(coroutine->info->name);
}

Value coro_qualname_borrow(Coroutine *coroutine) {
    Value own = own_name(coroutine, 1);
    if (own)
        return own;
    return value_is(coroutine->callee, &rt_type_function)
               ? function_qualname_borrow(AS(FunctionObject, coroutine->callee))
               : str_name(coroutine->info->qualname);
}

static int set_own_name(Value self, int which, Value value, const char *name) {
    Coroutine *coroutine = AS(Coroutine, self);
    if (!value || !value_isa(value, &rt_type_str))
        return raise_status(&rt_exc_TypeError, "%s must be set to a string object", name);
    OwnNames *own = own_names_make(coroutine);
    if (!own)
        return -1;
    value_replace(&own->names[which], value_incref(value));
    return 0;
}

int coro_set_name(Value self, Value value) {
    return set_own_name(self, 0, value, "__name__");
}

int coro_set_qualname(Value self, Value value) {
    return set_own_name(self, 1, value, "__qualname__");
}

/* ---- attributes ------------------------------------------------------------------------------ */

#define GETTER(name)                                                                               \
    Value coro_get_##name(Value callee, const Value *args, uint32_t count, Value names)
#define SELF() AS(Coroutine, args[0])

GETTER(name) {
    NATIVE_UNUSED();
    return value_incref(coro_name_borrow(SELF()));
}

GETTER(qualname) {
    NATIVE_UNUSED();
    return value_incref(coro_qualname_borrow(SELF()));
}

GETTER(running) {
    NATIVE_UNUSED();
    Coroutine *self = SELF();
    if (self->kind == CORO_ASYNC_GENERATOR)
        return VALUE_BOOL(self->flags & CORO_ASYNC_RUNNING);
    return VALUE_BOOL(coro_is_running(self));
}

GETTER(suspended) {
    NATIVE_UNUSED();
    Coroutine *self = SELF();
    bool suspended = self->state == CORO_SUSPENDED || self->state == CORO_YIELDED;
    return VALUE_BOOL(suspended && !coro_is_running(self));
}

/* A frame that knows its function and line: variables are not shown. */
GETTER(frame) {
    NATIVE_UNUSED();
    Coroutine *self = SELF();
    if (self->state == CORO_CLOSED || !self->info->module)
        return VALUE_NONE;
    return frame_new(self->info, coro_line(self), 0);
}

uint32_t coro_line(const Coroutine *coroutine) {
    const FunctionInfo *info = coroutine->info;
    const uint16_t *table = info->suspended;
    bool waits = coroutine->state == CORO_SUSPENDED || coroutine->state == CORO_YIELDED;
    if (!table || !waits)
        return info->line;
    const uint8_t *place = (const uint8_t *)coro_frame((Coroutine *)coroutine) + table[0];
    uint32_t index = 0;
    for (unsigned i = 0; i < table[1];
         i++) /* least significant byte first, as all targets have it */
        index |= (uint32_t)place[i] << 8 * i;
    return info->line + (index <= table[2] ? table[3 + index] : 0);
}

GETTER(code) {
    NATIVE_UNUSED();
    return SELF()->info->module ? code_new(SELF()->info, 0) : VALUE_NONE;
}

GETTER(await) {
    NATIVE_UNUSED();
    return coro_awaiting(SELF());
}

Value coro_awaiting(Coroutine *coroutine) {
    if (!coroutine->awaiting || coro_is_running(coroutine))
        return VALUE_NONE;
    Value awaited = coroutine->awaiting;
    const TypeSlots *slots = &value_type(awaited)->slots;
    if (coroutine->await_kind == AWAIT_NATIVE && slots->await) /* CPython awaits its iterator */
        return slots->await(awaited);
    return value_incref(awaited);
}

Value coro_repr(Value self) {
    return str_format("<%T object %S at %s>", self, coro_qualname_borrow(AS(Coroutine, self)),
                      pointer_text(self).text);
}

/* ---- memory ---------------------------------------------------------------------------------- */

static const CoroNativeType *native_type(Coroutine *coroutine) {
    return coroutine->flags & CORO_NATIVE ? AS(const CoroNativeType, *coro_tail(coroutine)) : NULL;
}

/* What the collector does with what the frame shows. */
typedef struct Visitor {
    VisitValue visit;
    void *context;
} Visitor;
static Visitor visitor;

void pyrt_coro_visit(Value value) {
    visitor.visit(value, visitor.context);
}

static void visit_frame(Coroutine *coroutine, VisitValue visit, void *context) {
    Visitor outer = visitor;
    visitor = (Visitor){visit, context};
    coro_visit_frame(coroutine);
    visitor = outer;
}

void coro_traverse(Object *self, VisitValue visit, void *context) {
    Coroutine *coroutine = (Coroutine *)self;
    visit(coroutine->callee, context);
    visit(coroutine->awaiting, context);
    visit(coroutine->handled, context);
    if (coroutine->state != CORO_RUNNING)
        visit(coroutine->transfer, context);
    const CoroNativeType *native = native_type(coroutine);
    if (native && native->traverse)
        native->traverse(coro_frame(coroutine), visit, context);
    else if (coroutine->kind == CORO_ASYNC_GENERATOR)
        visit(*coro_tail(coroutine), context);
    if (!(coroutine->flags & CORO_NATIVE) && coroutine->state < CORO_RUNNING)
        visit_frame(coroutine, visit, context);
}

/* Only what is no use to a body that may still be resumed: the collector closed it before, unless
 * it had run already. */
void coro_clear(Object *self) {
    Coroutine *coroutine = (Coroutine *)self;
    if (coroutine->state != CORO_CLOSED)
        return;
    value_replace(&coroutine->callee, 0);
    value_replace(&coroutine->awaiting, 0);
    const CoroNativeType *native = native_type(coroutine);
    if (native && native->clear)
        native->clear(coro_frame(coroutine));
}

static void drop_visited(Value value, void *context) {
    (void)context;
    value_decref(value);
}

/* Finalizing ran before, but the body goes on existing: it was resumed again, or ignored the exit.
 * No more of it runs, as in CPython; what its frame owns is dropped. */
static void close_at_last(Coroutine *coroutine) {
    coroutine->state = CORO_CLOSED;
    if (coroutine->flags & CORO_NATIVE)
        return;
    Value pending = exc_fetch();
    coroutine->base.refs = 1;
    visit_frame(coroutine, drop_visited, NULL);
    coroutine->base.refs = 0;
    exc_restore_take(pending);
}

void coro_dealloc(Object *self) {
    Coroutine *coroutine = (Coroutine *)self;
    if (coroutine->state != CORO_CLOSED)
        close_at_last(coroutine);
    stack_forget(self);
    value_decref(coroutine->callee);
    value_decref(coroutine->transfer);
    value_decref(coroutine->awaiting);
    value_decref(coroutine->handled);
    if (coroutine->flags & CORO_NAMED)
        own_names_drop(coroutine);
    const CoroNativeType *native = native_type(coroutine);
    if (native && native->clear)
        native->clear(coro_frame(coroutine));
    else if (coroutine->kind == CORO_ASYNC_GENERATOR)
        value_decref(*coro_tail(coroutine));
}

/* ---- never awaited --------------------------------------------------------------------------- */

/* With what is known of its making; new reference or 0. */
static Value never_awaited_text(Coroutine *coroutine) {
    Value name = coro_qualname_borrow(coroutine), origin = stack_origin(&coroutine->base);
    Value made = origin ? stack_origin_text(origin) : 0;
    Value text = made ? str_format("coroutine '%S' was never awaited\nCoroutine created at (most "
                                   "recent call last)%S",
                                   name, made)
                      : str_format("coroutine '%S' was never awaited", name);
    value_decref(made);
    value_decref(origin);
    return text;
}

static void warn_never_awaited(Coroutine *coroutine) {
    Value message = never_awaited_text(coroutine);
    WarnPlace place = warn_place_of_drop();
    if (message)
        warn_at(&rt_exc_RuntimeWarning, message, &place, OBJ(coroutine));
    value_decref(place.source);
    value_decref(message);
}

/* A coroutine that was never started is closed without a trace; its body does not run. */
static void finish_unstarted(Coroutine *coroutine) {
    if (coroutine->kind == CORO_COROUTINE)
        warn_never_awaited(coroutine);
    Value pending = exc_fetch();
    coro_close(coroutine);
    if (pending)
        exc_restore_take(pending);
}

void coro_finalize(Value self) {
    Coroutine *coroutine = AS(Coroutine, self);
    if (coroutine->state == CORO_CLOSED || coro_is_running(coroutine))
        return;
    if (coroutine->kind == CORO_ASYNC_GENERATOR && asyncgen_call_finalizer(coroutine))
        return;
    if (coroutine->state == CORO_CREATED)
        finish_unstarted(coroutine);
    else
        coro_close(coroutine);
}

/* ---- coroutine ------------------------------------------------------------------------------- */

NATIVE(coroutine_send) {
    NATIVE_UNUSED();
    return coro_send(SELF(), args[1]);
}

NATIVE(coroutine_throw) {
    NATIVE_UNUSED();
    if (coro_raise_arguments(args + 1, count - 1) < 0)
        return 0;
    return coro_throw_take(SELF(), exc_fetch());
}

NATIVE(coroutine_close) {
    NATIVE_UNUSED();
    return coro_close(SELF()) < 0 ? 0 : VALUE_NONE;
}

/* ((file, line, name), ...), innermost first */
NATIVE(coroutine_origin) {
    NATIVE_UNUSED();
    Value origin = stack_origin(value_object(args[0]));
    if (!origin)
        return isolate.pending ? 0 : VALUE_NONE;
    const ListObject *list = AS(ListObject, origin);
    Value tuple = tuple_new_empty(list->length);
    for (int64_t i = 0; tuple && i < list->length; i++) {
        Value place = tuple_new(AS(TupleObject, list->items[list->length - 1 - i])->items, 3);
        if (!place) {
            value_replace(&tuple, 0);
            break;
        }
        AS(TupleObject, tuple)->items[i] = place;
    }
    value_decref(origin);
    return tuple;
}

static Value coroutine_await(Value self);

static const NativeMethod coroutine_methods[] = {
    {.name = "send", .call = coroutine_send, .min_args = 1, .max_args = 1},
    {.name = "throw", .call = coroutine_throw, .min_args = 1, .max_args = 3},
    {.name = "close", .call = coroutine_close},
    {.name = "__name__", .call = coro_get_name, .kind = METHOD_GETTER, .set = coro_set_name},
    {.name = "__qualname__",
     .call = coro_get_qualname,
     .kind = METHOD_GETTER,
     .set = coro_set_qualname},
    {.name = "cr_await", .call = coro_get_await, .kind = METHOD_GETTER},
    {.name = "cr_code", .call = coro_get_code, .kind = METHOD_MEMBER},
    {.name = "cr_frame", .call = coro_get_frame, .kind = METHOD_GETTER},
    {.name = "cr_origin", .call = coroutine_origin, .kind = METHOD_MEMBER},
    {.name = "cr_running", .call = coro_get_running, .kind = METHOD_GETTER},
    {.name = "cr_suspended", .call = coro_get_suspended, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_coroutine = {
    .name = "coroutine",
    .flags = TYPE_FINAL,
    .basic_size = PYRT_CORO_HEADER,
    .methods = coroutine_methods,
    .slots = {.dealloc = coro_dealloc,
              .traverse = coro_traverse,
              .clear = coro_clear,
              .finalize = coro_finalize,
              .repr = coro_repr,
              .send = coro_send_slot,
              .await = coroutine_await},
};

/* ---- the iterator of __await__: parts[0] is the coroutine ------------------------------------ */

static Coroutine *wrapped(Value self) {
    return AS(Coroutine, AS(IteratorObject, self)->parts[0]);
}

static int wrapper_send_slot(Value self, Value value, Value *result) {
    return coro_send_slot(OBJ(wrapped(self)), value, result);
}

/* `for` over it drops the result. */
static Value wrapper_next(Value self) {
    Value result = 0;
    int status = wrapper_send_slot(self, VALUE_NONE, &result);
    if (status != 1)
        return status < 0 ? 0 : result;
    value_decref(result);
    return VALUE_STOP;
}

NATIVE(wrapper_send) {
    NATIVE_UNUSED();
    return coro_send(wrapped(args[0]), args[1]);
}

NATIVE(wrapper_next_method) {
    NATIVE_UNUSED();
    return coro_send(wrapped(args[0]), VALUE_NONE);
}

NATIVE(wrapper_throw) {
    NATIVE_UNUSED();
    if (coro_raise_arguments(args + 1, count - 1) < 0)
        return 0;
    return coro_throw_take(wrapped(args[0]), exc_fetch());
}

NATIVE(wrapper_close) {
    NATIVE_UNUSED();
    return coro_close(wrapped(args[0])) < 0 ? 0 : VALUE_NONE;
}

static const NativeMethod wrapper_methods[] = {
    {.name = "send", .call = wrapper_send, .min_args = 1, .max_args = 1},
    {.name = "throw", .call = wrapper_throw, .min_args = 1, .max_args = 3},
    {.name = "close", .call = wrapper_close},
    {.name = "__next__", .call = wrapper_next_method},
    {0},
};

static Type type_wrapper = {
    .name = "coroutine_wrapper",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(IteratorObject),
    .methods = wrapper_methods,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .iter = iterator_self,
              .next = wrapper_next,
              .send = wrapper_send_slot},
};

static Value coroutine_await(Value self) {
    return iterator_new(&type_wrapper, self, 0, 0);
}

Coroutine *coro_of_wrapper(Value iterator) {
    return value_is(iterator, &type_wrapper) ? wrapped(iterator) : NULL;
}
