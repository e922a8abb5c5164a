/*
 * mod_mmap.c — the module mmap: files, or memory without a file, mapped into the process. A map is
 * both bytes that can be changed in place and a file with a position.
 */
#include "socket.h"

#include "object.h"
#include "posix.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

enum Access { ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY, ACCESS_COUNT };

typedef struct Map {
    Object base;
    uint8_t *data; /* NULL: closed */
    int64_t size, position, offset, exports;
    int fd; /* a descriptor of its own; -1: no file */
    int access;
} Map;

#define SELF(value) AS(Map, value)

static Type type_map;

/* ---- making ---------------------------------------------------------------------------------- */

typedef struct Request {
    int fd, flags, protection, access;
    int64_t size, offset;
} Request;

/* Flags and protection of an access, or the other way round. 0 or -1. */
static int settle_access(Request *request) {
    enum { BOTH = PROT_READ | PROT_WRITE };
    if (request->access != ACCESS_DEFAULT &&
        (request->flags != MAP_SHARED || request->protection != BOTH))
        return raise_status(&rt_exc_ValueError, "mmap can't specify both access, flags and prot.");
    switch (request->access) {
    case ACCESS_READ:
        request->protection = PROT_READ;
        return 0;
    case ACCESS_WRITE:
        return 0;
    case ACCESS_COPY:
        request->flags = MAP_PRIVATE;
        return 0;
    case ACCESS_DEFAULT:
        if ((request->protection & BOTH) != BOTH)
            request->access = request->protection & PROT_WRITE ? ACCESS_WRITE : ACCESS_READ;
        return 0;
    default:
        return raise_status(&rt_exc_ValueError, "mmap invalid access parameter.");
    }
}

/* Size 0 means: to the end of the file. 0 or -1. */
static int settle_size(Request *request) {
    struct stat status;
    if (request->fd == -1 || fstat(request->fd, &status) < 0 || !S_ISREG(status.st_mode))
        return 0;
    if (request->size) {
        if (request->offset > status.st_size || status.st_size - request->offset < request->size)
            return raise_status(&rt_exc_ValueError, "mmap length is greater than file size");
        return 0;
    }
    if (status.st_size == 0)
        return raise_status(&rt_exc_ValueError, "cannot mmap an empty file");
    if (request->offset >= status.st_size)
        return raise_status(&rt_exc_ValueError, "mmap offset is greater than file size");
    request->size = status.st_size - request->offset;
    return 0;
}

static Value map_new_of(Type *type, const Request *request) {
    Map *self = object_new(type, type->basic_size);
    if (!self)
        return 0;
    self->fd = -1;
    int flags = request->flags;
    if (request->fd == -1)
        flags |= MAP_ANONYMOUS;
    else if ((self->fd = fcntl(request->fd, F_DUPFD_CLOEXEC, 0)) < 0)
        goto failed;
    void *data = mmap(NULL, (size_t)request->size, request->protection, flags, self->fd,
                      (off_t)request->offset);
    if (data == MAP_FAILED)
        goto failed;
    self->data = data;
    self->size = request->size;
    self->offset = request->offset;
    self->access = request->access;
    return OBJ(self);
failed:
    raise_errno(errno, 0);
    value_decref(OBJ(self));
    return 0;
}

static bool read_number(Value value, int64_t *number) {
    if (!value)
        return true;
    *number = object_index(value);
    return *number != -1 || !isolate.pending;
}

