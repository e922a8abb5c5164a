"""Numbers of more than 38 digits: sums, products, quotients and comparisons, rounded in every way."""

from decimal import (Decimal, Inexact, InvalidOperation, Overflow, Rounded, ROUND_05UP, ROUND_CEILING, ROUND_DOWN,
                     ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, getcontext, localcontext)

ROUNDINGS = (ROUND_DOWN, ROUND_UP, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
             ROUND_05UP)


class Digits:
    """The same random numbers each time."""

    def __init__(self):
        self.state = 1

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % limit

    def number(self):
        length = 1 + self.below(90)
        kind = self.below(6)
        text = ''.join(str(self.below(10)) for i in range(length))
        if kind == 0:
            text = '9' * length
        elif kind == 1:
            text = str(1 + self.below(9)) + '0' * length
        elif kind == 2:
            text = text + '5' + '0' * self.below(20)
        return Decimal(('-' if self.below(2) else '') + text + 'E%d' % (self.below(80) - 40))


def show(function):
    context = getcontext()
    context.clear_flags()
    try:
        result = function()
    except (ArithmeticError, TypeError) as error:
        print(type(error).__name__)
        return
    print(result, bool(context.flags[Inexact]), bool(context.flags[Rounded]))


def at_random():
    digits = Digits()
    for i in range(400):
        with localcontext() as context:
            context.prec = 20 + digits.below(80)
            context.rounding = ROUNDINGS[i % len(ROUNDINGS)]
            left, right = digits.number(), digits.number()
            if i % 10 == 0:
                right = digits.below(1000) + 1
            elif i % 11 == 0:
                right = -left
            elif i % 13 == 0:
                left, right = left * right, right
            show(lambda: left + right)
            show(lambda: left - right)
            show(lambda: right - left)
            show(lambda: left * right)
            show(lambda: left / right)
            print(left < right, left == right, left >= right, left == +left, max(left, right) is left)


def halves():
    for rounding in ROUNDINGS:
        with localcontext() as context:
            context.prec, context.rounding = 45, rounding
            for tail in ('5', '50', '500000000000000000001', '4999999', '0', '9'):
                for last in '0456':
                    number = Decimal('1' * 44 + last + tail)
                    print(rounding, number + 1, -number - 1, Decimal('9' * 45 + tail) * 1)


def divisions():
    with localcontext() as context:
        for context.prec in (39, 50, 100, 333):
            print(Decimal(1) / 3, Decimal(2) / Decimal(-3), Decimal(10) / 4, Decimal('1E+60') / Decimal('8E-60'))
            print(Decimal('9' * 120) / Decimal('9' * 40), Decimal(10 ** 90) / Decimal(10 ** 30), 22 / Decimal(7))
            print(Decimal('1' + '0' * 99 + '1') / Decimal('999999999' * 9), Decimal(7) / Decimal('1000000000' * 8))
        context.prec = 50
        show(lambda: Decimal(1) / 0)
        show(lambda: Decimal(0) / Decimal('1' * 60))
        show(lambda: Decimal('1' * 60) - Decimal('1' * 60))
        show(lambda: Decimal('1' * 60) + Decimal('1E-5000'))
        show(lambda: Decimal('1' * 60) + Decimal('NaN'))
        show(lambda: Decimal('1E+900000') * Decimal('1' * 60) * Decimal('1E+99990'))
        show(lambda: Decimal('1' * 60) + 0.5)
        context.traps[Inexact] = True
        show(lambda: Decimal('1' * 60) / 7)
        show(lambda: Decimal('1' * 60) + 0)
        show(lambda: Decimal('1' * 40) * 2)
        context.traps[Inexact] = False
        context.traps[Rounded] = True
        show(lambda: Decimal('10' * 30) * 1)


def pi():
    """The recipe of the documentation."""
    getcontext().prec += 2
    three = Decimal(3)
    lasts, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
    while s != lasts:
        lasts = s
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        t = (t * n) / d
        s += t
    getcontext().prec -= 2
    return +s


def constants():
    for precision in (28, 40, 75, 300):
        with localcontext() as context:
            context.prec = precision
            print(pi())
            total = term = Decimal(1)
            for i in range(1, 200):
                term /= i
                total += term
            print(total)
            print(sum([Decimal(1) / i for i in range(1, 50)]), sum([Decimal('0.1') ** 50] * 3, Decimal('1' * 50)))


def comparisons():
    long = Decimal('1' * 60)
    same = Decimal('1' * 60 + '.000')
    more = Decimal('1' * 60 + '.0001')
    for left, right in ((long, same), (long, more), (more, same), (-long, -more), (long, -long), (long, 5), (5, long),
                        (long, 0), (long, 10 ** 59), (long, int('1' * 60)), (long, 0.5), (long, Decimal('Infinity'))):
        print(left == right, left != right, left < right, left <= right, left > right, left >= right)
    print(sorted([more, same, long, -long, Decimal(1)]), hash(long) == hash(same), {long: 1}[same])
    try:
        print(long < Decimal('sNaN'))
    except InvalidOperation as error:
        print(error)
    try:
        print(long + 'text')
    except TypeError as error:
        print(error)
    try:
        print(Decimal('9' * 60 + 'E+999999999999999900') * 10 ** 15 * 10 ** 15 * 10 ** 15)
    except Overflow as error:
        print(error)


at_random()
halves()
divisions()
constants()
comparisons()
