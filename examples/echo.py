"""An echo server and three clients of it, all in one program.

The server answers every line; the clients talk to it at the same time and check what comes back.
"""

import asyncio


async def serve_connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        async for line in reader:
            writer.write(line)
            await writer.drain()
    finally:
        writer.close()
        await writer.wait_closed()


async def talk(port: int, name: str, count: int) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    echoed = 0
    for number in range(count):
        line = f"{name} says {number}\n".encode()
        writer.write(line)
        await writer.drain()
        echoed += await reader.readline() == line
    writer.close()
    await writer.wait_closed()
    return f"{name}: {echoed} of {count} lines came back"


async def main() -> None:
    server = await asyncio.start_server(serve_connection, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        talks = [talk(port, name, count) for name, count in (("ann", 3), ("bob", 100), ("cid", 10))]
        for report in await asyncio.gather(*talks):
            print(report)
    print("server closed:", not server.is_serving())


if __name__ == "__main__":
    asyncio.run(main())
