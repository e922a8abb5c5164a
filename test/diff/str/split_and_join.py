"""split, rsplit, splitlines, partition and join."""
text = "  one two\tthree \n four\u2003five  "
print(text.split(), text.rsplit(), text.split(None, 2), text.rsplit(None, 2), text.split(maxsplit=1), text.split(None, 0))
row = "a,b,,c,"
for limit in (-1, 0, 1, 2, 3, 9):
    print(limit, row.split(",", limit), row.rsplit(",", limit))
print("".split(), "".split(","), " ".split(), ",".split(","), "a--b---c".split("--"), "abc".split("abc"), "日本、東京、大阪".split("、"))
lines = "one\ntwo\r\nthree\rfour\x0bfive\x0csix\x1cseven\x85eight\u2028nine\u2029ten\n"
print(lines.splitlines(), lines.splitlines(True), "".splitlines(), "\n".splitlines(), "a\n\nb".splitlines(keepends=True), "\r\n\n\r".splitlines())
for separator in ("=", "==", "zz", "k"):
    print("key=value=x".partition(separator), "key==value==x".rpartition(separator))
print("-".join([]), "-".join(["a"]), "-".join("abc"), "".join(["日", "本", "x"]), ", ".join(str(n) for n in range(5)), "🐍".join(("a", "b")), "ab".join({"k": 1, "m": 2}))
for action in (lambda: "a".split(""), lambda: "a".partition(""), lambda: ",".join([1, 2]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: "a".split(5), lambda: "a".rpartition(None)):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
s = "a b c d"
print(",".join(s.split()[::-1]), " ".join(w.capitalize() for w in s.split()), s.split(" ", 1)[1], max(s.split()), [*map(str.upper, s.split())])
