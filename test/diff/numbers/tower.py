# The numeric tower: which types are which numbers, what the abstract classes give, what they ask for, numbers of one's own.
import numbers
from decimal import Decimal
from fractions import Fraction
from numbers import Complex, Integral, Number, Rational, Real

VALUES = [True, 3, 2.5, 1j, Fraction(1, 2), Decimal('1.5'), 'x', None, b'', float('nan'), 10 ** 40]
CLASSES = (Number, Complex, Real, Rational, Integral)
for value in VALUES:
    print(repr(value), [isinstance(value, cls) for cls in CLASSES], [issubclass(type(value), cls) for cls in CLASSES])
for cls in CLASSES:
    print(cls, cls.__mro__, sorted(cls.__abstractmethods__), cls.__slots__, cls.__hash__, cls.__doc__.split('\n')[0])
    try:
        cls()
        print('made')
    except TypeError as error:
        print(error)


class Modular(Integral):
    """Integers modulo 7 with everything that Integral asks for."""
    __slots__ = ('value',)

    def __init__(self, value):
        self.value = int(value) % 7

    def __repr__(self):
        return f'Modular({self.value})'

    def __int__(self):
        return self.value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return int(other) % 7 == self.value if isinstance(other, Integral) else NotImplemented

    def __lt__(self, other):
        return self.value < int(other)

    def __le__(self, other):
        return self.value <= int(other)

    def __pow__(self, exponent, modulus=None):
        return Seven(pow(self.value, int(exponent), modulus or 7))

    def __rpow__(self, base):
        return Seven(pow(int(base), self.value, 7))

    def __round__(self, ndigits=None):
        return self

    def __neg__(self):
        return Seven(-self.value)

    def __pos__(self):
        return self

    def __abs__(self):
        return self

    def __invert__(self):
        return Seven(~self.value)

    def __trunc__(self):
        return self.value

    __floor__ = __ceil__ = __trunc__


def binary(operation):
    def forward(self, other):
        return Seven(operation(self.value, int(other))) if isinstance(other, Integral) else NotImplemented

    def backward(self, other):
        return Seven(operation(int(other), self.value)) if isinstance(other, Integral) else NotImplemented
    return forward, backward


missing = sorted(Modular.__abstractmethods__)
print(missing)
OPERATIONS = {'add': int.__add__, 'mul': int.__mul__, 'floordiv': int.__floordiv__, 'mod': int.__mod__, 'lshift': int.__lshift__, 'rshift': int.__rshift__, 'and': int.__and__, 'xor': int.__xor__, 'or': int.__or__, 'truediv': lambda a, b: a * pow(b, 5, 7)}
namespace = {}
for name, operation in OPERATIONS.items():
    namespace[f'__{name}__'], namespace[f'__r{name}__'] = binary(operation)
Seven = type('Seven', (Modular,), namespace)
print(sorted(Seven.__abstractmethods__))
a, b = Seven(5), Seven(4)
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** b, 2 ** a, 10 + a, 10 - a, a << 1, 1 << a, a & b, a | b, a ^ b, ~a, -a, divmod(a, b), divmod(20, a))
print(a.numerator, a.denominator, a.real, a.imag, a.conjugate(), float(a), complex(a), bool(a), bool(Seven(7)), a.__index__(), [10, 11, 12, 13, 14, 15][a], range(10)[a], hex(a), pow(a, 3, 5), round(a, 2), int(a), sum([a, b, a]), a < b, a >= b, a == 12, a != 5, hash(a) == hash(5), Fraction(a, 3), isinstance(a, Rational), {a: 1}[5])
for call in (lambda: a + 1.5, lambda: a + 'x', lambda: a < 'x', lambda: Seven('q'), lambda: a + Fraction(1, 2), lambda: a @ b, lambda: a & 1.0):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __complex__(self):
        return complex(self.x, self.y)


Complex.register(Vector)
print(isinstance(Vector(1, 2), Complex), issubclass(Vector, Number), isinstance(Vector(1, 2), Real), complex(Vector(1, 2)))


class Half(Real):
    for name in Real.__abstractmethods__:
        locals()[name] = lambda self, *args: 0.5


half = Half()
print(Half.__abstractmethods__, half.real, half.imag, half.conjugate(), complex(half), Complex.__bool__(half), divmod(half, 2), half.__rdivmod__(3), Real.conjugate(half))


def describe(value):
    match value:
        case bool():
            return 'truth'
        case Integral():
            return 'whole'
        case Rational(numerator=n, denominator=d):
            return f'{n} over {d}'
        case Real():
            return 'real'
        case Complex(real=r, imag=i):
            return f'{r} and {i}'
        case Number():
            return 'number'
    return 'something else'


print([describe(value) for value in VALUES], describe(a), numbers.__all__)
