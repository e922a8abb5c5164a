/*
 * function.c — function objects made by `def` and lambda, and the binding of arguments to
 * parameters with CPython's error messages.
 *
 * A FunctionObject's name, qualname, doc and module_name are 0 as long as the program did not set
 * them: the FunctionInfo says them. So making a closure costs one small allocation.
 */
#include "containers.h"
#include "object.h"

uint32_t function_parameter_count(const FunctionInfo *info) {
    return info->positional_count + info->kwonly_count + !!(info->flags & FUNCTION_VARARGS) +
           !!(info->flags & FUNCTION_VARKEYWORDS);
}

Value pyrt_function(const FunctionInfo *info, Value defaults, Value kwdefaults, Value annotations,
                    const Value *closure, uint32_t closure_count) {
    size_t size = offsetof(FunctionObject, cells) + closure_count * sizeof(Value);
    FunctionObject *function = object_new(&rt_type_function, size);
    if (!function)
        return 0;
    function->info = info;
    function->defaults = value_incref(defaults);
    function->kwdefaults = value_incref(kwdefaults);
    function->annotations = value_incref(annotations);
    function->cell_count = closure_count;
    for (uint32_t i = 0; i < closure_count; i++)
        function->cells[i] = value_incref(closure[i]);
    return OBJ(function);
}

Value function_name_borrow(FunctionObject *function) {
    return function->name ? function->name : str_name(function->info->name);
}

Value function_qualname_borrow(FunctionObject *function) {
    return function->qualname ? function->qualname : str_name(function->info->qualname);
}

/* ---- errors ---------------------------------------------------------------------------------- */

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'" */
static Value name_list(const char *const *names, uint32_t count) {
    StrBuilder text;
    str_builder_init(&text);
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0)
            str_builder_cstr(&text, i + 1 < count ? ", " : count == 2 ? " and " : ", and ");
        str_builder_cstr(&text, "'");
        str_builder_cstr(&text, names[i]);
        str_builder_cstr(&text, "'");
    }
    return str_builder_finish(&text);
}

static int raise_missing(FunctionObject *function, uint32_t first, uint32_t count,
                         const Value *bound, const char *kind) {
    const char **names = mem_alloc((count + 1) * sizeof(char *));
    if (!names)
        return -1;
    uint32_t missing = 0;
    for (uint32_t i = 0; i < count; i++)
        if (!bound[first + i])
            names[missing++] = function->info->params[first + i];
    Value list = name_list(names, missing);
    mem_free(names);
    if (list)
        raise_error(&rt_exc_TypeError, "%S() missing %d required %s argument%s: %S",
                    function_qualname_borrow(function), (int)missing, kind, missing == 1 ? "" : "s",
                    list);
    value_decref(list);
    return -1;
}

static int raise_too_many(FunctionObject *function, uint32_t count, const Value *bound) {
    const FunctionInfo *info = function->info;
    uint32_t takes = info->positional_count, kwonly_given = 0;
    uint32_t defaults =
        function->defaults ? (uint32_t)AS(TupleObject, function->defaults)->length : 0;
    for (uint32_t i = 0; i < info->kwonly_count; i++)
        kwonly_given += bound[takes + i] != 0;
    char range[48], extra[80] = "";
    bool plural = defaults || takes != 1;
    if (defaults)
        snprintf(range, sizeof range, "from %d to %u", (int)takes - (int)defaults, takes);
    else
        snprintf(range, sizeof range, "%u", takes);
    if (kwonly_given)
        snprintf(extra, sizeof extra, " positional argument%s (and %u keyword-only argument%s)",
                 count == 1 ? "" : "s", kwonly_given, kwonly_given == 1 ? "" : "s");
    return raise_status(&rt_exc_TypeError, "%S() takes %s positional argument%s but %d%s %s given",
                        function_qualname_borrow(function), range, plural ? "s" : "", (int)count,
                        extra, count == 1 && !kwonly_given ? "was" : "were");
}

static int parameter_find(const FunctionInfo *info, Value name, uint32_t from) {
    uint32_t end = info->positional_count + info->kwonly_count;
    for (uint32_t i = from; i < end; i++)
        if (str_equal_cstr(name, info->params[i]))
            return (int)i;
    return -1;
}

