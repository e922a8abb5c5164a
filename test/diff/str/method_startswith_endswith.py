"""startswith, endswith, removeprefix, removesuffix with tuples, ranges and errors."""

text = "filename.tar.gz"
print(text.startswith("file"), text.startswith(("x", "file")), text.startswith(()), text.endswith((".gz", ".zip")))
print(text.startswith("name", 4), text.startswith("name", 4, 7), text.startswith("", 15), text.startswith("", 16))
print(text.endswith("tar", 0, -3), text.endswith("", 3, 2), text.endswith("z", -1), text.startswith("f", None, None))
print(text.removeprefix("file"), text.removeprefix("x"), text.removesuffix(".gz"), text.removesuffix(""), "aa".removeprefix("aaa"))
cases = [lambda: text.startswith(1), lambda: text.startswith(["f"]), lambda: text.startswith(("f", 1)),
         lambda: text.startswith(("x", 1)), lambda: text.endswith(None), lambda: text.endswith((b"gz",)),
         lambda: text.startswith(), lambda: text.startswith("a", "b"), lambda: text.startswith("a", 1, 2, 3),
         lambda: text.removeprefix(1), lambda: text.removesuffix(), lambda: text.removeprefix(("file",)),
         lambda: text.endswith("z", 1.0)]
for case in cases:
    try:
        print(case())
    except TypeError as error:
        print(error)
