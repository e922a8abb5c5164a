# Binary files made and read with struct: a WAV file, a bitmap, a small archive with checksums; broken ones are refused.
import binascii
import struct
from collections import namedtuple

RIFF = struct.Struct('<4sI4s')
CHUNK = struct.Struct('<4sI')
FORMAT = struct.Struct('<HHIIHH')
Format = namedtuple('Format', 'kind channels rate bytes_per_second align bits')


def wav(samples, rate=8000):
    data = struct.pack(f'<{len(samples)}h', *samples)
    form = FORMAT.pack(1, 1, rate, rate * 2, 2, 16)
    body = CHUNK.pack(b'fmt ', len(form)) + form + CHUNK.pack(b'note', 3) + b'hi!\0' + CHUNK.pack(b'data', len(data)) + data
    return RIFF.pack(b'RIFF', len(body) + 4, b'WAVE') + body


def read_wav(data):
    view = memoryview(data)
    mark, size, kind = RIFF.unpack_from(view)
    if (mark, kind) != (b'RIFF', b'WAVE') or size + 8 != len(view):
        raise ValueError(f'not a WAV file: {mark}, {kind}, {size} of {len(view)}')
    offset, form = RIFF.size, None
    while offset < len(view):
        name, size = CHUNK.unpack_from(view, offset)
        offset += CHUNK.size
        if name == b'fmt ':
            form = Format._make(FORMAT.unpack_from(view, offset))
        elif name == b'data':
            return form, [sample for sample, in struct.iter_unpack('<h', view[offset:offset + size])]
        else:
            print('  skipping', name, bytes(view[offset:offset + size]))
        offset += size + size % 2


samples = [round(1000 * ((n * 37) % 21 - 10) / 10) for n in range(20)]
data = wav(samples)
print(len(data), data[:44].hex(' ', 4))
form, again = read_wav(data)
print(form, again == samples, again[:8])
for broken in (data[:-1], b'RIFX' + data[4:], data[:20], b'', data[:60].replace(b'\x58\x00\x00\x00', b'\x34\x00\x00\x00')):
    try:
        print(read_wav(broken))
    except (ValueError, struct.error) as error:
        print(type(error).__name__, error)


def bitmap(rows):
    width, height = len(rows[0]), len(rows)
    pad = -width * 3 % 4
    pixels = b''.join(b''.join(struct.pack('BBB', *reversed(pixel)) for pixel in row) + bytes(pad) for row in reversed(rows))
    return struct.pack('<2sIHHI', b'BM', 54 + len(pixels), 0, 0, 54) + struct.pack('<IiiHHIIiiII', 40, width, height, 1, 24, 0, len(pixels), 2835, 2835, 0, 0) + pixels


image = bitmap([[(x * 50 % 256, y * 80 % 256, 7) for x in range(5)] for y in range(3)])
print(len(image), binascii.hexlify(image[54:70], ' ', 4), struct.unpack_from('<ii', image, 18), binascii.crc32(image))


class Archive:
    ENTRY = struct.Struct('>HIq?3xd')

    def __init__(self):
        self.buffer = bytearray(struct.pack('>4sB3x', b'ARCH', 1))

    def add(self, name, content, *, when, hidden=False, ratio=1.0):
        encoded = name.encode()
        place = len(self.buffer)
        self.buffer.extend(bytes(self.ENTRY.size))
        self.ENTRY.pack_into(self.buffer, place, len(encoded), len(content), when, hidden, ratio)
        self.buffer += encoded + content + struct.pack('>I', binascii.crc32(content))

    def __iter__(self):
        offset = struct.calcsize('>4sB3x')
        while offset < len(self.buffer):
            length, size, when, hidden, ratio = self.ENTRY.unpack_from(self.buffer, offset)
            offset += self.ENTRY.size
            name, content, check = struct.unpack_from(f'>{length}s{size}sI', self.buffer, offset)
            offset += length + size + 4
            yield name.decode(), content if check == binascii.crc32(content) else None, when, hidden, ratio


archive = Archive()
archive.add('readme.txt', b'hello', when=-1, ratio=0.1)
archive.add('empty', b'', when=2 ** 40, hidden=True, ratio=float('-inf'))
archive.add('naïve', bytes(range(10)), when=0)
print(Archive.ENTRY.size, Archive.ENTRY.format, len(archive.buffer), list(archive))
archive.buffer[-1] ^= 1
print(list(archive)[-1])
for call in (lambda: archive.add('x' * 70000, b'', when=0), lambda: archive.add('x', b'', when=2 ** 63), lambda: archive.add('x', b'', when='now'), lambda: archive.add('x', b'', when=1, ratio=None), lambda: Archive.ENTRY.pack_into(bytes(40), 0, 1, 2, 3, 4, 5.0), lambda: Archive.ENTRY.pack_into(bytearray(10), 0, 1, 2, 3, 4, 5.0), lambda: Archive.ENTRY.pack_into(bytearray(40), -60, 1, 2, 3, 4, 5.0), lambda: Archive.ENTRY.unpack_from(b'ab', 1), lambda: Archive.ENTRY.unpack_from(bytes(30), 50), lambda: Archive.ENTRY.unpack(b'12'), lambda: list(Archive.ENTRY.iter_unpack(bytes(30))), lambda: Archive.ENTRY.pack(1, 2), lambda: struct.pack('e', 1e6), lambda: struct.pack('<f', 1e300), lambda: struct.pack('5s', 'text'), lambda: struct.pack('c', b'ab'), lambda: struct.pack('p', 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(struct.pack('7p4pp', b'pascal', b'too long', b'x'), struct.unpack('7p4p', b'\x06pascal\xffabc'), struct.pack('<e', 0.1).hex(), struct.unpack('<3e', bytes.fromhex('007c00fe0100')), struct.pack('@n', -1) == b'\xff' * struct.calcsize('n'), struct.calcsize('<bhilqd'), struct.pack('<2x?0s3?', 5, b'zz', [], 'x', 0.0), struct.unpack('?', b'\x02'))
print(struct.Struct(b'<I').format, struct.Struct('<I') == struct.Struct('<I'), repr(struct.unpack('<2sxI' , b'ab\0\1\0\0\0')), struct.error.__module__)
