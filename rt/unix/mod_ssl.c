/* mod_ssl.c — the module _ssl: its constants and functions, and memory BIOs. See ssl.h. */
#include "bytes.h"
#include "ssl.h"

#include <openssl/pem.h>
#include <openssl/rand.h>

/* ---- memory BIOs ----------------------------------------------------------------------------- */

static SslBio *self_of(const Value *args) {
    return AS(SslBio, args[0]);
}

NATIVE(bio_make) {
    NATIVE_UNUSED();
    SslBio *self = object_new(SPEC_DATA(callee), sizeof *self);
    if (!self)
        return 0;
    self->bio = BIO_new(BIO_s_mem());
    if (!self->bio) {
        value_decref(OBJ(self));
        return raise_no_memory();
    }
    BIO_set_retry_read(self->bio);
    BIO_set_mem_eof_return(self->bio, -1);
    return OBJ(self);
}

NEW_BY_SPEC(bio_new, .name = "MemoryBIO", .call = bio_make)

static void bio_dealloc(Object *object) {
    BIO_free(((SslBio *)object)->bio);
}

/* read(size=-1) */
NATIVE(method_read) {
    NATIVE_UNUSED();
    SslBio *self = self_of(args);
    int64_t size = ARG(1) ? object_index(args[1]) : -1;
    if (size == -1 && isolate.pending)
        return 0;
    int64_t there = (int64_t)BIO_ctrl_pending(self->bio);
    if (size < 0 || size > there)
        size = there;
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, size);
    if (!bytes || size == 0)
        return OBJ(bytes);
    if (BIO_read(self->bio, bytes->data, (int)size) == size)
        return OBJ(bytes);
    value_decref(OBJ(bytes));
    return ssl_raise(NULL, LINE_OTHER);
}

NATIVE(method_write) {
    NATIVE_UNUSED();
    SslBio *self = self_of(args);
    const uint8_t *data;
    int64_t size;
    if (!bytes_view(args[1], &data, &size))
        return buffer_refused(args[1]);
    if (size > INT32_MAX)
        return raise_error(&rt_exc_OverflowError, "string longer than %d bytes", INT32_MAX);
    if (self->eof_written)
        return ssl_raise_plain("cannot write() after write_eof()");
    int put = BIO_write(self->bio, data, (int)size);
    return put < 0 ? ssl_raise(NULL, LINE_OTHER) : value_from_small_int(put);
}

NATIVE(method_write_eof) {
    NATIVE_UNUSED();
    SslBio *self = self_of(args);
    self->eof_written = true;
    BIO_clear_retry_flags(self->bio);
    BIO_set_mem_eof_return(self->bio, 0);
    return VALUE_NONE;
}

NATIVE(get_pending) {
    NATIVE_UNUSED();
    return int_from_u64(BIO_ctrl_pending(self_of(args)->bio));
}

NATIVE(get_eof) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->eof_written && BIO_ctrl_pending(self_of(args)->bio) == 0);
}

static const NativeMethod bio_methods[] = {
    {.name = "read", .call = method_read, .max_args = 1},
    {.name = "write", .call = method_write, .min_args = 1, .max_args = 1},
    {.name = "write_eof", .call = method_write_eof},
    {.name = "pending", .call = get_pending, .kind = METHOD_GETTER},
    {.name = "eof", .call = get_eof, .kind = METHOD_GETTER},
    {0},
};

Type ssl_type_bio = {
    .name = "_ssl.MemoryBIO",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(SslBio),
    .methods = bio_methods,
    .slots = {.dealloc = bio_dealloc, .new = bio_new},
};

/* ---- functions ------------------------------------------------------------------------------- */

static Value random_bytes(Value size) {
    int length;
    if (object_c_int(size, &length) < 0)
        return 0;
    if (length < 0)
        return raise_error(&rt_exc_ValueError, "num must be positive");
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, length);
    if (!bytes || RAND_bytes(bytes->data, length) == 1)
        return OBJ(bytes);
    value_decref(OBJ(bytes));
    return ssl_raise(NULL, LINE_OTHER);
}

NATIVE(function_RAND_bytes) {
    NATIVE_UNUSED();
    return random_bytes(args[0]);
}

