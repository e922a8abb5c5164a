"""How long small pieces of code take. Statements that are texts need the evaluator (_dynamic.py), which programs
have that write such texts where they are timed, or that are compiled with --dynamic."""
import gc
import itertools
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


_FILE = '<timeit-src>'
# What times a statement, if one of the two is a text.
_TEMPLATE = """
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def _nothing():
    pass


def _check(statement, what):
    """The statement, or what does nothing if it is a text that says so."""
    if callable(statement):
        return statement
    if not isinstance(statement, str):
        raise ValueError('%s is neither a string nor callable' % what)
    return _nothing if statement.strip() in ('', 'pass') else statement


def _timing_functions(setup, statement):
    """A function as _TEMPLATE makes, of two functions."""
    def inner(times, timer):
        setup()
        start = timer()
        for _ in times:
            statement()
        return timer() - start
    return inner


def _part(value, name, depth, variables):
    """The text that stands for a part of the template; a function becomes a variable."""
    if isinstance(value, str):
        return value.replace('\n', '\n' + ' ' * depth), ''
    variables[name] = value
    return name + '()', ', %s=%s' % (name, name)


def _timing_texts(setup, statement, global_names):
    """The same of a text and another text or a function."""
    variables = {}
    first = setup + '\n' if isinstance(setup, str) else ''
    if first:
        compile(setup, _FILE, 'exec')
    if isinstance(statement, str):
        compile(first + statement, _FILE, 'exec')
    setup_text, setup_init = _part(setup, '_setup', 4, variables)
    text, init = _part(statement, '_stmt', 8, variables)
    source = _TEMPLATE.format(stmt=text, setup=setup_text, init=setup_init + init)
    exec(compile(source, _FILE, 'exec'), global_names, variables)
    return variables['inner']


def _timing(setup, statement, global_names):
    if callable(setup) and callable(statement):
        return _timing_functions(setup, statement)
    try:
        return _timing_texts(setup, statement, globals() if global_names is None else global_names)
    except NotImplementedError:
        raise RuntimeError('timeit needs functions, not source text, in a program compiled without --dynamic') from None


class Timer:
    """A statement with its preparation, to be timed."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        setup, stmt = _check(setup, 'setup'), _check(stmt, 'stmt')
        self.inner = _timing(setup, stmt, globals)

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)  # CPython: 162

    def timeit(self, number=default_number):
        collecting = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
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
