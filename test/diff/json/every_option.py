# json: dumps and loads with every option, encoders, decoders, hooks, errors, files.
import dataclasses
import datetime
import decimal
import enum
import io
import json
import math
import uuid
from collections import OrderedDict, namedtuple, defaultdict


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


DATA = {'name': 'Zo\u00eb \U0001f600 "q" \\ / \b\f\n\r\t\x00\x7f\u2028', 'list': [1, 2.5, -0.0, 1e100, 10 ** 30, True, False, None],
        'nested': {'a': {'b': [{}, [], [[]], {'c': ()}]}}, 'empty': '', 1: 'int', 2.5: 'float', True: 'true', None: 'none'}
for options in ({}, {'indent': 2}, {'indent': '\t'}, {'indent': 0}, {'separators': (',', ':')}, {'ensure_ascii': False},
                {'indent': 1, 'separators': (' , ', ' : ')}, {'indent': None}, {'indent': -1}, {'indent': True}):
    print(options, ascii(json.dumps(DATA, **options)))
print(json.dumps({'b': 1, 'a': 2, 'C': 3}, sort_keys=True), attempt(json.dumps, {1: 1, 'a': 2}, sort_keys=True), json.dumps([], indent=4), json.dumps({}, indent=4))
for value in (math.nan, math.inf, -math.inf, [math.nan], {1, 2}, object, b'x', 1j, {(1, 2): 3}, {b'k': 1}, range(3), decimal.Decimal('1.5')):
    print(attempt(json.dumps, value), attempt(json.dumps, value, allow_nan=False), attempt(json.dumps, value, skipkeys=True), attempt(json.dumps, value, default=str))
loop = []
loop.append(loop)
print(attempt(json.dumps, loop), attempt(json.dumps, {'a': loop}))
own = {}
own['x'] = own
print(attempt(json.dumps, own), attempt(json.dumps, loop, indent=1))


class Color(enum.IntEnum):
    RED = 1


class Name(str, enum.Enum):
    X = 'x'


class Big(int):
    def __repr__(self):
        return 'BIG'


class Real(float):
    def __repr__(self):
        return 'REAL'


Point = namedtuple('Point', 'x y')
print(json.dumps([Color.RED, Name.X, Big(5), Real(2.5), Point(1, 2), {Color.RED: 1, Name.X: 2}, OrderedDict(b=1, a=2), defaultdict(int, z=1)]))


@dataclasses.dataclass
class Item:
    name: str
    price: decimal.Decimal
    when: datetime.datetime
    id: uuid.UUID
    tags: list[str] = dataclasses.field(default_factory=list)


class Encoder(json.JSONEncoder):
    item_separator = ', '

    def default(self, o):
        if dataclasses.is_dataclass(o):
            return dataclasses.asdict(o)
        if isinstance(o, (datetime.date, datetime.datetime)):
            return o.isoformat()
        if isinstance(o, decimal.Decimal):
            return str(o)
        if isinstance(o, uuid.UUID):
            return o.hex
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        return super().default(o)


item = Item('thing', decimal.Decimal('9.90'), datetime.datetime(2024, 2, 29, 12, 30, 1, 5), uuid.UUID(int=5), ['a'])
print(json.dumps(item, cls=Encoder, indent=2), json.dumps({'s': {3, 1, 2}}, cls=Encoder), attempt(json.dumps, {'c': 1j}, cls=Encoder))
print(Encoder().encode([1, {2}]), list(Encoder(indent=1).iterencode({'a': [1, {2}], 'b': {}})), list(json.JSONEncoder().iterencode([1, 'a', {'k': None}])))
print(attempt(json.JSONEncoder().default, 5), json.JSONEncoder(sort_keys=True, separators=('|', '=')).encode({'b': 1, 'a': [1, 2]}))

print('loads')
for text in ('{"a": [1, 2.0, -3e2, true, false, null, "x\\u00e9\\n\\ud83d\\ude00\\ud800"]}', '  [ ]  ', '"\\/"', '0', '-0', '-0.0', '1E5', '123456789012345678901234567890',
             'NaN', '[Infinity, -Infinity]', '{"a":1,"a":2}', '"\u00e9"', '[1e400, 1e-400]', '""', '{}', ' "a" '):
    print(ascii(text), attempt(lambda t: ascii(json.loads(t)), text))
for text in ('', ' ', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}", '"abc', '"\n"', '"\\x"', '"\\u12"', '01', '1.', '.5', '+1', '-',
             '1 2', 'tru', 'nul', '[1 2]', '{"a" 1}', '{1:2}', 'nan', '\ufeff1', '[\n1,\n x]', '{"a":1}}', '\t[1,\n\n  2,\n  "unclosed]'):
    try:
        print(ascii(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(ascii(text), error, error.msg, error.pos, error.lineno, error.colno, error.doc == text)
print(json.loads(b'{"a": "\xc3\xa9"}') == {'a': '\u00e9'}, json.loads('[1]'.encode('utf-16')), json.loads(bytearray('"x"'.encode('utf-32-le'))),
      json.loads('[2]'.encode('utf-8-sig')), attempt(json.loads, 5), attempt(json.loads, None), attempt(json.loads, b'\xff'), json.detect_encoding(b'{\x00'))
print(json.loads('{"a": {"b": 1}, "c": [{"d": 2}]}', object_hook=lambda d: tuple(d.items())),
      json.loads('{"a": 1, "b": {"a": 2, "a": 3}}', object_pairs_hook=lambda pairs: pairs),
      json.loads('[1.10, 2, NaN, -Infinity]', parse_float=decimal.Decimal, parse_int=lambda s: s + '!', parse_constant=lambda s: '<' + s + '>'),
      json.loads('{"a":1}', object_pairs_hook=OrderedDict), json.loads('"a\nb"', strict=False), json.loads('[1]', cls=json.JSONDecoder))
decoder = json.JSONDecoder()
print(decoder.raw_decode('[1] tail'), decoder.decode(' 1 '), attempt(decoder.decode, '1 x'), attempt(decoder.raw_decode, ' 1'), decoder.raw_decode('x{"a":1}', 1), attempt(decoder.raw_decode, ''))


class Shape(json.JSONDecoder):
    def __init__(self, *args, **named):
        super().__init__(*args, object_hook=self.convert, **named)

    def convert(self, data):
        return complex(data['re'], data['im']) if data.keys() == {'re', 'im'} else data


print(json.loads('[{"re": 1, "im": 2}, {"x": {"re": 0, "im": -1}}]', cls=Shape))
stream = io.StringIO()
json.dump({'a': [1, 2, {'b': None}]}, stream, indent=2)
stream.write('\n')
json.dump([1], stream)
print(stream.getvalue())
print(json.load(io.StringIO('{"x": [1, 2]}')), json.load(io.BytesIO(b'[3]')), attempt(json.dump, {1j: 2}, io.StringIO()))
lines = '\n'.join(json.dumps({'n': n, 'sq': n * n}) for n in range(4))
print(sum(json.loads(line)['sq'] for line in lines.splitlines()))
deep = '[' * 300 + ']' * 300
print(len(json.dumps(json.loads(deep))), json.dumps('\u2028\u00ff'), json.dumps('\U0001f600', ensure_ascii=False) == '"\U0001f600"')
print(json.JSONDecodeError('msg', 'a\nbc', 3), json.__all__)
