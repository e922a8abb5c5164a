# Times as a log analyser reads and writes them: strptime over many formats, gmtime tuples, rounding to buckets, durations in words.
import calendar
import time
from collections import Counter

LINES = '''127.0.0.1 [29/Feb/2024:13:05:09 +0000] GET /
127.0.0.1 [01/Mar/2024:00:00:00 -0500] GET /a
10.0.0.7 [01/Mar/2024:23:59:60 +0530] POST /b
10.0.0.7 [31/Feb/2024:10:00:00 +0000] GET /c
::1 [1/Jan/1970:00:00:00 +0000] GET /d
::1 [01/Foo/2024:00:00:00 +0000] GET /e
::1 [01/Mar/2024:00:00:00] GET /f'''


def moment(text):
    parsed = time.strptime(text, '%d/%b/%Y:%H:%M:%S %z')
    return calendar.timegm(parsed) - (parsed.tm_gmtoff or 0), parsed


hours = Counter()
for line in LINES.splitlines():
    text = line[line.index('[') + 1:line.index(']')]
    try:
        seconds, parsed = moment(text)
    except ValueError as error:
        print('bad:', error)
        continue
    hours[seconds // 3600 * 3600] += 1
    print(seconds, tuple(parsed), parsed.tm_zone, parsed.tm_gmtoff, time.strftime('%Y-%m-%dT%H:%M:%SZ week %W/%U day %j', time.gmtime(seconds)))
print({time.strftime('%d.%m. %Hh', time.gmtime(hour)): count for hour, count in sorted(hours.items())})
FORMS = [('2024-02-29T13:05:09', '%Y-%m-%dT%H:%M:%S'), ('Thu, 29 Feb 2024 13:05:09 GMT', '%a, %d %b %Y %H:%M:%S %Z'), ('20240229130509', '%Y%m%d%H%M%S'), ('2024 60', '%Y %j'), ('2024 9 4', '%Y %W %w'), ('2024 8 4', '%Y %U %w'), ('2024-W09-4', '%G-W%V-%u'), ('12:05 am', '%I:%M %p'), ('12:05 PM', '%I:%M %p'), ('0:05', '%H:%M'),
         ('thursday february', '%A %B'), ('29.2.24', '%d.%m.%y'), ('29.2.69', '%d.%m.%y'), ('5.25', '%S.%f'), ('+01:30', '%z'), ('-013045', '%z'), ('Z', '%z'), ('+1', '%z'), ('100%', '%j%%'), ('  2024   2 ', ' %Y %m '), ('2024-2-9', '%Y-%m-%d'), ('02/29/24 13:05:09', '%D %T'), ('02/29/24 13:05:09', '%x %X'), ('Thu Feb 29 13:05:09 2024', '%c'),
         ('2023 366', '%Y %j'), ('2023-02-29', '%Y-%m-%d'), ('24:00', '%H:%M'), ('13 PM', '%I %p'), ('61', '%S'), ('62', '%S'), ('2024', '%y'), ('x2024', '%Y'), ('2024x', '%Y'), ('', '%Y'), ('2024', ''), ('2024', '%'), ('2024', '%Q'), ('2024-W09', '%G-W%V'), ('2024 9', '%G %W'), ('4 9', '%u %V'), ('2024 60 4', '%G %j %u'), ('2020-W53-7', '%G-W%V-%u'), ('2021-W53-1', '%G-W%V-%u'), ('UTC', '%Z'), ('XYZ', '%Z'), ('a\nb', 'a\nb'), ('2024[x', '%Y[x'), ('2024.5', '%Y.%m'), ('٢٠٢٤', '%Y')]
for text, form in FORMS:
    try:
        print(repr(text), form, tuple(time.strptime(text, form)), end='; ')
    except ValueError as error:
        print(repr(text), form, 'ValueError', error, end='; ')
print()


def words(seconds):
    parts = []
    for name, size in (('d', 86400), ('h', 3600), ('min', 60), ('s', 1)):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f'{count:g} {name}')
    return ' '.join(parts) or '0 s'


print([words(n) for n in (0, 59, 61, 3600, 90061, 1e6, 0.25)])
print([time.strftime('%H:%M', time.gmtime(bucket)) for bucket in range(0, 86400, 14400)], time.strftime('%A %d %B %Y, %I:%M %p', time.gmtime(10 ** 9)), time.asctime(time.gmtime(0)), time.asctime((2024, 2, 9, 1, 2, 3, 4, 5, 0)))
for seconds in (0, -1, 2 ** 31, -2 ** 31, 951782400, 1e9 + 0.999, -0.5, 253402300799, 10 ** 11, 10 ** 18, float('nan'), float('inf'), 'x', None.__class__):
    try:
        print(seconds, tuple(time.gmtime(seconds)), end='; ')
    except Exception as error:
        print(seconds, type(error).__name__, error, end='; ')
print()
