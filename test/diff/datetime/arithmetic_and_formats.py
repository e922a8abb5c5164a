# datetime: arithmetic of all kinds, strftime and strptime directives, comparisons, timezones, replace, subclasses, errors.
import datetime as m
from datetime import date, datetime, time, timedelta, timezone, tzinfo

d, t, dt = date(2024, 2, 29), time(13, 5, 9, 45), datetime(2024, 2, 29, 13, 5, 9, 45)
for code in 'aAwdbBmyYHIpMSfzZjUWcxX%GuV':
    print(code, dt.strftime('%' + code), d.strftime('%' + code), t.strftime('%' + code), dt.replace(tzinfo=timezone(timedelta(hours=-3, minutes=-30, seconds=-5))).strftime('%' + code))
print(f'{dt:%Y/%m/%d}', f'{d}', format(t, '%H.%M'), dt.strftime('%%é %q') if False else dt.strftime('é %d'), dt.strftime(''), date(999, 1, 2).strftime('%Y'), dt.ctime())
for text, fmt in (('2024-02-29 13:05', '%Y-%m-%d %H:%M'), ('29 Feb 24', '%d %b %y'), ('1:05 PM', '%I:%M %p'), ('2024 060', '%Y %j'), ('2024 8 4', '%Y %U %w'), ('2024-W09-4', '%G-W%V-%u'), ('+05:30', '%z'), ('Z', '%z'), ('-0330', '%z'), ('UTC', '%Z'), ('12.5', '%S.%f'), ('thursday', '%A'), (' 5', ' %d'), ('5%', '%d%%'), ('69', '%y'), ('68', '%y'),
                  ('x', '%Y'), ('2024-13', '%Y-%m'), ('2023-02-29', '%Y-%m-%d'), ('2024 rest', '%Y'), ('1', '%q'), ('1', '%'), ('2024 9', '%G %V'), ('24', '%H'), ('', '%d'), ('2024 10 1', '%Y %V %u'), ('366 2023', '%j %Y'), ('+5:30', '%z')):
    try:
        print(repr(text), repr(datetime.strptime(text, fmt)))
    except ValueError as error:
        print(repr(text), error)
delta = timedelta(days=-1, hours=5, microseconds=7)
for value in (delta, timedelta(weeks=1, milliseconds=1.5), timedelta(0.5), timedelta(hours=1e-9), timedelta.max, timedelta.min, timedelta(microseconds=0.5), timedelta(microseconds=1.5)):
    print(repr(value), value, value.days, value.seconds, value.microseconds, value.total_seconds(), bool(value))
print(delta * 2, 3 * delta, delta / 2, delta // 2, delta / timedelta(hours=1), delta // timedelta(hours=1), delta % timedelta(hours=7), divmod(delta, timedelta(hours=7)), delta * 1.5, delta / 0.3, -delta, abs(delta), +delta, delta + d, d - delta, dt + delta, dt - timedelta(1), dt - datetime(2020, 1, 1), d - date(2000, 1, 1), delta < timedelta(0), hash(delta) == hash(timedelta(days=-1, hours=5, microseconds=7)), sum([delta, delta], timedelta()))
u, east = timezone.utc, timezone(timedelta(hours=5, minutes=30), 'IST')
aware = dt.replace(tzinfo=east)
print(aware, aware.astimezone(u), aware.utcoffset(), aware.tzname(), aware == aware.astimezone(u), aware - aware.astimezone(u), aware.timetz(), aware.utctimetuple(), aware.timetuple(), aware.timestamp(), repr(aware), repr(east), repr(u), u, timezone(timedelta(seconds=-61)), east == timezone(timedelta(hours=5, minutes=30)), datetime.fromtimestamp(0, u), datetime.utcfromtimestamp(1.5), datetime.fromtimestamp(-1.25, east), dt == aware, dt != aware)
print(d.replace(year=2020), dt.replace(hour=0, fold=1), t.replace(tzinfo=u), d.isocalendar(), d.isocalendar().week, d.isoweekday(), d.weekday(), d.toordinal(), date.fromordinal(1), date.fromisocalendar(2024, 9, 4), date.fromisoformat('20240229'), datetime.combine(d, t, u), dt.date(), dt.time(), d.timetuple(), date.min, datetime.max, time.max, date.resolution, d.ctime())
for call in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: time(24), lambda: datetime(1, 1, 1, tzinfo=5), lambda: timedelta(days=10 ** 10), lambda: timedelta.max + timedelta(1), lambda: date.max + timedelta(1), lambda: dt - aware, lambda: dt < aware, lambda: d < dt, lambda: d < 5, lambda: t < d, lambda: delta / 0, lambda: delta // timedelta(0), lambda: delta + 5, lambda: d + d, lambda: date.fromisoformat('x'), lambda: date.fromisoformat(5), lambda: timezone(timedelta(hours=24)), lambda: timezone(5), lambda: datetime.fromtimestamp(1e20), lambda: datetime.strptime(5, 'x'),
             lambda: d.replace(month=13), lambda: dt.astimezone(5), lambda: date('x'), lambda: date(2020), lambda: date(2020, 1.5, 1), lambda: date.fromordinal(0), lambda: date.fromisocalendar(2024, 54, 1), lambda: datetime.combine(1, t), lambda: timedelta('x'), lambda: time(tzinfo=u).utcoffset(), lambda: time.fromisoformat('25:00'), lambda: datetime.fromisoformat('2024-02-30'), lambda: d.strftime(5), lambda: t.isoformat('x'), lambda: dt.isoformat(timespec='nope'), lambda: u.utcoffset(5), lambda: setattr(d, 'year', 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Mine(datetime):
    def __new__(cls, *args, **kw):
        return super().__new__(cls, *args, **kw)

    def hello(self):
        return self.year


x = Mine(2020, 1, 2)
print(repr(x), (x + delta).hello(), type(x.replace(day=5)).__name__, type(Mine.now()).__name__, Mine.fromisoformat('2021-01-01').hello(), x == datetime(2020, 1, 2), type(x.date()).__name__)


class Odd(tzinfo):
    def utcoffset(self, when):
        return timedelta(minutes=7)

    def dst(self, when):
        return None

    def tzname(self, when):
        return 'ODD'


o = datetime(2020, 1, 1, tzinfo=Odd())
print(o, o.dst(), o.tzname(), o.timetuple().tm_isdst, o.isoformat(), repr(o.tzinfo).split(' ')[0])
try:
    o.astimezone(Odd())
    datetime(2020, 1, 1, tzinfo=u).astimezone(Odd())
except Exception as error:
    print(type(error).__name__, error)
