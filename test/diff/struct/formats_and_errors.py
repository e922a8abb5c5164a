# struct: every format with limits, alignment, repeat counts, pascal strings, halves, iter_unpack, pack_into, errors, Struct objects.
import struct

for code, values in (('b', (-128, 127)), ('B', (0, 255)), ('h', (-32768, 32767)), ('H', (65535,)), ('i', (-2 ** 31,)), ('I', (2 ** 32 - 1,)), ('l', (-1,)), ('L', (5,)), ('q', (-2 ** 63,)), ('Q', (2 ** 64 - 1,)), ('n', (-7,)), ('N', (7,)), ('P', (255,)), ('f', (1.5, 1e-45, float('inf'))), ('d', (0.1, -0.0)), ('e', (1.5, 65504.0, 6e-8, float('nan'))), ('?', (True, 0, 'x')), ('c', (b'z',)), ('s', (b'ab', b'')), ('p', (b'ab',)), ('x', ())):
    for order in ('@', '=', '<', '>', '!'):
        for value in values or (None,):
            try:
                packed = struct.pack(order + code, *([] if value is None else [value]))
                print(order + code, packed.hex(), struct.unpack(order + code, packed), struct.calcsize(order + code))
            except struct.error as error:
                print(order + code, error)
for fmt in ('bi', '<bi', 'b0i', 'ib0q', 'bh', '3s2p', '10p', '0s', '2h 3b', '>i?2x', 'qb', 'bq', 'bxi', '4x', '', '@ b', '5sxh', 'fd', 'hhl', 'b3xi'):
    print(repr(fmt), struct.calcsize(fmt))
print(struct.pack('3s5p4s', b'abcdef', b'abcdefgh', b'x'), struct.unpack('5p', b'\x09abcd'), struct.unpack('<2xh', b'\0\0\5\0'), struct.pack('>2h2x?', 1, -2, []), struct.unpack('3c', b'abc'))
for call in (lambda: struct.pack('b', 128), lambda: struct.pack('B', -1), lambda: struct.pack('h', 40000), lambda: struct.pack('<I', -1), lambda: struct.pack('b', 1.5), lambda: struct.pack('b', 'x'), lambda: struct.pack('f', 1e40), lambda: struct.pack('e', 1e6), lambda: struct.pack('c', b'ab'), lambda: struct.pack('c', 'a'), lambda: struct.pack('s', 'a'), lambda: struct.pack('s', 5), lambda: struct.pack('i'), lambda: struct.pack('i', 1, 2), lambda: struct.unpack('i', b'abc'), lambda: struct.unpack('i', 'text'),
             lambda: struct.calcsize('z'), lambda: struct.calcsize('3'), lambda: struct.calcsize('<n'), lambda: struct.calcsize('99999999999999999999b'), lambda: struct.calcsize('i<'), lambda: struct.pack(), lambda: struct.pack(5), lambda: struct.Struct('é'), lambda: struct.unpack_from('i', b'abcdefg', 4), lambda: struct.unpack_from('i', b'abc', -5), lambda: struct.pack_into('i', bytearray(3), 0, 1), lambda: struct.pack_into('i', bytearray(8), -9, 1), lambda: struct.pack_into('i', b'12345678', 0, 1), lambda: struct.pack_into('i', bytearray(8)), lambda: list(struct.iter_unpack('i', b'12345')), lambda: list(struct.iter_unpack('', b'')), lambda: struct.pack('d', None), lambda: struct.pack('?', type('B', (), {'__bool__': lambda s: 1 / 0})())):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
s = struct.Struct('<hB')
buffer = bytearray(10)
print(s.size, s.format, s.pack(1, 2), s.unpack(b'\1\0\2'), s.pack_into(buffer, 2, -1, 255), buffer, s.unpack_from(buffer, 2), s.unpack_from(buffer, offset=-8), list(s.iter_unpack(b'\1\0\2\3\0\4')), struct.Struct(b'i').format, struct.Struct('i').unpack(memoryview(b'\1\0\0\0')))
it = struct.iter_unpack('>H', b'\0\1\0\2')
print(next(it), it.__length_hint__(), list(it), struct.pack('i', True), struct.unpack('<e', b'\x00\x3c'), struct.error.__name__)


class Index:
    def __index__(self):
        return 9

    def __float__(self):
        return 2.5


print(struct.pack('<iqd', Index(), Index(), Index()), struct.pack('<3i', *range(3)), struct.unpack('<?', b'\x05'))
