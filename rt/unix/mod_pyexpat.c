/*
 * mod_pyexpat.c — the module pyexpat, over the library expat (Debian libexpat1-dev, linked
 * statically where a program imports this module): the XML parser under xml.etree, xml.sax,
 * xml.dom, plistlib and xmlrpc.
 *
 * A parser has up to 22 handlers, functions of the program (expat_handlers.def); expat has C
 * functions for those that are set, which call them. What a handler raises waits until expat
 * returns: until then no further handler is called.
 */
#include "bytes.h"
#include "containers.h"

#include <expat.h>

enum Handlers {
#define EXPAT_HANDLER(name) HANDLER_##name,
#include "expat_handlers.def"
    HANDLER_COUNT
};

static const char *const handler_names[] = {
#define EXPAT_HANDLER(name) #name,
#include "expat_handlers.def"
};

enum { FILE_CHUNK = 2048, BUFFER_DEFAULT = 8192 };

typedef struct Parser {
    Object base;
    XML_Parser expat;
    Value handlers[HANDLER_COUNT]; /* or 0 */
    Value intern;                  /* dict of names, or 0 */
    char *buffer;                  /* character data not passed on yet; NULL unless buffer_text */
    int buffer_size, buffer_used;
    bool ordered_attributes, specified_attributes, namespace_prefixes;
    bool in_callback;
} Parser;

static Type type_parser;
static Value error_class;

#define SELF(value) AS(Parser, value)

/* ---- errors ---------------------------------------------------------------------------------- */

static int error_attribute(Value error, const char *name, int64_t number) {
    return object_setattr(error, str_name(name), value_from_small_int(number));
}

/* Raises ExpatError for `code` at the parser's place. */
static Value fail(Parser *parser, enum XML_Error code) {
    int64_t line = (int64_t)XML_GetErrorLineNumber(parser->expat);
    int64_t column = (int64_t)XML_GetErrorColumnNumber(parser->expat);
    Value text = str_format("%s: line %lld, column %lld", XML_ErrorString(code), (long long)line,
                            (long long)column);
    Value error = text ? object_call1(error_class, text) : 0;
    value_decref(text);
    if (error && error_attribute(error, "code", code) == 0 &&
        error_attribute(error, "offset", column) == 0 &&
        error_attribute(error, "lineno", line) == 0)
        return raise_value_take(error);
    value_decref(error);
    return 0;
}

/* ---- calling handlers ------------------------------------------------------------------------ */

static Value text_or_none(const char *text) {
    return text ? str_from_utf8(text, strlen(text)) : VALUE_NONE;
}

/* Names come again and again: the same string each time. */
static Value name_or_none(Parser *parser, const char *text) {
    Value name = text_or_none(text);
    if (!name || name == VALUE_NONE || !parser->intern)
        return name;
    Value known = dict_get_borrow(parser->intern, name);
    if (known) {
        value_incref(known);
        value_decref(name);
        return known;
    }
    if (isolate.pending || dict_set(parser->intern, name, name) < 0)
        value_replace(&name, 0);
    return name;
}

static void set_expat_handler(Parser *parser, int handler, bool on);

/* A handler failed: none is called from now on. */
static void drop_handlers(Parser *parser) {
    for (int i = 0; i < HANDLER_COUNT; i++) {
        set_expat_handler(parser, i, false);
        value_replace(&parser->handlers[i], 0);
    }
}

/* Calls a handler; steals the `count` arguments, any of which may be 0 (failed). */
static Value call_values(Parser *parser, int handler, Value *args, uint32_t count) {
    Value result = 0, function = value_incref(parser->handlers[handler]);
    bool good = true;
    for (uint32_t i = 0; i < count; i++)
        good &= args[i] != 0;
    if (good) {
        parser->in_callback = true;
        result = object_call(function, args, count, 0);
        parser->in_callback = false;
    }
    value_decref(function);
    for (uint32_t i = 0; i < count; i++)
        value_decref(args[i]);
    if (!result)
        drop_handlers(parser);
    return result;
}

/* Passes on the character data that was kept. 0 or -1. */
static int flush_buffer(Parser *parser) {
    if (!parser->buffer || !parser->buffer_used)
        return 0;
    int used = parser->buffer_used;
    parser->buffer_used = 0;
    if (!parser->handlers[HANDLER_CharacterDataHandler])
        return 0;
    Value text = str_from_utf8(parser->buffer, (size_t)used);
    Value result = call_values(parser, HANDLER_CharacterDataHandler, &text, 1);
    value_decref(result);
    return result ? 0 : -1;
}

/* Is there a handler to call, now that the characters in front of it are passed on? */
static bool ready(Parser *parser, int handler) {
    return !isolate.pending && parser->handlers[handler] && flush_buffer(parser) == 0 &&
           parser->handlers[handler];
}

