# A log that shortens what it is given: limits by kind of value, records with repr_NAME methods, arguments of calls.
import functools
import reprlib
from collections import deque, namedtuple
from dataclasses import dataclass, field


class Short(reprlib.Repr):
    def __init__(self):
        super().__init__()
        self.maxlist = self.maxtuple = 3
        self.maxdict = 2
        self.maxstring = 20
        self.maxlong = 12
        self.maxother = 25
        self.maxlevel = 3

    def repr_Request(self, request, level):
        if level <= 0:
            return '<request ...>'
        return f'<{request.method} {self.repr1(request.path, level - 1)} {self.repr1(request.headers, level - 1)}>'

    def repr_float(self, number, level):
        return f'{number:.3g}'

    def repr_bool(self, value, level):
        return 'TF'[not value]

    def repr_bytes(self, data, level):
        return f'<{len(data)} bytes {data[:4].hex()}...>' if len(data) > 6 else repr(data)

    def repr_NoneType(self, value, level):
        return '-'


@dataclass
class Request:
    method: str
    path: str
    headers: dict = field(default_factory=dict)


short = Short()
Point = namedtuple('Point', 'x y')


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **named):
        shown = [short.repr(arg) for arg in args] + [f'{name}={short.repr(value)}' for name, value in named.items()]
        try:
            result = function(*args, **named)
        except Exception as error:
            print(f'{function.__name__}({", ".join(shown)}) raised {short.repr(error)}')
            raise
        print(f'{function.__name__}({", ".join(shown)}) -> {short.repr(result)}')
        return result
    return wrapper


@logged
def handle(*args, **named):
    if named.get('fail'):
        raise ValueError('a message that is far too long to be shown in the log ' * 2)
    return args[::-1]


handle(1, 2.0 / 3, True, None, 'x' * 50, 10 ** 40)
handle([1, [2, [3, [4, [5]]]]], (1,), (1, 2, 3, 4), {'c': 1, 'a': [1, 2, 3, 4, 5], 'b': 2})
handle(Request('GET', '/a/path/that/is/long/enough/to/be/cut', {'Host': 'example.org', 'Accept': '*/*', 'X': 'y'}), request=[Request('PUT', '/', {'a': {'b': {'c': 'd'}}})])
handle(deque(range(20)), {5, 1, 3, 2, 4, 9, 8}, frozenset([3, 1]), bytes(range(20)), b'abc', Point(1, Point(2, 'three' * 10)), range(10 ** 9), ..., 3 + 4j, -10 ** 30)
handle("it's", 'quote " and \' both ' * 3, 'ünï' * 12, '\n' * 15, '\x00' * 9, ['s' * 30] * 5)
for bad in (True,):
    try:
        handle({}, fail=bad)
    except ValueError:
        pass
for limit in (0, 1, 2, 3, 4, 5, 9, 13):
    short.maxstring = short.maxlong = short.maxother = limit
    print(limit, short.repr('abcdefghijklmnop'), short.repr(1234567890123456), short.repr(Point(1, 2)), short.repr(object))
short.maxlevel = 1
print(short.repr([[1]]), short.repr({'a': {}}), short.repr([{}]), short.repr((((),),)), short.repr({'a': [1]}), short.repr([]), short.repr([[]]))
plain = reprlib.Repr()
print([(name, value) for name, value in sorted(vars(plain).items())])
for value in ({n: n for n in range(10)}, {(n, 'x'): [n] * 9 for n in range(5, 0, -1)}, {1: 1, 'a': 2, None: 3}, list('abcdefgh'), [[['deep']]] * 8):
    print(plain.repr(value), plain.repr1(value, 2), plain.repr1(value, 1), plain.repr1(value, 0), sep=' | ')


class Broken:
    def __repr__(self):
        raise RuntimeError('no repr')


text = plain.repr([Broken()])
print(text.split(' at ')[0], text.endswith('>]'))


class Meta(type):
    def __repr__(cls):
        return 'a class with a very long representation'


class Made(metaclass=Meta):
    pass


print(plain.repr(Made), reprlib.aRepr.repr('short'), reprlib.repr(range(3)), type(reprlib.aRepr).__name__, reprlib.__all__)
