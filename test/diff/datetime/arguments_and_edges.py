# datetime: arguments of every kind for constructors and methods, with the words of the errors; numbers at the edges.
import copy, pickle, itertools
from datetime import *
import datetime as module


def attempt(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Zone(tzinfo):
    def __repr__(self): return f"Zone({self.offset})"
    def __init__(self, hours=0, dst=0, name='Z%'):
        self.offset, self.saving, self.title = timedelta(hours=hours), timedelta(hours=dst), name
    def utcoffset(self, dt): return self.offset
    def dst(self, dt): return self.saving
    def tzname(self, dt): return self.title


class Odd(tzinfo):
    def __init__(self, answer): self.answer = answer
    def utcoffset(self, dt): return self.answer
    def dst(self, dt): return self.answer
    def tzname(self, dt): return self.answer


class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n


ARGS = [(), (2020,), (2020, 1), (2020, 1, 1), (2020, 1, 1, 1), (2020, 1, 1, 1, 1, 1, 1, UTC), (2020, 1, 1, 1, 1, 1, 1, UTC, 1), (2020, 1, 1, 1, 1, 1, 1, UTC, 1, 1), ('a',), (2020.5, 1, 1), (None, 1, 1),
        (2 ** 31, 1, 1), (-2 ** 31 - 1, 1, 1), (2 ** 70, 1, 1), (Index(2020), Index(2), Index(3)), (True, True, True), (10000, 1, 1), (0, 0, 0), (2020, 0, 1), (2020, 13, 1), (2020, 2, 30), (2021, 2, 29), (2020, 4, 31), (2020, 1, 1, 24), (2020, 1, 1, -1),
        (2020, 1, 1, 0, 60), (2020, 1, 1, 0, 0, 60), (2020, 1, 1, 0, 0, 0, 1000000), (2020, 1, 1, 0, 0, 0, -1), (2020, 1, 1, 0, 0, 0, 0, 5), (2020, 1, 1, 0, 0, 0, 0, None), (b'abcd',), (b'\x07\xe4\x01\x02',), ('\x07\xe4\x01\x02',), (b'\x07\xe4\x0d\x02',), (b'\x07\xe4\x81\x02\x03\x04\x05\x00\x00\x07',),
        (b'\x07\xe4\x81\x02\x03\x04\x05\x00\x00\x07', UTC), (b'\x07\xe4\x81\x02\x03\x04\x05\x00\x00\x07', 5), (b'\x83\x04\x05\x00\x00\x07',), (b'\x83\x04\x05\x00\x00\x07', UTC), (b'\x83\x04\x05\x00\x00\x07', 1), (b'\x19\x04\x05\x00\x00\x07',), (1, 2, 3, 4), (1, 2, 3, 4, UTC), (1, 2, 3, 4, 5), (23, 59, 59, 999999)]
NAMED = [{}, {'year': 2020}, {'year': 2020, 'month': 5, 'day': 6}, {'day': 6, 'month': 5, 'year': 2020}, {'hour': 5}, {'fold': 1}, {'fold': 2}, {'tzinfo': UTC}, {'tzinfo': 'x'}, {'bogus': 1}, {'microsecond': 5, 'second': 4}, {'hours': 1, 'days': 2}, {'weeks': 'x'}]
for cls in (date, time, datetime, timedelta):
    for args, named in itertools.product(ARGS, NAMED):
        print(cls.__name__, args if not any(isinstance(a, Index) for a in args) else 'Index', named, attempt(cls, *args, **named))
for args, named in itertools.product([(), (timedelta(1),), (timedelta(hours=1),), (timedelta(0),), (timedelta(0), 'x'), (timedelta(hours=-3, seconds=7), 'y'), (5,), (timedelta(0), 5), (timedelta(0), None), (timedelta(hours=23, minutes=59, microseconds=1),), (timedelta(hours=-24),), (1, 2, 3)], [{}, {'name': 'q'}, {'offset': timedelta(0)}, {'z': 1}]):
    print('timezone', args, named, attempt(timezone, *args, **named), attempt(lambda: str(timezone(*args, **named))))

d, t, dt, td = date(2020, 2, 29), time(1, 2, 3, 4), datetime(2020, 2, 29, 1, 2, 3, 4), timedelta(1, 2, 3)
for owner in (date, time, datetime, timedelta, tzinfo, timezone, d, t, dt, td, UTC, Zone()):
    for name in dir(owner):
        if isinstance(owner, type) and getattr(getattr(owner, name), '__self__', None) is not owner and callable(getattr(owner, name)):
            continue
        if name.startswith('__') and name not in ('__reduce__', '__reduce_ex__', '__getinitargs__'):
            continue
        if name in ('today', 'now', 'utcnow', 'min', 'max', 'resolution', 'utc', 'offset', 'saving', 'title', 'timestamp', '__reduce__', '__reduce_ex__') and not (name == 'now'):
            continue
        attribute = getattr(owner, name)
        if not callable(attribute):
            print(type(owner).__name__, name, type(attribute).__name__ in ('getset_descriptor', 'member_descriptor') or attribute)
            continue
        if name in ('now', 'today', 'utcnow'):
            print(name, attempt(attribute, 1, 2), attempt(attribute, x=1), attempt(attribute, 'x'))
            continue
        for args in ((), (1,), ('x',), (None,), (1.5,), (d,), (dt,), (d, t), (dt, t, UTC), (2020, 5, 6), (2020, 60, 1), (2020, 1, 8), (10000, 1, 1), (2 ** 40,), (2 ** 70, 1, 1), (UTC,), ('x', 'y'), (1, 2), ('T', 'hours'), ('T', 'bad'), ('é', 'auto'), ('', ), (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)):
            if name in ('strptime', 'ctime', 'fromtimestamp', 'utcfromtimestamp', 'astimezone') and (args == (2 ** 40,) or owner in (date, time, datetime, timedelta, tzinfo, timezone)) and name in ('ctime', 'astimezone'):
                continue
            shown = attempt(attribute, *args)
            if 'object at 0x' in shown: shown = '...'
            print(type(owner).__name__, getattr(owner, '__name__', ''), name, args, shown)
        for named in ({'tz': UTC}, {'sep': '_'}, {'timespec': 'minutes'}, {'format': '%d'}, {'year': 5}, {'day': 31}, {'fold': 1}, {'hour': 7}, {'tzinfo': None}, {'date': d, 'time': t}, {'timestamp': 0}, {'iso': 3}):
            if name in ('strptime', 'ctime', 'fromtimestamp', 'utcfromtimestamp', 'astimezone') and owner in (date, time, datetime): continue
            if isinstance(owner, type) and name in ('astimezone',): continue
            shown = attempt(attribute, **named)
            if 'object at 0x' in shown: shown = '...'
            print(type(owner).__name__, getattr(owner, '__name__', ''), name, named, shown)

print('zones')
for answer in (None, timedelta(0), timedelta(hours=1), timedelta(hours=24), timedelta(days=-1), timedelta(days=-1, microseconds=1), timedelta(hours=23, minutes=59, seconds=59, microseconds=999999), 5, 'x', 1.5, timedelta(seconds=-1), timedelta(microseconds=-1), timedelta(minutes=-90, seconds=5)):
    z = Odd(answer)
    for moment in (datetime(2020, 1, 1, 12, tzinfo=z), time(12, tzinfo=z)):
        for name in ('utcoffset', 'dst', 'tzname', 'isoformat', '__hash__', 'timetuple', 'utctimetuple', '__str__'):
            if hasattr(moment, name) and not (name == '__hash__' and not isinstance(answer, (int, str, float))):
                print(answer, type(moment).__name__, name, attempt(getattr(moment, name)))
        print(attempt(lambda: moment.strftime('%z|%Z|%f|%%z|%')), attempt(lambda: moment == moment.replace(tzinfo=UTC)), attempt(lambda: moment < moment.replace(tzinfo=UTC)), attempt(lambda: hash(moment) == hash(moment.replace())))
    print(attempt(lambda: datetime(2020, 1, 1, tzinfo=UTC).astimezone(z).replace(tzinfo=None)), attempt(lambda: datetime(2020, 1, 1, 12, tzinfo=z).astimezone(UTC)), attempt(lambda: datetime(2020, 1, 1, 12, tzinfo=z) - datetime(2020, 1, 1, tzinfo=UTC)))
for z in (Zone(1, 1), Zone(-5), Zone(5, 2, None), Zone(3, 0, 'a%b%%')):
    x = datetime(2020, 6, 7, 8, 9, 10, 11, tzinfo=z)
    print(x.isoformat(), x.tzname(), x.dst(), x.strftime('[%Z] [%z] %c'), x.timetuple(), x.utctimetuple(), x.astimezone(UTC), attempt(z.fromutc, x), attempt(z.fromutc, x.replace(tzinfo=None)), attempt(z.fromutc, 5), attempt(x.astimezone, 5), x.timestamp(), str(x.timetz()), x.timetz().tzname(), x.timetz().strftime('%Z %z'))
print(attempt(tzinfo().utcoffset, None), attempt(tzinfo().tzname, None), attempt(tzinfo().dst, None), attempt(tzinfo().fromutc, dt), attempt(tzinfo().fromutc, 1), tzinfo(1, 2, a=3) is not None)

print('operators')
import operator
values = [d, t, dt, td, dt.replace(tzinfo=UTC), t.replace(tzinfo=UTC), timedelta(0), timedelta(-5, 3, 999999), 3, -7, 0, 2.5, -0.1, float('inf'), float('nan'), 0.0, 10 ** 30, 'x', None, True]
for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'lt', 'le', 'gt', 'ge', 'eq', 'ne', 'pow', 'and_'):
    for a, b in itertools.product(values, repeat=2):
        if any(isinstance(v, (date, time, timedelta)) for v in (a, b)):
            print(name, repr(a), repr(b), attempt(getattr(operator, name), a, b))
