/*
 * module.c — module objects, and importing. A module of the program keeps its globals in the slots
 * the compiler gave it (ModuleInfo.globals); names without a slot (set from outside, or through
 * globals()) are in its dict. Native modules have a dict only. All imported modules are in the dict
 * that sys.modules shows.
 */
#include "containers.h"
#include "object.h"

static Value modules;             /* sys.modules */
static ModuleObject **of_program; /* parallel to pyrt_program.modules; NULL: not imported yet */
static ModuleObject *builtins;
static ModuleObject *sys;  /* kept to the very end: the standard streams are its attributes */
static Value import_order; /* list of the module objects, kept alive until the end */

extern const NativeModule pyrt_module_builtins;

Value rt_modules_borrow(void) {
    return modules;
}
ModuleObject *rt_builtins_module(void) {
    return builtins;
}

ModuleObject *module_of_info(const ModuleInfo *info) {
    for (uint32_t i = 0; i < pyrt_program.module_count; i++)
        if (pyrt_program.modules[i] == info)
            return of_program[i];
    return NULL;
}

ModuleObject *module_each(int64_t index) {
    if (!import_order || index >= AS(ListObject, import_order)->length)
        return NULL;
    return AS(ModuleObject, AS(ListObject, import_order)->items[index]);
}

const ModuleInfo *module_running(void) {
    const ModuleInfo *found = pyrt_program.modules[0];
    const ModuleObject *module;
    for (int64_t i = 0; (module = module_each(i)); i++)
        if (module->info && module->state == 1)
            found = module->info;
    return found;
}

/* ---- globals in slots ------------------------------------------------------------------------ */

static size_t name_hash(Value name) {
    return (size_t)(name >> 4) * 0x9e3779b1u;
}

static bool index_build(SourceModule *module) {
    const ModuleInfo *info = module->base.info;
    uint32_t size = 8;
    while (size < info->global_count * 2)
        size *= 2;
    module->index = mem_alloc(size * sizeof *module->index);
    if (!module->index)
        return false;
    memset(module->index, 0, size * sizeof *module->index);
    module->index_mask = size - 1;
    for (uint32_t i = 0; i < info->global_count; i++) {
        Value name = str_name(info->global_names[i]);
        size_t at = name_hash(name) & module->index_mask;
        while (module->index[at].name)
            at = (at + 1) & module->index_mask;
        module->index[at] = (GlobalName){name, &info->globals[i]};
    }
    return true;
}

Value *module_slot(ModuleObject *object, Value name) {
    if (!object->info)
        return NULL;
    SourceModule *module = (SourceModule *)object;
    if (!AS(StrObject, name)->interned) {
        Value interned = attr_interned(name);
        Value *slot = interned ? module_slot(object, interned) : NULL;
        value_decref(interned);
        return slot;
    }
    if (!module->index && !index_build(module))
        return NULL;
    for (size_t at = name_hash(name);; at++) {
        const GlobalName *found = &module->index[at & module->index_mask];
        if (!found->name || found->name == name)
            return found->slot;
    }
}

Value module_lookup_borrow(ModuleObject *module, Value name) {
    Value *slot = module_slot(module, name);
    if (slot && *slot)
        return *slot;
    return module->dict ? dict_get_borrow(module->dict, name) : 0;
}

/* Built-in names that generated code looked up lately, by where the name lies. Emptied when an
 * attribute of the module builtins changes, and not used any more once its dict was shared. */
enum { BUILTIN_HITS = 256 };
typedef struct BuiltinHit {
    Value name, value; /* borrowed: names of generated code stay, values do while this entry does */
} BuiltinHit;
static BuiltinHit builtin_hits[BUILTIN_HITS];

static void forget_builtins(void) {
    memset(builtin_hits, 0, sizeof builtin_hits);
}

/* An attribute in a module's dict changes: attribute sites may have remembered the old one. */
static int forget_attribute(const ModuleObject *module, Value name) {
    if (module == builtins)
        forget_builtins();
    Value interned = attr_interned(name);
    if (!interned)
        return -1;
    cache_forget_name(interned);
    value_decref(interned);
    return 0;
}

int module_store(ModuleObject *module, Value name, Value value) {
    Value *slot = module_slot(module, name);
    if (slot) {
        value_replace(slot, value_incref(value));
        return 0;
    }
    return forget_attribute(module, name) < 0 ? -1 : dict_set(module->dict, name, value);
}

/* 1 deleted, 0 missing, -1 failed */
int module_remove(ModuleObject *module, Value name) {
    Value *slot = module_slot(module, name);
    if (!slot)
        return forget_attribute(module, name) < 0 ? -1 : dict_delete(module->dict, name);
    if (!*slot)
        return 0;
    value_replace(slot, 0);
    return 1;
}

