"""Every way to divide by zero and its message."""
def attempt(name, action):
    try:
        print(name, action())
    except ZeroDivisionError as error:
        print(name, "->", error)
    except (ValueError, TypeError, OverflowError) as error:
        print(name, "->", type(error).__name__, error)


zero = 0
big = 10 ** 40
attempt("1//0", lambda: 1 // zero)
attempt("1%0", lambda: 1 % zero)
attempt("1/0", lambda: 1 / zero)
attempt("divmod", lambda: divmod(5, zero))
attempt("big//0", lambda: big // zero)
attempt("big%0", lambda: big % zero)
attempt("big/0", lambda: big / zero)
attempt("0**-1", lambda: zero ** -1)
attempt("0.0**-1", lambda: 0.0 ** -1)
attempt("1.0/0", lambda: 1.0 / zero)
attempt("1.0//0", lambda: 1.0 // zero)
attempt("1.0%0", lambda: 1.0 % zero)
attempt("divmod float", lambda: divmod(1.0, 0.0))
attempt("pow mod 0", lambda: pow(2, 3, zero))
attempt("pow mod inverse", lambda: pow(2, -1, 4))
attempt("True//False", lambda: True // False)
attempt("1 << -1", lambda: 1 << -1)
attempt("1 >> -1", lambda: 1 >> -1)
attempt("1.5 << 1", lambda: 1.5 << 1)
