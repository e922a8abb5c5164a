"""Reading is paused when a reader's buffer is too full, writing when a transport's is."""
# difftest: no-wasi (WASI has no sockets)
import asyncio


async def main():
    started = asyncio.Event()
    go_on = asyncio.Event()
    totals = []

    async def handler(reader, writer):
        started.set()
        await go_on.wait()
        size = 0
        while data := await reader.read(1000):
            size += len(data)
        totals.append(size)
        writer.close()

    server = await asyncio.start_server(handler, '127.0.0.1', 0, limit=1024)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.transport.set_write_buffer_limits(high=10000, low=1000)
    print(writer.transport.get_write_buffer_limits())
    await started.wait()
    chunk = b'z' * 65536
    rounds = 0
    try:
        while True:
            writer.write(chunk)
            rounds += 1
            await asyncio.wait_for(writer.drain(), 0.05)
    except asyncio.TimeoutError:
        print('paused', writer.transport.get_write_buffer_size() > 10000)
    go_on.set()
    await writer.drain()
    print(writer.transport.get_write_buffer_size() <= 1000)
    writer.write_eof()
    print(await reader.read())
    print(totals[0] == rounds * len(chunk))
    writer.close()
    await writer.wait_closed()
    for limits in ({'high': 5, 'low': 10}, {'low': -1}):
        try:
            writer.transport.set_write_buffer_limits(**limits)
        except ValueError as error:
            print(error)
    server.close()
    await server.wait_closed()

asyncio.run(main())
