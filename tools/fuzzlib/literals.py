"""Random values of the built-in types, written as source text. Edges come up more often than they
would by chance: the ends of machine integers, signed zeros, text beyond ASCII, empty containers."""

INTS = ["0", "1", "-1", "2", "-2", "3", "7", "10", "-10", "16", "64", "100", "255", "256", "1000", "-1000",
        "2**31", "-2**31", "2**53 + 1", "2**61", "2**62 - 1", "2**62", "-2**62", "-2**62 - 1", "2**63 - 1", "2**63",
        "-2**63", "2**64", "-2**64 + 1", "10**20", "-10**20", "3**80", "-7**60", "10**40 + 7", "2**200 - 1"]
FLOATS = ["0.0", "-0.0", "1.0", "-1.0", "0.5", "1.5", "2.5", "-2.5", "0.1", "1/3", "-7.25", "1e16", "1e22", "1e23",
          "123456789.123", "1e-5", "1e-4", "5e-324", "1.7976931348623157e308", "float('inf')", "float('-inf')",
          "float('nan')", "1e100", "2.0**53", "99999.5", "0.30000000000000004"]
WORDS = ["", "a", "b", "abc", "hello world", "Hello, World!", "  padded  ", "x,y,,z", "12", "-7", " 42 ", "3.5",
         "0x1f", "one\ntwo\r\nthree", "tab\tbed", "aAbB", "TITLE case", "spam spam", "%s and %d", "{} {0}", "a.b.c",
         "Straße", "İstanbul", "ΑΣ ς", "ǅungla", "éàü", "e\u0301", "日本語", "🐍 py", "٣٤", "½²", "ﬁn",
         "\u2028x\x85y\x1cz", "\x00nul", "\udc80", "ñ\u00a0b", "Ωμέγα", "ŉ", "ᾳ", "x" * 20]
BYTES = [b"", b"a", b"abc", b"Hello World", b"\x00\xff", b" pad ", b"1,2,,3", b"12", b"one\ntwo\r\n", b"aAbB",
         b"\xc3\xa9", b"%d %s"]


def int_literal(writer):
    text = writer.pick(INTS) if writer.chance(50) else str(writer.number(-12, 12))
    return f"({text})" if not text.isdigit() else text


def small_literal(writer):
    """An index or a count: never large."""
    return str(writer.number(-3, 5))


def float_literal(writer):
    if writer.chance(60):
        return f"({writer.pick(FLOATS)})"
    return repr(round(writer.rng.uniform(-1000, 1000), writer.number(0, 6)))


def str_literal(writer):
    if writer.chance(75):
        return ascii(writer.pick(WORDS)) if writer.chance(50) else repr(writer.pick(WORDS))
    return repr("".join(writer.pick("abcXYZ 01é") for _ in range(writer.number(0, 6))))


def bytes_literal(writer):
    return repr(writer.pick(BYTES))


def bool_literal(writer):
    return writer.pick(["True", "False"])


def complex_literal(writer):
    return writer.pick(["1j", "0j", "(2+3j)", "(-1.5-0.5j)", "complex(0.0, -0.0)", "complex(3, float('inf'))", "(1e10+1j)"])


def none_literal(_):
    return "None"


def collected(writer, opening, closing, item, most=4):
    items = [item(writer) for _ in range(writer.number(0, most))]
    return opening + ", ".join(items) + closing


def list_literal(writer):
    return collected(writer, "[", "]", int_literal)


def words_literal(writer):
    return collected(writer, "[", "]", str_literal)


def tuple_literal(writer):
    items = [scalar_literal(writer) for _ in range(writer.number(0, 3))]
    return f"({items[0]},)" if len(items) == 1 else "(" + ", ".join(items) + ")"


def dict_literal(writer):
    return collected(writer, "{", "}", lambda w: f"{str_literal(w)}: {int_literal(w)}", 3)


def plain_int(writer):
    """Without operators: CPython computes those at compile time, which changes the order of sets; the
    same goes for the sign of big numbers."""
    number = eval(int_literal(writer))
    return str(number if abs(number) < 2**61 else number % 2**60)


def set_literal(writer):
    text = collected(writer, "{", "}", plain_int)
    return "set()" if text == "{}" else text


def range_literal(writer):
    return f"range({writer.number(-4, 4)}, {writer.number(-9, 9)}, {writer.pick([1, 2, 3, -1, -2, 0])})"


def slice_literal(writer):
    parts = [writer.pick(["", small_literal(writer), small_literal(writer), "-9", "10**20"]) for _ in range(2)]
    step = writer.pick(["", "", ":2", ":-1", ":-2", ":0", ":3"])
    return f"{parts[0]}:{parts[1]}{step}"


LITERALS = {
    "int": int_literal, "small": small_literal, "float": float_literal, "str": str_literal, "bytes": bytes_literal,
    "bool": bool_literal, "complex": complex_literal, "none": none_literal, "list": list_literal,
    "words": words_literal, "tuple": tuple_literal, "dict": dict_literal, "set": set_literal, "range": range_literal,
    "slice": slice_literal,
}
SCALARS = ["int", "int", "float", "str", "bytes", "bool", "complex", "none"]
TYPES = [kind for kind in LITERALS if kind not in ("small", "slice")]


def scalar_literal(writer):
    return LITERALS[writer.pick(SCALARS)](writer)


def any_literal(writer):
    return LITERALS[writer.pick(TYPES)](writer)
