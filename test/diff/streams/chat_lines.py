"""A line protocol with many clients at once; the order of what the server prints is fixed by turns."""
# difftest: no-wasi (WASI has no sockets)
import asyncio


class Room:
    def __init__(self):
        self.members = {}

    async def join(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        self.members[name] = writer
        writer.write(f'welcome {name}, {len(self.members)} here\n'.encode())
        async for line in reader:
            text = line.decode().rstrip()
            if text == 'quit':
                break
            for other, target in sorted(self.members.items()):
                if other != name:
                    target.write(f'{name}: {text}\n'.encode())
        del self.members[name]
        writer.write(b'bye\n')
        writer.close()
        await writer.wait_closed()


async def main():
    room = Room()
    server = await asyncio.start_server(room.join, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    people = {}
    for name in 'ann', 'bob', 'cid':
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        writer.write(f'{name}\n'.encode())
        print((await reader.readline()).decode().strip())
        people[name] = reader, writer
    people['ann'][1].write(b'hello\n')
    for name in 'bob', 'cid':
        print(name, 'hears', (await people[name][0].readline()).decode().strip())
    people['cid'][1].write(b'hi there\nsecond\n')
    for name in 'ann', 'bob':
        for _ in range(2):
            print(name, 'hears', (await people[name][0].readline()).decode().strip())
    for name, (reader, writer) in people.items():
        writer.write(b'quit\n')
        print(name, (await reader.read()).decode().strip())
        writer.close()
        await writer.wait_closed()
    print(room.members)
    server.close()
    await server.wait_closed()

asyncio.run(main())
