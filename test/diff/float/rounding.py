"""round() to digits: banker's rounding on the exact binary value."""
for value in (0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994, 2.675, 1.005, 1e15 + 0.5, 123.456, -123.456):
    print(value, round(value), [round(value, n) for n in (-2, -1, 0, 1, 2, 3, 10, 20)])
print(round(5e15 + 0.5), round(1e300), round(1e22), round(-1e22, -20), round(12.5), round(-12.5), type(round(1.5)), type(round(1.5, 0)))
for value in (float("inf"), float("nan")):
    try:
        round(value)
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print(round(float("inf"), 2), round(1.23456789, ndigits=4), round(number=2.5), round(True), round(1e-320, 322))
import math
for value in (2.5, -2.5, 2.0, -0.0, 1e20, 0.999, -0.999):
    print(value, math.floor(value), math.ceil(value), math.trunc(value), int(value), value.is_integer(), value.__floor__(), value.__trunc__())
print([round(i * 0.1, 1) for i in range(20)], [round(x / 7, 3) for x in range(8)])
print(sum([0.1] * 10), math.fsum([0.1] * 10), sum([0.1] * 10) == 1.0, math.isclose(sum([0.1] * 10), 1.0))
