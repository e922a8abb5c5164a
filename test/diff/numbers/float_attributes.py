"""Functions whose attributes are mostly floats: what the compiler guesses, and where it is wrong."""
import math
from dataclasses import dataclass


class Body:
    def __init__(self, x, y, mass):
        self.x = x
        self.y = y
        self.vx = 0.0
        self.vy = 0.0
        self.mass = mass
        self.steps = 0

    def advance(self, dt):
        self.x += dt * self.vx
        self.y += dt * self.vy
        self.steps += 1
        return self.x * self.x + self.y * self.y


def pull(bodies, dt):
    total = 0.0
    for i in range(len(bodies)):
        a = bodies[i]
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            square = dx * dx + dy * dy
            force = dt / (square * math.sqrt(square))
            a.vx -= dx * b.mass * force
            a.vy -= dy * b.mass * force
            b.vx += dx * a.mass * force
            b.vy += dy * a.mass * force
            total += force
    return total


def attempt(action, *arguments):
    try:
        print(action.__name__, action(*arguments))
    except Exception as error:
        print(action.__name__, type(error).__name__, error)


def show(bodies):
    for body in bodies:
        print({name: value for name, value in vars(body).items()})


def make():
    return [Body(0.0, 0.0, 10.0), Body(1.5, 2.5, 0.5), Body(-3.25, 1.0, 2.0)]


bodies = make()
for _ in range(5):
    print(pull(bodies, 0.125), [body.advance(0.5) for body in bodies])
show(bodies)

# Ints, bools, strings and nothing where floats are expected.
for wrong in (3, True, 10**30, 2**60 + 1, "text", None, 1 + 2j, [1.0]):
    for name in ("x", "mass", "vx"):
        bodies = make()
        print(repr(wrong), name)
        setattr(bodies[1], name, wrong)
        attempt(pull, bodies, 0.125)
        attempt(bodies[1].advance, 0.5)
        attempt(bodies[1].advance, wrong)
        show(bodies)

# No attribute at all, and one that is deleted and comes back in another place.
bodies = make()
del bodies[2].mass
attempt(pull, bodies, 0.125)
show(bodies)
bodies[2].mass = 4.0
attempt(pull, bodies, 0.125)
show(bodies)

# Division by zero, square roots of nothing, no numbers and infinities.
bodies = make()
bodies[1].x = bodies[1].y = 0.0
attempt(pull, bodies, 1.0)
for odd in (math.nan, math.inf, -math.inf, 1e200, -0.0):
    bodies = make()
    bodies[2].x = odd
    attempt(pull, bodies, 0.5)
    show(bodies)


def root(body):
    if body.x > 100.0:
        return body.x
    return math.sqrt(body.x - body.y) * body.mass + math.sqrt(body.mass)


attempt(root, Body(5.0, 1.0, 4.0))
attempt(root, Body(1.0, 5.0, 4.0))
attempt(root, Body(1e300 * 10, 5.0, 4.0))
attempt(root, Body(50.0, 5.0, math.inf))
real = math.sqrt
math.sqrt = lambda number: number * 2
attempt(root, Body(5.0, 1.0, 4.0))
math.sqrt = real
attempt(root, Body(5.0, 1.0, 4.0))


# A float that others hold too keeps its value.
def shared(body):
    before = body.x
    also = body.x
    body.x += 1.0
    body.x *= 2.0
    after = body.x
    body.x -= 0.5
    return before, also, after, body.x, before is also


def drift(body, history):
    for _ in range(4):
        body.x += body.vx * 0.5
        history.append(body.x)
        body.vx = body.x
        body.y = body.x = body.x - body.y
    return history


body = Body(1.0, 2.0, 3.0)
print(shared(body), shared(body))
print(drift(body, []), drift(Body(0.1, 0.2, 0.3), []))


def same(a, b):
    a.x = a.x + 1.0
    b.x = b.x * 3.0
    c = a.x
    b.x = b.x - a.x
    return a.x + b.x - c


body = Body(1.0, 2.0, 3.0)
print(same(body, body), same(body, Body(2.0, 3.0, 1.0)), vars(body))


