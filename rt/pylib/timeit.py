"""How long small pieces of code take. Statements are functions here: a compiled program has no compiler, so
that text can be timed only where it is empty or `pass`."""
import gc
import itertools
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _nothing():
    pass


def _as_function(statement, what):
    if callable(statement):
        return statement
    if not isinstance(statement, str):
        raise ValueError('%s is neither a string nor callable' % what)
    if statement.strip() in ('', 'pass'):
        return _nothing
    raise RuntimeError('timeit needs functions, not source text, in a compiled program')


class Timer:
    """A statement with its preparation, to be timed."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self._setup = _as_function(setup, 'setup')
        self._statement = _as_function(stmt, 'stmt')

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)  # CPython: 162

    def _run(self, times):
        statement, timer = self._statement, self.timer
        self._setup()
        start = timer()
        for _ in times:
            statement()
        return timer() - start

    def timeit(self, number=default_number):
        collecting = gc.isenabled()
        gc.disable()
        try:
            return self._run(itertools.repeat(None, number))
        finally:
            if collecting:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """The number of runs, of 1, 2, 5, 10, 20, ..., that takes at least 0.2 seconds, and the time."""
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)  # CPython: 234


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number,
           globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)  # CPython: 239
