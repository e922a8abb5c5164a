"""A chat room server without the network: sessions, rooms, private messages and commands.

Each user is a task that reads a script of lines; the server answers into the user's mailbox, which a
second task of the same session prints. A session ends with /quit, or when the server kicks it out.
"""

import asyncio
from collections import defaultdict


class Kicked(Exception):
    """Ends a session against the user's will."""


class Server:
    def __init__(self) -> None:
        self.mailboxes: dict[str, asyncio.Queue] = {}
        self.rooms: defaultdict[str, list[str]] = defaultdict(list)

    def tell(self, name: str, text: str) -> None:
        self.mailboxes[name].put_nowait(text)

    def broadcast(self, room: str, text: str, but: str | None = None) -> None:
        for name in self.rooms[room]:
            if name != but:
                self.tell(name, text)

    def leave(self, name: str) -> None:
        for room, members in self.rooms.items():
            if name in members:
                members.remove(name)
                self.broadcast(room, f"* {name} left {room}")

    def room_of(self, name: str) -> str:
        for room, members in self.rooms.items():
            if name in members:
                return room
        raise LookupError("join a room first")

    def handle(self, name: str, line: str) -> bool:
        """Does what one line asks for; false ends the session."""
        match line.split():
            case []:
                pass
            case ["/quit", *words]:
                self.tell(name, " ".join(["* goodbye", *words]))
                return False
            case ["/join", room] if room.startswith("#"):
                self.leave(name)
                self.rooms[room].append(name)
                self.broadcast(room, f"* {name} joined {room}")
            case ["/who"]:
                room = self.room_of(name)
                self.tell(name, f"* in {room}: {', '.join(sorted(self.rooms[room]))}")
            case ["/msg", to, *words] if to in self.mailboxes:
                self.tell(to, f"({name}) {' '.join(words)}")
            case ["/msg", to, *_]:
                raise LookupError(f"no such user: {to}")
            case ["/bomb", *_]:
                raise Kicked("no bombs here")
            case [command, *rest] if command.startswith("/"):
                raise ValueError(f"cannot {command} with {len(rest)} arguments")
            case _:
                self.broadcast(self.room_of(name), f"<{name}> {line}", but=name)
        return True


async def show(name: str, mailbox: asyncio.Queue) -> None:
    while True:
        print(f"{name:>6} | {await mailbox.get()}")
        mailbox.task_done()


async def session(server: Server, name: str, lines: list[str]) -> str:
    server.mailboxes[name] = mailbox = asyncio.Queue()
    printer = asyncio.create_task(show(name, mailbox), name=f"printer of {name}")
    try:
        for line in lines:
            await asyncio.sleep(0)
            try:
                if not server.handle(name, line):
                    return "left"
            except (LookupError, ValueError) as error:
                server.tell(name, f"! {error}")
        return "connection lost"
    except Kicked as reason:
        server.tell(name, f"! kicked: {reason}")
        return f"kicked ({reason})"
    finally:
        server.leave(name)
        await mailbox.join()
        printer.cancel()
        del server.mailboxes[name]


SCRIPTS = {
    "ada": ["/join #math", "hello?", "", "/who", "the engine weaves patterns", "/quit for tea"],
    "bob": ["hi", "/join #math", "hello ada", "/msg ada psst", "/msg eve hello", "/bomb now",
            "never said"],
    "cyd": ["/join math", "/join #art", "anyone here?", "/join #math", "/who", "/dance a jig"],
}


async def main() -> None:
    server = Server()
    async with asyncio.TaskGroup() as group:
        sessions = {name: group.create_task(session(server, name, lines))
                    for name, lines in SCRIPTS.items()}
    for name, task in sessions.items():
        print(f"{name}: {task.result()}")
    print("users left:", list(server.mailboxes), "members left:", sum(server.rooms.values(), []))


asyncio.run(main())
