/*
 * sqlite_blob.c — sqlite3.Blob: a binary value of one row that is read and written in place.
 * A connection knows its open blobs, which are closed with it.
 */
#include "sqlite.h"

#include "posix.h"

#include <limits.h>

struct Blob {
    Object base;
    Connection *connection; /* owned */
    sqlite3_blob *handle;   /* NULL: closed */
    int offset;             /* of the next read() or write() */
    Blob *next;             /* of the connection's open ones */
};

static Blob *self_of(Value value) {
    return AS(Blob, value);
}

/* Is the blob's connection open and this its thread? CPython asks in this order here. */
static bool check_owner(Blob *blob) {
    return connection_check_open(blob->connection) && connection_check(blob->connection);
}

/* Is the blob open and this its thread? False with an exception pending. */
static bool blob_check(Blob *blob) {
    if (!check_owner(blob))
        return false;
    if (!blob->handle)
        sql_error(sql_ProgrammingError, "Cannot operate on a closed blob.");
    return blob->handle;
}

static void blob_close(Blob *blob) {
    if (!blob->handle)
        return;
    Blob **link = &blob->connection->blobs;
    while (*link != blob)
        link = &(*link)->next;
    *link = blob->next;
    sqlite3_blob *handle = blob->handle;
    blob->handle = NULL;
    ThreadState state, *before;
    sql_leave(&state, &before);
    sqlite3_blob_close(handle);
    sql_enter(&state, before);
}

void sql_close_blobs(Connection *connection) {
    while (connection->blobs)
        blob_close(connection->blobs);
}

static void blob_dealloc(Object *self) {
    Blob *blob = (Blob *)self;
    blob_close(blob);
    value_decref(OBJ(blob->connection));
}

static void blob_traverse(Object *self, VisitValue visit, void *context) {
    visit(OBJ(((Blob *)self)->connection), context);
}

/* ---- reading and writing --------------------------------------------------------------------- */

/* `length` bytes from `offset` on; new reference. */
static Value read_at(Blob *blob, int64_t length, int64_t offset) {
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, length);
    if (!bytes)
        return 0;
    ThreadState state, *before;
    sql_leave(&state, &before);
    int code = sqlite3_blob_read(blob->handle, bytes->data, (int)length, (int)offset);
    sql_enter(&state, before);
    if (code == SQLITE_OK)
        return OBJ(bytes);
    value_decref(OBJ(bytes));
    sql_raise(blob->connection->db);
    return 0;
}

static int write_at(Blob *blob, const uint8_t *data, int64_t length, int64_t offset) {
    ThreadState state, *before;
    sql_leave(&state, &before);
    int code = sqlite3_blob_write(blob->handle, data, (int)length, (int)offset);
    sql_enter(&state, before);
    return code == SQLITE_OK ? 0 : sql_raise(blob->connection->db);
}

/* read(length=-1, /) */
NATIVE(blob_read) {
    NATIVE_UNUSED();
    Blob *blob = self_of(args[0]);
    int length = -1;
    if ((count > 1 && object_c_int(args[1], &length) < 0) || !blob_check(blob))
        return 0;
    int left = sqlite3_blob_bytes(blob->handle) - blob->offset;
    if (length < 0 || length > left)
        length = left;
    if (!length)
        return bytes_new("", 0);
    Value bytes = read_at(blob, length, blob->offset);
    if (bytes)
        blob->offset += length;
    return bytes;
}

NATIVE(blob_write) {
    NATIVE_UNUSED();
    Blob *blob = self_of(args[0]);
    const uint8_t *data;
    int64_t size;
    if (!bytes_argument(args[1], &data, &size) || !blob_check(blob))
        return 0;
    if (size > sqlite3_blob_bytes(blob->handle) - blob->offset)
        return raise_error(&rt_exc_ValueError, "data longer than blob length");
    if (write_at(blob, data, size, blob->offset) < 0)
        return 0;
    blob->offset += (int)size;
    return VALUE_NONE;
}

