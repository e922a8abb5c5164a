/*
 * socket_message.c — messages of several parts with control data: sendmsg, recvmsg and
 * recvmsg_into, by which processes also hand descriptors to each other.
 */
#include "socket.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>

typedef struct Message {
    struct msghdr header;
    struct iovec *parts;
    Value keep; /* list of the objects whose memory the parts are */
    uint8_t *control;
    int flags;
    SocketAddress address;
} Message;

static void message_drop(Message *message) {
    mem_free(message->parts);
    mem_free(message->control);
    value_decref(message->keep);
}

static int parts_read(Message *message, Value iterable, const char *function, bool writable) {
    static const char not_parts[] =
        "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers";
    Value list =
        list_of_parts(iterable, writable ? not_parts : "sendmsg() argument 1 must be an iterable");
    if (!list)
        return -1;
    message->keep = list;
    const ListObject *items = AS(ListObject, list);
    message->parts = mem_alloc_items(items->length + 1, sizeof *message->parts);
    if (!message->parts)
        return -1;
    for (int64_t i = 0; i < items->length; i++) {
        const uint8_t *data = NULL;
        uint8_t *target = NULL;
        int64_t size;
        if (writable && socket_writable_view(items->items[i], function, &target, &size) < 0) {
            exc_clear();
            return raise_status(&rt_exc_TypeError, not_parts);
        }
        if (!writable && !bytes_argument(items->items[i], &data, &size))
            return -1;
        message->parts[i] =
            (struct iovec){writable ? target : (void *)(uintptr_t)data, (size_t)size};
    }
    message->header.msg_iov = message->parts;
    message->header.msg_iovlen = (size_t)items->length;
    return 0;
}

static bool has_address(const Message *message) {
    return message->address.size != 0;
}

static ssize_t put_message(int fd, void *data) {
    Message *message = data;
    return sendmsg(fd, &message->header, message->flags | MSG_NOSIGNAL);
}

static ssize_t get_message(int fd, void *data) {
    Message *message = data;
    return recvmsg(fd, &message->header, message->flags);
}

/* ---- control data to be sent ----------------------------------------------------------------- */

/* One item (level, type, data). 0 or -1. */
static int control_item(Value item, int *level, int *type, const uint8_t **data, int64_t *size) {
    Value parts = list_of_parts(item, "[sendmsg() ancillary data items]() argument must be 3-item "
                                      "sequence");
    if (!parts)
        return -1;
    const ListObject *list = AS(ListObject, parts);
    int status = 0;
    if (list->length != 3)
        status = raise_status(&rt_exc_TypeError,
                              "[sendmsg() ancillary data items]() argument must be sequence of "
                              "length 3, not %lld",
                              (long long)list->length);
    else if (object_c_int(list->items[0], level) < 0 || object_c_int(list->items[1], type) < 0 ||
             !bytes_argument(list->items[2], data, size))
        status = -1;
    value_decref(parts);
    return status;
}

static int control_fill(Message *message, const ListObject *items) {
    struct cmsghdr *place = NULL;
    for (int64_t i = 0; i < items->length; i++) {
        int level, type;
        const uint8_t *data;
        int64_t size;
        if (control_item(items->items[i], &level, &type, &data, &size) < 0)
            return -1;
        place = i ? CMSG_NXTHDR(&message->header, place) : CMSG_FIRSTHDR(&message->header);
        if (!place)
            return raise_status(&rt_exc_RuntimeError, "unexpected NULL result from CMSG_NXTHDR()");
        place->cmsg_level = level;
        place->cmsg_type = type;
        place->cmsg_len = CMSG_LEN((size_t)size);
        memcpy(CMSG_DATA(place), data, (size_t)size);
    }
    return 0;
}

static int control_read(Message *message, Value iterable) {
    Value list = list_of_parts(iterable, "sendmsg() argument 2 must be an iterable");
    if (!list)
        return -1;
    const ListObject *items = AS(ListObject, list);
    size_t total = 0;
    int status = 0;
    for (int64_t i = 0; status == 0 && i < items->length; i++) {
        int level, type;
        const uint8_t *data;
        int64_t size = 0;
        status = control_item(items->items[i], &level, &type, &data, &size);
        total += CMSG_SPACE((size_t)size);
    }
    if (status == 0 && total) {
        message->control = mem_alloc(total);
        status = message->control ? 0 : -1;
    }
    if (status == 0 && total) {
        memset(message->control, 0, total);
        message->header.msg_control = message->control;
        message->header.msg_controllen = total;
        status = control_fill(message, items);
    }
    value_decref(list);
    return status;
}

