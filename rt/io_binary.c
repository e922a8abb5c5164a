/*
 * io_binary.c — binary files: a descriptor with input and output buffers (the classes
 * BufferedReader, BufferedWriter, BufferedRandom and FileIO of Python's io in one).
 */
#include "bytes.h"
#include "io.h"
#include "isolate.h"
#include "object.h"
#include "port.h"
#include "warn.h"

#include <errno.h>
#include <poll.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static Value unsupported_type;

Value io_unsupported_type_borrow(void) {
    if (unsupported_type)
        return unsupported_type;
    Value bases[2] = {OBJ(&rt_exc_OSError), OBJ(&rt_exc_ValueError)};
    Value tuple = tuple_new(bases, 2), namespace = dict_new();
    Value name = str_from_cstr("UnsupportedOperation");
    if (tuple && namespace && name && dict_set_cstr(namespace, "__module__", str_name("io")) == 0) {
        Value args[3] = {name, tuple, namespace};
        unsupported_type = object_call(OBJ(&rt_type_type), args, 3, 0);
    }
    value_decref(name);
    value_decref(namespace);
    value_decref(tuple);
    return unsupported_type;
}

Value io_unsupported(const char *message) {
    Value type = io_unsupported_type_borrow();
    return type ? raise_error(AS(Type, type), "%s", message) : 0;
}

/* ---- descriptors ----------------------------------------------------------------------------- */

static Type *type_for(bool readable, bool writable, bool unbuffered) {
    if (unbuffered)
        return &rt_type_raw_file;
    return readable && writable ? &rt_type_binary_random
           : writable           ? &rt_type_binary_writer
                                : &rt_type_binary_file;
}

Value binary_new(int fd, const char *mode, Value name, bool unbuffered) {
    bool plus = strchr(mode, '+') != NULL;
    bool readable = plus || strchr(mode, 'r'), writable = plus || !strchr(mode, 'r');
    BinaryFile *file = object_new(type_for(readable, writable, unbuffered), sizeof(BinaryFile));
    if (!file)
        return 0;
    file->fd = fd;
    file->readable = readable;
    file->writable = writable;
    file->unbuffered = unbuffered;
    file->appending = strchr(mode, 'a') != NULL;
    file->close_fd = true;
    file->name = value_incref(name);
    file->mode = mode;
    return OBJ(file);
}

/* Reads once; retried after signals. */
static int64_t read_once(int fd, void *data, size_t size) {
    for (;;) {
        ssize_t got = read(fd, data, size);
        if (got >= 0)
            return got;
        if (errno != EINTR) {
            raise_errno(errno, 0);
            return -1;
        }
        if (pyrt_stack_check() < 0) /* lets a signal's exception through */
            return -1;
    }
}

/* How much was written; 0 if it is to be tried again, perhaps after a signal's handler has run; -1
 * with an exception. */
static ssize_t write_some(int fd, const char *data, size_t size) {
    ssize_t put = write(fd, data, size);
    if (put < 0 && errno == EINTR)
        return pyrt_stack_check() < 0 ? -1 : 0;
    if (put < 0 && errno == EAGAIN && port_write_again())
        return 0;
    if (put < 0)
        raise_errno(errno, 0);
    return put;
}

static int write_all(int fd, const char *data, size_t size) {
    while (size > 0) {
        ssize_t put = write_some(fd, data, size);
        if (put < 0)
            return -1;
        data += put;
        size -= (size_t)put;
    }
    return 0;
}

/* ---- input ----------------------------------------------------------------------------------- */

static bool is_raw(const BinaryFile *file) {
    return file->base.type == &rt_type_raw_file;
}

/* `message`: what a buffered file says; a raw one has the same words for everything. */
static int check_open(const BinaryFile *file, const char *message) {
    if (!file->closed)
        return 0;
    return raise_status(&rt_exc_ValueError, "%s",
                        is_raw(file) ? "I/O operation on closed file" : message);
}

/* For what the base class does by itself. */
static int check_base_open(const BinaryFile *file) {
    return file->closed ? raise_status(&rt_exc_ValueError, "I/O operation on closed file.") : 0;
}

