"""uuid: made from every field, variants and versions, ordering, times of version 1, clock sequences, names of versions 3 and 5, pickling and copying, errors."""
import copy
import datetime
import pickle
import uuid


def attempt(label, function, *args, **kwargs):
    try:
        print(label, repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, error)


text = '12345678-1234-5678-9234-567812345678'
u = uuid.UUID(text)
same = [uuid.UUID('{' + text + '}'), uuid.UUID('urn:uuid:' + text), uuid.UUID(text.replace('-', '').upper()), uuid.UUID(bytes=u.bytes), uuid.UUID(bytes_le=u.bytes_le), uuid.UUID(fields=u.fields), uuid.UUID(int=u.int), uuid.UUID(text.replace('-', '--'))]
print(u, repr(u), all(other == u for other in same), len({hash(other) for other in same}), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn)
print(u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.time, u.clock_seq, u.node, u.variant, u.version, u.is_safe, int(u) == u.int, str(u) == text, f'{u}', f'{u!s:>40}')
for digit in '0123456789abcdef':
    other = uuid.UUID(f'12345678-1234-{digit}678-{digit}234-567812345678')
    print(digit, other.variant, other.version)
for version in (1, 3, 4, 5):
    made = uuid.UUID(int=u.int, version=version)
    print(version, made, made.version, made.variant)
for kwargs in ({}, {'hex': text, 'int': 1}, {'hex': 'short'}, {'hex': 'g' * 32}, {'hex': 5}, {'bytes': b'short'}, {'bytes': 'x' * 16}, {'bytes_le': b'x'}, {'bytes_le': 5}, {'fields': (1, 2)}, {'fields': (2**32, 0, 0, 0, 0, 0)}, {'fields': (0, 2**16, 0, 0, 0, 0)}, {'fields': (0, 0, -1, 0, 0, 0)}, {'fields': (0, 0, 0, 256, 0, 0)}, {'fields': (0, 0, 0, 0, 256, 0)}, {'fields': (0, 0, 0, 0, 0, 2**48)}, {'fields': 5},
               {'int': -1}, {'int': 2**128}, {'int': 'x'}, {'int': 1, 'version': 0}, {'int': 1, 'version': 6}, {'int': 1.5}, {'hex': text, 'version': 'x'}, {'unknown': 1}):
    attempt(list(kwargs), uuid.UUID, **kwargs)
attempt('none', lambda: uuid.UUID(None))
attempt('int positional', uuid.UUID, 5)
attempt('assign', setattr, u, 'int', 1)
attempt('assign', setattr, u, 'extra', 1)

low, high = uuid.UUID(int=1), uuid.UUID(int=2)
print(low < high, low <= low, high > low, high >= high, low == 1, low != high, sorted([high, low])[0] is low, max(low, high) is high, low == uuid.UUID(int=1))
attempt('order', lambda: low < 1)
attempt('order', lambda: low >= 'x')
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    again = pickle.loads(pickle.dumps(u, protocol))
    print(protocol, again == u, again.is_safe, again.__dict__ if hasattr(again, '__dict__') else 'slots')
print(copy.copy(u) == u, copy.deepcopy([u])[0] == u, u.__getstate__())

for name in ('NAMESPACE_DNS', 'NAMESPACE_URL', 'NAMESPACE_OID', 'NAMESPACE_X500'):
    namespace = getattr(uuid, name)
    print(name, namespace, uuid.uuid3(namespace, 'python.org'), uuid.uuid5(namespace, 'python.org'), uuid.uuid5(namespace, ''), uuid.uuid3(namespace, 'ünï'))
attempt('name', uuid.uuid3, uuid.NAMESPACE_DNS, b'bytes')
attempt('name', uuid.uuid5, uuid.NAMESPACE_DNS, 5)
attempt('namespace', uuid.uuid5, 'x', 'y')

fixed = uuid.uuid1(node=0x123456789abc, clock_seq=0x1234)
print(fixed.version, fixed.variant, hex(fixed.node), hex(fixed.clock_seq), fixed.is_safe)
moment = datetime.datetime(1582, 10, 15) + datetime.timedelta(microseconds=fixed.time // 10)
print(abs((moment - datetime.datetime.utcnow()).total_seconds()) < 60, uuid.uuid1(5, 6).time < uuid.uuid1(5, 6).time, uuid.uuid1(0, 2**14).clock_seq)
attempt('node', uuid.uuid1, 2**48, 1)
attempt('node', uuid.uuid1, 'x', 1)
print(uuid.getnode() == uuid.getnode(), 0 <= uuid.getnode() < 2**48, len({uuid.uuid4() for _ in range(100)}), uuid.uuid4().version, uuid.uuid4().variant == uuid.RFC_4122, uuid.uuid4().is_safe)
print(list(uuid.SafeUUID), [uuid.RESERVED_NCS, uuid.RFC_4122, uuid.RESERVED_MICROSOFT, uuid.RESERVED_FUTURE], uuid.UUID(int=1, is_safe=uuid.SafeUUID.unsafe).is_safe, uuid.UUID.__slots__)
match uuid.UUID(int=5):
    case uuid.UUID(int=5, version=None):
        print('matched')


class Short(uuid.UUID):
    def __str__(self):
        return 'short'


short = Short(int=7)
print(repr(short), f'{short}', short.hex, short == uuid.UUID(int=7), hash(short) == hash(uuid.UUID(int=7)))
