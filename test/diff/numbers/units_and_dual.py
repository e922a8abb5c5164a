# Numbers of a program's own below the abstract classes: quantities with units, dual numbers for derivatives, and what mixes with what.
import math
import numbers
from decimal import Decimal
from fractions import Fraction


class Quantity(numbers.Number):
    def __init__(self, amount, **units):
        if not isinstance(amount, numbers.Real):
            raise TypeError(f'{amount!r} is no real number')
        self.amount, self.units = amount, {unit: power for unit, power in sorted(units.items()) if power}

    def __repr__(self):
        return f'{self.amount} ' + ' '.join(unit if power == 1 else f'{unit}^{power}' for unit, power in self.units.items())

    def like(self, amount):
        return Quantity(amount, **self.units)

    def __add__(self, other):
        if not isinstance(other, Quantity):
            return NotImplemented
        if other.units != self.units:
            raise ValueError(f'{self} and {other} do not add')
        return self.like(self.amount + other.amount)

    def __neg__(self):
        return self.like(-self.amount)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        if isinstance(other, numbers.Real):
            return self.like(self.amount * other)
        if isinstance(other, Quantity):
            return Quantity(self.amount * other.amount, **{unit: self.units.get(unit, 0) + other.units.get(unit, 0) for unit in {**self.units, **other.units}})
        return NotImplemented

    __rmul__ = __mul__

    def __pow__(self, power):
        return Quantity(self.amount ** power, **{unit: exponent * power for unit, exponent in self.units.items()})

    def __truediv__(self, other):
        return self * (other ** -1 if isinstance(other, Quantity) else 1 / other)

    def __rtruediv__(self, other):
        return other * self ** -1

    def __eq__(self, other):
        return isinstance(other, Quantity) and (self.amount, self.units) == (other.amount, other.units)

    def __hash__(self):
        return hash((self.amount, tuple(self.units.items())))


metre, second, kilogram = Quantity(1, m=1), Quantity(1, s=1), Quantity(1, kg=1)
speed = 12.5 * metre / second
print(speed, speed * 4 * second, 0.5 * (80 * kilogram) * speed ** 2, Fraction(3, 4) * metre, 1 / (2 * second), metre + 2 * metre - Fraction(1, 2) * metre, sum([metre, metre], 0 * metre))
for call in (lambda: metre + second, lambda: metre + 1, lambda: 'a' * metre, lambda: Quantity('5'), lambda: metre * Decimal(2), lambda: metre * 1j, lambda: float(metre), lambda: metre < second, lambda: abs(metre), lambda: metre // 2, lambda: sum([metre]), lambda: math.sqrt(metre), lambda: round(metre), lambda: metre % 2, lambda: [1, 2][metre]):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(isinstance(metre, numbers.Number), isinstance(metre, numbers.Complex), metre == Quantity(1, m=1, s=0), len({metre, Quantity(1, m=1), second}), bool(metre))


class Dual:
    """a + b*eps with eps*eps = 0: the second part is a derivative."""

    def __init__(self, value, slope=0):
        self.value, self.slope = value, slope

    def __repr__(self):
        return f'Dual({self.value}, {self.slope})'

    @staticmethod
    def lift(other):
        return other if isinstance(other, Dual) else Dual(other) if isinstance(other, numbers.Complex) else None

    def __add__(self, other):
        other = Dual.lift(other)
        return NotImplemented if other is None else Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other):
        other = Dual.lift(other)
        return NotImplemented if other is None else Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    def __truediv__(self, other):
        other = Dual.lift(other)
        return NotImplemented if other is None else Dual(self.value / other.value, (self.slope * other.value - self.value * other.slope) / other.value ** 2)

    def __rtruediv__(self, other):
        return Dual.lift(other) / self

    def __pow__(self, power, modulus=None):
        return Dual(self.value ** power, power * self.value ** (power - 1) * self.slope)

    def __sub__(self, other):
        return self + -1 * other

    def __rsub__(self, other):
        return -1 * self + other

    __radd__, __rmul__ = __add__, __mul__


numbers.Number.register(Dual)


def newton(f, x, steps=8):
    for _ in range(steps):
        result = f(Dual(x, 1))
        if not result.slope:
            break
        x = x - result.value / result.slope
    return x


def polynomial(x):
    return x ** 3 - 2 * x - 5


for start in (2.0, Fraction(2), 2 + 0j):
    print(type(start).__name__, str(newton(polynomial, start, 4))[:50])
print(polynomial(Dual(3, 1)), 1 / Dual(2.0, 1), 3 - Dual(1, 1), Dual(1, 1) / 4, Dual(Fraction(1, 3), 1) * 3, Dual(1) + True, isinstance(Dual(1), numbers.Number), isinstance(Dual(1), numbers.Real))
for call in (lambda: Dual(1) + 'x', lambda: Dual(1) + Decimal(1), lambda: pow(Dual(2, 1), 2, 5), lambda: 2 ** Dual(1), lambda: Dual(1) % 2, lambda: -Dual(1), lambda: Dual(1) @ 2, lambda: divmod(Dual(1), 2)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
