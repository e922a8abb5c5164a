"""repr and ascii of text, and all escapes in literals."""
samples = ["plain", "it's", 'say "hi"', "both ' and \"", "tab\there", "nl\n", "cr\r", "back\\slash", "\x00\x01\x1f\x7f", "\x80\x9f\xa0\xad",
           "é", "\u0100", "日本", "\u200b\u2028\ufeff", "🐍", "\ud800\udfff", "\U0010ffff", "\ue000", "\u0378", "\x1b[0m", "\u00ad"]
for sample in samples:
    print(repr(sample), ascii(sample), len(sample))
print("\a\b\f\v".encode(), "\101\60\7", "\x41\u0041\U00000041", "\N{LATIN SMALL LETTER E WITH ACUTE}\N{SNAKE}", "a\
b", 'x' "y" 'z', r"raw\n\t'", R'\d+\\', """tri"ple
'quoted' \
joined""", '''a'b''c''')
print(len(r"\""), r"\'", "\0", "\08".encode(), "\1234".encode(), len("\
"))
print([u"unicode", str(), str(5), str(None), str([1, "a"]), str({"k": 'v"'}), str(("x",)), str(b"bytes"), str(Exception("e")), str(type)])
print(ascii([1, "é", {"日": "x"}]), repr("a" + "'" * 3), f"{'é'!a} {'é'!r} {'é'!s}")
print(str(b"caf\xc3\xa9", "utf-8"), str(b"\xff", "latin-1"), str(b"ab", encoding="ascii"), str(object=3))
