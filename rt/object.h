/*
 * object.h — what the files of the object model share among themselves: hidden classes, heap types,
 * inline caches, function and descriptor layouts. Everything here is private to the runtime; the
 * other parts of it use rt.h.
 *
 * Instances of classes written in Python keep their attributes in slots. A Shape says which
 * attribute is in which slot. It belongs to one type, so equal shapes mean equal types; adding an
 * attribute moves the instance to a child shape. An instance whose __dict__ was asked for leaves
 * this scheme: its shape is then the type's dict shape and its first free slot holds a dict.
 *
 * Where the slots are in an instance (Type.shape_offset):
 *   INSTANCE_OFFSET  directly behind the object header: classes whose native base is `object`
 *   SHAPE_AT_END     the last bytes of the memory block: subclasses of other native types, whose
 *                    instances may have any length
 *   other            at that offset (exceptions)
 */
#ifndef PYASYNCC_RT_OBJECT_H
#define PYASYNCC_RT_OBJECT_H

#include "rt.h"

/* strstr by memmem, which every program has: one such algorithm is enough. */
static inline const char *text_find(const char *text, const char *part) {
    return memmem(text, strlen(text), part, strlen(part));
}

/* The decimal digits at *text as a number; *text moves behind them. strtoul knows more of numbers
 * than a program for the web should carry for this. */
static inline uint64_t text_decimal(const char **text) {
    uint64_t number = 0;
    for (; **text >= '0' && **text <= '9'; ++*text)
        number = number * 10 + (uint64_t)(**text - '0');
    return number;
}

/* memcpy of values, for which no array at all is fine when there is nothing to copy. */
static inline void values_copy(Value *to, const Value *from, size_t count) {
    if (count)
        memcpy(to, from, count * sizeof(Value));
}

#define INSTANCE_OFFSET 16u
#define SHAPE_AT_END    UINT32_MAX

/* Object.flags: the upper byte is the size class of the memory block (0: a block of its own, or
 * static memory), see mem.c. */
#define OBJECT_CLASS_SHIFT 24
#define OBJECT_LISTED      0x10000u /* a block of its own, with a BlockHeader in front */
#define SIZE_CLASS_COUNT   64u
#define OBJECT_GC_GARBAGE  0x20000u /* scratch of the cycle collector */
#define OBJECT_IMMORTAL    0x40000u /* a constant: generated code does not count its references */
#define OBJECT_CONSTANT    0x80000u /* and it belongs to a module of the program */
#define OBJECT_FEW_SLOTS                                                                           \
    0x100000u /* SHAPE_AT_END, in dict mode for ever: made with fewer slots than its class has now \
               */

/* mem.c: places of size classes that no object uses, linked through their first word. */
extern void *rt_free_places[SIZE_CLASS_COUNT + 1];

/* A free place of the class, with its type NULL and all else undefined; NULL: there is none. */
static inline Object *place_take(uint32_t index) {
    Object *place = rt_free_places[index];
    if (place)
        memcpy(&rt_free_places[index], place, sizeof(void *));
    return place;
}

static inline void place_give_back(Object *object, uint32_t index) {
    object->type = NULL;
    memcpy(object, &rt_free_places[index], sizeof(void *));
    rt_free_places[index] = object;
}

/* Floats come and go faster than anything else: float_new without its call, where there is a free
 * place. FLOAT_FLAGS: of those that stand in such a place. */
enum { FLOAT_CLASS = (sizeof(FloatObject) + 15) / 16 };
#define FLOAT_FLAGS ((uint32_t)FLOAT_CLASS << OBJECT_CLASS_SHIFT)
static inline Value float_box(double number) {
    Object *place = place_take(FLOAT_CLASS);
    if (!place)
        return float_new(number);
    place->refs = 1;
    place->flags = FLOAT_FLAGS;
    place->type = &rt_type_float;
    ((FloatObject *)place)->number = number;
    return OBJ(place);
}

