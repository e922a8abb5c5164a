/*
 * posix_normpath.c — posix._path_normpath: a path without double slashes, "." and, where the part
 * before can go, "..". It is what os.path.normpath does, by text alone; two leading slashes stay,
 * three are one, as POSIX has it.
 */
#include "posix.h"
#include "text.h"

/* Writes the normal form of path[0:length] to `out`, which has room for as much; answers its
 * length. Above `fixed` stands what a ".." can take away. */
#define DEFINE_NORMALIZE(NAME, UNIT)                                                               \
    static int64_t NAME(const UNIT *path, int64_t length, UNIT *out) {                             \
        int64_t from = 0, size = 0;                                                                \
        while (from < length && path[from] == '/')                                                 \
            from++;                                                                                \
        for (int64_t slashes = from == 2 ? 2 : from > 0; size < slashes;)                          \
            out[size++] = '/';                                                                     \
        const int64_t root = size;                                                                 \
        for (int64_t fixed = size, to; from < length; from = to + 1) {                             \
            for (to = from; to < length && path[to] != '/';)                                       \
                to++;                                                                              \
            if (to == from || (to - from == 1 && path[from] == '.'))                               \
                continue;                                                                          \
            bool is_up = to - from == 2 && path[from] == '.' && path[from + 1] == '.';             \
            if (is_up && (root || size > fixed)) {                                                 \
                while (size > fixed && out[size - 1] != '/')                                       \
                    size--;                                                                        \
                size -= size > fixed;                                                              \
                continue;                                                                          \
            }                                                                                      \
            if (size > root)                                                                       \
                out[size++] = '/';                                                                 \
            for (int64_t i = from; i < to; i++)                                                    \
                out[size++] = path[i];                                                             \
            if (is_up)                                                                             \
                fixed = size;                                                                      \
        }                                                                                          \
        return size;                                                                               \
    }
DEFINE_NORMALIZE(normalize_narrow, uint8_t)
DEFINE_NORMALIZE(normalize_wide, uint32_t)

static Value narrow(const StrObject *path, uint8_t *out) {
    int64_t size = normalize_narrow(str_data(path), path->length, out);
    return path->ascii ? str_of_ascii((const char *)out, size) : str_from_latin1(out, (size_t)size);
}

static Value wide(const StrObject *path, uint32_t *in, uint32_t *out) {
    for (int64_t i = 0; i < path->length; i++)
        in[i] = str_at(path, i);
    return str_from_ucs4(out, normalize_wide(in, path->length, out));
}

Value posix_normpath(Value callee, const Value *args, uint32_t count, Value names) {
    NATIVE_UNUSED();
    enum { SHORT = 256 };
    if (!value_is_str(args[0]))
        return raise_error(&rt_exc_TypeError, "expected 'str', not '%T'", args[0]);
    const StrObject *path = AS(StrObject, args[0]);
    uint8_t few[SHORT];
    if (path->kind == 1 && path->length <= SHORT)
        return narrow(path, few);
    uint32_t *places = mem_alloc_items(path->length, 2 * sizeof(uint32_t));
    if (!places)
        return 0;
    Value result = path->kind == 1 ? narrow(path, (uint8_t *)places)
                                   : wide(path, places, places + path->length);
    mem_free(places);
    return result;
}
