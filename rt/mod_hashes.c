/*
 * mod_hashes.c — the module _hashes: hash objects over hash_functions.c, for hashlib
 * (rt/pylib/hashlib.py). Their classes have the names they have in CPython with OpenSSL.
 */
#include "bytes.h"
#include "hash_functions.h"
#include "item.h"

typedef struct HashObject {
    Object base;
    HashState state;
} HashObject;

static Type type_hash, type_xof, type_blake2b, type_blake2s;

#define SELF(value) AS(HashObject, value)

/* ---- hashing --------------------------------------------------------------------------------- */

static bool read_data(Value value, const uint8_t **data, int64_t *size) {
    if (value_is_str(value))
        raise_error(&rt_exc_TypeError, "Strings must be encoded before hashing");
    else if (bytes_view(value, data, size))
        return true;
    else if (value_isa(value, &rt_type_memoryview))
        memoryview_refused(value);
    else
        raise_error(&rt_exc_TypeError, "object supporting the buffer API required");
    return false;
}

static int update(HashObject *self, Value value) {
    const uint8_t *data;
    int64_t size;
    if (!read_data(value, &data, &size))
        return -1;
    hash_update(&self->state, data, (size_t)size);
    return 0;
}

static Type *type_of(const HashKind *kind) {
    return kind == &hash_blake2b    ? &type_blake2b
           : kind == &hash_blake2s  ? &type_blake2s
           : kind->digest_size == 0 ? &type_xof
                                    : &type_hash;
}

static Value hash_new(const HashKind *kind, Value data) {
    HashObject *self = object_new(type_of(kind), sizeof *self);
    if (!self)
        return 0;
    hash_begin(&self->state, kind);
    if (kind == &hash_blake2b || kind == &hash_blake2s)
        self->state.size = kind->digest_size;
    if (!data || update(self, data) == 0)
        return OBJ(self);
    value_decref(OBJ(self));
    return 0;
}

static int64_t digest_size(const HashObject *self) {
    return self->state.size ? self->state.size : self->state.kind->digest_size;
}

/* The digest as bytes; `length`: the argument of extendable functions. */
static Value digest(Value self, Value length) {
    int64_t size = length ? object_index(length) : digest_size(SELF(self));
    if (size == -1 && isolate.pending)
        return 0;
    if (size < 0)
        return raise_error(&rt_exc_ValueError, "value must be positive");
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, size);
    if (!bytes)
        return 0;
    HashState state = SELF(self)->state;
    hash_finish(&state, bytes->data, (size_t)size);
    return OBJ(bytes);
}

NATIVE(method_update) {
    NATIVE_UNUSED();
    return update(SELF(args[0]), args[1]) < 0 ? 0 : VALUE_NONE;
}

NATIVE(method_digest) {
    NATIVE_UNUSED();
    return digest(args[0], ARG(1));
}

NATIVE(method_hexdigest) {
    NATIVE_UNUSED();
    Value bytes = digest(args[0], ARG(1));
    Value text = bytes ? bytes_hex(bytes, 0, 0, false) : 0;
    value_decref(bytes);
    return text;
}

NATIVE(method_copy) {
    NATIVE_UNUSED();
    HashObject *copy = object_new(value_type(args[0]), sizeof *copy);
    if (copy)
        copy->state = SELF(args[0])->state;
    return OBJ(copy);
}

NATIVE(get_digest_size) {
    NATIVE_UNUSED();
    return value_from_small_int(digest_size(SELF(args[0])));
}

NATIVE(get_block_size) {
    NATIVE_UNUSED();
    return value_from_small_int(SELF(args[0])->state.kind->block_size);
}

NATIVE(get_name) {
    NATIVE_UNUSED();
    return str_from_cstr(SELF(args[0])->state.kind->name);
}

static Value hash_repr(Value self) {
    return str_format("<%s %T object @ %s>", SELF(self)->state.kind->name, self,
                      pointer_text(self).text);
}

#define COMMON_METHODS                                                                             \
    {.name = "update", .call = method_update, .min_args = 1, .max_args = 1},                       \
        {.name = "copy", .call = method_copy},                                                     \
        {.name = "digest_size", .call = get_digest_size, .kind = METHOD_GETTER},                   \
        {.name = "block_size", .call = get_block_size, .kind = METHOD_GETTER}, {                   \
        .name = "name", .call = get_name, .kind = METHOD_GETTER                                    \
    }

