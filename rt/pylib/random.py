"""Random numbers: the same algorithms, and so the same sequences for a seed, as CPython's."""
from _random import Random as _Generator
from math import log as _log, exp as _exp, pi as _pi, e as _e, ceil as _ceil
from math import sqrt as _sqrt, acos as _acos, cos as _cos, sin as _sin, floor as _floor
from math import isfinite as _isfinite
from operator import index as _index
from itertools import accumulate as _accumulate, repeat as _repeat
from bisect import bisect as _bisect
from collections.abc import Sequence as _Sequence
from warnings import warn as _warn
import os as _os

__all__ = ['Random', 'SystemRandom', 'betavariate', 'choice', 'choices', 'expovariate', 'gammavariate',
           'gauss', 'getrandbits', 'getstate', 'lognormvariate', 'normalvariate', 'paretovariate',
           'randbytes', 'randint', 'random', 'randrange', 'sample', 'seed', 'setstate', 'shuffle',
           'triangular', 'uniform', 'vonmisesvariate', 'weibullvariate']

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
BPF = 53
RECIP_BPF = 2 ** -BPF
TWOPI = 2.0 * _pi
_ONE = 1


# -- SHA-512, by which text seeds are spread (FIPS 180-4) ---------------------------------------------

def _primes(count):
    found = []
    number = 2
    while len(found) < count:
        if all(number % prime for prime in found):
            found.append(number)
        number += 1
    return found


def _root_bits(number, power):
    """The first 64 bits of the fractional part of the square or cube root."""
    shifted = number << (64 * power)
    low, high = 0, 1 << 80
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** power <= shifted:
            low = middle
        else:
            high = middle - 1
    return low & 0xffffffffffffffff


