# A report from several CSV files in different dialects: sniffed, joined, summed, and written again in three forms.
import csv
import io
from collections import defaultdict

SALES = '''date;item;count;price
2024-01-03;"Tea; green";12;3,50
2024-01-03;Coffee;4;7,25
2024-01-09;"Mug ""Blue""";2;11,00
2024-02-11;Coffee;10;7,25

2024-02-12;"Two
lines";1;0,99
2024-02-30;Tea; green;1;3,50
'''
STOCK = 'item\tstock\tplace\nCoffee\t15\tA1\nTea; green\t3\tB2\n"Mug ""Blue"""\t0\t\n'
NOTES = "# comment\nitem,note\nCoffee,'strong, dark'\nMug \"Blue\",'it''s fragile'\n"


class Export(csv.Dialect):
    delimiter = '|'
    quotechar = '~'
    escapechar = '\\'
    doublequote = False
    lineterminator = '\n'
    quoting = csv.QUOTE_MINIMAL
    skipinitialspace = True


csv.register_dialect('export', Export)
csv.register_dialect('semicolons', delimiter=';', quoting=csv.QUOTE_MINIMAL)
csv.register_dialect('tabs', 'excel-tab', lineterminator='\n')
print(sorted(csv.list_dialects()), [type(csv.get_dialect(name)).__name__ for name in ('export', 'tabs')])
print([(d.delimiter, d.quotechar, d.escapechar, d.doublequote, d.skipinitialspace, d.lineterminator, d.quoting, d.strict) for d in map(csv.get_dialect, ('export', 'tabs', 'semicolons', 'unix'))])


def sales(text):
    reader = csv.DictReader(io.StringIO(text, newline=''), dialect='semicolons', restkey='rest')
    for row in reader:
        if 'rest' in row:
            print('line', reader.line_num, 'has too many fields:', row)
            continue
        yield row['date'][:7], row['item'], int(row['count']), float(row['price'].replace(',', '.'))


def notes(text):
    lines = (line for line in text.splitlines() if not line.startswith('#'))
    return dict(list(csv.reader(lines, quotechar="'"))[1:])


stock = {row['item']: row for row in csv.DictReader(STOCK.splitlines(), dialect='tabs')}
totals = defaultdict(lambda: [0, 0.0])
for month, item, count, price in sales(SALES):
    entry = totals[month, item]
    entry[0] += count
    entry[1] += count * price
print(dict(totals))
print(stock['Mug "Blue"'], notes(NOTES))


def report(file, **options):
    writer = csv.DictWriter(file, ['month', 'item', 'count', 'total', 'stock'], restval='?', extrasaction='ignore', **options)
    print(writer.writeheader())
    known = notes(NOTES)
    for (month, item), (count, total) in sorted(totals.items()):
        row = {'month': month, 'item': item, 'count': count, 'total': round(total, 2), 'note': known.get(item)}
        if item in stock:
            row['stock'] = int(stock[item]['stock'])
        writer.writerow(row)


for options in ({'dialect': 'export'}, {'quoting': csv.QUOTE_ALL}, {'quoting': csv.QUOTE_NONNUMERIC, 'delimiter': '\t'}, {'dialect': 'unix'}, {'quoting': csv.QUOTE_NONE, 'escapechar': '/', 'quotechar': None}):
    out = io.StringIO()
    report(out, **options)
    print(repr(out.getvalue()))
    if 'escapechar' not in options and options.get('dialect') != 'export':
        print(list(csv.reader(out.getvalue().splitlines(True), delimiter=options.get('delimiter', ',')))[1:3])
    else:
        print(list(csv.reader(io.StringIO(out.getvalue(), newline=''), **options))[-1])
for text in (SALES, STOCK, 'a|b|c\n1|2|3\n4|5|6\n', "x:'a b':'c'\ny:'d':'e'\n", 'no delimiter here', 'a, b, c\n1, 2, 3\n'):
    try:
        found = csv.Sniffer().sniff(text)
        print(repr(found.delimiter), repr(found.quotechar), found.doublequote, found.skipinitialspace, csv.Sniffer().has_header(text))
    except csv.Error as error:
        print(type(error).__name__, error)
for rows, options in (([[1.5, None, 'x', True]], {}), ([['a\rb', 'c\nd']], {}), ([['']], {}), ([[None]], {'quoting': csv.QUOTE_NONE}), ([['"']], {'quoting': csv.QUOTE_NONE}), ([['a,b']], {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}), (['text', (1, 2), {3: 4}, iter('ab')], {}), ([5], {}), ([['a']], {'lineterminator': ''}), ([['a"b', "c'd"]], {'doublequote': False, 'escapechar': '!'}), ([['a"b']], {'doublequote': False})):
    out = io.StringIO()
    try:
        csv.writer(out, **options).writerows(rows)
        print(options, repr(out.getvalue()))
    except Exception as error:
        print(options, type(error).__name__, error)
csv.unregister_dialect('export')
try:
    csv.reader([], 'export')
except csv.Error as error:
    print(error)