/* Makes room for IO_BUFFER bytes more. */
static int input_make_room(BinaryFile *file) {
    if (file->input_start == file->input_end)
        file->input_start = file->input_end = 0;
    if (file->input_room - file->input_end >= IO_BUFFER)
        return 0;
    size_t held = binary_available(file);
    if (file->input_start > 0) {
        memmove(file->input, file->input + file->input_start, held);
        file->input_start = 0;
        file->input_end = held;
    }
    if (file->input_room - held >= IO_BUFFER)
        return 0;
    size_t room = file->input_room ? file->input_room * 2 : IO_BUFFER;
    char *grown = mem_realloc(file->input, room);
    if (!grown)
        return -1;
    file->input = grown;
    file->input_room = room;
    return 0;
}

/* Lets other threads run until there is something to read: the read itself stays under the
 * isolate's lock, as the buffer is shared. 0 or -1. */
static int wait_readable(int fd) {
    struct pollfd wanted = {.fd = fd, .events = POLLIN};
    while (rt_threaded) {
        ThreadState state;
        isolate_leave(&state);
        int ready = poll(&wanted, 1, -1);
        isolate_enter(&state);
        if (ready >= 0 || errno != EINTR)
            break;
        if (pyrt_stack_check() < 0)
            return -1;
    }
    return 0;
}

/* Reads once, at most `size` bytes, to the end of the input, which has room for them. */
static int fill_at_most(BinaryFile *file, size_t size) {
    int64_t got = read_once(file->fd, file->input + file->input_end, size);
    if (got > 0)
        file->input_end += (size_t)got;
    return got < 0 ? -1 : got > 0;
}

int binary_fill(BinaryFile *file) {
    if ((file->output_used && binary_flush(file) < 0) || wait_readable(file->fd) < 0)
        return -1;
    if (input_make_room(file) < 0)
        return -1;
    size_t room = file->input_room - file->input_end;
    return fill_at_most(file, room - room % IO_BUFFER);
}

/* What a file without a buffer does for `size` bytes: one read of that size, so that nothing is
 * taken that others who have the descriptor should get. As binary_fill. */
static int fill_exactly(BinaryFile *file, size_t size) {
    if (wait_readable(file->fd) < 0)
        return -1;
    if (file->input_start == file->input_end)
        file->input_start = file->input_end = 0;
    if (file->input_room - file->input_end < size) {
        size_t room = file->input_end + size; /* whole pieces, as input_make_room expects */
        room += IO_BUFFER - 1 - (room - 1) % IO_BUFFER;
        char *grown = mem_realloc(file->input, room);
        if (!grown)
            return -1;
        file->input = grown;
        file->input_room = room;
    }
    return fill_at_most(file, size);
}

int64_t binary_want(BinaryFile *file, size_t size) {
    while (binary_available(file) < size) {
        int more = binary_fill(file);
        if (more < 0)
            return -1;
        if (!more)
            break;
    }
    size_t available = binary_available(file);
    return (int64_t)(available < size ? available : size);
}

int binary_fill_all(BinaryFile *file) {
    int more;
    while ((more = binary_fill(file)) > 0)
        continue;
    return more;
}

int binary_replace(BinaryFile *file, const char *data, size_t size) {
    if (size > file->input_room) {
        char *grown = mem_realloc(file->input, size);
        if (!grown)
            return -1;
        file->input = grown;
        file->input_room = size;
    }
    if (size)
        memcpy(file->input, data, size);
    file->input_start = 0;
    file->input_end = size;
    return 0;
}

static Value take_input(BinaryFile *file, size_t size) {
    if (size == 0)
        return bytes_new("", 0);
    Value bytes = bytes_new(file->input + file->input_start, size);
    if (bytes)
        file->input_start += size;
    return bytes;
}

