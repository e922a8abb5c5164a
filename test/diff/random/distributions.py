# random: the sequence of every distribution for a seed, states, subclasses, seeds of each type, errors.
import random
import warnings

for seed in (0, 1, -5, 2 ** 70, 'text', b'bytes', bytearray(b'ba'), 1.5, None.__class__ and 7):
    rng = random.Random(seed)
    print(repr(seed), rng.random(), rng.getrandbits(70), rng.randrange(10), rng.randint(-5, 5))
for version in (1, 2):
    rng = random.Random()
    rng.seed('old text', version=version)
    print(version, rng.random(), rng.random())
r = random.Random(42)
for name, args in (('uniform', (1, 10)), ('triangular', ()), ('triangular', (0, 10, 2)), ('gauss', (0, 1)), ('gauss', ()), ('normalvariate', (1, 2)), ('lognormvariate', (0, 1)),
                   ('expovariate', (0.5,)), ('vonmisesvariate', (0, 4)), ('vonmisesvariate', (1, 0)), ('gammavariate', (0.5, 1)), ('gammavariate', (1, 2)), ('gammavariate', (5, 2)),
                   ('betavariate', (2, 3)), ('paretovariate', (3,)), ('weibullvariate', (1, 2)), ('randbytes', (5,)), ('getrandbits', (0,)), ('getrandbits', (200,)),
                   ('randrange', (5, 50, 7)), ('randrange', (10, 0, -3)), ('choice', ('abcdef',)), ('choices', ([1, 2, 3],)), ('sample', (range(1000), 4))):
    print(name, args, getattr(r, name)(*args))
print(r.choices('abc', weights=[1, 5, 1], k=6), r.choices('abc', cum_weights=[1, 2, 9], k=4), r.choices([], k=0))
print(r.sample('abcdef', 3), r.sample([1, 2], counts=[3, 2], k=4), r.sample([], 0), r.sample(range(10 ** 6), 3), r.sample(range(20), 18))
items = list(range(12))
r.shuffle(items)
print(items)
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], state[0], len(state[1]), state[2])
for call in (lambda: r.randrange(0), lambda: r.randrange(5, 5), lambda: r.randrange(1, 5, 0), lambda: r.randint(5, 1), lambda: r.choice([]), lambda: r.choice({}),
             lambda: r.sample([1], 2), lambda: r.sample([1], -1), lambda: r.sample({1, 2}, 1), lambda: r.choices([1], [0]), lambda: r.choices([1, 2], [1]), lambda: r.choices([1], weights=[1], cum_weights=[1]),
             lambda: r.getrandbits(-1), lambda: r.gammavariate(-1, 1), lambda: r.setstate((3, (), None)), lambda: r.setstate((9, 1, 2)), lambda: r.randbytes(-1), lambda: r.shuffle('abc'), lambda: random.Random([]),
             lambda: r.choices([1, 2], [1, -5]), lambda: r.sample([1, 2], counts=[1], k=1), lambda: r.sample([1], counts=[-1], k=1), lambda: r.choices([1], [float('inf')]), lambda: r.expovariate(0),
             lambda: r.sample([1], counts=[1.5], k=1), lambda: r.choice(5), lambda: r.getrandbits(1.5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Fixed(random.Random):
    def random(self):
        return 0.25


f = Fixed()
print(f.randrange(100), f.choice('abcd'), f.uniform(0, 8), f.sample(range(8), 2), f.getrandbits(3) in range(8), f.triangular(), f.gauss(0, 1) is not None)
random.seed(3)
print(random.random(), random.randint(1, 6), random.choice([1, 2, 3]), random.getstate()[0], type(random.SystemRandom().random()).__name__)
try:
    random.SystemRandom().getstate()
except NotImplementedError as error:
    print(error)


with warnings.catch_warnings(record=True) as given:
    warnings.simplefilter('always')
    for args in ((1.5,), (3.0,), (1, 3.0), (1, 3.5), (1, 5, 2.0), (1, 5, 1.5), (1, 2.5, 1.5), (1.0, 5.0, 1.0), ('a',), (1, None, 2), (5, None, 1), (1, None, 1.0), (0.0,), (1, 5, 'a'), (7, 3)):
        random.seed(4)
        try:
            print(args, random.randrange(*args))
        except (TypeError, ValueError) as error:
            print(args, type(error).__name__, error)
        print([(warning.category.__name__, str(warning.message)) for warning in given])
        given.clear()
