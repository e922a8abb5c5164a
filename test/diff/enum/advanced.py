# enum: Flag operations and boundaries, StrEnum, auto, _missing_, _generate_next_value_, member, nonmember, verify, functional API.
import enum
import pickle
from enum import *


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W


print(Perm.R | Perm.X, Perm.RW, Perm(7), Perm(0), ~Perm.R, Perm.RW & Perm.W, Perm.R ^ Perm.RW, Perm.W in Perm.RW, Perm.RW in Perm.W, list(Perm), list(Perm.RW), len(Perm.RW), bool(Perm(0)), Perm.RW.name, (Perm.R | Perm.X).name, repr(Perm.R | Perm.X), Perm(6) is Perm.RW, Perm['R'], Perm.__members__.keys(), sorted(Perm, key=lambda p: p.value), iter(Perm.RW).__next__())
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    F = Flag('F', 'A B', boundary=boundary)
    try:
        print(boundary, repr(F(9)), F(3), ~F.A)
    except ValueError as error:
        print(boundary, error)


class I(IntFlag):
    A = auto()
    B = auto()
    D = 8


print(I.A | 8, I.A + 1, I(3), I(16), I.A | I.B == 3, ~I.A, I.D.value, 5 & I.A, repr(I(7)), str(I.B), f'{I.B}', I.A._value_, int(I.D))


class S(StrEnum):
    ONE = auto()
    TWO = 'deux'


print(S.ONE, S.TWO, S.ONE == 'one', S('deux'), S.ONE.upper(), f'{S.TWO:>6}', repr(S.ONE), S.TWO + '!', isinstance(S.ONE, str))


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f'{name}-{start}-{count}-{last_values}'

    A = auto()
    B = auto()

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == 'default' else None


print(Auto.A.value, Auto.B.value, Auto('default'))
for call in (lambda: Auto('zzz'), lambda: Auto['zzz'], lambda: Auto.zzz, lambda: setattr(Auto, 'A', 1), lambda: delattr(Auto, 'A'), lambda: setattr(Auto.A, 'value', 5), lambda: Auto.A < Auto.B, lambda: Enum('E', 'a a'), lambda: Perm(8), lambda: Perm.R | 1, lambda: type('X', (Auto,), {}), lambda: I('x'), lambda: S(5), lambda: len(Auto), lambda: Perm.R in Auto, lambda: Enum('E', 5), lambda: Auto(), lambda: StrEnum('Q', [('a', 1)]), lambda: Perm('R'), lambda: I.A in [1], lambda: Auto.A.B):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    ALIAS = (5.97, 6.37)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def ratio(self):
        return round(self.mass / self.radius, 3)

    @classmethod
    def first(cls):
        return next(iter(cls))

    inner = nonmember(5)


print(Planet.EARTH.ratio, Planet.first(), Planet.ALIAS, Planet.ALIAS is Planet.EARTH, list(Planet.__members__), Planet((0.64, 3.39)), Planet.inner, Planet.EARTH.__class__, Planet.EARTH.mass, hash(Planet.MARS) == hash('MARS'))
Animal = Enum('Animal', {'CAT': 'miau', 'DOG': 'wuff'}, module=__name__, qualname='Q.Animal')
Num = IntEnum('Num', ['x', 'y'], start=5)
print(list(Animal), list(Num), Num.y + 1, Animal.__qualname__, Enum('T', [('a', 1), ('b', 2)])(2), Enum('U', 'p,q r').r.value, pickle.loads(pickle.dumps(Perm.RW)) is Perm.RW, Num.x.__reduce_ex__(2)[1] if False else '', max(Num), {Num.x: 1}[5])
for check, body in ((UNIQUE, {'A': 1, 'B': 1}), (CONTINUOUS, {'A': 1, 'B': 5})):
    base = Flag if check is NAMED_FLAGS else Enum
    try:
        print(verify(check)(base('V', body)))
    except ValueError as error:
        print(error)
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
        C = 1
except ValueError as error:
    print(error)


class Ordered(Enum):
    _order_ = 'A B'
    _ignore_ = ['skip']
    skip = 5
    A = 1
    B = 2

    def __lt__(self, other):
        return self.value < other.value

    def __str__(self):
        return f'<{self.name}>'


print(sorted([Ordered.B, Ordered.A]), f'{Ordered.A}', hasattr(Ordered, 'skip'), dir(Ordered.A)[-3:], Ordered.A.name, enum.EnumMeta is enum.EnumType, isinstance(Ordered, EnumType), [m.value for m in reversed(Ordered)])


class Mixed(float, Enum):
    HALF = 0.5
    ONE = '1.0'


print(Mixed.HALF + 1, Mixed.ONE.value, Mixed(0.5), repr(Mixed.HALF), str(Mixed.HALF), f'{Mixed.HALF:>12}')


class Told(enum.Enum):
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        print('subclass', cls.__name__, list(cls), list(cls.__members__))


class Watching:
    def __set_name__(self, owner, name):
        print('set name', owner.__name__, name, owner._member_names_)

    def __get__(self, instance, owner):
        return 'watched', instance


class Portion(Told):
    SMALL = 1
    watch = Watching()
    LARGE = 2


print(Portion.watch, Portion.LARGE.watch)
for make in (lambda: enum.IntEnum('Wrong', {'A': 1, 'B': None}), lambda: Portion('nothing')):
    try:
        print(make())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, repr(error.__cause__), repr(error.__context__))
try:
    class Fails(enum.Enum):
        A = 0

        def __init__(self, value):
            self.half = 1 / value
except ZeroDivisionError as error:
    print(error, repr(error.__cause__))


import enum


class Period(enum.Enum):
    _ignore_ = "Period i"
    Period = vars()
    for i in range(3):
        Period["month_%d" % i] = i * 30, "month"


print(hasattr(Period, "_ignore_"), hasattr(Period, "Period"), hasattr(Period, "i"), list(Period))


class Several(enum.Enum):
    ONE = enum.auto()
    TWO = enum.auto(), enum.auto()
    THREE = enum.auto(), 7, enum.auto()
    FOUR = enum.auto()


print(list(Several))
