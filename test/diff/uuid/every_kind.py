# uuid: parsing and fields, name-based kinds, comparison, reprs, errors; random kinds by their shape.
import copy
import pickle
import uuid

u = uuid.UUID('{12345678-1234-5678-1234-567812345678}')
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.variant, u.version, hash(u) == hash(u.int), u.is_safe)
print(u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.time, u.clock_seq, u.node)
for text in ('12345678123456781234567812345678', 'urn:uuid:12345678-1234-5678-1234-567812345678', '12345678-12345678-1234567812345678', 'uuid:{12345678123456781234567812345678}'):
    print(uuid.UUID(text) == u)
print(uuid.UUID(bytes=u.bytes) == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u, uuid.UUID(int=u.int) == u, uuid.UUID(int=0), uuid.UUID(int=(1 << 128) - 1), uuid.UUID(hex=u.hex, version=4))
for namespace in (uuid.NAMESPACE_DNS, uuid.NAMESPACE_URL, uuid.NAMESPACE_OID, uuid.NAMESPACE_X500):
    print(namespace, uuid.uuid3(namespace, 'python.org'), uuid.uuid5(namespace, 'é'), uuid.uuid5(namespace, 'x').version, uuid.uuid3(namespace, 'y').variant)
for args in (({'hex': 'x'}), ({'hex': '1' * 33}), ({'hex': 'g' * 32}), ({'bytes': b'1'}), ({'bytes_le': b'1'}), ({'fields': (1, 2)}), ({'fields': (1 << 33, 0, 0, 0, 0, 0)}), ({'fields': (0, 1 << 16, 0, 0, 0, 0)}), ({'fields': (0, 0, 0, 256, 0, 0)}), ({'fields': (0, 0, 0, 0, 0, 1 << 48)}), ({'int': -1}),
             ({'int': 1 << 128}), ({}), ({'hex': '1' * 32, 'int': 5}), ({'int': 5, 'version': 6}), ({'int': 5, 'version': 0}), ({'hex': 5}), ({'int': 'x'})):
    try:
        print(args, uuid.UUID(**args))
    except Exception as error:
        print(args, type(error).__name__, error)
a, b = uuid.UUID(int=1), uuid.UUID(int=2)
print(a < b, a <= a, a > b, a >= b, a == b, a != 1, sorted([b, a])[0] is a, int(b), {a: 1}[uuid.UUID(int=1)], copy.copy(a) == a, copy.deepcopy(a) == a, pickle.loads(pickle.dumps(a)) == a)
for call in (lambda: a < 5, lambda: setattr(a, 'int', 5), lambda: setattr(a, 'x', 5), lambda: delattr(a, 'int'), lambda: uuid.uuid3('x', 'y'), lambda: uuid.uuid5(a, 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
r = uuid.uuid4()
print(r.version, r.variant, len(str(r)), r != uuid.uuid4(), uuid.uuid1(node=1, clock_seq=2).node, uuid.uuid1(1, 2).clock_seq, uuid.uuid1(5).version, uuid.SafeUUID.unknown, uuid.RFC_4122, uuid.RESERVED_NCS)
for kind in range(1, 6):
    print(kind, uuid.UUID(int=0x1234, version=kind), uuid.UUID(int=0x1234, version=kind).version)
print([uuid.UUID(int=n << 56).variant for n in (0, 0x80 << 0, 0xc0, 0xe0)], uuid.UUID(int=5).version)
