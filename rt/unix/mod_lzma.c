/*
 * mod_lzma.c — the module _lzma, over the library liblzma (Debian liblzma-dev, linked statically
 * where a program imports this module); the installed Python's lzma.py builds on it.
 */
#include "unpacker.h"

#include <lzma.h>
#include <stdlib.h>

/* The containers that Python knows. */
enum Formats { FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW };

enum { CHUNK = 16384, CHECK_UNKNOWN = LZMA_CHECK_ID_MAX + 1 };

/* An LZMACompressor or LZMADecompressor. */
typedef struct Stream {
    Unpacker unpacker;
    lzma_stream lzma;
    int check;
} Stream;

static Value error_class;

#define SELF(value) AS(Stream, value)

/* ---- errors and arguments -------------------------------------------------------------------- */

static int fail(lzma_ret code) {
    Type *error = AS(Type, error_class);
    switch (code) {
    case LZMA_OK:
    case LZMA_GET_CHECK:
    case LZMA_NO_CHECK:
    case LZMA_STREAM_END:
        return 0;
    case LZMA_UNSUPPORTED_CHECK:
        return raise_status(error, "Unsupported integrity check");
    case LZMA_MEM_ERROR:
        raise_no_memory();
        return -1;
    case LZMA_MEMLIMIT_ERROR:
        return raise_status(error, "Memory usage limit exceeded");
    case LZMA_FORMAT_ERROR:
        return raise_status(error, "Input format not supported by decoder");
    case LZMA_OPTIONS_ERROR:
        return raise_status(error, "Invalid or unsupported options");
    case LZMA_DATA_ERROR:
        return raise_status(error, "Corrupt input data");
    case LZMA_BUF_ERROR:
        return raise_status(error, "Insufficient buffer space");
    case LZMA_PROG_ERROR:
        return raise_status(error, "Internal error");
    default:
        return raise_status(error, "Unrecognized error from liblzma: %d", (int)code);
    }
}

static bool is_given(Value value) {
    return value && value != VALUE_NONE;
}

static bool read_number(Value value, int64_t usual, int64_t *number) {
    *number = is_given(value) ? object_index(value) : usual;
    return *number != -1 || !isolate.pending;
}

/* ---- chains of filters ----------------------------------------------------------------------- */

/* The options of one filter have this room. */
typedef union FilterOptions {
    lzma_options_lzma lzma;
    lzma_options_delta delta;
    lzma_options_bcj bcj;
} FilterOptions;

typedef struct Chain {
    lzma_filter filters[LZMA_FILTERS_MAX + 1];
    FilterOptions options[LZMA_FILTERS_MAX];
} Chain;

/* Stores item `key` of the dict `spec` as a number of `size` bytes at `field`, if it is there. */
static int spec_number(Value spec, const char *key, void *field, size_t size) {
    Value value = dict_get_cstr_borrow(spec, key);
    int64_t number;
    if (!value)
        return isolate.pending ? -1 : 0;
    number = object_index(value);
    if (number == -1 && isolate.pending)
        return -1;
    uint32_t narrow = (uint32_t)number;
    if (size == sizeof narrow)
        memcpy(field, &narrow, sizeof narrow);
    else
        memcpy(field, &number, size);
    return 0;
}

/* Raises ValueError if `spec` has other keys than these, besides "id". */
static int spec_keys(Value spec, const char *kind, const char *const *keys) {
    int64_t known = dict_get_cstr_borrow(spec, "id") != 0;
    for (; *keys; keys++)
        known += dict_get_cstr_borrow(spec, *keys) != 0;
    return object_len(spec) == known
               ? 0
               : raise_status(&rt_exc_ValueError, "Invalid filter specifier for %s filter", kind);
}

static int lzma_spec(Value spec, lzma_options_lzma *options) {
    static const char *const keys[] = {"preset", "dict_size", "lc", "lp",    "pb",
                                       "mode",   "nice_len",  "mf", "depth", NULL};
    uint32_t preset = LZMA_PRESET_DEFAULT;
    if (spec_number(spec, "preset", &preset, sizeof preset) < 0)
        return -1;
    memset(options, 0, sizeof *options);
    if (lzma_lzma_preset(options, preset))
        return raise_status(AS(Type, error_class), "Invalid compression preset: %u", preset);
    if (spec_keys(spec, "LZMA", keys) < 0)
        return -1;
#define FIELD(key, field)                                                                          \
    if (spec_number(spec, key, &options->field, sizeof(uint32_t)) < 0)                             \
        return -1;
    FIELD("dict_size", dict_size)
    FIELD("lc", lc)
    FIELD("lp", lp)
    FIELD("pb", pb)
    FIELD("mode", mode)
    FIELD("nice_len", nice_len)
    FIELD("mf", mf)
    FIELD("depth", depth)
#undef FIELD
    return 0;
}

