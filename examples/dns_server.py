"""A DNS server for a small zone, and a resolver that asks it: RFC 1035 over UDP.

Names in answers are compressed; the resolver follows aliases, repeats questions that get no answer, and remembers what it
was told as long as it may. Everything runs on the loopback interface, and ends by itself.
"""

import asyncio
import ipaddress
import struct
from dataclasses import dataclass

A, NS, CNAME, MX, TXT, AAAA = 1, 2, 5, 15, 16, 28
TYPES = {A: "A", NS: "NS", CNAME: "CNAME", MX: "MX", TXT: "TXT", AAAA: "AAAA"}
INTERNET = 1
NO_ERROR, FORMAT_ERROR, SERVER_FAILURE, NO_NAME, NOT_IMPLEMENTED = range(5)
RCODES = {NO_ERROR: "no error", FORMAT_ERROR: "format error", NO_NAME: "no such name",
          NOT_IMPLEMENTED: "not implemented"}

ZONE = {
    ("example.test", A): [(300, "192.0.2.1"), (300, "192.0.2.2")],
    ("example.test", MX): [(300, (10, "mail.example.test")), (300, (20, "backup.example.test"))],
    ("example.test", TXT): [(60, "v=spf1 -all")],
    ("www.example.test", CNAME): [(300, "web.example.test")],
    ("web.example.test", A): [(300, "192.0.2.80")],
    ("web.example.test", AAAA): [(300, "2001:db8::80")],
    ("loop.example.test", CNAME): [(300, "loop.example.test")],
}


class DNSError(Exception):
    pass


@dataclass(frozen=True)
class Record:
    name: str
    kind: int
    ttl: int
    data: object


class Packer:
    """Writes a message; each name, or the end of one that stands already, is written once."""

    def __init__(self, head):
        self.data = bytearray(head)
        self.places = {}

    def name(self, name):
        labels = name.split(".") if name else []
        while labels:
            rest = ".".join(labels)
            if rest in self.places:
                self.data += struct.pack("!H", 0xC000 | self.places[rest])
                return
            if len(self.data) < 0x4000:
                self.places[rest] = len(self.data)
            label = labels.pop(0).encode("ascii")
            self.data += bytes([len(label)]) + label
        self.data.append(0)

    def question(self, name, kind):
        self.name(name)
        self.data += struct.pack("!HH", kind, INTERNET)

    def record(self, record):
        self.name(record.name)
        self.data += struct.pack("!HHIH", record.kind, INTERNET, record.ttl, 0)
        start = len(self.data)
        if record.kind in (A, AAAA):
            self.data += ipaddress.ip_address(record.data).packed
        elif record.kind in (NS, CNAME):
            self.name(record.data)
        elif record.kind == MX:
            self.data += struct.pack("!H", record.data[0])
            self.name(record.data[1])
        else:
            text = record.data.encode()
            self.data += bytes([len(text)]) + text
        struct.pack_into("!H", self.data, start - 2, len(self.data) - start)


class Unpacker:
    def __init__(self, data):
        self.data = data
        self.place = 12
        self.id, self.flags, self.questions, self.answers, _, _ = struct.unpack_from("!6H", data)

    def numbers(self, layout):
        found = struct.unpack_from(layout, self.data, self.place)
        self.place += struct.calcsize(layout)
        return found

    def name(self):
        labels, place, jumps = [], self.place, 0
        while size := self.data[place]:
            if size & 0xC0 == 0xC0:
                if not jumps:
                    self.place = place + 2
                jumps += 1
                if jumps > 20:
                    raise DNSError("a name without end")
                place = struct.unpack_from("!H", self.data, place)[0] & 0x3FFF
                continue
            labels.append(self.data[place + 1:place + 1 + size].decode("ascii").lower())
            place += 1 + size
        if not jumps:
            self.place = place + 1
        return ".".join(labels)

    def question(self):
        name = self.name()
        kind, _ = self.numbers("!HH")
        return name, kind

    def record(self):
        name = self.name()
        kind, _, ttl, size = self.numbers("!HHIH")
        end = self.place + size
        if kind in (A, AAAA):
            data = str(ipaddress.ip_address(self.data[self.place:end]))
        elif kind in (NS, CNAME):
            data = self.name()
        elif kind == MX:
            data = (*self.numbers("!H"), self.name())
        else:
            data = self.data[self.place + 1:end].decode()
        self.place = end
        return Record(name, kind, ttl, data)


