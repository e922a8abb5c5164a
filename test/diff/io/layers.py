# Layers of files over files written in Python.
import io
import sys
b = io.BytesIO('a\nbé\r\nc'.encode())
t = io.TextIOWrapper(b, encoding='utf-8')
print(repr(t.read()), t.newlines, t.encoding, t.errors)
t.seek(0); print([l for l in t], t.readline() == '')
t = io.TextIOWrapper(io.BytesIO(b'a\nb\r\nc\rd'), newline=''); print(t.readlines())
t = io.TextIOWrapper(io.BytesIO(b'a\nb\r\nc'), newline='\r\n'); print(t.readlines())
out = io.BytesIO(); w = io.TextIOWrapper(out, 'latin-1', newline='\r\n', write_through=True); print(w.write('é\nx'), out.getvalue()); w.flush(); print(out.getvalue())
w.detach(); w = io.TextIOWrapper(out, 'ascii', errors='replace'); w.write('é'); print(w.detach() is out, out.getvalue())
try: w.read()
except ValueError as e: print(e)
class Raw(io.RawIOBase):
    def __init__(self, data): self.data = data; self.pos = 0
    def readable(self): return True
    def readinto(self, b):
        part = self.data[self.pos:self.pos + min(len(b), 3)]; b[:len(part)] = part; self.pos += len(part); return len(part)
r = io.BufferedReader(Raw(b'line1\nline2\nrest')); print(r.read(2), r.peek()[:1], r.readline(), r.readline(), r.read(), r.read(), r.readable())
print(Raw(b'abcdef').read(4), Raw(b'abcdef').readall(), Raw(b'a\nb').readline(), list(io.TextIOWrapper(io.BufferedReader(Raw('x\ny€'.encode())))))
class Sink(io.RawIOBase):
    def __init__(self): self.got = []
    def writable(self): return True
    def write(self, b): self.got.append(bytes(b)); return len(b)
s = Sink(); bw = io.BufferedWriter(s, 4); bw.write(b'ab'); print(s.got); bw.write(b'cdef'); print(s.got); bw.write(b'g'); bw.flush(); print(s.got); bw.close(); print(s.closed)
class Ex(io.BufferedReader):
    def __init__(self, raw): super().__init__(raw)
print(Ex(Raw(b'xyz')).read())
with open(__file__, 'rb') as f: print(isinstance(f, io.BufferedReader), isinstance(f, io.BufferedIOBase), isinstance(f, io.TextIOWrapper), f.name == __file__)
with open(__file__) as f: print(isinstance(f, io.TextIOWrapper), isinstance(f, io.TextIOBase))
print(isinstance(sys.stdout, io.TextIOWrapper), isinstance(io.StringIO(), io.TextIOWrapper))
w = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8', line_buffering=True); sys.stdout.flush(); w.write('via wrapper é\n'); w.detach()
d = io.IncrementalNewlineDecoder(None, True); print(repr(d.decode('a\r')), repr(d.decode('\nb\r')), repr(d.decode('', True)), d.newlines)