def _sha512(data):
    mask = 0xffffffffffffffff

    def rotate(x, n):
        return (x >> n | x << (64 - n)) & mask

    constants = [_root_bits(prime, 3) for prime in _primes(80)]
    state = [_root_bits(prime, 2) for prime in _primes(8)]
    size = len(data) * 8
    data = data + b'\x80' + b'\0' * (-(len(data) + 17) % 128) + size.to_bytes(16, 'big')
    for start in range(0, len(data), 128):
        words = [int.from_bytes(data[start + i:start + i + 8], 'big') for i in range(0, 128, 8)]
        for i in range(16, 80):
            x, y = words[i - 15], words[i - 2]
            s0 = rotate(x, 1) ^ rotate(x, 8) ^ x >> 7
            s1 = rotate(y, 19) ^ rotate(y, 61) ^ y >> 6
            words.append((words[i - 16] + s0 + words[i - 7] + s1) & mask)
        a, b, c, d, e, f, g, h = state
        for i in range(80):
            s1 = rotate(e, 14) ^ rotate(e, 18) ^ rotate(e, 41)
            first = (h + s1 + (e & f ^ ~e & g) + constants[i] + words[i]) & mask
            s0 = rotate(a, 28) ^ rotate(a, 34) ^ rotate(a, 39)
            second = (s0 + (a & b ^ a & c ^ b & c)) & mask
            a, b, c, d, e, f, g, h = (first + second) & mask, a, b, c, (d + first) & mask, e, f, g
        state = [(old + new) & mask for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b''.join([word.to_bytes(8, 'big') for word in state])


class Random(_Generator):
    """A generator of random numbers with a state of its own."""
    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None, version=2):
        """Starts the sequence that belongs to `a`; None: an unpredictable one."""
        if version == 1 and isinstance(a, (str, bytes)):
            a = a.decode('latin-1') if isinstance(a, bytes) else a
            x = ord(a[0]) << 7 if a else 0
            for c in map(ord, a):
                x = ((1000003 * x) ^ c) & 0xffffffffffffffff
            x ^= len(a)
            a = -2 if x == -1 else x
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            if isinstance(a, str):
                a = a.encode()
            a = int.from_bytes(bytes(a) + _sha512(bytes(a)), 'big')
        elif not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            raise TypeError('The only supported seed types are: None,\n'  # CPython: 160
                            'int, float, str, bytes, and bytearray.')
        super().seed(a)
        self.gauss_next = None

    def __getstate__(self):
        return self.getstate()  # CPython: 204

    def __setstate__(self, state):
        self.setstate(state)  # CPython: 207

    def __reduce__(self):
        return self.__class__, (), self.getstate()  # CPython: 210

    def getstate(self):
        return self.VERSION, super().getstate(), self.gauss_next  # CPython: 168

    def setstate(self, state):
        version = state[0]
        if version not in (2, 3):
            raise ValueError('state with version %s passed to Random.setstate() of version %s'  # CPython: 188
                             % (version, self.VERSION))
        version, internal, self.gauss_next = state
        if version == 2:  # its words were signed, as those of a C long are on some machines
            try:
                internal = tuple(word % (1 << 32) for word in internal)
            except ValueError as error:
                raise TypeError from error  # CPython: 185
        super().setstate(internal)

    # -- whole numbers --

    def _randbelow(self, n):
        k = n.bit_length()
        r = self.getrandbits(k)
        while r >= n:
            r = self.getrandbits(k)
        return r

    def _randbelow_by_floats(self, n):
        """For generators that have only random()."""
        random, most = self.random, 1 << 53
        if n >= most:
            return _floor(random() * n)
        limit = (most - most % n) / most
        r = random()
        while r >= limit:
            r = random()
        return _floor(r * most) % n

    def __init_subclass__(cls, /, **kwargs):
        """A class with a random() of its own takes whole numbers from that, too."""
        for base in cls.__mro__:
            if '_randbelow' in base.__dict__:
                break
            if 'getrandbits' in base.__dict__:
                cls._randbelow = Random._randbelow
                break
            if 'random' in base.__dict__:
                cls._randbelow = cls._randbelow_by_floats
                break

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, 'little')  # CPython: 279

    @staticmethod
    def _whole(number, place):
        """An argument of randrange that may be no int: a float without fraction will do."""
        try:
            return _index(number)
        except TypeError:
            whole = int(number)
        if whole != number:
            _warn('randrange() will raise TypeError in the future', DeprecationWarning, 3)
            raise ValueError(f'non-integer {place} for randrange()')
        _warn('non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed '
              'in a subsequent version', DeprecationWarning, 3)
        return whole

    def randrange(self, start, stop=None, step=_ONE):
        """An item of range(start, stop, step)."""
        if type(start) is not int:
            try:
                start = _index(start)
            except TypeError:
                start = self._whole(start, 'arg 1')
        if stop is None:
            if step is not _ONE:
                raise TypeError('Missing a non-None stop argument')  # CPython: 310
            if start > 0:
                return self._randbelow(start)
            raise ValueError('empty range for randrange()')  # CPython: 313
        if type(stop) is not int or type(step) is not int:
            try:
                stop, step = _index(stop), _index(step)
            except TypeError:
                stop, step = self._whole(stop, 'stop'), self._whole(step, 'step')
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError('empty range for randrange() (%d, %d, %d)' % (start, stop, width))  # CPython: 345
        if step > 0:
            n = (width + step - 1) // step
        elif step < 0:
            n = (width + step + 1) // step
        else:
            raise ValueError('zero step for randrange()')  # CPython: 353
        if n <= 0:
            raise ValueError('empty range for randrange()')
        return start + step * self._randbelow(n)

    def randint(self, a, b):
        """A whole number from a to b, both included."""
        return self.randrange(a, b + 1)  # CPython: 362

    # -- sequences --

    def choice(self, seq):
        """An item of a sequence."""
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')  # CPython: 373
        return seq[self._randbelow(len(seq))]  # CPython: 374

    def shuffle(self, x):
        """Mixes a list."""
        randbelow = self._randbelow
        for i in reversed(range(1, len(x))):
            j = randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        """k different items of a sequence, as a list."""
        if not isinstance(population, _Sequence):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')  # CPython: 439
        n = len(population)
        if counts is not None:
            return self._sample_counted(population, k, counts, n)
        randbelow = self._randbelow
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')  # CPython: 456
        result = [None] * k
        setsize = 21
        if k > 5:
            setsize += 4 ** _ceil(_log(k * 3, 4))
        if n <= setsize:
            pool = list(population)
            for i in range(k):
                j = randbelow(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
            return result
        selected = set()
        for i in range(k):
            j = randbelow(n)
            while j in selected:
                j = randbelow(n)
            selected.add(j)
            result[i] = population[j]
        return result

    def _sample_counted(self, population, k, counts, n):
        cumulative = list(_accumulate(counts))
        if len(cumulative) != n:
            raise ValueError('The number of counts does not match the population')
        total = cumulative.pop()
        if not isinstance(total, int):
            raise TypeError('Counts must be integers')
        if total <= 0:
            raise ValueError('Total of counts must be greater than zero')
        return [population[_bisect(cumulative, s)] for s in self.sample(range(total), k=k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items of a sequence, each may come again; weighted if weights are given."""
        random = self.random
        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[_floor(random() * n)] for _ in _repeat(None, k)]  # CPython: 493
            try:
                cum_weights = list(_accumulate(weights))
            except TypeError:
                if not isinstance(weights, int):
                    raise
                k = weights
                raise TypeError('The number of choices must be a keyword argument: k=%d' % k) from None  # CPython: 500
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')  # CPython: 504
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')  # CPython: 506
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')  # CPython: 509
        if not _isfinite(total):
            raise ValueError('Total of weights must be finite')  # CPython: 511
        hi = n - 1
        return [population[_bisect(cum_weights, random() * total, 0, hi)] for _ in _repeat(None, k)]

    # -- distributions --

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """The normal distribution, by Kinderman and Monahan's ratio of uniforms."""
        random = self.random
        while True:
            u1 = random()
            u2 = 1.0 - random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                break
        return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """The normal distribution, two numbers at a time."""
        random = self.random
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            x2pi = random() * TWOPI
            g2rad = _sqrt(-2.0 * _log(1.0 - random()))  # CPython: 597
            z = _cos(x2pi) * g2rad
            self.gauss_next = _sin(x2pi) * g2rad
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))  # CPython: 611

    def expovariate(self, lambd):
        return -_log(1.0 - self.random()) / lambd  # CPython: 628

    def vonmisesvariate(self, mu, kappa):
        """Circular data, by Fisher's method."""
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            u1 = random()
            z = _cos(_pi * u1)
            d = z / (r + z)
            u2 = random()
            if u2 < 1.0 - d * d or u2 <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        u3 = random()
        if u3 > 0.5:
            return (mu + _acos(f)) % TWOPI
        return (mu - _acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        """The gamma distribution: Cheng's method for alpha > 1, Ahrens and Dieter's below."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')  # CPython: 689
        random = self.random
        if alpha > 1.0:
            ainv = _sqrt(2.0 * alpha - 1.0)
            bbb = alpha - LOG4
            ccc = alpha + ainv
            while True:
                u1 = random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - random()
                v = _log(u1 / (1.0 - u1)) / ainv
                x = alpha * _exp(v)
                z = u1 * u1 * u2
                r = bbb + ccc * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            return -_log(1.0 - random()) * beta  # CPython: 716
        while True:
            u = random()
            b = (_e + alpha) / _e
            p = b * u
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u1 = random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    break
            elif u1 <= _exp(-x):
                break
        return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)  # CPython: 759
        if y:
            return y / (y + self.gammavariate(beta, 1.0))  # CPython: 761
        return 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    """Random numbers from the operating system; there is no sequence to repeat."""

    def random(self):
        return (int.from_bytes(_os.urandom(7), 'big') >> 3) * RECIP_BPF

    def getrandbits(self, k):
        if k < 0:
            raise ValueError('number of bits must be non-negative')  # CPython: 803
        size = (k + 7) // 8
        return int.from_bytes(_os.urandom(size), 'big') >> (size * 8 - k)

    def randbytes(self, n):
        return _os.urandom(n)

    def seed(self, *args, **kwds):
        return None

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')  # CPython: 820

    getstate = setstate = _notimplemented


_inst = Random()
if hasattr(_os, 'register_at_fork'):
    _os.register_at_fork(after_in_child=_inst.seed)
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes
