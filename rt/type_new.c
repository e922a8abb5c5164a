/*
 * type_new.c — classes made while the program runs: by a class statement, or by calling type().
 *
 * A class's layout extends that of its best base. The instance's attributes are in slots behind it
 * (see object.h): first those named in __slots__, which get member descriptors, then those of the
 * shape.
 */
#include "object.h"
#include "text.h"

/* ---- method resolution order (C3) ------------------------------------------------------------ */

typedef struct Merge {
    Value *heads; /* lists still to be merged, as tuples */
    int64_t *at;  /* how far each is used up */
    int64_t count;
} Merge;

static bool in_some_tail(const Merge *merge, Value candidate) {
    for (int64_t i = 0; i < merge->count; i++) {
        const TupleObject *list = AS(TupleObject, merge->heads[i]);
        for (int64_t k = merge->at[i] + 1; k < list->length; k++)
            if (list->items[k] == candidate)
                return true;
    }
    return false;
}

/* The next class of the order; 0 without an exception if all lists are used up. */
static Value merge_next(Merge *merge, bool *conflict) {
    bool left = false;
    for (int64_t i = 0; i < merge->count; i++) {
        const TupleObject *list = AS(TupleObject, merge->heads[i]);
        if (merge->at[i] >= list->length)
            continue;
        left = true;
        Value candidate = list->items[merge->at[i]];
        if (in_some_tail(merge, candidate))
            continue;
        for (int64_t k = 0; k < merge->count; k++) {
            const TupleObject *other = AS(TupleObject, merge->heads[k]);
            if (merge->at[k] < other->length && other->items[merge->at[k]] == candidate)
                merge->at[k]++;
        }
        return candidate;
    }
    *conflict = left;
    return 0;
}

static Value mro_conflict(const Merge *merge) {
    StrBuilder names;
    str_builder_init(&names);
    bool first = true;
    for (int64_t i = 0; i < merge->count; i++) {
        const TupleObject *list = AS(TupleObject, merge->heads[i]);
        if (merge->at[i] >= list->length)
            continue;
        Value head = list->items[merge->at[i]];
        bool seen = false;
        for (int64_t k = 0; k < i; k++) {
            const TupleObject *other = AS(TupleObject, merge->heads[k]);
            seen |= merge->at[k] < other->length && other->items[merge->at[k]] == head;
        }
        if (seen)
            continue;
        if (!first)
            str_builder_cstr(&names, ", ");
        first = false;
        Value name = type_name_value(AS(Type, head));
        if (name)
            str_builder_str(&names, name);
        value_decref(name);
    }
    Value text = str_builder_finish(&names);
    if (text)
        raise_error(&rt_exc_TypeError,
                    "Cannot create a consistent method resolution\norder (MRO) for bases %S", text);
    value_decref(text);
    return 0;
}

static Value single_mro(Type *type, const Type *base) {
    const TupleObject *rest = AS(TupleObject, base->mro);
    Value mro = tuple_new_empty(rest->length + 1);
    if (!mro)
        return 0;
    Value *items = AS(TupleObject, mro)->items;
    items[0] = value_incref(OBJ(type));
    for (int64_t i = 0; i < rest->length; i++)
        items[i + 1] = value_incref(rest->items[i]);
    return mro;
}

static Value merged_mro(Type *type, Merge *merge, int64_t room) {
    Value mro = tuple_new_empty(room);
    if (!mro)
        return 0;
    TupleObject *tuple = AS(TupleObject, mro);
    int64_t length = 0;
    bool conflict = false;
    tuple->items[length++] = value_incref(OBJ(type));
    Value next;
    while ((next = merge_next(merge, &conflict)) != 0)
        tuple->items[length++] = value_incref(next);
    if (conflict) {
        value_decref(mro);
        return mro_conflict(merge);
    }
    Value exact = tuple_new(tuple->items, length);
    value_decref(mro);
    return exact;
}

