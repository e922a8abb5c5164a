# Texts sorted: short ones, with zeros inside, prefixes of each other, at the border of lengths, beside wide and long ones.
import random

random.seed(3)
POOLS = ['ab', 'a\0', '\0\x01', 'xyz\xff\xe9', 'a€', 'b😀', '\x7f\x80']
for pool in POOLS:
    for longest in (1, 3, 7, 8, 12):
        texts = [''.join(random.choice(pool) for _ in range(random.randrange(longest + 1))) for _ in range(60)]
        ordered = sorted(texts)
        assert all(a <= b for a, b in zip(ordered, ordered[1:]))
        down = sorted(texts, reverse=True)
        assert down == ordered[::-1]
        print(ascii(ordered[:4]), ascii(ordered[-2:]))
print(sorted(['', 'a', '', '\0', '\0\0', 'a\0', 'a\0b', 'ab', 'a', 'abcdefg', 'abcdefgh', 'abcdef', 'ABCDEFG']))
print(sorted(['b', 'a', 'é', 'z', 'Z', 'ÿ', '€']), sorted(['b', 'a', 'é', 'z', 'ÿ']))


class Text(str):
    def __lt__(self, other):
        return str(self)[::-1] < str(other)[::-1]


print(sorted([Text('ab'), Text('ba'), Text('aa')]), sorted(['ab', Text('ba'), 'aa']))
records = [(i, random.choice(['x', 'y', 'zz', ''])) for i in range(30)]
print(sorted(records, key=lambda record: record[1]))
print(sorted(records, key=lambda record: record[1], reverse=True))
print(sorted(records, key=lambda record: 'k' + record[1] * 5)[:5])
names = ['n%d' % (i * 37 % 100) for i in range(100)]
names.sort()
print(names[:12], names[-3:])
names.sort(key=str.upper, reverse=True)
print(names[:5])
for odd in ([1, 'a'], ['a', 1], ['a', None, 'b'], ['a', b'a']):
    try:
        print(sorted(odd))
    except TypeError as error:
        print(error)