/* A keyword that matches no parameter: perhaps positional-only ones were named. */
static int raise_unexpected(FunctionObject *function, Value name, Value names) {
    const FunctionInfo *info = function->info;
    StrBuilder list;
    str_builder_init(&list);
    bool any = false;
    for (uint32_t k = 0; k < info->posonly_count; k++)
        for (int64_t i = 0; i < AS(TupleObject, names)->length; i++)
            if (str_equal_cstr(AS(TupleObject, names)->items[i], info->params[k])) {
                str_builder_cstr(&list, any ? ", " : "");
                str_builder_cstr(&list, info->params[k]);
                any = true;
            }
    if (!any) {
        str_builder_drop(&list);
        return raise_status(&rt_exc_TypeError, "%S() got an unexpected keyword argument '%S'",
                            function_qualname_borrow(function), name);
    }
    Value text = str_builder_finish(&list);
    if (text)
        raise_error(&rt_exc_TypeError,
                    "%S() got some positional-only arguments passed as keyword arguments: '%S'",
                    function_qualname_borrow(function), text);
    value_decref(text);
    return -1;
}

/* ---- binding --------------------------------------------------------------------------------- */

/* Places in `out` behind the named parameters that hold new references: *args and **kwargs. */
static uint32_t named_count(const FunctionInfo *info) {
    return info->positional_count + info->kwonly_count;
}

static int bind_keywords(FunctionObject *function, const Value *values, Value names, Value kwargs,
                         Value *out) {
    const TupleObject *keys = AS(TupleObject, names);
    for (int64_t i = 0; i < keys->length; i++) {
        Value name = keys->items[i];
        if (!value_isa(name, &rt_type_str))
            return raise_status(&rt_exc_TypeError, "%S() keywords must be strings",
                                function_qualname_borrow(function));
        int place = parameter_find(function->info, name, function->info->posonly_count);
        if (place < 0 && kwargs) {
            if (dict_set(kwargs, name, values[i]) < 0)
                return -1;
            continue;
        }
        if (place < 0)
            return raise_unexpected(function, name, names);
        if (out[place])
            return raise_status(&rt_exc_TypeError, "%S() got multiple values for argument '%S'",
                                function_qualname_borrow(function), name);
        out[place] = values[i];
    }
    return 0;
}

static int bind_defaults(FunctionObject *function, uint32_t count, Value *out) {
    const FunctionInfo *info = function->info;
    const TupleObject *defaults = AS(TupleObject, function->defaults);
    uint32_t takes = info->positional_count;
    uint32_t given = defaults ? (uint32_t)defaults->length : 0;
    uint32_t spare = given > takes ? given - takes : 0; /* a program may set more than there are */
    uint32_t first = takes - (given - spare);
    for (uint32_t i = count; i < first; i++)
        if (!out[i])
            return raise_missing(function, 0, first, out, "positional");
    for (uint32_t i = first > count ? first : count; i < takes; i++)
        if (!out[i])
            out[i] = defaults->items[spare + i - first];
    bool missing = false;
    for (uint32_t i = takes; i < takes + info->kwonly_count; i++) {
        if (!out[i] && function->kwdefaults)
            out[i] = dict_get_cstr_borrow(function->kwdefaults, info->params[i]);
        missing |= !out[i];
    }
    return missing ? raise_missing(function, takes, info->kwonly_count, out, "keyword-only") : 0;
}

/* Fills `out`: the named parameters borrowed, *args and **kwargs as new references (also on
 * failure, then they may be 0). */
static int bind_borrowed(FunctionObject *function, const Value *args, uint32_t count, Value names,
                         Value *out) {
    const FunctionInfo *info = function->info;
    uint32_t takes = info->positional_count, named = named_count(info);
    uint32_t taken = count < takes ? count : takes;
    values_copy(out, args, taken);
    memset(out + taken, 0, (function_parameter_count(info) - taken) * sizeof(Value));
    Value *rest = out + named, kwargs = 0;
    if (info->flags & FUNCTION_VARARGS)
        if (!(*rest++ = tuple_new(count > taken ? args + taken : NULL, count - taken)))
            return -1;
    if (info->flags & FUNCTION_VARKEYWORDS)
        if (!(kwargs = *rest = dict_new()))
            return -1;
    if (names && bind_keywords(function, args + count, names, kwargs, out) < 0)
        return -1;
    if (count > takes && !(info->flags & FUNCTION_VARARGS))
        return raise_too_many(function, count, out);
    return bind_defaults(function, count, out);
}

