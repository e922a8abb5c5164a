/*
 * containers.h — what the files of containers, iterators, built-in functions and files share:
 * layouts of dict, set, range and slice objects, and small helpers. Private to the runtime.
 */
#ifndef PYASYNCC_RT_CONTAINERS_H
#define PYASYNCC_RT_CONTAINERS_H

#include "rt.h"

/* The head of a native function (NativeCall), and what silences its unused parameters. */
#define NATIVE(name)    static Value name(Value callee, const Value *args, uint32_t count, Value names)
#define NATIVE_UNUSED() ((void)callee, (void)args, (void)count, (void)names)
/* Positional argument `i`, or 0 if it was not given. */
#define ARG(i) (count > (i) ? args[i] : 0)

/* Binds and checks the arguments of a constructor as those of a function described by `spec`; the
 * function finds `data` by SPEC_DATA. */
static inline Value call_spec(const NativeMethod *spec, void *data, const Value *args,
                              uint32_t count, Value names) {
    _Alignas(16)
        NativeFunction function = {.base = {.refs = RT_IMMORTAL, .type = &rt_type_native_function},
                                   .method = spec,
                                   .data = data,
                                   .places = native_place_count(spec->keywords)};
    return native_call(OBJ(&function), spec, args, count, names);
}
#define SPEC_DATA(callee) (AS(NativeFunction, callee)->data)
/* Defines the slot `new` of a type whose constructor is such a function; its data is the type. */
#define NEW_BY_SPEC(function, ...)                                                                 \
    static Value function(Type *type, const Value *args, uint32_t count, Value names) {            \
        static const NativeMethod spec = {.kind = METHOD_STATIC, __VA_ARGS__};                     \
        return call_spec(&spec, type, args, count, names);                                         \
    }

/* ---- dict ------------------------------------------------------------------------------------ */

typedef struct DictEntry {
    int64_t hash;
    Value key; /* 0: deleted */
    Value value;
} DictEntry;
/* Entries in order of insertion; `index` is an open-addressed table of entry numbers. Both are in
 * one block: mask + 1 indexes, then `room` entries. */
typedef struct DictObject {
    Object base;
    int64_t used;    /* live entries */
    uint32_t filled; /* entries taken, deleted ones included */
    uint32_t room;   /* entries there is space for */
    uint32_t mask;   /* size of the index table - 1 */
    uint32_t taken;  /* places of the index table that are not INDEX_EMPTY */
    uint32_t first;  /* no live entry stands before this one */
    int32_t *index;  /* INDEX_EMPTY, INDEX_DELETED, or an entry number */
    DictEntry *entries;
} DictObject;
enum { INDEX_EMPTY = -1, INDEX_DELETED = -2, DICT_MISSING = -1, DICT_FAILED = -2 };

/* Makes an empty dict object of `type` (dict or a subtype). */
Value dict_new_of(Type *type);
Value dict_new_for(int64_t count); /* with room for so many entries */
/* The entry number of `key`, DICT_MISSING, or DICT_FAILED with an exception pending. */
int64_t dict_find(DictObject *dict, Value key, int64_t hash);
int dict_set_hashed(DictObject *dict, Value key, int64_t hash, Value value);
/* The next live entry at or after *position, which is moved behind it; NULL at the end. */
const DictEntry *dict_next_entry(const DictObject *dict, int64_t *position);
/* Removes the entry; gives the value to the caller (new reference). */
Value dict_take_entry(DictObject *dict, int64_t entry);
void dict_clear(DictObject *dict);
/* Moves an entry to the end or to the front. 0 or -1. */
int dict_move_entry(DictObject *dict, int64_t entry, bool last);
void dict_dealloc(Object *self);
void dict_traverse(Object *self, VisitValue visit, void *context);
void dict_clear_slot(Object *self);
Value dict_get_item(Value self, Value key);
int dict_set_item(Value self, Value key, Value value);
/* Updates from a mapping, an iterable of pairs (or 0) and keyword arguments, as dict.update does.
 */
int dict_update_args(Value self, const char *function, const Value *args, uint32_t count,
                     Value names);
