"""The special methods of built-in types called by name with too few, too many and wrong arguments."""

RECEIVERS = ["text", b"bytes", bytearray(b"array"), [3, 1, 2], (1, 2), {"a": 1}, {1, 2}, frozenset((1,)), 5, 2.5, 1j, True, None, ..., NotImplemented, range(3), slice(1, 2), len, int, object(), iter([1]), (x for x in ()), {"a": 1}.keys(), Exception("e"), lambda: 1, zip(), map(len, []), enumerate([]), reversed([]), property(), staticmethod(len), classmethod(len)]
ARGUMENTS = [(), (1,), (1, 2), (1, 2, 3), ("x",), (None, None)]
SKIPPED = {"__class__", "__set_name__", "__bool__",  "__init_subclass__", "__subclasshook__", "__reduce__", "__reduce_ex__", "__sizeof__", "__dir__", "__hash__", "__doc__", "__new__", "__getattribute__", "__setattr__", "__delattr__", "__init__", "__getstate__", "__alloc__", "__subclasses__", "__prepare__", "__text_signature__", "__call__", "__del__", "__next__", "__setitem__", "__delitem__", "__setstate__", "__str__", "__repr__", "__format__", "__get__", "__iadd__", "__imul__", "__bytes__", "__getnewargs__"}


def tell(receiver, name, args):
    try:
        result = getattr(receiver, name)(*args)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    text = repr(result)
    return "object" if " at 0x" in text else text


for receiver in RECEIVERS:
    kind = type(receiver)
    for name in sorted(set(dir(kind)) - SKIPPED):
        if not (name.startswith("__") and callable(getattr(receiver, name, None))):
            continue
        seen = {}
        for args in ARGUMENTS:
            seen.setdefault(tell(receiver, name, args), []).append(args)
        for text, given in seen.items():
            if " at 0x" in text:
                text = "with an address"
            print(kind.__name__, name, text, "<-", *given)
