/*
 * exc_special.c — exceptions with attributes of their own: StopIteration, SystemExit, KeyError,
 * ImportError, NameError, AttributeError, SyntaxError, OSError with its choice of subclass by
 * errno, Unicode errors.
 */
#include "bytes.h"
#include "errno_table.h"
#include "exc_types.h"
#include "text.h"

/* `flags_`: TYPE_OWN_LAYOUT where CPython's instances have more fields than the base's. */
#define FAMILY(type, base, fields, flags_, methods_, slots_...)                                    \
    Type rt_exc_##type = {.name = #type,                                                           \
                          .base_type = &rt_exc_##base,                                             \
                          .flags = flags_,                                                         \
                          .basic_size = sizeof(ExceptionObject) + (fields),                        \
                          .methods = methods_,                                                     \
                          .slots = {slots_}};

static bool any(Value names) {
    return names && AS(TupleObject, names)->length;
}

/* ---- StopIteration, SystemExit, KeyError ----------------------------------------------------- */

EXC_FIELD(extra0, exc_as, extra[0])
EXC_FIELD(extra1, exc_as, extra[1])
EXC_FIELD(extra2, exc_as, extra[2])

static int stop_init(Value self, const Value *args, uint32_t count, Value names) {
    if (exc_base_init(self, args, count, names) < 0)
        return -1;
    return exc_set_field(&exc_as(self)->extra[0], count ? args[0] : 0);
}

static const NativeMethod stop_methods[] = {EXC_GETTER("value", extra0), {0}};
FAMILY(StopIteration, Exception, 0, TYPE_OWN_LAYOUT, stop_methods, .init = stop_init)

static int exit_init(Value self, const Value *args, uint32_t count, Value names) {
    if (exc_base_init(self, args, count, names) < 0)
        return -1;
    Value code = count == 0 ? 0 : count == 1 ? args[0] : exc_as(self)->args;
    return exc_set_field(&exc_as(self)->extra[0], code);
}

static const NativeMethod exit_methods[] = {EXC_GETTER("code", extra0), {0}};
FAMILY(SystemExit, BaseException, 0, TYPE_OWN_LAYOUT, exit_methods, .init = exit_init)

static Value key_str(Value self) {
    const TupleObject *args = AS(TupleObject, exc_as(self)->args);
    if (args && args->length == 1)
        return object_repr(args->items[0]);
    return rt_exc_BaseException.slots.str(self);
}

FAMILY(KeyError, LookupError, 0, 0, NULL, .init = exc_base_init, .str = key_str)

/* ---- ImportError, NameError, AttributeError -------------------------------------------------- */

static int import_init(Value self, const Value *args, uint32_t count, Value names) {
    static const char *const keywords[] = {"name", "path", NULL};
    ExceptionObject *exception = exc_as(self);
    Value *const fields[] = {&exception->extra[0], &exception->extra[1]};
    if (exc_base_init(self, args, count, 0) < 0 ||
        exc_keywords(&rt_exc_ImportError, args + count, names, keywords, fields) < 0)
        return -1;
    return exc_set_field(&exception->extra[2], count == 1 ? args[0] : 0);
}

static Value import_str(Value self) {
    Value message = exc_as(self)->extra[2];
    if (message && value_is(message, &rt_type_str))
        return value_incref(message);
    return rt_exc_BaseException.slots.str(self);
}

/* `name` and `path` are no arguments by position: they go with the attributes. */
static Value import_reduce(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    static const char *const keywords[] = {"name", "path"};
    const ExceptionObject *error = exc_as(args[0]);
    Value state = instance_dict_copy(value_object(args[0]));
    for (int i = 0; state && i < 2; i++)
        if (error->extra[i] && dict_set(state, str_name(keywords[i]), error->extra[i]) < 0)
            value_replace(&state, 0);
    return exc_reduce(args[0], value_incref(error->args), state);
}

static const NativeMethod import_methods[] = {EXC_GETTER("name", extra0),
                                              EXC_GETTER("path", extra1),
                                              EXC_GETTER("msg", extra2),
                                              {.name = "__reduce__", .call = import_reduce},
                                              {0}};
FAMILY(ImportError, Exception, 0, TYPE_OWN_LAYOUT, import_methods, .init = import_init,
       .str = import_str)

static int name_init(Value self, const Value *args, uint32_t count, Value names) {
    static const char *const keywords[] = {"name", NULL};
    Value *const fields[] = {&exc_as(self)->extra[0]};
    if (exc_base_init(self, args, count, 0) < 0)
        return -1;
    return exc_keywords(&rt_exc_NameError, args + count, names, keywords, fields);
}

