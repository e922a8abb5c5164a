/*
 * mod_pickle_global.c — objects that are written by name: classes, functions, singletons. Also what
 * both machines do with dotted names.
 */
#include "pickle.h"

/* ---- dotted names ---------------------------------------------------------------------------- */

Value pickle_path(Value object, Value name) {
    Value dot = str_name("."), path = object_call_method(name, "split", &dot, 1);
    for (int64_t i = 0; path && i < AS(ListObject, path)->length; i++) {
        if (!str_equal_cstr(AS(ListObject, path)->items[i], "<locals>"))
            continue;
        if (object)
            raise_error(&rt_exc_AttributeError, "Can't pickle local attribute %R on %R", name,
                        object);
        else
            raise_error(&rt_exc_AttributeError, "Can't pickle local object %R", name);
        value_decref(path);
        return 0;
    }
    return path;
}

Value pickle_attribute(Value object, Value name, Value path, Value *parent) {
    Value at = value_incref(object), before = 0;
    for (int64_t i = 0; i < AS(ListObject, path)->length; i++) {
        bool failed;
        value_decref(before);
        before = at;
        at = object_getattr_optional(before, AS(ListObject, path)->items[i], &failed);
        if (at)
            continue;
        if (!failed)
            raise_error(&rt_exc_AttributeError, "Can't get attribute %R on %R", name, object);
        value_decref(before);
        return 0;
    }
    if (parent)
        *parent = before;
    else
        value_decref(before);
    return at;
}

/* ---- where a global is ----------------------------------------------------------------------- */

/* Is `object` what the path leads to in this module? */
static bool found_in(Value module, Value object, Value path) {
    Value found = module == VALUE_NONE ? 0 : pickle_attribute(module, VALUE_NONE, path, NULL);
    if (!found && isolate.pending)
        exc_clear();
    value_decref(found);
    return found == object;
}

/* The name of the first module in sys.modules that has the object; new reference. */
static Value search_modules(Value object, Value path) {
    Value modules = dict_copy(rt_modules_borrow()), name, module, result = 0;
    int64_t position = 0;
    while (modules && !result && dict_next(modules, &position, &name, &module))
        if (value_is_str(name) && !str_equal_cstr(name, "__main__") &&
            found_in(module, object, path))
            result = value_incref(name);
    if (modules && !result)
        result = str_name("__main__");
    value_decref(modules);
    return result;
}

static Value module_of(Value object, Value path) {
    bool failed;
    Value name = object_getattr_optional(object, str_name("__module__"), &failed);
    if (failed || (name && name != VALUE_NONE))
        return name;
    return search_modules(object, path);
}

static Value own_name(Value object) {
    bool failed;
    Value name = object_getattr_optional(object, str_name("__qualname__"), &failed);
    return name || failed ? name : object_getattr_cstr(object, "__name__");
}

/* The module, loaded if need be; new reference. */
static Value module_named(Value object, Value name) {
    Value module = dict_get_borrow(rt_modules_borrow(), name);
    if (module && module != VALUE_NONE)
        return value_incref(module);
    exc_clear();
    module = value_is_str(name) ? pyrt_import(name, true) : 0;
    if (module)
        return module;
    exc_clear();
    return raise_error(pickling_error(), "Can't pickle %R: import of module %R failed", object,
                       name);
}

/* A global and how it is reached. All owned. */
typedef struct Global {
    Value object; /* borrowed */
    Value name, path, module_name, module, parent;
} Global;

static int find_global(Global *global) {
    global->path = pickle_path(0, global->name);
    global->module_name = global->path ? module_of(global->object, global->path) : 0;
    global->module = global->module_name ? module_named(global->object, global->module_name) : 0;
    if (!global->module)
        return -1;
    Value found = pickle_attribute(global->module, global->name, global->path, &global->parent);
    if (!found) {
        exc_clear();
        return raise_status(pickling_error(), "Can't pickle %R: attribute lookup %S on %S failed",
                            global->object, global->name, global->module_name);
    }
    value_decref(found);
    if (found == global->object)
        return 0;
    return raise_status(pickling_error(), "Can't pickle %R: it's not the same object as %S.%S",
                        global->object, global->module_name, global->name);
}

static void global_drop(const Global *global) {
    value_decref(global->name);
    value_decref(global->path);
    value_decref(global->module_name);
    value_decref(global->module);
    value_decref(global->parent);
}

/* ---- writing --------------------------------------------------------------------------------- */

