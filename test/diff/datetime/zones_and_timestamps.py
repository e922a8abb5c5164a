# difftest: no-wasi (the system has no zones there)
# datetime: the system's zone, timestamps, folds and gaps, zones written in Python, zoneinfo.
import os
import time as clock
from datetime import *
from zoneinfo import ZoneInfo


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Eastern(tzinfo):
    """An hour ahead from April to October; the hour from 1 to 2 comes twice."""
    def __repr__(self): return 'Eastern()'
    def bounds(self, dt): return datetime(dt.year, 4, 1, 2), datetime(dt.year, 10, 31, 2)
    def dst(self, dt):
        if dt is None: return None
        begin, end = self.bounds(dt)
        plain = dt.replace(tzinfo=None, fold=0)
        if begin <= plain < end - timedelta(hours=1): return timedelta(hours=1)
        if end - timedelta(hours=1) <= plain < end: return timedelta(0) if dt.fold else timedelta(hours=1)
        return timedelta(0)
    def utcoffset(self, dt): return None if dt is None else timedelta(hours=-5) + self.dst(dt)
    def tzname(self, dt): return None if dt is None else 'EDT' if self.dst(dt) else 'EST'


print('timestamps')
stamps = [0, 1, -1, 0.5, -0.5, 1.5e9, 1709211909.001234, 1e-6, 5e-7, 1.5e-6, 2.5e-6, -1e-6, -5e-7, 0.9999995, 0.9999994, 0.99999951, -0.9999996, 253402300799, 253402300800, -62135596800, -62135596801, 1e12, 1e18, 1e19, -1e19, 2 ** 63, -2 ** 63 - 1, 2 ** 70, float('nan'), float('inf'), True, 'x', None, 1604210400, 1604210400.123456, 1711846800, 1729990800, 1729994400]
for stamp in stamps:
    print(stamp, attempt(datetime.utcfromtimestamp, stamp), attempt(datetime.fromtimestamp, stamp, UTC), attempt(datetime.fromtimestamp, stamp, timezone(timedelta(hours=5, minutes=30))))
print(attempt(datetime.fromtimestamp, 0, 5), attempt(datetime.fromtimestamp), attempt(datetime.fromtimestamp, timestamp=0, tz=UTC), attempt(datetime.now, 5), datetime.now(UTC).tzinfo, datetime.now().tzinfo, datetime.utcnow().tzinfo, datetime.now(tz=timezone(timedelta(hours=1))).utcoffset())

for name in ('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'XYZ-3:30', 'AAA+5BBB,M3.2.0,M11.1.0'):
    os.environ['TZ'] = name
    clock.tzset()
    print(name)
    for stamp in (0, 1.5, 1604210400, 1711846800, 1729990800, 1729994400, 1730000000, 1700000000.999999, 1604199600, 1604203200, 1583650800, 1583654400, -1, -86400 * 365 * 30):
        x = datetime.fromtimestamp(stamp)
        print(x, x.fold, x.timestamp() == stamp, date.fromtimestamp(stamp), x.astimezone(), x.astimezone().tzname(), x.astimezone(UTC), datetime.fromtimestamp(stamp, UTC).astimezone(), attempt(x.astimezone().timestamp))
    for fields in ((2024, 3, 31, 2, 30), (2024, 10, 27, 2, 30), (2020, 3, 8, 2, 30), (2020, 11, 1, 1, 30), (2024, 10, 6, 2, 15), (2024, 4, 7, 1, 45), (1950, 1, 1), (2024, 7, 1)):
        for fold in (0, 1):
            x = datetime(*fields, fold=fold)
            print(x, fold, x.timestamp(), x.astimezone(UTC), x.astimezone(), x.astimezone().utcoffset(), x.replace(tzinfo=UTC).astimezone().fold)
    print(attempt(datetime.min.timestamp)[:20], attempt(datetime.max.timestamp)[:20], attempt(datetime(1, 1, 2).astimezone, UTC)[:20], attempt(date.fromtimestamp, 1e12), attempt(date.fromtimestamp, 'x'), attempt(datetime.fromtimestamp, 1e12))
    print(abs(datetime.now().timestamp() - clock.time()) < 5, abs(datetime.now(UTC).timestamp() - clock.time()) < 5, datetime.now().astimezone().tzname() == clock.strftime('%Z'))
os.environ['TZ'] = 'UTC'
clock.tzset()

print('folds')
zone = Eastern()
moments = [datetime(2020, 10, 31, hour, minute, fold=fold, tzinfo=zone) for hour in (0, 1, 2) for minute in (0, 30) for fold in (0, 1)] + [datetime(2020, 4, 1, hour, 30, tzinfo=zone) for hour in (1, 2, 3)]
for x in moments:
    print(repr(x), x, x.utcoffset(), x.dst(), x.tzname(), x.astimezone(UTC), x.astimezone(UTC).astimezone(zone) == x, x.astimezone(UTC) == x, x.timestamp(), x.timetuple().tm_isdst, x.utctimetuple()[:6], hash(x) == hash(x.replace(fold=1 - x.fold)), attempt(zone.fromutc, x))
    print([x == y for y in moments], [x < y for y in moments], [str(x - y) for y in moments[::4]], x == x.replace(tzinfo=timezone(x.utcoffset())), x - x.replace(tzinfo=timezone(x.utcoffset())))
for hours in range(24 * 2):
    u = datetime(2020, 10, 30, 12, tzinfo=UTC) + timedelta(hours=hours)
    print(u.astimezone(zone), u.astimezone(zone).astimezone(UTC) == u, end=' ')
print()
t = time(1, 30, tzinfo=zone)
print(repr(t), t, t.utcoffset(), t.dst(), t.tzname(), t == time(1, 30), hash(t) == hash(time(1, 30)), attempt(lambda: t < time(2)), attempt(lambda: t < time(2, tzinfo=UTC)), t.fold, repr(t.replace(fold=1)))

print('zoneinfo')
for key in ('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'):
    z = ZoneInfo(key)
    for fields in ((2024, 3, 31, 2, 30), (2024, 10, 27, 2, 30), (2020, 11, 1, 1, 30), (2024, 1, 1), (1900, 1, 1), (2090, 7, 1), (2011, 12, 30)):
        x = datetime(*fields, tzinfo=z)
        print(x, x.replace(fold=1), x.tzname(), x.dst(), x.astimezone(UTC), x.astimezone(ZoneInfo('Asia/Tokyo')), x.timestamp(), x.replace(tzinfo=UTC).astimezone(z), x + timedelta(hours=24), attempt(lambda: x == x.replace(fold=1)), x.strftime('%Z%z'))
    print(time(1, tzinfo=z).utcoffset(), time(1, tzinfo=z))

print('strptime')
for text, form in (('2024-02-29 13:05:09.123 +0530', '%Y-%m-%d %H:%M:%S.%f %z'), ('29 Feb 2024', '%d %b %Y'), ('x', '%d'), ('2024 53 1', '%G %V %u'), ('UTC', '%Z'), ('01/02/03', '%D'), ('5', '%-d'), ('+05:30:15.5', '%z'), ('-00:00', '%z')):
    print(text, form, attempt(datetime.strptime, text, form))
print(attempt(datetime.strptime, 5, '%d'), attempt(datetime.strptime, '5', 5), attempt(datetime.strptime, '5'))