static const NativeMethod hash_methods[] = {
    COMMON_METHODS,
    {.name = "digest", .call = method_digest},
    {.name = "hexdigest", .call = method_hexdigest},
    {0},
};

static const NativeMethod xof_methods[] = {
    COMMON_METHODS,
    {.name = "digest", .call = method_digest, .min_args = 1, .max_args = 1, .keywords = "length"},
    {.name = "hexdigest",
     .call = method_hexdigest,
     .min_args = 1,
     .max_args = 1,
     .keywords = "length"},
    {0},
};

static Type type_hash = {
    .name = "_hashlib.HASH",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(HashObject),
    .methods = hash_methods,
    .slots = {.repr = hash_repr},
};

static Type type_xof = {
    .name = "_hashlib.HASHXOF",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(HashObject),
    .base_type = &type_hash,
    .methods = xof_methods,
    .slots = {.repr = hash_repr},
};

/* ---- BLAKE2 ---------------------------------------------------------------------------------- */

/* Places of the arguments of blake2b and blake2s. */
enum Blake2Argument {
    ARG_DATA,
    ARG_DIGEST_SIZE,
    ARG_KEY,
    ARG_SALT,
    ARG_PERSON,
    ARG_FANOUT,
    ARG_DEPTH,
    ARG_LEAF_SIZE,
    ARG_NODE_OFFSET,
    ARG_NODE_DEPTH,
    ARG_INNER_SIZE,
    ARG_LAST_NODE,
    ARG_SECURITY,
};

/* Reads a number between `least` and `most`, `usual` if it was not given. */
static bool read_number(Value value, const char *name, int64_t least, int64_t most, int64_t usual,
                        int64_t *number) {
    *number = value ? object_index(value) : usual;
    if (*number == -1 && isolate.pending)
        return false;
    if (*number >= least && *number <= most)
        return true;
    raise_error(&rt_exc_ValueError, "%s must be between %lld and %lld", name, (long long)least,
                (long long)most);
    return false;
}

/* Reads at most `room` bytes; *size: how many there are. `block` is zeroed. */
static bool read_block(Value value, const char *name, int room, uint8_t *block, int64_t *size) {
    const uint8_t *data;
    *size = 0;
    if (!value)
        return true;
    if (!bytes_view(value, &data, size)) {
        buffer_refused(value);
        return false;
    }
    if (*size > room) {
        raise_error(&rt_exc_ValueError, "maximum %s length is %d bytes", name, room);
        return false;
    }
    if (*size)
        memcpy(block, data, (size_t)*size);
    return true;
}

/* What is read of the arguments besides the parameter block. */
typedef struct Blake2Input {
    Blake2Parameters parameters;
    uint8_t key[128], salt[16], person[16]; /* the key fills a block */
} Blake2Input;

