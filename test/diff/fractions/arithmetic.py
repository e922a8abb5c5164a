# fractions: parsing, arithmetic with other numbers, formats, limits, rounding, comparison, errors.
import decimal
import fractions
import math
import numbers
from fractions import Fraction as F

for text in ('3/4', ' -7/3 ', '+1.5', '1e-2', '.5e3', '5.', '1_000/3_0', '3 / 4', '1/0', '', 'x', '1/-2', '0x1', '1.5/2', 'nan', 'inf', '٣/4', '1__0'):
    try:
        print(repr(text), repr(F(text)))
    except (ValueError, ZeroDivisionError) as error:
        print(repr(text), type(error).__name__, error)
for args in ((1, 2), (-4, -6), (6, -4), (F(1, 2), 3), (0.75,), (decimal.Decimal('1.25'),), (True,), (), (3, F(3, 2)), (10 ** 30, 10 ** 28), (0, 5)):
    print(args, F(*args))
for args in ((1, 0), (1.5, 2), ('1', 2), (None,), (1j,), (float('nan'),), (float('inf'),), (decimal.Decimal('NaN'),), ([],), (1, 2, 3), (1, None, 2)):
    try:
        print(F(*args))
    except Exception as error:
        print(args, type(error).__name__, error)
a, b = F(3, 4), F(-5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, b ** 3, a ** F(1, 2), 2 ** a, F(2) ** F(-2), a ** 0.5, (-a) ** F(1, 2), abs(b), -a, +a)
print(a + 1, 1 - a, a * 2.0, 1.5 / a, a + 1j, 3 // a, 3 % a, 2.5 // a, 0.5 ** a, a == 0.75, a == F(6, 8), a < 1, a >= 0.7, a != decimal.Decimal('0.75'), F(1, 3) == 1 / 3)
print(int(b), math.trunc(b), math.floor(b), math.ceil(b), round(F(5, 2)), round(F(7, 2)), round(F(12345, 1000), 2), round(F(12345), -2), float(a), bool(F(0)), complex(a), hash(F(4)) == hash(4), hash(a) == hash(0.75), hash(F(1, 3)))
print(F(math.pi).limit_denominator(100), F('3.1415926').limit_denominator(10), F(1, 3).limit_denominator(1), F(math.e).limit_denominator(), a.as_integer_ratio(), a.numerator, a.denominator, a.real, a.imag, a.conjugate(), F.from_float(0.125), F.from_decimal(decimal.Decimal('0.1')), F.from_float(3))
print(str(a), repr(a), str(F(5)), f'{a}', sorted([F(1, 2), 0.3, 1, F(-1)]), sum([F(1, n) for n in range(1, 8)]), max(F(1, 2), 0.6), math.gcd(4, 6))
for call in (lambda: a / 0, lambda: a // F(0), lambda: a % 0, lambda: F(0) ** -1, lambda: a + 'x', lambda: a < 'x', lambda: a < 1j, lambda: a.limit_denominator(0), lambda: F.from_float('x'), lambda: F.from_decimal(1.5), lambda: format(a, '.2f'), lambda: a + decimal.Decimal(1),
             lambda: F(1, 2).numerator.__class__ and setattr(a, 'numerator', 5), lambda: int(F(1, 2) ** 1j) if False else a ** 'x', lambda: divmod(a, 'x')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(isinstance(a, numbers.Rational), isinstance(a, numbers.Real), issubclass(F, numbers.Integral), F.__slots__, fractions.__all__)


class Sub(F):
    def __repr__(self):
        return f'Sub({self.numerator}, {self.denominator})'


print(Sub(1, 2) + 1, type(Sub(1, 2) + 1).__name__, repr(Sub(2, 4)), Sub(F(1, 3)), Sub('1/2') == a - F(1, 4))