/* Calls a handler with arguments by `format`: n a name, s a text (both may be NULL), i an int. */
static Value call_handler(Parser *parser, int handler, const char *format, ...) {
    Value args[8];
    uint32_t count = 0;
    va_list list;
    if (!ready(parser, handler))
        return 0;
    va_start(list, format);
    for (; format[count]; count++)
        args[count] = format[count] == 'i'   ? value_from_small_int(va_arg(list, int))
                      : format[count] == 'n' ? name_or_none(parser, va_arg(list, const char *))
                                             : text_or_none(va_arg(list, const char *));
    va_end(list);
    return call_values(parser, handler, args, count);
}

static void notify_take(Value result) {
    value_decref(result);
}

/* What a handler that decides answers as an int; 0 if it failed. */
static int answer_take(Parser *parser, Value result) {
    int64_t number = result ? object_index(result) : 0;
    value_decref(result);
    if (!isolate.pending)
        return number != 0;
    drop_handlers(parser);
    return 0;
}

/* ---- the handlers ---------------------------------------------------------------------------- */

static Value attributes_list(Parser *parser, const XML_Char **atts, int count) {
    Value list = list_new(NULL, 0);
    for (int i = 0; list && i < count; i++) {
        Value item = i % 2 ? text_or_none(atts[i]) : name_or_none(parser, atts[i]);
        if (!item || list_append_take(list, item) < 0)
            value_replace(&list, 0);
    }
    return list;
}

static Value attributes_dict(Parser *parser, const XML_Char **atts, int count) {
    Value dict = dict_new();
    for (int i = 0; dict && i < count; i += 2) {
        Value name = name_or_none(parser, atts[i]), text = name ? text_or_none(atts[i + 1]) : 0;
        if (!text || dict_set(dict, name, text) < 0)
            value_replace(&dict, 0);
        value_decref(name);
        value_decref(text);
    }
    return dict;
}

static void on_StartElementHandler(void *data, const XML_Char *name, const XML_Char **atts) {
    Parser *parser = data;
    if (!ready(parser, HANDLER_StartElementHandler))
        return;
    int count = parser->specified_attributes ? XML_GetSpecifiedAttributeCount(parser->expat) : 0;
    while (!parser->specified_attributes && atts[count])
        count += 2;
    Value args[2];
    args[0] = name_or_none(parser, name);
    args[1] = parser->ordered_attributes ? attributes_list(parser, atts, count)
                                         : attributes_dict(parser, atts, count);
    notify_take(call_values(parser, HANDLER_StartElementHandler, args, 2));
}

static void on_EndElementHandler(void *data, const XML_Char *name) {
    notify_take(call_handler(data, HANDLER_EndElementHandler, "n", name));
}

static void on_ProcessingInstructionHandler(void *data, const XML_Char *target,
                                            const XML_Char *text) {
    notify_take(call_handler(data, HANDLER_ProcessingInstructionHandler, "ns", target, text));
}

static void on_CharacterDataHandler(void *data, const XML_Char *text, int size) {
    Parser *parser = data;
    if (isolate.pending)
        return;
    if (parser->buffer && parser->buffer_used + size > parser->buffer_size &&
        flush_buffer(parser) < 0)
        return;
    if (!parser->handlers[HANDLER_CharacterDataHandler])
        return;
    if (parser->buffer && size <= parser->buffer_size) {
        memcpy(parser->buffer + parser->buffer_used, text, (size_t)size);
        parser->buffer_used += size;
        return;
    }
    Value all = str_from_utf8(text, (size_t)size);
    notify_take(call_values(parser, HANDLER_CharacterDataHandler, &all, 1));
}

static void on_UnparsedEntityDeclHandler(void *data, const XML_Char *name, const XML_Char *base,
                                         const XML_Char *system, const XML_Char *public,
                                         const XML_Char *notation) {
    notify_take(call_handler(data, HANDLER_UnparsedEntityDeclHandler, "nnnnn", name, base, system,
                             public, notation));
}

static void on_NotationDeclHandler(void *data, const XML_Char *name, const XML_Char *base,
                                   const XML_Char *system, const XML_Char *public) {
    notify_take(
        call_handler(data, HANDLER_NotationDeclHandler, "nnnn", name, base, system, public));
}

static void on_StartNamespaceDeclHandler(void *data, const XML_Char *prefix, const XML_Char *uri) {
    notify_take(call_handler(data, HANDLER_StartNamespaceDeclHandler, "nn", prefix, uri));
}

static void on_EndNamespaceDeclHandler(void *data, const XML_Char *prefix) {
    notify_take(call_handler(data, HANDLER_EndNamespaceDeclHandler, "n", prefix));
}

static void on_CommentHandler(void *data, const XML_Char *text) {
    notify_take(call_handler(data, HANDLER_CommentHandler, "s", text));
}

static void on_StartCdataSectionHandler(void *data) {
    notify_take(call_handler(data, HANDLER_StartCdataSectionHandler, ""));
}

