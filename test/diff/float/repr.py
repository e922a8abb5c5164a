"""The shortest decimal that reads back as the same float."""
values = [0.0, -0.0, 1.0, 0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 123456789012345680.0, 1e17, 1e21, 1e22,
          1.5e300, 1e-4, 1e-5, 0.00012345, 9.999999999999999e22, 1e23, 5e-324, 2.2250738585072014e-308,
          1.7976931348623157e308, 3.141592653589793, 2.718281828459045, 100.0, 1e100, 12345.678, 0.1 ** 10]
for value in values:
    print(value, repr(-value), str(value), [value], float(repr(value)) == value)
x = 1.0
for i in range(25):
    print(x, 1 / x, x * 1.1)
    x = x * 7.7 + 0.3
print(float("inf"), -float("inf"), float("nan"), 1e308 * 10, -1e308 * 10, 1e400)
print(4.35, 4.349999999999999, 0.3, 0.30000000000000004, 1.1 + 2.2, 1e16 + 1, 2**53 + 0.0, 9007199254740993.0)
