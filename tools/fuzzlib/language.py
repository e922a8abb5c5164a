"""Programs of the language without asyncio: many independent cases, each a function."""

import warnings

from fuzzlib.calls import call_case
from fuzzlib.classes import class_case
from fuzzlib.coroutines import HELPERS, async_generator_case, coroutine_case
from fuzzlib.containers import container_case, slice_case
from fuzzlib.endings import HELPERS as ENDING_HELPERS
from fuzzlib.endings import ending_case
from fuzzlib.expressions import expression_case
from fuzzlib.floats import float_case
from fuzzlib.flow import flow_case, generator_case
from fuzzlib.formatting import format_case, unicode_case
from fuzzlib.idioms import IDIOMS
from fuzzlib.ints import int_case
from fuzzlib.methods import function_case, method_case, operator_case
from fuzzlib.models import model_case
from fuzzlib.patterns import match_case, unpack_case
from fuzzlib.raising import raising_case
from fuzzlib.scopes import arithmetic_case, scope_case
from fuzzlib.writer import Writer

HEADER = '''import abc, bisect, collections, collections.abc, copy, dataclasses, enum, functools, gc, itertools, math, operator, sys, traceback, types, typing, weakref


def text(value):
    """What is the same in every run: no addresses, no order of sets."""
    if isinstance(value, (set, frozenset)) and type(value) in (set, frozenset):
        return type(value).__name__ + str(sorted(map(text, value)))
    if type(value) in (list, tuple):
        return type(value).__name__ + "[" + ", ".join(map(text, value)) + "]"
    if type(value) is dict:
        return "{" + ", ".join(f"{text(k)}: {text(v)}" for k, v in value.items()) + "}"
    if type(value).__repr__ is object.__repr__ or not isinstance(value, PLAIN):
        return f"<{type(value).__name__}>"
    shown = ascii(value)
    return shown if " at 0x" not in shown else f"<{type(value).__name__}>"


def show(function):
    try:
        value = function()
        print(type(value).__name__, text(value))
    except (Exception, GeneratorExit) as error:
        print("!", tell(error))


def tell(error):
    """An exception with its message, its cause and its context."""
    if error is None:
        return None
    told = f"{type(error).__name__}: {error}"
    if "too many data types" in told:
        told = told.partition("{")[0]    # a set of classes
    if isinstance(error, BaseExceptionGroup):
        told += " [" + ", ".join(tell(e) for e in error.exceptions) + "]"
    if error.__cause__ is not None:
        told += f" from ({tell(error.__cause__)})"
    if error.__context__ is not None and error.__context__ is not error.__cause__:
        told += f" after ({tell(error.__context__)})"
    return ascii(told.partition(" at 0x")[0])[1:-1]


def about(alias):
    return repr(alias), repr(getattr(alias, "__args__", None)), repr(getattr(alias, "__parameters__", None))


def opaque(value):
    return BOX[0] if not BOX.insert(0, value) else None


def made(function):
    try:
        return function()
    except Exception as error:
        print("not made", type(error).__name__, error)
        return 3


def use(manager):
    with manager as value:
        print("inside", text(value))
        raise KeyError("inside")


def finish(generator):
    """Closes it, even if it ignores that for some time: what is dropped in such a state is a cycle."""
    for _ in range(40):
        try:
            generator.close()
            return
        except Exception as error:
            print("closing", tell(error))


def match_shared(value):
    match value:
        case int(x) | str(x):
            return "scalar", x
        case [x, *_]:
            return "sequence", x
        case {"a": x}:
            return "mapping", x
        case Point(x):
            return "point", x
        case object(shared=x):
            return "shared", x


def match_any(value):
    match value:
        case Point() | Color():
            return "of the header"
        case {"a": x, **rest}:
            return "mapping", x, rest
        case [x, y] | (x, y, _):
            return "sequence", x, y
        case object(a=x, b=y):
            return "both", x, y
        case object(a=x) | object(c=x):
            return "one", x
        case 7 | "text" | None:
            return "literal"
        case _:
            return "none of them"


def echo(value):
    try:
        got = yield value
        print("echo got", got)
        return got
    except ValueError as error:
        print("echo caught", tell(error))
        yield "after"
        return 9
    finally:
        print("echo ends")


class Fault(Exception):
    pass


class Guard:
    def __init__(self, name, suppress):
        self.name, self.suppress = name, suppress

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__)
        return kind is not None and self.suppress is not None and issubclass(kind, self.suppress)


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Color(enum.Enum):
    RED = 1


class Described:
    def __init__(self, mark):
        self.mark = mark

    def __get__(self, instance, owner):
        return "described", self.mark, instance is None, owner.__name__

    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)


class DataDescribed(Described):
    def __set__(self, instance, value):
        print("set", self.mark, value)

    def __delete__(self, instance):
        print("delete", self.mark)


class Meta(type):
    def __new__(meta, name, bases, namespace, **kwargs):
        print("meta", name, kwargs)
        return super().__new__(meta, name, bases, namespace)

    def __call__(cls, *args):
        print("meta call", args)
        return super().__call__(*args)

    def __getattr__(cls, name):
        return "meta attribute " + name


BOX = []
PLAIN = (int, float, complex, str, bytes, bytearray, bool, type(None), range, slice, collections.deque, dict, list, tuple,
         set, frozenset, type(Ellipsis), type(NotImplemented), enum.Enum)


'''

