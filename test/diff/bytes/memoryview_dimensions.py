"""Views of several dimensions: cast with a shape, indexing by tuples, lists of lists, slices of the first dimension."""

import array
import struct


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


def describe(view):
    print(view.shape, view.strides, view.ndim, len(view), view.nbytes, view.itemsize, view.format, view.contiguous,
          view.c_contiguous, view.f_contiguous, view.readonly, view.suboffsets)


data = bytearray(range(24))
flat = memoryview(data)
matrix = flat.cast("B", (4, 6))
cube = flat.cast("B", [2, 3, 4])
shorts = flat.cast("H", (3, 4))
for view in flat, matrix, cube, shorts, flat.cast("B", (1, 24)), flat.cast("B", (24, 1)), flat.cast("I", (1, 6, 1)):
    describe(view)
    print(view.tolist())
    print(view.tobytes() == bytes(data), bytes(view) == bytes(data), view.hex()[:8], view == flat, view == matrix)

print(matrix[1, 2], matrix[-1, -1], cube[1, 2, 3], cube[0, -1, 0], shorts[2, 3])
matrix[0, 5] = 200
cube[1, 1, 1] = 201
shorts[0, 0] = 513
print(list(data))

rows = matrix[1:3]
describe(rows)
print(rows.tolist(), rows[0, 0], rows.tobytes())
odd = matrix[::2]
describe(odd)
print(odd.tolist(), odd.tobytes(), odd[1, 3], odd == rows, odd == flat[0:1])
describe(matrix[::-1])
print(matrix[::-1].tolist(), matrix[2:2].tolist(), matrix[2:2].shape, matrix[5:].tobytes())
back = cube.cast("B")
describe(back)
print(back == flat, cube.cast("I").tolist() == flat.cast("I").tolist(), memoryview(cube) == cube, cube.toreadonly()[0, 0, 0])

for index in (0, (0,), (0, 0, 0), (4, 0), (0, 6), (0, -7), (0, "a"), (slice(0, 1), slice(0, 1)), (slice(0, 1), 0), (), "a", 1.5,
              None, ...):
    attempt(matrix.__getitem__, index)
    attempt(matrix.__setitem__, index, 1)
attempt(matrix.__setitem__, slice(0, 1), b"abcdef")
attempt(matrix.__setitem__, (0, 0), 256)
attempt(matrix.__setitem__, (0, 0), "a")
attempt(matrix.__delitem__, (0, 0))
attempt(memoryview(b"abcd").cast("B", (2, 2)).__setitem__, (0, 0), 1)
attempt(iter, matrix[0:0])
attempt(lambda: [row for row in matrix])

for shape in ((5, 5), (0, 24), (-1, 24), (1.5, 2), ("a",), "ab", 24, (24,), (2**40, 2**40), (1,) * 65, [2, 12], (True, 24)):
    attempt(lambda: flat.cast("B", shape).shape)
attempt(flat.cast, "I", (2, 2))
attempt(lambda: matrix.cast("B", (24,)).shape)
attempt(lambda: matrix[0:0].cast("B"))
attempt(lambda: memoryview(b"").cast("B", (0,)))
attempt(lambda: flat.cast(5))
attempt(matrix.cast, "B", (2, 12))
attempt(odd.cast, "B")
attempt(flat[::2].cast, "B", (3, 4))
attempt(shorts.cast, "I")

numbers = array.array("d", [1.5, 2.5, 3.5, 4.5])
grid = memoryview(numbers).cast("B").cast("d", (2, 2))
grid[1, 0] = -1.25
print(grid.tolist(), numbers, struct.unpack("4d", grid), grid == memoryview(numbers), hash(memoryview(b"abcd").cast("B", (2, 2))) == hash(b"abcd"))
attempt(hash, matrix)
attempt(data.append, 1)
for view in (flat, matrix, cube, shorts, rows, odd, back):
    view.release()
attempt(matrix.__getitem__, (0, 0))
attempt(lambda: matrix.shape)
