# JSONEncoder subclasses: default(), iterencode, separators, subclasses of dict, list, str, int and float.
import collections
import datetime
import enum
import json


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, datetime.date):
            return {'date': o.isoformat()}
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


class Text(str):
    def __str__(self):
        return 'never'


class Whole(int):
    def __repr__(self):
        return 'never'


class Real(float):
    def __repr__(self):
        return 'never'


class Color(enum.IntEnum):
    RED = 1


class Kind(str, enum.Enum):
    A = 'a'


Point = collections.namedtuple('Point', 'x y')

print(json.dumps({'s': {3, 1, 2}, 'd': datetime.date(2020, 1, 2), 'c': 1 + 2j}, cls=Encoder))
print(json.dumps([Text('a"b'), Whole(5), Real(1.5), Color.RED, Kind.A, Point(1, 2)]))
print(json.dumps({Text('k'): 1, Whole(5): 2, Real(1.5): 3, True: 4, None: 5, Color.RED: 6}))
print(json.dumps(collections.OrderedDict([('b', 1), ('a', 2)]), sort_keys=True))
print(json.dumps(collections.defaultdict(list, {'x': [1]}), indent='--'))
print(list(json.JSONEncoder(indent=1).iterencode({'a': [1, {'b': None}], 'c': []})))
print(''.join(Encoder(separators=(',', ':')).iterencode([{1}, {'k': {2}}])))
encoder = json.JSONEncoder(skipkeys=True, ensure_ascii=False, check_circular=False, allow_nan=True)
print(encoder.encode({'é': 'ü', (1, 2): 3, 'n': float('nan'), 'i': [float('inf'), -float('inf')]}))
print(encoder.item_separator, repr(encoder.key_separator), encoder.skipkeys, encoder.indent)
for bad in (object(), {1j: 2}, [set()], b'x', {b'k': 1}):
    try:
        json.dumps(bad)
    except TypeError as error:
        print(type(error).__name__, str(error).replace(hex(id(bad)), 'ID'))
for value in (float('nan'), float('inf'), [-float('inf')]):
    try:
        json.dumps(value, allow_nan=False)
    except ValueError as error:
        print(error)
loop = []
loop.append(loop)
ring = {}
ring['r'] = [ring]
for value in (loop, ring):
    for indent in (None, 2):
        try:
            json.dumps(value, indent=indent)
        except ValueError as error:
            print(error)
print(json.dumps('\u2028\x7f\x00\ud800\U0001f600/\\'))
print(ascii(json.dumps('\u2028\x7f\x00\U0001f600/\\', ensure_ascii=False)))
print(json.dumps([1e16, 1e-7, 1.0, -0.0, 10 ** 25, 123456789012345678]))
try:
    json.dumps({'b': 1, 2: 3}, sort_keys=True)
except TypeError as error:
    print(error)
print(json.dumps({}, indent=4), json.dumps([], indent=4), json.dumps([[], {}], indent=0))
print(json.dumps(((1, 2), [3]), indent=None, separators=(', ', ' = ')))
