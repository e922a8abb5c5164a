# datetime: reading ISO 8601, right and wrong in every place; what is read comes out again.
import random
from datetime import *


def attempt(function, *args):
    try:
        return repr(function(*args))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Moment(datetime): pass
class Clock(time): pass
class Day(date): pass

random.seed(7)
dates = ['2024-02-29', '20240229', '2024-W09-4', '2024W094', '2024-W09', '2024W09', '2024-060', '2024060', '2020-W53-7', '2021-W53-1', '0001-01-01', '9999-12-31', '0001-W01-1', '9999-W52-7', '2024-2-9', '2024-13-01', '2023-02-29', '2024-W00-1', '2024-W09-8', '2024-W09-0', '0000-01-01', '２０２４-01-01', '2024/01/01', '2024-0101', '202401-01', '2024-W094', '2024W09-4', '1-1-1', '', '2024', '2024-02', '+2024-01-01', '2024-01-1x', '0000-W01-1']
separators = ['T', ' ', 't', '', '-', '0', 'é', '→', '😀', '\ud800', '\x00', 'W', 'TT', '_']
times = ['', '13', '1305', '13:05', '130509', '13:05:09', '13:05:09.1', '13:05:09,12', '13:05:09.123', '13:05:09.123456', '13:05:09.1234567', '13:05:09.123456789012', '130509.5', '13:05:09.', '13:05:', '13:', '13:5', '1:05', '13:05:9', '24:00', '23:60', '23:59:60', '13.5', '13:05.5', '1305.5', '13:0509', '1305:09', '13:05:09:12', '130509123', '13:05:09.12x', 'x', '13:05:09 ', ' 13:05', '１３:05', '13:05:09.１', '1', '130', '13050']
zones = ['', 'Z', 'z', '+00:00', '-00:00', '+05:30', '-0530', '+05', '-05', '+05:30:15', '+053015', '+05:30:15.5', '-05:30:15.123456', '+23:59:59.999999', '+24:00', '-24:00', '+5', '+', '-', '+05:', '+05:3', 'ZZ', 'Z+01', '+01Z', '+01:00 ', '+00:00:00.5', '-00:00:00.000001', '+00:00:01', '+99:99', '+05-05', ' +05:00', 'UTC', '+0530.5', '+05:30:15.1234567']
for d in dates:
    print(ascii(d), attempt(date.fromisoformat, d), attempt(datetime.fromisoformat, d), attempt(Day.fromisoformat, d), attempt(time.fromisoformat, d))
for t in times:
    for prefix in ('', 'T', 't', 'TT'):
        print(ascii(prefix + t), attempt(time.fromisoformat, prefix + t), attempt(Clock.fromisoformat, prefix + t))
for t in ('13', '13:05', '130509', '13:05:09.5', '13:05:09.1234567', 'x'):
    for z in zones:
        print(ascii(t + z), attempt(time.fromisoformat, t + z), attempt(datetime.fromisoformat, '2024-02-29T' + t + z), attempt(datetime.fromisoformat, '20240229 ' + t + z))
for s in separators:
    for d in dates:
        for t in ('', '13', '13:05', '13:05:09.5', '1305+01', '130509Z', '13:0'):
            print(ascii(d + s + t), ascii(attempt(datetime.fromisoformat, d + s + t)))
for i in range(4000):
    text = random.choice(dates) + random.choice(separators) + random.choice(times) + random.choice(zones)
    for _ in range(random.randrange(3)):
        place = random.randrange(len(text) + 1)
        text = random.choice([text[:place] + text[place + 1:], text[:place] + random.choice('0123456789-:+.,TWZ \u00e9x') + text[place:], text[:place] + random.choice('0123456789-:+.,TWZ') + text[place + 1:]])
    print(ascii(text), ascii(attempt(datetime.fromisoformat, text)))
    short = random.choice(times) + random.choice(zones)
    place = random.randrange(len(short) + 1)
    short = short[:place] + random.choice('0123456789-:+.,TZ') + short[place + 1:]
    print(ascii(short), ascii(attempt(time.fromisoformat, short)))
    day = random.choice(dates)
    place = random.randrange(len(day) + 1)
    day = day[:place] + random.choice('0123456789-W') + day[place + random.randrange(2):]
    print(ascii(day), ascii(attempt(date.fromisoformat, day)))
for bad in (5, None, b'2024-02-29', ['x']):
    print(attempt(date.fromisoformat, bad), attempt(time.fromisoformat, bad), attempt(datetime.fromisoformat, bad))
for i in range(2000):
    zone = random.choice([None, UTC, timezone(timedelta(seconds=random.randrange(-86399, 86400))), timezone(timedelta(microseconds=random.randrange(-86399999999, 86400000000)))])
    x = datetime(random.randrange(1, 10000), random.randrange(1, 13), random.randrange(1, 29), random.randrange(24), random.randrange(60), random.randrange(60), random.choice([0, random.randrange(1000000)]), zone)
    print(x.isoformat(), x.isoformat(' ', random.choice(['hours', 'minutes', 'seconds', 'milliseconds', 'microseconds', 'auto'])), repr(x), str(x.timetz()), x.date(), Moment.fromisoformat(str(x)) == x, x.isocalendar()[:], x.toordinal(), date.fromordinal(x.toordinal()) == x.date(), date.fromisocalendar(*x.isocalendar()) == x.date(), x.timetuple().tm_yday, x.weekday(), x.ctime(), x.strftime('%a %j %U %W %G %V %u %w %y %C %e %I %p %z %Z'), datetime.fromordinal(x.toordinal()))
for n in (1, 2, 365, 366, 367, 146097, 146098, 36524, 36525, 1461, 1462, 3652059, 3652058, 0, -1, 3652060, 2 ** 31 - 1, 2 ** 31, 730120, 10 ** 8):
    print(n, attempt(date.fromordinal, n), attempt(datetime.fromordinal, n))
for year in range(1, 10000, 37):
    for day in (date(year, 1, 1), date(year, 1, 4), date(year, 12, 28), date(year, 12, 31)):
        iso = day.isocalendar()
        print(day.weekday(), iso[:], end=' ')
    print(attempt(date.fromisocalendar, year, 53, 1), (date(year, 2, 28) + timedelta(1)), date(year, 3, 1) - timedelta(1))
print(attempt(date.fromisocalendar, 1, 1, 1), attempt(date.fromisocalendar, 9999, 52, 5), attempt(date.fromisocalendar, 9999, 52, 6), attempt(date.fromisocalendar, 9999, 53, 1), date.max.isocalendar(), date.min.isocalendar())
