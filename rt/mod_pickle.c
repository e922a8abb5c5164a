/*
 * mod_pickle.c — the module _pickle_native: what pickle has in C. The module _pickle, which is
 * written in Python, hands over what comes from other modules. The pickler is in mod_pickle_save.c
 * and the files it names, the unpickler in mod_pickle_load.c.
 *
 * Here are the module's functions and PickleBuffer, a view of an object's memory that goes out of
 * band (PEP 574).
 */
#include "bytes.h"
#include "pickle.h"

PickleModule rt_pickle;

/* ---- PickleBuffer ---------------------------------------------------------------------------- */

typedef struct PickleBuffer {
    Object base;
    Value view; /* memoryview; 0: released */
} PickleBuffer;

static Value view_of(Value self) {
    Value view = AS(PickleBuffer, self)->view;
    return view ? view
                : raise_error(&rt_exc_ValueError,
                              "operation forbidden on released PickleBuffer object");
}

NATIVE(buffer_make) {
    NATIVE_UNUSED();
    Buffer buffer;
    if (!buffer_view(args[0], &buffer) && !value_is(args[0], &rt_type_memoryview))
        return isolate.pending ? 0 : buffer_refused(args[0]);
    Value view = object_call1(OBJ(&rt_type_memoryview), args[0]);
    PickleBuffer *self = view ? object_new(SPEC_DATA(callee), sizeof *self) : NULL;
    if (self)
        self->view = view;
    else
        value_decref(view);
    return OBJ(self);
}

NEW_BY_SPEC(buffer_new, .name = "PickleBuffer", .call = buffer_make, .min_args = 1, .max_args = 1,
            .keywords = "object")

static bool buffer_memory(Value self, Buffer *buffer) {
    Value view = view_of(self);
    if (!view || !buffer_view(view, buffer))
        return false;
    buffer->lender = view;
    return true;
}

/* The memory as one row of bytes. */
NATIVE(buffer_raw) {
    NATIVE_UNUSED();
    Value view = view_of(args[0]), format = str_name("B");
    Buffer buffer;
    if (!view)
        return 0;
    if (!buffer_view(view, &buffer))
        return isolate.pending
                   ? 0
                   : raise_error(&rt_exc_BufferError,
                                 "cannot extract raw buffer from non-contiguous buffer");
    return object_call_method(view, "cast", &format, 1);
}

NATIVE(buffer_release) {
    NATIVE_UNUSED();
    value_replace(&AS(PickleBuffer, args[0])->view, 0);
    return VALUE_NONE;
}

static void buffer_dealloc(Object *self) {
    value_replace(&((PickleBuffer *)self)->view, 0);
}

static void buffer_traverse(Object *self, VisitValue visit, void *context) {
    if (((PickleBuffer *)self)->view)
        visit(((PickleBuffer *)self)->view, context);
}

static const NativeMethod buffer_methods[] = {
    {.name = "raw", .call = buffer_raw}, {.name = "release", .call = buffer_release}, {0}};

Type rt_type_pickle_buffer = {
    .name = "pickle.PickleBuffer",
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL,
    .basic_size = sizeof(PickleBuffer),
    .methods = buffer_methods,
    .slots = {.new = buffer_new,
              .dealloc = buffer_dealloc,
              .clear = buffer_dealloc,
              .traverse = buffer_traverse,
              .buffer = buffer_memory},
};

/* ---- the module ------------------------------------------------------------------------------ */

/* Takes the dicts of copyreg and _compat_pickle, and two functions: see PickleModule. */
NATIVE(setup) {
    NATIVE_UNUSED();
    Value *places[] = {&rt_pickle.dispatch_table,  &rt_pickle.extensions,
                       &rt_pickle.extension_names, &rt_pickle.extension_cache,
                       &rt_pickle.names_to_3,      &rt_pickle.modules_to_3,
                       &rt_pickle.names_to_2,      &rt_pickle.modules_to_2,
                       &rt_pickle.encode,          &rt_pickle.partial};
    for (uint32_t i = 0; i < count; i++)
        value_replace(places[i], value_incref(args[i]));
    return VALUE_NONE;
}

static const NativeMethod functions[] = {
    {.name = "setup", .call = setup, .min_args = 10, .max_args = 10},
    {.name = "dump",
     .call = pickle_dump_function,
     .min_args = 2,
     .max_args = 3,
     .keywords = "obj file protocol fix_imports buffer_callback"},
    {.name = "dumps",
     .call = pickle_dumps_function,
     .min_args = 1,
     .max_args = 2,
     .keywords = "obj protocol fix_imports buffer_callback"},
    {.name = "load",
     .call = pickle_load_function,
     .min_args = 1,
     .max_args = 1,
     .keywords = "file fix_imports encoding errors buffers"},
    {.name = "loads",
     .call = pickle_loads_function,
     .min_args = 1,
     .max_args = 1,
     .keywords = "data fix_imports encoding errors buffers"},
    {0},
};

static void pickle_finish(void) {
    Value empty[10] = {0};
    setup(0, empty, 10, 0);
    value_replace(&rt_pickle.error, 0);
    value_replace(&rt_pickle.pickling_error, 0);
    value_replace(&rt_pickle.unpickling_error, 0);
}

static int add_error(ModuleObject *module, Value *place, const char *name, Value base) {
    *place = base ? exc_class_new("_pickle", name, base) : 0;
    return *place ? module_set(module, name, value_incref(*place)) : -1;
}

static int pickle_init(ModuleObject *module) {
    rt_at_finish(pickle_finish);
    if (add_error(module, &rt_pickle.error, "PickleError", OBJ(&rt_exc_Exception)) < 0 ||
        add_error(module, &rt_pickle.pickling_error, "PicklingError", rt_pickle.error) < 0 ||
        add_error(module, &rt_pickle.unpickling_error, "UnpicklingError", rt_pickle.error) < 0 ||
        module_add_type(module, "Pickler", &rt_type_pickler) < 0 ||
        module_add_type(module, "Unpickler", &rt_type_unpickler) < 0 ||
        module_add_type(module, "PickleBuffer", &rt_type_pickle_buffer) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__pickle_native = {"_pickle_native", pickle_init};
