# Every hash function on messages of all kinds of length; HMAC, PBKDF2, what is refused.
import hashlib, hmac, io
names = ['md5','sha1','sha224','sha256','sha384','sha512','sha3_224','sha3_256','sha3_384','sha3_512','blake2b','blake2s']
for n in names:
    f = getattr(hashlib, n)
    for size in (0, 1, 3, 55, 56, 63, 64, 65, 111, 112, 119, 127, 128, 129, 135, 136, 143, 144, 167, 168, 200, 256, 1000):
        d = bytes(i * 7 & 255 for i in range(size))
        h = f(d); g = hashlib.new(n)
        for i in range(0, size, 37): g.update(d[i:i+37])
        assert g.digest() == h.digest() == h.copy().digest(), (n, size)
        print(n, size, h.hexdigest())
    print(h.name, h.digest_size, h.block_size, len(h.digest()))
    print(hmac.new(b'key', b'message', n).hexdigest(), hmac.digest(b'k' * 300, b'm', n).hex())
for n in ('shake_128', 'shake_256'):
    h = hashlib.new(n, b'abc' * 50)
    print(h.name, h.digest_size, h.block_size, h.hexdigest(10), h.digest(400).hex())
print(hashlib.blake2b(b'x', digest_size=20, key=b'key', salt=b'salt', person=b'person').hexdigest())
print(hashlib.blake2s(b'x' * 64, digest_size=16, key=b'key' * 5, salt=b'salt', person=b'person', fanout=2, depth=3, leaf_size=9, node_offset=77, node_depth=1, inner_size=5, last_node=True).hexdigest())
print(hashlib.blake2b(b'x' * 128, fanout=0, depth=255, leaf_size=2**32-1, node_offset=2**40, node_depth=255, inner_size=64, last_node=True).hexdigest(), hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2s.SALT_SIZE)
for a in (('sha256', b'password', b'salt', 1000), ('sha1', b'p' * 100, b's', 3, 50), ('md5', b'', b'', 1), ('sha512', b'pw', b'salt', 10, 100)):
    print(hashlib.pbkdf2_hmac(*a).hex())
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: hashlib.sha256('x')); t(lambda: hashlib.sha256(3)); t(lambda: hashlib.new('nope')); t(lambda: hashlib.md5(b'', usedforsecurity=False).hexdigest())
t(lambda: hashlib.blake2b(digest_size=65)); t(lambda: hashlib.blake2b(key=b'x' * 65)); t(lambda: hashlib.blake2s(salt=b'x' * 9)); t(lambda: hashlib.pbkdf2_hmac('sha1', b'', b'', 0)); t(lambda: hashlib.sha1().update('s'))
t(lambda: hashlib.file_digest(io.BytesIO(b'data'), 'sha256').hexdigest()); t(lambda: hashlib.new('SHA256', b'a').hexdigest());
print(hmac.compare_digest(b'a', b'a'), hmac.compare_digest('a', 'b'), hmac.compare_digest(b'a', b'ab'), sorted(hashlib.algorithms_guaranteed))
t(lambda: hmac.compare_digest('é', 'é')); t(lambda: hmac.compare_digest('a', b'a'))
