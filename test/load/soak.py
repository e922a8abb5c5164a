"""The same work again and again in one process: servers that come and go, cancelled readers, timeouts, resets, children,
threads, async generators left half-way. Memory and descriptors must stay flat. Arguments: rounds, and how many megabytes
more count as flat."""
import asyncio
import gc
import os
import socket
import struct
import sys

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 40
MOST = (int(sys.argv[2]) if len(sys.argv) > 2 else 8) * 1_000_000


def descriptors():
    return len(os.listdir("/proc/self/fd"))


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


async def shout(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


async def talk(port, number):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(b"hello %d\n" % number)
        answer = await reader.readline()
        if number % 5 == 1:    # hangs up with a reset
            linger = struct.pack("ii", 1, 0)
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        if number % 5 == 2:    # gives up waiting for more
            try:
                async with asyncio.timeout(0.001):
                    await reader.read(100)
            except TimeoutError:
                pass
        return answer == b"HELLO %d\n" % number
    finally:
        writer.close()


async def connections():
    server = await asyncio.start_server(shout, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    good = sum(await asyncio.gather(*[talk(port, number) for number in range(50)]))
    server.close()
    await server.wait_closed()
    return good


async def cancelled():
    queue, lock, event = asyncio.Queue(), asyncio.Lock(), asyncio.Event()

    async def waiter(number):
        async with lock if number % 2 else asyncio.timeout(5):
            await (queue.get() if number % 3 else event.wait())

    tasks = [asyncio.create_task(waiter(number)) for number in range(200)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    return sum(isinstance(end, asyncio.CancelledError) for end in await asyncio.gather(*tasks, return_exceptions=True))


async def generators():
    async def count():
        for number in range(10):
            await asyncio.sleep(0)
            yield number

    total = 0
    for _ in range(50):
        async for number in count():
            total += number
            if number == 3:
                break
    return total


async def failures():
    async def fail(number):
        await asyncio.sleep(0)
        raise ValueError(number)

    caught = 0
    for _ in range(20):
        try:
            async with asyncio.TaskGroup() as group:
                for number in range(5):
                    group.create_task(fail(number))
        except* ValueError as errors:
            caught += len(errors.exceptions)
    return caught


async def children():
    process = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate(b"x" * 100_000)
    return len(output), process.returncode


async def threads():
    return sum(await asyncio.gather(*[asyncio.to_thread(len, "x" * number) for number in range(20)]))


async def one_round():
    return [await kind() for kind in (connections, cancelled, generators, failures, children, threads)]


async def main():
    wanted = await one_round()
    print(wanted)
    for _ in range(ROUNDS // 4):
        await one_round()
    await asyncio.sleep(0.05)
    gc.collect()
    before, memory = descriptors(), resident()
    same = 0
    for _ in range(ROUNDS):
        same += await one_round() == wanted
    await asyncio.sleep(0.05)
    gc.collect()
    print(same == ROUNDS, descriptors() - before, "descriptors more")
    print("memory flat", resident() - memory < MOST)
    if resident() - memory >= MOST:
        print(resident() - memory)


asyncio.run(main())
