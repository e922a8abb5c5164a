"""A chat server with rooms, nicknames and private messages, and a scripted evening of its guests.

Each guest has an outgoing queue with its own writer task, so that a slow one holds up nobody.
"""

import asyncio
from contextlib import suppress


class Guest:
    def __init__(self, name, writer):
        self.name = name
        self.writer = writer
        self.room = "hall"
        self.outgoing = asyncio.Queue(maxsize=100)
        self.sender = asyncio.create_task(self.send_all())

    async def send_all(self):
        while (text := await self.outgoing.get()) is not None:
            self.writer.write(text.encode() + b"\n")
            await self.writer.drain()

    def tell(self, text):
        with suppress(asyncio.QueueFull):
            self.outgoing.put_nowait(text)

    async def leave(self):
        await self.outgoing.put(None)
        await self.sender
        self.writer.close()
        with suppress(ConnectionError):
            await self.writer.wait_closed()


class ChatServer:
    def __init__(self):
        self.guests = {}

    def people_in(self, room):
        return sorted(name for name, guest in self.guests.items() if guest.room == room)

    def broadcast(self, room, text, without=None):
        for name in self.people_in(room):
            if name != without:
                self.guests[name].tell(text)

    async def handle(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        if not name or name in self.guests:
            writer.write(b"! this name is taken\n")
            writer.close()
            return
        guest = self.guests[name] = Guest(name, writer)
        guest.tell(f"* welcome, {name}")
        self.broadcast(guest.room, f"* {name} came", without=name)
        try:
            async for line in reader:
                text = line.decode().strip()
                if text == "/quit":
                    break
                self.obey(guest, text)
        finally:
            del self.guests[name]
            self.broadcast(guest.room, f"* {name} left")
            await guest.leave()

    def obey(self, guest, text):
        command, _, rest = text.partition(" ")
        match command:
            case "/join":
                self.broadcast(guest.room, f"* {guest.name} goes to {rest}", without=guest.name)
                guest.room = rest
                self.broadcast(rest, f"* {guest.name} came", without=guest.name)
                guest.tell(f"* you are in {rest}")
            case "/who":
                guest.tell("* here: " + ", ".join(self.people_in(guest.room)))
            case "/tell":
                target, _, message = rest.partition(" ")
                if target in self.guests:
                    self.guests[target].tell(f"[{guest.name} to you] {message}")
                else:
                    guest.tell(f"! nobody is called {target}")
            case _ if command.startswith("/"):
                guest.tell(f"! what is {command}?")
            case _:
                self.broadcast(guest.room, f"<{guest.name}> {text}")


class Client:
    def __init__(self, name):
        self.name = name

    async def enter(self, port):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)
        await self.say(self.name)
        return self

    async def say(self, text):
        self.writer.write(text.encode() + b"\n")
        await self.writer.drain()

    async def hear(self, count=1):
        for _ in range(count):
            print(f"{self.name:>5} | {(await self.reader.readline()).decode().rstrip()}")

    async def quit(self):
        await self.say("/quit")
        rest = await self.reader.read()
        self.writer.close()
        await self.writer.wait_closed()
        return rest


async def evening(port):
    ann, bob, cleo = Client("ann"), Client("bob"), Client("cleo")
    await ann.enter(port)
    await ann.hear()
    await bob.enter(port)
    await bob.hear()
    await ann.hear()
    await cleo.enter(port)
    for guest in (cleo, ann, bob):
        await guest.hear()
    await ann.say("hello everybody")
    for guest in (ann, bob, cleo):
        await guest.hear()
    await bob.say("/who")
    await bob.hear()
    await cleo.say("/tell ann shall we go?")
    await ann.hear()
    await cleo.say("/tell zoe hi")
    await cleo.hear()
    await cleo.say("/join garden")
    for guest in (cleo, ann, bob):
        await guest.hear()
    await ann.say("/join garden")
    for guest in (ann, bob, cleo):
        await guest.hear()
    await ann.say("nice here")
    for guest in (ann, cleo):
        await guest.hear()
    await bob.say("/dance")
    await bob.hear()
    late = Client("bob")
    await late.enter(port)
    await late.hear()
    for guest in (ann, bob, cleo):
        print(f"{guest.name:>5} leaves, unread: {await guest.quit()!r}")


async def main():
    chat = ChatServer()
    server = await asyncio.start_server(chat.handle, "127.0.0.1", 0)
    async with server:
        await evening(server.sockets[0].getsockname()[1])
        print("guests left:", sorted(chat.guests))


if __name__ == "__main__":
    asyncio.run(main())
