# What functions at the end raise is not raised on: sys.unraisablehook tells it, also of exits and interrupts.
import atexit
import sys


class Quiet(Exception):
    pass


class Named:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<function at the end {self.name}>"

    def __call__(self, kind, *args, **kwargs):
        raise kind(*args, **kwargs)




def hook(unraisable):
    print("hook:", unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, unraisable.object, unraisable.exc_traceback.tb_lineno, type(unraisable).__name__)


def change_hook():
    sys.unraisablehook = hook


atexit.register(Named("six"), KeyError, "told by the hook")
atexit.register(change_hook)
atexit.register(Named("five"), KeyboardInterrupt)
atexit.register(Named("four"), SystemExit, 3)
atexit.register(Named("three"), Quiet)
atexit.register(Named("two"), ImportError, "no module", name="x")
atexit.register(Named("one"), ValueError, "bad", 1)
print("end of the program")
