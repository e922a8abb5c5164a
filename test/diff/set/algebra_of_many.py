# The operators of sets on sets of many sizes: order of the results, frozensets and subclasses, dicts and views as
# operands, items whose comparison is seen, fails or changes the set.
import random

random.seed(5)


class Set(set):
    def __iter__(self):
        print('iter', end=' ')
        return super().__iter__()


class Frozen(frozenset):
    pass


def show(label, value):
    print(label, type(value).__name__, list(value))


samples = [[], [1], list(range(7)), list(range(3, 60)), [2**61 - 1, -1, -2, 0, 5], [i * 64 for i in range(40)],
           random.sample(range(-10**6, 10**6), 30), ['k%d' % i for i in range(0, 30, 2)], ['a', 1, 'b', 2.0, None, (1, 2)]]
for left in samples:
    for right in samples:
        numbers = not any(isinstance(item, str) for item in left + right)
        a, b = set(left), frozenset(right + left[:3])
        for label, result in (('-', a - b), ('&', a & b), ('r-', b - a), ('r&', b & a), ('d', a.difference(right)),
                              ('i', a.intersection(right))):
            if numbers:
                show(label, result)
            else:
                print(label, type(result).__name__, sorted(result, key=repr))
        print(a.isdisjoint(b), b.isdisjoint(a), a.isdisjoint(right), a <= b, a >= b, a < b, a == b, b <= a)
for size in (0, 1, 4, 5, 6, 18, 19, 20, 100, 400):
    numbers = [i * 37 % 1009 for i in range(size)]
    made = [set(numbers), set(tuple(numbers)), frozenset(numbers), set(iter(numbers)), set(dict.fromkeys(numbers))]
    print(size, [list(one) == list(made[0]) for one in made], list(made[0])[:20])
show('sub', Set([1, 2, 3]) - {2})
show('and', Frozen([1, 2, 3]) & {2, 3})
show('sub', Set([1, 2, 3]).difference(Frozen([1])))
print(Set([1, 2]).isdisjoint(Set([3])), {1}.isdisjoint(Set([3])), {1}.isdisjoint(Frozen([1])))
show('dict', {1, 2, 3} - {1: 1}.keys())
show('dict', {1, 2, 3}.difference({1: 1, 5: 5}))
show('dict', {1, 2, 3}.intersection({1: 1, 5: 5}))
for operation in (lambda: {1} - [1], lambda: {1} & {1: 2}, lambda: set([[]]), lambda: {1}.difference([[]]),
                  lambda: {1}.isdisjoint([[]]), lambda: set([1, 2, {}, 3]), lambda: {1}.difference(5)):
    try:
        print(operation())
    except TypeError as error:
        print(error)


class Key:
    def __init__(self, number, act=None):
        self.number, self.act = number, act

    def __hash__(self):
        return self.number % 4

    def __eq__(self, other):
        if self.act:
            self.act(self)
        return isinstance(other, Key) and self.number == other.number

    def __repr__(self):
        return 'Key(%d)' % self.number


def boom(key):
    raise ValueError(key.number)


many = [Key(i) for i in range(12)]
print(sorted((set(many) - set(Key(i) for i in range(0, 12, 3))), key=lambda key: key.number))
print(sorted((set(many) & set(Key(i) for i in range(0, 12, 3))), key=lambda key: key.number))
bad = Key(4, boom)
for operation in (lambda: set(many) - {bad}, lambda: {bad} - set(many), lambda: {bad} & set(many), lambda: set(many + [bad]),
                  lambda: set(many).isdisjoint({bad, Key(8)}), lambda: {bad, Key(50)} <= set(many)):
    try:
        print(operation())
    except ValueError as error:
        print('ValueError', error)

items = []


def shrink(key):
    del items[2:]


items[:] = [Key(0), Key(4, shrink), Key(8), Key(12), Key(16)]
print(set(items) and len(items))


def grow(key):
    if len(items) < 9:
        items.append(Key(len(items) * 4))


items[:] = [Key(0), Key(4, grow), Key(8)]
print(sorted(key.number for key in set(items)), len(items))
