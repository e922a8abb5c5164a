/*
 * stack.c — the stack of the running thread and the origins of objects; see stack.h.
 *
 * A frame of a coroutine knows its coroutine: a task resumes the innermost one of a chain directly,
 * so that those which await it are not on the stack. They are found through the coroutines'
 * continuations when a stack is noted.
 */
#include "stack.h"

#include "containers.h"
#include "coro.h"
#include "object.h"
#include "port.h"
#include "record.h"
#include "traceback.h"

#include <string.h>

typedef struct StackFrame {
    StackPlace place;
    Coroutine *coroutine; /* borrowed: it runs; NULL in plain functions */
} StackFrame;

struct StackFrames {   /* of a thread */
    StackFrames *next; /* in `threads` */
    uint64_t thread;
    uint32_t depth, room;
    StackFrame items[];
};

static StackFrames *threads; /* of all threads that have entered a frame */

/* What is remembered of an object. */
typedef struct Origin {
    const Object *object; /* NULL: the place in the table is free */
    uint32_t count;
    StackPlace *places; /* oldest first */
} Origin;

static Origin *origins; /* open addressing, by the object's address */
static uint32_t origin_room, origin_count;
static Value entry_type; /* of the tuples that stack_origin answers */

/* ---- entering and leaving -------------------------------------------------------------------- */

static StackFrames **link_to(const StackFrames *frames) {
    StackFrames **link = &threads;
    while (*link != frames)
        link = &(*link)->next;
    return link;
}

/* Makes room for one frame more. False: no memory. */
static bool reserve(void) {
    StackFrames *frames = isolate.frames, **link = frames ? link_to(frames) : &threads;
    uint32_t room = frames ? frames->room * 2 : 64;
    StackFrames *grown = mem_realloc(frames, sizeof *grown + room * sizeof(StackFrame));
    if (!grown) {
        exc_clear();
        return false;
    }
    if (!frames)
        *grown = (StackFrames){.next = threads, .thread = port_thread_id()};
    grown->room = room;
    *link = isolate.frames = grown;
    return true;
}

/* The depth counts on without memory: frames beyond the room are not known. */
static void push(StackFrame frame) {
    if (!rt_stack)
        return;
    bool full = !isolate.frames || isolate.frames->depth >= isolate.frames->room;
    if (!full || reserve())
        isolate.frames->items[isolate.frames->depth++] = frame;
}

static void pop(void) {
    if (isolate.frames && isolate.frames->depth)
        isolate.frames->depth--;
}

void pyrt_frame_enter(const FunctionInfo *function) {
    push((StackFrame){.place = {function, NULL, function->line}});
}

void pyrt_frame_resume(Coroutine *self) {
    push((StackFrame){.place = {self->info, NULL, self->info->line}, .coroutine = self});
}

void pyrt_frame_leave(void) {
    pop();
}

void pyrt_frame_line(uint32_t line) {
    if (isolate.frames && isolate.frames->depth)
        isolate.frames->items[isolate.frames->depth - 1].place.line = line;
}

static void enter_library(const LibraryFrame *frame) {
    push((StackFrame){.place = {NULL, frame, frame->line}});
}

static void drop_frames(void) {
    if (!isolate.frames)
        return;
    StackFrames **link = link_to(isolate.frames);
    *link = isolate.frames->next;
    mem_free(isolate.frames);
    isolate.frames = NULL;
}

static void forked(void) {
    while (threads) {
        StackFrames *next = threads->next;
        if (threads != isolate.frames)
            mem_free(threads);
        threads = next;
    }
    threads = isolate.frames;
    if (threads)
        threads->next = NULL;
}

/* ---- walking --------------------------------------------------------------------------------- */

/* Innermost first: who awaits the coroutine of frame `index`, without being on the stack. */
static Coroutine *first_awaiter(const StackFrames *frames, uint32_t index) {
    const Coroutine *coroutine = frames->items[index].coroutine;
    Coroutine *awaiter = coroutine ? coroutine->continuation : NULL;
    return awaiter && index && frames->items[index - 1].coroutine == awaiter ? NULL : awaiter;
}

/* Writes at most `limit` places, innermost first; answers their number. */
static uint32_t walk(const StackFrames *frames, StackPlace *places, uint32_t limit) {
    uint32_t count = 0;
    for (uint32_t index = frames ? frames->depth : 0; index-- > 0 && count < limit;) {
        places[count++] = frames->items[index].place;
        Coroutine *awaiter = first_awaiter(frames, index);
        for (; awaiter && count < limit; awaiter = awaiter->continuation)
            if (awaiter->info->module)
                places[count++] = (StackPlace){awaiter->info, NULL, coro_line(awaiter)};
    }
    return count;
}

/* ---- origins --------------------------------------------------------------------------------- */

static uint32_t hash_of(const Object *object) {
    return (uint32_t)(((uint64_t)(uintptr_t)object >> 4) * 0x9e3779b97f4a7c15u >> 32);
}

static Origin *find(const Object *object) {
    uint32_t index = hash_of(object) & (origin_room - 1);
    while (origins[index].object && origins[index].object != object)
        index = (index + 1) & (origin_room - 1);
    return &origins[index];
}

static bool grow(void) {
    Origin *old = origins;
    uint32_t old_room = origin_room, room = old_room ? old_room * 2 : 256;
    Origin *grown = mem_alloc(room * sizeof *grown);
    if (!grown) {
        exc_clear();
        return false;
    }
    memset(grown, 0, room * sizeof *grown);
    origins = grown;
    origin_room = room;
    for (uint32_t i = 0; i < old_room; i++)
        if (old[i].object)
            *find(old[i].object) = old[i];
    mem_free(old);
    return true;
}