NATIVE(function_RAND_pseudo_bytes) {
    NATIVE_UNUSED();
    Value pair[2] = {random_bytes(args[0]), VALUE_TRUE};
    Value both = pair[0] ? tuple_new(pair, 2) : 0;
    value_decref(pair[0]);
    return both;
}

NATIVE(function_RAND_status) {
    NATIVE_UNUSED();
    return VALUE_BOOL(RAND_status() == 1);
}

NATIVE(function_RAND_add) {
    NATIVE_UNUSED();
    double entropy;
    const uint8_t *data;
    int64_t size;
    size_t length;
    if (!value_to_double(args[1], &entropy))
        return 0;
    if (value_is_str(args[0])) {
        data = (const uint8_t *)str_utf8(args[0], &length);
        size = (int64_t)length;
    } else if (!bytes_view(args[0], &data, &size)) {
        return buffer_refused(args[0]);
    }
    RAND_add(data, (int)size, entropy);
    return VALUE_NONE;
}

/* (nid, short name, long name, numbers with dots) */
static Value object_tuple(const ASN1_OBJECT *object) {
    char numbers[128];
    int nid = OBJ_obj2nid(object);
    if (OBJ_obj2txt(numbers, sizeof numbers, object, 1) < 0)
        return ssl_raise(NULL, LINE_OTHER);
    const char *texts[3] = {OBJ_nid2sn(nid), OBJ_nid2ln(nid), numbers};
    Value parts[4] = {value_from_small_int(nid), VALUE_NONE, VALUE_NONE, VALUE_NONE};
    for (int i = 0; i < 3; i++)
        if (texts[i])
            parts[i + 1] = str_from_cstr(texts[i]);
    Value tuple = parts[1] && parts[2] && parts[3] ? tuple_new(parts, 4) : 0;
    for (int i = 1; i < 4; i++)
        value_decref(parts[i]);
    return tuple;
}

/* txt2obj(txt, name=False) */
NATIVE(function_txt2obj) {
    NATIVE_UNUSED();
    size_t size;
    const char *text = value_is_str(args[0]) ? str_utf8(args[0], &size) : NULL;
    int by_name = args[1] ? object_truth(args[1]) : 0;
    if (by_name < 0)
        return 0;
    if (!text)
        return raise_error(&rt_exc_TypeError, "txt2obj() argument 'txt' must be str, not %T",
                           args[0]);
    ASN1_OBJECT *object = OBJ_txt2obj(text, !by_name);
    ERR_clear_error();
    if (!object)
        return raise_error(&rt_exc_ValueError, "unknown object '%s'", text);
    Value tuple = object_tuple(object);
    ASN1_OBJECT_free(object);
    return tuple;
}

NATIVE(function_nid2obj) {
    NATIVE_UNUSED();
    int nid;
    if (object_c_int(args[0], &nid) < 0)
        return 0;
    if (nid < NID_undef)
        return raise_error(&rt_exc_ValueError, "NID must be positive");
    const ASN1_OBJECT *object = OBJ_nid2obj(nid);
    ERR_clear_error();
    return object ? object_tuple(object) : raise_error(&rt_exc_ValueError, "unknown NID %d", nid);
}

NATIVE(function_get_default_verify_paths) {
    NATIVE_UNUSED();
    Value parts[4] = {str_from_cstr(X509_get_default_cert_file_env()),
                      str_from_cstr(X509_get_default_cert_file()),
                      str_from_cstr(X509_get_default_cert_dir_env()),
                      str_from_cstr(X509_get_default_cert_dir())};
    Value tuple = isolate.pending ? 0 : tuple_new(parts, 4);
    for (int i = 0; i < 4; i++)
        value_decref(parts[i]);
    return tuple;
}

/* _test_decode_cert(path): the certificate in a file of PEM as a dict. */
NATIVE(function_test_decode_cert) {
    NATIVE_UNUSED();
    Value path = path_bytes(args[0], NULL);
    BIO *bio = path ? BIO_new_file((const char *)AS(BytesObject, path)->data, "r") : NULL;
    value_decref(path);
    if (!path)
        return 0;
    if (!bio)
        return ssl_raise("Can't open file", LINE_OTHER);
    X509 *certificate = PEM_read_bio_X509(bio, NULL, NULL, NULL);
    BIO_free(bio);
    if (!certificate)
        return ssl_raise("Error decoding PEM-encoded file", LINE_OTHER);
    Value dict = ssl_certificate_dict(certificate);
    X509_free(certificate);
    return dict;
}

