/*
 * bytes_methods.c — the methods of bytes.
 */
#include "bytes.h"

NATIVE(method_decode) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    size_t unused;
    bytes_view(args[0], &data, &size);
    const char *name = ARG(1) ? str_utf8(args[1], &unused) : "utf-8";
    const char *handler = ARG(2) ? str_utf8(args[2], &unused) : "strict";
    return name && handler ? codec_decode(data, size, name, handler) : 0;
}

NATIVE(method_hex) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    bytes_view(args[0], &data, &size);
    StrObject *text = str_alloc(2 * size, 0x7f);
    for (int64_t i = 0; text && i < 2 * size; i++)
        str_put(text, i, (uint8_t) "0123456789abcdef"[i & 1 ? data[i / 2] & 15 : data[i / 2] >> 4]);
    return OBJ(text);
}

Value bytes_percent(Value format, Value arguments) {
    (void)format;
    (void)arguments;
    return VALUE_NOTIMPLEMENTED;
}

const NativeMethod bytes_methods[] = {
    {.name = "decode", .call = method_decode, .max_args = 2, .keywords = "encoding errors"},
    {.name = "hex", .call = method_hex},
    {0},
};