static void forget(const Object *object) {
    Origin *origin = find(object);
    if (!origin->object)
        return;
    mem_free(origin->places);
    *origin = (Origin){0};
    origin_count--;
    /* what follows without a gap may have been displaced by it */
    uint32_t index = (uint32_t)(origin - origins);
    for (;;) {
        index = (index + 1) & (origin_room - 1);
        if (!origins[index].object)
            return;
        Origin moved = origins[index];
        origins[index] = (Origin){0};
        *find(moved.object) = moved;
    }
}

/* The innermost `limit` places, the innermost first; NULL: none, or no memory. */
static StackPlace *gather(const StackFrames *frames, uint32_t limit, uint32_t *count) {
    uint32_t room = 64;
    StackPlace *places = NULL;
    for (;; room *= 4) {
        StackPlace *grown = mem_realloc(places, room * sizeof *places);
        *count = grown ? walk(frames, grown, room < limit ? room : limit) : 0;
        places = grown ? grown : places;
        if (!grown || *count < room)
            break;
    }
    exc_clear();
    if (*count)
        return mem_realloc(places, *count * sizeof *places);
    mem_free(places);
    return NULL;
}

static StackPlace *all_frames(uint32_t *count) {
    return gather(isolate.frames, UINT32_MAX, count);
}

static StackPlace *thread_frames(uint32_t index, uint64_t *thread, uint32_t *count) {
    const StackFrames *frames = threads;
    while (frames && (frames->depth == 0 || index-- > 0))
        frames = frames->next;
    if (!frames)
        return NULL;
    *thread = frames->thread;
    return gather(frames, UINT32_MAX, count);
}

/* The same, oldest first. */
static StackPlace *note(uint32_t limit, uint32_t *count) {
    StackPlace *places = gather(isolate.frames, limit, count);
    for (uint32_t i = 0; places && i < *count / 2; i++) {
        StackPlace other = places[i];
        places[i] = places[*count - 1 - i];
        places[*count - 1 - i] = other;
    }
    return places;
}

static void remember(Object *object, int limit) {
    if (object->flags & OBJECT_HAS_ORIGIN)
        forget(object);
    object->flags &= ~(uint32_t)OBJECT_HAS_ORIGIN;
    uint32_t count;
    StackPlace *places =
        origin_count * 2 < origin_room || grow() ? note((uint32_t)limit, &count) : NULL;
    if (!places)
        return;
    *find(object) = (Origin){object, count, places};
    origin_count++;
    object->flags |= OBJECT_HAS_ORIGIN;
}

/* ---- showing --------------------------------------------------------------------------------- */

/* (file, line, name, text) */
static Value entry_new(const StackPlace *place) {
    const LibraryFrame *library = place->library;
    const FunctionInfo *function = place->function;
    Value text = library ? str_from_cstr(library->text)
                         : source_line_text(function_source(function), place->line);
    if (!text && !isolate.pending)
        text = str_from_cstr("");
    Value items[] = {str_from_cstr(library ? library->file : function_source(function)->file),
                     value_from_small_int(place->line),
                     str_from_cstr(library ? library->name : function->name), text};
    for (int i = 0; i < 4; i++)
        if (!items[i])
            return 0;
    return record_new(entry_type, items, 4);
}

static Value origin(const Object *object) {
    const Origin *found = find(object);
    Value list = list_new(NULL, 0);
    for (uint32_t i = 0; list && i < found->count; i++)
        if (list_append_take(list, entry_new(&found->places[i])) < 0)
            value_replace(&list, 0);
    return list;
}

/* Always true, for those who found the place. */
static bool tell(const StackPlace *place, const FunctionInfo **function,
                 const LibraryFrame **library, uint32_t *line) {
    *function = place->function;
    *library = place->library;
    *line = place->line;
    return true;
}

static bool caller(uint32_t up, const FunctionInfo **function, const LibraryFrame **library,
                   uint32_t *line) {
    const StackFrames *frames = isolate.frames;
    if (!frames || !frames->depth)
        return false;
    uint32_t index = frames->depth - (frames->depth > up ? up + 1 : 1);
    return tell(&frames->items[index].place, function, library, line);
}

static bool ancestor(uint32_t up, const FunctionInfo **function, const LibraryFrame **library,
                     uint32_t *line) {
    StackPlace places[64];
    if (up >= sizeof places / sizeof *places || walk(isolate.frames, places, up + 1) <= up)
        return false;
    return tell(&places[up], function, library, line);
}

/* ---- the part -------------------------------------------------------------------------------- */

static const StackTracking tracking = {enter_library, pop,         remember, forget,
                                       origin,        caller,      ancestor, all_frames,
                                       thread_frames, drop_frames, forked};

static void finish(void) {
    for (uint32_t i = 0; i < origin_room; i++)
        mem_free(origins[i].places);
    mem_free(origins);
    drop_frames();
    origins = NULL;
    origin_room = origin_count = 0;
    rt_stack = NULL;
}

static int part_init(ModuleObject *module) {
    (void)module;
    entry_type = record_type_new("traceback", "FrameSummary", "filename lineno name line", 4);
    if (!entry_type)
        return -1;
    rt_at_finish(finish);
    rt_stack = &tracking;
    return 0;
}

const NativeModule pyrt_part_stack = {STACK_PART, part_init};