static void on_EndCdataSectionHandler(void *data) {
    notify_take(call_handler(data, HANDLER_EndCdataSectionHandler, ""));
}

static void call_default(Parser *parser, int handler, const XML_Char *text, int size) {
    if (!ready(parser, handler))
        return;
    Value all = str_from_utf8(text, (size_t)size);
    notify_take(call_values(parser, handler, &all, 1));
}

static void on_DefaultHandler(void *data, const XML_Char *text, int size) {
    call_default(data, HANDLER_DefaultHandler, text, size);
}

static void on_DefaultHandlerExpand(void *data, const XML_Char *text, int size) {
    call_default(data, HANDLER_DefaultHandlerExpand, text, size);
}

static int on_NotStandaloneHandler(void *data) {
    return answer_take(data, call_handler(data, HANDLER_NotStandaloneHandler, ""));
}

static int on_ExternalEntityRefHandler(XML_Parser expat, const XML_Char *context,
                                       const XML_Char *base, const XML_Char *system,
                                       const XML_Char *public) {
    Parser *parser = XML_GetUserData(expat);
    return answer_take(parser, call_handler(parser, HANDLER_ExternalEntityRefHandler, "snnn",
                                            context, base, system, public));
}

static void on_StartDoctypeDeclHandler(void *data, const XML_Char *name, const XML_Char *system,
                                       const XML_Char *public, int internal) {
    notify_take(call_handler(data, HANDLER_StartDoctypeDeclHandler, "nnni", name, system, public,
                             internal));
}

static void on_EndDoctypeDeclHandler(void *data) {
    notify_take(call_handler(data, HANDLER_EndDoctypeDeclHandler, ""));
}

static void on_EntityDeclHandler(void *data, const XML_Char *name, int parameter,
                                 const XML_Char *value, int size, const XML_Char *base,
                                 const XML_Char *system, const XML_Char *public,
                                 const XML_Char *notation) {
    Parser *parser = data;
    if (!ready(parser, HANDLER_EntityDeclHandler))
        return;
    Value args[7] = {name_or_none(parser, name),
                     value_from_small_int(parameter),
                     value ? str_from_utf8(value, (size_t)size) : VALUE_NONE,
                     name_or_none(parser, base),
                     name_or_none(parser, system),
                     name_or_none(parser, public),
                     name_or_none(parser, notation)};
    notify_take(call_values(parser, HANDLER_EntityDeclHandler, args, 7));
}

static void on_XmlDeclHandler(void *data, const XML_Char *version, const XML_Char *encoding,
                              int standalone) {
    notify_take(call_handler(data, HANDLER_XmlDeclHandler, "ssi", version, encoding, standalone));
}

/* (type, quantity, name, the same for each child) */
static Value content_model(Parser *parser, const XML_Content *content) {
    Value items[4] = {value_from_small_int(content->type), value_from_small_int(content->quant),
                      name_or_none(parser, content->name), tuple_new_empty(content->numchildren)};
    bool good = items[2] && items[3];
    for (unsigned i = 0; good && i < content->numchildren; i++) {
        Value child = content_model(parser, &content->children[i]);
        good = child != 0;
        if (good)
            AS(TupleObject, items[3])->items[i] = child;
    }
    Value model = good ? tuple_new(items, 4) : 0;
    value_decref(items[2]);
    value_decref(items[3]);
    return model;
}

static void on_ElementDeclHandler(void *data, const XML_Char *name, XML_Content *content) {
    Parser *parser = data;
    if (ready(parser, HANDLER_ElementDeclHandler)) {
        Value args[2] = {name_or_none(parser, name), content_model(parser, content)};
        notify_take(call_values(parser, HANDLER_ElementDeclHandler, args, 2));
    }
    XML_FreeContentModel(parser->expat, content);
}

static void on_AttlistDeclHandler(void *data, const XML_Char *element, const XML_Char *attribute,
                                  const XML_Char *kind, const XML_Char *usual, int required) {
    notify_take(call_handler(data, HANDLER_AttlistDeclHandler, "nnssi", element, attribute, kind,
                             usual, required));
}

static void on_SkippedEntityHandler(void *data, const XML_Char *name, int parameter) {
    notify_take(call_handler(data, HANDLER_SkippedEntityHandler, "ni", name, parameter));
}

/* Stands in for the handler of character data that was taken away while it ran. */
static void ignore_characters(void *data, const XML_Char *text, int size) {
    (void)data, (void)text, (void)size;
}

#define EXPAT_HANDLER(name)                                                                        \
    static void set_##name(XML_Parser expat, bool on) {                                            \
        XML_Set##name(expat, on ? on_##name : NULL);                                               \
    }
#include "expat_handlers.def"

static void (*const setters[])(XML_Parser expat, bool on) = {
#define EXPAT_HANDLER(name) set_##name,
#include "expat_handlers.def"
};