/* All names and values, slots first, into `dict`. */
int module_collect(ModuleObject *module, Value dict) {
    const ModuleInfo *info = module->info;
    for (uint32_t i = 0; info && i < info->global_count; i++)
        if (info->globals[i] &&
            dict_set(dict, str_name(info->global_names[i]), info->globals[i]) < 0)
            return -1;
    return dict_update(dict, module->dict);
}

/* ---- module objects -------------------------------------------------------------------------- */

/* The dict of a native module, which from now on may change behind attribute sites' backs. */
static Value share_dict(ModuleObject *module) {
    module->shared = true;
    cache_forget_all();
    forget_builtins();
    return value_incref(module->dict);
}

/* Does the class of a module, or one that it was made an instance of, say what `name` is whatever
 * stands in the module? Answers the data descriptor; borrowed. */
static Value data_descriptor_borrow(Value self, Value name) {
    Type *type = value_type(self);
    if (type == &rt_type_module && !str_equal_cstr(name, "__class__"))
        return 0;
    Value found = type_lookup_borrow(type, name);
    return found && value_type(found)->slots.descr_set ? found : 0;
}

static Value module_getattr(Value self, Value name) {
    ModuleObject *module = AS(ModuleObject, self);
    Value found = data_descriptor_borrow(self, name);
    if (found)
        return attr_generic(self, name, false);
    found = module_lookup_borrow(module, name);
    if (found)
        return value_incref(found);
    Value result = isolate.pending ? 0 : attr_generic(self, name, true);
    if (result || isolate.pending)
        return result;
    Value hook = module_lookup_borrow(module, str_name("__getattr__"));
    return hook ? object_call1(hook, name) : attr_missing(self, name);
}

static int module_setattr(Value self, Value name, Value value) {
    ModuleObject *module = AS(ModuleObject, self);
    if (!module->dict && !(module->dict = dict_new()))
        return -1;
    if (data_descriptor_borrow(self, name))
        return rt_generic_setattr(self, name, value);
    if (value)
        return module_store(module, name, value);
    int removed = module_remove(module, name);
    if (removed == 0)
        raise_error(&rt_exc_AttributeError, "'module' object has no attribute '%S'", name);
    return removed == 1 ? 0 : -1;
}

/* Not of Python source, nor made by the program. */
static bool is_native(const ModuleObject *module) {
    return !module->info && module->state == 2;
}

static Value module_repr(Value self) {
    ModuleObject *module = AS(ModuleObject, self);
    Value name = module_lookup_borrow(module, str_name("__name__"));
    if (!name)
        name = module->name ? module->name : str_name("?");
    Value file = module_lookup_borrow(module, str_name("__file__"));
    if (file)
        return str_format("<module %R from %R>", name, file);
    return is_native(module) ? str_format("<module %R (built-in)>", name)
                             : str_format("<module %R>", name);
}

static Value module_make(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)count, (void)names;
    ModuleObject *module = object_new(type, sizeof(ModuleObject));
    if (module && !(module->dict = dict_new())) {
        value_decref(OBJ(module));
        return 0;
    }
    return OBJ(module);
}

/* Binds name and doc from positional and keyword arguments; borrowed, 0 = not given. */
static int module_arguments(const Value *args, uint32_t count, Value names, Value bound[2]) {
    static const char *const keywords[] = {"name", "doc"};
    uint32_t given = count + (names ? (uint32_t)AS(TupleObject, names)->length : 0);
    if (given > 2)
        return raise_status(&rt_exc_TypeError, "module() takes at most 2 arguments (%d given)",
                            (int)given);
    values_copy(bound, args, count);
    for (uint32_t i = count; i < given; i++) {
        Value name = AS(TupleObject, names)->items[i - count];
        uint32_t place = 0;
        while (place < 2 && !str_equal_cstr(name, keywords[place]))
            place++;
        if (place < count)
            return raise_status(&rt_exc_TypeError,
                                "argument for module() given by name ('%S') and position (%d)",
                                name, (int)place + 1);
        if (place == 2 && (count || given == 2))
            return raise_status(&rt_exc_TypeError,
                                "'%S' is an invalid keyword argument for module()", name);
        if (place < 2)
            bound[place] = args[i];
    }
    return bound[0] ? 0
                    : raise_status(&rt_exc_TypeError,
                                   "module() missing required argument 'name' (pos 1)");
}

