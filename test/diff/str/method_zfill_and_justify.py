"""zfill, center, ljust, rjust: widths, fill characters, signs, errors."""

for text in ("", "7", "-7", "+7", "--7", "abc", "-", "é"):
    print([text.zfill(w) for w in (-1, 0, 1, 2, 3, 5)])
for width in range(1, 9):
    print(repr("ab".center(width)), repr("abc".center(width, "*")), repr("abc".ljust(width, ".")), repr("x".rjust(width, "é")))
bad = [lambda: "a".center(), lambda: "a".center("5"), lambda: "a".center(5, "xx"), lambda: "a".center(5, ""),
       lambda: "a".ljust(5, 1), lambda: "a".rjust(5, b"x"), lambda: "a".zfill(), lambda: "a".zfill(2.0),
       lambda: "a".zfill("2"), lambda: "a".ljust(5, "x", "y"), lambda: "a".center(10**30), lambda: "a".ljust(width=4)]
for case in bad:
    try:
        print(repr(case()))
    except Exception as error:
        print(type(error).__name__, error)
