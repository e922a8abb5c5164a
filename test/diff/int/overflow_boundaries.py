"""Results that cross the limits of 61- to 64-bit machine integers."""
edges = [2**30, 2**31, 2**32, 2**60, 2**61, 2**62, 2**63, 2**64]
for edge in edges:
    for delta in (-2, -1, 0, 1, 2):
        n = edge + delta
        print(n, -n, n + 1 - 1 == n, n - edge, n + n, n * 3, n * -n, -n - 1)
counter = 2**62 - 3
for _ in range(6):
    counter += 1
    print(counter, end=" ")
print()
counter = -(2**63) + 3
for _ in range(6):
    counter -= 1
    print(counter, end=" ")
print()
product = 1
for i in range(1, 30):
    product *= i
    if i > 18:
        print(i, product, product // 2**40, product % 1000007)
print(-(-(2**63)), abs(-(2**63)), (2**63) // -1, -(2**63) // -1, -(2**62) // -1, (-(2**61)) * -2)
print(3037000500 * 3037000500, 4611686018427387904 * 2, 1518500250 * 3037000500)


def huge_shifts():
    """No memory has room for the first ones; the last have more digits than an address could tell."""
    for count in 2**62, 2**63, 2**64, 2**66, 2**70, 10**400:
        for number in 1, -3, 2**100:
            try:
                number << count
            except (MemoryError, OverflowError) as error:
                print(count.bit_length(), number, repr(error))
        print(0 << count, 2**100 >> count, -1 >> count)


huge_shifts()