static const NativeMethod name_methods[] = {EXC_GETTER("name", extra0), {0}};
FAMILY(NameError, Exception, 0, TYPE_OWN_LAYOUT, name_methods, .init = name_init)

static int attribute_init(Value self, const Value *args, uint32_t count, Value names) {
    static const char *const keywords[] = {"name", "obj", NULL};
    Value *const fields[] = {&exc_as(self)->extra[0], &exc_as(self)->extra[1]};
    if (exc_base_init(self, args, count, 0) < 0)
        return -1;
    return exc_keywords(&rt_exc_AttributeError, args + count, names, keywords, fields);
}

static const NativeMethod attribute_methods[] = {
    EXC_GETTER("name", extra0), EXC_GETTER("obj", extra1), {0}};
FAMILY(AttributeError, Exception, 0, TYPE_OWN_LAYOUT, attribute_methods, .init = attribute_init)

/* ---- SyntaxError ----------------------------------------------------------------------------- */

static int syntax_details(Value self, Value details) {
    Value tuple = tuple_from_iterable(details);
    if (!tuple)
        return -1;
    const TupleObject *items = AS(TupleObject, tuple);
    Value *extra = exc_as(self)->extra;
    SyntaxFields *more = SYNTAX(self);
    Value *const fields[] = {&extra[1],   &extra[2],         &more->offset,
                             &more->text, &more->end_lineno, &more->end_offset};
    int status = 0;
    if (items->length == 5)
        status = raise_status(&rt_exc_TypeError,
                              "end_offset must be provided when end_lineno is provided");
    else if (items->length != 4 && items->length != 6)
        status = raise_status(&rt_exc_TypeError,
                              items->length < 4 ? "function takes at least 4 arguments (%d given)"
                                                : "function takes at most 6 arguments (%d given)",
                              (int)items->length);
    for (int64_t i = 0; status == 0 && i < items->length; i++)
        value_replace(fields[i], value_incref(items->items[i]));
    value_decref(tuple);
    return status;
}

static int syntax_init(Value self, const Value *args, uint32_t count, Value names) {
    if (exc_base_init(self, args, count, names) < 0)
        return -1;
    if (count >= 1)
        exc_set_field(&exc_as(self)->extra[0], args[0]);
    return count == 2 ? syntax_details(self, args[1]) : 0;
}

static Value syntax_str(Value self) {
    ExceptionObject *exception = exc_as(self);
    Value message = exc_field(exception->extra[0]);
    Value file = exception->extra[1], line = exception->extra[2], result;
    bool has_file = file && value_isa(file, &rt_type_str);
    bool has_line = line && value_is_int(line);
    size_t size;
    const char *name = has_file ? str_utf8(file, &size) : "";
    const char *slash = name ? strrchr(name, '/') : NULL;
    if (slash)
        name = slash + 1;
    if (has_file && has_line)
        result = str_format("%S (%s, line %S)", message, name, line);
    else if (has_file)
        result = str_format("%S (%s)", message, name);
    else if (has_line)
        result = str_format("%S (line %S)", message, line);
    else
        result = object_str(message);
    value_decref(message);
    return result;
}

EXC_FIELD(offset, SYNTAX, offset)
EXC_FIELD(text, SYNTAX, text)
EXC_FIELD(end_lineno, SYNTAX, end_lineno)
EXC_FIELD(end_offset, SYNTAX, end_offset)
EXC_FIELD(print_line, SYNTAX, print_file_and_line)

static const NativeMethod syntax_methods[] = {
    EXC_GETTER("msg", extra0),
    EXC_GETTER("filename", extra1),
    EXC_GETTER("lineno", extra2),
    EXC_GETTER("offset", offset),
    EXC_GETTER("text", text),
    EXC_GETTER("end_lineno", end_lineno),
    EXC_GETTER("end_offset", end_offset),
    EXC_GETTER("print_file_and_line", print_line),
    {0},
};
FAMILY(SyntaxError, Exception, sizeof(SyntaxFields), TYPE_OWN_LAYOUT, syntax_methods,
       .init = syntax_init, .str = syntax_str)

/* ---- OSError --------------------------------------------------------------------------------- */

/* (errno, strerror[, filename[, winerror[, filename2]]]): the fields, and args cut to two. */
static int os_fields(Value self, const Value *args, uint32_t count) {
    ExceptionObject *error = exc_as(self);
    if (count < 2 || count > 5)
        return 0;
    exc_set_field(&error->extra[0], args[0]);
    exc_set_field(&error->extra[1], args[1]);
    if (count < 3 || args[2] == VALUE_NONE)
        return 0;
    if (type_is_subtype(value_type(self), &rt_exc_BlockingIOError) && value_is_int(args[2]))
        return exc_set_field(&OS(self)->written, args[2]);
    exc_set_field(&error->extra[2], args[2]);
    if (count == 5 && args[4] != VALUE_NONE)
        exc_set_field(&OS(self)->filename2, args[4]);
    Value two = tuple_new(args, 2);
    if (!two)
        return -1;
    value_replace(&error->args, two);
    return 0;
}

