"""Every method of str, bytes, list, dict, set, int, float with wrong arguments."""

RECEIVERS = ["text", b"bytes", bytearray(b"array"), [3, 1, 2], (1, 2), {"a": 1}, {1, 2}, frozenset((1,)), 5, 2.5, 1j, True, range(3), slice(1, 2), memoryview(b"abc"), {"a": 1}.keys(), {"a": 1}.items(), {"a": 1}.values()]
ARGUMENTS = [(), (None,), (1,), ("x",), (b"x",), ([1],), (1, 2), ("a", "b"), ("a", 1), ("a", None, None), (1, 2, 3), ("a", "b", 1, 2), (object,)]
KEYWORDS = [{"sep": 1}, {"key": 1}, {"encoding": 5}, {"nope": 1}, {"x": 1}]
SKIPPED = {"pop", "popitem", "clear", "sort", "reverse", "release", "__init_subclass__", "copy"}


def tell(receiver, name, args, keywords):
    try:
        result = getattr(receiver, name)(*args, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    text = repr(result)
    return "object" if " at 0x" in text else text


def fresh(receiver):
    return receiver.copy() if type(receiver) in (list, dict, set, bytearray) else receiver


def methods(kind):
    return sorted(name for name in dir(kind) if not name.startswith("_") and name not in SKIPPED and callable(getattr(kind, name)))


for receiver in RECEIVERS:
    kind = type(receiver)
    for name in methods(kind):
        if kind is memoryview and name in ("cast", "toreadonly"):
            continue
        print("==", kind.__name__, name)
        seen = {}
        for args in ARGUMENTS:
            if name in ("center", "ljust", "rjust", "zfill", "expandtabs", "to_bytes") and args[:1] == (1,) and len(args) == 1:
                continue
            seen.setdefault(tell(fresh(receiver), name, args, {}), []).append([getattr(a, "__name__", a) for a in args])
        for keywords in KEYWORDS:
            seen.setdefault(tell(fresh(receiver), name, (), keywords), []).append(keywords)
            seen.setdefault(tell(fresh(receiver), name, ("x",), keywords), []).append(("x", keywords))
        for text, given in seen.items():
            print("  ", text, "<-", *given)