/* Further Type.flags of the object model. */
enum {
    TYPE_SHADOWED = 1 << 20, /* an instance attribute may hide a class attribute of the same name */
    TYPE_HAS_WEAKREFS_OFF = 1 << 21, /* __slots__ without __weakref__ */
    TYPE_NATIVE_SLOTS = 1 << 23,     /* slot wrappers were made */
    TYPE_OWN_SLOTS = 1 << 26,        /* of a class in Python whose slots C code has replaced: its
                                        subclasses do not inherit them */
};

/* Where some attributes of the instances of a shape stand. */
typedef struct SlotLayout SlotLayout;
struct SlotLayout {
    SlotLayout *next;
    uint32_t count;
    uint32_t offsets[]; /* slot_offset() */
};

struct Shape {
    Type *type;        /* of the instances; borrowed */
    Shape *parent;     /* NULL: the root */
    uint32_t reserved; /* slots in front that belong to __slots__ */
    uint32_t count;    /* names, without the reserved ones */
    Value *names;      /* interned, in order of insertion; owned */
    Shape **children;  /* one per name that was added next */
    uint32_t child_count, child_capacity;
    bool is_dict;
    Shape *dict_shape;   /* of the root: the shape of instances in dict mode, or NULL */
    SlotLayout *layouts; /* those that sites have asked for */
};

/* How type(...)() makes an instance, decided once per type version. */
enum CallPlan { PLAN_UNKNOWN, PLAN_SLOTS, PLAN_PLAIN, PLAN_PYTHON_INIT };

typedef struct HeapType {
    Type type;
    char *name_text, *qualname_text; /* owned */
    uint64_t version;                /* changes when a lookup on the type may answer differently */
    uint8_t plan;                    /* enum CallPlan */
    FunctionObject *init;            /* PLAN_PYTHON_INIT: borrowed */
    uint32_t reserved;               /* slots of __slots__, inherited ones included */
    uint32_t instance_size;
} HeapType;

static inline HeapType *type_heap(const Type *type) {
    return (HeapType *)(uintptr_t)type;
}

/* InlineCache.kind */
enum CacheKind {
    CACHE_EMPTY, /* never used */
    CACHE_COLD,  /* emptied again */
    CACHE_SLOT, /* entry: type, shape, index: byte offset of the inline slot; getattr sites have the
                   bare type in no other kind, so that a hit is told by entry and shape alone */
    CACHE_MEMBER, /* a __slots__ member: entry: cache_other(type), index: byte offset */
    CACHE_METHOD, /* entry: type, shape or NULL (any), value: Python function, index: parameters it
                     takes if it can be entered directly, otherwise UINT32_MAX */
    CACHE_NATIVE, /* the same with a native method */
    CACHE_DIRECT, /* call_method only: a native method of a built-in class, which cannot be
                     replaced, that takes the arguments of this site as they are */
    CACHE_VALUE,  /* an attribute of the class that is no descriptor: entry: cache_other(type),
                     shape,  value */
    CACHE_PROPERTY, /* entry: cache_other(type), value: the property's getter, a function */
    CACHE_GLOBAL,   /* entry: module object, value: address of the slot */
    CACHE_TYPE,     /* entry: a type object or native module itself, value: what it answers */
    CACHE_STORE,    /* setattr of an existing slot: as CACHE_SLOT */
    CACHE_ADD,      /* setattr of a new one: entry: cache_other(type), value: the new shape */
    CACHE_LAYOUT, /* plain_layout only: entry: type, shape, value: offsets of the slots in the order
                     of the site's names, an array of uint32_t that the shape owns */
    CACHE_REAL,   /* call_real_method only: entry: native module, value: the function in C */
};
static inline double (*cached_real(const InlineCache *cache))(double) {
    return (double (*)(double))(uintptr_t)cache->value;
}
static inline void *cache_other(Type *type) {
    return (char *)type + 1;
}

/* Of the slots of an instance whose attributes stand at INSTANCE_OFFSET, in bytes. */
static inline uint32_t slot_offset(uint32_t index) {
    return INSTANCE_OFFSET + (uint32_t)offsetof(InstanceSlots, slots) +
           index * (uint32_t)sizeof(Value);
}