NATIVE(map_make) {
    NATIVE_UNUSED();
    Request request = {.flags = MAP_SHARED, .protection = PROT_READ | PROT_WRITE};
    if (object_c_int(args[0], &request.fd) < 0 || !read_number(args[1], &request.size) ||
        (args[2] && object_c_int(args[2], &request.flags) < 0) ||
        (args[3] && object_c_int(args[3], &request.protection) < 0) ||
        (args[4] && object_c_int(args[4], &request.access) < 0) ||
        !read_number(args[5], &request.offset))
        return 0;
    if (request.size < 0)
        return raise_error(&rt_exc_OverflowError, "memory mapped length must be positive");
    if (request.offset < 0)
        return raise_error(&rt_exc_OverflowError, "memory mapped offset must be positive");
    if (settle_access(&request) < 0 || settle_size(&request) < 0)
        return 0;
    return map_new_of(SPEC_DATA(callee), &request);
}
NEW_BY_SPEC(map_new, .name = "mmap", .call = map_make, .min_args = 2, .max_args = 6,
            .keywords = "fileno length flags prot access offset")

static void map_dealloc(Object *self) {
    Map *map = (Map *)self;
    if (map->data)
        munmap(map->data, (size_t)map->size);
    if (map->fd >= 0)
        close(map->fd);
}

/* ---- checks ---------------------------------------------------------------------------------- */

static Map *open_map(Value self) {
    if (SELF(self)->data)
        return SELF(self);
    raise_error(&rt_exc_ValueError, "mmap closed or invalid");
    return NULL;
}

static Map *writable_map(Value self) {
    Map *map = open_map(self);
    if (!map || map->access != ACCESS_READ)
        return map;
    raise_error(&rt_exc_TypeError, "mmap can't modify a readonly memory map.");
    return NULL;
}

/* ---- as a sequence --------------------------------------------------------------------------- */

static int64_t map_len(Value self) {
    const Map *map = open_map(self);
    return map ? map->size : -1;
}

/* The place of an index; -1 with an exception. */
static int64_t map_place(const Map *map, Value key) {
    int64_t index = object_index(key);
    if (index == -1 && isolate.pending)
        return -1;
    index += index < 0 ? map->size : 0;
    if (index >= 0 && index < map->size)
        return index;
    return raise_status(&rt_exc_IndexError, "mmap index out of range");
}

static bool is_index(Value key) {
    return value_is_int(key) || value_type(key)->slots.index;
}

static Value map_getitem(Value self, Value key) {
    const Map *map = open_map(self);
    int64_t start, stop, step, count;
    if (!map)
        return 0;
    if (is_index(key)) {
        int64_t place = map_place(map, key);
        return place < 0 ? 0 : value_from_small_int(map->data[place]);
    }
    if (!value_is(key, &rt_type_slice))
        return raise_error(&rt_exc_TypeError, "mmap indices must be integers");
    if (slice_unpack(key, &start, &stop, &step) < 0)
        return 0;
    count = slice_adjust(map->size, &start, &stop, step);
    if (step == 1)
        return bytes_new(map->data + start, (size_t)count);
    BytesObject *bytes = bytes_alloc(&rt_type_bytes, count);
    for (int64_t i = 0; bytes && i < count; i++)
        bytes->data[i] = map->data[start + i * step];
    return OBJ(bytes);
}

static int set_one(Map *map, Value key, Value value) {
    int64_t place = map_place(map, key);
    if (place < 0)
        return -1;
    if (!is_index(value))
        return raise_status(&rt_exc_TypeError, "mmap item value must be an int");
    int64_t number = object_index(value);
    if (number == -1 && isolate.pending)
        return -1;
    if (number < 0 || number > 255)
        return raise_status(&rt_exc_ValueError, "mmap item value must be in range(0, 256)");
    map->data[place] = (uint8_t)number;
    return 0;
}

