"""Operator methods: arithmetic with reflection and in-place forms, comparison, containers, calls."""
from functools import total_ordering


@total_ordering
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __repr__(self):
        return f"Money({self.cents})"

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        if isinstance(other, int):
            return Money(self.cents + other)
        return NotImplemented

    __radd__ = __add__

    def __iadd__(self, other):
        self.cents += other.cents
        return self

    def __mul__(self, factor):
        return Money(self.cents * factor)

    def __neg__(self):
        return Money(-self.cents)

    def __abs__(self):
        return Money(abs(self.cents))

    def __bool__(self):
        return self.cents != 0

    def __eq__(self, other):
        return self.cents == other.cents if isinstance(other, Money) else NotImplemented

    def __lt__(self, other):
        return self.cents < other.cents if isinstance(other, Money) else NotImplemented

    def __hash__(self):
        return hash(self.cents)

    def __divmod__(self, other):
        return divmod(self.cents, other)

    def __int__(self):
        return self.cents

    def __index__(self):
        return self.cents

    def __format__(self, spec):
        return f"{self.cents / 100:{spec or '.2f'}} EUR"

    def __matmul__(self, other):
        return ("matmul", other)

    def __rpow__(self, base):
        return base ** self.cents

    def __call__(self, *args, **kwargs):
        return args, kwargs


a, b = Money(150), Money(250)
print(a + b, a + 1, 1 + a, sum([a, b]), a * 3, -a, abs(Money(-5)))
alias = a
a += b
print(a, alias is a, bool(Money(0)), a == Money(400), a != b, a == 400)
print(a > b, a >= b, a < b, a <= b, sorted([a, b, Money(1)]), max(a, b), len({Money(1), Money(1)}))
print(divmod(a, 7), int(a), [10, 20, 30][Money(1)], hex(Money(255)), f"{a} {a:.1f} {a:>8.0f}|")
print(a @ 5, 2 ** Money(5), a(1, x=2))
for action in (lambda: a + "x", lambda: "x" + a, lambda: a < 5, lambda: 5 - a, lambda: a @ 1 @ 2 and a << 1,
               lambda: a["k"], lambda: len(a), lambda: iter(a), lambda: a()["x"]):
    try:
        print(action())
    except TypeError as error:
        print("TypeError:", error)