static Value bound_after_all(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)args, (void)count, (void)names;
    return 0;
}

/* Says in the words of a C function why the arguments do not fit, instead of what is pending. */
static void complain_as_native(FunctionObject *function, const Value *args, uint32_t count,
                               Value names) {
    const FunctionInfo *info = function->info;
    char places[256] = "";
    for (uint32_t i = 0; i < named_count(info); i++) {
        size_t used = strlen(places);
        snprintf(places + used, sizeof places - used, "%s%s", i ? " " : "",
                 i < info->posonly_count ? "" : info->params[i]);
    }
    const TupleObject *defaults = AS(TupleObject, function->defaults);
    NativeMethod method = {.name = info->name, .call = bound_after_all};
    method.max_args = (int16_t)info->positional_count;
    method.min_args = (int16_t)(method.max_args - (defaults ? defaults->length : 0));
    method.keywords = info->posonly_count < info->positional_count ? places : NULL;
    Value pending = isolate.pending;
    isolate.pending = 0;
    Value native = native_function_new(&method, OBJ(module_of_info(info->module)), 0);
    if (native)
        native_call(native, &method, args, count, names);
    value_decref(native);
    if (isolate.pending)
        value_decref(pending);
    else
        isolate.pending = pending;
}

static bool is_native_in_cpython(const FunctionInfo *info) {
    return (info->flags & FUNCTION_FRAMELESS) && !strchr(info->qualname, '.') &&
           !(info->flags & (FUNCTION_VARARGS | FUNCTION_VARKEYWORDS));
}

/* bind_borrowed, and what it takes for the complaint to be CPython's. */
static int bind_or_complain(FunctionObject *function, const Value *args, uint32_t count,
                            Value names, Value *out) {
    int status = bind_borrowed(function, args, count, names, out);
    if (status < 0 && is_native_in_cpython(function->info))
        complain_as_native(function, args, count, names);
    return status;
}

static void drop_rest(const FunctionInfo *info, Value *out) {
    uint32_t end = function_parameter_count(info);
    for (uint32_t i = named_count(info); i < end; i++)
        value_decref(out[i]);
}

int function_bind(FunctionObject *function, const Value *args, uint32_t count, Value names,
                  Value *out) {
    if (bind_or_complain(function, args, count, names, out) < 0) {
        drop_rest(function->info, out);
        return -1;
    }
    uint32_t named = named_count(function->info);
    for (uint32_t i = 0; i < named; i++)
        value_incref(out[i]);
    return 0;
}

enum { FEW = 16 };

Value function_enter(FunctionObject *function, const Value *args, uint32_t count, Value names) {
    const FunctionInfo *info = function->info;
    if (names && AS(TupleObject, names)->length == 0)
        names = 0;
    if (!names && count == info->positional_count && function_is_plain(info))
        return info->entry(OBJ(function), args);
    uint32_t total = function_parameter_count(info);
    Value few[FEW], *out = few;
    if (total > FEW && !(out = mem_alloc(total * sizeof(Value))))
        return 0;
    /* Defaults may be replaced while the function runs: keep the tuple and dict they come from. */
    Value defaults = value_incref(function->defaults);
    Value kwdefaults = value_incref(function->kwdefaults);
    Value result = 0;
    if (bind_or_complain(function, args, count, names, out) == 0)
        result = info->entry(OBJ(function), out);
    drop_rest(info, out);
    value_decref(defaults);
    value_decref(kwdefaults);
    if (out != few)
        mem_free(out);
    return result;
}

static Value function_call(Value self, const Value *args, uint32_t count, Value names) {
    return function_enter(AS(FunctionObject, self), args, count, names);
}

/* ---- attributes ------------------------------------------------------------------------------ */

static void drop(Value *slot) {
    Value old = *slot;
    *slot = 0;
    value_decref(old);
}

static void function_traverse(Object *self, VisitValue visit, void *context) {
    FunctionObject *function = (FunctionObject *)self;
    visit(function->defaults, context);
    visit(function->kwdefaults, context);
    visit(function->annotations, context);
    visit(function->doc, context);
    visit(function->module_name, context);
    visit(function->dict, context);
    for (uint32_t i = 0; i < function->cell_count; i++)
        visit(function->cells[i], context);
}

