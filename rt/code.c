/*
 * code.c — code and frame objects as far as a compiled program has them: what FunctionInfo knows
 * (names, argument counts, flags, file, first line), for inspect, traceback and friends.
 */
#include "library_frame.h"
#include "stack.h"
#include "traceback.h"

typedef struct CodeObject {
    Object base;
    const FunctionInfo *info;
    Value function; /* made of text, whose code it is; owned; 0 for all others */
} CodeObject;

Value code_new(const FunctionInfo *info, Value function) {
    CodeObject *code = object_new(&rt_type_code, sizeof(CodeObject));
    if (code) {
        code->info = info;
        code->function = value_incref(function);
    }
    return OBJ(code);
}

Value code_function(Value code) {
    return AS(CodeObject, code)->function;
}

static const FunctionInfo *info_of(Value self) {
    return AS(CodeObject, self)->info;
}

const FunctionInfo *code_info(Value code) {
    return info_of(code);
}

#define GETTER(name)                                                                               \
    static Value code_##name(Value callee, const Value *args, uint32_t count, Value names)
#define INFO()                                                                                     \
    info_of(args[0]);                                                                              \
    (void)callee, (void)count, (void)names

GETTER(name) {
    const FunctionInfo *info = INFO();
    return str_from_cstr(info->name);
}

GETTER(qualname) {
    const FunctionInfo *info = INFO();
    return str_from_cstr(info->qualname);
}

GETTER(filename) {
    const FunctionInfo *info = INFO();
    return str_from_cstr(function_source(info)->file);
}

GETTER(firstlineno) {
    const FunctionInfo *info = INFO();
    return int_from_i64(info->line);
}

GETTER(argcount) {
    const FunctionInfo *info = INFO();
    return int_from_i64(info->positional_count);
}

GETTER(posonlyargcount) {
    const FunctionInfo *info = INFO();
    return int_from_i64(info->posonly_count);
}

GETTER(kwonlyargcount) {
    const FunctionInfo *info = INFO();
    return int_from_i64(info->kwonly_count);
}

GETTER(flags) {
    const FunctionInfo *info = INFO();
    enum {
        OPTIMIZED = 1,
        NEWLOCALS = 2,
        VARARGS = 4,
        VARKEYWORDS = 8,
        NESTED = 16,
        GENERATOR = 32,
        COROUTINE = 128,
        ASYNC_GENERATOR = 512
    };
    int64_t flags = OPTIMIZED | NEWLOCALS;
    flags |= info->flags & FUNCTION_VARARGS ? VARARGS : 0;
    flags |= info->flags & FUNCTION_VARKEYWORDS ? VARKEYWORDS : 0;
    flags |= info->flags & FUNCTION_GENERATOR ? GENERATOR : 0;
    flags |= info->flags & FUNCTION_COROUTINE ? COROUTINE : 0;
    flags |= info->flags & FUNCTION_ASYNC_GENERATOR ? ASYNC_GENERATOR : 0;
    flags |= info->free_count ? NESTED : 0;
    return int_from_i64(flags);
}

static Value names_tuple(const char *const *names, uint32_t count) {
    Value tuple = tuple_new_empty(count);
    for (uint32_t i = 0; tuple && i < count; i++)
        AS(TupleObject, tuple)->items[i] = value_incref(str_name(names[i]));
    return tuple;
}

GETTER(varnames) {
    const FunctionInfo *info = INFO();
    return names_tuple(info->params, function_parameter_count(info));
}

GETTER(nlocals) {
    const FunctionInfo *info = INFO();
    return int_from_i64(function_parameter_count(info));
}

GETTER(freevars) {
    const FunctionInfo *info = INFO();
    return names_tuple(info->free_names, info->free_count);
}

GETTER(cellvars) {
    const FunctionInfo *info = INFO();
    return names_tuple(info->free_names ? info->free_names + info->free_count : NULL,
                       info->cell_count);
}

GETTER(empty) {
    (void)callee, (void)args, (void)count, (void)names;
    return tuple_new(NULL, 0);
}

static Value code_repr(Value self) {
    const FunctionInfo *info = info_of(self);
    return str_format("<code object %s at %s, file \"%s\", line %d>", info->name,
                      pointer_text(self).text, function_source(info)->file, (int)info->line);
}