/* Reads a number up to `most`, of those of 64 bits, for which CPython has other words. */
static bool read_unsigned(Value value, const char *name, uint64_t most, uint64_t *number) {
    *number = 0;
    if (!value)
        return true;
    ItemStatus status = item_store(item_format('Q'), value, (uint8_t *)number, false);
    if (status == ITEM_OK && *number <= most)
        return true;
    if (status == ITEM_FAILED)
        return false;
    if (status == ITEM_BAD_TYPE)
        raise_error(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer", value);
    else if (status != ITEM_OK && value_is_int(value) && int_sign(value) < 0)
        raise_error(&rt_exc_ValueError, "value must be positive");
    else if (status != ITEM_OK)
        raise_error(&rt_exc_OverflowError, "int too big to convert");
    else
        raise_error(&rt_exc_OverflowError, "%s is too large", name);
    return false;
}

static bool read_tree(const Value *args, const HashKind *kind, Blake2Parameters *out) {
    int64_t fanout, depth, node_depth, inner;
    uint64_t leaf, offset, most_offset = kind == &hash_blake2s ? (1ull << 48) - 1 : UINT64_MAX;
    if (!read_number(args[ARG_FANOUT], "fanout", 0, 255, 1, &fanout) ||
        !read_number(args[ARG_DEPTH], "depth", 1, 255, 1, &depth) ||
        !read_number(args[ARG_NODE_DEPTH], "node_depth", 0, 255, 0, &node_depth) ||
        !read_number(args[ARG_INNER_SIZE], "inner_size", 0, kind->digest_size, 0, &inner) ||
        !read_unsigned(args[ARG_LEAF_SIZE], "leaf_size", UINT32_MAX, &leaf) ||
        !read_unsigned(args[ARG_NODE_OFFSET], "node_offset", most_offset, &offset))
        return false;
    int last = args[ARG_LAST_NODE] ? object_truth(args[ARG_LAST_NODE]) : 0;
    out->fanout = (uint8_t)fanout;
    out->depth = (uint8_t)depth;
    out->node_depth = (uint8_t)node_depth;
    out->inner_size = (uint8_t)inner;
    out->leaf_size = (uint32_t)leaf;
    out->node_offset = offset;
    out->last_node = last > 0;
    return last >= 0;
}

static bool read_input(const Value *args, const HashKind *kind, Blake2Input *input) {
    int64_t size = args[ARG_DIGEST_SIZE] ? object_index(args[ARG_DIGEST_SIZE]) : kind->digest_size;
    int64_t key_size, unused;
    int room = kind == &hash_blake2b ? 16 : 8;
    if (size == -1 && isolate.pending)
        return false;
    if (size < 1 || size > kind->digest_size) {
        raise_error(&rt_exc_ValueError, "digest_size must be between 1 and %d bytes",
                    kind->digest_size);
        return false;
    }
    if (!read_block(args[ARG_SALT], "salt", room, input->salt, &unused) ||
        !read_block(args[ARG_PERSON], "person", room, input->person, &unused) ||
        !read_tree(args, kind, &input->parameters) ||
        !read_block(args[ARG_KEY], "key", kind->digest_size, input->key, &key_size))
        return false;
    input->parameters.digest_size = (uint8_t)size;
    input->parameters.key_size = (uint8_t)key_size;
    input->parameters.salt = input->salt;
    input->parameters.person = input->person;
    return true;
}

static Value blake2_make(const HashKind *kind, const Value *args) {
    Blake2Input input = {0};
    if (!read_input(args, kind, &input))
        return 0;
    HashObject *self = object_new(type_of(kind), sizeof *self);
    if (!self)
        return 0;
    hash_blake2_begin(&self->state, kind, &input.parameters);
    if (input.parameters.key_size)
        hash_update(&self->state, input.key, kind->block_size);
    if (!args[ARG_DATA] || update(self, args[ARG_DATA]) == 0)
        return OBJ(self);
    value_decref(OBJ(self));
    return 0;
}

#define BLAKE2(stem)                                                                               \
    NATIVE(stem##_make) {                                                                          \
        NATIVE_UNUSED();                                                                           \
        return blake2_make(&hash_##stem, args);                                                    \
    }                                                                                              \
    NEW_BY_SPEC(stem##_new, .name = #stem, .call = stem##_make, .max_args = 1,                     \
                .keywords = "data digest_size key salt person fanout depth leaf_size node_offset " \
                            "node_depth inner_size last_node usedforsecurity")                     \
    static Type type_##stem = {                                                                    \
        .name = "_blake2." #stem,                                                                  \
        .flags = TYPE_FINAL | TYPE_DOTTED_NAME,                                                    \
        .basic_size = sizeof(HashObject),                                                          \
        .methods = hash_methods,                                                                   \
        .slots = {.new = stem##_new},                                                              \
    };
BLAKE2(blake2b)
BLAKE2(blake2s)

/* ---- functions ------------------------------------------------------------------------------- */

/* new(name, string=b'', usedforsecurity=True) */
NATIVE(function_new) {
    NATIVE_UNUSED();
    size_t size;
    if (!value_is_str(args[0]))
        return raise_error(&rt_exc_TypeError, "name must be a string");
    const char *name = str_utf8(args[0], &size);
    const HashKind *kind = name ? hash_kind(name) : NULL;
    if (kind)
        return hash_new(kind, args[1]);
    return name ? raise_error(&rt_exc_ValueError, "unsupported hash type %S", args[0]) : 0;
}

/* The functions named openssl_...: which hash it is stands in the name. */
NATIVE(function_named) {
    NATIVE_UNUSED();
    const char *name = AS(NativeFunction, callee)->method->name;
    return hash_new(hash_kind(strchr(name, '_') + 1), args[0]);
}

static const HashKind *kind_for_keys(const char *name) {
    const HashKind *blake = !strcmp(name, "blake2b")   ? &hash_blake2b
                            : !strcmp(name, "blake2s") ? &hash_blake2s
                                                       : NULL;
    return blake ? blake : hash_kind(name);
}

/* pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None) */
NATIVE(function_pbkdf2) {
    NATIVE_UNUSED();
    size_t unused;
    const uint8_t *password, *salt;
    int64_t password_size, salt_size;
    if (!value_is_str(args[0]))
        return raise_error(&rt_exc_TypeError,
                           "pbkdf2_hmac() argument 'hash_name' must be str, not %A", args[0]);
    const char *name = str_utf8(args[0], &unused);
    const HashKind *kind = name ? kind_for_keys(name) : NULL;
    if (!kind || !kind->digest_size)
        return raise_error(&rt_exc_ValueError, "unsupported hash type %S", args[0]);
    if (!bytes_argument(args[1], &password, &password_size) ||
        !bytes_argument(args[2], &salt, &salt_size))
        return 0;
    int64_t iterations = object_index(args[3]);
    int64_t size = args[4] && args[4] != VALUE_NONE && !isolate.pending ? object_index(args[4])
                                                                        : kind->digest_size;
    if (isolate.pending)
        return 0;
    if (iterations < 1)
        return raise_error(&rt_exc_ValueError, "iteration value must be greater than 0.");
    if (size < 1)
        return raise_error(&rt_exc_ValueError, "key length must be greater than 0.");
    BytesObject *key = bytes_alloc(&rt_type_bytes, size);
    if (key)
        hash_pbkdf2(kind, password, (size_t)password_size, salt, (size_t)salt_size,
                    (uint64_t)iterations, key->data, (size_t)size);
    return OBJ(key);
}

/* scrypt(password, salt, n, r, p, dklen); hashlib.py has checked the numbers */
NATIVE(function_scrypt) {
    NATIVE_UNUSED();
    const uint8_t *password, *salt;
    int64_t password_size, salt_size, numbers[4];
    if (!bytes_argument(args[0], &password, &password_size) ||
        !bytes_argument(args[1], &salt, &salt_size))
        return 0;
    for (int i = 0; i < 4; i++) {
        numbers[i] = object_index(args[i + 2]);
        if (numbers[i] == -1 && isolate.pending)
            return 0;
    }
    BytesObject *key = bytes_alloc(&rt_type_bytes, numbers[3]);
    if (!key ||
        hash_scrypt(password, (size_t)password_size, salt, (size_t)salt_size, (uint64_t)numbers[0],
                    (size_t)numbers[1], (size_t)numbers[2], key->data, (size_t)numbers[3]))
        return OBJ(key);
    value_decref(OBJ(key));
    return raise_no_memory();
}

#define NAMED(stem)                                                                                \
    {                                                                                              \
        .name = "openssl_" #stem, .call = function_named, .max_args = 1,                           \
        .keywords = "string usedforsecurity"                                                       \
    }
static const NativeMethod functions[] = {
    NAMED(md5),
    NAMED(sha1),
    NAMED(sha224),
    NAMED(sha256),
    NAMED(sha384),
    NAMED(sha512),
    NAMED(sha3_224),
    NAMED(sha3_256),
    NAMED(sha3_384),
    NAMED(sha3_512),
    NAMED(shake_128),
    NAMED(shake_256),
    {.name = "new",
     .call = function_new,
     .min_args = 1,
     .max_args = 2,
     .keywords = "name string usedforsecurity"},
    {.name = "pbkdf2_hmac",
     .call = function_pbkdf2,
     .min_args = 4,
     .max_args = 5,
     .keywords = "hash_name password salt iterations dklen"},
    {.name = "scrypt", .call = function_scrypt, .min_args = 6, .max_args = 6},
    {0},
};

static int set_size(Type *type, const char *name, int64_t size) {
    return dict_set_cstr_take(type_dict_borrow(type), name, value_from_small_int(size));
}

/* The limits as attributes of a class. */
static int add_limits(Type *type, const HashKind *kind) {
    int64_t tag = kind == &hash_blake2b ? 16 : 8;
    type_ready(type);
    if (set_size(type, "SALT_SIZE", tag) < 0 || set_size(type, "PERSON_SIZE", tag) < 0 ||
        set_size(type, "MAX_KEY_SIZE", kind->digest_size) < 0)
        return -1;
    return set_size(type, "MAX_DIGEST_SIZE", kind->digest_size);
}

static int hashes_init(ModuleObject *module) {
    type_ready(&type_hash);
    type_ready(&type_xof);
    if (add_limits(&type_blake2b, &hash_blake2b) < 0 ||
        add_limits(&type_blake2s, &hash_blake2s) < 0 ||
        module_add_type(module, "blake2b", &type_blake2b) < 0 ||
        module_add_type(module, "blake2s", &type_blake2s) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__hashes = {"_hashes", hashes_init};
