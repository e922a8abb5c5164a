/*
 * mod_abc.c — the module _abc: what an abstract class knows about other classes. The methods of
 * ABCMeta in abc.py call it, as in CPython.
 *
 * A class remembers the answers of issubclass(), as weak references to the classes asked about. A
 * "yes" holds for ever, a "no" until the next registration anywhere in the program.
 */
#include "containers.h"
#include "object.h"
#include "sets.h"

/* Weak references to classes, dead ones among them until there are `limit` in the set. */
typedef struct ClassSet {
    Value references; /* set; 0: empty */
    int64_t limit;
} ClassSet;

/* A class that was asked about; it is compared only, and may be gone. */
typedef struct LastAnswer {
    const Type *cls;        /* NULL: none */
    uint64_t class_version; /* which no other class of the program has at this address */
    int64_t version;        /* of the registrations */
    bool yes;
} LastAnswer;

enum { LAST_ANSWERS = 4 };

typedef struct AbcData {
    Object base;
    LastAnswer last[LAST_ANSWERS]; /* by the address of the class */
    Value registered;              /* list of weak references, in order of registration; 0: none */
    ClassSet yes, no;
    int64_t no_version; /* `version` as it was when `no` was begun */
} AbcData;

static int64_t version; /* of all registrations */

/* How many checks are under way that ask other classes: protocols that cannot answer do not
 * complain then. */
static int64_t nested;

static void data_traverse(Object *self, VisitValue visit, void *context) {
    const AbcData *data = (const AbcData *)self;
    visit(data->registered, context);
    visit(data->yes.references, context);
    visit(data->no.references, context);
}

static void data_clear(Object *self) {
    AbcData *data = (AbcData *)self;
    value_replace(&data->registered, 0);
    value_replace(&data->yes.references, 0);
    value_replace(&data->no.references, 0);
}

static Type type_abc_data = {
    .name = "_abc._abc_data",
    .basic_size = sizeof(AbcData),
    .slots = {.dealloc = data_clear, .traverse = data_traverse, .clear = data_clear},
};

/* ---- sets of classes ------------------------------------------------------------------------- */

/* 1, 0 or -1 */
static int classes_have(const ClassSet *set, Value cls) {
    if (!set->references)
        return 0;
    Value reference = weakref_new(&rt_type_weakref, cls, 0);
    int found = reference ? set_contains(set->references, reference) : -1;
    value_decref(reference);
    return found;
}

/* The references whose classes still live, as a new set, or 0. */
static Value live_references(Value references) {
    Value live = set_new(false);
    SetEntry entry;
    for (int64_t at = 0; live && set_next(AS(SetObject, references), &at, &entry);)
        if (weakref_target_borrow(entry.key) != VALUE_NONE &&
            set_add_hashed(AS(SetObject, live), entry.key, entry.hash) < 0)
            value_replace(&live, 0);
    return live;
}

static int classes_add(ClassSet *set, Value cls) {
    enum { LEAST = 16 };
    if (!set->references && !(set->references = set_new(false)))
        return -1;
    if (AS(SetObject, set->references)->used >= set->limit) {
        Value live = live_references(set->references);
        if (!live)
            return -1;
        value_replace(&set->references, live);
        set->limit = 2 * AS(SetObject, live)->used + LEAST;
    }
    Value reference = weakref_new(&rt_type_weakref, cls, 0);
    int status = reference ? set_add(set->references, reference) : -1;
    value_decref(reference);
    return status;
}

/* ---- abstract methods ------------------------------------------------------------------------ */

/* 1, 0 or -1. A function without attributes, as nearly all are, is not asked. */
static int is_abstract(Value value) {
    if (value_is(value, &rt_type_function) && !AS(FunctionObject, value)->dict)
        return 0;
    return object_attr_is_true(value, "__isabstractmethod__");
}