int dict_merge_pairs(Value self, Value pairs);
/* Views: keys, values, items; of any DictObject. */
typedef enum DictPart { DICT_KEYS, DICT_VALUES, DICT_ITEMS } DictPart;
Value dict_view_new(Value dict, DictPart part);
Value dict_iterator_new(Value dict, DictPart part, bool reversed);
Value dict_compare(Value left, Value right, CompareOp op);
Value dict_or(Value left, Value right);
Value dict_ior(Value left, Value right);
extern Type rt_type_dict_keys, rt_type_dict_values, rt_type_dict_items;
extern Type rt_type_dict_iterators[12];

/* The hash of a key; fast for str and small ints. -1 = failed. */
static inline int64_t key_hash(Value key) {
    if (value_is_pointer(key) && value_object(key)->type == &rt_type_str &&
        AS(StrObject, key)->hash != -1)
        return AS(StrObject, key)->hash;
    if (value_is_small_int(key)) {
        int64_t number = value_small_int(key);
        if (number > -1 && number < ((int64_t)1 << 61) - 1)
            return number;
    }
    return object_hash(key);
}

/* ---- set ------------------------------------------------------------------------------------- */

typedef struct SetEntry {
    Value key; /* 0: free; SET_DUMMY: deleted */
    int64_t hash;
} SetEntry;
#define SET_DUMMY VALUE_STOP
/* CPython's set table: the order of iteration follows from it. */
typedef struct SetObject {
    Object base;
    int64_t fill; /* used + dummies */
    int64_t used;
    int64_t mask;
    SetEntry *table;
    int64_t hash;   /* of a frozenset; -1: not computed */
    int64_t finger; /* where pop() goes on searching */
    SetEntry small[8];
} SetObject;

bool value_is_any_set(Value value); /* set, frozenset or a subclass */

typedef int (*HashedVisit)(Value key, int64_t hash, void *context); /* negative: failed, stop */
/* Calls `visit` with each key of a set or dict, which lives as long as the call, and the hash that
 * the table knows: no
 * __hash__ runs, and changes of the table on the way are no errors, as in CPython. 0 or -1. */
int hashed_keys(Value table, HashedVisit visit, void *context);
/* The same of any iterable; those of other types than sets are hashed. */
int hashed_iterate(Value iterable, HashedVisit visit, void *context);
/* 1 found, 0 missing, -1 failed */
int set_discard(Value set, Value item);
int set_update(Value set, Value iterable);
int set_reserve(SetObject *set, int64_t minimum);
extern Type rt_type_set_iterator;

/* ---- range, slice ---------------------------------------------------------------------------- */

typedef struct RangeObject {
    Object base;
    Value start, stop, step, length; /* exact ints */
} RangeObject;
typedef struct SliceObject {
    Object base;
    Value start, stop, step;
} SliceObject;
/* Iterates over start, start + step, ... without building a range object for small ints. */
Value range_iterator_new(RangeObject *range, bool reversed);

/* ---- sequences ------------------------------------------------------------------------------- */

/* Reads a sequence index; "list indices must be integers or slices, not str" if `key` is neither.
 * `text`: the words in front of ", not ...". 0 or -1. */
int sequence_index(Value key, const char *text, int64_t *index);
/* Where a search between optional `start` and `stop` arguments takes place. 0 or -1. It may run
 * code, which may change the sequence: its length is asked for afterwards, for search_adjust. */
int search_bounds(Value start, Value stop, int64_t *from, int64_t *to);
/* The same for index(), where None is no bound. */
int index_bounds(Value start, Value stop, int64_t *from, int64_t *to);
/* Clamps them to a sequence of `length` items; *from may lie behind its end: then nothing is found.
 */
void search_adjust(int64_t length, int64_t *from, int64_t *to);
/* Lexicographic comparison of two item arrays as list and tuple do; `left_length` is read anew
 * after each step through the pointers, as comparisons may change lists. */
Value items_compare(Value *const *left, const int64_t *left_length, Value *const *right,
                    const int64_t *right_length, CompareOp op);
/* "[a, b]" of items with a cycle guard on `self`; `empty` answers for no items. */
Value items_repr(Value self, Value *const *items, const int64_t *length, const char *open,
                 const char *close, const char *cycle);