/* The cells stay: a function in a cycle may still be called by a finalizer. What they hold stays,
 * too: frames that run may share them, and those that nobody does are garbage themselves. */
static void function_clear(Object *self) {
    FunctionObject *function = (FunctionObject *)self;
    drop(&function->defaults);
    drop(&function->kwdefaults);
    drop(&function->annotations);
    drop(&function->dict);
}

static void function_dealloc(Object *self) {
    FunctionObject *function = (FunctionObject *)self;
    drop(&function->defaults);
    drop(&function->kwdefaults);
    drop(&function->annotations);
    drop(&function->dict);
    drop(&function->name);
    drop(&function->qualname);
    drop(&function->doc);
    drop(&function->module_name);
    for (uint32_t i = 0; i < function->cell_count; i++)
        drop(&function->cells[i]);
}

static Value function_repr(Value self) {
    return str_format("<function %S at %s>", function_qualname_borrow(AS(FunctionObject, self)),
                      pointer_text(self).text);
}

static Value function_get(Value self, Value object, Value owner) {
    (void)owner;
    return object ? method_new(self, object) : value_incref(self);
}

static Value own_attribute_borrow(Value self, Value name) {
    Value dict = AS(FunctionObject, self)->dict;
    return dict ? dict_get_borrow(dict, name) : 0;
}

static Value function_getattr(Value self, Value name) {
    Value own = own_attribute_borrow(self, name);
    return own ? value_incref(own) : rt_generic_getattr(self, name);
}

Value function_getattr_optional(Value self, Value name) {
    Value own = own_attribute_borrow(self, name);
    return own || isolate.pending ? value_incref(own) : attr_generic(self, name, true);
}

static int function_setattr(Value self, Value name, Value value) {
    FunctionObject *function = AS(FunctionObject, self);
    Value found = type_lookup_borrow(&rt_type_function, name);
    if (found && value_type(found)->slots.descr_set)
        return value_type(found)->slots.descr_set(found, self, value);
    if (!function->dict && !(function->dict = dict_new()))
        return -1;
    if (value)
        return dict_set(function->dict, name, value);
    int deleted = dict_delete(function->dict, name);
    if (deleted == 0)
        attr_missing(self, name);
    return deleted == 1 ? 0 : -1;
}

#define GETTER(name)                                                                               \
    static Value get_##name(Value callee, const Value *args, uint32_t count, Value names)
#define FUNCTION()                                                                                 \
    AS(FunctionObject, args[0]);                                                                   \
    (void)callee, (void)count, (void)names

GETTER(name) {
    FunctionObject *function = FUNCTION();
    return value_incref(function_name_borrow(function));
}

GETTER(qualname) {
    FunctionObject *function = FUNCTION();
    return value_incref(function_qualname_borrow(function));
}

GETTER(doc) {
    FunctionObject *function = FUNCTION();
    if (function->doc)
        return value_incref(function->doc);
    return function->info->doc ? str_from_cstr(function->info->doc) : VALUE_NONE;
}

GETTER(module) {
    FunctionObject *function = FUNCTION();
    return value_incref(function->module_name ? function->module_name
                                              : str_name(function->info->module->name));
}

GETTER(defaults) {
    FunctionObject *function = FUNCTION();
    return function->defaults ? value_incref(function->defaults) : VALUE_NONE;
}

GETTER(kwdefaults) {
    FunctionObject *function = FUNCTION();
    return function->kwdefaults ? value_incref(function->kwdefaults) : VALUE_NONE;
}

GETTER(annotations) {
    FunctionObject *function = FUNCTION();
    if (!function->annotations)
        function->annotations = dict_new();
    return value_incref(function->annotations);
}

GETTER(dict) {
    FunctionObject *function = FUNCTION();
    if (!function->dict)
        function->dict = dict_new();
    return value_incref(function->dict);
}

GETTER(globals) {
    FunctionObject *function = FUNCTION();
    Value dynamic = function->info->flags & FUNCTION_DYNAMIC ? function->cells[1] : 0;
    return dynamic ? value_incref(dynamic) : pyrt_module_dict(function->info->module);
}

