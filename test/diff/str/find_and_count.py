"""find, rfind, index, rindex, count, in, startswith and endswith, with bounds."""
text = "abracadabra, 日本日本日, abra🐍"
for needle in ("a", "abra", "", "日本", "日", "🐍", "zz", text, text + "x", "ab"):
    print(repr(needle), text.find(needle), text.rfind(needle), text.count(needle), needle in text,
          text.startswith(needle), text.endswith(needle))
    print(text.find(needle, 5), text.find(needle, 3, 9), text.find(needle, -4), text.rfind(needle, 0, 6), text.rfind(needle, -3),
          text.count(needle, 1, -1), text.startswith(needle, 7), text.endswith(needle, 0, 11), text.find(needle, 100), text.count(needle, 50))
print("aaaa".count("aa"), "aaaa".find("aa", 1), "aaaa".rfind("aa"), "".find(""), "".count(""), "abc".count(""), "abc".find("", 3), "abc".find("", 4))
print("hello".startswith(("x", "he")), "hello".endswith(("lo", "x")), "hello".startswith(()), "hello".startswith("ell", 1, 4), "".startswith(""))
for action in (lambda: text.index("zz"), lambda: text.rindex("zz"), lambda: 5 in text, lambda: text.find(5), lambda: text.startswith(5),
               lambda: text.startswith(("a", 5)), lambda: text.startswith(("z", 5)), lambda: text.count(None), lambda: text.find()):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
haystack = "x" * 500 + "needle" + "x" * 500 + "é" + "needlf" * 3
print(haystack.find("needle"), haystack.find("needlf"), haystack.rfind("needlf"), haystack.index("é"), haystack.count("x" * 10), haystack.find("xneedlfn"))
