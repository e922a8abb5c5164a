/*
 * bytes_percent.c — the % operator of bytes. format_percent.c does the work, on text whose
 * characters are the bytes (Latin-1); here is what %s, %b and %c of bytes take.
 */
#include "bytes.h"

static int add_bytes(Value *text, Value argument) {
    const uint8_t *data;
    int64_t size;
    if (!bytes_view(argument, &data, &size))
        return 0;
    *text = str_from_latin1(data, (size_t)size);
    return *text ? 1 : -1;
}

Value bytes_percent_text(Value argument) {
    Value text = 0;
    if (add_bytes(&text, argument))
        return text;
    Value method = object_lookup_special(argument, str_name("__bytes__"));
    if (!method)
        return isolate.pending
                   ? 0
                   : raise_error(&rt_exc_TypeError,
                                 "%%b requires a bytes-like object, or an object that implements "
                                 "__bytes__, not '%T'",
                                 argument);
    Value bytes = object_call0(method);
    value_decref(method);
    if (bytes && !add_bytes(&text, bytes))
        raise_error(&rt_exc_TypeError, "__bytes__ returned non-bytes (type %T)", bytes);
    value_decref(bytes);
    return text;
}

Value bytes_percent_char(Value argument) {
    const uint8_t *data;
    int64_t size, code = -1;
    bool is_view = bytes_view(argument, &data, &size) && !value_isa(argument, &rt_type_memoryview);
    if (is_view && size == 1)
        return str_from_char(data[0]);
    if (is_view || !value_type(argument)->slots.index)
        return raise_error(&rt_exc_TypeError,
                           "%%c requires an integer in range(256) or a single byte");
    Value number = pyrt_index(argument);
    if (!number)
        return 0;
    bool good = int_to_i64(number, &code) && code >= 0 && code <= 0xff;
    value_decref(number);
    return good ? str_from_char((uint32_t)code)
                : raise_error(&rt_exc_OverflowError, "%%c arg not in range(256)");
}

Value bytes_percent(Value format, Value arguments) {
    const uint8_t *data;
    int64_t size;
    bytes_view(format, &data, &size);
    Value text = str_from_latin1(data, (size_t)size);
    Value formatted = text ? str_percent(text, arguments, true) : 0;
    Value result = formatted ? codec_encode(formatted, "latin-1", "strict") : 0;
    value_decref(text);
    value_decref(formatted);
    return result;
}
