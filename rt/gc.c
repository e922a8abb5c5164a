/*
 * gc.c — the end of objects: dropping the last reference, and the collector of reference cycles.
 *
 * The collector walks all containers and uses their reference counts in place (trial deletion,
 * after Christopher's and CPython's scheme): 1. each container takes its outgoing references off
 * the counts; what still has a count is referenced from outside (variables, coroutine frames, C
 * code); 2. everything reachable from those is marked, and the references found on the way are put
 * back; 3. the rest is garbage: its references are put back too, then weak references are cleared,
 * finalizers run, and what they did not bring back is taken apart by the `clear` slots. No field
 * per object is needed.
 *
 * A suspended coroutine shows what its frame owns (codegen/coro.c); its finalizer closes it. What a
 * running one refers to is referenced from outside.
 *
 * A collection never starts inside an allocation: object_new only asks for one, and it runs at the
 * next safe point, where Python code could run anyway.
 */
#include "object.h"
#include "stack.h"
#include "traceback.h"

#include <stdlib.h>

bool rt_gc_enabled = true;
bool rt_gc_wanted;
static bool collecting;
static int64_t threshold = GC_FIRST_WAIT;
static int64_t collections, collected_total;
static int64_t live_before; /* containers that outlived the last collection */

/* ---- the last reference ---------------------------------------------------------------------- */

enum { DEALLOC_DEPTH = 40 };
static int dealloc_depth;
static Object **delayed; /* objects whose turn comes when the stack is shallow again */
static size_t delayed_count, delayed_capacity;

/* Runs the finalizer once; true if the object lives on. */
static bool object_finalize(Object *object) {
    object->flags |= OBJECT_FINALIZED;
    object->refs = 1;
    Value pending = isolate.pending;
    isolate.pending = 0;
    object->type->slots.finalize(OBJ(object));
    if (isolate.pending)
        exc_unraisable("Exception ignored in", OBJ(object));
    isolate.pending = pending;
    return --object->refs != 0;
}

/* While it is taken apart the collector, which a finalizer of one of its members may run, must not
 * see it: it has no references, but is no garbage. */
static inline void object_release(Object *object) {
    Type *type = object->type;
    uint32_t container = object->flags & OBJECT_CONTAINER;
    object->flags &= ~(uint32_t)OBJECT_CONTAINER;
    type->slots.dealloc(object);
    object->flags |= container;
    object_free(object);
    if (type->flags & TYPE_HEAP)
        value_decref(OBJ(type));
}

static bool delay(Object *object) {
    if (delayed_count == delayed_capacity) {
        size_t capacity = delayed_capacity ? delayed_capacity * 2 : 256;
        Object **grown = realloc(delayed, capacity * sizeof(Object *));
        if (!grown)
            return false;
        delayed = grown;
        delayed_capacity = capacity;
    }
    delayed[delayed_count++] = object;
    return true;
}

/* What happens before the memory goes: __del__ and weak references. True if the object lives on. */
static __attribute__((noinline)) bool object_farewell(Object *object) {
    if (object->type->slots.finalize && !(object->flags & OBJECT_FINALIZED) &&
        object_finalize(object))
        return true;
    if (object->flags & OBJECT_HAS_WEAKREFS) {
        object->refs = 1; /* callbacks may look at the heap */
        weakref_clear_object(object, true);
        object->refs = 0;
    }
    return false;
}

static void object_end(Object *object) {
    bool farewell = object->type->slots.finalize || (object->flags & OBJECT_HAS_WEAKREFS);
    if (!farewell || !object_farewell(object))
        object_release(object);
}

/* A str or bytes in a place of a size class that owns nothing but itself: the most frequent objects
 * of all beside floats. */
static bool is_plain_text(const Object *object) {
    const uint32_t anything_else = (1u << OBJECT_CLASS_SHIFT) - 1;
    bool owns_nothing = object->type == &rt_type_str ? !((const StrObject *)object)->utf8
                                                     : object->type == &rt_type_bytes;
    return owns_nothing && !(object->flags & anything_else) && object->flags;
}

/* Deep structures, chains of suspended coroutines among them, must not overflow the native stack:
 * what is nested too deeply waits. Weak references must not find it meanwhile. True: it waits, or
 * lives on. */
