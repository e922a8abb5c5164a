/*
 * mod_zlib.c — the module zlib, over the zlib library (Debian zlib1g-dev, linked statically where a
 * program imports this module): byte-identical to CPython, which uses the same library.
 */
#include "bytes.h"
#include "numbers.h"

#include <zlib.h>

/* A compressobj or decompressobj. */
typedef struct Stream {
    Object base;
    z_stream z;
    bool open;          /* the library holds memory for it */
    bool eof;           /* decompressing: the end of the data was seen */
    Value unused, tail; /* bytes: unused_data, unconsumed_tail */
    Value dictionary;   /* decompressing: bytes given when the data asks for them, or 0 */
} Stream;

static Type type_compress, type_decompress;
static Value error_class;

#define SELF(value) AS(Stream, value)

enum { CHUNK = 16384, LEVEL_DEFAULT = -1 };

/* ---- errors and arguments -------------------------------------------------------------------- */

static int fail(const z_stream *z, int code, const char *what) {
    Type *type = error_class ? AS(Type, error_class) : &rt_exc_ValueError;
    const char *text = z->msg;
    if (code == Z_VERSION_ERROR)
        text = "library version mismatch";
    else if (!text && code == Z_BUF_ERROR)
        text = "incomplete or truncated stream";
    else if (!text && code == Z_STREAM_ERROR)
        text = "inconsistent stream state";
    else if (!text && code == Z_DATA_ERROR)
        text = "invalid input data";
    if (code == Z_MEM_ERROR) {
        raise_no_memory();
        return -1;
    }
    return text ? raise_status(type, "Error %d %s: %s", code, what, text)
                : raise_status(type, "Error %d %s", code, what);
}

/* An int argument, or `usual` if it was not given. */
static bool read_int(Value value, int usual, int *number) {
    int64_t wide = value ? object_index(value) : usual;
    if (wide == -1 && isolate.pending)
        return false;
    if (wide != (int)wide) {
        raise_error(&rt_exc_OverflowError, "Python int too large to convert to C int");
        return false;
    }
    *number = (int)wide;
    return true;
}

/* ---- running the library --------------------------------------------------------------------- */

/* Calls deflate or inflate until the input is used up, `flush` is done, or `most` bytes came out
 * (negative: no limit). Answers the library's last code. */
static int run(z_stream *z, int (*step)(z_stream *, int), int flush, int64_t most, ByteBuffer *out,
               int *status) {
    int code = Z_OK;
    *status = 0;
    do {
        int64_t room = most < 0 || most - out->size > CHUNK ? CHUNK : most - out->size;
        if (room == 0)
            break;
        if ((*status = byte_buffer_reserve(out, room)) < 0)
            break;
        z->next_out = out->data + out->size;
        z->avail_out = (uInt)room;
        code = step(z, flush);
        out->size += room - z->avail_out;
    } while ((code == Z_OK || code == Z_BUF_ERROR) && z->avail_out == 0);
    return code;
}

static void set_input(z_stream *z, const uint8_t *data, int64_t size) {
    z->next_in = (Bytef *)(uintptr_t)data;
    z->avail_in = (uInt)size;
}

/* ---- whole pieces ---------------------------------------------------------------------------- */

/* compress(data, /, level=-1, wbits=15) */
NATIVE(zlib_compress) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    int level, wbits, status;
    if (!read_int(args[1], LEVEL_DEFAULT, &level) || !read_int(args[2], MAX_WBITS, &wbits) ||
        !bytes_argument(args[0], &data, &size))
        return 0;
    z_stream z = {0};
    int code = deflateInit2(&z, level, Z_DEFLATED, wbits, 8, Z_DEFAULT_STRATEGY);
    if (code == Z_STREAM_ERROR)
        return raise_error(AS(Type, error_class), "Bad compression level");
    if (code != Z_OK)
        return fail(&z, code, "while compressing data"), 0;
    ByteBuffer out = {.what = "bytes"};
    set_input(&z, data, size);
    code = run(&z, deflate, Z_FINISH, -1, &out, &status);
    if (status == 0 && code != Z_STREAM_END)
        status = fail(&z, code, "while compressing data");
    deflateEnd(&z);
    return byte_buffer_take(&out, status);
}

