"""Functions of classes and modules that are called at one place many times, and replaced there, even by themselves;
`**mapping` whose keys change the mapping; objects that are compared by identity."""

import math
import string


class Tools:
    @staticmethod
    def work(number):
        if number == 150:
            Tools.work = staticmethod(lambda number: ('replaced', number))
        if number == 50:
            Tools.kept = 'set meanwhile'
        return ('first', number)

    def method(self, number):
        return number + 1


def of_a_class():
    seen = []
    for i in range(300):
        result = Tools.work(i)
        if not seen or seen[-1][0] != result[0]:
            seen.append(result)
    print(seen, Tools.kept)
    print(sum([Tools.method(None, i) for i in range(200)]))
    del Tools.work
    for i in range(3):
        try:
            Tools.work(i)
        except AttributeError as error:
            print(error)


def nested(i):
    """The function is looked up before its argument replaces it."""
    def swap(value):
        Tools.work = staticmethod(lambda number: ('swapped', number))
        return value

    Tools.work = staticmethod(lambda number: ('plain', number))
    return Tools.work(swap(i)), Tools.work(i)


def of_a_module():
    plain, total = math.floor, 0
    for i in range(200):
        if i == 120:
            math.floor = lambda number: 1000
        total += math.floor(i + 0.5)
    math.floor = plain
    print(total, math.floor(2.5))
    print({string.capwords('a b', sep=None) for i in range(100)})
    for i in range(100):
        try:
            math.sqrt('x') if i % 2 else math.sqrt(1, 2)
        except TypeError as error:
            if i > 97:
                print(error)


class Key(str):
    """Clears the mapping when it is compared."""
    mapping = None

    def __eq__(self, other):
        if Key.mapping is not None:
            Key.mapping.clear()
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def show(*args, **keywords):
    return args, keywords


def mappings():
    keywords = {'a': 1, 'b': [2]}
    got = show(**keywords)[1]
    got['c'] = 3
    print(keywords, got is keywords, show(1, *[2], x=0, **keywords), show(**{}), show(**keywords, **{'z': 1}))
    for bad in ({1: 2}, {'a': 1, None: 2}, 5, [('a', 1)]):
        try:
            print(show(**bad))
        except TypeError as error:
            print(error)
    try:
        show(a=2, **keywords)
    except TypeError as error:
        print(error)
    mapping = {Key('a'): 1, 'b': 2}
    Key.mapping = mapping
    print(sorted(show(**mapping)[1]))


class Plain:
    pass


class Always:
    def __eq__(self, other):
        return True


class Never(Plain):
    def __eq__(self, other):
        return NotImplemented


def identities():
    one, other, always, never = Plain(), Plain(), Always(), Never()
    row = [one, Plain, int, always]
    print(other in [one, Plain], one in [other, one], Plain in (int, Plain), other in row, row.index(int), never == one,
          one == always, [other].count(always), never in [one], None in [one], one != other, [one] == [other],
          (Plain, 1) == (Plain, 1), {Plain: 1}[Plain])


of_a_class()
print([nested(i) for i in range(70)][-1])
of_a_module()
mappings()
identities()
