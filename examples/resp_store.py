"""A key-value store that speaks RESP, the protocol of Redis, and a client with pipelines and subscriptions.

The server knows strings with times to live, counters, lists that can be waited for, hashes and channels. The client sends
many commands before it reads answers, which come in order. Everything runs on the loopback interface, and ends by itself.
"""

import asyncio
import collections


class ReplyError(Exception):
    pass


# -- the protocol, both ways --

def encode(value):
    """A reply: None, int, str (a simple string), bytes, list, or an error."""
    if value is None:
        return b"$-1\r\n"
    if isinstance(value, bool) or isinstance(value, int):
        return b":%d\r\n" % value
    if isinstance(value, str):
        return b"+%s\r\n" % value.encode()
    if isinstance(value, bytes):
        return b"$%d\r\n%s\r\n" % (len(value), value)
    if isinstance(value, ReplyError):
        return b"-%s\r\n" % str(value).encode()
    return b"*%d\r\n" % len(value) + b"".join(map(encode, value))


def encode_command(*words):
    return encode([word if isinstance(word, bytes) else str(word).encode() for word in words])


async def decode(reader):
    line = await reader.readuntil(b"\r\n")
    kind, rest = line[:1], line[1:-2]
    if kind == b"+":
        return rest.decode()
    if kind == b"-":
        return ReplyError(rest.decode())
    if kind == b":":
        return int(rest)
    size = int(rest)
    if size < 0:
        return None
    if kind == b"$":
        return (await reader.readexactly(size + 2))[:-2]
    if kind == b"*":
        return [await decode(reader) for _ in range(size)]
    raise ConnectionError(f"not RESP: {line!r}")


# -- the server --

class Store:
    def __init__(self):
        self.values = {}
        self.deadlines = {}
        self.changed = asyncio.Condition()
        self.channels = collections.defaultdict(set)

    def get(self, key, kind, make=False):
        if key in self.deadlines and self.deadlines[key] <= asyncio.get_running_loop().time():
            self.drop(key)
        value = self.values.get(key)
        if value is None:
            value = kind()
            if make:
                self.values[key] = value
            return value if make or kind is not bytes else None
        if not isinstance(value, kind):
            raise ReplyError("WRONGTYPE Operation against a key holding the wrong kind of value")
        return value

    def drop(self, key):
        self.deadlines.pop(key, None)
        return self.values.pop(key, None) is not None


class Session:
    """One client's commands; `do_xyz` is what XYZ does."""

    def __init__(self, store, writer):
        self.store = store
        self.writer = writer
        self.subscribed = set()

    async def run(self, words):
        name, *args = words
        method = getattr(self, "do_" + name.decode().lower(), None)
        if method is None:
            return ReplyError(f"ERR unknown command '{name.decode()}'")
        try:
            return await method(*args)
        except ReplyError as error:
            return error
        except TypeError:
            return ReplyError(f"ERR wrong number of arguments for '{name.decode().lower()}' command")
        except ValueError:
            return ReplyError("ERR value is not an integer or out of range")

    async def do_ping(self, text=None):
        return "PONG" if text is None else text

    async def do_set(self, key, value, option=None, seconds=None):
        self.store.drop(key)
        self.store.values[key] = value
        if option is not None:
            if option.upper() != b"PX":
                raise ReplyError("ERR syntax error")
            self.store.deadlines[key] = asyncio.get_running_loop().time() + int(seconds) / 1000
        return "OK"

    async def do_get(self, key):
        return self.store.get(key, bytes)

    async def do_del(self, *keys):
        return sum(self.store.drop(key) for key in keys)

    async def do_incrby(self, key, amount):
        value = int(self.store.get(key, bytes) or b"0") + int(amount)
        self.store.values[key] = b"%d" % value
        return value

    async def do_incr(self, key):
        return await self.do_incrby(key, b"1")

    async def do_keys(self):
        return sorted(self.store.values)

    async def do_rpush(self, key, *items):
        queue = self.store.get(key, collections.deque, make=True)
        queue.extend(items)
        async with self.store.changed:
            self.store.changed.notify_all()
        return len(queue)

    async def do_lrange(self, key, start, stop):
        items = list(self.store.get(key, collections.deque))
        start, stop = int(start), int(stop)
        return items[start:len(items) if stop == -1 else stop + 1]

    async def do_blpop(self, key, seconds):
        try:
            async with asyncio.timeout(float(seconds) or None), self.store.changed:
                await self.store.changed.wait_for(lambda: self.store.values.get(key))
                queue = self.store.get(key, collections.deque)
                item = queue.popleft()
                if not queue:
                    self.store.drop(key)
                return [key, item]
        except TimeoutError:
            return None

    async def do_hset(self, key, field, value):
        fields = self.store.get(key, dict, make=True)
        new = field not in fields
        fields[field] = value
        return new

    async def do_hgetall(self, key):
        return [part for pair in self.store.get(key, dict).items() for part in pair]

    async def do_subscribe(self, channel):
        self.subscribed.add(channel)
        self.store.channels[channel].add(self.writer)
        return [b"subscribe", channel, len(self.subscribed)]

    async def do_publish(self, channel, message):
        listeners = self.store.channels[channel]
        for writer in listeners:
            writer.write(encode([b"message", channel, message]))
        return len(listeners)

    def end(self):
        for channel in self.subscribed:
            self.store.channels[channel].discard(self.writer)


