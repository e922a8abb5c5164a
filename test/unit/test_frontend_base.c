/* Tests frontend/base.c and frontend/unicode.c: arena, names, vectors, normalisation. */
#include "unit.h"

#include "frontend/base.h"
#include "frontend/unicode.h"

static void test_arena(void) {
    Arena *arena = arena_new();
    for (size_t size = 1; size < 100000; size = size * 3 + 1) {
        char *bytes = arena_alloc(arena, size);
        CHECK(((uintptr_t)bytes & 15) == 0);
        bool zero = true;
        for (size_t i = 0; i < size; i++)
            zero &= bytes[i] == 0;
        CHECK(zero);
        memset(bytes, 0xaa, size);
    }
    CHECK_TEXT(arena_copy(arena, "abc", 2), "ab");
    char long_text[1000];
    memset(long_text, 'x', sizeof long_text - 1);
    long_text[sizeof long_text - 1] = 0;
    CHECK_INT(strlen(arena_printf(arena, "%s%d", long_text, 12)), 1001);
    arena_free(arena);
}

static void test_vector(void) {
    Arena *arena = arena_new();
    VEC(int) numbers = {0};
    for (int i = 0; i < 1000; i++)
        VEC_PUSH(arena, &numbers, i);
    CHECK_INT(numbers.count, 1000);
    for (int i = 0; i < 1000; i++)
        CHECK(numbers.items[i] == i);
    arena_free(arena);
}

static void test_names(void) {
    Arena *arena = arena_new();
    NameTable *table = name_table_new(arena);
    const Name *first = name_cstr(table, "first");
    for (int i = 0; i < 5000; i++) {
        const Name *name = name_cstr(table, arena_printf(arena, "name%d", i));
        CHECK(name == name_cstr(table, arena_printf(arena, "name%d", i)));
        CHECK(name->id == (uint32_t)i + 1);
    }
    CHECK(first == name_intern(table, "first and more", 5));
    /* NFKC: a ligature, and a letter with a combining accent. */
    CHECK(name_cstr(table, "\uFB01x") == name_cstr(table, "fix"));
    CHECK(name_cstr(table, "e\u0301") == name_cstr(table, "\u00e9"));
    arena_free(arena);
}

static void check_normal(Arena *arena, const char *text, const char *normal) {
    Str result = unicode_nfkc(arena, text, strlen(text));
    CHECK_TEXT(arena_copy(arena, result.data, result.size), normal);
}

static void test_unicode(void) {
    Arena *arena = arena_new();
    uint32_t code;
    CHECK_INT(utf8_decode("\xf0\x9f\x98\x80", 4, &code), 4);
    CHECK_INT(code, 0x1F600);
    CHECK_INT(utf8_decode("\xc0\x80", 2, &code), 0);     /* overlong */
    CHECK_INT(utf8_decode("\xed\xa0\x80", 3, &code), 0); /* a surrogate */
    CHECK_INT(utf8_decode("\xe2\x82", 2, &code), 0);     /* cut off */
    CHECK_INT(utf8_valid_prefix("ab\xff", 3), 2);
    check_normal(arena, "\u1112\u1161\u11ab", "\ud55c");   /* Hangul composes */
    check_normal(arena, "\u212b", "\u00c5");               /* the Angstrom sign is a letter */
    check_normal(arena, "q\u0307\u0323", "q\u0323\u0307"); /* marks in order of their class */
    CHECK_INT(unicode_lookup_name("latin small letter a", 20), 'a');
    CHECK_INT(unicode_lookup_name("HANGUL SYLLABLE HAN", 19), 0xD55C);
    CHECK_INT(unicode_lookup_name("CJK UNIFIED IDEOGRAPH-4E00", 26), 0x4E00);
    CHECK_INT(unicode_lookup_name("NO SUCH NAME", 12), UINT32_MAX);
    CHECK(unicode_is_id_start(0xe9) && !unicode_is_id_start('1') && unicode_is_id_continue('1'));
    CHECK_INT(unicode_width(0x65e5), 2);
    CHECK_INT(unicode_width(0x301), 0);
    arena_free(arena);
}

int main(void) {
    test_arena();
    test_vector();
    test_names();
    test_unicode();
    return unit_done();
}