static Value binary_read_line(BinaryFile *file, int64_t limit) {
    size_t scanned = 0;
    for (;;) {
        size_t available = binary_available(file);
        char *data = available ? file->input + file->input_start : NULL;
        char *end = available > scanned ? memchr(data + scanned, '\n', available - scanned) : NULL;
        size_t size = end ? (size_t)(end - data) + 1 : available;
        if (limit >= 0 && size >= (size_t)limit)
            return take_input(file, (size_t)limit);
        if (end)
            return take_input(file, size);
        scanned = available;
        int more = file->unbuffered ? fill_exactly(file, 1) : binary_fill(file);
        if (more < 0)
            return 0;
        if (!more)
            return take_input(file, binary_available(file));
    }
}

/* ---- output ---------------------------------------------------------------------------------- */

/* Where the descriptor really is goes back to where the program thinks it is. */
static int drop_input(BinaryFile *file) {
    size_t ahead = binary_available(file);
    file->input_start = file->input_end = 0;
    if (ahead)
        lseek(file->fd, -(off_t)ahead, SEEK_CUR);
    return 0;
}

/* What could not be written stays: there may be room later. A signal's handler may write, too. */
int binary_flush(BinaryFile *file) {
    while (file->output_used) {
        ssize_t put = write_some(file->fd, file->output, file->output_used);
        if (put < 0)
            return -1;
        file->output_used -= (size_t)put;
        if (file->output_used)
            memmove(file->output, file->output + put, file->output_used);
    }
    return 0;
}

int binary_write(BinaryFile *file, const char *data, size_t size) {
    if (file->readable)
        drop_input(file);
    if (file->unbuffered)
        return write_all(file->fd, data, size);
    if (!file->output && !(file->output = mem_alloc(IO_BUFFER)))
        return -1;
    if (file->output_used + size > IO_BUFFER && binary_flush(file) < 0)
        return -1;
    if (size >= IO_BUFFER)
        return write_all(file->fd, data, size);
    memcpy(file->output + file->output_used, data, size);
    file->output_used += size;
    return 0;
}

/* ---- position, end --------------------------------------------------------------------------- */

int64_t binary_tell(BinaryFile *file) {
    off_t at = lseek(file->fd, 0, SEEK_CUR);
    if (at < 0) {
        raise_errno(errno, 0);
        return -1;
    }
    return (int64_t)at - (int64_t)binary_available(file) + (int64_t)file->output_used;
}

int64_t binary_seek(BinaryFile *file, int64_t offset, int whence) {
    if (binary_flush(file) < 0)
        return -1;
    if (whence == SEEK_CUR)
        offset -= (int64_t)binary_available(file);
    file->input_start = file->input_end = 0;
    off_t at = lseek(file->fd, (off_t)offset, whence);
    if (at < 0) {
        raise_errno(errno, 0);
        return -1;
    }
    return (int64_t)at;
}

int binary_truncate(BinaryFile *file, int64_t size) {
    if (binary_flush(file) < 0)
        return -1;
    if (ftruncate(file->fd, (off_t)size) == 0)
        return 0;
    raise_errno(errno, 0);
    return -1;
}

int binary_close(BinaryFile *file) {
    if (file->closed)
        return 0;
    int status = binary_flush(file);
    file->closed = true;
    if (file->close_fd && close(file->fd) < 0 && status == 0) {
        raise_errno(errno, 0);
        status = -1;
    }
    mem_free(file->input);
    mem_free(file->output);
    file->input = file->output = NULL;
    file->output_used = 0;
    file->input_start = file->input_end = file->input_room = 0;
    return status;
}

void binary_finish(BinaryFile *file, Value about) {
    if (file->closed)
        return;
    if (file->close_fd)
        warn_unclosed(about, NULL, "unclosed file %R", about);
    Value failure = exc_fetch();
    if (binary_close(file) < 0)
        exc_clear();
    if (failure)
        exc_restore_take(failure);
}

static void binary_finalize(Value self) {
    binary_finish(AS(BinaryFile, self), self);
}

static void binary_dealloc(Object *self) {
    BinaryFile *file = (BinaryFile *)self;
    Value pending = exc_fetch();
    if (binary_close(file) < 0)
        exc_clear();
    value_decref(file->name);
    if (pending)
        exc_restore_take(pending);
}