static Value code_compare(Value left, Value right, CompareOp op) {
    if (!value_is(right, &rt_type_code) || (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOTIMPLEMENTED;
    return VALUE_BOOL((info_of(left) == info_of(right)) == (op == COMPARE_EQ));
}

static int64_t code_hash(Value self) {
    return (int64_t)((uintptr_t)info_of(self) >> 4);
}
static void code_drop(Object *self) {
    value_replace(&((CodeObject *)self)->function, 0);
}

static void code_traverse(Object *self, VisitValue visit, void *context) {
    visit(((CodeObject *)self)->function, context);
}

static const NativeMethod code_methods[] = {
    {.name = "co_name", .call = code_name, .kind = METHOD_GETTER},
    {.name = "co_qualname", .call = code_qualname, .kind = METHOD_GETTER},
    {.name = "co_filename", .call = code_filename, .kind = METHOD_GETTER},
    {.name = "co_firstlineno", .call = code_firstlineno, .kind = METHOD_GETTER},
    {.name = "co_argcount", .call = code_argcount, .kind = METHOD_GETTER},
    {.name = "co_posonlyargcount", .call = code_posonlyargcount, .kind = METHOD_GETTER},
    {.name = "co_kwonlyargcount", .call = code_kwonlyargcount, .kind = METHOD_GETTER},
    {.name = "co_flags", .call = code_flags, .kind = METHOD_GETTER},
    {.name = "co_varnames", .call = code_varnames, .kind = METHOD_GETTER},
    {.name = "co_nlocals", .call = code_nlocals, .kind = METHOD_GETTER},
    {.name = "co_freevars", .call = code_freevars, .kind = METHOD_GETTER},
    {.name = "co_cellvars", .call = code_cellvars, .kind = METHOD_GETTER},
    {.name = "co_names", .call = code_empty, .kind = METHOD_GETTER},
    {.name = "co_consts", .call = code_empty, .kind = METHOD_GETTER},
    {0},
};

Type rt_type_code = {
    .name = "code",
    .basic_size = sizeof(CodeObject),
    .flags = TYPE_FINAL,
    .methods = code_methods,
    .slots = {.dealloc = code_drop,
              .traverse = code_traverse,
              .clear = code_drop,
              .repr = code_repr,
              .hash = code_hash,
              .compare = code_compare},
};

/* ---- frames ---------------------------------------------------------------------------------- */

/* The frames that were on the stack when the first of them was asked for, the innermost first. */
typedef struct FrameChain {
    uint32_t references, count;
    StackPlace *places; /* owned */
} FrameChain;

typedef struct FrameObject {
    Object base;
    const FunctionInfo *info;
    uint32_t line;
    uint32_t up;         /* where in `callers` its caller is */
    Value traceback;     /* the entry that has its variables, or 0; owned */
    FrameChain *callers; /* NULL: not known; a reference to it is owned */
} FrameObject;

static Type type_frame;

/* Where a function was; its variables cannot be looked at. */
Value frame_new(const FunctionInfo *function, uint32_t line, Value traceback) {
    FrameObject *frame = object_new(&type_frame, sizeof(FrameObject));
    if (frame) {
        frame->info = function;
        frame->line = line;
        frame->up = 0;
        frame->traceback = value_incref(traceback);
        frame->callers = NULL;
    }
    return OBJ(frame);
}

static FrameChain *chain_new(void) {
    uint32_t count = 0;
    StackPlace *places = rt_stack ? rt_stack->frames(&count) : NULL;
    FrameChain *chain = places ? mem_alloc(sizeof *chain) : NULL;
    if (chain)
        *chain = (FrameChain){1, count, places};
    else
        mem_free(places);
    return chain;
}

static void chain_drop(FrameChain *chain) {
    if (!chain || --chain->references)
        return;
    mem_free(chain->places);
    mem_free(chain);
}

/* A new frame whose callers are those of `chain` from `up` on. 0 without an exception if `function`
 * is NULL. */
static Value frame_in_chain(const FunctionInfo *function, uint32_t line, FrameChain *chain,
                            uint32_t up) {
    Value frame = function ? frame_new(function, line, 0) : 0;
    if (frame && chain) {
        chain->references++;
        AS(FrameObject, frame)->callers = chain;
        AS(FrameObject, frame)->up = up;
    }
    return frame;
}

/* The frame number `index` of the chain; 0 without an exception: there are not so many. */
static Value frame_of_chain(FrameChain *chain, uint32_t index) {
    if (!chain || index >= chain->count)
        return 0;
    const StackPlace *place = &chain->places[index];
    const FunctionInfo *function =
        place->library ? library_frame_function(place->library) : place->function;
    return frame_in_chain(function, place->line, chain, index + 1);
}

const FunctionInfo *frame_info(Value frame) {
    return value_is(frame, &type_frame) ? AS(FrameObject, frame)->info : NULL;
}

static const FunctionInfo *call_site;
static uint32_t call_site_line;

void pyrt_call_site(const FunctionInfo *function, int64_t position) {
    call_site = function;
    call_site_line = position_line((uint64_t)position);
}

static const FunctionInfo *call_site_take(uint32_t *line) {
    const FunctionInfo *found = call_site ? call_site : module_running()->body;
    *line = call_site ? call_site_line : found->line;
    call_site = NULL;
    return found;
}

/* A call that was noted in the library is above the tracked stack, on which only the program's own
 * functions are; of the others it knows more. */
Value frame_of_call_site(uint32_t up) {
    uint32_t line;
    bool noted = call_site != NULL;
    const FunctionInfo *function = call_site_take(&line);
    FrameChain *chain = chain_new();
    if (isolate.pending)
        return 0;
    Value frame = chain && !(noted && function->module->flags & MODULE_LIBRARY)
                      ? frame_of_chain(chain, up)
                      : frame_in_chain(function, line, chain, 0);
    chain_drop(chain);
    return frame;
}

/* Adds the innermost of `count` places, of which it takes over `places`, to `frames`. 0 or -1. */
static int add_thread(Value frames, uint64_t thread, StackPlace *places, uint32_t count) {
    FrameChain *chain = mem_alloc(sizeof *chain);
    if (!chain) {
        mem_free(places);
        return -1;
    }
    *chain = (FrameChain){1, count, places};
    Value key = int_from_u64(thread), frame = frame_of_chain(chain, 0);
    int status = key && frame ? dict_set(frames, key, frame) : -1;
    value_decref(key);
    value_decref(frame);
    chain_drop(chain);
    return status;
}

Value frames_of_threads(void) {
    Value frames = dict_new();
    uint64_t thread;
    uint32_t count;
    StackPlace *places;
    for (uint32_t i = 0; frames && rt_stack; i++) {
        if (!(places = rt_stack->thread_frames(i, &thread, &count)))
            break;
        if (add_thread(frames, thread, places, count) < 0)
            value_replace(&frames, 0);
    }
    return frames;
}

/* (file, line, module's name); `name` is stolen. */
static Value place_tuple(const char *file, uint32_t line, Value name) {
    Value items[] = {str_from_cstr(file), int_from_i64(line), name};
    Value place = items[0] && items[2] ? tuple_new(items, 3) : 0;
    for (int i = 0; i < 3; i++)
        value_decref(items[i]);
    return place;
}

static Value place_in(const ModuleInfo *info, uint32_t line) {
    ModuleObject *module = module_of_info(info);
    Value name = module ? module_lookup_borrow(module, str_name("__name__")) : 0;
    return place_tuple(info->file, line, name ? value_incref(name) : str_from_cstr(info->name));
}

/* The place `up` calls above the innermost frame of the tracked stack, or None. */
static Value tracked_place(const FunctionInfo *site, int64_t up) {
    const FunctionInfo *function;
    const LibraryFrame *library;
    uint32_t line;
    if (!rt_stack || !rt_stack->ancestor(0, &function, &library, &line))
        return VALUE_NONE;
    if (site && site != function && up > 0)
        up--; /* it is one of the library's: only the program's functions enter frames */
    if (up > UINT32_MAX || !rt_stack->ancestor((uint32_t)up, &function, &library, &line))
        return VALUE_NONE;
    if (!library)
        return place_in(function->module, line);
    library_frame_function(library);
    return place_tuple(library->file, line, str_from_cstr(library_frame_module(library)));
}

/* What is known of the caller of `site` without a tracked stack: the statement that imports the
 * module, or the program's call of a logger. None else. */
static Value known_caller(const FunctionInfo *site) {
    const ImportSite *importer = &isolate.importer;
    if (importer->function && !strcmp(site->name, "<module>"))
        return place_in(importer->function->module, importer->line);
    if (isolate.log_site && !rt_stack && !strcmp(site->module->name, "logging"))
        return place_in(isolate.log_site->module, isolate.log_line);
    return VALUE_NONE;
}

Value call_site_place(int64_t up) {
    const FunctionInfo *site = call_site;
    call_site = NULL;
    Value caller = site && up == 1 ? known_caller(site) : VALUE_NONE;
    if (caller != VALUE_NONE)
        return caller;
    return site && up <= 0 ? place_in(site->module, call_site_line) : tracked_place(site, up);
}

void pyrt_import_site(const FunctionInfo *function, int64_t position) {
    isolate.import_site = (ImportSite){function, position_line((uint64_t)position)};
}

void pyrt_log_site(const FunctionInfo *function, int64_t position) {
    isolate.log_site = function;
    isolate.log_line = position_line((uint64_t)position);
}

Value frame_of_log_site(void) {
    const FunctionInfo *site = isolate.log_site;
    if (!site || rt_stack || !call_site || strcmp(call_site->module->name, "logging") != 0)
        return 0; /* with a tracked stack logging finds the call by itself */
    isolate.log_site = NULL;
    return frame_new(site, isolate.log_line, 0);
}

Value call_site_module(void) {
    uint32_t line;
    ModuleObject *module = module_of_info(call_site_take(&line)->module);
    Value name = module ? module_lookup_borrow(module, str_name("__name__")) : 0;
    return name ? value_incref(name) : str_from_cstr("__main__");
}

#define FRAME_GETTER(name)                                                                         \
    static Value frame_##name(Value callee, const Value *args, uint32_t count, Value names)
#define FRAME()                                                                                    \
    AS(FrameObject, args[0]);                                                                      \
    (void)callee, (void)count, (void)names

FRAME_GETTER(code) {
    FrameObject *frame = FRAME();
    return code_new(frame->info, 0);
}

FRAME_GETTER(lineno) {
    FrameObject *frame = FRAME();
    return int_from_i64(frame->line);
}

/* The variables of the frame's module; a function of the library that is C code here has none. */
static Value globals_of(const FunctionInfo *info) {
    return is_library_frame(info->module) ? dict_new() : pyrt_module_dict(info->module);
}

FRAME_GETTER(globals) {
    FrameObject *frame = FRAME();
    return globals_of(frame->info);
}

FRAME_GETTER(locals) {
    FrameObject *frame = FRAME();
    bool is_module = frame->info == frame->info->module->body;
    return is_module ? pyrt_module_dict(frame->info->module) : dict_new();
}

FRAME_GETTER(back) {
    FrameObject *frame = FRAME();
    Value back = frame_of_chain(frame->callers, frame->up);
    return back || isolate.pending ? back : VALUE_NONE;
}

FRAME_GETTER(none) {
    (void)callee, (void)args, (void)count, (void)names;
    return VALUE_NONE;
}

FRAME_GETTER(clear) {
    FrameObject *frame = FRAME();
    if (frame->traceback)
        traceback_drop_kept(AS(TracebackObject, frame->traceback));
    return VALUE_NONE;
}

static void frame_drop(Object *self) {
    FrameObject *frame = (FrameObject *)self;
    Value traceback = frame->traceback;
    FrameChain *callers = frame->callers;
    frame->traceback = 0;
    frame->callers = NULL;
    chain_drop(callers);
    value_decref(traceback);
}

static void frame_traverse(Object *self, VisitValue visit, void *context) {
    visit(((FrameObject *)self)->traceback, context);
}

static Value frame_repr(Value self) {
    FrameObject *frame = AS(FrameObject, self);
    return str_format("<frame at %s, file '%s', line %d, code %s>", pointer_text(self).text,
                      function_source(frame->info)->file, (int)frame->line, frame->info->name);
}

static const NativeMethod frame_methods[] = {
    {.name = "f_code", .call = frame_code, .kind = METHOD_GETTER},
    {.name = "f_lineno", .call = frame_lineno, .kind = METHOD_GETTER},
    {.name = "f_globals", .call = frame_globals, .kind = METHOD_GETTER},
    {.name = "f_locals", .call = frame_locals, .kind = METHOD_GETTER},
    {.name = "f_back", .call = frame_back, .kind = METHOD_GETTER},
    {.name = "f_trace", .call = frame_none, .kind = METHOD_GETTER},
    {.name = "clear", .call = frame_clear},
    {0},
};

static Type type_frame = {
    .name = "frame",
    .basic_size = sizeof(FrameObject),
    .flags = TYPE_FINAL,
    .methods = frame_methods,
    .slots = {.dealloc = frame_drop,
              .traverse = frame_traverse,
              .clear = frame_drop,
              .repr = frame_repr},
};
