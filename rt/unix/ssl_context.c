/* ssl_context.c — _SSLContext: what connections have in common, and the callbacks into Python. */
#include "bytes.h"
#include "ssl.h"

#include <errno.h>
#include <openssl/dh.h>
#include <openssl/pem.h>

/* CPython's own numbers for "whatever the library supports". */
enum { VERSION_LEAST = -2, VERSION_MOST = -1 };
enum { CERTIFICATE_NONE, CERTIFICATE_OPTIONAL, CERTIFICATE_REQUIRED };

static SslContext *self_of(const Value *args) {
    return AS(SslContext, args[0]);
}

/* ---- making ---------------------------------------------------------------------------------- */

static void set_verify_mode(SslContext *self, int mode) {
    int flags = mode == CERTIFICATE_NONE       ? SSL_VERIFY_NONE
                : mode == CERTIFICATE_OPTIONAL ? SSL_VERIFY_PEER
                                               : SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT;
    SSL_CTX_set_verify(self->ctx, flags, SSL_CTX_get_verify_callback(self->ctx));
}

static int verify_mode(const SslContext *self) {
    int flags = SSL_CTX_get_verify_mode(self->ctx);
    if (!(flags & SSL_VERIFY_PEER))
        return CERTIFICATE_NONE;
    return flags & SSL_VERIFY_FAIL_IF_NO_PEER_CERT ? CERTIFICATE_REQUIRED : CERTIFICATE_OPTIONAL;
}

static const SSL_METHOD *method_of(int protocol) {
    switch (protocol) {
    case SSL_PROTOCOL_TLS:
    case SSL_PROTOCOL_TLS1:
    case SSL_PROTOCOL_TLS1_1:
    case SSL_PROTOCOL_TLS1_2:
        return TLS_method();
    case SSL_PROTOCOL_CLIENT:
        return TLS_client_method();
    case SSL_PROTOCOL_SERVER:
        return TLS_server_method();
    default:
        return NULL;
    }
}

/* The contexts of a single version of the protocol. */
static void fix_version(SslContext *self) {
    if (self->protocol < SSL_PROTOCOL_TLS1 || self->protocol > SSL_PROTOCOL_TLS1_2)
        return;
    int version = TLS1_VERSION + self->protocol - SSL_PROTOCOL_TLS1;
    SSL_CTX_set_min_proto_version(self->ctx, version);
    SSL_CTX_set_max_proto_version(self->ctx, version);
}

static void set_defaults(SslContext *self) {
    bool client = self->protocol == SSL_PROTOCOL_CLIENT;
    uint64_t options = SSL_OP_ALL & ~(uint64_t)SSL_OP_DONT_INSERT_EMPTY_FRAGMENTS;
    options |= SSL_OP_NO_SSLv3 | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_COMPRESSION |
               SSL_OP_IGNORE_UNEXPECTED_EOF;
    self->check_hostname = client;
    self->host_flags = X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS;
    set_verify_mode(self, client ? CERTIFICATE_REQUIRED : CERTIFICATE_NONE);
    SSL_CTX_set_options(self->ctx, options);
    fix_version(self);
    SSL_CTX_set_mode(self->ctx, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_id_context(self->ctx, (const unsigned char *)"Python", 6);
    SSL_CTX_set_post_handshake_auth(self->ctx, 0);
    X509_VERIFY_PARAM *param = SSL_CTX_get0_param(self->ctx);
    X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_TRUSTED_FIRST);
    X509_VERIFY_PARAM_set_hostflags(param, self->host_flags);
}

NATIVE(context_make) {
    NATIVE_UNUSED();
    int protocol;
    if (object_c_int(args[0], &protocol) < 0)
        return 0;
    const SSL_METHOD *method = method_of(protocol);
    if (!method)
        return raise_error(&rt_exc_ValueError, "invalid or unsupported protocol version %d",
                           protocol);
    SslContext *self = object_new(SPEC_DATA(callee), sizeof *self);
    if (!self)
        return 0;
    self->protocol = protocol;
    self->ctx = SSL_CTX_new(method);
    if (self->ctx) {
        SSL_CTX_set_app_data(self->ctx, self);
        set_defaults(self);
        if (SSL_CTX_set_cipher_list(self->ctx, SSL_DEFAULT_CIPHERS))
            return OBJ(self);
    }
    ssl_raise(NULL, LINE_OTHER);
    value_decref(OBJ(self));
    return 0;
}

NEW_BY_SPEC(context_new, .name = "_SSLContext", .call = context_make, .min_args = 1, .max_args = 1)

static void context_clear(Object *object) {
    SslContext *self = (SslContext *)object;
    value_replace(&self->sni_callback, 0);
    value_replace(&self->message_callback, 0);
}

static void context_dealloc(Object *object) {
    SslContext *self = (SslContext *)object;
    context_clear(object);
    value_decref(self->keylog_name);
    SSL_CTX_free(self->ctx);
    BIO_free_all(self->keylog);
    mem_free(self->alpn);
}

