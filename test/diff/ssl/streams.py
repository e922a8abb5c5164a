# difftest: no-wasi (WASI has no sockets, so no TLS)
"""TLS in asyncio: streams, start_tls, protocols, and what goes wrong."""
import asyncio
import ssl

from _certificates import make_certificates, path, print, remove_certificates


def contexts():
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(path('own.pem'), path('own.key'))
    client = ssl.create_default_context(cafile=path('ca.pem'))
    return server, client

async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    except Exception as e:
        print('server', type(e), e)
    writer.close()
    try:
        await writer.wait_closed()
    except Exception as e:
        print('server closed', type(e), e)

async def main():
    sctx, cctx = contexts()
    server = await asyncio.start_server(handle, '127.0.0.1', 0, ssl=sctx, limit=10_000_000)
    port = server.sockets[0].getsockname()[1]
    r, w = await asyncio.open_connection('127.0.0.1', port, ssl=cctx, server_hostname='localhost', limit=10_000_000)
    print(w.get_extra_info('cipher'), w.get_extra_info('peercert')['subject'], w.get_extra_info('compression'), w.get_extra_info('ssl_object').version())
    print(w.transport.__class__.__name__, w.can_write_eof(), w.transport.get_write_buffer_limits(), w.transport.get_write_buffer_size())
    w.write(b'hello\n'); w.writelines([b'a\n', b'b\n'])
    print(await r.readline(), await r.readline(), await r.readline())
    big = b'x' * 3_000_000 + b'\n'
    w.write(big)
    r._limit = 10_000_000
    got = await r.readline()
    print(len(got))
    try: w.write_eof()
    except Exception as e: print(type(e), e)
    w.close(); await w.wait_closed()
    print(w.is_closing())
    # errors
    for kw in (dict(server_hostname='other'), dict(), dict(server_hostname='127.0.0.2')):
        try:
            r, w = await asyncio.open_connection('127.0.0.1', port, ssl=cctx, **kw)
            print('connected', kw); w.close(); await w.wait_closed()
        except Exception as e:
            print(type(e), e)
    try:
        await asyncio.open_connection('127.0.0.1', port, ssl=True, server_hostname='localhost')
    except Exception as e:
        print(type(e), e)
    for kw in (dict(server_hostname='x'), dict(ssl_handshake_timeout=1), dict(ssl=cctx, ssl_handshake_timeout=-1), dict(ssl=cctx, ssl_handshake_timeout=0)):
        try: await asyncio.open_connection('127.0.0.1', port, **kw)
        except Exception as e: print(type(e), e)
    # plain client on TLS server
    r, w = await asyncio.open_connection('127.0.0.1', port)
    w.write(b'GET / HTTP/1.0\r\n\r\n')
    try: print(await r.read())
    except Exception as e: print(type(e), e)
    w.close()
    server.close(); await server.wait_closed()
    # start_tls
    async def upgrade(reader, writer):
        line = await reader.readline()
        writer.write(b'go\n')
        await writer.start_tls(sctx)
        print('server upgraded', writer.get_extra_info('cipher')[1])
        writer.write(await reader.readline())
        await writer.drain()
        writer.close()
    server = await asyncio.start_server(upgrade, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    r, w = await asyncio.open_connection('127.0.0.1', port)
    w.write(b'STARTTLS\n'); print(await r.readline())
    await w.start_tls(cctx, server_hostname='localhost')
    w.write(b'secret\n')
    print(await r.readline(), await r.read())
    w.close(); await w.wait_closed()
    server.close()
    # handshake timeout
    async def silent(reader, writer):
        await reader.read(10000); await asyncio.sleep(0.5); writer.close()
    server = await asyncio.start_server(silent, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    try: await asyncio.open_connection('127.0.0.1', port, ssl=cctx, server_hostname='localhost', ssl_handshake_timeout=0.1)
    except Exception as e: print(type(e), e)
    server.close()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print('handler', c['message'], repr(c.get('exception'))))
    class P(asyncio.Protocol):
        def __init__(self, name): self.name=name; self.done=loop.create_future()
        def connection_made(self, t): print(self.name,'made', type(t).__name__); self.t=t
        def data_received(self, d): print(self.name, d); self.t.write(d*2) if self.name=='s' else self.t.close()
        def eof_received(self): print(self.name,'eof')
        def connection_lost(self, e): print(self.name,'lost', repr(e)); self.done.set_result(None)
    ps = P('s')
    server = await loop.create_server(lambda: ps, '127.0.0.1', 0, ssl=sctx)
    t, pc = await loop.create_connection(lambda: P('c'), '127.0.0.1', server.sockets[0].getsockname()[1], ssl=cctx, server_hostname='localhost')
    t.write(b'abc')
    await pc.done; await ps.done
    server.close()

make_certificates()
asyncio.run(main())
remove_certificates()
