/*
 * unpacker.h — what the decompressor objects of _bz2 and _lzma have in common: input that was not
 * used yet, the end of the stream, and the bytes behind it. Their compressors use `finished` alone.
 */
#ifndef PYASYNCC_RT_UNPACKER_H
#define PYASYNCC_RT_UNPACKER_H

#include "bytes.h"
#include "containers.h"

/* The head of the objects. */
typedef struct Unpacker {
    Object base;
    bool finished; /* compressing: flushed; decompressing: the end of the stream was seen */
    bool needs_input;
    ByteBuffer input; /* what was not used yet */
    Value unused;     /* bytes behind the end of the stream */
} Unpacker;

/* Prepares a new object for decompressing. 0 or -1. */
int unpacker_init(Unpacker *unpacker);
/* Frees what the object holds besides its memory. */
void unpacker_drop(Unpacker *unpacker);
/* Keeps only the last `left` bytes of the input. */
void unpacker_keep(Unpacker *unpacker, int64_t left);
/* The answer of decompress(data, most): takes `out`; `status` is -1 if the library failed. */
Value unpacker_answer(Unpacker *unpacker, int64_t most, ByteBuffer *out, int status);

/* The attributes eof, unused_data and needs_input. */
Value unpacker_eof(Value callee, const Value *args, uint32_t count, Value names);
Value unpacker_unused(Value callee, const Value *args, uint32_t count, Value names);
Value unpacker_needs_input(Value callee, const Value *args, uint32_t count, Value names);
#define UNPACKER_GETTERS                                                                           \
    {.name = "eof", .call = unpacker_eof, .kind = METHOD_GETTER},                                  \
        {.name = "unused_data", .call = unpacker_unused, .kind = METHOD_GETTER}, {                 \
        .name = "needs_input", .call = unpacker_needs_input, .kind = METHOD_GETTER                 \
    }

#endif