static int map_setitem(Value self, Value key, Value value) {
    Map *map = writable_map(self);
    int64_t start, stop, step, count, size;
    const uint8_t *data;
    if (!map)
        return -1;
    bool one = is_index(key);
    if (!value)
        return raise_status(&rt_exc_TypeError, one ? "mmap doesn't support item deletion"
                                                   : "mmap object doesn't support slice deletion");
    if (one)
        return set_one(map, key, value);
    if (!value_is(key, &rt_type_slice))
        return raise_status(&rt_exc_TypeError, "mmap indices must be integers");
    if (slice_unpack(key, &start, &stop, &step) < 0 || !bytes_argument(value, &data, &size))
        return -1;
    count = slice_adjust(map->size, &start, &stop, step);
    if (size != count)
        return raise_status(&rt_exc_IndexError, "mmap slice assignment is wrong size");
    if (step == 1)
        memmove(map->data + start, data, (size_t)size);
    else
        for (int64_t i = 0; i < count; i++)
            map->data[start + i * step] = data[i];
    return 0;
}

static bool map_buffer(Value self, Buffer *buffer) {
    Map *map = SELF(self);
    *buffer = (Buffer){.data = map->data,
                       .size = map->size,
                       .readonly = map->access == ACCESS_READ,
                       .format = 'B',
                       .exports = &map->exports};
    return map->data != NULL;
}

/* What iter() of a map answers: its bytes, each a bytes object of length 1. */
typedef struct MapIterator {
    Object base;
    Value map;
    int64_t next;
} MapIterator;

static void map_iterator_dealloc(Object *self) {
    value_decref(((MapIterator *)self)->map);
}

static Value map_iterator_self(Value self) {
    return value_incref(self);
}

static Value map_iterator_next(Value self) {
    MapIterator *iterator = AS(MapIterator, self);
    const Map *map = open_map(iterator->map);
    if (!map)
        return 0;
    return iterator->next < map->size ? bytes_new(map->data + iterator->next++, 1) : VALUE_STOP;
}

static Type type_iterator = {
    .name = "iterator",
    .flags = TYPE_FINAL,
    .basic_size = sizeof(MapIterator),
    .slots = {.dealloc = map_iterator_dealloc,
              .iter = map_iterator_self,
              .next = map_iterator_next},
};

static Value map_iter(Value self) {
    type_ready(&type_iterator);
    MapIterator *iterator = object_new(&type_iterator, sizeof *iterator);
    if (iterator)
        iterator->map = value_incref(self);
    return OBJ(iterator);
}

/* ---- as a file ------------------------------------------------------------------------------- */

static Value read_bytes(Map *map, int64_t size) {
    int64_t left = map->position < map->size ? map->size - map->position : 0;
    size = size < 0 || size > left ? left : size;
    Value bytes = bytes_new(map->data + map->position, (size_t)size);
    if (bytes)
        map->position += size;
    return bytes;
}

NATIVE(map_read) {
    NATIVE_UNUSED();
    Map *map = open_map(args[0]);
    int64_t size = -1;
    if (!map || (ARG(1) && args[1] != VALUE_NONE && !read_number(args[1], &size)))
        return 0;
    return read_bytes(map, size);
}

NATIVE(map_readline) {
    NATIVE_UNUSED();
    Map *map = open_map(args[0]);
    if (!map)
        return 0;
    int64_t left = map->position < map->size ? map->size - map->position : 0;
    const uint8_t *start = map->data + map->position;
    const uint8_t *end = left ? memchr(start, '\n', (size_t)left) : NULL;
    return read_bytes(map, end ? end + 1 - start : left);
}

NATIVE(map_read_byte) {
    NATIVE_UNUSED();
    Map *map = open_map(args[0]);
    if (!map)
        return 0;
    if (map->position >= map->size)
        return raise_error(&rt_exc_ValueError, "read byte out of range");
    return value_from_small_int(map->data[map->position++]);
}

NATIVE(map_write) {
    NATIVE_UNUSED();
    const uint8_t *data;
    int64_t size;
    Map *map = open_map(args[0]);
    if (!map || !bytes_argument(args[1], &data, &size) || !writable_map(args[0]))
        return 0;
    if (map->position > map->size || map->size - map->position < size)
        return raise_error(&rt_exc_ValueError, "data out of range");
    memmove(map->data + map->position, data, (size_t)size);
    map->position += size;
    return int_from_i64(size);
}

