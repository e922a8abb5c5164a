/*
 * mod_thread_local.c — _thread._local: an object whose attributes each thread has for itself. It
 * keeps one dict per thread that touched it; a thread that ends takes its dicts out of all of them.
 * The first access of a thread runs __init__ of a subclass again, with the arguments of the first.
 */
#include "threads.h"

#include "object.h"
#include "port.h"

typedef struct LocalEntry {
    uint64_t thread;
    Value dict;
} LocalEntry;

typedef struct Local {
    Object base;
    struct Local *next, **link; /* all of them, for thread_locals_drop */
    LocalEntry *entries;
    uint32_t count, room;
    Value args; /* tuple: what __init__ gets, the values of keyword arguments last */
    Value names;
} Local;

#define SELF(value) AS(Local, value)

static Local *all_locals;

/* ---- the dict of the calling thread ---------------------------------------------------------- */

static LocalEntry *find_entry(const Local *local, uint64_t thread) {
    for (uint32_t i = 0; i < local->count; i++)
        if (local->entries[i].thread == thread)
            return &local->entries[i];
    return NULL;
}

/* Takes out the dict of a thread; a new reference, or 0. */
static Value take_entry(Local *local, uint64_t thread) {
    LocalEntry *entry = find_entry(local, thread);
    if (!entry)
        return 0;
    Value dict = entry->dict;
    *entry = local->entries[--local->count];
    return dict;
}

static Value add_entry(Local *local) {
    if (local->count == local->room) {
        uint32_t room = local->room ? local->room * 2 : 4;
        LocalEntry *entries = mem_realloc(local->entries, room * sizeof *entries);
        if (!entries)
            return 0;
        local->entries = entries;
        local->room = room;
    }
    Value dict = dict_new();
    if (dict)
        local->entries[local->count++] = (LocalEntry){port_thread_id(), dict};
    return dict;
}

static uint32_t name_count(Value names) {
    return names ? (uint32_t)AS(TupleObject, names)->length : 0;
}

/* The dict of the calling thread, made and initialised at its first use; borrowed, 0 = failed. */
static Value thread_dict(Value self) {
    Local *local = SELF(self);
    LocalEntry *entry = find_entry(local, port_thread_id());
    if (entry)
        return entry->dict;
    Value dict = add_entry(local);
    Type *type = value_type(self);
    if (!dict || type->slots.init == object_default_init || !local->args)
        return dict;
    const TupleObject *args = AS(TupleObject, local->args);
    uint32_t count = (uint32_t)args->length - name_count(local->names);
    if (type->slots.init(self, args->items, count, local->names) == 0)
        return dict;
    value_decref(take_entry(local, port_thread_id()));
    return 0;
}

void thread_locals_drop(void) {
    for (;;) { /* dropping may run code that changes the list */
        Value dict = 0;
        for (Local *local = all_locals; local && !dict; local = local->next)
            dict = take_entry(local, port_thread_id());
        if (!dict)
            return;
        value_decref(dict);
    }
}

void thread_locals_forget_others(void) {
    for (Local *local = all_locals; local; local = local->next) {
        const LocalEntry *own = find_entry(local, port_thread_id());
        if (own)
            local->entries[0] = *own;
        local->count = own ? 1 : 0;
    }
}

/* ---- attributes ------------------------------------------------------------------------------ */

static Value local_getattr(Value self, Value name) {
    Value dict = thread_dict(self);
    if (!dict)
        return 0;
    if (str_equal_cstr(name, "__dict__"))
        return value_incref(dict);
    Value found = type_lookup_borrow(value_type(self), name);
    if (!found || !value_type(found)->slots.descr_set) {
        Value value = dict_get_borrow(dict, name);
        if (value || isolate.pending)
            return value_incref(value);
    }
    return rt_generic_getattr(self, name);
}

static int local_setattr(Value self, Value name, Value value) {
    Value dict = thread_dict(self);
    if (!dict)
        return -1;
    if (str_equal_cstr(name, "__dict__"))
        return raise_status(&rt_exc_AttributeError, "'%T' object attribute '%S' is read-only", self,
                            name);
    Value found = type_lookup_borrow(value_type(self), name);
    if (found && value_type(found)->slots.descr_set)
        return rt_generic_setattr(self, name, value);
    if (value)
        return dict_set(dict, name, value);
    int deleted = dict_delete(dict, name);
    if (deleted == 0)
        attr_missing(self, name);
    return deleted == 1 ? 0 : -1;
}

/* ---- the type -------------------------------------------------------------------------------- */

static Value local_new(Type *type, const Value *args, uint32_t count, Value names) {
    uint32_t given = count + name_count(names);
    if (given && type->slots.init == object_default_init)
        return raise_error(&rt_exc_TypeError, "Initialization arguments are not supported");
    Local *local = object_new(type, sizeof *local);
    if (!local)
        return 0;
    local->next = all_locals;
    local->link = &all_locals;
    if (all_locals)
        all_locals->link = &local->next;
    all_locals = local;
    local->args = tuple_new(args, given);
    local->names = value_incref(names);
    if (local->args && add_entry(local)) /* the caller runs __init__ for this thread */
        return OBJ(local);
    value_decref(OBJ(local));
    return 0;
}

static void local_clear(Object *self) {
    Local *local = (Local *)self;
    value_replace(&local->args, 0);
    value_replace(&local->names, 0);
    while (local->count)
        value_decref(local->entries[--local->count].dict);
}

static void local_dealloc(Object *self) {
    Local *local = (Local *)self;
    *local->link = local->next;
    if (local->next)
        local->next->link = local->link;
    local_clear(self);
    mem_free(local->entries);
}

static void local_traverse(Object *self, VisitValue visit, void *context) {
    const Local *local = (const Local *)self;
    visit(local->args, context);
    visit(local->names, context);
    for (uint32_t i = 0; i < local->count; i++)
        visit(local->entries[i].dict, context);
}

Type rt_type_thread_local = {
    .name = "_thread._local",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(Local),
    .slots = {.new = local_new,
              .dealloc = local_dealloc,
              .clear = local_clear,
              .traverse = local_traverse,
              .getattr = local_getattr,
              .setattr = local_setattr},
};
