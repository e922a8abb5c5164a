/*
 * bytes_percent.c — the % operator of bytes: as that of str, whose work it uses, but %s and %b take
 * bytes-like objects and %r gives ASCII.
 *
 * The format and the bytes arguments go through str as Latin-1, one character a byte.
 */
#include "bytes.h"

static bool has_bytes_method(Value argument) {
    return type_lookup_borrow(value_type(argument), str_name("__bytes__")) != 0;
}

Value bytes_percent_text(Value argument) {
    const uint8_t *data;
    int64_t size;
    if (bytes_view(argument, &data, &size))
        return str_from_latin1(data, (size_t)size);
    if (!has_bytes_method(argument) || value_type(argument)->slots.index)
        return value_incref(argument);
    Value bytes = object_call1(OBJ(&rt_type_bytes), argument);
    Value text = bytes ? bytes_percent_text(bytes) : 0;
    value_decref(bytes);
    return text;
}

/* The letters of the conversions, in order of their arguments; `*` counts as a letter. */
static int check_argument(uint8_t letter, Value argument) {
    const uint8_t *data;
    int64_t size;
    if (letter == 'c' && value_is_str(argument))
        return raise_status(&rt_exc_TypeError,
                            "%%c requires an integer in range(256) or a single byte");
    if (letter != 's' && letter != 'b')
        return 0;
    if (bytes_view(argument, &data, &size) || has_bytes_method(argument))
        return 0;
    return raise_status(&rt_exc_TypeError,
                        "%%b requires a bytes-like object, or an object that implements __bytes__, "
                        "not '%T'",
                        argument);
}

/* Copies the format as text with %b spelled %s and %r spelled %a; checks the arguments on the way.
 */
static Value text_format(const uint8_t *data, int64_t size, Value arguments) {
    bool is_tuple = value_isa(arguments, &rt_type_tuple);
    bool is_dict = value_isa(arguments, &rt_type_dict);
    int64_t next = 0, most = is_tuple ? AS(TupleObject, arguments)->length : !is_dict;
    StrObject *text = str_alloc(size, 0xff);
    bool inside = false;
    for (int64_t i = 0; text && i < size; i++) {
        uint8_t byte = data[i];
        bool letter = inside && !strchr("#0-+ .123456789hlL", byte);
        if (letter && byte != '%' && byte != '(' && next < most) {
            Value argument = is_tuple ? AS(TupleObject, arguments)->items[next] : arguments;
            next++;
            if (check_argument(byte, argument) < 0) {
                value_decref(OBJ(text));
                return 0;
            }
        }
        str_put(text, i, letter && byte == 'b' ? 's' : letter && byte == 'r' ? 'a' : byte);
        inside = byte == '%' ? !inside : inside && !(letter && byte != '*' && byte != '(');
    }
    return OBJ(text);
}

static Value text_arguments(Value arguments) {
    if (value_isa(arguments, &rt_type_dict))
        return value_incref(arguments);
    if (!value_isa(arguments, &rt_type_tuple))
        return bytes_percent_text(arguments);
    const TupleObject *tuple = AS(TupleObject, arguments);
    Value result = tuple_new_empty(tuple->length);
    for (int64_t i = 0; result && i < tuple->length; i++) {
        AS(TupleObject, result)->items[i] = bytes_percent_text(tuple->items[i]);
        if (!AS(TupleObject, result)->items[i]) {
            value_decref(result);
            return 0;
        }
    }
    return result;
}

Value bytes_percent(Value format, Value arguments) {
    const uint8_t *data;
    int64_t size;
    bytes_view(format, &data, &size);
    Value text = text_format(data, size, arguments);
    Value texts = text ? text_arguments(arguments) : 0;
    Value formatted = texts ? str_percent(text, texts, true) : 0;
    Value result = formatted ? codec_encode(formatted, "latin-1", "strict") : 0;
    value_decref(text);
    value_decref(texts);
    value_decref(formatted);
    return result;
}
