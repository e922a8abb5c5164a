# Functions that treat numbers by kind: singledispatch over the abstract classes, formatting, parsing of literals, checks of arguments.
import numbers
from decimal import Decimal
from fractions import Fraction
from functools import singledispatch, singledispatchmethod


@singledispatch
def show(value):
    return f'object {value!r}'


@show.register
def _(value: numbers.Number):
    return f'number {value}'


@show.register
def _(value: numbers.Complex):
    return f'complex {value.real:g}{value.imag:+g}i'


@show.register
def _(value: numbers.Real):
    return f'real {float(value):.4g}'


@show.register(numbers.Rational)
def _(value):
    return f'ratio {value.numerator}:{value.denominator}'


@show.register(numbers.Integral)
def _(value):
    return f'whole {int(value):,}'


@show.register(bool)
@show.register(type(None))
def _(value):
    return f'flag {value}'


class Celsius(float):
    pass


class Code(int):
    def __str__(self):
        return 'code'


VALUES = [True, None, 12345678, Code(5), 2.5, Celsius(36.6), 3 - 4j, Fraction(-3, 9), Decimal('2.50'), 'text', [1], 10 ** 30, float('inf'), range(3)]
for value in VALUES:
    print(show(value), show.dispatch(type(value)).__name__, end='; ')
print()
print(sorted(cls.__name__ for cls in show.registry), show.dispatch(Celsius) is show.registry[numbers.Real], show.dispatch(Decimal) is show.registry[numbers.Number])
numbers.Real.register(Decimal)
show._clear_cache()
print(show(Decimal('2.50')), isinstance(Decimal(1), numbers.Real), issubclass(Decimal, numbers.Rational))


class Writer:
    def __init__(self):
        self.parts = []

    @singledispatchmethod
    def write(self, value):
        raise TypeError(f'no way to write {type(value).__name__}')

    @write.register(numbers.Integral)
    def _(self, value):
        size = max(1, (int(value).bit_length() + 8) // 8)
        self.parts.append(b'i%d:' % size + int(value).to_bytes(size, 'big', signed=True))

    @write.register
    def _(self, value: numbers.Real):
        self.parts.append(b'f' + float(value).hex().encode())

    @write.register(str)
    def _(self, value):
        self.parts.append(b's%d:' % len(value) + value.encode())

    @write.register(list)
    @write.register(tuple)
    def _(self, value):
        self.parts.append(b'[')
        for item in value:
            self.write(item)
        self.parts.append(b']')


writer = Writer()
writer.write([0, -1, 127, 128, -129, 10 ** 20, 1.5, -0.0, Fraction(1, 3), True, ('é', ['x', []])])
print(b''.join(writer.parts))
for bad in ({}, None, 1j, b'x'):
    try:
        writer.write([bad])
    except TypeError as error:
        print(error)


def literal(text):
    for kind in (int, Fraction, float, complex):
        try:
            value = kind(text.replace('i', 'j')) if kind is complex else kind(text, 0) if kind is int else kind(text)
        except (ValueError, ZeroDivisionError, TypeError):
            continue
        if isinstance(value, numbers.Rational) and value.denominator == 1:
            return int(value)
        return value
    raise ValueError(f'{text!r} is no number')


for text in ('42', '0x2A', '0b101', '-7', '1_000', '3/4', '6/3', '2.5', '1e3', '1e-3', 'nan', 'inf', '1+2i', '2i', '1/0', 'x', '', ' 5 ', '08', '0o17', '1.0', '-0.0', '1e400'):
    try:
        value = literal(text)
        print(repr(text), type(value).__name__, str(value)[:30], end='; ')
    except ValueError as error:
        print(error, end='; ')
print()


def check(value, kind, low=None, high=None):
    name = kind.__name__.lower()
    if isinstance(value, bool) or not isinstance(value, kind):
        raise TypeError(f'{name} expected, not {type(value).__qualname__}')
    if low is not None and value < low or high is not None and value > high:
        raise ValueError(f'{value} is not in [{low}, {high}]')
    return value


for args in ((5, numbers.Integral, 0, 10), (True, numbers.Integral), (2.5, numbers.Integral), (Fraction(5, 2), numbers.Rational, 2.4), (1j, numbers.Real), (1j, numbers.Complex), (11, numbers.Real, 0, 10), (float('nan'), numbers.Real, 0), (Code(3), numbers.Integral, None, 2)):
    try:
        print(check(*args), end='; ')
    except (TypeError, ValueError) as error:
        print(f'{type(error).__name__}: {error}', end='; ')
print()
