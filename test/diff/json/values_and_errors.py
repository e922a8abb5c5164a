# Reading and writing JSON: every kind of value and option, every error and its place.
import json, io, collections, enum
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, ascii(e.args))
texts = ['null','true','false','0','-0','1','-12','3.5','1e5','1E+2','1.5e-3','123456789012345678901234567890','-0.0','1e400','0.1','2.5e10','"a"','""','[]','{}','[1,2,[3]]','{"a":1,"b":[true,null]}',' [ 1 , 2 ] \n','"\\u00e9\\ud83d\\ude00\\n\\/\\\\"','"é€😀"','NaN','Infinity','-Infinity','[NaN]','{"a":{"b":{"c":[]}}}','{"a":1,"a":2}','"\\ud800"','"\\ud800x"','"\\ud800\\u0041"','9007199254740993.0','1.7976931348623157e308','5e-324','0.30000000000000004','123456789.123456789','1E400','12345678901234567890.5', '"\x7f"', '"\\u0000"']
bad = ['','  ','nul','tru','[','[1','[1,','[1,]','[,1]','{','{"a"','{"a":','{"a":1','{"a":1,','{"a":1,}','{a:1}','{"a" 1}','{1:2}','"abc','"\\','"\\x"','"\\u12"','"\\u12g4"','"a\nb"','"\t"','01','-','1.','.5','+1','1 2','[1 2]','{"a":1 "b":2}','[1]]','nan','\ufeff[]',"'a'",'1e','--1','[1,\n2,\n x]','{"a":tru}', '"\\ud800\\u12"', '-Inf', '"\\u00 1"', '{"a":1]', '[1}', '"x" y']
for s in texts + bad:
    print(ascii(s), end=' '); t(lambda: json.loads(s))
    if s and s[0] != '\ufeff': t(lambda: json.loads(s.encode('utf-8')))
for s in bad:
    try: json.loads(s)
    except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, e.doc == s, str(e))
class Str(str): pass
class Int(int):
    def __repr__(self): return 'Int!'
class Flt(float):
    def __repr__(self): return 'Flt!'
class Col(enum.IntEnum): RED = 1
class Lst(list): pass
class Dct(dict): pass
nt = collections.namedtuple('nt', 'a b')
values = [None, True, False, 0, -5, 10**30, 1.5, -0.0, 1e100, 1e16, 1e-5, float('nan'), float('inf'), -float('inf'), 'a"\\\n\x00\x1f\x7f\x80é€😀\ud800', [], {}, (), [1,[2,[3]]], {'a':{'b':[1,2]}}, {1:2,1.5:3,True:4,None:5,False:6}, nt(1,'x'), Str('s'), Int(7), Flt(2.5), Col.RED, {Str('k'):Int(1), Int(3): Flt(1.0), Col.RED: Col.RED}, Lst([1]), Dct(a=1), collections.OrderedDict(z=1, a=2), [[],{},[[]]], 'x'*100, {'': ''}, 0.1, 1/3, 123456.789, 2**53*1.0, 1e22, 1e23]
opts = [{}, {'indent':2}, {'indent':'\t','sort_keys':False}, {'ensure_ascii':False}, {'separators':(',',':')}, {'indent':0}, {'sort_keys':True}, {'allow_nan':False}, {'check_circular':False}, {'indent':1,'separators':(', ',' = ')}]
for o in opts:
    for v in values:
        t(lambda: json.dumps(v, **o))
        def d():
            f = io.StringIO(); json.dump(v, f, **o); return f.getvalue()
        t(d)
loop = []; loop.append(loop)
loopd = {}; loopd['a'] = [loopd]
for v in (loop, loopd, {1,2}, [object], {(1,2):3}, {b'a':1}, [b'x'], 1j, {'a':1, 2:3}):
    for o in ({}, {'skipkeys':True}, {'sort_keys':True}, {'indent':1}, {'default': lambda o: 'D'}):
        try: print(json.dumps(v, **o))
        except Exception as e: print(type(e).__name__, e)
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps([{3,1,2}, {'x': {9}}], cls=E), E(indent=1).encode({1,2}), list(E().iterencode([{1}, 2])), list(json.JSONEncoder().iterencode({'a': [1, 2]})))
t(lambda: json.dumps(1j, cls=E))
deep = []
for _ in range(100000): deep = [deep]
try: json.dumps(deep)
except RecursionError as e: print('RecursionError')
try: json.loads('[' * 100000)
except RecursionError as e: print('RecursionError')
print(json.loads('[1, 2.5, {"a": NaN}]', parse_int=lambda s: 'I' + s, parse_float=lambda s: 'F' + s, parse_constant=lambda s: 'C' + s))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads('{"a": {"b": 1}, "a": 2}', object_pairs_hook=lambda p: p))
print(json.loads('"a\tb"', strict=False), json.JSONDecoder(strict=False).decode('"a\nb"'), json.JSONDecoder().raw_decode('{"a": 1} tail'), json.JSONDecoder().raw_decode('xx[1]', 2))
t(lambda: json.loads(3)); t(lambda: json.JSONDecoder().raw_decode('x')); t(lambda: json.JSONDecoder().raw_decode('[1]', 9)); t(lambda: json.loads(b'\xff\xfe[\x001\x00]\x00')); t(lambda: json.loads(bytearray(b'[1]')))
print(json.load(io.StringIO('{"k": [1]}')), json.loads('\n\t [] '), json.decoder.scanstring('abc"x', 0), json.encoder.encode_basestring('é\n'), json.encoder.encode_basestring_ascii('é\n'))
keys = [k for d in json.loads('[{"key": 1}, {"key": 2}]') for k in d]
print(keys[0] is keys[1])

# Cycles far inside, and what is met again but is none.
def nested(depth, innermost):
    value = innermost
    for level in range(depth):
        value = [value] if level % 3 else {"k": value}
    return value


shared = {"a": [1]}
for depth in (1, 14, 15, 16, 17, 18, 40, 150):
    print(len(json.dumps(nested(depth, [shared, shared, nested(depth, shared)]))))
    ring = []
    ring.append(nested(depth, ring))
    for value in (ring, nested(depth, ring), nested(30, [nested(3, 1), ring])):
        try:
            json.dumps(value)
        except ValueError as error:
            print(depth, error)


class Wrapped:
    def __init__(self, value):
        self.value = value


loop = Wrapped(None)
loop.value = nested(20, loop)
for value in (Wrapped(Wrapped(nested(20, Wrapped(1)))), loop):
    try:
        print(json.dumps(value, default=lambda wrapped: wrapped.value))
    except ValueError as error:
        print(error)
print(len(json.dumps(nested(100, 1), check_circular=False)))

# many keys, more than are remembered; equal ones that stand close are the same object
many = json.loads(json.dumps([{"key%d" % (n % 700): n, "again": n, "": n, "\u0416": n, "\n": n} for n in range(2000)]))
print(len(many), sum(row["again"] for row in many), len({key for row in many for key in row}), list(many[-1]))
one, two = json.loads('{"shared": {"shared": 1}}'), json.loads('{"shared": 2}')
print(next(iter(one)) is next(iter(one["shared"])), one, two)
try:
    json.loads('{"a": 1, "b": {"a": 2, "c": }}')
except ValueError as error:
    print(error)
