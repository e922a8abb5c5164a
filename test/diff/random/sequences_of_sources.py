# Long sequences for many seeds as checksums, ranges of every size, sampling from every kind of population, generators of one's own.
import hashlib
import random
import struct
from fractions import Fraction


def checksum(values):
    digest = hashlib.sha256()
    for value in values:
        digest.update(struct.pack('<d', value) if isinstance(value, float) else repr(value).encode())
    return digest.hexdigest()[:16]


for seed in (0, 1, 2 ** 32 - 1, 2 ** 32, 2 ** 100 + 7, -1, 0.0, 1e300, 'seed', '', b'\0', bytearray(b'x'), True):
    source = random.Random(seed)
    print(repr(seed), checksum(source.random() for _ in range(1500)), checksum(source.getrandbits(n) for n in range(1, 300)), source.random())
source = random.Random(7)
for stop in (1, 2, 3, 7, 255, 256, 257, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 64, 10 ** 30, 2 ** 200 + 1):
    print(stop, [source.randrange(stop) for _ in range(3)] if stop < 2 ** 40 else checksum(source.randrange(stop) for _ in range(5)))
for args in ((5, 6), (-10, 10), (0, 100, 7), (100, 0, -9), (-5, -50, -5), (2 ** 64, 2 ** 65), (True, 5), (3,)):
    print(args, [source.randrange(*args) for _ in range(4)])
for args in ((1, 1), (-3, 3), (0, 2 ** 70)):
    print(args, [source.randint(*args) for _ in range(3)])
METHODS = [('uniform', (2, -3)), ('uniform', (Fraction(1, 2), 3)), ('triangular', (1, 1)), ('triangular', (-5, 5, None)), ('betavariate', (0.5, 0.5)), ('betavariate', (50, 1)), ('expovariate', (100,)), ('expovariate', (-2,)), ('gammavariate', (0.01, 3)), ('gammavariate', (1, 0.5)), ('gammavariate', (40, 2)), ('gauss', (100, 15)), ('normalvariate', ()), ('lognormvariate', (0, 0)), ('vonmisesvariate', (1, 1e-7)), ('vonmisesvariate', (-4, 100)), ('paretovariate', (0.5,)), ('weibullvariate', (2, 0.5))]
for name, args in METHODS:
    values = [getattr(source, name)(*args) for _ in range(100)]
    print(name, args, checksum(values), min(values), max(values))
for population in ('text', b'bytes', [1, 2, 3, 4, 5, 6], (None, True, 'x', 4.5), range(5, 500, 5)):
    print(type(population).__name__, source.choice(population), source.sample(population, 4), source.choices(population, k=3), source.sample(population, 0))
for size in (5, 21, 22, 85, 86, 1000):
    print(size, checksum(source.sample(range(size), k) for k in (1, 5)), source.sample(range(size), 3))
items = list(range(200))
source.shuffle(items)
print(checksum(items), items[:8])
array = bytearray(range(10))
source.shuffle(array)
print(array.hex())
for weights in ([1, 1], [0, 1], [0.25, 0.75], [Fraction(1, 3), Fraction(2, 3)], [10 ** 20, 1], (True, False)):
    print(weights, ''.join(source.choices('ab', weights, k=20)))


class Linear(random.Random):
    """A linear congruential generator; all else builds on random() alone."""

    def seed(self, value=1, version=2):
        self.value = value if isinstance(value, int) else 1
        self.gauss_next = None

    def random(self):
        self.value = (self.value * 1103515245 + 12345) % 2 ** 31
        return self.value / 2 ** 31

    def getstate(self):
        return self.value

    def setstate(self, state):
        self.value = state


class Bits(random.Random):
    """With getrandbits too: ranges are taken from it."""

    def __new__(cls, *args):
        return super().__new__(cls)

    def __init__(self, pattern):
        self.pattern = pattern
        super().__init__()

    def getrandbits(self, k):
        self.pattern = self.pattern * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        return self.pattern >> 64 - k if k <= 64 else self.pattern << k - 64

    def random(self):
        return self.getrandbits(53) / 2 ** 53


for generator in (Linear(42), Bits(42)):
    print(type(generator).__name__, [round(generator.random(), 9) for _ in range(3)], [generator.randrange(100) for _ in range(8)], generator.choice('abcdef'), generator.sample(range(50), 5), round(generator.gauss(0, 1), 9), generator.choices('xyz', k=6), generator.randint(1, 6))
    letters = list('shuffled')
    generator.shuffle(letters)
    print(''.join(letters))
linear = Linear(5)
state = linear.getstate()
values = linear.random(), linear.random()
linear.setstate(state)
print(values == (linear.random(), linear.random()))
system = random.SystemRandom()
print(0 <= system.random() < 1, len(system.randbytes(7)), system.getrandbits(0), system.randrange(5) in range(5), system.seed(5))
for call in (system.getstate, lambda: system.setstate(1), lambda: system.getrandbits(-1), lambda: random.Random(1, 2), lambda: source.uniform('a', 1), lambda: source.sample('abc', 1.0), lambda: source.choices('ab', 1), lambda: source.betavariate(0, 1), lambda: source.paretovariate(0), lambda: source.sample(5, 1), lambda: source.choices('ab', [-1, 0])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
