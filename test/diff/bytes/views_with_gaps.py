# Memoryviews with gaps and released ones where bytes are asked for; assignment between views that overlap.
import base64
import hashlib
import io
import struct

calls = {'b64encode': base64.b64encode, 'md5': hashlib.md5, 'join': lambda v: b'x'.join([v]), 'add': lambda v: b'' + v, 'find': lambda v: b'abc'.find(v),
         'in': lambda v: v in b'abc', 'startswith': lambda v: b'abc'.startswith(v), 'replace': lambda v: b'abc'.replace(v, b'x'), 'unpack': lambda v: struct.unpack('3s', v),
         'unpack_from': lambda v: struct.unpack_from('3s', v), 'pack_into': lambda v: struct.pack_into('3s', v, 0, b'abc'), 'bytes': bytes, 'bytearray': bytearray, 'int': int, 'str': lambda v: str(v, 'ascii'),
         'BytesIO': lambda v: io.BytesIO(v).getvalue(), 'write': lambda v: io.BytesIO().write(v), 'into view': lambda v: memoryview(bytearray(10))[:3].__setitem__(slice(None), v),
         'into gaps': lambda v: memoryview(bytearray(6))[::2].__setitem__(slice(None), v), 'from_bytes': lambda v: int.from_bytes(v, 'big'), 'split': lambda v: b'a,b'.split(v), 'strip': lambda v: b'abc'.strip(v), 'equal': lambda v: v == b'abc', 'tobytes': lambda v: v.tobytes(), 'hex': lambda v: v.hex(), 'list': list,
         'readinto': lambda v: io.BytesIO(b'abc').readinto(v), 'fromhex': lambda v: bytes.fromhex(v), 'count': lambda v: b'abc'.count(v), 'rfind': lambda v: bytearray(b'abc').rfind(v), 'partition': lambda v: b'abc'.partition(v)}
gaps, released, writable = memoryview(b'a1b1c1')[::2], memoryview(b'abc'), memoryview(bytearray(b'123456'))[::2]
released.release()
for name, call in calls.items():
    for view in (gaps, released, writable):
        try:
            print(name, repr(call(view)).split(' at ')[0])
        except Exception as error:
            print(name, type(error).__name__, error)
data = bytearray(range(10))
view = memoryview(data)
view[::2] = view[5:]
print(data.hex(' '))
view[1:4] = view[::3][:3]
print(data.hex(' '))
view[::-1] = view
print(data.hex(' '))
view[2:6] = view[5:1:-1]
print(data.hex(' '))
shorts = memoryview(bytearray(struct.pack('=6h', *range(6)))).cast('h')
shorts[::2] = shorts[3:]
shorts[1::2] = shorts[::-2]
print(shorts.tolist(), shorts[::-1].tolist(), shorts[::-2].tobytes().hex())
for wrong in (b'ab', shorts[:2], 5, view[::5]):
    try:
        shorts[:1] = wrong
        print(shorts.tolist())
    except Exception as error:
        print(type(error).__name__, error)
import array
import gc
import weakref
kept = memoryview(b'abcdef')
print(hash(kept) == hash(b'abcdef'))
kept.release()
print(hash(kept) == hash(b'abcdef'))
for case in (lambda: memoryview(b'b') < b'a', lambda: b'a' <= memoryview(b'b'), lambda: b'a' < memoryview(b'b'), lambda: memoryview(b'a') > memoryview(b'a'),
             lambda: b'a' == memoryview(b'a'), lambda: bytearray(b'a') < memoryview(b'b'), lambda: b'a' == array.array('b', b'a'), lambda: bytearray(b'a') == array.array('b', b'a')):
    try:
        print(case())
    except TypeError as error:
        print(error)
class Source(bytearray):
    pass
class Marker:
    pass
def cycle():
    source = Source(b'abc')
    source.view = memoryview(source)[1:]
    source.marker = Marker()
    return weakref.ref(source.marker)
gone = cycle()
gc.collect()
print(gone())