static int module_init(Value self, const Value *args, uint32_t count, Value names) {
    ModuleObject *module = AS(ModuleObject, self);
    Value bound[2] = {0};
    if (module_arguments(args, count, names, bound) < 0)
        return -1;
    if (!value_isa(bound[0], &rt_type_str))
        return raise_status(&rt_exc_TypeError, "module() argument 'name' must be str, not %A",
                            bound[0]);
    value_replace(&module->name, value_incref(bound[0]));
    static const char *const empty[] = {"__package__", "__loader__", "__spec__"};
    if (dict_set_cstr(module->dict, "__name__", bound[0]) < 0 ||
        dict_set_cstr(module->dict, "__doc__", bound[1] ? bound[1] : VALUE_NONE) < 0)
        return -1;
    for (int i = 0; i < 3; i++)
        if (dict_set_cstr(module->dict, empty[i], VALUE_NONE) < 0)
            return -1;
    return 0;
}

static void module_traverse(Object *self, VisitValue visit, void *context) {
    ModuleObject *module = (ModuleObject *)self;
    visit(module->dict, context);
    if (module->info)
        visit(((SourceModule *)module)->globals, context);
}

static void module_dealloc(Object *self) {
    ModuleObject *module = (ModuleObject *)self;
    value_decref(module->name);
    value_decref(module->dict);
    if (module->info) {
        value_decref(((SourceModule *)module)->globals);
        mem_free(((SourceModule *)module)->index);
    } else {
        cache_forget_all();
    }
}

static Value module_dir(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    ModuleObject *module = AS(ModuleObject, args[0]);
    Value hook = module_lookup_borrow(module, str_name("__dir__"));
    if (hook)
        return object_call0(hook);
    Value dict = dict_new();
    Value list = dict && module_collect(module, dict) == 0 ? list_from_iterable(dict) : 0;
    value_decref(dict);
    return list;
}

static Value module_dict(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    ModuleObject *module = AS(ModuleObject, args[0]);
    return module->info ? globals_dict(module) : share_dict(module);
}

static const NativeMethod module_methods[] = {
    {.name = "__dir__", .call = module_dir},
    {.name = "__dict__", .call = module_dict, .kind = METHOD_GETTER},
    {0}};

Type rt_type_module = {
    .name = "module",
    .basic_size = sizeof(ModuleObject),
    .methods = module_methods,
    .slots = {.dealloc = module_dealloc,
              .traverse = module_traverse,
              .repr = module_repr,
              .getattr = module_getattr,
              .setattr = module_setattr,
              .new = module_make,
              .init = module_init},
};

/* ---- filling native modules ------------------------------------------------------------------ */

int module_set(ModuleObject *module, const char *name, Value value_take) {
    return dict_set_cstr_take(module->dict, name, value_take);
}

int module_add_functions(ModuleObject *module, const NativeMethod *methods) {
    for (; methods->name; methods++) {
        Value function = native_function_new(methods, OBJ(module), module->name);
        if (!function || module_set(module, methods->name, function) < 0)
            return -1;
    }
    return 0;
}

int module_add_numbers(ModuleObject *module, const NamedNumber *numbers) {
    for (; numbers->name; numbers++)
        if (module_set(module, numbers->name, int_from_i64(numbers->number)) < 0)
            return -1;
    return 0;
}

int module_add_type(ModuleObject *module, const char *name, Type *type) {
    type_ready(type);
    return dict_set_cstr(module->dict, name, OBJ(type));
}

/* ---- constants ------------------------------------------------------------------------------- */

/* CPython enters the members of a constant set twice, which shows in their order. */
static Value set_again_take(Value set) {
    Value items = set ? list_from_iterable(set) : 0, again = items ? set_new(true) : 0;
    for (int64_t i = 0; again && i < AS(ListObject, items)->length; i++)
        if (set_add(again, AS(ListObject, items)->items[i]) < 0)
            value_replace(&again, 0);
    value_decref(items);
    value_decref(set);
    return again;
}

static Value constant_items(const ConstantInfo *constant, const Value *slots) {
    const Value *items = constant->data;
    bool frozenset = constant->kind == CONSTANT_FROZENSET;
    Value result = frozenset ? set_new(true) : tuple_new_empty(constant->size);
    for (uint32_t i = 0; result && i < constant->size; i++) {
        Value item = (items[i] & 15) == 8 ? slots[items[i] >> 4] : items[i];
        if (!frozenset) {
            AS(TupleObject, result)->items[i] = value_incref(item);
        } else if (set_add(result, item) < 0) {
            value_decref(result);
            return 0;
        }
    }
    return frozenset ? set_again_take(result) : result;
}

