"""atexit: functions registered while others run, bound methods, partials, the same twice, unregister by equality, SystemExit and output at the end."""
import atexit
import functools
import sys


class Journal:
    def __init__(self, name):
        self.name = name
        self.lines = []
        atexit.register(self.close, reason='end')

    def write(self, line):
        self.lines.append(line)

    def close(self, reason='asked'):
        print('close', self.name, reason, self.lines)

    def __del__(self):
        print('deleted', self.name)


class Same:
    """Callables that are all equal: unregister takes every one."""

    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Same)

    __hash__ = None

    def __call__(self):
        print('same', self.name)


class Failing:
    def __eq__(self, other):
        raise ValueError('not comparable')

    def __call__(self):
        print('failing was called')


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


def late(depth):
    print('late', depth)
    if depth:
        atexit.register(late, depth - 1)


@atexit.register
def decorated():
    print('decorated is still a function:', decorated.__name__, bool(sys.modules))


@functools.partial(atexit.register, 'unused') if False else atexit.register
def second():
    print('second')
    sys.stderr.write('to stderr\n')


journal = Journal('main')
journal.write('one')
atexit.register(print, 'printed', 'twice', sep='-')
atexit.register(print, 'printed', 'twice', sep='-')
atexit.register(functools.partial(print, 'partial'), 'more')
atexit.register(late, 2)
for name in 'xyz':
    atexit.register(Same(name))
print(atexit._ncallbacks())
atexit.unregister(Same('other'))
print(atexit._ncallbacks())
gone = atexit.register(lambda: print('never'))
atexit.unregister(gone)
atexit.unregister(gone)
atexit.unregister(None)
atexit.unregister(5)
print(atexit._ncallbacks(), gone.__name__)
attempt(atexit.register)
attempt(atexit.register, 5)
attempt(atexit.register, None, 1)
attempt(atexit.unregister)
attempt(atexit.register, func=print)
failing = Failing()
atexit.register(failing)
attempt(atexit.unregister, Same('q'))
attempt(atexit.unregister, print)
print(atexit._ncallbacks())


@atexit.register
def leaving():
    print('leaving')
    try:
        raise KeyError('inside')
    except KeyError as error:
        print('caught', error)


@atexit.register
def changes():
    atexit.unregister(leaving)
    atexit.unregister(failing)
    atexit.register(print, 'registered by changes')


def numbers():
    try:
        yield 1
    finally:
        print('generator closed')


stream = numbers()
print(next(stream))
del stream
print('end of main')
sys.exit(3)