/* Adds what the class itself defines. Asking a value may change the class. */
static int add_own(Value names, const Type *cls) {
    Value own = dict_copy(type_dict_borrow(cls)), name, value;
    int status = own ? 0 : -1;
    for (int64_t at = 0; status >= 0 && dict_next(own, &at, &name, &value);) {
        status = is_abstract(value);
        if (status > 0)
            status = set_add(names, name);
    }
    value_decref(own);
    return status < 0 ? -1 : 0;
}

/* Adds `name`, which is abstract in a base, unless the class has something else of that name. */
static int add_if_left(Value names, Value cls, Value name) {
    bool failed;
    Value value = object_getattr_optional(cls, name, &failed);
    int status = failed ? -1 : value ? is_abstract(value) : 0;
    value_decref(value);
    return status > 0 ? set_add(names, name) : status;
}

static int add_inherited(Value names, Value cls, Value base) {
    bool failed;
    Value found = object_getattr_optional(base, str_name("__abstractmethods__"), &failed);
    if (!found)
        return failed ? -1 : 0;
    Value left = tuple_from_iterable(found);
    value_decref(found);
    int status = left ? 0 : -1;
    for (int64_t i = 0; status == 0 && i < AS(TupleObject, left)->length; i++)
        status = add_if_left(names, cls, AS(TupleObject, left)->items[i]);
    value_decref(left);
    return status;
}

/* Sets cls.__abstractmethods__ to the names of the methods that are still abstract. 0 or -1. */
static int find_abstract(Value cls) {
    Value names = set_new(true);
    Value bases = value_incref(AS(Type, cls)->bases);
    int status = names ? add_own(names, AS(Type, cls)) : -1;
    for (int64_t i = 0; status == 0 && i < AS(TupleObject, bases)->length; i++)
        status = add_inherited(names, cls, AS(TupleObject, bases)->items[i]);
    if (status == 0)
        status = object_setattr(cls, str_name("__abstractmethods__"), names);
    value_decref(bases);
    value_decref(names);
    return status;
}

/* ---- what a class knows ---------------------------------------------------------------------- */

static int require_class(Value value, const char *complaint) {
    return value_is_type(value) ? 0 : raise_status(&rt_exc_TypeError, "%s", complaint);
}

/* Of a class that _abc_init made one for. New reference, or 0. */
static AbcData *data_of(Value cls) {
    Value name = str_name("_abc_impl");
    Value data = value_is_type(cls) ? type_lookup_own_borrow(AS(Type, cls), name) : 0;
    data = data ? value_incref(data) : object_getattr(cls, name);
    if (data && !value_is(data, &type_abc_data)) {
        value_decref(data);
        data = 0;
        raise_error(&rt_exc_TypeError, "_abc_impl is set to a wrong type");
    }
    return data ? AS(AbcData, data) : NULL;
}

static int is_subclass_within(Value cls, Value other) {
    nested++;
    int answer = object_issubclass(cls, other);
    nested--;
    return answer;
}

/* Is it a class that was registered, or below one? 1, 0 or -1. */
static int ask_registered(const AbcData *data, Value subclass) {
    int answer = 0;
    for (int64_t i = 0; answer == 0 && data->registered; i++) {
        const ListObject *list = AS(ListObject, data->registered);
        if (i >= list->length)
            break;
        Value registered = weakref_target_borrow(list->items[i]);
        if (!registered || registered == VALUE_NONE)
            continue;
        value_incref(registered);
        answer = registered == subclass ? 1 : is_subclass_within(subclass, registered);
        value_decref(registered);
    }
    return answer;
}

/* Is it below one of the classes below this one? 1, 0 or -1. */
static int ask_subclasses(Value cls, Value subclass) {
    Value below = object_call_method(cls, "__subclasses__", NULL, 0);
    int answer = below ? 0 : -1;
    if (below && !value_isa(below, &rt_type_list))
        answer = raise_status(&rt_exc_TypeError, "__subclasses__() must return a list");
    for (int64_t i = 0; answer == 0 && i < AS(ListObject, below)->length; i++) {
        Value derived = value_incref(AS(ListObject, below)->items[i]);
        answer = is_subclass_within(subclass, derived);
        value_decref(derived);
    }
    value_decref(below);
    return answer;
}

