"""complex: construction, repr, attributes, arithmetic, formatting, and each error's words."""

for z in (0j, 1 + 2j, -1.5j, 3 - 0j, complex(-0.0, -0.0), complex("inf"), complex("nan+infj"), 1e20 + 1e-20j, complex(0, -1)):
    print(z, repr(z), z.real, z.imag, z.conjugate(), abs(z), bool(z), -z, +z, z == z, hash(z) == hash(z))
print(complex(), complex(1), complex(1.5, -2), complex("1+2j"), complex(" -j "), complex("(3-4j)"), complex("1e3+.5J"), complex("inf-nanj"), complex(1j, 1j), complex(real=1, imag=2), complex(True), complex("5"))
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a ** 2, a ** b, a ** 0.5, 2 ** a, a == 3 + 4j, a != 3, a + 1, 1.5 - a, 2 * a, a / 2, 1 / a, a ** -1, a ** 0, 0j ** 0, abs(a), pow(a, 3), a ** 3j)
print(format(a), format(a, ".2f"), format(a, "e"), format(a, "+.1g"), format(a, "20"), format(a, "<20.1f"), format(a, "*^20"), format(a, ",.1f"), f"{a!r:>10}", "%s" % a, format(1e20j, "g"), format(a, "#.3g"))
cases = [lambda: complex("x"), lambda: complex(""), lambda: complex("1 + 2j"), lambda: complex("1", 2), lambda: complex(1, "2"), lambda: complex([]), lambda: complex(None), lambda: complex(1, None), lambda: complex(1, 2, 3), lambda: a < b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: int(a), lambda: float(a), lambda: a / 0, lambda: 0j ** -1, lambda: format(a, "d"), lambda: format(a, "010"), lambda: format(a, "=10"), lambda: format(a, "%"), lambda: round(a), lambda: a + "x", lambda: a[0], lambda: pow(a, 2, 3), lambda: [a].sort(), lambda: max(a, b), lambda: setattr(a, "real", 1), lambda: complex(b"1"), lambda: complex(foo=1), lambda: 1e200j * 1e200, lambda: (1e200 + 1e200j) ** 2, lambda: abs(complex(1e308, 1e308)), lambda: a @ b, lambda: "%d" % a, lambda: "%f" % a]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
print(hash(3 + 0j) == hash(3), 3 + 0j == 3.0, {3: "int"}[3 + 0j], hash(1.5 + 0j) == hash(1.5), sum([1j, 2]), 1j * 1j, (1 + 1j).__complex__(), a.__getnewargs__())
