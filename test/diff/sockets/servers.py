"""asyncio.Server: its states, waiting, the ends of its clients, and what it says of itself."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import re
import socket


def shown(value):
    text = value if isinstance(value, str) else repr(value)
    text = re.sub(r'fd=\d+', 'fd=N', re.sub(r'0x[0-9a-f]+', '0x', text))
    return re.sub(r"\('(127.0.0.1|0.0.0.0)', \d+\)", r"('\1', PORT)", text)


async def attempt(text, awaitable):
    try:
        print(text, '->', shown(await awaitable))
    except BaseException as error:
        print(text, '!!', type(error).__name__, shown(str(error)))


class Log(asyncio.Protocol):
    count = 0

    def connection_made(self, transport):
        Log.count += 1
        self.transport = transport
        print('made', Log.count)

    def connection_lost(self, exc):
        print('lost', repr(exc))


async def states():
    print('--- states')
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Log, '127.0.0.1', 0, start_serving=False)
    print(shown(server), server.is_serving(), server.get_loop() is loop, len(server.sockets))
    print(isinstance(server, asyncio.Server), isinstance(server, asyncio.AbstractServer), type(server).__name__)
    print(type(server.sockets).__name__, shown(server.sockets[0]), server.sockets[0] is server.sockets[0])
    sock = server.sockets[0]
    print(sock.family, sock.type, sock.proto, sock.gettimeout(), sock.get_inheritable(), sock.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
    for call in (lambda: sock.settimeout(1), lambda: sock.settimeout(0), lambda: sock.setblocking(True), lambda: sock.setblocking(False),
                 lambda: sock.accept(), lambda: sock.close(), lambda: sock.recv(1), lambda: sock.send(b'x'),
                 lambda: sock.__getstate__(), lambda: sock.getpeername(), lambda: sock.shutdown(2), lambda: sock.other):
        try:
            print(call())
        except BaseException as error:
            print(type(error).__name__, error)
    try:
        server.sockets = 1
    except AttributeError as error:
        print('AttributeError', error)
    print('start', await server.start_serving(), server.is_serving())
    print('start', await server.start_serving(), server.is_serving())
    server.close()
    print(shown(server), server.is_serving(), server.sockets)
    server.close()
    await attempt('wait_closed', server.wait_closed())
    await attempt('wait_closed', server.wait_closed())
    await attempt('serve_forever', server.serve_forever())
    await attempt('start_serving', server.start_serving())
    print(shown(sock))


async def forever():
    print('--- forever')
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Log, '127.0.0.1', 0, start_serving=False)
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving())
    await attempt('second', server.serve_forever())
    task.cancel()
    await attempt('first', task)
    print(server.is_serving(), server.sockets)
    server = await loop.create_server(Log, '127.0.0.1', 0)
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    server.close()
    await attempt('closed', task)
    print(task.cancelled())
    server = await loop.create_server(Log, '127.0.0.1', 0)
    async with server as same:
        print(same is server, server.is_serving())
    print(server.is_serving())
    try:
        async with server:
            raise KeyError('inside')
    except KeyError as error:
        print('KeyError', error)


async def clients():
    print('--- clients')
    loop = asyncio.get_running_loop()
    sides = []
    server = await loop.create_server(lambda: sides.append(Log()) or sides[-1], '127.0.0.1', 0)
    address = server.sockets[0].getsockname()
    one, _ = await loop.create_connection(asyncio.Protocol, *address)
    two, _ = await loop.create_connection(asyncio.Protocol, *address)
    while len(sides) < 2 or not hasattr(sides[1], 'transport'):
        await asyncio.sleep(0.001)
    waiting = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0)
    print(waiting.done())
    server.close()
    await asyncio.sleep(0.01)
    print(waiting.done())
    await attempt('another', asyncio.wait_for(server.wait_closed(), 1))
    sides[0].transport.close()
    await asyncio.sleep(0.01)
    print(waiting.done())
    sides[1].transport.abort()
    await attempt('wait_closed', waiting)
    one.close()
    two.close()
    try:
        await loop.create_connection(asyncio.Protocol, *address)
    except OSError as error:
        print(type(error).__name__, shown(str(error)), shown(error.args))


async def abstract():
    print('--- abstract')
    server = asyncio.AbstractServer()
    for name in ('close', 'get_loop', 'is_serving'):
        try:
            getattr(server, name)()
        except NotImplementedError as error:
            print(name, repr(error))
    for name in ('start_serving', 'serve_forever', 'wait_closed'):
        await attempt(name, getattr(server, name)())
    for name in ('get_extra_info', 'is_closing', 'close', 'set_protocol', 'get_protocol', 'is_reading', 'pause_reading', 'resume_reading',
                 'set_write_buffer_limits', 'get_write_buffer_size', 'get_write_buffer_limits', 'write', 'writelines', 'write_eof',
                 'can_write_eof', 'abort', 'sendto', 'get_pid', 'get_returncode', 'get_pipe_transport', 'send_signal', 'terminate', 'kill'):
        for kind in (asyncio.BaseTransport, asyncio.ReadTransport, asyncio.WriteTransport, asyncio.Transport, asyncio.DatagramTransport,
                     asyncio.SubprocessTransport):
            if hasattr(kind, name):
                count = {'get_extra_info': 1, 'set_protocol': 1, 'write': 1, 'writelines': 1, 'sendto': 1, 'get_pipe_transport': 1, 'send_signal': 1}
                try:
                    print(kind.__name__, name, getattr(kind(), name)(*[b'x'] * count.get(name, 0)))
                except BaseException as error:
                    print(kind.__name__, name, type(error).__name__, error)
    print(asyncio.BaseTransport({'a': 1}).get_extra_info('a'), asyncio.Transport(extra={'b': 2}).get_extra_info('b'))
    for kind in (asyncio.BaseProtocol, asyncio.Protocol, asyncio.BufferedProtocol, asyncio.DatagramProtocol, asyncio.SubprocessProtocol):
        protocol = kind()
        print(kind.__name__, kind.__mro__[1].__name__, sorted(n for n in dir(kind) if n[0] != '_'))
        for name, args in (('connection_made', 1), ('connection_lost', 1), ('pause_writing', 0), ('resume_writing', 0), ('data_received', 1),
                           ('eof_received', 0), ('get_buffer', 1), ('buffer_updated', 1), ('datagram_received', 2), ('error_received', 1),
                           ('pipe_data_received', 2), ('pipe_connection_lost', 2), ('process_exited', 0)):
            if hasattr(protocol, name):
                print('  ', name, getattr(protocol, name)(*[None] * args))
        try:
            protocol.new = 1
            print('has __dict__')
        except AttributeError as error:
            print(error)


async def failing_factory(debug):
    print('--- failing factory', debug)
    loop = asyncio.get_running_loop()
    loop.set_debug(debug)
    loop.set_exception_handler(lambda loop, context: print('handler', [(k, shown(v)) for k, v in context.items()
                                                                       if k != 'source_traceback']))

    def fail():
        raise ValueError('no protocol')

    server = await loop.create_server(fail, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    if debug:    # the handler's context keeps the connection open until the collector comes
        await asyncio.sleep(0.01)
    else:
        print(await reader.read())
    writer.close()
    server.close()

    class Bad(asyncio.Protocol):
        def connection_made(self, transport):
            raise ValueError('not made')

        def connection_lost(self, exc):
            print('lost', exc)

        def __repr__(self):
            return 'Bad()'

    server = await loop.create_server(Bad, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.01)
    writer.close()
    await asyncio.sleep(0.01)
    server.close()
    loop.set_debug(False)


async def main():
    await states()
    await forever()
    await clients()
    await abstract()
    await failing_factory(False)
    await failing_factory(True)


asyncio.run(main())