static inline InstanceSlots *instance_plain(Object *object) {
    return (InstanceSlots *)((char *)object + INSTANCE_OFFSET);
}
static inline Value *cached_slot(Value object, const InlineCache *cache) {
    return (Value *)((char *)value_object(object) + cache->index);
}
static inline bool cached_shape(Value object, const InlineCache *cache) {
    return instance_plain(value_object(object))->shape == cache->shape;
}
/* Does the first entry of a site that calls a method hold that of `object`, as cache->value? */
static inline bool cache_hits_method(Value object, const InlineCache *cache) {
    return value_is_pointer(object) && cache->entry == value_object(object)->type &&
           (cache->kind == CACHE_METHOD || cache->kind == CACHE_NATIVE) &&
           (!cache->shape || cached_shape(object, cache));
}
/* What a site has that calls something of a module or class itself, module.function(...); 0:
 * nothing, or it is for another object. Borrowed. */
static inline Value cache_kept_callee(const InlineCache *cache, Value object) {
    if (!value_is_pointer(object) || cache->entry != (void *)value_object(object))
        return 0;
    return cache->kind == CACHE_TYPE     ? cache->value
           : cache->kind == CACHE_GLOBAL ? *AS(Value, cache->value)
                                         : 0;
}

/* Programs for WebAssembly are to be small before they are fast: what only saves time by another
 * way beside the general one is left out there. */
enum { PREFERS_SMALL = sizeof(void *) != sizeof(Value) };

/* -- mem.c -- */
size_t object_block_size(const Object *object); /* bytes of its memory block */
/* Memory of at least `size` bytes for `object`, which is no container, to which its caller has the
 * only reference and whose type is a static one: the object itself, or what it has become, whose
 * further bytes hold anything. NULL + MemoryError: the object is as it was. */
void *object_grow(Object *object, size_t size);
/* Calls `visit` for every live object with OBJECT_CONTAINER. */
void mem_walk_containers(void (*visit)(Object *object, void *context), void *context);
/* The same for every live object. */
void mem_walk_objects(void (*visit)(Object *object, void *context), void *context);
/* Is this a build whose objects a leak checker watches? */
bool mem_checks_leaks(void);
/* Test hook: the `count`-th allocation from now fails (0: the next one); negative: never. */
void mem_fail_at(int64_t count);
int64_t mem_live_objects(void);
int64_t mem_live_containers(void);
/* The collector is asked for after so many more containers, or big objects of the same weight, than
 * are freed; at first after GC_FIRST_WAIT: some 30 MB of small objects, fewer than 125,000 tasks.
 */
enum { GC_FIRST_WAIT = 250000, GC_IDLE_GROWTH = 5000 };
void mem_set_gc_countdown(int64_t containers);
/* How many more containers, weighed in the same way, there are than after the last collection. */
int64_t mem_gc_growth(void);
/* The program has nothing to do for so many nanoseconds: collects if that can be done meanwhile and
 * the growth is more than GC_IDLE_GROWTH and a quarter of what was alive before. */
void gc_while_idle(int64_t nanoseconds);
/* Asks for a collection at the next safe point (a call), and runs it there. */
void gc_request(void);
/* Where the program is dropping the object that comes to its end; `function` is NULL where nobody
 * said so. */
typedef struct DropPlace {
    const FunctionInfo *function;
    uint32_t line;
} DropPlace;
DropPlace gc_drop_place(void);
/* Does the collector run, so that what is finalized now has not lost its last reference yet? */
bool gc_is_collecting(void);
/* At the end of the program: finalizes what only the variables of modules keep alive. */
void gc_finalize_globals(void);
/* Does the program want to be told of collections? */
bool gc_has_callbacks(void);
extern bool rt_gc_enabled;
extern bool rt_gc_wanted;
/* pyrt_stack_check for C functions that recur. Where pointers have 32 bits, WebAssembly, their
 * locals may all live in the host's stack, which the check does not see: so each takes some of
 * ours. */