static int filter_of_spec(Value spec, lzma_filter *filter, FilterOptions *options) {
    static const char *const delta_keys[] = {"dist", NULL}, *const bcj_keys[] = {"start_offset",
                                                                                 NULL};
    if (!value_isa(spec, &rt_type_dict))
        return raise_status(&rt_exc_TypeError,
                            "Filter specifier must be a dict or dict-like object");
    Value id = dict_get_cstr_borrow(spec, "id");
    if (!id)
        return raise_status(&rt_exc_ValueError, "Filter specifier must have an \"id\" entry");
    memset(options, 0, sizeof *options);
    filter->options = options;
    if (spec_number(spec, "id", &filter->id, sizeof filter->id) < 0)
        return -1;
    switch (filter->id) {
    case LZMA_FILTER_LZMA1:
    case LZMA_FILTER_LZMA2:
        return lzma_spec(spec, &options->lzma);
    case LZMA_FILTER_DELTA:
        options->delta = (lzma_options_delta){.type = LZMA_DELTA_TYPE_BYTE, .dist = 1};
        return spec_keys(spec, "delta", delta_keys) < 0
                   ? -1
                   : spec_number(spec, "dist", &options->delta.dist, sizeof(uint32_t));
    case LZMA_FILTER_X86:
    case LZMA_FILTER_POWERPC:
    case LZMA_FILTER_IA64:
    case LZMA_FILTER_ARM:
    case LZMA_FILTER_ARMTHUMB:
    case LZMA_FILTER_SPARC:
        return spec_keys(spec, "BCJ", bcj_keys) < 0
                   ? -1
                   : spec_number(spec, "start_offset", &options->bcj.start_offset,
                                 sizeof(uint32_t));
    default:
        return raise_status(&rt_exc_ValueError, "Invalid filter ID: %llu",
                            (unsigned long long)filter->id);
    }
}

static int chain_of_specs(Value specs, Chain *chain) {
    Value list = list_from_iterable(specs);
    int status = list ? 0 : -1;
    int64_t count = list ? AS(ListObject, list)->length : 0;
    if (count > LZMA_FILTERS_MAX)
        status =
            raise_status(&rt_exc_ValueError, "Too many filters - liblzma supports a maximum of %d",
                         LZMA_FILTERS_MAX);
    for (int64_t i = 0; status == 0 && i < count; i++)
        status =
            filter_of_spec(AS(ListObject, list)->items[i], &chain->filters[i], &chain->options[i]);
    if (status == 0)
        chain->filters[count] = (lzma_filter){.id = LZMA_VLI_UNKNOWN};
    value_decref(list);
    return status;
}

/* ---- streams --------------------------------------------------------------------------------- */

static Stream *stream_new(Type *type) {
    Stream *stream = object_new(type, sizeof(Stream));
    if (!stream)
        return NULL;
    stream->check = CHECK_UNKNOWN;
    if (unpacker_init(&stream->unpacker) == 0)
        return stream;
    value_decref(OBJ(stream));
    return NULL;
}

static void stream_dealloc(Object *self) {
    Stream *stream = (Stream *)self;
    lzma_end(&stream->lzma);
    unpacker_drop(&stream->unpacker);
}

/* Lets the library work until it wants more input, ends, or gave `most` bytes (negative: no limit).
 */
static int run(Stream *stream, lzma_action action, int64_t most, ByteBuffer *out) {
    lzma_stream *lzma = &stream->lzma;
    for (;;) {
        int64_t room = most < 0 || most - out->size > CHUNK ? CHUNK : most - out->size;
        if (room == 0)
            return 0;
        if (byte_buffer_reserve(out, room) < 0)
            return -1;
        lzma->next_out = out->data + out->size;
        lzma->avail_out = (size_t)room;
        lzma_ret code = lzma_code(lzma, action);
        out->size += room - (int64_t)lzma->avail_out;
        if (code == LZMA_BUF_ERROR && lzma->avail_in == 0 && lzma->avail_out > 0)
            return 0; /* nothing to do */
        if (fail(code) < 0)
            return -1;
        if (code == LZMA_GET_CHECK || code == LZMA_NO_CHECK)
            stream->check = lzma_get_check(lzma);
        stream->unpacker.finished |= code == LZMA_STREAM_END;
        if (stream->unpacker.finished ||
            (action == LZMA_RUN && lzma->avail_in == 0 && lzma->avail_out > 0))
            return 0;
    }
}

