# Calls of methods at one place, while instances, classes and their bases get attributes of the same name: what is
# remembered at the place must not outlive them. The class is an ordinary one, one over a built-in type, one of abc.
import abc
import io


def call(thing):
    return thing.act()


def check(base, make):
    class Child(base):
        pass

    plain, special = make(Child), make(Child)
    special.act = lambda: 'of the instance'
    print(call(special), call(special), call(special))
    base.act = lambda self: 'of the base'
    print([call(plain) for _ in range(5)], call(special), call(plain), call(special))
    Child.act = lambda self: 'of the class'
    print([call(plain) for _ in range(5)], call(special))
    del special.act
    print(call(special), call(plain))
    del Child.act
    print([call(special) for _ in range(3)], call(plain))
    plain.act = lambda: 'late'
    print([call(thing) for thing in (plain, special, plain, special)])
    vars(special)['act'] = lambda: 'by the dict'
    print([call(thing) for thing in (plain, special, plain, special)])


class Plain:
    pass


class Number(int):
    pass


class Words(list):
    pass


class Abstract(abc.ABC):
    pass


class Text(io.StringIO):
    pass


for base in (Plain, Number, Words, Abstract, Text):
    print(base.__name__)
    check(base, lambda cls: cls())


class Counted(abc.ABC):
    made = 0

    def __init__(self):
        type(self).made += 1

    @abc.abstractmethod
    def act(self):
        ...


class Real(Counted):
    def act(self):
        return self.made


things = [Real() for _ in range(4)]
print([call(thing) for thing in things], Real.made, Counted.made)
Real.made = 10
things[1].made = 'own'
print([call(thing) for thing in things])
Real.made = 11
print([call(thing) for thing in things])

# Files in memory, whose methods are called in loops, with attributes of their own.
for make, piece in ((io.StringIO, 'ab'), (io.BytesIO, b'ab')):
    file = make()
    for i in range(5):
        file.write(piece)
    file.write = lambda data: 'taken'
    print([file.write(piece) for _ in range(3)], file.getvalue())
    del file.write
    print([file.write(piece) for _ in range(3)], file.getvalue(), file.tell())


# Methods of ints at one place: small ones, long ones, bools, subclasses, others.
class Small(int):
    def bit_length(self):
        return 'mine'


class Other:
    def bit_length(self):
        return 'other'


def bits(number):
    return number.bit_length()


numbers = [5, 5, 5, 2**70, 0, -1, True, Small(3), 7, Other(), 2**61, -2**63, 9, False]
print([bits(number) for number in numbers * 2])


def packed(number, *args):
    return number.to_bytes(4, *args)


for number in (1, 2, 3, 2**40, -1, 4, True):
    for arguments in (('big',), ('little',), ()):
        try:
            print(packed(number, *arguments), number.to_bytes(4, 'big', signed=number < 0))
        except OverflowError as error:
            print(error)
for thing in (1, 2, int, 3, int, 4):
    try:
        print(thing.bit_count(6) if thing is int else thing.bit_count())
    except TypeError as error:
        print(error)
for thing in (1, 2, 3, 4, None, 5, 'x'):
    try:
        print(thing.conjugate(), thing.as_integer_ratio())
    except AttributeError as error:
        print(error)
try:
    for i in range(4):
        i.bit_length(1)
except TypeError as error:
    print(error)
