/*
 * str_search.c — finding one text in another, and the methods built on it. One-byte texts are
 * searched by byte_search.c, wider ones with a bad-character shift (Horspool, 1980).
 */
#include "text.h"

/* ---- searching ------------------------------------------------------------------------------- */

bool str_matches_at(const StrObject *haystack, const StrObject *needle, int64_t at) {
    if (haystack->kind == needle->kind)
        return !memcmp((const char *)str_data(haystack) + at * haystack->kind, str_data(needle),
                       (size_t)needle->length * needle->kind);
    for (int64_t i = 0; i < needle->length; i++)
        if (str_at(haystack, at + i) != str_at(needle, i))
            return false;
    return true;
}

/* Can `needle`, not empty, occur at all? A wider needle has a character the haystack lacks. */
static bool may_occur(const StrObject *haystack, const StrObject *needle, int64_t from,
                      int64_t to) {
    return needle->length <= to - from && needle->kind <= haystack->kind;
}

static int64_t find_bytes(const uint8_t *data, int64_t from, int64_t to, const uint8_t *needle,
                          int64_t length) {
    const uint8_t *found = byte_search(data + from, (size_t)(to - from), needle, (size_t)length);
    return found ? found - data : -1;
}

/* The first place of a character in a text of more than one byte each. */
static int64_t find_wide_char(const StrObject *haystack, uint32_t character, int64_t from,
                              int64_t to) {
    if (haystack->kind == 2) {
        const uint16_t *data = str_data(haystack);
        while (from < to && data[from] != character)
            from++;
    } else {
        const uint32_t *data = str_data(haystack);
        while (from < to && data[from] != character)
            from++;
    }
    return from < to ? from : -1;
}

enum { SHIFT_COUNT = 256 };

int64_t str_find(const StrObject *haystack, const StrObject *needle, int64_t from, int64_t to) {
    int64_t length = needle->length, last = length - 1;
    if (length == 0)
        return from <= to ? from : -1;
    if (from > to || !may_occur(haystack, needle, from, to))
        return -1;
    if (haystack->kind == 1)
        return find_bytes(str_data(haystack), from, to, str_data(needle), length);
    if (length == 1)
        return find_wide_char(haystack, str_at(needle, 0), from, to);
    int64_t shift[SHIFT_COUNT]; /* by the low byte of the character under the needle's end */
    for (int i = 0; i < SHIFT_COUNT; i++)
        shift[i] = length;
    for (int64_t i = 0; i < last; i++)
        shift[str_at(needle, i) & 0xff] = last - i;
    for (int64_t at = from; at <= to - length;) {
        uint32_t end = str_at(haystack, at + last);
        if (end == str_at(needle, last) && str_matches_at(haystack, needle, at))
            return at;
        at += shift[end & 0xff];
    }
    return -1;
}

int64_t str_rfind(const StrObject *haystack, const StrObject *needle, int64_t from, int64_t to) {
    if (needle->length == 0)
        return from <= to ? to : -1;
    if (from > to || !may_occur(haystack, needle, from, to))
        return -1;
    uint32_t first = str_at(needle, 0);
    for (int64_t at = to - needle->length; at >= from; at--)
        if (str_at(haystack, at) == first && str_matches_at(haystack, needle, at))
            return at;
    return -1;
}

int64_t str_count(const StrObject *haystack, const StrObject *needle, int64_t from, int64_t to,
                  int64_t most) {
    int64_t found = 0;
    if (needle->length == 0) {
        int64_t places = from <= to ? to - from + 1 : 0;
        return most >= 0 && most < places ? most : places;
    }
    if (most < 0 && haystack->kind == 1 && needle->kind == 1 && needle->length == 1)
        return from < to ? byte_count((const uint8_t *)str_data(haystack) + from,
                                      (size_t)(to - from), *(const uint8_t *)str_data(needle))
                         : 0;
    while (most < 0 || found < most) {
        int64_t at = str_find(haystack, needle, from, to);
        if (at < 0)
            break;
        found++;
        from = at + needle->length;
    }
    return found;
}

/* ---- find, index, count ---------------------------------------------------------------------- */