static void set_expat_handler(Parser *parser, int handler, bool on) {
    setters[handler](parser->expat, on);
    if (handler == HANDLER_CharacterDataHandler && !on && parser->in_callback)
        XML_SetCharacterDataHandler(parser->expat, ignore_characters);
}

/* The characters of a single-byte encoding that expat does not know. */
static int on_unknown_encoding(void *data, const XML_Char *name, XML_Encoding *info) {
    (void)data;
    uint8_t bytes[256];
    for (int i = 0; i < 256; i++)
        bytes[i] = (uint8_t)i;
    if (isolate.pending)
        return XML_STATUS_ERROR;
    Value text = codec_decode(bytes, 256, name, "replace");
    if (!text)
        return XML_STATUS_ERROR;
    const StrObject *str = AS(StrObject, text);
    bool single = str->length == 256;
    for (int i = 0; single && i < 256; i++) {
        uint32_t character = str_at(str, i);
        info->map[i] = character == 0xfffd ? -1 : (int)character;
    }
    value_decref(text);
    info->data = NULL;
    info->convert = NULL;
    info->release = NULL;
    if (!single)
        raise_error(&rt_exc_ValueError, "multi-byte encodings are not supported");
    return single ? XML_STATUS_OK : XML_STATUS_ERROR;
}

/* ---- parsing --------------------------------------------------------------------------------- */

static Value parse_result(Parser *parser, int status) {
    if (isolate.pending)
        return 0;
    if (status == XML_STATUS_ERROR)
        return fail(parser, XML_GetErrorCode(parser->expat));
    return flush_buffer(parser) < 0 ? 0 : value_from_small_int(status);
}

static int parse_bytes(Parser *parser, const uint8_t *data, int64_t size, bool final) {
    enum { MOST = 1 << 20 };
    int status = XML_STATUS_OK;
    for (; size > MOST && status == XML_STATUS_OK; data += MOST, size -= MOST)
        status = XML_Parse(parser->expat, (const char *)data, MOST, 0);
    return status == XML_STATUS_OK ? XML_Parse(parser->expat, (const char *)data, (int)size, final)
                                   : status;
}

/* Parse(data, isfinal=False) */
NATIVE(parser_parse) {
    NATIVE_UNUSED();
    Parser *parser = SELF(args[0]);
    int final = ARG(2) ? object_truth(args[2]) : 0;
    if (final < 0)
        return 0;
    if (value_is_str(args[1])) {
        size_t size;
        const char *text = str_utf8(args[1], &size);
        if (!text)
            return 0;
        XML_SetEncoding(parser->expat, "utf-8");
        return parse_result(parser,
                            parse_bytes(parser, (const uint8_t *)text, (int64_t)size, final));
    }
    const uint8_t *data;
    int64_t size;
    if (!bytes_view(args[1], &data, &size))
        return buffer_refused(args[1]);
    return parse_result(parser, parse_bytes(parser, data, size, final));
}

/* ParseFile(file) */
NATIVE(parser_parse_file) {
    NATIVE_UNUSED();
    Parser *parser = SELF(args[0]);
    Value size = value_from_small_int(FILE_CHUNK);
    for (;;) {
        Value data = object_call_method(args[1], "read", &size, 1);
        if (!data)
            return isolate.pending && exc_pending_is(&rt_exc_AttributeError)
                       ? raise_error(&rt_exc_TypeError, "argument must have 'read' attribute")
                       : 0;
        if (!value_isa(data, &rt_type_bytes)) {
            raise_error(&rt_exc_TypeError, "read() did not return a bytes object (type=%T)", data);
            value_decref(data);
            return 0;
        }
        const BytesObject *bytes = AS(BytesObject, data);
        bool last = bytes->length == 0;
        int status = parse_bytes(parser, bytes->data, bytes->length, last);
        value_decref(data);
        if (status == XML_STATUS_ERROR || isolate.pending || last)
            return parse_result(parser, status);
    }
}

NATIVE(parser_set_base) {
    NATIVE_UNUSED();
    size_t size;
    const char *base = str_utf8(args[1], &size);
    if (!base)
        return 0;
    return XML_SetBase(SELF(args[0])->expat, base) ? VALUE_NONE : raise_no_memory();
}

NATIVE(parser_get_base) {
    NATIVE_UNUSED();
    return text_or_none(XML_GetBase(SELF(args[0])->expat));
}

NATIVE(parser_input_context) {
    NATIVE_UNUSED();
    int offset, size;
    const Parser *parser = SELF(args[0]);
    const char *text =
        parser->in_callback ? XML_GetInputContext(parser->expat, &offset, &size) : NULL;
    return text ? bytes_new(text + offset, (size_t)(size - offset)) : VALUE_NONE;
}