/* ---- methods --------------------------------------------------------------------------------- */

static BinaryFile *self_of(const Value *args) {
    return AS(BinaryFile, args[0]);
}

/* The file, ready to be read from; NULL with an exception. `closed`: the words if it is closed. */
static BinaryFile *for_reading(const Value *args, const char *closed) {
    BinaryFile *file = self_of(args);
    if (is_raw(file) && check_open(file, closed) < 0)
        return NULL;
    if (!file->readable) {
        io_unsupported(is_raw(file) ? "File not open for reading" : "read");
        return NULL;
    }
    return check_open(file, closed) < 0 ? NULL : file;
}

/* An optional size argument: None and absent are -1. */
static int size_argument(Value argument, int64_t *size) {
    *size = -1;
    if (!argument || argument == VALUE_NONE)
        return 0;
    if (!value_type(argument)->slots.index)
        return raise_status(&rt_exc_TypeError, "argument should be integer or None, not '%T'",
                            argument);
    *size = object_index(argument);
    return *size == -1 && isolate.pending ? -1 : 0;
}

NATIVE(binary_read_method) {
    NATIVE_UNUSED();
    BinaryFile *file = for_reading(args, "read of closed file");
    int64_t size;
    if (!file || size_argument(ARG(1), &size) < 0)
        return 0;
    if (size < -1)
        return raise_error(&rt_exc_ValueError, "read length must be non-negative or -1");
    if (size < 0)
        return binary_fill_all(file) < 0 ? 0 : take_input(file, binary_available(file));
    if (file->unbuffered && binary_available(file) == 0) {
        if (size && fill_exactly(file, (size_t)size) < 0)
            return 0;
        return take_input(file, binary_available(file));
    }
    int64_t got = binary_want(file, (size_t)size);
    return got < 0 ? 0 : take_input(file, (size_t)got);
}

NATIVE(binary_read1_method) {
    NATIVE_UNUSED();
    BinaryFile *file = for_reading(args, "read of closed file");
    int64_t size;
    if (!file || size_argument(ARG(1), &size) < 0)
        return 0;
    if (size != 0 && binary_available(file) == 0 && binary_fill(file) < 0)
        return 0;
    size_t got = binary_available(file);
    return take_input(file, size >= 0 && (size_t)size < got ? (size_t)size : got);
}

NATIVE(binary_peek_method) {
    NATIVE_UNUSED();
    BinaryFile *file = for_reading(args, "peek of closed file");
    if (!file || (binary_available(file) == 0 && binary_fill(file) < 0))
        return 0;
    size_t size = binary_available(file);
    return bytes_new(size ? file->input + file->input_start : "", size);
}

NATIVE(binary_readinto_method) {
    NATIVE_UNUSED();
    BinaryFile *file = for_reading(args, "readinto of closed file");
    Buffer buffer;
    if (!file || !buffer_writable(args[1], "readinto() argument", &buffer))
        return 0;
    bool once = file->unbuffered && binary_available(file) == 0;
    int64_t got =
        once ? fill_exactly(file, (size_t)buffer.size) : binary_want(file, (size_t)buffer.size);
    if (once && got >= 0)
        got = (int64_t)binary_available(file);
    if (got < 0 || !buffer_writable(args[1], "readinto() argument", &buffer))
        return 0; /* looked at again: others may have run in between */
    if (got > buffer.size)
        got = buffer.size;
    if (got)
        memcpy(buffer.data, file->input + file->input_start, (size_t)got);
    file->input_start += (size_t)got;
    return value_from_small_int(got);
}

NATIVE(binary_readline_method) {
    NATIVE_UNUSED();
    BinaryFile *file = for_reading(args, "readline of closed file");
    int64_t limit;
    if (!file || size_argument(ARG(1), &limit) < 0)
        return 0;
    return binary_read_line(file, limit);
}

static Value binary_next(Value self) {
    BinaryFile *file = for_reading(&self, "readline of closed file");
    Value line = file ? binary_read_line(file, -1) : 0;
    if (line && AS(BytesObject, line)->length == 0) {
        value_decref(line);
        return VALUE_STOP;
    }
    return line;
}