/* decompress(data, /, wbits=15, bufsize=16384) */
NATIVE(zlib_decompress) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    int wbits, bufsize, status;
    if (!read_int(args[1], MAX_WBITS, &wbits) || !read_int(args[2], CHUNK, &bufsize) ||
        !bytes_argument(args[0], &data, &size))
        return 0;
    if (bufsize < 0)
        return raise_error(&rt_exc_ValueError, "bufsize must be non-negative");
    z_stream z = {0};
    int code = inflateInit2(&z, wbits);
    if (code != Z_OK)
        return fail(&z, code, "while preparing to decompress data"), 0;
    ByteBuffer out = {.what = "bytes"};
    set_input(&z, data, size);
    code = run(&z, inflate, Z_SYNC_FLUSH, -1, &out, &status);
    if (status == 0 && code != Z_STREAM_END)
        status = fail(&z, code == Z_OK ? Z_BUF_ERROR : code, "while decompressing data");
    inflateEnd(&z);
    return byte_buffer_take(&out, status);
}

/* ---- stream objects -------------------------------------------------------------------------- */

static Stream *stream_new(Type *type) {
    Stream *stream = object_new(type, sizeof *stream);
    if (!stream)
        return NULL;
    stream->unused = bytes_new("", 0);
    stream->tail = bytes_new("", 0);
    return stream;
}

static void stream_drop(Stream *stream) {
    value_decref(stream->unused);
    value_decref(stream->tail);
    value_decref(stream->dictionary);
}

static void compress_dealloc(Object *self) {
    if (((Stream *)self)->open)
        deflateEnd(&((Stream *)self)->z);
    stream_drop((Stream *)self);
}

static void decompress_dealloc(Object *self) {
    if (((Stream *)self)->open)
        inflateEnd(&((Stream *)self)->z);
    stream_drop((Stream *)self);
}

/* compressobj(level=-1, method=DEFLATED, wbits=15, memLevel=8, strategy=0, zdict=None) */
NATIVE(zlib_compressobj) {
    NATIVE_UNUSED();
    int level, method, wbits, memory, strategy;
    const uint8_t *data = NULL;
    int64_t size = 0;
    if (!read_int(args[0], LEVEL_DEFAULT, &level) || !read_int(args[1], Z_DEFLATED, &method) ||
        !read_int(args[2], MAX_WBITS, &wbits) || !read_int(args[3], 8, &memory) ||
        !read_int(args[4], Z_DEFAULT_STRATEGY, &strategy) ||
        (args[5] && args[5] != VALUE_NONE && !bytes_argument(args[5], &data, &size)))
        return 0;
    Stream *stream = stream_new(&type_compress);
    if (!stream)
        return 0;
    int code = deflateInit2(&stream->z, level, method, wbits, memory, strategy);
    stream->open = code == Z_OK;
    if (code == Z_OK && data && deflateSetDictionary(&stream->z, data, (uInt)size) != Z_OK)
        raise_error(&rt_exc_ValueError, "Invalid dictionary");
    else if (code == Z_STREAM_ERROR)
        raise_error(&rt_exc_ValueError, "Invalid initialization option");
    else if (code != Z_OK)
        fail(&stream->z, code, "while creating compression object");
    if (!isolate.pending)
        return OBJ(stream);
    value_decref(OBJ(stream));
    return 0;
}

