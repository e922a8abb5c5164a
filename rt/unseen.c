/*
 * unseen.c — whether anybody could see a program's objects go at its end. If nobody can, they are
 * left to the operating system, which is quicker than taking them apart one by one.
 *
 * What can be seen of an object's end: a finalizer (`__del__`, a warning about what was not closed,
 * the `finally` of a generator that waits), the callback of a weak reference, what is written when
 * a file is dropped. The walk asks every object; a finalizer counts if it has not run, whatever it
 * would do.
 *
 * A build for a leak checker takes everything apart, so that what is left over is a leak.
 */
#include "containers.h"
#include "io.h"
#include "object.h"

/* The standard streams and the files below them are flushed at the end in any case. One whose
 * descriptor was closed at the start is None. */
static bool is_standard_stream(const Object *object) {
    for (int i = IO_STDIN; i <= IO_STDERR; i++) {
        Value stream = io_original_borrow(i);
        if (stream && stream != VALUE_NONE &&
            (OBJ(object) == stream || OBJ(object) == AS(TextFile, stream)->buffer))
            return true;
    }
    return false;
}

typedef struct Look {
    const Type *quiet; /* has no finalizer; the objects that follow are often of it, too */
    bool seen;
} Look;

static void look_at(Object *object, void *context) {
    Look *look = context;
    const Type *type = object->type;
    if (type == look->quiet)
        return;
    bool acts = type->slots.finalize && !(object->flags & OBJECT_FINALIZED);
    if ((acts && !is_standard_stream(object)) || (type->flags & TYPE_CLOSES))
        look->seen = true;
    if (!type->slots.finalize && !(type->flags & TYPE_CLOSES))
        look->quiet = type;
}

bool rt_end_is_unseen(void) {
    Look look = {.seen = mem_checks_leaks() || gc_has_callbacks() || weakref_has_callbacks()};
    if (!look.seen)
        mem_walk_objects(look_at, &look);
    return !look.seen;
}
