# BLAKE2 with every parameter, SHAKE of any length, copies at every stage, block borders, key stretching; digests against known ones.
import hashlib

text = bytes(range(251)) * 3
for size in (0, 1, 3, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 135, 136, 137, 143, 144, 145, 200, 255, 256, 257, 600):
    print(size, *[hashlib.new(name, text[:size]).hexdigest()[:12] for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s')], hashlib.shake_128(text[:size]).hexdigest(6), hashlib.shake_256(text[:size]).hexdigest(6))
for make in (hashlib.sha1, hashlib.sha512, hashlib.sha3_256, hashlib.blake2b, hashlib.blake2s):
    whole = make(text).digest()
    for step in (1, 7, 64, 100, 128, 500):
        hash = make()
        for start in range(0, len(text), step):
            hash.update(text[start:start + step])
            if start == 3 * step:
                copied = hash.copy()
                rest = start + step
        copied.update(text[rest:]) if step * 4 <= len(text) else None
        assert hash.digest() == whole == hash.digest() and (step * 4 > len(text) or copied.digest() == whole), (make, step)
print('steps agree')
for named in ({'digest_size': 1}, {'digest_size': 20}, {'key': b'k'}, {'key': bytes(range(32))}, {'salt': b'salt'}, {'person': b'me'}, {'salt': b'12345678', 'person': b'87654321', 'key': b'secret', 'digest_size': 16}, {'fanout': 2, 'depth': 2, 'leaf_size': 4096, 'node_offset': 1, 'node_depth': 0, 'inner_size': 32, 'last_node': True}, {'fanout': 0, 'depth': 255}, {'node_offset': 2 ** 47, 'node_depth': 255}, {'usedforsecurity': False}):
    print(named, hashlib.blake2b(b'data', **named).hexdigest()[:40], hashlib.blake2s(b'data', **named).hexdigest()[:40])


def tree_hash(data, leaf=64):
    leaves = [data[n:n + leaf] for n in range(0, len(data), leaf)] or [b'']
    options = dict(fanout=0, depth=2, leaf_size=leaf, inner_size=32)
    root = hashlib.blake2s(node_depth=1, last_node=True, **options)
    for number, block in enumerate(leaves):
        root.update(hashlib.blake2s(block, node_offset=number, node_depth=0, last_node=number == len(leaves) - 1, **options).digest())
    return root.hexdigest()


print(tree_hash(text), tree_hash(b''))
print(hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2b.SALT_SIZE, hashlib.blake2b.PERSON_SIZE, hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2s.MAX_KEY_SIZE, hashlib.blake2s.SALT_SIZE, hashlib.blake2s.PERSON_SIZE, hashlib.blake2s.MAX_DIGEST_SIZE)
for named in ({'digest_size': 0}, {'digest_size': 33}, {'key': b'k' * 65}, {'salt': b's' * 17}, {'person': b'p' * 17}, {'fanout': 256}, {'fanout': -1}, {'depth': 0}, {'depth': 256}, {'leaf_size': -1}, {'leaf_size': 2 ** 32}, {'node_offset': -1}, {'node_offset': 2 ** 64}, {'node_depth': 256}, {'key': 'text'}, {'salt': 5}, {'digest_size': 'x'}, {'bogus': 1}, {'string': b'x'}):
    for make in (hashlib.blake2b, hashlib.blake2s):
        try:
            print(named, make(**named).hexdigest()[:16], end='; ')
        except Exception as error:
            print(named, type(error).__name__, error, end='; ')
    print()
for make in (hashlib.shake_128, hashlib.shake_256):
    hash = make(b'abc')
    print(hash.name, hash.digest_size, hash.block_size, hash.digest(0), hash.hexdigest(3), hash.digest(200)[-8:].hex(), hash.digest(500)[:200] == hash.digest(200), hash.copy().hexdigest(5))
    for args in ((), ('x',), (1, 2), (2.5,)):
        try:
            print(hash.digest(*args), end='; ')
        except Exception as error:
            print(args, type(error).__name__, error, end='; ')
    print()
for args in (('sha256', b'password', b'salt', 1), ('sha1', b'password', b'salt', 2), ('sha512', b'', b'', 3, 10), ('md5', b'k' * 300, b's', 5, 70), ('sha3_256', b'p', b's', 2), ('blake2b', b'p', b's', 2, 5), ('sha224', bytearray(b'p'), memoryview(b's'), 2, None)):
    try:
        print(args[0], hashlib.pbkdf2_hmac(*args).hex(), end='; ')
    except Exception as error:
        print(args[0], type(error).__name__, error, end='; ')
print()
