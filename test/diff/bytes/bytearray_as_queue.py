"""Bytes that are added at the end of a bytearray and taken from its front, in any order."""

import hashlib
import random


def change(queue, expected, rng):
    """One change of the queue; answers what it must hold then."""
    size = rng.randrange(300)
    data = rng.randbytes(size % 40) * (size // 40 + 1)
    match rng.randrange(12):
        case 0 | 1 | 2:
            queue += data
            return expected + data
        case 3:
            queue.extend(data)
            return expected + data
        case 4 | 5 | 6:
            del queue[:size]
            return expected[size:]
        case 7:
            queue[:size] = data[:size // 2]
            return data[:size // 2] + expected[size:]
        case 8 if rng.random() < 0.2:
            queue.clear()
            return b''
        case 9 if expected:
            assert queue.pop(0) == expected[0]
            return expected[1:]
        case 10:
            queue.insert(0, 7)
            queue.append(9)
            return b'\7' + expected + b'\x09'
        case 11 if len(expected) < 1000:
            queue *= 2
            return expected * 2
    return expected


for seed in range(20):
    rng = random.Random(seed)
    queue, expected, most = bytearray(), b'', 0
    for step in range(2000):
        expected = change(queue, expected, rng)
        assert queue == expected and bytes(queue) == expected, (seed, step)
        most = max(most, len(queue))
    print(most, hashlib.md5(queue).hexdigest())

print("-- views")
queue = bytearray(b'abc' * 2000)
view = memoryview(queue)[3:]
try:
    del queue[:3]
except BufferError as error:
    print(error)
view.release()
del queue[:3]
print(len(queue), queue[:4])

print("-- emptied, filled again")
del queue[:]
print(queue, queue.copy())
queue.extend(b'xy')
del queue[:1]
print(queue)
queue.__init__(b'new')
queue *= 3
del queue[:2]
print(queue, queue + b'1', 2 * queue)


class Nibbler:
    """Yields bytes, and takes some from the array that they are for."""

    def __init__(self, array):
        self.array, self.count = array, 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        if self.count > 500:
            raise StopIteration
        if self.count % 50 == 0:
            del self.array[:20]
        return self.count % 256


print("-- changed while it is filled")
queue = bytearray(b'0123456789' * 40)
queue.extend(Nibbler(queue))
print(len(queue), queue[:5])
queue[10:20] = Nibbler(queue)
print(len(queue), hashlib.md5(queue).hexdigest())
