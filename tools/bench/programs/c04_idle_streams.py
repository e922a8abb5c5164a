"""C4: bytes of memory for each idle connection, with streams. Prints its port, accepts as many
connections as its argument says, then prints how much its resident set grew for each."""

import asyncio
import gc
import sys


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


async def main():
    count = int(sys.argv[1])
    all_there = asyncio.get_running_loop().create_future()
    seen = 0

    async def serve(reader, writer):
        nonlocal seen
        seen += 1
        if seen == count:
            all_there.set_result(None)
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=1000)
    gc.collect()
    before = resident()
    print(server.sockets[0].getsockname()[1], flush=True)
    await all_there
    await asyncio.sleep(0.1)
    print((resident() - before) / count, flush=True)


asyncio.run(main())