/* The answer of cls.__subclasshook__: 1, 0 or -1; 2: it leaves the question open. */
static int ask_hook(Value cls, Value subclass) {
    enum { OPEN = 2 };
    Value hooked = object_call_method(cls, "__subclasshook__", &subclass, 1);
    int answer = -1;
    if (hooked == VALUE_TRUE || hooked == VALUE_FALSE)
        answer = hooked == VALUE_TRUE;
    else if (hooked == VALUE_NOTIMPLEMENTED)
        answer = OPEN;
    else if (hooked)
        raise_error(&rt_exc_AssertionError,
                    "__subclasshook__ must return either False, True, or NotImplemented");
    value_decref(hooked);
    return answer;
}

static int find_answer(Value cls, const AbcData *data, Value subclass) {
    int answer = ask_hook(cls, subclass);
    if (answer < 2)
        return answer;
    if (type_is_subtype(AS(Type, subclass), AS(Type, cls)))
        return 1;
    answer = ask_registered(data, subclass);
    return answer ? answer : ask_subclasses(cls, subclass);
}

/* Built-in classes live as long as the program. */
static uint64_t class_version(const Type *cls) {
    return cls->flags & TYPE_HEAP ? type_heap(cls)->version : 0;
}

static int search_answer(const AbcData *data, Value subclass) {
    enum { UNKNOWN = 2 };
    int found = classes_have(&data->yes, subclass);
    if (found || data->no_version != version)
        return found ? found : UNKNOWN;
    found = classes_have(&data->no, subclass);
    return found < 0 ? -1 : found ? 0 : UNKNOWN;
}

/* A class that was asked about before: 1 or 0; 2: it is not known; -1. */
static int known_answer(AbcData *data, Value subclass) {
    const Type *cls = AS(Type, subclass);
    LastAnswer *last = &data->last[(uintptr_t)cls / 64 % LAST_ANSWERS];
    if (last->cls == cls && last->class_version == class_version(cls) &&
        (last->yes || last->version == version))
        return last->yes;
    int answer = search_answer(data, subclass);
    if (answer == 0 || answer == 1)
        *last = (LastAnswer){cls, class_version(cls), version, answer};
    return answer;
}

static int check_subclass(Value cls, AbcData *data, Value subclass) {
    int answer = known_answer(data, subclass);
    if (answer < 2)
        return answer;
    if (data->no_version != version) {
        value_replace(&data->no.references, 0);
        data->no_version = version;
    }
    answer = find_answer(cls, data, subclass);
    if (answer >= 0 && classes_add(answer ? &data->yes : &data->no, subclass) < 0)
        return -1;
    return answer;
}

/* ---- the functions --------------------------------------------------------------------------- */

NATIVE(abc_init) {
    NATIVE_UNUSED();
    if (require_class(args[0], "_abc_init() needs a class") < 0 || find_abstract(args[0]) < 0)
        return 0;
    AbcData *data = object_new(&type_abc_data, sizeof(AbcData));
    int status = data ? object_setattr(args[0], str_name("_abc_impl"), OBJ(data)) : -1;
    value_decref(OBJ(data));
    return status < 0 ? 0 : VALUE_NONE;
}

NATIVE(abc_find_abstract) {
    NATIVE_UNUSED();
    if (require_class(args[0], "_abc_find_abstract() needs a class") < 0)
        return 0;
    return find_abstract(args[0]) < 0 ? 0 : VALUE_NONE;
}

/* 1: it is below the class already; 0: it may be registered; -1. */
static int may_register(Value cls, Value subclass) {
    int below = is_subclass_within(subclass, cls);
    if (below)
        return below;
    int above = is_subclass_within(cls, subclass);
    return above > 0 ? raise_status(&rt_exc_RuntimeError, "Refusing to create an inheritance cycle")
                     : above;
}