/* ---- compressing ----------------------------------------------------------------------------- */

/* What the encoder is to write. */
typedef struct Settings {
    int64_t format, check, preset;
    Value filters; /* or 0 */
} Settings;

static int start_easy(lzma_stream *lzma, const Settings *settings) {
    lzma_options_lzma options;
    if (settings->format == FORMAT_XZ)
        return fail(
            lzma_easy_encoder(lzma, (uint32_t)settings->preset, (lzma_check)settings->check));
    if (lzma_lzma_preset(&options, (uint32_t)settings->preset))
        return raise_status(AS(Type, error_class), "Invalid compression preset: %u",
                            (unsigned)settings->preset);
    return fail(lzma_alone_encoder(lzma, &options));
}

static int start_encoder(lzma_stream *lzma, const Settings *settings) {
    Chain chain;
    if (settings->format < FORMAT_XZ || settings->format > FORMAT_RAW)
        return raise_status(&rt_exc_ValueError, "Invalid container format: %d",
                            (int)settings->format);
    if (!settings->filters && settings->format == FORMAT_RAW)
        return raise_status(&rt_exc_ValueError, "Must specify filters for FORMAT_RAW");
    if (!settings->filters)
        return start_easy(lzma, settings);
    if (chain_of_specs(settings->filters, &chain) < 0)
        return -1;
    if (settings->format == FORMAT_XZ)
        return fail(lzma_stream_encoder(lzma, chain.filters, (lzma_check)settings->check));
    if (settings->format == FORMAT_RAW)
        return fail(lzma_raw_encoder(lzma, chain.filters));
    if (chain.filters[0].id != LZMA_FILTER_LZMA1 || chain.filters[1].id != LZMA_VLI_UNKNOWN)
        return raise_status(&rt_exc_ValueError, "Invalid filter chain for FORMAT_ALONE - "
                                                "must be a single LZMA1 filter");
    return fail(lzma_alone_encoder(lzma, chain.filters[0].options));
}

/* LZMACompressor(format=FORMAT_XZ, check=-1, preset=None, filters=None) */
static int compressor_init(Stream *stream, const Value *args) {
    Settings settings = {.filters = is_given(args[3]) ? args[3] : 0};
    if (is_given(args[2]) && settings.filters)
        return raise_status(&rt_exc_ValueError, "Cannot specify both preset and filter chain");
    if (!read_number(args[0], FORMAT_XZ, &settings.format) ||
        !read_number(args[1], -1, &settings.check) ||
        !read_number(args[2], LZMA_PRESET_DEFAULT, &settings.preset))
        return -1;
    if (settings.format != FORMAT_XZ && settings.check != -1 && settings.check != LZMA_CHECK_NONE)
        return raise_status(&rt_exc_ValueError, "Integrity checks are only supported by FORMAT_XZ");
    if (settings.check == -1)
        settings.check = LZMA_CHECK_CRC64;
    return start_encoder(&stream->lzma, &settings);
}

NATIVE(compressor_compress) {
    NATIVE_UNUSED();
    Stream *stream = SELF(args[0]);
    const uint8_t *data;
    int64_t size;
    if (!bytes_argument(args[1], &data, &size))
        return 0;
    if (stream->unpacker.finished)
        return raise_error(&rt_exc_ValueError, "Compressor has been flushed");
    ByteBuffer out = {.what = "bytes"};
    stream->lzma.next_in = data;
    stream->lzma.avail_in = (size_t)size;
    int status = run(stream, LZMA_RUN, -1, &out);
    return byte_buffer_take(&out, status);
}

NATIVE(compressor_flush) {
    NATIVE_UNUSED();
    Stream *stream = SELF(args[0]);
    if (stream->unpacker.finished)
        return raise_error(&rt_exc_ValueError, "Repeated call to flush()");
    ByteBuffer out = {.what = "bytes"};
    stream->lzma.next_in = NULL;
    stream->lzma.avail_in = 0;
    int status = run(stream, LZMA_FINISH, -1, &out);
    stream->unpacker.finished = true;
    return byte_buffer_take(&out, status);
}

/* ---- decompressing --------------------------------------------------------------------------- */

static int start_raw_decoder(Stream *stream, Value filters) {
    Chain chain;
    if (chain_of_specs(filters, &chain) < 0)
        return -1;
    stream->check = LZMA_CHECK_NONE;
    return fail(lzma_raw_decoder(&stream->lzma, chain.filters));
}

