/*
 * mod_bz2.c — the module _bz2, over the library bzip2 (Debian libbz2-dev, linked statically where a
 * program imports this module); the installed Python's bz2.py builds on it.
 */
#include "unpacker.h"

#include <bzlib.h>

/* A BZ2Compressor or BZ2Decompressor. */
typedef struct Stream {
    Unpacker unpacker;
    bz_stream bz;
    bool open; /* the library holds memory for it */
} Stream;

static Type type_compressor, type_decompressor;

#define SELF(value) AS(Stream, value)

enum { CHUNK = 16384, LEVEL_DEFAULT = 9 };

static int fail(int code) {
    switch (code) {
    case BZ_OK:
    case BZ_RUN_OK:
    case BZ_FLUSH_OK:
    case BZ_FINISH_OK:
    case BZ_STREAM_END:
        return 0;
    case BZ_CONFIG_ERROR:
        return raise_status(&rt_exc_SystemError, "libbzip2 was not compiled correctly");
    case BZ_PARAM_ERROR:
        return raise_status(&rt_exc_ValueError,
                            "Internal error - invalid parameters passed to libbzip2");
    case BZ_MEM_ERROR:
        raise_no_memory();
        return -1;
    case BZ_DATA_ERROR:
    case BZ_DATA_ERROR_MAGIC:
        return raise_status(&rt_exc_OSError, "Invalid data stream");
    case BZ_IO_ERROR:
        return raise_status(&rt_exc_OSError, "Unknown I/O error");
    case BZ_UNEXPECTED_EOF:
        return raise_status(&rt_exc_EOFError,
                            "Compressed file ended before the logical end-of-stream was detected");
    case BZ_SEQUENCE_ERROR:
        return raise_status(&rt_exc_RuntimeError,
                            "Internal error - Invalid sequence of commands sent to libbzip2");
    default:
        return raise_status(&rt_exc_OSError, "Unrecognized error from libbzip2: %d", code);
    }
}

/* ---- compressing ----------------------------------------------------------------------------- */

/* Compresses all of `data`, and with BZ_FINISH what the library kept. 0 or -1. */
static int run_compress(Stream *stream, const uint8_t *data, int64_t size, int action,
                        ByteBuffer *out) {
    bz_stream *bz = &stream->bz;
    bz->next_in = (char *)(uintptr_t)data;
    do {
        bz->avail_in = size > INT32_MAX ? INT32_MAX : (unsigned)size;
        size -= bz->avail_in;
        int code;
        do {
            if (byte_buffer_reserve(out, CHUNK) < 0)
                return -1;
            bz->next_out = (char *)out->data + out->size;
            bz->avail_out = CHUNK;
            code = BZ2_bzCompress(bz, size ? BZ_RUN : action);
            out->size += CHUNK - bz->avail_out;
            if (fail(code) < 0)
                return -1;
        } while (action == BZ_FINISH && !size ? code != BZ_STREAM_END : bz->avail_in > 0);
    } while (size > 0);
    return 0;
}

static Value compressor_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)names;
    int64_t level = count ? object_index(args[0]) : LEVEL_DEFAULT;
    if (level == -1 && isolate.pending)
        return 0;
    if (level < 1 || level > 9)
        return raise_error(&rt_exc_ValueError, "compresslevel must be between 1 and 9");
    Stream *stream = object_new(type, sizeof(Stream));
    if (!stream)
        return 0;
    int code = BZ2_bzCompressInit(&stream->bz, (int)level, 0, 0);
    stream->open = code == BZ_OK;
    if (fail(code) == 0)
        return OBJ(stream);
    value_decref(OBJ(stream));
    return 0;
}

static void compressor_dealloc(Object *self) {
    if (((Stream *)self)->open)
        BZ2_bzCompressEnd(&((Stream *)self)->bz);
}

NATIVE(compressor_compress) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    if (!bytes_argument(args[1], &data, &size))
        return 0;
    if (SELF(args[0])->unpacker.finished)
        return raise_error(&rt_exc_ValueError, "Compressor has been flushed");
    ByteBuffer out = {.what = "bytes"};
    int status = size ? run_compress(SELF(args[0]), data, size, BZ_RUN, &out) : 0;
    return byte_buffer_take(&out, status);
}