/* seek(offset, origin=os.SEEK_SET, /) */
NATIVE(blob_seek) {
    NATIVE_UNUSED();
    Blob *blob = self_of(args[0]);
    int offset, origin = SEEK_SET;
    if (object_c_int(args[1], &offset) < 0 || (count > 2 && object_c_int(args[2], &origin) < 0) ||
        !blob_check(blob))
        return 0;
    int length = sqlite3_blob_bytes(blob->handle);
    int from = origin == SEEK_CUR ? blob->offset : origin == SEEK_END ? length : 0;
    if (origin != SEEK_SET && origin != SEEK_CUR && origin != SEEK_END)
        return raise_error(&rt_exc_ValueError,
                           "'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END");
    if (offset > INT_MAX - from)
        return raise_error(&rt_exc_OverflowError, "seek offset results in overflow");
    if (offset + from < 0 || offset + from > length)
        return raise_error(&rt_exc_ValueError, "offset out of blob range");
    blob->offset = offset + from;
    return VALUE_NONE;
}

NATIVE(blob_tell) {
    NATIVE_UNUSED();
    return blob_check(self_of(args[0])) ? value_from_small_int(self_of(args[0])->offset) : 0;
}

NATIVE(blob_close_method) {
    NATIVE_UNUSED();
    Blob *blob = self_of(args[0]);
    if (!check_owner(blob))
        return 0;
    blob_close(blob);
    return VALUE_NONE;
}

NATIVE(blob_enter) {
    NATIVE_UNUSED();
    return blob_check(self_of(args[0])) ? value_incref(args[0]) : 0;
}

NATIVE(blob_exit) {
    NATIVE_UNUSED();
    if (!blob_check(self_of(args[0])))
        return 0;
    blob_close(self_of(args[0]));
    return VALUE_FALSE;
}

/* ---- items ----------------------------------------------------------------------------------- */

static int64_t blob_len(Value self) {
    return blob_check(self_of(self)) ? sqlite3_blob_bytes(self_of(self)->handle) : -1;
}

/* The place that the index `key` means; -1 with IndexError. */
static int64_t item_place(Blob *blob, Value key) {
    int64_t place = object_index(key), length = sqlite3_blob_bytes(blob->handle);
    if (place == -1 && exc_pending_is(&rt_exc_OverflowError)) {
        exc_clear();
        return raise_status(&rt_exc_IndexError, "cannot fit '%T' into an index-sized integer", key);
    }
    if (place == -1 && isolate.pending)
        return -1;
    if (place < 0)
        place += length;
    if (place >= 0 && place < length)
        return place;
    return raise_status(&rt_exc_IndexError, "Blob index out of range");
}

/* A slice of the blob: `count` places from `first` on in steps, all of them in the `span` bytes
 * from `low` on. */
typedef struct Span {
    int64_t first, step, count, low, span;
} Span;

static int read_slice(Blob *blob, Value key, Span *out) {
    int64_t stop;
    if (slice_unpack(key, &out->first, &stop, &out->step) < 0)
        return -1;
    int64_t length = sqlite3_blob_bytes(blob->handle);
    out->count = slice_adjust(length, &out->first, &stop, out->step);
    if (!out->count)
        return 0;
    int64_t last = out->first + (out->count - 1) * out->step;
    out->low = out->step > 0 ? out->first : last;
    out->span = (out->step > 0 ? last : out->first) - out->low + 1;
    return 0;
}

static Value read_span(Blob *blob, const Span *span) {
    if (!span->count)
        return bytes_new("", 0);
    Value whole = read_at(blob, span->span, span->low);
    if (!whole || span->step == 1)
        return whole;
    BytesObject *result = bytes_alloc(&rt_type_bytes, span->count);
    for (int64_t i = 0; result && i < span->count; i++)
        result->data[i] = AS(BytesObject, whole)->data[span->first - span->low + i * span->step];
    value_decref(whole);
    return OBJ(result);
}

static Value blob_getitem(Value self, Value key) {
    Blob *blob = self_of(self);
    if (!blob_check(blob))
        return 0;
    if (value_type(key)->slots.index) {
        int64_t place = item_place(blob, key);
        Value byte = place < 0 ? 0 : read_at(blob, 1, place);
        Value number = byte ? value_from_small_int(AS(BytesObject, byte)->data[0]) : 0;
        value_decref(byte);
        return number;
    }
    if (!value_is(key, &rt_type_slice))
        return raise_error(&rt_exc_TypeError, "Blob indices must be integers");
    Span span;
    return read_slice(blob, key, &span) < 0 ? 0 : read_span(blob, &span);
}

static int set_byte(Blob *blob, Value key, Value value) {
    if (!value)
        return raise_status(&rt_exc_TypeError, "Blob doesn't support item deletion");
    if (!value_is_int(value))
        return raise_status(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                            value);
    int64_t place = item_place(blob, key);
    if (place < 0)
        return -1;
    int64_t number = object_index(value);
    exc_clear(); /* too large for an int64: not a byte either */
    if (number < 0 || number > 255)
        return raise_status(&rt_exc_ValueError, "byte must be in range(0, 256)");
    uint8_t byte = (uint8_t)number;
    return write_at(blob, &byte, 1, place);
}

