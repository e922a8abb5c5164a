"""Protocols: line protocol server, framing, RPC with futures, flow control, UDP, timeouts of idle connections."""
# difftest: no-wasi (sockets)
import asyncio
import itertools
import json
import socket
import struct
import os
import tempfile


class LineProtocol(asyncio.Protocol):
    delimiter = b"\r\n"
    max_length = 100

    def __init__(self):
        self.buffer = bytearray()
        self.transport = None

    def connection_made(self, transport):
        self.transport = transport
        self.peer = transport.get_extra_info("peername")

    def data_received(self, data):
        self.buffer += data
        while True:
            index = self.buffer.find(self.delimiter)
            if index < 0:
                if len(self.buffer) > self.max_length:
                    self.line_too_long()
                return
            line = bytes(self.buffer[:index])
            del self.buffer[:index + len(self.delimiter)]
            self.line_received(line)

    def line_too_long(self):
        self.transport.abort()

    def send_line(self, line):
        self.transport.write(line + self.delimiter)


class Memcache(LineProtocol):
    store = {}
    connections = 0
    lost = []

    def connection_made(self, transport):
        super().connection_made(transport)
        type(self).connections += 1
        self.touch()

    def touch(self):
        if getattr(self, "timer", None):
            self.timer.cancel()
        self.timer = asyncio.get_running_loop().call_later(0.5, self.idle)

    def idle(self):
        self.send_line(b"IDLE")
        self.transport.close()

    def line_received(self, line):
        self.touch()
        command, *args = line.decode().split(" ", 2)
        method = getattr(self, "do_" + command.lower(), None)
        if method is None:
            return self.send_line(b"ERROR unknown " + command.encode())
        try:
            reply = method(*args)
        except TypeError as error:
            reply = f"ERROR {type(error).__name__}"
        self.send_line(str(reply).encode())

    def do_set(self, key, value):
        self.store[key] = value
        return "STORED"

    def do_get(self, key):
        return self.store.get(key, "NONE")

    def do_quit(self):
        asyncio.get_running_loop().call_soon(self.transport.close)
        return "BYE"

    def eof_received(self):
        self.send_line(b"EOF SEEN")
        return False

    def connection_lost(self, exc):
        self.timer.cancel()
        self.lost.append(type(exc).__name__)


class RPCError(Exception):
    pass


class Framed(asyncio.Protocol):
    header = struct.Struct("!IH")

    def __init__(self, methods=None):
        self.methods = methods or {}
        self.buffer = b""
        self.waiting = {}
        self.ids = itertools.count(1)
        self.closed = asyncio.get_running_loop().create_future()
        self.paused = 0

    def connection_made(self, transport):
        self.transport = transport
        transport.set_write_buffer_limits(high=1000, low=100)

    def pause_writing(self):
        self.paused += 1

    def resume_writing(self):
        pass

    def data_received(self, data):
        self.buffer += data
        while len(self.buffer) >= self.header.size:
            size, number = self.header.unpack_from(self.buffer)
            end = self.header.size + size
            if len(self.buffer) < end:
                return
            message = json.loads(self.buffer[self.header.size:end])
            self.buffer = self.buffer[end:]
            if "method" in message:
                asyncio.ensure_future(self.answer(number, message))
            else:
                future = self.waiting.pop(number)
                if future.cancelled():
                    continue
                if "error" in message:
                    future.set_exception(RPCError(message["error"]))
                else:
                    future.set_result(message["result"])

    async def answer(self, number, message):
        try:
            result = await self.methods[message["method"]](*message["params"])
            self.send(number, {"result": result})
        except Exception as error:
            self.send(number, {"error": f"{type(error).__name__}: {error}"})

    def send(self, number, message):
        data = json.dumps(message).encode()
        self.transport.write(self.header.pack(len(data), number) + data)

    def call(self, method, *params):
        number = next(self.ids)
        future = self.waiting[number] = asyncio.get_running_loop().create_future()
        self.send(number, {"method": method, "params": params})
        return future

    def connection_lost(self, exc):
        for future in self.waiting.values():
            if not future.done():
                future.set_exception(ConnectionResetError("connection lost"))
        self.closed.set_result(exc)


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        self.transport.sendto(data[::-1], addr)


class Ask(asyncio.DatagramProtocol):
    def __init__(self, loop):
        self.queue = asyncio.Queue()
        self.lost = loop.create_future()

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        self.queue.put_nowait(data)

    def error_received(self, exc):
        self.queue.put_nowait(exc)

    def connection_lost(self, exc):
        self.lost.set_result(exc)


async def memcache():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Memcache, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"SET a 1 2 3\r\nGET a\r\nGET b\r\nNO x\r\nSET\r\nQU")
    await writer.drain()
    await asyncio.sleep(0.01)
    writer.write(b"IT\r\n")
    print((await reader.read()).decode().splitlines())
    writer.close()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write_eof()
    print(await reader.read())
    writer.close()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"x" * 200)
    try:
        print(await reader.read())
    except ConnectionResetError:
        print(b"")
    writer.close()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()
    await asyncio.sleep(0.01)
    print(Memcache.connections, Memcache.lost, server.is_serving(), server.sockets)


async def rpc():
    loop = asyncio.get_running_loop()

    async def add(a, b):
        return a + b

    async def fail(text):
        raise LookupError(text)

    async def big(n):
        return "x" * n

    async def slow():
        await asyncio.sleep(5)
    path = os.path.join(tempfile.mkdtemp(), "rpc.sock")
    servers = []

    def factory():
        protocol = Framed({"add": add, "fail": fail, "big": big, "slow": slow})
        servers.append(protocol)
        return protocol
    server = await loop.create_unix_server(factory, path)
    transport, client = await loop.create_unix_connection(lambda: Framed(), path)
    print(await client.call("add", 1, 2))
    print(await asyncio.gather(*(client.call("add", i, "x" and i) for i in range(5))))
    for call in (("fail", "nope"), ("missing",), ("add", 1)):
        try:
            await client.call(*call)
        except RPCError as error:
            print("RPCError", str(error).split("(")[0])
    print(len(await client.call("big", 2000000)), servers[0].paused > 0)
    future = client.call("slow")
    try:
        await asyncio.wait_for(future, 0.01)
    except asyncio.TimeoutError:
        print("timed out", future.cancelled())
    future = client.call("slow")
    servers[0].transport.abort()
    try:
        await future
    except ConnectionResetError as error:
        print(error)
    print(await client.closed, transport.is_closing())
    server.close()
    await server.wait_closed()
    os.unlink(path) if os.path.exists(path) else None


async def udp():
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    address = transport.get_extra_info("sockname")
    ask, protocol = await loop.create_datagram_endpoint(lambda: Ask(loop), remote_addr=address)
    for text in (b"hello", b"x" * 5000):
        ask.sendto(text)
        print(len(await asyncio.wait_for(protocol.queue.get(), 1)))
    transport.close()
    await asyncio.sleep(0.01)
    ask.sendto(b"nobody")
    print(repr(await asyncio.wait_for(protocol.queue.get(), 1)))
    ask.close()
    print(await protocol.lost, ask.is_closing())


async def main():
    await memcache()
    await rpc()
    await udp()


asyncio.run(main())
