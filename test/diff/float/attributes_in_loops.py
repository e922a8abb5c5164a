# Floats in attributes, read and assigned in loops that compute with them: what the compiler guesses of them fails in
# every way it can, in the middle of a loop and in the middle of a statement.

import copy
import math
import weakref
from dataclasses import dataclass


class Point:
    def __init__(self, x, y, v):
        self.x = x
        self.y = y
        self.v = v


class Slotted:
    __slots__ = ("x", "y", "v")

    def __init__(self, x, y, v):
        self.x = x
        self.y = y
        self.v = v


@dataclass
class Record:
    x: float
    y: float
    v: float = 0.0


@dataclass(slots=True)
class SlottedRecord:
    x: float
    y: float
    v: float = 0.0


class Derived(Point):
    pass


class SlottedWithDict(Slotted):
    def __init__(self, x, y, v):
        super().__init__(x, y, v)
        self.extra = x


def advance(points, dt):
    for a in points:
        for b in points:
            dx = a.x - b.x
            dy = a.y - b.y
            force = dt / (1.0 + math.sqrt(dx * dx + dy * dy))
            a.v -= dx * force
            b.v += dy * force
            a.x += a.v * dt
            b.y -= b.v * dt


def show(points):
    for p in points:
        print(type(p).__name__, repr(p.x), repr(p.y), repr(p.v))


# One class, then several at one place, and each object meets itself.
classes = [Point, Slotted, Record, SlottedRecord, Derived, SlottedWithDict]
for some in [[c] for c in classes] + [classes[:2], classes, classes[::-1]]:
    points = [c(0.5 * i, 1.0 - i, 0.25) for i, c in enumerate(some + some)]
    for _ in range(5):
        advance(points, 0.01)
    show(points)


# A float that was read is what was stored, and stays what it is when the attribute changes.
def collect(p, count):
    seen = []
    for i in range(count):
        before = p.v
        seen.append(before)
        p.v += 0.5
        after = p.v
        p.v = before
        seen.append(p.v is before)
        p.v = after
        seen.append(p.v is after and p.v is not before)
        p.v = p.v * 1.0 + p.x
    return seen


print(collect(Point(1.5, 2.5, 0.0), 4))
print(collect(Slotted(1.5, 2.5, 0.0), 4))


# Two attributes, and two objects, with one float; the same object under two names.
def share(a, b, count):
    for _ in range(count):
        a.x = a.y
        b.x = a.x
        a.x += 1.0
        b.x -= 0.25
        a.y += b.x * 0.5
        b.v = a.v + b.v
    return a.x, a.y, a.v, b.x, b.y, b.v


for kind in classes:
    p, q = kind(1.0, 2.0, 3.0), kind(4.0, 5.0, 6.0)
    q.y = p.y
    p.v = q.v
    print(share(p, q, 3), share(p, p, 2), share(q, p, 2))
    held = p.x
    print(share(p, q, 2), held)


# What is handed on from attribute to attribute is one object.
def hand_on(a, b, count):
    same = []
    for _ in range(count):
        a.x = a.x * 1.5 + b.y
        b.x = a.y
        a.v = b.x
        same.append((b.x is a.y, a.v is a.y, a.x is b.x))
        b.x = b.x + a.v
        same.append((b.x is a.y, a.v is a.y))
    return same


print(hand_on(Point(1.0, 2.0, 3.0), Point(4.0, 5.0, 6.0), 2), hand_on(Slotted(1.0, 2.0, 3.0), Record(4.0, 5.0, 6.0), 2))


# The value is kept by somebody else while it is updated.
def updated(p, keep):
    total = 0.0
    for i in range(6):
        if i % 2:
            keep.append(p.x)
        p.x += 0.125
        total += p.x * 2.0
    return total


keep = []
p = Point(0.5, 0.0, 0.0)
print(updated(p, keep), keep, p.x)


# Not a number, zeros, infinities.
def odd(p, factor):
    for _ in range(3):
        p.x = p.x * factor
        p.y = p.x - p.y
        p.v = p.v / 3.0 - p.x * 0.0
    return p


nan = float("nan")
for value in (nan, -0.0, 0.0, float("inf"), -math.inf, 5e-324, 1.7e308):
    p = odd(Point(value, value, value), 2.0)
    print(p.x, p.y, p.v, math.copysign(1.0, p.y), p.x == p.x)
p = Point(nan, nan, nan)
print(p.x is nan, p.x is p.y, [p.x] == [p.y], p.x == p.y)


# Attributes that hold something else for a while.
class Real(float):
    def __add__(self, other):
        return Real(float(self) + other + 100.0)

    def __mul__(self, other):
        return "product"


def grow(p, n):
    for _ in range(n):
        p.x = p.x + p.y * 0.5
        p.v = p.v + p.x
    return p.x, p.v


for value in (1, True, Real(1.5), 2 + 1j, 10**30):
    for kind in classes:
        for name in ("x", "v"):
            p = kind(1.0, 2.0, 3.0)
            setattr(p, name, value)
            print(name, [(type(v).__name__, v) for v in grow(p, 2)], type(p.x) is float)
for value in (None, "text"):
    for name in ("x", "y", "v"):
        p = Point(1.0, 2.0, 3.0)
        setattr(p, name, value)
        try:
            print(grow(p, 2))
        except TypeError as error:
            print(name, error, p.x, p.y, p.v)