NATIVE(parser_set_param_entities) {
    NATIVE_UNUSED();
    int64_t flag = object_index(args[1]);
    if (flag == -1 && isolate.pending)
        return 0;
    return value_from_small_int(
        XML_SetParamEntityParsing(SELF(args[0])->expat, (enum XML_ParamEntityParsing)flag));
}

NATIVE(parser_use_foreign_dtd) {
    NATIVE_UNUSED();
    int flag = ARG(1) ? object_truth(args[1]) : 1;
    if (flag < 0)
        return 0;
    enum XML_Error code = XML_UseForeignDTD(SELF(args[0])->expat, (XML_Bool)flag);
    return code == XML_ERROR_NONE ? VALUE_NONE : fail(SELF(args[0]), code);
}

/* ---- making ---------------------------------------------------------------------------------- */

static const char *optional_text(Value value, const char *what, bool *good) {
    size_t size;
    if (!value || value == VALUE_NONE)
        return NULL;
    if (value_is_str(value))
        return str_utf8(value, &size);
    *good = false;
    raise_error(&rt_exc_TypeError, "%s must be str or None, not %T", what, value);
    return NULL;
}

/* Steals `expat`. */
static Parser *parser_new(XML_Parser expat, Value intern) {
    Parser *parser = expat ? object_new(&type_parser, sizeof(Parser)) : NULL;
    if (!parser) {
        if (expat)
            XML_ParserFree(expat);
        else
            raise_no_memory();
        return NULL;
    }
    parser->expat = expat;
    parser->buffer_size = BUFFER_DEFAULT;
    parser->intern = value_incref(intern);
    XML_SetUserData(expat, parser);
    XML_SetUnknownEncodingHandler(expat, on_unknown_encoding, NULL);
    return parser;
}

/* ParserCreate(encoding=None, namespace_separator=None, intern=None) */
NATIVE(parser_create) {
    NATIVE_UNUSED();
    bool good = true;
    const char *encoding = optional_text(args[0], "ParserCreate() argument 'encoding'", &good);
    const char *separator =
        good ? optional_text(args[1], "ParserCreate() argument 'namespace_separator'", &good)
             : NULL;
    if (!good || isolate.pending)
        return 0;
    if (separator && strlen(separator) > 1)
        return raise_error(&rt_exc_ValueError,
                           "namespace_separator must be at most one character, omitted, or None");
    Value intern = args[2] == VALUE_NONE ? 0 : args[2] ? value_incref(args[2]) : dict_new();
    if (intern && !value_isa(intern, &rt_type_dict)) {
        value_decref(intern);
        return raise_error(&rt_exc_TypeError, "intern must be a dictionary");
    }
    Parser *parser = parser_new(XML_ParserCreate_MM(encoding, NULL, separator), intern);
    value_decref(intern);
    return OBJ(parser);
}

/* ExternalEntityParserCreate(context, encoding=None): a parser with the same handlers. */
NATIVE(parser_external_entity) {
    NATIVE_UNUSED();
    bool good = true;
    Parser *self = SELF(args[0]);
    const char *context = optional_text(args[1], "argument 1", &good);
    const char *encoding = good ? optional_text(ARG(2), "argument 2", &good) : NULL;
    if (!good || isolate.pending)
        return 0;
    Parser *parser =
        parser_new(XML_ExternalEntityParserCreate(self->expat, context, encoding), self->intern);
    if (!parser)
        return 0;
    parser->buffer_size = self->buffer_size;
    parser->ordered_attributes = self->ordered_attributes;
    parser->specified_attributes = self->specified_attributes;
    parser->namespace_prefixes = self->namespace_prefixes;
    if (self->buffer && !(parser->buffer = mem_alloc_items(parser->buffer_size, 1))) {
        value_decref(OBJ(parser));
        return 0;
    }
    for (int i = 0; i < HANDLER_COUNT; i++) {
        parser->handlers[i] = value_incref(self->handlers[i]);
        if (parser->handlers[i])
            set_expat_handler(parser, i, true);
    }
    return OBJ(parser);
}

static void parser_traverse(Object *self, VisitValue visit, void *context) {
    for (int i = 0; i < HANDLER_COUNT; i++)
        visit(((Parser *)self)->handlers[i], context);
    visit(((Parser *)self)->intern, context);
}

static void parser_clear(Object *self) {
    for (int i = 0; i < HANDLER_COUNT; i++)
        value_replace(&((Parser *)self)->handlers[i], 0);
    value_replace(&((Parser *)self)->intern, 0);
}

static void parser_dealloc(Object *self) {
    parser_clear(self);
    mem_free(((Parser *)self)->buffer);
    if (((Parser *)self)->expat)
        XML_ParserFree(((Parser *)self)->expat);
}

/* ---- attributes ------------------------------------------------------------------------------ */

static int find_handler(Value name) {
    for (int i = 0; i < HANDLER_COUNT; i++)
        if (str_equal_cstr(name, handler_names[i]))
            return i;
    return -1;
}

