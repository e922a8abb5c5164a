/*
 * mod_pickle_write.c — the pickler's output: bytes collected in frames (PEP 3154), the memo of what
 * was written, and the atoms: numbers, text, bytes.
 *
 * A frame is opened by the first byte that is written into it; its header's place is left free
 * until its length is known.
 */
#include "codecs.h"
#include "numbers.h"
#include "pickle.h"

enum { FRAME_LEAST = 4, FRAME_WANTED = 64 * 1024, FRAME_HEADER = 9 };

/* ---- bytes and frames ------------------------------------------------------------------------ */

uint8_t *pickle_room(Pickler *self, int64_t size) {
    bool opens = self->framing && self->frame < 0;
    int64_t wanted = size + (opens ? FRAME_HEADER : 0);
    ByteBuffer *out = &self->out;
    if (out->capacity - out->size < wanted && byte_buffer_reserve(out, wanted) < 0)
        return NULL;
    if (opens) {
        self->frame = out->size;
        out->size += FRAME_HEADER;
    }
    uint8_t *room = out->data + out->size;
    out->size += size;
    return room;
}

int pickle_write(Pickler *self, const void *data, int64_t size) {
    uint8_t *room = pickle_room(self, size);
    if (!room)
        return -1;
    if (size)
        memcpy(room, data, (size_t)size);
    return 0;
}

int pickle_line(Pickler *self, PickleOp op, const char *text, int64_t size) {
    uint8_t *room = pickle_room(self, size + 2);
    if (!room)
        return -1;
    room[0] = (uint8_t)op;
    memcpy(room + 1, text, (size_t)size);
    room[size + 1] = '\n';
    return 0;
}

int pickle_close_frame(Pickler *self) {
    if (!self->framing || self->frame < 0)
        return 0;
    uint8_t *header = self->out.data + self->frame;
    int64_t size = self->out.size - self->frame - FRAME_HEADER;
    if (size >= FRAME_LEAST) {
        header[0] = OP_FRAME;
        pickle_put(header + 1, (uint64_t)size, 8);
    } else {
        memmove(header, header + FRAME_HEADER, (size_t)size);
        self->out.size -= FRAME_HEADER;
    }
    self->frame = -1;
    return 0;
}

int pickle_flush(Pickler *self) {
    Value bytes = bytes_new(self->out.data, (size_t)self->out.size);
    self->out.size = 0;
    self->frame = -1;
    Value result = bytes ? object_call1(self->write, bytes) : 0;
    value_decref(bytes);
    value_decref(result);
    return result ? 0 : -1;
}

int pickle_boundary(Pickler *self) {
    if (!self->framing || self->frame < 0 ||
        self->out.size - self->frame - FRAME_HEADER < FRAME_WANTED)
        return 0;
    if (pickle_close_frame(self) < 0)
        return -1;
    return self->write ? pickle_flush(self) : 0;
}

/* What is too long for a frame goes to the file without a copy. */
static int write_through(Pickler *self, const uint8_t *data, int64_t size, Value payload) {
    if (pickle_flush(self) < 0)
        return -1;
    Value bytes = payload ? value_incref(payload) : bytes_new(data, (size_t)size);
    Value result = bytes ? object_call1(self->write, bytes) : 0;
    value_decref(bytes);
    value_decref(result);
    return result ? 0 : -1;
}

int pickle_large(Pickler *self, const uint8_t *header, int64_t header_size, const uint8_t *data,
                 int64_t size, Value payload) {
    bool framing = self->framing, apart = size >= FRAME_WANTED;
    if (apart) {
        if (pickle_close_frame(self) < 0)
            return -1;
        self->framing = false;
    }
    int status = pickle_write(self, header, header_size);
    if (status == 0)
        status = apart && self->write ? write_through(self, data, size, payload)
                                      : pickle_write(self, data, size);
    self->framing = framing;
    return status;
}

/* ---- the memo -------------------------------------------------------------------------------- */

static int64_t memo_place(const PickleMemo *memo, Value object) {
    uint64_t hash = (object >> 4) * 0x9e3779b97f4a7c15u;
    int64_t place = (int64_t)(hash >> 32) & memo->mask;
    while (memo->entries[place].object && memo->entries[place].object != object)
        place = (place + 1) & memo->mask;
    return place;
}