static __attribute__((noinline)) bool is_put_off(Object *object) {
    if ((object->flags & OBJECT_HAS_WEAKREFS) && object_farewell(object))
        return true;
    return delay(object);
}

static __attribute__((noinline)) void end_delayed(void) {
    while (delayed_count)
        object_end(delayed[--delayed_count]);
}

/* Apart, so that floats and strs need no frame. */
static __attribute__((noinline)) void dealloc_other(Object *object) {
    if (object->flags & OBJECT_IMMORTAL) {
        object->refs = RT_IMMORTAL;
        return;
    }
    int nested = (object->flags & OBJECT_CONTAINER) != 0;
    if (nested && dealloc_depth >= DEALLOC_DEPTH && is_put_off(object))
        return;
    dealloc_depth += nested;
    object_end(object);
    if (delayed_count && dealloc_depth == 1 && nested)
        end_delayed();
    dealloc_depth -= nested;
}

void rt_dealloc(Object *object) {
    if (object->type == &rt_type_float && object->flags == FLOAT_FLAGS) {
        place_give_back(object, FLOAT_CLASS);
        return;
    }
    if (is_plain_text(object)) {
        place_give_back(object, object->flags >> OBJECT_CLASS_SHIFT);
        return;
    }
    dealloc_other(object);
}

static DropPlace drop_place;

void rt_dealloc_at(Object *object, const FunctionInfo *function, int64_t position) {
    DropPlace outer = drop_place;
    drop_place = (DropPlace){function, position_line((uint64_t)position)};
    rt_dealloc(object);
    drop_place = outer;
}

DropPlace gc_drop_place(void) {
    return drop_place;
}

/* ---- the collector --------------------------------------------------------------------------- */

typedef struct Collection {
    Object **objects; /* first the stack of marking, then the garbage */
    int64_t count;
    int64_t live; /* containers found on the heap */
} Collection;

static void take_off(Value value, void *context) {
    (void)context;
    if (value_is_pointer(value) && (value_object(value)->flags & OBJECT_CONTAINER))
        value_object(value)->refs--;
}

static void put_back(Value value, void *context) {
    (void)context;
    if (value_is_pointer(value) && (value_object(value)->flags & OBJECT_CONTAINER))
        value_object(value)->refs++;
}

static void mark_push(Collection *collection, Object *object) {
    object->flags |= OBJECT_GC_MARK;
    collection->objects[collection->count++] = object;
}

static void put_back_and_mark(Value value, void *context) {
    if (!value_is_pointer(value) || !(value_object(value)->flags & OBJECT_CONTAINER))
        return;
    value_object(value)->refs++;
    if (!(value_object(value)->flags & OBJECT_GC_MARK))
        mark_push(context, value_object(value));
}

/* An instance owns a reference to its class. */
static void object_traverse(Object *object, VisitValue visit, void *context) {
    object->type->slots.traverse(object, visit, context);
    if (object->type->flags & TYPE_HEAP)
        visit(OBJ(object->type), context);
}

static void step_take_off(Object *object, void *context) {
    ((Collection *)context)->live++;
    object_traverse(object, take_off, NULL);
}

static void step_put_back(Object *object, void *context) {
    (void)context;
    object_traverse(object, put_back, NULL);
}

static void step_mark(Object *object, void *context) {
    Collection *collection = context;
    if (object->refs == 0 || (object->flags & OBJECT_GC_MARK))
        return;
    mark_push(collection, object);
    while (collection->count) {
        Object *top = collection->objects[--collection->count];
        object_traverse(top, put_back_and_mark, collection);
    }
}

static void step_gather(Object *object, void *context) {
    Collection *collection = context;
    if (object->flags & OBJECT_GC_MARK)
        object->flags &= ~(uint32_t)OBJECT_GC_MARK;
    else
        collection->objects[collection->count++] = object;
}

/* Finds the garbage, with an owned reference to each piece. `without_globals`: as if the modules'
 * variables did not exist. False: there is no memory for it, nothing has changed. */
