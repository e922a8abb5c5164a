# zoneinfo: offsets around changes, folds, gaps, arithmetic, caches, pickles, reprs, keys, errors.
# difftest: no-wasi (there are no files of time zones)
import copy
import datetime
import pickle
import zoneinfo
from datetime import datetime as dt, timedelta, timezone
from zoneinfo import ZoneInfo

berlin = ZoneInfo('Europe/Berlin')
print(berlin, repr(berlin), berlin.key, ZoneInfo('Europe/Berlin') is berlin, ZoneInfo.no_cache('Europe/Berlin') is berlin, ZoneInfo('UTC'))
for name in ('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kathmandu', 'Europe/London', 'Etc/GMT+5'):
    zone = ZoneInfo(name)
    for moment in (dt(1900, 1, 1), dt(1945, 6, 1), dt(1970, 1, 1), dt(2011, 12, 30, 12), dt(2021, 1, 1), dt(2021, 7, 1, 12), dt(2037, 7, 1), dt(2100, 7, 1)):
        aware = moment.replace(tzinfo=zone)
        print(name, aware.isoformat(), aware.tzname(), aware.dst(), aware.astimezone(timezone.utc).isoformat())
for moment in (dt(2021, 3, 28, 2, 30), dt(2021, 10, 31, 2, 30), dt(2021, 10, 31, 3), dt(2021, 3, 28, 1, 59, 59)):
    for fold in (0, 1):
        aware = moment.replace(tzinfo=berlin, fold=fold)
        print(aware, aware.utcoffset(), aware.dst(), aware.tzname(), aware.timestamp(), aware.astimezone(timezone.utc))
start = dt(2021, 10, 31, 0, tzinfo=timezone.utc)
for hour in range(4):
    there = (start + timedelta(hours=hour)).astimezone(berlin)
    print(there, there.fold, there + timedelta(hours=1))
print(berlin.utcoffset(None), berlin.tzname(None), berlin.dst(None), ZoneInfo('UTC').utcoffset(None), datetime.time(12, tzinfo=berlin), datetime.time(12, tzinfo=berlin).utcoffset(), ZoneInfo('UTC').fromutc(dt(2020, 1, 1, tzinfo=ZoneInfo('UTC'))))
print(pickle.loads(pickle.dumps(berlin)) is berlin, copy.copy(berlin) is berlin, copy.deepcopy(berlin) is berlin, dt(2020, 1, 1, tzinfo=berlin) == pickle.loads(pickle.dumps(dt(2020, 1, 1, tzinfo=berlin))), hash(berlin) == hash(ZoneInfo('Europe/Berlin')))
for key in ('Nope/Nope', '', '../etc/passwd', '/etc/localtime', 'Europe', 'Europe/Berlin/', 'a\0b', 5, None):
    try:
        print(ZoneInfo(key))
    except Exception as error:
        print(repr(key), type(error).__name__, str(error)[:60])
print(issubclass(zoneinfo.ZoneInfoNotFoundError, KeyError), 'Europe/Berlin' in zoneinfo.available_timezones(), isinstance(zoneinfo.TZPATH, tuple), isinstance(berlin, datetime.tzinfo))
with open('/usr/share/zoneinfo/Asia/Tokyo', 'rb') as f:
    tokyo = ZoneInfo.from_file(f, key='mine')
with open('/usr/share/zoneinfo/Asia/Tokyo', 'rb') as f:
    nameless = ZoneInfo.from_file(f)
print(tokyo, dt(2020, 1, 1, tzinfo=tokyo).isoformat(), str(nameless)[:23], nameless.key)
try:
    pickle.dumps(nameless)
except pickle.PicklingError as error:
    print('PicklingError', str(error)[:40])
ZoneInfo.clear_cache(only_keys=['Europe/Berlin'])
print(ZoneInfo('Europe/Berlin') is berlin)
for call in (lambda: berlin.fromutc(dt(2020, 1, 1)), lambda: berlin.utcoffset(5), lambda: ZoneInfo.from_file(__import__('io').BytesIO(b'junk'))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