static Value constant_value(const ConstantInfo *constant, const Value *slots) {
    double number;
    switch ((enum ConstantKinds)constant->kind) {
    case CONSTANT_STR:
        return str_from_utf8(constant->data, constant->size);
    case CONSTANT_NAME:
        return str_name_sized(constant->data, constant->size);
    case CONSTANT_BYTES:
        return bytes_new(constant->data, constant->size);
    case CONSTANT_INT:
        return int_from_hex(constant->data, constant->size);
    case CONSTANT_FLOAT:
        memcpy(&number, &constant->bits, sizeof number);
        return float_new(number);
    case CONSTANT_COMPLEX:
        memcpy(&number, &constant->bits, sizeof number);
        return complex_new(0.0, number);
    case CONSTANT_TUPLE:
    case CONSTANT_FROZENSET:
        return constant_items(constant, slots);
    }
    return 0;
}

/* Generated code neither takes nor drops references to constants. Some are not the module's own:
 * interned names and other shared strings. */
static void make_immortal(Value value) {
    if (!value_is_pointer(value))
        return;
    Object *object = value_object(value);
    object->flags |= object->refs == 1 ? OBJECT_IMMORTAL | OBJECT_CONSTANT : OBJECT_IMMORTAL;
    object->refs = RT_IMMORTAL;
}

/* An interned constant of one module may be the name that another has, too: the first slot keeps
 * it, before any is freed. */
static void claim_constant(Value *slot) {
    if (value_is_pointer(*slot) && (value_object(*slot)->flags & OBJECT_CONSTANT))
        value_object(*slot)->flags &= ~(uint32_t)OBJECT_CONSTANT;
    else
        *slot = 0;
}

static void free_constant(Value *slot) {
    if (*slot) {
        value_object(*slot)->flags &= ~(uint32_t)OBJECT_IMMORTAL;
        value_object(*slot)->refs = 1;
        value_decref(*slot);
    }
    *slot = 0;
}

/* Tuples and frozensets go before what is in them, which may be another module's to free. */
static void free_constant_container(Value *slot) {
    if (value_is(*slot, &rt_type_tuple) || value_is(*slot, &rt_type_frozenset))
        free_constant(slot);
}

static int make_constants(const ModuleInfo *info) {
    for (uint32_t i = 0; i < info->constant_count; i++) {
        if (info->constant_slots[i])
            continue;
        info->constant_slots[i] = constant_value(&info->constants[i], info->constant_slots);
        if (!info->constant_slots[i])
            return -1;
        make_immortal(info->constant_slots[i]);
    }
    return 0;
}

/* ---- making modules -------------------------------------------------------------------------- */

static ModuleObject *module_new(const char *name, const ModuleInfo *info) {
    ModuleObject *module =
        object_new(&rt_type_module, info ? sizeof(SourceModule) : sizeof(ModuleObject));
    if (!module)
        return NULL;
    module->info = info;
    module->name = str_from_cstr(name);
    module->dict = dict_new();
    if (!module->name || !module->dict || list_append(import_order, OBJ(module)) < 0) {
        value_decref(OBJ(module));
        return NULL;
    }
    return module;
}

static Value package_of(const ModuleInfo *info, const char *name) {
    if (info->flags & MODULE_PACKAGE)
        return str_from_cstr(name);
    const char *dot = strrchr(name, '.');
    return dot ? str_from_utf8(name, (size_t)(dot - name)) : str_from_cstr("");
}

static int store_take(ModuleObject *module, const char *name, Value value) {
    int status = value ? module_store(module, str_name(name), value) : -1;
    value_decref(value);
    return status;
}

/* The last attributes of a module without a body, in CPython's order. */
static int set_origin(ModuleObject *module, bool is_main) {
    const char *file = module->info->file;
    Value of_builtins = OBJ(builtins);
    if (is_main && (store_take(module, "__annotations__", dict_new()) < 0 ||
                    store_take(module, "__builtins__", value_incref(of_builtins)) < 0))
        return -1;
    if (file && store_take(module, "__file__", str_from_cstr(file)) < 0)
        return -1;
    return is_main ? store_take(module, "__cached__", VALUE_NONE)
                   : store_take(module, "__builtins__", value_incref(of_builtins));
}

