"""A WebSocket server that echoes, and clients of it: RFC 6455 over asyncio streams.

Messages may come in fragments, with pings between them; both sides close with a code. Everything runs on the loopback
interface in one program, and it ends by itself.
"""

import asyncio
import binascii
import hashlib
import os
import struct

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
NORMAL, PROTOCOL_ERROR, BAD_DATA, TOO_BIG = 1000, 1002, 1007, 1009
LARGEST_MESSAGE = 1 << 20


class Closed(Exception):
    def __init__(self, code, reason=""):
        super().__init__(f"closed with {code} {reason}".rstrip())
        self.code = code
        self.reason = reason


def accept_key(key):
    return binascii.b2a_base64(hashlib.sha1(key + GUID).digest(), newline=False)


def mask_bytes(data, mask):
    """data xor mask, mask repeated; as one big number, for speed."""
    size = len(data)
    repeated = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(data, "big") ^ int.from_bytes(repeated, "big")).to_bytes(size, "big")


async def read_headers(reader):
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")[:-2]
    headers = {}
    for line in lines:
        name, _, value = line.partition(b":")
        headers[name.strip().lower()] = value.strip()
    return first, headers


class WebSocket:
    """One side of a connection after the handshake. Clients mask what they send."""

    def __init__(self, reader, writer, is_client):
        self.reader = reader
        self.writer = writer
        self.is_client = is_client
        self.close_sent = False
        self.pongs = asyncio.Queue()

    async def send_frame(self, opcode, payload, final=True):
        first = opcode | (0x80 if final else 0)
        mask_bit = 0x80 if self.is_client else 0
        size = len(payload)
        if size < 126:
            head = struct.pack("!BB", first, mask_bit | size)
        elif size < 1 << 16:
            head = struct.pack("!BBH", first, mask_bit | 126, size)
        else:
            head = struct.pack("!BBQ", first, mask_bit | 127, size)
        if self.is_client:
            mask = os.urandom(4)
            head += mask
            payload = mask_bytes(payload, mask)
        self.writer.write(head + payload)
        await self.writer.drain()

    async def read_frame(self):
        first, second = await self.reader.readexactly(2)
        size = second & 0x7F
        if size == 126:
            size, = struct.unpack("!H", await self.reader.readexactly(2))
        elif size == 127:
            size, = struct.unpack("!Q", await self.reader.readexactly(8))
        if first & 0x70:
            raise Closed(PROTOCOL_ERROR, "reserved bits")
        if bool(second & 0x80) == self.is_client:
            raise Closed(PROTOCOL_ERROR, "wrong masking")
        if first & 8 and (size > 125 or not first & 0x80):
            raise Closed(PROTOCOL_ERROR, "bad control frame")
        if size > LARGEST_MESSAGE:
            raise Closed(TOO_BIG, "frame too big")
        mask = await self.reader.readexactly(4) if second & 0x80 else None
        payload = await self.reader.readexactly(size)
        return first & 0x0F, bool(first & 0x80), mask_bytes(payload, mask) if mask else payload

    async def receive(self):
        """The next message: str or bytes. Answers pings, raises Closed at the end."""
        try:
            return await self.receive_parts()
        except Closed as error:
            if not self.close_sent:
                await self.close(error.code, error.reason)
            raise

    async def receive_parts(self):
        kind, parts, size = None, [], 0
        while True:
            opcode, final, payload = await self.read_frame()
            if opcode == PING:
                await self.send_frame(PONG, payload)
            elif opcode == PONG:
                self.pongs.put_nowait(payload)
            elif opcode == CLOSE:
                code = struct.unpack("!H", payload[:2])[0] if payload else NORMAL
                raise Closed(code, payload[2:].decode())
            elif opcode in (TEXT, BINARY, CONTINUATION):
                if (opcode == CONTINUATION) != (kind is not None):
                    raise Closed(PROTOCOL_ERROR, "bad fragment")
                kind = kind or opcode
                parts.append(payload)
                size += len(payload)
                if size > LARGEST_MESSAGE:
                    raise Closed(TOO_BIG, "message too big")
                if final:
                    return self.join(kind, parts)
            else:
                raise Closed(PROTOCOL_ERROR, f"opcode {opcode}")

    def join(self, kind, parts):
        data = b"".join(parts)
        if kind == BINARY:
            return data
        try:
            return data.decode()
        except UnicodeDecodeError:
            raise Closed(BAD_DATA, "not UTF-8") from None

    async def send(self, message, fragment=None):
        """Sends str or bytes; in pieces of `fragment` bytes."""
        opcode = TEXT if isinstance(message, str) else BINARY
        data = message.encode() if isinstance(message, str) else message
        step = fragment or max(len(data), 1)
        starts = range(0, max(len(data), 1), step)
        for start in starts:
            await self.send_frame(opcode if start == 0 else CONTINUATION, data[start:start + step],
                                  final=start == starts[-1])

    async def close(self, code=NORMAL, reason=""):
        if not self.close_sent:
            self.close_sent = True
            await self.send_frame(CLOSE, struct.pack("!H", code) + reason.encode())


async def accept(reader, writer):
    """The server's half of the handshake; None if the request was no good."""
    request, headers = await read_headers(reader)
    key = headers.get(b"sec-websocket-key")
    if headers.get(b"upgrade", b"").lower() != b"websocket" or not key:
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        return None
    writer.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 b"Sec-WebSocket-Accept: " + accept_key(key) + b"\r\n\r\n")
    return WebSocket(reader, writer, is_client=False)


async def connect(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    key = binascii.b2a_base64(os.urandom(16), newline=False)
    writer.write(b"GET /echo HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key + b"\r\n\r\n")
    status, headers = await read_headers(reader)
    if not status.startswith(b"HTTP/1.1 101") or headers.get(b"sec-websocket-accept") != accept_key(key):
        raise ConnectionError("the server does not speak WebSocket")
    return WebSocket(reader, writer, is_client=True)


async def echo(reader, writer):
    try:
        socket = await accept(reader, writer)
        while socket:
            await socket.send(await socket.receive())
    except (Closed, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()


async def finish(socket):
    """Closes from this side; answers the code the other side closes with."""
    await socket.close(NORMAL, "bye")
    try:
        while True:
            await socket.receive()
    except Closed as error:
        socket.writer.close()
        return error.code


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        socket = await connect(port)
        for message in ("hello", "grüße, 世界", b"\x00\x01\xff", "", "x" * 70_000):
            await socket.send(message)
            answer = await socket.receive()
            print(type(answer).__name__, len(answer), answer == message)
        await socket.send("in three pieces", fragment=6)
        print(await socket.receive())
        await socket.send_frame(PING, b"are you there?")
        await socket.send("after the ping")
        print(await socket.receive(), socket.pongs.get_nowait())
        print("closed with", await finish(socket))

        for opcode, payload in ((3, b""), (TEXT, b"\xff\xfe"), (CONTINUATION, b"x")):
            socket = await connect(port)
            await socket.send_frame(opcode, payload)
            try:
                await socket.receive()
            except Closed as error:
                print(error)
            socket.writer.close()

        async def talk(number):
            socket = await connect(port)
            for i in range(20):
                await socket.send(f"{number}: {i}")
                assert await socket.receive() == f"{number}: {i}"
            return await finish(socket)

        print("in parallel:", set(await asyncio.gather(*(talk(number) for number in range(20)))))
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        print((await read_headers(reader))[0])
        writer.close()


if __name__ == "__main__":
    print(accept_key(b"dGhlIHNhbXBsZSBub25jZQ=="))
    asyncio.run(main())
