# decimal: the operators on numbers of every size under every rounding and precision, with flags and traps.
import operator
import pickle
import random
from decimal import *


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Money(Decimal):
    def __add__(self, other): return Money(super().__add__(other))
    def __str__(self): return 'M' + super().__str__()


random.seed(11)
ROUNDINGS = [ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP]
SIGNALS = [Inexact, Rounded, Clamped, Subnormal, Underflow, Overflow, InvalidOperation, DivisionByZero]
BINARY = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.eq, operator.lt, operator.le, operator.gt, operator.ge, operator.ne]
UNARY = [operator.neg, operator.pos, abs, bool, str, repr, int, float, round, lambda x: round(x, 2), lambda x: x.normalize(), lambda x: x.as_tuple(), lambda x: hash(x) == hash(Decimal(repr(x)[9:-2])), lambda x: x.adjusted(), lambda x: x.to_integral_value()]


def number():
    kind = random.randrange(12)
    if kind == 0: return Decimal(random.choice(['0', '-0', '0.00', '-0E+3', '1', '-1', '10', '0E-30', 'NaN', 'sNaN', 'Infinity', '-Infinity', '5', '0.5', '-0.005', '99999', '9.99999']))
    digits = ''.join(random.choice('0123456789') for _ in range(random.choice([1, 2, 3, 5, 8, 15, 19, 20, 28, 29, 37, 38, 39, 45])))
    if kind == 1: digits = digits[:1] + '0' * len(digits)
    if kind == 2: digits = '9' * len(digits)
    if kind == 3: digits = digits + random.choice(['5', '50', '500', '49', '51'])
    return Decimal((random.randrange(2), tuple(map(int, digits)), random.choice([0, 0, 0, -1, -2, -2, -2, -3, -5, -len(digits), 1, 2, 7, -30, 20, -60, 50])))


def flags(*answers):
    if any(': [<' in answer or 'sNaN' in answer for answer in answers):  # which other flags were set before is not told
        getcontext().clear_flags()
        return ''
    found = [s.__name__ for s in SIGNALS if getcontext().flags[s]]
    getcontext().clear_flags()
    return '+'.join(found)


for turn in range(3000):
    context = getcontext()
    if turn % 3 == 0:
        context.prec = random.choice([28, 28, 28, 28, 1, 2, 3, 5, 9, 16, 37, 38, 39, 50])
        context.rounding = random.choice(ROUNDINGS)
        context.Emin, context.Emax = random.choice([(-999999, 999999), (-999999, 999999), (-200, 200)])
        context.clamp = int(random.random() < 0.1)
        trapped = random.choice([None, None, None, None, None, Inexact, Rounded, Subnormal])
        for signal in (Inexact, Rounded, Subnormal): context.traps[signal] = signal is trapped
        context.traps[InvalidOperation] = random.random() < 0.5
        context.traps[DivisionByZero] = random.random() < 0.5
        context.traps[Overflow] = random.random() < 0.5
        print(context.prec, context.rounding, context.Emin, context.clamp)
    a, b = number(), number()
    if random.random() < 0.1: b = random.choice([0, 1, -1, 7, 100, 10 ** 18, 2 ** 62, -2 ** 70, True])
    pair = [a, b]
    if random.random() < 0.3: pair.reverse()
    context.clear_flags()
    for operation in random.sample(BINARY, 5):
        if operation is divmod and pair[1] == 0:
            continue
        answer = attempt(operation, *pair)
        print(operation.__name__, *map(repr, pair), answer, flags(answer))
    for operation in random.sample(UNARY, 4):
        answer = attempt(operation, a)
        print(repr(a), answer, flags(answer))
    unit = random.choice([Decimal('0.01'), Decimal('1'), Decimal('0.1'), Decimal('1E+2'), Decimal('1E-8'), Decimal('0.000000000000000000001'), 1, number()])
    for named in ({}, {'rounding': ROUNDINGS[turn % 8]}, {'rounding': None}):
        answer = attempt(a.quantize, unit, **named)
        print('quantize', repr(a), repr(unit), named, answer, flags(answer))
    answer = attempt(a.quantize, unit, ROUNDINGS[turn % 3])
    print(answer, flags(answer))
    spec = random.choice(['.2f', ',.2f', '.0f', ',.0f', '.10f', '.1f', 'f', ',', '10.2f', '.3e', '%', '', ',.30f', '.40f', '.3f', '012,.1f', '+.2f', 'n', 'g', '.2', '.2F', '.2q', ',.2', '.f'])
    print(repr(a), spec, attempt(format, a, spec), flags())

