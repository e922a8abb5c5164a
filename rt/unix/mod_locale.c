/*
 * mod_locale.c — the module _locale: languages and customs as the C library knows them.
 *
 * The runtime's own conversions of numbers need the decimal point, so that LC_NUMERIC of the
 * process is always "C". What the program has set for it is kept here, and is put in force only
 * while something is asked about it.
 */
#include "containers.h"
#include "object.h"

#include <langinfo.h>
#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <wchar.h>

static Value error_type;   /* locale.Error */
static char *numeric_name; /* of malloc: the locale for numbers; NULL: "C" */

static void numeric_enter(void) {
    if (numeric_name)
        setlocale(LC_NUMERIC, numeric_name);
}

static void numeric_leave(void) {
    if (numeric_name)
        setlocale(LC_NUMERIC, "C");
}

static Value raise_locale(const char *message) {
    Value text = str_from_cstr(message);
    Value exception = text ? object_call1(error_type, text) : 0;
    value_decref(text);
    return exception ? raise_value_take(exception) : 0;
}

/* A text of the C library; bytes that are not UTF-8 are escaped. */
static Value text_of(const char *text) {
    Value bytes = bytes_new(text, strlen(text));
    Value words[2] = {str_name("utf-8"), str_name("surrogateescape")};
    Value str = bytes ? object_call_method(bytes, "decode", words, 2) : 0;
    value_decref(bytes);
    return str;
}

/* ---- setlocale, localeconv ------------------------------------------------------------------- */

static bool read_category(Value value, int *category) {
    int64_t number = object_index(value);
    if (number == -1 && isolate.pending)
        return false;
    *category = number < INT_MIN || number > INT_MAX ? -1 : (int)number;
    return true;
}

/* setlocale(category, locale=None) */
NATIVE(locale_setlocale) {
    NATIVE_UNUSED();
    int category;
    size_t size;
    if (!read_category(args[0], &category))
        return 0;
    Value wanted = ARG(1) ? ARG(1) : VALUE_NONE;
    if (wanted != VALUE_NONE && !value_isa(wanted, &rt_type_str))
        return raise_error(&rt_exc_TypeError, "setlocale() argument 2 must be str or None, not %T",
                           wanted);
    const char *name = wanted == VALUE_NONE ? NULL : str_utf8(wanted, &size);
    if (!name && isolate.pending)
        return 0;
    numeric_enter();
    const char *now = setlocale(category, name);
    Value result = now ? text_of(now) : 0;
    if (now && name) {
        free(numeric_name);
        const char *numbers = setlocale(LC_NUMERIC, NULL);
        numeric_name = strcmp(numbers, "C") == 0 ? NULL : strdup(numbers);
    }
    numeric_leave();
    return now ? result : raise_locale(name ? "unsupported locale setting" : "locale query failed");
}

/* Sizes of groups of digits, the last one for the rest. */
static Value grouping(const char *sizes) {
    Value list = list_new(NULL, 0);
    const char *size = sizes;
    for (; list && *size && *size != CHAR_MAX; size++)
        if (list_append(list, value_from_small_int(*size)) < 0)
            return 0;
    if (list &&
        *sizes) /* the C library says "as before" by 0 or CHAR_MAX: it belongs to the list */
        list_append(list, value_from_small_int(*size));
    return list;
}

