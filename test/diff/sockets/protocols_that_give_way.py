"""Protocols that the transport alone refers to, and that another one takes the place of while they are told something."""
# difftest: no-wasi (WASI has no sockets)
import asyncio
import socket


def churn():
    """Takes the memory of what was just given up."""
    for number in range(300):
        [number] * 5, {"number": number}, Last.__new__(Last), object.__new__(Plain)


class Plain:
    pass


class Last(asyncio.Protocol):
    """The one that takes over."""

    def __init__(self, transport, done):
        self.transport, self.done = transport, done

    def data_received(self, data):
        print("last", data)
        if data == b"two":
            self.transport.close()

    def buffer_updated(self, count):
        print("last: filled", count)

    def eof_received(self):
        print("last: eof")

    def resume_writing(self):
        print("last: resume")

    def connection_lost(self, error):
        print("last: lost", error)
        self.done.set_result(None)


class First:
    def __init__(self, when, done):
        self.when, self.done, self.items = when, done, [when] * 2

    def connection_made(self, transport):
        self.transport = transport
        self.give_way("connection_made")

    def give_way(self, now, *about):
        if now == self.when:
            self.transport.set_protocol(Last(self.transport, self.done))
            self.transport = None
            churn()
        print(now, self.when, self.items, *about)

    def eof_received(self):
        self.give_way("eof_received")

    def pause_writing(self):
        self.give_way("pause_writing")

    def resume_writing(self):
        self.give_way("resume_writing")

    def connection_lost(self, error):
        self.give_way("connection_lost", error)
        self.done.set_result(None)

    def __del__(self):
        print("end of the first, which waited for", self.when)


class Receiving(First, asyncio.Protocol):
    def data_received(self, data):
        self.give_way("data_received", data)


class Filling(First, asyncio.BufferedProtocol):
    def get_buffer(self, hint):
        self.buffer = bytearray(8)
        self.give_way("get_buffer")
        return self.buffer

    def buffer_updated(self, count):
        self.give_way("buffer_updated", bytes(self.buffer[:count]))


async def converse(kind, when):
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    near, far = socket.socketpair()
    far.setblocking(False)
    transport, _ = await loop.create_connection(lambda: kind(when, done), sock=near)
    _ = None
    await loop.sock_sendall(far, b"one")
    await asyncio.sleep(0.005)
    transport.set_write_buffer_limits(high=10)
    sent = 4_000_000
    transport.write(bytes(sent))
    while sent:
        sent -= len(await loop.sock_recv(far, 1_000_000))
    await asyncio.sleep(0.005)
    await loop.sock_sendall(far, b"two") if when != "connection_lost" else None
    far.shutdown(socket.SHUT_WR)
    await asyncio.wait_for(done, 5)
    far.close()


for kind, when in ((Receiving, "data_received"), (Receiving, "pause_writing"), (Receiving, "resume_writing"), (Receiving, "eof_received"),
                   (Filling, "get_buffer"), (Filling, "buffer_updated"), (Receiving, "connection_made"), (Receiving, "connection_lost")):
    print("--", kind.__name__, when)
    asyncio.run(converse(kind, when))
