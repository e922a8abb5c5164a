"""Sums, products and quotients of numbers with as many digits as the context allows, and about: rounding and flags."""
import random
from decimal import (ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP,
                     ROUND_UP, Context, Decimal, Inexact, Rounded, localcontext)

ROUNDINGS = [ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP]
rnd = random.Random(7)


def number(digits):
    kind = rnd.randrange(6)
    if kind == 0:
        text = "9" * digits
    elif kind == 1:
        text = "1" + "0" * (digits - 1)
    elif kind == 2:
        text = "5".rjust(1) + "0" * (digits - 2) + rnd.choice("015") if digits > 1 else "5"
    else:
        text = "".join(rnd.choice("0123456789") for _ in range(digits))
    return Decimal("%s%sE%d" % (rnd.choice(["", "-"]), text, rnd.randrange(-45, 20)))


def told(context, operate):
    context.clear_flags()
    try:
        result = operate()
    except ArithmeticError as error:
        return type(error).__name__
    return "%s %d%d" % (result, context.flags[Inexact], context.flags[Rounded])


def mixed():
    for precision in (1, 2, 9, 28, 34, 35, 36, 37, 38, 39, 50):
        for rounding in ROUNDINGS:
            with localcontext(Context(prec=precision, rounding=rounding)) as context:
                for _ in range(8):
                    a, b = number(rnd.randrange(1, 39)), number(rnd.randrange(1, 39))
                    print(precision, rounding[6:], a, b, told(context, lambda: a + b), told(context, lambda: a - b),
                          told(context, lambda: a * b), told(context, lambda: a / b))


def halves():
    """What is cut off decides: just above, at and below the middle of two results."""
    for precision in (28, 36, 37):
        for rounding in ROUNDINGS:
            with localcontext(Context(prec=precision, rounding=rounding)) as context:
                one = Decimal("1" + "0" * (precision - 2) + "5")
                for tail in ("5", "50", "5000000000000001", "4999999999999999", "50000000000000000000000000000000000001"):
                    for sign in ("", "-"):
                        small = Decimal(sign + "0." + tail)
                        print(told(context, lambda: one + small), told(context, lambda: -one + small), told(context, lambda: one * small),
                              told(context, lambda: one / small), told(context, lambda: (one * 10 + 5) / 10))


def constants():
    with localcontext(Context(prec=36)):
        three = Decimal(3)
        lasts, t, s, k, na, d, da = 0, three, 3, 1, 0, 0, 24
        while s != lasts:
            lasts = s
            k, na = k + na, na + 8
            d, da = d + da, da + 32
            t = (t * k) / d
            s += t
        print(s)
    e, term = Decimal(1), Decimal(1)
    for i in range(1, 40):
        term /= i
        e += term
    print(e, e * e, e / 7, 1 / e, e - Decimal(1) / 3, (e * e * e - 20) / e)
    root = Decimal(2)
    for _ in range(8):
        root = (root + 2 / root) / 2
    print(root, root * root)


mixed()
halves()
constants()
