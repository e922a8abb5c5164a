"""The module traceback: limits, summaries of frames and stacks, exceptions taken down for later."""
import io
import sys
import traceback
from traceback import FrameSummary, StackSummary, TracebackException


def outer(depth):
    return inner(depth) + 1


def inner(depth):
    if depth:
        return outer(depth - 1)
    return [1, 2, 3][depth + 10] * 2


def caught(function, *args):
    try:
        function(*args)
    except BaseException as error:
        return error


def show(title, lines):
    print("--", title)
    print("".join(lines), end="")


error = caught(outer, 2)
for limit in (None, 0, 1, 3, -1, -2, 100):
    show(f"limit {limit}", traceback.format_exception(error, limit=limit))
show("format_tb", traceback.format_tb(error.__traceback__, 2))
show("only", traceback.format_exception_only(error))
show("old style", traceback.format_exception(type(error), error, error.__traceback__))
show("other traceback", traceback.format_exception(type(error), error, error.__traceback__.tb_next.tb_next))
show("no traceback", traceback.format_exception(type(error), error, None))
show("nothing", traceback.format_exception(None))
show("only nothing", traceback.format_exception_only(None))
for bad in ((5,), (error, error)):
    print(repr(caught(traceback.format_exception, *bad)))

# frames
stack = traceback.extract_tb(error.__traceback__)
print(type(stack).__name__, len(stack), isinstance(stack, list))
frame = stack[-1]
print(frame.name, frame.lineno, frame.end_lineno, frame.colno, frame.end_colno, repr(frame.line), frame.locals)
name, *rest = frame[2:], len(frame), frame == stack[-1], frame == stack[0], frame == tuple(frame), frame != 5
print(name, rest)
print(str(frame).partition(", line")[2], list(frame)[1:])
made = FrameSummary("file.py", 7, "work", lookup_line=False, locals={"b": [1], "a": "x"}, line="   x = y + z  ")
print(made, made.line, made.locals)
marked = FrameSummary("file.py", 7, "work", line="    value = left + right\n", colno=12, end_colno=24, end_lineno=7)
show("made", StackSummary.from_list([made, ("g.py", 3, "g", None), ("h.py", 4, "h", "call(h)"), marked]).format())
show("list", traceback.format_list([("f.py", 1, "f", "pass")] * 5 + [("f.py", 2, "f", "")] * 4))
show("extract", StackSummary.extract(traceback.walk_tb(error.__traceback__), limit=1).format())
print([lineno for _, lineno in traceback.walk_tb(error.__traceback__)] == [f.lineno for f in stack])
print(FrameSummary("none.py", 3, "f").line, FrameSummary("none.py", None, "f").line)


class Short(StackSummary):
    def format_frame_summary(self, frame_summary):
        return None if frame_summary.name == "inner" else f"{frame_summary.name}:{frame_summary.lineno}\n"


show("own format", Short.from_list(stack).format())

# deep recursion
sys.setrecursionlimit(200)
deep = caught(lambda: (lambda f: f(f, 30))(lambda f, n: f(f, n - 1) if n else 1 / 0))
show("repeated", traceback.format_exception(deep))
show("repeated with limit", traceback.format_exception(deep, limit=-6))


# printing
def print_to_text(function, *args, **kwargs):
    out = io.StringIO()
    function(*args, file=out, **kwargs)
    return out.getvalue()


show("print_exception", print_to_text(traceback.print_exception, error, limit=1))
show("print_tb", print_to_text(traceback.print_tb, error.__traceback__, limit=-1))
show("print_list", print_to_text(traceback.print_list, stack[:1]))
try:
    outer(0)
except IndexError:
    show("format_exc", traceback.format_exc(limit=1))
    show("print_exc", print_to_text(traceback.print_exc, chain=False))
show("format_exc outside", traceback.format_exc())
print(repr(caught(traceback.print_last)))
sys.tracebacklimit = 1
show("tracebacklimit", traceback.format_exception(error))
del sys.tracebacklimit


# chains, groups
def chained():
    try:
        outer(0)
    except IndexError as first:
        try:
            raise KeyError("second") from first
        except KeyError:
            raise ValueError("third")


def grouped():
    try:
        chained()
    except ValueError as origin:
        noted = TypeError("noted")
        noted.add_note("first note\nof two lines")
        inside = ExceptionGroup("inside", [noted, caught(outer, 0)])
        raise ExceptionGroup("outside", [origin, inside, *(OSError(i) for i in range(4))])


for function in (chained, grouped):
    taken = TracebackException.from_exception(caught(function), limit=2)
    show(function.__name__, taken.format())
    show(function.__name__ + " alone", taken.format(chain=False))
    print(taken, taken.exc_type.__name__, len(taken.stack), taken.__suppress_context__, taken.__notes__)
    print(taken.__cause__, taken.__context__, taken.exceptions and [str(e) for e in taken.exceptions])
show("narrow", TracebackException.from_exception(caught(grouped), max_group_width=2).format(chain=False))
show("shallow", TracebackException.from_exception(caught(grouped), max_group_depth=1).format(chain=False))
compact = TracebackException.from_exception(caught(chained), compact=True)
print(compact.__context__ is not None, compact.__context__.__context__ is None)
first, second = (TracebackException.from_exception(error) for _ in range(2))
print(first == second, first == compact, first == 5, first != compact)
show("print", print_to_text(first.print))


class Unprintable(Exception):
    def __str__(self):
        raise ValueError("no text")


show("unprintable", TracebackException.from_exception(Unprintable()).format())
syntax = TracebackException.from_exception(SyntaxError("bad", ("f.py", 3, 5, "a = = b\n", 3, 6)))
print(syntax.filename, syntax.lineno, syntax.offset, repr(syntax.text), syntax.msg, syntax.end_lineno, syntax.end_offset)
show("syntax", syntax.format_exception_only())