static bool find_garbage(Collection *collection, bool without_globals) {
    mem_walk_containers(step_take_off, collection);
    collection->objects = malloc((size_t)(collection->live + 1) * sizeof(Object *));
    if (!collection->objects) {
        mem_walk_containers(step_put_back, NULL);
        return false;
    }
    if (without_globals)
        modules_visit_globals(take_off, NULL);
    mem_walk_containers(step_mark, collection);
    if (without_globals)
        modules_visit_globals(put_back, NULL);
    mem_walk_containers(step_gather, collection);
    for (int64_t i = 0; i < collection->count; i++)
        object_traverse(collection->objects[i], put_back, NULL);
    for (int64_t i = 0; i < collection->count; i++)
        collection->objects[i]->refs++;
    return true;
}

static bool run_finalizers(Collection *garbage) {
    bool any = false;
    for (int64_t i = 0; i < garbage->count; i++) {
        Object *object = garbage->objects[i];
        if (!object->type->slots.finalize || (object->flags & OBJECT_FINALIZED))
            continue;
        any = true;
        object->flags |= OBJECT_FINALIZED;
        object->type->slots.finalize(OBJ(object));
        if (isolate.pending)
            exc_unraisable("Exception ignored in", OBJ(object));
    }
    return any;
}

static void resurrect_visit(Value value, void *context) {
    (void)context;
    if (value_is_pointer(value) && (value_object(value)->flags & OBJECT_GC_MARK))
        value_object(value)->refs--;
}

static void keep_reachable(Value value, void *context) {
    Collection *stack = context;
    if (!value_is_pointer(value) || !(value_object(value)->flags & OBJECT_GC_MARK))
        return;
    value_object(value)->flags &= ~(uint32_t)OBJECT_GC_MARK;
    stack->objects[stack->count++] = value_object(value);
}

static void unresurrect_visit(Value value, void *context) {
    (void)context;
    if (value_is_pointer(value) && (value_object(value)->flags & OBJECT_GC_GARBAGE))
        value_object(value)->refs++;
}

/* Finalizers may have stored garbage somewhere: drops from `garbage` all that is referenced from
 * outside again, and everything reachable from it. Our own reference is the one not counted. */
static void drop_resurrected(Collection *garbage) {
    int64_t count = garbage->count;
    Collection stack = {.objects = mem_alloc_items(count, sizeof(Object *))};
    if (!stack.objects) {
        exc_clear();
        for (int64_t i = 0; i < count; i++)
            value_decref(OBJ(garbage->objects[i]));
        garbage->count = 0;
        return;
    }
    for (int64_t i = 0; i < count; i++)
        garbage->objects[i]->flags |= OBJECT_GC_MARK | OBJECT_GC_GARBAGE;
    for (int64_t i = 0; i < count; i++)
        object_traverse(garbage->objects[i], resurrect_visit, NULL);
    for (int64_t i = 0; i < count; i++)
        if (garbage->objects[i]->refs > 1)
            keep_reachable(OBJ(garbage->objects[i]), &stack);
    while (stack.count)
        object_traverse(stack.objects[--stack.count], keep_reachable, &stack);
    for (int64_t i = 0; i < count; i++)
        object_traverse(garbage->objects[i], unresurrect_visit, NULL);
    mem_free(stack.objects);
    int64_t kept = 0;
    Object **revived = garbage->objects;
    for (int64_t i = 0; i < count; i++)
        revived[i]->flags &= ~(uint32_t)OBJECT_GC_GARBAGE;
    for (int64_t i = 0; i < count; i++) {
        Object *object = garbage->objects[i];
        if (object->flags & OBJECT_GC_MARK) {
            object->flags &= ~(uint32_t)OBJECT_GC_MARK;
            garbage->objects[kept++] = object;
        } else {
            value_decref(OBJ(object));
        }
    }
    garbage->count = kept;
}

static void clear_garbage(Collection *garbage) {
    for (int64_t i = 0; i < garbage->count; i++) {
        Object *object = garbage->objects[i];
        if (object->type->slots.clear && object->refs > 1)
            object->type->slots.clear(object);
    }
    for (int64_t i = 0; i < garbage->count; i++)
        value_decref(OBJ(garbage->objects[i]));
}

/* The next collection comes after as many new containers as are alive: a growing heap is walked a
 * constant number of times. Where there was hardly any garbage, it comes later still. */