static inline __attribute__((always_inline)) int stack_check(void) {
    char footprint[sizeof(void *) == 4 ? 480 : 1];
    __asm__ volatile("" : : "r"(footprint));
    return pyrt_stack_check();
}
/* Slow part of pyrt_stack_check: runs what waits for a safe point, or raises RecursionError. */
int rt_safe_point(void);
/* Pending collection or interrupt: makes the next stack check call rt_safe_point. */
void rt_request_safe_point(void);
extern char *rt_stack_limit;       /* the real limit */
extern int64_t rt_recursion_limit; /* sys.setrecursionlimit() */
/* Raises RecursionError; -1. */
int rt_depth_exceeded(void);
extern volatile int rt_interrupted; /* set by a SIGINT handler */

/* -- shape.c -- */
InstanceSlots *instance_slots(Object *object); /* NULL if its type has none */
void shape_free_tree(Shape *root);
/* The value of an attribute; borrowed, 0 if missing. */
Value instance_get_borrow(Object *object, InstanceSlots *slots, Value name);
int instance_set(Object *object, InstanceSlots *slots, Value name, Value value);
int instance_delete(Object *object, InstanceSlots *slots, Value name); /* 1 deleted, 0 missing */
Value *instance_slot_at(Object *object, InstanceSlots *slots, uint32_t index);
/* The __dict__ of an instance; switches it to dict mode. Borrowed. */
Value instance_dict_borrow(Object *object);
int instance_set_dict(Object *object, Value dict);
/* Makes an instance one of `type`, of the same layout, with the same attributes. 0 or -1. */
int instance_change_class(Object *object, Type *type);
/* A dict copy of the attributes, without changing the mode. */
Value instance_dict_copy(Object *object);
void instance_drop(Object *object);
void instance_visit(Object *object, VisitValue visit, void *context);
/* Keeps `count` offsets of slots for sites that know the shape: borrowed from it. NULL, without an
 * exception: there is no memory. */
const uint32_t *shape_layout(Shape *shape, const uint32_t *offsets, uint32_t count);
int shape_find(const Shape *shape, Value name); /* slot index, reserved ones included, or -1 */
Shape *shape_with(Shape *shape, Value name);    /* the child; NULL: no memory, or too many names */
Shape *type_root_shape(Type *type);

/* -- type.c -- */
Value type_name_value(const Type *type);
Value type_qualname_value(const Type *type);
Value type_module_borrow(const Type *type); /* str */
Value type_call(Value self, const Value *args, uint32_t count, Value names);
void type_new_version(Type *type); /* a new class: nothing was cached yet */
void type_attribute_changed(Type *type, Value name);
Value type_lookup_own_borrow(const Type *type, Value name);
/* The namespace of a type, a dict. That of a static type is made when it is first asked for. 0: of
 * a class that is being taken apart. Borrowed. */
Value type_make_dict(Type *type);
static inline Value type_dict_borrow(const Type *type) {
    return value_is_pointer(type->dict) ? type->dict : type_make_dict((Type *)(uintptr_t)type);
}
int type_set_attribute(Type *type, Value name, Value value);
Value type_getattr(Value self, Value name);
Type *type_native_base(Type *type);
/* Adds a class with a base a dict to instances that have a length of their own, behind which it has
 * no fixed place? */
bool type_adds_moving_dict(const Type *type);
bool value_is_type(Value value);
/* Is `name` bound in `super` order: looks along the MRO of `type` behind `after`. Borrowed. */
Value type_lookup_after_borrow(Type *type, const Type *after, Value name);
void type_drop_dead_subclasses(Type *type);
/* Makes the instances of `type`, and of the classes below it, match patterns of `*kind`: one of
 * TYPE_PATTERN_KINDS, as a uint32_t. 0 or -1. */
