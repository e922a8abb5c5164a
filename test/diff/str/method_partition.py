"""str.partition and rpartition, with their errors."""

text = "key=value=more"
for sep in ("=", "==", "key", "more", "é", "value"):
    print(sep, text.partition(sep), text.rpartition(sep))
print("".partition("x"), "".rpartition("x"))
print("aaa".partition("aa"), "aaa".rpartition("aa"))
for bad in ("", None, 1, b"="):
    for name in ("partition", "rpartition"):
        try:
            print(getattr(text, name)(bad))
        except (TypeError, ValueError) as error:
            print(name, type(error).__name__, error)
head, _, tail = "a.b.c".rpartition(".")
print(head, tail)


class Text(str):
    pass


parts = Text("nothing").partition(",")
print(parts, [type(p).__name__ for p in parts])