NATIVE(compressor_flush) {
    NATIVE_UNUSED();
    if (SELF(args[0])->unpacker.finished)
        return raise_error(&rt_exc_ValueError, "Repeated call to flush()");
    SELF(args[0])->unpacker.finished = true;
    ByteBuffer out = {.what = "bytes"};
    int status = run_compress(SELF(args[0]), NULL, 0, BZ_FINISH, &out);
    return byte_buffer_take(&out, status);
}

/* ---- decompressing --------------------------------------------------------------------------- */

static Value decompressor_new(Type *type, const Value *args, uint32_t count, Value names) {
    (void)args, (void)names;
    if (count)
        return raise_error(&rt_exc_TypeError, "BZ2Decompressor() takes no arguments");
    Stream *stream = object_new(type, sizeof(Stream));
    if (!stream)
        return 0;
    int code = BZ2_bzDecompressInit(&stream->bz, 0, 0);
    stream->open = code == BZ_OK;
    if (unpacker_init(&stream->unpacker) == 0 && fail(code) == 0)
        return OBJ(stream);
    value_decref(OBJ(stream));
    return 0;
}

static void decompressor_dealloc(Object *self) {
    Stream *stream = (Stream *)self;
    if (stream->open)
        BZ2_bzDecompressEnd(&stream->bz);
    unpacker_drop(&stream->unpacker);
}

/* Decompresses from stream->unpacker.input until it is used up, the stream ends or `most` bytes
 * came out (negative: no limit). 0 or -1. */
static int run_decompress(Stream *stream, int64_t most, ByteBuffer *out) {
    bz_stream *bz = &stream->bz;
    bz->next_in = (char *)stream->unpacker.input.data;
    bz->avail_in = (unsigned)stream->unpacker.input.size;
    for (;;) {
        int64_t room = most < 0 || most - out->size > CHUNK ? CHUNK : most - out->size;
        if (room == 0)
            break;
        if (byte_buffer_reserve(out, room) < 0)
            return -1;
        bz->next_out = (char *)out->data + out->size;
        bz->avail_out = (unsigned)room;
        int code = BZ2_bzDecompress(bz);
        out->size += room - bz->avail_out;
        if (fail(code) < 0)
            return -1;
        stream->unpacker.finished = code == BZ_STREAM_END;
        if (stream->unpacker.finished || (bz->avail_in == 0 && bz->avail_out > 0))
            break;
    }
    unpacker_keep(&stream->unpacker, bz->avail_in);
    return 0;
}

/* decompress(data, max_length=-1) */
NATIVE(decompressor_decompress) {
    NATIVE_UNUSED();
    Stream *stream = SELF(args[0]);
    const uint8_t *data;
    int64_t size, most = args[2] ? object_index(args[2]) : -1;
    if ((most == -1 && isolate.pending) || !bytes_argument(args[1], &data, &size))
        return 0;
    if (stream->unpacker.finished)
        return raise_error(&rt_exc_EOFError, "End of stream already reached");
    if (byte_buffer_add(&stream->unpacker.input, data, size) < 0)
        return 0;
    ByteBuffer out = {.what = "bytes"};
    int status = run_decompress(stream, most, &out);
    return unpacker_answer(&stream->unpacker, most, &out, status);
}

/* ---- the module ------------------------------------------------------------------------------ */

static const NativeMethod compressor_methods[] = {
    {.name = "compress", .call = compressor_compress, .min_args = 1, .max_args = 1},
    {.name = "flush", .call = compressor_flush},
    {0},
};

static const NativeMethod decompressor_methods[] = {
    {.name = "decompress",
     .call = decompressor_decompress,
     .min_args = 1,
     .max_args = 2,
     .keywords = "data max_length"},
    UNPACKER_GETTERS,
    {0},
};

static Type type_compressor = {
    .name = "_bz2.BZ2Compressor",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(Stream),
    .methods = compressor_methods,
    .slots = {.new = compressor_new, .dealloc = compressor_dealloc},
};
static Type type_decompressor = {
    .name = "_bz2.BZ2Decompressor",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(Stream),
    .methods = decompressor_methods,
    .slots = {.new = decompressor_new, .dealloc = decompressor_dealloc},
};

static int bz2_init(ModuleObject *module) {
    return module_add_type(module, "BZ2Compressor", &type_compressor) < 0
               ? -1
               : module_add_type(module, "BZ2Decompressor", &type_decompressor);
}

const NativeModule pyrt_module__bz2 = {"_bz2", bz2_init};