int type_set_pattern_kind(Type *type, void *kind);
/* "_Class__name" for a private name, otherwise the name, interned; new reference. */
Value type_mangled_name(const char *class_name, Value name);
int type_each_subclass(Type *type, int (*each)(Type *subclass, void *context), void *context);
/* The same for the built-in classes below a built-in one; builtin_subclasses.c. NULL: the program
 * does not have that part, or nobody has asked yet. */
extern int (*rt_each_builtin_subclass)(Type *type, int (*each)(Type *subclass, void *context),
                                       void *context);
#define RT_SUBCLASSES_PART "builtins/subclasses" /* its name */
Value type_mro_compute(Type *type);              /* C3 */
/* The order that a metaclass's mro() gives, or else C3's; a new tuple, or 0: it would not do. */
Value type_mro_resolve(Type *type);
Type *type_best_base(Value bases);
/* Enters the class, weakly, with each of its bases. 0 or -1. */
int type_register_with_bases(Type *type);
/* type_bases.c: cls.__bases__ = bases (0: del). 0 or -1. */
int type_set_bases(Value self, Value bases);
Value type_getattr_optional(Value self, Value name);
Value function_getattr_optional(Value self, Value name); /* the same for functions */
/* TypeError if what is of class `old`, or over it, cannot become one of `new` by assignment to
 * `attribute`, as its instances are laid out in another way. 0 or -1. */
int type_check_layouts(Type *old, Type *new, const char *attribute);
/* The class statement being run, for the layout of the class a metaclass makes; or NULL. */
extern const ClassInfo *rt_class_hint;

/* -- slots.c -- */
/* Static types: NULL slots from the base. type->dict gets the set of those that are filled in. */
void slots_inherit(Type *type);
/* Enters the special methods for the slots of that set into the dict of a static type. 0 or -1. */
int slots_add_wrappers(Type *type, uint64_t filled_in);
void slots_update_all(Type *type);              /* heap types: from the dunder methods in the MRO */
void slots_update_name(Type *type, Value name); /* and of subclasses, after a change */
/* Before the change of a special method in a static type. 0, or -1 with MemoryError. */
int slots_keep_native(Type *type);
/* What the C code of a static type filled in, whatever the program made of it. */
static inline const TypeSlots *type_native_slots(const Type *type) {
    return type->native_slots ? type->native_slots : &type->slots;
}
extern const NativeMethod rt_object_methods[];
extern Type rt_type_slot_wrapper, rt_type_method_wrapper, rt_type_method_descriptor;
extern Type rt_type_classmethod_descriptor;
static inline bool value_is_native_function(Value value) {
    if (!value_is_pointer(value))
        return false;
    const Type *type = value_object(value)->type;
    return type == &rt_type_native_function || type == &rt_type_method_descriptor ||
           type == &rt_type_slot_wrapper || type == &rt_type_method_wrapper ||
           type == &rt_type_classmethod_descriptor;
}
/* Is the native function an `async def` in CPython? */
static inline bool native_is_coroutine(Value function) {
    const NativeMethod *method = AS(NativeFunction, function)->method;
    return method->coroutine || method->await_direct;
}
/* A native method in the dict of `owner`. */
Value native_method_new(const NativeMethod *method, Type *owner, Type *kind);

/* -- object_base.c -- */
Value object_default_new(Type *type, const Value *args, uint32_t count, Value names);
int object_default_init(Value self, const Value *args, uint32_t count, Value names);
Value object_default_repr(Value self);
Value object_default_dir(Value self);
typedef struct PointerText {
    char text[24];
} PointerText;
/* "0x7f..." as repr shows addresses. */
PointerText pointer_text(Value object);

/* -- reduce.c -- */
Value object_getstate(Value callee, const Value *args, uint32_t count, Value names);
Value object_reduce(Value callee, const Value *args, uint32_t count, Value names);
Value object_reduce_ex(Value callee, const Value *args, uint32_t count, Value names);
/* What __reduce__ answers for an object that type(*arguments) makes again: (type, arguments). The
 * arguments, a tuple, are stolen; 0 if they are 0, for their maker has raised. New reference. */
Value reduce_to_call(Type *type, Value arguments_take);