# Attributes that are deleted, unset, or come in another order.
for kind in classes:
    for name in ("x", "y", "v"):
        p = kind(1.0, 2.0, 3.0)
        grow(p, 1)
        delattr(p, name)
        try:
            grow(p, 1)
        except AttributeError as error:
            print(error, getattr(p, "x", None), getattr(p, "y", None), getattr(p, "v", None))
        setattr(p, name, 0.5)
        print(grow(p, 2))

empty = Slotted.__new__(Slotted)
try:
    grow(empty, 1)
except AttributeError as error:
    print(error)
empty.v = 1.0
empty.y = 2.0
empty.x = 3.0
print(grow(empty, 2))
backwards = Point.__new__(Point)
backwards.v, backwards.y, backwards.x = 1.0, 2.0, 3.0
print(grow(backwards, 2), list(vars(backwards)))

# __dict__ is asked for, changed and replaced.
p = Point(1.0, 2.0, 3.0)
names = vars(p)
print(grow(p, 2), names)
names["x"] = 10.0
print(grow(p, 2), names)
p.__dict__ = {"x": 1.5, "y": 0.5, "v": 0.0}
print(grow(p, 2), names, p.__dict__)
copied = copy.deepcopy(Slotted(1.0, 2.0, 3.0))
print(grow(copied, 2))
copied = copy.deepcopy(Derived(1.0, 2.0, 3.0))
print(grow(copied, 2), copied.__dict__)


# The class changes: descriptors, __setattr__ and __getattribute__ come and go.
class Changing:
    def __init__(self, x, y, v):
        self.x = x
        self.y = y
        self.v = v


c = Changing(1.0, 2.0, 3.0)
print(grow(c, 2))
Changing.y = 100.0
print(grow(c, 2))
Changing.y = property(lambda self: 1000.0)
print(grow(c, 2))
Changing.v = property(lambda self: 0.5, lambda self, value: print("set", value))
print(grow(c, 2))
del Changing.y, Changing.v
print(grow(c, 2))
Changing.__setattr__ = lambda self, name, value: object.__setattr__(self, name, value + 1.0)
print(grow(c, 2))
del Changing.__setattr__
print(grow(c, 2))
Changing.__getattribute__ = lambda self, name: object.__getattribute__(self, name) * 2.0
print(grow(c, 2))
del Changing.__getattribute__
print(grow(c, 2))
Changing.__getattr__ = lambda self, name: 0.25
del c.y
print(grow(c, 2))
c.__class__ = Derived
c.y = 2.0
print(grow(c, 2), type(c).__name__)


class Borrowing:
    x = Slotted.x

    def __init__(self):
        self.y = self.v = 1.0


b = Borrowing()
for _ in range(3):
    try:
        print(grow(b, 1))
    except TypeError as error:
        print(error)
    try:
        b.x = 2.0
    except TypeError as error:
        print(error)

Slotted.x, kept = 7.0, Slotted.x
s = Slotted.__new__(Slotted)
s.y = s.v = 1.0
try:
    print(grow(s, 1))
except AttributeError as error:
    print(error)
Slotted.x = kept
s.x = 1.0
print(grow(s, 2))


# Code runs in the middle: a finaliser, a property, an operator of another class.
class Meddler:
    def __init__(self, target):
        self.target = target

    def __del__(self):
        self.target.x = 50.0
        self.target.v = None


def meddle(p, n):
    for i in range(n):
        p.x = p.x * 2.0
        helper = Meddler(p) if i == 1 else None
        p.v = p.v + p.x
        helper = None
        p.x = p.x + 1.0
        p.v = (p.v or 0.0) + p.x * 0.5
    return p.x, p.v


print(meddle(Point(1.0, 2.0, 3.0), 4))


class Number:
    def __init__(self, target):
        self.target = target

    def __radd__(self, other):
        self.target.x = "changed"
        return other * 2.0


def operate(p, other, n):
    for i in range(n):
        p.x = p.x * 0.5
        p.v = p.x + p.v + other[i]
        p.y = p.y + 1.0
    return p.x, p.y, p.v


p = Point(1.0, 2.0, 3.0)
try:
    print(operate(p, [1.0, Number(p), 2.0], 3))
except TypeError as error:
    print(error, p.x, p.y, p.v)


# Functions of reals that are replaced.
def roots(p, n):
    for _ in range(n):
        p.x = math.sqrt(p.x) + math.sin(p.y)
    return p.x


print(roots(Point(2.0, 0.5, 0.0), 3))
sine, math.sin = math.sin, lambda x: 100.0
print(roots(Point(2.0, 0.5, 0.0), 3))
math.sin = math.cos
print(roots(Point(2.0, 0.5, 0.0), 3))
math.sin = sine
print(roots(Point(2.0, 0.5, 0.0), 3))
try:
    print(roots(Point(-2.0, 0.5, 0.0), 3))
except ValueError as error:
    print(error)

# Objects of classes that end.
for i in range(5):

    class Local:
        def __init__(self):
            self.v, self.x, self.y = 0.0, 0.5, 0.25
            if i % 2:
                self.more = i

    p = Local()
    print(grow(p, 3))
    alive = weakref.ref(Local)
    del p, Local
