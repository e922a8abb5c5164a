import asyncio, struct
import paho.mqtt.client as mqtt, paho.mqtt as pm
from paho.mqtt.properties import Properties
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.reasoncodes import ReasonCodes
print(mqtt.topic_matches_sub("a/+/c", "a/b/c"), mqtt.topic_matches_sub("a/#", "a"), mqtt.topic_matches_sub("$SYS/#", "x"), mqtt.error_string(mqtt.MQTT_ERR_NO_CONN), mqtt.connack_string(5))
async def packet(reader):
    head = await reader.readexactly(1); n = shift = 0
    while True:
        b = (await reader.readexactly(1))[0]; n |= (b & 127) << shift; shift += 7
        if not b & 128: break
    return head[0], await reader.readexactly(n)
async def broker(reader, writer):
    while True:
        try: kind, body = await packet(reader)
        except asyncio.IncompleteReadError: break
        print("broker", kind >> 4, kind & 15, body[:30])
        if kind >> 4 == 1: writer.write(b"\x20\x02\x00\x00")
        elif kind >> 4 == 8: writer.write(b"\x90\x03" + body[:2] + b"\x01")
        elif kind >> 4 == 3:
            writer.write(bytes([kind & 0xf0, len(body) - (2 if kind & 6 else 0)]) + (body if not kind & 6 else body[:2 + struct.unpack(">H", body[:2])[0]] + body[4 + struct.unpack(">H", body[:2])[0]:]))
            if kind & 6 == 2: n = struct.unpack(">H", body[:2])[0]; writer.write(b"\x40\x02" + body[2 + n:4 + n])
        elif kind >> 4 == 14: break
    writer.close()
async def main():
    s = await asyncio.start_server(broker, "127.0.0.1", 0); port = s.sockets[0].getsockname()[1]
    loop = asyncio.get_running_loop(); got = asyncio.Queue()
    c = mqtt.Client("me", userdata={"u": 1})
    c.on_connect = lambda c, u, f, rc: loop.call_soon_threadsafe(got.put_nowait, ("connect", u, f, rc))
    c.on_message = lambda c, u, m: loop.call_soon_threadsafe(got.put_nowait, ("message", m.topic, m.payload, m.qos, m.retain))
    c.on_publish = lambda c, u, mid: loop.call_soon_threadsafe(got.put_nowait, ("published", mid))
    c.on_subscribe = lambda c, u, mid, q: loop.call_soon_threadsafe(got.put_nowait, ("sub", mid, q))
    c.on_disconnect = lambda c, u, rc: loop.call_soon_threadsafe(got.put_nowait, ("disconnect", rc))
    c.will_set("will", b"gone", 1); c.username_pw_set("u", "p")
    c.connect_async("127.0.0.1", port); c.loop_start()
    print(await got.get()); print(c.subscribe("t/#", 1)); print(await got.get())
    i = c.publish("t/é", "payload", qos=0)
    print(*sorted([str(await got.get()), str(await got.get())])); print(i.is_published(), i.rc)
    i = c.publish("t/q", 12.5, qos=1); print(*sorted([str(await got.get()), str(await got.get())]))
    try: c.publish("t/+", "x")
    except ValueError as e: print(e)
    c.disconnect(); print(await got.get()); await asyncio.to_thread(c.loop_stop); s.close()
asyncio.run(main())
p = Properties(PacketTypes.PUBLISH); p.MessageExpiryInterval = 5; p.UserProperty = ("a", "b"); print(p, p.pack()); q = Properties(PacketTypes.PUBLISH); q.unpack(p.pack()); print(q.json())
try: p.SessionExpiryInterval = 3
except Exception as e: print(e)
print(ReasonCodes(PacketTypes.CONNACK, "Not authorized"), ReasonCodes(PacketTypes.CONNACK, "Not authorized").value)
