"""add_note, __notes__ of odd kinds, exceptions whose str or repr fail, subclasses with qualified names."""

import sys
import traceback


def show(error):
    traceback.print_exception(error, file=sys.stdout)
    print("---")


e = ValueError("message")
e.add_note("first note")
e.add_note("second\nnote")
e.add_note("")
show(e)
print(e.__notes__)
e.__notes__ = "not a list"
show(e)
e.__notes__ = [1, None, "text"]
show(e)
e.__notes__ = 5
show(e)


class BadStr(Exception):
    def __str__(self):
        raise RuntimeError("no str")


class BadRepr(Exception):
    def __repr__(self):
        raise RuntimeError("no repr")


class NonStr(Exception):
    def __str__(self):
        return 5


class Empty(Exception):
    def __str__(self):
        return ""


class Multi(Exception):
    def __str__(self):
        return "line one\nline two\n"


class Outer:
    class Inner(Exception):
        pass

    def make():
        class Local(Exception):
            pass
        return Local


for kind in (BadStr, BadRepr, NonStr, Empty, Multi, Outer.Inner, Outer.make()):
    show(kind("argument"))
show(KeyError("a\nb"))
show(Exception())
show(Exception("", ""))
show(SystemExit(3))
show(ImportError("spam"))
print(traceback.format_exception_only(TypeError, TypeError("two arguments")), traceback.format_exception_only(SyntaxError("bad", ("f.py", 2, 5, "  x = = 1\n", 2, 6))))
for bad in (5, None):
    try:
        ValueError().add_note(bad)
    except TypeError as error:
        print(error)