/* -- attr.c -- */
Value attr_interned(Value name); /* new reference; TypeError unless it is a str */
/* Generic lookup; with `optional`, 0 without an exception if missing. */
Value attr_generic(Value self, Value name, bool optional);
Value attr_missing(Value object, Value name); /* raises AttributeError */
void attr_error_context(Value object, Value name);
void cache_forget_name(Value name);
void cache_forget_all(void);
void cache_registry_free(void);
/* pyrt_getattr and pyrt_setattr where the cache knows of no slot with this name. */
Value rt_getattr_cached(Value object, Value name, InlineCache *cache);
int rt_setattr_cached(Value object, Value name, Value value, InlineCache *cache);
int32_t rt_method_is_slow(Value object, Value name, const FunctionInfo *info, InlineCache *cache);
Value rt_call_method_slow(Value object, Value name, InlineCache *cache, Value names,
                          const Value *args, uint32_t count);
/* Resolves object.name for a call: answers the callable (new reference); *bound tells that `object`
 * must be passed as the first argument. */
Value attr_method(Value object, Value name, bool *bound);
/* The same, of super() too: *receiver is then what the method is called with. */
Value attr_method_of(Value object, Value name, bool *bound, Value *receiver);
/* The same with the inline cache of a call site. */
Value attr_method_cached(Value object, Value name, InlineCache *cache, bool *bound);
/* pyrt_traceback_keep, if at least one of the variables is counted. */
void rt_traceback_keep_slow(const FunctionInfo *function, const Value *variables, uint32_t count);
Value rt_method_find_slow(Value object, Value name, InlineCache *cache);
Value call_with_self(Value callee, Value self, const Value *args, uint32_t count, Value names);
/* Finds where instances of exactly `type` hold the member `name` of its __slots__: at
 * instance_plain(object)->slots[*index]; 0 there if it is unset. 0 or -1: they hold it elsewhere.
 */
int type_member_place(Type *type, const char *name, uint32_t *index);
/* Refuses programs to set or delete the member `name`, which must exist. Before the first instance.
 */
void type_member_protect(Type *type, const char *name);
/* Sets the member `name`, which must exist, of `object`, protected or not. 0 or -1. */
int type_member_set(Type *type, const char *name, Value object, Value value);
/* For classes written in Python whose calls C code does (TYPE_OWN_SLOTS): calls the method __call__
 * of `self`'s class after all. */
Value call_by_method(Value self, const Value *args, uint32_t count, Value names);
/* object.name(args): as pyrt_call_method, without a cache. */
Value attr_call_method(Value object, Value name, const Value *args, uint32_t count, Value names);

/* -- descr.c -- */
typedef struct PropertyObject {
    Object base;
    Value get, set, del, doc; /* or 0 */
    Value name;               /* of the attribute, for messages, or 0 */
    bool doc_of_getter;       /* nothing else was given */
} PropertyObject;
typedef struct WrapperObject { /* classmethod, staticmethod */
    Object base;
    Value callable;
    Value dict;
} WrapperObject;
typedef struct MemberObject { /* one name of __slots__ */
    Object base;
    Type *owner; /* borrowed: the descriptor lives in its dict */
    Value name;
    uint32_t index;
    bool readonly; /* only the runtime sets it */
} MemberObject;
typedef struct GetsetObject { /* a native getter */
    Object base;
    Type *owner;
    const NativeMethod *method;
} GetsetObject;
typedef struct SuperObject {
    Object base;
    Type *cls; /* owned */
    Value self;
    Type *self_type; /* owned */
} SuperObject;
extern Type rt_type_member, rt_type_native_member;
Value member_new(Type *owner, Value name, uint32_t index);
Value getset_new(Type *owner, const NativeMethod *method);
/* Gives a native type with TYPE_HAS_DICT its attribute __dict__. 0 or -1. */
int type_add_dict_getter(Type *type);
Value mappingproxy_new(Value mapping);
Value super_getattr_borrow(SuperObject *self, Value name);