static int write_span(Blob *blob, const Span *span, const uint8_t *data) {
    if (span->step == 1)
        return write_at(blob, data, span->count, span->low);
    Value whole = read_at(blob, span->span, span->low);
    if (!whole)
        return -1;
    uint8_t *bytes = AS(BytesObject, whole)->data; /* nobody else has it yet */
    for (int64_t i = 0; i < span->count; i++)
        bytes[span->first - span->low + i * span->step] = data[i];
    int status = write_at(blob, bytes, span->span, span->low);
    value_decref(whole);
    return status;
}

static int set_slice(Blob *blob, Value key, Value value) {
    Span span;
    const uint8_t *data;
    int64_t size;
    if (!value)
        return raise_status(&rt_exc_TypeError, "Blob doesn't support slice deletion");
    if (read_slice(blob, key, &span) < 0)
        return -1;
    if (!span.count)
        return 0;
    if (!bytes_argument(value, &data, &size))
        return -1;
    if (size != span.count)
        return raise_status(&rt_exc_IndexError, "Blob slice assignment is wrong size");
    return write_span(blob, &span, data);
}

static int blob_setitem(Value self, Value key, Value value) {
    Blob *blob = self_of(self);
    if (!blob_check(blob))
        return -1;
    if (value_type(key)->slots.index)
        return set_byte(blob, key, value);
    if (value_is(key, &rt_type_slice))
        return set_slice(blob, key, value);
    return raise_status(&rt_exc_TypeError, "Blob indices must be integers");
}

static const NativeMethod blob_methods[] = {
    {.name = "close", .call = blob_close_method},
    {.name = "read", .call = blob_read, .max_args = 1},
    {.name = "write", .call = blob_write, .min_args = 1, .max_args = 1},
    {.name = "seek", .call = blob_seek, .min_args = 1, .max_args = 2},
    {.name = "tell", .call = blob_tell},
    {.name = "__enter__", .call = blob_enter},
    {.name = "__exit__", .call = blob_exit, .min_args = 3, .max_args = 3},
    {0},
};

Type sql_type_blob = {
    .name = "sqlite3.Blob",
    .flags = TYPE_DOTTED_NAME | TYPE_FINAL | TYPE_WEAKREFS,
    .basic_size = sizeof(Blob),
    .methods = blob_methods,
    .slots = {.dealloc = blob_dealloc,
              .traverse = blob_traverse,
              .len = blob_len,
              .getitem = blob_getitem,
              .setitem = blob_setitem},
};

/* Connection.blobopen(table, column, row, /, *, readonly=False, name="main") */
Value sql_blobopen(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    Connection *connection = AS(Connection, args[0]);
    Value given[3] = {args[1], args[2], args[5]};
    const char *texts[3] = {NULL, NULL, "main"};
    for (int i = 0; i < 3; i++) {
        size_t size;
        if (!given[i])
            continue;
        if (!value_is_str(given[i]))
            return raise_error(&rt_exc_TypeError, "blobopen() argument %s must be str, not %A",
                               i == 0   ? "1"
                               : i == 1 ? "2"
                                        : "'name'",
                               given[i]);
        if (!(texts[i] = sql_text(given[i], &size)))
            return 0;
        if (strlen(texts[i]) != size)
            return raise_error(&rt_exc_ValueError, "embedded null character");
    }
    int row, readonly = args[4] ? object_flag(args[4]) : 0;
    if (readonly < 0 || object_c_int(args[3], &row) < 0 || !connection_check(connection))
        return 0;
    sqlite3_blob *handle;
    ThreadState state, *before;
    sql_leave(&state, &before);
    int code =
        sqlite3_blob_open(connection->db, texts[2], texts[0], texts[1], row, !readonly, &handle);
    sql_enter(&state, before);
    if (code != SQLITE_OK)
        return sql_raise(connection->db), 0;
    Blob *blob = object_new(&sql_type_blob, sizeof *blob);
    if (!blob) {
        sqlite3_blob_close(handle);
        return 0;
    }
    blob->connection = AS(Connection, value_incref(args[0]));
    blob->handle = handle;
    blob->next = connection->blobs;
    connection->blobs = blob;
    return OBJ(blob);
}