static void context_traverse(Object *object, VisitValue visit, void *context) {
    const SslContext *self = (const SslContext *)object;
    visit(self->sni_callback, context);
    visit(self->message_callback, context);
}

/* ---- connections ----------------------------------------------------------------------------- */

static Value none_if_absent(Value value) {
    return value ? value : VALUE_NONE;
}

/* _wrap_socket(sock, server_side, server_hostname=None, *, owner=None, session=None) */
NATIVE(method_wrap_socket) {
    NATIVE_UNUSED();
    int server = object_truth(args[2]);
    if (server < 0)
        return 0;
    if (!value_isa(args[1], &socket_type))
        return raise_error(&rt_exc_TypeError, "_wrap_socket() argument 1 must be _socket.socket");
    return ssl_connection_new(self_of(args), args[1], server, none_if_absent(args[3]),
                              none_if_absent(args[4]), none_if_absent(args[5]), NULL, NULL);
}

/* _wrap_bio(incoming, outgoing, server_side, server_hostname=None, *, owner=None, session=None) */
NATIVE(method_wrap_bio) {
    NATIVE_UNUSED();
    int server = object_truth(args[3]);
    if (server < 0)
        return 0;
    for (int i = 1; i < 3; i++)
        if (!value_is(args[i], &ssl_type_bio))
            return raise_error(&rt_exc_TypeError,
                               "_wrap_bio() argument '%s' must be _ssl.MemoryBIO, not %T",
                               i == 1 ? "incoming" : "outgoing", args[i]);
    return ssl_connection_new(self_of(args), 0, server, none_if_absent(args[4]),
                              none_if_absent(args[5]), none_if_absent(args[6]), AS(SslBio, args[1]),
                              AS(SslBio, args[2]));
}

/* ---- ciphers, protocols ---------------------------------------------------------------------- */

NATIVE(method_set_ciphers) {
    NATIVE_UNUSED();
    size_t size;
    const char *text = value_is_str(args[1]) ? str_utf8(args[1], &size) : NULL;
    if (!text)
        return raise_error(&rt_exc_TypeError, "set_ciphers() argument must be str, not %T",
                           args[1]);
    if (SSL_CTX_set_cipher_list(self_of(args)->ctx, text))
        return VALUE_NONE;
    ERR_clear_error(); /* which says no more */
    return ssl_raise_plain("No cipher can be selected.");
}

static int enter(Value dict, const char *name, Value value_take) {
    return value_take ? dict_set_cstr_take(dict, name, value_take) : -1;
}

static Value name_or_none(int nid) {
    return nid == NID_undef ? VALUE_NONE : str_from_cstr(OBJ_nid2ln(nid));
}

static Value cipher_dict(const SSL_CIPHER *cipher) {
    char text[512] = "";
    int bits, strength = SSL_CIPHER_get_bits(cipher, &bits);
    SSL_CIPHER_description(cipher, text, sizeof text);
    text[strcspn(text, "\n")] = 0;
    Value dict = dict_new();
    if (dict && enter(dict, "id", int_from_u64(SSL_CIPHER_get_id(cipher))) == 0 &&
        enter(dict, "name", str_from_cstr(SSL_CIPHER_get_name(cipher))) == 0 &&
        enter(dict, "protocol", str_from_cstr(SSL_CIPHER_get_version(cipher))) == 0 &&
        enter(dict, "description", str_from_cstr(text)) == 0 &&
        enter(dict, "strength_bits", int_from_i64(strength)) == 0 &&
        enter(dict, "alg_bits", int_from_i64(bits)) == 0 &&
        enter(dict, "aead", VALUE_BOOL(SSL_CIPHER_is_aead(cipher))) == 0 &&
        enter(dict, "symmetric", name_or_none(SSL_CIPHER_get_cipher_nid(cipher))) == 0 &&
        enter(dict, "digest", name_or_none(SSL_CIPHER_get_digest_nid(cipher))) == 0 &&
        enter(dict, "kea", name_or_none(SSL_CIPHER_get_kx_nid(cipher))) == 0 &&
        enter(dict, "auth", name_or_none(SSL_CIPHER_get_auth_nid(cipher))) == 0)
        return dict;
    value_decref(dict);
    return 0;
}

