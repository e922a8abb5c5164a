/*
 * mod_functions.c — the module _functions: function objects whose code is only known when the
 * program runs.
 *
 * A part of programs compiled with --dynamic (pylib/_dynamic.py is its only user). A blueprint is
 * the FunctionInfo of one `def` or lambda of such a text: signature, name and flags. Functions made
 * from it bind their arguments as all others do; their entry calls the object in the first cell
 * with the bound values. Blueprints live as long as the program, because code objects refer to
 * them.
 */
#include "object.h"

typedef struct Blueprint {
    FunctionInfo info;
    ModuleInfo module;
    Value source; /* see exchange; owned */
    struct Blueprint *next;
} Blueprint;

enum { CELL_ENTRY, CELL_GLOBALS, CELL_COUNT };

static Blueprint *blueprints; /* keeps them reachable */

static Value enter(Value callee, const Value *args) {
    FunctionObject *function = AS(FunctionObject, callee);
    Value entry = value_incref(function->cells[CELL_ENTRY]);
    Value result = object_call(entry, args, function_parameter_count(function->info), 0);
    value_decref(entry);
    return result;
}

/* A copy of the text of a str that is never freed; NULL without memory. */
static const char *kept_text(Value text) {
    size_t size;
    const char *utf8 = str_utf8(text, &size);
    char *copy = utf8 ? mem_alloc(size + 1) : NULL;
    if (copy)
        memcpy(copy, utf8, size + 1);
    return copy;
}

static const char *const *kept_names(const TupleObject *names) {
    const char **kept = mem_alloc_items(names->length + 1, sizeof *kept);
    for (int64_t i = 0; kept && i < names->length; i++)
        if (!(kept[i] = kept_text(names->items[i])))
            return NULL;
    return kept;
}

static bool fill_texts(Blueprint *made, const Value *args) {
    made->info.name = kept_text(args[0]);
    made->info.qualname = kept_text(args[1]);
    made->module.name = "<dynamic>";
    made->module.file = kept_text(args[2]);
    made->info.doc = args[3] == VALUE_NONE ? NULL : kept_text(args[3]);
    made->info.params = kept_names(AS(TupleObject, args[4]));
    return made->info.name && made->info.qualname && made->module.file && made->info.params &&
           (made->info.doc || args[3] == VALUE_NONE);
}

/* blueprint(name, qualname, file, doc, parameters, posonly, positional, kwonly, flags, line) -> int
 */
static Value new_blueprint(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    Blueprint *made = mem_alloc(sizeof *made);
    if (!made)
        return 0;
    memset(made, 0, sizeof *made);
    made->next = blueprints;
    blueprints = made;
    uint32_t *const numbers[] = {&made->info.posonly_count, &made->info.positional_count,
                                 &made->info.kwonly_count, &made->info.flags, &made->info.line};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        int64_t number;
        if (!int_to_i64(args[5 + i], &number))
            return raise_error(&rt_exc_TypeError, "a blueprint's counts are integers");
        *numbers[i] = (uint32_t)number;
    }
    made->info.flags |= FUNCTION_DYNAMIC;
    made->info.module = &made->module;
    made->info.entry = enter;
    return fill_texts(made, args) ? int_from_i64((int64_t)(uintptr_t)made) : 0;
}

static Value none_as_zero(Value value) {
    return value == VALUE_NONE ? 0 : value;
}

/* function(blueprint, entry, defaults, kwdefaults, annotations, globals) -> function */
static Value new_function(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    int64_t address;
    if (!int_to_i64(args[0], &address))
        return raise_error(&rt_exc_TypeError, "a blueprint is an integer");
    const Blueprint *blueprint = (const Blueprint *)(uintptr_t)address;
    Value cells[CELL_COUNT] = {args[1], args[5]};
    return pyrt_function(&blueprint->info, none_as_zero(args[2]), none_as_zero(args[3]),
                         none_as_zero(args[4]), cells, CELL_COUNT);
}

static Value enter_exchanged(Value callee, const Value *args) {
    const Blueprint *made = (const Blueprint *)AS(FunctionObject, callee)->info;
    return enter(made->source, args);
}

/* rt_function_exchange. The function keeps its names and its module, the other one's code its
 * variables. */
static int exchange(FunctionObject *function, FunctionObject *source) {
    Blueprint *made = mem_alloc(sizeof *made);
    if (!made)
        return -1;
    memset(made, 0, sizeof *made);
    made->info = *source->info;
    made->info.flags &= ~(uint32_t)FUNCTION_DYNAMIC;
    made->info.name = function->info->name;
    made->info.qualname = function->info->qualname;
    made->info.doc = function->info->doc;
    made->info.module = function->info->module;
    made->info.entry = enter_exchanged;
    made->source = value_incref(OBJ(source));
    made->next = blueprints;
    blueprints = made;
    function->info = &made->info;
    return 0;
}

static const NativeMethod functions[] = {
    {.name = "blueprint", .call = new_blueprint, .min_args = 10, .max_args = 10},
    {.name = "function", .call = new_function, .min_args = 6, .max_args = 6},
    {0},
};

static int functions_init(ModuleObject *module) {
    rt_function_exchange = exchange;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_functions = {"_functions", functions_init};
