/*
 * aio_timers.c — the loop's timers: a binary heap ordered by time. It is the algorithm of Python's
 * heapq, step by step (bottom-up deletion, after Wegener), because programs can see in which order
 * timers of exactly the same time are due. Cancelled timers stay until they come to the top, or
 * until there are too many of them.
 */
#include "aio_loop.h"

enum { TIDY_MINIMUM = 100 }; /* with more than so many timers, half of them cancelled: sweep */

static bool item_cancelled(Value item) {
    if (value_is(item, &rt_type_sleep))
        return AS(Future, item)->timer_cancelled;
    return AS(Handle, item)->cancelled;
}

static void item_mark(Value item, bool scheduled) {
    if (value_is(item, &rt_type_sleep))
        AS(Future, item)->timer_scheduled = scheduled;
    else
        AS(Handle, item)->scheduled = scheduled;
}

static void sift_down(TimerEntry *heap, int64_t start, int64_t position) {
    TimerEntry entry = heap[position];
    while (position > start) {
        int64_t parent = (position - 1) >> 1;
        if (!(entry.when < heap[parent].when))
            break;
        heap[position] = heap[parent];
        position = parent;
    }
    heap[position] = entry;
}

static void sift_up(TimerEntry *heap, int64_t end, int64_t position) {
    int64_t start = position;
    TimerEntry entry = heap[position];
    for (int64_t child = 2 * position + 1; child < end; child = 2 * position + 1) {
        if (child + 1 < end && !(heap[child].when < heap[child + 1].when))
            child++;
        heap[position] = heap[child];
        position = child;
    }
    heap[position] = entry;
    sift_down(heap, start, position);
}

int timers_push(EventLoop *loop, double when, Value item) {
    if (loop->timer_count == loop->timer_room) {
        int64_t room = loop->timer_room ? loop->timer_room * 2 : 16;
        TimerEntry *grown = mem_realloc(loop->timers, (uint64_t)room * sizeof *grown);
        if (!grown)
            return -1;
        loop->timers = grown;
        loop->timer_room = room;
    }
    loop->timers[loop->timer_count] = (TimerEntry){when, value_incref(item)};
    sift_down(loop->timers, 0, loop->timer_count++);
    item_mark(item, true);
    return 0;
}

/* Takes the first one out; the reference goes to the caller. */
static Value pop_first(EventLoop *loop) {
    TimerEntry *heap = loop->timers;
    Value item = heap[0].item;
    TimerEntry last = heap[--loop->timer_count];
    if (loop->timer_count) {
        heap[0] = last;
        sift_up(heap, loop->timer_count, 0);
    }
    item_mark(item, false);
    return item;
}

/* Removes all cancelled timers. Dropping them runs no Python code that could add new ones before
 * the heap is whole: they are dropped last. */
static void sweep(EventLoop *loop) {
    TimerEntry *heap = loop->timers;
    int64_t total = loop->timer_count, kept = 0, dropped = 0;
    Value *garbage = mem_alloc((uint64_t)total * sizeof(Value));
    if (!garbage) {
        exc_clear();
        return;
    }
    for (int64_t i = 0; i < total; i++) {
        if (item_cancelled(heap[i].item)) {
            item_mark(heap[i].item, false);
            garbage[dropped++] = heap[i].item;
        } else {
            heap[kept++] = heap[i];
        }
    }
    loop->timer_count = kept;
    for (int64_t i = kept / 2; i-- > 0;)
        sift_up(heap, kept, i);
    loop->timer_cancelled_count = 0;
    for (int64_t i = 0; i < dropped; i++)
        value_decref(garbage[i]);
    mem_free(garbage);
}

void timers_tidy(EventLoop *loop) {
    if (loop->timer_count > TIDY_MINIMUM &&
        (double)loop->timer_cancelled_count / (double)loop->timer_count > 0.5) {
        sweep(loop);
        return;
    }
    while (loop->timer_count && item_cancelled(loop->timers[0].item)) {
        loop->timer_cancelled_count--;
        value_decref(pop_first(loop));
    }
}

int timers_move_due(EventLoop *loop, double end) {
    while (loop->timer_count && loop->timers[0].when < end) {
        Value item = pop_first(loop);
        LoopCall call = value_is(item, &rt_type_sleep) ? sleep_fire : handle_run;
        int status = loop_push(loop, call, item, 0);
        value_decref(item);
        if (status < 0)
            return -1;
    }
    return 0;
}

void timers_drop(EventLoop *loop) {
    while (loop->timer_count) {
        Value item = loop->timers[--loop->timer_count].item;
        item_mark(item, false);
        value_decref(item);
    }
    mem_free(loop->timers);
    loop->timers = NULL;
    loop->timer_room = 0;
}