NATIVE(map_write_byte) {
    NATIVE_UNUSED();
    Map *map = open_map(args[0]);
    int number;
    if (!map || object_c_int(args[1], &number) < 0 || !writable_map(args[0]))
        return 0;
    if (number < 0 || number > 255)
        return raise_error(&rt_exc_OverflowError,
                           number < 0 ? "unsigned byte integer is less than minimum"
                                      : "unsigned byte integer is greater than maximum");
    if (map->position >= map->size)
        return raise_error(&rt_exc_ValueError, "write byte out of range");
    map->data[map->position++] = (uint8_t)number;
    return VALUE_NONE;
}

NATIVE(map_tell) {
    NATIVE_UNUSED();
    const Map *map = open_map(args[0]);
    return map ? int_from_i64(map->position) : 0;
}

NATIVE(map_seek) {
    NATIVE_UNUSED();
    Map *map = open_map(args[0]);
    int64_t place;
    int whence = SEEK_SET;
    if (!map || !read_number(args[1], &place) || (ARG(2) && object_c_int(args[2], &whence) < 0))
        return 0;
    if (whence != SEEK_SET && whence != SEEK_CUR && whence != SEEK_END)
        return raise_error(&rt_exc_ValueError, "unknown seek type");
    int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? map->position : map->size;
    if (place > map->size - base || place < -base)
        return raise_error(&rt_exc_ValueError, "seek out of range");
    map->position = base + place;
    return VALUE_NONE;
}

/* ---- searching ------------------------------------------------------------------------------- */

static int64_t clamp(int64_t place, int64_t size) {
    place += place < 0 ? size : 0;
    return place < 0 ? 0 : place > size ? size : place;
}

static int64_t search(const uint8_t *data, int64_t from, int64_t to, const uint8_t *needle,
                      int64_t size, bool backwards) {
    if (!backwards) {
        if (from > to)
            return -1;
        const uint8_t *found = byte_search(data + from, (size_t)(to - from), needle, (size_t)size);
        return found ? found - data : -1;
    }
    for (int64_t place = to - size; place >= from; place--)
        if (memcmp(data + place, needle, (size_t)size) == 0)
            return place;
    return -1;
}

static Value find(const Value *args, uint32_t count, bool backwards) {
    const Map *map = open_map(args[0]);
    const uint8_t *needle;
    int64_t size;
    if (!map || !bytes_argument(args[1], &needle, &size))
        return 0;
    int64_t from = map->position, to = map->size;
    if (!read_number(ARG(2), &from) || !read_number(ARG(3), &to))
        return 0;
    return int_from_i64(
        search(map->data, clamp(from, map->size), clamp(to, map->size), needle, size, backwards));
}

NATIVE(map_find) {
    NATIVE_UNUSED();
    return find(args, count, false);
}

NATIVE(map_rfind) {
    NATIVE_UNUSED();
    return find(args, count, true);
}

/* ---- the map itself -------------------------------------------------------------------------- */

NATIVE(map_close) {
    NATIVE_UNUSED();
    Map *map = SELF(args[0]);
    if (map->exports > 0)
        return raise_error(&rt_exc_BufferError, "cannot close exported pointers exist");
    map_dealloc(&map->base);
    map->data = NULL;
    map->fd = -1;
    return VALUE_NONE;
}

NATIVE(map_enter) {
    NATIVE_UNUSED();
    return open_map(args[0]) ? value_incref(args[0]) : 0;
}

NATIVE(map_exit) {
    return map_close(callee, args, count, names);
}

