# What UUID refuses and with which words, in every way of giving one; attributes that cannot be set; comparison with others; safety.
import copy
import uuid
from uuid import SafeUUID, UUID

HEX = '12345678123456781234567812345678'
CASES = [dict(), dict(hex=HEX), dict(hex=HEX[:-1]), dict(hex=HEX + '0'), dict(hex='g' * 32), dict(hex=''), dict(hex='{' + HEX), dict(hex='{{' + HEX + '}}'), dict(hex=HEX.upper()), dict(hex=' ' + HEX), dict(hex='0x' + HEX[2:]), dict(hex='+' + HEX[1:]), dict(hex='1_' + HEX[2:]), dict(hex=5), dict(hex=b'x' * 32), dict(hex=None),
         dict(bytes=b'1' * 16), dict(bytes=b'1' * 15), dict(bytes=b''), dict(bytes='1' * 16), dict(bytes=bytearray(16)), dict(bytes=[1] * 16), dict(bytes_le=b'0123456789abcdef'), dict(bytes_le=b'short'),
         dict(fields=(1, 2, 3, 4, 5, 6)), dict(fields=(1, 2, 3)), dict(fields=(2 ** 32, 0, 0, 0, 0, 0)), dict(fields=(0, -1, 0, 0, 0, 0)), dict(fields=(0, 0, 2 ** 16, 0, 0, 0)), dict(fields=(0, 0, 0, 256, 0, 0)), dict(fields=(0, 0, 0, 0, 256, 0)), dict(fields=(0, 0, 0, 0, 0, 2 ** 48)), dict(fields=[0] * 6), dict(fields='abcdef'),
         dict(int=0), dict(int=-1), dict(int=2 ** 128), dict(int=1.5), dict(int='5'), dict(int=True), dict(int=5, hex=HEX), dict(hex=HEX, bytes=b'1' * 16), dict(int=1, version=0), dict(int=1, version=6), dict(int=1, version=4), dict(hex=HEX, version=5), dict(int=1, is_safe=SafeUUID.safe), dict(int=1, is_safe=5), dict(hexa=HEX)]
for named in CASES:
    try:
        key = UUID(**named)
        print(named, key, key.version)
    except Exception as error:
        print(named, type(error).__name__, error)
u = UUID(HEX)
for name in ('int', 'is_safe', 'hex', 'new', 'version', '__dict__', 'bytes'):
    try:
        setattr(u, name, 5)
        print('set', name)
    except Exception as error:
        print(name, type(error).__name__, error)
for other in (5, HEX, None, u.bytes, UUID(int=u.int)):
    results = []
    for operation in ('__lt__', '__le__', '__gt__', '__ge__', '__eq__', '__ne__'):
        results.append(getattr(u, operation)(other))
    print(repr(other)[:20], results)
for call in (lambda: u < 5, lambda: sorted([u, 'x']), lambda: u + 1, lambda: uuid.uuid3('x', 'y'), lambda: uuid.uuid3(uuid.NAMESPACE_DNS, 5), lambda: uuid.uuid5(uuid.NAMESPACE_DNS, None), lambda: uuid.uuid5(uuid.NAMESPACE_DNS), lambda: uuid.uuid1('x'), lambda: uuid.uuid1(clock_seq='x'), lambda: uuid.uuid4(1), lambda: hex(u), lambda: int(u) == u.int, lambda: [0][UUID(int=0)], lambda: f'{u:>40}', lambda: '%s %r' % (u, u), lambda: bytes(u)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(repr(u), str(u), u.__getstate__(), copy.copy(u) == u, copy.deepcopy(u) is u, UUID.__slots__, hasattr(u, '__dict__'))
print(SafeUUID.safe, SafeUUID.unknown.value, SafeUUID.unsafe.name, list(SafeUUID), SafeUUID(0), UUID(int=1, is_safe=SafeUUID.safe).is_safe, UUID(int=1).is_safe, UUID(int=1, is_safe=SafeUUID.unsafe) == UUID(int=1), UUID(int=1, is_safe=SafeUUID.safe).__getstate__())


class Tagged(UUID):
    def __str__(self):
        return 'tag:' + super().__str__()


tagged = Tagged(HEX)
print(tagged, repr(tagged), tagged == u, u == tagged, hash(tagged) == hash(u), tagged.urn, tagged.hex, {u: 1}[tagged], type(copy.copy(tagged)).__name__)
print(uuid.RESERVED_NCS, uuid.RFC_4122, uuid.RESERVED_MICROSOFT, uuid.RESERVED_FUTURE, 0 <= uuid.getnode() < 2 ** 48, uuid.getnode() == uuid.getnode())
