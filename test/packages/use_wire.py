"""Packages for protocols: amqp frames (pamqp), construct, kaitaistruct, pyasn1, tinyrpc, json-rpc, pika's specification, aiorpcx, statsd, prometheus_client, txaio."""
import asyncio
import io
import json
import struct
import construct
from construct import Struct, Int8ub, Int16ul, PascalString, Array, this, Const, Enum, GreedyBytes, Switch, BitStruct, BitsInteger, Flag
import kaitaistruct
import pamqp.frame, pamqp.commands, pamqp.header, pamqp.body, pamqp.exceptions
from pyasn1.type import univ, namedtype, char
from pyasn1.codec.der import encoder, decoder
from tinyrpc.protocols.jsonrpc import JSONRPCProtocol
from tinyrpc.dispatch import RPCDispatcher
from jsonrpc import JSONRPCResponseManager, Dispatcher
import aiorpcx
import pika, pika.spec, pika.frame
import prometheus_client


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


packet = Struct("magic" / Const(b"PK"), "kind" / Enum(Int8ub, ping=1, data=2), "n" / Int8ub, "v" / Array(this.n, Int16ul),
                "name" / PascalString(Int8ub, "utf8"), "bits" / BitStruct("a" / Flag, "b" / BitsInteger(7)),
                "rest" / Switch(this.kind, {"data": GreedyBytes}))
raw = packet.build(dict(kind="data", n=2, v=[1, 2], name="é", bits=dict(a=True, b=5), rest=b"xyz"))
print(raw)
print(packet.parse(raw))
attempt(lambda: packet.parse(b"PX"))
attempt(lambda: packet.parse(raw[:6]))
reader = kaitaistruct.KaitaiStream(io.BytesIO(struct.pack("<HiQ", 1, -2, 3)))
print(reader.read_u2le(), reader.read_s4le(), reader.read_u8le(), reader.is_eof())
attempt(lambda: reader.read_u1())
frame = pamqp.frame.marshal(pamqp.commands.Queue.Declare(0, "jobs", durable=True, arguments={"x-max": 5}), 1)
print(frame)
size, channel, got = pamqp.frame.unmarshal(frame)
print(size, channel, dict(got))
print(pamqp.frame.unmarshal(pamqp.frame.marshal(pamqp.body.ContentBody(b"abc"), 2))[2].value)
attempt(lambda: pamqp.frame.unmarshal(b"\x01\0\1"))
print(pika.spec.Basic.Deliver("tag", 1, False, "ex", "key"))
print(pika.frame.Method(1, pika.spec.Channel.Open()).marshal())
attempt(lambda: pika.URLParameters("amqp://u:p@h:1/v?heartbeat=9"))
attempt(lambda: pika.ConnectionParameters(port="x"))


class Person(univ.Sequence):
    componentType = namedtype.NamedTypes(namedtype.NamedType("id", univ.Integer()), namedtype.OptionalNamedType("name", char.UTF8String()))


person = Person(); person["id"] = 300; person["name"] = "Ann"
substrate = encoder.encode(person)
print(substrate.hex(), decoder.decode(substrate, asn1Spec=Person())[0].prettyPrint())
attempt(lambda: decoder.decode(b"\x30\x05\x02"))
protocol, dispatcher = JSONRPCProtocol(), RPCDispatcher()


@dispatcher.public
def add(a, b=2):
    return a + b


for text in (b'{"jsonrpc":"2.0","method":"add","params":[1],"id":1}', b'{"jsonrpc":"2.0","method":"nope","id":2}', b'{"jsonrpc":"2.0","method":"add","params":["x"],"id":3}'):
    attempt(lambda: json.loads(dispatcher.dispatch(protocol.parse_request(text)).serialize()))
attempt(lambda: protocol.parse_request(b"{"))
methods = Dispatcher(); methods["echo"] = lambda *a, **k: [a, k]
for text in ('{"jsonrpc":"2.0","method":"echo","params":{"q":1},"id":1}', '[{"jsonrpc":"2.0","method":"no","id":1}]', "zz"):
    attempt(lambda: JSONRPCResponseManager.handle(text, methods).json)
registry = prometheus_client.CollectorRegistry()
counter = prometheus_client.Counter("hits", "Hits.", ["path"], registry=registry)
counter.labels("/a").inc(3); histogram = prometheus_client.Histogram("lat", "L", buckets=(1, 2), registry=registry); histogram.observe(1.5)
print("\n".join(l for l in prometheus_client.generate_latest(registry).decode().splitlines() if "_created" not in l))
attempt(lambda: counter.labels("a", "b"))
attempt(lambda: prometheus_client.Gauge("hits", "again", registry=registry))


class Session(aiorpcx.RPCSession):
    async def handle_request(self, request):
        if request.method == "sum":
            return sum(request.args)
        raise aiorpcx.RPCError(7, f"no {request.method}")


async def main():
    server = await aiorpcx.serve_rs(Session, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with aiorpcx.connect_rs("127.0.0.1", port) as session:
        print(await session.send_request("sum", [1, 2, 3]))
        try:
            await session.send_request("nope")
        except aiorpcx.RPCError as error:
            print(error.code, error.message)
    server.close()
    await server.wait_closed()
asyncio.run(main())
