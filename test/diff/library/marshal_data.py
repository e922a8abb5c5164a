"""marshal: plain data there and back in every version, what CPython wrote, and what is wrong."""
import io
import marshal


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


VALUES = [None, True, False, ..., StopIteration, 0, 1, -1, 2**31 - 1, -2**31, 2**31, 2**100, -2**100, 1.5, -0.0,
          float('inf'), 1 + 2j, b'', b'abc', '', 'abc', 'x' * 300, '\xe9', '\udc80', (), (1, 2), tuple(range(300)),
          [1, [2]], {'a': 1, 2: [3]}, {1, 2}, frozenset([1]), bytearray(b'x')]
for value in VALUES:
    for version in range(5):
        again = marshal.loads(marshal.dumps(value, version))
        assert again == value, (value, version, again)
    print(ascii(again)[:60], type(again).__name__)
for data in (b'\xe9\x05\x00\x00\x00', b'[\x02\x00\x00\x00\xda\x01ar\x00\x00\x00\x00', b'\xa9\x02\xf3\x01\x00\x00\x00xr\x01\x00\x00\x00',
             b'\xa9\x02\xf3\x01\x00\x00\x00x\xe7\x00\x00\x00\x00\x00\x00\xf8?', b'', b'i\x01', b'?', b'(\x01\x00\x00\x000',
             b'r\x05\x00\x00\x00', b's\xff\xff\xff\x7f', b'l\x01\x00\x00\x00\xff\xff', b'{0', b'>\x00\x00\x00\x00'):
    attempt(lambda: marshal.loads(data))
shared = [1]
again = marshal.loads(marshal.dumps([shared, shared]))
print(again[0] is again[1])
shared.append(shared)
again = marshal.loads(marshal.dumps(shared))
print(again[1] is again)
file = io.BytesIO()
marshal.dump([1, 'two'], file)
marshal.dump({3: 4}, file)
file.seek(0)
print(marshal.load(file), marshal.load(file), marshal.version)
attempt(lambda: marshal.load(file))
for bad in (object(), print, [print], int):
    attempt(lambda: marshal.dumps(bad))
