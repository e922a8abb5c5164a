/*
 * unpacker.c — see unpacker.h.
 */
#include "unpacker.h"

int unpacker_init(Unpacker *unpacker) {
    unpacker->needs_input = true;
    unpacker->input.what = "bytes";
    unpacker->unused = bytes_new("", 0);
    return unpacker->unused ? 0 : -1;
}

void unpacker_drop(Unpacker *unpacker) {
    mem_free(unpacker->input.data);
    value_decref(unpacker->unused);
}

void unpacker_keep(Unpacker *unpacker, int64_t left) {
    ByteBuffer *input = &unpacker->input;
    if (left)
        memmove(input->data, input->data + input->size - left, (size_t)left);
    input->size = left;
}

Value unpacker_answer(Unpacker *unpacker, int64_t most, ByteBuffer *out, int status) {
    ByteBuffer *input = &unpacker->input;
    if (status == 0 && unpacker->finished) {
        value_replace(&unpacker->unused, bytes_new(input->data, (size_t)input->size));
        input->size = 0;
    }
    unpacker->needs_input =
        !unpacker->finished && input->size == 0 && (most < 0 || out->size < most);
    return byte_buffer_take(out, unpacker->unused ? status : -1);
}

#define GETTER(name, value)                                                                        \
    Value unpacker_##name(Value callee, const Value *args, uint32_t count, Value names) {          \
        NATIVE_UNUSED();                                                                           \
        return value;                                                                              \
    }
GETTER(eof, VALUE_BOOL(AS(Unpacker, args[0])->finished))
GETTER(unused, value_incref(AS(Unpacker, args[0])->unused))
GETTER(needs_input, VALUE_BOOL(AS(Unpacker, args[0])->needs_input))
