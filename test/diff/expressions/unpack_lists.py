"""Taking lists and tuples apart: all items are read before one is assigned, whatever the targets do."""

import asyncio


def swap():
    row = [1, 2, 3]
    row[2], row[1], row[0] = row
    print(row)
    place, row[place] = [2, 'set']
    print(row)
    row[0], row = row[:2]
    print(row)


class Emptying:
    """Takes the items away from a list when it is dropped."""

    def __init__(self, items):
        self.items = items

    def __del__(self):
        print('dropped with', len(self.items))
        self.items.clear()


def changed_while_assigning():
    items = [object(), [4, 5], 'last']
    first = Emptying(items)
    first, (second, third), last = items
    print(type(first).__name__, second, third, last, items)


class Holder:
    items = None

    def __setattr__(self, name, value):
        print('set', name, value)
        if Holder.items:
            Holder.items.pop()
        object.__setattr__(self, name, value)


def into_attributes():
    holder = Holder()
    Holder.items = [1, 2, 3]
    holder.a, holder.b, holder.c = Holder.items
    print(Holder.items, vars(holder))
    Holder.items = [[1, 2], (3, 4)]
    (holder.a, holder.b), [holder.c, holder.d] = Holder.items
    print(Holder.items)
    Holder.items = None


class Own(list):
    def __iter__(self):
        print('own iterator')
        return iter('xyz')


class OwnTuple(tuple):
    def __iter__(self):
        return iter((7, 8))


def own_iterators():
    a, b, c = Own([1, 2, 3])
    print(a, b, c)
    a, b = OwnTuple((1, 2, 3))
    print(a, b)


def wrong(value):
    try:
        a, b = value
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
    else:
        print(a, b)
    try:
        a, *b, c = value
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
    else:
        print(a, b, c)


def lengths():
    for value in ([], [1], [1, 2], [1, 2, 3], (), (1,), (1, 2), (1, 2, 3), 'ab', 'abc', {'k': 1, 'v': 2}, {1: 1},
                  range(2), iter([1, 2]), iter([1]), iter([1, 2, 3]), 5, None, [[]], {3, 4}, b'xy'):
        wrong(value)
    [] = []
    () = []
    try:
        [] = [1]
    except ValueError as error:
        print(error)
    [one] = [[5]]
    (two,) = one
    print(one, two)


def unbound():
    try:
        a, b = [1]
    except ValueError:
        try:
            print(a, b)
        except UnboundLocalError as error:
            print(error)


def rows():
    table = [[i, [i * 2, (i * 3, float(i))]] for i in range(4)]
    total = 0.0
    for number, [double, (triple, real)] in table:
        total += number + double + triple + real * 0.5
    print(total)
    print([a + c for a, b, c in ([1, 2, 3], (4, 5, 6))], {k: v for k, v in [[1, 2], [3, 4]]})
    points = [[1.5, 2.5], [3.0, 4.0], [5, 6], [2 ** 70, 0.5], ['a', 'b']]
    length = 0.0
    try:
        for x, y in points:
            length += x * x + y * y
    except TypeError as error:
        print(error)
    print(length)


def matched(subject):
    match subject:
        case [1, x]:
            return 'one', x
        case [[a, b], {'k': c}]:
            return 'nested', a, b, c
        case [first, *rest, last]:
            return first, rest, last
        case [_]:
            return 'single'
    return None


class Equal:
    """Empties the list that is being matched."""

    def __init__(self, items):
        self.items = items

    def __eq__(self, other):
        self.items.clear()
        return True


def patterns():
    for subject in ([1, 2], (1, 2), [[3, 4], {'k': 5}], [1], [6, 7, 8, 9], [], [(1, 2), {}]):
        print(matched(subject))
    items = []
    items.extend([Equal(items), 'kept'])
    match items:
        case ['never', 'x']:
            print('first')
        case _:
            print('other', items)


async def value(result):
    await asyncio.sleep(0)
    return result


async def across_suspensions():
    target, source = {}, [[1, 2], 3]
    (target[await value('a')], target[await value('b')]), target[await value('c')] = source
    print(target)
    source = [1, 2]
    target[await value(source.clear() or 'x')], y = source_copy = [8, 9]
    print(target, y, source, source_copy)


def generated():
    a, b = yield
    while True:
        a, b = yield [a, b]


swap()
changed_while_assigning()
into_attributes()
own_iterators()
lengths()
unbound()
rows()
patterns()
asyncio.run(across_suspensions())
machine = generated()
next(machine)
print(machine.send([1, 2]), machine.send((3, 4)))
try:
    machine.send([1])
except ValueError as error:
    print(error)
for given in ((1,), [1, 2], (1, 2, 3), [1, 2, 3, 4], 'ab', iter((5, 6, 7)), {1: 2, 3: 4}):
    first, *rest = given
    print(first, rest)
for given in ((), [], (1,), [1], (1, 2), ''):
    try:
        a, *b, c = given
        print(a, b, c)
    except ValueError as error:
        print(error)
same = [1, 2, 3]
*same, last = same
print(same, last)