static void schedule_next(int64_t live, int64_t found) {
    int64_t wait = (live - found) * (found < live / 8 ? 3 : 1);
    live_before = live - found;
    mem_set_gc_countdown(wait > threshold ? wait : threshold);
}

static int64_t collect(void) {
    Collection garbage = {0};
    if (!find_garbage(&garbage, false)) {
        mem_set_gc_countdown(threshold);
        return 0;
    }
    int64_t found = garbage.count;
    schedule_next(garbage.live, found);
    for (int64_t i = 0; i < found; i++)
        garbage.objects[i]->flags |= OBJECT_GC_MARK;
    weakref_clear_marked(garbage.objects, found);
    for (int64_t i = 0; i < found; i++)
        garbage.objects[i]->flags &= ~(uint32_t)OBJECT_GC_MARK;
    if (run_finalizers(&garbage))
        drop_resurrected(&garbage);
    found = garbage.count;
    clear_garbage(&garbage);
    free(garbage.objects);
    return found;
}

bool gc_is_collecting(void) {
    return collecting;
}

void gc_finalize_globals(void) {
    Collection garbage = {0};
    if (!find_garbage(&garbage, true))
        return;
    collecting = true;
    run_finalizers(&garbage);
    collecting = false;
    for (int64_t i = 0; i < garbage.count; i++)
        value_decref(OBJ(garbage.objects[i]));
    free(garbage.objects);
}

static Value callbacks; /* the list that gc.callbacks was, once the module is imported */

bool gc_has_callbacks(void) {
    return callbacks && AS(ListObject, callbacks)->length;
}

/* Tells those who want to know that a collection begins or has ended. */
static void call_callbacks(const char *phase, int generation, int64_t found) {
    int64_t length = callbacks ? AS(ListObject, callbacks)->length : 0;
    if (!length)
        return;
    Value info = dict_new();
    if (!info || dict_set_cstr_take(info, "generation", value_from_small_int(generation)) < 0 ||
        dict_set_cstr_take(info, "collected", int_from_i64(found)) < 0 ||
        dict_set_cstr_take(info, "uncollectable", value_from_small_int(0)) < 0)
        exc_clear();
    for (int64_t i = 0; info && i < AS(ListObject, callbacks)->length; i++) {
        Value callback = value_incref(AS(ListObject, callbacks)->items[i]);
        Value args[2] = {str_name(phase), info};
        Value result = object_call(callback, args, 2, 0);
        if (!result)
            exc_unraisable(NULL, callback);
        value_decref(result);
        value_decref(callback);
    }
    value_decref(info);
}

/* Collects everything, whatever `generation` the program asked for. */
static int64_t collect_generation(int generation) {
    if (collecting || delayed_count) /* what is delayed has no references, but is no garbage */
        return 0;
    collecting = true;
    rt_gc_wanted = false;
    Value pending = isolate.pending;
    isolate.pending = 0;
    call_callbacks("start", generation, 0);
    int64_t found = collect();
    call_callbacks("stop", generation, found);
    isolate.pending = pending;
    collections++;
    collected_total += found;
    collecting = false;
    return found;
}

int64_t gc_collect(void) {
    return collect_generation(2);
}

void gc_request(void) {
    if (!rt_gc_enabled || collecting || rt_gc_wanted)
        return;
    rt_gc_wanted = true;
    rt_request_safe_point();
}

/* A server that leaves cycles behind, say by failed connections, keeps its memory flat so, though
 * collections are rare while a program works. */
void gc_while_idle(int64_t nanoseconds) {
    enum { OBJECT_NS = 200 };
    int64_t growth = mem_gc_growth();
    if (growth < GC_IDLE_GROWTH || growth < live_before / 4 || !rt_gc_enabled ||
        nanoseconds / OBJECT_NS < live_before + growth)
        return;
    gc_collect();
}

/* ---- the gc module --------------------------------------------------------------------------- */

static Value gc_collect_call(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    int64_t generation = args[0] ? object_index(args[0]) : 2;
    if (generation == -1 && isolate.pending)
        return 0;
    if (generation < 0 || generation > 2)
        return raise_error(&rt_exc_ValueError, "invalid generation");
    DropPlace outer = drop_place;
    const LibraryFrame *library;
    if (rt_stack)
        rt_stack->caller(0, &drop_place.function, &library, &drop_place.line);
    Value found = int_from_i64(collect_generation((int)generation));
    drop_place = outer;
    return found;
}