/* The attributes every module has when its body starts. */
static int set_source_attributes(ModuleObject *module, bool is_main) {
    const ModuleInfo *info = module->info;
    if (store_take(module, "__name__", value_incref(module->name)) < 0 ||
        store_take(module, "__doc__", VALUE_NONE) < 0 ||
        store_take(module, "__package__", is_main ? VALUE_NONE : package_of(info, info->name)) <
            0 ||
        store_take(module, "__loader__", VALUE_NONE) < 0 ||
        store_take(module, "__spec__", VALUE_NONE) < 0 || set_origin(module, is_main) < 0)
        return -1;
    if (!(info->flags & MODULE_PACKAGE))
        return 0;
    if (!info->file) /* a namespace package: its folders were searched when compiling */
        return store_take(module, "__path__", list_new(NULL, 0));
    const char *slash = strrchr(info->file, '/');
    Value folder =
        slash ? str_from_utf8(info->file, (size_t)(slash - info->file)) : str_from_cstr(".");
    Value path = folder ? list_new(&folder, 1) : 0;
    value_decref(folder);
    return store_take(module, "__path__", path);
}

/* A namespace package has none. */
static Value run_body(ModuleObject *module) {
    ImportSite site = isolate.import_site, outer = isolate.importer;
    isolate.importer = site;
    isolate.import_site = (ImportSite){0};
    Value result = module->info->init ? module->info->init(OBJ(module), NULL) : VALUE_NONE;
    isolate.import_site = site; /* of the next module of a dotted name */
    isolate.importer = outer;
    return result;
}

static Value run_source(uint32_t index) {
    const ModuleInfo *info = pyrt_program.modules[index];
    const char *name = index == 0 ? "__main__" : info->name;
    ModuleObject *module = module_new(name, info);
    if (!module)
        return 0;
    of_program[index] = module;
    module->state = 1;
    if (dict_set_cstr(modules, name, OBJ(module)) < 0 || make_constants(info) < 0 ||
        set_source_attributes(module, index == 0) < 0)
        return 0;
    Value result = run_body(module);
    value_decref(result);
    if (result) {
        module->state = 2;
        return OBJ(module);
    }
    module->state = 0;
    of_program[index] = NULL;
    Value error = exc_fetch();
    dict_delete(modules, str_name(name));
    exc_clear();
    exc_restore_take(error);
    value_decref(OBJ(module));
    return 0;
}

/* Fills a new native module. 0 or -1. */
static int init_native(ModuleObject *module, const NativeModule *native) {
    if (dict_set_cstr(module->dict, "__name__", module->name) < 0 ||
        dict_set_cstr(module->dict, "__doc__", VALUE_NONE) < 0 ||
        dict_set_cstr_take(module->dict, "__package__", str_from_cstr("")) < 0 ||
        dict_set_cstr(module->dict, "__loader__", VALUE_NONE) < 0 ||
        dict_set_cstr(module->dict, "__spec__", VALUE_NONE) < 0)
        return -1;
    module->state = 2;
    return native->init(module);
}

static Value run_native(const NativeModule *native) {
    ModuleObject *module = module_new(native->name, NULL);
    if (!module || init_native(module, native) < 0)
        return 0;
    return dict_set(modules, module->name, OBJ(module)) < 0 ? 0 : OBJ(module);
}

ModuleObject *module_alias(ModuleObject *module, const char *name) {
    ModuleObject *alias = module_new(name, NULL);
    if (!alias)
        return NULL;
    value_replace(&alias->dict, value_incref(module->dict));
    alias->state = 2;
    if (dict_set(modules, alias->name, OBJ(alias)) == 0 &&
        object_setattr(OBJ(module), str_name(strrchr(name, '.') + 1), OBJ(alias)) == 0)
        return alias;
    value_decref(OBJ(alias));
    return NULL;
}

/* ---- importing ------------------------------------------------------------------------------- */

static Value not_found(const char *name, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value message = str_vformat(format, arguments);
    va_end(arguments);
    Value exception = message ? exc_make(&rt_exc_ModuleNotFoundError, message) : 0;
    value_decref(message);
    if (exception)
        exc_as(exception)->extra[0] = str_from_cstr(name);
    return raise_value_take(exception);
}

int native_part_init(const char *name) {
    for (uint32_t i = 0; i < pyrt_program.native_count; i++)
        if (strcmp(pyrt_program.natives[i]->name, name) == 0)
            return pyrt_program.natives[i]->init(NULL);
    return 0;
}

/* Runs the module `name` if the program has it; *found tells whether it does. New reference. */
static Value load(const char *name, bool *found) {
    *found = true;
    for (uint32_t i = 0; i < pyrt_program.module_count; i++)
        if (i > 0 && strcmp(pyrt_program.modules[i]->name, name) == 0)
            return run_source(i);
    for (uint32_t i = 0; i < pyrt_program.native_count; i++)
        if (strcmp(pyrt_program.natives[i]->name, name) == 0)
            return run_native(pyrt_program.natives[i]);
    *found = false;
    return 0;
}

