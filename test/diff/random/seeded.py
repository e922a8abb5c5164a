# difftest: no-wasi (the functions of its C library differ in the last digit)
# math, random, bisect, heapq, uuid, secrets, hashlib, hmac: what is deterministic in them.
import bisect
import hashlib
import heapq
import hmac
import io
import math
import random
import secrets
import struct
import uuid


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print('math')
VALUES = [0.0, -0.0, 1, -1, 0.5, 2.5, -3.7, 1e-10, 1e10, 170.6, 171.7, 1e308, math.inf, -math.inf, math.nan, 10 ** 30, 7, True]
for name in ('acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cbrt', 'ceil', 'cos', 'cosh', 'degrees', 'erf', 'erfc', 'exp', 'exp2', 'expm1', 'fabs', 'factorial', 'floor', 'frexp', 'gamma', 'isfinite', 'isinf', 'isnan', 'isqrt', 'lgamma', 'log', 'log10', 'log1p', 'log2', 'modf', 'radians', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'trunc', 'ulp'):
    print(name, [attempt(getattr(math, name), v) for v in VALUES])
for name in ('atan2', 'copysign', 'fmod', 'pow', 'remainder', 'hypot', 'nextafter', 'comb', 'perm', 'gcd', 'lcm', 'isclose', 'ldexp', 'log'):
    print(name, [attempt(getattr(math, name), a, b) for a, b in ((3, 4), (0, 0), (-1, 0), (5.5, -2), (0, -1), (2, 0.5), (-8, 3), (math.inf, 1), (math.nan, 1), (10, 3), (1e308, 10), (2, 1024), (12, 18))])
print(math.dist([1, 2, 3], [4, 6, 3]), math.dist((0,), (5,)), attempt(math.dist, [1], [1, 2]), math.hypot(), math.hypot(3), math.hypot(1, 2, 3), math.hypot(1e-200, 1e-200), math.fsum([.1] * 10), math.fsum([1e100, 1, -1e100]), attempt(math.fsum, [math.inf, -math.inf]), math.prod([1, 2, 3]), math.prod([], start=5), math.prod([1.5, 2]), math.gcd(), math.gcd(12, 18, 27), math.lcm(4, 6, 10), math.comb(50, 25), math.perm(5), math.perm(10, 3), attempt(math.comb, -1, 2), attempt(math.perm, 2, -1), attempt(math.factorial, 2.0), attempt(math.factorial, -1), math.isqrt(10 ** 40), attempt(math.isqrt, -1), math.log(8, 2), math.log(10 ** 400), math.log2(2 ** 1000), math.log10(10 ** 300), attempt(math.sqrt, 'x'), attempt(math.ceil, 'x'), math.pi, math.e, math.tau, math.inf, math.nan)
print([math.gamma(x / 7) for x in range(1, 40)], [math.lgamma(x / 7) for x in range(-40, 40) if x % 7])

print('random')
r = random.Random(42)
print(r.random(), r.randint(1, 100), r.randrange(0, 100, 7), r.uniform(1, 10), r.choice('abcdef'), r.choices([1, 2, 3], k=5), r.choices('abc', weights=[1, 2, 3], k=5), r.choices('abc', cum_weights=[1, 3, 6], k=5), r.sample(range(1000), 10), r.sample('abcdef', 3), r.sample(['a', 'b'], counts=[3, 4], k=4), r.getrandbits(100), r.randbytes(8))
items = list(range(20))
r.shuffle(items)
print(items, r.gauss(0, 1), r.gauss(0, 1), r.normalvariate(5, 2), r.lognormvariate(0, .5), r.expovariate(1.5), r.vonmisesvariate(1, 4), r.gammavariate(2, 3), r.gammavariate(.5, 1), r.gammavariate(1, 2), r.betavariate(2, 3), r.paretovariate(3), r.weibullvariate(1, 2), r.triangular(), r.triangular(1, 10, 3), r.gauss(), r.normalvariate())
for seed in (0, -5, 'text', b'bytes', 1.5, 2 ** 100, None.__class__.__name__, bytearray(b'x'), True):
    random.seed(seed)
    print(repr(seed), random.random(), random.getrandbits(32), random.randint(-5, 5))
random.seed('v1', version=1)
print(random.random(), attempt(random.seed, [1]), attempt(random.seed, (1, 2)))
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], state[0], len(state[1]), attempt(random.setstate, (9, (), None)))
for call in (lambda: random.randrange(0), lambda: random.randrange(5, 1), lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1), lambda: random.choices([], k=1), lambda: random.choices([1], weights=[0]), lambda: random.choices([1, 2], weights=[1]), lambda: random.choices([1], [1], cum_weights=[1]), lambda: random.randrange(1, 10, 0), lambda: random.getrandbits(-1), lambda: random.shuffle((1, 2)), lambda: random.sample([1, 2], -1), lambda: random.choices([1, 2], weights=[math.inf, 1])):
    print(attempt(call))
random.seed(7)
deck = [f'{rank}{suit}' for suit in 'SHDC' for rank in 'A23456789TJQK']
random.shuffle(deck)
print(deck[:13], random.choices(['win', 'lose'], [.3, .7], k=6), ''.join(random.choices('abcdefghij', k=12)), round(sum(random.gauss(100, 15) for _ in range(1000)) / 1000, 6))


class Fixed(random.Random):
    def random(self):
        return .25


f = Fixed()
print(f.random(), f.uniform(0, 8), f.choice([1, 2, 3, 4]), f.randrange(100), isinstance(random.SystemRandom().random(), float), attempt(random.SystemRandom().getstate), 0 <= random.SystemRandom().randrange(10) < 10)

