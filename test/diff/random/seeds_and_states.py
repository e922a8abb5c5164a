"""random: seeding by every kind of value, states saved and set, all distributions from known seeds, choices with weights, own generators, wrong arguments."""
import math
import pickle
import random
import warnings


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


warnings.simplefilter('ignore')
print(sorted(random.__all__))
for seed in (0, 1, -1, 2**64 + 5, -2**100, 'text', '', 'ünï', b'bytes', bytearray(b'x'), 1.5, -0.0, True, float('inf')):
    r = random.Random(seed)
    print(repr(seed), r.random(), r.getrandbits(40), r.randrange(10**20))
for seed in ('text', b'x', 5, 'a' * 30):
    r = random.Random()
    r.seed(seed, version=1)
    print(repr(seed), r.random())
for seed in ((1, 2), None.__class__, [1], {}, 1j):
    attempt('seed', random.Random().seed, seed)
attempt('seed', lambda: random.Random(1, 2))
attempt('subclass', lambda: type('R', (random.Random,), {'__init__': lambda self, x=None, y=None: super(type(self), self).__init__(x)})(1, y=2).random())

r = random.Random(42)
for name, args in (('uniform', (1, 10)), ('uniform', (5, -5)), ('triangular', ()), ('triangular', (0, 10, 3)), ('triangular', (2, 2)), ('betavariate', (2, 3)), ('expovariate', (1.5,)), ('expovariate', (-2,)), ('gammavariate', (0.5, 1)), ('gammavariate', (1, 2)), ('gammavariate', (9, 0.5)), ('gauss', ()), ('gauss', (100, 15)),
                   ('lognormvariate', (0, 0.25)), ('normalvariate', ()), ('normalvariate', (10, 2)), ('vonmisesvariate', (0, 4)), ('vonmisesvariate', (1, 0)), ('vonmisesvariate', (math.pi, 1e-9)), ('paretovariate', (3,)), ('weibullvariate', (1, 1.5)), ('random', ()), ('getrandbits', (100,)), ('getrandbits', (0,)), ('randbytes', (5,)), ('randbytes', (0,)),
                   ('randint', (1, 6)), ('randrange', (10,)), ('randrange', (5, 10)), ('randrange', (0, 100, 7)), ('randrange', (100, 0, -7)), ('randrange', (-5, 5)), ('choice', ('abc',)), ('choice', (range(1000),)), ('sample', (range(10**9), 3)), ('sample', ('abcdef', 6)), ('sample', ([1, 2, 3], 2)), ('choices', ('ab',)), ('choices', ([1, 2, 3], [1, 0, 9]))):
    print(name, args, [getattr(r, name)(*args) for _ in range(3)])
print(r.choices('abc', k=10), r.choices('abc', weights=[1, 2, 3], k=10), r.choices('abc', cum_weights=[1, 3, 6], k=10), r.choices([1], k=0), r.sample('ab', counts=[3, 2], k=4), r.sample([1, 2], k=0), r.choices('ab', [0.5, 0], k=3))
items = list(range(20))
r.shuffle(items)
print(items, r.shuffle([]), r.sample(items, 5), r.choice({0: 'a', 1: 'b'}))
state = r.getstate()
first = [r.random() for _ in range(5)]
gauss = r.gauss(0, 1)
middle = r.getstate()
r.setstate(state)
print(first == [r.random() for _ in range(5)], gauss == r.gauss(0, 1), middle == r.getstate(), len(state), state[0], len(state[1]), state[1][-1], type(state[1][0]), middle[2] is not None)
copy = pickle.loads(pickle.dumps(r))
print(copy.random() == r.random(), type(copy), copy.getstate() == r.getstate())
for bad in (None, (), (3,), (9, (), None), (3, (1, 2), None), (3, tuple(range(624)) + ('x',), None), (3, tuple(range(625)), None), (3, tuple([2**33] * 624) + (5,), None), (2, tuple(range(624)) + (600,), None)):
    attempt('state', random.Random().setstate, bad)
for name, args in (('randrange', ()), ('randrange', (0,)), ('randrange', (5, 5)), ('randrange', (1, 10, 0)), ('randrange', (10, 1)), ('randrange', (1.5,)), ('randrange', ('x',)), ('randint', (5, 1)), ('randint', (1,)), ('choice', ([],)), ('choice', (5,)), ('choice', ({},)), ('choices', ([],)), ('choices', ('ab', [0, 0])), ('choices', ('ab', [1])), ('choices', ('ab', [-1, -1])), ('choices', ('ab', [float('inf'), 1])),
                   ('sample', ('ab', 3)), ('sample', ('ab', -1)), ('sample', ({1, 2}, 1)), ('sample', (5, 1)), ('sample', ({1: 2}, 1)), ('shuffle', ('abc',)), ('shuffle', (5,)), ('getrandbits', (-1,)), ('getrandbits', ('x',)), ('getrandbits', (1.5,)), ('randbytes', (-1,)), ('random', (1,)), ('gammavariate', (0, 1)), ('gammavariate', (1, -1)), ('expovariate', (0,)), ('paretovariate', (0,)), ('uniform', ('a', 1)), ('triangular', ('a',)), ('lognormvariate', (1000, 0.1)), ('betavariate', (0, 1)), ('gauss', ('x',))):
    attempt(name, getattr(random.Random(1), name), *args)
attempt('both', lambda: random.choices('ab', weights=[1, 2], cum_weights=[1, 3]))
attempt('counts', lambda: random.sample('ab', counts=[1], k=1))
attempt('counts', lambda: random.sample('ab', counts=[-1, 3], k=1))
attempt('counts', lambda: random.sample('ab', counts=[0.5, 1], k=1))
attempt('counts', lambda: random.sample('ab', counts=[0, 0], k=1))


class Steps(random.Random):
    """Only random() is given: the rest follows from it."""

    def random(self):
        self.n = (getattr(self, 'n', 0) + 0.37) % 1
        return self.n

    def seed(self, *args, **kwargs):
        self.n = 0

    def getstate(self):
        return self.n


steps = Steps()
print([steps.randrange(10) for _ in range(8)], steps.choice('abcdef'), steps.sample(range(10), 3), steps.shuffle(x := list('abcd')), x, round(steps.gauss(0, 1), 9), round(steps.uniform(1, 2), 9), steps.choices('xyz', k=4))


class Bits(random.Random):
    def getrandbits(self, k):
        return (1 << k) // 3


bits = Bits(5)
print(bits.randrange(100), bits.randint(1, 6), bits.choice('abcdef'), bits.randbytes(4), bits.sample(range(10), 2) if False else '', bits.random())
system = random.SystemRandom()
print(0 <= system.random() < 1, system.getrandbits(10) < 1024, len(system.randbytes(8)), system.randrange(5) in range(5), system.seed(1))
attempt('system', system.getstate)
attempt('system', system.setstate, 1)
attempt('system', system.getrandbits, -1)
random.seed(7)
print(random.random(), random.randint(1, 100), random.getstate()[1][-1], random.seed() is None)
