/*
 * aio_stream_buffer.c — what asyncio's streams do with the bytes that wait to be read.
 */
#include "aio.h"
#include "bytes.h"

Value aio_take_front_call(Value callee, const Value *args, uint32_t count, Value names) {
    (void)callee, (void)count, (void)names;
    int64_t none, size; /* as in buffer[:size], with its errors */
    if (search_bounds(0, args[1], &none, &size) < 0)
        return 0;
    if (!value_isa(args[0], &rt_type_bytearray)) /* bytes: nothing was received yet */
        return bytes_new(NULL, 0);
    const ByteBuffer *buffer = &AS(BytearrayObject, args[0])->buffer;
    if (size > buffer->size)
        size = buffer->size;
    Value front = bytes_new(buffer->data, (size_t)size);
    if (front && bytearray_drop(args[0], size) == 0)
        return front;
    value_decref(front);
    return 0;
}
