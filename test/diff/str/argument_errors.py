"""Wrong arguments of str methods and of str itself, as CPython words them."""
actions = {
    "upper": lambda: "a".upper(1), "join": lambda: "a".join(), "split": lambda: "a".split(",", "x"), "kw": lambda: "a".split(sepp=","),
    "replace": lambda: "a".replace("a", "b", "c"), "encode": lambda: "a".encode("utf-8", "strict", 1), "zfill": lambda: "a".zfill(),
    "startswith": lambda: "a".startswith(), "str.upper": lambda: str.upper(5), "str.join": lambda: str.join(), "nosuch": lambda: "a".nosuch(),
    "str 2": lambda: str(b"a", 5), "str 3": lambda: str("a", "utf-8"), "str 4": lambda: str(1, 2, 3, 4), "add": lambda: "a" + 1, "radd": lambda: 1 + "a",
    "add none": lambda: "a" + None, "mod": lambda: 5 % "a", "neg": lambda: -"a", "call": lambda: "a".title()(), "del": lambda: delattr("a", "x"),
    "set": lambda: setattr("a", "x", 1), "int idx": lambda: "abc".__getitem__("x"), "splitlines": lambda: "a".splitlines(1, 2), "format kw": lambda: "a".format_map(),
    "count": lambda: "a".count("a", "b"), "center": lambda: "a".center(2**70), "iter": lambda: next("a"), "expandtabs": lambda: "a".expandtabs("x"),
    "isupper": lambda: "a".isupper(x=1), "partition": lambda: "a".partition(), "unhash": lambda: {[]: 1}, "contains": lambda: None in "a",
}
for name, action in actions.items():
    try:
        print(name, action())
    except (TypeError, AttributeError, OverflowError) as error:
        print(name, type(error).__name__, "-", error)