async def serve(store, reader, writer):
    session = Session(store, writer)
    try:
        while True:
            writer.write(encode(await session.run(await decode(reader))))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        session.end()
        writer.close()


# -- the client --

class Client:
    """Commands are answered in order: each waits in line for its reply."""

    def __init__(self, reader, writer):
        self.reader = reader
        self.writer = writer
        self.line = collections.deque()
        self.messages = asyncio.Queue()
        self.listener = asyncio.create_task(self.listen())

    @classmethod
    async def connect(cls, port):
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def listen(self):
        try:
            while True:
                reply = await decode(self.reader)
                if isinstance(reply, list) and reply[:1] == [b"message"]:
                    self.messages.put_nowait((reply[1], reply[2]))
                    continue
                waiter = self.line.popleft()
                if waiter.done():
                    continue
                if isinstance(reply, ReplyError):
                    waiter.set_exception(reply)
                else:
                    waiter.set_result(reply)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            for waiter in self.line:
                waiter.set_exception(ConnectionError("the server is gone"))

    def send(self, *words):
        """Sends a command; the future is done when its reply is there."""
        waiter = asyncio.get_running_loop().create_future()
        self.line.append(waiter)
        self.writer.write(encode_command(*words))
        return waiter

    async def pipeline(self, *commands):
        return await asyncio.gather(*(self.send(*words) for words in commands), return_exceptions=True)

    async def close(self):
        self.writer.close()
        await self.writer.wait_closed()
        await self.listener


async def main():
    store = Store()
    server = await asyncio.start_server(lambda reader, writer: serve(store, reader, writer), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        client = await Client.connect(port)
        print(await client.send("PING"), await client.send("PING", "again"))
        for reply in await client.pipeline(("SET", "name", "Wörld"), ("GET", "name"), ("GET", "nothing"), ("INCR", "n"),
                                           ("INCRBY", "n", 41), ("INCR", "name"), ("RPUSH", "list", 1, 2, 3),
                                           ("LRANGE", "list", 0, -1), ("GET", "list"), ("HSET", "hash", "a", "1"),
                                           ("HSET", "hash", "b", b"\x00\r\n"), ("HGETALL", "hash"), ("KEYS",),
                                           ("DEL", "name", "list", "nope"), ("GET",), ("WHAT", "ever")):
            print(reply if not isinstance(reply, ReplyError) else f"error: {reply}")

        await client.send("SET", "short", "lived", "PX", 20)
        print(await client.send("GET", "short"))
        await asyncio.sleep(0.05)
        print(await client.send("GET", "short"))

        waiting = await Client.connect(port)
        popped = waiting.send("BLPOP", "jobs", 5)
        await asyncio.sleep(0.01)
        await client.send("RPUSH", "jobs", "one", "two")
        print(await popped, await waiting.send("BLPOP", "jobs", 1), await waiting.send("BLPOP", "jobs", 0.01))

        print(await waiting.send("SUBSCRIBE", "news"))
        print(await client.send("PUBLISH", "news", "first"), await client.send("PUBLISH", "other", "unheard"))
        print(await waiting.messages.get())

        clients = [await Client.connect(port) for _ in range(10)]

        async def hammer(one):
            return len(await one.pipeline(*[("INCR", "shared")] * 200))

        print(sum(await asyncio.gather(*map(hammer, clients))), await client.send("GET", "shared"))
        for one in [client, waiting, *clients]:
            await one.close()


if __name__ == "__main__":
    asyncio.run(main())
