"""Cases of formatting: format specifications, f-strings, str.format, percent formatting."""

from fuzzlib.literals import FLOATS, INTS, LITERALS, WORDS, any_literal


def specification(writer):
    """A format specification; most are valid for numbers."""
    text = ""
    if writer.chance(40):
        text += writer.pick(["", "*", "é", "0", " "]) + writer.pick("<>^=")
    text += writer.pick(["", "", "", "+", "-", " "])
    text += writer.pick(["", "", "", "", "z"])
    text += writer.pick(["", "", "", "#"])
    text += writer.pick(["", "", "0"])
    text += writer.pick(["", "", "1", "8", "15", "30"])
    text += writer.pick(["", "", "", ",", "_"])
    text += writer.pick(["", "", ".0", ".1", ".3", ".10", ".20", "."])
    return text + writer.pick(["", "", "d", "f", "e", "g", "G", "E", "F", "%", "x", "X", "o", "b", "c", "n", "s", "s", "q"])


def number(writer):
    return writer.pick(INTS) if writer.chance(50) else writer.pick(FLOATS)


def value(writer):
    return number(writer) if writer.chance(70) else LITERALS[writer.pick(["str", "bool", "complex", "int", "float", "none"])](writer)


def percent(writer):
    text = "%" + "".join(writer.some(["-", "+", " ", "#", "0"], 3)) + writer.pick(["", "", "5", "12", "*"])
    text += writer.pick(["", "", ".0", ".3", ".10", ".*", "."])
    return text + writer.pick(["", "", "", "l"]) + writer.pick("ddiouxXeEfFgGcrsa%")


def replacement(writer):
    field = writer.pick(["", "", "", "0", "1", "2", "name", "0[1]", "1.real", "name.imag", "0[k]", "9", "missing", "0.nothing"])
    return "{" + field + writer.pick(["", "", "!r", "!s", "!a", "!x"]) + writer.pick(["", "", ":" + specification(writer), ":{}", ":>{name}"]) + "}"


SMALL = ["7", "12.5", "-3", "True", "0"]  # it may be a width


def format_case(writer, name):
    writer.line(0, f"def {name}():")
    for _ in range(writer.number(3, 6)):
        form = writer.number(0, 5)
        if form <= 1:
            text = f"format({value(writer)}, {specification(writer)!r})"
        elif form == 2:
            spec = specification(writer).replace("{", "").replace("}", "")
            conversion = writer.pick(["", "", "!r", "!s", "!a", "=", " = "])
            text = f"(lambda v, w=12: f\"<{{v{conversion}:{writer.pick([spec, '{w}', '>{w}.{w}', ''])}}}>\")({value(writer)})"
        elif form == 3:
            pieces = "".join(writer.pick(["", "a", "{{", "é"]) + replacement(writer) for _ in range(writer.number(1, 3)))
            some = (any_literal(writer), value(writer)) if ":{}" not in pieces else (writer.pick(SMALL), writer.pick(SMALL))
            text = f"{pieces!r}.format({some[0]}, {some[1]}, [3, 4], name={writer.pick(SMALL)})"
        elif form == 4:
            pieces = [percent(writer) for _ in range(writer.number(1, 3))]
            # a width of millions is no error, but nothing to print
            some = value if "*" not in "".join(pieces) else lambda w: w.pick(SMALL)
            operands = ", ".join(some(writer) for _ in range(writer.number(0, 3)))
            text = f"{writer.pick(['', 'b'])}{'|'.join(pieces)!r} % ({operands}{',' if operands else ''})"
        else:
            text = f"{'%(k)s %(n)' + percent(writer)[1:].replace('*', '')!r} % {{'k': {any_literal(writer)}, 'n': {value(writer)}}}"
        writer.line(1, f"show(lambda: {text})")


ALPHABET = "aZ \t\n0_-'\"%{}\\é ß İ ı ς Σ ǅ ŉ ﬁ ᾳ ΐ ½ ² ٣ ๕ Ⅷ ⓐ 中 가 🐍 𝔘 \u0301 \u200d \u00a0 \u2028 \x1c \x85 \ufeff \udc80 \U0001f468".replace(" ", "") + "  "

METHODS = ["upper()", "lower()", "title()", "capitalize()", "swapcase()", "casefold()", "split()", "rsplit()", "splitlines()", "strip()", "isalpha()",
           "isdigit()", "isdecimal()", "isnumeric()", "isalnum()", "isspace()", "isupper()", "islower()", "istitle()", "isidentifier()",
           "isprintable()", "isascii()", "encode()", "encode('utf-16')", "encode('utf-32-be', 'surrogatepass')", "encode('latin-1', 'ignore')",
           "encode('ascii', 'backslashreplace')", "encode('utf-8', 'replace')", "encode('ascii', 'xmlcharrefreplace')",
           "expandtabs()", "zfill(9)", "center(11, '中')", "__repr__()", "__len__()", "__hash__().__class__", "encode('unicode_escape')",
           "encode('raw_unicode_escape')", "splitlines(keepends=True)", "encode('utf-8', 'surrogateescape')", "rpartition('a')"]


def unicode_case(writer, name):
    """Methods of str on text from all of Unicode."""
    writer.line(0, f"def {name}():")
    for _ in range(writer.number(2, 4)):
        text = "".join(writer.pick(ALPHABET) if writer.chance(85) else chr(writer.pick([writer.number(0, 0x24ff), writer.number(0, 0x1ffff)]))
                       for _ in range(writer.number(1, 8)))
        text = writer.pick([text, text, text + writer.pick(WORDS)])
        for method in writer.rng.sample(METHODS, 4):
            writer.line(1, f"show(lambda: {ascii(text)}.{method})")
        piece = ascii(writer.pick(ALPHABET))
        for method in writer.rng.sample(["split({})", "replace({}, 'é')", "find({})", "rfind({})", "count({})", "partition({})", "strip({})",
                                         "removeprefix({})", "__contains__({})", "join(['a', {}, 'b'])", "startswith({})", "rsplit({}, 1)"], 2):
            writer.line(1, f"show(lambda: {ascii(text)}.{method.format(piece)})")
