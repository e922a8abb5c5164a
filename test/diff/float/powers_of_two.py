# The shortest digits of powers of two, whose neighbours lie at different distances.
for exponent in range(-1074, 1024, 7):
    print(2.0 ** exponent, end=' ')
print()
print(2 ** -24, 2 ** -44, 9007199254740992.0, 2 ** 89 * 1.0, 5e-324, 2.2250738585072014e-308)
