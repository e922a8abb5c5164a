/*
 * aio_parts.c — the parts of asyncio that a program has only if it mentions what they provide (see
 * parts.def). When asyncio is imported they are run, and what they define becomes asyncio's.
 */
#include "aio.h"
#include "object.h"

#define ASYNCIO_PARTS

static const char *const parts[] = {
#define PART(package, module, names) module,
#define NATIVE_PART(package, part, names)
#define SUBMODULE(package, name)
#include "parts.def"
#undef SUBMODULE
#undef NATIVE_PART
#undef PART
};

static const char *const submodules[] = {
#define PART(package, module, names)
#define NATIVE_PART(package, part, names)
#define SUBMODULE(package, name) package "." name,
#include "parts.def"
#undef SUBMODULE
#undef NATIVE_PART
#undef PART
};

#define PART(package, module, names)
#define NATIVE_PART(package, part, names)                                                          \
    const NativeModule pyrt_part_##part = {package "/" #part, aio_##part##_init};
#define SUBMODULE(package, name)
#include "parts.def"
#undef SUBMODULE
#undef NATIVE_PART
#undef PART

static bool program_has(const char *name) {
    for (uint32_t i = 0; i < pyrt_program.module_count; i++)
        if (strcmp(pyrt_program.modules[i]->name, name) == 0)
            return true;
    return false;
}

/* Is `value` a function or class that was defined in the module `name`? 1, 0 or -1. */
static int is_defined_in(Value value, Value name) {
    if (!value_is(value, &rt_type_function) && !value_is_type(value))
        return 0;
    bool failed;
    Value module = object_getattr_optional(value, str_name("__module__"), &failed);
    int answer = failed ? -1 : module && value_isa(module, &rt_type_str) && str_equal(module, name);
    value_decref(module);
    return answer;
}

static bool is_special(Value name) {
    const StrObject *text = AS(StrObject, name);
    return text->length > 1 && str_char_at(text, 0) == '_' && str_char_at(text, 1) == '_';
}

/* What the class `cls` defines becomes part of `type`. */
static int add_methods(Type *type, Value cls) {
    int64_t position = 0;
    Value name, value;
    while (dict_next(AS(Type, cls)->dict, &position, &name, &value))
        if (!is_special(name) && dict_set(type_dict_borrow(type), name, value) < 0)
            return -1;
    type_modified(type);
    return 0;
}

/* Names that stand in a dict _PRIVATE become the package's though they begin with a underscore. */
static int adopt_private(ModuleObject *package, Value names) {
    return value_is(names, &rt_type_dict) ? dict_update(package->dict, names) : 0;
}

static int adopt_name(ModuleObject *package, ModuleObject *part, Value name, Value value) {
    if (str_equal_cstr(name, "_PRIVATE"))
        return adopt_private(package, value);
    if (str_equal_cstr(name, "_LoopMethods"))
        return add_methods(&rt_type_base_event_loop, value);
    if (str_equal_cstr(name, "_PolicyMethods"))
        return add_methods(&rt_type_event_loop_policy, value);
    if (AS(StrObject, name)->length == 0 || str_char_at(AS(StrObject, name), 0) == '_')
        return 0;
    int defined = is_defined_in(value, part->name);
    return defined > 0 ? dict_set(package->dict, name, value) : defined;
}

static int adopt(ModuleObject *package, const char *part_name) {
    Value part = module_import(part_name), dict = part ? dict_new() : 0;
    int status = dict ? module_collect(AS(ModuleObject, part), dict) : -1;
    int64_t position = 0;
    Value name, value;
    while (status >= 0 && dict_next(dict, &position, &name, &value))
        status = adopt_name(package, AS(ModuleObject, part), name, value);
    value_decref(dict);
    value_decref(part);
    return status < 0 ? -1 : 0;
}

static int add_native_parts(ModuleObject *module) {
    for (uint32_t i = 0; i < pyrt_program.native_count; i++) {
        const NativeModule *native = pyrt_program.natives[i];
        if (strncmp(native->name, "asyncio/", 8) == 0 && native->init(module) < 0)
            return -1;
    }
    return 0;
}

/* The parts in Python import asyncio themselves: it counts as imported from here on. */
int aio_add_parts(ModuleObject *module) {
    if (add_native_parts(module) < 0)
        return -1;
    if (dict_set(rt_modules_borrow(), module->name, OBJ(module)) < 0)
        return -1;
    for (size_t i = 0; i < sizeof submodules / sizeof *submodules; i++) {
        ModuleObject *alias = module_alias(module, submodules[i]);
        if (!alias)
            return -1;
        value_decref(OBJ(alias));
    }
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (program_has(parts[i]) && adopt(module, parts[i]) < 0)
            return -1;
    return 0;
}
