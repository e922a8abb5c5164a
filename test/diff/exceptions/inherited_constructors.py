"""Every built-in exception has an __init__ of its own, most a __new__: what stands behind it in the order of classes is not
asked."""


class Application(Exception):
    def __init__(self, *args):
        print('Application', args)
        super().__init__(*args)


class Mixin:
    def __init__(self, *args):
        print('Mixin', args)
        super().__init__(*args)


class Made(Exception):
    def __new__(cls, *args):
        print('made', args)
        return super().__new__(cls, *args)


for base in (ValueError, KeyError, LookupError, RuntimeError, NotImplementedError, ZeroDivisionError, UserWarning, StopAsyncIteration, TypeError, IndexError):
    print(base.__name__, '__init__' in vars(base), '__new__' in vars(base))
    for bases in ((base, Application), (Application, base), (base, Mixin), (Mixin, base), (base, Made), (Made, base)):
        cls = type('Both', bases, {})
        print(' ', [b.__name__ for b in bases], repr(cls(1, 'two')))

for base in (OSError, ConnectionError, ImportError, ModuleNotFoundError, SyntaxError, IndentationError, UnicodeDecodeError, NameError, UnboundLocalError, AttributeError, StopIteration, SystemExit):
    print(base.__name__, '__init__' in vars(base))

for wrong in (lambda: LookupError.__new__(int), lambda: Exception.__init__(3), lambda: KeyError.__new__(ValueError), lambda: ValueError.__init__(KeyError('k'), 1), lambda: OverflowError.__new__(Exception)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