NATIVE(binary_readlines_method) {
    NATIVE_UNUSED();
    int64_t hint, total = 0;
    if (check_base_open(self_of(args)) < 0 || size_argument(ARG(1), &hint) < 0)
        return 0;
    Value list = list_new(NULL, 0);
    while (list && (hint <= 0 || total < hint)) {
        Value line = binary_next(args[0]);
        if (line == VALUE_STOP)
            break;
        total += line ? AS(BytesObject, line)->length : 0;
        if (!line || list_append_take(list, line) < 0) {
            value_decref(list);
            return 0;
        }
    }
    return list;
}

/* A bytes object with the contents of a bytes-like object. */
static Value bytes_of(Value data) {
    if (value_isa(data, &rt_type_bytes))
        return value_incref(data);
    if (!value_type(data)->slots.buffer)
        return buffer_refused(data);
    return object_call1(OBJ(&rt_type_bytes), data);
}

static int64_t write_object(BinaryFile *file, Value data) {
    if (!is_raw(file) && !file->writable) {
        io_unsupported("write");
        return -1;
    }
    if (check_open(file, "write to closed file") < 0)
        return -1;
    if (!file->writable) {
        io_unsupported("File not open for writing");
        return -1;
    }
    Value bytes = bytes_of(data);
    if (!bytes)
        return -1;
    const BytesObject *object = AS(BytesObject, bytes);
    int64_t size = object->length;
    int status = binary_write(file, (const char *)object->data, (size_t)size);
    value_decref(bytes);
    return status < 0 ? -1 : size;
}

NATIVE(binary_write_method) {
    NATIVE_UNUSED();
    int64_t size = write_object(self_of(args), args[1]);
    return size < 0 ? 0 : value_from_small_int(size);
}

static int write_each(Value item, void *context) {
    return write_object(context, item) < 0 ? -1 : 0;
}

NATIVE(binary_writelines_method) {
    NATIVE_UNUSED();
    if (check_base_open(self_of(args)) < 0)
        return 0;
    return object_iterate(args[1], write_each, self_of(args)) < 0 ? 0 : VALUE_NONE;
}

NATIVE(binary_flush_method) {
    NATIVE_UNUSED();
    BinaryFile *file = self_of(args);
    if (file->closed && (is_raw(file) || !file->writable))
        return check_base_open(file) < 0 ? 0 : VALUE_NONE;
    if (check_open(file, "flush of closed file") < 0 || binary_flush(file) < 0)
        return 0;
    return VALUE_NONE;
}

NATIVE(binary_close_method) {
    NATIVE_UNUSED();
    return binary_close(self_of(args)) < 0 ? 0 : VALUE_NONE;
}

NATIVE(binary_seek_method) {
    NATIVE_UNUSED();
    BinaryFile *file = self_of(args);
    int64_t offset = object_index(args[1]);
    if ((offset == -1 && isolate.pending) || check_open(file, "seek of closed file") < 0)
        return 0;
    int64_t whence = count > 2 ? object_index(args[2]) : SEEK_SET;
    if (isolate.pending)
        return 0;
    static const int origins[] = {SEEK_SET, SEEK_CUR, SEEK_END};
    if (count > 2 && (whence < 0 || whence > 2) && is_raw(file))
        return raise_errno(EINVAL, 0);
    if (count > 2 && (whence < 0 || whence > 2))
        return raise_error(&rt_exc_ValueError, "whence value %lld unsupported", (long long)whence);
    int64_t at = binary_seek(file, offset, count > 2 ? origins[whence] : SEEK_SET);
    return at < 0 ? 0 : int_from_i64(at);
}

NATIVE(binary_tell_method) {
    NATIVE_UNUSED();
    if (check_open(self_of(args), "I/O operation on closed file") < 0)
        return 0;
    int64_t at = binary_tell(self_of(args));
    return at < 0 ? 0 : int_from_i64(at);
}

