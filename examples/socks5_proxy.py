"""A SOCKS5 proxy (RFC 1928, with names and passwords as in RFC 1929), and a client that goes through it.

The proxy connects to IPv4 and IPv6 addresses and to names, and copies both directions until both ends are done. A small
upper-casing server is what the client wants to reach. Everything runs on the loopback interface, and ends by itself.
"""

import asyncio
import ipaddress
import struct

VERSION = 5
NO_AUTHENTICATION, PASSWORD, NO_METHOD = 0, 2, 0xFF
CONNECT = 1
IPV4, NAME, IPV6 = 1, 3, 4
SUCCEEDED, FAILURE, REFUSED, NO_COMMAND, NO_ADDRESS_TYPE = 0, 1, 5, 7, 8
REPLIES = {SUCCEEDED: "succeeded", FAILURE: "general failure", REFUSED: "connection refused",
           NO_COMMAND: "command not supported", NO_ADDRESS_TYPE: "address type not supported"}


class SocksError(Exception):
    def __init__(self, code):
        super().__init__(REPLIES.get(code, f"error {code}"))
        self.code = code


def pack_address(host, port):
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        name = host.encode("idna")
        return bytes([NAME, len(name)]) + name + struct.pack("!H", port)
    return bytes([IPV4 if address.version == 4 else IPV6]) + address.packed + struct.pack("!H", port)


async def read_address(reader):
    kind, = await reader.readexactly(1)
    if kind == NAME:
        size, = await reader.readexactly(1)
        host = (await reader.readexactly(size)).decode("idna")
    elif kind in (IPV4, IPV6):
        host = str(ipaddress.ip_address(await reader.readexactly(4 if kind == IPV4 else 16)))
    else:
        raise SocksError(NO_ADDRESS_TYPE)
    port, = struct.unpack("!H", await reader.readexactly(2))
    return host, port


async def copy(reader, writer):
    """One direction; the end of the data is passed on as such."""
    total = 0
    try:
        while data := await reader.read(65536):
            total += len(data)
            writer.write(data)
            await writer.drain()
        writer.write_eof()
    except OSError:
        writer.close()
    return total


class Proxy:
    def __init__(self, users=None):
        self.users = users
        self.log = []

    async def authenticate(self, reader, writer):
        version, count = await reader.readexactly(2)
        methods = await reader.readexactly(count)
        wanted = NO_AUTHENTICATION if self.users is None else PASSWORD
        if version != VERSION or wanted not in methods:
            writer.write(bytes([VERSION, NO_METHOD]))
            return False
        writer.write(bytes([VERSION, wanted]))
        if wanted == NO_AUTHENTICATION:
            return True
        _, size = await reader.readexactly(2)
        name = (await reader.readexactly(size)).decode()
        size, = await reader.readexactly(1)
        good = self.users.get(name) == (await reader.readexactly(size)).decode()
        writer.write(bytes([1, 0 if good else 1]))
        return good

    async def open(self, reader):
        _, command, _ = await reader.readexactly(3)
        host, port = await read_address(reader)
        if command != CONNECT:
            raise SocksError(NO_COMMAND)
        try:
            return await asyncio.open_connection(host, port)
        except ConnectionRefusedError:
            raise SocksError(REFUSED) from None
        except OSError:
            raise SocksError(FAILURE) from None

    async def serve(self, reader, writer):
        try:
            if not await self.authenticate(reader, writer):
                return
            try:
                far_reader, far_writer = await self.open(reader)
            except SocksError as error:
                writer.write(bytes([VERSION, error.code, 0]) + pack_address("0.0.0.0", 0))
                self.log.append(str(error))
                return
            writer.write(bytes([VERSION, SUCCEEDED, 0]) + pack_address(*far_writer.get_extra_info("sockname")[:2]))
            sent, received = await asyncio.gather(copy(reader, far_writer), copy(far_reader, writer))
            far_writer.close()
            self.log.append(f"{sent} bytes there, {received} back")
        except asyncio.IncompleteReadError:
            self.log.append("cut off")
        finally:
            writer.close()


async def connect(proxy_port, host, port, user=None, command=CONNECT):
    """Streams to host:port through the proxy."""
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy_port)
    methods = [NO_AUTHENTICATION] if user is None else [NO_AUTHENTICATION, PASSWORD]
    writer.write(bytes([VERSION, len(methods), *methods]))
    _, method = await reader.readexactly(2)
    if method == NO_METHOD:
        writer.close()
        raise PermissionError("the proxy wants a password")
    if method == PASSWORD:
        name, password = (text.encode() for text in user)
        writer.write(bytes([1, len(name)]) + name + bytes([len(password)]) + password)
        if (await reader.readexactly(2))[1] != 0:
            writer.close()
            raise PermissionError("the proxy refuses the password")
    writer.write(bytes([VERSION, command, 0]) + pack_address(host, port))
    _, code, _ = await reader.readexactly(3)
    await read_address(reader)
    if code != SUCCEEDED:
        writer.close()
        raise SocksError(code)
    return reader, writer


async def shout(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
    writer.close()


async def talk(proxy_port, host, port, user=None, lines=3):
    reader, writer = await connect(proxy_port, host, port, user)
    answers = []
    for number in range(lines):
        writer.write(f"line {number} to {host}\n".encode())
        answers.append((await reader.readline()).decode().strip())
    writer.write_eof()
    rest = await reader.read()
    writer.close()
    return answers[-1], rest


async def attempt(*args, **kwargs):
    try:
        print(await talk(*args, **kwargs))
    except (SocksError, PermissionError) as error:
        print(type(error).__name__, error)


async def main():
    target = await asyncio.start_server(shout, "127.0.0.1", 0)
    port = target.sockets[0].getsockname()[1]
    proxy = Proxy()
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy_port = server.sockets[0].getsockname()[1]
    async with target, server:
        await attempt(proxy_port, "127.0.0.1", port)
        await attempt(proxy_port, "localhost", port)
        results = await asyncio.gather(*(talk(proxy_port, "127.0.0.1", port, lines=n + 1) for n in range(25)))
        print("in parallel:", len(results), {answer.split()[0] for answer, _ in results})
        await asyncio.sleep(0.05)
        print(len(proxy.log), proxy.log[0], proxy.log[1])

        free = await asyncio.start_server(shout, "127.0.0.1", 0)
        closed_port = free.sockets[0].getsockname()[1]
        free.close()
        await attempt(proxy_port, "127.0.0.1", closed_port)
        await attempt(proxy_port, "no.such.host.invalid", port)
        try:
            await connect(proxy_port, "127.0.0.1", port, command=2)
        except SocksError as error:
            print("SocksError", error)

        strict = Proxy(users={"ann": "secret"})
        strict_server = await asyncio.start_server(strict.serve, "127.0.0.1", 0)
        async with strict_server:
            strict_port = strict_server.sockets[0].getsockname()[1]
            await attempt(strict_port, "127.0.0.1", port, user=("ann", "secret"))
            await attempt(strict_port, "127.0.0.1", port, user=("ann", "guess"))
            await attempt(strict_port, "127.0.0.1", port)


if __name__ == "__main__":
    asyncio.run(main())