/* decompressobj(wbits=15, zdict=b'') */
NATIVE(zlib_decompressobj) {
    NATIVE_UNUSED();
    int wbits;
    const uint8_t *data;
    int64_t size;
    if (!read_int(args[0], MAX_WBITS, &wbits) ||
        (args[1] && !bytes_argument(args[1], &data, &size)))
        return 0;
    Stream *stream = stream_new(&type_decompress);
    if (!stream)
        return 0;
    stream->dictionary = args[1] ? bytes_new(data, (size_t)size) : 0;
    int code = inflateInit2(&stream->z, wbits);
    stream->open = code == Z_OK;
    if (code == Z_OK && stream->dictionary && wbits < 0 &&
        inflateSetDictionary(&stream->z, data, (uInt)size) != Z_OK)
        fail(&stream->z, Z_DATA_ERROR, "while setting zdict");
    else if (code == Z_STREAM_ERROR)
        raise_error(&rt_exc_ValueError, "Invalid initialization option");
    else if (code != Z_OK)
        fail(&stream->z, code, "while creating decompression object");
    if (!isolate.pending)
        return OBJ(stream);
    value_decref(OBJ(stream));
    return 0;
}

NATIVE(method_compress) {
    NATIVE_UNUSED();
    Stream *stream = SELF(args[0]);
    const uint8_t *data;
    int64_t size;
    int status;
    if (!bytes_argument(args[1], &data, &size))
        return 0;
    ByteBuffer out = {.what = "bytes"};
    set_input(&stream->z, data, size);
    int code = run(&stream->z, deflate, Z_NO_FLUSH, -1, &out, &status);
    if (status == 0 && code == Z_STREAM_ERROR)
        status = fail(&stream->z, code, "while compressing data");
    return byte_buffer_take(&out, status);
}

/* flush(mode=Z_FINISH) */
NATIVE(method_compress_flush) {
    NATIVE_UNUSED();
    Stream *stream = SELF(args[0]);
    int mode, status;
    if (!read_int(ARG(1), Z_FINISH, &mode))
        return 0;
    if (mode == Z_NO_FLUSH)
        return bytes_new("", 0);
    ByteBuffer out = {.what = "bytes"};
    set_input(&stream->z, NULL, 0);
    int code = run(&stream->z, deflate, mode, -1, &out, &status);
    if (status == 0 && code == Z_STREAM_ERROR)
        status = fail(&stream->z, code, "while flushing");
    if (code == Z_STREAM_END && stream->open) {
        deflateEnd(&stream->z);
        stream->open = false;
    }
    return byte_buffer_take(&out, status);
}

/* Inflates once more after the dictionary the data asked for was given. */
static int give_dictionary(Stream *stream, ByteBuffer *out, int64_t most, int *status) {
    const BytesObject *dictionary = AS(BytesObject, stream->dictionary);
    int code = inflateSetDictionary(&stream->z, dictionary->data, (uInt)dictionary->length);
    if (code != Z_OK)
        return code;
    return run(&stream->z, inflate, Z_SYNC_FLUSH, most, out, status);
}

/* Keeps what was not used of the input: behind the end, or over the limit. */
static int keep_rest(Stream *stream) {
    Value rest = bytes_new(stream->z.next_in, stream->z.avail_in);
    if (!rest)
        return -1;
    if (stream->eof) {
        Value both = object_binary(stream->unused, rest, SLOT_ADD);
        if (both)
            value_replace(&stream->unused, both);
    }
    /* As in CPython: behind the end, the tail changes only if there was one. */
    if (stream->eof && !AS(BytesObject, stream->tail)->length)
        value_decref(rest);
    else
        value_replace(&stream->tail, rest);
    return isolate.pending ? -1 : 0;
}

static Value stream_inflate(Stream *stream, const uint8_t *data, int64_t size, int64_t most,
                            const char *what) {
    int status;
    ByteBuffer out = {.what = "bytes"};
    set_input(&stream->z, data, size);
    int code = run(&stream->z, inflate, Z_SYNC_FLUSH, most, &out, &status);
    if (code == Z_NEED_DICT && stream->dictionary && status == 0) {
        code = give_dictionary(stream, &out, most, &status);
        if (stream->z.total_out == 0 && code == Z_DATA_ERROR)
            what = "while setting zdict";
    }
    stream->eof |= code == Z_STREAM_END;
    if (status == 0 && code != Z_STREAM_END && code != Z_OK && code != Z_BUF_ERROR)
        status = fail(&stream->z, code, what);
    if (status == 0)
        status = keep_rest(stream);
    return byte_buffer_take(&out, status);
}

