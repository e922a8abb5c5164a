# Ints of any length as text and back, around the powers that a word holds.
import math

for exponent in (1, 8, 9, 10, 17, 18, 19, 20, 37, 38, 39, 57, 100, 190, 1000, 4000):
    for number in (10 ** exponent - 1, 10 ** exponent, 10 ** exponent + 1, 7 * 10 ** exponent):
        text = str(number)
        assert int(text) == number and int('-' + text) == -number and str(-number) == '-' + text
        assert int('0' * 50 + text) == number and int('_'.join(text)) == number
        print(len(text), text[:3], text[-3:], number % 1000003, int(text[::-1]) % 1000003)
for bits in (31, 32, 33, 61, 62, 63, 64, 65, 95, 96, 97, 127, 128, 129, 640, 3001):
    for number in (2 ** bits - 1, 2 ** bits, 2 ** bits + 1, -2 ** bits):
        print(str(number)[-25:], end=' ')
        for base, letter in ((2, 'b'), (8, 'o'), (16, 'x')):
            assert int(format(number, letter), base) == number
print()
for base in (3, 7, 10, 11, 35, 36):
    for length in (1, 6, 11, 12, 13, 14, 24, 25, 26, 40, 41, 200):
        digit = '0123456789abcdefghijklmnopqrstuvwxyz'[base - 1]
        assert int(digit * length, base) == base ** length - 1
        assert int('1' + '0' * length, base) == base ** length
print(int('0' * 100), int('-' + '0' * 40), int('٣' * 25), int(' 12345678901234567890123 '))
print([math.factorial(n) for n in (0, 1, 2, 19, 20, 21, 22, 40, 41)])
print([math.comb(n, k) for n, k in ((50, 25), (10, 3), (100, 1), (5, 6), (66, 33), (10 ** 20, 2))], math.perm(30, 22), math.perm(25))