NATIVE(binary_truncate_method) {
    NATIVE_UNUSED();
    BinaryFile *file = self_of(args);
    int64_t size;
    if (check_open(file, "truncate of closed file") < 0 || size_argument(ARG(1), &size) < 0)
        return 0;
    if (!file->writable)
        return io_unsupported(is_raw(file) ? "File not open for writing" : "truncate");
    bool is_given = ARG(1) && ARG(1) != VALUE_NONE;
    if (is_given && size < 0)
        return raise_errno(EINVAL, 0);
    if (!is_given && (size = binary_tell(file)) < 0)
        return 0;
    return binary_truncate(file, size) < 0 ? 0 : int_from_i64(size);
}

NATIVE(binary_fileno_method) {
    NATIVE_UNUSED();
    if (check_open(self_of(args), "I/O operation on closed file") < 0)
        return 0;
    return value_from_small_int(self_of(args)->fd);
}

NATIVE(binary_isatty_method) {
    NATIVE_UNUSED();
    if (check_open(self_of(args), "I/O operation on closed file") < 0)
        return 0;
    return VALUE_BOOL(isatty(self_of(args)->fd) == 1);
}

NATIVE(binary_readable_method) {
    NATIVE_UNUSED();
    BinaryFile *file = self_of(args);
    if ((is_raw(file) || file->readable) && check_open(file, "I/O operation on closed file") < 0)
        return 0;
    return VALUE_BOOL(file->readable);
}

NATIVE(binary_writable_method) {
    NATIVE_UNUSED();
    BinaryFile *file = self_of(args);
    if ((is_raw(file) || file->writable) && check_open(file, "I/O operation on closed file") < 0)
        return 0;
    return VALUE_BOOL(file->writable);
}

NATIVE(binary_seekable_method) {
    NATIVE_UNUSED();
    if (check_open(self_of(args), "I/O operation on closed file") < 0)
        return 0;
    return VALUE_BOOL(lseek(self_of(args)->fd, 0, SEEK_CUR) >= 0);
}

NATIVE(binary_enter_method) {
    NATIVE_UNUSED();
    if (check_base_open(self_of(args)) < 0)
        return 0;
    return value_incref(args[0]);
}

NATIVE(binary_get_closed) {
    NATIVE_UNUSED();
    return VALUE_BOOL(self_of(args)->closed);
}

NATIVE(binary_get_name) {
    NATIVE_UNUSED();
    return value_incref(self_of(args)->name);
}

/* tempfile gives a file another name than the one it was opened by. */
static int binary_set_name(Value self, Value value) {
    if (!value)
        return raise_status(&rt_exc_AttributeError, "name");
    value_replace(&AS(BinaryFile, self)->name, value_incref(value));
    return 0;
}

NATIVE(binary_get_mode) {
    NATIVE_UNUSED();
    return str_from_cstr(self_of(args)->mode);
}

NATIVE(binary_get_raw) {
    NATIVE_UNUSED();
    return value_incref(args[0]);
}

NATIVE(binary_get_closefd) {
    NATIVE_UNUSED();
    return VALUE_BOOL(AS(BinaryFile, args[0])->close_fd);
}

NATIVE(binary_readall_method) {
    return binary_read_method(callee, args, count, names);
}

static Value binary_repr(Value self) {
    const BinaryFile *file = AS(BinaryFile, self);
    if (is_raw(file) && file->closed)
        return str_from_cstr("<_io.FileIO [closed]>");
    if (is_raw(file))
        return str_format("<_io.FileIO name=%R mode='%s' closefd=%s>", file->name, file->mode,
                          file->close_fd ? "True" : "False");
    return str_format("<%s name=%R>", file->base.type->name, file->name);
}