KINDS = [expression_case] * 5 + [flow_case] * 3 + [generator_case] * 3 + [class_case] * 4 + [call_case] * 3 + [
    coroutine_case, coroutine_case, async_generator_case, async_generator_case, match_case, match_case, unpack_case, format_case, format_case, unicode_case, container_case, container_case, slice_case, scope_case,
    arithmetic_case, arithmetic_case, float_case, float_case, int_case, int_case, raising_case, raising_case, ending_case, ending_case]
MODELS = [model_case] * 15 + IDIOMS
METHODS = [method_case] * 5 + [function_case] * 3 + [operator_case] * 3
MARK = "=== case"


def language_program(rng, cases, kinds):
    """The source of one program with so many cases. Classes of a case must not be there when the next one runs: an abstract
    class asks all below it."""
    writer = Writer(rng)
    lines = []
    for number in range(cases):
        lines += valid_case(writer, f"case{number}", kinds) + [""]
    writer.lines = lines
    writer.line(0, f"for number, case in enumerate([{', '.join(f'case{n}' for n in range(cases))}]):")
    writer.line(1, f"print({MARK!r}, number, flush=True)")
    writer.line(1, "try:")
    writer.line(2, "case()")
    writer.line(1, "except Exception as error:")
    writer.line(2, "print('out', tell(error))")
    if set(kinds) & set(MODELS):
        writer.line(1, "gc.collect()")
    return HEADER + HELPERS + ENDING_HELPERS + "\n\n" + "\n".join(writer.lines) + "\n"


def valid_case(writer, name, kinds):
    """The lines of one case; what has errors of syntax (tools/fuzz looks at those) is made again."""
    while True:
        writer.lines = []
        writer.rng.choice(kinds)(writer, name)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile("\n".join(writer.lines), name, "exec")
            return writer.lines
        except SyntaxError:
            continue


def case_source(program, number):
    """The part of the program that case `number` is."""
    lines = program.splitlines()
    kept = [i for i, line in enumerate(lines) if line.startswith((f"def case{number}(", f"def case{number}_", f"async def case{number}_"))]
    if not kept:
        return ""
    end = kept[-1] + 1
    while end < len(lines) and lines[end].strip():
        end += 1
    return "\n".join(lines[kept[0]:end])


def outputs_by_case(output):
    """What each case printed."""
    parts = output.decode(errors="backslashreplace").split(MARK + " ")
    return {int(part.partition("\n")[0]): part.partition("\n")[2] for part in parts[1:]}
