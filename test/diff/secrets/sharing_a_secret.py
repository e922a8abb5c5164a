# Shamir's sharing of a secret, a one-time pad, a Diffie-Hellman exchange, RSA with new primes, lotteries, all drawing from secrets.
import itertools
import secrets

PRIME = 2 ** 127 - 1


def share(secret, needed, count, draw=secrets.randbelow):
    coefficients = [secret] + [draw(PRIME) for _ in range(needed - 1)]
    return [(x, sum(c * pow(x, power, PRIME) for power, c in enumerate(coefficients)) % PRIME) for x in range(1, count + 1)]


def join(shares):
    total = 0
    for i, (x, y) in enumerate(shares):
        top = bottom = 1
        for j, (other, _) in enumerate(shares):
            if i != j:
                top = top * -other % PRIME
                bottom = bottom * (x - other) % PRIME
        total += y * top * pow(bottom, -1, PRIME)
    return total % PRIME


draws = iter([12345678901234567890, 98765432109876543210])
fixed = share(42, 3, 5, lambda limit: next(draws) % limit)
print(fixed, join(fixed[:3]), join(fixed[2:]), join(fixed[:2]) == 42)
secret = int.from_bytes(b'correct horse', 'big')
shares = share(secret, 3, 6)
print(all(join(chosen) == secret for chosen in itertools.combinations(shares, 3)), any(join(chosen) == secret for chosen in itertools.combinations(shares, 2)), join(shares).to_bytes(13, 'big'))


def pad(message):
    key = secrets.token_bytes(len(message))
    return key, bytes(a ^ b for a, b in zip(key, message))


key, hidden = pad('grüße'.encode())
print(len(key) == len(hidden) == 7, bytes(a ^ b for a, b in zip(key, hidden)).decode())
GENERATOR, MODULUS = 5, 2 ** 61 - 1
alice, bob = secrets.randbits(60) | 1, secrets.randbits(60) | 1
print(pow(pow(GENERATOR, alice, MODULUS), bob, MODULUS) == pow(pow(GENERATOR, bob, MODULUS), alice, MODULUS))


def probable_prime(n, rounds=20):
    if n < 4:
        return n > 1
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for _ in range(rounds):
        x = pow(secrets.randbelow(n - 3) + 2, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print([n for n in range(60) if probable_prime(n)], probable_prime(2 ** 127 - 1), probable_prime(2 ** 128 + 1), probable_prime(561), probable_prime(3215031751))


def new_prime(bits):
    while True:
        n = secrets.randbits(bits) | 1 | 1 << bits - 1
        if n % 65537 != 1 and probable_prime(n):
            return n


p, q = new_prime(64), new_prime(64)
n, e = p * q, 65537
d = pow(e, -1, (p - 1) * (q - 1))
message = secrets.randbelow(n)
print(p != q, n.bit_length() in (127, 128), pow(pow(message, e, n), d, n) == message)
draw = sorted(secrets.SystemRandom().sample(range(1, 50), 6))
print(len(draw), draw == sorted(set(draw)), 1 <= draw[0] and draw[-1] < 50)
rolls = [sum(secrets.randbelow(6) + 1 for _ in range(3)) for _ in range(300)]
print(3 <= min(rolls) and max(rolls) <= 18, 8 < sum(rolls) / 300 < 13)
print(secrets.choice(['one', 'two', 'three']) in ('one', 'two', 'three'), secrets.choice('a'), secrets.choice((None,)), secrets.choice(range(7, 8)), secrets.choice(b'\x05'))
for n in (1, 2, 3, 255, 256, 2 ** 64 + 1):
    values = [secrets.randbelow(n) for _ in range(30)]
    print(n, all(0 <= value < n for value in values), type(values[0]).__name__)
