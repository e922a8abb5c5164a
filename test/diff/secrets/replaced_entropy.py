# The generator of secrets with its source replaced: what its methods make of bits that are given, one by one; os.urandom.
import os
import random
import secrets


class Counting(secrets.SystemRandom):
    """Gives 0, 1, 2, ... as bytes, and numbers of any size from them."""
    next = 0

    def take(self, size):
        data = bytes((self.next + n) % 256 for n in range(size))
        self.next += size
        return data

    def getrandbits(self, k):
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        return int.from_bytes(self.take((k + 7) // 8), 'big') >> -k % 8

    def random(self):
        return self.getrandbits(53) / 2 ** 53

    def randbytes(self, n):
        return self.take(n)


source = Counting()
print([source.getrandbits(k) for k in (1, 3, 8, 9, 32)], source.randbytes(4), source.random())
print([source.randrange(10) for _ in range(10)], [source.randrange(3, 30, 3) for _ in range(5)], source.choice('abcdefgh'), source.sample(range(100), 5), source.choices('xyz', k=8), source.uniform(0, 10), source.randint(1, 6))
letters = list('shuffle')
source.shuffle(letters)
print(''.join(letters), source.next)
for name, args in (('gauss', (0, 1)), ('triangular', (0, 1)), ('expovariate', (1,)), ('betavariate', (1, 2))):
    print(name, getattr(source, name)(*args))
for call in (source.getstate, lambda: source.setstate(5), lambda: source.getrandbits(-1), lambda: source.seed('ignored'), lambda: random.SystemRandom().getrandbits(-1)):
    try:
        print(call())
    except (NotImplementedError, ValueError) as error:
        print(type(error).__name__, error)
print(len(os.urandom(9)), os.urandom(0), type(os.urandom(1)).__name__, len({os.urandom(8) for _ in range(20)}))
for bad in (-1, 'x', 1.5, None):
    try:
        print(os.urandom(bad))
    except Exception as error:
        print(type(error).__name__, error)


def bias(generate, buckets, rounds):
    counts = [0] * buckets
    for _ in range(rounds):
        counts[generate(buckets)] += 1
    expected = rounds / buckets
    return sum((count - expected) ** 2 / expected for count in counts)


print(bias(secrets.randbelow, 8, 800) < 80, bias(lambda n: secrets.choice(range(n)), 8, 800) < 80, bias(lambda n: secrets.randbits(3), 8, 800) < 80, bias(lambda n: n - 1, 8, 800))
flips = [secrets.randbits(1) for _ in range(200)]
print(30 < sum(flips) < 170, 30 < sum(a != b for a, b in zip(flips, flips[1:])) < 170)