NATIVE(method_get_ciphers) {
    NATIVE_UNUSED();
    STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(self_of(args)->ctx);
    Value list = list_new(NULL, 0);
    for (int i = 0; list && i < sk_SSL_CIPHER_num(ciphers); i++) {
        Value dict = cipher_dict(sk_SSL_CIPHER_value(ciphers, i));
        if (!dict || list_append_take(list, dict) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

static int select_alpn(SSL *ssl, const unsigned char **out, unsigned char *out_size,
                       const unsigned char *offered, unsigned offered_size, void *data) {
    (void)ssl;
    const SslContext *self = data;
    int found = SSL_select_next_proto((unsigned char **)(uintptr_t)out, out_size, self->alpn,
                                      self->alpn_size, offered, offered_size);
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

NATIVE(method_set_alpn_protocols) {
    NATIVE_UNUSED();
    SslContext *self = self_of(args);
    const uint8_t *data;
    int64_t size;
    if (!bytes_view(args[1], &data, &size))
        return buffer_refused(args[1]);
    uint8_t *copy = mem_alloc_items(size, 1);
    if (!copy)
        return 0;
    memcpy(copy, data, (size_t)size);
    mem_free(self->alpn);
    self->alpn = copy;
    self->alpn_size = (uint32_t)size;
    if (SSL_CTX_set_alpn_protos(self->ctx, copy, (unsigned)size))
        return raise_no_memory();
    SSL_CTX_set_alpn_select_cb(self->ctx, select_alpn, self);
    return VALUE_NONE;
}

NATIVE(method_set_ecdh_curve) {
    NATIVE_UNUSED();
    Value name = path_bytes(args[1], NULL);
    if (!name)
        return 0;
    int nid = OBJ_sn2nid((const char *)AS(BytesObject, name)->data);
    if (nid == NID_undef)
        raise_error(&rt_exc_ValueError, "unknown elliptic curve name %R", args[1]);
    else if (!SSL_CTX_set1_groups(self_of(args)->ctx, &nid, 1))
        ssl_raise(NULL, LINE_OTHER);
    value_decref(name);
    return isolate.pending ? 0 : VALUE_NONE;
}

/* ---- certificates and keys ------------------------------------------------------------------- */

/* OSError if the system had an error, else OpenSSL's. */
static Value raise_file(int line) {
    int error = errno;
    if (!error)
        return ssl_raise(NULL, line);
    ERR_clear_error();
    return raise_errno(error, 0);
}

/* Where the password of a private key comes from. */
typedef struct Password {
    Value source; /* str, bytes, or a function that answers one */
    bool failed;
    char text[PEM_BUFSIZE];
    int size;
} Password;

static int take_password(Password *password, Value value, const char *complaint) {
    const uint8_t *data;
    int64_t size;
    if (value_is_str(value)) {
        size_t length;
        data = (const uint8_t *)str_utf8(value, &length);
        size = (int64_t)length;
    } else if (!bytes_view(value, &data, &size)) {
        return raise_status(&rt_exc_TypeError, "%s", complaint);
    }
    if (size > PEM_BUFSIZE)
        return raise_status(&rt_exc_ValueError, "password cannot be longer than %d bytes",
                            PEM_BUFSIZE);
    memcpy(password->text, data, (size_t)size);
    password->size = (int)size;
    return 0;
}

static int give_password(char *room, int room_size, int writing, void *data) {
    (void)writing;
    Password *password = data;
    if (object_callable(password->source)) {
        Value answer = object_call0(password->source);
        int status =
            answer ? take_password(password, answer, "password callback must return a string") : -1;
        value_decref(answer);
        if (status < 0) {
            password->failed = true;
            return -1;
        }
    }
    int size = password->size < room_size ? password->size : room_size;
    memcpy(room, password->text, (size_t)size);
    return size;
}

static Value load_chain(SslContext *self, const char *certificate, const char *key,
                        Password *password) {
    ERR_clear_error();
    errno = 0;
    int good = SSL_CTX_use_certificate_chain_file(self->ctx, certificate);
    int line = LINE_CERTIFICATE;
    if (good == 1) {
        errno = 0;
        line = LINE_KEY;
        good = SSL_CTX_use_PrivateKey_file(self->ctx, key, SSL_FILETYPE_PEM);
        if (good != 1 && ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH) {
            line = LINE_KEY_CHECK;
            errno = 0;
        }
    }
    if (good == 1 && SSL_CTX_check_private_key(self->ctx) == 1)
        return VALUE_NONE;
    if (password->failed) {
        ERR_clear_error();
        return 0;
    }
    if (good == 1)
        return ssl_raise(NULL, LINE_KEY_CHECK);
    return raise_file(line);
}

/* path_bytes() with words of its own for what is no path. */
static Value file_name(Value path, const char *parameter) {
    Value bytes = path_bytes(path, NULL);
    if (bytes || !exc_pending_is(&rt_exc_TypeError))
        return bytes;
    exc_clear();
    return raise_error(&rt_exc_TypeError, "%s should be a valid filesystem path", parameter);
}

/* load_cert_chain(certfile, keyfile=None, password=None) */
NATIVE(method_load_cert_chain) {
    NATIVE_UNUSED();
    SslContext *self = self_of(args);
    Password password = {.source = none_if_absent(args[3])};
    Value certificate = file_name(args[1], "certfile"), key = 0, result = 0;
    if (certificate)
        key = args[2] && args[2] != VALUE_NONE ? file_name(args[2], "keyfile")
                                               : value_incref(certificate);
    bool asked = password.source != VALUE_NONE;
    if (key && asked && !object_callable(password.source) &&
        take_password(&password, password.source, "password should be a string or callable") < 0)
        password.failed = true;
    if (key && !password.failed) {
        if (asked) {
            SSL_CTX_set_default_passwd_cb(self->ctx, give_password);
            SSL_CTX_set_default_passwd_cb_userdata(self->ctx, &password);
        }
        result = load_chain(self, (const char *)AS(BytesObject, certificate)->data,
                            (const char *)AS(BytesObject, key)->data, &password);
        SSL_CTX_set_default_passwd_cb(self->ctx, NULL);
        SSL_CTX_set_default_passwd_cb_userdata(self->ctx, NULL);
    }
    OPENSSL_cleanse(password.text, sizeof password.text);
    value_decref(certificate);
    value_decref(key);
    return result;
}

/* The end of the certificates in `bio`: is it one? */
static bool clean_end(BIO *bio, bool pem) {
    unsigned long code = ERR_peek_last_error();
    if (!pem && ERR_GET_LIB(code) == ERR_LIB_ASN1 && ERR_GET_REASON(code) == ASN1_R_HEADER_TOO_LONG)
        return true;
    if (!pem && BIO_eof(bio))
        return true;
    return pem && ERR_GET_LIB(code) == ERR_LIB_PEM && ERR_GET_REASON(code) == PEM_R_NO_START_LINE;
}

static int add_certificates(SslContext *self, const void *data, int64_t size, bool pem) {
    X509_STORE *store = SSL_CTX_get_cert_store(self->ctx);
    BIO *bio = BIO_new_mem_buf(data, (int)size);
    int loaded = 0, good = bio != NULL;
    ERR_clear_error();
    while (good) {
        X509 *one = pem ? PEM_read_bio_X509(bio, NULL, NULL, NULL) : d2i_X509_bio(bio, NULL);
        if (!one)
            break;
        good = X509_STORE_add_cert(store, one);
        X509_free(one);
        loaded++;
    }
    bool ended = bio && clean_end(bio, pem);
    BIO_free(bio);
    if (loaded == 0)
        ssl_raise(pem ? "no start line: cadata does not contain a certificate"
                      : "not enough data: cadata does not contain a certificate",
                  LINE_CADATA);
    else if (!good || !ended)
        ssl_raise(NULL, LINE_CADATA);
    ERR_clear_error();
    return isolate.pending ? -1 : 0;
}

static int add_data(SslContext *self, Value data) {
    const uint8_t *bytes;
    int64_t size;
    bool pem = value_is_str(data);
    if (pem) {
        size_t length;
        bytes = (const uint8_t *)str_utf8(data, &length);
        size = (int64_t)length;
        if (!bytes || !AS(StrObject, data)->ascii)
            return raise_status(&rt_exc_TypeError,
                                "cadata should be an ASCII string or a bytes-like object");
    } else if (!bytes_view(data, &bytes, &size)) {
        return raise_status(&rt_exc_TypeError,
                            "cadata should be an ASCII string or a bytes-like object");
    }
    if (size == 0)
        return raise_status(&rt_exc_ValueError, "Empty certificate data");
    return add_certificates(self, bytes, size, pem);
}

static int add_files(SslContext *self, Value file, Value folder) {
    Value names[2] = {file == VALUE_NONE ? VALUE_NONE : path_bytes(file, NULL),
                      folder == VALUE_NONE ? VALUE_NONE : path_bytes(folder, NULL)};
    int status = names[0] && names[1] ? 0 : -1;
    if (status == 0) {
        const char *paths[2];
        for (int i = 0; i < 2; i++)
            paths[i] =
                names[i] == VALUE_NONE ? NULL : (const char *)AS(BytesObject, names[i])->data;
        errno = 0;
        if (SSL_CTX_load_verify_locations(self->ctx, paths[0], paths[1]) != 1)
            status = raise_file(LINE_VERIFY_LOCATIONS) ? 0 : -1;
    }
    value_decref(names[0]);
    value_decref(names[1]);
    return status;
}

/* load_verify_locations(cafile=None, capath=None, cadata=None) */
NATIVE(method_load_verify_locations) {
    NATIVE_UNUSED();
    SslContext *self = self_of(args);
    Value file = none_if_absent(args[1]), folder = none_if_absent(args[2]);
    Value data = none_if_absent(args[3]);
    if (file == VALUE_NONE && folder == VALUE_NONE && data == VALUE_NONE)
        return raise_error(&rt_exc_TypeError, "cafile, capath and cadata cannot be all omitted");
    if (data != VALUE_NONE && add_data(self, data) < 0)
        return 0;
    if ((file != VALUE_NONE || folder != VALUE_NONE) && add_files(self, file, folder) < 0)
        return 0;
    return VALUE_NONE;
}

NATIVE(method_set_default_verify_paths) {
    NATIVE_UNUSED();
    return SSL_CTX_set_default_verify_paths(self_of(args)->ctx) ? VALUE_NONE
                                                                : ssl_raise(NULL, LINE_OTHER);
}

NATIVE(method_load_dh_params) {
    NATIVE_UNUSED();
    Value path = path_bytes(args[1], NULL);
    BIO *bio = path ? BIO_new_file((const char *)AS(BytesObject, path)->data, "r") : NULL;
    value_decref(path);
    if (!path)
        return 0;
    if (!bio)
        return ERR_clear_error(), raise_errno(errno, args[1]);
    EVP_PKEY *parameters = PEM_read_bio_Parameters(bio, NULL);
    BIO_free(bio);
    if (parameters && SSL_CTX_set0_tmp_dh_pkey(self_of(args)->ctx, parameters))
        return VALUE_NONE;
    EVP_PKEY_free(parameters);
    return ssl_raise(NULL, LINE_OTHER);
}

NATIVE(method_cert_store_stats) {
    NATIVE_UNUSED();
    STACK_OF(X509_OBJECT) *all =
        X509_STORE_get0_objects(SSL_CTX_get_cert_store(self_of(args)->ctx));
    int certificates = 0, lists = 0, authorities = 0;
    for (int i = 0; i < sk_X509_OBJECT_num(all); i++) {
        const X509_OBJECT *object = sk_X509_OBJECT_value(all, i);
        lists += X509_OBJECT_get_type(object) == X509_LU_CRL;
        if (X509_OBJECT_get_type(object) != X509_LU_X509)
            continue;
        certificates++;
        authorities += X509_check_ca(X509_OBJECT_get0_X509(object)) != 0;
    }
    Value dict = dict_new();
    if (dict && enter(dict, "x509", int_from_i64(certificates)) == 0 &&
        enter(dict, "crl", int_from_i64(lists)) == 0 &&
        enter(dict, "x509_ca", int_from_i64(authorities)) == 0)
        return dict;
    value_decref(dict);
    return 0;
}

/* get_ca_certs(binary_form=False) */
NATIVE(method_get_ca_certs) {
    NATIVE_UNUSED();
    int binary = args[1] ? object_truth(args[1]) : 0;
    STACK_OF(X509_OBJECT) *all =
        X509_STORE_get0_objects(SSL_CTX_get_cert_store(self_of(args)->ctx));
    Value list = binary < 0 ? 0 : list_new(NULL, 0);
    for (int i = 0; list && i < sk_X509_OBJECT_num(all); i++) {
        X509 *certificate = X509_OBJECT_get0_X509(sk_X509_OBJECT_value(all, i));
        if (!certificate || !X509_check_ca(certificate))
            continue;
        Value shown =
            binary ? ssl_certificate_bytes(certificate) : ssl_certificate_dict(certificate);
        if (!shown || list_append_take(list, shown) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

NATIVE(method_session_stats) {
    NATIVE_UNUSED();
    SSL_CTX *ctx = self_of(args)->ctx;
    const struct {
        const char *name;
        long value;
    } stats[] = {{"number", SSL_CTX_sess_number(ctx)},
                 {"connect", SSL_CTX_sess_connect(ctx)},
                 {"connect_good", SSL_CTX_sess_connect_good(ctx)},
                 {"connect_renegotiate", SSL_CTX_sess_connect_renegotiate(ctx)},
                 {"accept", SSL_CTX_sess_accept(ctx)},
                 {"accept_good", SSL_CTX_sess_accept_good(ctx)},
                 {"accept_renegotiate", SSL_CTX_sess_accept_renegotiate(ctx)},
                 {"hits", SSL_CTX_sess_hits(ctx)},
                 {"misses", SSL_CTX_sess_misses(ctx)},
                 {"timeouts", SSL_CTX_sess_timeouts(ctx)},
                 {"cache_full", SSL_CTX_sess_cache_full(ctx)}};
    Value dict = dict_new();
    for (size_t i = 0; dict && i < sizeof stats / sizeof *stats; i++)
        if (enter(dict, stats[i].name, int_from_i64(stats[i].value)) < 0) {
            value_decref(dict);
            return 0;
        }
    return dict;
}

/* ---- callbacks into Python ------------------------------------------------------------------- */

/* Takes the isolate's lock for a callback, if its connection works without it. */
static void callback_enter(SslConnection *connection) {
    if (connection->outside)
        isolate_enter(connection->outside);
}

static void callback_leave(SslConnection *connection) {
    if (connection->outside)
        isolate_leave(connection->outside);
}

static Value owner_of(const SslConnection *connection) {
    Value owner = connection->owner ? weakref_target_borrow(connection->owner) : 0;
    return owner ? owner : VALUE_NONE;
}

/* sni_callback(connection, name, context): None, or the alert to send. */
static int call_sni(SslConnection *connection, SslContext *context, const char *name, int *alert) {
    Value args[3] = {owner_of(connection), name ? str_from_cstr(name) : VALUE_NONE, OBJ(context)};
    Value callback = value_incref(context->sni_callback); /* it may replace itself */
    Value answer = args[1] ? object_call(callback, args, 3, 0) : 0;
    int result = SSL_TLSEXT_ERR_OK;
    if (!answer) {
        exc_unraisable("in ssl servername callback", callback);
        *alert = SSL_AD_HANDSHAKE_FAILURE;
        result = SSL_TLSEXT_ERR_ALERT_FATAL;
    } else if (answer != VALUE_NONE) {
        if (object_c_int(answer, alert) < 0) {
            exc_unraisable("in ssl servername callback", answer);
            *alert = SSL_AD_INTERNAL_ERROR;
        }
        result = SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    value_decref(args[1]);
    value_decref(answer);
    value_decref(callback);
    return result;
}

static int on_servername(SSL *ssl, int *alert, void *data) {
    SslContext *context = data;
    SslConnection *connection = SSL_get_app_data(ssl);
    if (!context->sni_callback)
        return SSL_TLSEXT_ERR_NOACK;
    const char *name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
    callback_enter(connection);
    int result = call_sni(connection, context, name, alert);
    callback_leave(connection);
    return result;
}

NATIVE(get_sni_callback) {
    NATIVE_UNUSED();
    Value callback = self_of(args)->sni_callback;
    return callback ? value_incref(callback) : VALUE_NONE;
}

static int set_sni_callback(Value value, Value callback) {
    SslContext *self = AS(SslContext, value);
    if (self->protocol == SSL_PROTOCOL_CLIENT)
        return raise_status(&rt_exc_ValueError, "sni_callback cannot be set on TLS_CLIENT context");
    bool none = !callback || callback == VALUE_NONE;
    if (!none && !object_callable(callback))
        return raise_status(&rt_exc_TypeError, "not a callable object");
    value_replace(&self->sni_callback, none ? 0 : value_incref(callback));
    int (*function)(SSL *, int *, void *) = none ? NULL : on_servername;
    SSL_CTX_set_tlsext_servername_callback(self->ctx, function);
    SSL_CTX_set_tlsext_servername_arg(self->ctx, self);
    return 0;
}

/* The kind of a message: the first byte of what it carries. */
static int message_kind(int content, const uint8_t *data, size_t size) {
    if (content == SSL3_RT_CHANGE_CIPHER_SPEC && size)
        return SSL3_MT_CHANGE_CIPHER_SPEC;
    if (content == SSL3_RT_ALERT)
        return size > 1 ? data[1] : -1;
    return size ? data[0] : -1;
}

static void on_message(int writing, int version, int content, const void *data, size_t size,
                       SSL *ssl, void *extra) {
    (void)extra;
    SslConnection *connection = SSL_get_app_data(ssl);
    callback_enter(connection);
    Value callback = connection->context->message_callback;
    if (callback && !connection->failure) {
        Value args[6] = {owner_of(connection),
                         str_from_cstr(writing ? "write" : "read"),
                         int_from_i64(version),
                         int_from_i64(content),
                         int_from_i64(message_kind(content, data, size)),
                         bytes_new(data, size)};
        Value answer = args[5] ? object_call(callback, args, 6, 0) : 0;
        value_decref(args[1]);
        value_decref(args[5]);
        value_decref(answer);
        if (!answer)
            connection->failure = exc_fetch();
    }
    callback_leave(connection);
}

NATIVE(get_msg_callback) {
    NATIVE_UNUSED();
    Value callback = self_of(args)->message_callback;
    return callback ? value_incref(callback) : VALUE_NONE;
}

static int set_msg_callback(Value value, Value callback) {
    SslContext *self = AS(SslContext, value);
    bool none = !callback || callback == VALUE_NONE;
    if (!none && !object_callable(callback))
        return raise_status(&rt_exc_TypeError, "not a callable object");
    value_replace(&self->message_callback, none ? 0 : value_incref(callback));
    SSL_CTX_set_msg_callback(self->ctx, none ? NULL : on_message);
    return 0;
}

static void on_keylog(const SSL *ssl, const char *line) {
    SslConnection *connection = SSL_get_app_data(ssl);
    BIO_printf(connection->context->keylog, "%s\n", line);
    (void)BIO_flush(connection->context->keylog);
}

NATIVE(get_keylog_filename) {
    NATIVE_UNUSED();
    Value name = self_of(args)->keylog_name;
    return name ? value_incref(name) : VALUE_NONE;
}

static int set_keylog_filename(Value value, Value name) {
    SslContext *self = AS(SslContext, value);
    SSL_CTX_set_keylog_callback(self->ctx, NULL);
    BIO_free_all(self->keylog);
    self->keylog = NULL;
    value_replace(&self->keylog_name, 0);
    if (!name || name == VALUE_NONE)
        return 0;
    Value path = path_bytes(name, NULL);
    if (!path)
        return -1;
    errno = 0;
    self->keylog = BIO_new_file((const char *)AS(BytesObject, path)->data, "a");
    value_decref(path);
    if (!self->keylog)
        return ERR_clear_error(), raise_errno(errno, name) ? 0 : -1;
    self->keylog_name = value_incref(name);
    SSL_CTX_set_keylog_callback(self->ctx, on_keylog);
    return 0;
}

/* ---- settings -------------------------------------------------------------------------------- */

NATIVE(get_check_hostname) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->check_hostname);
}

static int set_check_hostname(Value value, Value flag) {
    SslContext *self = AS(SslContext, value);
    int wanted = flag ? object_truth(flag) : -1;
    if (wanted < 0)
        return -1;
    if (wanted && verify_mode(self) == CERTIFICATE_NONE)
        set_verify_mode(self, CERTIFICATE_REQUIRED);
    self->check_hostname = wanted;
    return 0;
}

NATIVE(get_verify_mode) {
    NATIVE_UNUSED();
    return value_from_small_int(verify_mode(self_of(args)));
}

static int put_verify_mode(Value value, Value number) {
    SslContext *self = AS(SslContext, value);
    int mode;
    if (!number || object_c_int(number, &mode) < 0)
        return -1;
    if (mode == CERTIFICATE_NONE && self->check_hostname)
        return raise_status(&rt_exc_ValueError,
                            "Cannot set verify_mode to CERT_NONE when check_hostname is enabled.");
    if (mode < CERTIFICATE_NONE || mode > CERTIFICATE_REQUIRED)
        return raise_status(&rt_exc_ValueError, "invalid value for verify_mode");
    set_verify_mode(self, mode);
    return 0;
}

NATIVE(get_verify_flags) {
    NATIVE_UNUSED();
    return int_from_u64(X509_VERIFY_PARAM_get_flags(SSL_CTX_get0_param(self_of(args)->ctx)));
}

static int set_verify_flags(Value value, Value number) {
    X509_VERIFY_PARAM *param = SSL_CTX_get0_param(AS(SslContext, value)->ctx);
    int64_t wanted = number ? object_index(number) : -1;
    if (isolate.pending)
        return -1;
    unsigned long before = X509_VERIFY_PARAM_get_flags(param), after = (unsigned long)wanted;
    if (!X509_VERIFY_PARAM_clear_flags(param, before & ~after) ||
        !X509_VERIFY_PARAM_set_flags(param, after & ~before))
        return ssl_raise(NULL, LINE_OTHER) ? 0 : -1;
    return 0;
}

NATIVE(get_options) {
    NATIVE_UNUSED();
    return int_from_u64(SSL_CTX_get_options(self_of(args)->ctx));
}

static int set_options(Value value, Value number) {
    SSL_CTX *ctx = AS(SslContext, value)->ctx;
    int64_t wanted = number ? object_index(number) : -1;
    if (isolate.pending)
        return -1;
    uint64_t before = SSL_CTX_get_options(ctx), after = (uint64_t)wanted;
    SSL_CTX_clear_options(ctx, before & ~after);
    SSL_CTX_set_options(ctx, after & ~before);
    return 0;
}

NATIVE(get_host_flags) {
    NATIVE_UNUSED();
    return int_from_u64(self_of(args)->host_flags);
}

static int set_host_flags(Value value, Value number) {
    SslContext *self = AS(SslContext, value);
    int64_t flags = number ? object_index(number) : -1;
    if (isolate.pending)
        return -1;
    self->host_flags = (uint32_t)flags;
    X509_VERIFY_PARAM_set_hostflags(SSL_CTX_get0_param(self->ctx), self->host_flags);
    return 0;
}

NATIVE(get_protocol) {
    NATIVE_UNUSED();
    return value_from_small_int(self_of(args)->protocol);
}

NATIVE(get_minimum_version) {
    NATIVE_UNUSED();
    long version = SSL_CTX_get_min_proto_version(self_of(args)->ctx);
    return value_from_small_int(version ? version : VERSION_LEAST);
}

NATIVE(get_maximum_version) {
    NATIVE_UNUSED();
    long version = SSL_CTX_get_max_proto_version(self_of(args)->ctx);
    return value_from_small_int(version ? version : VERSION_MOST);
}

/* Reads a version that may be set as a bound of `self`. 0 or -1. */
static int read_version(SslContext *self, Value value, int *version) {
    if (!value || object_c_int(value, version) < 0)
        return -1;
    if (self->protocol != SSL_PROTOCOL_TLS && self->protocol < SSL_PROTOCOL_CLIENT)
        return raise_status(&rt_exc_ValueError, "The context's protocol doesn't support "
                                                "modification of highest and lowest version.");
    if ((*version < SSL3_VERSION || *version > TLS1_3_VERSION) && *version != VERSION_LEAST &&
        *version != VERSION_MOST)
        return raise_status(&rt_exc_ValueError, "Unsupported TLS/SSL version 0x%x", *version);
    return 0;
}

static int set_version(SslContext *self, int version, bool least) {
    if (version == (least ? VERSION_LEAST : VERSION_MOST))
        version = 0;
    else if (version == VERSION_MOST)
        version = TLS1_3_VERSION;
    else if (version == VERSION_LEAST)
        version = TLS1_VERSION;
    long good = least ? SSL_CTX_set_min_proto_version(self->ctx, version)
                      : SSL_CTX_set_max_proto_version(self->ctx, version);
    return good ? 0
                : raise_status(&rt_exc_ValueError, "Unsupported protocol version 0x%x", version);
}

static int set_minimum_version(Value value, Value number) {
    int version;
    return read_version(AS(SslContext, value), number, &version) < 0
               ? -1
               : set_version(AS(SslContext, value), version, true);
}

static int set_maximum_version(Value value, Value number) {
    int version;
    return read_version(AS(SslContext, value), number, &version) < 0
               ? -1
               : set_version(AS(SslContext, value), version, false);
}

NATIVE(get_post_handshake_auth) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->post_handshake_auth);
}

static int set_post_handshake_auth(Value value, Value flag) {
    int wanted = flag ? object_truth(flag) : -1;
    if (wanted >= 0)
        AS(SslContext, value)->post_handshake_auth = wanted;
    return wanted < 0 ? -1 : 0;
}

NATIVE(get_num_tickets) {
    NATIVE_UNUSED();
    return int_from_u64(SSL_CTX_get_num_tickets(self_of(args)->ctx));
}

static int set_num_tickets(Value value, Value number) {
    SslContext *self = AS(SslContext, value);
    int tickets;
    if (!number || object_c_int(number, &tickets) < 0)
        return -1;
    if (tickets < 0)
        return raise_status(&rt_exc_ValueError, "value must be non-negative");
    if (self->protocol != SSL_PROTOCOL_SERVER)
        return raise_status(&rt_exc_ValueError, "SSLContext is not a server context.");
    SSL_CTX_set_num_tickets(self->ctx, (size_t)tickets);
    return 0;
}

NATIVE(get_security_level) {
    NATIVE_UNUSED();
    return value_from_small_int(SSL_CTX_get_security_level(self_of(args)->ctx));
}

#define ROW(text, least, most)                                                                     \
    { .name = #text, .call = method_##text, .min_args = least, .max_args = most }
#define NAMED(text, function, least, most, names)                                                  \
    { .name = text, .call = function, .min_args = least, .max_args = most, .keywords = names }
#define GETTER(text, getter, setter)                                                               \
    { .name = text, .call = getter, .kind = METHOD_GETTER, .set = setter }

static const NativeMethod context_methods[] = {
    NAMED("_wrap_socket", method_wrap_socket, 2, 5,
          "sock server_side server_hostname owner session"),
    NAMED("_wrap_bio", method_wrap_bio, 3, 6,
          "incoming outgoing server_side server_hostname owner session"),
    ROW(set_ciphers, 1, 1),
    ROW(get_ciphers, 0, 0),
    {.name = "_set_alpn_protocols",
     .call = method_set_alpn_protocols,
     .min_args = 1,
     .max_args = 1},
    ROW(set_ecdh_curve, 1, 1),
    NAMED("load_cert_chain", method_load_cert_chain, 1, 3, "certfile keyfile password"),
    NAMED("load_verify_locations", method_load_verify_locations, 0, 3, "cafile capath cadata"),
    ROW(load_dh_params, 1, 1),
    ROW(set_default_verify_paths, 0, 0),
    ROW(cert_store_stats, 0, 0),
    NAMED("get_ca_certs", method_get_ca_certs, 0, 1, "binary_form"),
    ROW(session_stats, 0, 0),
    GETTER("check_hostname", get_check_hostname, set_check_hostname),
    GETTER("verify_mode", get_verify_mode, put_verify_mode),
    GETTER("verify_flags", get_verify_flags, set_verify_flags),
    GETTER("options", get_options, set_options),
    GETTER("_host_flags", get_host_flags, set_host_flags),
    GETTER("protocol", get_protocol, NULL),
    GETTER("minimum_version", get_minimum_version, set_minimum_version),
    GETTER("maximum_version", get_maximum_version, set_maximum_version),
    GETTER("post_handshake_auth", get_post_handshake_auth, set_post_handshake_auth),
    GETTER("num_tickets", get_num_tickets, set_num_tickets),
    GETTER("security_level", get_security_level, NULL),
    GETTER("sni_callback", get_sni_callback, set_sni_callback),
    GETTER("keylog_filename", get_keylog_filename, set_keylog_filename),
    GETTER("_msg_callback", get_msg_callback, set_msg_callback),
    {0},
};

Type ssl_type_context = {
    .name = "_ssl._SSLContext",
    .flags = TYPE_DOTTED_NAME,
    .basic_size = sizeof(SslContext),
    .methods = context_methods,
    .slots = {.dealloc = context_dealloc,
              .traverse = context_traverse,
              .clear = context_clear,
              .new = context_new},
};