static int enter_registered(AbcData *data, Value subclass) {
    if (!data->registered && !(data->registered = list_new(NULL, 0)))
        return -1;
    Value reference = weakref_new(&rt_type_weakref, subclass, 0);
    return reference ? list_append_take(data->registered, reference) : -1;
}

/* Instances of what is registered match the patterns that those of the class match. */
NATIVE(abc_register) {
    NATIVE_UNUSED();
    Value cls = args[0], subclass = args[1];
    if (require_class(subclass, "Can only register classes") < 0)
        return 0;
    int below = may_register(cls, subclass);
    if (below)
        return below < 0 ? 0 : value_incref(subclass);
    AbcData *data = data_of(cls);
    int status = data ? enter_registered(data, subclass) : -1;
    value_decref(OBJ(data));
    if (status < 0)
        return 0;
    version++;
    uint32_t kind = AS(Type, cls)->flags & TYPE_PATTERN_KINDS;
    if (kind && type_set_pattern_kind(AS(Type, subclass), &kind) < 0)
        return 0;
    return value_incref(subclass);
}

NATIVE(abc_subclasscheck) {
    NATIVE_UNUSED();
    AbcData *data =
        require_class(args[1], "issubclass() arg 1 must be a class") < 0 ? NULL : data_of(args[0]);
    int answer = data ? check_subclass(args[0], data, args[1]) : -1;
    value_decref(OBJ(data));
    return answer < 0 ? 0 : VALUE_BOOL(answer);
}

/* Asks the class's own __subclasscheck__, for the class that the instance claims to be of and, if
 * that is another one, for its own. */
static Value ask_both(Value cls, Value claimed, Value own) {
    Value answer = object_call_method(cls, "__subclasscheck__", &claimed, 1);
    int truth = answer && claimed != own ? object_truth(answer) : 1;
    if (truth > 0)
        return answer;
    value_decref(answer);
    return truth < 0 ? 0 : object_call_method(cls, "__subclasscheck__", &own, 1);
}

NATIVE(abc_instancecheck) {
    NATIVE_UNUSED();
    Value cls = args[0], own = OBJ(value_type(args[1]));
    AbcData *data = data_of(cls);
    bool is_plain =
        !(AS(Type, own)->flags & TYPE_HEAP) && AS(Type, own)->slots.getattr == rt_generic_getattr;
    Value claimed = !data      ? 0
                    : is_plain ? value_incref(own)
                               : object_getattr(args[1], str_name("__class__"));
    int known = claimed ? value_is_type(claimed) ? known_answer(data, claimed) : 2 : -1;
    value_decref(OBJ(data));
    Value answer = known < 0 ? 0 : VALUE_BOOL(known > 0);
    if (known == 2 || (known == 0 && claimed != own)) {
        nested++;
        answer = ask_both(cls, claimed, own);
        nested--;
    }
    value_decref(claimed);
    return answer;
}

NATIVE(abc_cache_token) {
    NATIVE_UNUSED();
    return int_from_i64(version);
}

NATIVE(abc_is_nested) {
    NATIVE_UNUSED();
    return VALUE_BOOL(nested > 0);
}

static const NativeMethod functions[] = {
    {.name = "_abc_init", .call = abc_init, .min_args = 1, .max_args = 1},
    {.name = "_abc_find_abstract", .call = abc_find_abstract, .min_args = 1, .max_args = 1},
    {.name = "_abc_register", .call = abc_register, .min_args = 2, .max_args = 2},
    {.name = "_abc_subclasscheck", .call = abc_subclasscheck, .min_args = 2, .max_args = 2},
    {.name = "_abc_instancecheck", .call = abc_instancecheck, .min_args = 2, .max_args = 2},
    {.name = "get_cache_token", .call = abc_cache_token},
    {.name = "_is_nested", .call = abc_is_nested},
    {0},
};

static int abc_module_init(ModuleObject *module) {
    return module_add_type(module, "_abc_data", &type_abc_data) < 0
               ? -1
               : module_add_functions(module, functions);
}

const NativeModule pyrt_module__abc = {"_abc", abc_module_init};