/* Makes and runs the module of a spec; new reference. */
static Value load_spec(Value spec, Value name) {
    Value loader = object_getattr_cstr(spec, "loader");
    Value module = loader ? object_call_method(loader, "create_module", &spec, 1) : 0;
    if (module == VALUE_NONE)
        module = object_call1(OBJ(&rt_type_module), name);
    Value ran = 0;
    if (module && dict_set(modules, name, module) == 0) {
        ran = object_call_method(loader, "exec_module", &module, 1);
        if (!ran)
            dict_delete(modules, name);
    }
    value_decref(loader);
    if (!ran)
        value_replace(&module, 0);
    value_decref(ran);
    return module;
}

/* What the program's own finders in sys.meta_path know of a module that is not part of the program
 * (six makes six.moves so). *found: one of them has it; the answer is 0 if that failed. */
static Value find_by_finders(Value name, Value parent, bool *found) {
    Value finders = rt_sys_dict ? dict_get_cstr_borrow(rt_sys_dict, "meta_path") : 0;
    *found = false;
    if (!finders || !value_isa(finders, &rt_type_list) || AS(ListObject, finders)->length == 0)
        return 0;
    bool failed;
    Value path = parent ? object_getattr_optional(parent, str_name("__path__"), &failed) : 0;
    Value arguments[3] = {name, path ? path : VALUE_NONE, VALUE_NONE}, module = 0;
    for (int64_t i = 0; !*found && i < AS(ListObject, finders)->length; i++) {
        Value spec =
            object_call_method(AS(ListObject, finders)->items[i], "find_spec", arguments, 3);
        if (!spec)
            break;
        *found = spec != VALUE_NONE;
        if (*found)
            module = load_spec(spec, name);
        value_decref(spec);
    }
    value_decref(path);
    return module;
}

/* One module by its full name; its parent is imported already (or 0). New reference. */
static Value import_one(const char *name, const char *parent_name, Value parent) {
    Value key = str_name(name);
    Value loaded = dict_get_borrow(modules, key);
    if (loaded == VALUE_NONE)
        return not_found(name, "import of %s halted; None in sys.modules", name);
    if (loaded)
        return value_incref(loaded);
    if (isolate.pending)
        return 0;
    bool found;
    Value module = load(name, &found);
    if (!found)
        module = find_by_finders(key, parent, &found);
    if (!found && isolate.pending)
        return 0;
    if (!found) {
        bool package = !parent || !value_isa(parent, &rt_type_module) ||
                       module_lookup_borrow(AS(ModuleObject, parent), str_name("__path__"));
        return package ? not_found(name, "No module named '%s'", name)
                       : not_found(name, "No module named '%s'; '%s' is not a package", name,
                                   parent_name);
    }
    if (!module)
        return 0;
    const char *dot = strrchr(name, '.');
    if (parent && dot && object_setattr(parent, str_name(dot + 1), module) < 0) {
        value_decref(module);
        return 0;
    }
    Value now = dict_get_borrow(modules, key); /* a module may replace itself */
    if (!now)
        return module;
    value_incref(now);
    value_decref(module);
    return now;
}

static Value import_path(const char *name, bool want_leaf) {
    Value top = 0, parent = 0;
    char parent_name[256] = "", prefix[256];
    size_t length = strlen(name);
    if (length >= sizeof prefix)
        return not_found(name, "No module named '%s'", name);
    for (size_t end = 0; end <= length; end++) {
        if (name[end] != '.' && name[end] != 0)
            continue;
        memcpy(prefix, name, end);
        prefix[end] = 0;
        Value module = import_one(prefix, parent_name, parent);
        value_decref(parent);
        if (!module) {
            value_decref(top);
            return 0;
        }
        if (!top)
            top = value_incref(module);
        parent = module;
        memcpy(parent_name, prefix, end + 1);
    }
    value_decref(want_leaf ? top : parent);
    return want_leaf ? parent : top;
}

Value module_import(const char *dotted_name) {
    return import_path(dotted_name, true);
}

Value pyrt_import(Value dotted_name, uint32_t want_leaf) {
    size_t size;
    const char *name = str_utf8(dotted_name, &size);
    if (!name)
        return 0;
    /* the import in a function that runs often */
    Value loaded = memchr(name, '.', size) ? 0 : dict_get_borrow(modules, dotted_name);
    if (loaded && loaded != VALUE_NONE) {
        isolate.import_site = (ImportSite){0};
        return value_incref(loaded);
    }
    Value module = isolate.pending ? 0 : import_path(name, want_leaf);
    isolate.import_site = (ImportSite){0};
    return module;
}

