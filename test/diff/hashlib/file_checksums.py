# A checksum tool: many algorithms over one reading, files in memory and on disk, lists of sums written and verified, duplicates found.
import hashlib
import io
import os
from collections import defaultdict

os.makedirs('tree/sub', exist_ok=True)
FILES = {'tree/a.txt': b'hello\n', 'tree/b.bin': bytes(range(256)) * 300, 'tree/sub/c.txt': b'hello\n', 'tree/sub/empty': b'', 'tree/sub/d.bin': bytes(range(256)) * 300 + b'!'}
for name, content in FILES.items():
    with open(name, 'wb') as file:
        file.write(content)


def sums(file, *names, size=1000):
    hashes = {name: hashlib.new(name) for name in names}
    while chunk := file.read(size):
        for hash in hashes.values():
            hash.update(chunk)
    return {name: hash.hexdigest() for name, hash in hashes.items()}


for name in FILES:
    with open(name, 'rb') as file:
        print(name, sums(file, 'md5', 'sha1', 'sha256'))
    with open(name, 'rb') as file:
        print('  ', hashlib.file_digest(file, 'sha256').hexdigest()[:20], hashlib.file_digest(io.BytesIO(FILES[name]), hashlib.blake2s).hexdigest()[:20], file.tell() == len(FILES[name]))


def walk(root):
    for folder, folders, files in os.walk(root):
        folders.sort()
        for name in sorted(files):
            yield os.path.join(folder, name)


def listing(root, algorithm='sha1'):
    for path in walk(root):
        with open(path, 'rb') as file:
            yield f'{hashlib.file_digest(file, algorithm).hexdigest()}  {path}'


lines = list(listing('tree'))
print('\n'.join(lines))


def verify(lines, algorithm='sha1'):
    for line in lines:
        expected, _, path = line.partition('  ')
        try:
            with open(path, 'rb') as file:
                yield path, 'OK' if hashlib.file_digest(file, algorithm).hexdigest() == expected.lower() else 'FAILED'
        except FileNotFoundError as error:
            yield path, error.strerror


with open('tree/a.txt', 'ab') as file:
    file.write(b'more')
os.remove('tree/sub/empty')
print(list(verify(lines)), list(verify([lines[1].upper().replace('TREE/B.BIN', 'tree/b.bin')])))
duplicates = defaultdict(list)
for name, content in FILES.items():
    duplicates[hashlib.blake2b(content, digest_size=8).digest()].append(name)
print([names for names in duplicates.values() if len(names) > 1])


class Tree:
    """A Merkle tree over blocks: the root and the proof of one block."""

    def __init__(self, blocks, make=hashlib.sha256):
        self.make, self.levels = make, [[make(b'\0' + block).digest() for block in blocks]]
        while len(self.levels[-1]) > 1:
            level = self.levels[-1]
            self.levels.append([self.pair(*level[n:n + 2]) for n in range(0, len(level), 2)])

    def pair(self, left, right=None):
        return left if right is None else self.make(b'\1' + left + right).digest()

    def proof(self, index):
        for level in self.levels[:-1]:
            if index ^ 1 < len(level):
                yield index & 1, level[index ^ 1]
            index >>= 1

    def check(self, block, proof):
        digest = self.make(b'\0' + block).digest()
        for is_right, other in proof:
            digest = self.pair(other, digest) if is_right else self.pair(digest, other)
        return digest == self.levels[-1][0]


blocks = [bytes([n]) * 10 for n in range(7)]
tree = Tree(blocks)
print(tree.levels[-1][0].hex(), [len(level) for level in tree.levels], [tree.check(block, tree.proof(n)) for n, block in enumerate(blocks)], tree.check(b'x', tree.proof(0)), len(list(tree.proof(6))))
for source, algorithm in ((io.BytesIO(b'abc'), 'nothing'), (5, 'md5'), (io.BytesIO(b'abc'), 5), (io.BytesIO(b'abc'), lambda: hashlib.sha3_224())):
    try:
        print(hashlib.file_digest(source, algorithm).hexdigest())
    except Exception as error:
        print(type(error).__name__, error)
