"""center, ljust, rjust, zfill with narrow, odd and wide fills."""
for text in ("", "a", "ab", "日本", "-5", "+x"):
    for width in (-1, 0, 1, 4, 5, 8):
        print(width, [text.center(width, "."), text.ljust(width, "-"), text.rjust(width, "🐍"), text.zfill(width), text.center(width)])
print("42".zfill(6), "-42".zfill(6), "+42".zfill(6), "--4".zfill(6), "a".zfill(3), "ab".center(5, "*"), "abc".center(6, "*"), "ab".center(3), "abc".center(4, "*"))
for action in (lambda: "a".center(5, "xx"), lambda: "a".ljust(5, ""), lambda: "a".rjust("5"), lambda: "a".zfill(2.5), lambda: "a".center(5, 7), lambda: "a".center()):
    try:
        print(action())
    except TypeError as error:
        print(error)
for name, price in (("tea", 3.5), ("coffee", 12.25), ("Käse", 7), ("水", 1)):
    print(name.ljust(10, ".") + str(price).rjust(8), "|", name.center(10), "|")
