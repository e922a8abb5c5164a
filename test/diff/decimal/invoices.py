# Invoices in decimal: lines with discounts, taxes by rate, roundings that must add up, currencies, a payment plan, a ledger.
from collections import defaultdict
from decimal import (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Context, Decimal, Inexact, InvalidOperation, getcontext, localcontext)

CENT = Decimal('0.01')
LINES = [('Widget, blue', '3', '19.99', '0', '19'), ('Cable 1.5 m', '12.5', '0.895', '5', '19'), ('Book', '1', '42.00', '0', '7'), ('Return: widget', '-1', '19.99', '0', '19'),
         ('Service, h', '7.75', '85', '12.5', '19'), ('Free sample', '100', '0', '0', '0'), ('Bulk', '1e3', '.0425', '33.333', '7')]


def money(amount, rounding=ROUND_HALF_UP):
    return amount.quantize(CENT, rounding)


class Invoice:
    def __init__(self, lines):
        self.lines = [(text, *map(Decimal, numbers)) for text, *numbers in lines]

    def net(self, count, price, discount):
        return money(count * price * (100 - discount) / 100)

    def totals(self):
        by_rate = defaultdict(Decimal)
        for _, count, price, discount, rate in self.lines:
            by_rate[rate] += self.net(count, price, discount)
        taxes = {rate: money(amount * rate / 100) for rate, amount in by_rate.items()}
        return sum(by_rate.values()), taxes, sum(by_rate.values()) + sum(taxes.values())

    def __str__(self):
        rows = [f'{text:<16}{count.normalize():>8f} x {price:>10,.3f} -{discount:>6}% {self.net(count, price, discount):>12,}' for text, count, price, discount, _ in self.lines]
        net, taxes, gross = self.totals()
        rows.append(f'{"net":<40}{net:>16,}')
        rows += [f'{f"tax {rate} %":<40}{tax:>16,.2f}' for rate, tax in sorted(taxes.items())]
        return '\n'.join(rows + [f'{"gross":<40}{gross:>16,.2f}'])


invoice = Invoice(LINES)
print(invoice)
net, taxes, gross = invoice.totals()
for rounding in (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP):
    print(rounding, [str(money(Decimal(text), rounding)) for text in ('1.005', '-1.005', '2.675', '0.015', '-0.025', '1.0049999', '7', '-0.001')])


def split(amount, weights):
    """Shares in cents that add up: the rest goes to the largest fractions."""
    total = sum(weights)
    exact = [amount * weight / total for weight in weights]
    shares = [share.quantize(CENT, ROUND_FLOOR) for share in exact]
    missing = int((amount - sum(shares)) / CENT)
    for index in sorted(range(len(weights)), key=lambda n: shares[n] - exact[n])[:missing]:
        shares[index] += CENT
    return shares


for amount, weights in ((gross, [1, 1, 1]), (Decimal('100'), [Decimal('0.3'), Decimal('0.3'), Decimal('0.4')]), (Decimal('-10'), [1, 2, 4]), (Decimal('0.05'), [5, 3, 2, 1])):
    shares = split(amount, list(map(Decimal, weights)))
    print(amount, [str(share) for share in shares], sum(shares) == amount)
RATES = {'EUR': Decimal(1), 'USD': Decimal('1.0842'), 'JPY': Decimal('161.77'), 'KWD': Decimal('0.33352'), 'BTC': Decimal('0.0000158731')}
PLACES = {'JPY': 0, 'KWD': 3, 'BTC': 8}
for currency, rate in RATES.items():
    there = (gross * rate).quantize(Decimal(1).scaleb(-PLACES.get(currency, 2)), ROUND_HALF_EVEN)
    back = there / rate
    print(currency, there, f'{there:n}', f'{there:E}', there.as_tuple().exponent, money(back), back, f'{(back - gross) / gross:%}')


def plan(principal, yearly, months):
    rate = yearly / 1200
    payment = money(principal * rate / (1 - (1 + rate) ** -months)) if rate else money(principal / months)
    balance = principal
    for month in range(1, months + 1):
        interest = money(balance * rate)
        due = min(payment, balance + interest) if month < months else balance + interest
        balance += interest - due
        yield month, due, interest, balance


for principal, yearly, months in ((Decimal(10000), Decimal('4.9'), 12), (Decimal('999.99'), Decimal(0), 3)):
    rows = list(plan(principal, yearly, months))
    print(*[f'{month:>3} {due:>9} {interest:>7} {balance:>10}' for month, due, interest, balance in rows[:2] + rows[-2:]], sep='\n')
    print('interest', sum(row[2] for row in rows), 'paid', sum(row[1] for row in rows))
with localcontext() as context:
    context.traps[Inexact] = True
    for text in ('1.25', '1.255'):
        try:
            print(Decimal(text).quantize(CENT))
        except Inexact as error:
            print(type(error).__name__, [signal.__name__ for signal in context.flags if context.flags[signal]])
    context.prec = 6
    try:
        print(Decimal('1234567.89') + 1)
    except Inexact:
        print('too long for', context.prec)
print(getcontext().prec, Context(prec=4).divide(1, 7), Decimal('1e-7') + 0, [str(+Decimal(text)) for text in ('1E+2', '100', '1.00E+5', '-0.00')])
for text in ('12,50', '€5', '1 000', '--1', '', '1_000.5', ' 7.5\n', '٧.٥', 'NaN', '-Infinity', '1e', '0x10'):
    try:
        print(repr(text), Decimal(text))
    except InvalidOperation as error:
        print(repr(text), type(error).__name__, error)