static Value gc_enable(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    rt_gc_enabled = true;
    return VALUE_NONE;
}

static Value gc_disable(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    rt_gc_enabled = false;
    return VALUE_NONE;
}

static Value gc_isenabled(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    return VALUE_BOOL(rt_gc_enabled);
}

static Value gc_nothing(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    return VALUE_NONE;
}

/* What the program has asked for, or CPython's: only shown. */
static int64_t thresholds[3] = {700, 10, 10};

static Value gc_get_threshold(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    Value items[3] = {int_from_i64(thresholds[0]), int_from_i64(thresholds[1]),
                      int_from_i64(thresholds[2])};
    return tuple_new(items, 3);
}

static Value gc_set_threshold(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)names;
    int64_t given[3] = {0, thresholds[1], thresholds[2]};
    for (uint32_t i = 0; i < count; i++)
        if ((given[i] = object_index(args[i])) == -1 && isolate.pending)
            return 0;
    memcpy(thresholds, given, sizeof thresholds);
    int64_t wanted = given[0];
    if (wanted <= 0)
        rt_gc_enabled = false;
    else
        threshold = wanted < 10000 ? 10000 : wanted;
    return VALUE_NONE;
}

static Value gc_get_count(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    Value items[3] = {int_from_i64(mem_live_containers()), value_from_small_int(0),
                      value_from_small_int(0)};
    return tuple_new(items, 3);
}

static bool is_container(Value value) {
    return value_is_pointer(value) && (value_object(value)->flags & OBJECT_CONTAINER);
}

/* CPython's collector leaves dicts alone that hold no containers. */
static bool holds_container(Value dict) {
    int64_t position = 0;
    Value key, value;
    while (dict_next(dict, &position, &key, &value))
        if (is_container(key) || is_container(value))
            return true;
    return false;
}

static Value gc_is_tracked(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    return VALUE_BOOL(value_is(args[0], &rt_type_dict) ? holds_container(args[0])
                                                       : is_container(args[0]));
}

static Value gc_is_finalized(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    return VALUE_BOOL(value_is_pointer(args[0]) &&
                      (value_object(args[0])->flags & OBJECT_FINALIZED));
}

typedef struct Gather {
    Value list;
    const Value *wanted;
    uint32_t wanted_count;
    Object *current;
    bool failed, found;
} Gather;

static void gather_each(Object *object, void *context) {
    Gather *gather = context;
    if (OBJ(object) != gather->list && !gather->failed)
        gather->failed = list_append(gather->list, OBJ(object)) < 0;
}

static Value gc_get_objects(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    int64_t generation = -1;
    if (args[0] && args[0] != VALUE_NONE && !value_type(args[0])->slots.index)
        return raise_error(&rt_exc_TypeError, "argument should be integer or None, not '%T'",
                           args[0]);
    if (args[0] && args[0] != VALUE_NONE)
        generation = object_index(args[0]);
    if (generation == -1 && isolate.pending)
        return 0;
    if (generation > 2)
        return raise_error(&rt_exc_ValueError, "generation parameter must be less than the number "
                                               "of available generations (3)");
    if (generation < -1)
        return raise_error(&rt_exc_ValueError, "generation parameter cannot be negative");
    Gather gather = {.list = list_new(NULL, 0)};
    if (gather.list)
        mem_walk_containers(gather_each, &gather);
    if (gather.failed) {
        value_decref(gather.list);
        return 0;
    }
    return gather.list;
}

static void referrer_visit(Value value, void *context) {
    Gather *gather = context;
    for (uint32_t i = 0; i < gather->wanted_count; i++)
        gather->found |= value == gather->wanted[i];
}

static void referrer_each(Object *object, void *context) {
    Gather *gather = context;
    gather->found = false;
    object_traverse(object, referrer_visit, gather);
    if (gather->found)
        gather_each(object, context);
}

static Value gc_get_referrers(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)names;
    Gather gather = {.list = list_new(NULL, 0), .wanted = args, .wanted_count = count};
    if (gather.list)
        mem_walk_containers(referrer_each, &gather);
    if (gather.failed) {
        value_decref(gather.list);
        return 0;
    }
    return gather.list;
}

