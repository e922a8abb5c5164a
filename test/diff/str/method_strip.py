"""strip, lstrip, rstrip with sets of characters and kinds of blanks."""

blank = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2000\u2028\u3000"
text = blank + "mid dle" + blank
print(repr(text.strip()), ascii(text.lstrip())[:12], ascii(text.rstrip())[-12:])
print("xxyxhixyx".strip("xy"), "xxyxhixyx".lstrip("x"), "xxyxhixyx".rstrip("yx"), "abc".strip(""), "abc".strip("abc") == "")
print("  a ".strip(None), "ééaé".strip("é"), "a\u200b".strip() == "a\u200b", "[]x[]".strip("[]"), "-a-b-".strip("a-"))
for case in (lambda: "a".strip(1), lambda: "a".strip("a", "b"), lambda: "a".lstrip(b"a"), lambda: "a".rstrip(chars="a"), lambda: "a".strip(["a"])):
    try:
        print(case())
    except TypeError as error:
        print(error)


class Text(str):
    pass


same = Text("abc")
print(same.strip() == same, type(same.strip()).__name__, "abc".strip() is "abc".strip())
