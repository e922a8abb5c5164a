"""Every built-in function with wrong numbers, kinds and names of arguments: the words of each error."""

import builtins


class Thing:
    pass


CANDIDATES = [(), (None,), (5,), ("text",), (Thing,), ([1, 2],), (1, 2), ("a", "b"), (None, None), ([3, 1], None), (len, [1]), (1, 2, 3), ("a", 1, None), (1, 2, 3, 4), (b"x", "y"), (2.5, 1j), ({"k": 1}, "k"), (int, "x"), ("x", int)]
KEYWORDS = [{"key": 1}, {"default": 1}, {"start": 1}, {"bad": 1}, {"key": None}, {"reverse": "x"}, {"strict": True}]
SKIPPED = {"help", "input", "open", "exit", "quit", "copyright", "credits", "license", "exec", "eval", "compile", "__import__", "breakpoint", "id", "globals", "locals", "vars", "dir", "print", "hash", "__build_class__"}
NAMES = ["abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr", "classmethod", "complex", "delattr", "dict", "divmod", "filter", "float", "format", "frozenset", "getattr",
         "hasattr", "hex", "int", "isinstance", "issubclass", "iter", "len", "list", "map", "max", "memoryview", "min", "next", "object", "oct", "ord", "pow", "property", "range", "repr", "reversed", "round", "set", "setattr", "slice",
         "sorted", "staticmethod", "str", "sum", "tuple", "type", "zip"]


def tell(function, args, keywords):
    try:
        result = function(*args, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    text = repr(result)
    return "object" if " at 0x" in text else text


for name in NAMES:
    function = getattr(builtins, name)
    print("==", name)
    for args in CANDIDATES:
        print("  ", [getattr(a, "__name__", a) for a in args], tell(function, args, {}))
    for keywords in KEYWORDS:
        print("  ", keywords, tell(function, ([2, 1],), keywords), "|", tell(function, (), keywords))