/* from package import submodule */
static Value import_submodule(Value module, Value name, bool *found) {
    Value package = module_lookup_borrow(AS(ModuleObject, module), str_name("__name__"));
    *found = false;
    Value full = package ? str_format("%S.%S", package, name) : 0;
    if (!full)
        return 0;
    size_t size;
    const char *text = str_utf8(full, &size);
    Value result = value_incref(dict_get_borrow(modules, full));
    if (!result && text && !isolate.pending) {
        result = load(text, found);
        bool is_package = module_lookup_borrow(AS(ModuleObject, module), str_name("__path__"));
        if (!*found && is_package)
            result = find_by_finders(full, module, found);
        if (result && object_setattr(module, name, result) < 0) {
            value_decref(result);
            result = 0;
        }
    }
    *found |= result != 0;
    value_decref(full);
    return result;
}

bool module_is_partial(Value module) {
    return value_isa(module, &rt_type_module) && AS(ModuleObject, module)->state == 1 &&
           !str_equal_cstr(AS(ModuleObject, module)->name, "__main__");
}

static Value cannot_import(Value module, Value name) {
    bool failed;
    Value title = object_getattr_optional(module, str_name("__name__"), &failed);
    Value file = object_getattr_optional(module, str_name("__file__"), &failed);
    bool partial = module_is_partial(module);
    Value place = file ? value_incref(file) : str_from_cstr("unknown location");
    Value message = 0;
    if (place)
        message =
            str_format(partial ? "cannot import name '%S' from partially initialized module '%S' "
                                 "(most likely due to a circular import) (%S)"
                               : "cannot import name '%S' from '%S' (%S)",
                       name, title ? title : str_name("<unknown module name>"), place);
    Value exception = message ? exc_make(&rt_exc_ImportError, message) : 0;
    if (exception) {
        exc_set_extra(exception, 0, title);
        exc_set_extra(exception, 1, file);
    }
    value_decref(place);
    value_decref(message);
    value_decref(title);
    value_decref(file);
    return raise_value_take(exception);
}

Value pyrt_import_from(Value module, Value name) {
    bool failed;
    Value found = object_getattr_optional(module, name, &failed);
    if (found || failed)
        return found;
    if (value_isa(module, &rt_type_module)) {
        bool exists;
        Value submodule = import_submodule(module, name, &exists);
        if (submodule || isolate.pending)
            return submodule;
    }
    return cannot_import(module, name);
}

typedef struct StarImport {
    ModuleObject *into;
    Value module;
} StarImport;

static int star_one(Value name, void *context) {
    StarImport *star = context;
    if (!value_isa(name, &rt_type_str))
        return raise_status(&rt_exc_TypeError, "Item in __all__ must be str, not %T", name);
    Value value = object_getattr(star->module, name);
    if (!value && exc_pending_is(&rt_exc_AttributeError) &&
        value_isa(star->module, &rt_type_module)) {
        bool exists;
        Value error = exc_fetch();
        value = import_submodule(star->module, name, &exists);
        if (value || isolate.pending)
            value_decref(error);
        else
            exc_restore_take(error);
    }
    int status = value ? module_store(star->into, name, value) : -1;
    value_decref(value);
    return status;
}

static int star_public(StarImport *star) {
    Value dict = dict_new();
    ModuleObject *from = AS(ModuleObject, star->module);
    int status = dict && value_isa(star->module, &rt_type_module) ? module_collect(from, dict) : -1;
    int64_t position = 0;
    Value name, value;
    while (status == 0 && dict_next(dict, &position, &name, &value)) {
        bool private_name =
            !value_isa(name, &rt_type_str) ||
            (AS(StrObject, name)->length && str_char_at(AS(StrObject, name), 0) == '_');
        if (!private_name)
            status = module_store(star->into, name, value);
    }
    value_decref(dict);
    return status;
}

int32_t pyrt_import_star(const ModuleInfo *into, Value module) {
    StarImport star = {module_of_info(into), module};
    bool failed;
    Value all = object_getattr_optional(module, str_name("__all__"), &failed);
    if (failed)
        return -1;
    int status = all ? object_iterate(all, star_one, &star) : star_public(&star);
    value_decref(all);
    return status < 0 ? -1 : 0;
}

/* ---- globals of generated code --------------------------------------------------------------- */

static Value undefined_name(Value name) {
    Value message = str_format("name '%S' is not defined", name);
    Value exception = message ? exc_make(&rt_exc_NameError, message) : 0;
    value_decref(message);
    if (exception)
        exc_set_extra(exception, 0, name);
    return raise_value_take(exception);
}

