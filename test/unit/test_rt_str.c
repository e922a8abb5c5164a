/*
 * Tests str: the width of its characters follows the largest one, searches work across widths,
 * UTF-8 is decoded and encoded as the Unicode standard says (table 3-7 of well-formed sequences),
 * error handlers replace what CPython 3.11 replaces, and memory may end at any allocation.
 */
#include "object.h"
#include "text.h"
#include "unit.h"

UNIT_PROGRAM()

static bool failed_with(const Type *type) {
    bool is = exc_pending_is(type);
    exc_clear();
    return is;
}

static const StrObject *as_str(Value value) {
    return AS(StrObject, value);
}

/* Is `actual` the text `expected`? Drops it. */
static bool is_text_take(Value actual, const char *expected) {
    bool same = actual && str_equal_cstr(actual, expected);
    value_decref(actual);
    return same;
}

static void test_widths(void) {
    static const uint32_t edges[] = {0, 'a', 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x10000, 0x10ffff};
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        int kind = edges[i] < 0x100 ? 1 : edges[i] < 0x10000 ? 2 : 4;
        Value one = str_from_char(edges[i]), more = str_from_ucs4((uint32_t[]){'x', edges[i]}, 2);
        CHECK_INT(as_str(one)->kind, kind);
        CHECK_INT(as_str(more)->kind, kind);
        CHECK_INT(str_at(as_str(more), 1), edges[i]);
        Value part = str_substring(more, 0, 1); /* without the wide one it is narrow again */
        CHECK_INT(as_str(part)->kind, 1);
        Value whole = str_concat(part, one);
        CHECK(str_equal(whole, more));
        CHECK_INT(object_hash(whole), object_hash(more));
        CHECK_INT(str_find(as_str(more), as_str(one), 0, 2), 1);
        CHECK_INT(str_find(as_str(part), as_str(one), 0, 1), -1);
        value_decref(whole);
        value_decref(part);
        value_decref(more);
        value_decref(one);
    }
}

static void test_search(void) {
    Value text = str_from_cstr("abababa"), ab = str_from_cstr("aba"), none = str_from_cstr("");
    CHECK_INT(str_find(as_str(text), as_str(ab), 1, 7), 2);
    CHECK_INT(str_rfind(as_str(text), as_str(ab), 0, 7), 4);
    CHECK_INT(str_rfind(as_str(text), as_str(ab), 0, 6), 2);
    CHECK_INT(str_count(as_str(text), as_str(ab), 0, 7, INT64_MAX), 2); /* not overlapping */
    CHECK_INT(str_count(as_str(text), as_str(none), 0, 7, INT64_MAX), 8);
    CHECK_INT(str_find(as_str(text), as_str(none), 7, 7), 7);
    CHECK(is_text_take(str_replace(text, ab, none, -1), "b"));
    CHECK(is_text_take(str_replace(text, none, str_name("-"), 3), "-a-b-ababa"));
    value_decref(text);
    value_decref(ab);
    value_decref(none);
}

/* Every code point there is goes to UTF-8 and back; a surrogate does not go at all. */
static void test_round_trip(void) {
    bool all = true;
    for (uint32_t character = 0; character < 0x110000; character += character < 0x1000 ? 1 : 61) {
        char bytes[4];
        uint32_t again = 0;
        int size = utf8_encode_one(character, bytes);
        int read = utf8_decode_one((const uint8_t *)bytes, (size_t)size, &again);
        all &= read == size && again == character;
        for (int cut = 1; cut < size; cut++)
            all &= utf8_decode_one((const uint8_t *)bytes, (size_t)cut, &again) == 0;
    }
    CHECK(all);
    Value surrogate = str_from_char(0xdc80);
    CHECK(!codec_encode(surrogate, "utf-8", "strict") && failed_with(&rt_exc_UnicodeEncodeError));
    Value escaped = codec_encode(surrogate, "utf-8", "surrogateescape");
    const uint8_t *data;
    int64_t size;
    CHECK(escaped && bytes_view(escaped, &data, &size) && size == 1 && data[0] == 0x80);
    value_decref(escaped);
    value_decref(surrogate);
}

static void test_bad_utf8(void) {
    /* the bytes, and what errors="replace" makes of them (? stands for U+FFFD) */
    static const struct {
        const char *bytes, *replaced;
    } cases[] = {
        {"\x80", "?"},
        {"a\xff"
         "b",
         "a?b"},
        {"\xc0\xaf", "??"},
        {"\xc3", "?"},
        {"\xe2\x82", "?"},
        {"\xe0\x80\x80", "???"},
        {"\xed\xa0\x80", "???"},
        {"\xf0\x9f\x98", "?"},
        {"\xf4\x90\x80\x80", "????"},
        {"\xf5\x80", "??"},
        {"\xe2(\xa1", "?(?"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const uint8_t *bytes = (const uint8_t *)cases[i].bytes;
        int64_t size = (int64_t)strlen(cases[i].bytes);
        CHECK(!codec_decode(bytes, size, "utf-8", "strict"));
        CHECK(failed_with(&rt_exc_UnicodeDecodeError));
        Value question = str_from_char('?'), mark = str_from_char(0xfffd);
        Value replaced = codec_decode(bytes, size, "utf-8", "replace");
        CHECK(is_text_take(str_replace(replaced, mark, question, -1), cases[i].replaced));
        /* surrogateescape loses nothing */
        Value escaped = codec_decode(bytes, size, "utf-8", "surrogateescape");
        Value back = codec_encode(escaped, "utf-8", "surrogateescape");
        const uint8_t *data;
        int64_t length;
        CHECK(back && bytes_view(back, &data, &length) && length == size &&
              memcmp(data, bytes, (size_t)size) == 0);
        value_decref(back);
        value_decref(escaped);
        value_decref(replaced);
        value_decref(mark);
        value_decref(question);
    }
    CHECK(!codec_decode((const uint8_t *)"a", 1, "klingon", "strict"));
    CHECK(failed_with(&rt_exc_LookupError));
}

static void test_no_memory(void) {
    Value text = str_from_cstr("one two three"), space = str_from_char(' ');
    Value wide = str_from_char(0x1f600);
    for (int at = 0; at < 6; at++) {
        int64_t before = mem_live_objects();
        mem_fail_at(at);
        Value replaced = str_replace(text, space, wide, -1);
        mem_fail_at(-1);
        CHECK(replaced ? !isolate.pending : exc_pending_is(&rt_exc_MemoryError));
        exc_clear();
        value_decref(replaced);
        StrBuilder builder;
        str_builder_init(&builder);
        mem_fail_at(at);
        for (int i = 0; i < 3 * STR_BUILDER_FEW; i++)
            str_builder_str(&builder, text);
        Value built = str_builder_finish(&builder);
        mem_fail_at(-1);
        CHECK(built ? !isolate.pending : exc_pending_is(&rt_exc_MemoryError));
        exc_clear();
        value_decref(built);
        CHECK_INT(mem_live_objects(), before);
    }
    value_decref(wide);
    value_decref(space);
    value_decref(text);
}

int main(int argc, char **argv) {
    rt_start(argc, argv);
    test_widths();
    test_search();
    test_round_trip();
    test_bad_utf8();
    test_no_memory();
    CHECK(!isolate.pending);
    rt_finish(0);
    return unit_done();
}