/* What str.method(needle[, start[, end]]) was given. */
typedef struct Search {
    const StrObject *self, *needle;
    int64_t from, to;
} Search;

static bool read_search(Search *search, const Value *args, uint32_t count) {
    search->self = AS(StrObject, args[0]);
    search->needle = AS(StrObject, args[1]);
    if (search_bounds(ARG(2), ARG(3), &search->from, &search->to) < 0)
        return false;
    search_adjust(search->self->length, &search->from, &search->to);
    if (!value_is_str(args[1]))
        raise_error(&rt_exc_TypeError, "must be str, not %T", args[1]);
    return value_is_str(args[1]);
}

static Value place(int64_t at, bool must) {
    if (at < 0 && must)
        return raise_error(&rt_exc_ValueError, "substring not found");
    return value_from_small_int(at);
}

#define SEARCH_METHOD(name, search_function, must)                                                 \
    STR_NATIVE(name) {                                                                             \
        NATIVE_UNUSED();                                                                           \
        Search search;                                                                             \
        if (!read_search(&search, args, count))                                                    \
            return 0;                                                                              \
        return place(search_function(search.self, search.needle, search.from, search.to), must);   \
    }
SEARCH_METHOD(find, str_find, false)
SEARCH_METHOD(rfind, str_rfind, false)
SEARCH_METHOD(index, str_find, true)
SEARCH_METHOD(rindex, str_rfind, true)

STR_NATIVE(count) {
    NATIVE_UNUSED();
    Search search;
    if (!read_search(&search, args, count))
        return 0;
    return value_from_small_int(str_count(search.self, search.needle, search.from, search.to, -1));
}

/* ---- startswith, endswith -------------------------------------------------------------------- */

static bool has_affix(const StrObject *self, const StrObject *affix, int64_t from, int64_t to,
                      bool at_end) {
    if (from > to || affix->length > to - from || affix->kind > self->kind)
        return false;
    return str_matches_at(self, affix, at_end ? to - affix->length : from);
}

