# decimal: contexts, rounding, traps and flags, formats, quantize, special values, conversions and their errors.
from decimal import *

D = Decimal
c = Context(prec=5, rounding=ROUND_HALF_UP, Emin=-99, Emax=99, capitals=0, clamp=0, flags=[], traps=[DivisionByZero])
print(c, c.prec, c.Etiny(), c.Etop(), c.copy() == c, repr(BasicContext)[:60], DefaultContext.prec)
for mode in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(mode, [str(D(x).quantize(D('1'), rounding=mode)) for x in ('2.5', '-2.5', '1.4', '-1.6', '3.5', '10.1')])
with localcontext() as ctx:
    ctx.prec = 4
    print(D(1) / D(3), +D('123456'), D(2).sqrt(), D('1e5') + 1, ctx.flags[Inexact], ctx.flags[Rounded])
    ctx.clear_flags()
    ctx.traps[Inexact] = True
    try:
        D(1) / D(3)
    except Inexact as error:
        print(type(error).__name__, error)
with localcontext(c) as ctx:
    print(D('1e50') * D('1e60'), ctx.flags[Overflow], D('1e-60') * D('1e-60'), ctx.flags[Underflow], ctx.flags[Subnormal], D('0') / D('0') if not ctx.traps[InvalidOperation] else '')
for text in ('1', '-0', '1.50', '1E+3', 'Infinity', '-inf', 'NaN', 'sNaN12', '-nan5', ' 1 ', '1_000', '0x1', '', '1e', '.5', '5.', '+.e1', 'ⅷ', '٣'):
    try:
        print(repr(text), repr(D(text)), D(text).as_tuple())
    except InvalidOperation as error:
        print(repr(text), error)
for value in (1.1, 10 ** 30, True, (0, (1, 2), -1), (1, (), 'F'), (0, (), 'n'), '1', D('2.0')):
    print(repr(D(value)))
for value in (None, [], (1, 2), (2, (1,), 0), (0, (11,), 0), (0, (1,), 'x'), 1j, b'1'):
    try:
        print(D(value))
    except Exception as error:
        print(type(error).__name__, error)
x = D('1234567.891')
for spec in ('', 'f', '.2f', ',.1f', 'e', '.3E', 'g', '.3g', '%', '.1%', '+.0f', '010.1f', '>15', '<15,', '^+15.2f', 'n', '=+20', '*^20.3e', ' .2f', '_.1f', 'z.0f', '08'):
    try:
        print(spec, format(x, spec), format(-x / 10 ** 9, spec), format(D('NaN'), spec), format(D('inf'), spec))
    except ValueError as error:
        print(spec, error)
print(x.quantize(D('.01')), x.to_integral_value(), x.to_integral_exact(rounding=ROUND_UP), x.scaleb(3), x.shift(2), x.rotate(-2), x.logb(), x.normalize(), D('1200').normalize(), D('1200').to_eng_string(), D('1e-7').to_eng_string())
print(D('5').compare(D('NaN')), D(5).compare_total(D('5.0')), D(3).max(D('NaN')), D(-3).max_mag(2), D(7).remainder_near(4), D(7).fma(2, 3), D(8).log10(), D(2).ln(), D(1).exp(), D(2) ** D('0.5'), pow(D(3), 4, 5), divmod(D(-7), 2), D(-7) // 2, D(-7) % 2)
print(D('1.1').as_integer_ratio(), float(D('0.1')), int(D('-7.9')), round(D('2.675'), 2), round(D('2.5')), hash(D('1.5')) == hash(1.5), D('0.1') == 0.1, D(1) == True, D('NaN') == D('NaN'), D(5) < 5.5, bool(D('0.0')))
for call in (lambda: D('NaN') < 1, lambda: D('sNaN') + 1, lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) + 1.5, lambda: D('inf') - D('inf'), lambda: int(D('NaN')), lambda: int(D('inf')), lambda: D(-1).sqrt(), lambda: D(1).quantize(D('1e-40')),
             lambda: D('inf').as_integer_ratio(), lambda: hash(D('sNaN')), lambda: D(0) ** 0, lambda: getcontext().create_decimal('x'), lambda: Context(prec=0), lambda: Context(rounding='x'), lambda: setcontext(5), lambda: D(10) ** 10 ** 20, lambda: D(-8) ** D('0.5'), lambda: D('1') < 'a'):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
own = Context()
for name, value in (('prec', 0), ('prec', 'x'), ('Emin', 1), ('Emin', None), ('Emax', -1), ('capitals', 2), ('clamp', 5), ('rounding', 5), ('nope', 1), ('traps', 5), ('prec', 1.5), ('prec', 7)):
    try:
        print(name, value, setattr(own, name, value))
    except Exception as error:
        print(name, value, type(error).__name__, error)
try:
    del own.prec
except AttributeError as error:
    print(error)
try:
    localcontext(5)
except TypeError as error:
    print(error)


def shown(flags):
    return {signal.__name__: value for signal, value in flags.items()}


context = Context(prec=5, traps=[Inexact])
print(shown(getcontext().flags), shown(getcontext().traps), shown(context.traps), shown(DefaultContext.traps))
context.clear_traps()
context.flags[Clamped] = True
context.clear_flags()
print(shown(context.flags), shown(context.traps), Context(prec=5).flags[Inexact])
context.flags = {signal: 1 for signal in context.flags}
print(shown(context.flags), shown(context.copy().flags))

# Inexact brings Rounded with it, Overflow both, Underflow Subnormal too.
operations = (
    lambda c: c.divide(1, 3), lambda c: c.plus(Decimal('1.234567')), lambda c: c.multiply(Decimal('1e-10'), Decimal('1.2345e-2')),
    lambda c: c.multiply(Decimal('9e9'), Decimal('9e9')), lambda c: c.plus(Decimal('1.200000')), lambda c: c.divide(Decimal(1), Decimal(0)),
    lambda c: c.quantize(Decimal('1.25'), Decimal('0.1')), lambda c: c.sqrt(2), lambda c: c.exp(2), lambda c: c.create_decimal('1.23456789'),
    lambda c: c.to_integral_exact(Decimal('1.5')), lambda c: c.multiply(Decimal('1e-10'), Decimal('1.23456789e-2')))
for trapped in ([Inexact], [Rounded], [Inexact, Rounded], [Underflow], [Overflow], [Subnormal], [Clamped], [Overflow, Inexact],
                [Inexact, Overflow, Rounded], [Subnormal, Inexact, Underflow]):
    for operation in operations:
        context = Context(prec=5, Emin=-9, Emax=9, traps=trapped)
        try:
            result = operation(context)
        except DecimalException as error:
            result = repr(error)
        print(result, [signal.__name__ for signal in context.flags if context.flags[signal]])
for text in '#', '#x', '#f', '#.3', '#,', '#<8', '#^8.2f', '<#8', '#>#8':
    try:
        print(text, format(Decimal('1.5'), text))
    except ValueError as error:
        print(text, error)
