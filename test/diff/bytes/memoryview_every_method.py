"""memoryview: attributes, slices, casts, writes, release, comparison and the errors."""

data = bytearray(b"abcdefgh")
view = memoryview(data)
print(view.nbytes, view.itemsize, view.format, view.ndim, view.shape, view.strides, view.readonly, view.contiguous, view.c_contiguous, view.f_contiguous, view.suboffsets, view.obj is data)
print(view[0], view[-1], bytes(view[2:5]), view[::2].tolist(), view[::-1].tobytes(), len(view), view.hex(), view.hex("-", 2), list(view[:3]))
view[0] = 65
view[1:3] = b"XY"
view[-2:] = memoryview(b"!!")
print(data)
words = view.cast("H")
print(words.format, words.itemsize, len(words), words.tolist() == [int.from_bytes(data[i:i + 2], "little") for i in range(0, 8, 2)])
words[0] = 0x4241
print(data, view.cast("b").tolist(), view.cast("I").shape, memoryview(b"\x00\x00\x80?").cast("f")[0])
print(view == data, view == b"x", memoryview(b"ab") == memoryview(bytearray(b"ab")), hash(memoryview(b"ab")) == hash(b"ab"), 65 in view, memoryview(b"abc")[1:].readonly, view.toreadonly().readonly)
cases = [lambda: view.__setitem__(0, 300), lambda: view.__setitem__(0, "a"), lambda: view.__setitem__(slice(0, 2), b"abc"), lambda: view[100], lambda: view["a"], lambda: memoryview("text"), lambda: memoryview(5), lambda: memoryview(b"a").__setitem__(0, 1),
         lambda: hash(view), lambda: view.cast("Z"), lambda: memoryview(b"abc").cast("H"), lambda: data.append(1), lambda: data.clear(), lambda: view.__delitem__(0), lambda: view < view, lambda: memoryview(), lambda: view[0, 0]]
for case in cases:
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
words.release()
view.release()
for case in (lambda: view[0], lambda: len(view), lambda: view.tobytes(), lambda: view.nbytes):
    try:
        print(case())
    except Exception as error:
        print(type(error).__name__, error)
with memoryview(b"context") as m:
    print(m.tobytes(), bytes(m), bytearray(m))
try:
    m.tolist()
except ValueError as error:
    print(error)
