# Constants and functions to many digits by series, Newton and the methods of decimal; checks between them.
from decimal import Context, Decimal, ROUND_DOWN, getcontext, localcontext


def digits_of_pi(places):
    with localcontext() as context:
        context.prec = places + 5
        a, b, t, p = Decimal(1), 1 / Decimal(2).sqrt(), Decimal('0.25'), 1
        while abs(a - b) > Decimal(10) ** -(places // 2 + 3):
            a, b, previous = (a + b) / 2, (a * b).sqrt(), a
            t -= p * (previous - a) ** 2
            p *= 2
        result = (a + b) ** 2 / (4 * t)
    with localcontext() as context:
        context.prec = places
        return +result


def series(x, step):
    total, term, n = Decimal(0), Decimal(1), 0
    while total + term != total:
        total += term
        n += 1
        term = step(term, n, x)
    return total


for places in (10, 28, 50, 100):
    getcontext().prec = places
    pi = digits_of_pi(places)
    e = series(Decimal(1), lambda term, n, x: term * x / n)
    print(places, pi, e, e - Decimal(1).exp(), e.ln(), pi.ln().exp() - pi)
    with localcontext() as context:
        context.prec += 3
        cosine = series(pi / 3, lambda term, n, x: -term * x * x / (2 * n * (2 * n - 1)))
    print(cosine.quantize(Decimal(10) ** (2 - places)), Decimal(2).sqrt(), Decimal(2) ** Decimal('0.5') - Decimal(2).sqrt(), Decimal(10).log10(), Decimal(2).log10(), Decimal(3).ln())
getcontext().prec = 60
values = [Decimal(text) for text in ('2', '0.1', '123456789.987654321', '1E-40', '9.99E+50', '3.000000000000000000000000000000000000000000001')]
for x in values:
    print(x, x.sqrt(), x.sqrt() ** 2 - x, x.ln(), x.log10(), x ** 7, x ** -3, x ** Decimal('0.333333'), 1 / x, sep='\n   ')
for x, y in zip(values, values[1:] + values[:1]):
    print(x + y, x - y, x * y, x / y, sep='\n   ')
    try:
        print('  ', x // y, x % y, divmod(y, x), x.remainder_near(y), x.fma(y, 1))
    except Exception as error:
        print('  ', type(error).__name__, error)
context = Context(prec=45, rounding=ROUND_DOWN, Emin=-999, Emax=999)
for operation in ('exp', 'ln', 'log10', 'sqrt', 'logb', 'next_plus', 'next_minus', 'normalize', 'to_integral_value', 'number_class', 'abs', 'minus'):
    print(operation, getattr(context, operation)(Decimal('12.3456789012345678901234567890123456789012345678901')))
print(context.power(Decimal('1.0000000001'), 10 ** 6), context.power(3, 200, 10 ** 9 + 7), context.multiply(Decimal(10) ** 44, Decimal('1.5')), context.divide(2, 3), context.quantize(Decimal('1.23456'), Decimal('1e-40')))
fibonacci = [Decimal(0), Decimal(1)]
getcontext().prec = 200
while len(fibonacci) < 400:
    fibonacci.append(fibonacci[-1] + fibonacci[-2])
print(fibonacci[-1], fibonacci[-1] / fibonacci[-2])
product = Decimal(1)
for n in range(1, 101):
    product *= n
print(product, len(str(product)), product.adjusted(), product.normalize(Context(prec=20)), int(product) == int(str(product)))
print(Decimal(2) ** 500, Decimal(1) / 998001, (Decimal(10) ** 100 + 1).sqrt(), (Decimal(7) / 3).as_tuple().digits[:5], hash(Decimal(2) ** 400) == hash(2 ** 400), Decimal(2 ** 300) == 2 ** 300, float(Decimal(2) ** 500), Decimal(0.1), Decimal.from_float(1e-300).adjusted())