/* LZMADecompressor(format=FORMAT_AUTO, memlimit=None, filters=None) */
static int decompressor_init(Stream *stream, const Value *args) {
    int64_t format, limit;
    const uint32_t flags = LZMA_TELL_ANY_CHECK | LZMA_TELL_NO_CHECK;
    if (!read_number(args[0], FORMAT_AUTO, &format) || !read_number(args[1], INT64_MAX, &limit))
        return -1;
    if (is_given(args[1]) && format == FORMAT_RAW)
        return raise_status(&rt_exc_ValueError, "Cannot specify memory limit with FORMAT_RAW");
    if (format == FORMAT_RAW && !is_given(args[2]))
        return raise_status(&rt_exc_ValueError, "Must specify filters for FORMAT_RAW");
    if (format != FORMAT_RAW && is_given(args[2]))
        return raise_status(&rt_exc_ValueError, "Cannot specify filters except with FORMAT_RAW");
    switch (format) {
    case FORMAT_AUTO:
        return fail(lzma_auto_decoder(&stream->lzma, (uint64_t)limit, flags));
    case FORMAT_XZ:
        return fail(lzma_stream_decoder(&stream->lzma, (uint64_t)limit, flags));
    case FORMAT_ALONE:
        stream->check = LZMA_CHECK_NONE;
        return fail(lzma_alone_decoder(&stream->lzma, (uint64_t)limit));
    case FORMAT_RAW:
        return start_raw_decoder(stream, args[2]);
    default:
        return raise_status(&rt_exc_ValueError, "Invalid container format: %d", (int)format);
    }
}

/* decompress(data, max_length=-1) */
NATIVE(decompressor_decompress) {
    NATIVE_UNUSED();
    Stream *stream = SELF(args[0]);
    const uint8_t *data;
    int64_t size, most;
    if (!read_number(args[2], -1, &most) || !bytes_argument(args[1], &data, &size))
        return 0;
    if (stream->unpacker.finished)
        return raise_error(&rt_exc_EOFError, "Already at end of stream");
    if (byte_buffer_add(&stream->unpacker.input, data, size) < 0)
        return 0;
    ByteBuffer out = {.what = "bytes"};
    stream->lzma.next_in = stream->unpacker.input.data;
    stream->lzma.avail_in = (size_t)stream->unpacker.input.size;
    int status = run(stream, LZMA_RUN, most, &out);
    unpacker_keep(&stream->unpacker, (int64_t)stream->lzma.avail_in);
    return unpacker_answer(&stream->unpacker, most, &out, status);
}

NATIVE(get_check) {
    NATIVE_UNUSED();
    return value_from_small_int(SELF(args[0])->check);
}

/* ---- functions ------------------------------------------------------------------------------- */

NATIVE(is_check_supported) {
    NATIVE_UNUSED();
    int64_t check;
    if (!read_number(args[0], 0, &check))
        return 0;
    return VALUE_BOOL(lzma_check_is_supported((lzma_check)check));
}

/* _encode_filter_properties(filter): the bytes that a raw stream's header has for it. */
NATIVE(encode_filter_properties) {
    NATIVE_UNUSED();
    lzma_filter filter;
    FilterOptions options;
    uint32_t size;
    if (filter_of_spec(args[0], &filter, &options) < 0 ||
        fail(lzma_properties_size(&size, &filter)) < 0)
        return 0;
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, size);
    if (bytes && fail(lzma_properties_encode(&filter, bytes->data)) < 0) {
        value_decref(OBJ(bytes));
        return 0;
    }
    return OBJ(bytes);
}

static int set_number(Value dict, const char *key, uint64_t number) {
    return dict_set_cstr_take(dict, key, int_from_u64(number));
}

static int spec_of_filter(Value spec, const lzma_filter *filter) {
    const lzma_options_lzma *lzma = filter->options;
    const lzma_options_delta *delta = filter->options;
    const lzma_options_bcj *bcj = filter->options;
    if (set_number(spec, "id", filter->id) < 0)
        return -1;
    switch (filter->id) {
    case LZMA_FILTER_LZMA1:
        return set_number(spec, "lc", lzma->lc) < 0 || set_number(spec, "lp", lzma->lp) < 0 ||
                       set_number(spec, "pb", lzma->pb) < 0 ||
                       set_number(spec, "dict_size", lzma->dict_size) < 0
                   ? -1
                   : 0;
    case LZMA_FILTER_LZMA2:
        return set_number(spec, "dict_size", lzma->dict_size);
    case LZMA_FILTER_DELTA:
        return set_number(spec, "dist", delta->dist);
    default:
        return bcj ? set_number(spec, "start_offset", bcj->start_offset) : 0;
    }
}