GETTER(closure) {
    FunctionObject *function = FUNCTION();
    bool closure = function->cell_count && !(function->info->flags & FUNCTION_DYNAMIC);
    return closure ? tuple_new(function->cells, function->cell_count) : VALUE_NONE;
}

GETTER(builtins) {
    (void)callee, (void)count, (void)names, (void)args;
    return value_incref(rt_builtins_module()->dict);
}

GETTER(code) {
    (void)callee, (void)count, (void)names;
    const FunctionInfo *info = AS(FunctionObject, args[0])->info;
    return code_new(info, info->flags & FUNCTION_DYNAMIC ? args[0] : 0);
}

static int set_str(Value *slot, const char *name, Value value) {
    if (!value || !value_isa(value, &rt_type_str))
        return raise_status(&rt_exc_TypeError, "%s must be set to a string object", name);
    value_replace(slot, value_incref(value));
    return 0;
}

static int set_name(Value self, Value value) {
    return set_str(&AS(FunctionObject, self)->name, "__name__", value);
}

static int set_qualname(Value self, Value value) {
    return set_str(&AS(FunctionObject, self)->qualname, "__qualname__", value);
}

static int set_doc(Value self, Value value) {
    value_replace(&AS(FunctionObject, self)->doc, value ? value_incref(value) : VALUE_NONE);
    return 0;
}

static int set_module(Value self, Value value) {
    value_replace(&AS(FunctionObject, self)->module_name, value ? value_incref(value) : VALUE_NONE);
    return 0;
}

static int set_typed(Value *slot, const Type *type, const char *name, Value value) {
    if (value && value != VALUE_NONE && !value_isa(value, type))
        return raise_status(&rt_exc_TypeError, "%s must be set to a %s object", name, type->name);
    value_replace(slot, value && value != VALUE_NONE ? value_incref(value) : 0);
    return 0;
}

static int set_defaults(Value self, Value value) {
    return set_typed(&AS(FunctionObject, self)->defaults, &rt_type_tuple, "__defaults__", value);
}

static int set_kwdefaults(Value self, Value value) {
    return set_typed(&AS(FunctionObject, self)->kwdefaults, &rt_type_dict, "__kwdefaults__", value);
}

static int set_annotations(Value self, Value value) {
    return set_typed(&AS(FunctionObject, self)->annotations, &rt_type_dict, "__annotations__",
                     value);
}

static int set_dict(Value self, Value value) {
    if (!value)
        return raise_status(&rt_exc_TypeError, "cannot delete __dict__");
    if (!value_isa(value, &rt_type_dict))
        return raise_status(&rt_exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'",
                            value);
    value_replace(&AS(FunctionObject, self)->dict, value_incref(value));
    return 0;
}

int (*rt_function_exchange)(FunctionObject *function, FunctionObject *source);

/* Compiled code stays where it is, but a function that another one made may become one of a text:
 * nobody calls it but by the object. */
static int set_code(Value self, Value value) {
    if (!value || !value_isa(value, &rt_type_code))
        return raise_status(&rt_exc_TypeError, "__code__ must be set to a code object");
    FunctionObject *function = AS(FunctionObject, self);
    Value source = code_function(value);
    const char *mark = strchr(function->info->qualname, '>'); /* OUTER.<locals>.NAME */
    bool is_made = mark && mark[1] && !function->info->free_count;
    if (source && is_made && rt_function_exchange)
        return rt_function_exchange(function, AS(FunctionObject, source));
    return raise_status(&rt_exc_NotImplementedError, "code objects cannot be exchanged");
}

static const NativeMethod function_methods[] = {
    {.name = "__name__", .call = get_name, .kind = METHOD_GETTER, .set = set_name},
    {.name = "__qualname__", .call = get_qualname, .kind = METHOD_GETTER, .set = set_qualname},
    {.name = "__doc__", .call = get_doc, .kind = METHOD_MEMBER, .set = set_doc},
    {.name = "__module__", .call = get_module, .kind = METHOD_MEMBER, .set = set_module},
    {.name = "__defaults__", .call = get_defaults, .kind = METHOD_GETTER, .set = set_defaults},
    {.name = "__kwdefaults__",
     .call = get_kwdefaults,
     .kind = METHOD_GETTER,
     .set = set_kwdefaults},
    {.name = "__annotations__",
     .call = get_annotations,
     .kind = METHOD_GETTER,
     .set = set_annotations},
    {.name = "__dict__", .call = get_dict, .kind = METHOD_GETTER, .set = set_dict},
    {.name = "__globals__", .call = get_globals, .kind = METHOD_MEMBER},
    {.name = "__closure__", .call = get_closure, .kind = METHOD_MEMBER},
    {.name = "__builtins__", .call = get_builtins, .kind = METHOD_MEMBER},
    {.name = "__code__", .call = get_code, .kind = METHOD_GETTER, .set = set_code},
    {0},
};

