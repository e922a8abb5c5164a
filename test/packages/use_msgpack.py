import os; os.environ["MSGPACK_PUREPYTHON"] = "1"
import collections, collections.abc; collections.Hashable = collections.abc.Hashable
import msgpack, datetime, umsgpack, io
print(msgpack.Packer.__module__)
data = {"a": [1, -1, 2**40, 1.5, None, True, b"x", "é" * 40], 5: {"n": list(range(20))}}
b = msgpack.packb(data); print(len(b), b[:20].hex(), msgpack.unpackb(b, strict_map_key=False) == data)
try: msgpack.unpackb(b)
except ValueError as e: print(e)
print(msgpack.packb(datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone.utc), datetime=True).hex(), msgpack.unpackb(msgpack.packb(msgpack.Timestamp(5, 7))), msgpack.ExtType(3, b"zz"))
u = msgpack.Unpacker()
for c in [msgpack.packb(1) + msgpack.packb("abc")[:2], b"bc" + msgpack.packb([1, 2])]:
    u.feed(c); print(list(u))
for bad in (b"\xc1", b"\x92\x01", b"\x01\x02"):
    try: print(msgpack.unpackb(bad))
    except Exception as e: print(type(e).__name__, e, getattr(e, "extra", None))
try: msgpack.packb(object)
except TypeError as e: print(e)
print(msgpack.packb({1, 2}, default=list), msgpack.unpackb(b"\x82\xa1a\x01\xa1b\x02", object_pairs_hook=list), msgpack.packb(1.5, use_single_float=True))
try: msgpack.packb(2**64)
except OverflowError as e: print(e)
p = umsgpack.packb({"x": [1, umsgpack.Ext(5, b"q")]}); print(p.hex(), umsgpack.unpackb(p)["x"][1].data)
for bad in (b"\x91", b"\xc1"):
    try: umsgpack.unpackb(bad)
    except umsgpack.UnpackException as e: print(type(e).__name__, e)
f = io.BytesIO(); umsgpack.pack([1, "z"], f); f.seek(0); print(umsgpack.unpack(f))
