"""C1: a TCP echo server with streams. Prints its port and serves until a connection ends."""

import asyncio


async def main():
    done = asyncio.get_running_loop().create_future()

    async def serve(reader, writer):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.close()
        if not done.done():
            done.set_result(None)

    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await done
    server.close()


asyncio.run(main())