/* ---- types.FunctionType ---------------------------------------------------------------------- */

/* Are these the global variables that the code was compiled with? */
static int check_globals(const FunctionInfo *info, Value globals) {
    if (!value_isa(globals, &rt_type_dict))
        return raise_status(&rt_exc_TypeError, "function() argument 'globals' must be dict, not %A",
                            globals);
    Value own = info->flags & FUNCTION_DYNAMIC ? 0 : pyrt_module_dict(info->module);
    value_decref(own);
    if (own == globals)
        return 0;
    return isolate.pending ? -1
                           : raise_status(&rt_exc_NotImplementedError,
                                          "compiled code keeps its global variables");
}

static int check_closure(const FunctionInfo *info, Value closure) {
    if (closure != VALUE_NONE && !value_isa(closure, &rt_type_tuple))
        return raise_status(&rt_exc_TypeError, "arg 5 (closure) must be %s",
                            info->free_count ? "tuple" : "None or tuple");
    if (closure == VALUE_NONE && info->free_count)
        return raise_status(&rt_exc_TypeError, "arg 5 (closure) must be tuple");
    if (closure == VALUE_NONE)
        return 0;
    const TupleObject *cells = AS(TupleObject, closure);
    if (cells->length != (int64_t)info->free_count)
        return raise_status(&rt_exc_ValueError, "%s requires closure of length %d, not %lld",
                            info->name, (int)info->free_count, (long long)cells->length);
    for (int64_t i = 0; i < cells->length; i++)
        if (!value_is(cells->items[i], &rt_type_cell))
            return raise_status(&rt_exc_TypeError, "arg 5 (closure) expected cell, found %T",
                                cells->items[i]);
    return 0;
}

/* function(code, globals, name=None, argdefs=None, closure=None): another function that runs the
 * code of a compiled one. */
static Value function_make(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    if (!value_is(args[0], &rt_type_code))
        return raise_error(&rt_exc_TypeError, "function() argument 'code' must be code, not %A",
                           args[0]);
    const FunctionInfo *info = code_info(args[0]);
    Value name = args[2] ? args[2] : VALUE_NONE, defaults = args[3] ? args[3] : VALUE_NONE;
    Value closure = args[4] ? args[4] : VALUE_NONE;
    if (check_globals(info, args[1]) < 0)
        return 0;
    if (name != VALUE_NONE && !value_isa(name, &rt_type_str))
        return raise_error(&rt_exc_TypeError, "arg 3 (name) must be None or string");
    if (defaults != VALUE_NONE && !value_isa(defaults, &rt_type_tuple))
        return raise_error(&rt_exc_TypeError, "arg 4 (defaults) must be None or tuple");
    if (check_closure(info, closure) < 0)
        return 0;
    const TupleObject *cells = closure == VALUE_NONE ? NULL : AS(TupleObject, closure);
    Value made = pyrt_function(info, defaults == VALUE_NONE ? 0 : defaults, 0, 0,
                               cells ? cells->items : NULL, cells ? (uint32_t)cells->length : 0);
    if (made && name != VALUE_NONE)
        AS(FunctionObject, made)->name = value_incref(name);
    return made;
}

NEW_BY_SPEC(function_new_slot, .name = "function", .call = function_make, .min_args = 2,
            .max_args = 5, .keywords = "code globals name argdefs closure")

Type rt_type_function = {
    .name = "function",
    .basic_size = sizeof(FunctionObject),
    .flags = TYPE_FINAL,
    .methods = function_methods,
    .slots = {.dealloc = function_dealloc,
              .traverse = function_traverse,
              .clear = function_clear,
              .repr = function_repr,
              .call = function_call,
              .new = function_new_slot,
              .getattr = function_getattr,
              .setattr = function_setattr,
              .descr_get = function_get},
};
