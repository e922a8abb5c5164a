"""traceback.print_exception of groups: nesting, notes, causes, many exceptions, multi-line messages."""

import sys
import traceback


def fail(kind, message):
    raise kind(message)


def caught(kind, message):
    try:
        fail(kind, message)
    except Exception as error:
        return error


def main():
    first = caught(ValueError, "first\nsecond line")
    first.add_note("note one\nnote two lines")
    second = caught(KeyError, "key")
    second.__cause__ = caught(OSError, "root cause")
    inner = ExceptionGroup("inner", [second, TypeError("never raised")])
    inner.add_note("inner note")
    raise ExceptionGroup("outer", [first, inner, ZeroDivisionError("z")])


try:
    main()
except ExceptionGroup as group:
    traceback.print_exc(file=sys.stdout)
    try:
        raise RuntimeError("while handling")
    except RuntimeError:
        traceback.print_exc(file=sys.stdout)
many = ExceptionGroup("many", [ValueError(i) for i in range(20)])
traceback.print_exception(many, file=sys.stdout)
deep = ValueError("leaf")
for level in range(14):
    deep = ExceptionGroup(f"level {level}", [deep])
print("".join(traceback.format_exception(deep)))
print("".join(traceback.format_exception_only(ExceptionGroup("only", [ValueError("v")]))), end="")