print('bisect heapq')
data = [1, 3, 3, 5, 8]
print([(bisect.bisect(data, x), bisect.bisect_left(data, x), bisect.bisect_right(data, x, 1, 3)) for x in (0, 3, 4, 9)], bisect.bisect_left(['a', 'bb', 'ccc'], 2, key=len), attempt(bisect.bisect, data, 'x'), attempt(bisect.bisect, data, 1, -1))
bisect.insort(data, 4)
bisect.insort_left(data, 3)
bisect.insort_right(data, -1, key=lambda v: -v) if False else None
print(data, [('F', 'D', 'C', 'B', 'A')[bisect.bisect([60, 70, 80, 90], s)] for s in (33, 99, 77, 70, 89, 90, 100)])
heap = [5, 1, 8, 3, 9, 2]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(heap, heapq.heappop(heap), heapq.heappushpop(heap, 4), heapq.heapreplace(heap, 7), heap, heapq.nlargest(3, heap), heapq.nsmallest(2, heap, key=lambda v: -v), list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge(['ccc', 'a'], ['bb'], key=len, reverse=True)), attempt(heapq.heappop, []), attempt(heapq.heapify, (1,)), heapq.nlargest(0, heap), heapq.nlargest(10, 'hello'), attempt(heapq.heapreplace, [], 1), heapq.heappushpop([], 5))

print('uuid')
u = uuid.UUID('12345678-1234-5678-1234-567812345678')
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.variant, u.version, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.time, u.clock_seq, u.node, hash(u) == hash(uuid.UUID(int=u.int)), int(u) == u.int)
print(uuid.UUID('{12345678123456781234567812345678}') == u, uuid.UUID('urn:uuid:12345678-1234-5678-1234-567812345678') == u, uuid.UUID(bytes=u.bytes) == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u, uuid.UUID(int=5), uuid.UUID(int=2 ** 127, version=4), u < uuid.UUID(int=2 ** 127), u == 'x', attempt(lambda: u < 5))
for call in (lambda: uuid.UUID('x'), lambda: uuid.UUID(), lambda: uuid.UUID(bytes=b'1'), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(int=2 ** 128), lambda: uuid.UUID(fields=(1,)), lambda: uuid.UUID(int=1, version=9), lambda: setattr(u, 'int', 5), lambda: uuid.UUID('12345678-1234-5678-1234-56781234567g')):
    print(attempt(call))
print(uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_URL, 'http://python.org/'), uuid.NAMESPACE_OID, uuid.NAMESPACE_X500, uuid.uuid4().version, uuid.uuid4().variant == uuid.RFC_4122, len(str(uuid.uuid4())), len({uuid.uuid4() for _ in range(50)}), uuid.uuid1(node=5, clock_seq=9).node, uuid.uuid1(5, 9).clock_seq, uuid.uuid1().version, uuid.SafeUUID.unknown, uuid.uuid4().is_safe)

print('secrets')
print(len(secrets.token_bytes()), len(secrets.token_bytes(5)), len(secrets.token_hex(8)), len(secrets.token_urlsafe(12)), 0 <= secrets.randbelow(10) < 10, secrets.choice('a'), 0 <= secrets.randbits(5) < 32, secrets.compare_digest('a', 'a'), secrets.compare_digest(b'a', b'b'), attempt(secrets.randbelow, 0), attempt(secrets.compare_digest, 'a', b'a'), attempt(secrets.compare_digest, '\u00e9', 'a'), attempt(secrets.choice, []))

print('hashlib hmac')
for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name, b'abc')
    h.update(b'def' * 100)
    g = h.copy()
    g.update(b'!')
    length = (20,) if name.startswith('shake') else ()
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest(*length), g.digest(*length)[:4], getattr(hashlib, name)(b'').hexdigest(*length))
for call in (lambda: hashlib.new('nope'), lambda: hashlib.md5('text'), lambda: hashlib.md5(5), lambda: hashlib.sha256().update('x'), lambda: hashlib.shake_128().hexdigest(), lambda: hashlib.sha1(None), lambda: hashlib.blake2b(digest_size=0), lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2s(key=b'x' * 33)):
    print(attempt(call))
print(hashlib.blake2b(b'x', digest_size=8, key=b'k', salt=b's', person=b'p').hexdigest(), hashlib.blake2s(b'x', fanout=2, depth=3, leaf_size=5, node_offset=6, node_depth=1, inner_size=4, last_node=True).hexdigest(), hashlib.sha256(b'x', usedforsecurity=False).hexdigest()[:8], hashlib.sha256(bytearray(b'x')).hexdigest()[:8], hashlib.sha256(memoryview(b'x')).hexdigest()[:8])
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 1000).hex(), hashlib.pbkdf2_hmac('sha1', b'p', b's', 10, dklen=30).hex(), attempt(hashlib.pbkdf2_hmac, 'md5', b'p', b's', 0))
print(hashlib.file_digest(io.BytesIO(b'abc' * 1000), 'sha256').hexdigest(), hashlib.file_digest(io.BytesIO(b'abc'), hashlib.md5).hexdigest(), 'sha256' in hashlib.algorithms_available)
h = hmac.new(b'key', b'message', hashlib.sha256)
print(h.hexdigest(), h.name, h.digest_size, h.block_size, h.copy().digest() == h.digest(), hmac.digest(b'key', b'm', 'md5').hex(), hmac.new(b'k' * 200, digestmod='sha1').hexdigest(), hmac.compare_digest('a', 'a'), attempt(hmac.new, b'k', b'm'), attempt(hmac.new, 'k', b'm', 'md5'))
h.update(b'more')
print(h.hexdigest(), hmac.HMAC(b'k', b'm', 'sha512').hexdigest()[:16], hmac.new(bytearray(b'k'), memoryview(b'm'), 'sha3_256').hexdigest()[:16])