/* decompress(data, /, max_length=0) */
NATIVE(method_decompress) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size, most = args[2] ? object_index(args[2]) : 0;
    if ((most == -1 && isolate.pending) || !bytes_argument(args[1], &data, &size))
        return 0;
    if (most < 0)
        return raise_error(&rt_exc_ValueError, "max_length must be non-negative");
    return stream_inflate(SELF(args[0]), data, size, most ? most : -1, "while decompressing data");
}

/* flush(length=16384) */
NATIVE(method_decompress_flush) {
    NATIVE_UNUSED();
    int64_t length = ARG(1) ? object_index(args[1]) : CHUNK;
    if (length == -1 && isolate.pending)
        return 0;
    if (length <= 0)
        return raise_error(&rt_exc_ValueError, "length must be greater than zero");
    Value tail = value_incref(SELF(args[0])->tail);
    Value result = stream_inflate(SELF(args[0]), AS(BytesObject, tail)->data,
                                  AS(BytesObject, tail)->length, -1, "while flushing");
    value_decref(tail);
    return result;
}

/* A copy in the same state. */
static Value stream_copy(Value self, int (*copy)(z_stream *, z_stream *)) {
    const Stream *from = SELF(self);
    if (!from->open)
        return raise_error(&rt_exc_ValueError, "Inconsistent stream state");
    Stream *to = stream_new(value_type(self));
    if (!to)
        return 0;
    value_replace(&to->unused, value_incref(from->unused));
    value_replace(&to->tail, value_incref(from->tail));
    to->dictionary = value_incref(from->dictionary);
    to->eof = from->eof;
    int code = copy(&to->z, (z_stream *)(uintptr_t)&from->z);
    to->open = code == Z_OK;
    if (code == Z_OK)
        return OBJ(to);
    fail(&from->z, code, "while copying stream");
    value_decref(OBJ(to));
    return 0;
}

static int copy_deflate(z_stream *to, z_stream *from) {
    return deflateCopy(to, from);
}
static int copy_inflate(z_stream *to, z_stream *from) {
    return inflateCopy(to, from);
}

NATIVE(method_compress_copy) {
    NATIVE_UNUSED();
    return stream_copy(args[0], copy_deflate);
}
NATIVE(method_decompress_copy) {
    NATIVE_UNUSED();
    return stream_copy(args[0], copy_inflate);
}

NATIVE(get_unused_data) {
    NATIVE_UNUSED();
    return value_incref(SELF(args[0])->unused);
}
NATIVE(get_unconsumed_tail) {
    NATIVE_UNUSED();
    return value_incref(SELF(args[0])->tail);
}
NATIVE(get_eof) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SELF(args[0])->eof);
}

static const NativeMethod compress_methods[] = {
    {.name = "compress", .call = method_compress, .min_args = 1, .max_args = 1},
    {.name = "flush", .call = method_compress_flush, .max_args = 1},
    {.name = "copy", .call = method_compress_copy},
    {.name = "__copy__", .call = method_compress_copy},
    {.name = "__deepcopy__", .call = method_compress_copy, .min_args = 1, .max_args = 1},
    {0},
};

static const NativeMethod decompress_methods[] = {
    {.name = "decompress",
     .call = method_decompress,
     .min_args = 1,
     .max_args = 2,
     .keywords = " max_length"},
    {.name = "flush", .call = method_decompress_flush, .max_args = 1},
    {.name = "copy", .call = method_decompress_copy},
    {.name = "__copy__", .call = method_decompress_copy},
    {.name = "__deepcopy__", .call = method_decompress_copy, .min_args = 1, .max_args = 1},
    {.name = "unused_data", .call = get_unused_data, .kind = METHOD_MEMBER},
    {.name = "unconsumed_tail", .call = get_unconsumed_tail, .kind = METHOD_MEMBER},
    {.name = "eof", .call = get_eof, .kind = METHOD_MEMBER},
    {0},
};

static Type type_compress = {
    .name = "zlib.Compress",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(Stream),
    .methods = compress_methods,
    .slots = {.dealloc = compress_dealloc},
};
static Type type_decompress = {
    .name = "zlib.Decompress",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(Stream),
    .methods = decompress_methods,
    .slots = {.dealloc = decompress_dealloc},
};

