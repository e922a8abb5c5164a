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
