/* ssl_certificate.c — an X.509 certificate as the dict that getpeercert() answers, or as DER. */
#include "ssl.h"

/* ---- text ------------------------------------------------------------------------------------ */

static Value bio_text(BIO *bio) {
    char *data;
    long size = BIO_get_mem_data(bio, &data);
    return str_from_utf8(data, size > 0 ? (size_t)size : 0);
}

static Value string_text(const ASN1_STRING *string) {
    return codec_decode(ASN1_STRING_get0_data(string), ASN1_STRING_length(string), "utf-8",
                        "strict");
}

static Value pair_take(Value first, Value second) {
    Value both[2] = {first, second};
    Value pair = first && second ? tuple_new(both, 2) : 0;
    value_decref(first);
    value_decref(second);
    return pair;
}

static int append_take(Value list, Value item) {
    return item ? list_append_take(list, item) : -1;
}

static Value tuple_take(Value list, int status) {
    if (status == 0)
        return tuple_from_list_take(list);
    value_decref(list);
    return 0;
}

static Value object_text(const ASN1_OBJECT *object, bool numeric) {
    char text[256];
    int size = OBJ_obj2txt(text, sizeof text, object, numeric);
    return size < 0 ? ssl_raise(NULL, LINE_OTHER) : str_from_cstr(text);
}

/* ---- names ----------------------------------------------------------------------------------- */

static Value attribute(const X509_NAME_ENTRY *entry) {
    unsigned char *utf8 = NULL;
    Value name = object_text(X509_NAME_ENTRY_get_object(entry), false);
    int size = name ? ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(entry)) : -1;
    if (name && size < 0)
        ssl_raise(NULL, LINE_OTHER);
    Value value = size < 0 ? 0 : str_from_utf8((const char *)utf8, (size_t)size);
    OPENSSL_free(utf8);
    return pair_take(name, value);
}

/* ((('commonName', 'localhost'),), ...): a tuple for each set of attributes. */
static Value name_tuple(const X509_NAME *name) {
    Value sets = list_new(NULL, 0), current = 0;
    int status = sets ? 0 : -1, set = -1;
    for (int i = 0; status == 0 && i < X509_NAME_entry_count(name); i++) {
        const X509_NAME_ENTRY *entry = X509_NAME_get_entry(name, i);
        if (current && X509_NAME_ENTRY_set(entry) != set) {
            status = append_take(sets, tuple_from_list_take(current));
            current = 0;
        }
        set = X509_NAME_ENTRY_set(entry);
        if (status == 0 && !current && !(current = list_new(NULL, 0)))
            status = -1;
        if (status == 0)
            status = append_take(current, attribute(entry));
    }
    if (status == 0 && current)
        status = append_take(sets, tuple_from_list_take(current));
    else
        value_decref(current);
    return tuple_take(sets, status);
}

static Value address_text(const ASN1_OCTET_STRING *address) {
    const uint8_t *p = ASN1_STRING_get0_data(address);
    if (ASN1_STRING_length(address) == 4)
        return str_format("%d.%d.%d.%d", p[0], p[1], p[2], p[3]);
    if (ASN1_STRING_length(address) != 16)
        return str_from_cstr("<invalid>");
    char text[48], *at = text;
    for (int i = 0; i < 16; i += 2)
        at += snprintf(at, 8, i ? ":%X" : "%X", p[i] << 8 | p[i + 1]);
    return str_from_cstr(text);
}

/* A name of another kind, as OpenSSL prints it: "kind:value". */
static Value printed_name(GENERAL_NAME *name) {
    BIO *bio = BIO_new(BIO_s_mem());
    if (!bio)
        return raise_no_memory();
    GENERAL_NAME_print(bio, name);
    Value text = bio_text(bio);
    BIO_free(bio);
    if (!text)
        return 0;
    const StrObject *str = AS(StrObject, text);
    int64_t colon = 0;
    while (colon < str->length && str_at(str, colon) != ':')
        colon++;
    Value pair =
        pair_take(str_substring(text, 0, colon),
                  str_substring(text, colon < str->length ? colon + 1 : colon, str->length));
    value_decref(text);
    return pair;
}

static Value alternative_name(GENERAL_NAME *name) {
    switch (name->type) {
    case GEN_DIRNAME:
        return pair_take(str_from_cstr("DirName"), name_tuple(name->d.dirn));
    case GEN_EMAIL:
        return pair_take(str_from_cstr("email"), string_text(name->d.rfc822Name));
    case GEN_DNS:
        return pair_take(str_from_cstr("DNS"), string_text(name->d.dNSName));
    case GEN_URI:
        return pair_take(str_from_cstr("URI"), string_text(name->d.uniformResourceIdentifier));
    case GEN_RID:
        return pair_take(str_from_cstr("Registered ID"), object_text(name->d.rid, false));
    case GEN_IPADD:
        return pair_take(str_from_cstr("IP Address"), address_text(name->d.iPAddress));
    default:
        return printed_name(name);
    }
}