/* ---- checksums ------------------------------------------------------------------------------- */

static Value checksum(const Value *args, uint32_t count, uLong start,
                      uLong (*sum)(uLong, const Bytef *, z_size_t)) {
    const uint8_t *data;
    int64_t size;
    if (!bytes_argument(args[0], &data, &size))
        return 0;
    if (ARG(1)) {
        IntView view;
        if (!value_is_int(args[1]))
            return raise_error(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                               args[1]);
        int_view(&view, args[1]);
        start = view.big.count ? view.big.limbs[0] : 0;
        start = (uint32_t)(view.negative ? -start : start);
    }
    return int_from_u64((uint32_t)sum(start, data, (z_size_t)size));
}

NATIVE(zlib_crc32) {
    NATIVE_UNUSED();
    return checksum(args, count, 0, crc32_z);
}
NATIVE(zlib_adler32) {
    NATIVE_UNUSED();
    return checksum(args, count, 1, adler32_z);
}

/* ---- the module ------------------------------------------------------------------------------ */

static const NativeMethod functions[] = {
    {.name = "compress",
     .call = zlib_compress,
     .min_args = 1,
     .max_args = 3,
     .keywords = " level wbits"},
    {.name = "decompress",
     .call = zlib_decompress,
     .min_args = 1,
     .max_args = 3,
     .keywords = " wbits bufsize"},
    {.name = "compressobj",
     .call = zlib_compressobj,
     .max_args = 6,
     .keywords = "level method wbits memLevel strategy zdict"},
    {.name = "decompressobj", .call = zlib_decompressobj, .max_args = 2, .keywords = "wbits zdict"},
    {.name = "crc32", .call = zlib_crc32, .min_args = 1, .max_args = 2},
    {.name = "adler32", .call = zlib_adler32, .min_args = 1, .max_args = 2},
    {0},
};

static void zlib_finish(void) {
    value_replace(&error_class, 0);
}

static int add_numbers(ModuleObject *module) {
    static const struct {
        const char *name;
        int value;
    } numbers[] = {
#define NUMBER(name) {#name, name}
        NUMBER(MAX_WBITS),
        NUMBER(Z_NO_COMPRESSION),
        NUMBER(Z_BEST_SPEED),
        NUMBER(Z_BEST_COMPRESSION),
        NUMBER(Z_DEFAULT_COMPRESSION),
        NUMBER(Z_FILTERED),
        NUMBER(Z_HUFFMAN_ONLY),
        NUMBER(Z_RLE),
        NUMBER(Z_FIXED),
        NUMBER(Z_DEFAULT_STRATEGY),
        NUMBER(Z_FINISH),
        NUMBER(Z_NO_FLUSH),
        NUMBER(Z_PARTIAL_FLUSH),
        NUMBER(Z_SYNC_FLUSH),
        NUMBER(Z_FULL_FLUSH),
        NUMBER(Z_BLOCK),
        NUMBER(Z_TREES),
#undef NUMBER
        {"DEFLATED", Z_DEFLATED},
        {"DEF_MEM_LEVEL", 8},
        {"DEF_BUF_SIZE", CHUNK},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        if (module_set(module, numbers[i].name, value_from_small_int(numbers[i].value)) < 0)
            return -1;
    return 0;
}

static int zlib_init(ModuleObject *module) {
    type_ready(&type_compress);
    type_ready(&type_decompress);
    rt_at_finish(zlib_finish);
    error_class = exc_class_new("zlib", "error", OBJ(&rt_exc_Exception));
    if (!error_class || module_set(module, "error", value_incref(error_class)) < 0 ||
        module_set(module, "ZLIB_VERSION", str_from_cstr(ZLIB_VERSION)) < 0 ||
        module_set(module, "ZLIB_RUNTIME_VERSION", str_from_cstr(zlibVersion())) < 0 ||
        add_numbers(module) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_zlib = {"zlib", zlib_init};
