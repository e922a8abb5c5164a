# decimal: numbers at the edges of what is kept as a number and what as digits, made, read and shown in every way.
import copy
import math
import operator
import pickle
import random
from decimal import *

random.seed(7)
ROUNDINGS = [ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP]
EDGES = [2 ** 61, 2 ** 62, 2 ** 63, 2 ** 64, 2 ** 124 - 1, 2 ** 124, 2 ** 125, 2 ** 126, 10 ** 37, 10 ** 38 - 1, 10 ** 38]
SPECS = ['.2f', '>12.1f', '<30', '^20.3f', ',.2f', '+.3f', ' .0f', '.2%', '%', 'f', '', '>25', '010.2f', '*>20,.1f', '=+20.2f', '020,.2f',
         '.5F', ',', '_.2f', '12', '.3e', 'g', 'z.1f', '#.2f', '<010.2f', '-.1f', '.1', '.40f', 'é>9.1f', '.f', 'x']
FLOATS = [0.5, -0.25, 0.1, 1e-5, 3.0, 1e22, 2.5e-10, -0.0, 1e300, 5e-324, 1e15 + .3, 2.0 ** 70, 2.0 ** -27, 2.0 ** -28, float('nan'), float('inf')]
TEXTS = ['1e5', '1E-7', '-2.5e+3', '1e', '1.5E', '.5e2', '1e12345', '1e123456', '-0e2', '0.00e-3', '1_0', '  5 ', '1e-99999', '00012.500',
         '9' * 40 + 'e-20', '9' * 37, '9' * 38, '9' * 39, '9' * 200, '1.' + '3' * 60, '+.0', '1e+', 'e5', '1e5x']


def number():
    kind = random.randrange(8)
    if kind == 0: return Decimal(random.choice(EDGES) * random.choice([1, -1]))
    if kind == 1: return Decimal(random.randrange(-100, 100))
    digits = ''.join(random.choice('0123456789') for _ in range(random.choice([1, 2, 3, 4, 5, 6, 8, 15, 18, 19, 28, 36, 37, 38, 39])))
    if kind == 2: digits = '9' * len(digits)
    return Decimal((random.randrange(2), tuple(map(int, digits)), random.choice([0, 0, -1, -2, -2, -3, -5, -len(digits), 1, 3, -20])))


def attempt(function, *args):
    try:
        answer = repr(function(*args))
    except Exception as error:
        answer = type(error).__name__
    flags = '+'.join(signal.__name__ for signal in (Inexact, Rounded, FloatOperation) if getcontext().flags[signal])
    getcontext().clear_flags()
    return f'{answer} {flags}'


UNARY = [operator.neg, operator.pos, abs, bool, str, int, float, round, hash, math.floor, math.ceil, math.trunc, Decimal.normalize,
         Decimal.to_integral_value, Decimal.to_integral, Decimal.adjusted, Decimal.copy_abs, Decimal.copy_negate, Decimal.is_zero,
         Decimal.is_signed, Decimal.is_finite, Decimal.is_infinite, Decimal.is_nan, Decimal.as_tuple, copy.copy, copy.deepcopy,
         Decimal.as_integer_ratio, lambda x: pickle.loads(pickle.dumps(x)), lambda x: round(x, 2), lambda x: round(x, None), Decimal.sqrt]
BINARY = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.lt, operator.eq,
          operator.ge, Decimal.compare, Decimal.max, Decimal.copy_sign, Decimal.same_quantum]
for turn in range(400):
    if turn % 20 == 0:
        setcontext(Context(prec=random.choice([28, 28, 28, 5, 9, 16, 36, 37, 38, 39, 50]), rounding=random.choice(ROUNDINGS),
                           traps=random.choice([[], [], [InvalidOperation, DivisionByZero, Overflow], [FloatOperation]])))
        print(getcontext())
    a, b = number(), number()
    print(turn, a, b)
    for function in BINARY:
        if b != 0:
            print(function.__name__, attempt(function, a, b))
    for function in UNARY:
        if not (function is Decimal.sqrt and turn % 10):
            print(function.__name__, attempt(function, a))
    for power in (1, 2, 3, 10):
        if len(a.as_tuple().digits) * power <= 28 and getcontext().prec > 28:
            print('power', power, attempt(operator.pow, a, power))
    for spec in random.sample(SPECS, 4):
        print(repr(spec), attempt(format, a, spec))
for value in FLOATS + TEXTS:
    print(repr(value), attempt(Decimal, value), attempt(lambda: str(Decimal(value))), attempt(lambda: Decimal(value) < 1))


class Money(Decimal):
    __slots__ = ('currency',)


m = Money('12.50')
m.currency = 'EUR'
print(m, m.currency, m + 1, type(m + 1).__name__, m == Decimal('12.5'), f'{m:.1f}', int(m), float(m), round(m, 1), m.is_zero(), m.adjusted())
print(copy.copy(m), repr(pickle.loads(pickle.dumps(Decimal(m)))), sum([m, m]), sorted([m, Decimal(3)]), hash(m) == hash(Decimal('12.5')))
