# decimal: constructors, every operation and method, contexts, signals, rounding modes, formatting, money.
import decimal
import math
import copy
from decimal import *
from fractions import Fraction


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


D = Decimal
print('constructors')
for value in ('1.10', ' 3 ', '1_000.5', '-0', '+5E-3', '1e400', 'Infinity', '-inf', 'nan', 'sNaN123', 'NaN7', '\u0663.\u0661', '', 'x', '1.2.3', '1 2', 5, -7, 10 ** 40, True, 1.1, -0.0, float('inf'), float('nan'),
              (0, (1, 4), -1), (1, (), 0), (0, (0,), 'F'), (1, (2,), 'n'), (2, (1,), 0), (0, (10,), 0), [0, [1], 2], None, b'1', 1j, D('2.50')):
    print(repr(value), attempt(D, value), attempt(lambda: str(D(value))))
print(D(), D.from_float(0.1), D.from_float(3), getcontext().create_decimal('1.23456789012345678901234567890'), getcontext().create_decimal_from_float(1 / 3))

print('operators')
VALUES = [D('1.30'), D('-7'), D('0'), D('-0.0'), D('1E+5'), D('Infinity'), D('NaN'), D('0.333333333333333333333333333333333')]
for a in VALUES:
    print(a, repr(-a), repr(+a), repr(abs(a)), bool(a), attempt(int, a), attempt(float, a), attempt(round, a), attempt(round, a, 1), attempt(math.floor, a), attempt(math.ceil, a), attempt(math.trunc, a), attempt(hash, a) if not a.is_nan() else '', a.as_tuple(), attempt(a.as_integer_ratio), a.adjusted())
    for b in VALUES:
        print(a, b, [attempt(f) for f in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a // b, lambda: a % b, lambda: divmod(a, b) if b else 0, lambda: a < b, lambda: a == b, lambda: a >= b)])
for a, b in ((D(2), D(10)), (D(2), D('0.5')), (D('1.1'), D(-3)), (D(-8), D(3)), (D(0), D(0)), (D(10), D(400)), (D(-2), D('0.5')), (D('2.5'), 3)):
    print(a, b, attempt(lambda: a ** b))
print(attempt(pow, D(7), 5, 3), attempt(pow, D(7), D(5), D('1.5')), D(1) + 2, 3 - D('.5'), attempt(lambda: D(1) + 1.5), attempt(lambda: D(1) + 'a'), D(1) == 1.0, D('1.1') == 1.1, D(1) < 1.5, D('0.5') == Fraction(1, 2), attempt(lambda: D(1) + Fraction(1, 2)), hash(D('2.0')) == hash(2), hash(D('0.5')) == hash(.5), D(3) in [3], sum([D('.1')] * 3), max(D(1), D(2)), D(10) // 3, D(-10) // 3, D(-10) % 3)

print('methods')
x, y = D('12.345'), D('-2.5')
for name, args in (('compare', (y,)), ('compare_signal', (y,)), ('compare_total', (y,)), ('compare_total_mag', (y,)), ('copy_abs', ()), ('copy_negate', ()), ('copy_sign', (y,)), ('exp', ()), ('fma', (2, 3)), ('is_canonical', ()), ('is_finite', ()), ('is_infinite', ()),
                   ('is_nan', ()), ('is_normal', ()), ('is_qnan', ()), ('is_signed', ()), ('is_snan', ()), ('is_subnormal', ()), ('is_zero', ()), ('ln', ()), ('log10', ()), ('logb', ()), ('max', (y,)), ('max_mag', (y,)), ('min', (y,)), ('min_mag', (y,)), ('next_minus', ()),
                   ('next_plus', ()), ('next_toward', (y,)), ('normalize', ()), ('number_class', ()), ('quantize', (D('.01'),)), ('radix', ()), ('remainder_near', (y,)), ('rotate', (1,)), ('same_quantum', (y,)), ('scaleb', (2,)), ('shift', (1,)), ('sqrt', ()), ('to_eng_string', ()), ('to_integral', ()),
                   ('to_integral_exact', ()), ('to_integral_value', (ROUND_UP,)), ('canonical', ()), ('conjugate', ()), ('logical_and', (D(1),)), ('logical_invert', ())):
    print(name, attempt(getattr(x, name), *args), attempt(getattr(y, name), *args))
print(D(1011).logical_and(D(1110)), D(1011).logical_or(D(1110)), D(1011).logical_xor(D(1110)), D('1E3').normalize(), D('123E+1').to_eng_string(), D('1.20').normalize(), D('100').normalize(), D(2).sqrt(), D(2).ln(), D(1000).log10(), D(1).exp(), D('0.1').ln(), x.real, x.imag)
print('rounding')
for mode in (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP):
    print(mode, [str(D(v).quantize(D('1'), rounding=mode)) for v in ('2.5', '-2.5', '1.5', '1.1', '-1.9', '0.05')], [str(D(v).to_integral_value(mode)) for v in ('2.5', '-2.5')])
print(attempt(D('1').quantize, D('1e-50')), attempt(D('NaN').quantize, D(1)), attempt(D(1).quantize, D('inf')), round(D('2.675'), 2), round(D('2.5')), round(D('123.456'), -1))

print('contexts')
c = getcontext()
print(c, repr(c), c.prec, c.rounding, c.Emin, c.Emax, c.capitals, c.clamp, c.Etiny(), c.Etop())
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / 3, D('123456789') + 0, +D('1.23456789'), ctx.flags[Inexact], ctx.sqrt(2), ctx.divide(1, 7))
    ctx.clear_flags()
    print(any(ctx.flags.values()))
with localcontext(prec=3, rounding=ROUND_UP) as ctx:
    print(D('1.0001') + 0, ctx.rounding)
with localcontext(ExtendedContext):
    print(D(1) / 0, D(-1) / 0, D(0) / 0, D('Infinity') - D('Infinity'), getcontext().flags[DivisionByZero])
with localcontext(BasicContext) as ctx:
    print(ctx.prec, ctx.rounding, attempt(lambda: D(1) / 0))
for signal in (Inexact, Rounded, FloatOperation, Subnormal, Underflow, Clamped):
    with localcontext() as ctx:
        ctx.traps[signal] = True
        ctx.Emin, ctx.Emax = -10, 10
        print(signal.__name__, attempt(lambda: D(1) / 3), attempt(lambda: D(1.5)), attempt(lambda: D('1e-30') * D('1e-3')), attempt(lambda: D(1) == 1.5))
print(attempt(lambda: D('1') / 0), attempt(lambda: D(0) / 0), attempt(lambda: D('sNaN') + 1), attempt(lambda: D(-1).sqrt()), attempt(lambda: D(-1).ln()), attempt(lambda: D('1e999999') * D('1e999999')), attempt(lambda: int(D('nan'))), attempt(lambda: int(D('inf'))), attempt(lambda: D('NaN') < 1))
print(Context(prec=4, rounding=ROUND_DOWN, traps=[], flags=[]).divide(D(2), D(3)), c.add(D(1), 2), c.multiply(2, 3), c.power(2, 8), c.compare(1, 2), c.quantize(D('1.234'), D('.1')), c.remainder(7, 4), c.to_sci_string(D('1e5')), c.to_eng_string(D('1.5e4')), c.is_nan(D('nan')), c.max(1, 2), c.minus(1), c.plus(1), c.abs(-1), c.exp(0), c.ln(1), c.log10(10), c.fma(2, 3, 4), c.number_class(1), c.scaleb(1, 2), c.same_quantum(1, 2), c.divmod(7, 2), c.divide_int(7, 2), c.subtract(1, 3), c.next_plus(1), c.copy_sign(1, -1))
lower = Context(capitals=0)
print(lower.to_sci_string(D('1E+10')), copy.copy(c).prec, copy.deepcopy(D('1.5')), DefaultContext.prec, decimal.HAVE_THREADS, MAX_PREC > 10 ** 8, MAX_EMAX > 10 ** 8, issubclass(DivisionByZero, ZeroDivisionError), [s.__name__ for s in (Clamped, DecimalException, InvalidOperation, Overflow, FloatOperation, DivisionImpossible if 'DivisionImpossible' in globals() else Rounded)])

print('format')
for spec in ('', '.2f', '10.3f', '<10', '>10', '^10', '*^12.1f', '+', '+.1e', ',', ',.2f', '012.3f', 'e', 'E', 'g', 'G', '.3g', '%', '.1%', 'n', '-', ' ', '=+10', '_', 'd', 'x', '10', '.0f', 'z.1f', '020,.2f'):
    print(repr(spec), [attempt(format, v, spec) for v in (D('1234567.891'), D('-0.004'), D('0'), D('Infinity'), D('NaN'), D('1E+20'))])
print(f'{D("3.14159"):.2f} {D("1000000"):,} {D("5"):>6}', '%s %d %.2f' % (D('1.5'), D('2.7'), D('2.675')), str(D('1E-10')), str(D('0E-10')), str(D('1.000')), repr(D('-0')))

print('money')
CENT = D('0.01')
lines = [('Widget', 3, D('19.99')), ('Gadget', 1, D('5.005')), ('Gizmo', 10, D('0.10'))]
total = sum((price * n for _, n, price in lines), D(0))
tax = (total * D('0.0825')).quantize(CENT, ROUND_HALF_UP)
for name, n, price in lines:
    print(f'{name:<10}{n:>4}{price:>10.2f}{(n * price).quantize(CENT):>10}')
print(total, tax, (total + tax).quantize(CENT), f'${total + tax:,.2f}', (D(100) / 3).quantize(CENT, ROUND_DOWN) * 3, [str(D('10').quantize(CENT) / n) for n in (3, 7)])


def pi():
    with localcontext() as ctx:
        ctx.prec += 2
        three = D(3)
        lasts, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
        while s != lasts:
            lasts = s
            n, na = n + na, na + 8
            d, da = d + da, da + 32
            t = (t * n) / d
            s += t
    return +s


print(pi(), D(2) ** D('0.5') == D(2).sqrt(), D('1.1') + D('2.2') == D('3.3'))
