/*
 * native.c — functions and methods written in C: their five Python types, the checking of arguments
 * against their NativeMethod, and calls.
 *
 * The receiver of a bound native method is passed as args[0]; a module as `self` of a function is
 * only remembered, not passed.
 */
#include "object.h"

/* Behind the word of `keywords` that names the class of a function written in Python. */
static const char *keyword_names(const char *keywords) {
    if (*keywords != '@')
        return keywords;
    const char *space = strchr(keywords, ' ');
    return space ? space + 1 : "";
}

/* Nothing is bound into places for those that take any ("*"), and before "*rest". */
uint8_t native_place_count(const char *keywords) {
    const char *names = keywords ? keyword_names(keywords) : "";
    if (strchr(names, '*'))
        return 0;
    uint8_t places = *names != '\0';
    for (; *names; names++)
        places += *names == ' ';
    return places;
}

static Value native_make(const NativeMethod *method, Type *type) {
    NativeFunction *function = object_new(type, sizeof(NativeFunction));
    if (function) {
        function->method = method;
        function->places = native_place_count(method->keywords);
    }
    return OBJ(function);
}

Value native_function_new(const NativeMethod *method, Value self, Value module_name) {
    Value function = native_make(method, &rt_type_native_function);
    if (function) {
        AS(NativeFunction, function)->self = value_incref(self);
        AS(NativeFunction, function)->module_name = value_incref(module_name);
    }
    return function;
}

Value native_method_new(const NativeMethod *method, Type *owner, Type *kind) {
    Value function = native_make(method, kind);
    if (function)
        AS(NativeFunction, function)->owner = owner;
    return function;
}

/* The bound receiver; a module's own functions name their module in `self`, which is none. */
static Value receiver_of(const NativeFunction *function) {
    bool of_module =
        !function->owner && function->self && value_isa(function->self, &rt_type_module);
    return of_module ? 0 : function->self;
}

/* ---- argument errors ------------------------------------------------------------------------- */

static bool is_wrapper(const NativeFunction *function) {
    return function->base.type == &rt_type_slot_wrapper ||
           function->base.type == &rt_type_method_wrapper;
}