static const NativeMethod functions[] = {
    {.name = "RAND_add", .call = function_RAND_add, .min_args = 2, .max_args = 2},
    {.name = "RAND_bytes", .call = function_RAND_bytes, .min_args = 1, .max_args = 1},
    {.name = "RAND_pseudo_bytes", .call = function_RAND_pseudo_bytes, .min_args = 1, .max_args = 1},
    {.name = "RAND_status", .call = function_RAND_status},
    {.name = "txt2obj",
     .call = function_txt2obj,
     .min_args = 1,
     .max_args = 2,
     .keywords = "txt name"},
    {.name = "nid2obj", .call = function_nid2obj, .min_args = 1, .max_args = 1},
    {.name = "get_default_verify_paths", .call = function_get_default_verify_paths},
    {.name = "_test_decode_cert", .call = function_test_decode_cert, .min_args = 1, .max_args = 1},
    {0},
};

/* ---- the module ------------------------------------------------------------------------------ */

static int add_constants(ModuleObject *module) {
    static const struct {
        const char *name;
        int64_t value;
    } numbers[] = {
#define CONSTANT(name, value) {name, (int64_t)(value)},
#define ALERT(name)           {"ALERT_DESCRIPTION_" #name, SSL_AD_##name},
#include "ssl_constants.def"
#undef CONSTANT
#undef ALERT
    };
    static const struct {
        const char *name;
        bool value;
    } flags[] = {{"HAS_SNI", true},     {"HAS_TLS_UNIQUE", true}, {"HAS_ECDH", true},
                 {"HAS_NPN", false},    {"HAS_ALPN", true},       {"HAS_SSLv2", false},
                 {"HAS_SSLv3", false},  {"HAS_TLSv1", true},      {"HAS_TLSv1_1", true},
                 {"HAS_TLSv1_2", true}, {"HAS_TLSv1_3", true}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (module_set(module, numbers[i].name, int_from_i64(numbers[i].value)) < 0)
            return -1;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (module_set(module, flags[i].name, VALUE_BOOL(flags[i].value)) < 0)
            return -1;
    return 0;
}

/* (major, minor, fix, patch, status), as OpenSSL 3 numbers its versions for CPython. */
static Value version_tuple(unsigned long version) {
    Value parts[5] = {value_from_small_int(version >> 28 & 255),
                      value_from_small_int(version >> 20 & 255),
                      value_from_small_int(version >> 12 & 255),
                      value_from_small_int(version >> 4 & 255), value_from_small_int(version & 15)};
    return tuple_new(parts, 5);
}

static int ssl_init(ModuleObject *module) {
    if (!OPENSSL_init_ssl(OPENSSL_INIT_LOAD_CONFIG, NULL))
        return raise_status(&rt_exc_ImportError, "OpenSSL does not start");
    if (ssl_error_init(module) < 0 || add_constants(module) < 0 ||
        module_add_type(module, "_SSLContext", &ssl_type_context) < 0 ||
        module_add_type(module, "_SSLSocket", &ssl_type_connection) < 0 ||
        module_add_type(module, "MemoryBIO", &ssl_type_bio) < 0 ||
        module_add_type(module, "SSLSession", &ssl_type_session) < 0 ||
        module_set(module, "_DEFAULT_CIPHERS", str_from_cstr(SSL_DEFAULT_CIPHERS)) < 0 ||
        module_set(module, "OPENSSL_VERSION", str_from_cstr(OpenSSL_version(OPENSSL_VERSION))) <
            0 ||
        module_set(module, "OPENSSL_VERSION_INFO", version_tuple(OpenSSL_version_num())) < 0 ||
        module_set(module, "_OPENSSL_API_VERSION", version_tuple(OPENSSL_VERSION_NUMBER)) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__ssl = {"_ssl", ssl_init};