for a, b in itertools.product(values, repeat=2):
    if any(isinstance(v, (date, time, timedelta)) for v in (a, b)):
        print('divmod', repr(a), repr(b), attempt(divmod, a, b))
for v in values[:8]:
    for f in (operator.neg, operator.pos, abs, bool, len, int, float, iter, operator.invert, round):
        print(f.__name__, repr(v), attempt(f, v))

print('deltas')
edge = [timedelta.min, timedelta.max, timedelta.resolution, -timedelta.resolution, timedelta(1), timedelta(seconds=86399, microseconds=999999), timedelta(-1, 86399, 999999), timedelta(500000000, 7, 3), timedelta(microseconds=2 ** 53 + 1), timedelta(microseconds=7)]
for a in edge:
    print(repr(a), str(a), repr(a.total_seconds()), attempt(operator.neg, a), attempt(abs, a), attempt(lambda: a + timedelta.resolution), attempt(lambda: a - timedelta.resolution))
    for n in (1, 2, 3, 7, -1, -2, 10 ** 6, 10 ** 18, 2 ** 64, 2 ** 70, -2 ** 66, 2 ** 100, -2 ** 100, 0.1, 0.5, 1.5, -2.5, 1e-7, 1e-300, 5e-324, 1e300, 1e15, 3.3333333333333335, 1 / 3, 0.25, 1.0000000000000002):
        print(n, attempt(operator.mul, a, n), attempt(operator.truediv, a, n), attempt(operator.floordiv, a, n) if isinstance(n, int) else '')
    for b in edge:
        print(attempt(operator.truediv, a, b), attempt(operator.floordiv, a, b), attempt(operator.mod, a, b), attempt(divmod, a, b), a < b, a == b)