/* Clears `list` and gives its items to the caller. */
Value list_slice(Value list, int64_t from, int64_t to);
int list_insert(Value list, int64_t index, Value item);
int list_assign_slice(ListObject *list, int64_t from, int64_t to, Value iterable);
/* Sorts with the order of the program: 0, or -1. */
int sort_values(Value *items, int64_t count, Value key, bool reverse);
Value list_iterator_new(Value sequence, bool reversed);

/* The name without a module, as reprs show it. */
static inline const char *short_name(const Type *type) {
    return type->flags & TYPE_HEAP ? type->name : type->qualname;
}
/* Has a class over a native type without __init__ one of the program, which may take keywords? */
static inline bool type_has_own_init(const Type *type) {
    return type->slots.init != rt_type_object.slots.init;
}
/* The name as messages show it. */
static inline const char *message_name(const Type *type) {
    return type->flags & TYPE_DOTTED_NAME ? type->name : short_name(type);
}

/* Enters and leaves the repr of a container: 1 if `self` is being shown already. */
static inline bool repr_enter(Value self) {
    if (value_object(self)->flags & OBJECT_IN_REPR)
        return true;
    value_object(self)->flags |= OBJECT_IN_REPR;
    return false;
}
static inline void repr_leave(Value self) {
    value_object(self)->flags &= ~(uint32_t)OBJECT_IN_REPR;
}

/* ---- generic aliases, unions ----------------------------------------------------------------- */

/* list[int] as a value; `args`: one object or a tuple. */
Value generic_alias_new(Value origin, Value args);
/* The class method __class_getitem__ of built-in generic types. */
Value generic_class_getitem(Value callee, const Value *args, uint32_t count, Value names);
#define CLASS_GETITEM                                                                              \
    {                                                                                              \
        .name = "__class_getitem__", .call = generic_class_getitem, .min_args = 1, .max_args = 1,  \
        .kind = METHOD_CLASS                                                                       \
    }
/* X | Y of types, None and aliases; NotImplemented for anything else. */
Value union_or(Value left, Value right);
typedef struct UnionObject {
    Object base;
    Value args; /* tuple */
} UnionObject;
/* generic_parameters.c: the distinct type variables in a tuple of type arguments, in order; a new
 * tuple. */
Value generic_parameters(Value args);
/* The arguments that alias[item] has, if `alias` has `args` with `parameters` in them; a new tuple.
 * `flatten`: a tuple that stands for an argument becomes several. TypeError if they do not fit. */
Value generic_substitute(Value alias, Value args, Value parameters, Value item, bool flatten);

typedef struct GenericAlias {
    Object base;
    Value origin;
    Value args;   /* tuple */
    bool starred; /* *tuple[int, ...] */
} GenericAlias;

/* ---- iterators ------------------------------------------------------------------------------- */

/* The layout of nearly all iterators: some values, whose meaning the type's file says, and a
 * position. */
typedef struct IteratorObject {
    Object base;
    Value parts[4];
    int64_t index, extra;
} IteratorObject;
Value iterator_new(Type *type, Value first, Value second, Value third); /* increfs the parts */
void iterator_dealloc(Object *self);                                    /* also serves as `clear` */
void iterator_traverse(Object *self, VisitValue visit, void *context);
Value iterator_self(Value self); /* __iter__ of iterators */
/* Drops all parts: the iterator stays exhausted. Answers VALUE_STOP. */
Value iterator_finish(IteratorObject *iterator);
/* (callable, arguments[, state]); steals the last two, of which 0 is a failure or no state. */
Value iterator_reduced(Value callable, Value arguments_take, Value state_take);
/* iter(empty): what an iterator at its end is reduced to. */
Value iterator_reduced_end(Value empty_take);
/* iterator_copies.c: copying and pickling. `direction`: forward or backward, of iterators whose
 * first part is a sequence and whose index is a place in it. */
#define ITERATOR_METHOD(name)                                                                      \
    Value iterator_##name(Value callee, const Value *args, uint32_t count, Value names);