class Server(asyncio.DatagramProtocol):
    def __init__(self, zone, drop_every=0):
        self.zone = zone
        self.drop_every = drop_every
        self.asked = 0

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.asked += 1
        if self.drop_every and self.asked % self.drop_every == 0:
            return
        if len(data) >= 12:
            self.transport.sendto(self.answer(data), address)

    def answer(self, data):
        message = Unpacker(data)
        if message.flags & 0x7800:
            return struct.pack("!6H", message.id, 0x8000 | NOT_IMPLEMENTED, 0, 0, 0, 0)
        try:
            name, kind = message.question()
        except (IndexError, struct.error, UnicodeDecodeError, DNSError):
            return struct.pack("!6H", message.id, 0x8000 | FORMAT_ERROR, 0, 0, 0, 0)
        records = self.find(name, kind)
        known = any(zone_name == name for zone_name, _ in self.zone)
        packer = Packer(struct.pack("!6H", message.id, 0x8400 | (NO_ERROR if known else NO_NAME), 1, len(records), 0, 0))
        packer.question(name, kind)
        for record in records:
            packer.record(record)
        return bytes(packer.data)

    def find(self, name, kind):
        """The records of a name, in front of them the aliases that lead there."""
        found, seen = [], set()
        while (name, CNAME) in self.zone and kind != CNAME and name not in seen:
            seen.add(name)
            ttl, target = self.zone[name, CNAME][0]
            found.append(Record(name, CNAME, ttl, target))
            name = target
        return found + [Record(name, kind, ttl, data) for ttl, data in self.zone.get((name, kind), [])]


class Resolver(asyncio.DatagramProtocol):
    def __init__(self, timeout=0.1, tries=4):
        self.timeout = timeout
        self.tries = tries
        self.waiting = {}
        self.cache = {}
        self.next_id = 1
        self.repeated = 0

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        waiter = self.waiting.pop(struct.unpack_from("!H", data)[0], None)
        if waiter and not waiter.done():
            waiter.set_result(data)

    def error_received(self, error):
        for waiter in self.waiting.values():
            waiter.set_exception(error)
        self.waiting.clear()

    async def exchange(self, name, kind):
        for attempt in range(self.tries):
            self.next_id = self.next_id % 65535 + 1
            packer = Packer(struct.pack("!6H", self.next_id, 0x0100, 1, 0, 0, 0))
            packer.question(name, kind)
            waiter = self.waiting[self.next_id] = asyncio.get_running_loop().create_future()
            self.transport.sendto(bytes(packer.data))
            try:
                async with asyncio.timeout(self.timeout * 2 ** attempt):
                    return await waiter
            except TimeoutError:
                self.repeated += 1
        raise DNSError("no answer")

    async def resolve(self, name, kind):
        now = asyncio.get_running_loop().time()
        records, until = self.cache.get((name, kind), (None, 0))
        if until > now:
            return records
        message = Unpacker(await self.exchange(name, kind))
        code = message.flags & 15
        if code != NO_ERROR:
            raise DNSError(RCODES.get(code, f"code {code}"))
        for _ in range(message.questions):
            message.question()
        records = [message.record() for _ in range(message.answers)]
        if records:
            self.cache[name, kind] = records, now + min(record.ttl for record in records)
        return records


async def show(resolver, name, kind):
    try:
        for record in await resolver.resolve(name, kind):
            print(f"{record.name:20} {record.ttl:4} {TYPES[record.kind]:5} {record.data}")
    except DNSError as error:
        print(f"{name:20} {TYPES[kind]}: {error}")


async def main():
    loop = asyncio.get_running_loop()
    listener, server = await loop.create_datagram_endpoint(lambda: Server(ZONE), local_addr=("127.0.0.1", 0))
    address = listener.get_extra_info("sockname")
    transport, resolver = await loop.create_datagram_endpoint(Resolver, remote_addr=address)
    for name, kind in (("example.test", A), ("www.example.test", A), ("www.example.test", AAAA), ("example.test", MX),
                       ("example.test", TXT), ("web.example.test", TXT), ("missing.example.test", A),
                       ("loop.example.test", A)):
        await show(resolver, name, kind)
    asked = server.asked
    await show(resolver, "example.test", A)
    print("asked again:", server.asked - asked)

    server.drop_every = 3
    resolver.cache.clear()
    results = await asyncio.gather(*(resolver.resolve("web.example.test", A) for _ in range(30)))
    print("with losses:", len(results), {record.data for records in results for record in records},
          resolver.repeated > 0)
    server.drop_every = 1
    impatient_transport, impatient = await loop.create_datagram_endpoint(
        lambda: Resolver(timeout=0.01, tries=2), remote_addr=address)
    await show(impatient, "example.test", A)
    print(RCODES[server.answer(struct.pack("!6H", 7, 0, 1, 0, 0, 0))[3] & 15],
          RCODES[server.answer(struct.pack("!6H", 7, 0x2800, 1, 0, 0, 0))[3] & 15])
    for one in (transport, impatient_transport, listener):
        one.close()


if __name__ == "__main__":
    asyncio.run(main())
