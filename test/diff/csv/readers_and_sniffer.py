# csv: readers over odd inputs, DictReader/DictWriter options, Sniffer, field size limit, register_dialect.
import csv
import io


def rows(text, **options):
    try:
        return list(csv.reader(io.StringIO(text, newline=''), **options))
    except (csv.Error, TypeError, ValueError) as error:
        return type(error).__name__, str(error)


for text, options in (('a,b\r\n"c ""d"",e",f\n\n', {}), ("a;'b;c';d", {'delimiter': ';', 'quotechar': "'"}),
                      ('a, "b",  c', {'skipinitialspace': True}), ('1,2.5,"x"', {'quoting': csv.QUOTE_NONNUMERIC}),
                      ('1,x', {'quoting': csv.QUOTE_NONNUMERIC}), ('a\\,b,c\\\\', {'escapechar': '\\', 'quoting': csv.QUOTE_NONE}),
                      ('"a"b,c', {}), ('"a"b,c', {'strict': True}), ('"open', {'strict': True}), ('"open\nnext', {}),
                      ('a\rb\nc', {}), ('a"b,c"d', {}), ('"a""b"', {'doublequote': False}), ('a\tb', {'dialect': 'excel-tab'}),
                      ('x,y', {'delimiter': ''}), ('x,y', {'delimiter': 'ab'}), ('x,y', {'quotechar': None}), ('a\0b,c', {}),
                      ('x', {'nosuch': 1}), ('x', {'quoting': 9}), ('x', {'lineterminator': 3}), ('', {}), ('\n\n', {})):
    print(repr(text), rows(text, **options))
reader = csv.reader(['a,b', '"c', 'd",e'])
print(next(reader), reader.line_num, next(reader), reader.line_num, next(reader, 'end'), reader.dialect.delimiter)
for bad in ([1], [b'a,b'], 5):
    try:
        print(list(csv.reader(bad)))
    except Exception as error:
        print(type(error).__name__, error)
d = csv.DictReader(io.StringIO('a,b\n1,2,3,4\n5\n\n6,7\n'), restkey='rest', restval='none')
print(d.fieldnames, list(d), d.line_num)
d = csv.DictReader(['1,2', '3,4'], fieldnames=('x', 'y'), quoting=csv.QUOTE_NONNUMERIC)
print(next(d), d.reader.line_num)
out = io.StringIO()
w = csv.DictWriter(out, ['a', 'b'], restval='-', extrasaction='ignore', lineterminator='\n')
print(w.writeheader(), w.writerow({'a': 1, 'z': 2}))
w.writerows([{'b': 'x,y'}, {'a': None, 'b': 'q"'}])
print(repr(out.getvalue()))
try:
    csv.DictWriter(out, ['a']).writerow({'a': 1, 'c': 2})
except ValueError as error:
    print(error)
try:
    csv.DictWriter(out, ['a'], extrasaction='maybe')
except ValueError as error:
    print(error)
out = io.StringIO()
for quoting in (csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE):
    csv.writer(out, quoting=quoting, escapechar='\\', lineterminator='|').writerow(['a b', 1, 2.5, None, 'x,"y', '', "l\nm"])
print(repr(out.getvalue()))
for row, options in (([1, ''], {'quoting': csv.QUOTE_NONE}), (['a,b'], {'quoting': csv.QUOTE_NONE}), (5, {}), ([''], {}), ([], {}),
                     (['a"b'], {'doublequote': False}), (['a"b'], {'quotechar': None, 'quoting': csv.QUOTE_MINIMAL})):
    out = io.StringIO()
    try:
        print(csv.writer(out, **options).writerow(row), repr(out.getvalue()))
    except Exception as error:
        print(type(error).__name__, error)
for sample in ('a;b;c\n1;2;3\n4;5;6\n', "'a','b'\n'c','d'\n", 'x\ty\n1\t2\n', 'name|age\nbob|3\namy|4\n'):
    found = csv.Sniffer().sniff(sample)
    print(repr(found.delimiter), repr(found.quotechar), found.doublequote, found.skipinitialspace, csv.Sniffer().has_header(sample))
try:
    csv.Sniffer().sniff('word')
except csv.Error as error:
    print(error)
csv.register_dialect('mine', delimiter=':', quoting=csv.QUOTE_ALL)
print(sorted(csv.list_dialects()), csv.get_dialect('mine').delimiter, csv.get_dialect('mine').quoting)
csv.unregister_dialect('mine')
try:
    csv.get_dialect('mine')
except csv.Error as error:
    print(error)
print(csv.field_size_limit(10), csv.field_size_limit(), rows('a' * 11), csv.field_size_limit(131072))
