# Stable identifiers for records by namespaces, a registry keyed by UUIDs, sorting, compact texts, JSON and pickles of them.
import base64
import json
import pickle
import uuid
from uuid import NAMESPACE_DNS, NAMESPACE_OID, NAMESPACE_URL, NAMESPACE_X500, UUID

SHOP = uuid.uuid5(NAMESPACE_DNS, 'shop.example.org')


def identifier(kind, *key):
    return uuid.uuid5(uuid.uuid5(SHOP, kind), '/'.join(map(str, key)))


records = [('customer', 'ada@example.org'), ('customer', 'björn@example.org'), ('order', 2024, 17), ('order', 2024, 18), ('item', 'x', ''), ('item', '日本', 1)]
table = {identifier(*record): record for record in records}
for key in sorted(table):
    print(key, key.version, key.variant, table[key])
print([identifier(*record) in table for record in records], identifier('order', 2024, 19) in table, identifier('order', '2024', 17) == identifier('order', 2024, 17))
for namespace in (NAMESPACE_DNS, NAMESPACE_URL, NAMESPACE_OID, NAMESPACE_X500, SHOP):
    print(namespace, uuid.uuid3(namespace, 'name'), uuid.uuid5(namespace, 'name'), uuid.uuid3(namespace, ''), uuid.uuid5(namespace, 'ü' * 100))


def short(key):
    return base64.urlsafe_b64encode(key.bytes).rstrip(b'=').decode()


def long(text):
    return UUID(bytes=base64.urlsafe_b64decode(text + '=='))


ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'


def digits(key):
    number, text = key.int, ''
    while number:
        number, digit = divmod(number, len(ALPHABET))
        text = ALPHABET[digit] + text
    return text.rjust(22, ALPHABET[0])


for key in list(table)[:3] + [UUID(int=0), UUID(int=2 ** 128 - 1)]:
    print(short(key), long(short(key)) == key, digits(key), key.hex, key.urn, key.fields, key.bytes_le.hex(), UUID(bytes_le=key.bytes_le) == key, UUID(fields=key.fields) == key)


class Encoder(json.JSONEncoder):
    def default(self, value):
        return str(value) if isinstance(value, UUID) else super().default(value)


document = json.dumps({'id': identifier(*records[2]), 'items': [identifier(*record) for record in records[4:]]}, cls=Encoder)
print(document)


def revive(value):
    return {key: UUID(item) if isinstance(item, str) and len(item) == 36 else item for key, item in value.items()}


print(json.loads(document, object_hook=revive), pickle.loads(pickle.dumps(table)) == table)
ordered = sorted(UUID(int=n) for n in (5, 2 ** 127, 1, 2 ** 64))
print([str(key) for key in ordered], ordered[0] < ordered[1] <= ordered[1], min(table) == sorted(table)[0], hash(ordered[0]) == hash(UUID(int=1)), UUID(int=5) == 5, UUID(int=5) != str(UUID(int=5)))
for version in (1, 3, 4, 5):
    key = UUID(int=0x123456789abcdef0123456789abcdef0, version=version)
    print(version, key, key.version, key.variant == uuid.RFC_4122)
for text in ('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '6ba7b810-9dad-11d1-00b4-00c04fd430c8', '6ba7b810-9dad-11d1-c0b4-00c04fd430c8', '6ba7b810-9dad-11d1-e0b4-00c04fd430c8', '{6BA7B810-9DAD-11D1-80B4-00C04FD430C8}', 'urn:uuid:6ba7b8109dad11d180b400c04fd430c8', '6b-a7b8109dad11d180b400c04fd430c-8'):
    key = UUID(text)
    print(key, key.variant, key.version, key.time, key.clock_seq, hex(key.node), key.is_safe)
v1 = uuid.uuid1(node=0x123456789abc, clock_seq=0x1234)
v4 = {uuid.uuid4() for _ in range(50)}
print(v1.version, hex(v1.node), hex(v1.clock_seq), v1.variant == uuid.RFC_4122, len(v4), {key.version for key in v4}, {key.variant for key in v4})