/* _decode_filter_properties(id, encoded) */
NATIVE(decode_filter_properties) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size, id;
    if (!read_number(args[0], 0, &id) || !bytes_argument(args[1], &data, &size))
        return 0;
    lzma_filter filter = {.id = (lzma_vli)id};
    if (fail(lzma_properties_decode(&filter, NULL, data, (size_t)size)) < 0)
        return 0;
    Value spec = dict_new();
    if (spec && spec_of_filter(spec, &filter) < 0)
        value_replace(&spec, 0);
    free(filter.options);
    return spec;
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
    {.name = "check", .call = get_check, .kind = METHOD_GETTER},
    {0},
};

/* Makes a stream and starts it. */
static Value stream_make(Value callee, const Value *args,
                         int (*init)(Stream *stream, const Value *args)) {
    Stream *stream = stream_new(SPEC_DATA(callee));
    if (stream && init(stream, args) < 0) {
        value_decref(OBJ(stream));
        return 0;
    }
    return OBJ(stream);
}

NATIVE(compressor_make) {
    NATIVE_UNUSED();
    return stream_make(callee, args, compressor_init);
}
NATIVE(decompressor_make) {
    NATIVE_UNUSED();
    return stream_make(callee, args, decompressor_init);
}
NEW_BY_SPEC(compressor_new, .name = "LZMACompressor", .call = compressor_make, .max_args = 4,
            .keywords = "format check preset filters")
NEW_BY_SPEC(decompressor_new, .name = "LZMADecompressor", .call = decompressor_make, .max_args = 3,
            .keywords = "format memlimit filters")

static Type type_compressor = {
    .name = "_lzma.LZMACompressor",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(Stream),
    .methods = compressor_methods,
    .slots = {.new = compressor_new, .dealloc = stream_dealloc},
};
static Type type_decompressor = {
    .name = "_lzma.LZMADecompressor",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(Stream),
    .methods = decompressor_methods,
    .slots = {.new = decompressor_new, .dealloc = stream_dealloc},
};

static const NativeMethod functions[] = {
    {.name = "is_check_supported", .call = is_check_supported, .min_args = 1, .max_args = 1},
    {.name = "_encode_filter_properties",
     .call = encode_filter_properties,
     .min_args = 1,
     .max_args = 1},
    {.name = "_decode_filter_properties",
     .call = decode_filter_properties,
     .min_args = 2,
     .max_args = 2},
    {0},
};

static int add_numbers(ModuleObject *module) {
    static const struct {
        const char *name;
        uint64_t value;
    } numbers[] = {
#define NUMBER(name) {#name, name}
        NUMBER(FORMAT_AUTO),    NUMBER(FORMAT_XZ),      NUMBER(FORMAT_ALONE),
        NUMBER(FORMAT_RAW),     NUMBER(CHECK_UNKNOWN),
#undef NUMBER
#define NUMBER(name) {#name, LZMA_##name}
        NUMBER(CHECK_NONE),     NUMBER(CHECK_CRC32),    NUMBER(CHECK_CRC64),
        NUMBER(CHECK_SHA256),   NUMBER(CHECK_ID_MAX),   NUMBER(FILTER_LZMA1),
        NUMBER(FILTER_LZMA2),   NUMBER(FILTER_DELTA),   NUMBER(FILTER_X86),
        NUMBER(FILTER_IA64),    NUMBER(FILTER_ARM),     NUMBER(FILTER_ARMTHUMB),
        NUMBER(FILTER_SPARC),   NUMBER(FILTER_POWERPC), NUMBER(MF_HC3),
        NUMBER(MF_HC4),         NUMBER(MF_BT2),         NUMBER(MF_BT3),
        NUMBER(MF_BT4),         NUMBER(MODE_FAST),      NUMBER(MODE_NORMAL),
        NUMBER(PRESET_DEFAULT), NUMBER(PRESET_EXTREME),
#undef NUMBER
    };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        if (module_set(module, numbers[i].name, int_from_u64(numbers[i].value)) < 0)
            return -1;
    return 0;
}

static void lzma_finish(void) {
    value_replace(&error_class, 0);
}

static int lzma_init(ModuleObject *module) {
    rt_at_finish(lzma_finish);
    error_class = exc_class_new("_lzma", "LZMAError", OBJ(&rt_exc_Exception));
    if (!error_class || module_set(module, "LZMAError", value_incref(error_class)) < 0 ||
        module_add_type(module, "LZMACompressor", &type_compressor) < 0 ||
        module_add_type(module, "LZMADecompressor", &type_decompressor) < 0 ||
        add_numbers(module) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__lzma = {"_lzma", lzma_init};
