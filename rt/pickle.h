/*
 * pickle.h — what the files of the module _pickle_native share: the operators of the format, the
 * two machines and their parts. pickletools.py of CPython says what each operator means.
 */
#ifndef PYASYNCC_RT_PICKLE_H
#define PYASYNCC_RT_PICKLE_H

#include "bytes.h"

enum { PICKLE_DEFAULT = 4, PICKLE_HIGHEST = 5 }; /* protocols */

typedef enum PickleOp {
    OP_MARK = '(',
    OP_STOP = '.',
    OP_POP = '0',
    OP_POP_MARK = '1',
    OP_DUP = '2',
    OP_FLOAT = 'F',
    OP_INT = 'I',
    OP_BININT = 'J',
    OP_BININT1 = 'K',
    OP_LONG = 'L',
    OP_BININT2 = 'M',
    OP_NONE = 'N',
    OP_PERSID = 'P',
    OP_BINPERSID = 'Q',
    OP_REDUCE = 'R',
    OP_STRING = 'S',
    OP_BINSTRING = 'T',
    OP_SHORT_BINSTRING = 'U',
    OP_UNICODE = 'V',
    OP_BINUNICODE = 'X',
    OP_APPEND = 'a',
    OP_BUILD = 'b',
    OP_GLOBAL = 'c',
    OP_DICT = 'd',
    OP_EMPTY_DICT = '}',
    OP_APPENDS = 'e',
    OP_GET = 'g',
    OP_BINGET = 'h',
    OP_INST = 'i',
    OP_LONG_BINGET = 'j',
    OP_LIST = 'l',
    OP_EMPTY_LIST = ']',
    OP_OBJ = 'o',
    OP_PUT = 'p',
    OP_BINPUT = 'q',
    OP_LONG_BINPUT = 'r',
    OP_SETITEM = 's',
    OP_TUPLE = 't',
    OP_EMPTY_TUPLE = ')',
    OP_SETITEMS = 'u',
    OP_BINFLOAT = 'G',
    OP_PROTO = 0x80, /* from here on: protocol 2 */
    OP_NEWOBJ,
    OP_EXT1,
    OP_EXT2,
    OP_EXT4,
    OP_TUPLE1,
    OP_TUPLE2,
    OP_TUPLE3,
    OP_NEWTRUE,
    OP_NEWFALSE,
    OP_LONG1,
    OP_LONG4,
    OP_BINBYTES = 'B', /* protocol 3 */
    OP_SHORT_BINBYTES = 'C',
    OP_SHORT_BINUNICODE = 0x8c, /* protocol 4 */
    OP_BINUNICODE8,
    OP_BINBYTES8,
    OP_EMPTY_SET,
    OP_ADDITEMS,
    OP_FROZENSET,
    OP_NEWOBJ_EX,
    OP_STACK_GLOBAL,
    OP_MEMOIZE,
    OP_FRAME,
    OP_BYTEARRAY8, /* protocol 5 */
    OP_NEXT_BUFFER,
    OP_READONLY_BUFFER,
} PickleOp;

/* What the module's Python part hands over (setup), and the classes of errors; all owned. */
typedef struct PickleModule {
    Value dispatch_table, extensions, extension_names, extension_cache; /* dicts of copyreg */
    Value names_to_3, modules_to_3, names_to_2, modules_to_2; /* dicts of _compat_pickle */
    Value encode, partial;                                    /* codecs.encode, functools.partial */
    Value error, pickling_error, unpickling_error;
} PickleModule;
extern PickleModule rt_pickle;
/* The class PicklingError or UnpicklingError. */
static inline Type *pickling_error(void) {
    return AS(Type, rt_pickle.pickling_error);
}
static inline Type *unpickling_error(void) {
    return AS(Type, rt_pickle.unpickling_error);
}

/* A method that subclasses write, or that is set as an attribute. The one of the owner's class is
 * kept without its receiver: no cycle comes of it. */
typedef struct PickleHook {
    Value function; /* owned; 0: there is none */
    bool bound;     /* takes the owner as first argument */
} PickleHook;
/* Looks the attribute `name` of `owner` up. 0 or -1. */
int pickle_hook_find(PickleHook *hook, Value owner, const char *name);
/* New reference. */
Value pickle_hook_call(const PickleHook *hook, Value owner, Value argument);
/* What the attribute answers; AttributeError naming it if there is none. */
Value pickle_hook_get(const PickleHook *hook, Value owner, const char *name);
/* Assignment to the attribute, of something callable. 0 or -1. */
int pickle_hook_set(PickleHook *hook, Value value, const char *name);

