# HMAC written out from its definition beside the module: every digest, keys of every length, modules as digestmod, updates in parts.
import hashlib
import hmac
import random


def by_hand(key, message, digest):
    make = digest if callable(digest) else lambda data=b'': hashlib.new(digest, data)
    block = make().block_size
    if len(key) > block:
        key = make(key).digest()
    key = key.ljust(block, b'\0')
    inner = make(bytes(byte ^ 0x36 for byte in key))
    inner.update(message)
    outer = make(bytes(byte ^ 0x5c for byte in key))
    outer.update(inner.digest())
    return outer.digest()


random.seed(2104)
DIGESTS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_512', 'blake2b', 'blake2s', hashlib.sha256, hashlib.sha3_256, hashlib.blake2s]
for digest in DIGESTS:
    name = digest if isinstance(digest, str) else digest().name
    for size in (0, 1, 20, 63, 64, 65, 71, 72, 73, 127, 128, 129, 136, 143, 144, 145, 300):
        key, message = random.randbytes(size), random.randbytes(random.randrange(200))
        expected = by_hand(key, message, digest)
        mac = hmac.new(key, digestmod=digest)
        half = len(message) // 2
        mac.update(message[:half])
        copied = mac.copy()
        mac.update(b'')
        mac.update(bytearray(message[half:]))
        copied.update(memoryview(message)[half:])
        assert mac.digest() == copied.digest() == expected == hmac.digest(key, message, digest), (name, size)
    print(name, mac.name, mac.digest_size, mac.block_size, mac.hexdigest()[:32], mac.hexdigest() == expected.hex())


class Sum:
    """A poor digest that has all that hmac asks for."""
    name, digest_size, block_size = 'sum', 4, 16

    def __init__(self, data=b''):
        self.total = sum(data)

    def update(self, data):
        self.total += sum(data)

    def digest(self):
        return (self.total % 2 ** 32).to_bytes(4, 'big')

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = Sum()
        other.total = self.total
        return other


mac = hmac.HMAC(b'key', b'message', Sum)
print(mac.name, mac.digest().hex(), mac.hexdigest(), mac.digest_size, mac.block_size, hmac.digest(b'key', b'message', Sum).hex(), by_hand(b'key', b'message', Sum).hex())
for args in ((b'k',), (b'k', b'm'), ('k', b'm', 'md5'), (b'k', 'm', 'md5'), (None, b'm', 'md5'), (b'k', b'm', 5), (b'k', b'm', ''), (b'k', None, 'md5'), (bytearray(b'k'), b'm', 'md5'), (b'k', 5, 'md5')):
    for function in (hmac.new, hmac.HMAC):
        try:
            print(args, function(*args).hexdigest(), end='; ')
        except Exception as error:
            print(args, type(error).__name__, error, end='; ')
    print()
for pair in ((b'a', b'a'), (b'a', b'b'), (b'', b''), ('a', 'a'), ('a', 'aa'), (bytearray(b'x'), b'x'), ('a', b'a'), ('é', 'e'), (1, 1), (None, 'a')):
    try:
        print(pair, hmac.compare_digest(*pair), end='; ')
    except Exception as error:
        print(repr(pair).split(' at ')[0], type(error).__name__, error, end='; ')
print()
mac = hmac.new(b'k', digestmod='sha256')
for call in (lambda: mac.update('text'), lambda: mac.update(5), lambda: mac.digest(5), lambda: mac.update(), lambda: hmac.digest(b'k', b'm')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(hmac.trans_5C[0], hmac.trans_36[255], len(hmac.trans_36), hmac.digest_size, hmac.HMAC.blocksize, repr(mac).split(' at ')[0])
