"""BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair: every method, positions, small buffers, what is refused."""
import io


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, str(error).split(' at 0x')[0])


class Slow(io.RawIOBase):
    """Gives and takes at most `piece` bytes at a time and says what it is asked for."""

    def __init__(self, data=b'', piece=4):
        self.data, self.position, self.piece, self.log = bytearray(data), 0, piece, []

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, buffer):
        part = self.data[self.position:self.position + min(len(buffer), self.piece)]
        buffer[:len(part)] = part
        self.position += len(part)
        self.log.append(('r', len(part)))
        return len(part)

    def write(self, data):
        part = bytes(data[:self.piece])
        self.data[self.position:self.position + len(part)] = part
        self.position += len(part)
        self.log.append(('w', part))
        return len(part)

    def seek(self, offset, whence=0):
        self.position = (0, self.position, len(self.data))[whence] + offset
        self.log.append(('s', offset, whence))
        return self.position

    def tell(self):
        return self.position

    def truncate(self, size=None):
        size = self.position if size is None else size
        del self.data[size:]
        return size


reader = io.BufferedReader(Slow(bytes(range(65, 91))), 8)
print(reader.read(3), reader.peek(2)[:2], reader.read1(2), reader.read1(), reader.tell(), reader.seekable(), reader.writable())
print(reader.seek(-2, 2), reader.read(), reader.read(), reader.seek(0), reader.read(0), reader.readline(5), reader.readlines(4))
buffer = bytearray(6)
print(reader.seek(4), reader.readinto(buffer), buffer, reader.readinto1(buffer), buffer, reader.raw.__class__.__name__)
for label, call in {
        'read -2': lambda: reader.read(-2), 'read str': lambda: reader.read('3'), 'seek 9': lambda: reader.seek(0, 9),
        'readinto bytes': lambda: reader.readinto(b'abc'), 'write': lambda: reader.write(b'x'), 'peek': lambda: reader.peek(0)[:0],
        'read1 -1': lambda: reader.seek(20) and reader.read1(-1)}.items():
    attempt(label, call)

sink = Slow()
writer = io.BufferedWriter(sink, 6)
print(writer.write(b'abc'), sink.log, writer.write(b'defgh'), sink.log, writer.flush(), sink.log, bytes(sink.data))
print(writer.tell(), writer.seek(2), writer.write(memoryview(b'XY')), writer.flush(), bytes(sink.data), writer.truncate(5), bytes(sink.data))
attempt('write str', writer.write, 'text')
attempt('write int', writer.write, 5)
attempt('read', writer.read)
attempt('writelines', writer.writelines, [b'1', bytearray(b'2')])
attempt('writelines none', writer.writelines, None)
writer.flush()
print(bytes(sink.data))

both = io.BufferedRandom(Slow(b'0123456789', 100), 4)
print(both.read(2), both.write(b'--'), both.read(2), both.tell(), both.seek(0), both.read(), both.seek(1), both.write(b'!'), both.peek(1)[:1], both.seek(0), both.read())
both.seek(3)
both.truncate()
print(both.tell(), both.seek(0), both.read())

pair = io.BufferedRWPair(Slow(b'request'), Slow())
print(pair.read(3), pair.write(b'answer'), pair.readable(), pair.writable(), pair.peek(1)[:1], pair.read1(2), pair.isatty(), pair.closed)
attempt('pair seek', pair.seek, 0)
attempt('pair tell', pair.tell)
pair.close()
print(pair.closed)

for label, call in {
        'reader size': lambda: io.BufferedReader(Slow(), 0), 'writer size': lambda: io.BufferedWriter(Slow(), -1), 'reader int': lambda: io.BufferedReader(5),
        'reader of writer': lambda: io.BufferedReader(type('W', (io.RawIOBase,), {'writable': lambda self: True})()),
        'writer of reader': lambda: io.BufferedWriter(type('R', (io.RawIOBase,), {'readable': lambda self: True})()),
        'random': lambda: io.BufferedRandom(type('R', (io.RawIOBase,), {'readable': lambda self: True})()),
        'pair': lambda: io.BufferedRWPair(5, 6), 'size': lambda: io.BufferedReader(Slow(), 'x')}.items():
    attempt(label, call)
reader.close()
for label, call in {'read': lambda: reader.read(1), 'peek': lambda: reader.peek(), 'seek': lambda: reader.seek(0), 'tell': reader.tell, 'readline': reader.readline,
                    'iter': lambda: next(reader), 'detach': reader.detach, 'enter': reader.__enter__, 'closed': lambda: reader.closed, 'flush': reader.flush,
                    'raw': lambda: reader.raw.closed}.items():
    attempt(label, call)
raw = writer.detach()
attempt('detached', writer.write, b'x')
attempt('detached again', writer.detach)
print(raw is sink)