/* 1: it is in copyreg's registry of extensions and was written, 0: it is not, -1. */
static int save_extension(Pickler *self, const Global *global) {
    Value pair[] = {global->module_name, global->name}, key = tuple_new(pair, 2);
    Value known = key ? dict_get_borrow(rt_pickle.extensions, key) : 0;
    value_decref(key);
    if (!known)
        return isolate.pending ? -1 : 0;
    if (!value_is_int(known))
        return raise_status(pickling_error(), "Can't pickle %R: extension code %R isn't an integer",
                            global->object, known);
    int64_t code;
    if (!int_to_i64(known, &code) || code <= 0 || code > INT32_MAX)
        return raise_status(&rt_exc_RuntimeError,
                            "Can't pickle %R: extension code %S is out of range", global->object,
                            known);
    int size = code <= 0xff ? 1 : code <= 0xffff ? 2 : 4;
    uint8_t *room = pickle_room(self, size + 1);
    if (!room)
        return -1;
    room[0] = size == 1 ? OP_EXT1 : size == 2 ? OP_EXT2 : OP_EXT4;
    pickle_put(room + 1, (uint64_t)code, size);
    return 1;
}

/* The names that Python 2 had; replaces *module and *name. 0 or -1. */
static int to_old_names(Value *module, Value *name) {
    Value pair[] = {*module, *name}, key = tuple_new(pair, 2);
    Value both = key ? dict_get_borrow(rt_pickle.names_to_2, key) : 0;
    value_decref(key);
    if (both && value_is(both, &rt_type_tuple) && AS(TupleObject, both)->length == 2) {
        value_replace(module, value_incref(AS(TupleObject, both)->items[0]));
        value_replace(name, value_incref(AS(TupleObject, both)->items[1]));
        return 0;
    }
    Value other = isolate.pending ? 0 : dict_get_borrow(rt_pickle.modules_to_2, *module);
    if (other)
        value_replace(module, value_incref(other));
    return isolate.pending ? -1 : 0;
}

static int write_name(Pickler *self, Value name, const char *what) {
    Value bytes = value_is_str(name)
                      ? codec_encode(name, self->protocol == 3 ? "utf-8" : "ascii", "strict")
                      : 0;
    if (!bytes) {
        if (exc_pending_is(&rt_exc_UnicodeEncodeError)) {
            exc_clear();
            raise_error(pickling_error(),
                        "can't pickle %s identifier '%S' using pickle protocol %d", what, name,
                        (int)self->protocol);
        }
        return -1;
    }
    int status = pickle_write(self, AS(BytesObject, bytes)->data, AS(BytesObject, bytes)->length);
    value_decref(bytes);
    return status < 0 ? -1 : pickle_write(self, "\n", 1);
}

static int write_old_global(Pickler *self, Global *global, Value name) {
    Value module = value_incref(global->module_name);
    value_incref(name);
    int status = 0;
    if (self->protocol < 3 && self->fix_imports)
        status = to_old_names(&module, &name);
    if (status == 0)
        status = pickle_op(self, OP_GLOBAL);
    if (status == 0)
        status = write_name(self, module, "module");
    if (status == 0)
        status = write_name(self, name, "global");
    value_decref(module);
    value_decref(name);
    return status;
}

/* Something inside a class, before protocol 4: getattr(class, name). */
static int save_by_getattr(Pickler *self, const Global *global, Value name) {
    Value pair[] = {global->parent, name}, arguments = tuple_new(pair, 2);
    Value call[] = {rt_builtins[BUILTIN_getattr], arguments};
    Value parts = arguments ? tuple_new(call, 2) : 0;
    int status = parts ? pickle_save_reduce(self, parts, 0) : -1;
    value_decref(arguments);
    value_decref(parts);
    return status;
}

static int write_global(Pickler *self, Global *global) {
    if (self->protocol >= 2) {
        int status = save_extension(self, global);
        if (status != 0)
            return status < 0 ? -1 : 0;
    }
    const ListObject *path = AS(ListObject, global->path);
    bool direct = global->parent == global->module;
    Value last = path->items[path->length - 1];
    int status;
    if (self->protocol >= 4) {
        status = pickle_save(self, global->module_name);
        if (status == 0)
            status = pickle_save(self, direct ? last : global->name);
        if (status == 0)
            status = pickle_op(self, OP_STACK_GLOBAL);
    } else if (!direct) {
        status = save_by_getattr(self, global, last);
    } else {
        status = write_old_global(self, global, last);
    }
    return status < 0 ? -1 : pickle_remember(self, global->object);
}

int pickle_save_global(Pickler *self, Value object, Value name) {
    Global global = {.object = object, .name = name ? value_incref(name) : own_name(object)};
    int status = global.name && find_global(&global) == 0 ? write_global(self, &global) : -1;
    global_drop(&global);
    return status;
}
