# array.array gone through: every type code, its extremes, lists and searches, arrays that change meanwhile.
from array import array

EXTREMES = {'b': (-128, 127), 'B': (0, 255), 'h': (-2**15, 2**15 - 1), 'H': (0, 2**16 - 1), 'i': (-2**31, 2**31 - 1),
            'I': (0, 2**32 - 1), 'l': (-2**63, 2**63 - 1), 'L': (0, 2**64 - 1), 'q': (-2**63, 2**63 - 1),
            'Q': (0, 2**64 - 1), 'f': (-1.5, 3.0e38), 'd': (-1e308, 5e-324)}
for code, (low, high) in EXTREMES.items():
    numbers = array(code, [low, high, 0, 1, 7, low])
    print(code, len(numbers), list(numbers), [item for item in numbers], numbers.tolist() == list(numbers), numbers[-1],
          [type(item).__name__ for item in numbers][0], list(reversed(numbers)), numbers[1:4], sum(numbers[2:5]))
    print([wanted in numbers for wanted in (low, high, 7, 7.0, True, 2, '7', None, 2**70, 1.5)], numbers.index(7), numbers.count(low))
    first, *rest = numbers
    print(first, len(rest), max(numbers), min(numbers))
    numbers.byteswap()
    numbers.byteswap()
    print(numbers.tobytes().hex(), numbers == array(code, [low, high, 0, 1, 7, low]))
text = array('u', 'aé€😀')
print(list(text), 'é' in text, 'x' in text, 5 in text, text.tounicode())
broken = array('u')
broken.frombytes(b'\xff\xff\xff\x7f')
for operation in (lambda: list(broken), lambda: broken[0], lambda: 'a' in broken, broken.tounicode, lambda: repr(broken)):
    try:
        print(operation())
    except ValueError as error:
        print('ValueError', error)


class Wanted:
    def __eq__(self, other):
        print('asked about', other, end=' ')
        return other == 3


print(Wanted() in array('i', [1, 2, 3, 4]))
growing = array('i', [1, 2, 3])
seen = []
for item in growing:
    seen.append(item)
    if len(growing) < 6:
        growing.append(item * 10)
print(seen)
shrinking = array('d', range(6))
for item in shrinking:
    shrinking.pop()
print(shrinking)
iterator = iter(array('B', b'abc'))
print(next(iterator), iterator.__length_hint__() if hasattr(iterator, '__length_hint__') else '-', list(iterator), list(iterator))
for code in 'hHiIlLqQ':
    for number in (0.5, 'x', None, 2**64, -2**63 - 1):
        try:
            array(code, [number])
        except (TypeError, OverflowError) as error:
            print(code, type(error).__name__, error)