static void referent_visit(Value value, void *context) {
    Gather *gather = context;
    if (value && !gather->failed)
        gather->failed = list_append(gather->list, value) < 0;
}

static Value gc_get_referents(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)names;
    Gather gather = {.list = list_new(NULL, 0)};
    for (uint32_t i = 0; gather.list && i < count; i++)
        if (value_is_pointer(args[i]) && (value_object(args[i])->flags & OBJECT_CONTAINER))
            object_traverse(value_object(args[i]), referent_visit, &gather);
    if (gather.failed) {
        value_decref(gather.list);
        return 0;
    }
    return gather.list;
}

static Value gc_get_stats(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    Value list = list_new(NULL, 0);
    for (int generation = 0; list && generation < 3; generation++) {
        Value stats = dict_new();
        bool last = generation == 2;
        if (!stats ||
            dict_set_cstr_take(stats, "collections", int_from_i64(last ? collections : 0)) < 0 ||
            dict_set_cstr_take(stats, "collected", int_from_i64(last ? collected_total : 0)) < 0 ||
            dict_set_cstr_take(stats, "uncollectable", value_from_small_int(0)) < 0 ||
            list_append(list, stats) < 0) {
            value_decref(stats);
            value_decref(list);
            return 0;
        }
        value_decref(stats);
    }
    return list;
}

static int64_t debug_flags; /* remembered only */

static Value gc_get_debug(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    return int_from_i64(debug_flags);
}

static Value gc_set_debug(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    int64_t flags = object_index(args[0]);
    if (flags == -1 && isolate.pending)
        return 0;
    debug_flags = flags;
    return VALUE_NONE;
}

static Value gc_get_freeze_count(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    return value_from_small_int(0);
}

static const NativeMethod gc_functions[] = {
    {.name = "collect", .call = gc_collect_call, .max_args = 1, .keywords = "generation"},
    {.name = "enable", .call = gc_enable},
    {.name = "disable", .call = gc_disable},
    {.name = "isenabled", .call = gc_isenabled},
    {.name = "freeze", .call = gc_nothing},
    {.name = "unfreeze", .call = gc_nothing},
    {.name = "get_freeze_count", .call = gc_get_freeze_count},
    {.name = "get_debug", .call = gc_get_debug},
    {.name = "set_debug", .call = gc_set_debug, .min_args = 1, .max_args = 1},
    {.name = "get_threshold", .call = gc_get_threshold},
    {.name = "set_threshold",
     .call = gc_set_threshold,
     .min_args = 1,
     .max_args = 3,
     .kind = METHOD_PARSED},
    {.name = "get_count", .call = gc_get_count},
    {.name = "get_stats", .call = gc_get_stats},
    {.name = "get_objects", .call = gc_get_objects, .max_args = 1, .keywords = "generation"},
    {.name = "get_referrers", .call = gc_get_referrers, .max_args = -1},
    {.name = "get_referents", .call = gc_get_referents, .max_args = -1},
    {.name = "is_tracked", .call = gc_is_tracked, .min_args = 1, .max_args = 1},
    {.name = "is_finalized", .call = gc_is_finalized, .min_args = 1, .max_args = 1},
    {0},
};

static void forget_callbacks(void) {
    value_replace(&callbacks, 0);
}

static int gc_init(ModuleObject *module) {
    static const struct {
        const char *name;
        int value;
    } flags[] = {{"DEBUG_STATS", 1},
                 {"DEBUG_COLLECTABLE", 2},
                 {"DEBUG_UNCOLLECTABLE", 4},
                 {"DEBUG_SAVEALL", 32},
                 {"DEBUG_LEAK", 38}};
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
        if (module_set(module, flags[i].name, value_from_small_int(flags[i].value)) < 0)
            return -1;
    if (module_set(module, "garbage", list_new(NULL, 0)) < 0 || !(callbacks = list_new(NULL, 0)) ||
        module_set(module, "callbacks", value_incref(callbacks)) < 0)
        return -1;
    rt_at_finish(forget_callbacks);
    return module_add_functions(module, gc_functions);
}

const NativeModule pyrt_module_gc = {"gc", gc_init};
