/*
 * aio_awaited.c — which tasks wait for a future: found by what its callbacks are, so that nothing
 * is kept for it while programs run.
 */
#include "aio_primitives.h"
#include "aio_task.h"

enum { DEPTH_LIMIT = 16 };

/* A search: the tasks found, and the futures on the way, which are not entered twice. */
typedef struct Search {
    Value found; /* list */
    Value path[DEPTH_LIMIT];
    int depth;
    bool failed;
} Search;

static void search_future(Search *search, Value future);

static void found_task(Search *search, Value task) {
    search->failed |= list_append(search->found, task) < 0;
}

/* What a native object with which a callback was made refers to: a group its parent, wait() the
 * future it waits for. */
static void visit_reference(Value value, void *context) {
    Search *search = context;
    if (!value_is_pointer(value) || !value_is_future(value))
        return;
    if (value_isa(value, &rt_type_task))
        found_task(search, value);
    else
        search_future(search, value);
}

static void search_callback(Search *search, const FutureCallback *callback) {
    Value data = callback->data;
    if (callback->call == task_wakeup) {
        found_task(search, data);
        return;
    }
    if (!value_is_pointer(data) || future_is_cleanup(callback->call) ||
        future_callback_callable_borrow(callback->call, data))
        return;
    if (value_is_future(data))
        search_future(search, data);
    else if (value_object(data)->type->slots.traverse)
        value_object(data)->type->slots.traverse(value_object(data), visit_reference, search);
}

static void search_future(Search *search, Value value) {
    const Future *future = AS(Future, value);
    for (int i = 0; i < search->depth; i++)
        if (search->path[i] == value)
            return;
    if (search->depth == DEPTH_LIMIT)
        return;
    search->path[search->depth++] = value;
    if (future->first.call)
        search_callback(search, &future->first);
    for (uint32_t i = 0; future->more && i < future->more->count; i++)
        search_callback(search, &future->more->items[i]);
    search->depth--;
}

Value future_awaited_by(Value future) {
    Search search = {.found = list_new(NULL, 0)};
    if (!search.found)
        return 0;
    search_future(&search, future);
    if (search.failed)
        value_replace(&search.found, 0);
    return search.found;
}