for named in ({'days': 1e9}, {'days': -1e9}, {'days': 999999999.5}, {'days': 1e20}, {'days': 10 ** 20}, {'microseconds': 2 ** 63}, {'microseconds': -2 ** 64 + 1}, {'microseconds': 8.6e19}, {'microseconds': 0.5}, {'microseconds': 1.5}, {'microseconds': 2.5}, {'microseconds': -0.5}, {'microseconds': -1.5}, {'microseconds': 0.5000000001},
              {'milliseconds': 0.0005}, {'milliseconds': 0.0015}, {'seconds': 1e-7}, {'seconds': 0.1}, {'seconds': 0.3}, {'minutes': 0.1}, {'hours': 1 / 3}, {'days': 1 / 7}, {'weeks': 1 / 7}, {'days': 0.5, 'microseconds': 0.5}, {'days': 1 / 3, 'seconds': 1 / 3, 'microseconds': 1 / 3, 'milliseconds': 1 / 3, 'minutes': 1 / 3, 'hours': 1 / 3, 'weeks': 1 / 3},
              {'days': float('inf')}, {'days': float('nan')}, {'seconds': -float('inf')}, {'days': 2 ** 31}, {'days': -2 ** 31 - 1}, {'days': 1000000000}, {'days': -999999999, 'microseconds': -1}, {'seconds': 1e300}, {'weeks': True}, {'days': '1'}, {'days': None}, {'hours': 10 ** 11, 'days': -10 ** 10}):
    print(named, attempt(timedelta, **named))