/* -- function.c -- */
Value function_name_borrow(FunctionObject *function);
Value function_qualname_borrow(FunctionObject *function);
Value function_enter(FunctionObject *function, const Value *args, uint32_t count, Value names);
uint32_t function_parameter_count(const FunctionInfo *info);
/* Can `function` be entered with its arguments as they stand, if there are parameter_count of them?
 */
static inline bool function_is_plain(const FunctionInfo *info) {
    return !(info->flags & (FUNCTION_VARARGS | FUNCTION_VARKEYWORDS)) && info->kwonly_count == 0;
}

extern Type rt_type_code;
/* `function`: made of text, whose code it is, or 0. */
Value code_new(const FunctionInfo *info, Value function);
const FunctionInfo *code_info(Value code); /* of an rt_type_code */
Value code_function(Value code);           /* borrowed; 0: it is not of a text */
/* Makes a compiled function run what `source` does, which is made of text; NULL in programs without
 * the evaluator. */
extern int (*rt_function_exchange)(FunctionObject *function, FunctionObject *source);

/* -- native.c, call.c -- */
/* An interned str of `size` bytes; borrowed. */
Value str_name_sized(const char *text, size_t size);
/* pyrt_call_method beyond what is inlined, and pyrt_call; `count` counts the keyword arguments too.
 */
Value rt_call_slow(Value callee, Value names, const Value *args, uint32_t count);

/* -- exc.c -- */
/* A new instance with args (message,), or () if `message` is 0; not raised. */
Value exc_make(Type *type, Value message);
/* What calling the exception class `type` answered (may be 0), which must be an exception. Steals
 * `instance`. */
Value exc_checked_take(Value type, Value instance);
Value exc_instance(Value value); /* an exception instance from a class or instance; new reference */
Value exc_handled_borrow(void);  /* innermost handled exception, or 0 */
/* Makes `handled` (0: nothing) the context of `exception`, without making a cycle. */
void exc_chain(Value exception, Value handled);
void exc_set_context(Value exception); /* chains it to the one being handled */
/* Does an `except type` clause catch it? `type` was checked by exc_check_types. */
bool exc_matches(Value exception, Value type);
int exc_check_types(Value type); /* TypeError unless all are exception classes */
extern Value rt_no_memory_instance;
int exc_types_init(void);
/* A new exception class `module.name` derived from `bases` (one class, or a tuple); new reference.
 */
Value exc_class_new(const char *module, const char *name, Value bases);
Value exc_type_create_group(Value message, Value list);
static inline ExceptionObject *exc_as(Value exception) {
    return AS(ExceptionObject, exception);
}
static inline void exc_set_extra(Value exception, int index, Value value) {
    value_replace(&exc_as(exception)->extra[index], value_incref(value));
}

/* -- traceback.c -- */
Value traceback_new(Value next, const FunctionInfo *function, uint64_t position);
Value suggestion_for(Value exception); /* "Did you mean" word, or 0 */

/* -- module.c -- */
typedef struct GlobalName {
    Value name; /* interned, for ever; 0: a free place */
    Value *slot;
} GlobalName;
typedef struct SourceModule { /* a module of the program: its globals live in slots */
    ModuleObject base;
    Value globals;     /* the dict that globals() answers, or 0 */
    GlobalName *index; /* hash table */
    uint32_t index_mask;
} SourceModule;
Value *module_slot(ModuleObject *module, Value name); /* address of a global's slot, or NULL */
Value module_lookup_borrow(ModuleObject *module, Value name); /* 0 if missing */
/* Is its body still running, as its spec says? The program itself has none. */
bool module_is_partial(Value module);
ModuleObject *module_of_info(const ModuleInfo *info);
Value rt_modules_borrow(void); /* sys.modules; empty once the modules have ended */
/* Adds sys.audit and other functions that look into the interpreter (sys_audit.c). 0 or -1. */
int sys_init_audit(ModuleObject *module);
/* Stores a global, in its slot or in the dict; 1/0/-1: deleted, missing, failed. */
int module_store(ModuleObject *module, Value name, Value value);
/* The submodule `name` (dotted) of a native module, with the same contents; imported from now on.
 * New reference; NULL failed. */
