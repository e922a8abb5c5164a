"""Files that makefile() makes: buffers of the usual kinds over a SocketIO, their sizes, states and errors."""
# difftest: no-wasi (sockets are not there)
import io
import socket
import threading


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


left, right = socket.socketpair()
for mode, size in (('rb', None), ('wb', -1), ('rwb', 16), ('rb', 0), ('wb', 0), ('r', None), ('w', 1), ('rw', None)):
    file = left.makefile(mode, size)
    print(mode, size, type(file), file.readable(), file.writable(), file.seekable(), getattr(file, 'mode', None))
    if 'rw' not in mode:
        print(file.name == left.fileno(), file.fileno() == left.fileno())
    file.close()
    print(file.closed)
    if 'rw' not in mode:
        attempt('fileno', file.fileno)
    if mode == 'rb' and size is None:
        print(repr(file), repr(file.raw), file.raw.name) if file.raw.name != -1 else print(repr(file), file.raw.name)
attempt('mode', left.makefile, 'x')
attempt('text', left.makefile, 'r', 0)
raw = left.makefile('rb', 0)
attempt('write', raw.write, b'x')
raw.close()
for call in (raw.readable, raw.writable, raw.seekable, raw.fileno, raw.read):
    attempt(call.__name__, call)

# a buffer that is full is sent without flush()
writer = left.makefile('wb', 32)
print(writer.write(b'a' * 20), right.setblocking(False))
attempt('nothing yet', right.recv, 100)
print(writer.write(b'b' * 20), right.recv(100), writer.write(b'c' * 100), len(right.recv(200)), writer.flush(), right.recv(200))
writer.write(b'the end')
writer.close()
print(right.recv(100))
right.setblocking(True)

# after a time limit the file is of no more use; the socket is
left.settimeout(0.01)
reader = left.makefile('rb')
attempt('late', reader.read, 1)
right.sendall(b'some lines\nof text\nand more')
attempt('again', reader.read, 1)
left.settimeout(None)
print(left.makefile('rb').readline())
reader = left.makefile('rb')
right.sendall(b'1\n22\n333')
print(reader.peek(1)[:4], reader.readline(), reader.read1(1), reader.read1(), right.shutdown(socket.SHUT_WR), reader.read(), reader.read(5))

# the socket stays open until the last file is closed
left, right = socket.socketpair()
with left.makefile('rw', encoding='utf-8', newline='\n') as both:
    left.close()
    print(left.fileno() > 0, both.write('ünï\n'), both.flush(), right.recv(20), right.sendall(b'answer\n'), both.readline())
print(left.fileno(), right.recv(5))

# large answers, read at once and in parts
left, right = socket.socketpair()
data = bytes(range(256)) * 20000
thread = threading.Thread(target=left.sendall, args=(data * 2,))
thread.start()
reader = right.makefile('rb')
space = bytearray(len(data) + 7)
print(reader.read(len(data)) == data, reader.readinto(memoryview(space)[:-7]) == len(data), space[:-7] == data)
thread.join()

# long lines
thread = threading.Thread(target=left.sendall, args=((b'x' * 1000000 + b'\n') * 3 + b'the end',))
thread.start()
print(len(reader.readline()), len(reader.readline(7)), len(reader.readline(1000)), len(reader.readline(2000000)), reader.readline(0), len(reader.readline(1000001)))
thread.join()
left.close()
print(reader.readline(100), reader.readline())
left, right = socket.socketpair()

# sendfile
for count in (None, 3, 5000, 0, -1, 'x'):
    attempt('sendfile', left.sendfile, io.BytesIO(bytes(range(10))), 2, count)
    left.send(b'|')
    print(right.recv(100))
source = io.BytesIO(b'0123456789')
print(left.sendfile(source, 2, 4), source.tell())
attempt('text', left.sendfile, open(__file__))
left.setblocking(False)
attempt('not blocking', left.sendfile, source)
attempt('datagrams', socket.socket(type=socket.SOCK_DGRAM).sendfile, source)
