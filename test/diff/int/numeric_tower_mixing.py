"""Operators between int, bool, float, complex, and large values: types, exactness, comparisons, errors."""

values = [True, 3, -2, 2.5, -0.0, 1 + 2j, 10**20, float("inf")]
for a in values:
    row = []
    for b in values:
        cell = []
        for operate in (lambda x, y: x + y, lambda x, y: x * y, lambda x, y: x / y, lambda x, y: x // y, lambda x, y: x % y, lambda x, y: x == y):
            try:
                cell.append(repr(operate(a, b)))
            except (TypeError, ZeroDivisionError, OverflowError) as error:
                cell.append(f"{type(error).__name__}: {error}")
        row.append("; ".join(cell))
    print(a, *row, sep="\n   ")
print(2**53 + 1 == float(2**53 + 1), 2**53 + 1 > float(2**53), 10**400 > 1e308, 10**400 == float("inf"), -10**400 < float("-inf"), 10**20 == 1e20, 10**23 == 1e23, 0.1 + 0.2 == 0.3, 1 == 1 + 0j, 1.0 == True)
for case in (lambda: 10**400 + 1.0, lambda: 10**400 / 3, lambda: float(10**400), lambda: 10**400 * 1.0, lambda: 1j < 2, lambda: 1j // 2, lambda: 1j % 2, lambda: divmod(1j, 1), lambda: 2.0 ** 10**5, lambda: (-8) ** (1 / 3), lambda: 0.0 ** -1, lambda: 10**400 // 10**399, lambda: 10**400 / 10**399, lambda: int(1e30), lambda: round(2.5), lambda: round(1e300, -299), lambda: round(float("nan")), lambda: round(float("inf"))):
    try:
        print(repr(case()))
    except Exception as error:
        print(type(error).__name__, error)