Value type_mro_compute(Type *type) {
    const TupleObject *bases = AS(TupleObject, type->bases);
    if (bases->length == 0) {
        Value self = OBJ(type);
        return tuple_new(&self, 1);
    }
    if (bases->length == 1)
        return single_mro(type, AS(Type, bases->items[0]));
    int64_t count = bases->length + 1, room = 1;
    for (int64_t i = 0; i < bases->length; i++)
        for (int64_t k = i + 1; k < bases->length; k++)
            if (bases->items[i] == bases->items[k])
                return raise_error(&rt_exc_TypeError, "duplicate base class %N",
                                   AS(Type, bases->items[i]));
    Merge merge = {.count = count};
    merge.heads = mem_alloc_items(count, sizeof(Value));
    merge.at = mem_alloc_items(count, sizeof(int64_t));
    Value mro = 0;
    if (merge.heads && merge.at) {
        for (int64_t i = 0; i < bases->length; i++) {
            merge.heads[i] = AS(Type, bases->items[i])->mro;
            room += AS(TupleObject, merge.heads[i])->length;
        }
        merge.heads[count - 1] = type->bases;
        memset(merge.at, 0, (size_t)count * sizeof(int64_t));
        mro = merged_mro(type, &merge, room);
    }
    mem_free(merge.heads);
    mem_free(merge.at);
    return mro;
}

/* ---- layout ---------------------------------------------------------------------------------- */

Type *type_native_base(Type *type) {
    while (type->flags & TYPE_HEAP)
        type = type->base_type;
    return type;
}

/* Do instances have a length of their own in CPython, so that nothing can stand behind them? */
static bool has_items_inline(const Type *type) {
    return type->flags &
           (TYPE_INT_SUBCLASS | TYPE_TUPLE_SUBCLASS | TYPE_BYTES_SUBCLASS | TYPE_TYPE_SUBCLASS);
}

/* Has a native type fields that its base has not, here or in CPython? */
static bool native_adds_fields(const Type *type) {
    const Type *base = type->base_type;
    return type->basic_size != base->basic_size || type->slots.dealloc != base->slots.dealloc ||
           (type->flags & TYPE_OWN_LAYOUT);
}

bool type_adds_moving_dict(const Type *type) {
    bool own_dict = (type->flags & TYPE_HAS_DICT) && !(type->base_type->flags & TYPE_HAS_DICT);
    return own_dict && has_items_inline(type) && !(type->flags & TYPE_TYPE_SUBCLASS);
}

/* Has a class slots that its base has not? The pointer to a dict counts where it has no fixed
 * place. */
static bool class_adds_fields(Type *type) {
    const Type *base = type->base_type;
    uint32_t inherited = base->flags & TYPE_HEAP ? type_heap(type->base_type)->reserved : 0;
    return type_heap(type)->reserved > inherited || type_adds_moving_dict(type);
}

/* The nearest class whose layout differs from its base's. */
static Type *solid_base(Type *type) {
    while (type->base_type &&
           !(type->flags & TYPE_HEAP ? class_adds_fields(type) : native_adds_fields(type)))
        type = type->base_type;
    return type;
}

