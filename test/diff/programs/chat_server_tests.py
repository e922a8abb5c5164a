"""A chat server with rooms over streams, with unittest's async tests in the same process."""
# difftest: no-wasi (sockets)
import argparse
import asyncio
import enum
import io
import json
import logging
import re
import struct
import sys
import unittest
import weakref
from dataclasses import dataclass, field
from functools import cached_property, partial, singledispatch, total_ordering
from typing import ClassVar

logger = logging.getLogger(__name__)


class ProtocolError(Exception):
    code = 400


class NotFound(ProtocolError):
    code = 404


class Op(enum.IntEnum):
    JOIN = 1
    LEAVE = enum.auto()
    SAY = enum.auto()
    LIST = enum.auto()
    QUIT = 99


class Perm(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    ADMIN = enum.auto()
    ALL = READ | WRITE | ADMIN


HEADER = struct.Struct("!BHI")
MAGIC = 0xC7


async def read_frame(reader):
    try:
        head = await reader.readexactly(HEADER.size)
    except asyncio.IncompleteReadError as e:
        if e.partial:
            raise ProtocolError(f"truncated header: {len(e.partial)} of {e.expected}") from e
        return None
    magic, op, size = HEADER.unpack(head)
    if magic != MAGIC:
        raise ProtocolError(f"bad magic {magic:#04x}")
    body = await reader.readexactly(size)
    return Op(op), json.loads(body)


def frame(op, **body):
    data = json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode()
    return HEADER.pack(MAGIC, op, len(data)) + data


@total_ordering
class User:
    registry: ClassVar[weakref.WeakValueDictionary] = weakref.WeakValueDictionary()

    def __init__(self, name, writer):
        if not re.fullmatch(r"[^\W\d]\w{1,9}", name):
            raise ProtocolError(f"bad name {name!r}")
        self.name, self.writer = name, writer
        self.perms = Perm.READ | Perm.WRITE
        User.registry[name] = self

    def __eq__(self, other):
        return isinstance(other, User) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __lt__(self, other):
        return self.name < other.name

    def __repr__(self):
        return f"<User {self.name} {self.perms}>"

    async def send(self, op, **body):
        self.writer.write(frame(op, **body))
        await self.writer.drain()


@dataclass(eq=False)
class Room:
    name: str
    members: set[User] = field(default_factory=set)
    log: list[str] = field(default_factory=list, repr=False)

    def __contains__(self, user):
        return user in self.members

    def __iter__(self):
        return iter(sorted(self.members))

    def __len__(self):
        return len(self.members)

    async def broadcast(self, sender, text):
        self.log.append(f"{sender.name}: {text}")
        await asyncio.gather(*(u.send(Op.SAY, room=self.name, sender=sender.name, text=text) for u in self if u is not sender))


class Server:
    def __init__(self):
        self.rooms = {}
        self.connections = 0
        self.errors = []

    async def __aenter__(self):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *exc):
        self.server.close()
        await self.server.wait_closed()

    @cached_property
    def address(self):
        return self.server.sockets[0].getsockname()

    async def serve(self, reader, writer):
        self.connections += 1
        user = None
        try:
            while (got := await read_frame(reader)) is not None:
                match got:
                    case (Op.JOIN, {"user": name, "room": room}):
                        user = user or User(name, writer)
                        r = self.rooms.setdefault(room, Room(room))
                        r.members.add(user)
                        await user.send(Op.JOIN, room=room, members=[u.name for u in r])
                    case (Op.SAY, {"room": room, "text": str(text)}) if user:
                        if room not in self.rooms:
                            raise NotFound(room)
                        await self.rooms[room].broadcast(user, text)
                    case (Op.LIST, _):
                        await user.send(Op.LIST, rooms={k: len(v) for k, v in self.rooms.items()})
                    case (Op.QUIT, _):
                        break
                    case (op, body):
                        raise ProtocolError(f"unexpected {op.name} {body}")
        except (ProtocolError, ValueError) as e:
            self.errors.append(e)
            writer.write(frame(Op.QUIT, error=str(e), code=getattr(e, "code", 500)))
        finally:
            for r in self.rooms.values():
                r.members.discard(user)
            writer.close()
            try:
                await writer.wait_closed()
            except ConnectionError:
                pass


class Client:
    def __init__(self, address):
        self.address = address

    async def __aenter__(self):
        self.reader, self.writer = await asyncio.open_connection(*self.address)
        return self

    async def __aexit__(self, *exc):
        self.writer.close()
        await self.writer.wait_closed()

    async def call(self, op, **body):
        self.writer.write(frame(op, **body))
        return await self.receive()

    async def receive(self):
        async with asyncio.timeout(5):
            return await read_frame(self.reader)


class ChatTest(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.events = []

    async def asyncSetUp(self):
        self.server = await self.enterAsyncContext(Server())
        self.addAsyncCleanup(asyncio.sleep, 0)

    def client(self):
        return Client(self.server.address)

    async def test_join_and_say(self):
        async with self.client() as a, self.client() as b:
            self.assertEqual(await a.call(Op.JOIN, user="anna", room="x"), (Op.JOIN, {"room": "x", "members": ["anna"]}))
            op, body = await b.call(Op.JOIN, user="bob", room="x")
            self.assertCountEqual(body["members"], ["anna", "bob"])
            a.writer.write(frame(Op.SAY, room="x", text="hällo ✓"))
            self.assertEqual((await b.receive())[1]["text"], "hällo ✓")
            self.assertEqual(await a.call(Op.LIST), (Op.LIST, {"rooms": {"x": 2}}))
        self.assertIn("anna: hällo ✓", self.server.rooms["x"].log)

    async def test_errors(self):
        for payload, expected in [
            (frame(Op.SAY, room="x", text=1), "unexpected SAY"),
            (frame(Op.JOIN, user="1x", room="x"), "bad name '1x'"),
            (b"\0" * 7, "bad magic 0x00"),
            (HEADER.pack(MAGIC, 7, 2) + b"{}", "7 is not a valid Op"),
            (HEADER.pack(MAGIC, 1, 2) + b"{x", "Expecting property name"),
        ]:
            with self.subTest(expected=expected):
                async with self.client() as c:
                    c.writer.write(payload)
                    op, body = await c.receive()
                    self.assertIs(op, Op.QUIT)
                    self.assertRegex(body["error"], expected)

    async def test_truncated(self):
        async with self.client() as c:
            c.writer.write(b"\xc7\0")
            c.writer.write_eof()
            self.assertEqual((await c.receive())[1], {"error": "truncated header: 2 of 7", "code": 400})
        [error] = self.server.errors
        self.assertIsInstance(error.__cause__, asyncio.IncompleteReadError)

    @unittest.expectedFailure
    async def test_wrong(self):
        self.assertEqual({"a": [1, 2, {"b": 3}]}, {"a": [1, 2, {"b": 4}]})

    @unittest.skipIf(sys.version_info >= (3, 0), "needs Python 2")
    async def test_old(self):
        pass

    async def test_fails(self):
        self.assertListEqual([1, 2, 3], [1, 5, 3], "lists")

    async def test_raises(self):
        raise LookupError("inside") from KeyError("k")


def main():
    stream = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(ChatTest)
    result = unittest.TextTestRunner(stream=stream, verbosity=2).run(suite)
    text = re.sub(r"in \d+\.\d+s", "in N s", stream.getvalue())
    text = re.sub(r'File "[^"]*/', 'File "', text)
    print(text)
    print(result, len(result.errors), result.testsRun)
    print(Perm.ALL, Perm.READ | Perm.ADMIN, ~Perm.READ, Perm(3), list(Perm.ALL))


main()
