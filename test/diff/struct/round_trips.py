# Values packed and unpacked: both byte orders, half floats, text, buffers written in place.
import struct
from struct import Struct

values = (True, b'c', -5, 250, -30000, 60000, -2**31, 2**32 - 1, -2**63, 2**64 - 1)
for order in '@=<>!':
    packed = struct.pack(order + '?cbBhHiIqQ', *values)
    print(order, len(packed), packed.hex(), struct.unpack(order + '?cbBhHiIqQ', packed) == values)
for number in (0.0, -0.0, 1.0, -2.5, 65504.0, 6e-8, 5.96e-8, 2.98e-8, 2.99e-8, 1e-9, 0.1, 1 / 3, 2049.0, 2051.0,
               float('inf'), float('-inf'), 65519.999):
    packed = struct.pack('<efd', number, number, number)
    print(number, packed.hex(), struct.unpack('<efd', packed))
print(struct.unpack('>e', struct.pack('>e', float('nan'))))
print(struct.pack('3s5s1s0s', b'abcdef', b'ab', b'', b'zz'), struct.pack('5p1p0p', b'abcdefgh', b'x', b''))
print(struct.unpack('5p3p', b'\x02abcd\x09ab'), struct.unpack('3c2x2s', b'abc..de'))
record = Struct('>HbxI')
buffer = bytearray(20)
record.pack_into(buffer, 2, 1, -2, 3)
record.pack_into(memoryview(buffer), -8, 9, 8, 7)
print(buffer, record.unpack_from(buffer, 2), record.unpack_from(buffer, offset=-8), record.size, record.format)
print([pair for pair in struct.iter_unpack('<HH', bytes(range(12)))], list(record.iter_unpack(bytes(16))))
print(struct.calcsize('bhilq'), struct.calcsize('=bhilq'), struct.calcsize('b0i'), struct.calcsize('5x'))


class Index:
    def __index__(self):
        return 77


print(struct.pack('iQ', Index(), Index()), struct.pack('d', 3), struct.pack('?', 'x'))


class Named(Struct):
    def __init__(self, name, format):
        super().__init__(format)
        self.name = name


named = Named('n', 'hh')
print(named.name, named.size, named.pack(1, 2))