/* sendmsg(buffers, ancdata=[], flags=0, address=None) */
Value socket_sendmsg(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    Message message = {0};
    int status = parts_read(&message, args[1], "sendmsg", false);
    if (status == 0 && ARG(2))
        status = control_read(&message, args[2]);
    if (status == 0 && ARG(3))
        status = object_c_int(args[3], &message.flags);
    if (status == 0 && ARG(4) && args[4] != VALUE_NONE)
        status =
            socket_address_read(socket_of(args[0])->family, args[4], "sendmsg", &message.address);
    if (status == 0 && has_address(&message)) {
        message.header.msg_name = &message.address.storage;
        message.header.msg_namelen = message.address.size;
    }
    ssize_t put = status < 0 ? -1 : socket_call(socket_of(args[0]), POLLOUT, put_message, &message);
    message_drop(&message);
    return put < 0 ? 0 : int_from_i64(put);
}

/* ---- receiving ------------------------------------------------------------------------------- */

/* A list of (level, type, bytes); new reference. */
static Value control_show(struct msghdr *header) {
    Value list = list_new(NULL, 0);
    for (struct cmsghdr *place = CMSG_FIRSTHDR(header); list && place;
         place = CMSG_NXTHDR(header, place)) {
        const uint8_t *data = CMSG_DATA(place);
        const uint8_t *end = (uint8_t *)header->msg_control + header->msg_controllen;
        size_t size = place->cmsg_len - (size_t)(data - (uint8_t *)place);
        size = size > (size_t)(end - data) ? (size_t)(end - data) : size;
        Value parts[3] = {int_from_i64(place->cmsg_level), int_from_i64(place->cmsg_type),
                          bytes_new(data, size)};
        Value item = parts[2] ? tuple_new(parts, 3) : 0;
        value_decref(parts[2]);
        if (!item || list_append_take(list, item) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

/* Receives into the parts; answers (first, ancdata, flags, address), where `first` is made of the
 * number of bytes. */
static Value message_receive(Value self, Message *message, int64_t control_size,
                             Value (*first)(const Message *message, ssize_t got)) {
    if (control_size < 0 || control_size > INT_MAX)
        return raise_error(&rt_exc_ValueError, "invalid ancillary data buffer length");
    if (control_size && !(message->control = mem_alloc_items(control_size, 1)))
        return 0;
    message->address.size = sizeof message->address.storage;
    message->header.msg_name = &message->address.storage;
    message->header.msg_namelen = message->address.size;
    message->header.msg_control = message->control;
    message->header.msg_controllen = (size_t)control_size;
    ssize_t got = socket_call(socket_of(self), POLLIN, get_message, message);
    if (got < 0)
        return 0;
    message->address.size = message->header.msg_namelen;
    Value parts[4] = {first(message, got), control_show(&message->header),
                      int_from_i64(message->header.msg_flags),
                      has_address(message) ? socket_address_show(&message->address) : VALUE_NONE};
    Value result = parts[0] && parts[1] && parts[3] ? tuple_new(parts, 4) : 0;
    for (int i = 0; i < 4; i++)
        value_decref(parts[i]);
    return result;
}

static bool read_sizes(const Value *args, uint32_t count, int64_t *control_size, Message *message) {
    *control_size = ARG(2) ? object_index(args[2]) : 0;
    if (*control_size == -1 && isolate.pending)
        return false;
    return !ARG(3) || object_c_int(args[3], &message->flags) == 0;
}

static Value received_bytes(const Message *message, ssize_t got) {
    return bytes_new(message->parts[0].iov_base, (size_t)got);
}

static Value received_size(const Message *message, ssize_t got) {
    (void)message;
    return int_from_i64(got);
}

/* recvmsg(bufsize, ancbufsize=0, flags=0) */
Value socket_recvmsg(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    Message message = {0};
    int64_t control_size, size = object_index(args[1]);
    if ((size == -1 && isolate.pending) || !read_sizes(args, count, &control_size, &message))
        return 0;
    if (size < 0)
        return raise_error(&rt_exc_ValueError, "negative buffer size in recvmsg()");
    uint8_t *data = mem_alloc_items(size, 1);
    struct iovec part = {data, (size_t)size};
    if (!data)
        return 0;
    message.parts = &part;
    message.header.msg_iov = &part;
    message.header.msg_iovlen = 1;
    Value result = message_receive(args[0], &message, control_size, received_bytes);
    message.parts = NULL;
    mem_free(data);
    message_drop(&message);
    return result;
}

/* recvmsg_into(buffers, ancbufsize=0, flags=0) */
Value socket_recvmsg_into(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    Message message = {0};
    int64_t control_size;
    Value result = 0;
    if (!read_sizes(args, count, &control_size, &message))
        return 0;
    if (parts_read(&message, args[1], "recvmsg_into", true) == 0)
        result = message_receive(args[0], &message, control_size, received_size);
    message_drop(&message);
    return result;
}
