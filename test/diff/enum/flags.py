"""Flag and IntFlag: operators, iteration, containment, naming, boundaries, zero, inversion."""

from enum import Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


class Bits(IntFlag):
    A = 1
    B = 2
    D = 8


rw = Perm.R | Perm.W
print(rw, repr(rw), rw is Perm.RW, rw.value, rw.name, Perm.R in rw, Perm.X in rw, list(rw), len(rw), bool(Perm.NONE), bool(Perm.R), Perm.NONE, repr(Perm.NONE), Perm(0), Perm(7), repr(Perm(5)))
print(~Perm.R, rw & Perm.W, rw ^ Perm.R, rw & ~Perm.W, Perm.R | Perm.X, (Perm.R | Perm.X).name, list(Perm), [p.name for p in Perm], Perm["RW"], Perm.R == 1, Perm.R | Perm.NONE)
print(Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits.A | 4, repr(Bits(16)), Bits.A + 1, ~Bits.A, repr(~Bits.A), Bits(3), Bits.A == 1, Bits.A & 1, list(Bits(11)), f"{Bits.A | Bits.B}", f"{Bits.D:#x}", str(Bits(0)), repr(Bits(0)), int(Bits(5)))
for case in (lambda: Perm(8), lambda: Perm(-1), lambda: Perm.R | 1, lambda: Perm.R & "x", lambda: Perm("R"), lambda: Perm.R < Perm.W, lambda: Perm["Q"], lambda: 5 in Perm.R, lambda: Bits("x"), lambda: Bits(-1)):
    try:
        print(repr(case()))
    except Exception as error:
        print(type(error).__name__, error)
state = Perm.NONE
for p in (Perm.R, Perm.X):
    state |= p
print(state, Perm.X in state, state == Perm.R | Perm.X, {state: "set"}[Perm.X | Perm.R])
state &= ~Perm.R
state ^= Perm.W
print(state, sorted(p.name for p in state))


# Copies and pickles are made of the parts; what verify() looks at; values that cannot be flags.
import copy
import operator
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, verify


class Odd(Flag):
    A = 3
    B = 4
    C = 7
    D = 16


class Ints(IntFlag):
    A = 1
    B = 6


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error, "|", repr(error.__context__))


for item in (Odd.B, Odd.B | Odd.D, Odd(0), Ints.A, Ints.A | 6, Ints(9)):
    attempt(lambda: item.__reduce_ex__(2))
    attempt(lambda: copy.deepcopy(item) == item)
    attempt(lambda: copy.copy(item) is item)
for check in (CONTINUOUS, NAMED_FLAGS, UNIQUE):
    for names in ({"A": 1, "B": 2, "C": 3}, {"A": 1, "C": 7}, {"A": 3, "B": 6}, {"A": 0, "B": 1, "C": 8}, {"A": 1, "B": 2, "C": 1, "D": 31}, {"A": 1, "B": -1}):
        for base in (Flag, IntFlag, Enum):
            attempt(lambda: verify(check)(base("Made", names)))
attempt(lambda: verify(NAMED_FLAGS)(Enum("Made", {"A": (1, 2), "B": "x", "C": 2.5})))
attempt(lambda: verify(UNIQUE)(int))
for values in (["x"], [(1, 2)], [2.5], [None], [1, "x"], [-1, -2]):
    attempt(lambda: Flag("Made", {f"N{i}": value for i, value in enumerate(values)}))


def flag_with(generate):
    class Made(Flag):
        _generate_next_value_ = staticmethod(generate)
        A = auto()
        B = auto()
    return list(Made)


attempt(lambda: flag_with(lambda name, start, count, last: name.lower()))
attempt(lambda: flag_with(lambda name, start, count, last: 1 << count))


class Shown:
    def __init__(self, value):
        self.shown = value

    def __repr__(self):
        return f"<shown {self.shown}>"


class WithRepr(Shown, Enum):
    A = 1


class Hexed(int):
    def __repr__(self):
        return hex(self)


class HexFlag(Hexed, Flag):
    A = 1
    B = 16


print(repr(WithRepr.A), WithRepr.A, repr(HexFlag.A), repr(HexFlag.A | HexFlag.B), HexFlag._value_repr_ is Hexed.__repr__)
print(operator.or_(Odd.B, Odd.D))