NATIVE(locale_localeconv) {
    NATIVE_UNUSED();
    numeric_enter();
    const struct lconv *custom = localeconv();
    Value dict = dict_new();
    bool good = dict;
#define TEXT(name) good = good && dict_set_cstr_take(dict, #name, text_of(custom->name)) == 0;
#define NUMBER(name)                                                                               \
    good = good && dict_set_cstr_take(dict, #name, value_from_small_int(custom->name)) == 0;
#define GROUPS(key, name) good = good && dict_set_cstr_take(dict, key, grouping(custom->name)) == 0;
    TEXT(int_curr_symbol)
    TEXT(currency_symbol)
    TEXT(mon_decimal_point)
    TEXT(mon_thousands_sep)
    GROUPS("mon_grouping", mon_grouping)
    TEXT(positive_sign)
    TEXT(negative_sign)
    NUMBER(int_frac_digits)
    NUMBER(frac_digits)
    NUMBER(p_cs_precedes)
    NUMBER(p_sep_by_space)
    NUMBER(n_cs_precedes)
    NUMBER(n_sep_by_space)
    NUMBER(p_sign_posn)
    NUMBER(n_sign_posn)
    TEXT(decimal_point)
    TEXT(thousands_sep)
    GROUPS("grouping", grouping)
#undef TEXT
#undef NUMBER
#undef GROUPS
    numeric_leave();
    if (good)
        return dict;
    value_decref(dict);
    return 0;
}

/* ---- order of texts -------------------------------------------------------------------------- */

/* The characters of a str, ended by 0, for mem_free; NULL with an exception. */
static wchar_t *wide_text(Value str) {
    const StrObject *text = AS(StrObject, str);
    wchar_t *wide = mem_alloc_items(text->length + 1, sizeof *wide);
    if (!wide)
        return NULL;
    for (int64_t i = 0; i < text->length; i++) {
        wide[i] = (wchar_t)str_char_at(text, i);
        if (!wide[i]) {
            mem_free(wide);
            raise_error(&rt_exc_ValueError, "embedded null character");
            return NULL;
        }
    }
    wide[text->length] = 0;
    return wide;
}

NATIVE(locale_strcoll) {
    NATIVE_UNUSED();
    for (int i = 0; i < 2; i++)
        if (!value_isa(args[i], &rt_type_str))
            return raise_error(&rt_exc_TypeError, "strcoll() argument %d must be str, not %T",
                               i + 1, args[i]);
    wchar_t *left = wide_text(args[0]), *right = left ? wide_text(args[1]) : NULL;
    Value result = right ? value_from_small_int(wcscoll(left, right)) : 0;
    mem_free(left);
    mem_free(right);
    return result;
}

NATIVE(locale_strxfrm) {
    NATIVE_UNUSED();
    if (!value_isa(args[0], &rt_type_str))
        return raise_error(&rt_exc_TypeError, "strxfrm() argument must be str, not %T", args[0]);
    wchar_t *wide = wide_text(args[0]);
    if (!wide)
        return 0;
    size_t size = wcsxfrm(NULL, wide, 0);
    wchar_t *keys = mem_alloc((size + 1) * sizeof *keys);
    StrBuilder builder;
    str_builder_init(&builder);
    if (keys)
        wcsxfrm(keys, wide, size + 1);
    for (size_t i = 0; keys && i < size; i++)
        str_builder_char(&builder, (uint32_t)keys[i]);
    mem_free(wide);
    mem_free(keys);
    return str_builder_finish(&builder);
}

/* ---- what the C library says of the language ------------------------------------------------- */

static const NamedNumber langinfo[] = {
#define NAME(name) {#name, name},
#include "langinfo.def"
#undef NAME
    {0},
};

NATIVE(locale_nl_langinfo) {
    NATIVE_UNUSED();
    int key;
    if (!read_category(args[0], &key))
        return 0;
    for (const NamedNumber *known = langinfo; known->name; known++)
        if (known->number == key) {
            numeric_enter();
            Value text = text_of(nl_langinfo((nl_item)key));
            numeric_leave();
            return text;
        }
    return raise_error(&rt_exc_ValueError, "unsupported langinfo constant");
}

NATIVE(locale_getencoding) {
    NATIVE_UNUSED();
    return str_from_cstr(nl_langinfo(CODESET));
}

/* ---- translated messages --------------------------------------------------------------------- */

/* A str argument in UTF-8, or NULL for None if that is allowed; false: an exception is pending. */
static bool message_argument(Value value, bool or_none, const char **text) {
    size_t size;
    *text = NULL;
    if (or_none && value == VALUE_NONE)
        return true;
    if (!value_isa(value, &rt_type_str)) {
        raise_error(&rt_exc_TypeError, "argument must be str%s, not %T", or_none ? " or None" : "",
                    value);
        return false;
    }
    return (*text = str_utf8(value, &size)) != NULL;
}

NATIVE(locale_gettext) {
    NATIVE_UNUSED();
    const char *message;
    return message_argument(args[0], false, &message) ? text_of(gettext(message)) : 0;
}

NATIVE(locale_dgettext) {
    NATIVE_UNUSED();
    const char *domain, *message;
    if (!message_argument(args[0], true, &domain) || !message_argument(args[1], false, &message))
        return 0;
    return text_of(dgettext(domain, message));
}

NATIVE(locale_dcgettext) {
    NATIVE_UNUSED();
    const char *domain, *message;
    int category;
    if (!message_argument(args[0], true, &domain) || !message_argument(args[1], false, &message) ||
        !read_category(args[2], &category))
        return 0;
    return text_of(dcgettext(domain, message, category));
}

NATIVE(locale_textdomain) {
    NATIVE_UNUSED();
    const char *domain;
    if (!message_argument(args[0], true, &domain))
        return 0;
    const char *now = textdomain(domain);
    return now ? text_of(now) : raise_no_memory();
}

NATIVE(locale_bindtextdomain) {
    NATIVE_UNUSED();
    const char *domain, *folder;
    if (!message_argument(args[0], false, &domain) || !message_argument(args[1], true, &folder))
        return 0;
    if (!*domain)
        return raise_locale("domain must be a non-empty string");
    const char *now = bindtextdomain(domain, folder);
    return now ? text_of(now) : raise_no_memory();
}

NATIVE(locale_bind_textdomain_codeset) {
    NATIVE_UNUSED();
    const char *domain, *codeset;
    if (!message_argument(args[0], false, &domain) || !message_argument(args[1], true, &codeset))
        return 0;
    const char *now = bind_textdomain_codeset(domain, codeset);
    return now ? text_of(now) : VALUE_NONE;
}

/* ---- the module ------------------------------------------------------------------------------ */

#define ROW(text, least, most)                                                                     \
    { .name = #text, .call = locale_##text, .min_args = least, .max_args = most }

static const NativeMethod functions[] = {
    ROW(setlocale, 1, 2),
    ROW(localeconv, 0, 0),
    ROW(strcoll, 2, 2),
    ROW(strxfrm, 1, 1),
    ROW(nl_langinfo, 1, 1),
    ROW(getencoding, 0, 0),
    ROW(gettext, 1, 1),
    ROW(dgettext, 2, 2),
    ROW(dcgettext, 3, 3),
    ROW(textdomain, 1, 1),
    ROW(bindtextdomain, 2, 2),
    ROW(bind_textdomain_codeset, 2, 2),
    {0},
};
#undef ROW

static const NamedNumber categories[] = {
#define CATEGORY(name)                                                                             \
    { #name, name }
    CATEGORY(LC_CTYPE),
    CATEGORY(LC_NUMERIC),
    CATEGORY(LC_TIME),
    CATEGORY(LC_COLLATE),
    CATEGORY(LC_MONETARY),
    CATEGORY(LC_MESSAGES),
    CATEGORY(LC_ALL),
    CATEGORY(CHAR_MAX),
#undef CATEGORY
    {0},
};

static void finish(void) {
    value_replace(&error_type, 0);
    free(numeric_name);
    numeric_name = NULL;
}

/* Characters are those of the environment's locale from the start, as in CPython, which prefers
 * UTF-8 to ASCII. */
static void take_characters(void) {
    const char *now = setlocale(LC_CTYPE, "");
    if (!now || strcmp(now, "C") == 0 || strcmp(now, "POSIX") == 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}

static int locale_init(ModuleObject *module) {
    take_characters();
    Value base = OBJ(&rt_exc_Exception), dict = dict_new();
    Value bases = dict ? tuple_new(&base, 1) : 0;
    Value args[3] = {str_name("Error"), bases, dict};
    if (bases && dict_set_cstr(dict, "__module__", str_name("locale")) == 0)
        error_type = object_call(OBJ(&rt_type_type), args, 3, 0);
    value_decref(dict);
    value_decref(bases);
    if (!error_type || module_set(module, "Error", value_incref(error_type)) < 0 ||
        module_add_numbers(module, categories) < 0 || module_add_numbers(module, langinfo) < 0)
        return -1;
    rt_at_finish(finish);
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module__locale = {"_locale", locale_init};
