# Views whose items are wider than a byte.
import struct

data = bytearray(range(16))
view = memoryview(data)
for letter in 'bBhHiIlLqQnN':
    wide = view.cast(letter)
    print(letter, wide.itemsize, wide.nbytes, len(wide), wide.shape, wide.strides, wide.tolist(), wide[-1])
print(memoryview(struct.pack('3d', 1.5, -2, 1e300)).cast('d').tolist(), view.cast('@H').tolist())
print(memoryview(b'\x00\x01\x02').cast('?').tolist(), memoryview(b'ab').cast('c').tolist())
ints = view.cast('i')
ints[1] = -2
ints[2:4] = memoryview(struct.pack('ii', 7, 8)).cast('i')
print(data, ints[::2].tolist(), ints[::-1].tobytes(), ints[1:3].cast('B').tolist())
for call in (lambda: view.cast('Z'), lambda: view.cast('hh'), lambda: view.cast(3), lambda: ints.cast('h'),
             lambda: view[:3].cast('h'), lambda: view[::2].cast('h'), lambda: ints.__setitem__(0, 'x'),
             lambda: ints.__setitem__(0, 1 << 40), lambda: ints.__setitem__(slice(0, 1), b'abcd'),
             lambda: view.toreadonly().__setitem__(0, 1), lambda: hash(ints.toreadonly()), lambda: ints['a'],
             lambda: data.append(1), lambda: memoryview(3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(ints == ints.tobytes(), view == bytes(data), view.cast('h') == view.cast('h'), view == 3, b'ab' == memoryview(b'ab'))
frozen = view.toreadonly()
view[0] = 99
print(frozen[0], frozen.readonly, view.readonly, frozen.contiguous, view[::2].contiguous, frozen.suboffsets)
ints.release()
try:
    ints[0]
except ValueError as error:
    print(error)


class Sub(bytearray):
    pass


print(memoryview(Sub(b'xyz')).tobytes(), bytes(memoryview(Sub(b'q'))))
