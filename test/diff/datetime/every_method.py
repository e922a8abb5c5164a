# datetime: every class, constructor, method and operator, parsing and formatting, errors.
import copy
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print('timedelta')
for args in ((1,), (0, 1), (0, 0, 1), (1.5, 0.25), (-1, 1), (0, 86400, 10 ** 6), (999999999,), (0, -1, -1)):
    print(args, attempt(timedelta, *args), attempt(lambda: str(timedelta(*args))))
d = timedelta(weeks=1, days=2, hours=3, minutes=4, seconds=5, milliseconds=6, microseconds=7)
print(d, repr(d), d.days, d.seconds, d.microseconds, d.total_seconds(), -d, abs(-d), +d, hash(d) == hash(timedelta(9, 11045, 6007)), bool(timedelta()), bool(d))
print(d * 2, 2 * d, d * 1.5, d / 2, d / timedelta(hours=1), d // 3, d // timedelta(hours=1), d % timedelta(hours=1), divmod(d, timedelta(days=1)), d + d, d - d, d > timedelta(1), d == timedelta(9))
for expression in ('d + 1', 'd * "a"', 'd / 0', 'd // 0', 'd % 0', 'd < 1', 'd == 1', 'd / timedelta()', '1 / d', 'd ** 2', 'divmod(d, 2)'):
    function = {'d + 1': lambda: d + 1, 'd * "a"': lambda: d * 'a', 'd / 0': lambda: d / 0, 'd // 0': lambda: d // 0, 'd % 0': lambda: d % 0, 'd < 1': lambda: d < 1, 'd == 1': lambda: d == 1,
                'd / timedelta()': lambda: d / timedelta(), '1 / d': lambda: 1 / d, 'd ** 2': lambda: d ** 2, 'divmod(d, 2)': lambda: divmod(d, 2)}[expression]
    print(expression, attempt(function))
print(timedelta.min, timedelta.max, timedelta.resolution, sum([timedelta(hours=1)] * 30, timedelta()))

print('date')
for args in ((2024, 2, 29), (2023, 2, 29), (0, 1, 1), (10000, 1, 1), (2024, 13, 1), (2024, 1, 32), ('2024', 1, 1), (2024, 1), (2024.0, 1, 1)):
    print(args, attempt(date, *args))
x = date(2024, 2, 29)
print(x, repr(x), x.year, x.month, x.day, x.weekday(), x.isoweekday(), x.isocalendar(), x.isocalendar().week, x.isoformat(), x.ctime(), x.toordinal(), x.timetuple(), x.replace(day=1), x.replace(2023, 3))
print(attempt(x.replace, year=2023), x.strftime('%d/%m/%y %A %B %j %U %W %a %b %% %G-W%V-%u'), format(x, '%Y'), f'{x:%d %b}', f'{x}', x.__format__(''), str(x))
print(date.fromisoformat('2024-02-29'), date.fromisoformat('20240229'), date.fromisoformat('2024-W09-4'), date.fromisoformat('2024W094'), date.fromordinal(738945), date.fromtimestamp(0) <= date(1970, 1, 1), date.fromisocalendar(2024, 9, 4))
for text in ('2024-2-29', '2024-02-30', 'x', '', '2024-02', '2024-W54-1', 5, '2024-02-29T00'):
    print(repr(text), attempt(date.fromisoformat, text))
print(x + timedelta(1), x - timedelta(days=60), x - date(2023, 2, 28), x < date(2024, 3, 1), x == date(2024, 2, 29), hash(x) == hash(date(2024, 2, 29)), attempt(lambda: x + 1), attempt(lambda: x < 5), x == 5, date.min, date.max, date.resolution)
print(attempt(date.fromisocalendar, 2024, 54, 1), max(date(2020, 1, 1), x), sorted([x, date.min])[0], copy.copy(x) == x, copy.deepcopy(x))

print('time')
for args in ((), (12,), (12, 30, 45, 123456), (24,), (0, 60), (0, 0, 60), (0, 0, 0, 10 ** 6), (1, 2, 3, 4, UTC), ('x',)):
    print(args, attempt(time, *args), attempt(lambda: str(time(*args))))
t = time(1, 2, 3, 45, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
print(t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.fold, t.utcoffset(), t.dst(), t.tzname(), t.isoformat(), t.isoformat('hours'), t.isoformat('milliseconds'), t.isoformat(timespec='auto'), attempt(t.isoformat, 'no'), t.replace(hour=5, tzinfo=None), t.replace(fold=1), f'{t:%H-%M %Z %z %f %p %I}')
for text in ('04:23:01', '0423', '04', 'T04:23', '04:23:01.5', '04:23:01,123456789', '04:23:01Z', '04:23:01+04:00', '04:23+00:00:01.5', '24:00', '4:23', '', 'x'):
    print(repr(text), attempt(time.fromisoformat, text))
print(time(1) < time(2), time(1) == time(1, tzinfo=UTC), attempt(lambda: time(1) < time(1, tzinfo=UTC)), time(1, tzinfo=UTC) == time(2, tzinfo=timezone(timedelta(hours=1))), hash(time(1)) == hash(time(1)), bool(time()), time.min, time.max, time.resolution)

print('datetime')
dt = datetime(2024, 2, 29, 13, 5, 9, 1234)
aware = dt.replace(tzinfo=timezone(timedelta(hours=5, minutes=30), 'IST'))
for args in ((2024, 1, 1), (2024, 1), (2024, 1, 1, 25), (2024, 1, 1, 1, 1, 1, 1, UTC), (2024, 1, 1, 0, 0, 0, 0, 5)):
    print(args, attempt(datetime, *args))
print(dt, repr(dt), repr(aware), aware, dt.date(), dt.time(), aware.timetz(), dt.timetuple(), aware.utctimetuple(), dt.toordinal(), aware.timestamp(), dt.weekday(), dt.isocalendar(), dt.ctime(), dt.isoformat(' '), dt.isoformat('T', 'minutes'), aware.isoformat(timespec='seconds'))
print(aware.utcoffset(), aware.tzname(), aware.dst(), dt.utcoffset(), aware.astimezone(UTC), aware.astimezone(timezone(timedelta(hours=-8))), dt.replace(microsecond=0, fold=1), datetime.combine(date(2020, 1, 2), time(3, 4)), datetime.combine(date(2020, 1, 2), time(3, 4), tzinfo=UTC))
print(datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1709211909.001234, UTC), datetime.utcfromtimestamp(86400.5), datetime.fromtimestamp(-1.5, timezone.utc), attempt(datetime.fromtimestamp, 1e20, UTC))
for text in ('2024-02-29', '2024-02-29T13:05', '2024-02-29 13:05:09.001234', '20240229T130509', '2024-02-29T13:05:09Z', '2024-02-29T13:05:09+05:30', '2024-W09-4T13', '2024-02-29T13:05:09.1', '2024-02-29X13:05', '2024-02-29T', '2024-02-29T25:00', 'garbage', '2024-02-29T13:05:09-00:00', '2024-02-29T13:05:09+0530'):
    print(repr(text), attempt(datetime.fromisoformat, text))
for text, form in (('2024-02-29 13:05:09', '%Y-%m-%d %H:%M:%S'), ('29/02/24 01:05 PM', '%d/%m/%y %I:%M %p'), ('Thu Feb 29 2024', '%a %b %d %Y'), ('Thursday, February 29, 2024', '%A, %B %d, %Y'), ('2024-060', '%Y-%j'), ('1.5', '%S.%f'),
                   ('2024-02-29T13:05:09+0530', '%Y-%m-%dT%H:%M:%S%z'), ('13:05:09-08:00:30', '%H:%M:%S%z'), ('Z', '%z'), ('UTC', '%Z'), ('2024 9 4', '%G %V %u'), ('2024 08 4', '%Y %U %w'), ('100%', '100%%'), ('x', '%Y'), ('2024-13', '%Y-%m'), ('2024-02-30', '%Y-%m-%d'), ('2024 extra', '%Y'), ('1', '%q'), ('02/29/24', '%x'), ('13:05:09', '%X'), ('Thu Feb 29 13:05:09 2024', '%c'), ('  7', '%d'), ('2024', '%'), ('am', '%p')):
    print(text, form, attempt(datetime.strptime, text, form))
print(dt + timedelta(days=1, hours=-1), dt - timedelta(weeks=1), aware - datetime(2024, 1, 1, tzinfo=UTC), dt - datetime(2000, 1, 1), attempt(lambda: dt - aware), attempt(lambda: dt < aware), dt == aware, dt != aware, aware == aware.astimezone(UTC), aware < datetime.now(UTC), hash(aware) == hash(aware.astimezone(UTC)), attempt(lambda: dt < x), dt == x, attempt(lambda: dt + dt))
print(dt.strftime('%Y-%m-%d %H:%M:%S.%f %j %U %w %y %I %p %e|%D|%T|%R|%F|%h|%C|%G %V %u %%'), aware.strftime('%z %Z %:z') if False else aware.strftime('%z %Z'), datetime(5, 1, 1).strftime('%Y'), datetime(999, 1, 2).isoformat(), f'{dt:%B %-d, %Y}', format(dt, ''), dt.strftime(''), dt.strftime('\u00e9 %d \u2603'))
print(datetime.min, datetime.max, datetime.resolution, MINYEAR, MAXYEAR, datetime.now().tzinfo, datetime.now(UTC).tzinfo, datetime.utcnow().tzinfo, datetime.today() >= datetime(2020, 1, 1), isinstance(dt, date), date.today() == datetime.now().date())

print('timezone')
for args in ((timedelta(0),), (timedelta(hours=1),), (timedelta(hours=-5, minutes=-30),), (timedelta(hours=1), 'X'), (timedelta(seconds=1),), (timedelta(microseconds=-1),)):
    print(attempt(timezone, *args), attempt(lambda: str(timezone(*args))))
z = timezone(timedelta(hours=2), 'EET')
print(z.utcoffset(None), z.tzname(None), z.dst(None), z == timezone(timedelta(hours=2)), hash(z) == hash(timezone(timedelta(hours=2))), timezone.utc, repr(timezone.utc), timezone.min, timezone.max, z.fromutc(datetime(2024, 1, 1, tzinfo=z)), attempt(z.fromutc, dt), timezone.utc is UTC, copy.deepcopy(z))


class Central(tzinfo):
    """Two offsets a year, as the documentation does it."""
    def utcoffset(self, dt):
        return timedelta(hours=-6) + self.dst(dt)

    def dst(self, dt):
        if dt is None:
            return timedelta(0)
        start, end = datetime(dt.year, 3, 10, 2), datetime(dt.year, 11, 3, 1)
        naive = dt.replace(tzinfo=None)
        if start <= naive < end:
            return timedelta(hours=1)
        return timedelta(0)

    def tzname(self, dt):
        return 'CDT' if self.dst(dt) else 'CST'


central = Central()
for moment in (datetime(2024, 3, 10, 7, 30), datetime(2024, 3, 10, 8, 30), datetime(2024, 11, 3, 5, 30), datetime(2024, 11, 3, 7, 30)):
    local = moment.replace(tzinfo=UTC).astimezone(central)
    print(local, local.tzname(), local.dst(), local.utcoffset(), local.astimezone(UTC))
print(datetime(2024, 7, 1, tzinfo=central).isoformat(), datetime(2024, 7, 1, tzinfo=central).timetuple().tm_isdst, attempt(tzinfo().utcoffset, dt))


class Stamp(datetime):
    @property
    def quarter(self):
        return (self.month - 1) // 3 + 1


s = Stamp(2024, 5, 6, 7)
print(s, repr(s), s.quarter, type(s + timedelta(1)).__name__, type(s.replace(day=1)).__name__, Stamp.fromisoformat('2024-08-01').quarter, type(Stamp.strptime('2024', '%Y')).__name__, s == datetime(2024, 5, 6, 7))


def months(start, count):
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return start.replace(year=year, month=month + 1, day=1)


def human(delta):
    total = int(delta.total_seconds())
    return f'{total // 86400}d {total % 86400 // 3600:02}:{total % 3600 // 60:02}:{total % 60:02}'


print([months(date(2024, 11, 15), n).isoformat() for n in range(4)], human(timedelta(days=3, hours=4, seconds=61)), (date(2024, 12, 25) - date(2024, 2, 29)).days, [str(date(2024, 1, 1) + timedelta(days=7 * i)) for i in range(3)])
print(attempt(dt.__reduce__), attempt(aware.__reduce_ex__, 4), attempt(d.__reduce__), attempt(t.__reduce_ex__, 2), {dt: 1}[datetime(2024, 2, 29, 13, 5, 9, 1234)])
