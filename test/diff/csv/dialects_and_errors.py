# Reading and writing CSV in all dialects; what is refused.
import csv, io, _csv
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def rd(text, **k): return list(csv.reader(text.splitlines(True) if isinstance(text,str) else text, **k))
for text in ['a,b,c\n', 'a,"b,c",d\r\n', '"a""b",c\n', 'a\n\nb\n', '"multi\nline",x\n', ' a, b\n', '"a"b,c\n', 'a"b"c,d\n', '"unclosed', 'a,b\rc,d', ',\n', '""\n', '"",""\n', 'x,"y', '"a" ,b\n', 'é,€,😀\n', '1,2.5,"3"\n', 'a,b\n\n\n', '\n', 'a\r\nb\r', 'a,\n']:
    t(lambda: rd(text)); t(lambda: rd(text, strict=True)); t(lambda: rd(text, quoting=csv.QUOTE_NONE)); t(lambda: rd(text, quoting=csv.QUOTE_NONNUMERIC)); t(lambda: rd(text, delimiter=';', skipinitialspace=True)); t(lambda: rd(text, escapechar='\\', doublequote=False, quotechar="'")); t(lambda: rd(text, skipinitialspace=True))
t(lambda: rd(['a\\,b,c\\"d\n'], escapechar='\\')); t(lambda: rd(['a\\\n', 'b\n'], escapechar='\\')); t(lambda: rd(['"a\\"b",c\n'], escapechar='\\')); t(lambda: rd(['a\\'], escapechar='\\'));t(lambda: rd(['a\nb']));t(lambda: rd(['a\rb\n']));t(lambda: rd([b'a']));t(lambda: rd([1])); t(lambda: rd(['"a', 'b"\n'])); t(lambda: rd(['a\0b\n']))
t(lambda: csv.reader(3)); t(lambda: csv.reader(['a'], 'nope')); t(lambda: csv.reader(['a'], nope=1)); t(lambda: csv.reader(['a'], delimiter='ab')); t(lambda: csv.reader(['a'], delimiter='')); t(lambda: csv.reader(['a'], delimiter=3)); t(lambda: csv.reader(['a'], quotechar='ab')); t(lambda: csv.reader(['a'], quoting=9)); t(lambda: csv.reader(['a'], quoting='x')); t(lambda: csv.reader(['a'], lineterminator=None)); t(lambda: csv.reader(['a'], escapechar='xx')); t(lambda: csv.writer(3)); t(lambda: csv.reader(['a'], quotechar='')); t(lambda: csv.reader(['a'], delimiter=None)); t(lambda: csv.reader(['a'], quotechar=3))
def wr(rows, **k):
    f = io.StringIO(newline=''); w = csv.writer(f, **k)
    r = [w.writerow(row) for row in rows]
    return f.getvalue(), r
rows = [['a', 'b'], [1, 2.5, None, True], ['x,y', 'q"q', 'n\nn', 'r\rr', ' s'], [], [''], [None], ['', ''], ('t', 'u'), 'str', [1e16, 10**20, -0.0], {'k': 1}, ["it's", '\\', 'a\\b', '#']]
for k in [{}, {'delimiter': ';'}, {'quoting': csv.QUOTE_ALL}, {'quoting': csv.QUOTE_NONNUMERIC}, {'lineterminator': '\n'}, {'doublequote': False, 'escapechar': '\\'}, {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}, {'quotechar': "'"}, {'dialect': 'excel-tab'}, {'dialect': csv.unix_dialect}, {'lineterminator': '!!'}]:
    t(lambda: wr(rows, **k))
    for row in rows: t(lambda: wr([row], **k))
for row in ([['a,b']], [['"']], [['']], [[None]], [['a', 'x"y']]): t(lambda: wr(row, quoting=csv.QUOTE_NONE)); t(lambda: wr(row, doublequote=False)); t(lambda: wr(row, quotechar=None, quoting=csv.QUOTE_NONE))
t(lambda: wr([3])); t(lambda: csv.writer(io.StringIO()).writerows(5)); t(lambda: csv.writer(io.StringIO()).writerows([[1], 2]))
d = csv.get_dialect('excel'); print(d.delimiter, d.quotechar, d.doublequote, d.skipinitialspace, repr(d.lineterminator), d.quoting, d.strict, d.escapechar)
csv.register_dialect('mine', delimiter='|', quoting=csv.QUOTE_ALL); print(sorted(csv.list_dialects()), rd('a|"b|c"\n', dialect='mine'), wr([['x', 1]], dialect='mine')); csv.unregister_dialect('mine'); t(lambda: csv.get_dialect('mine')); t(lambda: csv.unregister_dialect('mine')); t(lambda: csv.register_dialect(3)); t(lambda: csv.register_dialect('x', 5))
print(csv.field_size_limit(), csv.field_size_limit(5)); t(lambda: rd('abcdefgh,i\n')); print(csv.field_size_limit(131072)); t(lambda: csv.field_size_limit('x'))
r = csv.reader(['a,b\n', '"c\n', 'd",e\n']); print(next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter)
t(lambda: [dict(x) for x in csv.DictReader(io.StringIO('n,v\na,1\nb\nc,2,3\n\n'))])
f = io.StringIO(); w = csv.DictWriter(f, ['a', 'b'], restval='-', extrasaction='ignore'); w.writeheader(); w.writerow({'a': 1}); w.writerows([{'a': 2, 'b': 3, 'z': 4}]); print(repr(f.getvalue()))
t(lambda: csv.DictWriter(io.StringIO(), ['a']).writerow({'b': 1}))
t(lambda: csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter); t(lambda: csv.Sniffer().has_header('name,age\nbob,3\namy,4\n'))
class D(csv.Dialect):
    delimiter = ':'; quotechar = '"'; quoting = csv.QUOTE_MINIMAL; lineterminator = '\n'
print(rd('a:b\n', dialect=D), rd('a:b\n', dialect=D()), wr([['a', 'b:c']], dialect=D, quoting=csv.QUOTE_ALL))
print(_csv.Error.__mro__[:2], csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE)
try:
    for row in csv.reader(['a,b\n', '"x"y\n'], strict=True): print(row)
except csv.Error as e: print('Error', e)