Type *type_best_base(Value bases) {
    const TupleObject *tuple = AS(TupleObject, bases);
    Type *best = NULL, *best_solid = NULL;
    for (int64_t i = 0; i < tuple->length; i++) {
        if (!value_is_type(tuple->items[i])) {
            raise_error(&rt_exc_TypeError, "bases must be types");
            return NULL;
        }
        Type *base = AS(Type, tuple->items[i]);
        type_ready(base);
        if (base->flags & TYPE_FINAL) {
            raise_error(&rt_exc_TypeError, "type '%N' is not an acceptable base type", base);
            return NULL;
        }
        Type *solid = solid_base(base);
        if (!best || (solid != best_solid && type_is_subtype(solid, best_solid))) {
            best = base;
            best_solid = solid;
        } else if (!type_is_subtype(best_solid, solid)) {
            raise_error(&rt_exc_TypeError, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return best ? best : &rt_type_object;
}

static uint32_t base_reserved(const Type *base) {
    return base->flags & TYPE_HEAP ? type_heap(base)->reserved : 0;
}

/* Slots kept inline: those of the base and the attributes the class's methods assign. */
static uint32_t wanted_inline_slots(const Type *base, const ClassInfo *info, uint32_t reserved) {
    enum { MOST = 24 };
    uint32_t inherited = base->flags & TYPE_HEAP ? base->inline_slots : 0;
    uint32_t wanted = inherited + (reserved - base_reserved(base));
    if (info) {
        wanted += info->attribute_count;
    } else if (inherited == 0) {
        wanted += 2;
    }
    uint32_t least = reserved + 1;
    uint32_t most = least > MOST ? least : MOST;
    return wanted < least ? least : wanted > most ? most : wanted;
}

static void set_layout(HeapType *heap_type, const ClassInfo *info, bool has_storage) {
    Type *type = &heap_type->type;
    Type *base = type->base_type, *native = type_native_base(base);
    if (native == &rt_type_object)
        type->shape_offset = INSTANCE_OFFSET;
    else
        type->shape_offset = native->shape_offset ? native->shape_offset : SHAPE_AT_END;
    bool is_module = native == &rt_type_module; /* these keep all in a dict of their own */
    if (!has_storage || (is_module && !heap_type->reserved)) {
        type->shape_offset = 0;
        type->basic_size = base->basic_size;
        heap_type->instance_size = base->basic_size;
        return;
    }
    bool movable = native->shape_offset == 0;
    type->inline_slots = movable ? wanted_inline_slots(base, info, heap_type->reserved) : 0;
    if (type->shape_offset == INSTANCE_OFFSET) {
        type->basic_size = INSTANCE_OFFSET + sizeof(InstanceSlots);
        heap_type->instance_size = type->basic_size + type->inline_slots * (uint32_t)sizeof(Value);
    } else {
        type->basic_size = native->basic_size;
        heap_type->instance_size = native->basic_size;
    }
}

/* ---- __slots__ ------------------------------------------------------------------------------- */

Value type_mangled_name(const char *class_name, Value name) {
    size_t size;
    const char *text = str_utf8(name, &size);
    if (!text)
        return 0;
    while (*class_name == '_')
        class_name++;
    if (text[0] != '_' || text[1] != '_' || !*class_name || strchr(text, '.') ||
        (size >= 2 && text[size - 1] == '_' && text[size - 2] == '_'))
        return attr_interned(name);
    Value result = str_format("_%s%s", class_name, text);
    return result ? str_intern_take(result) : 0;
}

typedef struct SlotNames {
    Value list; /* of str, mangled, sorted as given */
    bool dict, weakref;
    bool base_dict, base_weakref; /* the base's instances have them already */
} SlotNames;

static int take_slot_name(Value item, SlotNames *names) {
    if (!value_isa(item, &rt_type_str))
        return raise_status(&rt_exc_TypeError, "__slots__ items must be strings, not '%T'", item);
    if (str_equal_cstr(item, "__dict__")) {
        if (names->dict || names->base_dict)
            return raise_status(&rt_exc_TypeError, "__dict__ slot disallowed: we already got one");
        names->dict = true;
        return 0;
    }
    if (str_equal_cstr(item, "__weakref__")) {
        if (names->weakref || names->base_weakref)
            return raise_status(&rt_exc_TypeError,
                                "__weakref__ slot disallowed: either we already got one, "
                                "or __itemsize__ != 0");
        names->weakref = true;
        return 0;
    }
    if (!str_is_identifier(item))
        return raise_status(&rt_exc_TypeError, "__slots__ must be identifiers");
    return list_append(names->list, item);
}

static int read_slot_names(const Type *base, Value slots, SlotNames *names) {
    const Type *native = type_native_base((Type *)base);
    Value items =
        value_isa(slots, &rt_type_str) ? tuple_new(&slots, 1) : tuple_from_iterable(slots);
    if (!items)
        return -1;
    names->base_dict = (base->flags & (TYPE_HAS_DICT | TYPE_TYPE_SUBCLASS)) ||
                       native == &rt_type_staticmethod || native == &rt_type_classmethod;
    names->base_weakref =
        has_items_inline(base) ||
        (base->flags & TYPE_HEAP ? type_allows_weakrefs(base) : (base->flags & TYPE_WEAKREFS) != 0);
    int status = 0;
    if (AS(TupleObject, items)->length && has_items_inline(base))
        status = raise_status(&rt_exc_TypeError,
                              "nonempty __slots__ not supported for subtype of '%N'", base);
    for (int64_t i = 0; status == 0 && i < AS(TupleObject, items)->length; i++)
        status = take_slot_name(AS(TupleObject, items)->items[i], names);
    value_decref(items);
    return status;
}

/* The names as they are in methods, sorted: the order in __slots__ does not matter. */
static int mangle_and_sort(const Type *type, Value names) {
    ListObject *list = AS(ListObject, names);
    for (int64_t i = 0; i < list->length; i++) {
        Value name = type_mangled_name(type->name, list->items[i]);
        if (!name)
            return -1;
        value_replace(&list->items[i], name);
    }
    return list_sort(names, 0, false);
}

static int make_members(HeapType *heap_type, const SlotNames *names) {
    Type *type = &heap_type->type;
    uint32_t first = base_reserved(type->base_type);
    const ListObject *list = AS(ListObject, names->list);
    if (mangle_and_sort(type, names->list) < 0)
        return -1;
    for (int64_t i = 0; i < list->length; i++) {
        Value name = value_incref(list->items[i]);
        Value present = dict_get_borrow(type->dict, name);
        if (present && value_is(present, &rt_type_member) &&
            AS(MemberObject, present)->owner == type) { /* named twice */
            value_decref(name);
            continue;
        }
        if (present) {
            raise_error(&rt_exc_ValueError, "%R in __slots__ conflicts with class variable", name);
            value_decref(name);
            return -1;
        }
        Value member = member_new(type, name, first + (uint32_t)i);
        int status = member ? dict_set(type->dict, name, member) : -1;
        value_decref(member);
        value_decref(name);
        if (status < 0)
            return -1;
    }
    return 0;
}

/* ---- the namespace --------------------------------------------------------------------------- */

static char *copy_text(Value str) {
    size_t size;
    const char *text = str_utf8(str, &size);
    char *copy = text ? mem_alloc(size + 1) : NULL;
    if (copy) {
        memcpy(copy, text, size);
        copy[size] = 0;
    }
    return copy;
}

static int wrap_function(Type *type, const char *name, Type *wrapper) {
    Value function = dict_get_cstr_borrow(type->dict, name);
    if (!function || !value_is(function, &rt_type_function))
        return isolate.pending ? -1 : 0;
    Value wrapped = object_call1(OBJ(wrapper), function);
    return wrapped ? dict_set_cstr_take(type->dict, name, wrapped) : -1;
}

static int take_qualname(HeapType *heap_type) {
    Type *type = &heap_type->type;
    Value qualname = dict_get_cstr_borrow(type->dict, "__qualname__");
    if (qualname && !value_isa(qualname, &rt_type_str))
        return raise_status(&rt_exc_TypeError, "type __qualname__ must be a str, not %T", qualname);
    if (!qualname) {
        type->qualname = type->name;
        return isolate.pending ? -1 : 0;
    }
    heap_type->qualname_text = copy_text(qualname);
    if (!heap_type->qualname_text)
        return -1;
    type->qualname = heap_type->qualname_text;
    return dict_delete(type->dict, str_name("__qualname__")) < 0 ? -1 : 0;
}

/* CPython takes the module from the caller's frame; a class made by calling type() is nearly always
 * made by the main program. */
static int default_module(Type *type) {
    if (dict_get_cstr_borrow(type->dict, "__module__"))
        return 0;
    return isolate.pending ? -1 : dict_set_cstr_take(type->dict, "__module__", call_site_module());
}

static int read_namespace(HeapType *heap_type) {
    Type *type = &heap_type->type;
    if (take_qualname(heap_type) < 0 || wrap_function(type, "__new__", &rt_type_staticmethod) < 0 ||
        wrap_function(type, "__init_subclass__", &rt_type_classmethod) < 0 ||
        wrap_function(type, "__class_getitem__", &rt_type_classmethod) < 0)
        return -1;
    return default_module(type);
}

/* What stands behind the names of the body: __doc__, and __hash__ = None beside an __eq__. */
static int complete_namespace(Type *type) {
    if (!dict_get_cstr_borrow(type->dict, "__doc__") &&
        dict_set_cstr(type->dict, "__doc__", VALUE_NONE) < 0)
        return -1;
    if (dict_get_cstr_borrow(type->dict, "__eq__") &&
        !dict_get_cstr_borrow(type->dict, "__hash__") &&
        dict_set_cstr(type->dict, "__hash__", VALUE_NONE) < 0)
        return -1;
    return 0;
}

/* The cell behind `__class__` and super() in the class's methods. */
static int set_class_cell(Type *type) {
    Value cell = dict_get_cstr_borrow(type->dict, "__classcell__");
    if (!cell)
        return isolate.pending ? -1 : 0;
    if (!value_is(cell, &rt_type_cell))
        return raise_status(&rt_exc_TypeError,
                            "__classcell__ must be a nonlocal cell, not <class '%T'>", cell);
    value_replace(&AS(CellObject, cell)->value, value_incref(OBJ(type)));
    return dict_delete(type->dict, str_name("__classcell__")) < 0 ? -1 : 0;
}

/* ---- __set_name__, __init_subclass__ --------------------------------------------------------- */

static void set_name_failed(Type *type, Value name, Value value) {
    Value cause = exc_fetch();
    raise_error(&rt_exc_RuntimeError, "Error calling __set_name__ on '%T' instance %R in '%N'",
                value, name, type);
    Value error = exc_fetch();
    if (error && value_isa(error, &rt_exc_RuntimeError)) {
        exc_as(error)->suppress_context = 1;
        value_replace(&exc_as(error)->cause, value_incref(cause));
        value_replace(&exc_as(error)->context, value_incref(cause));
    }
    value_decref(cause);
    exc_restore_take(error);
}

/* Has anything in the class's body such a hook? To look for one runs nothing of the program. */
static bool has_set_name(const Type *type) {
    Value hook = str_name("__set_name__"), name, value;
    Type *last = NULL; /* most are functions */
    for (int64_t position = 0; dict_next(type->dict, &position, &name, &value);) {
        Type *next = value_type(value);
        if (next != last && type_lookup_borrow(next, hook))
            return true;
        last = next;
    }
    return false;
}

static int call_set_names(Type *type) {
    if (!has_set_name(type))
        return 0;
    Value names = dict_copy(type->dict);
    int64_t position = 0;
    Value name, value;
    int status = names ? 0 : -1;
    while (status == 0 && dict_next(names, &position, &name, &value)) {
        Value hook = object_lookup_special(value, str_name("__set_name__"));
        if (!hook) {
            status = isolate.pending ? -1 : 0;
            continue;
        }
        Value args[2] = {OBJ(type), name};
        Value result = object_call(hook, args, 2, 0);
        value_decref(hook);
        value_decref(result);
        if (!result) {
            set_name_failed(type, name, value);
            status = -1;
        }
    }
    value_decref(names);
    return status;
}

/* That of object does nothing, unless it complains of arguments. */
static int call_init_subclass(Type *type, Value kwargs) {
    Value name = str_name("__init_subclass__");
    Value hook = type_lookup_after_borrow(type, type, name);
    if (!hook)
        return isolate.pending ? -1 : 0;
    if (hook == type_lookup_own_borrow(&rt_type_object, name) && !(kwargs && dict_len(kwargs)))
        return 0;
    Value bound = value_type(hook)->slots.descr_get
                      ? value_type(hook)->slots.descr_get(hook, 0, OBJ(type))
                      : value_incref(hook);
    Value args = bound ? tuple_new(NULL, 0) : 0;
    Value result = args ? pyrt_call_ex(bound, args, kwargs) : 0;
    value_decref(args);
    value_decref(bound);
    value_decref(result);
    return result ? 0 : -1;
}

void type_drop_dead_subclasses(Type *type) {
    if (!type || !type->subclasses) /* NULL: the collector took the tuple of bases apart */
        return;
    ListObject *items = AS(ListObject, type->subclasses);
    int64_t kept = 0;
    for (int64_t i = 0; i < items->length; i++) {
        Value target = weakref_target_borrow(items->items[i]);
        if (target && target != VALUE_NONE)
            items->items[kept++] = items->items[i];
        else
            value_decref(items->items[i]);
    }
    items->length = kept;
}

static int register_subclass(Type *base, Type *type) {
    if (!base->subclasses && !(base->subclasses = list_new(NULL, 0)))
        return -1;
    Value reference = weakref_new(&rt_type_weakref, OBJ(type), 0);
    return reference ? list_append_take(base->subclasses, reference) : -1;
}

int type_register_with_bases(Type *type) {
    const TupleObject *bases = AS(TupleObject, type->bases);
    for (int64_t i = 0; i < bases->length; i++)
        if (register_subclass(AS(Type, bases->items[i]), type) < 0)
            return -1;
    return 0;
}

/* ---- __dict__ and __weakref__ ---------------------------------------------------------------- */

static Value dict_getter(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    Value dict = instance_dict_borrow(value_object(args[0]));
    return dict ? value_incref(dict) : 0;
}

static int dict_setter(Value self, Value value) {
    if (!value)
        value = dict_new();
    else if (!value_isa(value, &rt_type_dict))
        return raise_status(&rt_exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'",
                            value);
    else
        value_incref(value);
    int status = value ? instance_set_dict(value_object(self), value) : -1;
    value_decref(value);
    return status;
}

static Value weakref_getter(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    return weakref_first(value_object(args[0]));
}

static const NativeMethod instance_getters[] = {
    {.name = "__dict__", .call = dict_getter, .kind = METHOD_GETTER, .set = dict_setter},
    {.name = "__weakref__", .call = weakref_getter, .kind = METHOD_GETTER},
};

/* What the class itself has under the name stays. */
static int add_getter(Type *type, const NativeMethod *method) {
    if (dict_get_cstr_borrow(type_dict_borrow(type), method->name))
        return 0;
    Value getter = getset_new(type, method);
    return getter ? dict_set_cstr_take(type_dict_borrow(type), method->name, getter) : -1;
}

int type_add_dict_getter(Type *type) {
    return add_getter(type, &instance_getters[0]);
}

/* The first class of a line whose instances have a dict, or can be weakly referenced, says so. */
static int add_getters(Type *type) {
    const Type *base = type->base_type;
    /* Types and modules have a __dict__ of their own making. */
    bool base_dict = (base->flags & TYPE_HAS_DICT) ||
                     type_native_base(type)->slots.getattr != rt_generic_getattr;
    bool base_weak = ((base->flags & TYPE_HEAP) && !(base->flags & TYPE_HAS_WEAKREFS_OFF)) ||
                     (base->flags & TYPE_TYPE_SUBCLASS) || base == &rt_type_set ||
                     base == &rt_type_frozenset;
    if (!base_dict && (type->flags & TYPE_HAS_DICT) && add_getter(type, &instance_getters[0]) < 0)
        return -1;
    if (base_weak || (type->flags & TYPE_HAS_WEAKREFS_OFF))
        return 0;
    return add_getter(type, &instance_getters[1]);
}

/* ---- putting it together --------------------------------------------------------------------- */

static bool has_dict(const Type *type) {
    return type->flags & TYPE_HAS_DICT;
}

/* Do bases that do not decide the layout bring a dict, or a place for weak references? */
static bool other_base(const Type *type, bool (*brings)(const Type *base)) {
    const TupleObject *bases = AS(TupleObject, type->bases);
    for (int64_t i = 0; i < bases->length; i++)
        if (brings(AS(Type, bases->items[i])))
            return true;
    return false;
}

static int apply_slots(HeapType *heap_type, const ClassInfo *info) {
    Type *type = &heap_type->type, *base = type->base_type;
    SlotNames names = {0};
    Value slots = dict_get_cstr_borrow(type->dict, "__slots__");
    if (has_items_inline(base) && !(base->flags & TYPE_TYPE_SUBCLASS))
        type->flags |= TYPE_HAS_WEAKREFS_OFF; /* no place for one behind the items */
    bool storage = base->shape_offset != 0 && (base->flags & TYPE_HEAP);
    heap_type->reserved = base_reserved(base);
    if (!slots) {
        type->flags |= TYPE_HAS_DICT;
        set_layout(heap_type, info, true);
        return isolate.pending ? -1 : 0;
    }
    names.list = list_new(NULL, 0);
    if (!names.list || read_slot_names(base, slots, &names) < 0) {
        value_decref(names.list);
        return -1;
    }
    int64_t count = AS(ListObject, names.list)->length;
    heap_type->reserved += (uint32_t)count;
    bool inherits_dict = other_base(type, has_dict);
    if (names.dict || inherits_dict)
        type->flags |= TYPE_HAS_DICT;
    if (!names.weakref && !other_base(type, type_allows_weakrefs))
        type->flags |= TYPE_HAS_WEAKREFS_OFF;
    set_layout(heap_type, info, storage || count || names.dict || inherits_dict);
    int status = make_members(heap_type, &names);
    value_decref(names.list);
    return status;
}

enum {
    INHERITED_FLAGS = TYPE_EXCEPTION | TYPE_INT_SUBCLASS | TYPE_STR_SUBCLASS | TYPE_LIST_SUBCLASS |
                      TYPE_TUPLE_SUBCLASS | TYPE_DICT_SUBCLASS | TYPE_BYTES_SUBCLASS |
                      TYPE_TYPE_SUBCLASS | TYPE_FLOAT_SUBCLASS | TYPE_CLOSES
};

static int type_fill(HeapType *heap_type, Value name, Value bases, Value dict,
                     const ClassInfo *info) {
    Type *type = &heap_type->type;
    heap_type->name_text = copy_text(name);
    if (!heap_type->name_text)
        return -1;
    type->name = type->qualname = heap_type->name_text;
    size_t name_size;
    if (str_utf8(name, &name_size) && strlen(type->name) != name_size)
        return raise_status(&rt_exc_ValueError, "type name must not contain null characters");
    type->bases = AS(TupleObject, bases)->length ? value_incref(bases) : 0;
    if (!type->bases) {
        Value object = OBJ(&rt_type_object);
        type->bases = tuple_new(&object, 1);
    }
    type->dict = dict_copy(dict);
    if (!type->bases || !type->dict || read_namespace(heap_type) < 0 ||
        apply_slots(heap_type, info) < 0 || add_getters(type) < 0 || complete_namespace(type) < 0)
        return -1;
    type->flags |= type->base_type->flags & INHERITED_FLAGS;
    return 0;
}

int type_set_pattern_kind(Type *type, void *kind) {
    uint32_t flag = *(const uint32_t *)kind;
    if (!(type->flags & TYPE_HEAP) || (type->flags & TYPE_PATTERN_KINDS) == flag)
        return 0;
    type->flags = (type->flags & ~(uint32_t)TYPE_PATTERN_KINDS) | flag;
    return type_each_subclass(type, type_set_pattern_kind, kind);
}

/* The first class of the order that matches patterns of sequences or mappings decides which. */
static void inherit_pattern_kind(Type *type) {
    const TupleObject *mro = AS(TupleObject, type->mro);
    for (int64_t i = 0; i < mro->length && !(type->flags & TYPE_PATTERN_KINDS); i++)
        type->flags |= AS(Type, mro->items[i])->flags & TYPE_PATTERN_KINDS;
}

/* May an order that a method mro() answered be that of the type? 0 or -1. */
static int check_mro(Type *type, const TupleObject *mro) {
    if (mro->length == 0)
        return raise_status(&rt_exc_TypeError, "type MRO must not be empty");
    const Type *solid = solid_base(type);
    for (int64_t i = 0; i < mro->length; i++) {
        if (!value_is_type(mro->items[i]))
            return raise_status(&rt_exc_TypeError, "mro() returned a non-class ('%T')",
                                mro->items[i]);
        Type *base = AS(Type, mro->items[i]);
        if (!type_is_subtype(solid, solid_base(base)))
            return raise_status(&rt_exc_TypeError,
                                "mro() returned base with unsuitable layout ('%N')", base);
    }
    return 0;
}

Value type_mro_resolve(Type *type) {
    Value name = str_name("mro");
    Type *metatype = type->base.type;
    if (metatype == &rt_type_type ||
        type_lookup_borrow(metatype, name) == type_lookup_borrow(&rt_type_type, name))
        return type_mro_compute(type);
    Value result = object_call_method(OBJ(type), "mro", NULL, 0);
    Value mro = result ? tuple_from_iterable(result) : 0;
    value_decref(result);
    if (mro && check_mro(type, AS(TupleObject, mro)) < 0) {
        value_decref(mro);
        return 0;
    }
    return mro;
}

static int type_finish(HeapType *heap_type, Value kwargs) {
    Type *type = &heap_type->type;
    type->mro = type_mro_resolve(type);
    if (!type->mro)
        return -1;
    inherit_pattern_kind(type);
    type_new_version(type);
    slots_update_all(type);
    if (type_register_with_bases(type) < 0 || set_class_cell(type) < 0 || call_set_names(type) < 0)
        return -1;
    return call_init_subclass(type, kwargs);
}

Value type_create(Type *metatype, Value name, Value bases, Value dict, Value kwargs,
                  const ClassInfo *info) {
    Type *base = type_best_base(bases);
    if (!base)
        return 0;
    HeapType *heap_type = object_new(metatype, sizeof(HeapType));
    if (!heap_type)
        return 0;
    Type *type = &heap_type->type;
    type->flags = TYPE_HEAP | TYPE_READY;
    type->base_type = base;
    value_incref(OBJ(base));
    type->slots.dealloc = base->slots.dealloc;
    if (type_fill(heap_type, name, bases, dict, info) < 0 || type_finish(heap_type, kwargs) < 0) {
        value_decref(OBJ(type));
        return 0;
    }
    return OBJ(type);
}
