"""Sockets in pairs and on the loopback: options, addresses, messages with descriptors, files, time limits, constants, every error."""
# difftest: no-wasi (sockets are not there)
import array
import os
import socket
import struct
import threading


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


left, right = socket.socketpair()
print(left.family, left.type, left.proto, left.getsockname(), left.getpeername(), left.fileno() > 0, left.gettimeout(), left.getblocking(), left.timeout)
print(left.send(b'one'), left.sendall(bytearray(b'two')), right.recv(4), right.recv(10, socket.MSG_PEEK), right.recv(10), left.sendto(b'three', b'') if False else '', right.setblocking(False))
attempt('nothing', right.recv, 5)
right.settimeout(0.02)
attempt('timeout', right.recv, 5)
print(right.gettimeout(), right.getblocking(), socket.timeout is TimeoutError, socket.error is OSError, issubclass(socket.gaierror, OSError))
buffer = bytearray(8)
left.send(b'abcdef')
print(right.recv_into(buffer, 3), buffer, right.recv_into(memoryview(buffer)[4:]), buffer, left.send(b'xyz'), right.recvfrom(2), right.recvfrom_into(buffer, 1), buffer[:1])
attempt('recv', right.recv, -1)
attempt('recv_into', right.recv_into, b'readonly')
attempt('recv_into', right.recv_into, bytearray(2), 5)
attempt('recv_into', right.recv_into, bytearray(2), -1)
attempt('send', left.send, 'text')
attempt('recv type', right.recv, 'x')
attempt('settimeout', left.settimeout, -1)
attempt('settimeout', left.settimeout, 'x')
attempt('setblocking', left.setblocking, 'yes')
left.settimeout(None)

reading, writing = os.pipe()
print(left.sendmsg([b'with ', b'a pipe'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [writing]))]))
data, extra, flags, address = right.recvmsg(100, socket.CMSG_SPACE(4))
descriptor = array.array('i', extra[0][2])[0]
print(data, extra[0][:2] == (socket.SOL_SOCKET, socket.SCM_RIGHTS), flags, address, os.write(descriptor, b'through'), os.read(reading, 10))
socket.send_fds(left, [b'again'], [reading])
data, descriptors, flags, address = socket.recv_fds(right, 10, 2)
print(data, len(descriptors), left.sendmsg([]), right.recvmsg_into([bytearray(1)]) if left.send(b'q') else '')
for fd in (reading, writing, descriptor, *descriptors):
    os.close(fd)
print(left.shutdown(socket.SHUT_WR), right.recv(5), right.recv(5), left.close(), left.fileno(), repr(left))
attempt('closed', left.send, b'x')
attempt('broken', lambda: [right.send(b'x') for _ in range(2)])
attempt('closed name', left.getsockname)
print(left.close(), right.detach() > 0, right.fileno())

server = socket.create_server(('127.0.0.1', 0), backlog=2)
host, port = server.getsockname()
print(host, port > 0, server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) != 0, server.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM, len(server.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)), server.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 3)), struct.unpack('ii', server.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)), server.get_inheritable(), repr(server).replace(str(port), 'PORT').replace(f'fd={server.fileno()}', 'fd=N'))


def serve():
    with server:
        peer, address = server.accept()
        with peer, peer.makefile('rwb') as stream:
            for line in stream:
                stream.write(line.upper())
                stream.flush()


thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection((host, port), timeout=5) as client:
    print(client.gettimeout(), client.getpeername() == (host, port), client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1), client.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0)
    client.settimeout(None)
    with client.makefile('rw', encoding='utf-8', newline='\n') as text:
        print('grüße', file=text, flush=True)
        print(text.readline(), text.encoding)
        client.sendall(b'last\n')
        client.shutdown(socket.SHUT_WR)
        print(text.read())