/* obj.name1.name2...: `path` is a list of str, `name` the whole for the AttributeError. *parent:
 * the last but one (new reference), unless parent is NULL. New reference. */
Value pickle_attribute(Value object, Value name, Value path, Value *parent);
/* A dotted name taken apart; `object`: whose attribute it is, for the error, or 0. New list. */
Value pickle_path(Value object, Value name);

/* ---- saving ---------------------------------------------------------------------------------- */

/* Objects that were written, by identity. */
typedef struct PickleMemo {
    struct PickleMemoEntry {
        Value object; /* owned; 0: free */
        int64_t index;
    } * entries;
    int64_t count, mask; /* of the table's size, a power of two; entries NULL: there is none */
} PickleMemo;

typedef struct Pickler {
    Object base;
    PickleMemo memo;
    ByteBuffer out;
    int64_t frame; /* where in `out` the header of the open frame is to stand; -1: none is open */
    Value write;   /* of the file; 0: everything stays in `out` */
    PickleHook persistent_id;
    Value dispatch_table, reducer_override, buffer_callback; /* or 0 */
    int64_t protocol;
    bool binary, framing, fix_imports;
    int64_t fast;       /* nothing is remembered */
    int64_t fast_depth; /* containers being saved that way */
    Value fast_seen;    /* the inner ones of them, by identity: a dict, or 0 */
} Pickler;
extern Type rt_type_pickler, rt_type_pickle_buffer;

/* -- mod_pickle_write.c: all answer 0, or -1 with an exception -- */
/* Room for `size` bytes of the stream, which the caller fills; NULL: no memory. */
uint8_t *pickle_room(Pickler *self, int64_t size);
int pickle_write(Pickler *self, const void *data, int64_t size);
static inline int pickle_op(Pickler *self, PickleOp op) {
    uint8_t *room = pickle_room(self, 1);
    if (!room)
        return -1;
    *room = (uint8_t)op;
    return 0;
}
/* An operator and a line of text behind it. */
int pickle_line(Pickler *self, PickleOp op, const char *text, int64_t size);
/* A header and a long argument, which gets no frame; `payload`: the object that holds the data, or
 * 0. */
int pickle_large(Pickler *self, const uint8_t *header, int64_t header_size, const uint8_t *data,
                 int64_t size, Value payload);
/* A frame ends here if it is long enough. */
int pickle_boundary(Pickler *self);
int pickle_close_frame(Pickler *self);
/* Hands what was written to the file. */
int pickle_flush(Pickler *self);
/* The operator with the number in the shortest form. */
int pickle_int(Pickler *self, Value number);
int pickle_float(Pickler *self, double number);
int pickle_str(Pickler *self, Value text);
/* The contents of bytes or a bytearray (for protocols that can), remembered as `object`. */
int pickle_bytes(Pickler *self, Value object, const uint8_t *data, int64_t size, bool writable);
/* Little-endian. */
static inline void pickle_put(uint8_t *to, uint64_t number, int size) {
    for (int i = 0; i < size; i++)
        to[i] = (uint8_t)(number >> 8 * i);
}
/* The number of a remembered object, or -1. */
int64_t pickle_memo_find(const PickleMemo *memo, Value object);
int pickle_memo_add(PickleMemo *memo, Value object, int64_t index);
void pickle_memo_clear(PickleMemo *memo);
/* Writes how the object is to be remembered, and how it is fetched. */
int pickle_remember(Pickler *self, Value object);
int pickle_recall(Pickler *self, int64_t index);

/* -- mod_pickle_save.c -- */
/* Writes an object. 0 or -1. */
int pickle_save(Pickler *self, Value object);
/* The same for a persistent id: it is not asked for one itself. */
int pickle_save_id(Pickler *self, Value object);
/* -- mod_pickle_reduce.c -- */
/* What __reduce__ answered, a tuple; `object` 0: nothing is to be remembered. */
int pickle_save_reduce(Pickler *self, Value parts, Value object);
/* function(argument) or, if argument is 0, function(): both new here. */
int pickle_save_call(Pickler *self, Value function, Value argument_take, Value object);
int pickle_save_items(Pickler *self, Value iterator); /* of a list */
int pickle_save_pairs(Pickler *self, Value iterator); /* of a dict */
/* -- mod_pickle_global.c: by name; `name` 0: its own -- */
int pickle_save_global(Pickler *self, Value object, Value name);

