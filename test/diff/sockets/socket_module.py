"""The module socket: pairs, options, timeouts, addresses, errors."""
# difftest: no-wasi (WASI has no sockets)
import socket

a, b = socket.socketpair()
print(a.family, a.type, repr(a.family), repr(a.type), a.proto)
print(a.send(b'hello'), b.recv(3), b.recv(10, socket.MSG_PEEK), b.recv(10))
a.settimeout(0.01)
print(a.gettimeout(), a.getblocking(), a.timeout)
try:
    a.recv(1)
except TimeoutError as error:
    print(type(error).__name__, error, isinstance(error, socket.timeout))
a.setblocking(False)
print(a.gettimeout(), a.getblocking())
try:
    a.recv(1)
except BlockingIOError as error:
    print(error.errno)
buffer = bytearray(5)
b.sendall(memoryview(b'12345678'))
print(a.recv_into(buffer), buffer, a.recv_into(buffer, 2), buffer)
try:
    a.recv_into(b'fixed')
except TypeError as error:
    print(error)
try:
    a.send('text')
except TypeError as error:
    print(error)
a.shutdown(socket.SHUT_WR)
print(b.recv(1))
print(a.fileno() > 0)
a.close()
print(a.fileno())
try:
    a.send(b'x')
except OSError as error:
    print(error)
copy = b.dup()
print(copy.fileno() != b.fileno(), copy.type)
copy.close()
number = b.detach()
print(b.fileno())
back = socket.socket(fileno=number)
print(back.family == socket.AF_UNIX, back.type == socket.SOCK_STREAM)
back.close()

a, b = socket.socketpair()
a.sendall('first\nzweite Übung\n'.encode())
a.shutdown(socket.SHUT_WR)
with b.makefile('r', encoding='utf-8') as file:
    print(list(file))
a.close()
b.close()

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sock:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
    print(sock.getsockname())
    sock.bind(('', 0))
    print(sock.getsockname()[0])
    for address in 'name', ('127.0.0.1',), ('127.0.0.1', 'x'), ('127.0.0.1', 70000), (5, 5):
        try:
            sock.connect(address)
        except (TypeError, OverflowError) as error:
            print(type(error).__name__, error)
print(socket.inet_aton('127.0.0.1'), socket.inet_ntoa(b'\x0a\x00\x00\x01'))
print(socket.inet_pton(socket.AF_INET6, '::1'), socket.inet_ntop(socket.AF_INET6, bytes(15) + b'\x01'))
print(socket.htons(0x1234) == int.from_bytes((0x1234).to_bytes(2, 'big'), __import__('sys').byteorder))
print(socket.ntohl(socket.htonl(0x01020304)) == 0x01020304)
for call in (lambda: socket.inet_aton('bad'), lambda: socket.inet_pton(socket.AF_INET, 'x'),
             lambda: socket.inet_ntoa(b'12')):
    try:
        call()
    except OSError as error:
        print(error)
print(socket.getaddrinfo('127.0.0.1', 'http', socket.AF_INET, socket.SOCK_STREAM))
try:
    socket.getaddrinfo('host.invalid', None, flags=socket.AI_NUMERICHOST)
except socket.gaierror as error:
    print(type(error).__module__, type(error).__name__, error.errno == socket.EAI_NONAME)
print(socket.error is OSError, socket.has_ipv6, socket.SOMAXCONN > 0)
print(socket.getdefaulttimeout(), socket.AddressFamily(2), socket.SocketKind.SOCK_DGRAM)
print(isinstance(socket.gethostname(), str), socket.getservbyname('http', 'tcp'))
