# replace, count and the repr of bytes and bytearrays, by length of what is replaced.
for kind in (bytes, bytearray):
    for text in (b'', b'a', b'aaa', b'hello world, hello', b'ab' * 300):
        value = kind(text)
        for old, new in ((b'', b'-'), (b'', b''), (b'a', b''), (b'a', b'b'), (b'a', b'bcd'), (b'hello', b'bye'),
                         (b'ab', b'ba'), (b'zz', b'y'), (b'l', b'LL'), (value, b'all')):
            for most in (-1, 0, 1, 2, 1000):
                result = value.replace(old, new, most)
                print(type(result).__name__, len(result), result[:24], end='; ')
        print([value.count(part) for part in (b'', b'a', b'l', b'ab', 97)], value.count(b'a', 2), value.count(b'a', 5, 3))
    print(kind(range(256)), kind(b'\'"'), kind(b"it's"), kind(b'say "x"'))
value = b'unchanged'
print(value.replace(b'x', b'y') is value, bytearray(value).replace(b'x', b'y') is value)
print(('ab' * 400).count('a'), ('é' * 300 + 'a').count('é'), ('€' * 5).count('€'), 'abc'.count('b', 2), 'aéa'.count('€'))
view = memoryview(bytes(range(20)))
print(view[3:9].tobytes(), view[::3].tobytes(), view[::-1].tobytes(), view[5:5].tobytes(),
      view.cast('B', (4, 5)).tobytes(), view.cast('H')[2:5].tobytes())
