# ZoneInfo as objects: the cache and its clearing, subclasses, keys and aliases, attributes, arithmetic far from the tables, other tzinfos.
# difftest: no-wasi (there are no files of time zones)
import copy
import pickle
import zoneinfo
from datetime import datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones


class Named(ZoneInfo):
    def tzname(self, moment):
        return f'{self.key}/{super().tzname(moment)}'


paris = ZoneInfo('Europe/Paris')
named = Named('Europe/Paris')
print(paris is ZoneInfo('Europe/Paris'), named is paris, named is Named('Europe/Paris'), type(named).__name__, repr(named), str(named), datetime(2024, 7, 1, tzinfo=named).tzname(), named == paris)
other = ZoneInfo.no_cache('Europe/Paris')
print(other is paris, other == paris, hash(other) == hash(other), other.key)
ZoneInfo.clear_cache(only_keys=['Europe/Berlin', 'Europe/Paris'])
again = ZoneInfo('Europe/Paris')
print(again is paris, again is ZoneInfo('Europe/Paris'))
ZoneInfo.clear_cache()
print(ZoneInfo('Europe/Paris') is again, Named('Europe/Paris') is named)
a, b, c = (datetime(2024, 7, 1, 12, tzinfo=zone) for zone in (paris, again, named))
print(a == b, a - b, a is b, hash(a) == hash(b), a.tzinfo is b.tzinfo, c.isoformat(), c == a)
print(pickle.loads(pickle.dumps(again)) is ZoneInfo('Europe/Paris'), pickle.loads(pickle.dumps(other)).key, copy.copy(again) is again, copy.deepcopy(again) is again, pickle.loads(pickle.dumps(c)).tzname())
for method in (paris.utcoffset, paris.dst, paris.tzname, paris.fromutc):
    for argument in (None, datetime(2024, 1, 1), datetime(2024, 1, 1, tzinfo=paris), time(12), 'x', 5):
        try:
            print(method.__name__, argument, method(argument), end='; ')
        except Exception as error:
            print(method.__name__, argument, type(error).__name__, error, end='; ')
    print()
for name in ('Etc/GMT+5', 'Etc/UTC', 'UTC', 'GMT', 'EST', 'EST5EDT', 'CET', 'Zulu', 'US/Pacific', 'Asia/Calcutta', 'Antarctica/Troll', 'America/Argentina/Buenos_Aires', 'Europe/Dublin', 'Africa/Casablanca', 'Asia/Tehran', 'Asia/Pyongyang', 'America/Scoresbysund', 'Pacific/Kiritimati', 'Pacific/Niue'):
    zone = ZoneInfo(name)
    print(name, *[f'{moment.astimezone(zone):%d %H:%M %Z}' for moment in (datetime(1, 1, 2, tzinfo=timezone.utc), datetime(1850, 6, 1, tzinfo=timezone.utc), datetime(1950, 6, 1, tzinfo=timezone.utc), datetime(1999, 12, 31, 23, 59, tzinfo=timezone.utc), datetime(2023, 7, 1, tzinfo=timezone.utc), datetime(2500, 7, 1, tzinfo=timezone.utc), datetime(9999, 12, 30, tzinfo=timezone.utc))], sep=' | ')
for moment in (datetime.min, datetime.max):
    for name in ('Asia/Tokyo', 'America/New_York'):
        aware = moment.replace(tzinfo=ZoneInfo(name))
        try:
            print(aware, aware.astimezone(timezone.utc))
        except OverflowError as error:
            print(aware, error)
for key in ('Europe/Atlantis', '/usr/share/zoneinfo/UTC', '../UTC', 'europe/paris', 'Europe//Paris', './UTC', 'UTC ', 'tzdata.zi', 'zone.tab', '\ud800', 'a' * 300, b'UTC', 1.5):
    try:
        print(ascii(key)[:30], ZoneInfo(key).utcoffset(datetime(2024, 1, 1)))
    except ZoneInfoNotFoundError as error:
        print(ascii(key)[:30], 'not found:', ascii(str(error))[:60])
    except Exception as error:
        print(ascii(key)[:30], type(error).__name__, ascii(str(error))[:70])
names = available_timezones()
print(len(names) > 400, {'UTC', 'Europe/Paris', 'US/Eastern'} <= names, any(name.startswith(('posix/', 'right/')) for name in names), 'zone.tab' in names, type(names).__name__)
print(isinstance(paris, tzinfo), ZoneInfo.__mro__[1].__name__, ZoneInfo.__module__, issubclass(ZoneInfoNotFoundError, KeyError), issubclass(zoneinfo.InvalidTZPathWarning, RuntimeWarning), zoneinfo.__all__)
for change in (lambda: ZoneInfo(key='UTC').key, lambda: zoneinfo.reset_tzpath(5), lambda: zoneinfo.reset_tzpath(['relative/path']), lambda: ZoneInfo.from_file(5)):
    try:
        print(change())
    except Exception as error:
        print(type(error).__name__, str(error).splitlines()[0])


class Wobbly(tzinfo):
    """Not a ZoneInfo: offsets by the parity of the hour."""

    def utcoffset(self, moment):
        return timedelta(minutes=30 * (moment.hour % 2)) if moment else None

    def dst(self, moment):
        return timedelta(0)

    def tzname(self, moment):
        return 'wobbly'


w = datetime(2024, 1, 1, 5, tzinfo=Wobbly())
print(w, w.astimezone(paris), a.astimezone(Wobbly()), time(5, tzinfo=Wobbly()), w - a, w.replace(tzinfo=paris) > a)
