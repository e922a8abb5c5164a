# hmac, hashlib and secrets: known digests, copies, compare_digest, constructors, keyed blake2, pbkdf2, errors.
import hashlib
import hmac
import secrets

key, text = b'key', b'The quick brown fox jumps over the lazy dog'
for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'blake2b', 'blake2s'):
    h = hmac.new(key, text, name)
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name)
h = hmac.new(b'k' * 200, digestmod=hashlib.sha256)
h.update(b'a')
copied = h.copy()
copied.update(bytearray(b'b'))
h.update(memoryview(b'c'))
print(h.hexdigest(), copied.digest().hex(), hmac.digest(key, text, 'sha256').hex(), hmac.digest(key, text, hashlib.md5).hex())
for call in (lambda: hmac.new(key, text), lambda: hmac.new('key', text, 'md5'), lambda: hmac.new(key, 'text', 'md5'), lambda: hmac.new(key, digestmod=''), lambda: hmac.compare_digest('a', b'a'), lambda: hmac.compare_digest('é', 'é'), lambda: hmac.compare_digest(1, 2),
             lambda: hmac.new(key).update(b''), lambda: hashlib.new('nope'), lambda: hashlib.sha256('text'), lambda: hashlib.sha256(5), lambda: hashlib.sha256(None), lambda: hashlib.shake_128(b'').hexdigest(),
             lambda: hashlib.blake2b(digest_size=0), lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2b(key=b'x' * 65), lambda: hashlib.blake2s(salt=b'123456789'), lambda: hashlib.blake2b(person=b'x' * 17), lambda: hashlib.pbkdf2_hmac('sha1', b'', b'', 0), 
             lambda: hashlib.pbkdf2_hmac('sha1', 'p', b'', 1), lambda: hashlib.pbkdf2_hmac('sha1', b'p', b's', 1, 0), lambda: hashlib.md5(b'').hexdigest(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(hmac.compare_digest(b'a', bytearray(b'a')), hmac.compare_digest('a', 'b'), hmac.compare_digest('', ''), hmac.compare_digest(b'a', b'ab'))
for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name, b'abc', usedforsecurity=False)
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest(8) if name.startswith('shake') else h.hexdigest())
h = hashlib.sha512(b'a')
h2 = h.copy()
h2.update(b'b')
print(h.hexdigest() == hashlib.sha512(b'a').hexdigest(), h2.digest() == hashlib.sha512(b'ab').digest(), hashlib.sha1(bytearray(b'x')).hexdigest(), hashlib.md5(string=b'x').hexdigest())
print(hashlib.blake2b(b'x', digest_size=8, key=b'k', salt=b's', person=b'p', fanout=2, depth=3, leaf_size=4, node_offset=5, node_depth=1, inner_size=8, last_node=True).hexdigest(),
      hashlib.blake2s(b'', digest_size=4).hexdigest(), hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2s.SALT_SIZE, hashlib.blake2b.PERSON_SIZE, hashlib.blake2s.MAX_DIGEST_SIZE)
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 1000).hex(), hashlib.pbkdf2_hmac('sha1', b'pw', b'salt', 2, dklen=50).hex())
print(len(secrets.token_bytes()), len(secrets.token_bytes(5)), len(secrets.token_hex(4)), len(secrets.token_urlsafe(6)), secrets.randbelow(1), secrets.choice('a'), secrets.randbits(0), secrets.compare_digest(b'x', b'x'))
for call in (lambda: secrets.randbelow(0), lambda: secrets.choice([]), lambda: secrets.token_bytes(-1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
