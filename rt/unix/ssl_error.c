/*
 * ssl_error.c — the exceptions of the module _ssl, with CPython's messages. OpenSSL has names for
 * its reasons only as words ("certificate verify failed"); the symbol is the same in capitals.
 */
#include "exc_types.h"
#include "ssl.h"

#include <ctype.h>
#include <errno.h>

static Value class_zero_return, class_want_read, class_want_write, class_syscall, class_eof,
    class_verification;

static const struct {
    int number;
    const char *name;
} libraries[] = {
#define LIBRARY(name)                                                                              \
    { ERR_LIB_##name, #name }
    LIBRARY(NONE), LIBRARY(SYS),          LIBRARY(BN),           LIBRARY(RSA),
    LIBRARY(DH),   LIBRARY(EVP),          LIBRARY(BUF),          LIBRARY(OBJ),
    LIBRARY(PEM),  LIBRARY(DSA),          LIBRARY(X509),         LIBRARY(ASN1),
    LIBRARY(CONF), LIBRARY(CRYPTO),       LIBRARY(EC),           LIBRARY(SSL),
    LIBRARY(BIO),  LIBRARY(PKCS7),        LIBRARY(X509V3),       LIBRARY(PKCS12),
    LIBRARY(RAND), LIBRARY(DSO),          LIBRARY(ENGINE),       LIBRARY(OCSP),
    LIBRARY(UI),   LIBRARY(COMP),         LIBRARY(ECDSA),        LIBRARY(ECDH),
    LIBRARY(FIPS), LIBRARY(CMS),          LIBRARY(TS),           LIBRARY(HMAC),
    LIBRARY(CT),   LIBRARY(ASYNC),        LIBRARY(KDF),          LIBRARY(SM2),
    LIBRARY(ESS),  LIBRARY(PROP),         LIBRARY(CRMF),         LIBRARY(PROV),
    LIBRARY(CMP),  LIBRARY(OSSL_ENCODER), LIBRARY(OSSL_DECODER), LIBRARY(HTTP),
    LIBRARY(USER), {44, "OSSL_STORE"},
#undef LIBRARY
};

static Value library_name(unsigned long code) {
    for (size_t i = 0; code && i < sizeof libraries / sizeof *libraries; i++)
        if (libraries[i].number == ERR_GET_LIB(code))
            return str_from_cstr(libraries[i].name);
    return VALUE_NONE;
}

static Value reason_name(unsigned long code) {
    const char *words = code ? ERR_reason_error_string(code) : NULL;
    char name[128];
    size_t size = 0;
    if (!words || ERR_SYSTEM_ERROR(code) || ERR_GET_REASON(code) & ERR_RFLAG_COMMON)
        return VALUE_NONE;
    for (; words[size] && size < sizeof name; size++)
        name[size] =
            isalnum((unsigned char)words[size]) ? (char)toupper((unsigned char)words[size]) : '_';
    return str_from_latin1((const uint8_t *)name, size);
}

/* What did not please about the peer's certificate, for SSLCertVerificationError. */
static Value verify_text(const SslConnection *connection, long code) {
    if (connection->hostname && code == X509_V_ERR_HOSTNAME_MISMATCH)
        return str_format("Hostname mismatch, certificate is not valid for '%S'.",
                          connection->hostname);
    if (connection->hostname && code == X509_V_ERR_IP_ADDRESS_MISMATCH)
        return str_format("IP address mismatch, certificate is not valid for '%S'.",
                          connection->hostname);
    return str_from_cstr(X509_verify_cert_error_string(code));
}

static Value make_message(Value library, Value reason, const char *text, Value verify, int line) {
    if (verify && reason != VALUE_NONE && library != VALUE_NONE)
        return str_format("[%S: %S] %s: %S (_ssl.c:%d)", library, reason, text, verify, line);
    if (reason != VALUE_NONE && library != VALUE_NONE)
        return str_format("[%S: %S] %s (_ssl.c:%d)", library, reason, text, line);
    if (library != VALUE_NONE)
        return str_format("[%S] %s (_ssl.c:%d)", library, text, line);
    return str_format("%s (_ssl.c:%d)", text, line);
}

static int set_field(Value exception, const char *name, Value value_take) {
    int status = value_take ? object_setattr(exception, str_name(name), value_take) : -1;
    value_decref(value_take);
    return status;
}

/* Raises an exception of `type` about `code`, an error of OpenSSL's queue or 0. */
static Value raise_full(SslConnection *connection, Value type, unsigned long number,
                        const char *text, unsigned long code, int line) {
    long verify_code = 0;
    Value library = library_name(code), reason = reason_name(code), verify = 0, exception = 0;
    if (!text)
        text = code ? ERR_reason_error_string(code) : NULL;
    if (connection && type == class_verification) {
        verify_code = SSL_get_verify_result(connection->ssl);
        verify = verify_text(connection, verify_code);
    }
    Value message = make_message(library, reason, text ? text : "unknown error", verify, line);
    Value args[2] = {int_from_i64(ERR_GET_REASON(number)), message};
    if (message)
        exception = object_call(type, args, 2, 0);
    value_decref(message);
    bool good = exception && set_field(exception, "reason", value_incref(reason)) == 0 &&
                set_field(exception, "library", value_incref(library)) == 0;
    if (good && verify)
        good = set_field(exception, "verify_code", int_from_i64(verify_code)) == 0 &&
               set_field(exception, "verify_message", value_incref(verify)) == 0;
    value_decref(library);
    value_decref(reason);
    value_decref(verify);
    ERR_clear_error();
    if (good)
        return raise_value_take(exception);
    value_decref(exception);
    return 0;
}

Value ssl_raise(const char *text, int line) {
    unsigned long code = text ? 0 : ERR_peek_last_error();
    return raise_full(NULL, OBJ(&ssl_exc_error), code, text, code, line);
}

Value ssl_raise_plain(const char *text) {
    return raise_error(&ssl_exc_error, "%s", text);
}

static bool is_ssl_reason(unsigned long code, int reason) {
    return ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == reason;
}

/* SSL_ERROR_SYSCALL: the end of the data, or an error of the system. */
static Value raise_system(SslConnection *connection, int result, unsigned long code, int line) {
    if (code) {
        bool verification = is_ssl_reason(code, SSL_R_CERTIFICATE_VERIFY_FAILED);
        return raise_full(connection, verification ? class_verification : OBJ(&ssl_exc_error),
                          SSL_ERROR_SYSCALL, NULL, code, line);
    }
    bool end = result == 0 || (connection->sock && result == -1);
    if (connection->sock && result == -1 && connection->system_code) {
        ERR_clear_error();
        return raise_errno(connection->system_code, 0);
    }
    return raise_full(
        connection, end ? class_eof : class_syscall, end ? SSL_CODE_EOF : SSL_ERROR_SYSCALL,
        end ? "EOF occurred in violation of protocol" : "Some I/O error occurred", 0, line);
}

static Value raise_library(SslConnection *connection, unsigned long code, int line) {
    if (is_ssl_reason(code, SSL_R_UNEXPECTED_EOF_WHILE_READING))
        return raise_full(connection, class_eof, SSL_CODE_EOF,
                          "EOF occurred in violation of protocol", code, line);
    bool verification = is_ssl_reason(code, SSL_R_CERTIFICATE_VERIFY_FAILED);
    return raise_full(connection, verification ? class_verification : OBJ(&ssl_exc_error),
                      SSL_ERROR_SSL, code ? NULL : "A failure in the SSL library occurred", code,
                      line);
}

Value ssl_raise_call(SslConnection *connection, int result, int line) {
    unsigned long code = ERR_peek_last_error();
    if (connection->failure) { /* a callback's exception comes before what it led to */
        Value failure = connection->failure;
        connection->failure = 0;
        ERR_clear_error();
        exc_restore_take(failure);
        return 0;
    }
    switch (connection->code) {
    case SSL_ERROR_ZERO_RETURN:
        return raise_full(connection, class_zero_return, SSL_ERROR_ZERO_RETURN,
                          "TLS/SSL connection has been closed (EOF)", code, line);
    case SSL_ERROR_WANT_READ:
        return raise_full(connection, class_want_read, SSL_ERROR_WANT_READ,
                          "The operation did not complete (read)", code, line);
    case SSL_ERROR_WANT_WRITE:
        return raise_full(connection, class_want_write, SSL_ERROR_WANT_WRITE,
                          "The operation did not complete (write)", code, line);
    case SSL_ERROR_SYSCALL:
        return raise_system(connection, result, code, line);
    case SSL_ERROR_SSL:
        return raise_library(connection, code, line);
    default:
        return raise_full(connection, OBJ(&ssl_exc_error), SSL_CODE_INVALID, "Invalid error code",
                          code, line);
    }
}

/* str(error): the message alone, as far as there is one. */
static Value error_str(Value self) {
    Value text = object_getattr_cstr(self, "strerror");
    if (text && value_is_str(text))
        return text;
    value_decref(text);
    Value args = text ? object_getattr_cstr(self, "args") : 0;
    Value shown = args ? object_str(args) : 0;
    value_decref(args);
    return shown;
}

NATIVE(method_str) {
    NATIVE_UNUSED();
    return error_str(args[0]);
}

static const NativeMethod error_methods[] = {{.name = "__str__", .call = method_str}, {0}};

Type ssl_exc_error = {
    .name = "ssl.SSLError",
    .base_type = &rt_exc_OSError,
    .basic_size = sizeof(ExceptionObject) + sizeof(OSFields),
    .shape_offset = offsetof(ExceptionObject, slots),
    .flags = TYPE_EXCEPTION | TYPE_HAS_DICT,
    .methods = error_methods,
    .slots = {.str = error_str},
};

static void drop_classes(void) {
    Value *const classes[] = {&class_zero_return, &class_want_read, &class_want_write,
                              &class_syscall,     &class_eof,       &class_verification};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        value_replace(classes[i], 0);
}

static int add_class(ModuleObject *module, const char *name, Value bases, Value *class) {
    *class = exc_class_new("ssl", name, bases);
    return *class ? module_set(module, name, value_incref(*class)) : -1;
}

int ssl_error_init(ModuleObject *module) {
    Value base = OBJ(&ssl_exc_error);
    Value both[2] = {base, OBJ(&rt_exc_ValueError)};
    if (module_add_type(module, "SSLError", &ssl_exc_error) < 0)
        return -1;
    Value bases = tuple_new(both, 2);
    rt_at_finish(drop_classes);
    int status =
        bases ? add_class(module, "SSLCertVerificationError", bases, &class_verification) : -1;
    value_decref(bases);
    if (status < 0 || add_class(module, "SSLZeroReturnError", base, &class_zero_return) < 0 ||
        add_class(module, "SSLWantReadError", base, &class_want_read) < 0 ||
        add_class(module, "SSLWantWriteError", base, &class_want_write) < 0 ||
        add_class(module, "SSLSyscallError", base, &class_syscall) < 0 ||
        add_class(module, "SSLEOFError", base, &class_eof) < 0)
        return -1;
    return 0;
}