ModuleObject *module_alias(ModuleObject *module, const char *name);
int module_remove(ModuleObject *module, Value name);
int module_collect(ModuleObject *module, Value dict); /* copies all names into `dict` */
ModuleObject *module_each(int64_t index); /* modules in the order of import; NULL at the end */
/* The innermost module whose body is running; the main program if none is. */
const ModuleInfo *module_running(void);
/* The name of the module whose function left word of its call site (callers.def), else of the
 * module that is running; new reference. */
Value call_site_module(void);
Value globals_dict(ModuleObject *module);
void modules_visit_globals(VisitValue visit, void *context);
void modules_free(void);
void constants_free(void); /* last of all: other objects hold constants without counting them */
int modules_init(void);
/* Runs the initialiser of the part `name`, "builtins/..." (parts.def), if the program has it. 0 or
 * -1. */
int native_part_init(const char *name);
void modules_clear(void);
Value module_run_main(void);
ModuleObject *rt_builtins_module(void);
extern Value rt_builtins[]; /* by BuiltinIndex; owned */

/* -- start.c: for programs that are not started through main() -- */
int rt_start(int argc, char **argv);     /* 0 or -1 */
int rt_report_uncaught(Value exception); /* prints it; the exit status */
int rt_finish(int status);
/* unseen.c: can nobody see the objects go that are left at the end? */
bool rt_end_is_unseen(void);
/* Does this thread run the program's main module (signals are its)? */
bool rt_is_main_thread(void);
/* Calls `hook` when the program ends, before its threads are waited for: where CPython calls what
 * threading._register_atexit was given. Once for each. */
void rt_at_exit(void (*hook)(void));
/* Calls `finisher` at the end, after the modules were emptied: for what C files keep. */
void rt_at_finish(void (*finisher)(void));
/* Calls `hook` in the child of a fork, where the forking thread is the only one. Once for each. */
void rt_at_fork(void (*hook)(void));
/* The first thing in the child of a fork; only native. */
void rt_after_fork(void);
/* If set: what Ctrl-C does at the next safe point instead of raising KeyboardInterrupt. 0 or -1. */
extern int (*rt_interrupt_hook)(void);
/* Handlers of signals written in Python: the first is set when one came, the second called at the
 * next safe point of the main thread. 0 or -1. */
extern volatile int rt_signals_came;
extern int (*rt_signal_hook)(void);
/* Told when a loop begins to watch a signal and when it ends to; NULL without module _signal. */
extern void (*rt_signal_watched)(int number, bool watched);

/* -- weakref.c -- */
void weakref_clear_object(Object *object, bool run_callbacks);
void weakref_shutdown(void);
/* Is a callback yet to be called that is more than a function of the library? Those, which keep its
 * weak containers in order, cannot be seen at the end. */
bool weakref_has_callbacks(void);
int64_t weakref_count(Object *object);
Value weakref_first(Object *object);
/* Collector: clears the references to `garbage` objects (marked OBJECT_GC_MARK); answers how many
 * callbacks are to run. */
void weakref_clear_marked(Object **objects, int64_t count);
Value weakref_new(Type *type, Value object, Value callback);
bool type_allows_weakrefs(const Type *type); /* can its instances be weakly referenced? */
Value weakref_target_borrow(Value reference);
extern Type rt_type_weakref;

/* -- abstract_more.c -- */
/* The class that an instance claims to be of by a `__class__` of its own or through
 * __getattribute__; new reference. 0 if there is none, or with *failed if the lookup raised. */
Value object_claimed_class(Value object, bool *failed);

/* -- abstract.c -- */
/* object_iter, with the TypeError that `in` has if there is no iterator. */
Value object_search_iter(Value container);
/* Is the type's + the concatenation of a built-in sequence? */
bool type_concatenates(const Type *type);
/* Raises its TypeError; answers 0. */
Value object_concatenation_failed(Value left, Value right);

#endif