static Value alternative_names(const X509 *certificate) {
    GENERAL_NAMES *names = X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
    if (!names)
        return VALUE_NONE;
    Value list = list_new(NULL, 0);
    int status = list ? 0 : -1;
    for (int i = 0; status == 0 && i < sk_GENERAL_NAME_num(names); i++)
        status = append_take(list, alternative_name(sk_GENERAL_NAME_value(names, i)));
    GENERAL_NAMES_free(names);
    return tuple_take(list, status);
}

/* ---- addresses in the certificate ------------------------------------------------------------ */

/* None if there are no items. */
static Value some_take(Value list, int status) {
    if (status == 0 && AS(ListObject, list)->length == 0) {
        value_decref(list);
        return VALUE_NONE;
    }
    return tuple_take(list, status);
}

static Value authority_access(const X509 *certificate, int method) {
    AUTHORITY_INFO_ACCESS *access = X509_get_ext_d2i(certificate, NID_info_access, NULL, NULL);
    Value list = list_new(NULL, 0);
    int status = list ? 0 : -1;
    for (int i = 0; access && status == 0 && i < sk_ACCESS_DESCRIPTION_num(access); i++) {
        const ACCESS_DESCRIPTION *one = sk_ACCESS_DESCRIPTION_value(access, i);
        if (OBJ_obj2nid(one->method) == method && one->location->type == GEN_URI)
            status = append_take(list, string_text(one->location->d.uniformResourceIdentifier));
    }
    AUTHORITY_INFO_ACCESS_free(access);
    return some_take(list, status);
}

static Value distribution_points(const X509 *certificate) {
    CRL_DIST_POINTS *points =
        X509_get_ext_d2i(certificate, NID_crl_distribution_points, NULL, NULL);
    Value list = list_new(NULL, 0);
    int status = list ? 0 : -1;
    for (int i = 0; points && i < sk_DIST_POINT_num(points); i++) {
        const DIST_POINT *point = sk_DIST_POINT_value(points, i);
        if (!point->distpoint || point->distpoint->type != 0)
            continue;
        GENERAL_NAMES *names = point->distpoint->name.fullname;
        for (int j = 0; status == 0 && j < sk_GENERAL_NAME_num(names); j++) {
            const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, j);
            if (name->type == GEN_URI)
                status = append_take(list, string_text(name->d.uniformResourceIdentifier));
        }
    }
    CRL_DIST_POINTS_free(points);
    return some_take(list, status);
}

/* ---- the dict -------------------------------------------------------------------------------- */

static Value time_text(const ASN1_TIME *time) {
    BIO *bio = BIO_new(BIO_s_mem());
    if (!bio)
        return raise_no_memory();
    ASN1_TIME_print(bio, time);
    Value text = bio_text(bio);
    BIO_free(bio);
    return text;
}

static Value serial_text(const X509 *certificate) {
    BIO *bio = BIO_new(BIO_s_mem());
    if (!bio)
        return raise_no_memory();
    i2a_ASN1_INTEGER(bio, X509_get0_serialNumber(certificate));
    Value text = bio_text(bio);
    BIO_free(bio);
    return text;
}

/* dict[name] = value, which is stolen; None is left out. 0 or -1. */
static int enter(Value dict, const char *name, Value value) {
    if (value == VALUE_NONE)
        return 0;
    return value ? dict_set_cstr_take(dict, name, value) : -1;
}

Value ssl_certificate_dict(X509 *certificate) {
    Value dict = dict_new();
    if (!dict)
        return 0;
    if (enter(dict, "subject", name_tuple(X509_get_subject_name(certificate))) < 0 ||
        enter(dict, "issuer", name_tuple(X509_get_issuer_name(certificate))) < 0 ||
        enter(dict, "version", int_from_i64(X509_get_version(certificate) + 1)) < 0 ||
        enter(dict, "serialNumber", serial_text(certificate)) < 0 ||
        enter(dict, "notBefore", time_text(X509_get0_notBefore(certificate))) < 0 ||
        enter(dict, "notAfter", time_text(X509_get0_notAfter(certificate))) < 0 ||
        enter(dict, "subjectAltName", alternative_names(certificate)) < 0 ||
        enter(dict, "OCSP", authority_access(certificate, NID_ad_OCSP)) < 0 ||
        enter(dict, "caIssuers", authority_access(certificate, NID_ad_ca_issuers)) < 0 ||
        enter(dict, "crlDistributionPoints", distribution_points(certificate)) < 0) {
        value_decref(dict);
        return 0;
    }
    return dict;
}

Value ssl_certificate_bytes(X509 *certificate) {
    unsigned char *der = NULL;
    int size = i2d_X509(certificate, &der);
    if (size < 0)
        return ssl_raise(NULL, LINE_OTHER);
    Value bytes = bytes_new(der, (size_t)size);
    OPENSSL_free(der);
    return bytes;
}