static Value test_affix(const char *method, const Value *args, uint32_t count, bool at_end) {
    const StrObject *self = AS(StrObject, args[0]);
    int64_t from, to;
    bool is_tuple = value_isa(args[1], &rt_type_tuple);
    if (search_bounds(ARG(2), ARG(3), &from, &to) < 0)
        return 0;
    search_adjust(self->length, &from, &to);
    if (!is_tuple && !value_is_str(args[1]))
        return raise_error(&rt_exc_TypeError, "%s first arg must be str or a tuple of str, not %T",
                           method, args[1]);
    if (!is_tuple)
        return VALUE_BOOL(has_affix(self, AS(StrObject, args[1]), from, to, at_end));
    const TupleObject *tuple = AS(TupleObject, args[1]);
    for (int64_t i = 0; i < tuple->length; i++) {
        if (!value_is_str(tuple->items[i]))
            return raise_error(&rt_exc_TypeError, "tuple for %s must only contain str, not %T",
                               method, tuple->items[i]);
        if (has_affix(self, AS(StrObject, tuple->items[i]), from, to, at_end))
            return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

STR_NATIVE(startswith) {
    NATIVE_UNUSED();
    return test_affix("startswith", args, count, false);
}

STR_NATIVE(endswith) {
    NATIVE_UNUSED();
    return test_affix("endswith", args, count, true);
}

STR_NATIVE(removeprefix) {
    NATIVE_UNUSED();
    if (!str_argument("removeprefix", 0, args[1]))
        return 0;
    const StrObject *self = AS(StrObject, args[0]), *affix = AS(StrObject, args[1]);
    bool has = has_affix(self, affix, 0, self->length, false);
    return str_substring(args[0], has ? affix->length : 0, self->length);
}

STR_NATIVE(removesuffix) {
    NATIVE_UNUSED();
    if (!str_argument("removesuffix", 0, args[1]))
        return 0;
    const StrObject *self = AS(StrObject, args[0]), *affix = AS(StrObject, args[1]);
    bool has = affix->length && has_affix(self, affix, 0, self->length, true);
    return str_substring(args[0], 0, self->length - (has ? affix->length : 0));
}

/* ---- replace --------------------------------------------------------------------------------- */

/* Where a text stands in another: the first places are kept, the others are searched again. */
enum { FIRST_HITS = 32 };
typedef struct Hits {
    int64_t count;
    int64_t first[FIRST_HITS];
} Hits;

/* At most `most` of them, < 0: all. */
static void find_hits(Hits *hits, const StrObject *self, const StrObject *part, int64_t most) {
    hits->count = 0;
    for (int64_t from = 0, at; hits->count != most; from = at + (part->length ? part->length : 1)) {
        at = str_find(self, part, from, self->length);
        if (at < 0)
            break;
        if (hits->count < FIRST_HITS)
            hits->first[hits->count] = at;
        hits->count++;
    }
}

/* Copies self with the hits of `old` exchanged. */
static void copy_replaced(StrObject *to, const StrObject *self, const StrObject *old,
                          const StrObject *new, const Hits *hits) {
    int64_t at = 0, from = 0;
    for (int64_t i = 0; i < hits->count; i++) {
        int64_t hit = i < FIRST_HITS ? hits->first[i] : str_find(self, old, from, self->length);
        int64_t plain = hit - from;
        if (!old->length) { /* in front of each character */
            str_copy_chars(to, at, new, 0, new->length);
            at += new->length;
            plain = i < self->length ? 1 : 0;
            str_copy_chars(to, at, self, from, plain);
        } else {
            str_copy_chars(to, at, self, from, plain);
            str_copy_chars(to, at + plain, new, 0, new->length);
            at += new->length;
        }
        at += plain;
        from += plain + old->length;
    }
    str_copy_chars(to, at, self, from, self->length - from);
}

static uint32_t limit_of(const StrObject *str) {
    return str->ascii ? 0x7f : str_max_char(str, 0, str->length);
}

/* Exchanges single characters in ASCII text: at most `most` of them, < 0: all. */
static Value replace_ascii_chars(Value value, uint8_t old, uint8_t new, int64_t most) {
    const StrObject *self = AS(StrObject, value);
    const uint8_t *text = str_data(self), *found = memchr(text, old, (size_t)self->length);
    if (!found || most == 0)
        return str_substring(value, 0, self->length);
    StrObject *result = str_alloc(self->length, 0x7f);
    if (!result)
        return 0;
    uint8_t *to = str_data(result);
    int64_t at = found - text;
    memcpy(to, text, (size_t)self->length);
    for (; at < self->length && most != 0; at++)
        if (text[at] == old) {
            to[at] = new;
            most--;
        }
    return OBJ(result);
}

Value str_replace(Value value, Value old_value, Value new_value, int64_t most) {
    const StrObject *self = AS(StrObject, value), *old = AS(StrObject, old_value);
    const StrObject *new = AS(StrObject, new_value);
    if (self->ascii && old->length == 1 && old->ascii && new->length == 1 && new->ascii &&
        self->length > 1)
        return replace_ascii_chars(value, *(const uint8_t *)str_data(old),
                                   *(const uint8_t *)str_data(new), most);
    Hits hits;
    find_hits(&hits, self, old, most);
    if (!hits.count)
        return str_substring(value, 0, self->length);
    int64_t length = self->length + hits.count * (new->length - old->length);
    if (length == 0)
        return str_empty();
    StrObject *result =
        str_alloc(length, limit_of(self) > limit_of(new) ? limit_of(self) : limit_of(new));
    if (!result)
        return 0;
    copy_replaced(result, self, old, new, &hits);
    if (self->ascii && new->ascii)
        return OBJ(result);
    StrBuilder builder; /* the wide characters may all be gone */
    str_builder_init(&builder);
    str_builder_str(&builder, OBJ(result));
    value_decref(OBJ(result));
    return str_builder_finish(&builder);
}

STR_NATIVE(replace) {
    NATIVE_UNUSED();
    int64_t most = -1;
    if (!str_argument("replace", 1, args[1]) || !str_argument("replace", 2, args[2]))
        return 0;
    if (ARG(3)) {
        most = object_index(args[3]);
        if (most == -1 && isolate.pending)
            return 0;
    }
    return str_replace(args[0], args[1], args[2], most);
}
