"""socket: numbers and names of addresses, byte order, options, socketpair and UDP in every call, half-closing, errors and messages, makefile."""
# difftest: no-wasi (WASI has no sockets)
import array
import os
import socket
import struct


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


for text in ('127.0.0.1', '255.255.255.255', '1.2.3', '10', '0x7f.1', '1.2.3.256', '', ' 1.2.3.4', 'a.b.c.d', '1.2.3.4.5'):
    attempt('aton ' + text, socket.inet_aton, text)
    attempt('pton ' + text, socket.inet_pton, socket.AF_INET, text)
for text in ('::', '::1', 'fe80::1%lo', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8', '1::2::3', 'g::'):
    attempt('pton6 ' + text, socket.inet_pton, socket.AF_INET6, text)
for packed in (b'\x7f\0\0\1', b'abc', b'', b'abcde', bytearray(4), memoryview(b'\1\2\3\4')):
    attempt('ntoa', socket.inet_ntoa, packed)
    attempt('ntop', socket.inet_ntop, socket.AF_INET, packed)
for packed in (bytes(16), bytes(15) + b'\1', bytes(10) + b'\xff\xff\1\2\3\4', b'\x20\x01' + bytes(14), b'short'):
    attempt('ntop6', socket.inet_ntop, socket.AF_INET6, packed)
attempt('family', socket.inet_pton, 99, '1.2.3.4')
attempt('family', socket.inet_ntop, 99, bytes(4))
attempt('str', socket.inet_ntoa, '1.2.3.4')
for name in ('htons', 'ntohs', 'htonl', 'ntohl'):
    for value in (1, 0x1234, 0xffff, 0x10000, -1, 2**32 - 1, 2**32, 'x', 1.0):
        attempt(f'{name} {value!r}', getattr(socket, name), value)
attempt('service', socket.getservbyname, 'http', 'tcp')
attempt('service', socket.getservbyname, 'nonsense')
attempt('service', socket.getservbyport, 25, 'tcp')
attempt('service', socket.getservbyport, 70000)
attempt('protocol', socket.getprotobyname, 'icmp')
attempt('protocol', socket.getprotobyname, 'none')
attempt('info', lambda: socket.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM))
attempt('info', lambda: socket.getaddrinfo('::1', 'http', socket.AF_INET6, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST))
attempt('info', lambda: [entry[4] for entry in socket.getaddrinfo(None, 9, socket.AF_INET, socket.SOCK_DGRAM, flags=socket.AI_PASSIVE)])
attempt('info', socket.getaddrinfo, 'not numeric', 80, flags=socket.AI_NUMERICHOST)
attempt('info', socket.getaddrinfo, 5, 80)
attempt('info', socket.getaddrinfo, 'localhost', 1.5)
attempt('info', socket.getaddrinfo, None, None)
attempt('name', socket.getnameinfo, ('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV)
attempt('name', socket.getnameinfo, ('::1', 80, 0, 0), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV)
attempt('name', socket.getnameinfo, ('not numeric', 80), 0)
attempt('name', socket.getnameinfo, 'x', 0)
attempt('name', socket.getnameinfo, ('127.0.0.1',), 0)

print(socket.AF_INET, repr(socket.AF_INET), socket.SOCK_STREAM, socket.AddressFamily(2), int(socket.SO_REUSEADDR), repr(socket.AI_PASSIVE), socket.MSG_PEEK)
with socket.socket() as tcp:
    print(tcp.family, tcp.type, tcp.proto, tcp.gettimeout(), tcp.getblocking(), tcp.fileno() > 2)
    print(tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1), tcp.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), tcp.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))
    print(tcp.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 2)), tcp.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8))
    print(tcp.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True), tcp.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
    attempt('option', tcp.setsockopt, 1, 2, 'text')
    attempt('option', tcp.setsockopt, 1, 2)
    attempt('option', tcp.setsockopt, 1, 2, None, 'x')
    attempt('option', tcp.getsockopt, 1, 2, -1)
    attempt('option', tcp.getsockopt, 1, 2, 2000)
    attempt('option', tcp.getsockopt, 99, 99)
    for timeout in (0, 1, 2.5, None, -1, 'x', float('nan'), 1e100):
        attempt(f'timeout {timeout}', tcp.settimeout, timeout)
        print(tcp.gettimeout(), tcp.getblocking(), tcp.timeout)
    tcp.setblocking(True)
    attempt('peer', tcp.getpeername)
    print(tcp.getsockname(), tcp.bind(('127.0.0.1', 0)), tcp.getsockname()[0], tcp.listen(), tcp.getsockname()[1] > 0)
    attempt('bind again', tcp.bind, ('127.0.0.1', 0))
    attempt('bind', tcp.bind, '127.0.0.1')
    attempt('bind', tcp.bind, ('127.0.0.1',))
    attempt('bind', tcp.bind, ('127.0.0.1', 70000))
    attempt('bind', tcp.bind, ('127.0.0.1', 'x'))
    attempt('bind', tcp.bind, (5, 80))
    tcp.settimeout(0.001)
    attempt('accept', tcp.accept)
    tcp.settimeout(0)
    attempt('accept', tcp.accept)
    attempt('listen', tcp.listen, 'x')