static Value parser_getattr(Value self, Value name) {
    int handler = find_handler(name);
    if (handler < 0)
        return rt_generic_getattr(self, name);
    Value function = SELF(self)->handlers[handler];
    return function ? value_incref(function) : VALUE_NONE;
}

static int parser_setattr(Value self, Value name, Value value) {
    Parser *parser = SELF(self);
    int handler = find_handler(name);
    if (handler < 0)
        return rt_generic_setattr(self, name, value);
    if (!value)
        return raise_status(&rt_exc_RuntimeError, "Cannot delete attribute");
    if (handler == HANDLER_CharacterDataHandler && flush_buffer(parser) < 0)
        return -1;
    value_replace(&parser->handlers[handler], value == VALUE_NONE ? 0 : value_incref(value));
    set_expat_handler(parser, handler, value != VALUE_NONE);
    return 0;
}

/* Attributes that are on or off. */
#define FLAG(name, effect)                                                                         \
    NATIVE(get_##name) {                                                                           \
        NATIVE_UNUSED();                                                                           \
        return VALUE_BOOL(SELF(args[0])->name);                                                    \
    }                                                                                              \
    static int set_##name(Value self, Value value) {                                               \
        int on = value ? object_truth(value)                                                       \
                       : raise_status(&rt_exc_TypeError, "Cannot delete attribute");               \
        if (on < 0)                                                                                \
            return -1;                                                                             \
        SELF(self)->name = on;                                                                     \
        effect;                                                                                    \
        return 0;                                                                                  \
    }
FLAG(ordered_attributes, (void)0)
FLAG(specified_attributes, (void)0)
FLAG(namespace_prefixes, XML_SetReturnNSTriplet(SELF(self)->expat, on))

NATIVE(get_buffer_text) {
    NATIVE_UNUSED();
    return VALUE_BOOL(SELF(args[0])->buffer != NULL);
}

static int set_buffer_text(Value self, Value value) {
    Parser *parser = SELF(self);
    int on =
        value ? object_truth(value) : raise_status(&rt_exc_TypeError, "Cannot delete attribute");
    if (on < 0 || (!on && flush_buffer(parser) < 0))
        return -1;
    if (on && !parser->buffer) {
        parser->buffer = mem_alloc_items(parser->buffer_size, 1);
        return parser->buffer ? 0 : -1;
    }
    if (!on) {
        mem_free(parser->buffer);
        parser->buffer = NULL;
    }
    return 0;
}

static int set_buffer_size(Value self, Value value) {
    Parser *parser = SELF(self);
    if (!value)
        return raise_status(&rt_exc_TypeError, "Cannot delete attribute");
    if (!value_is_int(value))
        return raise_status(&rt_exc_TypeError, "buffer_size must be an integer");
    int64_t size = object_index(value);
    if (size <= 0)
        return raise_status(&rt_exc_ValueError, "buffer_size must be greater than zero");
    if (size > INT32_MAX)
        return raise_status(&rt_exc_ValueError, "buffer_size must not be greater than %d",
                            INT32_MAX);
    if (flush_buffer(parser) < 0)
        return -1;
    if (parser->buffer) {
        char *buffer = mem_alloc_items(size, 1);
        if (!buffer)
            return -1;
        mem_free(parser->buffer);
        parser->buffer = buffer;
    }
    parser->buffer_size = (int)size;
    return 0;
}

#define NUMBER_GETTER(name, expression)                                                            \
    NATIVE(get_##name) {                                                                           \
        NATIVE_UNUSED();                                                                           \
        const Parser *parser = SELF(args[0]);                                                      \
        return value_from_small_int((int64_t)(expression));                                        \
    }
NUMBER_GETTER(buffer_size, parser->buffer_size)
NUMBER_GETTER(buffer_used, parser->buffer_used)
NUMBER_GETTER(ErrorCode, XML_GetErrorCode(parser->expat))
NUMBER_GETTER(ErrorLineNumber, XML_GetErrorLineNumber(parser->expat))
NUMBER_GETTER(ErrorColumnNumber, XML_GetErrorColumnNumber(parser->expat))
NUMBER_GETTER(ErrorByteIndex, XML_GetErrorByteIndex(parser->expat))
NUMBER_GETTER(CurrentLineNumber, XML_GetCurrentLineNumber(parser->expat))
NUMBER_GETTER(CurrentColumnNumber, XML_GetCurrentColumnNumber(parser->expat))
NUMBER_GETTER(CurrentByteIndex, XML_GetCurrentByteIndex(parser->expat))

NATIVE(get_intern) {
    NATIVE_UNUSED();
    Value intern = SELF(args[0])->intern;
    return intern ? value_incref(intern) : VALUE_NONE;
}