# Classes that look alike.
class Slotted:
    __slots__ = ("x", "y", "vx", "vy", "mass", "steps")
    __init__ = Body.__init__
    advance = Body.advance


class Loud(Body):
    @property
    def mass(self):
        print("mass asked")
        return 2.5

    @mass.setter
    def mass(self, value):
        print("mass set", value)


class Lazy:
    def __getattr__(self, name):
        print("get", name)
        if name == "steps":
            return 0
        return float(len(name))

    advance = Body.advance


class Guarded(Body):
    def __setattr__(self, name, value):
        if name == "vx" and value:
            print("vx becomes", round(value, 6))
        object.__setattr__(self, name, value)


class Many(Body):
    def __init__(self, *arguments):
        for i in range(80):
            setattr(self, f"a{i}", 0.0)
        super().__init__(*arguments)


for kind in (Slotted, Loud, Guarded, Many):
    bodies = make()
    bodies[1] = kind(1.0, 2.0, 3.0)
    attempt(pull, bodies, 0.5)
    attempt(bodies[1].advance, 0.25)
    attempt(pull, bodies, 0.5)
lazy = Lazy()
attempt(lazy.advance, 0.5)
attempt(lazy.advance, 0.5)
bodies = make()
bodies[1].__class__ = Guarded
attempt(pull, bodies, 0.5)
Body.__setattr__ = Guarded.__setattr__
attempt(pull, bodies, 0.5)
del Body.__setattr__
Body.mass = property(lambda self: 7.0)
attempt(pull, bodies, 0.5)
del Body.mass
attempt(pull, bodies, 0.5)


# Side effects happen once, whatever the guesses do.
class Account:
    def __init__(self):
        self.balance = 0.0
        self.rate = 0.5
        self.log = []


def settle(account, amounts):
    count = 0
    for amount in amounts:
        count += 1
        account.log.append(count)
        account.balance = account.balance + amount * account.rate
        try:
            account.rate = account.rate / (account.balance - 1.0)
        except ZeroDivisionError:
            account.log.append("zero")
            account.rate = 0.5
        finally:
            count += 10
    return count, account.balance, account.rate


account = Account()
attempt(settle, account, [1.0, 2, 0.25, True])
attempt(settle, account, [1.0, "x", 0.25])
account.rate = 2
attempt(settle, account, [1, 2.5])
account.balance, account.rate = 0.5, 0.5
attempt(settle, account, [1.0])
print(account.log, account.balance, account.rate)


def mixed(account):
    total = 0
    smallest = None
    while total < 3:
        total += account.rate * 2.0
        if smallest is None or account.rate < smallest:
            smallest = account.rate
        account.rate = account.rate + 0.25
    return total, smallest


account.rate = 0.25
attempt(mixed, account)
account.rate = 1
attempt(mixed, account)
account.rate = -1.0
attempt(mixed, account)


def compare(account, limit):
    found = []
    for step in range(4):
        value = account.rate + step
        if value > limit:
            found.append("more")
        if value == limit:
            found.append("equal")
        if not value <= limit:
            found.append("not less")
        if account.rate:
            found.append(-value)
    return found


account.rate = 1.5
for limit in (2.5, 2, 2**53 + 1, True, math.nan):
    attempt(compare, account, limit)
attempt(compare, account, "no")
account.rate = float(2**53)
attempt(compare, account, 2**53 + 1)


@dataclass
class Point:
    x: float
    y: float = 0.0

    def scaled(self, factor):
        return Point(self.x * factor, self.y * factor)

    def length(self):
        return math.sqrt(self.x * self.x + self.y * self.y)


points = [Point(3.0, 4.0), Point(1, 2), Point(0.5)]
for _ in range(3):
    points = [point.scaled(1.5) for point in points]
print(points, [point.length() for point in points], math.fsum(point.x for point in points))


def closure(body):
    scale = body.mass * 2.0

    def inner(step):
        return scale * step + body.x / scale

    return [inner(step) for step in range(3)]


attempt(closure, Body(1.0, 2.0, 3.0))
attempt(closure, Body(1, 2, 3))