static Value os_new(Type *type, const Value *args, uint32_t count, Value names) {
    bool python_init = type->slots.init != rt_exc_OSError.slots.init;
    bool python_new = type->slots.new != rt_exc_OSError.slots.new;
    bool fill_now = !python_init || python_new;
    if (fill_now && any(names))
        return raise_error(&rt_exc_TypeError, "%N() takes no keyword arguments", type);
    int64_t number;
    if (type == &rt_exc_OSError && count >= 2 && count <= 5 && value_is_int(args[0]) &&
        int_to_i64(args[0], &number))
        type = errno_exception(number);
    Value self = exc_base_new(type, args, fill_now ? count : 0, 0);
    if (self && fill_now && os_fields(self, args, count) < 0) {
        value_decref(self);
        return 0;
    }
    return self;
}

static int os_init(Value self, const Value *args, uint32_t count, Value names) {
    Type *type = value_type(self);
    if (type->slots.init == rt_exc_OSError.slots.init ||
        type->slots.new != rt_exc_OSError.slots.new)
        return 0; /* os_new has done it */
    if (exc_base_init(self, args, count, names) < 0)
        return -1;
    return os_fields(self, args, count);
}

static Value os_str(Value self) {
    ExceptionObject *error = exc_as(self);
    Value number = error->extra[0], text = error->extra[1], file = error->extra[2];
    if (!number && !text)
        return rt_exc_BaseException.slots.str(self);
    number = exc_field(number);
    text = exc_field(text);
    Value result;
    if (file && OS(self)->filename2)
        result = str_format("[Errno %S] %S: %R -> %R", number, text, file, OS(self)->filename2);
    else if (file)
        result = str_format("[Errno %S] %S: %R", number, text, file);
    else
        result = str_format("[Errno %S] %S", number, text);
    value_decref(number);
    value_decref(text);
    return result;
}

static Value written_get(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    Value written = OS(args[0])->written;
    return written ? value_incref(written)
                   : raise_error(&rt_exc_AttributeError, "characters_written");
}

static int written_set(Value self, Value value) {
    if (!value) {
        if (!OS(self)->written)
            return raise_status(&rt_exc_AttributeError, "characters_written");
        value_replace(&OS(self)->written, 0);
        return 0;
    }
    int64_t number = object_index(value);
    if (number == -1 && isolate.pending)
        return -1;
    return exc_set_field(&OS(self)->written, value);
}

EXC_FIELD(filename2, OS, filename2)

/* The arguments that make the error again, with the names of files that os_fields took out. */
static Value os_arguments(Value self) {
    const ExceptionObject *error = exc_as(self);
    const TupleObject *two = AS(TupleObject, error->args);
    if (two->length != 2 || !error->extra[2])
        return value_incref(error->args);
    Value all[] = {two->items[0], two->items[1], error->extra[2], VALUE_NONE, OS(self)->filename2};
    return tuple_new(all, all[4] ? 5 : 3);
}

static Value os_reduce(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    return exc_reduce(args[0], os_arguments(args[0]), instance_dict_copy(value_object(args[0])));
}

static const NativeMethod os_methods[] = {
    EXC_GETTER("errno", extra0),
    EXC_GETTER("strerror", extra1),
    EXC_GETTER("filename", extra2),
    EXC_GETTER("filename2", filename2),
    {.name = "characters_written", .call = written_get, .kind = METHOD_GETTER, .set = written_set},
    {.name = "__reduce__", .call = os_reduce},
    {0}};
FAMILY(OSError, Exception, sizeof(OSFields), TYPE_OWN_LAYOUT, os_methods, .new = os_new,
       .init = os_init, .str = os_str)

Value raise_errno(int error, Value filename) {
    int number = errno_number(error);
    Value text = errno_text(number);
    Value args[3] = {value_from_small_int(number), text, filename};
    Value exception = text ? type_call(OBJ(&rt_exc_OSError), args, filename ? 3 : 2, 0) : 0;
    value_decref(text);
    return raise_value_take(exception);
}

/* ---- Unicode errors -------------------------------------------------------------------------- */

