"""Format specifications of text and of objects without one of their own."""
for text in ("", "a", "hello", "日本語", "🐍", "x" * 12):
    for spec in ("", "s", "8", "<8", ">8", "^8", "^9", "*<8", "é>8", "🐍^9", ".2", ".0", "8.2", ">8.3s", "*^10.1", "08", "0>8", "10s", "<", ">", "1"):
        print(f"{spec!r}[{format(text, spec)}]", end=" ")
    print()
for spec in ("d", "=8", "+", " ", ",", "_", "#", "x", ".", "8.", "z", "+8", "-", "f", ".-1", "99999999999999999999", "=", "0=5"):
    try:
        print(spec, format("text", spec))
    except ValueError as error:
        print(spec, error)
class Plain:
    def __str__(self):
        return "plain"
for value in (None, [1], (1, 2), {"a": 1}, {1}, b"b", Plain(), int, range(3), Ellipsis, ValueError("v")):
    try:
        print(format(value), format(value, ""), f"{value!s:>12}|", end=" ")
        print(format(value, ">5"))
    except TypeError as error:
        print(error)
for args in (("a", 5), ("a", None), ("a", b"x"), (), ("a", "b", "c")):
    try:
        print(format(*args))
    except TypeError as error:
        print(error)
for spec in ("05", "<05", ">05", "=05", "0=5", "=5", "x=5", "05.2", "05,"):
    try:
        print(spec, format("abc", spec))
    except ValueError as error:
        print(spec, error)
