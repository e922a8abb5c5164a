"""str with characters of all planes: case mapping, folding, splitting, slicing, combining marks, surrogates, normal forms."""

SAMPLES = ["", "a", "ß", "ﬁ", "İ", "ı", "Σ", "ΑΣ", "ς", "ǆ", "ǅ", "Ǆ", "ŉ", "ΐ", "é", "e\u0301", "ᾳ", "ᾼ", "ῼ", "Ⅷ", "ⅷ", "Ⓐ", "𝒜", "𐐀", "𐐨", "🐍", "👨‍👩‍👧", "\u200b", "\u00a0", "\u2028", "\x1c", "\x85", "\t", "٣", "½", "²", "Ⅻ", "一", "〇", "あ", "ア", "ｱ", "한", "\u0e01", "\U000e0001", "\ufeff", "\ud800", "\x00", "_", "ª", "µ", "ſ", "K", "Å", "ẞ", "ﬆ"]
for text in SAMPLES:
    flags = "".join(str(int(getattr(text, name)())) for name in ("isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii"))
    print(ascii(text), len(text), flags, ascii(text.upper()), ascii(text.lower()), ascii(text.title()), ascii(text.capitalize()), ascii(text.swapcase()), ascii(text.casefold()))
WORDS = ["hello wORLD", "they're bill's", "ΟΔΥΣΣΕΥΣ ΣΟΦΟΣ", "straße STRASSE", "ǆungla Ǆ", "i̇stanbul İSTANBUL", "a1b2 c3D4", "x\u0301y", "ﬁne ﬂag", "𐐀𐐨 𐐨𐐀", "don\u2019t", "été d'Élan", "ÅNGSTRÖM ångström"]
for text in WORDS:
    print(text.title(), "|", text.capitalize(), "|", text.swapcase(), "|", text.casefold(), "|", text.upper().lower() == text.lower(), text.istitle(), text.lower().isupper())
print([w for w in "a\u00a0b\u2003c\u200bd\x1ce\x85f\u3000g".split()], "a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g\r\nh\ri".splitlines(), "x\u2028".splitlines(True))
print("\u3000\u2003x\u00a0".strip() == "x", "\u200bx".strip() == "x", "éeé".strip("é"), "🐍🐍x🐍".rstrip("🐍"), "ab".center(7, "é"), "🐍".ljust(3, "*"), "é".zfill(3), "-é".zfill(4), "+🐍".zfill(5))
snake = "a🐍b🐍🐍c"
print(snake[1], snake[::-1], snake[2:5], snake.find("🐍🐍"), snake.rfind("🐍"), snake.count("🐍"), snake.split("🐍"), snake.partition("🐍"), snake.replace("🐍", "s", 2), snake.index("c"), len(snake), snake.translate({0x1F40D: "S", ord("a"): None, ord("b"): 0x1F40D}))
print("🐍" > "\uffff", "é" < "e\u0301", sorted(["é", "e", "z", "Z", "ß", "ss", "🐍", "\uffff"]), max("aé🐍"), min("🐍é"), "é" in "café", "e" in "café", "\u0301" in "e\u0301", hash("é") == hash("e\u0301"), "é" == "\xe9" == "\u00e9" == "\N{LATIN SMALL LETTER E WITH ACUTE}")
for text in ("a\ud800b", "\udfff", "\ud83d\udc0d", "ok"):
    for codec, errors in (("utf-8", "strict"), ("utf-8", "surrogatepass"), ("utf-8", "replace"), ("utf-8", "backslashreplace"), ("utf-8", "xmlcharrefreplace"), ("utf-16-le", "surrogatepass"), ("ascii", "ignore"), ("latin-1", "namereplace" if text == "ok" else "replace")):
        try:
            print(ascii(text), codec, errors, text.encode(codec, errors))
        except UnicodeEncodeError as error:
            print(ascii(text), codec, errors, error.reason, error.start, error.end)
for data in (b"\xff", b"\xc3", b"\xc3\xa9", b"\xed\xa0\x80", b"\xf0\x9f\x90\x8d", b"\xf0\x9f\x90", b"a\x80b", b"\xc0\x80", b"\xf5\x80\x80\x80", b"\xe2\x28\xa1", b"\xef\xbb\xbfx"):
    print(data, [ascii(data.decode("utf-8", e)) for e in ("ignore", "replace", "backslashreplace", "surrogateescape")], ascii(data.decode("latin-1")), end=" ")
    try:
        print(ascii(data.decode()))
    except UnicodeDecodeError as error:
        print(error)
print(ascii(b"\xffa".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape")), "x".encode("utf-16"), "x".encode("utf-32-be"), "é".encode("utf-16-be"), b"\xfe\xff\x00x".decode("utf-16"), "ÿ".encode("latin-1"), "é\n".encode("unicode_escape"), b"\\u00e9\\n".decode("unicode_escape"), "é".encode("raw_unicode_escape"), "🐍".encode("utf-7") if False else "")
for code in (0, 65, 0xD7FF, 0xD800, 0xE000, 0xFFFF, 0x10000, 0x10FFFF):
    character = chr(code)
    print(code, ord(character) == code, ascii(character), len(character), character.isprintable(), repr(character) == ascii(character))
table = str.maketrans({"a": "1", "b": None, 99: "three", "é": 0x1F40D})
print(table, "abcé".translate(table), str.maketrans("ab", "xy", "c"), "abc".translate(str.maketrans("ab", "xy", "c")), "abc".translate({}), "abc".translate("xyz" * 40)[:3] if False else "")
names = {"été": 1, "ñ_2": 2, "名前": 3}
print(names, [n.isidentifier() for n in names], "1é".isidentifier(), "é·".isidentifier(), "℘".isidentifier(), "℮x".isidentifier())
été, 名前, ﬁ = 1, 2, 3
print(été, 名前, fi, [n for n in dir() if not n.isascii() or n == "fi"])
print(f"{'é':>4}|{'🐍':<3}|{'名':^5}|{'e' + chr(0x301):>4}|", "%5s|%-4s|" % ("é", "🐍"), "é".ljust(4, "·"), "{:é^5}".format("x"))
