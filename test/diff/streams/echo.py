"""An echo server and its clients in one program."""
# difftest: no-wasi (WASI has no sockets)
import asyncio


async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(port, name):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    answers = []
    for i in range(5):
        writer.write(f'{name} {i}\n'.encode())
        await writer.drain()
        answers.append((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()
    return answers


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    for answers in await asyncio.gather(*(client(port, f'client{i}') for i in range(3))):
        print(answers)
    server.close()
    await server.wait_closed()
    print('done', server.is_serving(), server.sockets)


asyncio.run(main())