/* The module has a slot for the name: its dict does not have it. */
Value pyrt_global_missing(Value name) {
    BuiltinHit *hit = &builtin_hits[((size_t)name >> 4) % BUILTIN_HITS];
    if (hit->name == name)
        return value_incref(hit->value);
    Value found = dict_get_borrow(builtins->dict, name);
    if (!found)
        return isolate.pending ? 0 : undefined_name(name);
    if (!builtins->shared)
        *hit = (BuiltinHit){name, found};
    return value_incref(found);
}

int32_t pyrt_global_delete_missing(Value name) {
    undefined_name(name);
    return -1;
}

/* ---- start and end --------------------------------------------------------------------------- */

static int make_builtins(void) {
    builtins = module_new("builtins", NULL);
    if (!builtins || dict_set_cstr(modules, "builtins", OBJ(builtins)) < 0)
        return -1;
    return init_native(builtins, &pyrt_module_builtins);
}

int modules_init(void) {
    modules = dict_new();
    import_order = list_new(NULL, 0);
    of_program = mem_alloc((pyrt_program.module_count + 1) * sizeof(ModuleObject *));
    if (!modules || !import_order || !of_program)
        return -1;
    memset(of_program, 0, (pyrt_program.module_count + 1) * sizeof(ModuleObject *));
    return make_builtins();
}

Value module_run_main(void) {
    return run_source(0);
}

static void replace_all(const ModuleInfo *info, bool underscored, Value with) {
    for (uint32_t i = 0; i < info->global_count; i++) {
        const char *name = info->global_names[i];
        bool matches = name[0] == '_' && name[1] != '_';
        if (info->globals[i] && matches == underscored && strcmp(name, "__builtins__") != 0)
            value_replace(&info->globals[i], with);
    }
}

void modules_visit_globals(VisitValue visit, void *context) {
    for (uint32_t i = 0; i < pyrt_program.module_count; i++) {
        const ModuleInfo *info = pyrt_program.modules[i];
        for (uint32_t k = 0; k < info->global_count; k++)
            visit(info->globals[k], context);
        if (of_program && of_program[i])
            visit(of_program[i]->dict, context);
    }
}

/* From now on values vanish from dicts that attribute sites would remember. */
static void end_remembering(Value order) {
    for (int64_t i = order ? AS(ListObject, order)->length : 0; i-- > 0;)
        AS(ModuleObject, AS(ListObject, order)->items[i])->shared = true;
    if (builtins)
        builtins->shared = true;
    forget_builtins();
    cache_forget_all();
}

/* The order of CPython: names with one underscore first, then the rest, newest module first. Values
 * become None before they vanish, because finalizers may still look. */
void modules_clear(void) {
    Value order = import_order;
    import_order = 0;
    int64_t count = order ? AS(ListObject, order)->length : 0;
    end_remembering(order);
    for (int64_t i = count; i-- > 0;) {
        ModuleObject *module = AS(ModuleObject, AS(ListObject, order)->items[i]);
        if (!module->info)
            continue;
        replace_all(module->info, true, VALUE_NONE);
        replace_all(module->info, false, VALUE_NONE);
        value_replace(&((SourceModule *)module)->globals, 0);
    }
    for (int64_t i = count; i-- > 0;) {
        ModuleObject *module = AS(ModuleObject, AS(ListObject, order)->items[i]);
        if (str_equal_cstr(module->name, "sys"))
            sys = AS(ModuleObject, value_incref(OBJ(module)));
        else if (module != builtins)
            value_replace(&module->dict, 0);
    }
    for (uint32_t i = 0; i < pyrt_program.module_count; i++) {
        const ModuleInfo *info = pyrt_program.modules[i];
        for (uint32_t k = 0; k < info->global_count; k++)
            value_replace(&info->globals[k], 0);
    }
    Value none = dict_new(); /* finalizers may still ask what is imported */
    exc_clear();
    value_replace(&modules, none);
    value_decref(order);
}

static void each_constant(void (*visit)(Value *slot)) {
    for (uint32_t i = 0; i < pyrt_program.module_count; i++) {
        const ModuleInfo *info = pyrt_program.modules[i];
        for (uint32_t k = info->constant_count; k-- > 0;)
            visit(&info->constant_slots[k]);
    }
}

void constants_free(void) {
    each_constant(claim_constant);
    each_constant(free_constant_container);
    each_constant(free_constant);
}

void modules_free(void) {
    for (int i = 0; i < BUILTIN_COUNT; i++)
        value_replace(&rt_builtins[i], 0);
    value_decref(OBJ(builtins));
    builtins = NULL;
    rt_sys_dict = 0;
    value_decref(OBJ(sys));
    sys = NULL;
    value_replace(&modules, 0);
    mem_free(of_program);
    of_program = NULL;
}