NATIVE(map_flush) {
    NATIVE_UNUSED();
    const Map *map = open_map(args[0]);
    if (!map)
        return 0;
    int64_t offset = 0, size = map->size;
    if (!read_number(ARG(1), &offset) || !read_number(ARG(2), &size))
        return 0;
    if (size < 0 || offset < 0 || map->size - offset < size)
        return raise_error(&rt_exc_ValueError, "flush values out of range");
    if (map->access == ACCESS_READ || map->access == ACCESS_COPY)
        return VALUE_NONE;
    return msync(map->data + offset, (size_t)size, MS_SYNC) < 0 ? raise_errno(errno, 0)
                                                                : VALUE_NONE;
}

NATIVE(map_madvise) {
    NATIVE_UNUSED();
    const Map *map = open_map(args[0]);
    int advice;
    if (!map || object_c_int(args[1], &advice) < 0)
        return 0;
    int64_t start = 0, size = map->size;
    if (!read_number(ARG(2), &start) || !read_number(ARG(3), &size))
        return 0;
    if (start < 0 || start >= map->size)
        return raise_error(&rt_exc_ValueError, "madvise start out of bounds");
    if (size < 0)
        return raise_error(&rt_exc_ValueError, "madvise length invalid");
    size = size > map->size - start ? map->size - start : size;
    return madvise(map->data + start, (size_t)size, advice) < 0 ? raise_errno(errno, 0)
                                                                : VALUE_NONE;
}

NATIVE(map_move) {
    NATIVE_UNUSED();
    int64_t to, from, size;
    if (!read_number(args[1], &to) || !read_number(args[2], &from) || !read_number(args[3], &size))
        return 0;
    Map *map = writable_map(args[0]);
    if (!map)
        return 0;
    if (to < 0 || from < 0 || size < 0 || map->size - to < size || map->size - from < size)
        return raise_error(&rt_exc_ValueError, "source, destination, or count out of range");
    memmove(map->data + to, map->data + from, (size_t)size);
    return VALUE_NONE;
}

NATIVE(map_resize) {
    NATIVE_UNUSED();
    Map *map = open_map(args[0]);
    int64_t size;
    if (!map || !read_number(args[1], &size))
        return 0;
    if (map->exports > 0)
        return raise_error(&rt_exc_BufferError, "mmap can't resize with extant buffers exported.");
    if (map->access == ACCESS_READ || map->access == ACCESS_COPY)
        return raise_error(&rt_exc_TypeError, "mmap can't resize a readonly or copy-on-write "
                                              "memory map.");
    if (size < 0 || INT64_MAX - size < map->offset)
        return raise_error(&rt_exc_ValueError, "new size out of range");
    if (map->fd >= 0 && ftruncate(map->fd, (off_t)(map->offset + size)) < 0)
        return raise_errno(errno, 0);
    void *data = mremap(map->data, (size_t)map->size, (size_t)size, MREMAP_MAYMOVE);
    if (data == MAP_FAILED)
        return raise_errno(errno, 0);
    map->data = data;
    map->size = size;
    return VALUE_NONE;
}

NATIVE(map_size) {
    NATIVE_UNUSED();
    const Map *map = open_map(args[0]);
    struct stat status;
    if (!map)
        return 0;
    if (map->fd < 0)
        return int_from_i64(map->size);
    return fstat(map->fd, &status) < 0 ? raise_errno(errno, 0) : int_from_i64(status.st_size);
}

NATIVE(get_closed) {
    NATIVE_UNUSED();
    return VALUE_BOOL(!SELF(args[0])->data);
}

static Value map_repr(Value self) {
    static const char *const names[ACCESS_COUNT] = {"ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE",
                                                    "ACCESS_COPY"};
    const Map *map = SELF(self);
    if (!map->data)
        return str_format("<%T closed=True>", self);
    return str_format("<%T closed=False, access=%s, length=%lld, pos=%lld, offset=%lld>", self,
                      names[map->access], (long long)map->size, (long long)map->position,
                      (long long)map->offset);
}

