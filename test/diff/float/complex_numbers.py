"""Complex literals, arithmetic and repr."""
z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, z * 2, z * 1j, z / (1 - 1j), z ** 2, z == 3 + 4j, z != 3)
print(complex(1, -2), complex("1+2j"), complex("-1.5j"), complex(2.5), 1j * 1j, (1 + 0j) == 1, complex(), 0j, -0j)
print([complex(a, b) for a in (0.0, -0.0, 1.5) for b in (0.0, -0.0, -2.0)])
for action in (lambda: 1j < 2j, lambda: int(1j), lambda: float(1 + 0j), lambda: 1j // 2, lambda: 1j / 0, lambda: complex("1 + 2j")):
    try:
        print(action())
    except (TypeError, ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)
def mandelbrot(c, limit=50):
    z = 0
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit
for y in range(-6, 7):
    print("".join(" .:-=+*#%@"[min(9, mandelbrot(complex(x / 18, y / 5)) // 5)] for x in range(-36, 14)))
print(hash(1 + 0j) == hash(1), bool(0j), bool(1e-300j), sum([1j, 2, 3.5]), f"{z:.2f}", f"{z}", str(1e20 + 1e-5j))
for text in ("1_0+2_0j", "_1j", "1_j", "1__0", "1+1j\0j", "1\0", " ( 1+2j ) ", "(1+2j", "()", "(", "( )", "1+ 2j", "\u0661+\u0662j", "\u20031j\u2003", "\u2003(\u20021+1j\u2003) ", "1\u2003+1j", "1e1_0j", "1_.5", "1._5",
             "j", "-J", "+infj", "nan+nanj", "1-j", "(1", "1)", "((1))"):
    try:
        print(repr(text), complex(text))
    except ValueError as error:
        print(repr(text), error)
