"""Arguments of the calls that make connections, servers and endpoints: what is refused, and with which words."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import os
import re
import socket
import ssl
import tempfile


def shown(value):
    text = value if isinstance(value, str) else repr(value)
    text = re.sub(r'fd=\d+', 'fd=N', re.sub(r'0x[0-9a-f]+', '0x', text))
    return re.sub(r"\('(127.0.0.1|0.0.0.0)', \d+\)", r"('\1', PORT)", text.replace(FOLDER, 'FOLDER'))


async def attempt(text, awaitable):
    try:
        result = await awaitable
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)), getattr(error, 'errno', ''))
    else:
        print(text, '->', type(result).__name__)
        if isinstance(result, tuple):
            result[0].close()
        elif isinstance(result, asyncio.AbstractServer):
            print('   ', shown(result))
            result.close()
            await result.wait_closed()


Protocol, Datagram = asyncio.Protocol, asyncio.DatagramProtocol


async def connections():
    loop = asyncio.get_running_loop()
    print('--- create_connection')
    a, b = socket.socketpair()
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    context = ssl.create_default_context()
    connect = loop.create_connection
    await attempt('nothing', connect(Protocol))
    await attempt('host and sock', connect(Protocol, 'localhost', 1, sock=a))
    await attempt('port and sock', connect(Protocol, port=1, sock=a))
    await attempt('datagram', connect(Protocol, sock=udp))
    await attempt('hostname without ssl', connect(Protocol, 'localhost', 1, server_hostname='x'))
    await attempt('handshake without ssl', connect(Protocol, 'localhost', 1, ssl_handshake_timeout=1))
    await attempt('shutdown without ssl', connect(Protocol, 'localhost', 1, ssl_shutdown_timeout=1))
    await attempt('ssl without host', connect(Protocol, sock=a, ssl=context))
    await attempt('ssl empty host', connect(Protocol, '', 1, ssl=context))
    await attempt('ssl timeout 0', connect(Protocol, sock=a, ssl=context, server_hostname='x', ssl_handshake_timeout=0))
    a, b = socket.socketpair()
    await attempt('ssl timeout -1', connect(Protocol, sock=a, ssl=context, server_hostname='x', ssl_shutdown_timeout=-1))
    a, b = socket.socketpair()
    await attempt('ssl wrong', connect(Protocol, sock=a, ssl='context', server_hostname='x'))
    a, b = socket.socketpair()
    await attempt('ok', connect(Protocol, sock=a))
    await attempt('factory', connect(lambda: 1 / 0, sock=b))
    await attempt('factory', connect(lambda: None, sock=b))
    await attempt('refused', connect(Protocol, '127.0.0.1', 1))
    await attempt('refused', connect(Protocol, '127.0.0.1', '1'))
    await attempt('refused', connect(Protocol, '::1', 1))
    await attempt('refused both', connect(Protocol, 'localhost', 1, family=socket.AF_INET))
    await attempt('eyeballs', connect(Protocol, '127.0.0.1', 1, happy_eyeballs_delay=0.1))
    await attempt('eyeballs', connect(Protocol, '127.0.0.1', 1, happy_eyeballs_delay=0.1, interleave=2))
    await attempt('interleave', connect(Protocol, '127.0.0.1', 1, interleave=3))
    await attempt('local', connect(Protocol, '127.0.0.1', 1, local_addr=('127.0.0.1', 0)))
    await attempt('local', connect(Protocol, '127.0.0.1', 1, local_addr=('8.8.8.8', 0)))
    await attempt('local family', connect(Protocol, '127.0.0.1', 1, local_addr=('::1', 0)))
    await attempt('family', connect(Protocol, '::1', 1, family=socket.AF_INET))
    await attempt('port text', connect(Protocol, '127.0.0.1', 'no such service'))
    await attempt('port type', connect(Protocol, '127.0.0.1', 1.5))
    await attempt('port type', connect(Protocol, '127.0.0.1', []))
    await attempt('host type', connect(Protocol, 5, 1))
    await attempt('port range', connect(Protocol, '127.0.0.1', 70000))
    await attempt('port range', connect(Protocol, '127.0.0.1', -1))
    await attempt('wrong keyword', attempt_call(connect, Protocol, host='h', nothing=1))
    print('--- connect_accepted_socket')
    accepted = loop.connect_accepted_socket
    a, b = socket.socketpair()
    await attempt('datagram', accepted(Protocol, udp))
    await attempt('handshake', accepted(Protocol, a, ssl_handshake_timeout=1))
    await attempt('shutdown', accepted(Protocol, a, ssl_shutdown_timeout=1))
    await attempt('none', accepted(Protocol, None))
    await attempt('ok', accepted(Protocol, sock=a))
    print('--- ssl sockets')
    a, b = socket.socketpair()
    wrapped = context.wrap_socket(a, do_handshake_on_connect=False, server_hostname='x') if False else None
    b.close()
    udp.close()


async def attempt_call(function, *args, **kwargs):
    return await function(*args, **kwargs)


async def servers():
    loop = asyncio.get_running_loop()
    print('--- create_server')
    serve = loop.create_server
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    free = socket.socket()
    free.bind(('127.0.0.1', 0))
    port = free.getsockname()[1]
    await attempt('nothing', serve(Protocol))
    await attempt('both', serve(Protocol, 'localhost', sock=free))
    await attempt('both', serve(Protocol, port=1, sock=free))
    await attempt('datagram', serve(Protocol, sock=udp))
    await attempt('bool', serve(Protocol, '127.0.0.1', 0, ssl=True))
    await attempt('bool', serve(Protocol, '127.0.0.1', 0, ssl=False))
    await attempt('handshake', serve(Protocol, '127.0.0.1', 0, ssl_handshake_timeout=1))
    await attempt('shutdown', serve(Protocol, '127.0.0.1', 0, ssl_shutdown_timeout=1))
    await attempt('ssl', serve(Protocol, '127.0.0.1', 0, ssl=context, ssl_handshake_timeout=1))
    await attempt('taken', serve(Protocol, '127.0.0.1', port, reuse_address=False)) if False else None
    free.listen()
    try:
        await serve(Protocol, '127.0.0.1', port)
    except OSError as error:
        print(error.errno, str(error).replace(str(port), 'PORT'))
    await attempt('foreign', serve(Protocol, '8.8.8.8', 0))
    await attempt('port type', serve(Protocol, '127.0.0.1', [1]))
    await attempt('port range', serve(Protocol, '127.0.0.1', 70000))
    await attempt('host type', serve(Protocol, 5, 0))
    await attempt('hosts', serve(Protocol, ['127.0.0.1'], 0))
    await attempt('hosts', serve(Protocol, ('127.0.0.1', '127.0.0.1'), 0))
    await attempt('hosts', serve(Protocol, [], 0))
    await attempt('empty host', serve(Protocol, '', 0, family=socket.AF_INET))
    await attempt('reuse', serve(Protocol, '127.0.0.1', 0, reuse_port=True, reuse_address=True))
    await attempt('backlog', serve(Protocol, '127.0.0.1', 0, backlog='x'))
    await attempt('backlog', serve(Protocol, '127.0.0.1', 0, backlog=0))
    await attempt('not started', serve(Protocol, '127.0.0.1', 0, start_serving=False))
    await attempt('sock', serve(Protocol, sock=free))
    udp.close()


async def unix():
    loop = asyncio.get_running_loop()
    print('--- unix')
    path = os.path.join(FOLDER, 'sock')
    connect, serve = loop.create_unix_connection, loop.create_unix_server
    a, b = socket.socketpair()
    tcp = socket.socket()
    udp = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    context = ssl.create_default_context()
    await attempt('nothing', connect(Protocol))
    await attempt('both', connect(Protocol, path, sock=a))
    await attempt('tcp', connect(Protocol, sock=tcp))
    await attempt('datagram', connect(Protocol, sock=udp))
    await attempt('hostname', connect(Protocol, path, server_hostname='x'))
    await attempt('handshake', connect(Protocol, path, ssl_handshake_timeout=1))
    await attempt('shutdown', connect(Protocol, path, ssl_shutdown_timeout=1))
    await attempt('ssl', connect(Protocol, path, ssl=context))
    await attempt('missing', connect(Protocol, path))
    await attempt('type', connect(Protocol, 5))
    await attempt('long', connect(Protocol, 'x' * 200))
    await attempt('sock', connect(Protocol, sock=a))
    await attempt('nothing', serve(Protocol))
    await attempt('both', serve(Protocol, path, sock=b))
    await attempt('tcp', serve(Protocol, sock=tcp))
    await attempt('datagram', serve(Protocol, sock=udp))
    await attempt('bool', serve(Protocol, path, ssl=True))
    await attempt('handshake', serve(Protocol, path, ssl_handshake_timeout=1))
    await attempt('shutdown', serve(Protocol, path, ssl_shutdown_timeout=1))
    await attempt('type', serve(Protocol, 5))
    await attempt('folder', serve(Protocol, FOLDER))
    await attempt('missing folder', serve(Protocol, os.path.join(FOLDER, 'x', 'y')))
    await attempt('ok', serve(Protocol, path))
    print(os.path.exists(path))
    await attempt('again', serve(Protocol, path.encode()))
    open(os.path.join(FOLDER, 'file'), 'w').close()
    await attempt('file', serve(Protocol, os.path.join(FOLDER, 'file')))
    await attempt('empty', serve(Protocol, ''))
    for sock in (a, b, tcp, udp):
        sock.close()


async def datagrams():
    loop = asyncio.get_running_loop()
    print('--- datagrams')
    make = loop.create_datagram_endpoint
    tcp = socket.socket()
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    await attempt('nothing', make(Datagram))
    await attempt('tcp', make(Datagram, sock=tcp))
    await attempt('options', make(Datagram, sock=udp, local_addr=('127.0.0.1', 0)))
    await attempt('options', make(Datagram, sock=udp, remote_addr=('127.0.0.1', 9), family=socket.AF_INET, proto=17, flags=1,
                                  reuse_port=True, allow_broadcast=True))
    await attempt('family', make(Datagram, family=socket.AF_INET))
    await attempt('pair', make(Datagram, local_addr='127.0.0.1'))
    await attempt('pair', make(Datagram, local_addr=['127.0.0.1', 0]))
    await attempt('pair', make(Datagram, local_addr=('127.0.0.1', 0, 0)))
    await attempt('unix', make(Datagram, local_addr=('127.0.0.1', 0), family=socket.AF_UNIX))
    await attempt('families', make(Datagram, local_addr=('127.0.0.1', 0), remote_addr=('::1', 9)))
    await attempt('local', make(Datagram, local_addr=('127.0.0.1', 0)))
    await attempt('foreign', make(Datagram, local_addr=('8.8.8.8', 0)))
    await attempt('both', make(Datagram, local_addr=('127.0.0.1', 0), remote_addr=('127.0.0.1', 9)))
    await attempt('broadcast', make(Datagram, local_addr=('127.0.0.1', 0), allow_broadcast=True, reuse_port=True))
    await attempt('reuse_address', attempt_call(make, Datagram, local_addr=('127.0.0.1', 0), reuse_address=True))
    await attempt('sock', make(Datagram, sock=udp))
    path = os.path.join(FOLDER, 'dgram')
    await attempt('unix', make(Datagram, local_addr=path, family=socket.AF_UNIX))
    await attempt('unix again', make(Datagram, local_addr=path, family=socket.AF_UNIX))
    await attempt('unix remote', make(Datagram, remote_addr=os.path.join(FOLDER, 'none'), family=socket.AF_UNIX))
    tcp.close()


async def names():
    loop = asyncio.get_running_loop()
    print('--- names')
    print(await loop.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM))
    print(await loop.getaddrinfo(None, 80, type=socket.SOCK_STREAM, family=socket.AF_INET, flags=socket.AI_PASSIVE))
    print(await loop.getnameinfo(('127.0.0.1', 9), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    await attempt('flags', loop.getaddrinfo('127.0.0.1', 80, family=12345))
    await attempt('host', loop.getaddrinfo('name.invalid', 80, flags=socket.AI_NUMERICHOST))
    await attempt('type', loop.getaddrinfo(5, 80))
    await attempt('nameinfo', loop.getnameinfo('x'))
    await attempt('nameinfo', loop.getnameinfo(('name', 1), 0))
    await attempt('positional', attempt_call(loop.getaddrinfo, 'h', 1, 2))

    async def own(host, port, **kwargs):
        print('own getaddrinfo', host, port, sorted(kwargs))
        return []

    loop.getaddrinfo = own
    await attempt('own', loop.create_connection(Protocol, 'somewhere', 7))
    await attempt('own', loop.create_server(Protocol, 'somewhere', 7))
    await attempt('own', loop.create_datagram_endpoint(Datagram, remote_addr=('somewhere', 7)))
    await attempt('own', loop.create_connection(Protocol, '127.0.0.1', 1, local_addr=('elsewhere', 8)))


async def main():
    await connections()
    await servers()
    await unix()
    await datagrams()
    await names()


with tempfile.TemporaryDirectory() as FOLDER:
    asyncio.run(main())
