"""Names of hosts: beyond ASCII ("idna"), as bytes, wrong ones; addresses of AF_INET6 and AF_UNIX."""
# difftest: no-wasi (sockets are not there)
import asyncio
import socket


def attempt(label, function, *args):
    try:
        print(label, function(*args))
    except Exception as error:
        print(label, type(error).__name__, error)


def resolve(host, port=80):
    return socket.getaddrinfo(host, port, socket.AF_INET, socket.SOCK_STREAM)


for host in ('127.0.0.1', b'127.0.0.1', bytearray(b'127.0.0.1'), 'a' * 70, 'a' * 70 + '.x', 'bü' * 40, '\ud800', 'x..y', 5, None):
    attempt('getaddrinfo', resolve, host)
    attempt('gethostbyname', socket.gethostbyname, host)
for port in ('80', b'80', '\ud800', 1 << 70, -1, 1.5):
    attempt('port', resolve, '127.0.0.1', port)
for host in ('127.0.0.1', b'127.0.0.1', 'x..\xe4', 7):
    attempt('gethostbyname_ex', socket.gethostbyname_ex, host)
attempt('gethostbyaddr', socket.gethostbyaddr, 7)
print(socket.gethostbyaddr('127.0.0.1')[2])

sock = socket.socket()
for address in (('\ud800', 80), (b'127.0.0.1', 0), (bytearray(b'127.0.0.1'), 0), ('127.0.0.1\0', 0), (b'127.0.0.1\0', 0), (5, 0)):
    attempt('bind', lambda: sock.bind(address))
six = socket.socket(socket.AF_INET6)
for address in (('::1', 0, -10), ('::1', 0, 1 << 20), ('::1', 0, 0, -1)):
    attempt('bind', lambda: six.bind(address))
print(socket.getaddrinfo('ff02::1de:c0:face:8d%lo', 1234, socket.AF_INET6, socket.SOCK_DGRAM))
print(socket.getnameinfo(('ff02::1de:c0:face:8d', 1234, 0, 1), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))

for address in ('', bytearray(b'\0difftest-hosts'), memoryview(b'\0difftest-hosts-2'), 5, b'x' * 108, b'\0' + b'x' * 108, 'a\0b'):
    local = socket.socket(socket.AF_UNIX)
    attempt('unix', lambda: local.bind(address))
    name = local.getsockname()
    print(name if address else (type(name), len(name)))
for size in (0, 10, 0x7fffffff, -1):
    attempt('CMSG_LEN', socket.CMSG_LEN, size)
    attempt('CMSG_SPACE', socket.CMSG_SPACE, size)


async def main():
    for host in ('a' * 70, 'x..y'):
        try:
            await asyncio.open_connection(host, 80)
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(main())
