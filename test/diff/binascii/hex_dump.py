# A hex dump tool and its inverse, checksums over chunks, and an Intel HEX reader and writer.
import binascii
import struct


def dump(data, width=16, start=0):
    for offset in range(0, len(data), width):
        chunk = data[offset:offset + width]
        text = ''.join(chr(byte) if 32 <= byte < 127 else '.' for byte in chunk)
        yield f'{start + offset:08x}  {binascii.hexlify(chunk[:width // 2], " ").decode():<{width // 2 * 3 - 1}}  {chunk[width // 2:].hex(" "):<{width // 2 * 3 - 1}}  |{text}|'


def undump(lines):
    for line in lines:
        fields = line[8:].split('|')[0]
        yield binascii.unhexlify(fields.replace(' ', ''))


data = bytes((n * n + 7 * n) % 256 for n in range(70)) + 'Grüße'.encode()
lines = list(dump(data, start=0x1000))
print('\n'.join(lines))
print(b''.join(undump(lines)) == data)
crc = adler = 0
for start in range(0, len(data), 13):
    crc = binascii.crc32(data[start:start + 13], crc)
print(hex(crc), crc == binascii.crc32(data), binascii.crc32(b''), binascii.crc32(b'', 5), binascii.crc32(b'a', -1), binascii.crc32(b'a', 2 ** 32 + 1), binascii.crc_hqx(data, 0), binascii.crc_hqx(b'', 0x12345), binascii.crc_hqx(b'123456789', 0xffff))


class HexFile:
    """Records ":LLAAAATT...CC" of Intel HEX: data (0), end (1), upper half of the address (4)."""

    def __init__(self):
        self.blocks = {}

    @staticmethod
    def record(address, kind, data=b''):
        body = struct.pack('>BHB', len(data), address, kind) + data
        return ':' + binascii.hexlify(body + bytes([-sum(body) % 256])).decode().upper()

    def write(self, width=16):
        upper = 0
        for start, block in sorted(self.blocks.items()):
            for offset in range(0, len(block), width):
                address = start + offset
                if address >> 16 != upper:
                    upper = address >> 16
                    yield self.record(0, 4, struct.pack('>H', upper))
                yield self.record(address & 0xffff, 0, block[offset:offset + width])
        yield self.record(0, 1)

    def read(self, lines):
        upper, ended = 0, False
        for number, line in enumerate(lines, 1):
            line = line.strip()
            if not line.startswith(':'):
                raise ValueError(f'line {number}: no colon')
            try:
                body = binascii.a2b_hex(line[1:])
            except binascii.Error as error:
                raise ValueError(f'line {number}: {error}') from error
            if len(body) < 5 or len(body) != body[0] + 5:
                raise ValueError(f'line {number}: {len(body)} bytes instead of {body[0] + 5 if body else "some"}')
            if sum(body) % 256:
                raise ValueError(f'line {number}: checksum {body[-1]:02X}, expected {-sum(body[:-1]) % 256:02X}')
            _, address, kind = struct.unpack_from('>BHB', body)
            content = body[4:-1]
            if kind == 0:
                self.add(upper << 16 | address, content)
            elif kind == 1:
                ended = True
                break
            elif kind == 4:
                upper, = struct.unpack('>H', content)
            else:
                raise ValueError(f'line {number}: kind {kind}')
        if not ended:
            raise ValueError('no end')
        return self

    def add(self, address, content):
        for start in list(self.blocks):
            if start + len(self.blocks[start]) == address:
                self.blocks[start] += content
                return
        self.blocks[address] = content


image = HexFile()
image.add(0xfff8, data[:30])
image.add(0x20000, b'hello')
lines = list(image.write())
print('\n'.join(lines))
print(HexFile().read(lines).blocks == image.blocks, {hex(start): len(block) for start, block in HexFile().read(lines).blocks.items()})
for change in (lambda l: l[:-1], lambda l: [l[0][1:]] + l[1:], lambda l: [l[0][:-1]] + l[1:], lambda l: [l[0][:-2] + '00'] + l[1:], lambda l: [l[0].replace('F', 'G')] + l[1:], lambda l: [':0000'] + l, lambda l: [':'], lambda l: [HexFile.record(0, 9)], lambda l: [':é0']):
    try:
        print(HexFile().read(change(lines)).blocks)
    except ValueError as error:
        print(type(error).__name__, error, '<-', repr(error.__cause__))
for separator, groups in ((':', 1), ('-', 2), (b'_', 3), (' ', -4), ('.', 0), ('ab', 1), ('', 1), ('é', 1), (5, 1), (':', 100)):
    try:
        print(repr(separator), groups, binascii.hexlify(b'\x01\x23\x45\x67\x89', separator, groups), bytes(5).hex(separator, groups), memoryview(b'abcdef').hex(separator, groups))
    except Exception as error:
        print(repr(separator), groups, type(error).__name__, error)