setcontext(Context())
print('texts')
for text in ('1', '+1', '-1', '1.', '.1', '.', '', '-', '+.5', '1e5', '1E-5', '1e', ' 1 ', '1_000', '1_000.5', '0001.50', '000', '-000.000', '1.2.3', 'abc', 'nan', 'inf', '-Infinity', 'NaN123', 'sNaN', '１２.５', '٣', '1' * 60, '0.' + '0' * 60 + '1', '1' * 300, '1\x00', '-.0', '--1', '1-', 'é', '0x1', '1e400', '1e9999999', b'1', 1.5, None, (0, (1, 2), -1), 10 ** 50, -2 ** 80, True, Decimal('1.50'), [0, [1], 0]):
    print(repr(text), attempt(Decimal, text), attempt(lambda: str(Decimal(text))), attempt(lambda: hash(Decimal(text)) == hash(int(text))))
print(attempt(Decimal), attempt(Decimal, value='5'), attempt(Decimal, '5', None), attempt(Decimal, 'x', Context(traps=[])))
for n in (0, 1, -1, 5, 10 ** 20, -10 ** 25, 2 ** 61 - 1, 2 ** 61, 2 ** 61 - 2, -2 ** 61 + 1, 123456789 ** 3):
    print(n, hash(Decimal(n)) == hash(n), hash(Decimal(n) / 8) == hash(n / 8) if abs(n) < 2 ** 50 else '', Decimal(n) == n, hash(Decimal(n).scaleb(3)) == hash(n * 1000), hash(Decimal((n < 0, tuple(map(int, str(abs(n)))), -2))) == hash(Decimal(n * 10).scaleb(-3)))
m = Money('1.5')
for f in (lambda: m + 1, lambda: 1 + m, lambda: m + m, lambda: Decimal(2) + m, lambda: Decimal(2) - m, lambda: m * 2, lambda: m / 3, lambda: -m, lambda: m.quantize(Decimal(1)), lambda: m == Decimal('1.5'), lambda: Decimal('1.5') == m, lambda: hash(m) == hash(Decimal('1.5')), lambda: f'{m:.2f}', lambda: Decimal(m), lambda: Money(Decimal(3)), lambda: sum([m, m]), lambda: Decimal(1) < m, lambda: [m, 5, Decimal(2)]):
    print(attempt(f), attempt(lambda: type(f()).__name__), attempt(lambda: str(f())))
for other in (1.5, 'x', None, 1j, [1]):
    for f in BINARY:
        print(f.__name__, repr(other), attempt(f, Decimal('1.5'), other), attempt(f, other, Decimal('1.5')))
with localcontext() as inner:
    inner.prec = 5
    print(Decimal(1) / 3, Decimal('123456789') + 0, +Decimal('1.23456789'))
    with localcontext(Context(prec=3, rounding=ROUND_UP, traps=[Inexact])):
        print(attempt(lambda: Decimal(1) / 3), attempt(lambda: Decimal(1) / 4), attempt(lambda: Decimal('1.2345') + 1), attempt(lambda: Decimal('1.2345').quantize(Decimal('0.1'))))
    print(inner.flags[Inexact], inner.flags[Rounded])
print(Decimal(1) / 3, getcontext().flags[Inexact])
for x in (Decimal('1.50'), Decimal('-0'), Decimal('NaN'), Decimal(10) ** 40, Money(2)):
    print(repr(pickle.loads(pickle.dumps(x))), Decimal(x) == x)
print(sorted([Decimal('1.5'), 1, 2.5, Decimal(-3), Decimal('1.49')]), max(Decimal(3), 4), sum([Decimal('0.1')] * 10), {Decimal('1.0'): 'a'}[1], Decimal('2') ** 10, Decimal(2).sqrt(), attempt(Decimal(1).quantize, exp=Decimal('0.1'), rounding=None, context=None))
try:
    getcontext().rounding = 'x'
except TypeError as error:
    print('TypeError')
