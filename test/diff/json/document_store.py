# A store of documents as JSON lines: encoders of several types, hooks that bring them back, a query, patches, canonical forms, streams of values.
import datetime
import decimal
import enum
import json
from collections import OrderedDict, namedtuple
from dataclasses import asdict, dataclass, field, is_dataclass


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Text(str):
    pass


@dataclass
class Entry:
    name: str
    when: datetime.datetime
    amount: decimal.Decimal
    level: Level = Level.LOW
    tags: list = field(default_factory=list)


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, datetime.datetime):
            return {'$date': value.isoformat()}
        if isinstance(value, decimal.Decimal):
            return {'$decimal': str(value)}
        if isinstance(value, (set, frozenset)):
            return {'$set': sorted(value)}
        if isinstance(value, bytes):
            return {'$bytes': value.hex()}
        if is_dataclass(value):
            return {'$entry': {name: getattr(value, name) for name in value.__dataclass_fields__}}
        return super().default(value)


REVIVE = {'$date': datetime.datetime.fromisoformat, '$decimal': decimal.Decimal, '$set': set, '$bytes': bytes.fromhex, '$entry': lambda fields: Entry(**fields)}


def hook(value):
    if len(value) == 1:
        (key, item), = value.items()
        if key in REVIVE:
            return REVIVE[key](item)
    return value


entries = [Entry('first', datetime.datetime(2024, 2, 29, 12, 30), decimal.Decimal('12.50'), Level.HIGH, ['a', 'ü']), Entry('second', datetime.datetime(2024, 3, 1, tzinfo=datetime.timezone.utc), decimal.Decimal('-0.1'))]
lines = [json.dumps(entry, cls=Encoder, ensure_ascii=False) for entry in entries]
print(*lines, sep='\n')
back = [json.loads(line, object_hook=hook) for line in lines]
print(back == entries, back[0].when, type(back[0].level).__name__, json.loads(json.dumps({'s': {3, 1}, 'b': b'\x00\xff', 'n': [frozenset()]}, cls=Encoder), object_hook=hook))
STREAM = ' {"a": 1}\n[2, 3]  "four" 5.5 null{"b":[]}tail'
decoder, position, values = json.JSONDecoder(), 0, []
while position < len(STREAM):
    while STREAM[position:position + 1].isspace():
        position += 1
    try:
        value, position = decoder.raw_decode(STREAM, position)
        values.append(value)
    except json.JSONDecodeError as error:
        print(values, error.msg, error.pos, repr(error.doc[error.pos:]), error.lineno, error.colno)
        break


def patch(document, changes):
    for change in changes:
        *path, last = change['path'].strip('/').split('/')
        target = document
        for step in path:
            target = target[int(step)] if isinstance(target, list) else target[step]
        key = int(last) if isinstance(target, list) and last != '-' else last
        if change['op'] == 'remove':
            del target[key]
        elif isinstance(target, list) and change['op'] == 'add':
            target.insert(len(target) if key == '-' else key, change['value'])
        else:
            target[key] = change['value']
    return document


document = json.loads('{"title": "x", "list": [1, {"deep": true}], "gone": null}')
print(json.dumps(patch(document, json.loads('[{"op": "add", "path": "/list/-", "value": 9}, {"op": "replace", "path": "/list/1/deep", "value": false}, {"op": "remove", "path": "/gone"}, {"op": "add", "path": "/list/0", "value": [1e2, -0.0, 1E-7]}]'))))


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=True)


print(canonical({'b': [1.0, 1e16, 1e-5, 123456789012345678], 'a': {'é': '\u2028\U0001f600\x7f"\\/\b'}, '': None}))
for options in ({}, {'indent': 2}, {'indent': '\t', 'separators': (', ', ' = ')}, {'indent': 0}, {'skipkeys': True}, {'indent': 1, 'sort_keys': True}):
    try:
        print(options, json.dumps({'k': [1, [], {}, [{}]], 2: Level.HIGH, None: Text('sub'), True: (1,), 1.5: float('inf'), (1, 2): 'tuple key'}, **options))
    except TypeError as error:
        print(options, type(error).__name__, error)
Point = namedtuple('Point', 'x y')
print(json.dumps([Point(1, 2), OrderedDict(b=1, a=2), Level.LOW, Text('t'), True, 10 ** 30, -1.5e-300, [[]] * 2]), json.dumps({Level.HIGH: Level.LOW, 1: 2, False: 0}), json.dumps(asdict(Entry('n', None, None))))
pairs = '{"a": 1, "b": 2, "a": 3, "c": {"a": 4, "a": 5}}'
print(json.loads(pairs), json.loads(pairs, object_pairs_hook=list), json.loads(pairs, object_pairs_hook=OrderedDict) == {'a': 3, 'b': 2, 'c': {'a': 5}}, json.loads(pairs, object_pairs_hook=lambda pairs: len(pairs), object_hook=hook))
print(json.loads('[1.10, 1E400, -1e-400, 12345678901234567890, NaN, -Infinity, 0.1e1, -0]', parse_float=decimal.Decimal, parse_int=lambda text: f'<{text}>', parse_constant=lambda text: f'({text})'), json.loads('[1e400, -0, -0.0, 1E+2]'))


def unique(pairs):
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError(f'duplicate keys in {[key for key, _ in pairs]}')
    return result


for text in (pairs, '{"a": {"b": 1}}', '{"a" 1}', '{"a": 1,}', '[1 2]', "{'a': 1}", '{"a": "\n"}', '"\\x"', '"\\ud83d\\ude00 \\ud800"', '"unclosed', '[', '', ' ', 'nul', '01', '1.', '.5', '-', '+1', '[1,]', '{,}', '{"a": tru}', '\ufeff1', '1 2', '{1: 2}', '"\t"', '[1, 2'):
    try:
        print(repr(text), ascii(json.loads(text, object_pairs_hook=unique)), end='; ')
    except ValueError as error:
        print(repr(text), type(error).__name__, error, end='; ')
print()
loop = [1]
loop.append({'x': loop})
for value, options in ((loop, {}), (object, {}), ({'a': {1, 2}}, {}), ({b'k': 1}, {}), (float('nan'), {'allow_nan': False}), ([1, float('-inf')], {'allow_nan': False, 'indent': 1}), (1j, {'default': str}), ([1j], {'default': lambda v: v}), (5, {'default': 5}), ({1: 1, 'a': 2}, {'sort_keys': True}), ('\ud800', {'ensure_ascii': False}), ([1], {'separators': 5}), ([1], {'indent': -1})):
    try:
        print(ascii(json.dumps(value, **options)), end='; ')
    except Exception as error:
        print(type(error).__name__, error, end='; ')
print()
