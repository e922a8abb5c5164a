/*
 * builtins_import.c — __import__: of modules that the program contains, by absolute names and by
 * names relative to a package. Only programs that mention it have it (parts.def).
 */
#include "builtins.h"
#include "object.h"

#include <string.h>

/* The name of the package around the code whose globals these are; new reference. */
static Value package_of(Value globals) {
    if (!globals)
        return raise_error(&rt_exc_KeyError, "'__name__' not in globals");
    if (!value_isa(globals, &rt_type_dict))
        return raise_error(&rt_exc_TypeError, "globals must be a dict");
    Value package = dict_get_cstr_borrow(globals, "__package__");
    if (package && package != VALUE_NONE)
        return value_isa(package, &rt_type_str)
                   ? value_incref(package)
                   : raise_error(&rt_exc_TypeError, "package must be a string");
    Value name = dict_get_cstr_borrow(globals, "__name__");
    if (!name)
        return raise_error(&rt_exc_KeyError, "'__name__' not in globals");
    if (!value_isa(name, &rt_type_str))
        return raise_error(&rt_exc_TypeError, "__name__ must be a string");
    size_t size;
    const char *text = dict_get_cstr_borrow(globals, "__path__") ? NULL : str_utf8(name, &size);
    if (!text)
        return value_incref(name);
    const char *dot = strrchr(text, '.');
    return str_from_utf8(text, dot ? (size_t)(dot - text) : 0);
}

/* `name`, `level` dots up from the code with these globals; new reference. */
static Value absolute_name(Value name, Value globals, int64_t level) {
    Value package = package_of(globals);
    size_t size;
    const char *text = package ? str_utf8(package, &size) : NULL;
    if (!text || !size) {
        value_decref(package);
        return text ? raise_error(&rt_exc_ImportError,
                                  "attempted relative import with no known parent package")
                    : 0;
    }
    while (level-- > 1 && text) {
        const char *dot = memrchr(text, '.', size);
        text = dot ? text : NULL;
        size = dot ? (size_t)(dot - text) : 0;
    }
    Value base = text ? str_from_utf8(text, size)
                      : raise_error(&rt_exc_ImportError,
                                    "attempted relative import beyond top-level package");
    value_decref(package);
    Value full = base && object_truth(name) ? str_format("%S.%S", base, name) : value_incref(base);
    value_decref(base);
    return full;
}

/* Is the pending error that the program has no module `name`? */
static bool is_missing(Value name) {
    if (!exc_pending_is(&rt_exc_ModuleNotFoundError))
        return false;
    Value error = exc_fetch(), missing = object_getattr_cstr(error, "name");
    bool is_it = missing && value_isa(missing, &rt_type_str) && str_equal(missing, name);
    value_decref(missing);
    exc_restore_take(error);
    return is_it;
}

/* `from module import name`, where the name may be a module in the package; fails or not. */
static bool import_part(Value module, Value full, Value name) {
    bool failed;
    Value found = object_getattr_optional(module, name, &failed);
    value_decref(found);
    if (found || failed)
        return !failed;
    Value part = str_format("%S.%S", full, name);
    Value imported = part ? pyrt_import(part, true) : 0;
    if (part && !imported && is_missing(part))
        value_decref(exc_fetch());
    value_decref(imported);
    value_decref(part);
    return !isolate.pending;
}

/* What is listed of the package `module`, whose name is `full`; takes the module and answers it. */
static Value import_parts_take(Value module, Value full, Value list) {
    bool failed;
    Value path = object_getattr_optional(module, str_name("__path__"), &failed);
    Value names = path ? list_from_iterable(list) : 0;
    for (int64_t i = 0; names && !isolate.pending && i < AS(ListObject, names)->length; i++) {
        Value name = AS(ListObject, names)->items[i];
        if (!value_isa(name, &rt_type_str))
            raise_error(&rt_exc_TypeError, "Item in ``from list'' must be str, not %T", name);
        else if (!str_equal_cstr(name, "*"))
            import_part(module, full, name);
    }
    value_decref(names);
    value_decref(path);
    if (isolate.pending)
        value_replace(&module, 0);
    return module;
}

/* The module that a relative import without a list answers: `full` to the end of the first part of
 * `name`. */
static Value import_first(Value full, Value name) {
    size_t size, whole;
    const char *part = str_utf8(name, &size), *text = str_utf8(full, &whole);
    Value imported = part && text ? pyrt_import(full, true) : 0;
    size_t front = imported && size ? strcspn(part, ".") : size;
    if (!imported || front == size)
        return imported;
    value_decref(imported);
    Value first = str_from_utf8(text, whole - (size - front));
    imported = first ? pyrt_import(first, true) : 0;
    value_decref(first);
    return imported;
}

static Value import_by_name(const Value *args) {
    int64_t level = 0;
    if (args[4] && !(value_is_int(args[4]) && int_to_i64(args[4], &level)))
        return raise_error(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                           args[4]);
    if (!value_isa(args[0], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "module name must be a string");
    if (level < 0)
        return raise_error(&rt_exc_ValueError, "level must be >= 0");
    int from = args[3] ? object_truth(args[3]) : 0;
    if (from < 0)
        return 0;
    if (level == 0 && object_truth(args[0]) == 0)
        return raise_error(&rt_exc_ValueError, "Empty module name");
    Value full = level ? absolute_name(args[0], args[1], level) : value_incref(args[0]);
    Value name = full ? attr_interned(full) : 0;
    value_decref(full);
    Value module = 0;
    if (name && from)
        module = pyrt_import(name, true);
    else if (name)
        module = level ? import_first(name, args[0]) : pyrt_import(name, false);
    if (module && from)
        module = import_parts_take(module, name, args[3]);
    value_decref(name);
    return module;
}

static int part_init(ModuleObject *module) {
    (void)module;
    rt_import_by_name = import_by_name;
    return 0;
}

const NativeModule pyrt_part_import = {IMPORT_PART, part_init};
