# sys.unraisablehook that raises, and exceptions of the collector's callbacks: what is told of them.
import gc
import io
import re
import sys


class Dropped:
    def __del__(self):
        raise KeyError('dropped')


def failing(unraisable):
    raise LookupError('in the hook: %r' % unraisable.exc_value)


def told(action):
    """What the action makes the runtime write, without addresses."""
    sys.stderr, before = io.StringIO(), sys.stderr
    try:
        action()
        text = sys.stderr.getvalue()
    finally:
        sys.stderr = before
    return re.sub(r'0x[0-9a-f]+', '0x...', text)


print(told(Dropped))
sys.unraisablehook = failing
print(told(Dropped))
sys.unraisablehook = lambda unraisable: print(unraisable.exc_type.__name__, unraisable.err_msg, unraisable.object.__name__)
Dropped()


def watching(phase, info):
    1 / 0


gc.callbacks.append(watching)
gc.collect()
sys.unraisablehook = sys.__unraisablehook__
text = told(gc.collect)
gc.callbacks.clear()
print(text)
