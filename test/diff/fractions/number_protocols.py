# Fraction among other numbers: subclasses, Rationals of one's own, reflected operators, powers, rounding, hashes, copies, pickles.
import copy
import math
import numbers
import operator
import pickle
from decimal import Decimal
from fractions import Fraction as F


class Ratio(numbers.Rational):
    """The least that numbers.Rational asks for."""

    def __init__(self, top, bottom=1):
        self.top, self.bottom = top, bottom

    numerator = property(lambda self: self.top)
    denominator = property(lambda self: self.bottom)

    def __repr__(self):
        return f'Ratio({self.top}, {self.bottom})'

    def __add__(self, other):
        return Ratio(self.top + int(other) * self.bottom, self.bottom) if isinstance(other, int) else NotImplemented

    __radd__ = __add__

    def __eq__(self, other):
        return F(self.top, self.bottom) == other

    def missing(self, *args):
        return NotImplemented

    for name in 'abs ceil floor floordiv le lt mod mul neg pos pow rfloordiv rmod rmul round rpow rtruediv truediv trunc'.split():
        locals()[f'__{name}__'] = missing
    __hash__ = None


ratio = Ratio(3, 6)
print(ratio, ratio + 1, 1 + ratio, float(ratio), F(ratio), F(ratio, 2), F(1, 2) == ratio, ratio == F(1, 2), complex(ratio), ratio.real, ratio.imag, ratio.conjugate())
for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'lt', 'ge', 'eq', 'ne'):
    function = getattr(operator, name)
    results = []
    for left, right in ((F(3, 4), ratio), (ratio, F(3, 4)), (F(3, 4), True), (2, F(1, 3)), (F(1, 3), 2.5), (2.5, F(1, 3)), (F(1, 2), 1j), (F(5, 2), Decimal(1)), (F(1, 2), None), ('a', F(1, 2)), (F(0), F(0)), (F(-1, 8), F(1, 3)), (F(2), F(3)), (0, F(-1, 2)), (F(1, 2), float('inf')), (F(1, 2), float('nan')), (F(4), 10 ** 30 // 10 ** 29)):
        try:
            results.append(str(function(left, right)))
        except Exception as error:
            results.append(f'{type(error).__name__}: {error}')
    print(name, results)


class Share(F):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        return self

    def __str__(self):
        return f'{float(self):.1%}'


share = Share(1, 3)
print(share, repr(share), type(share + share).__name__, type(-share).__name__, type(share.limit_denominator(2)).__name__, Share('0.25'), share.__reduce__(), pickle.loads(pickle.dumps(F(-7, 9))), copy.copy(F(1, 2)) is F(1, 2), type(copy.deepcopy(share)).__name__, copy.copy(share))
half = F(1, 2)
print(copy.copy(half) is half, copy.deepcopy(half) is half, half is F(half), +half is half, abs(half) == half)
for number in (F(1, 3), F(-5, 2), F(7, 2), F(10 ** 20, 3), F(0), F(4)):
    print(number, round(number), [str(round(number, n)) for n in (-2, -1, 0, 1, 3)], math.trunc(number), math.floor(number), math.ceil(number), int(number), bool(number), float(number), number.as_integer_ratio(), hash(number) == hash(float(number)), hash(number))
for a in (F(2, 3), F(-2, 3), F(0), F(9)):
    for b in (0, 3, -3, F(1, 2), F(4, 2), 0.5, 1j):
        try:
            print(f'{a}**{b}', a ** b, end='; ')
        except Exception as error:
            print(f'{a}**{b}', type(error).__name__, error, end='; ')
    print()
p = 2 ** 61 - 1
print(hash(F(1, p)), hash(F(p, 7)), hash(F(-1, p)), hash(F(-1)) == hash(-1), {F(1, 2): 'x'}[0.5], {1: 'one'}[F(3, 3)], F(1, 3) in {1 / 3}, sorted([F(1, 3), 0.33, F(1, 4), 1]))
for text in ('1/3', '-1/3', '+5', '1.5e3', '1E-3', '  2/4\n', '1 / 2', '1/ 2', '.5', '5.', '-.5e1', '1_0/2_0', '1_0.0_1', '1__0', '_1', '1_', '1e1_0', '1/0', '0/5', '1/-2', '--1', '1.2/3', '1/3.0', 'inf', '½', '１/２', '1e400', '', '/2', '1e', '0x1p3'):
    try:
        value = F(text)
        print(repr(text), value if value.numerator < 10 ** 30 else 'big', end='; ')
    except Exception as error:
        print(repr(text), type(error).__name__, error, end='; ')
print()
for args in ((2.5, 1), ('1/2', '1/3'), (1, None), (Decimal('1.5'), 2), (F(1, 2), F(3, 4)), (True, False), (None, 1), (ratio, ratio), (b'1/2',), (1, 2, 3), (10 ** 400,), (1e308,), (float('-inf'),)):
    try:
        print(args if len(repr(args)) < 50 else 'long', str(F(*args))[:40], end='; ')
    except Exception as error:
        print(args if len(repr(args)) < 50 else 'long', type(error).__name__, error, end='; ')
print()