thread.join()
attempt('refused', lambda: socket.create_connection((host, port)))
datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
datagrams.bind(('127.0.0.1', 0))
own = datagrams.getsockname()
print(datagrams.sendto(b'to myself', own), datagrams.recvfrom(100) == (b'to myself', own), datagrams.connect(own), datagrams.send(b'x'), datagrams.recv(5), datagrams.sendto(b'flags', 0, own), datagrams.recvfrom(2)[0])
for label, call in {'bind': lambda: datagrams.bind(('127.0.0.1', 0)), 'address': lambda: datagrams.sendto(b'x', 5), 'address short': lambda: datagrams.sendto(b'x', ('127.0.0.1',)), 'port': lambda: datagrams.sendto(b'x', ('127.0.0.1', 99999)), 'port type': lambda: datagrams.sendto(b'x', ('127.0.0.1', 'x')), 'listen': lambda: datagrams.listen(), 'accept': lambda: datagrams.accept(), 'family': lambda: socket.socket(999), 'type': lambda: socket.socket(socket.AF_INET, 99), 'option': lambda: datagrams.getsockopt(socket.SOL_SOCKET, 9999),
                    'option type': lambda: datagrams.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 'x'), 'option large': lambda: datagrams.getsockopt(socket.SOL_SOCKET, 1, 99999), 'shutdown': lambda: socket.socket().shutdown(2), 'peer': lambda: socket.socket().getpeername(), 'connect': lambda: socket.socket().connect('x'), 'create_server': lambda: socket.create_server(('127.0.0.1', 0), dualstack_ipv6=True), 'makefile': lambda: datagrams.makefile('q'), 'fd': lambda: socket.socket(fileno=-1), 'fd bad': lambda: socket.socket(fileno=9999), 'pickle': lambda: __import__('pickle').dumps(datagrams)}.items():
    attempt(label, call)
datagrams.close()
for label, call in {'aton': lambda: socket.inet_aton('127.1'), 'ntoa': lambda: socket.inet_ntoa(b'\x7f\0\0\1'), 'pton': lambda: socket.inet_pton(socket.AF_INET6, '::1'), 'ntop': lambda: socket.inet_ntop(socket.AF_INET6, bytes(15) + b'\1'), 'bad aton': lambda: socket.inet_aton('x'), 'bad ntoa': lambda: socket.inet_ntoa(b'x'), 'bad pton': lambda: socket.inet_pton(socket.AF_INET, '1.2.3'), 'bad family': lambda: socket.inet_pton(99, 'x'), 'bad ntop': lambda: socket.inet_ntop(socket.AF_INET, b'x'), 'htons': lambda: (socket.htons(1), socket.ntohs(256), socket.htonl(1), socket.ntohl(1 << 24)), 'htons large': lambda: socket.htons(70000), 'htons negative': lambda: socket.htons(-1),
                    'htonl': lambda: socket.htonl(1 << 40), 'htonl larger': lambda: socket.htonl(1 << 70), 'htonl negative': lambda: socket.htonl(-1), 'htonl type': lambda: socket.ntohl('x'), 'cmsg': lambda: (socket.CMSG_LEN(4), socket.CMSG_SPACE(5)), 'cmsg bad': lambda: socket.CMSG_LEN(-1), 'addrinfo': lambda: socket.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM), 'addrinfo six': lambda: socket.getaddrinfo('::1', '80', socket.AF_INET6, socket.SOCK_DGRAM), 'addrinfo numeric': lambda: socket.getaddrinfo('name', 80, flags=socket.AI_NUMERICHOST), 'addrinfo type': lambda: socket.getaddrinfo(5, 80), 'addrinfo port': lambda: socket.getaddrinfo('127.0.0.1', 2.5), 'nameinfo': lambda: socket.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV),
                    'nameinfo bad': lambda: socket.getnameinfo(('x',), 0), 'protocol': lambda: socket.getprotobyname('tcp') if os.path.exists('/etc/protocols') else 6, 'has': lambda: (socket.has_ipv6, socket.has_dualstack_ipv6() in (True, False)), 'default': lambda: (socket.getdefaulttimeout(), socket.setdefaulttimeout(3), socket.socket().gettimeout(), socket.setdefaulttimeout(None)), 'default bad': lambda: socket.setdefaulttimeout('x'), 'enum': lambda: (socket.AF_INET, repr(socket.SOCK_STREAM), socket.AddressFamily(2), socket.MsgFlag.MSG_PEEK, int(socket.AI_PASSIVE)), 'unix': lambda: socket.socket(socket.AF_UNIX).bind('x' * 200), 'close': lambda: socket.close(9999), 'gethostbyname': lambda: socket.gethostbyname('127.0.0.1')}.items():
    attempt(label, call)