static const NativeMethod map_methods[] = {
    {.name = "close", .call = map_close},
    {.name = "find", .call = map_find, .min_args = 1, .max_args = 3},
    {.name = "rfind", .call = map_rfind, .min_args = 1, .max_args = 3},
    {.name = "flush", .call = map_flush, .max_args = 2},
    {.name = "madvise", .call = map_madvise, .min_args = 1, .max_args = 3},
    {.name = "move", .call = map_move, .min_args = 3, .max_args = 3},
    {.name = "read", .call = map_read, .max_args = 1},
    {.name = "read_byte", .call = map_read_byte},
    {.name = "readline", .call = map_readline},
    {.name = "resize", .call = map_resize, .min_args = 1, .max_args = 1},
    {.name = "seek", .call = map_seek, .min_args = 1, .max_args = 2},
    {.name = "size", .call = map_size},
    {.name = "tell", .call = map_tell},
    {.name = "write", .call = map_write, .min_args = 1, .max_args = 1},
    {.name = "write_byte", .call = map_write_byte, .min_args = 1, .max_args = 1},
    {.name = "__enter__", .call = map_enter},
    {.name = "__exit__", .call = map_exit, .max_args = 3},
    {.name = "closed", .call = get_closed, .kind = METHOD_GETTER},
    {0},
};

static Type type_map = {
    .name = "mmap.mmap",
    .flags = TYPE_DOTTED_NAME | TYPE_WEAKREFS,
    .basic_size = sizeof(Map),
    .methods = map_methods,
    .slots = {.new = map_new,
              .dealloc = map_dealloc,
              .repr = map_repr,
              .len = map_len,
              .getitem = map_getitem,
              .setitem = map_setitem,
              .iter = map_iter,
              .buffer = map_buffer},
};

static int map_init(ModuleObject *module) {
    static const NamedNumber constants[] = {
#define CONSTANT(name) {#name, name}
        CONSTANT(ACCESS_DEFAULT), CONSTANT(ACCESS_READ),
        CONSTANT(ACCESS_WRITE),   CONSTANT(ACCESS_COPY),
        CONSTANT(PROT_EXEC),      CONSTANT(PROT_READ),
        CONSTANT(PROT_WRITE),     CONSTANT(MAP_SHARED),
        CONSTANT(MAP_PRIVATE),    CONSTANT(MAP_DENYWRITE),
        CONSTANT(MAP_EXECUTABLE), CONSTANT(MAP_ANONYMOUS),
        CONSTANT(MAP_ANON),       CONSTANT(MAP_POPULATE),
        CONSTANT(MAP_STACK),      CONSTANT(MADV_NORMAL),
        CONSTANT(MADV_RANDOM),    CONSTANT(MADV_SEQUENTIAL),
        CONSTANT(MADV_WILLNEED),  CONSTANT(MADV_DONTNEED),
        CONSTANT(MADV_REMOVE),    CONSTANT(MADV_DONTFORK),
        CONSTANT(MADV_DOFORK),    CONSTANT(MADV_HWPOISON),
        CONSTANT(MADV_MERGEABLE), CONSTANT(MADV_UNMERGEABLE),
        CONSTANT(MADV_HUGEPAGE),  CONSTANT(MADV_NOHUGEPAGE),
        CONSTANT(MADV_DONTDUMP),  CONSTANT(MADV_DODUMP),
        CONSTANT(MADV_FREE),      {0},
#undef CONSTANT
    };
    int64_t page = sysconf(_SC_PAGESIZE);
    if (module_add_numbers(module, constants) < 0 ||
        module_set(module, "PAGESIZE", int_from_i64(page)) < 0 ||
        module_set(module, "ALLOCATIONGRANULARITY", int_from_i64(page)) < 0 ||
        module_set(module, "error", value_incref(OBJ(&rt_exc_OSError))) < 0)
        return -1;
    return module_add_type(module, "mmap", &type_map);
}

const NativeModule pyrt_module_mmap = {"mmap", map_init};