print('pickles, copies, subclasses')
class D(date):
    extra = 5
class T(time): pass
class DT(datetime):
    def __init__(self, *a, **k): self.made = True
class TD(timedelta):
    def nice(self): return 'nice'
class DTN(datetime):
    def __new__(cls, *a, note=None, **k):
        self = super().__new__(cls, *a, **k)
        self.note = note
        return self
for x in (d, t, dt, td, dt.replace(tzinfo=UTC, fold=1), t.replace(tzinfo=timezone(timedelta(hours=1), 'CET'), fold=1), D(2020, 1, 2), T(3, 4), DT(2020, 1, 2, 3), TD(5), DTN(2020, 1, 1, note='n'), UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=2), 'x'), date.min, datetime.max, d.isocalendar()):
    for protocol in (0, 1, 2, 3, 4, 5):
        y = pickle.loads(pickle.dumps(x, protocol))
        print(repr(x), protocol, type(y) is type(x), y == x, getattr(y, 'fold', None), repr(y), end=' ')
    print(copy.copy(x) == x, copy.deepcopy(x) == x, type(copy.copy(x)).__name__, attempt(x.__reduce__), attempt(x.__reduce_ex__, 4), hash(x) == hash(copy.copy(x)))
x = DT(2020, 1, 2, 3, tzinfo=UTC)
for f in (lambda: x + td, lambda: td + x, lambda: x - td, lambda: x - x, lambda: x.replace(year=3), lambda: x.date(), lambda: x.time(), lambda: x.astimezone(timezone(timedelta(hours=1))), lambda: DT.combine(d, t), lambda: DT.fromisoformat('2020-01-02T03:04+01:00'), lambda: DT.fromordinal(5), lambda: DT.strptime('2020', '%Y'), lambda: DT.fromtimestamp(5, UTC), lambda: DT.utcfromtimestamp(5), lambda: DT.fromisocalendar(2020, 1, 1), lambda: DT.now(UTC).replace(2020, 1, 1, 0, 0, 0, 0),
          lambda: D(2020, 1, 1) + td, lambda: D(2020, 1, 1) - td, lambda: D.fromisoformat('20200102'), lambda: D.fromordinal(99), lambda: D(2020, 5, 5).replace(day=1), lambda: T(1).replace(2), lambda: T.fromisoformat('03:04'), lambda: TD(1) + TD(2), lambda: -TD(1), lambda: TD(1) * 2, lambda: abs(TD(-1)), lambda: TD(3) % td, lambda: TD(hours=5).nice(), lambda: DTN(2020, 1, 1, note='q').replace(day=2).__dict__, lambda: (DTN(2020, 1, 1, note='q') + td).note, lambda: D.today() == date.today(), lambda: D.min, lambda: type(DT.min)):
    y = attempt(f)
    print(y, end=' ')
    try: print(type(f()).__name__, getattr(f(), 'made', None))
    except Exception: print()
print(isinstance(dt, date), issubclass(datetime, date), date.__mro__, datetime.__mro__, timezone.__mro__, datetime.__name__, datetime.__qualname__, datetime.__module__, repr(datetime), repr(type(d.isocalendar())), type(dt).__module__)
for cls in (timezone, type(d.isocalendar())):
    print(attempt(lambda: type('X', (cls,), {})))
for target, name, value in ((d, 'year', 5), (d, 'foo', 1), (dt, 'hour', 2), (td, 'days', 1), (UTC, 'x', 1), (date, 'year', 1), (t, 'fold', 1)):
    print(attempt(setattr, target, name, value), attempt(delattr, target, name))
i = d.isocalendar()
print(i, tuple(i), i[0], i.year, i.week, i.weekday, i == (2020, 9, 6), len(i), list(i), attempt(lambda: i.foo), hash(i) == hash(tuple(i)), i < (2021,), i + (1,), i[1:], isinstance(i, tuple))
print(module.MINYEAR, module.MAXYEAR, module.UTC is timezone.utc, timezone(timedelta(0)) is UTC, timezone.min, timezone.max, repr(timezone.utc), sorted(module.__all__))
