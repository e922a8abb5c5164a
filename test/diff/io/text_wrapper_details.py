# io: TextIOWrapper over BytesIO: newlines, errors, seek and tell, reconfigure, detach, buffering; StringIO, BytesIO, buffered classes.
import io

raw = b'a\r\nb\rc\nd'
for newline in (None, '', '\n', '\r', '\r\n'):
    t = io.TextIOWrapper(io.BytesIO(raw), encoding='ascii', newline=newline)
    print(repr(newline), list(t), t.newlines, t.encoding, t.errors, t.line_buffering)
for newline in (None, '', '\n', '\r', '\r\n'):
    b = io.BytesIO()
    t = io.TextIOWrapper(b, newline=newline, encoding='utf-8')
    t.write('x\ny\r\nz')
    t.flush()
    print(repr(newline), b.getvalue(), t.tell())
t = io.TextIOWrapper(io.BytesIO('héllo\nwörld\n'.encode()), encoding='utf-8')
print(t.read(2), t.tell(), t.readline(), t.tell() > 0, t.seek(0), t.read(), t.seek(0, 2), t.read(), t.seek(3), t.read(1))
for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'):
    try:
        print(errors, ascii(io.TextIOWrapper(io.BytesIO(b'a\xffb'), encoding='utf-8', errors=errors).read()))
    except UnicodeDecodeError as error:
        print(errors, error)
w = io.TextIOWrapper(io.BytesIO(), encoding='ascii', errors='xmlcharrefreplace', write_through=True)
w.write('é')
w.reconfigure(encoding='utf-8', errors='strict', newline='\r\n', line_buffering=True)
w.write('é\n')
print(w.buffer.getvalue(), w.write_through, w.line_buffering, w.encoding, w.writable(), w.readable(), w.seekable(), w.closed, w.name if hasattr(w, 'name') else 'nameless', repr(w))
under = w.detach()
for call in (lambda: w.read(), lambda: w.write(''), lambda: under.getvalue(), lambda: w.detach(), lambda: w.buffer):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
r = io.TextIOWrapper(io.BytesIO(b'line one\nline two\n'), encoding='latin-1')
next(r)
for call in (lambda: r.tell(), lambda: r.seek(1, 1), lambda: r.seek(-1), lambda: r.seek(5, 2), lambda: r.seek(0, 9), lambda: r.write('x'), lambda: r.read('x'), lambda: io.TextIOWrapper(5), lambda: io.TextIOWrapper(io.BytesIO(), newline='x'), lambda: io.TextIOWrapper(io.BytesIO(), encoding='nope'), lambda: io.TextIOWrapper(io.BytesIO(), errors='nope') and 'ok', lambda: io.TextIOWrapper(io.BytesIO()).write(b'x'), lambda: r.reconfigure(encoding='utf-8'), lambda: io.TextIOWrapper(io.BytesIO(), encoding=5), lambda: r.truncate(3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
r.close()
for call in (lambda: r.read(), lambda: r.seek(0), lambda: list(r), lambda: r.flush(), lambda: r.closed, lambda: r.close(), lambda: r.fileno(), lambda: r.isatty()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
s = io.StringIO('one\r\ntwo\n', newline=None)
print(s.getvalue(), s.readlines(), s.seek(1), s.write('NEW'), s.getvalue(), s.tell(), s.truncate(2), s.getvalue(), s.line_buffering, s.encoding, io.StringIO('x').read(-1), io.StringIO(None).getvalue())
for call in (lambda: io.StringIO(b'x'), lambda: s.write(5), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.truncate(-1), lambda: s.fileno(), lambda: s.detach(), lambda: io.StringIO(newline='x'), lambda: s.read('x'), lambda: s.readline(1.5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
b = io.BytesIO(b'0123456789')
view = b.getbuffer()
view[0:2] = b'ab'
print(b.read1(3), b.readinto(bytearray(2)), b.peek(1) if hasattr(b, 'peek') else 'no peek', b.seek(-2, 2), b.read(), bytes(view[:4]))
try:
    b.write(b'x' * 20)
except BufferError as error:
    print(error)
view.release()
print(b.seek(12), b.write(b'end'), b.getvalue(), b.readable(), b.truncate(3), b.getvalue())


class Slow(io.RawIOBase):
    def __init__(self, data):
        self.data, self.log = data, []

    def readable(self):
        return True

    def readinto(self, buffer):
        n = min(3, len(buffer), len(self.data))
        buffer[:n] = self.data[:n]
        self.data = self.data[n:]
        self.log.append(n)
        return n


slow = Slow(b'abcdefghij\nklm')
br = io.BufferedReader(slow, 8)
print(br.peek(1), br.read(4), br.readline(), slow.log, br.read1(100), br.read(), br.raw is slow, br.closed, Slow(b'xyz123').readall(), Slow(b'a\nb').readlines(), Slow(b'q').read(5))


class Sink(io.RawIOBase):
    def __init__(self):
        self.chunks = []

    def writable(self):
        return True

    def write(self, b):
        self.chunks.append(bytes(b))
        return len(b)


sink = Sink()
bw = io.BufferedWriter(sink, 4)
print(bw.write(b'ab'), sink.chunks, bw.write(b'cdef'), sink.chunks, bw.flush(), sink.chunks, bw.detach() is sink)
pair = io.BufferedRWPair(Slow(b'in'), Sink())
print(pair.read(2), pair.write(b'out'), pair.readable(), pair.writable(), pair.seekable())
rnd = io.BufferedRandom(io.BytesIO(b'0123456789'))
print(rnd.read(2), rnd.write(b'XY'), rnd.seek(0), rnd.read(), rnd.tell())
for call in (lambda: io.BufferedReader(sink), lambda: io.BufferedWriter(Slow(b'')), lambda: io.BufferedReader(slow, 0), lambda: io.IOBase().readline(), lambda: io.IOBase().fileno(), lambda: io.BufferedIOBase().read(), lambda: io.open('x', 'q'), lambda: io.open('x', 'rb', encoding='utf-8'), lambda: io.UnsupportedOperation.__mro__[1:3]):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
d = io.IncrementalNewlineDecoder(None, translate=True)
print(d.decode('a\r'), d.decode('\nb\r', final=True), d.newlines, io.DEFAULT_BUFFER_SIZE, io.SEEK_END, io.text_encoding(None))