ITERATOR_METHOD(hint_forward)
ITERATOR_METHOD(reduce_forward)
ITERATOR_METHOD(setstate_forward)
ITERATOR_METHOD(reduce_backward)
ITERATOR_METHOD(setstate_backward)
ITERATOR_METHOD(reduce_callable)
ITERATOR_METHOD(reduce_enumerate)
ITERATOR_METHOD(reduce_zip)
ITERATOR_METHOD(setstate_zip)
ITERATOR_METHOD(reduce_map)
ITERATOR_METHOD(reduce_filter)
#define ITERATOR_COPIES(direction)                                                                 \
    {.name = "__reduce__", .call = iterator_reduce_##direction}, {                                 \
        .name = "__setstate__", .call = iterator_setstate_##direction, .min_args = 1,              \
        .max_args = 1                                                                              \
    }
/* (iter, (list of what `copy`, an iterator of its own, has left,)); steals it, 0 is a failure. */
Value iterator_reduce_rest(Value copy);
#define ITERATOR_SLOTS                                                                             \
    .dealloc = iterator_dealloc, .traverse = iterator_traverse, .clear = iterator_dealloc,         \
    .iter = iterator_self
/* A tuple of iterators over each of `count` iterables. */
Value iterators_tuple(const Value *iterables, uint32_t count);
/* The tuple that *cache holds if nobody else does, otherwise a new one in its place; to be filled
 * by tuple_put. New reference. */
Value tuple_reuse(Value *cache, int64_t count);
static inline void tuple_put(Value tuple, int64_t index, Value item_take) {
    value_replace(&AS(TupleObject, tuple)->items[index], item_take);
}
Value sequence_iterator_new(Value sequence); /* by __getitem__ */
Value callable_iterator_new(Value callable, Value sentinel);
extern Type rt_type_enumerate, rt_type_zip, rt_type_map, rt_type_filter, rt_type_reversed;
extern Type rt_type_callable_iterator, rt_type_sequence_iterator, rt_type_list_iterator;
extern Type rt_type_memory_iterator;
extern Type rt_type_tuple_iterator, rt_type_list_reverse_iterator;
extern Type rt_type_range_iterator, rt_type_longrange_iterator;
Value reversed_new(Value sequence);

/* ---- files ----------------------------------------------------------------------------------- */

Value file_open(
    const Value *args); /* file mode buffering encoding errors newline closefd opener; 0: absent */
typedef enum StandardStream { IO_STDIN, IO_STDOUT, IO_STDERR } StandardStream;
/* What sys.stdin, sys.stdout or sys.stderr is now: the program may have replaced it. Borrowed; 0
 * after io_shutdown. */
Value io_stream_borrow(StandardStream stream);
Value io_original_borrow(StandardStream stream); /* sys.__stdin__, ... */
/* The dict of module sys, from its import until modules_free; borrowed. */
extern Value rt_sys_dict;
int io_init(void); /* makes the three standard streams */
/* Flushes sys.__stdout__ and sys.__stderr__, whose failure is nobody's; -1, with no exception left,
 * if the former could not. */
int io_flush_originals(void);
void io_shutdown(void); /* the same, and drops them */
extern Type rt_type_text_file, rt_type_binary_file;
/* print's way into a stream: direct if `file` is a native text stream, else file.write(str). */
int file_write_str(Value file, Value str);
int file_flush(Value file);

/* What a path is an argument of, for the words of errors, and what else could have been given. */
enum PathKind { PATH_ONLY, PATH_OR_FD, PATH_FD_OR_NONE };
typedef struct PathUse {
    const char *function, *parameter;
    enum PathKind kind;
} PathUse;

/* The path argument of a system call: str, bytes or os.PathLike; new reference to a bytes object
 * whose only NUL is its last byte. `use` NULL: errors do not name the function. */
Value path_bytes(Value path, const PathUse *use);

/* ---- numbers and awaitables from other files ------------------------------------------------- */

Value int_pow_mod(Value base, Value exponent, Value modulus); /* obj_int.c */
Value anext_default_new(Value awaitable, Value fallback);     /* anext(it, default) */

/* ---- start-up -------------------------------------------------------------------------------- */

/* Makes the types of these files ready; once, before any Python code. */
void containers_init(void);
/* Fills the table that pyrt_builtin reads; once, after the types are ready. */
int builtins_init(void);

#endif