#define GET(attribute)                                                                             \
    { .name = #attribute, .call = get_##attribute, .kind = METHOD_GETTER }
#define GET_SET(attribute)                                                                         \
    { .name = #attribute, .call = get_##attribute, .kind = METHOD_GETTER, .set = set_##attribute }
static const NativeMethod parser_methods[] = {
    {.name = "Parse", .call = parser_parse, .min_args = 1, .max_args = 2},
    {.name = "ParseFile", .call = parser_parse_file, .min_args = 1, .max_args = 1},
    {.name = "SetBase", .call = parser_set_base, .min_args = 1, .max_args = 1},
    {.name = "GetBase", .call = parser_get_base},
    {.name = "GetInputContext", .call = parser_input_context},
    {.name = "ExternalEntityParserCreate",
     .call = parser_external_entity,
     .min_args = 1,
     .max_args = 2},
    {.name = "SetParamEntityParsing",
     .call = parser_set_param_entities,
     .min_args = 1,
     .max_args = 1},
    {.name = "UseForeignDTD", .call = parser_use_foreign_dtd, .max_args = 1},
    GET(intern),
    GET(buffer_used),
    GET(ErrorCode),
    GET(ErrorLineNumber),
    GET(ErrorColumnNumber),
    GET(ErrorByteIndex),
    GET(CurrentLineNumber),
    GET(CurrentColumnNumber),
    GET(CurrentByteIndex),
    GET_SET(buffer_text),
    GET_SET(buffer_size),
    GET_SET(ordered_attributes),
    GET_SET(specified_attributes),
    GET_SET(namespace_prefixes),
    {0},
};

static Type type_parser = {
    .name = "pyexpat.xmlparser",
    .flags = TYPE_FINAL | TYPE_DOTTED_NAME,
    .basic_size = sizeof(Parser),
    .methods = parser_methods,
    .slots = {.dealloc = parser_dealloc,
              .traverse = parser_traverse,
              .clear = parser_clear,
              .getattr = parser_getattr,
              .setattr = parser_setattr},
};

/* ---- the module ------------------------------------------------------------------------------ */

NATIVE(error_string) {
    NATIVE_UNUSED();
    int64_t code = object_index(args[0]);
    if (code == -1 && isolate.pending)
        return 0;
    return text_or_none(XML_ErrorString((enum XML_Error)code));
}

static const NativeMethod functions[] = {
    {.name = "ParserCreate",
     .call = parser_create,
     .max_args = 3,
     .keywords = "encoding namespace_separator intern"},
    {.name = "ErrorString", .call = error_string, .min_args = 1, .max_args = 1},
    {0},
};

/* The names of the errors by their code, from 1 on. */
static const char *const error_names[] = {"NO_MEMORY",
                                          "SYNTAX",
                                          "NO_ELEMENTS",
                                          "INVALID_TOKEN",
                                          "UNCLOSED_TOKEN",
                                          "PARTIAL_CHAR",
                                          "TAG_MISMATCH",
                                          "DUPLICATE_ATTRIBUTE",
                                          "JUNK_AFTER_DOC_ELEMENT",
                                          "PARAM_ENTITY_REF",
                                          "UNDEFINED_ENTITY",
                                          "RECURSIVE_ENTITY_REF",
                                          "ASYNC_ENTITY",
                                          "BAD_CHAR_REF",
                                          "BINARY_ENTITY_REF",
                                          "ATTRIBUTE_EXTERNAL_ENTITY_REF",
                                          "MISPLACED_XML_PI",
                                          "UNKNOWN_ENCODING",
                                          "INCORRECT_ENCODING",
                                          "UNCLOSED_CDATA_SECTION",
                                          "EXTERNAL_ENTITY_HANDLING",
                                          "NOT_STANDALONE",
                                          "UNEXPECTED_STATE",
                                          "ENTITY_DECLARED_IN_PE",
                                          "FEATURE_REQUIRES_XML_DTD",
                                          "CANT_CHANGE_FEATURE_ONCE_PARSING",
                                          "UNBOUND_PREFIX",
                                          "UNDECLARING_PREFIX",
                                          "INCOMPLETE_PE",
                                          "XML_DECL",
                                          "TEXT_DECL",
                                          "PUBLICID",
                                          "SUSPENDED",
                                          "NOT_SUSPENDED",
                                          "ABORTED",
                                          "FINISHED",
                                          "SUSPEND_PE",
                                          "RESERVED_PREFIX_XML",
                                          "RESERVED_PREFIX_XMLNS",
                                          "RESERVED_NAMESPACE_URI",
                                          "INVALID_ARGUMENT",
                                          "NO_BUFFER",
                                          "AMPLIFICATION_LIMIT_BREACH"};

/* A module that is an attribute of `module`. */
static Value add_inner(ModuleObject *module, const char *name) {
    Value full = str_format("pyexpat.%s", name);
    Value inner = full ? object_call1(OBJ(&rt_type_module), full) : 0;
    if (inner && (dict_set(rt_modules_borrow(), full, inner) < 0 ||
                  module_set(module, name, value_incref(inner)) < 0))
        value_replace(&inner, 0);
    value_decref(full);
    return inner;
}

static int set_take(Value object, const char *name, Value value) {
    int status = value ? object_setattr(object, str_name(name), value) : -1;
    value_decref(value);
    return status;
}

static int add_error(Value inner, Value codes, Value messages, int code) {
    Value name = str_format("XML_ERROR_%s", error_names[code - 1]);
    Value text = text_or_none(XML_ErrorString((enum XML_Error)code));
    Value number = value_from_small_int(code);
    int status = name && text && object_setattr(inner, name, text) == 0 &&
                         dict_set(codes, text, number) == 0 && dict_set(messages, number, text) == 0
                     ? 0
                     : -1;
    value_decref(name);
    value_decref(text);
    return status;
}

static int add_errors(ModuleObject *module) {
    Value inner = add_inner(module, "errors"), codes = dict_new(), messages = dict_new();
    int status = inner && codes && messages ? 0 : -1;
    for (int i = 1; status == 0 && i <= (int)(sizeof error_names / sizeof *error_names); i++)
        status = add_error(inner, codes, messages, i);
    if (status == 0)
        status = set_take(inner, "__doc__",
                          str_from_cstr("Constants used to describe error conditions."));
    if (status == 0)
        status = set_take(inner, "codes", value_incref(codes));
    if (status == 0)
        status = set_take(inner, "messages", value_incref(messages));
    value_decref(codes);
    value_decref(messages);
    value_decref(inner);
    return status;
}

static int add_model(ModuleObject *module) {
    static const struct {
        const char *name;
        int value;
    } numbers[] = {
#define NUMBER(name) {#name, name}
        NUMBER(XML_CTYPE_EMPTY), NUMBER(XML_CTYPE_ANY),    NUMBER(XML_CTYPE_MIXED),
        NUMBER(XML_CTYPE_NAME),  NUMBER(XML_CTYPE_CHOICE), NUMBER(XML_CTYPE_SEQ),
        NUMBER(XML_CQUANT_NONE), NUMBER(XML_CQUANT_OPT),   NUMBER(XML_CQUANT_REP),
        NUMBER(XML_CQUANT_PLUS),
    };
    Value inner = add_inner(module, "model");
    int status =
        inner ? set_take(inner, "__doc__",
                         str_from_cstr("Constants used to interpret content model information."))
              : -1;
    for (size_t i = 0; status == 0 && i < sizeof numbers / sizeof *numbers; i++)
        status = set_take(inner, numbers[i].name, value_from_small_int(numbers[i].value));
    value_decref(inner);
    return status;
}

/* [(name, value)] of expat's features. */
static Value features(void) {
    Value list = list_new(NULL, 0);
    for (const XML_Feature *feature = XML_GetFeatureList();
         list && feature->feature != XML_FEATURE_END; feature++) {
        Value items[2] = {str_from_cstr(feature->name), value_from_small_int(feature->value)};
        Value pair = items[0] ? tuple_new(items, 2) : 0;
        value_decref(items[0]);
        if (!pair || list_append_take(list, pair) < 0)
            value_replace(&list, 0);
    }
    return list;
}

static Value version(void) {
    XML_Expat_Version is = XML_ExpatVersionInfo();
    Value items[3] = {value_from_small_int(is.major), value_from_small_int(is.minor),
                      value_from_small_int(is.micro)};
    return tuple_new(items, 3);
}

static void expat_finish(void) {
    value_replace(&error_class, 0);
}

static int expat_init(ModuleObject *module) {
    rt_at_finish(expat_finish);
    error_class = exc_class_new("xml.parsers.expat", "ExpatError", OBJ(&rt_exc_Exception));
    if (!error_class || module_set(module, "ExpatError", value_incref(error_class)) < 0 ||
        module_set(module, "error", value_incref(error_class)) < 0 ||
        module_add_type(module, "XMLParserType", &type_parser) < 0 ||
        module_set(module, "EXPAT_VERSION", str_from_cstr(XML_ExpatVersion())) < 0 ||
        module_set(module, "version_info", version()) < 0 ||
        module_set(module, "native_encoding", str_from_cstr("UTF-8")) < 0 ||
        module_set(module, "features", features()) < 0 ||
        module_set(module, "XML_PARAM_ENTITY_PARSING_NEVER", value_from_small_int(0)) < 0 ||
        module_set(module, "XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE", value_from_small_int(1)) <
            0 ||
        module_set(module, "XML_PARAM_ENTITY_PARSING_ALWAYS", value_from_small_int(2)) < 0 ||
        add_errors(module) < 0 || add_model(module) < 0)
        return -1;
    return module_add_functions(module, functions);
}

const NativeModule pyrt_module_pyexpat = {"pyexpat", expat_init};
