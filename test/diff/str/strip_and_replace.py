"""strip, lstrip, rstrip, replace, removeprefix, removesuffix, expandtabs and translate."""
text = " \t\u00a0 hello \n\u2003"
print([text.strip(), text.lstrip(), text.rstrip()], "xxhixx".strip("x"), "abcab".strip("ba"), "www.example.com".strip("cmowz."), "日本日".strip("日"), "aaa".strip("a") == "", "abc".strip(""))
print("abc".strip(None), "mississippi".lstrip("mis"), "mississippi".rstrip("ip"), "\x1c\x85x\x1f".strip(), "'\u200bx'".strip())
for args in [("a", "b"), ("aa", "b"), ("", "-"), ("a", ""), ("aa", "aaa"), ("z", "y"), ("a", "b", 1), ("a", "b", 0), ("", "-", 2), ("a", "日"), ("aaaaa", "")]:
    print(args, "aaaa".replace(*args), "".replace(*args), "banana".replace(*args))
print("日本日本".replace("日", "x"), "x🐍x".replace("🐍", ""), "abc".replace("abc", "日本"), "a.b.c".replace(".", "::", -1))
print("prefix-x".removeprefix("prefix-"), "x".removeprefix("xx"), "name.py.py".removesuffix(".py"), "x".removesuffix(""), "".removeprefix("a"))
print(["a\tb".expandtabs(), "\tx\ty".expandtabs(4), "abc\tdef\n\tg".expandtabs(3), "a\tb".expandtabs(0), "日\tx".expandtabs(8)])
table = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(table), "abc".translate({97: None, 98: "BB", 99: 0x1F40D}), str.maketrans({"a": "1", 98: None}), str.maketrans("ab", "cd"))
for action in (lambda: str.maketrans("ab", "c"), lambda: "a".replace(1, 2), lambda: "a".strip(5), lambda: str.maketrans({"ab": 1}), lambda: "a".translate({97: -1}), lambda: "a".replace("b")):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