/* Is the wrapper of a slot one that CPython has as a plain method too? */
static bool is_method_in_cpython(const NativeFunction *function) {
    static const struct {
        const Type *owner; /* NULL: any */
        const char *name;
    } rows[] = {
        {NULL, "__format__"},           {&rt_type_list, "__getitem__"},
        {&rt_type_dict, "__getitem__"}, {&rt_type_dict, "__contains__"},
        {&rt_type_set, "__contains__"}, {&rt_type_frozenset, "__contains__"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if ((!rows[i].owner || rows[i].owner == function->owner) &&
            !strcmp(rows[i].name, function->method->name))
            return true;
    return false;
}

static bool complains_as_wrapper(const NativeFunction *function) {
    return is_wrapper(function) && !is_method_in_cpython(function);
}

/* CPython reads the arguments of some wrappers as those of a function without a name. */
static const char *nameless(const NativeFunction *function) {
    const TypeSlots *slots = function->owner ? &function->owner->slots : NULL;
    bool is_repeat = text_find(function->method->name, "mul__") && slots && slots->getitem;
    return is_repeat || function->method->max_args > 1 ? " " : "";
}

/* What stands before the dot in complaints: the class (of the receiver, if there is one), or the
 * module unless it is builtins. */
static const char *owner_name(const NativeFunction *function) {
    Value receiver = receiver_of(function);
    if (receiver)
        return value_isa(receiver, &rt_type_type) ? AS(Type, receiver)->qualname
                                                  : value_type(receiver)->qualname;
    if (function->owner)
        return function->owner->qualname;
    if (!function->self || !value_isa(function->self, &rt_type_module) ||
        AS(ModuleObject, function->self) == rt_builtins_module())
        return "";
    size_t size;
    Value name = AS(ModuleObject, function->self)->name;
    return name ? str_utf8(name, &size) : "";
}

static Value raise_count(NativeFunction *function, const NativeMethod *method, uint32_t given) {
    int least = method->min_args, most = method->max_args;
    if (complains_as_wrapper(function))
        return raise_error(&rt_exc_TypeError, "%sexpected %s%d argument%s, got %d",
                           nameless(function),
                           least == most        ? ""
                           : (int)given < least ? "at least "
                                                : "at most ",
                           (int)given < least ? least : most,
                           ((int)given < least ? least : most) == 1 ? "" : "s", (int)given);
    const char *owner = owner_name(function), *dot = *owner ? "." : "";
    if (most == 0)
        return raise_error(&rt_exc_TypeError, "%s%s%s() takes no arguments (%d given)", owner, dot,
                           method->name, (int)given);
    bool is_new = method->kind == METHOD_STATIC && !function->owner; /* of a type: NEW_BY_SPEC */
    bool is_parsed = method->kind == METHOD_PARSED || method->kind == METHOD_STACKED;
    if (least == 1 && most == 1 && !method->keywords && !is_new && !is_parsed)
        return raise_error(&rt_exc_TypeError, "%s%s%s() takes exactly one argument (%d given)",
                           owner, dot, method->name, (int)given);
    int bound = (int)given < least ? least : most;
    if (is_parsed)
        return raise_error(&rt_exc_TypeError, "%s() takes %s %d argument%s (%d given)",
                           method->name,
                           least == most        ? "exactly"
                           : (int)given < least ? "at least"
                                                : "at most",
                           bound, bound == 1 ? "" : "s", (int)given);
    return raise_error(&rt_exc_TypeError, "%s expected %s%d argument%s, got %d", method->name,
                       least == most        ? ""
                       : (int)given < least ? "at least "
                                            : "at most ",
                       bound, bound == 1 ? "" : "s", (int)given);
}

static Value raise_no_keywords(NativeFunction *function, const NativeMethod *method) {
    if (complains_as_wrapper(function))
        return raise_error(&rt_exc_TypeError, "wrapper %s() takes no keyword arguments",
                           method->name);
    /* Called with a tuple in CPython: what is bound or a module's; methods as such are not. */
    bool by_tuple = function->base.type == &rt_type_native_function &&
                    (method->kind == METHOD_PARSED || method->kind == METHOD_TUPLE ||
                     (method->max_args < 0 && function->owner));
    const char *owner = by_tuple ? "" : owner_name(function);
    return raise_error(&rt_exc_TypeError, "%s%s%s() takes no keyword arguments", owner,
                       *owner ? "." : "", method->name);
}

/* ---- keywords bound into places -------------------------------------------------------------- */

typedef struct KeywordNames {
    const char *text[NATIVE_PLACES];
    size_t size[NATIVE_PLACES];
    uint32_t count;
} KeywordNames;

/* A space stands behind each name but the last; places without a name are given by position. */
static void split_keywords(const char *text, KeywordNames *names) {
    names->count = 0;
    while (*text && names->count < NATIVE_PLACES) {
        size_t size = strcspn(text, " ");
        names->text[names->count] = text;
        names->size[names->count++] = size;
        text += size + (text[size] == ' ');
    }
}

static uint32_t keyword_place(const KeywordNames *names, Value keyword) {
    size_t size;
    const char *text = str_utf8(keyword, &size);
    uint32_t i = 0;
    while (i < names->count && (names->size[i] != size || memcmp(names->text[i], text, size) != 0))
        i++;
    return i;
}

static Value raise_too_many(const NativeMethod *method, uint32_t most, uint32_t given,
                            uint32_t keywords, bool positional) {
    if (positional && most == 0)
        return raise_error(&rt_exc_TypeError, "%s() takes no positional arguments", method->name);
    bool exactly = positional && (uint32_t)method->min_args == most;
    return raise_error(&rt_exc_TypeError, "%s() takes %s %d %sargument%s (%d given)", method->name,
                       exactly ? "exactly" : "at most", (int)most,
                       positional ? "positional "
                       : given    ? ""
                                  : "keyword ",
                       most == 1 ? "" : "s", (int)(given + keywords));
}

/* Complains about the keywords, of which one is unknown or names a place that is taken. */
static Value raise_bad_keyword(const NativeMethod *method, const KeywordNames *places,
                               uint32_t given, Value names) {
    for (int64_t i = 0; i < AS(TupleObject, names)->length; i++) {
        Value keyword = AS(TupleObject, names)->items[i];
        uint32_t place = keyword_place(places, keyword);
        if (place == places->count)
            return raise_error(&rt_exc_TypeError, "'%S' is an invalid keyword argument for %s()",
                               keyword, method->name);
        if (place < given)
            return raise_error(&rt_exc_TypeError,
                               "argument for %s() given by name ('%S') and position (%d)",
                               method->name, keyword, (int)place + 1);
    }
    return 0;
}

/* Puts positional and keyword arguments into their places in `bound`, which is zero. False: a
 * keyword is unknown or names a place that is taken. */
static bool bind_keywords(const KeywordNames *places, const Value *args, uint32_t self_count,
                          uint32_t given, Value names, Value *bound) {
    uint32_t count = self_count + given;
    uint32_t keywords = names ? (uint32_t)AS(TupleObject, names)->length : 0;
    bool good = true;
    values_copy(bound, args, count);
    for (uint32_t i = 0; i < keywords; i++) {
        uint32_t place = keyword_place(places, AS(TupleObject, names)->items[i]);
        if (place < places->count && place >= given)
            bound[self_count + place] = args[count + i];
        else
            good = false;
    }
    return good;
}

/* Binds positional and keyword arguments to the places of `method->keywords`. */
static Value call_with_places(Value callee, const NativeMethod *method, const Value *args,
                              uint32_t self_count, uint32_t count, Value names) {
    KeywordNames places;
    split_keywords(method->keywords, &places);
    uint32_t given = count - self_count;
    uint32_t keywords = names ? (uint32_t)AS(TupleObject, names)->length : 0;
    uint32_t most = method->max_args >= 0 && (uint32_t)method->max_args < places.count
                        ? (uint32_t)method->max_args
                        : places.count;
    if (given + keywords > places.count)
        return raise_too_many(method, places.count, given, keywords, false);
    if (given > most)
        return raise_too_many(method, most, given, 0, true);
    uint32_t nameless_places = 0; /* that must be given by position */
    while (nameless_places < (uint32_t)method->min_args && !places.size[nameless_places])
        nameless_places++;
    if (given < nameless_places)
        return raise_error(&rt_exc_TypeError, "%s() takes %s %d positional argument%s (%d given)",
                           method->name, nameless_places < most ? "at least" : "exactly",
                           (int)nameless_places, nameless_places == 1 ? "" : "s", (int)given);
    Value bound[NATIVE_PLACES + 1] = {0};
    bool good = bind_keywords(&places, args, self_count, given, names, bound);
    for (uint32_t i = 0; i < (uint32_t)method->min_args; i++)
        if (!bound[self_count + i])
            return raise_error(&rt_exc_TypeError, "%s() missing required argument '%S' (pos %d)",
                               method->name, str_name_sized(places.text[i], places.size[i]),
                               (int)i + 1);
    if (!good)
        return raise_bad_keyword(method, &places, given, names);
    return method->call(callee, bound, self_count + places.count, 0);
}

/* ---- what CPython has in Python -------------------------------------------------------------- */

/* The names of a method whose `keywords` begin with '@', as parameters of a Python function. */
typedef struct PythonParameters {
    const char *names[NATIVE_PLACES + 1]; /* self first, for methods */
    char text[256];                       /* they point into it */
    char qualname[64];
    uint32_t count;
    bool has_self, has_rest;
} PythonParameters;

static void read_parameters(const NativeMethod *method, PythonParameters *out) {
    const char *names = keyword_names(method->keywords);
    int owner = (int)strcspn(method->keywords + 1, " ");
    snprintf(out->qualname, sizeof out->qualname, "%.*s%s%s", owner, method->keywords + 1,
             owner ? "." : "", method->name);
    snprintf(out->text, sizeof out->text, "%s", names);
    out->has_self = owner > 0;
    out->has_rest = false;
    out->count = 0;
    if (out->has_self)
        out->names[out->count++] = "self";
    char *rest = NULL;
    for (char *name = strtok_r(out->text, " ", &rest); name; name = strtok_r(NULL, " ", &rest)) {
        out->has_rest = *name == '*';
        out->names[out->count++] = name + out->has_rest;
    }
    out->count -= out->has_rest;
}

/* Calls with what was bound: places that stayed empty, which hold VALUE_STOP, are 0 for natives. */
static Value call_bound_places(Value callee, const NativeMethod *method, Value *bound,
                               uint32_t count, bool has_rest) {
    for (uint32_t i = 0; i < count; i++)
        if (bound[i] == VALUE_STOP)
            bound[i] = 0;
    if (!has_rest)
        return method->call(callee, bound, count, 0);
    const TupleObject *rest = AS(TupleObject, bound[count]);
    uint32_t whole = count + (uint32_t)rest->length;
    Value *all = mem_alloc(whole * sizeof(Value)), result = 0;
    if (all) {
        values_copy(all, bound, count);
        values_copy(all + count, rest->items, (uint32_t)rest->length);
        result = method->call(callee, all, whole, 0);
    }
    mem_free(all);
    return result;
}

/* Gives `function`, whose info is `info`, the defaults of a method's optional parameters. 0 or -1.
 */
static int make_python_function(const NativeMethod *method, const PythonParameters *parameters,
                                FunctionInfo *info, FunctionObject *function) {
    uint32_t most = parameters->has_rest ? parameters->count
                                         : parameters->has_self + (uint32_t)method->max_args;
    uint32_t optional = most - parameters->has_self - (uint32_t)method->min_args;
    *info = (FunctionInfo){.name = method->name,
                           .qualname = parameters->qualname,
                           .params = parameters->names,
                           .positional_count = most,
                           .kwonly_count = parameters->count - most,
                           .flags = parameters->has_rest ? FUNCTION_VARARGS : 0};
    *function =
        (FunctionObject){.base = {.refs = RT_IMMORTAL, .type = &rt_type_function}, .info = info};
    Value missing[NATIVE_PLACES];
    for (uint32_t i = 0; i < NATIVE_PLACES; i++)
        missing[i] = VALUE_STOP;
    if ((optional && !(function->defaults = tuple_new(missing, optional))) ||
        (info->kwonly_count && !(function->kwdefaults = dict_new())))
        return -1;
    for (uint32_t i = most; i < parameters->count; i++)
        if (dict_set_cstr(function->kwdefaults, parameters->names[i], VALUE_STOP) < 0)
            return -1;
    return 0;
}

/* Binds them quickly if nothing is to be complained of, into `bound`, which is zero; the number of
 * places, or 0 if it is not done here. */
static uint32_t bind_right_keywords(const NativeMethod *method, const Value *args,
                                    uint32_t self_count, uint32_t given, Value names,
                                    Value *bound) {
    KeywordNames places;
    const char *text = keyword_names(method->keywords);
    if (strchr(text, '*') || (method->max_args >= 0 && (int)given > method->max_args))
        return 0;
    split_keywords(text, &places);
    if (given > places.count || !bind_keywords(&places, args, self_count, given, names, bound))
        return 0;
    for (int i = 0; i < method->min_args; i++)
        if (!bound[self_count + (uint32_t)i])
            return 0;
    return places.count;
}

/* Binds the arguments as a Python function with these parameters does, so that its complaints are
 * Python's too. __init__, which gets no self, has one for them all the same. */
static Value call_like_python(Value callee, const NativeMethod *method, const Value *args,
                              uint32_t self_count, uint32_t count, Value names) {
    Value quick[NATIVE_PLACES + 1] = {0};
    uint32_t places =
        bind_right_keywords(method, args, self_count, count - self_count, names, quick);
    if (places)
        return method->call(callee, quick, self_count + places, 0);
    PythonParameters parameters;
    read_parameters(method, &parameters);
    FunctionInfo info;
    _Alignas(16) FunctionObject function;
    uint32_t hidden = parameters.has_self && !self_count;
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    Value *all = mem_alloc((given + 1) * sizeof(Value)), result = 0, bound[NATIVE_PLACES + 2];
    int status = make_python_function(method, &parameters, &info, &function);
    if (all && status == 0) {
        all[0] = VALUE_NONE;
        values_copy(all + hidden, args, given);
        status = function_bind(&function, all, count + hidden, names, bound);
    }
    if (all && status == 0) {
        result = call_bound_places(callee, method, bound + hidden, parameters.count - hidden,
                                   parameters.has_rest);
        for (uint32_t i = 0; i < parameters.count + parameters.has_rest; i++)
            value_decref(bound[i]);
    }
    value_decref(function.defaults);
    value_decref(function.kwdefaults);
    mem_free(all);
    return result;
}

/* ---- calls ----------------------------------------------------------------------------------- */

static bool fits(const NativeMethod *method, uint32_t given) {
    return (int)given >= method->min_args &&
           (method->max_args < 0 || (int)given <= method->max_args);
}

bool native_places(Value callee, const NativeMethod *method, const Value *args, uint32_t self_count,
                   uint32_t count, Value *bound) {
    uint32_t places = AS(NativeFunction, callee)->places, given = count - self_count;
    if (!places || given > places || !fits(method, given))
        return false;
    memset(bound, 0, (NATIVE_PLACES + 1) * sizeof(Value)); /* a few stores: the size is constant */
    if (count == 1) /* as most often; copying an unknown number is a call */
        bound[0] = args[0];
    else
        values_copy(bound, args, count);
    return true;
}

static bool passes_self(const NativeFunction *function) {
    return function->base.type != &rt_type_native_function || receiver_of(function);
}

Value native_call(Value callee, const NativeMethod *method, const Value *args, uint32_t count,
                  Value names) {
    NativeFunction *function = AS(NativeFunction, callee);
    if (names && AS(TupleObject, names)->length == 0)
        names = 0;
    uint32_t self_count = passes_self(function), given = count - self_count;
    const char *keywords = method->keywords;
    Value bound[NATIVE_PLACES + 1];
    if (!names && !function->places && fits(method, given))
        return method->call(callee, args, count, 0);
    if (!names && native_places(callee, method, args, self_count, count, bound))
        return method->call(callee, bound, self_count + function->places, 0);
    if (keywords && *keywords == '@')
        return call_like_python(callee, method, args, self_count, count, names);
    if (keywords && *keywords != '*')
        return call_with_places(callee, method, args, self_count, count, names);
    if (names && !keywords)
        return raise_no_keywords(function, method);
    if (!fits(method, given))
        return raise_count(function, method, given);
    return method->call(callee, args, count, names);
}

enum { FEW = 8 };

/* The call of a module's function that fills places by position. Apart for its frame. */
__attribute__((noinline)) static Value call_placed(Value callee, const Value *args,
                                                   uint32_t count) {
    const NativeFunction *function = AS(NativeFunction, callee);
    Value bound[NATIVE_PLACES + 1];
    return native_places(callee, function->method, args, 0, count, bound)
               ? function->method->call(callee, bound, function->places, 0)
               : native_call(callee, function->method, args, count, 0);
}

/* Is it a function of a module, and not bound to a receiver? Without a look at subclasses. */
static bool is_plainly_of_module(const NativeFunction *function) {
    return !function->owner && function->self && value_is(function->self, &rt_type_module);
}

/* builtin_function_or_method: a bound receiver goes in front. */
static Value function_call(Value self, const Value *args, uint32_t count, Value names) {
    NativeFunction *function = AS(NativeFunction, self);
    if (!names && is_plainly_of_module(function)) {
        if (function->places)
            return call_placed(self, args, count);
        if (fits(function->method, count))
            return function->method->call(self, args, count, 0);
    }
    Value receiver = receiver_of(function);
    if (!receiver)
        return native_call(self, function->method, args, count, names);
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    Value few[FEW + 1], *all = few;
    if (given > FEW && !(all = mem_alloc((given + 1) * sizeof(Value))))
        return 0;
    all[0] = receiver;
    for (uint32_t i = 0; i < given; i++)
        all[i + 1] = args[i];
    Value result = native_call(self, function->method, all, count + 1, names);
    if (all != few)
        mem_free(all);
    return result;
}

/* Methods taken from the class: the first argument must be an instance of it. */
static Value descriptor_call(Value self, const Value *args, uint32_t count, Value names) {
    NativeFunction *function = AS(NativeFunction, self);
    const char *name = function->method->name;
    if (count == 0 && complains_as_wrapper(function))
        return raise_error(&rt_exc_TypeError, "descriptor '%s' of '%N' object needs an argument",
                           name, function->owner);
    if (count == 0)
        return raise_error(&rt_exc_TypeError, "unbound method %s.%s() needs an argument",
                           function->owner->qualname, name);
    if (!value_isa(args[0], function->owner))
        return raise_error(&rt_exc_TypeError,
                           complains_as_wrapper(function)
                               ? "descriptor '%s' requires a '%N' object but received a '%T'"
                               : "descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                           name, function->owner, args[0]);
    return native_call(self, function->method, args, count, names);
}

static Value bind(Value self, Value receiver, Type *type) {
    NativeFunction *function = AS(NativeFunction, self);
    Value bound = native_make(function->method, type);
    if (!bound)
        return 0;
    AS(NativeFunction, bound)->owner = function->owner;
    AS(NativeFunction, bound)->self = value_incref(receiver);
    AS(NativeFunction, bound)->data = function->data;
    return bound;
}

static Value descriptor_get(Value self, Value object, Value owner) {
    (void)owner;
    if (!object)
        return value_incref(self);
    NativeFunction *function = AS(NativeFunction, self);
    if (!value_isa(object, function->owner))
        return raise_error(&rt_exc_TypeError,
                           "descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                           function->method->name, function->owner, object);
    bool wrapper = function->base.type == &rt_type_slot_wrapper;
    return bind(self, object, wrapper ? &rt_type_method_wrapper : &rt_type_native_function);
}

static Value classmethod_get(Value self, Value object, Value owner) {
    return bind(self, owner ? owner : OBJ(value_type(object)), &rt_type_native_function);
}

/* ---- what they show -------------------------------------------------------------------------- */

static Value function_repr(Value self) {
    NativeFunction *function = AS(NativeFunction, self);
    Value receiver = receiver_of(function);
    if (receiver && function->owner && (function->owner->flags & TYPE_MUTABLE))
        return str_format("<bound method %s.%s of %R>", function->owner->qualname,
                          function->method->name, receiver);
    if (receiver)
        return str_format("<built-in method %s of %T object at %s>", function->method->name,
                          receiver, pointer_text(receiver).text);
    if (function->owner)
        return str_format("<built-in method %s of type object at %s>", function->method->name,
                          pointer_text(OBJ(function->owner)).text);
    return str_format("<built-in function %s>", function->method->name);
}

static Value method_wrapper_repr(Value self) {
    NativeFunction *function = AS(NativeFunction, self);
    return str_format("<method-wrapper '%s' of %T object at %s>", function->method->name,
                      function->self, pointer_text(function->self).text);
}

static Value descriptor_repr(Value self) {
    NativeFunction *function = AS(NativeFunction, self);
    bool wrapper = function->base.type == &rt_type_slot_wrapper;
    return str_format("<%s '%s' of '%N' objects>", wrapper ? "slot wrapper" : "method",
                      function->method->name, function->owner);
}

static int64_t native_hash(Value self) {
    NativeFunction *function = AS(NativeFunction, self);
    uint64_t hash = (uint64_t)(uintptr_t)function->method >> 4;
    hash ^= function->self >> 4 | (uint64_t)(uintptr_t)function->owner << 7;
    return hash == UINT64_MAX ? -2 : (int64_t)hash;
}

static Value native_compare(Value left, Value right, CompareOp op) {
    if (value_type(left) != value_type(right) || (op != COMPARE_EQ && op != COMPARE_NE))
        return VALUE_NOTIMPLEMENTED;
    NativeFunction *a = AS(NativeFunction, left), *b = AS(NativeFunction, right);
    bool same = a->method == b->method && a->self == b->self && a->owner == b->owner;
    return VALUE_BOOL(same == (op == COMPARE_EQ));
}

static void native_dealloc(Object *self) {
    NativeFunction *function = (NativeFunction *)self;
    value_decref(function->self);
    value_decref(function->module_name);
}

static void native_traverse(Object *self, VisitValue visit, void *context) {
    visit(((NativeFunction *)self)->self, context);
}

#define GETTER(name)                                                                               \
    static Value get_##name(Value callee, const Value *args, uint32_t count, Value names)
#define FUNCTION()                                                                                 \
    AS(NativeFunction, args[0]);                                                                   \
    (void)callee, (void)count, (void)names

GETTER(name) {
    NativeFunction *function = FUNCTION();
    return str_from_cstr(function->method->name);
}

GETTER(qualname) {
    NativeFunction *function = FUNCTION();
    if (function->owner)
        return str_format("%s.%s", function->owner->qualname, function->method->name);
    return str_from_cstr(function->method->name);
}

GETTER(module) {
    NativeFunction *function = FUNCTION();
    return function->module_name ? value_incref(function->module_name) : VALUE_NONE;
}

GETTER(self) {
    NativeFunction *function = FUNCTION();
    if (function->self)
        return value_incref(function->self);
    if (function->owner)
        return value_incref(OBJ(function->owner));
    bool is_builtin = function->module_name && str_equal_cstr(function->module_name, "builtins");
    return is_builtin ? value_incref(OBJ(rt_builtins_module())) : VALUE_NONE;
}

GETTER(objclass) {
    NativeFunction *function = FUNCTION();
    return value_incref(OBJ(function->owner));
}

/* What pickle makes of functions: those of modules go by their name, bound ones by object and name,
 * methods of classes by class and name. */
static Value function_reduce(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    NativeFunction *function = AS(NativeFunction, args[0]);
    Value name = str_from_cstr(function->method->name);
    Value owner = function->self ? function->self : function->owner ? OBJ(function->owner) : 0;
    if (!owner || value_is(owner, &rt_type_module))
        return name;
    Value builtins = module_import("builtins");
    Value getattr = builtins ? object_getattr_cstr(builtins, "getattr") : 0;
    value_decref(builtins);
    Value pair[2] = {owner, name}, parts[2] = {getattr, tuple_new(pair, 2)};
    Value result = getattr && parts[1] ? tuple_new(parts, 2) : 0;
    value_decref(parts[1]);
    value_decref(getattr);
    value_decref(name);
    return result;
}

GETTER(none) {
    NativeFunction *function = FUNCTION();
    (void)function;
    return VALUE_NONE;
}

static const NativeMethod function_methods[] = {
    {.name = "__reduce__", .call = function_reduce},
    {.name = "__name__", .call = get_name, .kind = METHOD_GETTER},
    {.name = "__qualname__", .call = get_qualname, .kind = METHOD_GETTER},
    {.name = "__module__", .call = get_module, .kind = METHOD_GETTER},
    {.name = "__self__", .call = get_self, .kind = METHOD_GETTER},
    {.name = "__doc__", .call = get_none, .kind = METHOD_GETTER},
    {.name = "__text_signature__", .call = get_none, .kind = METHOD_GETTER},
    {0},
};

static const NativeMethod wrapper_methods[] = {
    {.name = "__reduce__", .call = function_reduce},
    {.name = "__name__", .call = get_name, .kind = METHOD_GETTER},
    {.name = "__qualname__", .call = get_qualname, .kind = METHOD_GETTER},
    {.name = "__objclass__", .call = get_objclass, .kind = METHOD_GETTER},
    {.name = "__self__", .call = get_self, .kind = METHOD_MEMBER},
    {.name = "__doc__", .call = get_none, .kind = METHOD_GETTER},
    {.name = "__text_signature__", .call = get_none, .kind = METHOD_GETTER},
    {0},
};

static const NativeMethod descriptor_methods[] = {
    {.name = "__reduce__", .call = function_reduce},
    {.name = "__name__", .call = get_name, .kind = METHOD_MEMBER},
    {.name = "__qualname__", .call = get_qualname, .kind = METHOD_GETTER},
    {.name = "__objclass__", .call = get_objclass, .kind = METHOD_MEMBER},
    {.name = "__doc__", .call = get_none, .kind = METHOD_GETTER},
    {.name = "__text_signature__", .call = get_none, .kind = METHOD_GETTER},
    {0},
};

#define NATIVE_SLOTS                                                                               \
    .dealloc = native_dealloc, .traverse = native_traverse, .hash = native_hash,                   \
    .compare = native_compare

Type rt_type_native_function = {
    .name = "builtin_function_or_method",
    .basic_size = sizeof(NativeFunction),
    .flags = TYPE_FINAL,
    .methods = function_methods,
    .slots = {NATIVE_SLOTS, .repr = function_repr, .call = function_call},
};

Type rt_type_method_wrapper = {
    .name = "method-wrapper",
    .basic_size = sizeof(NativeFunction),
    .flags = TYPE_FINAL,
    .methods = wrapper_methods,
    .slots = {NATIVE_SLOTS, .repr = method_wrapper_repr, .call = function_call},
};

Type rt_type_method_descriptor = {
    .name = "method_descriptor",
    .basic_size = sizeof(NativeFunction),
    .flags = TYPE_FINAL,
    .methods = descriptor_methods,
    .slots = {NATIVE_SLOTS, .repr = descriptor_repr, .call = descriptor_call,
              .descr_get = descriptor_get},
};

Type rt_type_slot_wrapper = {
    .name = "wrapper_descriptor",
    .basic_size = sizeof(NativeFunction),
    .flags = TYPE_FINAL,
    .methods = descriptor_methods,
    .slots = {NATIVE_SLOTS, .repr = descriptor_repr, .call = descriptor_call,
              .descr_get = descriptor_get},
};

Type rt_type_classmethod_descriptor = {
    .name = "classmethod_descriptor",
    .basic_size = sizeof(NativeFunction),
    .flags = TYPE_FINAL,
    .methods = descriptor_methods,
    .slots = {NATIVE_SLOTS, .repr = descriptor_repr, .call = descriptor_call,
              .descr_get = classmethod_get},
};