print(tcp.fileno(), 'closed' in repr(tcp))
attempt('closed', tcp.getsockname)
attempt('closed', tcp.send, b'x')

left, right = socket.socketpair()
print(left.family.name, left.getsockname(), left.getpeername(), left.send(b'hello'), right.recv(2, socket.MSG_PEEK), right.recv(100))
print(left.sendall(b'a' * 10), right.recv_into(buffer := bytearray(4)), buffer, right.recv_into(buffer, 2), buffer, right.recvfrom(100), right.recv_into(array.array('b', [0]) if left.send(b'z') else b''))
print(left.sendmsg([b'one ', b'two', memoryview(b' three')]), right.recvmsg(100), left.send(b'rest'), right.recvmsg_into([bytearray(2), bytearray(5)])[0])
read, write = os.pipe()
print(left.sendmsg([b'fd'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [write]))]))
data, ancillary, flags, address = right.recvmsg(10, socket.CMSG_SPACE(4))
level, kind, packed = ancillary[0]
got = array.array('i', packed)[0]
print(data, level == socket.SOL_SOCKET, kind == socket.SCM_RIGHTS, len(packed), flags & socket.MSG_CTRUNC, os.write(got, b'through'), os.read(read, 10), socket.CMSG_LEN(4), socket.CMSG_SPACE(4))
socket.send_fds(left, [b'again'], [read])
data, fds, flags, address = socket.recv_fds(right, 10, 2)
print(data, len(fds), os.write(write, b'x'), os.read(fds[0], 1))
for fd in (read, write, got, *fds):
    os.close(fd)
for args in ((-1,), ('x',), (), (1, 'flags'), (2**70,)):
    attempt(f'recv{args}', right.recv, *args)
attempt('send', left.send, 'text')
attempt('send', left.sendall, None)
attempt('send', left.sendto, b'x', 5)
attempt('sendmsg', left.sendmsg, b'x')
attempt('sendmsg', left.sendmsg, [5])
attempt('into', right.recv_into, b'readonly')
attempt('into', right.recv_into, bytearray(2), 5)
attempt('into', right.recv_into, bytearray(2), -1)
print(left.shutdown(socket.SHUT_WR), right.recv(10), right.send(b'still'), left.recv(10))
attempt('after shutdown', left.send, b'x')
attempt('shutdown', left.shutdown, 9)
file = right.makefile('rwb')
print(file.write(b'line 1\nline 2\n'), file.flush(), left.makefile('r').readline(), file.readable(), file.writable())
right.close()
print(right.fileno() >= 0 or 'open until the file is', file.close(), right.fileno(), left.recv(20))
attempt('mode', left.makefile, 'x')
attempt('detached', lambda: (left.detach() >= 0, left.fileno()))

one, two = socket.socket(type=socket.SOCK_DGRAM), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
one.bind(('127.0.0.1', 0))
two.bind(('127.0.0.1', 0))
print(one.sendto(b'datagram', two.getsockname()), two.recvfrom(4)[0], one.sendto(b'', 0, two.getsockname()), two.recvfrom(4)[1] == one.getsockname())
two.connect(one.getsockname())
print(two.send(b'connected'), one.recvfrom_into(box := bytearray(20))[0], bytes(box).rstrip(b'\0'), two.getpeername() == one.getsockname())
attempt('no address', one.send, b'x')
one.close()
two.close()
attempt('family', socket.socket, 99)
attempt('type', socket.socket, 'inet')
attempt('fileno', lambda: socket.socket(fileno=-5))
attempt('fileno', lambda: socket.socket(fileno='x'))
attempt('connect', socket.create_connection, ('127.0.0.1', 1), 1)
with socket.create_server(('127.0.0.1', 0)) as server, socket.create_connection(server.getsockname()) as client, server.accept()[0] as served:
    print(server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), client.sendall(b'hi'), served.recv(5), client.getpeername() == server.getsockname())
attempt('server', socket.create_server, ('127.0.0.1', 0), family=socket.AF_INET6)
print(socket.has_dualstack_ipv6() in (True, False), socket.has_ipv6, socket.getdefaulttimeout(), socket.setdefaulttimeout(2), socket.socket().gettimeout(), socket.setdefaulttimeout(None))
for kind in (socket.error, socket.timeout, socket.gaierror, socket.herror):
    print(kind, kind.__mro__[1])