static const NativeMethod binary_methods[] = {
    {.name = "read", .call = binary_read_method, .max_args = 1},
    {.name = "read1", .call = binary_read1_method, .max_args = 1},
    {.name = "peek", .call = binary_peek_method, .max_args = 1},
    {.name = "readinto", .call = binary_readinto_method, .min_args = 1, .max_args = 1},
    {.name = "readline", .call = binary_readline_method, .max_args = 1},
    {.name = "readlines", .call = binary_readlines_method, .max_args = 1},
    {.name = "write", .call = binary_write_method, .min_args = 1, .max_args = 1},
    {.name = "writelines", .call = binary_writelines_method, .min_args = 1, .max_args = 1},
    {.name = "flush", .call = binary_flush_method},
    {.name = "close", .call = binary_close_method},
    {.name = "seek", .call = binary_seek_method, .min_args = 1, .max_args = 2},
    {.name = "tell", .call = binary_tell_method},
    {.name = "truncate", .call = binary_truncate_method, .max_args = 1},
    {.name = "fileno", .call = binary_fileno_method},
    {.name = "isatty", .call = binary_isatty_method},
    {.name = "readable", .call = binary_readable_method},
    {.name = "writable", .call = binary_writable_method},
    {.name = "seekable", .call = binary_seekable_method},
    {.name = "__enter__", .call = binary_enter_method},
    {.name = "__exit__", .call = binary_close_method, .max_args = 3},
    {.name = "closed", .call = binary_get_closed, .kind = METHOD_GETTER},
    {.name = "name", .call = binary_get_name, .kind = METHOD_GETTER, .set = binary_set_name},
    {.name = "mode", .call = binary_get_mode, .kind = METHOD_GETTER},
    {.name = "raw", .call = binary_get_raw, .kind = METHOD_GETTER},
    {.name = "closefd", .call = binary_get_closefd, .kind = METHOD_GETTER},
    {.name = "readinto1", .call = binary_readinto_method, .min_args = 1, .max_args = 1},
    {.name = "readall", .call = binary_readall_method},
    {0},
};

/* FileIO(file, mode='r', closefd=True, opener=None): open() without a buffer */
NATIVE(raw_make) {
    NATIVE_UNUSED();
    char mode[8] = "r";
    size_t size = 1;
    if (args[1]) {
        const char *given = value_isa(args[1], &rt_type_str) ? str_utf8(args[1], &size) : NULL;
        if (!given)
            return isolate.pending
                       ? 0
                       : raise_error(&rt_exc_TypeError,
                                     "FileIO() argument 'mode' must be str, not %T", args[1]);
        if (size > sizeof mode - 2)
            return raise_error(&rt_exc_ValueError, "invalid mode: %S", args[1]);
        memcpy(mode, given, size + 1);
    }
    if (!memchr(mode, 'b', size))
        memcpy(mode + size, "b", 2);
    Value text = str_from_cstr(mode);
    Value places[8] = {args[0], text, value_from_small_int(0), 0, 0, 0, args[2], args[3]};
    for (int i = 3; i < 6; i++)
        places[i] = VALUE_NONE;
    if (!places[7])
        places[7] = VALUE_NONE;
    Value file = text ? file_open(places) : 0;
    value_decref(text);
    return file;
}

NEW_BY_SPEC(raw_new, .name = "FileIO", .call = raw_make, .min_args = 1, .max_args = 4,
            .keywords = "file mode closefd opener")

static Value binary_iter(Value self) {
    return check_base_open(AS(BinaryFile, self)) < 0 ? 0 : value_incref(self);
}

#define BINARY_TYPE(text, make)                                                                    \
    {                                                                                              \
        .name = text, .flags = TYPE_FINAL, .basic_size = sizeof(BinaryFile),                       \
        .methods = binary_methods,                                                                 \
        .slots = {.new = make,                                                                     \
                  .finalize = binary_finalize,                                                     \
                  .dealloc = binary_dealloc,                                                       \
                  .repr = binary_repr,                                                             \
                  .iter = binary_iter,                                                             \
                  .next = binary_next},                                                            \
    }
Type rt_type_binary_file = BINARY_TYPE("_io.BufferedReader", NULL);
Type rt_type_binary_writer = BINARY_TYPE("_io.BufferedWriter", NULL);
Type rt_type_binary_random = BINARY_TYPE("_io.BufferedRandom", NULL);
Type rt_type_raw_file = BINARY_TYPE("_io.FileIO", raw_new);