static int unicode_init(Value self, const Value *args, uint32_t count, Value names) {
    Type *type = type_native_base(value_type(self));
    bool translate = type == &rt_exc_UnicodeTranslateError;
    bool decode = type == &rt_exc_UnicodeDecodeError;
    uint32_t wanted = translate ? 4 : 5, at = translate ? 0 : 1;
    if (exc_base_init(self, args, count, names) < 0)
        return -1;
    if (count != wanted)
        return raise_status(&rt_exc_TypeError, "function takes exactly %d arguments (%d given)",
                            (int)wanted, (int)count);
    if (!translate && !value_isa(args[0], &rt_type_str))
        return raise_status(&rt_exc_TypeError, "argument 1 must be str, not %A", args[0]);
    const uint8_t *data;
    int64_t size;
    bool is_view = decode && !value_isa(args[1], &rt_type_bytes);
    if (is_view && !bytes_view(args[1], &data, &size))
        return buffer_refused(args[1]), -1;
    if (!decode && !value_isa(args[at], &rt_type_str))
        return raise_status(&rt_exc_TypeError, "argument %d must be str, not %A", (int)at + 1,
                            args[at]);
    ExceptionObject *error = exc_as(self);
    exc_set_field(&error->extra[0], translate ? 0 : args[0]);
    Value object = is_view ? bytes_new(data, (size_t)size) : value_incref(args[at]);
    if (!object)
        return -1;
    exc_set_field(&error->extra[1], object);
    value_decref(object);
    exc_set_field(&UNICODE(self)->start, args[at + 1]);
    exc_set_field(&UNICODE(self)->end, args[at + 2]);
    return exc_set_field(&error->extra[2], args[at + 3]);
}

static int64_t position_of(Value value) {
    int64_t number = 0;
    if (value && value_is_int(value) && int_to_i64(value, &number))
        return number;
    return 0;
}

/* "character '\xe4'", "byte 0xff" or nothing, for one bad item. */
static Value bad_item(ExceptionObject *error, int64_t start) {
    Value object = error->extra[1];
    char text[48];
    if (value_isa(object, &rt_type_bytes)) {
        if (start >= AS(BytesObject, object)->length)
            return 0;
        snprintf(text, sizeof text, "byte 0x%02x", AS(BytesObject, object)->data[start]);
        return str_from_cstr(text);
    }
    if (!value_isa(object, &rt_type_str) || start >= AS(StrObject, object)->length)
        return 0;
    uint32_t character = str_char_at(AS(StrObject, object), start);
    const char *format = character <= 0xff     ? "character '\\x%02x'"
                         : character <= 0xffff ? "character '\\u%04x'"
                                               : "character '\\U%08x'";
    snprintf(text, sizeof text, format, character);
    return str_from_cstr(text);
}

static Value unicode_str(Value self) {
    ExceptionObject *error = exc_as(self);
    Value encoding = error->extra[0], object = error->extra[1];
    if (!object)
        return str_from_cstr("");
    int64_t start = position_of(UNICODE(self)->start), end = position_of(UNICODE(self)->end);
    bool decode = value_isa(self, &rt_exc_UnicodeDecodeError);
    const char *verb = decode ? "decode" : encoding ? "encode" : "translate";
    Value item = end == start + 1 ? bad_item(error, start) : 0;
    Value lead =
        encoding ? str_format("'%S' codec can't %s", encoding, verb) : str_format("can't %s", verb);
    Value reason = exc_field(error->extra[2]);
    Value result = 0;
    if (lead && item)
        result = str_format("%S %S in position %lld: %S", lead, item, (long long)start, reason);
    else if (lead)
        result =
            str_format("%S %s in position %lld-%lld: %S", lead, decode ? "bytes" : "characters",
                       (long long)start, (long long)end - 1, reason);
    value_decref(reason);
    value_decref(lead);
    value_decref(item);
    return result;
}

EXC_FIELD(start, UNICODE, start)
EXC_FIELD(end, UNICODE, end)

static const NativeMethod unicode_methods[] = {
    EXC_GETTER("encoding", extra0), EXC_GETTER("object", extra1), EXC_GETTER("start", start),
    EXC_GETTER("end", end),         EXC_GETTER("reason", extra2), {0}};
FAMILY(UnicodeDecodeError, UnicodeError, sizeof(UnicodeFields), TYPE_OWN_LAYOUT, unicode_methods,
       .init = unicode_init, .str = unicode_str)
FAMILY(UnicodeEncodeError, UnicodeError, sizeof(UnicodeFields), TYPE_OWN_LAYOUT, unicode_methods,
       .init = unicode_init, .str = unicode_str)
FAMILY(UnicodeTranslateError, UnicodeError, sizeof(UnicodeFields), TYPE_OWN_LAYOUT, unicode_methods,
       .init = unicode_init, .str = unicode_str)
