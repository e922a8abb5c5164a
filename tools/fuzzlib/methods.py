"""Methods and functions of the built-in types and of a few modules, called with random arguments: the
right ones by chance, wrong ones more often. What matters is which error it is, and in which words."""

import itertools
import math
import operator
import re

from fuzzlib.literals import LITERALS, SCALARS, any_literal

RECEIVERS = ["int", "float", "str", "bytes", "bool", "complex", "list", "words", "tuple", "dict", "set", "range"]

# Answers that are addresses, sizes, seeded hashes or orders of sets, or that are no business of programs.
LEFT_OUT = re.compile(r"__(hash|sizeof|reduce|reduce_ex|dir|doc|init_subclass|subclasshook|getstate|class|new|init|"
                      r"class_getitem|getnewargs|setattr|delattr|getattribute|format|buffer|release_buffer|alloc)__$|popitem$|pop$")

FUNCTIONS = """abs all any ascii bin bool bytearray bytes callable chr complex dict divmod enumerate filter float format
frozenset getattr hasattr hex int isinstance issubclass iter len list map max min next oct ord pow range repr reversed
round set slice sorted str sum tuple zip type.mro object str.maketrans bytes.fromhex float.fromhex int.from_bytes dict.fromkeys
functools.partial functools.reduce functools.cmp_to_key collections.deque collections.Counter collections.OrderedDict
collections.defaultdict collections.ChainMap collections.namedtuple bisect.bisect bisect.insort""".split()
MODULES = {"math": math, "operator": operator, "itertools": itertools}
# They could run for very long, or go on for ever.
ENDLESS = {"factorial", "comb", "perm", "count", "cycle", "repeat", "product", "lshift", "ilshift", "pow", "ipow", "mul", "imul",
           "permutations", "combinations", "combinations_with_replacement", "attrgetter", "methodcaller", "length_hint", "nextafter", "ulp"}
KEYWORDS = ["key", "default", "sep", "maxsplit", "keepends", "signed", "reverse", "start", "strict", "base", "encoding", "errors",
            "tabsize", "fillchar", "real", "imag", "byteorder", "length", "x", "index", "end", "ndigits", "mod", "exp", "maxlen"]


def small_number(writer):
    return str(writer.number(-3, 6))


def argument(writer):
    """No big numbers: they may be lengths."""
    form = writer.number(0, 9)
    if form <= 3:
        return small_number(writer)
    if form == 4:
        return writer.pick(["None", "len", "str", "int", "lambda x: x", "slice(1, None)", "iter([1, 2])", "...", "Point(1, 2)", "Color.RED"])
    if form <= 6:
        return LITERALS[writer.pick(["str", "bytes", "words"])](writer)
    kind = writer.pick(["float", "bool", "tuple", "dict", "set", "complex", "none", "range"])
    text = LITERALS[kind](writer)
    return text if "308" not in text else "1.5"


def arguments(writer):
    parts = [argument(writer) for _ in range(writer.pick([0, 1, 1, 1, 2, 2, 3, 4]))]
    if writer.chance(12):
        parts.append(f"{writer.pick(KEYWORDS)}={argument(writer)}")
    if writer.chance(5):
        parts.append(f"*({argument(writer)},)")
    if writer.chance(4):
        parts.append(f"**{{{writer.pick(KEYWORDS)!r}: {argument(writer)}}}")
    return ", ".join(parts)


def receiver(writer):
    kind = writer.pick(RECEIVERS)
    text = small_number(writer) if kind == "int" else LITERALS[kind](writer)
    if kind == "bytes" and writer.chance(40):
        return f"bytearray({text})"
    if kind == "bytes" and writer.chance(20):
        return f"memoryview({text})"
    if kind == "set" and writer.chance(30):
        return f"frozenset({text})"
    if kind in ("list", "words") and writer.chance(15):
        return f"collections.deque({text})"
    if kind == "dict" and writer.chance(30):
        return f"collections.{writer.pick(['OrderedDict', 'Counter', 'ChainMap'])}({text})"
    return f"({text})"


NAMESPACE = {"memoryview": memoryview}
exec("import collections", NAMESPACE)


def method_case(writer, name):
    """Methods of one object, which is shown after each."""
    text = receiver(writer).replace(", 0))", ", 1))")    # no range without a step
    names = [n for n in dir(type(eval(text, NAMESPACE))) if not LEFT_OUT.search(n)]
    writer.line(0, f"def {name}():")
    writer.line(1, f"v = {text}")
    for _ in range(writer.number(2, 5)):
        method = writer.pick(names)
        if method in ("__pow__", "__rpow__", "__lshift__", "__rlshift__"):
            continue
        writer.line(1, f"show(lambda: v.{method}({arguments(writer)}))")
        if writer.chance(10):
            writer.line(1, f"show(lambda: type(v).{method}({arguments(writer)}))")
    writer.line(1, "show(lambda: v)")


def function_case(writer, name):
    """Built-in functions, and those of math, operator and itertools."""
    writer.line(0, f"def {name}():")
    for _ in range(writer.number(2, 5)):
        function = writer.pick(FUNCTIONS)
        if writer.chance(40):
            module, names = writer.pick(list(MODULES.items()))
            function = module + "." + writer.pick([n for n in dir(names) if not n.startswith("_") and n not in ENDLESS])
        call = f"{function}({arguments(writer)})"
        writer.line(1, f"show(lambda: {call})")
        if writer.chance(30):
            writer.line(1, f"show(lambda: list(itertools.islice({call}, 9)))")


def operator_case(writer, name):
    """Operators, subscripts and statements on objects of any two types."""
    writer.line(0, f"def {name}():")
    for _ in range(writer.number(2, 5)):
        left, right = receiver(writer), receiver(writer) if writer.chance(70) else argument(writer)
        form = writer.number(0, 5)
        if form <= 1:
            sign = writer.pick(["+", "-", "/", "//", "%", "&", "|", "^", "<", "<=", "==", "in", "not in", "is", "@", "and", "!="])
            writer.line(1, f"show(lambda: {left} {sign} {right})")
        elif form == 2:
            writer.line(1, f"show(lambda: {left}[{argument(writer)}])")
        elif form == 3:
            writer.line(1, f"show(lambda: {writer.pick(['-', '+', '~', 'not ', '*[], *'])}{left},)")
        else:
            target = writer.pick(["v[{a}]", "v[{a}:{b}]", "v[::{a}]", "v.attribute", "v[{a}:{b}:{c}]", "v, w", "v, *w", "(v, w), *x"])
            target = target.format(a=argument(writer), b=small_number(writer), c=small_number(writer))
            statement = f"{target} = {right}"
            if "," not in target.replace(")", "") and writer.chance(50):
                statement = writer.pick([f"del {target}", f"{target} {writer.pick(['+=', '-=', '|=', '&=', '//='])} {right}"])
            writer.line(1, f"v, w, x = {left}, 1, 2")
            writer.line(1, "try:")
            writer.line(2, statement)
            writer.line(1, "except Exception as error:")
            writer.line(2, "print('failed', tell(error))")
            writer.line(1, "show(lambda: (v, w, x))")
