# csv: readers and writers with every format parameter, DictReader, DictWriter, dialects, Sniffer, errors.
import csv
import io


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


TEXT = 'name,age,note\r\n"Smith, J",42,"said ""hi"""\r\nZo\u00eb,,"two\r\nlines"\r\n\r\nlast,1'
print(list(csv.reader(io.StringIO(TEXT, newline=''))))
for row in csv.DictReader(io.StringIO(TEXT, newline='')):
    print(row)
reader = csv.DictReader(['a,b', '1,2,3', '4'], restkey='rest', restval='none')
print(reader.fieldnames, reader.line_num, list(reader), reader.line_num, reader.dialect)
print(list(csv.DictReader(['1,2'], fieldnames=['x', 'y'])), list(csv.DictReader([])), csv.DictReader([]).fieldnames)
for options in ({'delimiter': ';'}, {'quotechar': "'"}, {'quoting': csv.QUOTE_NONE}, {'quoting': csv.QUOTE_NONNUMERIC}, {'skipinitialspace': True},
                {'escapechar': '\\'}, {'doublequote': False}, {'strict': True}, {'quotechar': None, 'quoting': csv.QUOTE_NONE}):
    for line in ('a;b,c', "'x,y',z", '"a","b""c"', '1,2.5,"x"', 'a, "b", c', 'a\\,b,c', '"a"b,c', 'a"b"', '""', '', '"open'):
        print(options, repr(line), attempt(lambda: list(csv.reader([line], **options))))
ROWS = [['a', 'b c', 'd,e'], ['"q"', "it's", 'x\ny'], [1, 2.5, None], ['', ' ', 'tab\t'], [], [''], [True, -1, 1e30], ['\\', 'a\\b', ';']]
for options in ({}, {'quoting': csv.QUOTE_ALL}, {'quoting': csv.QUOTE_NONNUMERIC}, {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}, {'quoting': csv.QUOTE_NONE},
                {'delimiter': ';', 'lineterminator': '\n'}, {'doublequote': False, 'escapechar': '!'}, {'doublequote': False}, {'quotechar': "'"}, {'dialect': 'excel-tab'},
                {'dialect': csv.unix_dialect}, {'escapechar': '\\'}):
    for row in ROWS:
        out = io.StringIO()
        print(options, row, attempt(lambda: csv.writer(out, **options).writerow(row)), repr(out.getvalue()))
out = io.StringIO()
writer = csv.DictWriter(out, ['a', 'b'], restval='-', extrasaction='ignore')
print(writer.writeheader(), writer.writerow({'a': 1, 'c': 3}), writer.writerows([{'b': 2}, {'a': 3, 'b': 4}]))
print(repr(out.getvalue()), attempt(csv.DictWriter(out, ['a']).writerow, {'a': 1, 'z': 2}), attempt(csv.DictWriter, out, ['a'], extrasaction='x'))
print(attempt(csv.writer(out).writerow, 5), attempt(csv.writer(out).writerows, [5]), attempt(csv.writer, 5), attempt(csv.reader, 5), attempt(next, csv.reader([5])), attempt(next, csv.reader([b'a'])))
for options in ({'delimiter': ''}, {'delimiter': 'ab'}, {'delimiter': 5}, {'quotechar': 'ab'}, {'quoting': 9}, {'lineterminator': 5}, {'nothing': 1}, {'dialect': 'no'}, {'escapechar': ''}, {'quotechar': ''}):
    print(options, attempt(csv.reader, [], **options))


class Pipes(csv.Dialect):
    delimiter = '|'
    quotechar = '"'
    doublequote = True
    skipinitialspace = True
    lineterminator = '\n'
    quoting = csv.QUOTE_MINIMAL


csv.register_dialect('pipes', Pipes)
csv.register_dialect('semi', delimiter=';', quoting=csv.QUOTE_ALL)
print(csv.list_dialects(), csv.get_dialect('semi').delimiter, csv.get_dialect('pipes').skipinitialspace, list(csv.reader(['a| b|"c|d"'], 'pipes')))
out = io.StringIO()
csv.writer(out, 'semi').writerows([[1, 'x'], [2, 'y']])
csv.writer(out, Pipes).writerow(['a|b', 'c'])
print(repr(out.getvalue()))
csv.unregister_dialect('semi')
print(attempt(csv.get_dialect, 'semi'), attempt(csv.unregister_dialect, 'semi'), attempt(csv.register_dialect, 5), csv.list_dialects())


class Bad(csv.Dialect):
    delimiter = 'xx'


print(attempt(Bad), csv.field_size_limit(), csv.field_size_limit(10), attempt(list, csv.reader(['a' * 11])), csv.field_size_limit(131072), attempt(csv.field_size_limit, 'x'))
sniffer = csv.Sniffer()
for sample in ('a;b;c\n1;2;3\n4;5;6\n', "'a','b'\n'c','d'\n", 'a\tb\n1\t2\n', 'x|y|z\n1|2|3\n', 'nothing here'):
    try:
        dialect = sniffer.sniff(sample)
        print(repr(dialect.delimiter), dialect.quotechar, dialect.doublequote, dialect.skipinitialspace, sniffer.has_header(sample))
    except csv.Error as error:
        print(error)
print(sniffer.has_header('name,age\nbob,1\namy,22\n'), sniffer.has_header('1,2\n3,4\n'), sniffer.sniff('a,b;c\n1,2;3', delimiters=';').delimiter)
dialect = csv.reader([]).dialect
print(dialect.delimiter, dialect.quotechar, dialect.escapechar, repr(dialect.lineterminator), dialect.quoting, dialect.strict, dialect.doublequote, type(dialect).__name__)
totals = {}
for row in csv.DictReader(io.StringIO('city,amount\nOslo,10\nRome,5\nOslo,2.5\n')):
    totals[row['city']] = totals.get(row['city'], 0) + float(row['amount'])
print(totals, csv.__all__)