int64_t pickle_memo_find(const PickleMemo *memo, Value object) {
    if (!memo->entries)
        return -1;
    const struct PickleMemoEntry *entry = &memo->entries[memo_place(memo, object)];
    return entry->object ? entry->index : -1;
}

static int memo_grow(PickleMemo *memo) {
    PickleMemo grown = {.mask = memo->entries ? 4 * (memo->mask + 1) - 1 : 31};
    size_t size = (size_t)(grown.mask + 1) * sizeof *grown.entries;
    grown.entries = mem_alloc(size);
    if (!grown.entries)
        return -1;
    memset(grown.entries, 0, size);
    for (int64_t i = 0; memo->entries && i <= memo->mask; i++)
        if (memo->entries[i].object)
            grown.entries[memo_place(&grown, memo->entries[i].object)] = memo->entries[i];
    grown.count = memo->count;
    mem_free(memo->entries);
    *memo = grown;
    return 0;
}

int pickle_memo_add(PickleMemo *memo, Value object, int64_t index) {
    if ((!memo->entries || memo->count * 3 >= memo->mask * 2) && memo_grow(memo) < 0)
        return -1;
    struct PickleMemoEntry *entry = &memo->entries[memo_place(memo, object)];
    if (!entry->object) {
        entry->object = value_incref(object);
        memo->count++;
    }
    entry->index = index;
    return 0;
}

void pickle_memo_clear(PickleMemo *memo) {
    PickleMemo old = *memo;
    *memo = (PickleMemo){0};
    for (int64_t i = 0; old.entries && i <= old.mask; i++)
        value_decref(old.entries[i].object);
    mem_free(old.entries);
}

/* An operator with an index: as a line, in a byte, or in four. */
static int write_index(Pickler *self, int64_t index, PickleOp line, PickleOp small,
                       PickleOp large) {
    if (!self->binary) {
        char text[24];
        return pickle_line(self, line, text, snprintf(text, sizeof text, "%lld", (long long)index));
    }
    bool is_small = index < 256;
    uint8_t *room = pickle_room(self, is_small ? 2 : 5);
    if (!room)
        return -1;
    room[0] = (uint8_t)(is_small ? small : large);
    pickle_put(room + 1, (uint64_t)index, is_small ? 1 : 4);
    return 0;
}

int pickle_remember(Pickler *self, Value object) {
    if (self->fast)
        return 0;
    int64_t index = self->memo.count;
    if (pickle_memo_add(&self->memo, object, index) < 0)
        return -1;
    if (self->protocol >= 4)
        return pickle_op(self, OP_MEMOIZE);
    return write_index(self, index, OP_PUT, OP_BINPUT, OP_LONG_BINPUT);
}

int pickle_recall(Pickler *self, int64_t index) {
    return write_index(self, index, OP_GET, OP_BINGET, OP_LONG_BINGET);
}

/* ---- numbers --------------------------------------------------------------------------------- */

/* Beyond 32 bits, in binary: the bytes of the number with its sign. */
static int write_long(Pickler *self, Value number) {
    IntView view;
    int_view(&view, number);
    int64_t size = (int64_t)(big_bits(view.big) >> 3) + 1;
    uint8_t *room = pickle_room(self, size + 5);
    if (!room)
        return -1;
    uint8_t *bytes = room + (size < 256 ? 2 : 5);
    int_fill_bytes(bytes, size, &view);
    if (view.negative && size > 1 && bytes[size - 1] == 0xff && bytes[size - 2] & 0x80)
        size--;
    if (size < 256 && bytes == room + 5)
        memmove(bytes = room + 2, room + 5, (size_t)size);
    room[0] = size < 256 ? OP_LONG1 : OP_LONG4;
    pickle_put(room + 1, (uint64_t)size, size < 256 ? 1 : 4);
    self->out.size = bytes + size - self->out.data;
    return 0;
}

static int write_decimal(Pickler *self, Value number) {
    Value text = object_repr(number);
    size_t size;
    const char *digits = text ? str_utf8(text, &size) : NULL;
    int status = -1;
    if (digits) {
        status = pickle_op(self, OP_LONG);
        if (status == 0)
            status = pickle_write(self, digits, (int64_t)size);
        if (status == 0)
            status = pickle_write(self, "L\n", 2);
    }
    value_decref(text);
    return status;
}

