/*
 * globals.c — the dict that globals() and module.__dict__ answer. The truth is in the module's
 * slots, so this is a dict that copies them in before anything is read and writes changes back.
 */
#include "object.h"

static Type type_globals;

static ModuleObject *module_behind(Value self) {
    ModuleObject *module;
    for (int64_t i = 0; (module = module_each(i)) != NULL; i++)
        if (module->info && ((SourceModule *)module)->globals == self)
            return module;
    return NULL;
}

/* Brings the dict up to date. */
static int pull(Value self) {
    ModuleObject *module = module_behind(self);
    if (!module)
        return 0;
    const ModuleInfo *info = module->info;
    for (uint32_t i = 0; i < info->global_count; i++) {
        Value name = str_name(info->global_names[i]);
        if (info->globals[i] ? dict_set(self, name, info->globals[i]) < 0
                             : dict_delete(self, name) < 0)
            return -1;
    }
    return dict_update(self, module->dict);
}

/* Writes a name back that has no slot. */
static int store_unslotted(ModuleObject *module, Value key, Value value) {
    if (!value_isa(key, &rt_type_str))
        return dict_set(module->dict, key, value);
    if (module_slot(module, key) || dict_get_borrow(module->dict, key) == value)
        return 0;
    return module_store(module, key, value);
}

/* Writes all changes back to the module. */
static int push(Value self) {
    ModuleObject *module = module_behind(self);
    if (!module)
        return 0;
    const ModuleInfo *info = module->info;
    for (uint32_t i = 0; i < info->global_count; i++) {
        Value value = dict_get_borrow(self, str_name(info->global_names[i]));
        if (value != info->globals[i])
            value_replace(&info->globals[i], value_incref(value));
    }
    int64_t position = 0;
    Value key, value;
    while (dict_next(self, &position, &key, &value))
        if (store_unslotted(module, key, value) < 0)
            return -1;
    return 0;
}

Value globals_dict(ModuleObject *object) {
    SourceModule *module = (SourceModule *)object;
    if (!module->globals) {
        module->globals = dict_new();
        if (!module->globals)
            return 0;
        type_ready(&type_globals);
        value_object(module->globals)->type = &type_globals;
    }
    return pull(module->globals) < 0 ? 0 : value_incref(module->globals);
}

Value pyrt_module_dict(const ModuleInfo *info) {
    ModuleObject *module = module_of_info(info);
    return module ? globals_dict(module) : dict_new();
}

static Value globals_getitem(Value self, Value key) {
    ModuleObject *module = module_behind(self);
    Value found = 0;
    if (module && value_isa(key, &rt_type_str))
        found = module_lookup_borrow(module, key);
    if (found)
        return value_incref(found);
    return isolate.pending || pull(self) < 0 ? 0 : rt_type_dict.slots.getitem(self, key);
}

static int globals_setitem(Value self, Value key, Value value) {
    if (pull(self) < 0 || rt_type_dict.slots.setitem(self, key, value) < 0)
        return -1;
    ModuleObject *module = module_behind(self);
    if (!module)
        return 0;
    if (value && value_isa(key, &rt_type_str))
        return module_store(module, key, value);
    if (value)
        return dict_set(module->dict, key, value);
    return value_isa(key, &rt_type_str) ? (module_remove(module, key) < 0 ? -1 : 0) : 0;
}

static int globals_contains(Value self, Value key) {
    return pull(self) < 0 ? -1 : rt_type_dict.slots.contains(self, key);
}

static int64_t globals_len(Value self) {
    return pull(self) < 0 ? -1 : rt_type_dict.slots.len(self);
}

static Value globals_iter(Value self) {
    return pull(self) < 0 ? 0 : rt_type_dict.slots.iter(self);
}
static Value globals_repr(Value self) {
    return pull(self) < 0 ? 0 : rt_type_dict.slots.repr(self);
}

/* dict's own method of the same name, between reading and writing back. */
static Value forward(Value callee, const Value *args, uint32_t count, Value names) {
    Value name = str_name(AS(NativeFunction, callee)->method->name);
    Value method = type_lookup_borrow(&rt_type_dict, name);
    if (pull(args[0]) < 0)
        return 0;
    Value result = object_call(method, args, count, names);
    if (result && push(args[0]) < 0) {
        value_decref(result);
        return 0;
    }
    return result;
}

#define FORWARD(text)                                                                              \
    { .name = text, .call = forward, .max_args = -1, .keywords = "*" }
static const NativeMethod globals_methods[] = {
    FORWARD("get"),        FORWARD("keys"),   FORWARD("values"),
    FORWARD("items"),      FORWARD("pop"),    FORWARD("copy"),
    FORWARD("setdefault"), FORWARD("update"), {0},
};

static Type type_globals = {
    .name = "dict",
    .base_type = &rt_type_dict,
    .methods = globals_methods,
    .slots = {.repr = globals_repr,
              .len = globals_len,
              .getitem = globals_getitem,
              .setitem = globals_setitem,
              .contains = globals_contains,
              .iter = globals_iter},
};
