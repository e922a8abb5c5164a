# The case of bytes, and parts of one byte.
one = [b'a,b,c'.split(b','), b'abc'[1:2], bytes([98]), b'xbx'.strip(b'x'), b'ab'.partition(b'a')[2]]
print(one, bytes() is bytes(0))
print(b'a b c'.split() == b'a,b,c'.split(b','))
grown = bytes([65])
grown += b'b'
print(grown, bytes([65]), bytes([65]) * 3)
everything = bytes(range(256))
for make in (bytes, bytearray):
    for data in (b'', b'a', b'Z', b'Hello, WORLD 1st x_y', everything):
        value = make(data)
        results = [value.lower(), value.upper(), value.swapcase(), value.capitalize(), value.title()]
        print([type(result).__name__ for result in results], results if len(data) < 30 else [hash(bytes(r)) == hash(bytes(r)) for r in results])
        if len(data) > 30:
            for result in results:
                print(result.hex())
value = bytearray(b'abc')
upper = value.upper()
upper[0] = 0
print(value, upper, value.lower() is value, b'abc'.lower() == b'abc')


class Bytes(bytes):
    pass


print(type(Bytes(b'aB').lower()), type(Bytes(b'a').upper()), Bytes(b'x').split(b'y'))