int pickle_int(Pickler *self, Value number) {
    int64_t small = value_is_small_int(number) ? value_small_int(number) : 0;
    bool is_word = value_is_small_int(number) || int_to_i64(number, &small);
    if (!is_word || small > INT32_MAX || small < INT32_MIN)
        return self->protocol >= 2 ? write_long(self, number) : write_decimal(self, number);
    if (!self->binary) {
        char text[24];
        return pickle_line(self, OP_INT, text,
                           snprintf(text, sizeof text, "%lld", (long long)small));
    }
    int size = small < 0 || small > 0xffff ? 4 : small > 0xff ? 2 : 1;
    uint8_t *room = pickle_room(self, 5);
    if (!room)
        return -1;
    room[0] = size == 1 ? OP_BININT1 : size == 2 ? OP_BININT2 : OP_BININT;
    pickle_put(room + 1, (uint64_t)small, 4);
    self->out.size -= 4 - size; /* the bytes behind it are written anew */
    return 0;
}

int pickle_float(Pickler *self, double number) {
    if (!self->binary) {
        char text[32];
        double_repr(number, text);
        return pickle_line(self, OP_FLOAT, text, (int64_t)strlen(text));
    }
    uint8_t *room = pickle_room(self, 9);
    if (!room)
        return -1;
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    room[0] = OP_BINFLOAT;
    for (int i = 0; i < 8; i++)
        room[1 + i] = (uint8_t)(bits >> (56 - 8 * i));
    return 0;
}

/* ---- text and bytes -------------------------------------------------------------------------- */

/* The header of counted data. Answers its length; 0 if the protocol has no operator for the size.
 * `large` is of protocol 4. */
static int64_t write_header(uint8_t header[9], const Pickler *self, int64_t size, int small,
                            PickleOp medium, PickleOp large) {
    int width = small && size <= 0xff ? 1 : size <= 0xffffffff ? 4 : 8;
    if (width == 8 && self->protocol < 4)
        return 0;
    header[0] = (uint8_t)(width == 1 ? small : width == 4 ? (int)medium : (int)large);
    pickle_put(header + 1, (uint64_t)size, width);
    return width + 1;
}

static int too_large(const char *what) {
    return raise_status(&rt_exc_OverflowError,
                        "serializing a %s larger than 4 GiB requires pickle protocol 4 or higher",
                        what);
}

int pickle_bytes(Pickler *self, Value object, const uint8_t *data, int64_t size, bool writable) {
    uint8_t header[9] = {OP_BYTEARRAY8};
    int64_t header_size = 9;
    if (writable)
        pickle_put(header + 1, (uint64_t)size, 8);
    else
        header_size =
            write_header(header, self, size, OP_SHORT_BINBYTES, OP_BINBYTES, OP_BINBYTES8);
    if (!header_size)
        return too_large("bytes object");
    Value payload = value_is(object, &rt_type_bytes) ? object : 0;
    if (pickle_large(self, header, header_size, data, size, payload) < 0)
        return -1;
    return pickle_remember(self, object);
}

/* One line of Latin-1, with what would end it or is beyond it as \u or \U. */
static int write_raw(Pickler *self, const StrObject *str) {
    if (pickle_op(self, OP_UNICODE) < 0)
        return -1;
    for (int64_t i = 0; i < str->length; i++) {
        uint32_t c = str_at(str, i);
        char text[16];
        bool plain = c < 256 && c != '\\' && c != 0 && c != '\n' && c != '\r' && c != 0x1a;
        int size = plain ? 1 : snprintf(text, sizeof text, c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        if (plain)
            text[0] = (char)c;
        if (pickle_write(self, text, size) < 0)
            return -1;
    }
    return pickle_write(self, "\n", 1);
}

static int write_utf8(Pickler *self, Value text) {
    size_t size;
    const char *data = str_utf8(text, &size);
    if (!data)
        return -1;
    uint8_t header[9];
    int64_t header_size =
        write_header(header, self, (int64_t)size, self->protocol >= 4 ? OP_SHORT_BINUNICODE : 0,
                     OP_BINUNICODE, OP_BINUNICODE8);
    if (!header_size)
        return too_large("string");
    return pickle_large(self, header, header_size, (const uint8_t *)data, (int64_t)size, 0);
}

int pickle_str(Pickler *self, Value text) {
    if (self->binary ? write_utf8(self, text) < 0 : write_raw(self, AS(StrObject, text)) < 0)
        return -1;
    return pickle_remember(self, text);
}
