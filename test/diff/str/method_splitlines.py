"""splitlines and every line boundary, split and rsplit with limits."""

text = "a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l"
print(text.splitlines())
print(text.splitlines(True))
print(text.splitlines(keepends=True) == text.splitlines(1))
for sample in ("", "\n", "\n\n", "a\n", "\na", "a\r\n\r\nb", "a\n\rb"):
    print(repr(sample), sample.splitlines(), sample.splitlines(True), sample.split("\n"))
print(b"a\nb\r\nc\rd\x0be\x85".splitlines(), bytearray(b"x\ny\n").splitlines(True))
print("  a  b   c ".split(), "  a  b   c ".split(None, 1), "  a  b   c ".rsplit(None, 1), "  a  b   c ".split(" "))
print("a,b,c,d".split(",", 2), "a,b,c,d".rsplit(",", 2), "a,b".split(",", 0), "a,b".split(",", -1), "".split(), "".split(","))
print("a\u2003b\x1fc\xa0d".split(), "aXXbXXc".split("XX"), "aXXXb".rsplit("XX"))
print("a b c".split(sep=" ", maxsplit=1), "a b c".rsplit(maxsplit=1))
for case in (lambda: "a".split(""), lambda: "a".split(1), lambda: "a".split(" ", "x"), lambda: "a".split(b","),
             lambda: "a".rsplit(""), lambda: "a".splitlines("x"), lambda: "a".splitlines(1, 2), lambda: "a".split(limit=1)):
    try:
        print(case())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
