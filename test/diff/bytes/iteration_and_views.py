"""Iterating over bytes, memoryview, and bytes as keys."""
data = b"\x01\x02\xfe\xff"
print([x for x in data], list(reversed(data)), sum(data), max(data), dict(enumerate(data)), list(zip(data, b"abcd")), {b"k": 1}[b"k"], {data: "d"}.get(bytes([1, 2, 254, 255])))
first, *rest = b"xyz"
print(first, rest, *b"ab", [*b"cd"], tuple(b"ef"), set(b"aab") == {97, 98})
view = memoryview(data)
print(len(view), view[0], view[-1], bytes(view[1:3]), view.tolist(), view.tobytes(), view == data, view.nbytes, view.readonly, view[::2].tolist())
target = bytearray(b"abcdef")
window = memoryview(target)
window[1] = 90
window[2:4] = b"YX"
print(target, bytes(window[3:]), window.hex())
for action in (lambda: view.__setitem__(0, 1), lambda: window.__setitem__(slice(0, 2), b"abc"), lambda: window[99], lambda: target.append(1)):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, BufferError) as error:
        print(type(error).__name__, error)
window.release()
target.append(33)
print(target)
it = iter(bytearray(b"abc"))
print(next(it), list(it), next(it, "end"))
def checksum(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a
print(checksum(b"Wikipedia"), checksum(bytes(1000)), checksum(b""))
