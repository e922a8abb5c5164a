# difftest: no-wasi (WASI has no sockets)
# difftest: timeout 60
"""Thousands of connections held by one process, twice: descriptors and memory are given back."""
import asyncio
import os
import resource
import sys

CLIENT = """
import resource, socket, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
port, count = int(sys.argv[1]), int(sys.argv[2])
socks = [socket.create_connection(("127.0.0.1", port)) for _ in range(count)]
for sock in socks:
    sock.sendall(b"ping")
print(sum(sock.recv(4) == b"PING" for sock in socks), flush=True)
sys.stdin.read()
"""


def descriptors():
    return len(os.listdir("/proc/self/fd"))


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


class Shout(asyncio.Protocol):
    open = set()

    def connection_made(self, transport):
        self.transport = transport
        self.open.add(self)

    def data_received(self, data):
        self.transport.write(data.upper())

    def connection_lost(self, exc):
        self.open.discard(self)


async def hold(port, count):
    child = await asyncio.create_subprocess_exec("/usr/bin/python3", "-c", CLIENT, str(port), str(count),
                                                 stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    answered = int(await child.stdout.readline())
    print("held", len(Shout.open) == count, "answered", answered == count)
    child.stdin.close()
    await child.wait()
    while Shout.open:
        await asyncio.sleep(0.01)


async def main():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    count = min(wanted, hard - 100) if hard > 0 else wanted
    server = await asyncio.get_running_loop().create_server(Shout, "127.0.0.1", 0, backlog=1000)
    port = server.sockets[0].getsockname()[1]
    await hold(port, 10)
    await asyncio.sleep(0.05)
    before = descriptors()
    await hold(port, count)
    await asyncio.sleep(0.05)
    memory = resident()
    print("descriptors flat:", descriptors() == before)
    await hold(port, count)
    await asyncio.sleep(0.05)
    print("descriptors flat:", descriptors() == before)
    print("memory flat:", resident() - memory < 20_000_000)
    server.close()
    await server.wait_closed()


asyncio.run(main())