def generator(body):
    for _ in range(3):
        body.x = body.x * 1.5 + body.vx
        yield body.x - 1.0


attempt(lambda body: sum(generator(body)), Body(1.0, 2.0, 3.0))


# A comparison of two attributes in front of a call, and values that are alive across both.
def watch(body, other):
    alarms = []
    for n in range(4):
        alarms.append(n)
        if other.x * 0.5 < math.sin(body.y):
            alarms.append("alarm")
        body.y = body.y + (n - 1.5)
        other.x = -other.x
    return alarms


attempt(watch, Body(1.0, 2.0, 3.0), Body(1.5, 2.0, 3.0))
attempt(watch, Body(1.0, 2.0, 3.0), Body(True, 2.0, 3.0))


# Vectors in lists, taken apart; what is suspected to be a float may be none.
def pairs(vectors, scale, weights):
    for (x, y), (u, v) in vectors:
        dx = x - u
        dy = y - v
        size = 0.5 * (dx * dx + dy * dy) ** -1.5
        scale[0] += dx * size
        scale[-1] -= dy * size
        weights[1] = weights[0] * size
        dx = dy
    return dx, dy, x, v


three = 3.0
scale, weights = [0.0, 0.5, three], [1.5, 0.0]
attempt(pairs, [([1.0, 2.0], [3.0, 4.5]), ((0.5, 0.25), [1.0, 1.0])], scale, weights)
print(scale, weights, three)
attempt(pairs, [([1.0, 2.0], [3, 4]), ((0.5, True), [1.0, 1])], scale, weights)
attempt(pairs, [([1, 2], [3, 4]), ((5, 6), [7, 9])], scale, weights)
attempt(pairs, [([1.0, 2.0], [1.0, 2.0])], scale, weights)
attempt(pairs, [([1.0, 2.0], [3.0, 4.0]), ([1.0, "a"], [2.0, 3.0])], scale, weights)
attempt(pairs, [([1.0, 2.0], [3.0, 4.0])], {0: 1.0, -1: 2.0}, {0: 2, 1: 3})
attempt(pairs, [([1.0, 2.0], [3.0, 4.0])], (1.0, 2.0), weights)
attempt(pairs, [([1.0, 2.0], [3.0, 4.0])], [], weights)
attempt(pairs, [([1e200, 2.0], [-1e200, 4.0])], scale, weights)
attempt(pairs, [([1.0 + 2j, 2.0], [3.0, 4.0])], scale, weights)
print(scale, weights, three)


def powers(base, values):
    total = 0.0
    for value in values:
        total += (base * 0.5) ** value
        total += value ** (base * 0.25)
    return total


for values in ([1.5, 2, 0.5], [0.0, -1.0], [-2.0], [2, True, 3.5], [1e300], ["x"], []):
    attempt(powers, 3.0, values)
    attempt(powers, -3, values)
    attempt(powers, 0.0, values)


def dot(left, right):
    total = 0.0
    for i in range(len(left)):
        total += left[i] * right[i]
    return total


attempt(dot, [1.0, 2.5, -3.0], [0.5, 4.0, 2.0])
attempt(dot, [1, 2, -3], [0.5, 4.0, 2])
attempt(dot, [10**20, 2], [10**20, 2])
attempt(dot, "ab", [2, 3])


# What an object does when it ends is seen by the next read.
class Ending:
    def __init__(self, body):
        self.body = body
        self.y = 0.5

    def __del__(self):
        self.body.x = self.body.x * 2.0
        if self.body.steps == 3:
            del self.body.vx
        self.body.steps += 1


def make_ending(body):
    return Ending(body)


def endings(body):
    total = 0.0
    for _ in range(3):
        other = Ending(body)
        total += body.x * 0.5 + body.vx
        other = None
        total += body.x * 0.5 + body.vx
        total += body.x * make_ending(body).y * body.x * body.vx
        total += (body.x - 1.0) * (make_ending(body) is body) + body.x + body.vx
    return total


body = Body(1.0, 2.0, 3.0)
attempt(endings, body)
print(vars(body))
body.vx = 1.5
attempt(endings, body)
print(vars(body))
