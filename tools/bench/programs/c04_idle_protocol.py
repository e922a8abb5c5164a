"""C4: bytes of memory for each idle connection, with a protocol. Prints its port, accepts as many
connections as its argument says, then prints how much its resident set grew for each."""

import asyncio
import gc
import sys


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


class Idle(asyncio.Protocol):
    def __init__(self, arrived):
        self.arrived = arrived

    def connection_made(self, transport):
        self.transport = transport
        self.arrived()

    def data_received(self, data):
        self.transport.write(data)


async def main():
    count = int(sys.argv[1])
    loop = asyncio.get_running_loop()
    all_there = loop.create_future()
    seen = 0

    def arrived():
        nonlocal seen
        seen += 1
        if seen == count:
            all_there.set_result(None)

    server = await loop.create_server(lambda: Idle(arrived), "127.0.0.1", 0, backlog=1000)
    gc.collect()
    before = resident()
    print(server.sockets[0].getsockname()[1], flush=True)
    await all_there
    await asyncio.sleep(0.1)
    print((resident() - before) / count, flush=True)


asyncio.run(main())