/* -- mod_pickle_pickler.c -- */
/* What the attribute `memo` of both machines answers: a view of the memo, which keeps the machine.
 */
typedef struct MemoProxy {
    Object base;
    Value machine; /* a Pickler or an Unpickler; owned */
} MemoProxy;
/* A proxy of a class with the two slots below; `machine` is borrowed. New reference. */
Value memo_proxy_new(Type *type, Value machine);
void memo_proxy_dealloc(Object *self);
void memo_proxy_traverse(Object *self, VisitValue visit, void *context);
/* The arguments of Pickler() set up: file 0 for dumps. 0 or -1. */
int pickler_configure(Pickler *self, Value file, Value protocol, Value fix_imports,
                      Value buffer_callback);
/* Pickler.dump without the file's part: from the protocol's number to the end. */
int pickler_dump(Pickler *self, Value object);
Value pickle_dump_function(Value callee, const Value *args, uint32_t count, Value names);
Value pickle_dumps_function(Value callee, const Value *args, uint32_t count, Value names);

/* ---- loading --------------------------------------------------------------------------------- */

typedef struct Unpickler {
    Object base;
    Value *stack; /* owned values */
    int64_t height, room;
    int64_t fence; /* what lies below belongs to the code in front of the last mark */
    int64_t *marks;
    int64_t mark_count, mark_room;
    Value *memo; /* owned values; 0: none */
    int64_t memo_room, memo_count;
    Value input;     /* what `data` belongs to */
    Buffer data;     /* of it */
    int64_t at;      /* what was read of it */
    int64_t fetched; /* what the file has given away of it: less than `at` after a peek */
    Value read, readline, peek; /* of the file; 0: everything is in `data`, or there is no peek */
    PickleHook persistent_load;
    Value buffers;          /* iterator, or 0 */
    Value encoding, errors; /* str; 0: not set up */
    int64_t protocol;
    bool fix_imports;
} Unpickler;
extern Type rt_type_unpickler;

/* -- mod_pickle_read.c -- */
/* The next `size` bytes, valid until the next reading; NULL with UnpicklingError at the end. */
const uint8_t *pickle_read_more(Unpickler *self, int64_t size); /* if they are not in memory yet */
static inline const uint8_t *pickle_read(Unpickler *self, int64_t size) {
    if (size < 0 || self->data.size - self->at < size)
        return pickle_read_more(self, size);
    const uint8_t *data = self->data.data + self->at;
    self->at += size;
    return data;
}
/* The next line with its end; NULL at the end. */
const char *pickle_read_line(Unpickler *self, int64_t *size);
/* Makes `input` the place to read from. 0 or -1. */
int pickle_set_input(Unpickler *self, Value input);
void pickle_drop_input(Unpickler *self);
/* The file is where reading stopped. 0 or -1. */
int pickle_skip_read(Unpickler *self);
int pickle_truncated(void);

/* -- mod_pickle_load.c: the operators -- */
Value pickle_load(Unpickler *self);
/* -- mod_pickle_make.c: those that make and fill objects; 0 or -1 -- */
int unpickle_append(Unpickler *self, int64_t from);
int unpickle_set_items(Unpickler *self, int64_t from);
int unpickle_add_items(Unpickler *self, int64_t from);
int unpickle_build(Unpickler *self);
int unpickle_new(Unpickler *self, bool keywords);
Value unpickle_instance(Value cls, Value arguments);
/* The global `name` of `module`, through find_class; new reference. */
Value unpickle_global(Unpickler *self, Value module, Value name);
Value unpickle_find_class(Unpickler *self, Value module, Value name);
int unpickle_extension(Unpickler *self, int64_t code);
/* The stack: push steals its value, also on failure; pop gives it away, 0 with UnpicklingError. */
int unpickle_push(Unpickler *self, Value value_take);
Value unpickle_pop(Unpickler *self);
Value unpickle_pop_tuple(Unpickler *self, int64_t from);
int unpickle_underflow(const Unpickler *self);
int unpickle_memo_put(Unpickler *self, int64_t index, Value value);
void unpickle_memo_clear(Unpickler *self);

/* -- mod_pickle_unpickler.c -- */
Value pickle_load_function(Value callee, const Value *args, uint32_t count, Value names);
Value pickle_loads_function(Value callee, const Value *args, uint32_t count, Value names);

#endif
