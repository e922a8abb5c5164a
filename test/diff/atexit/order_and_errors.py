"""Functions at the end of the program: order, arguments, removal, registration from within, failures, what is still there."""
import atexit
import sys


class Journal:
    """Closes itself at the end, in the reverse order of opening."""
    opened = []

    def __init__(self, name):
        self.name = name
        self.lines = []
        Journal.opened.append(name)
        atexit.register(self.close, reason='the end')

    def write(self, line):
        self.lines.append(line)

    def close(self, reason='asked for'):
        print('closing', self.name, 'because of', reason, 'with', len(self.lines), 'lines')
        atexit.unregister(self.close)

    def __eq__(self, other):
        return isinstance(other, Journal) and self.name == other.name

    __hash__ = None


def goodbye(*args, **kwargs):
    print('goodbye', args, kwargs)


@atexit.register
def decorated():
    print('decorated, the first to be registered')


def registers_more():
    print('registering from within')
    atexit.register(goodbye, 'late')


def fails():
    raise ValueError('in a function at the end')


first, second = Journal('first'), Journal('second')
first.write('x')
print(atexit.register(goodbye, 1, 2, three=3) is goodbye, atexit._ncallbacks() >= 4)
atexit.register(goodbye)
atexit.register(registers_more)
print(atexit.unregister(print), atexit.unregister(5))
temporary = lambda: print('never')
for _ in range(3):
    atexit.register(temporary)
print(atexit._ncallbacks(), atexit.unregister(temporary), atexit._ncallbacks())
for label, call in {'int': lambda: atexit.register(5), 'none': lambda: atexit.register(None)}.items():
    try:
        print(label, call())
    except TypeError as error:
        print(label, error)
second.close()
print(atexit._ncallbacks())
atexit.register(sys.stdout.write, 'written at the end\n')
atexit._run_exitfuncs()
print('ran, left:', atexit._ncallbacks())
atexit.register(lambda: print('after all', Journal.opened, sys.argv is not None, len(first.lines)))
atexit.register(fails)
print('end of the program')
